import type { Hit } from '../search/search.js';
import type { SearchIndex } from '../search/index.js';
import type { Query } from '../search/query.js';
import type { Question } from './question.js';
import weights from './confidence.json' with { type: 'json' };

/**
 * What tells whether the best passage carries the question, in the order of the weights in `confidence.json`. The
 * weights are those of two logistic regressions, fitted by `npm run fit` on collections half of whose questions have no
 * answer: one for "the collection answers the question", one for "the first citation is the paragraph that answers".
 */
export const SIGNALS = [
  'bias', 'coverage', 'window', 'alike', 'unseen', 'score', 'margin', 'few', 'pairs', 'words', 'document', 'heaviest',
  'numbers', 'names', 'nothingExpected', 'askedNoun', 'plain', 'noPlain',
  'clause',
] as const; // prettier-ignore
export type Signals = Readonly<Record<(typeof SIGNALS)[number], number>>;

export function signalsOf(index: SearchIndex, question: Question, query: Query, hits: readonly Hit[]): Signals | null {
  const [top, second] = hits;
  if (top === undefined) return null;
  const { features, passage } = top;
  const stems = new Set(passage.stems);
  const [first, last] = index.spans[passage.document]!;
  let unseen = 0;
  let heaviest = 0;
  let numbers = 0;
  let names = 0;
  let plain = 0;
  let allPlain = 0;
  for (const concept of query.concepts) {
    if (concept.stems.size === 0) unseen += concept.idf;
    if (!question.required.has(concept.position)) {
      allPlain += concept.idf;
      plain += concept.idf;
    }
    if ([...concept.stems.keys()].some((stem) => stems.has(stem))) continue;
    heaviest = Math.max(heaviest, concept.idf);
    if (!question.required.has(concept.position)) {
      plain -= concept.idf;
      continue;
    }
    if (concept.kind === 'number') numbers = 1;
    else {
      // A name may stand elsewhere in the document, or in a near spelling.
      let best = 0;
      for (let id = first; id < last; id++)
        for (const stem of index.passages[id]!.stems) {
          if (concept.stems.has(stem)) best = Math.max(best, 0.6);
          best = Math.max(best, concept.alike.get(stem) ?? 0);
        }
      names = Math.max(names, 1 - best);
    }
  }
  return {
    bias: 1,
    coverage: features.coverage,
    window: features.window,
    alike: features.alike,
    unseen: unseen / query.totalIdf,
    score: top.score / 10,
    // A hit that was put first for what it shows may have a better score behind it.
    margin: Math.max(0, Math.min(1, (top.score - (second?.score ?? 0)) / 5)),
    few: 1 / Math.max(1, query.concepts.length),
    pairs: features.pairs,
    words: features.bm25Words,
    document: features.document,
    heaviest: heaviest / Math.log(1 + 2 * index.passages.length),
    numbers,
    names,
    plain: allPlain > 0 ? plain / allPlain : 1,
    clause: features.clause,
    noPlain: allPlain > 0 && plain === 0 ? 1 : 0,
    nothingExpected: query.expected !== 0 && features.expected === 0 ? 1 : 0,
    askedNoun:
      question.askedNoun !== null &&
      !query.concepts.some(
        ({ position, stems: of }) => position === question.askedNoun && [...of.keys()].some((stem) => stems.has(stem)),
      )
        ? 1
        : 0,
  };
}

const sum = (signals: Signals, row: readonly number[]): number =>
  SIGNALS.reduce((total, name, i) => total + signals[name] * (row[i] ?? 0), 0);

/** The probability that the passages searched answer the question at all. */
export const answerability = (signals: Signals, { language }: Query): number =>
  sigmoid(sum(signals, weights[language].answerable));

/** The probability that the first citation lies in a paragraph that answers. */
export const confidenceOf = (signals: Signals, { language }: Query): number =>
  sigmoid(sum(signals, weights[language].right));

const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x));

/** At and above this answerability a question is answered from passages of its own language, or of the other. */
export const THRESHOLDS: Readonly<Record<Query['language'], number>> = weights.thresholds;
