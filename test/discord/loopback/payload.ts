/** Payloads as the tests look into them: whatever the bot sent, with the fields that any of them reads. */
export interface Component {
  readonly type: number;
  readonly id?: number;
  readonly content?: string;
  readonly label?: string;
  readonly placeholder?: string;
  readonly custom_id?: string;
  readonly url?: string;
  readonly components?: readonly Component[];
  readonly accessory?: Component;
  readonly options?: readonly { readonly label: string; readonly value: string; readonly description?: string }[];
}

export interface Body {
  readonly flags?: number;
  readonly content?: string;
  readonly components?: readonly Component[];
  readonly allowed_mentions?: { readonly parse: readonly string[] };
  readonly choices?: readonly { readonly name: string; readonly value: string }[];
  readonly message_reference?: { readonly message_id: string };
  readonly nonce?: string;
}

/** A callback (`type` and `data`), or a message of its own. */
export interface Payload extends Body {
  readonly type?: number;
  readonly data?: Body;
}

/** All components of a message, nested ones included, outermost first. */
export const componentsOf = ({ components = [] }: { readonly components?: readonly Component[] }): Component[] =>
  components.flatMap((component) => [
    component,
    ...componentsOf(component),
    ...(component.accessory ? [component.accessory] : []),
  ]);

/** All texts of a message, a line feed between them. */
export const textOf = (body: Body): string =>
  componentsOf(body)
    .flatMap(({ content }) => content ?? [])
    .join('\n');

const captionsOf = ({ label, placeholder }: Component): string[] =>
  [label, placeholder].filter((caption) => caption !== undefined);

/** Whether the message has a button or select with this caption. */
export const offers = (body: Body, caption: RegExp): boolean =>
  componentsOf(body).some((component) => captionsOf(component).some((text) => caption.test(text)));

/** The button with this label, or the select with this placeholder; the first where there are several. */
export function control(body: Body, caption: RegExp): Component & { readonly custom_id: string } {
  const found = componentsOf(body).find((component) => captionsOf(component).some((text) => caption.test(text)));
  if (found?.custom_id === undefined)
    throw new Error(`no ${String(caption)} among: ${componentsOf(body).flatMap(captionsOf).join(', ')}`);
  return { ...found, custom_id: found.custom_id };
}

const EPHEMERAL = 64;
export const isEphemeral = ({ flags = 0 }: Body): boolean => (flags & EPHEMERAL) !== 0;
