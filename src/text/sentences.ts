import { readList } from './lists.js';
import { fold } from './fold.js';
import type { Span } from './span.js';

/** Abbreviations after which a point ends no sentence, folded. */
const ABBREVIATIONS = new Set(
  readList('text', 'abbreviations', 2).flatMap(({ cells }) => (cells[1] ?? '').split(' ').map(fold)),
);

const TERMINATORS = '.!?؟…۔';
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
    (text.charAt(start - 1) === '.' || /[\p{L}\p{M}\p{N}]/u.test(text.charAt(start - 1)))
  )
    start--;
  return text.slice(start, end);
}

/** Whether the point at `i` belongs to an abbreviation, an initial or an enumeration and so ends no sentence. */
function isAbbreviationPoint(text: string, i: number): boolean {
  const word = wordBefore(text, i);
  if (word === '') return false;
  if (ABBREVIATIONS.has(fold(word))) return true;
  // An initial (J. Smith, أ. محمد) or letters joined by points (U.S., ج.م.ع); a capital after "U.S." may open a sentence,
  // but parting "U.S. Army" would be the worse mistake.
  if (/^(?:\p{Lu}|[\u0621-\u064A])(?:\.(?:\p{Lu}|[\u0621-\u064A]))*$/u.test(word)) return true;
  return false;
}

/** Whether the next word after the end at `i` can open a sentence: no lower-case Latin letter and no joining sign. */
function opensSentence(text: string, i: number): boolean {
  let next = i;
  while (next < text.length && (isSpace(text.charAt(next)) || OPENERS.includes(text.charAt(next)))) next++;
  const character = text.charAt(next);
  return character === '' || !/[\p{Ll},;:،؛]/u.test(character);
}

/** The end of the terminators and closing quotation marks that begin at `i`. */
function endOfClosing(text: string, i: number): number {
  let end = i;
  while (end < text.length && (TERMINATORS.includes(text.charAt(end)) || CLOSERS.includes(text.charAt(end)))) end++;
  return end;
}

function isBoundary(text: string, i: number, end: number): boolean {
  if (end < text.length && !isSpace(text.charAt(end)) && isLetterOrDigit(text.charAt(end))) return false;
  if (text.charAt(i) === '.' && isAbbreviationPoint(text, i)) return opensParagraphEnd(text, end);
  if (end > i + 1 && CLOSERS.includes(text.charAt(end - 1)))
    return opensSentence(text, end) && !continuesQuotation(text, end);
  return opensSentence(text, end);
}

const opensParagraphEnd = (text: string, end: number): boolean =>
  text.slice(end).trim() === '' && text.length - end < 8;

/** After a closing quotation mark `، قال` or a comma carries the sentence on. */
const continuesQuotation = (text: string, end: number): boolean => /^\s*[,،؛;]/.test(text.slice(end, end + 4));

/**
 * The sentences of `text` as spans into it, without surrounding white space, in order and without overlap; every
 * character that is no white space lies in one of them. Abbreviations (`د.`, `Dr.`, `أ.د`), initials, decimals and
 * quotations do not end one; a line break alone does not either. Linear in the length of `text`.
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
  for (let i = 0; i < text.length; i++) {
    if (TERMINATORS.includes(text.charAt(i))) {
      const end = endOfClosing(text, i);
      if (isBoundary(text, i, end)) {
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
