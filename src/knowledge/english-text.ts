import type { Honorific } from './gazetteer.js';
import { English, GIVEN, NO_NAME_EN, type EnglishLexicon } from './english-words.js';
import { Gap, type Word, type WordsOfParagraph } from './words.js';

/** A paragraph's words with what each may be. */
export interface EnglishText {
  readonly words: readonly Word[];
  readonly flags: readonly number[];
  /** Number of words of the form of address that begins at a word, 0 elsewhere; and whether it is a rank. */
  readonly address: readonly number[];
  readonly rank: readonly boolean[];
  /** The possessive 's belongs to the word before the name's end. */
  readonly possessive: readonly boolean[];
  /** Most words are in capitals: then a capital proves nothing. */
  readonly capitals: boolean;
  /** A headline in title case: the same, nearly. */
  readonly headline: boolean;
}

/** Words of time that stand in capitals beside names. */
export const TIME_WORDS = new Set(
  'monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december today yesterday'.split(
    ' ',
  ),
);

const LINKS = new Set(
  'bin ibn bint binti ben al el ul ur ud ould ouled ait abu abou bou umm um wa de del della dello degli des do das dos da di du la le van der den ter ten von vom zu zur af av y e'.split(
    ' ',
  ),
);
/** Links that stand only inside a name, never at its start in small letters. */
export const isLink = (folded: string): boolean => LINKS.has(folded);
const ARABIC_LINKS = new Set(['bin', 'ibn', 'bint', 'binti', 'al', 'el', 'ould', 'ouled', 'wa']);

export const joinedEn = ({ words }: EnglishText, i: number): boolean => (words[i]?.gap ?? Gap.Stop) <= Gap.Hyphen;

export function englishText(
  { words, paragraph }: WordsOfParagraph,
  documentText: string,
  lexicon: EnglishLexicon,
  honorifics: ReadonlyMap<string, readonly Honorific[]>,
): EnglishText {
  const flags = words.map(({ folded, kind }) => (kind === 'word' ? lexicon.flags(folded) : 0));
  const address = words.map(() => 0);
  const rank = words.map(() => false);
  const possessive: boolean[] = [];
  let [capitals, letters] = [0, 0];
  for (let i = 0; i < words.length; i++) {
    const word = words[i] as Word;
    if (word.kind === 'word') {
      letters++;
      if (word.capital === 2) capitals++;
    }
    possessive.push(word.end - word.start > 2 && /['’]s$/i.test(documentText.slice(word.end - 2, word.end)));
    const length = lexicon.placeLength(words, i);
    for (let n = 0; n < length; n++) flags[i + n] = ((flags[i + n] ?? 0) & ~GIVEN) | English.Place;
    if (word.capital === 0) continue;
    const found = honorifics
      .get(word.folded)
      ?.find((honorific) => honorific.words.every((part, n) => n === 0 || words[i + n]?.folded === part));
    // Secretary-General: no general
    const ofOffice = found?.kind === 'rank' && i > 0 && has(flags[i - 1] ?? 0, English.Role) && word.gap <= Gap.Hyphen;
    if (found && !ofOffice) {
      address[i] = found.words.length;
      rank[i] = found.kind === 'rank';
    }
  }
  const capitalised = words.filter(({ capital, kind }) => kind === 'word' && capital > 0).length;
  return {
    words,
    flags,
    address,
    rank,
    possessive,
    capitals: letters > 3 && capitals / letters > 0.6,
    headline: paragraph.kind !== 'body' && letters > 3 && capitalised / letters > 0.6,
  };
}

export interface Candidate {
  readonly from: number;
  /** Index after the last word. */
  readonly to: number;
  readonly parts: readonly string[];
  readonly count: number;
  readonly linked: boolean;
}

const has = (flags: number, wanted: number): boolean => (flags & wanted) !== 0;

/** Whether word `i` may be part of a name on the strength of its look. */
export function nameable(text: EnglishText, i: number): boolean {
  const word = text.words[i];
  const flags = text.flags[i] ?? 0;
  if (word === undefined || word.kind !== 'word' || word.capital === 0) return false;
  // Abdul Haji: a form of address that ends a name
  const before = text.words[i - 1];
  const named = before?.capital === 1 && !has(text.flags[i - 1] ?? 0, NO_NAME_EN & ~English.Place);
  const closes = named && (text.address[i - 1] ?? 0) === 0 && (text.words[i + 1]?.gap ?? Gap.Stop) > Gap.Hyphen;
  // Sultan bin Ahmed: a given name as well
  const next = text.words[i + 1];
  const filiated = has(flags, GIVEN) && next?.capital === 0 && ARABIC_LINKS.has(next.folded);
  if ((text.address[i] ?? 0) > 0) return filiated || (closes && joinedEn(text, i));
  if (has(flags, English.Given)) return true;
  if (word.capital === 2 && !text.capitals && !(word.folded.length > 3 && has(text.flags[i - 1] ?? 0, English.Given)))
    return false;
  // in capitals SAID may be a verb as well
  if (has(flags, English.DoubtfulGiven))
    return !has(flags, English.Function) && !(text.capitals && has(flags, NO_NAME_EN));
  return !has(flags, NO_NAME_EN);
}

/** The longest run of words at `i` that looks like one name; null where none begins. */
export function candidateAt(text: EnglishText, i: number): Candidate | null {
  const { words, flags } = text;
  const first = words[i];
  if (first === undefined || first.kind !== 'word') return null;
  const startsWithArticle = (first.folded === 'al' || first.folded === 'el') && first.capital === 1;
  if (!startsWithArticle && !nameable(text, i)) return null;
  // "head of the delegation to Jordan Peter Smith": the country ends the office
  const placed = has(flags[i] ?? 0, English.Place) && /^(?:to|of|in|for)$/.test(words[i - 1]?.folded ?? '');
  if (
    placed &&
    joinedEn(text, i + 1) &&
    has(flags[i + 1] ?? 0, English.Given) &&
    (candidateAt(text, i + 1)?.count ?? 0) > 1
  )
    return null;
  const parts: string[] = [];
  let [k, count, linked, lastName] = [i, 0, false, i];
  while (k < words.length && k - i < 9) {
    const word = words[k] as Word;
    if (k > i && !joinedEn(text, k)) break;
    if (k > i && text.possessive[k - 1] === true) break;
    const initial = word.folded.length === 1 && word.capital > 0 && k > i;
    if (isLink(word.folded) && (k > i || startsWithArticle) && (word.capital < 2 || word.folded.length === 2)) {
      const next = words[k + 1];
      if (next === undefined || next.kind !== 'word' || !joinedEn(text, k + 1)) break;
      if (next.capital === 0 && !isLink(next.folded)) break;
      if (k > i && ARABIC_LINKS.has(word.folded)) linked = true;
      parts.push(word.folded);
      k++;
      continue;
    }
    const regnal =
      k > i && /^(?:[ivx]{1,4})$/.test(word.folded) && word.capital > 0 && has(flags[k - 1] ?? 0, English.Given);
    const afterLink = k > i && isLink(words[k - 1]?.folded ?? '');
    const surname =
      k > i &&
      word.capital === 1 &&
      has(flags[k - 1] ?? 0, English.Given) &&
      has(flags[k] ?? 0, English.Common | English.Place | English.Acting | English.Nationality) &&
      !has(flags[k] ?? 0, English.Body | English.Site | English.Function | English.Role | English.Saying) &&
      !(joinedEn(text, k + 1) && (words[k + 1]?.capital ?? 0) > 0) &&
      !text.headline;
    // Hyun-mo: small behind the hyphen of a double name
    const hyphened = k > i && word.gap === Gap.Hyphen && word.capital === 0 && (words[k - 1]?.capital ?? 0) > 0;
    const linkedTo = afterLink && word.capital > 0 && (!has(flags[k] ?? 0, NO_NAME_EN) || linked);
    // Cousins-Blake: whatever the first word is elsewhere
    const double =
      k > i &&
      word.capital === 1 &&
      words[k + 1]?.gap === Gap.Hyphen &&
      nameable(text, k + 1) &&
      !has(flags[k] ?? 0, English.Function | English.Body | English.Place | English.Nationality);
    if (!(nameable(text, k) || initial || regnal || surname || hyphened || linkedTo || double)) break;
    parts.push(word.folded);
    if (!initial) count++;
    k++;
    lastName = k;
  }
  while (parts.length > lastName - i) parts.pop();
  if (count === 0) return null;
  // "Minister of Social Solidarity Nevine El-Kabbaj": unknown words of the office, then a known given name
  const capitalBefore =
    joinedEn(text, i) && ((words[i - 1]?.capital ?? 0) > 0 || ['of', 'and'].includes(words[i - 1]?.folded ?? ''));
  // "… to the State of Qatar Badr Osman Ali": a place ends the office
  const placeBefore = has(flags[i - 1] ?? 0, English.Place);
  // Corporal Yeiden Andres Murti: nothing of an office stands between a rank and the name
  const addressed = capitalBefore && [1, 2, 3].some((n) => text.address[i - n] === n);
  if (capitalBefore && !addressed && count > 2 && !placeBefore && !has(flags[i] ?? 0, GIVEN)) {
    for (let n = i + 1; n < lastName - 1; n++) if (has(flags[n] ?? 0, English.Given)) return candidateAt(text, n);
  }
  return { from: i, to: lastName, parts, count, linked };
}
