import type { Document, Paragraph } from '../corpus/document.js';
import type { Span } from '../text/span.js';
import type { Citation } from './reply.js';

/** The spans in order, those that overlap or repeat one another as one. */
function merged(spans: readonly Span[]): Span[] {
  const result: Span[] = [];
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start || a.end - b.end)) {
    const last = result.at(-1);
    if (last === undefined || start >= last.end) result.push({ start, end });
    else if (end > last.end) result[result.length - 1] = { start: last.start, end };
  }
  return result;
}

/**
 * A citation of `span` (offsets of the document's text, inside `paragraph`), with `highlights` in the same offsets;
 * those outside the span are left out,
 * overlapping ones joined. `score` is 0–1.
 */
export function cite(
  document: Document,
  paragraph: Paragraph,
  span: Span,
  highlights: readonly Span[] = [],
  score = 1,
): Citation {
  return {
    document: document.id,
    file: document.file,
    title: document.title,
    publisher: document.publisher,
    url: document.url,
    date: document.date,
    language: paragraph.language,
    paragraph: paragraph.number,
    start: span.start,
    end: span.end,
    text: document.text.slice(span.start, span.end),
    highlights: merged(
      highlights.filter(({ start, end }) => start >= span.start && end <= span.end && start < end),
    ).map(({ start, end }) => [start, end] as const),
    score: Math.round(Math.min(1, Math.max(0, score)) * 1000) / 1000,
  };
}
