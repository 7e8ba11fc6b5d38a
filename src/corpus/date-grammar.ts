import type { Language } from '../text/language.js';
import { buildDate, buildUndated, type Parts, type Read } from './date-build.js';
import {
  type DateTokens,
  dayWordAt,
  daysAt,
  directionAt,
  monthAt,
  type NumericDate,
  numericDateAt,
  plainYearAt,
  relativeSpanAt,
  type Year,
  yearAfter,
} from './date-parts.js';
import { type Match, type MonthName, wordAt, wordBefore } from './date-words.js';

/** Commas, brackets and small words between a weekday and its date, at most this many. */
const MOST_JOINS = 3;

/**
 * The date that begins at token `i`, null where none does. Looks at a bounded number of tokens, so that reading a text
 * takes time linear in its length.
 */
export function parseDate(tokens: DateTokens, i: number, language: Language | null): Read | null {
  return (
    relativeDay(tokens, i, language) ??
    weekdayDate(tokens, i, language) ??
    dayDate(tokens, i, language) ??
    partOfMonth(tokens, i) ??
    monthAlone(tokens, i) ??
    relativeSpan(tokens, i) ??
    yearAlone(tokens, i)
  );
}

const NOTHING: Omit<Parts, 'year' | 'month' | 'day'> = { calendar: 'gregorian' };

/** Parts of a month and the year after it: a Hijri month has a Hijri year, a civil one a civil year. */
function monthParts(name: MonthName, year: Year | null, rest: Pick<Parts, 'day' | 'last' | 'mid'>): Parts | null {
  if (year?.year != null && year.calendar !== name.calendar) return null;
  return { ...rest, calendar: name.calendar, month: name.month, year: year?.year ?? null, relative: year?.relative };
}

/** What follows a day and month: a year, or "الماضي" and the like. */
function afterMonth(tokens: DateTokens, i: number, { calendar }: MonthName): Match<Year> | null {
  const year = yearAfter(tokens, i, calendar);
  if (year) return year;
  const direction = directionAt(tokens, i);
  return (
    direction && {
      value: { year: null, calendar: 'gregorian', relative: { unit: 'named', offset: direction.value } },
      next: direction.next,
    }
  );
}

/** "الأول", "الرابع والخامس": days by ordinal words. */
function dayWordsAt(tokens: DateTokens, i: number): ReturnType<typeof daysAt> {
  const first = dayWordAt(tokens, i);
  if (!first) return null;
  const second = tokens[first.next]?.folded.startsWith('و') === true ? dayWordAt(tokens, first.next) : null;
  return second && second.value > first.value
    ? { value: { first: first.value, last: second.value }, next: second.next }
    : { value: { first: first.value }, next: first.next };
}

/** "18 نوفمبر 2022", "21 و22 نوفمبر/ تشرين الثاني", "الأول من مايو", "6th of September". */
function dayMonth(tokens: DateTokens, i: number): Match<Parts> | null {
  const digits = daysAt(tokens, i);
  const word = digits ? null : dayWordsAt(tokens, i);
  const days = digits ?? word;
  if (!days) return null;
  const join = wordAt('month-join', tokens, days.next, false);
  if (word && !join) return null;
  const month = monthAt(tokens, join?.next ?? days.next);
  if (!month) return null;
  const end = wordAt('month-join', tokens, month.next, false); // 12-May-2022
  const year =
    afterMonth(tokens, month.next, month.value) ?? (end && yearAfter(tokens, end.next, month.value.calendar));
  return withDays(month, year, days.value, month.next);
}

function withDays(
  month: Match<MonthName>,
  year: Match<Year> | null,
  { first, last }: { readonly first: number; readonly last?: number },
  next: number,
): Match<Parts> | null {
  const rest = { day: first, last: last === undefined ? undefined : { day: last } };
  const parts = monthParts(month.value, year?.value ?? null, rest);
  // A year of the other calendar belongs to something else.
  if (parts) return { value: parts, next: year?.next ?? next };
  const alone = monthParts(month.value, null, rest);
  return alone && { value: alone, next };
}

/** "September 6, 2025", "Nov 21-22": the English order. Arabic has it only with a year after it. */
function monthDay(tokens: DateTokens, i: number): Match<Parts> | null {
  const month = monthAt(tokens, i);
  const days = month && (daysAt(tokens, month.next) ?? daysBehindComma(tokens, month.next));
  if (!days) return null;
  const year = yearAfter(tokens, days.next, month.value.calendar);
  const english = /^[a-z]/.test(tokens[i]?.folded ?? '');
  return english || year?.value.year != null ? withDays(month, year, days.value, days.next) : null;
}

/** "July, 18, 2023": a comma behind the month as well as behind the day, as some agencies write it. */
function daysBehindComma(tokens: DateTokens, i: number): ReturnType<typeof daysAt> {
  const days = tokens[i]?.folded === ',' ? daysAt(tokens, i + 1) : null;
  return days && tokens[days.next]?.folded === ',' && yearAfter(tokens, days.next, 'gregorian') ? days : null;
}

/** Which number is the day: told by the year's place, by a number over 12, by points, by the language; else unknown. */
function numericParts(
  { numbers: [a, b, c], yearFirst, separator, hijri }: NumericDate,
  language: Language | null,
): Parts {
  const calendar = hijri ? 'hijri' : 'gregorian';
  if (yearFirst) return { calendar, year: a, month: b, day: c };
  if (hijri || language === 'ar' || separator === '.' || a === b || a > 12)
    return { calendar, year: c, month: b, day: a };
  if (b > 12) return { calendar, year: c, month: a, day: b };
  return { calendar, year: c, month: null, day: null };
}

function numericDate(tokens: DateTokens, i: number, language: Language | null): Match<Parts> | null {
  const numeric = numericDateAt(tokens, i);
  if (!numeric) return null;
  const arabicDigits = /^[٠-٩]/.test(tokens[i]?.raw ?? '');
  return { value: numericParts(numeric.value, arabicDigits ? 'ar' : language), next: numeric.next };
}

/** A day with its month, in any order. */
const dayParts = (tokens: DateTokens, i: number, language: Language | null): Match<Parts> | null =>
  numericDate(tokens, i, language) ?? dayMonth(tokens, i) ?? monthDay(tokens, i);

/** "28 November to 2 December 2022": two days of different months, the first with the year of the second. */
function acrossMonths(tokens: DateTokens, first: Match<Parts>): Match<Parts> {
  const { value: from, next } = first;
  const join =
    from.last || from.calendar === 'hijri' || from.day === null ? null : wordAt('range-join', tokens, next, false);
  const to = join && (dayMonth(tokens, join.next) ?? monthDay(tokens, join.next));
  if (!to || to.value.last || to.value.calendar === 'hijri' || to.value.day === null || to.value.month === null)
    return first;
  const { day, month, year, relative } = to.value;
  const turn = from.month !== null && from.month > month ? 1 : 0;
  const startYear = from.year ?? (year === null ? null : year - turn);
  const endYear = year ?? (from.year === null ? null : from.year + turn);
  return {
    value: { ...from, year: startYear, relative: from.relative ?? relative, last: { day, month, year: endYear } },
    next: to.next,
  };
}

function dayDate(tokens: DateTokens, i: number, language: Language | null, from = i, weekday?: number): Read | null {
  const parts = dayParts(tokens, i, language);
  if (!parts) return null;
  const { value, next } = acrossMonths(tokens, parts);
  // "18 نوفمبر (الجمعة)"
  const bracketed = tokens[next]?.folded === '(' ? weekdayAt(tokens, next + 1) : null;
  const closed = bracketed && tokens[bracketed.next]?.folded === ')' ? bracketed : null;
  return buildDate(tokens, from, closed ? closed.next + 1 : next, { ...value, weekday: weekday ?? closed?.value });
}

function weekdayAt(tokens: DateTokens, i: number, short = false): Match<number> | null {
  const found =
    wordAt('weekday', tokens, i) ?? (short && tokens[i]?.capital ? wordAt('weekday-short', tokens, i) : null);
  return found && { value: Number(found.value), next: found.next };
}

/** Past commas, brackets and "الموافق" from `i`. */
function skipJoins(tokens: DateTokens, i: number): number {
  let next = i;
  for (let n = 0; n < MOST_JOINS; n++) next = wordAt('weekday-join', tokens, next, false)?.next ?? next;
  return next;
}

/** "الجمعة 18 نوفمبر 2022", "Monday and Tuesday, 21-22 November", "الجمعة الماضي", "next Monday", "Friday". */
function weekdayDate(tokens: DateTokens, i: number, language: Language | null): Read | null {
  const before = directionAt(tokens, i);
  const weekday = weekdayAt(tokens, before?.next ?? i, before === null);
  if (!weekday) return null;
  const { value, next } = weekday;
  if (before)
    return buildUndated(tokens, i, next, { weekday: value, relative: { unit: 'named', offset: before.value } });
  const and = wordAt('day-join', tokens, next, false);
  const second = weekdayAt(tokens, next) ?? (and && weekdayAt(tokens, and.next));
  const dated = dayDate(tokens, skipJoins(tokens, second?.next ?? next), language, i, value);
  if (dated) return dated;
  if (!wordAt('weekday', tokens, i) || wordBefore('not-weekday-after', tokens, i)) return null;
  const after = /^[a-z]/.test(tokens[i]?.folded ?? '') ? null : directionAt(tokens, next);
  if (!after) return buildUndated(tokens, i, next, { weekday: value });
  return buildUndated(tokens, i, after.next, { weekday: value, relative: { unit: 'named', offset: after.value } });
}

/** "اليوم" as an adverb, not as the noun of "في اليوم التالي" or "اليوم العالمي". */
function isToday(tokens: DateTokens, i: number): boolean {
  const word = tokens[i]?.folded ?? '';
  return (
    !/^[بلك]/.test(word) && !wordBefore('not-today-after', tokens, i) && !wordAt('not-today-before', tokens, i + 1)
  );
}

/** "اليوم الجمعة", "أمس (الاثنين)", "yesterday, Monday"; with a date after it the date is told: "today, 6 September". */
function relativeDay(tokens: DateTokens, i: number, language: Language | null): Read | null {
  const found = wordAt('day', tokens, i);
  if (!found) return null;
  const offset = Number(found.value);
  if (offset === 0 && !isToday(tokens, i)) return null;
  const joined = skipJoins(tokens, found.next);
  const weekday = weekdayAt(tokens, joined);
  const dated = dayDate(tokens, weekday ? skipJoins(tokens, weekday.next) : joined, language, i, weekday?.value);
  if (dated) return dated;
  const closing = weekday && tokens[joined - 1]?.folded === '(' && tokens[weekday.next]?.folded === ')' ? 1 : 0;
  return buildUndated(tokens, i, weekday ? weekday.next + closing : found.next, {
    weekday: weekday?.value,
    relative: { unit: 'day', offset },
  });
}

/** "منتصف شهر نوفمبر/ تشرين الثاني من العام الماضي", "mid-November 2021", "early May", "mid-2022". */
function partOfMonth(tokens: DateTokens, i: number): Read | null {
  const mid = wordAt('mid', tokens, i);
  const part = mid ?? wordAt('part', tokens, i);
  if (!part) return null;
  const start = wordAt('month-join', tokens, part.next, false)?.next ?? part.next;
  const month = monthAt(tokens, start);
  if (!month) {
    const year = plainYearAt(tokens, wordAt('year-noun', tokens, start)?.next ?? start);
    return year && buildDate(tokens, i, year.next, { ...NOTHING, ...year.value, month: null, day: null });
  }
  const year = afterMonth(tokens, month.next, month.value);
  const parts = monthParts(month.value, year?.value ?? null, { day: null, mid: mid !== null });
  return parts && buildDate(tokens, i, year?.next ?? month.next, parts);
}

/** "نوفمبر 2022", "November last year", "last May", "in May"; a name that is also a word needs its proof. */
function monthAlone(tokens: DateTokens, i: number): Read | null {
  const before = directionAt(tokens, i);
  const month = monthAt(tokens, before?.next ?? i);
  // "32 مايو" is no day, and no word about May either.
  if (!month || (tokens[i - 1]?.kind === 'number' && (tokens[i - 1]?.folded.length ?? 0) < 4)) return null;
  const year = before
    ? {
        value: {
          year: null,
          calendar: 'gregorian' as const,
          relative: { unit: 'named' as const, offset: before.value },
        },
        next: month.next,
      }
    : afterMonth(tokens, month.next, month.value);
  if (!year) {
    const noun = wordAt('month-noun', tokens, i) !== null;
    const proven =
      month.value.proof === 'none' || (month.value.proof === 'day' && (noun || wordBefore('before-month', tokens, i)));
    if (!proven) return null;
  }
  const parts = monthParts(month.value, year?.value ?? null, { day: null });
  return parts && buildDate(tokens, i, year?.next ?? month.next, parts);
}

function relativeSpan(tokens: DateTokens, i: number): Read | null {
  const span = relativeSpanAt(tokens, i);
  return span && buildUndated(tokens, i, span.next, { relative: span.value });
}

/** "عام 2022", "عامي 2021 و2022", "in 2022,", "2021-2023", "سنة 1436 هـ". */
function yearAlone(tokens: DateTokens, i: number): Read | null {
  const noun = wordAt('year-noun', tokens, i);
  const first = plainYearAt(tokens, noun?.next ?? i);
  if (!first) return null;
  const join = wordAt(noun ? 'day-join' : 'range-join', tokens, first.next, false);
  const second = join && plainYearAt(tokens, join.next, first.value.calendar);
  const range =
    second && first.value.calendar === second.value.calendar && (first.value.year ?? 0) < (second.value.year ?? 0);
  if (!noun && !range && !isYear(tokens, i, first.next)) return null;
  const parts: Parts = { ...NOTHING, ...first.value, month: null, day: null };
  const read = buildDate(tokens, i, range ? second.next : first.next, parts);
  if (!range || !read.value || second.value.year === null || parts.calendar === 'hijri') return read;
  return {
    ...read,
    value: { ...read.value, kind: 'range', date: { ...read.value.date, end: String(second.value.year) } },
  };
}

/** Four digits without "عام" are a year after a preposition, where no counted noun follows ("in 2000 villages"). */
function isYear(tokens: DateTokens, i: number, next: number): boolean {
  if (!wordBefore('before-year', tokens, i)) return false;
  const after = tokens[next];
  if (after?.kind !== 'word') return after?.kind !== 'number';
  return (
    wordAt('after-year', tokens, next) !== null ||
    /^(?:ال|وال)/.test(after.folded) ||
    (/^[a-z]/.test(after.folded) && after.capital)
  );
}
