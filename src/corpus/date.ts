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
