import type { TokenKind } from '../text/tokens.js';
import { otherForms } from '../text/bilingual.js';
import { isArabicWord } from '../text/transliteration.js';
import { isStopWord } from '../text/stop-words.js';
import type { Term } from './analysis.js';
import type { SearchIndex } from './index.js';
import { skeletonOf } from '../text/arabic.js';

/** What one content word of a question asks the corpus for. */
export interface Concept {
  /** The word as written, folded. */
  readonly word: string;
  readonly stem: string;
  readonly kind: TokenKind;
  /** Inverse document frequency over passages, that of an unseen word where it does not occur. */
  readonly idf: number;
  /** Stem numbers that count as this word, with how much of it they are (1: the stem itself). */
  readonly stems: ReadonlyMap<number, number>;
  /** Word number of the exact form, or -1. */
  readonly wordNumber: number;
  readonly wordIdf: number;
  /** Terms of several words that count as this word, by their first stem. */
  readonly terms: ReadonlyMap<number, readonly TermOfStems[]>;
  /** Stem numbers that merely look like it (shared letters, shared root), with a likeness below 1. */
  readonly alike: ReadonlyMap<number, number>;
  /** Position of its (first) word among the query's terms, and how many of them it is made of. */
  readonly position: number;
  readonly length: number;
}

/** A term of several words: the stems after the first, and how much of the concept it is. */
export interface TermOfStems {
  readonly rest: readonly number[];
  readonly weight: number;
}

/** A stem as a word of a concept: alone, or where `rest` follows it. */
export interface Meaning {
  readonly concept: number;
  readonly weight: number;
  readonly rest: readonly number[];
}

const ALONE: readonly number[] = [];

/** The concepts by stem, so that a passage is read once, whatever their number. */
export function meaningsOf(concepts: readonly Concept[]): Map<number, Meaning[]> {
  const meanings = new Map<number, Meaning[]>();
  const add = (stem: number, meaning: Meaning): void => {
    const found = meanings.get(stem);
    if (found === undefined) meanings.set(stem, [meaning]);
    else found.push(meaning);
  };
  for (const [concept, { stems, terms }] of concepts.entries()) {
    for (const [stem, weight] of stems) add(stem, { concept, weight, rest: ALONE });
    for (const [stem, list] of terms) for (const { rest, weight } of list) add(stem, { concept, weight, rest });
  }
  return meanings;
}

/** A question as the ranking sees it. */
export interface Query {
  /** Whether it asks passages in the question's own language or, translated, those in the other. */
  readonly language: 'own' | 'other';
  readonly concepts: readonly Concept[];
  /** For a stem number the concepts it is a word of. */
  readonly meanings: ReadonlyMap<number, readonly Meaning[]>;
  /** Stem numbers of all tokens in order, stop words included, -1 where unknown: for pairs of neighbours. */
  readonly sequence: readonly number[];
  readonly totalIdf: number;
  /** Bits of `THING`, one of which a text that answers must show; 0 where anything may answer. */
  readonly expected: number;
}

/** BM25's inverse document frequency (Robertson and Zaragoza 2009), never negative. */
export const idfOf = (passages: number, frequency: number): number =>
  Math.log(1 + (passages - frequency + 0.5) / (frequency + 0.5));

const NO_TERMS: ReadonlyMap<number, readonly TermOfStems[]> = new Map();
const LEAST_LIKENESS = 0.4;
const MOST_ALIKE = 24;
const SAME_SKELETON = 0.7;

/** Likeness of a form of the same word that no rule joins to it (a broken plural, a verbal noun). */
const OTHER_FORM = 0.7;

function alikeStems(index: SearchIndex, stem: string, kind: TokenKind): Map<number, number> {
  const alike = new Map<number, number>();
  if (kind === 'number' || stem.length < 3) return alike;
  const own = kind === 'arabic' ? skeletonOf(stem) : '';
  for (const { stem: number, similarity } of index.vocabulary.near(stem, LEAST_LIKENESS, MOST_ALIKE)) {
    const found = index.vocabulary.stems[number] ?? '';
    if (found === stem || index.vocabulary.isStop(number)) continue;
    const sameRoot = own.length >= 3 && skeletonOf(found) === own;
    alike.set(number, sameRoot ? Math.max(similarity, SAME_SKELETON) : similarity);
  }
  for (const other of kind === 'arabic' ? otherForms(index.lexicon, stem) : []) {
    const number = index.vocabulary.stemNumber(other);
    if (number !== undefined) alike.set(number, Math.max(OTHER_FORM, alike.get(number) ?? 0));
  }
  return alike;
}

/** How much of a name its adjective is, and the other way round. */
export const RELATIVE = 0.8;

/** How much of a verb another person of it is: now and then another word is written so (تمر, يمر). */
const OTHER_PERSON = 0.8;

/** Clitics of one letter, and the shortest word before which one is looked for: shorter ones make other words (تاب, كتاب). */
const CLITICS = ['و', 'ف', 'ب', 'ل', 'ك'];
const SHORTEST_AFTER_CLITIC = 4;

/**
 * The stems of an Arabic word that the corpus has only behind a clitic (رفضت where it says ورفضت): the analysis takes a
 * clitic off only where the rest occurs by itself, so that there the clitic belongs to the stem.
 */
function behindClitics({ vocabulary, analysis }: SearchIndex, { folded, kind }: Term): number[] {
  if (kind !== 'arabic' || folded.length < SHORTEST_AFTER_CLITIC) return [];
  return CLITICS.filter((clitic) => analysis.isKnown(clitic + folded)).flatMap(
    (clitic) => vocabulary.stemNumber(analysis.stemOf(clitic + folded, kind)) ?? [],
  );
}

/**
 * Other persons of an Arabic verb: the prefix of the present (تقع, يقع) and the ending of the past of a verb with a weak last
 * letter (تلقى, تلقت, تلقوا; دعا, دعت). Forms that are no words occur nowhere and do no harm.
 */
function otherPersons({ folded, kind }: Term): string[] {
  if (kind !== 'arabic' || folded.length < 3) return [];
  const past = WEAK_PAST.exec(folded)?.[1];
  const present = PRESENT.exec(folded)?.[1];
  return [
    ...(past === undefined ? [] : ['ي', 'ا', 'ت', 'وا'].map((ending) => past + ending)),
    ...(present === undefined ? [] : ['ي', 'ت'].map((prefix) => prefix + present)),
  ].filter((form) => form !== folded);
}
const WEAK_PAST = /^(..+)(?:[يت]|(?<!و)ا|وا)$/;
const PRESENT = /^[يت](..+)$/;

/** The stem of a term and those of its relatives in its own script. */
function withRelatives(index: SearchIndex, term: Term, number: number | undefined): Map<number, number> {
  const stems = new Map<number, number>();
  if (number === undefined) for (const found of behindClitics(index, term)) stems.set(found, 1);
  for (const word of index.relatives(term.folded)) {
    if (isArabicWord(word) !== (term.kind === 'arabic')) continue;
    const found = index.vocabulary.stemNumber(index.analysis.stemOf(word, term.kind));
    if (found !== undefined) stems.set(found, RELATIVE);
  }
  for (const form of otherPersons(term)) {
    const found = index.analysis.isKnown(form)
      ? index.vocabulary.stemNumber(index.analysis.stemOf(form, 'arabic'))
      : undefined;
    if (found !== undefined) stems.set(found, OTHER_PERSON);
  }
  if (number !== undefined) stems.set(number, 1);
  return stems;
}

/** The terms with each acronym replaced by the words it stands for, as the index does with its own. */
export function withoutAcronyms(index: SearchIndex, terms: readonly Term[]): { term: Term; position: number }[] {
  return terms.flatMap((term, position) => {
    const words = term.kind === 'word' && !term.stop ? index.acronyms.get(term.folded) : undefined;
    if (words === undefined) return { term, position };
    return words.map((folded) => ({
      term: { ...term, folded, stem: index.analysis.stemOf(folded, 'word'), stop: isStopWord(folded) },
      position,
    }));
  });
}

/** Builds the query of the given terms; words that occur twice count once. */
export function createQuery(index: SearchIndex, terms: readonly Term[], expected = 0): Query {
  const { vocabulary } = index;
  const passages = vocabulary.passages();
  const concepts: Concept[] = [];
  const seen = new Set<string>();
  for (const { term, position } of withoutAcronyms(index, terms)) {
    if (term.stop || seen.has(term.stem)) continue;
    seen.add(term.stem);
    const number = vocabulary.stemNumber(term.stem);
    const word = vocabulary.wordNumber(term.folded);
    concepts.push({
      word: term.folded,
      stem: term.stem,
      kind: term.kind,
      idf: idfOf(passages, number === undefined ? 0 : vocabulary.stemFrequency(number)),
      stems: withRelatives(index, term, number),
      terms: NO_TERMS,
      wordNumber: word ?? -1,
      wordIdf: idfOf(passages, word === undefined ? 0 : vocabulary.wordFrequency(word)),
      alike: alikeStems(index, term.stem, term.kind),
      position,
      length: 1,
    });
  }
  return {
    language: 'own',
    concepts,
    meanings: meaningsOf(concepts),
    sequence: terms.map((term) => vocabulary.stemNumber(term.stem) ?? -1),
    expected,
    totalIdf: concepts.reduce((sum, { idf }) => sum + idf, 0) || 1,
  };
}
