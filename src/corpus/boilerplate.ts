import type { Span } from '../text/span.js';
import { LONG } from './line.js';

/** Documents a line must stand in to be none of theirs; whole sentences only where most documents have them. */
const DOCUMENTS = 3;
const DOCUMENTS_FOR_SENTENCE = 5;

const SENTENCE = /[.؟?!]["”»)]?$/;

/** What tells a paragraph from others: its text, of a long one the beginning and the length. */
const signature = (text: string, { start, end }: Span): string =>
  end - start <= LONG ? text.slice(start, end) : `${text.slice(start, start + LONG)}${end - start}`;

/**
 * Lines that stand in many documents and belong to none of them: notices, menus, section names, what a site adds to
 * every page. A document most of whose text stands in others as well is a second printing of them and counts for
 * nothing here. Takes time linear in the size of the corpus.
 */
export function boilerplateOf(
  documents: readonly { readonly text: string; readonly spans: readonly Span[] }[],
): ReadonlySet<string> {
  if (documents.length < DOCUMENTS) return new Set();
  const uses = new Map<string, number>();
  for (const { text, spans } of documents)
    for (const line of new Set(spans.map((span) => signature(text, span)))) uses.set(line, (uses.get(line) ?? 0) + 1);
  const counted = new Map<string, number>();
  for (const { text, spans } of documents) {
    let [repeated, all] = [0, 0];
    for (const span of spans) {
      const length = span.end - span.start;
      all += length;
      if ((uses.get(signature(text, span)) ?? 0) > 1) repeated += length;
    }
    if (repeated * 2 > all) continue;
    for (const span of spans) {
      const line = signature(text, span);
      if (line.length <= LONG && (uses.get(line) ?? 0) >= DOCUMENTS) counted.set(line, (counted.get(line) ?? 0) + 1);
    }
  }
  const most = documents.length / 2;
  return new Set(
    [...counted].flatMap(([line, n]) =>
      n >= DOCUMENTS && (!SENTENCE.test(line) || (n >= DOCUMENTS_FOR_SENTENCE && n >= most)) ? [line] : [],
    ),
  );
}
