import type { Document, Paragraph } from '../corpus/document.js';
import type { Span } from '../text/span.js';
import type { Citation } from './reply.js';

/**
 * A citation of `span` (offsets of the document's text, inside `paragraph`), with `highlights` in the same offsets;
 * those outside the span are left out. `score` is 0–1.
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
    highlights: highlights
      .filter(({ start, end }) => start >= span.start && end <= span.end && start < end)
      .map(({ start, end }) => [start, end] as const),
    score: Math.round(Math.min(1, Math.max(0, score)) * 1000) / 1000,
  };
}
