import { hasArabic, type Language } from '../../text/language.js';

/** First strong isolate and its end (Unicode Bidirectional Algorithm, UAX #9). */
const ISOLATE = '\u2068';
const END_ISOLATE = '\u2069';
const LONGEST_INSERT = 80;

/** C0 and C1 controls, and the invisible characters that change the direction of what follows. */
const UNSAFE = /[\p{Cc}\u061C\u200E\u200F\u2028\u2029\u202A-\u202E\u2066-\u2069]/gu;

/**
 * A foreign piece (a name, a file, what somebody typed) inside one of the bot's own sentences: without control
 * characters, cut after 80 characters, and isolated where it runs against the direction of the sentence.
 */
export function insert(piece: string | number, language: Language): string {
  const clean = String(piece)
    .slice(0, 4 * LONGEST_INSERT)
    .replace(UNSAFE, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
  const letters = [...clean];
  const short = letters.length > LONGEST_INSERT ? `${letters.slice(0, LONGEST_INSERT - 1).join('')}…` : clean;
  const against = language === 'ar' ? /[\p{Script=Latin}\p{N}]/u.test(short) : hasArabic(short);
  return against ? ISOLATE + short + END_ISOLATE : short;
}

/** The same in the quotation marks of the language. */
export const quoted = (piece: string | number, language: Language): string =>
  language === 'ar' ? `«${insert(piece, 'ar')}»` : `"${insert(piece, 'en')}"`;
