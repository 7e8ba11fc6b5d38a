import { readFileSync } from 'node:fs';
import { stemArabic } from './arabic.js';
import { stemEnglish } from './english.js';
import { fold } from './fold.js';
import { parseEntry, type LexiconEntry } from './lexicon.js';
import { projectFile } from './project.js';
import { remembering } from './recent.js';
import { lineStarts, openSortedTable, writeSortedTable, type Lookup, type SortedTable } from './sorted-index.js';

/**
 * The lexicon as `npm run build` compiles it (`dist/lexicon.json`): its lines as they stand, and tables from words to
 * line numbers. Folding and stemming 60,000 forms takes a quarter of a second; opening this takes a few milliseconds.
 */
export interface CompiledLexicon {
  readonly lines: string;
  /** Stems of the English headword, joined by blanks. */
  readonly english: SortedTable;
  /** Folded Arabic forms. */
  readonly arabic: SortedTable;
  /** Light stems of the Arabic forms, joined by blanks. */
  readonly arabicStems: SortedTable;
}

/** The lexicon opened: entries by number, and look-ups. */
export interface Lexicon {
  readonly entry: (number: number) => LexiconEntry;
  readonly english: Lookup;
  readonly arabic: Lookup;
  readonly arabicStems: Lookup;
  /** Other lexicons that are asked after this one, and how much their translations count beside its own. */
  readonly others: readonly { readonly lexicon: Lexicon; readonly weight: number }[];
}

const unknown = (): boolean => false;

/** The folded words of a term as `tokenize` gives them: a hyphen parts words, an apostrophe does not, a possessive 's is left out. */
export const splitTerm = (term: string): string[] =>
  fold(term)
    .replace(/(?<=[a-z])'s(?= |$)/g, '')
    .replaceAll("'", '')
    .split(/[ -]+/);

export const englishKeyOf = (words: readonly string[]): string => words.map(stemEnglish).join(' ');
export const arabicStemKeyOf = (words: readonly string[]): string =>
  words.map((word) => stemArabic(word, unknown)).join(' ');

/** Compiles lexicon lines, each a valid entry. */
export function compileLexicon(lines: readonly string[]): CompiledLexicon {
  const tables = {
    english: new Map<string, Set<number>>(),
    arabic: new Map<string, Set<number>>(),
    arabicStems: new Map<string, Set<number>>(),
  };
  const post = (table: Map<string, Set<number>>, key: string, number: number): void => {
    const found = table.get(key);
    if (found === undefined) table.set(key, new Set([number]));
    else found.add(number);
  };
  for (const [number, line] of lines.entries()) {
    const entry = parseEntry(line);
    if (typeof entry === 'string') continue;
    post(tables.english, englishKeyOf(splitTerm(entry.english)), number);
    for (const { forms } of entry.equivalents)
      for (const form of forms) {
        const words = splitTerm(form);
        post(tables.arabic, words.join(' '), number);
        post(tables.arabicStems, arabicStemKeyOf(words), number);
      }
  }
  return {
    lines: lines.map((line) => `${line}\n`).join(''),
    english: writeSortedTable(tables.english),
    arabic: writeSortedTable(tables.arabic),
    arabicStems: writeSortedTable(tables.arabicStems),
  };
}

/** Entries read lately that are kept: questions of one corpus ask for the same words. */
const REMEMBERED = 4000;

/** @throws where a number is no line of the lexicon: a defect of the compiled file. */
export function openLexicon({ lines, english, arabic, arabicStems }: CompiledLexicon): Lexicon {
  const starts = lineStarts(lines);
  return {
    entry: remembering(REMEMBERED, (number: number): LexiconEntry => {
      const entry = parseEntry(lines.slice(starts[number], starts[number + 1]! - 1));
      if (typeof entry === 'string') throw new Error(`lexicon entry ${number}: ${entry}`);
      return entry;
    }),
    english: openSortedTable(english),
    arabic: openSortedTable(arabic),
    arabicStems: openSortedTable(arabicStems),
    others: [],
  };
}

export const COMPILED_LEXICON = projectFile('dist', 'lexicon.json');

/** The project's own lexicon. @throws where the project has not been built (`npm run build`). */
export const readCompiledLexicon = (): Lexicon =>
  openLexicon(JSON.parse(readFileSync(COMPILED_LEXICON, 'utf8')) as CompiledLexicon);

/** `lexicon` with others behind it. */
export const withOthers = (lexicon: Lexicon, others: Lexicon['others']): Lexicon => ({
  ...lexicon,
  others: [...lexicon.others, ...others],
});
