import { quotable, type Corpus, type Document, type Paragraph } from '../corpus/document.js';
import type { Evidence } from '../knowledge/knowledge.js';
import { sentencesOf } from '../text/sentences.js';
import { contains, type Span } from '../text/span.js';
import { cite } from './citation.js';
import type { Library } from './library.js';
import type { Citation } from './reply.js';

/** The citations of a list of entries, and the way from a piece of evidence to its citation. */
export interface CitedEvidence {
  readonly citations: readonly Citation[];
  /** Index into `citations` of the citation that holds `evidence`, which must be among those given. */
  readonly indexOf: (evidence: Evidence) => number;
  /** The same for all evidence of an entry, each citation once, in order. */
  readonly indexesOf: (evidence: readonly Evidence[]) => readonly number[];
}

const keyOf = ({ document, paragraph }: Evidence): string => `${document}:${paragraph}`;

/** A span to be cited, with its place in the order of the evidence. */
interface Place extends Span {
  readonly order: number;
}

/** A paragraph that is cited, with what is cited of it. */
interface CitedParagraph {
  readonly document: Document;
  readonly paragraph: Paragraph;
  /** Offsets of the document's text, in order. */
  readonly sentences: readonly Span[];
  readonly spans: Place[];
  readonly marks: Evidence[];
}

/** Index of the first of `spans`, whose ends rise, that ends at `offset` or later. A paragraph may be a whole book: no search from its start. */
function firstEndingFrom(spans: readonly Span[], offset: number): number {
  let [low, high] = [0, spans.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (spans[middle]!.end < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** `span` widened to whole sentences: what may be cited (contract: one or more consecutive sentences). */
function wholeSentences(sentences: readonly Span[], { start, end }: Span): Span {
  const first = sentences[firstEndingFrom(sentences, start + 1)];
  let last = firstEndingFrom(sentences, end);
  if ((sentences[last]?.start ?? Infinity) >= end) last--;
  const until = sentences[last];
  return first && until && first.start < end && until.end > start
    ? { start: first.start, end: until.end }
    : { start, end };
}

/** Those of `spans` that lie in no other, by offset, each as early in the order as the first that it holds. Their starts and ends rise. */
function widest(spans: readonly Place[]): Place[] {
  const kept: Place[] = [];
  for (const span of [...spans].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = kept.at(-1);
    if (last === undefined || span.end > last.end) kept.push(span);
    else kept[kept.length - 1] = { ...last, order: Math.min(last.order, span.order) };
  }
  return kept;
}

/**
 * Cites `evidence` in its order: whole sentences, each place once, one that lies inside another by that other.
 * `highlights` (offsets of the document's text) are the decisive words; those in no citation are ignored. Evidence from
 * furniture or from a paragraph that is not there is a defect and throws. Takes n log n time in the evidence and in the
 * length of its paragraphs.
 */
export function citeEvidence(
  { corpus }: Library,
  evidence: readonly Evidence[],
  highlights: readonly Evidence[] = [],
): CitedEvidence {
  const paragraphs = new Map<string, CitedParagraph>();
  for (const [order, piece] of evidence.entries()) {
    const key = keyOf(piece);
    let here = paragraphs.get(key);
    if (here === undefined) paragraphs.set(key, (here = citedParagraph(corpus, piece)));
    here.spans.push({ ...wholeSentences(here.sentences, piece), order });
  }
  for (const mark of highlights) paragraphs.get(keyOf(mark))?.marks.push(mark);

  const placesIn = new Map([...paragraphs].map(([key, { spans }]) => [key, widest(spans)]));
  const cited = [...paragraphs]
    .flatMap(([key, { document, paragraph, marks }]) => {
      const rising = marks.sort((a, b) => a.end - b.end);
      return (placesIn.get(key) ?? []).map((place) => {
        const inside = rising.slice(firstEndingFrom(rising, place.start), firstEndingFrom(rising, place.end + 1));
        inside.sort((a, b) => a.start - b.start);
        return { place, citation: cite(document, paragraph, place, inside) };
      });
    })
    .sort((a, b) => a.place.order - b.place.order);
  const numbers = new Map(cited.map(({ place }, i) => [place, i]));
  const indexOf = (piece: Evidence): number => {
    const places = placesIn.get(keyOf(piece)) ?? [];
    const holder = places[firstEndingFrom(places, piece.end)];
    return holder !== undefined && contains(holder, piece) ? numbers.get(holder)! : -1;
  };
  const indexesOf = (pieces: readonly Evidence[]): number[] => [...new Set(pieces.map(indexOf))];
  return { citations: cited.map(({ citation }) => citation), indexOf, indexesOf };
}

function citedParagraph(corpus: Corpus, { document, paragraph }: Evidence): CitedParagraph {
  const source = corpus.documents[document];
  const found = source?.paragraphs[paragraph - 1];
  if (!source || !found || !quotable(found))
    throw new Error(`evidence from paragraph ${paragraph} of document ${document}`);
  const sentences = sentencesOf(found.text).map(({ start, end }) => ({
    start: start + found.start,
    end: end + found.start,
  }));
  return { document: source, paragraph: found, sentences, spans: [], marks: [] };
}
