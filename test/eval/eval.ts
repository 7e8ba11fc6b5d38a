import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { openLibrary } from '../../src/answers/open-library.js';
import { projectFile } from '../../src/text/project.js';
import { readCollection } from './collections.js';
import { analysedMiniSearch, isnad, plainMiniSearch } from './engines.js';
import { judgeAll, summarise, type Judged, type Summary } from './measure.js';

const USE = `npm run eval [-- FOLDER …] [--json FILE] [--compare FILE] [--check] [--record]
  FOLDER    a folder with questions.json and corpus/; without any, the project's own questions about seeds/
  --json    writes all results, question by question
  --compare shows what changed against such a file
  --check   fails where a figure fell by more than a point below test/eval/record.json
  --record  writes test/eval/record.json anew`;

interface Results {
  readonly summaries: Readonly<Record<string, Readonly<Record<string, Summary>>>>;
  readonly judged: readonly (Judged & { readonly collection: string })[];
}

const RECORD = projectFile('test', 'eval', 'record.json');
/** Figures that the record holds and how far one may fall, in points. */
const HELD = ['r1', 'mrr10', 'f1', 'answered', 'refused'] as const;
const MOST_FALL = 1;

async function measure(
  folder: string | null,
): Promise<{ name: string; summaries: Record<string, Summary>; judged: Judged[] }> {
  const collection =
    folder === null
      ? await readCollection(projectFile('test', 'eval', 'questions.json'), projectFile('seeds'))
      : await readCollection(folder);
  if (collection === null) throw new Error(`${folder ?? 'test/eval'}: questions.json or corpus/ is missing`);
  const library = await openLibrary(collection.corpus.folder);
  const judged = judgeAll(collection, isnad(library));
  const summaries: Record<string, Summary> = {};
  for (const set of new Set(judged.map((each) => each.set)))
    summaries[set] = summarise(judged.filter((each) => each.set === set));
  if (Object.keys(summaries).length > 1) summaries['all'] = summarise(judged);
  summaries['plain MiniSearch'] = summarise(judgeAll(collection, plainMiniSearch(collection.corpus)));
  summaries['analysed MiniSearch'] = summarise(judgeAll(collection, analysedMiniSearch(collection.corpus)));
  return { name: collection.name, summaries, judged };
}

function compare(before: Results, now: Results): void {
  const old = new Map(before.judged.map((each) => [`${each.collection} ${each.id}`, each]));
  for (const each of now.judged) {
    const was = old.get(`${each.collection} ${each.id}`);
    if (was !== undefined && (was.rank !== each.rank || was.answered !== each.answered))
      console.log(
        `${each.collection} ${each.id}: rank ${was.rank || '–'} → ${each.rank || '–'}, ${was.answered ? 'answered' : 'refused'} → ${each.answered ? 'answered' : 'refused'}`,
      );
  }
}

/** What fell below the record, in words. */
function fallen(now: Results): string[] {
  if (!existsSync(RECORD)) return [`${RECORD} is missing: write it with --record`];
  const record = JSON.parse(readFileSync(RECORD, 'utf8')) as Results['summaries'];
  return Object.entries(record).flatMap(([collection, sets]) =>
    Object.entries(sets).flatMap(([set, was]) => {
      const is = now.summaries[collection]?.[set];
      if (is === undefined) return [`${collection}, ${set}: not measured`];
      return HELD.filter((figure) => (was[figure] ?? 0) - (is[figure] ?? 0) > MOST_FALL).map(
        (figure) => `${collection}, ${set}: ${figure} fell from ${was[figure]} to ${is[figure]}`,
      );
    }),
  );
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: 'string' },
    compare: { type: 'string' },
    check: { type: 'boolean' },
    record: { type: 'boolean' },
    help: { type: 'boolean' },
  },
});
if (values.help) console.log(USE);
else {
  const measured = [];
  for (const folder of positionals.length === 0 ? [null] : positionals) measured.push(await measure(folder));
  const results: Results = {
    summaries: Object.fromEntries(measured.map(({ name, summaries }) => [name, summaries])),
    judged: measured.flatMap(({ name, judged }) => judged.map((each) => ({ collection: name, ...each }))),
  };
  for (const { name, summaries } of measured) {
    console.log(`\n${name}`);
    console.table(summaries);
  }
  if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(results)}\n`);
  if (values.compare !== undefined) compare(JSON.parse(readFileSync(values.compare, 'utf8')) as Results, results);
  if (values.record) {
    const held = Object.fromEntries(
      measured.map(({ name, summaries }) => [
        name,
        Object.fromEntries(
          Object.entries(summaries)
            .filter(([set]) => !set.endsWith('MiniSearch'))
            .map(([set, summary]) => [set, Object.fromEntries(HELD.map((figure) => [figure, summary[figure]]))]),
        ),
      ]),
    );
    writeFileSync(RECORD, `${JSON.stringify(held, null, 2)}\n`);
  }
  const falls = values.check ? fallen(results) : [];
  for (const fall of falls) console.error(fall);
  process.exitCode = falls.length > 0 ? 1 : 0;
}
