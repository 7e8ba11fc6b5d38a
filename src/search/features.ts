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
  readonly positions: readonly number[];
  readonly conceptAt: readonly number[];
  /** How many tokens the match at each position has: more than one for a term. */
  readonly lengthAt: readonly number[];
  /** How much of its concept the match at each position is, 0–1. */
  readonly weightAt: readonly number[];
}

function findMatches(query: Query, { stems, implied }: Passage): Matches {
  const frequencies = new Float64Array(query.concepts.length);
  const positions: number[] = [];
  const conceptAt: number[] = [];
  const weightAt: number[] = [];
  const lengthAt: number[] = [];
  const held = new Float64Array(query.concepts.length);
  const look = (token: number, stem: number): void => {
    const meanings = query.meanings.get(stem);
    if (meanings === undefined) return;
    for (const { concept, weight, rest } of meanings) {
      if (rest.length > 0 && !rest.every((following, k) => stems[token + 1 + k] === following)) continue;
      frequencies[concept]! += weight;
      if (weight > held[concept]!) held[concept] = weight;
      positions.push(token);
      conceptAt.push(concept);
      weightAt.push(weight);
      lengthAt.push(1 + rest.length);
    }
  };
  let next = 0;
  for (let token = 0; token < stems.length; token++) {
    look(token, stems[token]!);
    for (; next < implied.length && implied[next]!.token === token; next++) look(token, implied[next]!.stem);
  }
  return { frequencies, held, positions, conceptAt, lengthAt, weightAt };
}

/** What was found for a question is asked for again when the passage is quoted; kept as long as its query. */
const matchesFound = new WeakMap<Query, Map<Passage, Matches>>();

/** Where the words of the question stand in a passage. */
export function matchesOf(query: Query, passage: Passage): Matches {
  let found = matchesFound.get(query);
  if (found === undefined) matchesFound.set(query, (found = new Map<Passage, Matches>()));
  let matches = found.get(passage);
  if (matches === undefined) found.set(passage, (matches = findMatches(query, passage)));
  return matches;
}

function wordScore(query: Query, passage: Passage, lengthRatio: number): number {
  let score = 0;
  let most = 0;
  for (const concept of query.concepts) {
    most += concept.wordIdf;
    if (concept.wordNumber < 0) continue;
    let frequency = 0;
    const { words } = passage;
    for (let token = 0; token < words.length; token++) if (words[token] === concept.wordNumber) frequency++;
    if (frequency > 0) score += concept.wordIdf * saturation(frequency, lengthRatio);
  }
  return most > 0 ? score / most : 0;
}

/** Share of the question's idf whose words the passage has at least something alike to. */
function alikeScore(query: Query, passage: Passage, matches: Matches, { alike }: Holdings): number {
  let score = 0;
  for (let c = 0; c < alike.length; c++)
    if (matches.frequencies[c] === 0) score += query.concepts[c]!.idf * (alike[c]!.get(passage.id) ?? 0);
  return score / query.totalIdf;
}

/** The neighbouring words of a question, stop words included: by the first, the second of each pair with its number. */
interface AskedPairs {
  readonly followers: ReadonlyMap<number, readonly { readonly stem: number; readonly pair: number }[]>;
  /** The idf of both words of each pair. */
  readonly worth: readonly number[];
  /** The idf of all pairs, those of words that are nowhere too. */
  readonly most: number;
}

function pairsOf({ sequence }: Query, { vocabulary }: SearchIndex): AskedPairs {
  const followers = new Map<number, { stem: number; pair: number }[]>();
  const worth: number[] = [];
  let most = 0;
  const passages = vocabulary.passages();
  const idfs = sequence.map((stem) => (stem < 0 ? 0 : idfOf(passages, vocabulary.stemFrequency(stem))));
  for (let i = 0; i + 1 < sequence.length; i++) {
    const [first, stem] = [sequence[i]!, sequence[i + 1]!];
    const both = idfs[i]! + idfs[i + 1]!;
    most += both;
    if (first < 0 || stem < 0) continue;
    const found = followers.get(first) ?? [];
    if (found.some((follower) => follower.stem === stem)) continue;
    found.push({ stem, pair: worth.length });
    worth.push(both);
    followers.set(first, found);
  }
  return { followers, worth, most };
}

/** Share of the question's neighbouring words that are neighbours here too. */
function pairScore({ stems }: Passage, { pairs: { followers, worth, most } }: Holdings): number {
  if (worth.length === 0 || most === 0) return 0;
  const seen = new Uint8Array(worth.length);
  let score = 0;
  for (let i = 0; i + 1 < stems.length; i++) {
    const found = followers.get(stems[i]!);
    if (found === undefined) continue;
    for (const { stem, pair } of found) {
      if (stem !== stems[i + 1] || seen[pair] === 1) continue;
      seen[pair] = 1;
      score += worth[pair]!;
    }
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

/** Share of the question's idf in the passages beside this one that this one lacks. */
function neighbourScore(
  query: Query,
  { id, document }: Passage,
  matches: Matches,
  { holders }: Holdings,
  index: SearchIndex,
): number {
  const [first, last] = index.spans[document]!;
  let score = 0;
  for (let c = 0; c < holders.length; c++) {
    if (matches.frequencies[c] !== 0) continue;
    const beside = (id > first && holders[c]![id - 1] === 1) || (id + 1 < last && holders[c]![id + 1] === 1);
    if (beside) score += query.concepts[c]!.idf;
  }
  return score / query.totalIdf;
}

/** What the whole corpus holds of a question, read once from the postings, so that no candidate's neighbours are read. */
export interface Holdings {
  /** How much of the question's idf each document holds anywhere, by document, 0–1. */
  readonly documents: Float64Array;
  /** For each concept 1 at the passages that hold one of its stems. */
  readonly holders: readonly Uint8Array[];
  /** For each concept the likeness of what is most alike to it in a passage, by passage. */
  readonly alike: readonly ReadonlyMap<number, number>[];
  readonly pairs: AskedPairs;
}

export function holdingsOf(query: Query, index: SearchIndex): Holdings {
  const { vocabulary, passages, spans } = index;
  const documents = new Float64Array(spans.length);
  const holders: Uint8Array[] = [];
  const alike: Map<number, number>[] = [];
  for (const concept of query.concepts) {
    const held = new Uint8Array(passages.length);
    const frequencies = new Map<number, number>();
    for (const [stem, weight] of concept.stems) {
      const counts = vocabulary.frequenciesOf(stem);
      const found = vocabulary.passagesWith(stem);
      for (let i = 0; i < found.length; i++) {
        const passage = found[i]!;
        held[passage] = 1;
        const { document } = passages[passage]!;
        frequencies.set(document, (frequencies.get(document) ?? 0) + weight * counts[i]!);
      }
    }
    for (const [document, frequency] of frequencies)
      documents[document]! += (concept.idf / query.totalIdf) * (frequency / (frequency + 3));
    const near = new Map<number, number>();
    for (const [stem, likeness] of concept.alike)
      for (const passage of vocabulary.passagesWith(stem))
        if (likeness > (near.get(passage) ?? 0)) near.set(passage, likeness);
    holders.push(held);
    alike.push(near);
  }
  return { documents, holders, alike, pairs: pairsOf(query, index) };
}

/** The features of one candidate. `holdings` are those of the query. */
export function featuresOf(index: SearchIndex, query: Query, passage: Passage, holdings: Holdings): FeatureVector {
  const matches = matchesOf(query, passage);
  const lengthRatio = passage.length / index.averageLength;
  let bm25Stems = 0;
  let coverage = 0;
  for (let c = 0; c < query.concepts.length; c++) {
    const frequency = matches.frequencies[c]!;
    if (frequency === 0) continue;
    const { idf } = query.concepts[c]!;
    bm25Stems += idf * saturation(frequency, lengthRatio);
    coverage += idf * matches.held[c]!;
  }
  return {
    bm25Stems: bm25Stems / query.totalIdf,
    bm25Words: wordScore(query, passage, lengthRatio),
    coverage: coverage / query.totalIdf,
    alike: alikeScore(query, passage, matches, holdings),
    pairs: pairScore(passage, holdings),
    proximity: proximityScore(query, matches),
    window: windowScore(query, matches),
    document: holdings.documents[passage.document]!,
    neighbours: neighbourScore(query, passage, matches, holdings, index),
    length: Math.min(1, Math.log(1 + lengthRatio)),
    expected: expectedScore(query, passage, matches),
    clause: clauseScore(query, passage, matches),
  };
}
