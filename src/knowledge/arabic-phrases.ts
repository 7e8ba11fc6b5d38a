import { Arabic, arabicWord, type ArabicLexicon, type ArabicWord } from './arabic-words.js';
import { Gap, type Word } from './words.js';

const { Given, DoubtfulGiven, Role, Definite, Office, Place, Joint } = Arabic;

/**
 * The words of a paragraph with those marked that only together are the head of an office (القائم بالأعمال), a given name
 * (زين العابدين) or a place (خان يونس). Changes and returns `lex`.
 */
export function markPhrases(words: readonly Word[], lex: ArabicWord[], lexicon: ArabicLexicon): ArabicWord[] {
  const places: (readonly [number, ArabicWord])[] = [];
  for (let i = 0; i < words.length; i++) {
    const { folded, kind } = words[i] as Word;
    if (kind !== 'arabic' || !lexicon.openers.has(folded)) continue;
    markHead(words, lex, i, lexicon);
    markCompound(words, lex, i, lexicon);
    const clitic = lex[i]?.clitic ?? 0;
    const candidates =
      lexicon.places.get(folded) ?? (clitic > 0 ? lexicon.places.get(folded.slice(clitic)) : undefined);
    for (const place of candidates ?? []) {
      if (!follows(words, i, place, Gap.Hyphen)) continue;
      place.forEach((word, n) => {
        const definite = word.startsWith('ال');
        const found = definite ? Place | Definite : Place;
        places.push([i + n, arabicWord(found, n === 0 ? clitic : 0, definite ? word.slice(2) : word)]);
      });
    }
  }
  for (const [i, word] of places) lex[i] = word;
  return lex;
}

/** Whether the words of `phrase` from the second on stand behind word `i`. */
const follows = (words: readonly Word[], i: number, phrase: readonly string[], gap: Gap): boolean =>
  phrase.every((word, n) => n === 0 || (words[i + n]?.folded === word && (words[i + n] as Word).gap <= gap));

/** The words of a head of several words are its complement: القائم بالأعمال. */
function markHead(words: readonly Word[], lex: ArabicWord[], i: number, { heads }: ArabicLexicon): void {
  const { flags, clitic, base } = lex[i] as ArabicWord;
  for (const head of heads.get(base) ?? []) {
    if (!follows(words, i, head, Gap.Space)) continue;
    lex[i] = arabicWord(Role | (flags & Definite), clitic, base);
    head.forEach((word, n) => {
      if (n > 0) lex[i + n] = arabicWord(Office | (/^(?:ال|ب)/.test(word) ? Definite : 0), 0, word);
    });
  }
}

/** زين العابدين, ولضيف الله: whatever the two words are elsewhere. Only these clitics stand before such a name. */
function markCompound(words: readonly Word[], lex: ArabicWord[], i: number, lexicon: ArabicLexicon): void {
  const { compounds } = lexicon;
  const folded = words[i]?.folded ?? '';
  const clitic = compounds.has(folded) ? 0 : /^[ول]/.test(folded) ? 1 : -1;
  if (clitic < 0) return;
  const base = folded.slice(clitic);
  for (const compound of compounds.get(base) ?? []) {
    if (!follows(words, i, compound, Gap.Hyphen)) continue;
    lex[i] = arabicWord(lexicon(compound.join(' ')).flags & (Given | DoubtfulGiven), clitic, base);
    compound.forEach((word, n) => {
      if (n > 0) lex[i + n] = arabicWord(Given | Joint, 0, word);
    });
  }
}
