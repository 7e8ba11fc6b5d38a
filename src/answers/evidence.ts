import { quotable, type Paragraph } from '../corpus/document.js';
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

/** `span` widened to whole sentences of its paragraph: what may be cited (contract: one or more consecutive sentences). */
function wholeSentences({ text, start: base }: Paragraph, { start, end }: Span): Span {
  const touched = sentencesOf(text).filter((sentence) => sentence.start + base < end && sentence.end + base > start);
  const [first, last] = [touched[0], touched.at(-1)];
  return first && last ? { start: first.start + base, end: last.end + base } : { start, end };
}

/**
 * Cites `evidence` in its order: whole sentences, each place once, one that lies inside another by that other.
 * `highlights` (offsets of the document's text) are the decisive words; those in no citation are ignored. Evidence from
 * furniture or from a paragraph that is not there is a defect and throws.
 */
export function citeEvidence(
  { corpus }: Library,
  evidence: readonly Evidence[],
  highlights: readonly Evidence[] = [],
): CitedEvidence {
  const places: (Evidence | null)[] = [];
  /** Numbers of the places in each paragraph. */
  const inParagraph = new Map<string, number[]>();
  for (const piece of evidence) {
    const { document, paragraph } = piece;
    const found = corpus.documents[document]?.paragraphs[paragraph - 1];
    if (!found || !quotable(found)) throw new Error(`evidence from paragraph ${paragraph} of document ${document}`);
    const whole: Evidence = { document, paragraph, ...wholeSentences(found, piece) };
    const key = keyOf(piece);
    const here = inParagraph.get(key) ?? [];
    if (here.some((i) => contains(places[i]!, whole))) continue;
    const inner = here.filter((i) => contains(whole, places[i]!));
    for (const i of inner) places[i] = null;
    const place = inner[0] ?? places.length;
    places[place] = whole;
    inParagraph.set(key, [...here.filter((i) => !inner.includes(i)), place]);
  }
  const marks = new Map<string, Evidence[]>();
  for (const mark of highlights) {
    const key = keyOf(mark);
    marks.set(key, [...(marks.get(key) ?? []), mark]);
  }
  const kept = places.filter((place) => place !== null);
  const numbers = new Map(kept.map((place, i) => [place, i]));
  const citations = kept.map((place) => {
    const document = corpus.documents[place.document]!;
    return cite(document, document.paragraphs[place.paragraph - 1]!, place, marks.get(keyOf(place)) ?? []);
  });
  const indexOf = (piece: Evidence): number => {
    const holder = inParagraph.get(keyOf(piece))?.find((i) => contains(places[i]!, piece));
    return holder === undefined ? -1 : numbers.get(places[holder]!)!;
  };
  const indexesOf = (pieces: readonly Evidence[]): number[] => [...new Set(pieces.map(indexOf))];
  return { citations, indexOf, indexesOf };
}
