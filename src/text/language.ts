/** The two languages of Isnad. Text in any other language is indexed plainly and has no language (`null`). */
export type Language = 'ar' | 'en';

export const LANGUAGES: readonly Language[] = ['ar', 'en'];

const ARABIC_LETTER = /[\u0620-\u064A\u066E-\u06D3\u06D5\u06FA-\u06FF\u0750-\u077F\uFB50-\uFDFF\uFE70-\uFEFC]/g;
const LATIN_LETTER = /\p{Script=Latin}/gu;
/** Letters that Persian, Urdu, Kurdish, Pashto or Uighur write and Arabic does not (Unicode, Arabic block). */
const NOT_ARABIC_LETTER = /[\u067B-\u06A3\u06A5-\u06BF\u06C1-\u06D3\u06D5]/g;
/** Frequent words of Persian and Urdu that no Arabic sentence holds. */
const NOT_ARABIC_WORD =
  /(?<![\p{L}\p{M}])(?:است|این|برای|های|شده|می|کے|میں|ہے|نے|اور|سے|کی|کا|که|را|شد)(?![\p{L}\p{M}])/gu;
const OTHER_LATIN_LETTER = /[ßñõãøåæœşğıłńśźżčřůőű¿¡]/giu;
const ENGLISH_WORD = /\b(?:the|of|and|to|in|a|for|is|on|with|that|by|was|as|at|who|what|when|where|how|which)\b/giu;
const OTHER_LATIN_WORD =
  /\b(?:le|la|les|des|et|une|du|dans|pour|der|die|das|und|ist|von|mit|el|los|las|y|una|por|del|ve|bir|il|che|di|em|da|dos)\b/giu;

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

/**
 * The language most letters of `text` are in, `null` for neither: no letters at all, another script, or another
 * language that shares a script (Persian, Urdu; French, German, Spanish, Turkish). A short text without any sign of
 * another language counts as the language of its script. Only the first 4,000 code units are looked at.
 */
export function languageOf(text: string): Language | null {
  const sample = text.length > 4000 ? text.slice(0, 4000) : text;
  const arabic = count(sample, ARABIC_LETTER);
  const latin = count(sample, LATIN_LETTER);
  if (arabic === 0 && latin === 0) return null;
  if (arabic >= latin) {
    const words = sample.split(/\s+/u).length;
    const foreign = count(sample, NOT_ARABIC_LETTER) / arabic > 0.04 || count(sample, NOT_ARABIC_WORD) / words > 0.08;
    return foreign ? null : 'ar';
  }
  const english = count(sample, ENGLISH_WORD);
  const other = count(sample, OTHER_LATIN_WORD) + count(sample, OTHER_LATIN_LETTER);
  return other > 2 && other > english ? null : 'en';
}

/** True where `text` holds at least one Arabic letter. */
export const hasArabic = (text: string): boolean => text.search(ARABIC_LETTER) >= 0;
