import { withoutClitics, articleLength } from '../text/arabic.js';
import { remembering } from '../text/recent.js';
import { consonantKey, isArabicWord, nameCost, SAME_NAME } from '../text/transliteration.js';
import type { Analysis } from './analysis.js';
import type { Vocabulary } from './vocabulary.js';

/** A word of the corpus that may be the same name in the other script. */
export interface SoundAlike {
  /** Its stem's number. */
  readonly stem: number;
  /** 0: the letters agree; `SAME_NAME`: just so. */
  readonly cost: number;
}

/** Finds the words of the other script that a folded word may be the same name as. */
export type Sounds = (word: string) => readonly SoundAlike[];

const SHORTEST = 3;
/** No name is longer; comparing two words takes time in the product of their lengths, and a text may hold a "word" of megabytes. */
const LONGEST = 40;
/** Names asked for recently, kept so that a question asked again costs nothing; bounded. */
const REMEMBERED = 500;

/** An Arabic word as a name: without clitics and article. */
const asName = (word: string, analysis: Analysis): string => {
  if (!isArabicWord(word)) return word;
  const bare = withoutClitics(word, analysis.isKnown);
  return bare.slice(articleLength(bare));
};

/** Puts the words of a corpus into buckets by their consonants, once, so that a query compares few. */
export function createSounds(words: ReadonlySet<string>, analysis: Analysis, vocabulary: Vocabulary): Sounds {
  const buckets = new Map<string, { name: string; stem: number }[]>();
  for (const word of words) {
    if (word.length < SHORTEST || word.length > LONGEST || /\d/.test(word)) continue;
    const arabic = isArabicWord(word);
    const stem = vocabulary.stemNumber(analysis.stemOf(word, arabic ? 'arabic' : 'word'));
    if (stem === undefined || vocabulary.isStop(stem)) continue;
    const name = asName(word, analysis);
    const key = (arabic ? 'a' : 'l') + consonantKey(name);
    const bucket = buckets.get(key);
    if (bucket === undefined) buckets.set(key, [{ name, stem }]);
    else bucket.push({ name, stem });
  }
  const find = (word: string): SoundAlike[] => {
    if (word.length > LONGEST) return [];
    const arabic = isArabicWord(word);
    const asked = asName(word, analysis);
    if (asked.length < SHORTEST) return [];
    const best = new Map<number, number>();
    for (const { name, stem } of buckets.get((arabic ? 'l' : 'a') + consonantKey(asked)) ?? []) {
      const cost = arabic ? nameCost(asked, name) : nameCost(name, asked);
      if (cost <= SAME_NAME && cost < (best.get(stem) ?? Infinity)) best.set(stem, cost);
    }
    return [...best].map(([stem, cost]) => ({ stem, cost })).sort((a, b) => a.cost - b.cost);
  };
  return remembering(REMEMBERED, find);
}
