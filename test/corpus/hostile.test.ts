import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findDates } from '../../src/corpus/dates.js';
import { outlineOf } from '../../src/corpus/outline.js';
import { paragraphLanguages } from '../../src/corpus/paragraph-languages.js';
import { splitParagraphs } from '../../src/corpus/paragraphs.js';

function read(text: string, file = 'a.txt') {
  const spans = splitParagraphs(text);
  const outline = outlineOf({ file, text, spans, languages: paragraphLanguages(text, spans, undefined), repeated: new Set() });
  return { spans, outline };
}

const TEN_MEGABYTES = 10_000_000;
const fill = (unit: string, length: number): string => unit.repeat(Math.ceil(length / unit.length));
/** Each text takes well under two seconds; anything quadratic in it takes hours. */
const LINEAR_MS = 20_000;

describe('large and strange texts take linear time', () => {
  test.each([
    ['one line of words', fill('كلمة word ', TEN_MEGABYTES)],
    ['one line of a letter', 'x'.repeat(TEN_MEGABYTES)],
    ['short lines', fill('خبر قصير\n', 200_000 * 9)],
    ['short lines with dates', fill('18 نوفمبر 2022\n', 40_000 * 15)],
    ['headings', fill('# A heading\n', 40_000 * 12)],
    ['blank lines', fill(' \n\u200f\n', 2_000_000)],
    ['brackets', fill('(', 200_000)],
    ['dashes', fill('- – — ', 1_000_000)],
    ['dashes, a line each', fill('- – — : a, b\n', 1_000_000)],
    ['colons', fill('Published: Source: ', 1_000_000)],
    ['addresses', fill('a@b.c.www.https://@', 1_000_000)],
    ['marks', fill('\u064b\u0651\u0640', 1_000_000)],
    ['NULs', fill('\0\0\n', 1_000_000)],
    ['surrogates', fill('\ud83d\ud83d\ude00', 1_000_000)],
  ])('%s', { timeout: LINEAR_MS }, (_name, text) => {
    const { spans, outline } = read(text, 'a.md');
    expect(outline.kinds).toHaveLength(spans.length);
  });

  test.each([
    ['numbers', '1 '],
    ['dates', '18 نوفمبر 2022 '],
    ['days without a month', '21 و22 '],
    ['months', 'نوفمبر/'],
    ['weekdays', 'الجمعة، '],
    ['digits', '1'],
    ['slashes', '1/'],
    ['no white space', 'خ'],
  ])('dates among 200,000 characters of %s', { timeout: LINEAR_MS }, (_name, unit) => {
    const text = fill(unit, 200_000);
    let end = 0;
    for (const found of findDates(text)) {
      expect(found.start).toBeGreaterThanOrEqual(end);
      end = found.end;
    }
    expect(end).toBeLessThanOrEqual(text.length);
  });
});

test('any mixture of lines: a kind for each paragraph, spans inside the text, found dates in order', () => {
  const piece = fc.constantFrom(
    '\n', '\n\n', '\r\n', '\r', ' ', '. ', ': ', ' – ', ' - ', '، ', '(', ')', 'قطر', 'Doha', 'الدوحة', 'رويترز', '18', 'نوفمبر', '2022', 'Published', 'المصدر',
    'اليوم', 'الجمعة', 'May', '#', '🇶🇦', '\ud800', '\0', '\u200f', 'ًّ', '© 2022', 'كلمة طويلة بعض الشيء', 'a sentence that goes on for some words and ends.', '---', '«', '»', '|', '>',
  ); // prettier-ignore
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), fc.constantFrom('a.txt', 'a.md'), (pieces, file) => {
      const text = pieces.join('');
      const { spans, outline } = read(text, file);
      expect(outline.kinds).toHaveLength(spans.length);
      if (outline.title !== null) expect(text).toContain(outline.title);
      if (outline.publisher) expect(text).toContain(outline.publisher.value);
      if (outline.dateline) expect(text.slice(outline.dateline.start, outline.dateline.end)).toMatch(/\p{L}/u);
      let end = 0;
      for (const date of findDates(text)) {
        expect(date.start).toBeGreaterThanOrEqual(end);
        expect(date.end).toBeGreaterThan(date.start);
        end = date.end;
      }
      expect(end).toBeLessThanOrEqual(text.length);
    }),
    { numRuns: 500 },
  );
});
