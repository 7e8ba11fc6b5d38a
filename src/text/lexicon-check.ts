import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { LONGEST_TERM, translate } from './bilingual.js';
import { compileLexicon, openLexicon, splitTerm, type Lexicon } from './compiled-lexicon.js';
import { fold } from './fold.js';
import { parseEntry, type Equivalent, type LexiconEntry, type PartOfSpeech } from './lexicon.js';
import { projectFile } from './project.js';
import { tokenize } from './tokens.js';

/** A line of a lexicon folder that is an entry. */
export interface LexiconLine {
  /** As faults name it: `src/text/lexicon/a.tsv, line 12`. */
  readonly place: string;
  readonly file: string;
  readonly text: string;
  readonly entry: LexiconEntry;
}

const ENGLISH = /^[A-Za-z0-9][A-Za-z0-9'.-]*(?: [A-Za-z0-9'.&-]+)*$/;
const ARABIC = /^[\u0621-\u063A\u0641-\u064A]+(?: [\u0621-\u063A\u0641-\u064A]+)*$/;
/** ى and ة stand at the end of a word only, seated hamzas never at its beginning, and an أ before an alif is written آ. */
const NOT_SPELLED = /[ىة](?! |$)|(?:^| )[ءؤئىة]|أا|إا|اا|لاا|(?: . | .$|^. )/;
const ARTICLE = /^ال(?=..)/;
const MOST_WORDS = 7;

/** What is wrong with an entry by itself. */
export function entryFaults({ english, partOfSpeech, equivalents }: LexiconEntry): string[] {
  const faults: string[] = [];
  if (!ENGLISH.test(english)) faults.push(`write the headword "${english}" in plain letters with single blanks`);
  const words = splitTerm(english).length;
  if (words > LONGEST_TERM)
    faults.push(`"${english}" has ${words} words: terms of at most ${LONGEST_TERM} are looked up`);
  if (partOfSpeech === 'v' && /^to /.test(english)) faults.push(`write the verb "${english}" without "to"`);
  if (partOfSpeech === 'x' && !/[A-Z0-9]/.test(english)) faults.push(`a proper name has a capital: "${english}"`);
  for (const { forms } of equivalents) {
    for (const form of forms) {
      if (!ARABIC.test(form)) faults.push(`write "${form}" in Arabic letters alone with single blanks`);
      else if (NOT_SPELLED.test(form))
        faults.push(`"${form}" is not spelled as in print: see ى, ة, hamzas and lone letters`);
      if (form.split(' ').length > MOST_WORDS)
        faults.push(`"${form}" is a description: give a term of at most ${MOST_WORDS} words`);
    }
    if (partOfSpeech === 'v' && forms.length > 1 && !forms.some((form) => form.startsWith('ي')))
      faults.push(`"${forms.join('/')}" lacks the present of the verb`);
  }
  faults.push(...repeatedForms(partOfSpeech, equivalents).map((form) => `"${form}" stands twice in the line`));
  return faults;
}

/**
 * Forms that stand twice after folding, the article of a single word aside. Of verbs only the first forms count: past and
 * verbal noun are often written alike (طلب/يطلب/طلب), and so are the presents of two verbs.
 */
function repeatedForms(partOfSpeech: PartOfSpeech, equivalents: readonly Equivalent[]): string[] {
  const forms = equivalents.flatMap((equivalent) =>
    partOfSpeech === 'v' ? equivalent.forms.slice(0, 1) : equivalent.forms,
  );
  const folded = forms.map(fold);
  return forms.filter((_, i) => {
    const form = folded[i]!;
    const bare = form.includes(' ') ? form : form.replace(ARTICLE, '');
    return folded.indexOf(form) < i || (bare !== form && folded.includes(bare));
  });
}

/** What is wrong with the order and place of lines: files by first letter, lines sorted, nothing listed twice. */
function orderFaults(lines: readonly LexiconLine[]): string[] {
  const faults: string[] = [];
  const places = new Map<string, string>();
  let previous: LexiconLine | undefined;
  for (const line of lines) {
    const { english, partOfSpeech } = line.entry;
    const letter = fold(english).charAt(0);
    if (line.file !== `${letter}.tsv` && /[a-z]/.test(letter))
      faults.push(`${line.place}: "${english}" belongs in ${letter}.tsv`);
    if (previous?.file === line.file && isAfter(previous.entry, line.entry))
      faults.push(
        `${line.place}: "${english}" (${partOfSpeech}) belongs before "${previous.entry.english}" (${previous.entry.partOfSpeech})`,
      );
    previous = line;
    const key = `${english === english.toLowerCase() ? '' : 'name '}${splitTerm(english).join(' ')}\t${partOfSpeech}`;
    const first = places.get(key);
    if (first !== undefined)
      faults.push(`${line.place}: "${english}" (${partOfSpeech}) stands already in ${first}: join the two lines`);
    else places.set(key, line.place);
  }
  return faults;
}

const isAfter = (a: LexiconEntry, b: LexiconEntry): boolean =>
  a.english === b.english ? a.partOfSpeech > b.partOfSpeech : a.english > b.english;

/** Entries that a look-up does not find: by the headword all its equivalents, by each Arabic form the headword. */
function reachFaults(lexicon: Lexicon, lines: readonly LexiconLine[]): string[] {
  const faults: string[] = [];
  for (const { place, entry } of lines) {
    const arabic = new Set(translate(lexicon, tokenize(entry.english)).map(({ words }) => words.join(' ')));
    const english = splitTerm(entry.english).join(' ');
    for (const form of entry.equivalents.flatMap(({ forms }) => forms)) {
      const tokens = tokenize(form);
      if (!arabic.has(splitTerm(form).join(' ')))
        faults.push(`${place}: "${entry.english}" does not lead to "${form}"`);
      if (tokens.length <= LONGEST_TERM && !translate(lexicon, tokens).some(({ words }) => words.join(' ') === english))
        faults.push(`${place}: "${form}" does not lead to "${entry.english}"`);
    }
  }
  return faults;
}

/** The lines of a folder of lexicon files, and what is wrong with those that are none. */
function readFolder(folder: string, shown: string): { lines: LexiconLine[]; faults: string[] } {
  const lines: LexiconLine[] = [];
  const faults: string[] = [];
  for (const file of readdirSync(folder)
    .filter((name) => name.endsWith('.tsv'))
    .sort())
    for (const [i, text] of readFileSync(join(folder, file), 'utf8').split('\n').entries()) {
      const place = `${shown}/${file}, line ${i + 1}`;
      if (text === '' || text.startsWith('#')) continue;
      const entry = parseEntry(text);
      if (typeof entry === 'string') faults.push(`${place}: ${entry}`);
      else lines.push({ place, file, text, entry });
    }
  return { lines, faults };
}

/**
 * Everything that is wrong with a lexicon (by default the project's own), each a sentence with file and line: format,
 * parts of speech, spelling, order, what is listed twice, what a look-up does not find. Empty where all is well.
 */
export function checkLexicon(folder = projectFile('src', 'text', 'lexicon'), shown = 'src/text/lexicon'): string[] {
  const { lines, faults } = readFolder(folder, shown);
  const lexicon = openLexicon(compileLexicon(lines.map(({ text }) => text)));
  return [
    ...faults,
    ...lines.flatMap(({ place, entry }) => entryFaults(entry).map((fault) => `${place}: ${fault}`)),
    ...orderFaults(lines),
    ...reachFaults(lexicon, lines),
  ];
}

/** How many different English headwords a lexicon has. */
export function headwords(folder = projectFile('src', 'text', 'lexicon')): number {
  return new Set(readFolder(folder, folder).lines.map(({ entry }) => entry.english)).size;
}
