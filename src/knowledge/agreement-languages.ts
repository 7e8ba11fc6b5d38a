import { fold } from '../text/fold.js';
import { isArabicWord, nameCost, SAME_SURNAME } from '../text/transliteration.js';
import type { Told, ToldParty } from './agreement-draft.js';
import { compareParties, type Entry, join, sameDate } from './agreement-merge.js';
import { sameParty } from './parties.js';

/** Nouns that sound alike in both languages and name nobody. */
const SOUND_ALIKE = /^(?:bank|academy|parliament|institute|company|protocol|technology)$/;
/** A word of a name has at least so many letters, so that it is no chance. */
const SHORTEST = 3;

/** Whether a word of each is a spelling of the same name: المنار and Manar. */
function soundAlike(first: readonly string[], second: readonly string[]): boolean {
  const isLong = (word: string): boolean => word.length >= SHORTEST && !SOUND_ALIKE.test(word);
  const all = [...first, ...second].filter(isLong);
  const latin = all.filter((word) => !isArabicWord(word));
  return all.filter(isArabicWord).some((word) => latin.some((other) => nameCost(word, other, SAME_SURNAME) <= SAME_SURNAME)); // prettier-ignore
}

const isSameParty = (a: ToldParty, b: ToldParty): boolean =>
  sameParty(a.value, b.value) ?? soundAlike(a.value.words, b.value.words);

/** How many parties of the one are parties of the other as well. */
const sharedParties = (a: Entry, b: Entry): number =>
  a.parties.filter((party) => b.parties.some((other) => isSameParty(party, other))).length;

const wordsOf = (told: readonly Told[]): string[] =>
  told.flatMap(({ value }) => fold(value).split(/[^\p{L}\p{N}]+/u)).filter((word) => word !== '');

/** Amounts and names are written in both languages: a number of some length, a signatory, a name in quotation marks. */
function shareMore(a: Entry, b: Entry): boolean {
  const numbers = ({ purpose, title }: Entry): string[] =>
    wordsOf([purpose, title].filter((each) => each !== null)).filter((word) => /^\d{2,}$/.test(word));
  if (numbers(a).some((number) => numbers(b).includes(number))) return true;
  if (soundAlike(wordsOf(a.signatories), wordsOf(b.signatories))) return true;
  return a.quoted && b.quoted && soundAlike(wordsOf(a.title ? [a.title] : []), wordsOf(b.title ? [b.title] : []));
}

/** Whether two entries of one document tell the same in its two languages, as far as nothing speaks against it. */
const mayBeOne = (a: Entry, b: Entry): boolean =>
  b.languages.size === 1 &&
  [...b.languages][0] !== [...a.languages][0] &&
  b.kind === a.kind &&
  b.status === a.status &&
  b.many === a.many &&
  sameDate(a.date, b.date) &&
  compareParties(a.parties, b.parties) !== 'different';

/**
 * The two halves of a bilingual document tell the same agreements: each entry of the one language with that of the other
 * which has the same parties. Of what has only some in common, or other names and amounts, the one that alone is possible;
 * what has nothing in common but its kind stays apart, since two agreements taken for one are worse than one told twice.
 */
export function joinLanguages(entries: readonly Entry[]): Entry[] {
  if (new Set(entries.flatMap(({ languages }) => [...languages])).size < 2) return [...entries];
  const joined = new Set<Entry>();
  for (const [n, entry] of entries.entries()) {
    if (joined.has(entry) || entry.languages.size > 1) continue;
    const possible = entries.slice(n + 1).filter((other) => !joined.has(other) && mayBeOne(entry, other));
    const all = (other: Entry): boolean =>
      sharedParties(entry, other) === Math.max(entry.parties.length, other.parties.length) && entry.parties.length > 1;
    const [first] = possible;
    const alone = possible.length === 1 && first && (sharedParties(entry, first) > 0 || shareMore(entry, first));
    const other = possible.find(all) ?? possible.find((each) => shareMore(entry, each)) ?? (alone ? first : undefined);
    if (!other) continue;
    join(entry, other);
    joined.add(other);
  }
  return entries.filter((entry) => !joined.has(entry));
}
