import type { Passage, SearchIndex } from './index.js';
import type { Query } from './query.js';
import { idfOf } from './query.js';

/**
 * What the second stage looks at in a candidate, each about 0–1 (1: as good as can be), in the order of the weights in
 * `weights.json`.
 */
export const FEATURES = [
  'bm25Stems',
  'bm25Words',
  'coverage',
  'alike',
  'pairs',
  'proximity',
  'window',
  'document',
  'neighbours',
  'length',
  'expected',
  'clause',
] as const;
export type Feature = (typeof FEATURES)[number];
export type FeatureVector = Readonly<Record<Feature, number>>;

const K1 = 1.2;
const B = 0.75;

/** BM25's saturated term frequency, normalised by length, divided by its limit: 0–1. */
const saturation = (frequency: number, lengthRatio: number): number =>
  frequency / (frequency + K1 * (1 - B + B * lengthRatio));

/** Tokens a window may span in which the question's words are counted together. */
const WINDOW = 24;

export interface Matches {
  /** For each concept how often (weighted) it occurs. */
  readonly frequencies: Float64Array;
  /** For each concept how much of it the best match is, 0–1. */
  readonly held: Float64Array;
  /** Token positions at which a concept stands, with the concept's number, in order. */
  readonly positions: Int32Array;
  readonly conceptAt: Int32Array;
  /** How many tokens the match at each position has: more than one for a term. */
  readonly lengthAt: Int32Array;
  /** How much of its concept the match at each position is, 0–1. */
  readonly weightAt: Float64Array;
}

/** Where the words of the question stand in a passage. */
export function matchesOf(query: Query, { stems, implied }: Passage): Matches {
  const frequencies = new Float64Array(query.concepts.length);
  const positions: number[] = [];
  const conceptAt: number[] = [];
  const weightAt: number[] = [];
  const lengthAt: number[] = [];
  const held = new Float64Array(query.concepts.length);
  const found = (concept: number, token: number, weight: number, length: number): void => {
    frequencies[concept]! += weight;
    if (weight > held[concept]!) held[concept] = weight;
    positions.push(token);
    conceptAt.push(concept);
    weightAt.push(weight);
    lengthAt.push(length);
  };
  const look = (token: number, stem: number): void => {
    for (const { concept, weight, rest } of query.meanings.get(stem) ?? [])
      if (rest.every((following, k) => stems[token + 1 + k] === following))
        found(concept, token, weight, 1 + rest.length);
  };
  let next = 0;
  for (let token = 0; token < stems.length; token++) {
    look(token, stems[token]!);
    for (; implied[next]?.token === token; next++) look(token, implied[next]!.stem);
  }
  return {
    frequencies,
    held,
    positions: Int32Array.from(positions),
    conceptAt: Int32Array.from(conceptAt),
    lengthAt: Int32Array.from(lengthAt),
    weightAt: Float64Array.from(weightAt),
  };
}

function wordScore(query: Query, passage: Passage, lengthRatio: number): number {
  let score = 0;
  let most = 0;
  for (const concept of query.concepts) {
    most += concept.wordIdf;
    if (concept.wordNumber < 0) continue;
    let frequency = 0;
    for (const word of passage.words) if (word === concept.wordNumber) frequency++;
    if (frequency > 0) score += concept.wordIdf * saturation(frequency, lengthRatio);
  }
  return most > 0 ? score / most : 0;
}

/** Share of the question's idf whose words the passage has at least something alike to. */
function alikeScore(query: Query, passage: Passage, matches: Matches): number {
  let score = 0;
  for (const [c, concept] of query.concepts.entries()) {
    if ((matches.frequencies[c] ?? 0) > 0) continue;
    let best = 0;
    if (concept.alike.size > 0)
      for (const stem of passage.stems) {
        const likeness = concept.alike.get(stem);
        if (likeness !== undefined && likeness > best) best = likeness;
      }
    score += concept.idf * best;
  }
  return score / query.totalIdf;
}

/** Share of the question's neighbouring words (stop words included) that are neighbours here too. */
function pairScore(query: Query, passage: Passage, index: SearchIndex): number {
  const { sequence } = query;
  if (sequence.length < 2) return 0;
  const asked = new Map<number, number[]>();
  let most = 0;
  const passages = index.vocabulary.passages();
  const idf = (stem: number): number => (stem < 0 ? 0 : idfOf(passages, index.vocabulary.stemFrequency(stem)));
  for (let i = 0; i + 1 < sequence.length; i++) {
    const [a, b] = [sequence[i]!, sequence[i + 1]!];
    most += idf(a) + idf(b);
    if (a < 0 || b < 0) continue;
    const followers = asked.get(a);
    if (followers === undefined) asked.set(a, [b]);
    else if (!followers.includes(b)) followers.push(b);
  }
  if (most === 0) return 0;
  let score = 0;
  const { stems } = passage;
  for (let i = 0; i + 1 < stems.length; i++) {
    const followers = asked.get(stems[i]!);
    if (followers === undefined) continue;
    const at = followers.indexOf(stems[i + 1]!);
    if (at < 0) continue;
    followers.splice(at, 1);
    score += idf(stems[i]!) + idf(stems[i + 1]!);
  }
  return score / most;
}

/** The least distance between a number of `a` and another of `b`, both rising; linear, as a paragraph may be a whole book. */
function leastDistance(a: readonly number[], b: readonly number[]): number {
  let least = Infinity;
  let [from, after] = [0, 0];
  for (const place of a) {
    while (from < b.length && b[from]! < place) from++;
    while (after < b.length && b[after]! <= place) after++;
    if (from > 0) least = Math.min(least, place - b[from - 1]!);
    if (after < b.length) least = Math.min(least, b[after]! - place);
  }
  return least;
}

/** For each two successive words of the question: the smaller idf divided by their least distance here. */
function proximityScore(query: Query, matches: Matches): number {
  const { concepts } = query;
  if (concepts.length < 2) return 0;
  const places: number[][] = concepts.map(() => []);
  for (let i = 0; i < matches.positions.length; i++) places[matches.conceptAt[i]!]!.push(matches.positions[i]!);
  let score = 0;
  let most = 0;
  for (let c = 0; c + 1 < concepts.length; c++) {
    const smaller = Math.min(concepts[c]!.idf, concepts[c + 1]!.idf);
    most += smaller;
    const least = leastDistance(places[c]!, places[c + 1]!);
    if (least < Infinity) score += smaller / least;
  }
  return most > 0 ? score / most : 0;
}

/** The greatest share of the question's idf that stands within `WINDOW` tokens. */
function windowScore(query: Query, matches: Matches): number {
  const counts = new Int32Array(query.concepts.length);
  let sum = 0;
  let best = 0;
  let first = 0;
  for (let i = 0; i < matches.positions.length; i++) {
    const concept = matches.conceptAt[i]!;
    if (counts[concept]!++ === 0) sum += query.concepts[concept]!.idf;
    while (matches.positions[i]! - matches.positions[first]! > WINDOW) {
      const left = matches.conceptAt[first++]!;
      if (--counts[left]! === 0) sum -= query.concepts[left]!.idf;
    }
    if (sum > best) best = sum;
  }
  return best / query.totalIdf;
}

/** The greatest share of the question's idf that stands within one clause. */
function clauseScore(query: Query, { clauses }: Passage, matches: Matches): number {
  const seen = new Map<number, number>();
  let best = 0;
  let sum = 0;
  let clause = -1;
  for (let i = 0; i < matches.positions.length; i++) {
    const here = clauses[matches.positions[i]!]!;
    if (here !== clause) {
      clause = here;
      sum = 0;
      seen.clear();
    }
    const concept = matches.conceptAt[i]!;
    const worth = query.concepts[concept]!.idf * matches.weightAt[i]!;
    const counted = seen.get(concept) ?? 0;
    if (worth > counted) {
      seen.set(concept, worth);
      sum += worth - counted;
      if (sum > best) best = sum;
    }
  }
  return best / query.totalIdf;
}

/** Tokens between a word of the question and the thing asked for. */
const NEAR = 12;

/** The greatest share of the question's idf that stands near a token which shows what is asked for: 0 without one. */
function expectedScore(query: Query, passage: Passage, matches: Matches): number {
  if (query.expected === 0) return 0;
  let best = 0;
  const { things } = passage;
  const { positions } = matches;
  let first = 0;
  for (let token = 0; token < things.length; token++) {
    if ((things[token]! & query.expected) === 0) continue;
    let score = 0.1 * query.totalIdf;
    const seen = new Set<number>();
    while (first < positions.length && positions[first]! < token - NEAR) first++;
    for (let i = first; i < positions.length && positions[i]! <= token + NEAR; i++) {
      const distance = Math.abs(positions[i]! - token);
      const concept = matches.conceptAt[i]!;
      // A number of the question itself is not the number asked for.
      if (distance === 0) score -= query.totalIdf;
      else if (!seen.has(concept)) {
        seen.add(concept);
        score += query.concepts[concept]!.idf;
      }
    }
    if (score > best) best = score;
  }
  return Math.min(1, best / query.totalIdf);
}

/** Share of the question's idf in the best of the passages beside this one that this one lacks. */
function neighbourScore(query: Query, passage: Passage, matches: Matches, index: SearchIndex): number {
  const [first, last] = index.spans[passage.document]!;
  let score = 0;
  const beside = new Set<number>();
  for (const id of [passage.id - 1, passage.id + 1])
    if (id >= first && id < last)
      for (const stem of index.passages[id]!.stems)
        for (const { concept, rest } of query.meanings.get(stem) ?? []) if (rest.length === 0) beside.add(concept);
  for (const concept of beside) if (matches.frequencies[concept] === 0) score += query.concepts[concept]!.idf;
  return score / query.totalIdf;
}

/** How much of the question's idf each document holds anywhere, by document, 0–1. */
export function documentCoverage(query: Query, index: SearchIndex): Float64Array {
  const coverage = new Float64Array(index.spans.length);
  for (const concept of query.concepts) {
    const frequencies = new Map<number, number>();
    for (const [stem, weight] of concept.stems) {
      const counts = index.vocabulary.frequenciesOf(stem);
      for (const [i, passage] of index.vocabulary.passagesWith(stem).entries()) {
        const { document } = index.passages[passage]!;
        frequencies.set(document, (frequencies.get(document) ?? 0) + weight * counts[i]!);
      }
    }
    for (const [document, frequency] of frequencies)
      coverage[document]! += (concept.idf / query.totalIdf) * (frequency / (frequency + 3));
  }
  return coverage;
}

/** The features of one candidate. `document` is its document's `documentCoverage`. */
export function featuresOf(index: SearchIndex, query: Query, passage: Passage, document: number): FeatureVector {
  const matches = matchesOf(query, passage);
  const lengthRatio = passage.length / index.averageLength;
  let bm25Stems = 0;
  let coverage = 0;
  for (const [c, concept] of query.concepts.entries()) {
    const frequency = matches.frequencies[c] ?? 0;
    if (frequency === 0) continue;
    bm25Stems += concept.idf * saturation(frequency, lengthRatio);
    coverage += concept.idf * matches.held[c]!;
  }
  return {
    bm25Stems: bm25Stems / query.totalIdf,
    bm25Words: wordScore(query, passage, lengthRatio),
    coverage: coverage / query.totalIdf,
    alike: alikeScore(query, passage, matches),
    pairs: pairScore(query, passage, index),
    proximity: proximityScore(query, matches),
    window: windowScore(query, matches),
    document,
    neighbours: neighbourScore(query, passage, matches, index),
    length: Math.min(1, Math.log(1 + lengthRatio)),
    expected: expectedScore(query, passage, matches),
    clause: clauseScore(query, passage, matches),
  };
}
