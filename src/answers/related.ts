import { createStretchQuery, likeliest, type Stretch } from '../search/counterparts.js';
import { matchesOf } from '../search/features.js';
import type { Passage } from '../search/index.js';
import { idfOf, type Query } from '../search/query.js';
import type { Language } from '../text/language.js';
import { overlaps, type Span } from '../text/span.js';
import { cite } from './citation.js';
import { bestSentences } from './excerpt.js';
import type { Library } from './library.js';
import { messagesIn } from './messages/messages.js';
import { MATCHED, tellOfOne, type Shared } from './one-event.js';
import type { Citation, RelatedExcerpt } from './reply.js';

/** Passages that are held against an excerpt. */
const CANDIDATES = 3;
/** A neighbouring sentence that brings this share is quoted too: one language says in two what the other says in one. */
const WORTH_QUOTING = 0.1;

const raise = (weights: Map<number, number>, token: number, weight: number): void => {
  if (weight > (weights.get(token) ?? 0)) weights.set(token, weight);
};

/** The tokens of a passage that lie in `span` (offsets of the document's text). */
function stretchOf(passage: Passage, { start, end }: Span): Stretch {
  const { offsets, paragraph } = passage;
  const tokens = offsets.length / 2;
  let from = 0;
  while (from < tokens && paragraph.start + offsets[2 * from]! < start) from++;
  let to = from;
  while (to < tokens && paragraph.start + offsets[2 * to + 1]! <= end) to++;
  return { passage, from, to };
}

/** What the stretch that `query` was made of and another one share. */
function sharedWords({ search: { vocabulary } }: Library, query: Query, { passage, from, to }: Stretch): Shared {
  const { positions, conceptAt, lengthAt, weightAt } = matchesOf(query, passage);
  const pairs: [number, number][] = [];
  const held = new Map<number, number>();
  const here = new Map<number, number>();
  const there = new Map<number, number>();
  for (let i = 0; i < positions.length; i++) {
    if (positions[i]! < from || positions[i]! + lengthAt[i]! > to) continue;
    const token = query.concepts[conceptAt[i]!]!.position;
    raise(held, conceptAt[i]!, weightAt[i]!);
    raise(here, token, weightAt[i]!);
    for (let k = 0; k < lengthAt[i]!; k++) {
      raise(there, positions[i]! + k, weightAt[i]!);
      if (weightAt[i]! >= MATCHED) pairs.push([token, positions[i]! + k]);
    }
  }
  let [told, toldAll, said, saidAll] = [0, 0, 0, 0];
  for (const [concept, { idf }] of query.concepts.entries()) {
    toldAll += idf;
    told += idf * (held.get(concept) ?? 0);
  }
  for (let token = from; token < to; token++) {
    const stem = passage.stems[token]!;
    if (vocabulary.isStop(stem)) continue;
    const idf = idfOf(vocabulary.passages(), vocabulary.stemFrequency(stem));
    saidAll += idf;
    said += idf * (there.get(token) ?? 0);
  }
  const [forth, back] = [told / (toldAll || 1), said / (saidAll || 1)];
  return { agreement: forth + back > 0 ? (2 * forth * back) / (forth + back) : 0, pairs, here, there };
}

/** Words that are told as the reason. */
const TOLD = 5;

/** The rarest of the shared words, as the excerpt in the reply's language writes them, in its order. */
function reasonOf(
  library: Library,
  { passage }: Stretch,
  weights: ReadonlyMap<number, number>,
  language: Language,
): string {
  const { vocabulary } = library.search;
  const { stems, offsets, paragraph } = passage;
  const words = [...weights]
    .filter(([token, weight]) => weight >= MATCHED && !vocabulary.isStop(stems[token]!))
    .map(([token]) => ({ token, frequency: vocabulary.stemFrequency(stems[token]!) }))
    .sort((a, b) => a.frequency - b.frequency || a.token - b.token)
    .slice(0, TOLD)
    .sort((a, b) => a.token - b.token)
    .map(({ token }) => paragraph.text.slice(offsets[2 * token], offsets[2 * token + 1]));
  return messagesIn(language).notice.tellBoth(words);
}

/** Where a token stands, in offsets of the document's text. */
const spanOfToken = ({ offsets, paragraph }: Passage, token: number): Span => ({
  start: paragraph.start + offsets[2 * token]!,
  end: paragraph.start + offsets[2 * token + 1]!,
});

const spansOf = (marks: Citation['highlights']): Span[] => marks.map(([start, end]) => ({ start, end }));

/** What is said there for the marked words of the first excerpt: where the other language has what decided. */
function marksOf(marked: readonly Span[], here: Passage, there: Passage, { pairs }: Shared): Span[] {
  const isMarked = (token: number): boolean => marked.some((mark) => overlaps(mark, spanOfToken(here, token)));
  const tokens = new Set(pairs.filter(([token]) => isMarked(token)).map(([, token]) => token));
  return [...tokens].map((token) => spanOfToken(there, token));
}

/** What a related excerpt is looked for beside. */
export interface Cited {
  /** Of which the first is meant; marks of the others that lie in the excerpt are kept. At least one. */
  readonly citations: readonly Citation[];
  /** The passage of the first. */
  readonly passage: Passage;
  /** What in it answers. */
  readonly answer: Span | null;
}

/**
 * The excerpt in the other language that reports what the first citation does, where there is one: of the passages that
 * `accepts` admits the one that shares most words with it, names by sound and words by translation, if it shares enough,
 * and its names, numbers and dates do not tell of another event. Related, and no translation. `language` is that of the
 * reply.
 */
export function relatedExcerpts(
  library: Library,
  { citations, passage, answer }: Cited,
  language: Language,
  accepts: (passage: Passage) => boolean,
): RelatedExcerpt[] {
  const { search: index, corpus } = library;
  const own = passage.paragraph.language;
  if (own === null) return [];
  const target = own === 'ar' ? 'en' : 'ar';
  if (index.passagesIn[target] === 0) return [];
  const [first] = citations;
  if (first === undefined) return [];
  const here = stretchOf(passage, first);
  const candidates = likeliest(index, here, target, CANDIDATES, accepts);
  if (candidates.length === 0) return [];
  const query = createStretchQuery(index, here, target);
  const [best] = candidates
    .map((candidate) => {
      const span = bestSentences(query, candidate, null, WORTH_QUOTING);
      const there = stretchOf(candidate, span);
      return { span, there, shared: sharedWords(library, query, there) };
    })
    .filter(({ there, shared }) => tellOfOne(library, here, there, shared))
    .sort((a, b) => b.shared.agreement - a.shared.agreement);
  if (best === undefined) return [];
  const { span, there, shared } = best;
  const { document, paragraph } = there.passage;
  const { file } = corpus.documents[document]!;
  const marked = answer === null ? spansOf(first.highlights) : [...spansOf(first.highlights), answer];
  const marks = [
    ...marksOf(marked, passage, there.passage, shared),
    ...citations.filter((other) => other.file === file).flatMap(({ highlights }) => spansOf(highlights)),
  ];
  const [spoken, weights] = language === own ? [here, shared.here] : [there, shared.there];
  return [
    {
      citation: 0,
      excerpt: cite(corpus.documents[document]!, paragraph, span, marks, shared.agreement),
      why: reasonOf(library, spoken, weights, language),
    },
  ];
}
