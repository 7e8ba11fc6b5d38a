import type { Language } from '../text/language.js';
import type { Span } from '../text/span.js';
import type { PartialDate } from './date.js';
import { type Dateline, datelineOf } from './dateline.js';
import type { ParagraphKind } from './document.js';
import { isFurniture, type Zone } from './furniture.js';
import { judgeHead, judgeMiddle, type Kind } from './headlines.js';
import { HEADLINE_WORDS, isBody, type Line, lineOf } from './line.js';
import { labelOf } from './line-words.js';
import { markdownOf } from './markdown.js';
import { type From, type Imprint, publicationDate, publisherOf } from './publication.js';

/** A document as far as it is known before its outline. */
export interface Draft {
  readonly file: string;
  readonly text: string;
  readonly spans: readonly Span[];
  readonly languages: readonly (Language | null)[];
  /** Lines that stand in many documents of the corpus (boilerplate.ts). */
  readonly repeated: ReadonlySet<string>;
}

/** What the layout of a document tells. Paragraphs are given by index, from 0. */
export interface Outline {
  readonly kinds: readonly ParagraphKind[];
  readonly title: string | null;
  readonly publisher: From<string> | null;
  readonly date: From<PartialDate> | null;
  readonly dateline: Span | null;
}

/** A line that comes back this often in one document is a widget. */
const REPEATED = 3;
/** Words from which a line without a stop is a sentence rather than a headline, in a text that has no stops. */
const SENTENCE_WORDS = 16;

/**
 * Judges every paragraph by its shape, its place and its neighbours, and reads title, publisher, date and dateline. Takes
 * time linear in the size of the document.
 */
export function outlineOf({ file, text, spans, languages, repeated }: Draft): Outline {
  const lines = withoutHeadlineStop(spans.map((span, i) => lineOf(text, span, i, languages[i] ?? null)));
  const markdown = markdownOf(file, text, spans);
  const uses = usesOf(lines);
  const bodyAt = firstBody(lines);
  const lastBody = lines.findLastIndex((line) => isBody(line) && !isFurniture(line, 'tail'));

  const kinds: Kind[] = lines.map((line, i): Kind => {
    if (markdown.headings.has(i)) return 'heading';
    const zone: Zone = i < bodyAt ? 'head' : i > lastBody ? 'tail' : 'middle';
    if (markdown.code.has(i)) return 'body';
    // The first of them may be the title that comes back.
    const { count = 0, first = 0 } = uses.get(line.key) ?? {};
    const often = count >= REPEATED && (first !== i || i >= bodyAt);
    if (markdown.furniture.has(i) || often || repeated.has(line.text) || isFurniture(line, zone)) return 'furniture';
    return isBody(line) ? 'body' : null;
  });
  const title = judgeHead(lines, kinds, bodyAt, markdown.headings);
  judgeMiddle(lines, kinds, bodyAt);
  const dateline = findDateline(lines, kinds, bodyAt);

  const furniture = lines.filter((_line, i) => kinds[i] === 'furniture');
  const imprint: Imprint = {
    head: furniture.filter(({ index }) => index < bodyAt),
    rest: furniture.filter(
      (line) => line.index > lastBody || (line.index > bodyAt && (isImprint(line) || isDateAlone(line, bodyAt))),
    ),
    dateline,
  };
  const captions = lines.filter((_line, i) => kinds[i] === 'caption');
  return {
    kinds: kinds.map((kind) => (kind === 'caption' ? 'furniture' : (kind ?? 'body'))),
    title: title ?? (markdown.title && text.slice(markdown.title.start, markdown.title.end)),
    publisher: publisherOf(imprint, captions),
    date: publicationDate(imprint),
    dateline: dateline && absolute(dateline.value.place, lines[dateline.paragraph]),
  };
}

/** "Envoys sign deal." above "MINSK 1996-08-30": some agencies end a headline with a stop; the line below tells place and day. */
function withoutHeadlineStop(lines: Line[]): readonly Line[] {
  const [first, second, ...rest] = lines;
  if (!first?.stop || !second || first.bullet || second.stop || first.words > STOPPED_HEADLINE_WORDS) return lines;
  const dated = second.words <= DATELINE_WORDS && datelineOf(second.text, second.language)?.date != null;
  return dated ? [{ ...first, stop: false }, second, ...rest] : lines;
}
const STOPPED_HEADLINE_WORDS = 14;
const DATELINE_WORDS = 8;

/** How often, and where first, each short line without a stop stands in the document, by its key. */
function usesOf(lines: readonly Line[]): ReadonlyMap<string, { readonly count: number; readonly first: number }> {
  const uses = new Map<string, { count: number; first: number }>();
  for (const { index, key, words, stop, bullet } of lines) {
    if (words > HEADLINE_WORDS || stop || bullet) continue;
    const use = uses.get(key);
    if (use) use.count++;
    else uses.set(key, { count: 1, first: index });
  }
  return uses;
}

/**
 * Index of the first running text. Where no line is any (a text without stops), the first with enough words for a
 * sentence; else the second line.
 */
function firstBody(lines: readonly Line[]): number {
  const found = lines.findIndex((line) => isBody(line) && !isFurniture(line, 'head'));
  if (found >= 0) return found;
  const long = lines.findIndex(({ index, words }) => index > 0 && words >= SENTENCE_WORDS);
  return long >= 0 ? long : Math.min(1, lines.length - 1);
}

/** A site may print the date in digits, alone on a line, right below the lead: "22/1/2026". */
const isDateAlone = ({ text, index }: Line, bodyAt: number): boolean =>
  index <= bodyAt + BELOW_LEAD && /^\s*\p{Nd}{1,2}[/.-]\p{Nd}{1,2}[/.-]\p{Nd}{4}\s*$/u.test(text);
const BELOW_LEAD = 3;

/** A line that says where or when the document appeared, wherever it stands. */
function isImprint({ text }: Line): boolean {
  const field = labelOf(text)?.field;
  return field === 'date' || field === 'publisher';
}

/** A summary of one or two paragraphs may stand before the text that opens with a dateline. */
const SUMMARY_PARAGRAPHS = 2;

/** The first dateline: of a line above the text, of the first running text, else one with a date soon after. */
function findDateline(lines: readonly Line[], kinds: readonly Kind[], bodyAt: number): From<Dateline> | null {
  for (const line of lines.slice(0, bodyAt + 1)) {
    if (kinds[line.index] === 'title' || kinds[line.index] === 'heading') continue;
    const value = datelineOf(line.text, line.language);
    if (value) return { value, paragraph: line.index };
  }
  const soon = lines.slice(bodyAt + 1, bodyAt + 1 + SUMMARY_PARAGRAPHS).filter(({ index }) => kinds[index] === 'body');
  for (const line of soon) {
    const value = datelineOf(line.text, line.language);
    if (value?.date?.date.precision === 'day') return { value, paragraph: line.index };
  }
  return null;
}

const absolute = ({ start, end }: Span, line: Line | undefined): Span => ({
  start: start + (line?.start ?? 0),
  end: end + (line?.start ?? 0),
});
