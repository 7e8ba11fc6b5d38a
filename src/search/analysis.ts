import { stemArabic } from '../text/arabic.js';
import { stemEnglish } from '../text/english.js';
import { isStopWord } from '../text/stop-words.js';
import { tokenize, type Token, type TokenKind } from '../text/tokens.js';

/** A token with the forms under which it is indexed and asked for. */
export interface Term extends Token {
  readonly stem: string;
  readonly stop: boolean;
}

/**
 * The one analysis of a corpus, for indexing, querying, highlighting and suggesting alike. It depends on the corpus in
 * one point: which words occur there decides which Arabic clitics may be taken off (`src/text/arabic.ts`).
 */
export interface Analysis {
  readonly analyse: (text: string) => Term[];
  readonly stemOf: (folded: string, kind: TokenKind) => string;
  /** Whether a folded word occurs in the corpus as it stands. */
  readonly isKnown: (folded: string) => boolean;
}

/** عبدالرحمن is عبد الرحمن: the glued spelling becomes the two words of the parted one, each with its offsets. */
function partedServant(token: Token): Token[] {
  const { start, end, folded } = token;
  if (token.kind !== 'arabic' || end - start !== folded.length || !/^عبدال.../.test(folded)) return [token];
  const parted = start + 3;
  return [
    { ...token, end: parted, folded: folded.slice(0, 3) },
    { ...token, start: parted, folded: folded.slice(3) },
  ];
}

/** The analysis for a corpus with these folded words. */
export function createAnalysis(words: ReadonlySet<string>): Analysis {
  const stems = new Map<string, string>();
  const isKnown = (word: string): boolean => words.has(word);
  const freshStem = (folded: string, kind: TokenKind): string => {
    if (kind === 'number') return folded;
    return kind === 'arabic' ? stemArabic(folded, isKnown) : stemEnglish(folded);
  };
  const stemOf = (folded: string, kind: TokenKind): string => {
    const found = stems.get(folded);
    if (found !== undefined) return found;
    const stem = freshStem(folded, kind);
    // Only words of the corpus are kept: the memory of a long-lived process must not grow with what is asked.
    if (words.has(folded)) stems.set(folded, stem);
    return stem;
  };
  const analyse = (text: string): Term[] => {
    const mixedCase = /\p{Ll}/u.test(text);
    return tokenize(text)
      .flatMap(partedServant)
      .map((token) => ({
        ...token,
        stem: stemOf(token.folded, token.kind),
        stop:
          token.kind !== 'number' &&
          isStopWord(token.folded, text.slice(token.start, token.end)) &&
          // US and WHO are no pronouns.
          !(mixedCase && token.kind === 'word' && /^\p{Lu}{2,}$/u.test(text.slice(token.start, token.end))),
      }));
  };
  return { analyse, stemOf, isKnown };
}
