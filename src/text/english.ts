import { readList } from './lists.js';

/**
 * The English stemmer Porter2 (M. Porter, "The English (Porter2) stemming algorithm",
 * snowballstem.org/algorithms/english/stemmer.html). Names of regions and steps are those of that page.
 */
const VOWELS = 'aeiouy';
const DOUBLES = new Set(['bb', 'dd', 'ff', 'gg', 'mm', 'nn', 'pp', 'rr', 'tt']);
const LI_ENDINGS = 'cdeghkmnrt';

const EXCEPTIONS: ReadonlyMap<string, string> = new Map([
  ['skis', 'ski'], ['skies', 'sky'], ['idly', 'idl'],
  ['gently', 'gentl'], ['ugly', 'ugli'], ['early', 'earli'], ['only', 'onli'], ['singly', 'singl'], ['sky', 'sky'],
  ['news', 'news'], ['howe', 'howe'], ['atlas', 'atlas'], ['cosmos', 'cosmos'], ['bias', 'bias'], ['andes', 'andes'],
]); // prettier-ignore
/** What stands before an ending that is none: inning, evening; succeed, proceed. */
const KEPT_ING = new Set(['inn', 'out', 'cann', 'herr', 'earr', 'even']);
const KEPT_EED = new Set(['succ', 'proc', 'exc']);
const R1_PREFIXES = ['gener', 'commun', 'arsen', 'past', 'univers', 'later', 'emerg', 'organ', 'inter'];

const STEP_2: readonly (readonly [string, string])[] = [
  ['ization', 'ize'], ['ational', 'ate'], ['fulness', 'ful'], ['ousness', 'ous'], ['iveness', 'ive'],
  ['tional', 'tion'], ['biliti', 'ble'], ['lessli', 'less'], ['entli', 'ent'], ['ation', 'ate'], ['alism', 'al'],
  ['aliti', 'al'], ['ousli', 'ous'], ['iviti', 'ive'], ['fulli', 'ful'], ['enci', 'ence'], ['anci', 'ance'],
  ['abli', 'able'], ['izer', 'ize'], ['ator', 'ate'], ['alli', 'al'], ['bli', 'ble'], ['ogist', 'og'], ['ogi', 'og'],
  ['li', ''],
]; // prettier-ignore
const STEP_3: readonly (readonly [string, string])[] = [
  ['ational', 'ate'], ['tional', 'tion'], ['alize', 'al'], ['icate', 'ic'], ['iciti', 'ic'], ['ative', ''],
  ['ical', 'ic'], ['ness', ''], ['ful', ''],
]; // prettier-ignore
const STEP_4 = [
  'ement', 'ance', 'ence', 'able', 'ible', 'ment', 'ant', 'ent', 'ism', 'ate', 'iti', 'ous', 'ive', 'ize', 'ion',
  'al', 'er', 'ic',
]; // prettier-ignore

const isVowel = (word: string, i: number): boolean => VOWELS.includes(word.charAt(i));
const hasVowel = (word: string): boolean => /[aeiouy]/.test(word);

/** Start of the region after the first non-vowel that follows a vowel, searched from `from`. */
function regionAfter(word: string, from: number): number {
  for (let i = from + 1; i < word.length; i++) if (!isVowel(word, i) && isVowel(word, i - 1)) return i + 1;
  return word.length;
}

function endsInShortSyllable(word: string): boolean {
  const n = word.length;
  if (word === 'past') return true;
  if (n === 2) return isVowel(word, 0) && !isVowel(word, 1);
  if (n < 3) return false;
  return !isVowel(word, n - 3) && isVowel(word, n - 2) && !isVowel(word, n - 1) && !'wxY'.includes(word.charAt(n - 1));
}

function step1a(word: string): string {
  if (word.endsWith('sses')) return word.slice(0, -2);
  if (word.endsWith('ied') || word.endsWith('ies')) return word.length > 4 ? word.slice(0, -2) : word.slice(0, -1);
  if (word.endsWith('us') || word.endsWith('ss')) return word;
  return word.endsWith('s') && hasVowel(word.slice(0, -2)) ? word.slice(0, -1) : word;
}

function step1b(word: string, r1: number): string {
  const eed = ['eedly', 'eed'].find((ending) => word.endsWith(ending));
  if (eed !== undefined) {
    const rest = word.slice(0, -eed.length);
    return rest.length >= r1 && !KEPT_EED.has(rest) ? rest + 'ee' : word;
  }
  const suffix = ['ingly', 'edly', 'ing', 'ed'].find((ending) => word.endsWith(ending));
  if (suffix === undefined) return word;
  const rest = word.slice(0, -suffix.length);
  if (suffix === 'ing') {
    if (KEPT_ING.has(rest)) return word;
    if (/^[^aeiouyY][yY]$/.test(rest)) return `${rest.charAt(0)}ie`;
  }
  if (!hasVowel(rest)) return word;
  if (/(?:at|bl|iz)$/.test(rest)) return rest + 'e';
  if (DOUBLES.has(rest.slice(-2))) return /^[aeo]..$/.test(rest) ? rest : rest.slice(0, -1);
  return rest.length <= r1 && endsInShortSyllable(rest) ? rest + 'e' : rest;
}

function replaceEnding(word: string, r1: number, table: readonly (readonly [string, string])[], r2: number): string {
  const found = table.find(([ending]) => word.endsWith(ending));
  if (found === undefined) return word;
  const [ending, replacement] = found;
  const rest = word.slice(0, -ending.length);
  if (rest.length < r1) return word;
  if (ending === 'ogi' && !rest.endsWith('l')) return word;
  if (ending === 'li' && !LI_ENDINGS.includes(rest.slice(-1))) return word;
  if (ending === 'ative' && rest.length < r2) return word;
  return rest + replacement;
}

function step4(word: string, r2: number): string {
  const ending = STEP_4.find((suffix) => word.endsWith(suffix));
  if (ending === undefined) return word;
  const rest = word.slice(0, -ending.length);
  if (rest.length < r2 || (ending === 'ion' && !/[st]$/.test(rest))) return word;
  return rest;
}

function step5(word: string, r1: number, r2: number): string {
  const rest = word.slice(0, -1);
  if (word.endsWith('e')) {
    if (rest.length >= r2 || (rest.length >= r1 && !endsInShortSyllable(rest))) return rest;
  } else if (word.endsWith('l') && rest.length >= r2 && rest.endsWith('l')) return rest;
  return word;
}

const IRREGULAR: ReadonlyMap<string, string> = new Map(
  readList('text', 'irregular-forms', 2).flatMap(({ cells: [base = '', forms = ''] }) =>
    forms.split(' ').map((form) => [form, base] as const),
  ),
);

/** The Porter2 stem of a folded English word, an irregular form (won, memoranda) under that of its base. */
export const stemEnglish = (word: string): string => stemPorter(IRREGULAR.get(word) ?? word);

/** The Porter2 stem of a folded (lower-case, unaccented, without apostrophes) English word. */
export function stemPorter(word: string): string {
  if (word.length <= 2 || !/^[a-z]+$/.test(word)) return word;
  const exception = EXCEPTIONS.get(word);
  if (exception !== undefined) return exception;
  // A y at the start or after a vowel is a consonant and written Y until the end.
  let stem = word.replace(/^y/, 'Y').replace(/(?<=[aeiouy])y/g, 'Y');
  const prefix = R1_PREFIXES.find((start) => stem.startsWith(start));
  const r1 = prefix?.length ?? regionAfter(stem, 0);
  const r2 = regionAfter(stem, r1);
  stem = step1a(stem);
  stem = step1b(stem, r1);
  if (/.[^aeiouy][yY]$/.test(stem)) stem = stem.slice(0, -1) + 'i';
  stem = replaceEnding(stem, r1, STEP_2, r2);
  stem = replaceEnding(stem, r1, STEP_3, r2);
  stem = step4(stem, r2);
  return step5(stem, r1, r2).toLowerCase();
}
