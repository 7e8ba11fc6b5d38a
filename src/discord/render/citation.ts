import { relatedLabel, relatedTo } from '../../answers/cite.js';
import { discordMessagesIn } from '../../answers/messages/discord.js';
import { messagesIn } from '../../answers/messages/messages.js';
import type { Citation, Reply } from '../../answers/reply.js';
import type { Language } from '../../text/language.js';
import { button, section, small, text, type Piece } from '../component.js';
import { documentKey } from '../corpus-key.js';
import { customId } from '../custom-id.js';
import { isBlank } from '../characters.js';
import type { Block } from './block.js';
import { dateLine, fitted, line } from './line.js';

/** Escaped characters of a quotation: several long sentences; what is longer is cut at its end, and said so. */
const QUOTATION = 1000;
/** The same where the quotation is the evidence of an entry that already tells what it says. */
const SHORT_QUOTATION = 500;

/** Characters of a title, a publisher and an address where they only tell the source; a longer address is no link. */
const NAME_LENGTH = 150;
const URL_LENGTH = 300;
const LINK = /^https?:\/\/[^\s<>()]+$/i;

/** Title or name that leads to the address; an address that Discord would not take, or might misread, is left out. */
const linked = (caption: string, url: string | null): string => {
  const usable = url !== null && url.length <= URL_LENGTH && LINK.test(url) && URL.canParse(url);
  return usable ? `[${caption}](${url})` : caption;
};

type Source = Pick<Citation, 'title' | 'publisher' | 'file' | 'url' | 'date'>;

/** The one name by which a source is called where there is room for one only. */
export const sourceName = ({ title, publisher, file }: Source): string =>
  [title, publisher].find((name): name is string => name !== null && !isBlank(name)) ?? file;

/** Where a text stands, in lines of one direction each: title, publisher (or file), then date and paragraph. */
export function sourceLines(source: Source, paragraph: number | null, language: Language): readonly string[] {
  const names = [source.title, source.publisher].filter((name): name is string => name !== null && !isBlank(name));
  const [first, ...others] = (names.length > 0 ? names : [source.file]).map((name) => line(name, NAME_LENGTH));
  const date = dateLine(source.date, language);
  const place = paragraph === null ? [] : [messagesIn(language).label.paragraph(paragraph)];
  const numbers = language === 'ar' ? [...place, date] : [[date, ...place].join(' · ')];
  return [...(first === undefined ? [] : [linked(first, source.url)]), ...others, ...numbers];
}

/** The citation's text with its decisive words in bold. */
export function quotation(citation: Citation, answer: Reply['answer'], limit: number): string {
  const bold = [...citation.highlights, ...(answer ? [[answer.start, answer.end] as const] : [])].map(
    ([start, end]) => [start - citation.start, end - citation.start] as const,
  );
  return fitted(citation.text, bold, limit);
}

export interface CitationContext {
  readonly reply: Reply;
  readonly fingerprint: string;
}

/** An excerpt: the words, where they stand, and a button to the paragraphs around. */
function excerptSection(
  citation: Citation,
  answer: Reply['answer'],
  { reply: { language }, fingerprint }: CitationContext,
  limit: number,
): Piece {
  const words = quotation(citation, answer, limit);
  const source = small(...sourceLines(citation, citation.paragraph, language));
  const context = customId(
    { does: 'context', document: documentKey(citation.document), paragraph: citation.paragraph, copy: 0 },
    fingerprint,
  );
  return section([words, source], button(discordMessagesIn(language).button.context, context));
}

/** One citation. `index` into the reply's citations. */
export function citationBlock(
  index: number,
  context: CitationContext,
  { begins, short = false }: { readonly begins: boolean; readonly short?: boolean },
): readonly Block[] {
  const citation = context.reply.citations[index];
  if (!citation || isBlank(citation.text)) return [];
  const { answer } = context.reply;
  const marked = answer?.citation === index ? answer : null;
  return [{ pieces: [excerptSection(citation, marked, context, short ? SHORT_QUOTATION : QUOTATION)], begins }];
}

/** What the other language tells of the same as the citation of this index, under a label on a line of its own. */
export const relatedBlocks = (index: number, context: CitationContext): readonly Block[] =>
  relatedTo(index, context.reply)
    .filter(({ excerpt }) => !isBlank(excerpt.text))
    .map((related) => ({
      pieces: [
        text(`**${line(relatedLabel(related, context.reply))}**`),
        excerptSection(related.excerpt, null, context, QUOTATION),
      ],
    }));
