import type { Query as MiniQuery } from 'minisearch';
import type { ParagraphKind } from '../corpus/document.js';
import { featuresOf, FEATURES, holdingsOf, type FeatureVector, type Holdings } from './features.js';
import type { Passage, SearchIndex } from './index.js';
import type { Query } from './query.js';
import weights from './weights.json' with { type: 'json' };

export interface Hit {
  readonly passage: Passage;
  readonly score: number;
  readonly features: FeatureVector;
}

/** How many candidates of the first stage the second looks at. */
export const CANDIDATES = 50;

/** A concept of many translations is looked for by the most usual of them. */
const MOST_STEMS = 4;

/** First stage: MiniSearch over stems, any of which may match; the passages by falling score. */
export function candidates(index: SearchIndex, query: Query, accepts: (passage: Passage) => boolean): Passage[] {
  const queries: MiniQuery[] = [];
  for (const concept of query.concepts) {
    const stems = [...concept.stems].sort((x, y) => y[1] - x[1]).slice(0, MOST_STEMS);
    if (stems.length > 0)
      queries.push({
        queries: stems.map(([stem]) => index.vocabulary.stems[stem]!),
        combineWith: 'OR',
        boostTerm: (_term, i) => stems[i]?.[1] ?? 1,
      });
    if (stems.length === 0 && concept.alike.size > 0) {
      const near = [...concept.alike].slice(0, 4);
      queries.push({
        queries: near.map(([stem]) => index.vocabulary.stems[stem]!),
        boostTerm: (_term, i) => 0.5 * (near[i]?.[1] ?? 0),
      });
    }
  }
  if (queries.length === 0) return [];
  return (
    index.mini
      .search({ combineWith: 'OR', queries }, { filter: ({ id }) => accepts(index.passages[id as number]!) })
      // MiniSearch multiplies the score by the number of matched terms; divided out, rare words count as they should.
      .map(({ id, score, terms }) => ({ passage: index.passages[id as number]!, score: score / (terms.length || 1) }))
      .sort((a, b) => b.score - a.score || a.passage.id - b.passage.id)
      .slice(0, CANDIDATES)
      .map(({ passage }) => passage)
  );
}

/**
 * A title or heading repeats the words of the text that it stands over and answers less: taken off the score, which is
 * about 25 where everything matches. Set by hand: the collections the weights were fitted on have no titles.
 */
const LESS_THAN_BODY: Readonly<Record<ParagraphKind, number>> = { title: 4, heading: 4, body: 0, furniture: 0 };

/** The weights of the features, for passages of the question's own language and, translated, of the other. */
export const WEIGHTS: Readonly<Record<Query['language'], FeatureVector>> = weights;

/** The second stage's score of a candidate: a weighted sum. */
const scoreOf = (features: FeatureVector, of: FeatureVector): number =>
  FEATURES.reduce((sum, name) => sum + of[name] * features[name], 0);

function scored(index: SearchIndex, query: Query, passage: Passage, holdings: Holdings): Hit {
  const features = featuresOf(index, query, passage, holdings);
  const score = scoreOf(features, WEIGHTS[query.language]) - LESS_THAN_BODY[passage.paragraph.kind];
  return { passage, features, score };
}

/** One passage as a hit, wherever it ranks. */
export const hitOf = (index: SearchIndex, query: Query, passage: Passage): Hit =>
  scored(index, query, passage, holdingsOf(query, index));

/** The passages that `accepts` admits and that hold any word of the query, best first, at most `CANDIDATES`. */
export function rank(index: SearchIndex, query: Query, accepts: (passage: Passage) => boolean = () => true): Hit[] {
  const holdings = holdingsOf(query, index);
  return candidates(index, query, accepts)
    .map((passage) => scored(index, query, passage, holdings))
    .sort((a, b) => b.score - a.score || a.passage.id - b.passage.id);
}
