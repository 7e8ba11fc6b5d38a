/** One step of Adam (Kingma and Ba 2015) for each of `steps`, on the gradient that `gradient` gives. */
export function minimise(
  size: number,
  steps: number,
  rate: number,
  decay: number,
  gradient: (weights: readonly number[]) => number[],
): number[] {
  const weights = new Array<number>(size).fill(0);
  const first = weights.slice();
  const second = weights.slice();
  for (let step = 1; step <= steps; step++) {
    const slope = gradient(weights);
    for (let i = 0; i < size; i++) {
      const g = slope[i]! + decay * weights[i]!;
      first[i] = 0.9 * first[i]! + 0.1 * g;
      second[i] = 0.99 * second[i]! + 0.01 * g * g;
      const unbiased = first[i]! / (1 - 0.9 ** step);
      weights[i] = weights[i]! - (rate * unbiased) / (Math.sqrt(second[i]! / (1 - 0.99 ** step)) + 1e-8);
    }
  }
  return weights;
}

export const dot = (a: readonly number[], b: readonly number[]): number => a.reduce((sum, x, i) => sum + x * b[i]!, 0);

/** Candidates of one question: their features, and how much of the target falls on each (0 for wrong ones). */
export interface List {
  readonly rows: readonly (readonly number[])[];
  readonly target: readonly number[];
}

/** Listwise softmax (Cao et al. 2007, ListNet): weights under which the target is most likely. */
export function fitSoftmax(lists: readonly List[], size: number, steps = 80, decay = 0.0005): number[] {
  const usable = lists.filter(({ target }) => target.some((t) => t > 0));
  return minimise(size, steps, 1, decay, (weights) => {
    const slope = new Array<number>(size).fill(0);
    for (const { rows, target } of usable) {
      const scores = rows.map((row) => dot(row, weights));
      const top = Math.max(...scores);
      const powers = scores.map((score) => Math.exp(score - top));
      const sum = powers.reduce((a, b) => a + b, 0);
      const whole = target.reduce((a, b) => a + b, 0);
      for (const [i, row] of rows.entries()) {
        const error = powers[i]! / sum - target[i]! / whole;
        if (error !== 0) for (let k = 0; k < size; k++) slope[k]! += (error * row[k]!) / usable.length;
      }
    }
    return slope;
  });
}

export const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x));

/** Logistic regression: weights under which the labels are most likely. */
export function fitLogistic(
  rows: readonly (readonly number[])[],
  labels: readonly boolean[],
  shares: readonly number[] = labels.map(() => 1),
  decay = 0.0003,
): number[] {
  const size = rows[0]?.length ?? 0;
  const whole = shares.reduce((sum, share) => sum + share, 0);
  return minimise(size, 800, 0.15, decay, (weights) => {
    const slope = new Array<number>(size).fill(0);
    for (const [i, row] of rows.entries()) {
      const error = (sigmoid(dot(row, weights)) - (labels[i] ? 1 : 0)) * shares[i]!;
      for (let k = 0; k < size; k++) slope[k]! += (error * row[k]!) / whole;
    }
    return slope;
  });
}
