import { articleLength, withoutClitics } from './arabic.js';
import { partsOfSpeech } from './bilingual.js';
import type { Lexicon } from './compiled-lexicon.js';
import { FUNCTION_CLASSES, functionOf } from './function-words.js';
import { THING } from './things.js';
import type { Token } from './tokens.js';

/**
 * What kind of word a token is, judged by itself: what a function word does; what it shows (a number, a year, a unit, a
 * date, money); else its part of speech in the lexicon. `name` is a word in no lexicon that may be a name, `place` a
 * name in the lexicon (mostly countries and cities), `mixed` noun or verb, `theNoun` and `theAdjective` carry the
 * Arabic article, `foreign` is a Latin word among Arabic ones.
 */
export const WORD_CLASSES = [
  ...FUNCTION_CLASSES, 'number', 'year', 'date', 'unit', 'money', 'name', 'theName', 'place', 'noun', 'theNoun', 'adjective',
  'theAdjective', 'verb', 'participle', 'gerund', 'mixed', 'adverb', 'unknown', 'foreign',
] as const; // prettier-ignore
export type WordClass = (typeof WORD_CLASSES)[number];

const CLASS_OF_THING = [
  [THING.money, 'money'],
  [THING.date | THING.calendar, 'date'],
  [THING.unit, 'unit'],
  [THING.number, 'number'],
] as const;

function classOfThings(token: Token, things: number): WordClass | null {
  if (token.kind === 'number')
    return (things & THING.money) !== 0 ? 'money' : (things & THING.calendar) !== 0 ? 'year' : 'number';
  for (const [bit, name] of CLASS_OF_THING) if ((things & bit) !== 0) return name;
  return null;
}

function englishClass(lexicon: Lexicon, token: Token, isCapital: boolean): WordClass {
  const parts = partsOfSpeech(lexicon, token);
  if (parts.has('x') && (isCapital || parts.size === 1)) return 'place';
  if (isCapital) return 'name';
  const [verb, noun, adjective] = [parts.has('v'), parts.has('n'), parts.has('a')];
  if (verb && token.folded.endsWith('ed')) return 'participle';
  if (token.folded.endsWith('ing') && token.folded.length > 5) return 'gerund';
  if (verb && noun) return 'mixed';
  if (noun) return 'noun';
  if (token.folded.endsWith('ly')) return 'adverb';
  if (adjective) return 'adjective';
  if (verb) return 'verb';
  if (parts.has('d')) return 'adverb';
  return token.folded.endsWith('ed') ? 'participle' : 'unknown';
}

function arabicClass(lexicon: Lexicon, token: Token): WordClass {
  const parts = partsOfSpeech(lexicon, token);
  const definite = articleLength(token.folded) > 0;
  // A name with the article and the ending of relation is its adjective: الأمريكية.
  if (parts.has('x')) return definite && /يه?$/.test(token.folded) ? 'theAdjective' : 'place';
  if (parts.size === 0) return definite ? 'theName' : 'name';
  if (parts.has('n') && parts.has('v') && !definite) return 'mixed';
  if (parts.has('n')) return definite ? 'theNoun' : 'noun';
  if (parts.has('a')) return definite ? 'theAdjective' : 'adjective';
  if (parts.has('v')) return definite ? 'theNoun' : 'verb';
  return parts.has('d') ? 'adverb' : definite ? 'theNoun' : 'unknown';
}

/**
 * The class of a token whose bits of `THING` are `things`; `isCapital`: it begins with a capital that no sentence start
 * explains; `amongArabic`: it stands in an Arabic text.
 */
export function wordClass(
  lexicon: Lexicon,
  token: Token,
  things: number,
  isCapital: boolean,
  amongArabic: boolean,
): WordClass {
  const does =
    isCapital && token.kind === 'word'
      ? null
      : (functionOf(token.folded) ??
        (token.kind === 'arabic' ? functionOf(token.folded.replace(/^[وف](?=...)/, '')) : null));
  if (does !== null) return does;
  const shown = classOfThings(token, things);
  if (shown !== null) return shown;
  if (token.kind === 'arabic') return arabicClass(lexicon, token);
  return amongArabic ? 'foreign' : englishClass(lexicon, token, isCapital);
}

/** The one-letter clitics at the start of a folded Arabic word: `and` (و ف), `to` (ل ب ك and the like), null for none. */
export function cliticOf(folded: string, isKnown: (word: string) => boolean): 'and' | 'to' | null {
  const article = articleLength(folded);
  if (article > 2) return /^[وف]/.test(folded) ? 'and' : 'to';
  if (article > 0 || (isKnown(folded) && folded.length < 4)) return null;
  const rest = withoutClitics(folded, isKnown);
  if (rest === folded) return null;
  return /^[وف]/.test(folded) ? 'and' : /^س/.test(folded) ? null : 'to';
}
