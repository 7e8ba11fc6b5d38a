import { expect, test } from 'vitest';
import { readCorpus } from '../../src/corpus/corpus.js';
import { buildIndex } from '../../src/search/index.js';
import { createQuery } from '../../src/search/query.js';
import { rank } from '../../src/search/search.js';
import { temporaryFolder } from '../temporary.js';
import { lexicon } from './corpus.js';

/** Each takes a second or two; anything quadratic in the paragraph takes minutes. */
const LINEAR_MS = 20_000;
const LENGTH = 1_000_000;
const filled = (unit: string): string => unit.repeat(Math.ceil(LENGTH / unit.length));

test.each([
  ['two words of the question', 'كلمة word ', 'word كلمة'],
  ['what the question expects', 'on 5 May 2020 in Doha ', 'When in Doha?'],
  ['one word of Latin letters', 'x', 'x'.repeat(2000)],
  ['one word of Arabic letters', 'ق', 'ق'.repeat(2000)],
  ['sentences', 'Qatar signed it. ', 'Who signed for Qatar?'],
])(
  'a paragraph of a million characters: %s',
  async (_name, unit, question) => {
    const corpus = await readCorpus(temporaryFolder({ 'a.txt': filled(unit) }));
    const index = buildIndex(corpus, lexicon);
    expect(rank(index, createQuery(index, index.analysis.analyse(question)))).toHaveLength(1);
  },
  LINEAR_MS,
);
