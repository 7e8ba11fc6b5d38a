import type { Passage } from '../search/index.js';
import type { Query } from '../search/query.js';
import { matchesOf } from '../search/features.js';
import { sentencesOf } from '../text/sentences.js';
import { contains, type Span } from '../text/span.js';

/** Sentences of one passage, as token numbers and offsets of the paragraph's text. */
export interface Sentence extends Span {
  readonly firstToken: number;
  /** Exclusive. */
  readonly lastToken: number;
}

const sentencesOfPassage = new WeakMap<Passage, readonly Sentence[]>();

/** The sentences of a passage with the tokens in each; a passage quoted again is not read again. */
export function sentencesIn(passage: Passage): readonly Sentence[] {
  let sentences = sentencesOfPassage.get(passage);
  if (sentences === undefined) sentencesOfPassage.set(passage, (sentences = readSentences(passage)));
  return sentences;
}

function readSentences({ paragraph, offsets }: Passage): Sentence[] {
  const tokens = offsets.length / 2;
  let token = 0;
  return sentencesOf(paragraph.text).map(({ start, end }) => {
    const firstToken = token;
    while (token < tokens && offsets[2 * token]! < end) token++;
    return { start, end, firstToken, lastToken: token };
  });
}

/** A match that is less than this much of its word (a part of a term, a rare sense) decides nothing and is not marked. */
const DECISIVE = 0.5;

/** The tokens of a passage that are words of the question, in order, with the word each is. */
function decisiveTokens(query: Query, passage: Passage): { readonly token: number; readonly concept: number }[] {
  const { positions, conceptAt, weightAt, lengthAt } = matchesOf(query, passage);
  return [...positions].flatMap((token, i) =>
    weightAt[i]! >= DECISIVE
      ? Array.from({ length: lengthAt[i]! }, (__, k) => ({ token: token + k, concept: conceptAt[i]! }))
      : [],
  );
}

const weightOf = (query: Query, concepts: Iterable<number>): number => {
  let sum = 0;
  for (const c of concepts) sum += query.concepts[c]!.idf;
  return sum;
};

/** A neighbouring sentence is quoted too when it brings at least this share of the question's idf. */
const WORTH_QUOTING = 0.2;

/**
 * The sentence of a passage that holds most of the question (by idf, ties to the earlier), with a neighbour where that
 * brings words of the question that the first lacks, at least `worth` of its idf; the one that holds `answer` (offsets
 * of the document) where given.
 */
export function bestSentences(query: Query, passage: Passage, answer: Span | null = null, worth = WORTH_QUOTING): Span {
  const sentences = sentencesIn(passage);
  const decisive = decisiveTokens(query, passage);
  let next = 0;
  const held = sentences.map(({ firstToken, lastToken }) => {
    const concepts = new Set<number>();
    while (next < decisive.length && decisive[next]!.token < firstToken) next++;
    for (; next < decisive.length && decisive[next]!.token < lastToken; next++) concepts.add(decisive[next]!.concept);
    return concepts;
  });
  const base = passage.paragraph.start;
  const holding =
    answer === null
      ? -1
      : sentences.findIndex(({ start, end }) => contains({ start: base + start, end: base + end }, answer));
  let best = Math.max(0, holding);
  for (let i = 1; holding < 0 && i < sentences.length; i++)
    if (weightOf(query, held[i]!) > weightOf(query, held[best]!) + 1e-9) best = i;
  const gain = (i: number): number =>
    held[i] === undefined
      ? 0
      : weightOf(
          query,
          [...held[i]].filter((c) => !held[best]!.has(c)),
        );
  const [before, after] = [gain(best - 1), gain(best + 1)];
  let [from, to] = [best, best];
  if (Math.max(before, after) >= worth * query.totalIdf) {
    if (before > after) from--;
    else to++;
  }
  return { start: base + sentences[from]!.start, end: base + sentences[to]!.end };
}

/** Where words of the question stand inside `span`, in offsets of the document's text. */
export function highlightsIn(query: Query, passage: Passage, span: Span): Span[] {
  const base = passage.paragraph.start;
  const tokens = new Set(decisiveTokens(query, passage).map(({ token }) => token));
  return [...tokens]
    .map((token) => ({ start: base + passage.offsets[2 * token]!, end: base + passage.offsets[2 * token + 1]! }))
    .filter(({ start, end }) => start >= span.start && end <= span.end);
}

/** Passages whose words are nearly the same (Jaccard of their stems) tell the same thing twice. */
const NEARLY_THE_SAME = 0.8;

const distinctStems = new WeakMap<Passage, ReadonlySet<number>>();

function stemsOf(passage: Passage): ReadonlySet<number> {
  let stems = distinctStems.get(passage);
  if (stems === undefined) distinctStems.set(passage, (stems = new Set(passage.stems)));
  return stems;
}

export function tellTheSame(a: Passage, b: Passage): boolean {
  const [first, second] = [stemsOf(a), stemsOf(b)];
  const [few, many] = first.size < second.size ? [first, second] : [second, first];
  if (few.size < NEARLY_THE_SAME * many.size) return false;
  let shared = 0;
  for (const stem of few) if (many.has(stem)) shared++;
  return shared / (few.size + many.size - shared) >= NEARLY_THE_SAME;
}
