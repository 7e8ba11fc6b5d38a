import type { LookUp, Match } from '../knowledge/name-index.js';
import { entryByKey, type KeyedKind } from './entry-key.js';
import type { Library } from './library.js';

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

/** The entries that what was typed means, by number; all of them where nothing was typed. */
export interface Chosen {
  readonly wanted: readonly number[];
  /** Entries with the nearest names where none is meant. */
  readonly nearest: readonly number[];
  /** Several have what was typed as a name. */
  readonly ambiguous: boolean;
  /** What was typed, as words that occur nowhere; empty where it was a key or is meant. */
  readonly unmatched: readonly string[];
}

/** Chooses among `count` entries of a kind by what was typed: a key of autocompletion, or a name that `find` looks up. */
export function chooseByName(
  library: Library,
  kind: KeyedKind,
  count: number,
  typed: string | undefined,
  find: (name: string) => LookUp,
): Chosen {
  const none = { nearest: [], ambiguous: false, unmatched: [] };
  if (typed === undefined) return { ...none, wanted: Array.from({ length: count }, (_, i) => i) };
  const keyed = entryByKey(library, kind, typed);
  if (keyed !== null) return { ...none, wanted: keyed === undefined ? [] : [keyed] };
  const found = find(typed);
  const wanted = meantBy(found);
  const missing = wanted.length === 0;
  return {
    wanted,
    nearest: missing ? found.nearest : [],
    ambiguous: wanted.length > 1,
    unmatched: missing ? [typed] : [],
  };
}
