import { joined, strippedAt, type ArabicText } from './arabic-text.js';
import type { Honorific } from './gazetteer.js';
import { Gap } from './words.js';

/** Honorifics by their first word, longest first; what only goes on with a rank stands among them. */
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

const stands = (text: ArabicText, i: number, { words }: Honorific): boolean =>
  words.every((word, n) => n === 0 || (joined(text, i + n) && text.words[i + n]?.folded === word));

/** The longest form of address at word `i`. */
export const honorificAt = (text: ArabicText, i: number, honorifics: Honorifics): Honorific | null =>
  honorifics.get(strippedAt(text, i))?.find((one) => one.kind !== 'branch' && stands(text, i, one)) ?? null;

/** The index after what goes on with a rank that ends before word `i`: اللواء *أركان حرب*, العميد *الركن طيار*. */
export function afterBranch(text: ArabicText, i: number, honorifics: Honorifics): number {
  let end = i;
  const enclosed = (k: number): boolean =>
    text.words[k]?.gap === Gap.Paren && text.text.charAt(text.words[k]?.end ?? 0) === ')';
  for (let found = true; found && (joined(text, end) || enclosed(end));) {
    const branch = honorifics
      .get(text.words[end]?.folded ?? '')
      ?.find((one) => one.kind === 'branch' && stands(text, end, one));
    found = branch !== undefined;
    end += branch?.words.length ?? 0;
  }
  return end;
}
