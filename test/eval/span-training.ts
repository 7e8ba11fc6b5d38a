import { SPAN_FEATURES } from '../../src/answers/span-features.js';
import { leastRisk, WEIGHT_PARTS } from '../../src/answers/span.js';
import type { Example } from './span-examples.js';

const F = SPAN_FEATURES.length;
/** The parts that are shipped, and one that takes up what is ARCD's own way of marking answers and is not. */
const PARTS: readonly string[] = [...WEIGHT_PARTS, 'arcd'];

const EPOCHS = 10;
const BATCH = 20;
const STEP = 0.02;
/** Shrinks the common weights, and those of a language or group more. */
const DECAY_COMMON = 0.0015;
const DECAY_PART = 0.0045;
/** How sharply the target prefers the best candidates: their F1 to this power. */
const SHARPNESS = 8;

/** Mulberry32: a small generator of numbers in 0–1, so that every fit is the same. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

function shuffled<T>(of: readonly T[], next: () => number): T[] {
  const all = [...of];
  for (let i = all.length - 1; i > 0; i--) {
    const j = Math.floor(next() * (i + 1));
    [all[i], all[j]] = [all[j]!, all[i]!];
  }
  return all;
}

const partNumbers = ({ parts }: Example): number[] => parts.map((part) => PARTS.indexOf(part));

/** The score of each candidate under the weights (a row of `F` for each of `PARTS`). */
function scoresOf(example: Example, weights: Float64Array): Float64Array {
  const row = new Float64Array(F);
  for (const part of partNumbers(example)) for (let i = 0; i < F; i++) row[i]! += weights[part * F + i]!;
  const { starts, features, values, f1 } = example;
  return Float64Array.from(f1, (_, k) => {
    let score = 0;
    for (let j = starts[k]!; j < starts[k + 1]!; j++) score += row[features[j]!]! * values[j]!;
    return score;
  });
}

/** Adds the gradient of the cross-entropy between the candidates' probabilities and their sharpened F1. */
function addGradient(example: Example, weights: Float64Array, share: number, gradient: Float64Array): void {
  const { starts, features, values, f1 } = example;
  const target = f1.map((value) => value ** SHARPNESS);
  const wanted = target.reduce((a, b) => a + b, 0);
  if (wanted === 0) return;
  const scores = scoresOf(example, weights);
  const top = scores.reduce((a, b) => Math.max(a, b), -Infinity);
  const likely = scores.map((score) => Math.exp(score - top));
  const all = likely.reduce((a, b) => a + b, 0);
  const own = new Float64Array(F);
  for (let k = 0; k < f1.length; k++) {
    const error = share * (likely[k]! / all - target[k]! / wanted);
    if (Math.abs(error) < 1e-6) continue;
    for (let j = starts[k]!; j < starts[k + 1]!; j++) own[features[j]!]! += error * values[j]!;
  }
  for (const part of partNumbers(example)) for (let i = 0; i < F; i++) gradient[part * F + i]! += own[i]!;
}

/** Fits the weights by Adam (Kingma and Ba, 2015) and gives the mean of the last third of its steps. */
export function fitSpanWeights(train: readonly Example[]): Float64Array {
  const size = F * PARTS.length;
  const [weights, mean, variance, average] = [0, 0, 0, 0].map(() => new Float64Array(size)) as [
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  const next = random(1);
  const steps = Math.ceil(train.length / BATCH) * EPOCHS;
  let [step, averaged] = [0, 0];
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    const order = shuffled(train, next);
    for (let from = 0; from < order.length; from += BATCH) {
      step++;
      const gradient = new Float64Array(size);
      for (const example of order.slice(from, from + BATCH)) addGradient(example, weights, 1 / BATCH, gradient);
      const rate = STEP * Math.min(1, 1.5 * (1 - step / (steps + 1)));
      const [unbiasMean, unbiasVariance] = [1 - 0.9 ** step, 1 - 0.995 ** step];
      for (let i = 0; i < size; i++) {
        const g = gradient[i]! + (i < F ? DECAY_COMMON : DECAY_PART) * weights[i]!;
        mean[i] = 0.9 * mean[i]! + 0.1 * g;
        variance[i] = 0.995 * variance[i]! + 0.005 * g * g;
        weights[i]! -= (rate * (mean[i]! / unbiasMean)) / (Math.sqrt(variance[i]! / unbiasVariance) + 1e-5);
      }
      if (step <= steps * 0.7) continue;
      averaged++;
      for (let i = 0; i < size; i++) average[i]! += weights[i]!;
    }
  }
  return average.map((sum) => sum / averaged);
}

/** The candidate chosen under the weights, -1 where there is none. */
export function chosenBy(weights: Float64Array, example: Example): number {
  const { firsts, lasts } = example;
  const scores = scoresOf(example, weights);
  const candidates = [...scores].map((score, k) => ({ first: firsts[k]!, last: lasts[k]!, score, k }));
  const best = leastRisk(candidates);
  return best === null ? -1 : candidates.indexOf(best as (typeof candidates)[number]);
}

/** The weights as `span.json` holds them: a row of `WEIGHT_PARTS` for each feature that weighs anything. */
export function shippedWeights(weights: Float64Array): Record<string, number[]> {
  const rows = SPAN_FEATURES.map(
    (name, i) => [name, WEIGHT_PARTS.map((_, part) => Math.round(100 * weights[part * F + i]!) / 100)] as const,
  );
  return Object.fromEntries(rows.filter(([, row]) => row.some((weight) => weight !== 0)));
}
