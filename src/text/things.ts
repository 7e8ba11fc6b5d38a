import { fold } from './fold.js';
import { readList } from './lists.js';
import type { Token } from './tokens.js';

/** What a token shows of the text it stands in, as bits. */
export const THING = {
  number: 1,
  unit: 2,
  date: 4,
  money: 8,
  name: 16,
  duration: 32,
  calendar: 64,
  count: 128,
  digits: 256,
} as const;
export type Thing = keyof typeof THING;

const WORDS: ReadonlyMap<string, number> = (() => {
  const bits = new Map<string, number>();
  for (const { cells } of readList('text', 'thing-words', 2)) {
    const bit = THING[cells[0] as Thing] | (cells[0] === 'number' ? THING.count : 0);
    for (const word of (cells[1] ?? '').split(' ')) bits.set(fold(word), (bits.get(fold(word)) ?? 0) | bit);
  }
  return bits;
})();

const CURRENCY_SIGN = /[\p{Sc}%٪]/u;
/** Years of running text, as numbers. */
const isYear = (folded: string): boolean => /^(?:1\d|20)\d\d$/.test(folded);

const wordBits = (folded: string): number =>
  WORDS.get(folded) ?? WORDS.get(folded.replace(/^(?:[وف]?(?:ال|بال|كال|لل)|[وف]?[بلك]|[وف])(?=...)/, '')) ?? 0;

/** Arabic duals of units say their number themselves (يومين, سنتان). */
const DUAL_UNIT = /^(?:يوم|شهر|عام|سنت|قرن|عقد|ساعت|دقيقت|اسبوع|ليلت)(?:ين|ان)$/;

/** Marks the units that have a number beside them, or are duals, as lengths of time. */
function markDurations(things: Uint16Array, tokens: readonly Token[]): Uint16Array {
  for (const [i, token] of tokens.entries()) {
    if ((things[i]! & THING.unit) === 0) continue;
    const counted = [i - 1, i + 1].some((k) => ((things[k] ?? 0) & (THING.number | THING.unit)) === THING.number);
    if (counted || DUAL_UNIT.test(token.folded)) things[i]! |= THING.duration;
  }
  return things;
}

/** For each token of `text` what it shows, as bits of `THING`. */
export function thingsIn(text: string, tokens: readonly Token[]): Uint16Array {
  const things = Uint16Array.from(tokens, ({ start, end, kind, folded }) => {
    if (kind === 'number') {
      // The number of a name (كوفيد-19, COVID-19) counts nothing.
      if (/[\p{L}\p{M}] ?[-‐‑–] ?$/u.test(text.slice(Math.max(0, start - 4), start))) return 0;
      const money = CURRENCY_SIGN.test(text.charAt(start - 1)) || CURRENCY_SIGN.test(text.slice(end, end + 2));
      return THING.number | (isYear(folded) ? THING.calendar : THING.count | THING.digits) | (money ? THING.money : 0);
    }
    if (kind === 'arabic') return wordBits(folded);
    // A capital after a lower-case word is a name; at the start of a sentence it says nothing.
    const capital = /^\p{Lu}/u.test(text.charAt(start));
    const inner = start > 1 && !/[.!?:"“»)\n]\s*$/.test(text.slice(Math.max(0, start - 3), start));
    return wordBits(folded) | (capital && inner ? THING.name : 0);
  });
  return markDurations(things, tokens);
}
