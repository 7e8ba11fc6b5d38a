import type { Document } from '../corpus/document.js';
import { fold } from '../text/fold.js';
import { readList } from '../text/lists.js';
import { isStopWord } from '../text/stop-words.js';
import { tokenize, type Token } from '../text/tokens.js';

/** An acronym and the folded words it stands for. */
export type Acronyms = ReadonlyMap<string, readonly string[]>;

const USUAL: Acronyms = new Map(
  readList('text', 'acronyms', 2).flatMap(({ cells: [names = '', long = ''] }) =>
    names.split(' ').map((name) => [name, fold(long).split(' ')] as const),
  ),
);

const LONGEST_FORM = 10;
const ACRONYM = /^\p{Lu}[\p{Lu}\p{N}]{1,9}s?$/u;

/** The words before `end` whose initials spell `letters`, small words (of, the, and) skipped at will; null where none do. */
function wordsSpelling(tokens: readonly Token[], end: number, letters: string): string[] | null {
  let letter = letters.length - 1;
  for (let i = end - 1; i >= 0 && end - i <= LONGEST_FORM && letter >= 0; i--) {
    const word = tokens[i]!.folded;
    if (word.startsWith(letters.charAt(letter))) {
      letter--;
      if (letter < 0) return tokens.slice(i, end).map(({ folded }) => folded);
    } else if (!isStopWord(word)) return null;
  }
  return null;
}

/** Acronyms that a text ties to their long form: `Qatar Red Crescent Society (QRCS)`. */
function tiedIn(text: string, tied: Map<string, readonly string[]>): void {
  const tokens = tokenize(text);
  for (const [i, { start, end, folded }] of tokens.entries()) {
    if (text.charAt(start - 1) !== '(' || text.charAt(end) !== ')' || !ACRONYM.test(text.slice(start, end))) continue;
    const words = wordsSpelling(tokens, i, folded);
    if (words !== null && !tied.has(folded)) tied.set(folded, words);
  }
}

const areTransposed = (a: string, b: string): boolean => {
  if (a.length !== b.length || a === b) return false;
  let at = 0;
  while (a.charAt(at) === b.charAt(at)) at++;
  return a.charAt(at) === b.charAt(at + 1) && a.charAt(at + 1) === b.charAt(at) && a.slice(at + 2) === b.slice(at + 2);
};

/**
 * The acronyms of a corpus: the usual ones, those the documents tie to a long form, and two neighbouring letters
 * exchanged (QRSC for QRCS) in a document that has the right one.
 */
export function acronymsOf(documents: readonly Document[]): Acronyms {
  const acronyms = new Map<string, readonly string[]>();
  for (const { paragraphs } of documents)
    for (const { text } of paragraphs) if (text.includes('(')) tiedIn(text, acronyms);
  const tied = [...acronyms];
  if (tied.length > 0)
    for (const { text } of documents) {
      const here = tied.filter(([acronym]) => text.includes(acronym.toUpperCase()));
      if (here.length === 0) continue;
      for (const [found] of text.matchAll(/(?<!\p{L})\p{Lu}{3,9}(?!\p{L})/gu)) {
        const folded = fold(found);
        if (acronyms.has(folded)) continue;
        const right = here.find(([acronym]) => areTransposed(acronym, folded));
        if (right !== undefined) acronyms.set(folded, right[1]);
      }
    }
  for (const [acronym, words] of USUAL) if (!acronyms.has(acronym)) acronyms.set(acronym, words);
  return acronyms;
}
