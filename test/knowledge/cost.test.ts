import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type Corpus, quotable } from '../../src/corpus/document.js';
import { readCorpus } from '../../src/corpus/corpus.js';
import { extractKnowledge } from '../../src/knowledge/extract.js';
import { PROJECT_ROOT } from '../../src/text/project.js';
import { sentencesOf } from '../../src/text/sentences.js';
import { tokenize } from '../../src/text/tokens.js';

/** Measured: 23 to 34, by how much else the machine does. */
const MOST = 90;

/** The least processor time of `rounds` runs, in milliseconds: what others do on the machine only adds to it. */
function leastOf(rounds: number, run: () => void): number {
  let least = Infinity;
  for (let i = 0; i < rounds; i++) {
    const before = process.cpuUsage();
    run();
    const { user, system } = process.cpuUsage(before);
    least = Math.min(least, (user + system) / 1000);
  }
  return least;
}

/** Cutting the same paragraphs into sentences and words. */
const read = ({ documents }: Corpus): void => {
  for (const { paragraphs } of documents)
    for (const paragraph of paragraphs)
      if (quotable(paragraph)) {
        sentencesOf(paragraph.text);
        tokenize(paragraph.text);
      }
};

test('everything is extracted at a small multiple of what cutting the text into words costs', async () => {
  const corpus = await readCorpus(join(PROJECT_ROOT, 'seeds'));
  const reading =
    leastOf(40, () => {
      for (let i = 0; i < 10; i++) read(corpus);
    }) / 10;
  const extraction = leastOf(60, () => extractKnowledge({ ...corpus }));
  expect(extraction / reading).toBeLessThan(MOST);
}, 60_000);
