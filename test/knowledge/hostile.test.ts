import { expect, test } from 'vitest';
import { readCorpus } from '../../src/corpus/corpus.js';
import { extractKnowledge } from '../../src/knowledge/extract.js';
import { temporaryFolder } from '../temporary.js';

/** Each takes a few seconds at most; before names were compared only as far as they may agree, minutes. */
const LIMIT_MS = 30_000;
const WORDS = 10_000;

/** Words in an order that does not repeat: a linear congruence (Numerical Recipes), so that every run is the same. */
function shuffled(words: readonly string[]): string {
  const text: string[] = [];
  for (let i = 0, state = 1; i < WORDS; i++) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    text.push(words[(state >>> 16) % words.length]!);
  }
  return text.join(' ');
}

test.each([
  [
    'Latin names',
    shuffled('John Smith Ali Hassan Mohammed Ahmed David Brown Sara Omar Khalid Al Thani bin'.split(' ')),
  ],
  ['Arabic names', shuffled('محمد علي حسن أحمد خالد عمر سعيد بن آل ثاني عبدالله فاطمة يوسف الحمادي'.split(' '))],
  [
    'capitals',
    shuffled('QATAR SIGNS DEAL WITH TURKEY MINISTER OF HEALTH SAID PRIME AND 500 MILLION DOLLARS.'.split(' ')),
  ],
  ['one name again and again', 'Minister John Smith met Ali Hassan. '.repeat(WORDS / 6)],
  ['one Arabic name again and again', 'التقى الوزير علي بن حسن الحمادي علي. '.repeat(WORDS / 7)],
])(
  'a paragraph of %s: what is found stands there, and in seconds',
  async (_name, text) => {
    const corpus = await readCorpus(temporaryFolder({ 'a.txt': text }));
    const { people, organisations, agreements, events, figures } = extractKnowledge(corpus);
    for (const { names, mentions } of people) {
      const spellings = new Set(mentions.map(({ start, end }) => text.slice(start, end)));
      for (const name of names) expect(spellings).toContain(name);
    }
    for (const { evidence } of [people, organisations, agreements, events, figures].flat())
      for (const { start, end } of evidence) expect(start >= 0 && start < end && end <= text.length).toBe(true);
  },
  LIMIT_MS,
);
