import { writeFileSync } from 'node:fs';
import { SIGNALS, signalsOf, THRESHOLDS } from '../../src/answers/confidence.js';
import type { Query } from '../../src/search/query.js';
import { askAll, collectionIn, FITTED, threeDigits } from './asked.js';
import { thinned, withoutParagraphs, type Collection } from './collections.js';
import { dot, fitLogistic, sigmoid } from './regression.js';

interface Row {
  readonly signals: readonly number[];
  readonly answerable: boolean;
  /** Whether the first hit answers. */
  readonly right: boolean;
}

interface FittedSet {
  readonly name: string;
  readonly rows: readonly Row[];
  /** How much each of its questions counts in the fit. */
  readonly share: number;
}

/** How much a question counts whose document is there but not the paragraph that answers it. */
const NEAR_MISS = 0.1;
/** Neighbouring paragraphs of ARCD repeat each other, which makes right answers look wrong: it counts for less. */
const ARCD = 0.3;

function rowsOf(collection: Collection, language: Query['language']): Row[] {
  const { index, asked } = askAll(collection, language);
  return asked.map(({ gold, question, query, hits, isRight }) => {
    const signals = signalsOf(index, question, query, hits);
    return {
      signals: SIGNALS.map((name) => signals?.[name] ?? (name === 'bias' || name === 'unseen' ? 1 : 0)),
      answerable: gold.answerable,
      right: hits[0] !== undefined && isRight(hits[0]),
    };
  });
}

/** A collection with half of its documents, and with half of the paragraphs of each: the other half has no answer. */
const halved = (collection: Collection, language: Query['language']): FittedSet[] =>
  [0, 1].flatMap((which) => {
    const repeats = collection.name === 'arcd';
    const far = thinned(collection, (i) => i % 2 === which);
    const near = withoutParagraphs(collection, (i) => i % 2 === which);
    return [
      { name: collection.name, rows: rowsOf(far, language), share: repeats ? ARCD : 1 },
      { name: near.name, rows: rowsOf(near, language), share: repeats ? 0 : NEAR_MISS },
    ];
  });

const percent = (part: number, whole: number): string => ((100 * part) / Math.max(1, whole)).toFixed(1);

/** What the fit gives on a set at the threshold in use: answered, refused, and the calibration error of the answers. */
function report(
  { name, rows }: FittedSet,
  answerable: readonly number[],
  right: readonly number[],
  threshold: number,
): void {
  const judged = rows.map((row) => ({
    ...row,
    answers: sigmoid(dot(row.signals, answerable)) >= threshold,
    said: sigmoid(dot(row.signals, right)),
  }));
  const can = judged.filter((row) => row.answerable);
  const cannot = judged.filter((row) => !row.answerable);
  const bins = new Array<number>(10).fill(0);
  const answered = judged.filter(({ answers }) => answers);
  for (const row of answered) bins[Math.min(9, Math.floor(row.said * 10))]! += row.said - (row.right ? 1 : 0);
  const error = bins.reduce((sum, bin) => sum + Math.abs(bin), 0) / Math.max(1, answered.length);
  console.log(
    name.padEnd(28),
    `answered ${percent(can.filter(({ answers }) => answers).length, can.length)}`,
    `refused ${percent(cannot.filter(({ answers }) => !answers).length, cannot.length)}`,
    `calibration ${error.toFixed(3)}`,
  );
}

/**
 * Fits the two logistic regressions of `src/answers/confidence.json` on collections half of whose questions have no
 * answer left. The thresholds are chosen by hand, where both kinds of error are about equally rare, and kept.
 */
export async function fitConfidence(folder: string): Promise<void> {
  const fitted: Record<string, unknown> = {};
  for (const language of ['own', 'other'] as const) {
    const sets: FittedSet[] = [];
    for (const name of FITTED[language]) sets.push(...halved(await collectionIn(folder, name), language));
    const rows = sets.flatMap((set) => set.rows);
    const shares = sets.flatMap((set) => set.rows.map(() => set.share));
    const signals = rows.map((row) => row.signals);
    const answerable = fitLogistic(
      signals,
      rows.map((row) => row.answerable),
      shares,
    );
    const right = fitLogistic(
      signals,
      rows.map((row) => row.right),
      shares,
    );
    for (const set of sets) report(set, answerable, right, THRESHOLDS[language]);
    fitted[language] = { answerable: answerable.map(threeDigits), right: right.map(threeDigits) };
  }
  writeFileSync('src/answers/confidence.json', `${JSON.stringify({ ...fitted, thresholds: THRESHOLDS }, null, 2)}\n`);
}
