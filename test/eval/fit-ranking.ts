import { writeFileSync } from 'node:fs';
import { FEATURES } from '../../src/search/features.js';
import { askAll, collectionIn, FITTED, threeDigits } from './asked.js';
import { dot, fitSoftmax, type List } from './regression.js';

interface FittedSet {
  readonly name: string;
  readonly lists: readonly List[];
}

/** R@1 and MRR@10 in percent under these weights. */
function quality(lists: readonly List[], weights: readonly number[]): string {
  let first = 0;
  let sum = 0;
  for (const { rows, target } of lists) {
    const order = rows.map((row, i) => [dot(row, weights), target[i]!] as const).sort((a, b) => b[0] - a[0]);
    const at = order.findIndex(([, hit]) => hit > 0);
    if (at === 0) first++;
    if (at >= 0 && at < 10) sum += 1 / (at + 1);
  }
  const percent = (part: number): string => ((100 * part) / lists.length).toFixed(1);
  return `R@1 ${percent(first)}  MRR@10 ${percent(sum)}`;
}

/** Every second ten questions, so that neighbours in one paragraph stay together. */
const half = (sets: readonly FittedSet[], which: number): FittedSet[] =>
  sets.map(({ name, lists }) => ({ name, lists: lists.filter((_, i) => Math.floor(i / 10) % 2 === which) }));

const fit = (sets: readonly FittedSet[]): number[] =>
  fitSoftmax(
    sets.flatMap(({ lists }) => lists),
    FEATURES.length,
  );

/**
 * Fits the weights of the second stage (`src/search/weights.json`) by a listwise softmax over the candidates, and prints
 * what they give on the half they were not fitted on, and on all.
 */
export async function fitRanking(folder: string): Promise<void> {
  const fitted: Record<string, Record<string, number>> = {};
  for (const language of ['own', 'other'] as const) {
    const sets: FittedSet[] = [];
    for (const name of FITTED[language]) {
      const { asked } = askAll(await collectionIn(folder, name), language);
      const lists = asked.map(({ hits, isRight }) => ({
        rows: hits.map(({ features }) => FEATURES.map((feature) => features[feature])),
        target: hits.map((hit) => (isRight(hit) ? 1 : 0)),
      }));
      sets.push({ name, lists });
    }
    for (const which of [0, 1]) {
      const weights = fit(half(sets, which));
      for (const { name, lists } of half(sets, 1 - which)) console.log('held out', name, quality(lists, weights));
    }
    const weights = fit(sets);
    for (const { name, lists } of sets) console.log('fitted on', name, quality(lists, weights));
    fitted[language] = Object.fromEntries(FEATURES.map((feature, i) => [feature, threeDigits(weights[i]!)]));
  }
  writeFileSync('src/search/weights.json', `${JSON.stringify(fitted, null, 2)}\n`);
}
