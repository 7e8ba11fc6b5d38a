import { Kind, kindAt, oneLine, wellFormed } from './characters.js';

/**
 * Text of documents and people made safe to be shown by Discord. Nothing here changes a letter: markdown characters get
 * a backslash, which Discord takes away again, and characters that only steer the layout are left out.
 */

/** Markdown at the beginning of a line only: quotation, heading, list, small type. */
const START = /[>#+-]/;
const NUMBER = /^\d{1,9}$/;
const NUMBER_POINT = /[.)]/;

/** `:` is escaped where it would make a link of an address. */
const escaped = (text: string, at: number): string => {
  const character = text.charAt(at);
  if (kindAt(text, at) !== Kind.Special) return character;
  return character !== ':' || text.startsWith('://', at) ? `\\${character}` : character;
};

/** The same where `line` is all that stands before: the first character, or the point after a number, begins a list. */
const escapedAfter = (line: string, text: string, at: number): string => {
  const character = text.charAt(at);
  const structural = line === '' ? START.test(character) : NUMBER_POINT.test(character) && NUMBER.test(line);
  return structural ? `\\${character}` : escaped(text, at);
};

/** `text` as one line that Discord shows letter by letter. */
export const escapeLine = (text: string): string => marked(text, [], Number.POSITIVE_INFINITY).text;

/** The opposite of `escapeLine` for text that went through `oneLine` before. */
export const unescapeLine = (text: string): string => text.replace(/\\([^0-9A-Za-z\s])/g, '$1');

/** Stands, escaped, at the end of what was cut. */
export const CUT_MARK = ' \\[…\\]';

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** The nearest offset at or before `at` that no user would see as the middle of a character; 0 where there is none. */
const graphemeBoundary = (text: string, at: number): number =>
  graphemes.segment(text.slice(0, at + 64)).containing(at)?.index ?? at;

type Stretch = readonly [start: number, end: number];

export interface MarkedLine {
  readonly text: string;
  /** Code units of the given text that are shown; the rest was cut from its end. */
  readonly shown: number;
}

/**
 * `text` as one escaped line with the stretches `bold` (offsets into `text`) in bold, at most `limit` characters long
 * (24 at least). What does not fit is left out at the end, from the first word that does not fit whole (within a word
 * only where that one alone is longer than the line), never inside a grapheme, and `CUT_MARK` says so.
 */
export function marked(text: string, bold: readonly Stretch[], limit: number): MarkedLine {
  const stretches = joined(text, bold);
  const whole = draw(text, stretches, text.length, limit);
  if (whole.end === text.length) return { text: whole.line, shown: text.length };
  const room = limit - CUT_MARK.length;
  const { end } = draw(text, stretches, text.length, room);
  let cut = end;
  while (cut > 0 && kindAt(text, cut) !== Kind.Space) cut--;
  if (cut === 0) cut = graphemeBoundary(text, end);
  // One grapheme longer than the line (a letter under hundreds of marks): only the code points can be kept whole.
  if (cut === 0) cut = LOW_SURROGATE.test(text.charAt(end)) ? end - 1 : end;
  return { text: draw(text, stretches, cut, room).line + CUT_MARK, shown: cut };
}

const LOW_SURROGATE = /[\uDC00-\uDFFF]/;

/**
 * Cleans, escapes and marks the code units of `text` up to `stop`, or as many as fit into `limit` characters; `end` is
 * where it stopped.
 */
function draw(text: string, stretches: readonly Stretch[], stop: number, limit: number): { line: string; end: number } {
  let line = '';
  let next = 0;
  let open = false;
  let space = false;
  for (let at = 0; at < stop; at++) {
    const kind = kindAt(text, at);
    if (kind === Kind.Space) space = line !== '';
    if (kind === Kind.Space || kind === Kind.Invisible) continue;
    let piece = '';
    if (open && at >= (stretches[next]?.[1] ?? 0)) {
      piece = '**';
      open = false;
      next++;
    }
    if (space) piece += ' ';
    if (!open && at >= (stretches[next]?.[0] ?? stop)) {
      piece += '**';
      open = true;
    }
    piece += line.length < 10 ? escapedAfter(line, text, at) : escaped(text, at);
    if (line.length + piece.length + (open ? 2 : 0) > limit) {
      const begun = open && at > (stretches[next]?.[0] ?? at);
      return { line: closed(line, begun), end: at };
    }
    line += piece;
    space = false;
    if (line.length < 10) continue;
    const bound = Math.min(stop, stretches[next]?.[open ? 1 : 0] ?? stop, at + limit - line.length - 2);
    const plain = plainUntil(text, at + 1, bound);
    line += text.slice(at + 1, plain);
    at = plain - 1;
  }
  return { line: closed(line, open), end: stop };
}

/** Where the run of plain characters that begins at `at` ends, at `stop` at the latest. */
function plainUntil(text: string, at: number, stop: number): number {
  let end = at;
  while (end < stop && kindAt(text, end) === Kind.Plain) end++;
  return end;
}

const closed = (line: string, open: boolean): string => wellFormed(open ? `${line}**` : line);

const isSeen = (text: string, at: number): boolean => {
  const kind = kindAt(text, at);
  return kind !== Kind.Space && kind !== Kind.Invisible;
};

/** Stretches in order, beginning and ending with something seen; those with nothing seen between them are one. */
function joined(text: string, bold: readonly Stretch[]): readonly Stretch[] {
  const result: [number, number][] = [];
  for (const [from, to] of [...bold].sort((a, b) => a[0] - b[0])) {
    let start = Math.max(from, 0);
    let end = Math.min(to, text.length);
    while (start < end && !isSeen(text, start)) start++;
    while (end > start && !isSeen(text, end - 1)) end--;
    if (start >= end) continue;
    // A mark between the halves of a character would destroy it.
    if (LOW_SURROGATE.test(text.charAt(start))) start--;
    if (LOW_SURROGATE.test(text.charAt(end))) end++;
    const last = result.at(-1);
    let gap = last?.[1] ?? start;
    while (gap < start && !isSeen(text, gap)) gap++;
    if (last && gap >= start) last[1] = Math.max(last[1], end);
    else result.push([start, end]);
  }
  return result;
}

/**
 * Plain text of at most `limit` characters for places without markdown (labels, choices): one line, cut at its end on a
 * grapheme boundary with an ellipsis.
 */
export function label(text: string, limit: number): string {
  const line = oneLine(text);
  if (line.length <= limit) return line;
  const end = graphemeBoundary(line, limit - 1) || limit - 1;
  return `${line.slice(0, end).trimEnd()}…`;
}
