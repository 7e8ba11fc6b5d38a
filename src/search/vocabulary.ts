import type { TokenKind } from '../text/tokens.js';

/** The stems and words of a corpus, numbered, with the number of passages each occurs in. */
export interface Vocabulary {
  readonly stems: readonly string[];
  /** Folded words by number. */
  readonly words: readonly string[];
  readonly kinds: readonly TokenKind[];
  readonly stemNumber: (stem: string) => number | undefined;
  readonly wordNumber: (word: string) => number | undefined;
  readonly isStop: (stem: number) => boolean;
  readonly stemFrequency: (stem: number) => number;
  /** Numbers of the passages that hold a stem, rising. */
  readonly passagesWith: (stem: number) => readonly number[];
  /** How often it stands in each of these. */
  readonly frequenciesOf: (stem: number) => readonly number[];
  readonly wordFrequency: (word: number) => number;
  /** Numbers of passages counted. */
  readonly passages: () => number;
  /** Stems that share letters with `stem`, with the Dice coefficient of their letter trigrams, best first. */
  readonly near: (stem: string, least: number, most: number) => readonly NearStem[];
  readonly addStem: (stem: string, kind: TokenKind, stop: boolean) => number;
  readonly addWord: (word: string) => number;
  readonly countPassage: (passage: { readonly stems: Int32Array; readonly words: Int32Array }) => void;
}

export interface NearStem {
  readonly stem: number;
  /** 0–1, 1 for the same letters. */
  readonly similarity: number;
}

const trigramsOf = (stem: string): Set<string> => {
  const padded = `^${stem}$`;
  const grams = new Set<string>();
  for (let i = 0; i + 3 <= padded.length; i++) grams.add(padded.slice(i, i + 3));
  return grams;
};

export function createVocabulary(): Vocabulary {
  const stems: string[] = [];
  const words: string[] = [];
  const kinds: TokenKind[] = [];
  const stops: boolean[] = [];
  const stemNumbers = new Map<string, number>();
  const wordNumbers = new Map<string, number>();
  const postings: number[][] = [];
  const frequencies: number[][] = [];
  const wordCounts: number[] = [];
  const grams = new Map<string, number[]>();
  const gramCounts: number[] = [];
  let passages = 0;

  const addStem = (stem: string, kind: TokenKind, stop: boolean): number => {
    const found = stemNumbers.get(stem);
    if (found !== undefined) return found;
    const number = stems.length;
    stems.push(stem);
    kinds.push(kind);
    stops.push(stop);
    stemNumbers.set(stem, number);
    const own = kind === 'number' || stop ? new Set<string>() : trigramsOf(stem);
    gramCounts.push(own.size);
    for (const gram of own) {
      const list = grams.get(gram);
      if (list === undefined) grams.set(gram, [number]);
      else list.push(number);
    }
    return number;
  };
  const addWord = (word: string): number => {
    let number = wordNumbers.get(word);
    if (number === undefined) {
      wordNumbers.set(word, (number = words.length));
      words.push(word);
    }
    return number;
  };
  const near = (stem: string, least: number, most: number): NearStem[] => {
    const own = trigramsOf(stem);
    const shared = new Map<number, number>();
    for (const gram of own)
      for (const number of grams.get(gram) ?? []) shared.set(number, (shared.get(number) ?? 0) + 1);
    const found: NearStem[] = [];
    for (const [number, count] of shared) {
      const similarity = (2 * count) / (own.size + (gramCounts[number] ?? 0));
      if (similarity >= least) found.push({ stem: number, similarity });
    }
    return found.sort((a, b) => b.similarity - a.similarity || a.stem - b.stem).slice(0, most);
  };
  return {
    stems,
    words,
    kinds,
    stemNumber: (stem) => stemNumbers.get(stem),
    wordNumber: (word) => wordNumbers.get(word),
    isStop: (stem) => stops[stem] ?? false,
    stemFrequency: (stem) => postings[stem]?.length ?? 0,
    passagesWith: (stem) => postings[stem] ?? [],
    frequenciesOf: (stem) => frequencies[stem] ?? [],
    wordFrequency: (word) => wordCounts[word] ?? 0,
    passages: () => passages,
    near,
    addStem,
    addWord,
    countPassage: (passage) => {
      const counts = new Map<number, number>();
      for (const stem of passage.stems) counts.set(stem, (counts.get(stem) ?? 0) + 1);
      for (const [stem, count] of counts) {
        (postings[stem] ??= []).push(passages);
        (frequencies[stem] ??= []).push(count);
      }
      for (const word of new Set(passage.words)) wordCounts[word] = (wordCounts[word] ?? 0) + 1;
      passages++;
    },
  };
}
