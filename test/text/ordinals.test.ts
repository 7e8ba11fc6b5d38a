import { describe, expect, test } from 'vitest';
import { fold } from '../../src/text/fold.js';
import { ordinalOf } from '../../src/text/ordinals.js';

describe('the place in a row', () => {
  test.each([
    ['first', 1],
    ['fifth', 5],
    ['الأولى', 1],
    ['والخامس', 5],
    ['للرابعة', 4],
    ['ثانٍ', 2],
    ['five', undefined],
    ['خمسة', undefined],
    ['رابعهم', undefined],
  ])('%s: %s', (word, place) => {
    expect(ordinalOf(fold(word))).toBe(place);
  });
});
