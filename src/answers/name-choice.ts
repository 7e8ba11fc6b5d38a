import type { LookUp, Match } from '../knowledge/name-index.js';

/** Other spellings are taken together where their costs lie this near the best. */
const AS_NEAR = 0.08;

/**
 * Whom a name means: all that have the whole name; else all that have every word typed; else those that come nearest by
 * spelling or office. Several: the name is ambiguous, and choosing is the asker's.
 */
export function meantBy({ matches }: LookUp): readonly number[] {
  const [best] = matches;
  if (best === undefined) return [];
  const equal = (match: Match): boolean =>
    best.rank === 'near' ? match.cost <= best.cost + AS_NEAR : match.rank === best.rank;
  return matches.filter(equal).map(({ entry }) => entry);
}
