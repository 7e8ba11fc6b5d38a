import {
  addDays,
  type Day,
  daysBetween,
  daysInMonth,
  isCalendarDay,
  isoValue,
  weekdayAfter,
  weekdayBefore,
  weekdayOf,
} from './calendar.js';
import type { FoundDate, PartialDate } from './date.js';

interface Anchor {
  readonly year: number | null;
  readonly month: number | null;
  readonly day: number | null;
}

const VALUE = /^(?:(\d{4})|-)(?:-(\d\d))?(?:-(\d\d))?$/;

/** The parts of a `PartialDate`'s value; null where it has none. */
function partsOf(value: string | null): Anchor | null {
  const [found, year, month, day] = VALUE.exec(value ?? '') ?? [];
  if (found === undefined) return null;
  const number = (digits: string | undefined): number | null => (digits === undefined ? null : Number(digits));
  return { year: number(year), month: number(month), day: number(day) };
}

const inferred = (
  value: string | null,
  precision: PartialDate['precision'],
  end?: string | null,
): PartialDate | null => (value === null ? null : { value, precision, basis: 'inferred', ...(end != null && { end }) });

const fullDay = ({ year, month, day }: Anchor): Day | null =>
  year !== null && month !== null && day !== null ? { year, month, day } : null;

const iso = ({ year, month, day }: Day): string | null => isoValue(year, month, day);

/**
 * What a found date means in a document written on `anchor`: "yesterday" is the day before it, "21 November" the
 * nearest one. `found.date` itself where it is complete; null where it needs an anchor that is missing or not precise
 * enough, or where the weekday it names is another day than it would be. What is worked out has basis `inferred`.
 */
export function resolveRelative(found: FoundDate, anchor: PartialDate | null): PartialDate | null {
  const { date, relative } = found;
  const written = partsOf(anchor?.value ?? null);
  if (date.value !== null && !date.value.startsWith('--')) return date;
  if (date.value !== null || found.month !== undefined) {
    // "12 يوليو الجاري" is still the twelfth of July where the year is not told
    if (written?.year == null) return date.value === null ? null : date;
    return withYear(found, { ...written, year: written.year });
  }
  if (!relative || !written) return null;
  switch (relative.unit) {
    case 'day':
      return relativeDay(found, written, relative.offset);
    case 'year':
      return written.year === null ? null : inferred(isoValue(written.year + relative.offset, null, null), 'year');
    case 'month':
      return relativeMonth(written, relative.offset);
    case 'week':
      return relativeWeek(written, relative.offset);
    case 'named':
      return namedWeekday(found, written, relative.offset);
  }
}

function relativeDay({ weekday }: FoundDate, written: Anchor, offset: number): PartialDate | null {
  const day = fullDay(written);
  if (day) {
    const meant = addDays(day, offset);
    return weekday === undefined || weekdayOf(meant) === weekday ? inferred(iso(meant), 'day') : null;
  }
  if (written.month === null || written.day === null) return null;
  // Without a year the month's length may be unknown (February), so only days of the same month can be told.
  const moved = written.day + offset;
  const shortest = written.month === 2 ? 28 : daysInMonth(null, written.month);
  return moved >= 1 && moved <= shortest ? inferred(isoValue(null, written.month, moved), 'day') : null;
}

function relativeMonth({ year, month }: Anchor, offset: number): PartialDate | null {
  if (year === null || month === null) return null;
  const count = year * 12 + month - 1 + offset;
  return inferred(isoValue(Math.floor(count / 12), (count % 12) + 1, null), 'month');
}

/** The seven days of the week before or after, Monday to Sunday; where weeks begin differs, so precision is a range. */
function relativeWeek(written: Anchor, offset: number): PartialDate | null {
  const day = fullDay(written);
  if (!day) return null;
  const monday = addDays(day, -((weekdayOf(day) + 6) % 7) + 7 * offset);
  return inferred(iso(monday), 'day', iso(addDays(monday, 6)));
}

function namedWeekday({ weekday }: FoundDate, written: Anchor, offset: number): PartialDate | null {
  const day = fullDay(written);
  if (!day || weekday === undefined || offset === 0) return null;
  return inferred(iso(offset < 0 ? weekdayBefore(day, weekday) : weekdayAfter(day, weekday)), 'day');
}

/** A month, or a day of a month, in the year it must be: counted from the anchor, or the nearest to it. */
function withYear(found: FoundDate, written: Anchor & { readonly year: number }): PartialDate | null {
  const { date, relative, weekday } = found;
  const told = partsOf(date.value);
  const month = told?.month ?? found.month ?? null;
  if (month === null) return null;
  const day = told?.day ?? null;
  const year =
    relative?.unit === 'year'
      ? written.year + relative.offset
      : nearestYear(month, day, written, relative?.offset ?? 0);
  if (year === null || (day !== null && !isCalendarDay(year, month, day))) return null;
  if (day !== null && weekday !== undefined && weekdayOf({ year, month, day }) !== weekday) return null;
  const last = partsOf(date.end ?? null);
  const endYear = last?.month != null && last.month < month ? year + 1 : year;
  const end = last?.month != null && last.day !== null ? isoValue(endYear, last.month, last.day) : null;
  return inferred(isoValue(year, month, day), date.precision, end);
}

/** The year that brings the month nearest to the anchor, on the side that `direction` tells. */
function nearestYear(
  month: number,
  day: number | null,
  written: Anchor & { readonly year: number },
  direction: number,
): number | null {
  if (written.month === null) return direction === 0 ? written.year : null;
  const from: Day = { year: written.year, month: written.month, day: written.day ?? 15 };
  const distances = [-1, 0, 1].map((step) => {
    const year = written.year + step;
    return {
      year,
      days: daysBetween(from, { year, month, day: day ?? 15 }),
      sameMonth: step === 0 && month === written.month,
    };
  });
  const possible = distances.filter(({ days, sameMonth }) =>
    direction === 0 ? true : day === null ? !sameMonth && days * direction > 0 : days * direction > 0,
  );
  return possible.sort((a, b) => Math.abs(a.days) - Math.abs(b.days))[0]?.year ?? null;
}
