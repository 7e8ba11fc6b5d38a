import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fullNameCost, wordCost } from '../../src/text/name-cost.js';

const letter = fc.constantFrom(...'abdhkmnsy', ...'ابحسعليه');
const word = fc.string({ unit: letter, minLength: 1, maxLength: 9 });
const most = fc.double({ min: 0, max: 1.5, noNaN: true });
/** A word, and the same or another with a letter more or less: spellings of one name lie near each other. */
const pair = fc
  .tuple(word, word, fc.nat(9), fc.boolean())
  .map(([a, b, at, near]) => [a, near ? a.slice(0, at) + b.slice(0, 1) + a.slice(at + (at % 2)) || 'a' : b] as const);

test('a cost is exact up to the limit given, and above it where the cost is', () => {
  fc.assert(
    fc.property(pair, most, ([a, b], limit) => {
      const [exact, limited] = [wordCost(a, b), wordCost(a, b, limit)];
      if (exact <= limit) expect(limited).toBe(exact);
      else expect(limited).toBeGreaterThan(limit);
    }),
    { numRuns: 2000 },
  );
  fc.assert(
    fc.property(fc.array(pair, { minLength: 1, maxLength: 5 }), fc.nat(4), most, (pairs, dropped, limit) => {
      const a = pairs.map(([each]) => each);
      const b = pairs.map(([, each]) => each).filter((_, i) => i !== dropped);
      const [exact, limited] = [fullNameCost(a, b), fullNameCost(a, b, limit)];
      if (exact <= limit) expect(limited).toBe(exact);
      else expect(limited).toBeGreaterThan(limit);
    }),
    { numRuns: 2000 },
  );
});

test('words of a million letters are compared at once: no name is so long', () => {
  const [a, b] = ['a', 'ba'].map((unit) => unit.repeat(1_000_000)) as [string, string];
  expect(wordCost(a, a)).toBe(0);
  expect(wordCost(a, b)).toBe(Infinity);
  expect(wordCost('ق'.repeat(1_000_000), b)).toBe(Infinity);
});
