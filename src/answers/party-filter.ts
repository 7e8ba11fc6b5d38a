import { createCrossQuery } from '../search/cross-query.js';
import { countryNamed, namesOfCountry } from '../knowledge/countries.js';
import { partiesNamed, type Party, sameParty } from '../knowledge/parties.js';
import { readText } from '../knowledge/reading.js';
import { fold } from '../text/fold.js';
import { languageOf } from '../text/language.js';
import { tokenize } from '../text/tokens.js';
import type { Library } from './library.js';
import { countriesAmong } from './countries.js';

const foldedWords = (text: string): string[] =>
  fold(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .map((word) => (word.length > 4 ? word.replace(/^(?:[وفب]?ال|لل)/, '') : word));

/** A name as the knowledge floor reads parties, null where it reads none or several. */
function partyOf(text: string): Party | null {
  const sentence = readText(text, languageOf(text) ?? 'en');
  const parties = sentence ? partiesNamed(sentence) : [];
  return parties.length === 1 ? parties[0]! : null;
}

/** Every spelling in the corpus of the organisations that `typed` names. */
function otherNames({ knowledge }: Library, typed: string): string[] {
  const wanted = foldedWords(typed).join(' ');
  return knowledge.organisations
    .filter(({ names, abbreviations }) =>
      [...names, ...abbreviations].some((name) => foldedWords(name).join(' ') === wanted),
    )
    .flatMap(({ names, abbreviations }) => [...names, ...abbreviations]);
}

/**
 * Whether a party, as it stands in a text, is the one that was typed: in either language, a country by any of its names
 * or as part of a name, an organisation by its name, a part of it, its abbreviation or its name in the other language.
 */
export function partyFilter(library: Library, typed: string): (party: string) => boolean {
  const country = countryNamed(typed);
  const wanted = foldedWords(typed);
  const spellings = country === null ? [typed, ...otherNames(library, typed)] : [typed, ...namesOfCountry(country)];
  const all = spellings.map(foldedWords).filter((words) => words.length > 0);
  const parsed = partyOf(typed);
  const isTranslation = country === null ? translationOf(library, typed) : () => false;
  return (party) => {
    const words = foldedWords(party);
    if (wanted.length > 0 && all.some((each) => each.every((word) => words.includes(word)))) return true;
    if (country !== null) return countriesAmong(tokenize(party)).has(country);
    const other = parsed && partyOf(party);
    return (other != null && parsed !== null && sameParty(parsed, other) === true) || isTranslation(party);
  };
}

/** A translation that counts less than this much of a word is another word. */
const LEAST_WEIGHT = 0.5;
/** One word of a term of several counts for less than the term (src/search/cross-query.ts). */
const LEAST_PART = 0.3;

/** Whether a name of the other language holds a translation of every word that was typed, and little beside. */
function translationOf({ search: index }: Library, typed: string): (party: string) => boolean {
  const language = languageOf(typed) ?? 'en';
  const other = language === 'ar' ? 'en' : 'ar';
  const terms = index.analysis.analyse(typed);
  const { concepts, meanings } = createCrossQuery(index, typed, terms, other, index.passagesIn[other], 0);
  const typedWords = terms.filter(({ stop }) => !stop).length;
  return (party) => {
    if (typedWords < 2 || languageOf(party) !== other) return false;
    const words = index.analysis.analyse(party).filter(({ stop }) => !stop);
    const stems = words.map(({ stem }) => index.vocabulary.stemNumber(stem) ?? -1);
    /** For each concept how many of its typed words stand there in translation. */
    const held = concepts.map(() => 0);
    for (const [at, number] of stems.entries())
      for (const { concept, weight, rest } of meanings.get(number) ?? []) {
        const { length } = concepts[concept]!;
        if (!rest.every((stem, k) => stems[at + 1 + k] === stem)) continue;
        // A term of several words is held whole, or word by word.
        if (rest.length > 0) held[concept] = length;
        else if (weight >= (length > 1 ? LEAST_PART : LEAST_WEIGHT)) held[concept]!++;
      }
    const whole = concepts.every(({ length }, concept) => held[concept]! >= length);
    return concepts.length > 0 && whole && words.length <= typedWords + 1;
  };
}

const MOST = 5;

/** Parties among `parties` that look like what was typed: a shared beginning of a word; else the most frequent ones. */
export function partiesLike(parties: readonly string[], typed: string): string[] {
  const starts = foldedWords(typed).map((word) => word.slice(0, 3));
  const near = parties.filter((party) =>
    foldedWords(party).some((word) => starts.some((start) => start.length === 3 && word.startsWith(start))),
  );
  return mostFrequent(near.length > 0 ? near : parties).slice(0, MOST);
}

/** Distinct texts, the most frequent first. */
export function mostFrequent(texts: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]).map(([text]) => text);
}
