import type { Language } from '../text/language.js';
import type { Span } from '../text/span.js';
import type { PartialDate } from './date.js';
import type { Problem } from './problem.js';

/**
 * `title` and `heading` are quotable content that carries no full sentence; `body` is everything else quotable;
 * `furniture` (category labels, widgets, captions, feed headers, repeated titles) keeps its number and is never quoted.
 */
export type ParagraphKind = 'title' | 'heading' | 'body' | 'furniture';

/** One paragraph. `text === document.text.slice(start, end)`, without surrounding white space. */
export interface Paragraph extends Span {
  /** 1-based count within the document, furniture included, so that it never shifts. */
  readonly number: number;
  readonly text: string;
  readonly kind: ParagraphKind;
  readonly language: Language | null;
}

/** One file. Immutable; every offset of Isnad points into `text`. */
export interface Document {
  /** Path below the corpus folder without its ending (with it where two would be the same). */
  readonly id: string;
  /** Path below the corpus folder, with `/` between folders. */
  readonly file: string;
  /** The file as decoded, without its byte-order mark and before any other change. */
  readonly text: string;
  readonly title: string | null;
  readonly publisher: string | null;
  readonly url: string | null;
  /** The publication date as far as text or manifest tell it. */
  readonly date: PartialDate | null;
  /** Number of the paragraph from which the date was read; that paragraph may be cited for the date even if furniture. */
  readonly dateParagraph: number | null;
  /** The same for the publisher. */
  readonly publisherParagraph: number | null;
  /** Place of the dateline (`Doha`, `نيويورك`), a span of the text. */
  readonly dateline: Span | null;
  /** Languages of its quotable paragraphs, most frequent first. */
  readonly languages: readonly Language[];
  readonly paragraphs: readonly Paragraph[];
  readonly problems: readonly Problem[];
}

/** A folder of documents, read. `problems` holds those of all files and of `corpus.json`. */
export interface Corpus {
  readonly folder: string;
  readonly documents: readonly Document[];
  readonly problems: readonly Problem[];
}

/** Whether a paragraph may be quoted: everything but furniture. */
export const quotable = (paragraph: Paragraph): boolean => paragraph.kind !== 'furniture';
