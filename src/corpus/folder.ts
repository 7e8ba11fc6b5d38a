import { readdir, realpath, stat } from 'node:fs/promises';
import { extname, join } from 'node:path';
import type { Problem } from './problem.js';

/** Endings of files that are documents, in lower case; `.TXT` is one as well. */
export const DOCUMENT_ENDINGS: readonly string[] = ['.txt', '.md'];

/** A file of the corpus folder: `file` is its path below the folder with `/` between folders. */
export interface FolderFile {
  readonly file: string;
  /** Bytes. */
  readonly size: number;
}

export interface Folder {
  /** By path, in code-unit order. */
  readonly files: readonly FolderFile[];
  readonly problems: readonly Problem[];
}

const errorCode = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'EIO';

export const unreadable = (file: string, error: unknown): Problem => ({
  code: 'unreadable',
  file,
  detail: errorCode(error),
  skipped: true,
});

const byCodeUnits = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * Every document below `folder`. Hidden files and folders (`.git`, `.env`) are passed over; links are followed, each
 * folder once, so that a loop of links ends. What the operating system refuses is a problem, never a throw.
 */
export async function listDocuments(folder: string): Promise<Folder> {
  const files: FolderFile[] = [];
  const problems: Problem[] = [];
  const visited = new Set<string>();

  async function visitEntry(path: string): Promise<void> {
    try {
      const info = await stat(join(folder, path));
      if (info.isDirectory()) await visitFolder(path);
      else if (!DOCUMENT_ENDINGS.includes(extname(path).toLowerCase())) return;
      else if (info.isFile()) files.push({ file: path, size: info.size });
      // A pipe or a socket could be waited for without end.
      else problems.push({ code: 'unreadable', file: path, detail: 'EFTYPE', skipped: true });
    } catch (error) {
      // A broken link that would be no document is nobody's concern.
      if (DOCUMENT_ENDINGS.includes(extname(path).toLowerCase())) problems.push(unreadable(path, error));
    }
  }

  async function visitFolder(path: string): Promise<void> {
    let names: string[];
    try {
      const real = await realpath(join(folder, path));
      if (visited.has(real)) return;
      visited.add(real);
      names = await readdir(real);
    } catch (error) {
      problems.push(unreadable(path, error));
      return;
    }
    for (const name of names.sort(byCodeUnits)) {
      if (!name.startsWith('.')) await visitEntry(path === '' ? name : `${path}/${name}`);
    }
  }

  try {
    if (!(await stat(folder)).isDirectory()) throw Object.assign(new Error('no folder'), { code: 'ENOTDIR' });
  } catch (error) {
    return { files: [], problems: [{ code: 'folder-missing', file: folder, detail: errorCode(error), skipped: true }] };
  }
  await visitFolder('');
  return { files: files.sort((a, b) => byCodeUnits(a.file, b.file)), problems };
}

/**
 * The ids of `files`, in the same order: each path without its ending, with it where two files would have the same id.
 * `a.txt`, `a.md` keep their endings; so does `a.txt.md` beside `a.txt`.
 */
export function documentIds(files: readonly string[]): string[] {
  const stems = files.map((file) => file.slice(0, file.length - extname(file).length));
  const uses = new Map<string, number>();
  for (const stem of stems) uses.set(stem, (uses.get(stem) ?? 0) + 1);
  const names = new Set(files);
  return stems.map((stem, i) => (uses.get(stem) === 1 && !names.has(stem) ? stem : (files[i] ?? stem)));
}
