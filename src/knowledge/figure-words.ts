import { alternatives, type Match } from './phrases.js';
import { listMatcher, type RowsOf } from './list-matcher.js';
import type { Word } from './reading.js';
import { arabicForms, englishForms, type VerbForm } from './verb-forms.js';

const TYPES = ['counted', 'equal', 'duration', 'time', 'rate', 'to', 'purpose'] as const;

/** What a word can be to an amount: a noun that is counted, a verb of giving or getting, a word before time or purpose. */
export type FigureWord =
  { readonly type: (typeof TYPES)[number] } | { readonly type: 'give' | 'receive'; readonly form: VerbForm };

function* entries(rowsOf: RowsOf): Iterable<readonly [string, FigureWord]> {
  for (const { cells, line } of rowsOf('figure-words')) {
    const [language, type, words] = cells as [string, string, string];
    for (const each of alternatives(words)) {
      if (type === 'give' || type === 'receive') {
        for (const { form, word } of language === 'ar' ? arabicForms(each) : englishForms(each))
          yield [word, { type, form }];
        continue;
      }
      const known = TYPES.find((other) => other === type);
      if (known === undefined) throw new Error(`figure-words.tsv, line ${line}: no class "${type}"`);
      yield [each, { type: known }];
    }
  }
}

const matcher = listMatcher<FigureWord>(entries);

/** The longest entry of class `type` at word `i`. */
export const figureWordAt = (
  words: readonly Word[],
  i: number,
  type: FigureWord['type'],
): Match<FigureWord> | undefined => matcher.find(words, i, type);
