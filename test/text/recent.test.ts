import { expect, test } from 'vitest';
import { createRecent, remembering } from '../../src/text/recent.js';

test('a recent map forgets what was set longest ago', () => {
  const recent = createRecent<string, number>(2);
  for (const key of ['a', 'b', 'a', 'c']) recent.set(key, 1);
  expect(['a', 'b', 'c'].map((key) => recent.get(key))).toEqual([1, undefined, 1]);
});

test('what was computed is not computed again until it is forgotten', () => {
  const asked: string[] = [];
  const length = remembering(2, (word: string) => asked.push(word) && word.length);
  expect(['one', 'three', 'one', 'seven', 'one'].map(length)).toEqual([3, 5, 3, 5, 3]);
  expect(asked).toEqual(['one', 'three', 'seven', 'one']);
});
