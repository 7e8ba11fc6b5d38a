import fc from 'fast-check';
import { expect, test } from 'vitest';
import { printable } from '../../src/terminal/printable.js';

test.each([
  ['\u001b[31mred\u001b[0m', '␛[31mred␛[0m'],
  ['\u001b]0;title\u0007', '␛]0;title␇'],
  ['a\u009b31m', 'a\uFFFD31m'],
  ['a\u007fb', 'a␡b'],
  ['one\r\ntwo\rthree', 'one\ntwo\nthree'],
  ['\u202Eabc\u202C', 'abc'],
])('%j is printed as %j', (text, expected) => {
  expect(printable(text)).toBe(expected);
});

test('an ordinary text is printed as it stands', () => {
  for (const text of ['وَقَّعَ الهلالُ الأحمر «مذكرة» ـ 500 مليون', 'naïve — “quoted”\ttab\nline', '👮‍♂️ ZWJ', 'می‌خواهم'])
    expect(printable(text)).toBe(text);
});

test('nothing that reaches a terminal can command it', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const shown = printable(text);
      expect(shown.replace(/[\n\t]/g, '')).not.toMatch(/\p{Cc}/u);
      expect(shown).not.toMatch(/[\u202A-\u202E\u2066-\u2069]/u);
      expect(printable(shown)).toBe(shown);
    }),
  );
});
