import type { Organisation } from './knowledge.js';
import { buildNameIndex, lookUpName, type LookUp, type NameIndex } from './name-index.js';

const indexes = new WeakMap<readonly Organisation[], NameIndex>();

function indexOf(organisations: readonly Organisation[]): NameIndex {
  const known =
    indexes.get(organisations) ??
    buildNameIndex(
      organisations.map(({ names, abbreviations }) => ({ names: [...names, ...abbreviations], descriptions: [] })),
    );
  indexes.set(organisations, known);
  return known;
}

/** The organisations that `typed` can mean: a name, a part of it or an abbreviation, as `findPeople` finds people. */
export const findOrganisations = (organisations: readonly Organisation[], typed: string): LookUp =>
  lookUpName(indexOf(organisations), typed, () => false);
