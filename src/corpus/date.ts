import type { Span } from '../text/span.js';

export type DatePrecision = 'year' | 'month' | 'mid-month' | 'day' | 'weekday' | 'none';

/** `stated`: the text says it; `manifest`: corpus.json says it; `inferred`: from another date of the same document. */
export type DateBasis = 'stated' | 'manifest' | 'inferred';

/**
 * A date as far as a document tells it. `value` is `YYYY`, `YYYY-MM`, `YYYY-MM-DD`, `--MM-DD` where the year is not
 * told, or null for a weekday alone. `end`, in the same form, is the last day of a range.
 */
export interface PartialDate {
  readonly value: string | null;
  readonly precision: DatePrecision;
  readonly basis: DateBasis;
  readonly end?: string;
}

/**
 * A distance from the day of writing: `{ unit: 'day', offset: -1 }` is yesterday, `{ unit: 'year', offset: -1 }` last
 * year; `named` is the last (-1), this (0) or next (1) day or month of the name that stands with it.
 */
export interface RelativeTime {
  readonly unit: 'day' | 'week' | 'month' | 'year' | 'named';
  readonly offset: number;
}

/** A date found in a text; offsets are those of the text searched. */
export interface FoundDate extends Span {
  /** `range` has an `end`; `month` and `year` are no days; `weekday` and `relative` need another date to be one. */
  readonly kind: 'date' | 'range' | 'month' | 'year' | 'weekday' | 'relative';
  /** What these words alone state. A month without a year has no value, but `month`. */
  readonly date: PartialDate;
  /** 1–12, where a month is named. */
  readonly month?: number;
  /** 0 for Sunday to 6 for Saturday, where a weekday is named. */
  readonly weekday?: number;
  readonly relative?: RelativeTime;
}
