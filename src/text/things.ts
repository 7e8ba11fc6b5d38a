import { fold } from './fold.js';
import { readList } from './lists.js';
import type { Token } from './tokens.js';

/** What a token shows of the text it stands in, as bits. */
export const THING = { number: 1, unit: 2, date: 4, money: 8, name: 16 } as const;
export type Thing = keyof typeof THING;

const WORDS: ReadonlyMap<string, number> = (() => {
  const bits = new Map<string, number>();
  for (const { cells } of readList('text', 'thing-words', 2)) {
    const bit = THING[cells[0] as Thing];
    for (const word of (cells[1] ?? '').split(' ')) bits.set(fold(word), (bits.get(fold(word)) ?? 0) | bit);
  }
  return bits;
})();

const CURRENCY_SIGN = /[\p{Sc}%٪]/u;
/** Years of running text, as numbers. */
const isYear = (folded: string): boolean => /^(?:1\d|20)\d\d$/.test(folded);

const wordBits = (folded: string): number =>
  WORDS.get(folded) ?? WORDS.get(folded.replace(/^(?:وال|بال|لل|ال|و|ب|ل)(?=...)/, '')) ?? 0;

/** For each token of `text` what it shows, as bits of `THING`. */
export function thingsIn(text: string, tokens: readonly Token[]): Uint8Array {
  return Uint8Array.from(tokens, ({ start, end, kind, folded }) => {
    if (kind === 'number') {
      const money = CURRENCY_SIGN.test(text.charAt(start - 1)) || CURRENCY_SIGN.test(text.slice(end, end + 2));
      return THING.number | (isYear(folded) ? THING.date : 0) | (money ? THING.money : 0);
    }
    if (kind === 'arabic') return wordBits(folded);
    // A capital after a lower-case word is a name; at the start of a sentence it says nothing.
    const capital = /^\p{Lu}/u.test(text.charAt(start));
    const inner = start > 1 && !/[.!?:"“»)\n]\s*$/.test(text.slice(Math.max(0, start - 3), start));
    return wordBits(folded) | (capital && inner ? THING.name : 0);
  });
}
