import { performance } from 'node:perf_hooks';
import { readCorpus } from '../../src/corpus/corpus.js';
import type { Corpus } from '../../src/corpus/document.js';
import { extractKnowledge } from '../../src/knowledge/extract.js';
import { findPeople } from '../../src/knowledge/find-people.js';
import { GAZETTEER } from '../../src/knowledge/gazetteer.js';
import type { Person } from '../../src/knowledge/knowledge.js';
import { readCompiledLexicon } from '../../src/text/compiled-lexicon.js';
import { projectFile } from '../../src/text/project.js';

/**
 * `npm run bench:knowledge [-- FOLDER ROUNDS]`: what reading the files of a folder (seeds, where none is given) and
 * extracting their knowledge cost, turn by turn in one run, in milliseconds per 1,000 characters (to hold: extraction 1 at
 * the median); then how long a name takes to be looked up among 10,000 people (to hold: 2 ms).
 */

const [folder = projectFile('seeds'), rounds = '200'] = process.argv.slice(2);
const ROUNDS = Number(rounds);
const PEOPLE = 10_000;

/** The value at a share of the sorted times. */
const at = (times: readonly number[], share: number): number =>
  [...times].sort((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * share))] ?? NaN;

async function timed(run: () => unknown): Promise<number> {
  const before = performance.now();
  await run();
  return performance.now() - before;
}

const lexicon = readCompiledLexicon();
const corpus: Corpus = await readCorpus(folder);
const characters = corpus.documents.reduce((sum, { text }) => sum + text.length, 0);
const reading: number[] = [];
const extraction: number[] = [];
for (let round = 0; round < ROUNDS; round++) {
  reading.push(await timed(() => readCorpus(folder)));
  extraction.push(await timed(() => extractKnowledge({ ...corpus }, { lexicon })));
}
const perThousand = (times: readonly number[], share: number): string =>
  ((at(times, share) * 1000) / characters).toFixed(2);
console.log(
  `${corpus.documents.length} documents, ${characters} characters, ${ROUNDS} rounds; ms per 1,000 characters`,
);
console.table(
  Object.fromEntries(
    Object.entries({ reading, extraction }).map(([name, times]) => [
      name,
      {
        first: perThousand(times.slice(0, 1), 0),
        'first half, median': perThousand(times.slice(0, ROUNDS / 2), 0.5),
        'second half, median': perThousand(times.slice(ROUNDS / 2), 0.5),
        'all, median': perThousand(times, 0.5),
        least: perThousand(times, 0),
      },
    ]),
  ),
);

/** People with names of both scripts from the lists: every given name with many a family name. */
function people(): Person[] {
  const given = (['ar', 'en'] as const).map((language) => [...GAZETTEER.words('given-names', language, 'sure')]);
  const family = given.map((names) => names.filter((_, i) => i % 3 === 0));
  return Array.from({ length: PEOPLE }, (_, n) => {
    const [names = [], last = []] = [given[n % 2], family[n % 2]];
    const name = `${names[n % names.length] ?? ''} ${n % 2 === 0 ? 'ال' : 'Al '}${last[(n * 7) % last.length] ?? ''}`;
    return {
      name,
      names: [name],
      honorifics: [],
      roles: [],
      sameAs: [],
      mentions: [],
      evidence: [],
      alongside: [],
    };
  });
}

const everybody = people();
findPeople(everybody, 'nobody');
const typed = everybody.filter((_, n) => n % 50 === 0).flatMap(({ name }) => [name, name.slice(0, -1), `Dr ${name}`]);
for (const name of typed) findPeople(everybody, name);
const lookUps: number[] = [];
for (const name of [...typed, 'Xyzzy Qwerty', 'بلنكن', 'el hamadi'])
  lookUps.push(await timed(() => findPeople(everybody, name)));
console.log(
  `a name among ${PEOPLE} people, ${lookUps.length} look-ups: median ${at(lookUps, 0.5).toFixed(2)} ms, 99 % within ${at(lookUps, 0.99).toFixed(2)} ms`,
);
