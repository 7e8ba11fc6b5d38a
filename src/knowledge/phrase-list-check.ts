import { readFileSync } from 'node:fs';
import { fold } from '../text/fold.js';
import { parseList, type ListRow } from '../text/lists.js';
import { projectFile } from '../text/project.js';
import { tokenize } from '../text/tokens.js';
import { nameWords } from './countries.js';

interface Shape {
  readonly columns: number;
  /** Cells that hold terms separated by |, and the language each must be in where only one is allowed. */
  readonly terms: readonly (readonly [cell: number, language: 'ar' | 'en' | null])[];
  /** Cells within which (taken together) a term may stand once. */
  readonly unique: readonly number[];
  /** The cell that names the language of the row, where there is one. */
  readonly language?: number;
}

/** The lists that `readList` and `phraseMatcher` read, and how they are laid out. */
export const PHRASE_LISTS = {
  'agreement-kinds': { columns: 5, terms: [[4, null]], unique: [0], language: 0 },
  'agreement-verbs': { columns: 4, terms: [[3, null]], unique: [0, 1, 2], language: 0 },
  'agreement-words': { columns: 4, terms: [[3, null]], unique: [0, 1], language: 0 },
  'event-words': { columns: 4, terms: [[3, null]], unique: [0, 1], language: 0 },
  'figure-words': { columns: 3, terms: [[2, null]], unique: [0, 1], language: 0 },
  'party-words': { columns: 3, terms: [[2, null]], unique: [0] },
  currencies: { columns: 3, terms: [[2, null]], unique: [0, 1] },
  numerals: { columns: 3, terms: [[2, null]], unique: [0] },
  countries: {
    columns: 5,
    terms: [
      [1, 'en'],
      [2, 'ar'],
      [3, 'en'],
      [4, 'ar'],
    ],
    unique: [],
  },
  cities: {
    columns: 2,
    terms: [
      [0, 'en'],
      [1, 'ar'],
    ],
    unique: [],
  },
} as const satisfies Readonly<Record<string, Shape>>;
export type PhraseList = keyof typeof PHRASE_LISTS;

/** Vowel marks (shadda and tanwin among them), tatweel, presentation forms: not as in print. */
const NOT_NORMAL = /[\u064B-\u0652\u0670\u0640\uFB50-\uFDFF\uFE70-\uFEFC]/;

/** Why a term can never be met in a text, or is not as it should be written; null where nothing is wrong. */
function termFault(term: string, language: 'ar' | 'en' | null): string | null {
  if (NOT_NORMAL.test(term)) return `write "${term}" without vowel marks and tatweel`;
  const arabic = /\p{Script=Arabic}/u.test(term);
  if (arabic && /\p{Script=Latin}/u.test(term)) return `"${term}" mixes two alphabets`;
  if (language !== null && /\p{L}/u.test(term) && arabic !== (language === 'ar'))
    return `"${term}" is not in the language of its place`;
  const met = tokenize(term).map(({ folded }) => folded);
  if (/[\p{L}\p{N}]/u.test(term) && met.join(' ') !== nameWords(term).join(' '))
    return `"${term}" can never be met in a text`;
  return null;
}

/** The terms of a cell as they are looked for, `/` parting forms of one. */
const termsOf = (cell: string): string[] => cell.split('|').map((each) => each.trim());

/** What is wrong with one row by itself, one sentence a fault. */
export function phraseRowFaults(list: PhraseList, { cells }: Pick<ListRow, 'cells'>): string[] {
  const { columns, terms, language }: Shape = PHRASE_LISTS[list];
  if (cells.length !== columns) return [`expected ${columns} cells, found ${cells.length}`];
  const own = language === undefined ? null : cells[language] === 'ar' ? 'ar' : 'en';
  return terms.flatMap(([cell, ofCell]) =>
    termsOf(cells[cell]!).flatMap((term) => {
      if (term === '-') return [];
      if (term === '') return ['a term between two | is empty; take one | away'];
      return term.split('/').flatMap((form) => (form === '-' ? [] : (termFault(form, ofCell ?? own) ?? [])));
    }),
  );
}

/** What is wrong with the text of one list, one sentence a fault, with its line. */
export function phraseListFaults(list: PhraseList, text: string): string[] {
  const { columns, terms, unique }: Shape = PHRASE_LISTS[list];
  const faults: string[] = [];
  const seen = new Map<string, number>();
  if (!text.startsWith('#')) faults.push(`lists/${list}.tsv, line 1: begin with a comment that says what the list is`);
  for (const row of parseList(text)) {
    const { line, cells } = row;
    const place = `lists/${list}.tsv, line ${line}`;
    faults.push(...phraseRowFaults(list, row).map((fault) => `${place}: ${fault}`));
    if (cells.length !== columns) continue;
    for (const [cell] of terms)
      for (const term of termsOf(cells[cell]!)) {
        if (term === '-' || term === '') continue;
        const key = [cell, ...unique.map((index) => cells[index]), fold(term)].join('\t');
        const before = seen.get(key);
        if (before !== undefined && list !== 'countries')
          faults.push(`${place}: "${term}" stands in line ${before} already`);
        seen.set(key, line);
      }
  }
  return faults;
}

/** The faults of all lists of agreements, events, amounts, countries and parties. */
export const allPhraseListFaults = (): string[] =>
  (Object.keys(PHRASE_LISTS) as PhraseList[]).flatMap((list) =>
    phraseListFaults(list, readFileSync(projectFile('src', 'knowledge', 'lists', `${list}.tsv`), 'utf8')),
  );
