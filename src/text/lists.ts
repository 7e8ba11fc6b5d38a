import { readFileSync } from 'node:fs';
import { projectFile } from './project.js';

/** One line of a word list: its 1-based line number and its tab-separated cells, trimmed. */
export interface ListRow {
  readonly line: number;
  readonly cells: readonly string[];
}

/**
 * Parses a word list: UTF-8 text, one entry a line, cells separated by tabs; blank lines and lines that begin with `#`
 * are comments. Never throws: what an entry must look like is the reader's to say.
 */
export function parseList(text: string): ListRow[] {
  const rows: ListRow[] = [];
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/);
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] ?? '';
    if (line.trim() === '' || line.startsWith('#')) continue;
    rows.push({ line: i + 1, cells: line.split('\t').map((cell) => cell.trim()) });
  }
  return rows;
}

/**
 * Reads one of the project's own lists, `src/<floor>/lists/<name>.tsv`.
 * @throws where the file is missing or a row has not exactly `columns` cells: a defect of the project, not of its user.
 */
export function readList(floor: 'text' | 'corpus' | 'knowledge', name: string, columns: number): ListRow[] {
  const file = projectFile('src', floor, 'lists', `${name}.tsv`);
  const rows = parseList(readFileSync(file, 'utf8'));
  for (const { line, cells } of rows) {
    if (cells.length !== columns)
      throw new Error(`${file}, line ${line}: expected ${columns} cells, found ${cells.length}`);
  }
  return rows;
}
