import type { Language } from '../text/language.js';
import type { Span } from '../text/span.js';
import type { PartialDate } from './date.js';
import type { ParagraphKind } from './document.js';

/** A document as far as it is known before its outline: text, paragraphs and their languages. */
export interface Draft {
  readonly file: string;
  readonly text: string;
  readonly spans: readonly Span[];
  readonly languages: readonly (Language | null)[];
  /** Lines that repeat across the corpus, folded. */
  readonly repeated: ReadonlySet<string>;
}

/** What the layout of a document tells. */
export interface Outline {
  readonly kinds: readonly ParagraphKind[];
  readonly title: string | null;
  readonly publisher: string | null;
  readonly publisherParagraph: number | null;
  readonly date: PartialDate | null;
  readonly dateParagraph: number | null;
  readonly dateline: Span | null;
}

export const boilerplate = (_documents: readonly (readonly string[])[]): Set<string> => new Set();

export function outlineOf({ spans, text }: Draft): Outline {
  const first = spans[0];
  const title =
    first && !/[.!?؟]$/.test(text.slice(first.start, first.end)) && first.end - first.start < 250 ? first : null;
  return {
    kinds: spans.map((span) => (span === title ? 'title' : 'body')),
    title: title ? text.slice(title.start, title.end) : null,
    publisher: null,
    publisherParagraph: null,
    date: null,
    dateParagraph: null,
    dateline: null,
  };
}
