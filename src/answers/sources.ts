import type { Document } from '../corpus/document.js';
import type { Problem } from '../corpus/problem.js';
import type { Language } from '../text/language.js';
import { findDocuments } from './find-document.js';
import { messagesIn } from './messages/messages.js';
import type { Library } from './library.js';
import type { NotFoundReason, ReplyStatus, SourceEntry } from './reply.js';

export interface SourcesOutcome {
  readonly status: ReplyStatus;
  readonly reason?: NotFoundReason;
  readonly sources?: readonly SourceEntry[];
  readonly suggestions?: readonly string[];
  readonly notices?: readonly string[];
}

/** How many documents an answer about an unknown one offers. */
const OFFERED = 5;

/** One problem in words, without the file's name. */
const problemInWords = ({ code, detail, line }: Problem, language: Language): string => {
  const messages = messagesIn(language);
  const words = messages.problem[code](detail ?? '');
  return line === undefined ? words : messages.problemInLine(line, words);
};

/** One problem in words with its file and line: for logs and for what belongs to no document (`corpus.json`). */
export const problemWithFile = (problem: Problem, language: Language): string =>
  messagesIn(language).problemAt(
    problem.file,
    problem.line ?? null,
    messagesIn(language).problem[problem.code](problem.detail ?? ''),
  );

const entry = (document: Document, language: Language): SourceEntry => ({
  document: document.id,
  file: document.file,
  title: document.title,
  publisher: document.publisher,
  date: document.date,
  languages: document.languages,
  paragraphs: document.paragraphs.length,
  problems: document.problems.map((problem) => problemInWords(problem, language)),
});

const entryWithText = (document: Document, language: Language): SourceEntry => ({
  ...entry(document, language),
  text: document.paragraphs.map(({ number, start, end, text, kind }) => ({
    paragraph: number,
    start,
    end,
    text,
    furniture: kind === 'furniture',
  })),
});

/** A file that is not served: without it nobody would learn why a document is missing. */
function skippedEntry(file: string, problems: readonly Problem[], language: Language): SourceEntry {
  return {
    document: file,
    file,
    title: null,
    publisher: null,
    date: null,
    languages: [],
    paragraphs: 0,
    problems: problems.map((problem) => problemInWords(problem, language)),
  };
}

function everySource({ corpus }: Library, language: Language): SourcesOutcome {
  const served = new Set(corpus.documents.map(({ file }) => file));
  const others = corpus.problems.filter(({ file }) => !served.has(file));
  const skipped = new Set(others.filter((problem) => problem.skipped).map(({ file }) => file));
  const notices = others.filter(({ file }) => !skipped.has(file)).map((problem) => problemWithFile(problem, language));
  const sources = [
    ...corpus.documents.map((document) => entry(document, language)),
    ...[...skipped].map((file) =>
      skippedEntry(
        file,
        others.filter((problem) => problem.file === file),
        language,
      ),
    ),
  ];
  if (corpus.documents.length > 0) return { status: 'answered', sources, notices };
  const none = messagesIn(language).notice.noDocument(corpus.folder);
  return { status: 'not_found', reason: 'not_stated', sources, notices: [none, ...notices] };
}

/**
 * The documents with what was wrong in reading them; or one of them whole, paragraph by paragraph. A name that fits
 * several documents, or none, finds nothing and offers those that are near.
 */
export function sourcesReply(
  { document: typed, language }: { readonly document: string | undefined; readonly language: Language },
  library: Library,
): SourcesOutcome {
  if (typed === undefined) return everySource(library, language);
  const found = findDocuments(library.corpus, typed);
  const [only] = found;
  if (found.length === 1 && only) return { status: 'answered', sources: [entryWithText(only, language)] };
  const { notice } = messagesIn(language);
  const offered = (found.length > 0 ? found : library.corpus.documents).slice(0, OFFERED);
  return {
    status: 'not_found',
    reason: 'name_missing',
    sources: found.map((document) => entry(document, language)),
    suggestions: offered.map(({ id }) => id),
    notices: [found.length > 0 ? notice.severalDocuments(typed) : notice.unknownDocument(typed)],
  };
}
