/**
 * A light stemmer for folded Arabic words. It begins where Larkey, Ballesteros and Connell's light10 does ("Light
 * Stemming for Arabic Information Retrieval", 2007: article with its clitics, ten suffixes) and adds what was missing:
 * doubled clitics, the future س, suffixed pronouns, the accusative alif. A one-letter clitic without the article
 * (و ف ب ل ك س) looks like a first root letter, so it is taken off only where the rest is itself a word that `isKnown`.
 */
const ARTICLE_PREFIXES = ['وبال', 'وكال', 'فبال', 'فكال', 'ولل', 'فلل', 'وال', 'فال', 'بال', 'كال', 'لل', 'ال'];
const CLITIC_PREFIXES = [
  'وسي', 'وست', 'فسي', 'فست', 'وب', 'ول', 'وك', 'فب', 'فل', 'فك', 'سي', 'ست', 'سن', 'و', 'ف', 'ب', 'ل', 'ك',
]; // prettier-ignore
/** Longest first; `ته` and `تها` come from ة before a pronoun. */
const SUFFIXES = [
  'تهما', 'اتهم', 'اتها', 'اتنا', 'هما', 'تها', 'تهم', 'تنا', 'ته', 'كما', 'اته', 'ات', 'ان', 'ون', 'ين', 'تين',
  'تان', 'ها', 'هم', 'هن', 'كم', 'نا', 'وا', 'وها', 'وهم', 'وه', 'يه', 'ه', 'ي',
].sort((a, b) => b.length - a.length); // prettier-ignore

/** What a dual in ان is the dual of, `-` the word without it: one of these must be known, for many words end so. */
const DUAL_OF = ['-', 'ال-', '-ه', 'ال-ه', '-ين', 'ال-ين'];

/** A stem keeps at least this many letters. */
const MINIMUM_STEM = 3;
const MINIMUM_AFTER_ARTICLE = 2;

/** The length of the article with its clitics at the start of a folded word: 4 for وبال, 0 where there is none. */
export function articleLength(word: string): number {
  const prefix = ARTICLE_PREFIXES.find((start) => word.startsWith(start));
  return prefix !== undefined && word.length - prefix.length >= MINIMUM_AFTER_ARTICLE ? prefix.length : 0;
}

/** The folded word without one-letter clitics whose rest `isKnown` (which may be asked for words with the article). */
export function withoutClitics(word: string, isKnown: (word: string) => boolean): string {
  for (const prefix of CLITIC_PREFIXES) {
    if (!word.startsWith(prefix)) continue;
    // A future س leaves the letter of the person (سيزور → يزور).
    const rest = word.slice(/^[وف]?س[يتن]$/.test(prefix) ? prefix.length - 1 : prefix.length);
    if (rest.length >= MINIMUM_STEM && (isKnown(rest) || isKnown('ال' + rest))) return rest;
  }
  return word;
}

function withoutSuffix(word: string, isKnown: (word: string) => boolean): string {
  for (const suffix of SUFFIXES) {
    if (!word.endsWith(suffix) || word.length - suffix.length < MINIMUM_STEM) continue;
    const rest = word.slice(0, -suffix.length);
    // لبنان, إيران and برلمان are no duals.
    if (suffix === 'ان' && !DUAL_OF.some((form) => isKnown(form.replace('-', rest)))) continue;
    return rest;
  }
  if (word.endsWith('ا') && word.length > MINIMUM_STEM && isKnown(word.slice(0, -1))) return word.slice(0, -1);
  return word;
}

/** God's name with its clitics: its ال is no article, and the rest of it would be the pronoun له. */
const GOD = /^[وف]?(?:[بكت]?ا)?لله$/;

/**
 * The light stem of a folded Arabic word. `isKnown` tells whether a folded word occurs in the corpus; with the same
 * corpus the result is always the same.
 */
export function stemArabic(word: string, isKnown: (word: string) => boolean): string {
  if (GOD.test(word)) return 'الله';
  const article = articleLength(word);
  let stem = article > 0 ? word.slice(article) : withoutClitics(word, isKnown);
  // Behind a clitic stands the article; behind the article a word that itself begins with ال (الالتزام beside التزام).
  if (stem !== word) stem = stem.slice(articleLength(stem));
  const once = withoutSuffix(stem, isKnown);
  // A plural or feminine ending may stand before the one just taken off (لاعبيها, اتفاقيتهم).
  return once.length > MINIMUM_STEM + 1 && once !== stem ? once.replace(/(?<=.{3})(?:يه|ات|ين|ون|ي|ت)$/, '') : once;
}

/** The consonants that carry a word's root: long vowels and hamza dropped, so that زيارة/زار, مشاريع/مشروع come near. */
export function skeletonOf(stem: string): string {
  const inner = stem.slice(1).replace(/[اويءه]/g, '');
  const first = stem.charAt(0);
  const whole = (/[اي]/.test(first) ? '' : first) + inner;
  return whole.length >= 2 ? whole : stem;
}
