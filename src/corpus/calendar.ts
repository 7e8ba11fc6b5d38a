/** The proleptic Gregorian calendar (ISO 8601) and the Hijri one, as plain numbers: no time zone, no clock. */
export interface Day {
  readonly year: number;
  /** 1–12. */
  readonly month: number;
  /** 1–31. */
  readonly day: number;
}

const DAY_MS = 86_400_000;
/** Length of each month in a leap year: the most a month can have while the year is not known. */
const LONGEST_MONTHS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

const isLeapYear = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

/** Days of a month, 1–12; of February 29 where the year is null. */
export const daysInMonth = (year: number | null, month: number): number =>
  month === 2 && year !== null && !isLeapYear(year) ? 28 : (LONGEST_MONTHS[month - 1] ?? 0);

/** Whether the day exists; a year that is not known may be a leap year. */
export const isCalendarDay = (year: number | null, month: number, day: number): boolean =>
  day >= 1 && day <= daysInMonth(year, month);

/** Milliseconds since 1970 of a day at 00:00 UTC; years below 100 are those years, not 19xx. */
const toTime = ({ year, month, day }: Day): number => {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return date.getTime();
};

const fromTime = (time: number): Day => {
  const date = new Date(time);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
};

/** The day `days` after (negative: before) `day`. */
export const addDays = (day: Day, days: number): Day => fromTime(toTime(day) + days * DAY_MS);

/** Days from `from` to `to`, negative where `to` is earlier. */
export const daysBetween = (from: Day, to: Day): number => Math.round((toTime(to) - toTime(from)) / DAY_MS);

/** 0 for Sunday to 6 for Saturday. */
export const weekdayOf = (day: Day): number => new Date(toTime(day)).getUTCDay();

/** The first day after `day` that falls on `weekday` (0–6). */
export const weekdayAfter = (day: Day, weekday: number): Day => addDays(day, ((weekday - weekdayOf(day) + 6) % 7) + 1);

/** The last day before `day` that falls on `weekday` (0–6). */
export const weekdayBefore = (day: Day, weekday: number): Day =>
  addDays(day, -(((weekdayOf(day) - weekday + 6) % 7) + 1));

/** Mean length of a Hijri year in days, and 1 Muharram of the year 1 (Julian 16 July 622) in proleptic Gregorian days. */
const HIJRI_YEAR_DAYS = 354.36667;
const HIJRI_EPOCH: Day = { year: 622, month: 7, day: 19 };

let formatter: Intl.DateTimeFormat | undefined;

/** A day in the Umm al-Qura calendar, the civil calendar of Saudi Arabia, by ICU. */
function toHijri(day: Day): Day {
  formatter ??= new Intl.DateTimeFormat('en-u-ca-islamic-umalqura-nu-latn', {
    timeZone: 'UTC',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
  });
  const parts = new Map(formatter.formatToParts(toTime(day)).map(({ type, value }) => [type, parseInt(value, 10)]));
  return { year: parts.get('year') ?? 0, month: parts.get('month') ?? 0, day: parts.get('day') ?? 0 };
}

/**
 * The Gregorian day of a Hijri one (Umm al-Qura), null where it does not exist (month 13, day 30 of a month of 29).
 * ICU converts only the other way, so this estimates and corrects: two or three steps.
 */
export function fromHijri(hijri: Day): Day | null {
  if (hijri.month < 1 || hijri.month > 12 || hijri.day < 1 || hijri.day > 30) return null;
  const ordinal = ({ year, month, day }: Day): number => year * HIJRI_YEAR_DAYS + (month - 1) * 29.53 + day;
  let day = addDays(HIJRI_EPOCH, Math.floor(ordinal(hijri) - HIJRI_YEAR_DAYS));
  for (let step = 0; step < 6; step++) {
    const found = toHijri(day);
    if (found.year === hijri.year && found.month === hijri.month && found.day === hijri.day) return day;
    const off = ordinal(hijri) - ordinal(found);
    day = addDays(day, Math.sign(off) * Math.max(1, Math.round(Math.abs(off))));
  }
  return null;
}

const pad = (n: number, width: number): string => String(n).padStart(width, '0');

/** `YYYY-MM-DD`, `YYYY-MM`, `YYYY`, or `--MM-DD` where the year is null; null where neither year nor day is known. */
export function isoValue(year: number | null, month: number | null, day: number | null): string | null {
  if (year === null) return month !== null && day !== null ? `--${pad(month, 2)}-${pad(day, 2)}` : null;
  const parts = [pad(year, 4)];
  if (month !== null) parts.push(pad(month, 2));
  if (month !== null && day !== null) parts.push(pad(day, 2));
  return parts.join('-');
}
