import { describe, expect, test } from 'vitest';
import { liesWithin } from '../../src/answers/period.js';

const day = (value: string, end?: string) =>
  ({ value, precision: 'day', basis: 'stated', ...(end !== undefined && { end }) }) as const;

describe('since and until', () => {
  test.each([
    ['2022-11-18', '2022', undefined, true],
    ['2022-11-18', '2022-11', '2022-11', true],
    ['2022-11-18', '2022-11-19', undefined, false],
    ['2022-11-18', undefined, '2022-11-18', true],
    ['2022-11-18', undefined, '2022-11-17', false],
    ['2022', '2022-06', undefined, true],
    ['2021', '2022-06', undefined, false],
    ['2022-11', '2022-11-30', '2023', true],
  ])('%s since %s until %s: %s', (value, since, until, expected) => {
    expect(liesWithin(day(value), { since, until })).toBe(expected);
  });

  test('a range that ends inside lies inside', () => {
    expect(liesWithin(day('2022-11-21', '2022-11-22'), { since: '2022-11-22' })).toBe(true);
  });

  test('what has no date or no year cannot be told', () => {
    expect(liesWithin(null, { since: '2022' })).toBeNull();
    expect(liesWithin(day('--05-12'), { since: '2022' })).toBeNull();
    expect(liesWithin(null, {})).toBe(true);
  });
});
