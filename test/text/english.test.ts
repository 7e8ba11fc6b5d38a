import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { stemEnglish, stemPorter } from '../../src/text/english.js';
import { parseList, readList } from '../../src/text/lists.js';
import { filled } from './mixture.js';

/** Words and their stems as the page of the algorithm gives them. */
const published = parseList(readFileSync(new URL('porter2-stems.tsv', import.meta.url), 'utf8')).map(
  ({ cells }) => [cells[0] ?? '', cells[1] ?? ''] as const,
);

describe('stemPorter', () => {
  test.each(published)('%s', (word, stem) => {
    expect(stemPorter(word)).toBe(stem);
  });

  it('leaves words of one or two letters and what is no English word', () => {
    for (const word of ['', 'a', 'is', 'قطر', 'société', 'h1n1', '2022']) expect(stemPorter(word)).toBe(word);
  });

  it('gives a stem no longer than the word, of small letters', () => {
    const ending = fc.constantFrom(
      '',
      's',
      'es',
      'ed',
      'ing',
      'ly',
      'eedly',
      'ational',
      'fulness',
      'ogist',
      'y',
      'yed',
      'ies',
    );
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz'), maxLength: 12 }),
        ending,
        (start, end) => {
          const stem = stemPorter(start + end);
          expect(stem).toMatch(/^[a-z]*$/);
          // "hying" as "dying": three letters for two.
          expect(stem.length).toBeLessThanOrEqual(Math.max(3, start.length + end.length));
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('takes linear time for a word without end', () => {
    for (const piece of ['a', 'y', 'yed', 'ing', 'ational', 'bb'])
      expect(stemPorter(filled(piece, 100_000))).not.toBe('');
  });
});

describe('stemEnglish', () => {
  it('puts every irregular form under its base', () => {
    for (const {
      cells: [base = '', forms = ''],
    } of readList('text', 'irregular-forms', 2))
      // prettier-ignore
      for (const form of forms.split(' ')) expect([form, stemEnglish(form)]).toEqual([form, stemPorter(base)]);
  });

  it('leaves every other word to Porter2', () => {
    expect(stemEnglish('agreements')).toBe(stemPorter('agreement'));
  });
});
