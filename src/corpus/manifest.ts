import { z } from 'zod';
import { LANGUAGES } from '../text/language.js';
import { isCalendarDay } from './calendar.js';
import { jsonLines } from './json-lines.js';
import type { Problem } from './problem.js';

/** The file at the root of a corpus that tells what the documents do not tell, or tell wrongly. */
export const MANIFEST_FILE = 'corpus.json';

const DATE = /^(\d{4})(?:-(0[1-9]|1[0-2])(?:-(\d\d))?)?$/;

const isDate = (value: string): boolean => {
  const [, year, month, day] = DATE.exec(value) ?? [];
  return year !== undefined && (day === undefined || isCalendarDay(Number(year), Number(month), Number(day)));
};

const isWebAddress = (value: string): boolean =>
  URL.canParse(value) && ['http:', 'https:'].includes(new URL(value).protocol);

const text = z.string().trim().min(1);
const FIELDS = {
  title: text,
  publisher: text,
  date: text.refine(isDate),
  url: text.refine(isWebAddress),
  language: z.enum(LANGUAGES as [(typeof LANGUAGES)[number], ...(typeof LANGUAGES)[number][]]),
};
/** What each field must look like, in signs that need no translation: the `detail` of a problem. */
const ACCEPTED: Readonly<Record<keyof typeof FIELDS, string>> = {
  title: '"…"',
  publisher: '"…"',
  date: 'YYYY | YYYY-MM | YYYY-MM-DD',
  url: 'https://… | http://…',
  language: LANGUAGES.join(' | '),
};
const FILE = '{ "file.txt": { … } }';

/** What corpus.json says of one file; a field is missing where it says nothing or nothing valid. */
export type ManifestEntry = { readonly [K in keyof typeof FIELDS]?: z.infer<(typeof FIELDS)[K]> };

export interface Manifest {
  readonly entries: ReadonlyMap<string, ManifestEntry>;
  readonly problems: readonly Problem[];
  /** The problems that concern one file, by its path. */
  readonly problemsOf: ReadonlyMap<string, readonly Problem[]>;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Reads the text of corpus.json: an object with a member for each file (its path below the corpus folder), each an
 * object with some of the fields. Every fault is reported with its line; all the rest is used. `files` are the
 * documents that exist.
 */
export function readManifest(text: string, files: ReadonlySet<string>): Manifest {
  const entries = new Map<string, ManifestEntry>();
  const problems: Problem[] = [];
  const problemsOf = new Map<string, Problem[]>();
  const lines = jsonLines(text);
  if ('found' in lines) {
    const syntax: Problem = {
      code: 'manifest-syntax',
      file: MANIFEST_FILE,
      line: lines.line,
      detail: lines.found,
      skipped: true,
    };
    return { entries, problems: [syntax], problemsOf };
  }
  const report = (code: 'manifest-value' | 'manifest-unknown-file', detail: string, ...path: string[]): void => {
    const line = lines.lineOf(...path);
    const problem: Problem = { code, file: MANIFEST_FILE, ...(line !== undefined && { line }), detail, skipped: false };
    problems.push(problem);
    const file = path[0];
    if (file !== undefined && files.has(file)) problemsOf.set(file, [...(problemsOf.get(file) ?? []), problem]);
  };

  const manifest: unknown = JSON.parse(text);
  if (!isObject(manifest)) {
    report('manifest-value', FILE);
    return { entries, problems, problemsOf };
  }
  for (const [file, told] of Object.entries(manifest)) {
    if (!files.has(file)) report('manifest-unknown-file', file, file);
    else if (!isObject(told)) report('manifest-value', FILE, file);
    else
      entries.set(
        file,
        readEntry(told, (detail, field) => report('manifest-value', detail, file, field)),
      );
  }
  return { entries, problems, problemsOf };
}

/** The valid fields of one file's entry. */
function readEntry(told: Record<string, unknown>, report: (detail: string, field: string) => void): ManifestEntry {
  const entry: Record<string, string> = {};
  for (const [field, value] of Object.entries(told)) {
    const known = Object.keys(FIELDS).includes(field) ? (field as keyof typeof FIELDS) : null;
    if (!known) {
      report(`${field} ∉ ${Object.keys(FIELDS).join(' | ')}`, field);
      continue;
    }
    const result = FIELDS[known].safeParse(value);
    if (result.success) entry[known] = result.data;
    else report(`${known}: ${ACCEPTED[known]}`, field);
  }
  return entry;
}
