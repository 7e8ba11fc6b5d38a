import type { Span } from '../text/span.js';

/** Line ends: LF, CRLF, CR, vertical tab and form feed (page breaks), NEL, line and paragraph separator. */
const LINE_END = /\r\n|[\n\v\f\r\u0085\u2028\u2029]/g;
/** Anything a reader sees: not white space, not a control or format character (bidi marks, zero-width spaces). */
const VISIBLE = /[^\s\p{Cc}\p{Cf}]/u;

/** Bounds of a wrapped line's length and of the spread of lengths within one file, in UTF-16 code units. */
const WRAPPED = { shortest: 50, longest: 90, spread: 15 } as const;

/** The lines of `text` without surrounding white space, blank ones as empty spans. */
function linesOf(text: string): Span[] {
  const lines: Span[] = [];
  let start = 0;
  for (const { index, 0: ending } of text.matchAll(LINE_END)) {
    lines.push(trimmed(text, start, index));
    start = index + ending.length;
  }
  lines.push(trimmed(text, start, text.length));
  return lines;
}

function trimmed(text: string, start: number, end: number): Span {
  const line = text.slice(start, end);
  if (!VISIBLE.test(line)) return { start, end: start };
  const from = start + line.length - line.trimStart().length;
  return { start: from, end: from + line.trim().length };
}

const lengthOf = (line: Span): number => line.end - line.start;

/** Runs of non-blank lines. */
function blocksOf(lines: readonly Span[]): Span[][] {
  const blocks: Span[][] = [];
  let block: Span[] = [];
  for (const line of lines) {
    if (lengthOf(line) > 0) block.push(line);
    else if (block.length > 0) {
      blocks.push(block);
      block = [];
    }
  }
  if (block.length > 0) blocks.push(block);
  return blocks;
}

/**
 * Whether the file is hard-wrapped: most lines of its blocks, last lines aside, are 50 to 90 code units long and within
 * 15 of each other. A last line that is longer than any wrapped line speaks against it, so that a headline broken in
 * two above unwrapped paragraphs does not make a file hard-wrapped.
 */
function isHardWrapped(blocks: readonly (readonly Span[])[]): boolean {
  const ofLength = new Array<number>(WRAPPED.longest + 1).fill(0);
  let lines = 0;
  for (const block of blocks) {
    block.forEach((line, i) => {
      const length = lengthOf(line);
      if (i === block.length - 1 && length <= WRAPPED.longest) return;
      lines++;
      if (length >= WRAPPED.shortest && length <= WRAPPED.longest) ofLength[length] = (ofLength[length] ?? 0) + 1;
    });
  }
  let most = 0;
  for (let from = WRAPPED.shortest; from <= WRAPPED.longest; from++) {
    const within = ofLength.slice(from, from + WRAPPED.spread + 1).reduce((sum, n) => sum + n, 0);
    most = Math.max(most, within);
  }
  return most * 2 > lines;
}

/**
 * The paragraphs of `text` as spans into it, in order: its non-blank lines, or, where it is hard-wrapped, its blocks of
 * lines between blank ones. Without surrounding white space. Takes time linear in the length of `text`.
 */
export function splitParagraphs(text: string): Span[] {
  const lines = linesOf(text);
  const blocks = blocksOf(lines);
  if (!isHardWrapped(blocks)) return lines.filter((line) => lengthOf(line) > 0);
  return blocks.map((block) => ({ start: block[0]?.start ?? 0, end: block.at(-1)?.end ?? 0 }));
}
