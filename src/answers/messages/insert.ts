import { hasArabic, type Language } from '../../text/language.js';

/** First strong isolate and its end (Unicode Bidirectional Algorithm, UAX #9). */
const ISOLATE = '\u2068';
const END_ISOLATE = '\u2069';
const LONGEST_INSERT = 80;

/** C0 and C1 controls, and the invisible characters that change the direction of what follows. */
const UNSAFE = /[\p{Cc}\u061C\u200E\u200F\u2028\u2029\u202A-\u202E\u2066-\u2069]/gu;

/**
 * A foreign piece (a name, a date, a file) inside one of the bot's own sentences: on one line, without control
 * characters, isolated where it runs against the direction of the sentence.
 */
export function isolated(piece: string | number, language: Language): string {
  const clean = String(piece).replace(UNSAFE, ' ').replace(/\s+/gu, ' ').trim();
  const against = language === 'ar' ? /[\p{Script=Latin}\p{N}]/u.test(clean) : hasArabic(clean);
  return against ? ISOLATE + clean + END_ISOLATE : clean;
}

function insert(piece: string | number, language: Language): string {
  const letters = [...String(piece).slice(0, 4 * LONGEST_INSERT)];
  const cut = letters.length > LONGEST_INSERT ? `${letters.slice(0, LONGEST_INSERT - 1).join('')}…` : letters.join('');
  return isolated(cut, language);
}

/** What somebody typed, which may be of any length: the same, cut after 80 characters, in quotation marks. */
export const quoted = (piece: string | number, language: Language): string =>
  language === 'ar' ? `«${insert(piece, 'ar')}»` : `"${insert(piece, 'en')}"`;
