import { fold } from './fold.js';
import { readList } from './lists.js';

/** What function words do, as `lists/function-words.tsv` has them. */
export const FUNCTION_CLASSES = [
  'be', 'do', 'have', 'modal', 'called', 'of', 'in', 'on', 'at', 'by', 'to', 'from', 'with', 'for', 'as', 'preposition',
  'and', 'relative', 'that', 'because', 'when', 'a', 'the', 'this', 'pronoun', 'not',
] as const; // prettier-ignore
export type FunctionClass = (typeof FUNCTION_CLASSES)[number];

function readClasses(): ReadonlyMap<string, FunctionClass> {
  const classes = new Map<string, FunctionClass>();
  for (const { line, cells } of readList('text', 'function-words', 2)) {
    const found = FUNCTION_CLASSES.find((name) => name === cells[0]);
    if (found === undefined) throw new Error(`function-words.tsv, line ${line}: no class "${cells[0]}"`);
    for (const word of (cells[1] ?? '').split(' ')) if (!classes.has(fold(word))) classes.set(fold(word), found);
  }
  return classes;
}

const CLASSES = readClasses();

/** What a folded word does in a sentence, null for a content word. */
export const functionOf = (folded: string): FunctionClass | null => CLASSES.get(folded) ?? null;
