import { CUSTOM_ID } from './limits.js';

/**
 * What a button or select means, as kept in its `custom_id` (100 characters at most). It must be readable after a
 * restart and by a second process, so it holds the meaning itself; a request too long for it stands on the message
 * (`kept-request.ts`). The first character is the version of this form: another one is a button of another Isnad.
 */
export type Action =
  /** Page `page` (from 0) of the reply to a request. */
  | { readonly does: 'page'; readonly page: number; readonly request: string }
  /** The list of a request as a file. */
  | { readonly does: 'csv' | 'json'; readonly request: string }
  /** The paragraphs around one. `copy`, here and below, tells apart two buttons of one message that ask for the same. */
  | { readonly does: 'context'; readonly document: string; readonly paragraph: number; readonly copy: number }
  /** The same from within such a message: what is shown there moves on. */
  | { readonly does: 'around'; readonly document: string; readonly paragraph: number }
  /** A document whole, page `page` (from 0); `turn`: the same from within it. */
  | { readonly does: 'document'; readonly document: string; readonly page: number; readonly copy: number }
  | { readonly does: 'turn'; readonly document: string; readonly page: number }
  /** The chosen value given to the first option of a command: "who is …", "did you mean …". */
  | { readonly does: 'choose'; readonly command: string }
  /** A private answer made public. */
  | { readonly does: 'share' };

/** An action, and the fingerprint of the corpus it was offered for. */
export interface Pressed {
  readonly action: Action;
  readonly fingerprint: string;
}

const VERSION = '1';
const LETTER = {
  page: 'p',
  csv: 'v',
  json: 'j',
  context: 'c',
  around: 'a',
  document: 'd',
  turn: 't',
  choose: 'o',
  share: 's',
} as const;
const DOES = Object.fromEntries(Object.entries(LETTER).map(([does, letter]) => [letter, does])) as Record<
  string,
  Action['does'] | undefined
>;
const FORM = /^1([a-z])([\w-]{6})(?:\.(.*))?$/su;
const NUMBER = /^[0-9a-z]{1,6}$/;

const number = (value: number): string => value.toString(36);
const parsed = (value: string | undefined): number => (value && NUMBER.test(value) ? parseInt(value, 36) : Number.NaN);

function details(action: Action): string {
  switch (action.does) {
    case 'page':
      return `.${number(action.page)}.${action.request}`;
    case 'csv':
    case 'json':
      return `.${action.request}`;
    case 'context':
      return `.${action.document}.${number(action.paragraph)}.${number(action.copy)}`;
    case 'around':
      return `.${action.document}.${number(action.paragraph)}`;
    case 'document':
      return `.${action.document}.${number(action.page)}.${number(action.copy)}`;
    case 'turn':
      return `.${action.document}.${number(action.page)}`;
    case 'choose':
      return `.${action.command}`;
    case 'share':
      return '';
  }
}

export const customId = (action: Action, fingerprint: string): string =>
  `${VERSION}${LETTER[action.does]}${fingerprint}${details(action)}`;

/** Characters that a request may take in a `custom_id`, beside the largest page number in use. */
export const REQUEST_ROOM = CUSTOM_ID - customId({ does: 'page', page: 36 ** 4 - 1, request: '' }, 'xxxxxx').length;

/** What was pressed; null for a button of an older or newer Isnad. */
export function readCustomId(id: string): Pressed | null {
  const [, letter = '', fingerprint = '', rest = ''] = FORM.exec(id) ?? [];
  const does = DOES[letter];
  const action = does && readAction(does, rest);
  return action ? { action, fingerprint } : null;
}

function readAction(does: Action['does'], rest: string): Action | null {
  switch (does) {
    case 'page': {
      const point = rest.indexOf('.');
      const page = parsed(rest.slice(0, Math.max(point, 0)));
      const request = rest.slice(point + 1);
      return Number.isNaN(page) || request === '' ? null : { does, page, request };
    }
    case 'csv':
    case 'json':
      return rest === '' ? null : { does, request: rest };
    case 'context': {
      const [document = '', paragraph, copy] = rest.split('.');
      const action: Action = { does, document, paragraph: parsed(paragraph), copy: parsed(copy) };
      return Number.isNaN(action.paragraph) || Number.isNaN(action.copy) ? null : action;
    }
    case 'around': {
      const [document = '', paragraph] = rest.split('.');
      return Number.isNaN(parsed(paragraph)) ? null : { does, document, paragraph: parsed(paragraph) };
    }
    case 'document': {
      const [document = '', page, copy] = rest.split('.');
      const action: Action = { does, document, page: parsed(page), copy: parsed(copy) };
      return Number.isNaN(action.page) || Number.isNaN(action.copy) ? null : action;
    }
    case 'turn': {
      const [document = '', page] = rest.split('.');
      return Number.isNaN(parsed(page)) ? null : { does, document, page: parsed(page) };
    }
    case 'choose':
      return rest === '' ? null : { does, command: rest };
    case 'share':
      return { does };
  }
}

/** The same ids, with copies counted so that none occurs twice among them. */
export function distinctIds(): (id: string) => string {
  const used = new Set<string>();
  return (id) => {
    const pressed = readCustomId(id);
    let result = id;
    if (pressed && 'copy' in pressed.action)
      for (let copy = 0; used.has(result); copy++) result = customId({ ...pressed.action, copy }, pressed.fingerprint);
    used.add(result);
    return result;
  };
}
