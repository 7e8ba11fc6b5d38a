import type { Corpus, Document } from '../corpus/document.js';
import { fold } from '../text/fold.js';

/** Longest value that an autocompletion may send back (Discord). */
const LONGEST_VALUE = 100;

const namesOf = ({ id, file, title }: Document): string[] => [id, file, ...(title === null ? [] : [title])];

const withoutSpaces = (name: string): string => fold(name).replace(/\s+/gu, ' ').trim();

/**
 * The documents that `typed` names: the one whose id, file or title it is, else all of whose id, file or title it is a
 * part, however it is spelled (case, marks, hamzas). One result: found. Several: ambiguous. None: unknown.
 */
export function findDocuments(corpus: Corpus, typed: string): readonly Document[] {
  const exact = corpus.documents.filter(({ id, file }) => id === typed || file === typed);
  if (exact.length > 0) return exact;
  const wanted = withoutSpaces(typed);
  if (wanted === '') return [];
  const folded = corpus.documents.map((document) => ({ document, names: namesOf(document).map(withoutSpaces) }));
  const whole = folded.filter(({ names }) => names.includes(wanted));
  const found = whole.length > 0 ? whole : folded.filter(({ names }) => names.some((name) => name.includes(wanted)));
  return found.map(({ document }) => document);
}

/** Documents for autocompletion, those that begin as `typed` first; `value` finds the document again. */
export function suggestDocuments(corpus: Corpus, typed: string): readonly { name: string; value: string }[] {
  const wanted = withoutSpaces(typed);
  const rank = (document: Document): number => {
    const names = namesOf(document).map(withoutSpaces);
    if (names.some((name) => name.startsWith(wanted))) return 0;
    return names.some((name) => name.includes(wanted)) ? 1 : 2;
  };
  return corpus.documents
    .map((document) => ({ document, rank: rank(document) }))
    .filter((candidate) => candidate.rank < 2)
    .sort((a, b) => a.rank - b.rank)
    .slice(0, 25)
    .map(({ document }) => ({
      name: document.title ?? document.file,
      // the end of a long path tells documents apart, and a part of an id finds it
      value: document.id.length <= LONGEST_VALUE ? document.id : document.id.slice(-LONGEST_VALUE),
    }));
}
