import type { Span } from '../text/span.js';
import type { Evidence } from './knowledge.js';

/** A name met in a text, with what stood beside it. Spans are those of the document. */
export interface Mention extends Evidence {
  readonly language: 'ar' | 'en';
  /** The folded words of the name, links (بن, bin, al) included, clitics off. */
  readonly parts: readonly string[];
  readonly honorifics: readonly Span[];
  readonly roles: readonly RoleSpan[];
  readonly sentence: Span;
  /** Folded, where the span is not the name told by `parts` but another name of the same person: حميدتي. */
  readonly nickname?: string;
}

export interface RoleSpan extends Span {
  readonly organisation: Span | null;
}

/** Words that link the parts of a name and are none themselves. */
export const NAME_LINKS: ReadonlySet<string> = new Set([
  'بن', 'ابن', 'بنت', 'ال', 'bin', 'ben', 'ibn', 'bint', 'al', 'el', 'aal', 'ould', 'ولد', 'b',
]); // prettier-ignore

/** How many real parts a name has: links aside, عبد counted with what follows. */
export const countParts = (parts: readonly string[]): number =>
  parts.filter((part) => !NAME_LINKS.has(part) && part !== 'عبد' && part !== 'ابو' && part !== 'abu').length;
