import type { Span } from './span.js';

/**
 * Families of quotation marks: a mark closes only one of its own family. Apostrophes are none. In Arabic print the curly
 * ones stand either way round, so that the white space beside a mark says more than the mark.
 */
const FAMILY: Readonly<Record<string, number>> = { '"': 0, '“': 1, '”': 1, '„': 1, '«': 2, '»': 2, '‹': 3, '›': 3 };
const FAMILIES = 4;
const MARK = /["“”„«»‹›]/g;
const OPENING = '“„«‹';
const CLOSING = '”»›';
/** A quotation longer than this, in UTF-16 code units, is taken for a mark without its partner. */
export const LONGEST_QUOTATION = 400;

type Side = 'opens' | 'closes' | 'either';

/** The letters that Arabic writes together with the next word: one of them before a mark is no word before it. */
const CLITIC_BEFORE = /(?:^|[^\p{L}\p{M}])(?:[وفبلك]\p{M}*|ال)\u0640*$|\u0640$/u;

function sideOf(text: string, i: number): Side {
  const before = text.charAt(i - 1);
  const after = text.charAt(i + 1);
  const spaceBefore = before === '' || /[\s([{\p{Cf}-]/u.test(before);
  const spaceAfter = after === '' || /[\s\p{Cf}]/u.test(after);
  if (spaceBefore && !spaceAfter) return 'opens';
  if (!spaceBefore && spaceAfter) return 'closes';
  const mark = text.charAt(i);
  if (OPENING.includes(mark)) return 'opens';
  if (CLOSING.includes(mark)) return 'closes';
  if (spaceBefore) return 'either';
  if (/[.,;:!?،؛؟)\]}»”]/u.test(after)) return 'closes';
  return CLITIC_BEFORE.test(text.slice(Math.max(0, i - 4), i)) ? 'opens' : 'either';
}

/**
 * The quotations of `text` with their marks, by rising start; one family of marks may stand inside another. A mark
 * without a partner within `LONGEST_QUOTATION` begins none. Linear in the length of `text`.
 */
export function pairedQuotations(text: string): Span[] {
  const found: Span[] = [];
  const open = new Array<number>(FAMILIES).fill(-1);
  for (const { 0: mark, index: i } of text.matchAll(MARK)) {
    const family = FAMILY[mark]!;
    const start = open[family]!;
    const side = sideOf(text, i);
    const paired = start >= 0 && side !== 'opens' && i - start <= LONGEST_QUOTATION;
    if (paired) found.push({ start, end: i + 1 });
    open[family] = paired || side === 'closes' ? -1 : i;
  }
  return found.sort((a, b) => a.start - b.start);
}
