import type { PartialDate } from '../corpus/date.js';
import type { AgreementKind, AgreementStatus } from '../knowledge/kinds.js';
import type { Amount } from '../knowledge/knowledge.js';
import type { Language } from '../text/language.js';

/**
 * The reply of every command: plain data, the same for the terminal, scripts and Discord. All offsets are UTF-16 code
 * units of the file's decoded text, and `text === fileText.slice(start, end)` always holds.
 */
export interface Reply {
  readonly id: string | null;
  readonly command: string;
  readonly status: ReplyStatus;
  readonly reason: NotFoundReason | null;
  /** Language of the reply's own words. */
  readonly language: Language;
  /** 0–1: of answers given at 0.8 about 80 % are right; null where it has no meaning. */
  readonly confidence: number | null;
  readonly answer: AnswerSpan | null;
  readonly citations: readonly Citation[];
  /** What the other language tells of the same event, beside a citation; outside of `limit`. */
  readonly related: readonly RelatedExcerpt[];
  readonly people: readonly PersonEntry[];
  readonly organisations: readonly OrganisationEntry[];
  readonly agreements: readonly AgreementEntry[];
  readonly events: readonly EventEntry[];
  readonly figures: readonly FigureEntry[];
  readonly sources: readonly SourceEntry[];
  readonly unmatched: readonly string[];
  readonly suggestions: readonly string[];
  readonly coverage: Coverage;
  /** What the reply has to say in its own words beside its entries (how many undated were left out …). */
  readonly notices: readonly string[];
  /** `status: "error"`: what is wrong and how to put it right, one sentence. */
  readonly message: string | null;
  readonly elapsedMs: number;
}

export type ReplyStatus = 'answered' | 'not_found' | 'error';
export type NotFoundReason = 'words_missing' | 'name_missing' | 'not_stated' | 'filters';

export interface AnswerSpan {
  /** Index into `citations`. */
  readonly citation: number;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** One or more consecutive sentences of one paragraph. */
export interface Citation {
  readonly document: string;
  readonly file: string;
  readonly title: string | null;
  readonly publisher: string | null;
  readonly url: string | null;
  readonly date: PartialDate | null;
  readonly language: Language | null;
  readonly paragraph: number;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly highlights: readonly (readonly [number, number])[];
  readonly score: number;
}

/** An excerpt in the other language that reports what a citation does; it is no translation of it. */
export interface RelatedExcerpt {
  /** Index into `citations`. */
  readonly citation: number;
  /** `score` is how far the two agree, 0–1; `highlights` are the words that they share. */
  readonly excerpt: Citation;
  /** The reason in the reply's own words, with some of the words shared. */
  readonly why: string;
}

export interface RoleEntry {
  readonly title: string;
  readonly organisation: string | null;
  readonly date: PartialDate | null;
  readonly citation: number;
}

export interface SameAs {
  readonly names: readonly [string, string];
  readonly why: string;
}

export interface PersonEntry {
  readonly name: string;
  readonly names: readonly string[];
  readonly honorifics: readonly string[];
  readonly roles: readonly RoleEntry[];
  readonly sameAs: readonly SameAs[];
  readonly citations: readonly number[];
}

export interface OrganisationEntry {
  readonly name: string;
  readonly names: readonly string[];
  readonly abbreviations: readonly string[];
  readonly citations: readonly number[];
}

export interface AgreementEntry {
  readonly kind: AgreementKind;
  readonly title: string | null;
  readonly parties: readonly string[];
  readonly signatories: readonly string[];
  readonly status: AgreementStatus;
  readonly date: PartialDate | null;
  readonly purpose: string | null;
  readonly citations: readonly number[];
}

export interface EventEntry {
  readonly date: PartialDate | null;
  readonly title: string;
  readonly place: string | null;
  readonly citations: readonly number[];
}

export interface FigureEntry extends Amount {
  readonly equivalents: readonly Amount[];
  readonly from: string | null;
  readonly to: string | null;
  readonly purpose: string | null;
  readonly duration: string | null;
  readonly citations: readonly number[];
}

export interface SourceParagraph {
  readonly paragraph: number;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly furniture: boolean;
}

export interface SourceEntry {
  readonly document: string;
  readonly file: string;
  readonly title: string | null;
  readonly publisher: string | null;
  readonly date: PartialDate | null;
  readonly languages: readonly Language[];
  readonly paragraphs: number;
  readonly problems: readonly string[];
  readonly text?: readonly SourceParagraph[];
}

/** What was searched. */
export interface Coverage {
  readonly documents: number;
  readonly paragraphs: number;
  readonly languages: Readonly<Partial<Record<Language, number>>>;
  readonly oldest: string | null;
  readonly newest: string | null;
}
