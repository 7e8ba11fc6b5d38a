/**
 * Fits the weights of the answer span (`src/answers/span.json`) on collections of questions with marked answers, and
 * measures them on articles they were not fitted on: an article and its translations are always on one side.
 *   esbuild test/eval/fit-span.ts --bundle --packages=external --platform=node --format=esm --outfile=dist/fit-span.mjs
 *   node dist/fit-span.mjs FOLDER [--show SET]      FOLDER holds xquad-en-en, xquad-ar-ar, arcd …
 *   prettier --write src/answers/span.json
 * Weights are written, texts are not: nothing of the collections goes into the project.
 */
import { writeFileSync } from 'node:fs';
import { WEIGHT_PARTS } from '../../src/answers/span.js';
import { projectFile } from '../../src/text/project.js';
import { readExamples, type Example, type SpanSet } from './span-examples.js';
import { chosenBy, fitSpanWeights, shippedWeights } from './span-training.js';

const SETS: readonly SpanSet[] = [
  { name: 'xquad-ar-ar', asked: 'ar', told: 'ar' },
  { name: 'xquad-en-en', asked: 'en', told: 'en' },
  { name: 'arcd', asked: 'ar', told: 'ar' },
  { name: 'xquad-en-ar', asked: 'en', told: 'ar' },
  { name: 'xquad-ar-en', asked: 'ar', told: 'en' },
];
const FOLDS = 4;
const foldOf = (file: string): number => Number(/\d+/.exec(file)?.[0] ?? 0) % FOLDS;
const percent = (part: number, all: number): string => ((100 * part) / all).toFixed(1);

const [root = '../shared/eval', option, shown] = process.argv.slice(2);
const examples: Example[] = [];
const missed = new Map<string, number>();
for (const set of SETS) {
  const read = await readExamples(root, set);
  if (read === null) {
    console.log(`${set.name} is not in ${root} and is left out.`);
    continue;
  }
  examples.push(...read.examples);
  missed.set(set.name, read.missed.length);
  const [best, all] = read.examples.reduce(([a, b], { f1 }) => [a + Math.max(0, ...f1), b + f1.length], [0, 0]);
  const n = read.examples.length;
  console.log(
    `${set.name}: ${n} questions, ${(all / n).toFixed(0)} candidates each, the best of them F1 ${percent(best, n)}`,
  );
}

const sums = new Map<string, { f1: number; n: number }>();
const add = (key: string, f1: number): void => {
  const sum = sums.get(key) ?? { f1: 0, n: 0 };
  sums.set(key, { f1: sum.f1 + f1, n: sum.n + 1 });
};
for (let fold = 0; fold < FOLDS; fold++) {
  const weights = fitSpanWeights(examples.filter(({ file }) => foldOf(file) !== fold));
  for (const example of examples) {
    if (foldOf(example.file) !== fold || !example.counts) continue;
    const chosen = chosenBy(weights, example);
    const f1 = chosen < 0 ? 0 : example.f1[chosen]!;
    add(example.set, f1);
    add(`  ${example.set} ${example.parts[2]}`, f1);
    if (option !== '--show' || example.set !== shown) continue;
    const best = example.f1.indexOf(Math.max(...example.f1));
    console.log(
      `${f1.toFixed(2)} ${example.parts[2]} | ${example.question} → ${example.textOf(chosen)} | ${example.textOf(best)}`,
    );
  }
}
console.log('F1 on other articles, with the right passage; over all questions where those with a wrong one count 0:');
for (const [key, { f1, n }] of [...sums].sort(([a], [b]) => a.trim().localeCompare(b.trim())))
  console.log(
    `${key}: ${percent(f1, n)} of ${n}${missed.has(key) ? `; all ${percent(f1, n + missed.get(key)!)}` : ''}`,
  );

const weights = shippedWeights(fitSpanWeights(examples));
const rows = Object.entries(weights).map(([name, row]) => `    ${JSON.stringify(name)}: [${row.join(', ')}]`);
const made = `Made by test/eval/fit-span.ts on ${[...missed.keys()].join(', ')}; for each feature its weights for: ${WEIGHT_PARTS.join(', ')}`;
writeFileSync(
  projectFile('src', 'answers', 'span.json'),
  `{\n  "made": ${JSON.stringify(made)},\n  "weights": {\n${rows.join(',\n')}\n  }\n}\n`,
);
