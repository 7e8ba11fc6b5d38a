import type { Language } from '../text/language.js';
import { fold } from '../text/fold.js';
import type { Span } from '../text/span.js';

/** Lines longer than this, in UTF-16 code units, are body text, whatever else they look like. */
export const LONG = 300;
/** Lines of more words than this are no headline. */
export const HEADLINE_WORDS = 30;
/** Stands for the number of words of a long line, which nobody needs to know. */
const MANY = 1000;

/** A paragraph with what can be seen of its shape. */
export interface Line extends Span {
  readonly index: number;
  readonly text: string;
  readonly language: Language | null;
  /** Folded words with one space between, no punctuation; empty for a long line. */
  readonly key: string;
  /** Words of that key; many for a long line. */
  readonly words: number;
  /** Ends with a full stop (behind closing quotation marks or brackets) that is none of an abbreviation or of "..". */
  readonly stop: boolean;
  /** The last character. */
  readonly last: string;
  /** A list item or a row of a table: begins with a bullet or bar, or with a number and a point or bracket. */
  readonly bullet: boolean;
}

const CLOSERS = new Set('"\'”’»)]›');
const BULLET = /^(?:\||[-*+•●○▪■◦·–—][ \t]|\(?[\p{Nd}]{1,3}[.)\-–][ \t])/u;
const NO_WORD = /[^\p{L}\p{N}]+/gu;

/** The last word of a line is an abbreviation: U.S., D.C., ج.م.ع. */
const ABBREVIATION = /(?:^|[\s.])\p{L}\.$/u;

function endsWithStop(text: string): boolean {
  let end = text.length;
  while (end > 0 && (CLOSERS.has(text.charAt(end - 1)) || text.charAt(end - 1) === ' ')) end--;
  const last = text.charAt(end - 1);
  if (last === '۔' || last === '。') return true;
  if (last !== '.' || text.charAt(end - 2) === '.') return false;
  return !ABBREVIATION.test(text.slice(Math.max(0, end - 4), end));
}

/** The shape of the paragraph `span`, the `index`-th of `text`. Takes time linear in its length. */
export function lineOf(text: string, { start, end }: Span, index: number, language: Language | null): Line {
  const line = text.slice(start, end);
  const key = line.length <= LONG ? fold(line).replace(NO_WORD, ' ').trim() : '';
  return {
    index,
    start,
    end,
    text: line,
    language,
    key,
    words: line.length > LONG ? MANY : key === '' ? 0 : key.split(' ').length,
    stop: endsWithStop(line),
    last: line.charAt(line.length - 1),
    bullet: BULLET.test(line.slice(0, 8)),
  };
}

/** Running text: whole sentences, or more words than a headline has. */
export const isBody = ({ stop, words }: Line): boolean => (stop && words > 3) || words > HEADLINE_WORDS;

const CAPITAL_OR_ARABIC = /^["“«(]?[\p{Lu}\p{Lo}]/u;

/** Whether a sentence ends inside the line, after a word of three letters or more, and another begins. */
function hasInnerStop(text: string): boolean {
  for (const { index, 0: found } of text.matchAll(/[^\s.]{3}[.؟?!]["”»)]?\s+/g))
    if (CAPITAL_OR_ARABIC.test(text.slice(index + found.length, index + found.length + 3))) return true;
  return false;
}

/** Could be a headline or sub-heading: few words, no full stop, no sentence end inside, not open towards the next line. */
export const isHeadline = ({ text, stop, words, last, bullet }: Line): boolean =>
  words > 0 && words <= HEADLINE_WORDS && !stop && !bullet && !':,،؛;'.includes(last) && !hasInnerStop(text);
