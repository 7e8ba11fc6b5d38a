import { LONGEST_TERM, partsOfSpeech, translate, type Translation } from '../text/bilingual.js';
import { isArabicWord } from '../text/transliteration.js';
import type { Language } from '../text/language.js';
import type { Term } from './analysis.js';
import type { SearchIndex } from './index.js';
import { idfOf, meaningsOf, withoutAcronyms, type Concept, type Query, type TermOfStems } from './query.js';

/** One word of a long translation alone is worth this much of it. */
const PART_OF_TERM = 0.35;
/** A name that sounds the same is worth at most this much: a translation says more. */
const SOUND = 0.9;

interface Found {
  readonly stems: Map<number, number>;
  readonly terms: Map<number, TermOfStems[]>;
}

const raise = (stems: Map<number, number>, stem: number, weight: number): void => {
  if (weight > (stems.get(stem) ?? 0)) stems.set(stem, weight);
};

/** Adds what the corpus has of a translation: its stem, or its words in a row and, for less, each of its content words. */
function addTranslation(index: SearchIndex, target: Language, { words, weight }: Translation, found: Found): void {
  const kind = target === 'ar' ? 'arabic' : 'word';
  const numbers = words.map((word) => index.vocabulary.stemNumber(index.analysis.stemOf(word, kind)));
  const square = Math.sqrt(weight);
  const [first, ...rest] = numbers;
  if (numbers.length === 1) {
    if (first !== undefined && !index.vocabulary.isStop(first)) raise(found.stems, first, square);
    return;
  }
  if (first !== undefined && rest.every((number) => number !== undefined)) {
    const terms = found.terms.get(first) ?? [];
    terms.push({ rest, weight: square });
    found.terms.set(first, terms);
  }
  for (const number of numbers)
    if (number !== undefined && !index.vocabulary.isStop(number)) raise(found.stems, number, square * PART_OF_TERM);
}

/** The passages that hold any of the concept's stems or terms, counted. */
function unionFrequency(index: SearchIndex, { stems, terms }: Found): number {
  const passages = new Set<number>();
  for (const [stem, weight] of stems)
    if (weight > PART_OF_TERM) for (const passage of index.vocabulary.passagesWith(stem)) passages.add(passage);
  for (const [first, list] of terms)
    for (const { rest } of list) {
      const others = rest.map((stem) => new Set(index.vocabulary.passagesWith(stem)));
      for (const passage of index.vocabulary.passagesWith(first))
        if (others.every((with_) => with_.has(passage))) passages.add(passage);
    }
  return passages.size;
}

/** The longest term of the lexicon that begins at `at`: how many tokens it has, and its translations. */
function longestTerm(
  index: SearchIndex,
  terms: readonly Term[],
  at: number,
): { length: number; translations: readonly Translation[] } {
  for (let length = Math.min(LONGEST_TERM, terms.length - at); length > 1; length--) {
    const tokens = terms.slice(at, at + length);
    if (tokens[0]!.stop || tokens.at(-1)!.stop || tokens.some(({ kind }) => kind !== tokens[0]!.kind)) continue;
    const translations = translate(index.lexicon, tokens);
    if (translations.length > 0) return { length, translations };
  }
  return { length: 1, translations: terms[at]!.stop ? [] : translate(index.lexicon, [terms[at]!]) };
}

const isCapitalised = (term: Term, text: string): boolean => /^\p{Lu}/u.test(text.charAt(term.start));

/**
 * The query that asks passages in `target` what the terms of a question in the other language ask: each word or term is
 * one concept, its translations together one virtual word (Pirkola 1998) whose frequency is that of their union. Names
 * are found by sound, numbers and words in the target's own script as they stand.
 */
export function createCrossQuery(
  index: SearchIndex,
  question: string,
  questionTerms: readonly Term[],
  target: Language,
  passages: number,
  expected = 0,
): Query {
  const expanded = withoutAcronyms(index, questionTerms);
  const terms = expanded.map(({ term }) => term);
  const concepts: Concept[] = [];
  const seen = new Set<string>();
  for (let at = 0; at < terms.length;) {
    const term = terms[at]!;
    const { length, translations } = longestTerm(index, terms, at);
    const { position } = expanded[at]!;
    at += length;
    if (term.stop || seen.has(term.stem)) continue;
    seen.add(term.stem);
    const found: Found = { stems: new Map(), terms: new Map() };
    for (const translation of translations) addTranslation(index, target, translation, found);
    for (const word of index.relatives(term.folded))
      if (isArabicWord(word) === (target === 'ar')) addTranslation(index, target, { words: [word], weight: 1 }, found);
    const sameScript = (term.kind === 'arabic') === (target === 'ar');
    const own = index.vocabulary.stemNumber(term.stem);
    if (own !== undefined && (term.kind === 'number' || sameScript)) raise(found.stems, own, 1);
    else if (term.kind !== 'number' && (found.stems.size === 0 || mayBeName(index, term, question, length)))
      for (const { stem, cost } of index.sounds(term.folded)) raise(found.stems, stem, SOUND * (1 - cost));
    const frequency = unionFrequency(index, found);
    concepts.push({
      word: term.folded,
      stem: term.stem,
      kind: term.kind,
      idf: idfOf(passages, Math.min(passages, frequency)),
      stems: found.stems,
      terms: found.terms,
      wordNumber: -1,
      wordIdf: 0,
      alike: new Map(),
      position,
      length,
    });
  }
  const meanings = meaningsOf(concepts);
  return {
    language: 'other',
    concepts,
    meanings,
    sequence: [],
    expected,
    totalIdf: concepts.reduce((sum, { idf }) => sum + idf, 0) || 1,
  };
}

/** Whether a word may be a name: it has a capital, or the lexicon does not have it or has it as a name. */
function mayBeName(index: SearchIndex, term: Term, question: string, length: number): boolean {
  if (length > 1) return false;
  const parts = partsOfSpeech(index.lexicon, term);
  if (parts.size === 0 || parts.has('x')) return true;
  return term.kind === 'word' && term.start > 0 && isCapitalised(term, question);
}
