import type { Corpus, Document } from '../corpus/document.js';
import { buildNameIndex, lookUpName, type NameIndex } from '../knowledge/name-index.js';
import { fold } from '../text/fold.js';
import { buildCompletion, complete, type Completion } from './completion.js';

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

interface Known {
  readonly completion: Completion;
  readonly index: NameIndex;
}

/** Made once for each corpus, which never changes. */
const known = new WeakMap<Corpus, Known>();

function knownOf(corpus: Corpus): Known {
  let made = known.get(corpus);
  if (!made) {
    const names = corpus.documents.map(namesOf);
    const index = buildNameIndex(names.map((each) => ({ names: each.slice(2), descriptions: [] })));
    known.set(corpus, (made = { completion: buildCompletion(names), index }));
  }
  return made;
}

/** Documents for autocompletion, those that begin as `typed` first; `value` finds the document again. */
export function suggestDocuments(corpus: Corpus, typed: string): readonly { name: string; value: string }[] {
  const { completion, index } = knownOf(corpus);
  return complete(completion, typed, (name) => lookUpName(index, name, () => false)).flatMap((entry) => {
    const document = corpus.documents[entry];
    if (!document) return [];
    return [
      {
        name: document.title ?? document.file,
        // the end of a long path tells documents apart, and a part of an id finds it
        value: document.id.length <= LONGEST_VALUE ? document.id : document.id.slice(-LONGEST_VALUE),
      },
    ];
  });
}
