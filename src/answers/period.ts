import type { PartialDate } from '../corpus/date.js';

/** An inclusive period; each end as `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
export interface Period {
  readonly since?: string | undefined;
  readonly until?: string | undefined;
}

export const isBounded = ({ since, until }: Period): boolean => since !== undefined || until !== undefined;

/** Whether a date without a year or a day has one at all that can be compared. */
const isDated = (date: PartialDate | null): date is PartialDate & { value: string } =>
  date?.value != null && !date.value.startsWith('--');

/**
 * Whether `date` lies in the period; null where it cannot be told (no date, no year). A date or bound given by month or
 * year stands for all its days: 2022 lies within since 2022-06, as part of that year does.
 */
export function liesWithin(date: PartialDate | null, { since, until }: Period): boolean | null {
  if (since === undefined && until === undefined) return true;
  if (!isDated(date)) return null;
  const last = date.end ?? date.value;
  const length = (a: string, b: string): number => Math.min(a.length, b.length);
  if (since !== undefined && last.slice(0, length(last, since)) < since.slice(0, length(last, since))) return false;
  return (
    until === undefined || date.value.slice(0, length(date.value, until)) <= until.slice(0, length(date.value, until))
  );
}
