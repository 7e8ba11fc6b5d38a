import { fromHijri, isCalendarDay, isoValue, weekdayOf } from './calendar.js';
import type { DatePrecision, FoundDate, RelativeTime } from './date.js';
import type { DateTokens } from './date-parts.js';
import type { Match, MonthName } from './date-words.js';

/** A date read, or null for words that look like one and are none: they are passed over as a whole. */
export type Read = Match<FoundDate | null>;

/** What the words of a date say together, before anything is checked. */
export interface Parts {
  readonly calendar: MonthName['calendar'];
  readonly year: number | null;
  readonly month: number | null;
  readonly day: number | null;
  /** The last day of a range, with its month and year where they differ. */
  readonly last?: { readonly day: number; readonly month?: number; readonly year?: number | null } | undefined;
  readonly mid?: boolean;
  readonly weekday?: number | undefined;
  readonly relative?: RelativeTime | undefined;
}

interface Values {
  readonly value: string | null;
  readonly end?: string;
}

function gregorianValues({ year, month, day, last }: Parts): Values | null {
  if (month !== null && day !== null && !isCalendarDay(year, month, day)) return null;
  if (!last || month === null) return { value: isoValue(year, month, day) };
  const endMonth = last.month ?? month;
  const endYear = last.year ?? year;
  if (!isCalendarDay(endYear, endMonth, last.day)) return null;
  const end = isoValue(endYear, endMonth, last.day);
  return { value: isoValue(year, month, day), ...(end !== null && { end }) };
}

/** A Hijri month or year covers parts of two civil ones: from the first to the last. */
function hijriValues({ year, month, day, last }: Parts): Values | null {
  if (year === null) return null;
  const from = fromHijri({ year, month: month ?? 1, day: day ?? 1 });
  const to = fromHijri({ year, month: month ?? 12, day: last?.day ?? day ?? 29 });
  if (!from || !to) return null;
  const iso = (date: { year: number; month: number; day: number }): string | null =>
    isoValue(date.year, month === null ? null : date.month, day === null ? null : date.day);
  const [value, end] = [iso(from), iso(to)];
  return { value, ...(end !== null && end !== value && { end }) };
}

function precisionOf({ year, month, day, mid }: Parts): DatePrecision {
  if (day !== null) return 'day';
  if (month !== null) return mid ? 'mid-month' : 'month';
  return year !== null ? 'year' : 'none';
}

const weekdayOfIso = (value: string): number =>
  weekdayOf({ year: Number(value.slice(0, 4)), month: Number(value.slice(5, 7)), day: Number(value.slice(8, 10)) });

/**
 * The date that `parts` make of the tokens from `from` to before `next`; its value is null where the day does not exist
 * (31 February), the weekday is not that of the date, or a Hijri date has no year.
 */
export function buildDate(tokens: DateTokens, from: number, next: number, parts: Parts): Read {
  const values = parts.calendar === 'gregorian' ? gregorianValues(parts) : hijriValues(parts);
  const { month, day, weekday, relative } = parts;
  if (!values) return { value: null, next };
  const { value, end } = values;
  if (weekday !== undefined && value?.length === 10 && weekdayOfIso(value) !== weekday) return { value: null, next };
  const kind = end !== undefined ? 'range' : day !== null ? 'date' : month !== null ? 'month' : 'year';
  return {
    value: {
      start: tokens[from]?.start ?? 0,
      end: tokens[next - 1]?.end ?? 0,
      kind,
      date: { value, precision: precisionOf(parts), basis: 'stated', ...(end !== undefined && { end }) },
      ...(parts.calendar === 'gregorian' && month !== null && { month }),
      ...(weekday !== undefined && { weekday }),
      ...(relative && { relative }),
    },
    next,
  };
}

/** A weekday or a time counted from the day of writing: no value of its own. */
export function buildUndated(
  tokens: DateTokens,
  from: number,
  next: number,
  { weekday, relative }: Pick<Parts, 'weekday' | 'relative'>,
): Read {
  return {
    value: {
      start: tokens[from]?.start ?? 0,
      end: tokens[next - 1]?.end ?? 0,
      kind: relative ? 'relative' : 'weekday',
      date: { value: null, precision: weekday === undefined ? 'none' : 'weekday', basis: 'stated' },
      ...(weekday !== undefined && { weekday }),
      ...(relative && { relative }),
    },
    next,
  };
}
