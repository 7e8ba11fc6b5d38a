import type { APIMessage, ComponentType } from 'discord.js';
import { MAX_TEXT } from '../../commands/command.js';
import type { Request } from '../../commands/dispatch.js';
import { oneLine } from './characters.js';

/** Mentions, custom emoji and timestamps, which are markup of Discord and no words of the writer. */
const MARKUP = /<(?:@[!&]?|#|a?:\w{1,32}:|t:|\/[^:<>]{1,100}:)\d{1,20}(?::\w)?>/g;
/** Marks around words, at the beginning of lines or in pairs; the words stay. */
const MARKS = /^(?:>{1,3}|-#|#{1,3})\s+|\*\*|__|~~|\|\||`{1,3}/gm;

/** The words of a message as a person reads them. */
export const wordsOf = (content: string): string => oneLine(content.replace(MARKUP, ' ').replace(MARKS, ''));

/** Every text of a message: what was written, embeds (a shared article), components of another bot. */
function textOf({ content, embeds, components = [] }: APIMessage): string {
  const texts: (string | undefined)[] = [content, ...embeds.flatMap(({ title, description }) => [title, description])];
  const visit = (pieces: readonly { readonly type: ComponentType }[]): void => {
    for (const piece of pieces) {
      if ('content' in piece && typeof piece.content === 'string') texts.push(piece.content);
      if ('components' in piece && Array.isArray(piece.components))
        visit(piece.components as { type: ComponentType }[]);
    }
  };
  visit(components);
  return wordsOf(texts.filter((text) => text).join('\n'));
}

/** The longest beginning of a text that a question may have, whole words; a hair shorter than the option allows. */
function beginning(words: string): string {
  if (words.length <= MAX_TEXT) return words;
  const end = words.lastIndexOf(' ', MAX_TEXT);
  return words.slice(0, end > MAX_TEXT / 2 ? end : MAX_TEXT).trim();
}

export interface Sought {
  readonly request: Request;
  /** True where the words were longer than a question may be, and only their beginning is asked. */
  readonly cut: boolean;
}

/** "What do the documents say about this?" for somebody's message; null where it has no words. */
export function sourceRequest(message: APIMessage | undefined): Sought | null {
  const words = message ? textOf(message) : '';
  return words === '' ? null : questionOf(words);
}

/** A question in words of any length; what is too long is left out at the end. */
export function questionOf(words: string): Sought {
  const question = beginning(words);
  return { request: { command: 'ask', options: { question } }, cut: question.length < words.length };
}
