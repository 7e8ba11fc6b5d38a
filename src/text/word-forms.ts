import { stemArabic } from './arabic.js';
import { wordsOfTerm, type LexiconEntry } from './lexicon.js';

const unknown = (): boolean => false;

/**
 * Stems of Arabic word forms that no rule joins: a broken plural and its singular (وزراء/وزير), a verb's past, present
 * and verbal noun (وقع/توقيع). Gives for each stem the stems of the other forms of its word, those of several words
 * where it belongs to several.
 */
export function arabicWordForms(entries: readonly LexiconEntry[]): ReadonlyMap<string, ReadonlySet<string>> {
  const relatives = new Map<string, Set<string>>();
  for (const { equivalents } of entries)
    for (const { forms } of equivalents) {
      if (forms.length < 2 || forms.some((form) => form.includes(' '))) continue;
      const stems = new Set(forms.map((form) => stemArabic(wordsOfTerm(form)[0] ?? '', unknown)));
      if (stems.size < 2) continue;
      for (const stem of stems) {
        const others = relatives.get(stem) ?? new Set<string>();
        for (const other of stems) if (other !== stem) others.add(other);
        relatives.set(stem, others);
      }
    }
  return relatives;
}
