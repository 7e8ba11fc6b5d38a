import { performance } from 'node:perf_hooks';
import type { Corpus } from '../../src/corpus/document.js';
import { fold } from '../../src/text/fold.js';
import type { Collection, GoldQuestion } from './collections.js';
import { goldSpans } from './collections.js';

/** What an engine gives for a question: places in order, whether it calls that an answer, and how sure it is. */
export interface Given {
  readonly status: 'answered' | 'not_found';
  readonly confidence: number | null;
  readonly answer: string | null;
  readonly places: readonly {
    readonly file: string;
    readonly start: number;
    readonly end: number;
    readonly text: string;
  }[];
}
export type Engine = (question: string) => Given;

/** The outcome of one question. */
export interface Judged {
  readonly id: string;
  readonly set: string;
  readonly answerable: boolean;
  /** 1-based rank of the first gold paragraph among ten, 0 where it is not there. */
  readonly rank: number;
  readonly answered: boolean;
  readonly confidence: number | null;
  /** Token F1 of the answer against the best gold answer, 0–1. */
  readonly f1: number;
  readonly milliseconds: number;
}

/** Percentages, but for `calibration` (0–1: mean distance of said from true in ten bins) and milliseconds. */
export interface Summary {
  readonly questions: number;
  readonly r1: number;
  readonly r3: number;
  readonly mrr10: number;
  readonly f1: number;
  readonly answered: number;
  readonly refused: number | null;
  readonly calibration: number | null;
  readonly p50: number;
  readonly p99: number;
}

const wordsOf = (text: string): string[] =>
  fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .split(' ')
    .filter((word) => word !== '');

function f1Of(given: string, gold: string): number {
  const [a, pool] = [wordsOf(given), wordsOf(gold)];
  const length = a.length + pool.length;
  let shared = 0;
  for (const word of a) {
    const at = pool.indexOf(word);
    if (at < 0) continue;
    pool.splice(at, 1);
    shared++;
  }
  return shared === 0 ? 0 : (2 * shared) / length;
}

function judge(corpus: Corpus, question: GoldQuestion, engine: Engine): Judged {
  const before = performance.now();
  const given = engine(question.question);
  const milliseconds = performance.now() - before;
  const gold = question.answerable ? goldSpans(corpus, question) : [];
  const rank = given.places
    .slice(0, 10)
    .findIndex(({ file, start, end }) => gold.some((g) => g.file === file && start < g.span.end && end > g.span.start));
  const text = given.answer ?? given.places[0]?.text ?? '';
  return {
    id: question.id,
    set: question.set ?? question.lang,
    answerable: question.answerable,
    rank: rank + 1,
    answered: given.status === 'answered',
    confidence: given.confidence,
    f1: Math.max(0, ...question.answers.flat().map((answer) => f1Of(text, answer))),
    milliseconds,
  };
}

export const judgeAll = ({ corpus, questions }: Collection, engine: Engine): Judged[] =>
  questions.map((question) => judge(corpus, question, engine));

/** Expected calibration error in ten bins over the answers given (Naeini, Cooper and Hauskrecht 2015). */
function calibrationOf(judged: readonly Judged[]): number | null {
  const said = judged.filter(({ answered, confidence }) => answered && confidence !== null);
  if (said.length === 0) return null;
  const bins = new Array<number>(10).fill(0);
  for (const { confidence, rank } of said)
    bins[Math.min(9, Math.floor(confidence! * 10))]! += confidence! - (rank === 1 ? 1 : 0);
  return bins.reduce((sum, bin) => sum + Math.abs(bin), 0) / said.length;
}

const percent = (part: number, whole: number): number => (whole === 0 ? 0 : Math.round((1000 * part) / whole) / 10);
const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);

export function summarise(judged: readonly Judged[]): Summary {
  const answerable = judged.filter((each) => each.answerable);
  const unanswerable = judged.filter((each) => !each.answerable);
  const times = judged.map(({ milliseconds }) => milliseconds).sort((a, b) => a - b);
  const at = (share: number): number => Math.round(100 * (times[Math.floor(share * (times.length - 1))] ?? 0)) / 100;
  const ranked = (most: number): number => answerable.filter(({ rank }) => rank > 0 && rank <= most).length;
  const calibration = calibrationOf(judged);
  return {
    questions: judged.length,
    r1: percent(ranked(1), answerable.length),
    r3: percent(ranked(3), answerable.length),
    mrr10: percent(sum(answerable.map(({ rank }) => (rank > 0 ? 1 / rank : 0))), answerable.length),
    f1: percent(sum(answerable.map(({ f1 }) => f1)), answerable.length),
    answered: percent(answerable.filter(({ answered }) => answered).length, answerable.length),
    refused:
      unanswerable.length === 0
        ? null
        : percent(unanswerable.filter(({ answered }) => !answered).length, unanswerable.length),
    calibration: calibration === null ? null : Math.round(1000 * calibration) / 1000,
    p50: at(0.5),
    p99: at(0.99),
  };
}
