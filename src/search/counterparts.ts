import type { Language } from '../text/language.js';
import { createCrossQuery } from './cross-query.js';
import type { Passage, SearchIndex } from './index.js';
import { meaningsOf, type Concept, type Query } from './query.js';

/** Tokens `from` to `to` (exclusive) of a passage. */
export interface Stretch {
  readonly passage: Passage;
  readonly from: number;
  readonly to: number;
}

/** What each word of a corpus is in the other language, by its number, as it is first asked for. */
const known = new WeakMap<SearchIndex, Map<number, readonly Concept[]>>();

/**
 * A word of the corpus as it is asked for in the other language: one concept, or several for an acronym. It is looked
 * up apart from its neighbours, so that it is looked up once, in however many texts it stands.
 */
function counterparts(index: SearchIndex, word: number, stem: number, target: Language): readonly Concept[] {
  let words = known.get(index);
  if (words === undefined) known.set(index, (words = new Map<number, readonly Concept[]>()));
  let concepts = words.get(word);
  if (concepts === undefined) {
    const { vocabulary, passagesIn } = index;
    const folded = vocabulary.words[word]!;
    const term = { start: 0, end: folded.length, folded, kind: vocabulary.kinds[stem]!, stem: vocabulary.stems[stem]! };
    ({ concepts } = createCrossQuery(index, folded, [{ ...term, stop: false }], target, passagesIn[target]));
    words.set(word, concepts);
  }
  return concepts;
}

/** The longest stretch that is asked about: more words make it no plainer what it tells. */
const LONGEST = 80;

/** The first token of each word of a stretch that is no stop word. */
function contentTokens({ vocabulary }: SearchIndex, { passage: { stems }, from, to }: Stretch): number[] {
  const tokens = new Map<number, number>();
  for (let token = from; token < Math.min(to, from + LONGEST); token++) {
    const stem = stems[token]!;
    if (!vocabulary.isStop(stem) && !tokens.has(stem)) tokens.set(stem, token);
  }
  return [...tokens.values()];
}

/**
 * The query that asks passages in `target` what a stretch of a passage in the other language tells. The `position` of
 * each concept is the number of its token in the passage.
 */
export function createStretchQuery(index: SearchIndex, stretch: Stretch, target: Language): Query {
  const { words, stems } = stretch.passage;
  const concepts = contentTokens(index, stretch).flatMap((token) =>
    counterparts(index, words[token]!, stems[token]!, target).map((concept) => ({ ...concept, position: token })),
  );
  return {
    language: 'other',
    concepts,
    meanings: meaningsOf(concepts),
    sequence: [],
    expected: 0,
    totalIdf: concepts.reduce((sum, { idf }) => sum + idf, 0) || 1,
  };
}

/** By how many words of a stretch, the rarest, passages are looked for, and how much of them (by idf) one must hold. */
const RAREST = 10;
const LEAST_HELD = 0.35;
/** A word that stands in more passages finds none. */
const MOST_PASSAGES = 500;

/**
 * The passages in `target` that `accepts` admits and that hold most of the rarest words of a stretch, best first, at
 * most `most`. No other word of it is looked up, and of the index nothing but the postings of these.
 */
export function likeliest(
  index: SearchIndex,
  stretch: Stretch,
  target: Language,
  most: number,
  accepts: (passage: Passage) => boolean,
): Passage[] {
  const { passages, vocabulary } = index;
  const { words, stems } = stretch.passage;
  const rarest = contentTokens(index, stretch)
    .sort((a, b) => vocabulary.stemFrequency(stems[a]!) - vocabulary.stemFrequency(stems[b]!))
    .slice(0, RAREST);
  const scores = new Map<number, number>();
  let all = 0;
  for (const token of rarest)
    for (const { stems: found, terms, idf } of counterparts(index, words[token]!, stems[token]!, target)) {
      all += idf;
      const holding = new Set<number>();
      for (const stem of [...found.keys(), ...terms.keys()]) {
        const list = vocabulary.passagesWith(stem);
        if (list.length <= MOST_PASSAGES) for (const id of list) holding.add(id);
      }
      for (const id of holding) scores.set(id, (scores.get(id) ?? 0) + idf);
    }
  return [...scores]
    .filter(([id, score]) => score >= LEAST_HELD * all && passages[id]!.paragraph.language === target)
    .sort((a, b) => b[1] - a[1] || a[0] - b[0])
    .map(([id]) => passages[id]!)
    .filter(accepts)
    .slice(0, most);
}
