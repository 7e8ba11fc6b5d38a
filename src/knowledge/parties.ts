import type { Span } from '../text/span.js';
import { arabicParties } from './parties-arabic.js';
import { englishParties } from './parties-english.js';
import type { CountryCode } from './countries.js';
import { perSentence, type Sentence } from './reading.js';

/** What can be a party: by how sure the words make it. */
export type PartyKind =
  | 'country'
  | 'organisation'
  | 'city' // stands for a government where it acts
  | 'short' // an institution noun alone with the article: الجمعية
  | 'nationality' // only an adjective, with the office or side it belongs to: وزير الصحة القطري
  | 'name'; // a capitalised name of nothing known

/** A name of a state, an institution or a group in a sentence; offsets are those of the document's text. */
export interface Party extends Span {
  readonly kind: PartyKind;
  /** Words of the sentence it covers, `to` exclusive. */
  readonly from: number;
  readonly to: number;
  /** Folded words by which it is compared, without articles and clitics. */
  readonly words: readonly string[];
  /** Countries it names or belongs to. */
  readonly countries: readonly CountryCode[];
  /** The class of its institution noun (lists/party-words.tsv), empty where it has none. */
  readonly heads: readonly string[];
  /** Words of the short or other name that stands in brackets after it. */
  readonly also?: readonly string[];
}

const read = (sentence: Sentence, taken: (i: number) => boolean): Party[] =>
  withBrackets(sentence, sentence.language === 'ar' ? arabicParties(sentence, taken) : englishParties(sentence, taken));

/** The parties of a sentence where no word is taken, with the words of which that was asked. */
interface Untaken {
  readonly parties: readonly Party[];
  readonly asked: readonly number[];
}

const readUntaken = perSentence((sentence): Untaken => {
  const asked: number[] = [];
  const parties = read(sentence, (i) => {
    if (asked.at(-1) !== i) asked.push(i);
    return false;
  });
  return { parties, asked };
});

/** Every possible party of a sentence, in order, without overlap, where no word is taken. Read once. */
export const partiesNamed = (sentence: Sentence): readonly Party[] => readUntaken(sentence).parties;

/** The same where `taken` tells words that no name runs over (verbs …): read anew only where one of them decides. */
export function partiesIn(sentence: Sentence, taken: (i: number) => boolean): readonly Party[] {
  const { parties, asked } = readUntaken(sentence);
  for (const i of asked) if (taken(i)) return read(sentence, taken);
  return parties;
}

const places = new WeakMap<readonly Party[], ReadonlyMap<number, Party>>();

/** The party of a list that begins at word `i`. */
export function partyAt(parties: readonly Party[], i: number): Party | undefined {
  let found = places.get(parties);
  if (!found) places.set(parties, (found = new Map(parties.map((party) => [party.from, party]))));
  return found.get(i);
}

/** "Qatar Red Crescent Society (QRCS)", "منظمة الأمم المتحدة للطفولة (اليونيسف)": one party with two names. */
function withBrackets({ words }: Sentence, parties: readonly Party[]): Party[] {
  const joined: Party[] = [];
  for (const party of parties) {
    const last = joined.at(-1);
    const bracketed =
      last?.to === party.from && words[party.from]!.gap.endsWith('(') && (words[party.to]?.gap ?? ')').startsWith(')');
    if (last && bracketed && last.kind === 'organisation') joined[joined.length - 1] = { ...last, also: party.words };
    else joined.push(party);
  }
  return joined;
}

/** The first letters of the words of a name, with and without small words: QRCS of Qatar Red Crescent Society. */
const initials = (words: readonly string[]): string => words.map((word) => word.charAt(0)).join('');
const SMALL = new Set(['of', 'and', 'the', 'for', 'in']);

const isAcronymOf = (acronym: readonly string[], words: readonly string[]): boolean => {
  const [letters] = acronym;
  if (acronym.length !== 1 || letters === undefined || letters.length < 2 || words.length < 2) return false;
  const large = initials(words.filter((word) => !SMALL.has(word)));
  // A transposed acronym (QRSC for QRCS) is the same letters; so long ones only.
  const sorted = (text: string): string => [...text].sort().join('');
  return (
    letters === large ||
    letters === initials(words) ||
    (letters.length > 3 && letters.length === large.length && sorted(letters) === sorted(large))
  );
};

const areSame = (a: readonly string[] | undefined, b: readonly string[]): boolean =>
  a?.length === b.length && a.every((word, i) => word === b[i]);
const isWithin = (a: readonly string[], b: readonly string[]): boolean => a.every((word) => b.includes(word));
const meet = (a: readonly string[], b: readonly string[]): boolean => a.some((each) => b.includes(each));

/** Names of one language that name one party: equal, an acronym, or the shorter one's words all in the longer one. */
function sameName(a: Party, b: Party): boolean {
  if (areSame(a.words, b.words) || areSame(a.also, b.words) || areSame(b.also, a.words)) return true;
  if (isAcronymOf(a.words, b.words) || isAcronymOf(b.words, a.words)) return true;
  if (a.kind === 'country' || b.kind === 'country') return false;
  const [short, long] = a.words.length <= b.words.length ? [a, b] : [b, a];
  // "the Red Crescent" is not yet the Qatar Red Crescent, unless nothing else tells them apart in the document.
  return (
    short.words.length >= 2 &&
    isWithin(short.words, long.words) &&
    (short.countries.length === 0) === (long.countries.length === 0)
  );
}

/** A token is of one script: its first letter tells which. */
const ARABIC = /^\p{Script=Arabic}/u;
const isArabic = ({ words }: Party): boolean => ARABIC.test(words[0] ?? '');

/** The government of a country is that country. */
const isState = (party: Party): boolean => party.kind === 'country' || party.kind === 'nationality';

/**
 * Whether two parties are one as far as their words tell, across the two languages by country and class of institution.
 * Null where nothing can be told: two institutions of different scripts without a country.
 */
export function sameParty(a: Party, b: Party): boolean | null {
  if (isState(a) && isState(b)) return meet(a.countries, b.countries);
  if (sameName(a, b)) return true;
  if (isArabic(a) === isArabic(b)) return false;
  // A society of a country is not the country; what a name without an institution's noun is cannot be told.
  if (isState(a) !== isState(b))
    return a.heads.length + b.heads.length > 0 || !meet(a.countries, b.countries) ? false : null;
  if (a.countries.length > 0 && b.countries.length > 0)
    return meet(a.countries, b.countries) && (a.heads.length === 0 || b.heads.length === 0 || meet(a.heads, b.heads));
  return null;
}
