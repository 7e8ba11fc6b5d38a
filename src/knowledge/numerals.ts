import { alternatives } from './phrases.js';
import { listMatcher, type RowsOf } from './list-matcher.js';
import type { Word } from './reading.js';

interface Numeral {
  readonly type: 'unit' | 'times' | 'dual';
  readonly value: number;
}

const TYPES = ['unit', 'times', 'dual'] as const;

function* entries(rowsOf: RowsOf): Iterable<readonly [string, Numeral]> {
  for (const { cells, line } of rowsOf('numerals')) {
    const [type, value, words] = cells as [string, string, string];
    const known = TYPES.find((each) => each === type);
    if (known === undefined || !Number.isFinite(Number(value)))
      throw new Error(`numerals.tsv, line ${line}: "${type} ${value}"`);
    for (const word of alternatives(words)) yield [word, { type: known, value: Number(value) }];
  }
}

const { at: numeralsAt, find: numeralAt } = listMatcher<Numeral>(entries);

/** A number found among words `from` to `to` (exclusive). */
export interface FoundNumber {
  readonly value: number;
  readonly from: number;
  readonly to: number;
  /** Letters of the first word that are a joined و ب ل and no part of the number. */
  readonly clitics: number;
}

/** Rounds what binary fractions leave over: 81.6 million is 81600000. */
const exact = (value: number): number => Number(value.toPrecision(15));
const plain = (gap: string): boolean => gap === '' || gap === '-';

interface Part {
  readonly value: number;
  readonly to: number;
  readonly clitics: number;
}

/** Digits, or number words that add up (خمسة وعشرين, twenty-five), or a dual (مليوني) at word `i`. */
function partAt(words: readonly Word[], i: number): Part | null {
  const first = words[i];
  if (!first) return null;
  if (first.number) {
    const value = Number(first.folded);
    return Number.isFinite(value) ? { value, to: i + 1, clitics: 0 } : null;
  }
  const found = numeralsAt(words, i);
  if (found.length === 0) return null;
  const clitics = (match: (typeof found)[number]): number =>
    (match.clitics.conjunction ? 1 : 0) + (match.clitics.preposition !== '' ? 1 : 0);
  const unit = found.find(({ value }) => value.type === 'unit');
  if (unit) {
    const next = words[unit.to];
    const second = next && plain(next.gap) ? numeralsAt(words, unit.to).find(({ value }) => value.type === 'unit' && value.value > unit.value.value && value.value >= 20 && value.value < 100) : undefined; // prettier-ignore
    const joined = second && unit.value.value >= 1 && (second.clitics.conjunction || next?.gap === '-');
    const larger = unit.value.value >= 20 && unit.value.value < 100 && next?.gap === '-' ? numeralsAt(words, unit.to).find(({ value }) => value.type === 'unit' && value.value < 10) : undefined; // prettier-ignore
    const add = joined ? second : larger;
    return { value: unit.value.value + (add?.value.value ?? 0), to: add?.to ?? unit.to, clitics: clitics(unit) };
  }
  const dual = found.find(({ value }) => value.type === 'dual');
  const times = found.find(({ value }) => value.type === 'times');
  // ألفا is both two thousand and a thousand in the accusative: alone before a noun it is the dual.
  const alone = dual ?? (times && times.value.value >= 100 && words[i]!.arabic ? times : undefined);
  if (!alone) return null;
  return { value: alone.value.value * (alone === dual ? 2 : 1), to: alone.to, clitics: clitics(alone) };
}

const isArticle = (word: Word | undefined): boolean => word?.folded === 'a' || word?.folded === 'an';

/** Past "half a million", "one of": the small word before a multiplier. */
const skipArticle = (words: readonly Word[], i: number): number => (isArticle(words[i]) ? i + 1 : i);

/** "and a half", "ونصف" right behind a number that ends before word `i`. */
function fractionAt(words: readonly Word[], i: number): { readonly value: number; readonly to: number } | null {
  if (words[i]?.gap !== '') return null;
  const and = words[i].folded === 'and';
  const at = and ? skipArticle(words, i + 1) : i;
  const found = numeralsAt(words, at).find(({ value }) => value.type === 'unit');
  if (!found || found.value.value >= 1 || !(and || found.clitics.conjunction)) return null;
  return { value: found.value.value, to: found.to };
}

/** "half a million", "a quarter of a million". */
const skipToScale = (words: readonly Word[], i: number): number =>
  skipArticle(words, words[i]?.folded === 'of' && isArticle(words[i + 1]) ? i + 1 : i);

/** One part with its multipliers: 500 مليون, two hundred thousand, 1.2bn, three and a half million. */
function scaledAt(words: readonly Word[], i: number): Part | null {
  const article = isArticle(words[i]) && words[i + 1] ? numeralAt(words, i + 1, 'times') : undefined; // prettier-ignore
  const part = article ? { value: 1, to: i + 1, clitics: 0 } : partAt(words, i);
  if (!part) return null;
  let { value, to } = part;
  const rest = !article && value >= 1 && value < 1000 && Number.isInteger(value) ? fractionAt(words, to) : null;
  if (rest) [value, to] = [value + rest.value, rest.to];
  for (let n = 0; n < 2; n++) {
    const at = value < 1 ? skipToScale(words, to) : to;
    const next = words[at];
    if (!next || !plain(next.gap)) break;
    const times = numeralsAt(words, at).find(
      (match) => match.value.type === 'times' && !match.clitics.conjunction && match.clitics.preposition === '',
    );
    // "5 m" is five metres unless the letter is joined to the number.
    if (!times || (next.raw.length === 1 && next.start !== words[at - 1]!.end)) break;
    value *= times.value.value;
    ({ to } = times);
  }
  return { value: exact(value), to, clitics: part.clitics };
}

/** "2-3 million": of two numbers joined by a hyphen before one multiplier, the larger. */
function upperAt(words: readonly Word[], { value, to }: Part): Part | null {
  if (value >= 1000 || !/^[-–]$/.test(words[to]?.gap ?? '') || !words[to]!.number || !words[to - 1]!.number)
    return null;
  const upper = scaledAt(words, to);
  return upper && upper.to > to + 1 && Number(words[to]!.folded) > value ? upper : null;
}

/**
 * The number that begins at word `i`, in digits or words, with its multipliers in either language; "مليونين و500 ألف" is
 * one number. Null where none begins there.
 */
export function numberAt(words: readonly Word[], i: number): FoundNumber | null {
  const word = words[i];
  if (word === undefined || (!word.number && !isArticle(word) && numeralsAt(words, i).length === 0)) return null;
  const first = scaledAt(words, i);
  if (!first) return null;
  let { value, to } = first;
  const upper = upperAt(words, first);
  if (upper) return { value: upper.value, from: i, to: upper.to, clitics: first.clitics };
  // "مليون ونصف", "a million and a half"
  const rest = value >= 1000 ? fractionAt(words, to) : null;
  if (rest && numeralAt(words, rest.to, 'times') === undefined) {
    const scale = 1000 ** Math.floor(Math.log10(value) / 3);
    return { value: exact(value + rest.value * scale), from: i, to: rest.to, clitics: first.clitics };
  }
  // A smaller multiple joined by و: مليون و500 ألف.
  if (value >= 1000 && words[to]?.gap === '') {
    const joined = words[to]!;
    const second = joined.folded === 'و' || joined.folded === 'and' ? scaledAt(words, to + 1) : scaledAt(words, to);
    const isJoined =
      second !== null && (joined.folded === 'و' || joined.folded === 'and' || joined.folded.startsWith('و'));
    // "28 ألفا و75 ليرة": after a word for a thousand any smaller number is joined.
    const least = words[to - 1]!.arabic ? 1 : 100;
    if (second && isJoined && second.value < value && second.value >= least && Number.isInteger(value / 1000)) {
      const scale = 10 ** Math.floor(Math.log10(second.value) + 1);
      if (value % scale === 0) {
        value = exact(value + second.value);
        to = second.to;
      }
    }
  }
  return { value, from: i, to, clitics: first.clitics };
}
