import { readList } from './lists.js';

/**
 * Whether an Arabic and a Latin spelling may be one name. No spelling is derived from the other: a dynamic programme
 * over Arabic letters and Latin graphemes finds the cheapest way to read both as the same sounds (after Freeman, Condon
 * and Ackerman, "Cross Linguistic Name Matching in English and Arabic", 2006). All words here are folded (`fold`).
 */
interface Grapheme {
  readonly latin: string;
  readonly cost: number;
}

type Place = 'any' | 'first' | 'last';

/** At or under this cost two words are taken for one name. */
export const SAME_NAME = 0.25;
/** At or under this a lone surname may be merged where something else supports it. */
export const SAME_SURNAME = 0.1;

/** The cost of a consonant that only one spelling has, of a doubled one, before normalisation. */
export const UNMATCHED = 1;
export const DOUBLED = 0.03;
/** A Latin vowel that Arabic does not write: inside the word, at its end, at its start. */
const INNER_VOWEL = 0.04;
const LAST_VOWEL = 0.12;
const SILENT_E = 0.05;
const FIRST_VOWEL = 0.35;
/** English and French write letters that nobody speaks: Johnson, Wright, Hugh. */
const SILENT: Readonly<Record<string, number>> = { w: 0.4, g: 0.5, t: 0.5, s: 0.5, d: 0.7, r: 0.6, y: 0.08 };
const SILENT_GH = 0.15;
/** Letters that a following h changes: there it is not silent. */
const DIGRAPH = 'sctkdpz';

const VOWELS = 'aeiou';
export const isVowel = (letter: string): boolean => letter !== '' && VOWELS.includes(letter);

function readSounds(): ReadonlyMap<string, Readonly<Record<Place, readonly Grapheme[] | undefined>>> {
  const sounds = new Map<string, Record<Place, readonly Grapheme[] | undefined>>();
  for (const { cells } of readList('text', 'letter-sounds', 3)) {
    const [letters = '', place = 'any', list = ''] = cells;
    const graphemes = list.split(' ').map((entry) => {
      const [latin = '', cost = ''] = entry.split(':');
      return { latin: latin === '-' ? '' : latin, cost: Number(cost) };
    });
    const row = sounds.get(letters) ?? { any: undefined, first: undefined, last: undefined };
    row[place as Place] = graphemes;
    sounds.set(letters, row);
  }
  return sounds;
}

const SOUNDS = readSounds();
const LONGEST_GROUP = Math.max(...[...SOUNDS.keys()].map((letters) => letters.length));
/** Letters that may go unwritten: they do not count for the length of a name. */
export const WEAK = 'اويءهع';

/** A way to read the Arabic letters from a place on: how many of them, and what may stand for them. */
interface Reading {
  readonly length: number;
  readonly graphemes: readonly Grapheme[];
}

function readingsOf(arabic: string): Reading[][] {
  return [...arabic].map((_, i) => {
    const readings: Reading[] = [];
    for (let length = 1; length <= LONGEST_GROUP && i + length <= arabic.length; length++) {
      const row = SOUNDS.get(arabic.slice(i, i + length));
      if (row === undefined) continue;
      const here = i === 0 ? row.first : i + length === arabic.length ? row.last : undefined;
      const graphemes = here ?? row.any;
      if (graphemes) readings.push({ length, graphemes });
    }
    return readings;
  });
}

/** The readings of the last Arabic word asked for: one word is mostly held against many. */
let latest: { readonly word: string; readonly readings: readonly (readonly Reading[])[] } = { word: '', readings: [] };

/** The cost of a Latin letter to which no Arabic one answers. */
function skippedLatin(latin: string, j: number): number {
  const letter = latin.charAt(j);
  const previous = latin.charAt(j - 1);
  if (isVowel(letter)) {
    if (j === 0) return FIRST_VOWEL;
    if (j < latin.length - 1) return INNER_VOWEL;
    return letter === 'e' ? SILENT_E : LAST_VOWEL;
  }
  if (letter === previous) return DOUBLED;
  if (letter === 'h') return j === 0 ? 0.3 : previous === 'g' ? 0 : DIGRAPH.includes(previous) ? 0.4 : 0.1;
  if (letter === 'g' && j > 0 && latin.charAt(j + 1) === 'h') return SILENT_GH;
  if (j === 0) return letter === 'w' && latin.charAt(1) === 'r' ? 0.1 : UNMATCHED;
  return SILENT[letter] ?? UNMATCHED;
}

/** Rows of the dynamic programme, reused: `table[i * width + j]` is the cheapest cost of the first i and j letters. */
let table = new Float64Array(32 * 32);

/** The cost of reading both as the same sounds; what costs more than `most` may come out as Infinity, soon. */
function rawCost(arabic: string, latin: string, most: number): number {
  const [n, m] = [arabic.length, latin.length];
  if (latest.word !== arabic) latest = { word: arabic, readings: readingsOf(arabic) };
  const { readings } = latest;
  const width = m + 1;
  if (table.length < (n + 1) * width) table = new Float64Array((n + 1) * width);
  table.fill(Infinity, 0, (n + 1) * width);
  table[0] = 0;
  for (let i = 0; i <= n; i++) {
    for (let j = 0; j <= m; j++) {
      const here = table[i * width + j] as number;
      // no cost is negative: what a beginning costs, the whole costs at least
      if (here > most || here === Infinity) continue;
      if (j < m) lower(i * width + j + 1, here + skippedLatin(latin, j));
      if (i >= n) continue;
      const letter = arabic.charAt(i);
      lower((i + 1) * width + j, here + (letter === arabic.charAt(i - 1) ? 0.3 : UNMATCHED));
      for (const { length, graphemes } of readings[i] ?? []) {
        for (const { latin: grapheme, cost } of graphemes) {
          if (latin.startsWith(grapheme, j)) lower((i + length) * width + j + grapheme.length, here + cost);
        }
      }
    }
  }
  return table[n * width + m] as number;
}

function lower(cell: number, cost: number): void {
  if (cost < (table[cell] as number)) table[cell] = cost;
}

/** How many letters of an Arabic word carry it: long vowels, hamza, ه and ع aside. */
function skeletonLength(arabic: string): number {
  let length = 0;
  for (const letter of arabic) if (!WEAK.includes(letter)) length++;
  return Math.max(2, length);
}

/** Whether a folded word is written in Arabic letters, by its first. */
export const isArabicWord = (word: string): boolean => {
  const code = word.charCodeAt(0);
  return code >= 0x0600 && code <= 0x06ff;
};

const LATIN_ARTICLE = /^(?:al|el|ul)(?=.{3})/;

/**
 * How unlike a folded Arabic word and a folded Latin word are as spellings of one name: 0 the usual transcription,
 * up to `SAME_NAME` (0.25) the same name, 1 and more nothing in common. An article that only one of them has is free
 * or nearly so. Normalised by the length of the Arabic skeleton. Exact up to `most`; what costs more may come out as any
 * cost above it, sooner.
 */
export function nameCost(arabic: string, latin: string, most = Infinity): number {
  if (arabic === '' || latin === '') return Infinity;
  let best = costPerLetter(arabic, latin, most);
  if (arabic.startsWith('ال') && arabic.length > 4) best = Math.min(best, costPerLetter(arabic.slice(2), latin, most));
  else if (LATIN_ARTICLE.test(latin)) best = Math.min(best, 0.03 + costPerLetter(arabic, latin.slice(2), most));
  return best;
}

function costPerLetter(arabic: string, latin: string, most: number): number {
  const length = skeletonLength(arabic);
  // a hair more, so that rounding never makes an exact cost Infinity
  return rawCost(arabic, latin, most * length + 1e-9) / length;
}

/** Coarse classes of consonants that the two scripts share; letters not here are not in the key. */
const ARABIC_CLASSES: Readonly<Record<string, string>> = {
  ب: 'B', ف: 'F', م: 'M', ن: 'N', ل: 'L', ر: 'R',
  ت: 'S', ط: 'S', ث: 'S', د: 'S', ذ: 'S', ض: 'S', ظ: 'S', س: 'S', ص: 'S', ز: 'S', ش: 'S',
  ك: 'K', ق: 'K', غ: 'K', ج: 'K', خ: 'K',
}; // prettier-ignore
const LATIN_CLASSES: Readonly<Record<string, string>> = {
  b: 'B', p: 'B', f: 'F', v: 'F', m: 'M', n: 'N', l: 'L', r: 'R',
  t: 'S', d: 'S', s: 'S', z: 'S', k: 'K', q: 'K', g: 'K', j: 'K', x: 'KS',
}; // prettier-ignore

function latinClass(word: string, i: number): string {
  const [letter, next] = [word.charAt(i), word.charAt(i + 1)];
  if (letter === 'c') {
    if (next === 'h') return /[rl]/.test(word.charAt(i + 2)) ? 'K' : 'S';
    return next !== '' && 'eiy'.includes(next) ? 'S' : 'K';
  }
  if (letter === 'p' && next === 'h') return 'F';
  if (letter === 'x' && i === 0) return 'S';
  if (letter === 'd' && (next === 'j' || next === 'g')) return '';
  return LATIN_CLASSES[letter] ?? '';
}

/**
 * A coarse key of a folded word by which a vocabulary can be put into buckets before `nameCost` looks closer: nearly
 * all pairs under `SAME_NAME` share it (not those that write و as v, or a Slavic or German j). Vowels, h and و ي ه ح ع
 * are not in it, equal neighbours are one, and an l after the first vowel is left out, so that the article does not tell.
 */
export function consonantKey(word: string): string {
  const arabic = isArabicWord(word);
  let key = '';
  let article = -1;
  for (let i = 0; i < word.length; i++) {
    const found = arabic ? (ARABIC_CLASSES[word.charAt(i)] ?? '') : latinClass(word, i);
    if (found === '') continue;
    if (key === '' && found === 'L' && i > 0 && i < 4 && (article === -1 || article === i - 1)) {
      article = i;
      continue;
    }
    for (const one of found) if (!key.endsWith(one)) key += one;
  }
  return key === '' && article >= 0 ? 'L' : key;
}
