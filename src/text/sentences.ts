import { readList } from './lists.js';
import { fold } from './fold.js';
import { pairedQuotations } from './quotations.js';
import type { Span } from './span.js';
import { isStopWord } from './stop-words.js';

type AbbreviationKind = 'name' | 'number' | 'last';

/** Abbreviations, folded, and what their point means (src/text/lists/abbreviations.tsv). */
const ABBREVIATIONS: ReadonlyMap<string, AbbreviationKind> = new Map(
  readList('text', 'abbreviations', 2).flatMap(({ cells: [kind = '', words = ''] }) =>
    words.split(' ').map((word) => [fold(word), kind as AbbreviationKind] as const),
  ),
);

const TERMINATORS = '.!?؟…۔';
/** Of each code unit whether it is a terminator, for it is asked of every one of a text. */
const terminates = new Uint8Array(0x10000);
for (const mark of TERMINATORS) terminates[mark.charCodeAt(0)] = 1;
const CLOSERS = '"\'”’»)]”›}';
const OPENERS = '"\'“‘«([„‹{';
/** A sentence without any terminator is cut at this many code units at the latest, at white space. */
const LONGEST_SENTENCE = 4000;

const isSpace = (character: string): boolean => character !== '' && character.trim() === '';
const isLetterOrDigit = (character: string): boolean => /[\p{L}\p{N}]/u.test(character);

/** The word that ends at `end` (exclusive), points inside included: `أ.د` of `أ.د. محمد`. */
function wordBefore(text: string, end: number): string {
  let start = end;
  while (
    start > 0 &&
    end - start < 12 &&
    (text.charAt(start - 1) === '.' || /[\p{L}\p{M}\p{N}\u0640]/u.test(text.charAt(start - 1)))
  )
    start--;
  return text.slice(start, end);
}

/** What stands after the white space, opening brackets and quotation marks at `i`, at most 24 code units of it. */
function whatFollows(text: string, i: number): string {
  let next = i;
  while (next < text.length && (isSpace(text.charAt(next)) || OPENERS.includes(text.charAt(next)))) next++;
  return text.slice(next, next + 24);
}

/** A number, or a Roman one. */
const NUMBER = /^(?:\p{N}|(?:[IVXLC]{2,4}|[VX])(?!\p{L}))/u;
/** Eras and units after a number are no title before a name: 1436 هـ, 52 ق.هـ, 50 م. */
const UNIT_AFTER_NUMBER = /\p{N}\s?(?:ق[. ]?)?(?![ول])[\u0621-\u064A]{1,3}$/u;
/** Letters joined by points, or one alone: J., U.S., ج.م.ع. */
const INITIALS = /^(?:\p{Lu}|[\u0621-\u064A])(?:\.(?:\p{Lu}|[\u0621-\u064A]))*$/u;

/** Whether a word that may follow "U.S." or "Inc." as well opens a sentence: The, He, In, But; nothing else is sure. */
function opensSurely(following: string): boolean {
  const word = /^\p{Lu}\p{Ll}+/u.exec(following)?.[0];
  return word !== undefined && isStopWord(fold(word));
}

/** Whether the point at `i` belongs to an abbreviation or an initial and, before what follows, ends no sentence. */
function isAbbreviationPoint(text: string, i: number, following: string): boolean {
  const word = wordBefore(text, i);
  if (word === '') return false;
  const initials = INITIALS.test(word.replaceAll('\u0640', ''));
  const folded = fold(word);
  // "ود. خالد", "وفقا لد. أحمد": a clitic is written together with the abbreviation.
  const kind =
    ABBREVIATIONS.get(folded) ?? ABBREVIATIONS.get(folded.replace(/^[ول]/, '')) ?? (initials ? 'initials' : undefined);
  if (kind === undefined || UNIT_AFTER_NUMBER.test(text.slice(Math.max(0, i - 8), i))) return false;
  if (kind === 'number') return initials || NUMBER.test(following);
  if (kind === 'name') return true;
  // After letters joined by points parting "U.S. Army" would be the worse mistake; in Arabic nothing shows a beginning.
  if (kind === 'last' && !/^\p{Lu}/u.test(following)) return false;
  return !opensSurely(following);
}

/** The end of the terminators and closing quotation marks that begin at `i`; an opening one ends them. */
function endOfClosing(text: string, i: number, opensAt: ReadonlySet<number>): number {
  let end = i;
  while (
    end < text.length &&
    !opensAt.has(end) &&
    (TERMINATORS.includes(text.charAt(end)) || CLOSERS.includes(text.charAt(end)))
  )
    end++;
  return end;
}

/** Two words of running text at least three letters long, glued by a point: `انتهى.وقال`, `ended.The`. */
const GLUED = /^(?:[\u0621-\u064A]{3}[.!؟][\u0621-\u064A]{3}|\p{Ll}{3}[.!?]\p{Lu}\p{Ll}{2})/u;

function isBoundary(text: string, start: number, i: number, end: number): boolean {
  const next = text.charAt(end);
  if (next !== '' && isLetterOrDigit(next)) return GLUED.test(text.slice(Math.max(start, i - 3), end + 3));
  const following = whatFollows(text, end);
  if (following === '') return true;
  if (text.charAt(i) === '.') {
    // The number or letter of an enumeration: "1. Introduction".
    if (i - start <= 4 && /^\s*\(?(?:\p{N}{1,3}|\p{L})$/u.test(text.slice(start, i))) return false;
    if (isAbbreviationPoint(text, i, following)) return false;
  }
  // No sentence opens with a small letter or a sign that joins, nor carries one on after a closing quotation mark.
  return !/^[\p{Ll},;:،؛]/u.test(following);
}

/**
 * The sentences of `text` as spans into it, without surrounding white space, in order and without overlap; every
 * character that is no white space lies in one of them. Abbreviations (`د.`, `Dr.`, `أ.د`), initials, decimals and
 * enumerations do not end one, nor does anything inside a quotation (`quotations.ts`); a line break alone does not
 * either. Linear in the length of `text`.
 */
export function sentencesOf(text: string): Span[] {
  const sentences: Span[] = [];
  let start = 0;
  const push = (from: number, to: number): void => {
    let [a, b] = [from, to];
    while (a < b && isSpace(text.charAt(a))) a++;
    while (b > a && isSpace(text.charAt(b - 1))) b--;
    if (b > a) sentences.push({ start: a, end: b });
  };
  const quotations = pairedQuotations(text);
  const opensAt = new Set(quotations.map((quotation) => quotation.start));
  let next = 0;
  let quotedUntil = -1;
  for (let i = 0; i < text.length; i++) {
    for (; next < quotations.length && quotations[next]!.start <= i; next++)
      quotedUntil = Math.max(quotedUntil, quotations[next]!.end);
    if (terminates[text.charCodeAt(i)] === 1) {
      const end = endOfClosing(text, i, opensAt);
      if (end >= quotedUntil && isBoundary(text, start, i, end)) {
        push(start, end);
        start = end;
      }
      i = Math.max(i, end - 1);
    } else if (i - start >= LONGEST_SENTENCE && isSpace(text.charAt(i))) {
      push(start, i);
      start = i;
    }
  }
  push(start, text.length);
  return sentences;
}
