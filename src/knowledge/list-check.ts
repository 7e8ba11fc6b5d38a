import { readFileSync } from 'node:fs';
import { fold } from '../text/fold.js';
import { parseList } from '../text/lists.js';
import { projectFile } from '../text/project.js';
import { tokenize } from '../text/tokens.js';
import { entriesOf, LIST_NAMES, rowFault, type ListName } from './gazetteer.js';

/** Vowel marks, tatweel, presentation forms: not as in print. */
const NOT_NORMAL = /[\u064B-\u0652\u0670\u0640\uFB50-\uFDFF\uFE70-\uFEFC]/;
const OTHER_ALPHABET = /[^\p{Script=Arabic}\p{Script=Latin}\p{M}'. _-]/u;

/** How a text's tokens must look so that the entry is found. */
const tokensOf = (entry: string): string =>
  tokenize(entry)
    .map(({ folded }) => folded)
    .join(' ');

const folded = (entry: string): string => fold(entry).replace(/['.]/g, '').replaceAll('-', ' ').trim();

/** What is wrong with one list's text, one sentence a fault, with its line. */
export function listFaults(list: ListName, text: string): string[] {
  const faults: string[] = [];
  const seen = new Map<string, number>();
  if (!text.startsWith('#')) faults.push(`lists/${list}.tsv, line 1: begin with a comment that says what the list is`);
  for (const row of parseList(text)) {
    const place = `lists/${list}.tsv, line ${row.line}`;
    const fault = rowFault(list, row);
    if (fault !== null) {
      faults.push(`${place}: ${fault}`);
      continue;
    }
    const [language = ''] = row.cells;
    for (const entry of entriesOf(list, row)) {
      const arabic = /\p{Script=Arabic}/u.test(entry);
      if (entry === '') faults.push(`${place}: two blanks stand between words; write one`);
      else if (NOT_NORMAL.test(entry)) faults.push(`${place}: write "${entry}" without vowel marks and tatweel`);
      else if (OTHER_ALPHABET.test(entry)) faults.push(`${place}: "${entry}" holds letters of another alphabet`);
      else if (arabic !== (language === 'ar')) faults.push(`${place}: "${entry}" is not in the language of its line`);
      else if (tokensOf(entry) !== folded(entry)) faults.push(`${place}: "${entry}" can never be met in a text`);
      // The article is taken off by rule, names apart.
      const bare =
        list === 'given-names' || list === 'honorifics' ? folded(entry) : folded(entry).replace(/^ال(?=..)/, '');
      const key = `${language} ${bare}`;
      const before = seen.get(key);
      if (before !== undefined) faults.push(`${place}: "${entry}" stands in line ${before} already`);
      seen.set(key, row.line);
    }
  }
  return faults;
}

/** The faults of all the project's own lists of names and offices. */
export const allListFaults = (): string[] =>
  LIST_NAMES.flatMap((list) =>
    listFaults(list, readFileSync(projectFile('src', 'knowledge', 'lists', `${list}.tsv`), 'utf8')),
  );
