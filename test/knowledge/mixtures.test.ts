import fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readCorpus } from '../../src/corpus/corpus.js';
import { extractKnowledge } from '../../src/knowledge/extract.js';
import { hasArabic } from '../../src/text/language.js';
import { parseList } from '../../src/text/lists.js';
import { projectFile } from '../../src/text/project.js';
import { temporaryFolder } from '../temporary.js';

/** The words and phrases that the rules look for, from all their lists: where rules meet is where they break. */
function listed(arabic: boolean): string[] {
  const folder = projectFile('src', 'knowledge', 'lists');
  const cells = readdirSync(folder)
    .filter((file) => file.endsWith('.tsv'))
    .flatMap((file) => parseList(readFileSync(`${folder}/${file}`, 'utf8')))
    .flatMap((row) => row.cells.flatMap((cell) => [...cell.split(/ ?[|/] ?/), ...cell.split(/[\s|/]+/)]));
  return [...new Set(cells)].filter((words) => words.length > 1 && words.length < 40 && hasArabic(words) === arabic);
}

const mark = fc.constantFrom(
  ' ',
  ' ',
  ' ',
  ' ',
  ', ',
  '، ',
  '. ',
  ': ',
  ' (',
  ') ',
  ' "',
  '" ',
  '-',
  '; ',
  ' – ',
  '؛ ',
);
const number = fc.constantFrom('5', '2023', '٥', '500', '3.5', '١٢/٥/٢٠٢٣', '5 May 2023', '12 مايو', '$5', '%');
const arabic = fc
  .tuple(fc.constantFrom('', '', '', 'و', 'ال', 'وال', 'لل', 'ل', 'ب', 'ف', 'ك'), fc.constantFrom(...listed(true)))
  .map((parts) => parts.join(''));
const english = fc
  .tuple(fc.constantFrom(...listed(false)), fc.nat(2))
  .map(([word, form]) =>
    form === 0 ? word : form === 1 ? word.charAt(0).toUpperCase() + word.slice(1) : word.toUpperCase(),
  );
const paragraphOf = (word: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc
    .array(fc.tuple(fc.oneof({ weight: 8, arbitrary: word }, { weight: 1, arbitrary: number }), mark), {
      minLength: 1,
      maxLength: 25,
    })
    .map((pieces) => pieces.flat().join(''));

test('whatever order the words of the lists stand in, nothing is thrown and every name stands in its evidence', async () => {
  const paragraphs = fc.array(fc.oneof(paragraphOf(arabic), paragraphOf(english)), { minLength: 1, maxLength: 60 });
  await fc.assert(
    fc.asyncProperty(paragraphs, async (lines) => {
      const corpus = await readCorpus(temporaryFolder({ 'a.txt': lines.join('\n\n') }));
      const text = corpus.documents[0]?.text ?? '';
      const { people, organisations, agreements, events, figures } = extractKnowledge(corpus);
      for (const { evidence } of [people, organisations, agreements, events, figures].flat())
        for (const { start, end } of evidence) expect(start >= 0 && start < end && end <= text.length).toBe(true);
      for (const { name } of [people, organisations].flat()) expect(text).toContain(name);
      for (const { title, parties, signatories, purpose } of agreements)
        for (const words of [title, purpose, ...parties, ...signatories]) expect(text).toContain(words ?? '');
      for (const { title, place } of events) for (const words of [title, place]) expect(text).toContain(words ?? '');
    }),
    { numRuns: 300 },
  );
}, 60_000);
