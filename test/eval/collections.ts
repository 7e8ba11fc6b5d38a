import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Corpus } from '../../src/corpus/document.js';
import { readCorpus } from '../../src/corpus/corpus.js';
import type { Span } from '../../src/text/span.js';

/** A question with its gold answer, as `questions.json` holds it. */
export interface GoldQuestion {
  readonly id: string;
  readonly set?: string;
  readonly lang: string;
  readonly question: string;
  readonly answerable: boolean;
  readonly file: string | null;
  /** `line` is the 1-based line of the raw file. */
  readonly paragraphs: readonly { readonly line: number; readonly file?: string }[];
  /** Groups, each met by any of its strings. */
  readonly answers: readonly (readonly string[])[];
}

/** A folder of documents with questions about it. */
export interface Collection {
  readonly name: string;
  readonly corpus: Corpus;
  readonly questions: readonly GoldQuestion[];
}

/**
 * Reads a collection: a folder with `questions.json` and `corpus/`, or a questions file beside which `corpus/` or the
 * folder given lies. Null where it is not there.
 */
export async function readCollection(path: string, corpusFolder?: string): Promise<Collection | null> {
  const file = path.endsWith('.json') ? path : join(path, 'questions.json');
  const folder = corpusFolder ?? join(dirname(file), 'corpus');
  if (!existsSync(file) || !existsSync(folder)) return null;
  const { questions } = JSON.parse(readFileSync(file, 'utf8')) as { questions: GoldQuestion[] };
  const name = basename(file) === 'questions.json' ? basename(dirname(file)) : basename(file, '.json');
  return { name, corpus: await readCorpus(folder), questions };
}

/** The collection with only those documents that `keep` admits: questions about the others have no answer left. */
export function thinned(collection: Collection, keep: (document: number) => boolean): Collection {
  const documents = collection.corpus.documents.filter((_, i) => keep(i));
  const files = new Set(documents.map(({ file }) => file));
  return {
    name: collection.name,
    corpus: { ...collection.corpus, documents },
    questions: collection.questions.map((question) => ({
      ...question,
      answerable: question.answerable && question.paragraphs.some((p) => files.has(p.file ?? question.file ?? '')),
    })),
  };
}

/** Where the gold paragraphs of a question lie: file and span of its line. */
export function goldSpans(corpus: Corpus, question: GoldQuestion): { readonly file: string; readonly span: Span }[] {
  return question.paragraphs.flatMap(({ line, file = question.file ?? '' }) => {
    const document = corpus.documents.find((candidate) => candidate.file === file);
    if (document === undefined) return [];
    const lines = document.text.split('\n');
    const start = lines.slice(0, line - 1).reduce((sum, text) => sum + text.length + 1, 0);
    return [{ file, span: { start, end: start + (lines[line - 1]?.length ?? 0) } }];
  });
}

/**
 * The collection without the paragraphs that `keep` does not admit (by their index among a document's): questions about
 * those have no answer left although their document is there, as where a text tells everything but what is asked.
 */
export function withoutParagraphs(collection: Collection, keep: (paragraph: number) => boolean): Collection {
  const documents = collection.corpus.documents.map((document) => ({
    ...document,
    paragraphs: document.paragraphs.filter((_, i) => keep(i)),
  }));
  const corpus = { ...collection.corpus, documents };
  const answered = (question: GoldQuestion): boolean =>
    goldSpans(corpus, question).some(({ file, span }) =>
      documents.some(
        (document) =>
          document.file === file && document.paragraphs.some(({ start, end }) => start < span.end && end > span.start),
      ),
    );
  return {
    name: `${collection.name}, near misses`,
    corpus,
    questions: collection.questions.map((question) => ({
      ...question,
      answerable: question.answerable && answered(question),
    })),
  };
}
