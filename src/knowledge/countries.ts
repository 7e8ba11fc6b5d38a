import { fold } from '../text/fold.js';
import { readList } from '../text/lists.js';

/** ISO 3166-1 alpha-2, as Intl uses it. */
export type CountryCode = string;

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
/** What `Intl.DisplayNames` knows under two letters and is no country: groups, outlying isles, private use (UTS #35). */
const NO_COUNTRY = new Set(['EU', 'EZ', 'UN', 'QO', 'XA', 'XB', 'ZZ', 'AC', 'CP', 'DG', 'EA', 'IC', 'TA', 'AQ', 'BV']);

/** What names are made of that need no closer look. */
const NOT_PLAIN = /[^a-z\d\u0621-\u064a ]/;

/** The folded words of a name, as `tokenize` would give them. */
export function nameWords(name: string): string[] {
  const folded = fold(name);
  const words = NOT_PLAIN.test(folded)
    ? folded
        .replace(/\./g, '')
        .replace(/'s\b/g, '')
        .replace(/'/g, '')
        .split(/[^\p{L}\p{N}]+/u)
    : folded.split(' ');
  return words.filter((word) => word !== '');
}

const cellValues = (cell: string): string[] => (cell === '-' ? [] : cell.split('|').map((value) => value.trim()));

/** Forms of an Arabic nisba adjective: قطري → قطريه, قطريان, قطريين …, each with and without the article. */
function adjectiveForms(adjective: string): string[] {
  const words = nameWords(adjective);
  const inflected = ['', 'ه', 'ان', 'ين', 'ون', 'تان', 'تين', 'ات'].map((ending) =>
    // كوري جنوبي → كوريه جنوبيه: every word takes the ending
    words.map((word) => word + ending).join(' '),
  );
  return inflected.flatMap((form) => [
    form,
    form
      .split(' ')
      .map((word) => 'ال' + word)
      .join(' '),
  ]);
}

interface CountryNames {
  /** Folded name, words joined by a space → code. */
  readonly names: ReadonlyMap<string, CountryCode>;
  readonly adjectives: ReadonlyMap<string, CountryCode>;
  /** Every name of a country, as in print. */
  readonly spellings: ReadonlyMap<CountryCode, readonly string[]>;
}

function readCountries(): CountryNames {
  const names = new Map<string, CountryCode>();
  const adjectives = new Map<string, CountryCode>();
  const spellings = new Map<CountryCode, string[]>();
  const add = (code: CountryCode, name: string): void => {
    const words = nameWords(name).join(' ');
    if (words === '') return;
    if (!names.has(words)) names.set(words, code);
    spellings.set(code, [...(spellings.get(code) ?? []), name]);
  };
  const regions = (['en', 'ar'] as const).map(
    (language) => new Intl.DisplayNames([language], { type: 'region', fallback: 'none' }),
  );
  for (const first of LETTERS)
    for (const second of LETTERS) {
      const code = first + second;
      if (NO_COUNTRY.has(code)) continue;
      for (const region of regions) {
        const name = region.of(code);
        if (name !== undefined) add(code, name);
      }
    }
  for (const { cells } of readList('knowledge', 'countries', 5)) {
    const [code, english, arabic, englishAdjectives, arabicAdjectives] = cells as [
      string,
      string,
      string,
      string,
      string,
    ];
    for (const name of [...cellValues(english), ...cellValues(arabic)]) add(code, name);
    for (const adjective of cellValues(englishAdjectives)) adjectives.set(nameWords(adjective).join(' '), code);
    for (const adjective of cellValues(arabicAdjectives))
      for (const form of adjectiveForms(adjective)) if (!adjectives.has(form)) adjectives.set(form, code);
  }
  return { names, adjectives, spellings };
}

const COUNTRIES = readCountries();

/** Folded names of countries (words joined by one space) in both languages, to their codes. */
export const COUNTRY_NAMES: ReadonlyMap<string, CountryCode> = COUNTRIES.names;

/** Folded adjectives of nationality in both languages, Arabic ones in every form with and without the article. */
export const NATIONALITIES: ReadonlyMap<string, CountryCode> = COUNTRIES.adjectives;

/** The country that `name`, in either language, is a name of, or of which it is the adjective; null for none. */
export function countryNamed(name: string): CountryCode | null {
  const words = nameWords(name).join(' ');
  return COUNTRY_NAMES.get(words) ?? NATIONALITIES.get(words) ?? null;
}

/** All names of a country, as in print, Intl's first. */
export const namesOfCountry = (code: CountryCode): readonly string[] => COUNTRIES.spellings.get(code) ?? [];
