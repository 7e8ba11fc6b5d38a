import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Language } from '../text/language.js';
import { decode } from './encoding.js';
import { documentIds, type FolderFile, listDocuments, unreadable } from './folder.js';
import { type Manifest, MANIFEST_FILE, readManifest } from './manifest.js';
import { splitParagraphs } from './paragraphs.js';
import { paragraphLanguages } from './paragraph-languages.js';
import type { Corpus, Document, Paragraph } from './document.js';
import type { Problem } from './problem.js';
import { boilerplateOf } from './boilerplate.js';
import { outlineOf } from './outline.js';

/** The largest file that is read, in bytes: three times the 10 MB that must be, small enough for memory to hold. */
export const LARGEST_FILE = 32 * 1024 * 1024;

const WORD = /[\p{L}\p{N}]/u;
const NO_MANIFEST: Manifest = { entries: new Map(), problems: [], problemsOf: new Map() };

/** A file that is text, before anything is known of the others. */
interface Source {
  readonly file: string;
  readonly text: string;
  readonly problems: readonly Problem[];
}

/**
 * Reads a folder of documents. Never throws for what a person can cause: a missing folder, files that are no text or
 * too large, a faulty corpus.json are each a problem by file and line, and the rest is read. The same folder gives the
 * same corpus: documents are in the code-unit order of their paths.
 */
export async function readCorpus(folder: string): Promise<Corpus> {
  const listed = await listDocuments(folder);
  if (listed.problems.some(({ code }) => code === 'folder-missing'))
    return { folder, documents: [], problems: listed.problems };
  const problems = [...listed.problems];
  const manifest = await readManifestFile(folder, new Set(listed.files.map(({ file }) => file)));
  problems.push(...manifest.problems);

  const sources: Source[] = [];
  for (const file of listed.files) {
    const read = await readSource(folder, file);
    if ('code' in read) problems.push(read);
    else {
      sources.push(read);
      problems.push(...read.problems);
    }
  }
  const ids = documentIds(sources.map(({ file }) => file));
  const split = sources.map(({ text }) => splitParagraphs(text));
  const repeated = boilerplateOf(sources.map(({ text }, i) => ({ text, spans: split[i] ?? [] })));
  const documents = sources.map((source, i) =>
    readDocument(source, ids[i] ?? source.file, split[i] ?? [], manifest, repeated),
  );
  return { folder, documents, problems };
}

async function readManifestFile(folder: string, files: ReadonlySet<string>): Promise<Manifest> {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(join(folder, MANIFEST_FILE));
  } catch (error) {
    const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    return missing ? NO_MANIFEST : { ...NO_MANIFEST, problems: [unreadable(MANIFEST_FILE, error)] };
  }
  const decoded = decode(bytes);
  if (!decoded) return { ...NO_MANIFEST, problems: [{ code: 'binary', file: MANIFEST_FILE, skipped: true }] };
  return readManifest(decoded.text, files);
}

/** One file's text, or why it is not served. */
async function readSource(folder: string, { file, size }: FolderFile): Promise<Source | Problem> {
  if (size > LARGEST_FILE) return { code: 'too-large', file, detail: String(size), skipped: true };
  let bytes: Uint8Array;
  try {
    bytes = await readFile(join(folder, file));
  } catch (error) {
    return unreadable(file, error);
  }
  const decoded = decode(bytes);
  if (!decoded) return { code: 'binary', file, skipped: true };
  if (!WORD.test(decoded.text)) return { code: 'empty', file, skipped: true };
  const problems: Problem[] = [];
  if (decoded.encoding !== 'utf-8')
    problems.push({ code: 'decoded-as', file, detail: decoded.encoding, skipped: false });
  if (decoded.damaged > 0) problems.push({ code: 'damaged', file, detail: String(decoded.damaged), skipped: false });
  return { file, text: decoded.text, problems };
}

function readDocument(
  { file, text, problems }: Source,
  id: string,
  spans: ReturnType<typeof splitParagraphs>,
  manifest: Manifest,
  repeated: ReadonlySet<string>,
): Document {
  const told = manifest.entries.get(file) ?? {};
  const languages = paragraphLanguages(text, spans, told.language);
  const outline = outlineOf({ file, text, spans, languages, repeated });
  const paragraphs = spans.map(({ start, end }, i): Paragraph => ({
    number: i + 1,
    start,
    end,
    text: text.slice(start, end),
    kind: outline.kinds[i] ?? 'body',
    language: languages[i] ?? null,
  }));
  return {
    id,
    file,
    text,
    title: told.title ?? outline.title,
    publisher: told.publisher ?? outline.publisher?.value ?? null,
    url: told.url ?? null,
    date: told.date !== undefined ? manifestDate(told.date) : (outline.date?.value ?? null),
    dateParagraph: told.date !== undefined ? null : numberOf(outline.date),
    publisherParagraph: told.publisher !== undefined ? null : numberOf(outline.publisher),
    dateline: outline.dateline,
    languages: languagesOf(paragraphs),
    paragraphs,
    problems: [...problems, ...(manifest.problemsOf.get(file) ?? [])],
  };
}

/** Paragraphs are counted from 1. */
const numberOf = (from: { readonly paragraph: number } | null): number | null => (from ? from.paragraph + 1 : null);

const manifestDate = (value: string): Document['date'] => ({
  value,
  precision: value.length === 4 ? 'year' : value.length === 7 ? 'month' : 'day',
  basis: 'manifest',
});

/** The languages of the quotable paragraphs, most frequent first. */
function languagesOf(paragraphs: readonly Paragraph[]): Language[] {
  const counts = new Map<Language, number>();
  for (const { kind, language } of paragraphs)
    if (kind !== 'furniture' && language) counts.set(language, (counts.get(language) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a).map(([language]) => language);
}
