import { MOST_REMEMBERED } from './arabic-words.js';
import type { Gazetteer } from './gazetteer.js';

/** What a folded English word may be; a word may be several. */
export const English = {
  Given: 1,
  DoubtfulGiven: 1 << 1,
  Role: 1 << 2,
  PluralRole: 1 << 3,
  Body: 1 << 4,
  Site: 1 << 5,
  Saying: 1 << 6,
  Acting: 1 << 7,
  Common: 1 << 8,
  Place: 1 << 9,
  Nationality: 1 << 10,
  Function: 1 << 11,
} as const;

export const GIVEN = English.Given | English.DoubtfulGiven;
/** What is no part of a name unless a list of given names has it. */
export const NO_NAME_EN =
  English.Role |
  English.PluralRole |
  English.Body |
  English.Site |
  English.Saying |
  English.Acting |
  English.Common |
  English.Place |
  English.Nationality |
  English.Function;

export interface EnglishLexicon {
  flags(folded: string): number;
  /** Places of several words by their first: how many words from `words[i]` on are one place, 0 for none. */
  placeLength(words: readonly { readonly folded: string }[], i: number): number;
}

export function englishLexicon(gazetteer: Gazetteer, isStopWord: (word: string) => boolean): EnglishLexicon {
  const flags = new Map<string, number>();
  const mark = (word: string, flag: number): void => {
    flags.set(word, (flags.get(word) ?? 0) | flag);
  };
  const all: readonly (readonly [Parameters<Gazetteer['words']>[0], string, number])[] = [
    ['given-names', 'sure', English.Given],
    ['given-names', 'latin', English.Given],
    ['given-names', 'doubtful', English.DoubtfulGiven],
    ['role-heads', 'one', English.Role],
    ['role-heads', 'plural', English.Role | English.PluralRole],
    ['institutions', 'body', English.Body],
    ['institutions', 'site', English.Site],
    ['verbs', 'saying', English.Saying],
    ['verbs', 'acting', English.Acting],
    ['not-names', 'noun', English.Common],
  ];
  for (const [list, kind, flag] of all) for (const word of gazetteer.words(list, 'en', kind)) mark(word, flag);
  const places = new Map<string, string[][]>();
  for (const [kind, flag] of [
    ['place', English.Place],
    ['nationality', English.Nationality],
  ] as const) {
    for (const place of gazetteer.words('places', 'en', kind)) {
      const words = place.split(/[ ,&()]+/).filter((word) => word !== '');
      const first = words[0] ?? '';
      if (words.length === 1) mark(first, flag);
      else places.set(first, [...(places.get(first) ?? []), words]);
    }
  }
  const plural = (word: string): number =>
    word.endsWith('s')
      ? (flags.get(word.slice(0, -1)) ?? 0) & (English.Body | English.Common | English.Nationality | English.Role)
      : 0;
  const read = (folded: string): number => {
    // "volunteers" and "experts" are listed as everyday words, and are offices of several as well
    const found = (flags.get(folded) ?? plural(folded)) | (plural(folded) & English.Role);
    return isStopWord(folded) && (found & English.Given) === 0 ? found | English.Function : found;
  };
  const known = new Map<string, number>();
  return {
    flags: (folded) => {
      let found = known.get(folded);
      if (found === undefined) {
        if (known.size > MOST_REMEMBERED) known.clear();
        known.set(folded, (found = read(folded)));
      }
      return found;
    },
    placeLength: (words, i) => {
      let longest = 0;
      for (const place of places.get(words[i]?.folded ?? '') ?? []) {
        if (place.length > longest && place.every((word, n) => words[i + n]?.folded === word)) longest = place.length;
      }
      return longest;
    },
  };
}
