import type { Span } from '../text/span.js';
import type { Dateline } from './dateline.js';
import type { FoundDate, PartialDate } from './date.js';
import { creditOf, daysOf, isPictureCredit } from './furniture.js';
import type { Line } from './line.js';
import { labelOf, outletKind } from './line-words.js';

/** Something read from a paragraph, with its index. */
export interface From<T> {
  readonly value: T;
  readonly paragraph: number;
}

/** The parts of a document that can tell where and when it appeared. */
export interface Imprint {
  /** Furniture above the text. */
  readonly head: readonly Line[];
  /** Furniture below the text, and that between its paragraphs which is labelled ("Published:", "المصدر:"). */
  readonly rest: readonly Line[];
  readonly dateline: From<Dateline> | null;
}

const SEPARATORS = /\s[-–—|•]\s|[()[\]|/]/u;
const RIGHTS =
  /(?:©|\(c\)|copyright)[\s:]*(?:©|\(c\))?\s*(?:[\d٠-٩]{4}(?:\s?[-–]\s?[\d٠-٩]{4})?)?[\s,]*(?:by\s+)?([^.,©|\s][^.,©|]{1,60})/i;
const NO_OWNER = /rights|reserved|محفوظة|حقوق/i;

const isPublisher = (name: string): boolean => {
  const kind = outletKind(name);
  return kind === 'agency' || kind === 'press';
};

/**
 * The publication date: of lines labelled so, then of date lines and feed headers, then of the dateline, the first that
 * has a year; else the first at all. Never a date of the running text.
 */
export function publicationDate({ head, rest, dateline }: Imprint): From<PartialDate> | null {
  const found: { date: FoundDate; paragraph: number; rank: number }[] = [];
  for (const line of [...head, ...rest]) {
    const field = labelOf(line.text)?.field;
    const rank = field === 'date' ? 0 : field === 'updated' ? 3 : 1;
    for (const date of daysOf(line)) found.push({ date, paragraph: line.index, rank });
  }
  if (dateline?.value.date) found.push({ date: dateline.value.date, paragraph: dateline.paragraph, rank: 2 });
  const ordered = found.sort((a, b) => a.rank - b.rank);
  const best = ordered.find(({ date }) => date.date.value?.startsWith('--') === false) ?? ordered[0];
  if (!best) return null;
  const value = best.rank === 2 ? withYearAbove(best.date.date, head) : best.date.date;
  return { value, paragraph: best.paragraph };
}

/** "11/03/2024" above "BEIRUT, March 11": which of the numbers is the day is told by the dateline, its year by the line. */
function withYearAbove(date: PartialDate, head: readonly Line[]): PartialDate {
  const [, month, day] = /^--(\d\d)-(\d\d)$/.exec(date.value ?? '') ?? [];
  if (month === undefined || day === undefined) return date;
  const [a, b] = [Number(day), Number(month)].map((number) => `0?${number}`);
  const either = new RegExp(`^\\D*(?:${a}[/.-]${b}|${b}[/.-]${a})[/.-](\\d{4})\\b`);
  const year = head.map(({ text }) => either.exec(text)?.[1]).find((found) => found !== undefined);
  return year === undefined ? date : { ...date, value: `${year}-${month}-${day}` };
}

/** The name that a labelled line gives ("المصدر: الجزيرة نت"). */
function labelled(line: Line): Span | null {
  const label = labelOf(line.text);
  if (label?.field !== 'publisher') return null;
  const value = line.text.slice(label.valueStart).replace(/[\s.،,]+$/u, '');
  return value === '' || value.length > 60 ? null : { start: label.valueStart, end: label.valueStart + value.length };
}

/** The outlet a feed header names: what follows an aggregator ("MENAFN - The Peninsula) QNA"), else a known one. */
function fromHeader(line: Line): Span | null {
  if (isPictureCredit(line)) return null;
  const { text } = line;
  const pieces: Span[] = [];
  let start = 0;
  for (const piece of text.split(SEPARATORS)) {
    const from = text.indexOf(piece, start);
    const name = piece.replace(/[\s:،,.]+$/u, '').trim();
    if (name !== '') pieces.push({ start: from + piece.indexOf(name), end: from + piece.indexOf(name) + name.length });
    start = from + piece.length;
  }
  const nameOf = ({ start, end }: Span): string => text.slice(start, end);
  const feed = pieces.findIndex(
    (piece) =>
      nameOf(piece)
        .split(/\s+/)
        .some((word) => outletKind(word) === 'aggregator') || outletKind(nameOf(piece)) === 'aggregator',
  );
  const source = feed < 0 ? undefined : pieces[feed + 1];
  if (source && /^[\p{Lu}\p{Lo}]/u.test(nameOf(source)) && nameOf(source).split(/\s+/).length <= 5) return source;
  return pieces.find((piece) => isPublisher(nameOf(piece))) ?? null;
}

/** The outlet that a caption's credit names, unless it is only a source of pictures or an agency. */
function fromCredit(line: Line): Span | null {
  const credit = creditOf(line);
  if (!credit) return null;
  const kind = outletKind(credit.text);
  return kind === 'photo' || kind === 'agency' || kind === 'aggregator' || /[/،,]/.test(credit.text) ? null : credit;
}

function fromRights({ text }: Line): Span | null {
  const owner = RIGHTS.exec(text)?.[1]?.trim() ?? '';
  if (owner === '' || NO_OWNER.test(owner) || owner.split(/\s+/).length > 5) return null;
  const start = text.indexOf(owner);
  return { start, end: start + owner.length };
}

/**
 * The publisher as the document names it: a labelled line, a feed header, a notice of rights, a caption's credit, the
 * agency of the dateline or of a sign-off, in this order; null where none tells.
 */
export function publisherOf({ head, rest, dateline }: Imprint, captions: readonly Line[]): From<string> | null {
  const all = [...head, ...rest];
  const agency = dateline?.value.agency ?? null;
  return (
    first(all, labelled) ??
    first(head, fromHeader) ??
    first(all, fromRights) ??
    first(captions, fromCredit) ??
    (dateline && agency !== null ? { value: agency, paragraph: dateline.paragraph } : null) ??
    first(rest, fromHeader)
  );
}

function first(lines: readonly Line[], read: (line: Line) => Span | null): From<string> | null {
  for (const line of lines) {
    const span = read(line);
    if (span) return { value: line.text.slice(span.start, span.end), paragraph: line.index };
  }
  return null;
}
