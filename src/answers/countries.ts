import type { Document } from '../corpus/document.js';
import { COUNTRY_NAMES, NATIONALITIES, type CountryCode } from '../knowledge/countries.js';
import type { Relatives } from '../search/index.js';
import { articleLength } from '../text/arabic.js';
import { tokenize, type Token } from '../text/tokens.js';

/** For the first word of each name or adjective the most words that one beginning with it has. */
const longestFrom = new Map<string, number>();
/** The words of one word that name each country or are its adjective, in both languages. */
const wordsOf = new Map<CountryCode, string[]>();
for (const names of [COUNTRY_NAMES, NATIONALITIES])
  for (const [name, code] of names) {
    const words = name.split(' ');
    longestFrom.set(words[0]!, Math.max(words.length, longestFrom.get(words[0]!) ?? 0));
    if (words.length > 1) continue;
    const known = wordsOf.get(code);
    if (known === undefined) wordsOf.set(code, [name]);
    else known.push(name);
  }

/** The readings of an Arabic word with and without its clitics and article (ولقطر, للكويت, بالسعودية). */
function readings(folded: string): string[] {
  if (longestFrom.has(folded)) return [folded];
  const all = [folded.replace(/^[وف]/, ''), folded.replace(/^[وف]?[بلك]/, '')];
  const article = articleLength(folded);
  if (article > 0) all.push(folded.slice(article), `ال${folded.slice(article)}`);
  return all.filter((reading) => reading.length > 2);
}

const codeOf = (name: string): CountryCode | undefined => COUNTRY_NAMES.get(name) ?? NATIONALITIES.get(name);

/** The country that the tokens from `at` on name, and how many of them do; the longest name wins. */
function countryAt(tokens: readonly Token[], at: number): { code: CountryCode; length: number } | null {
  const { folded, kind } = tokens[at]!;
  for (const first of kind === 'arabic' ? readings(folded) : [folded]) {
    const longest = Math.min(longestFrom.get(first) ?? 0, tokens.length - at);
    for (let length = longest; length > 0; length--) {
      const rest = tokens.slice(at + 1, at + length).map((token) => ` ${token.folded}`);
      const code = codeOf(first + rest.join(''));
      if (code !== undefined) return { code, length };
    }
  }
  return null;
}

/** The countries that tokens name, by name or adjective, in either language. */
export function countriesAmong(tokens: readonly Token[]): Set<CountryCode> {
  const found = new Set<CountryCode>();
  for (let at = 0; at < tokens.length;) {
    const country = countryAt(tokens, at);
    if (country !== null) found.add(country.code);
    at += country?.length ?? 1;
  }
  return found;
}

const countriesOf = new WeakMap<Document, ReadonlySet<CountryCode>>();

/** The countries that a document names anywhere; read once. */
export function countriesIn(document: Document): ReadonlySet<CountryCode> {
  let found = countriesOf.get(document);
  if (found === undefined) countriesOf.set(document, (found = countriesAmong(tokenize(document.text))));
  return found;
}

/** A country's other words: Qatari for Qatar, قطرية for قطر, and all of them across the languages. */
export const countryWords: Relatives = (folded) => {
  for (const word of [folded, ...readings(folded)]) {
    const code = codeOf(word);
    if (code !== undefined) return wordsOf.get(code) ?? [];
  }
  return [];
};
