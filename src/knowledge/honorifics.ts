import { joined, strippedAt, type ArabicText } from './arabic-growth.js';
import type { Honorific } from './gazetteer.js';

/** Honorifics by their first word, longest first. */
export type Honorifics = ReadonlyMap<string, readonly Honorific[]>;

export function honorificsByFirst(honorifics: readonly Honorific[], language: 'ar' | 'en'): Honorifics {
  const found = new Map<string, Honorific[]>();
  for (const honorific of honorifics) {
    if (honorific.language !== language) continue;
    const first = honorific.words[0] ?? '';
    found.set(first, [...(found.get(first) ?? []), honorific]);
  }
  for (const same of found.values()) same.sort((a, b) => b.words.length - a.words.length);
  return found;
}

/** The longest form of address at word `i`. */
export function honorificAt(text: ArabicText, i: number, honorifics: Honorifics): Honorific | null {
  const candidates = honorifics.get(strippedAt(text, i));
  if (candidates === undefined) return null;
  return (
    candidates.find(({ words }) =>
      words.every((word, n) => n === 0 || (joined(text, i + n) && text.words[i + n]?.folded === word)),
    ) ?? null
  );
}
