import { fold } from './fold.js';
import { readList } from './lists.js';

export type FunctionWord = 'copula' | 'preposition' | 'conjunction' | 'determiner';

const KINDS: ReadonlyMap<string, FunctionWord> = new Map(
  readList('text', 'function-words', 2).flatMap(({ cells }) =>
    (cells[1] ?? '').split(' ').map((word) => [fold(word), cells[0] as FunctionWord] as const),
  ),
);

/** What a folded word does in a sentence, null for a content word. */
export const functionOf = (folded: string): FunctionWord | null => KINDS.get(folded) ?? null;
