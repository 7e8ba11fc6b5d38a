import type { PartialDate } from '../corpus/date.js';
import type { Span } from '../text/span.js';
import type { AgreementKind, AgreementStatus } from './kinds.js';

/**
 * What a set of documents tells, each piece with its evidence. Every name, title, party, place, purpose and amount is
 * verbatim: a slice of the text of one of the entry's own evidence spans. What no text states is null or empty.
 */
export interface Knowledge {
  readonly people: readonly Person[];
  readonly organisations: readonly Organisation[];
  readonly agreements: readonly Agreement[];
  readonly events: readonly Event[];
  readonly figures: readonly Figure[];
}

/** A place in the corpus: consecutive whole sentences (or, for a mention, the name alone) inside one paragraph. */
export interface Evidence extends Span {
  /** Index into `corpus.documents`. */
  readonly document: number;
  /** 1-based paragraph number in that document. */
  readonly paragraph: number;
}

export interface Person {
  /** The fullest spelling, preferring the most frequent. */
  readonly name: string;
  /** Every spelling met, both scripts, without honorifics, most frequent first. */
  readonly names: readonly string[];
  readonly honorifics: readonly string[];
  readonly roles: readonly Role[];
  readonly sameAs: readonly Merge[];
  /** Every place the person is named: the span of the name alone. */
  readonly mentions: readonly Evidence[];
  /** The sentences of the mentions and roles, those with a role first. */
  readonly evidence: readonly Evidence[];
  /** Indexes into `people`, most often named in the same sentence first. */
  readonly alongside: readonly number[];
}

export interface Role {
  readonly title: string;
  readonly organisation: string | null;
  /** The sentence that states it. */
  readonly evidence: Evidence;
}

/** Two spellings that were taken for one person or organisation, and why. */
export interface Merge {
  readonly names: readonly [string, string];
  readonly why: MergeReason;
}

export type MergeReason =
  | 'same-name' // equal after folding
  | 'part-of-name' // a shorter form in the same document
  | 'other-script' // letters agree across the scripts
  | 'other-romanisation' // two Latin or two Arabic spellings whose letters agree
  | 'nickname' // another name that the text gives beside the full one
  | 'same-role'; // a lone surname supported by the same role or organisation

export interface Organisation {
  readonly name: string;
  readonly names: readonly string[];
  readonly abbreviations: readonly string[];
  readonly mentions: readonly Evidence[];
  readonly evidence: readonly Evidence[];
  /** Indexes into `people`: those with a role there. */
  readonly people: readonly number[];
  /** Indexes into `agreements`: those it is a party to. */
  readonly agreements: readonly number[];
}

export interface Agreement {
  readonly kind: AgreementKind;
  readonly title: string | null;
  readonly parties: readonly string[];
  readonly signatories: readonly string[];
  readonly status: AgreementStatus;
  readonly date: PartialDate | null;
  readonly purpose: string | null;
  readonly evidence: readonly Evidence[];
}

export interface Event {
  readonly date: PartialDate | null;
  readonly title: string;
  readonly place: string | null;
  readonly evidence: readonly Evidence[];
}

export interface Amount {
  readonly value: number;
  /** ISO 4217 code for money, else the counted noun verbatim. */
  readonly unit: string;
  readonly text: string;
}

export interface Figure extends Amount {
  readonly equivalents: readonly Amount[];
  readonly from: string | null;
  readonly to: string | null;
  readonly purpose: string | null;
  readonly duration: string | null;
  readonly evidence: readonly Evidence[];
}
