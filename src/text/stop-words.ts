import { fold } from './fold.js';
import { readList } from './lists.js';

const STOP_WORDS: ReadonlySet<string> = new Set(
  readList('text', 'stop-words', 2).flatMap(({ cells }) =>
    (cells[1] ?? '').split(' ').map((word) => fold(word).replaceAll("'", '')),
  ),
);

/** Whether a folded word carries no content; an Arabic one also with a leading و or ف (ومن, فهو). */
export const isStopWord = (folded: string): boolean =>
  STOP_WORDS.has(folded) || (/^[وف]/.test(folded) && folded.length > 2 && STOP_WORDS.has(folded.slice(1)));
