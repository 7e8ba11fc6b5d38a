import { GAZETTEER } from './gazetteer.js';
import type { Person } from './knowledge.js';
import { buildNameIndex, foldTitle, lookUpName, type LookUp, type NameIndex } from './name-index.js';

/** Words of forms of address and heads of offices: typed before a name, they are none of its parts. */
const readTitles = (): ReadonlySet<string> =>
  new Set([
    ...GAZETTEER.honorifics.flatMap(({ words }) => words.map(foldTitle)),
    ...(['ar', 'en'] as const).flatMap((language) =>
      (['one', 'plural'] as const).flatMap((kind) => [...GAZETTEER.words('role-heads', language, kind)].map(foldTitle)),
    ),
  ]);

let titles: ReadonlySet<string> | null = null;
const isTitle = (word: string): boolean => (titles ??= readTitles()).has(word);

const indexes = new WeakMap<readonly Person[], NameIndex>();

function indexOf(people: readonly Person[]): NameIndex {
  const known =
    indexes.get(people) ??
    buildNameIndex(people.map(({ names, roles }) => ({ names, descriptions: roles.map(({ title }) => title) })));
  indexes.set(people, known);
  return known;
}

/**
 * The people whom `typed` can mean, in either script, in part, with honorifics, in other romanisations ("el hamadi",
 * "Blinkin", بلنكن) and with a typing error: whole names first, then parts, prefixes, other spellings; an office where no
 * name fits. Numbers are indexes into `people`; the keys are computed once for each list.
 */
export const findPeople = (people: readonly Person[], typed: string): LookUp =>
  lookUpName(indexOf(people), typed, isTitle);
