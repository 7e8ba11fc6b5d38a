import { discordMessagesIn } from '../../answers/messages/discord.js';
import { messagesIn } from '../../answers/messages/messages.js';
import type { SourceParagraph } from '../../answers/reply.js';
import type { Language } from '../../text/language.js';
import { small, text, type Piece } from '../component.js';
import { isBlank } from '../characters.js';
import { escapeLine } from '../escape.js';

/**
 * Weight of the text on one page, so that a page fits into a message whatever its letters are, and pages can be found
 * without drawing them. A character weighs what it takes of a message's characters when escaped, or, where it has three
 * bytes in UTF-8, its share of the bytes.
 */
const PAGE_WEIGHT = 2400;
/** Markdown characters, which get a backslash. */
const ESCAPED = new Set([...'\\*_~|`[]<@:>#+-.)'].map((character) => character.charCodeAt(0)));
const weightOf = (unit: number): number => (unit >= 0x800 ? 1.5 : ESCAPED.has(unit) ? 2 : 1);

/** Paragraphs on one page, each a component. */
const PAGE_PARAGRAPHS = 12;

interface Part {
  /** Index into the paragraphs. */
  readonly index: number;
  /** Code units of the paragraph's text. */
  readonly start: number;
  readonly end: number;
}

/** The pages of a document, each a list of paragraphs or parts of paragraphs; nothing is left out. */
export function documentPages(paragraphs: readonly Pick<SourceParagraph, 'text'>[]): readonly (readonly Part[])[] {
  const pages: Part[][] = [[]];
  let used = 0;
  paragraphs.forEach(({ text: whole }, index) => {
    let start = 0;
    do {
      const { end, weight } = partAt(whole, start);
      const page = pages.at(-1) as Part[];
      if (page.length > 0 && (used + weight > PAGE_WEIGHT || page.length >= PAGE_PARAGRAPHS)) {
        pages.push([{ index, start, end }]);
        used = weight;
      } else {
        page.push({ index, start, end });
        used += weight;
      }
      start = end;
    } while (start < whole.length);
  });
  return pages;
}

/** The part that begins at `start`: it ends before the last word that does not fit, or with the paragraph. */
function partAt(whole: string, start: number): { readonly end: number; readonly weight: number } {
  let weight = 0;
  let wordEnd = start;
  let weightThere = 0;
  for (let at = start; at < whole.length; at++) {
    const unit = whole.charCodeAt(at);
    const more = weight + weightOf(unit);
    if (more > PAGE_WEIGHT) {
      if (wordEnd > start) return { end: wordEnd, weight: weightThere };
      const inPair = unit >= 0xdc00 && unit <= 0xdfff;
      return { end: inPair ? at - 1 : at, weight };
    }
    if (unit <= 0x20) {
      wordEnd = at;
      weightThere = weight;
    }
    weight = more;
  }
  return { end: whole.length, weight };
}

/** The page, counted from 0, on which a paragraph begins. */
export const pageOf = (pages: readonly (readonly Part[])[], index: number): number =>
  Math.max(
    0,
    pages.findIndex((page) => page.some((part) => part.index === index)),
  );

/** One page of a document: each paragraph under its number; furniture in small type, which says that it is not quoted. */
export function documentPieces(
  paragraphs: readonly SourceParagraph[],
  page: readonly Part[],
  language: Language,
): readonly Piece[] {
  const { label } = messagesIn(language);
  const { continued } = discordMessagesIn(language);
  return page.flatMap(({ index, start, end }) => {
    const paragraph = paragraphs[index];
    const content = paragraph?.text.slice(start, end) ?? '';
    if (!paragraph || isBlank(content)) return [];
    const number = label.paragraph(paragraph.paragraph);
    const caption = start > 0 ? continued(number) : number;
    const words = escapeLine(content);
    return [text(paragraph.furniture ? small(caption, label.furniture, words) : `${small(caption)}\n${words}`)];
  });
}
