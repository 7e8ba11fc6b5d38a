import {
  ButtonStyle,
  ComponentType,
  MessageFlags,
  type APIActionRowComponent,
  type APIButtonComponent,
  type APIButtonComponentWithCustomId,
  type APIComponentInContainer,
  type APIContainerComponent,
  type APIFileComponent,
  type APISectionComponent,
  type APISeparatorComponent,
  type APIStringSelectComponent,
  type APITextDisplayComponent,
} from 'discord.js';
import { distinctIds } from './custom-id.js';
import { label } from './escape.js';
import { BUTTON_LABEL, SELECT_DESCRIPTION, SELECT_LABEL, SELECT_PLACEHOLDER } from './limits.js';

/** The components that Isnad uses, built as the plain data that Discord's REST API takes. */

export type Piece = APIComponentInContainer;

/** A message in Components V2 form; the same data serve a reply, an edit, a follow-up and a channel message. */
export interface MessageBody {
  readonly flags: number;
  readonly components: [APIContainerComponent];
  /** Nothing that Isnad says ever pings anybody. */
  readonly allowed_mentions: { parse: [] };
}

/** A message with what must be uploaded beside it. */
export interface OutgoingMessage {
  readonly body: MessageBody;
  readonly files?: readonly { readonly name: string; readonly data: Buffer }[];
}

/** Discord refuses a text without anything in it; a document may well have such a title. */
const NOTHING_WRITTEN = '—';

export const text = (content: string): APITextDisplayComponent => ({
  type: ComponentType.TextDisplay,
  content: content.trim() === '' ? NOTHING_WRITTEN : content,
});

/** Lines in Discord's small type. */
export const small = (...lines: readonly string[]): string => lines.map((line) => `-# ${line}`).join('\n');

export const section = (texts: readonly string[], accessory: APIButtonComponentWithCustomId): APISectionComponent => ({
  type: ComponentType.Section,
  components: texts.map(text),
  accessory,
});

export const button = (
  caption: string,
  customId: string,
  style: ButtonStyle.Primary | ButtonStyle.Secondary = ButtonStyle.Secondary,
): APIButtonComponentWithCustomId => ({
  type: ComponentType.Button,
  style,
  label: label(caption, BUTTON_LABEL),
  custom_id: customId,
});

export const buttonRow = (buttons: readonly APIButtonComponent[]): APIActionRowComponent<APIButtonComponent> => ({
  type: ComponentType.ActionRow,
  components: [...buttons],
});

export interface Choice {
  readonly label: string;
  readonly value: string;
  readonly description?: string;
}

/** A row with one select. `choices`: 1 to 25, with values of at most 100 characters, none twice. */
export const selectRow = (
  placeholder: string,
  customId: string,
  choices: readonly Choice[],
): APIActionRowComponent<APIStringSelectComponent> => ({
  type: ComponentType.ActionRow,
  components: [
    {
      type: ComponentType.StringSelect,
      custom_id: customId,
      placeholder: label(placeholder, SELECT_PLACEHOLDER),
      options: choices.map((choice) => ({
        label: label(choice.label, SELECT_LABEL),
        value: choice.value,
        ...(choice.description && { description: label(choice.description, SELECT_DESCRIPTION) }),
      })),
    },
  ],
});

export const separator = (): APISeparatorComponent => ({ type: ComponentType.Separator, divider: true });

/** Shows an uploaded file of this name. */
export const file = (name: string): APIFileComponent => ({
  type: ComponentType.File,
  file: { url: `attachment://${name}` },
});

/** Colour of a message's edge: what kind of answer it is, told beside the words and never instead of them. */
export const ACCENT = { answered: 0x2e7d5b, notFound: 0xb7791f, error: 0xb3261e } as const;

/** Two buttons of one message may ask for the same, their ids may not be the same. */
function withDistinctIds(pieces: readonly Piece[]): Piece[] {
  const ids = distinctIds();
  const distinct = <C extends object>(component: C): C =>
    'custom_id' in component && typeof component.custom_id === 'string'
      ? { ...component, custom_id: ids(component.custom_id) }
      : component;
  return pieces.map((piece) => {
    if (piece.type === ComponentType.Section) return { ...piece, accessory: distinct(piece.accessory) };
    return piece.type === ComponentType.ActionRow ? { ...piece, components: piece.components.map(distinct) } : piece;
  });
}

export const message = (
  accent: number,
  pieces: readonly Piece[],
  { ephemeral = false }: { readonly ephemeral?: boolean } = {},
): MessageBody => ({
  flags: MessageFlags.IsComponentsV2 | (ephemeral ? MessageFlags.Ephemeral : 0),
  components: [{ type: ComponentType.Container, accent_color: accent, components: withDistinctIds(pieces) }],
  allowed_mentions: { parse: [] },
});

/** What of Discord's budgets a piece uses: characters and UTF-8 bytes of every text in it, and components. */
export interface Size {
  readonly characters: number;
  readonly bytes: number;
  readonly components: number;
}

export const NOTHING: Size = { characters: 0, bytes: 0, components: 0 };

export const sum = (a: Size, b: Size): Size => ({
  characters: a.characters + b.characters,
  bytes: a.bytes + b.bytes,
  components: a.components + b.components,
});

const ofTexts = (texts: readonly (string | undefined)[], components: number): Size =>
  texts.reduce(
    (size, piece = '') => ({
      ...size,
      characters: size.characters + piece.length,
      bytes: size.bytes + Buffer.byteLength(piece),
    }),
    { ...NOTHING, components },
  );

/** Labels of buttons and selects are counted as text too: Discord does not say whether they are. */
export function sizeOf(piece: Piece): Size {
  switch (piece.type) {
    case ComponentType.TextDisplay:
      return ofTexts([piece.content], 1);
    case ComponentType.Section: {
      const { accessory } = piece;
      const caption = accessory.type === ComponentType.Button && 'label' in accessory ? accessory.label : undefined;
      return ofTexts([...piece.components.map(({ content }) => content), caption], 2 + piece.components.length);
    }
    case ComponentType.ActionRow:
      return piece.components.reduce<Size>(
        (size, item) => {
          if (item.type === ComponentType.Button)
            return sum(size, ofTexts(['label' in item ? item.label : undefined], 1));
          if (item.type !== ComponentType.StringSelect) return sum(size, ofTexts([], 1));
          const texts = item.options.flatMap((option) => [option.label, option.description]);
          return sum(size, ofTexts([item.placeholder, ...texts], 1));
        },
        ofTexts([], 1),
      );
    default:
      return ofTexts([], 1);
  }
}

export const sizeOfAll = (pieces: readonly Piece[]): Size => pieces.map(sizeOf).reduce(sum, NOTHING);
