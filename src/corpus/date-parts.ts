import type { RelativeTime } from './date.js';
import { type DateToken, type Match, type MonthName, monthNameAt, wordAt } from './date-words.js';

export type DateTokens = readonly DateToken[];

/** Years that are taken for such, of the Gregorian and of the Hijri calendar. */
const YEARS = { from: 1000, to: 2199 } as const;
const HIJRI_YEARS = { from: 1200, to: 1500 } as const;
/** At most this many days are joined ("20، 21 و22"). */
const MOST_DAYS = 5;

const within = (n: number, { from, to }: { readonly from: number; readonly to: number }): boolean =>
  n >= from && n <= to;

/** Whether token `i` follows the one before it without white space. */
export const adjacent = (tokens: DateTokens, i: number): boolean =>
  tokens[i] !== undefined && tokens[i - 1]?.end === tokens[i]?.start;

const isMark = (token: DateToken | undefined, marks: string): boolean =>
  token?.kind === 'mark' && marks.includes(token.folded);

/** "27,2023": four digits right behind a comma are a year; thousands have three. */
const isYearBehindComma = (tokens: DateTokens, i: number): boolean =>
  tokens[i]?.kind === 'number' && tokens[i].folded.length === 4 && isMark(tokens[i - 1], ',');

/** Whether the number at `i` is a piece of something longer: 3.5, 10:45, G20, COVID-19, 5 %. */
function isPiece(tokens: DateTokens, i: number): boolean {
  const [before, after] = [tokens[i - 1], tokens[i + 1]];
  if (isMark(after, '%٪')) return true;
  if (adjacent(tokens, i) && !isYearBehindComma(tokens, i)) {
    if (before?.kind === 'word' && before.folded.length > 1) return true;
    if (isMark(before, '.,:٫٬/-') && adjacent(tokens, i - 1)) {
      const kind = tokens[i - 2]?.kind;
      if (kind === 'number' && !isMark(before, '-')) return true;
      if (kind === 'word' && isMark(before, '-') && !monthNameAt(tokens, i - 2)) return true;
    }
  }
  return (
    adjacent(tokens, i + 1) &&
    isMark(after, '.,:٫٬/') &&
    adjacent(tokens, i + 2) &&
    tokens[i + 2]?.kind === 'number' &&
    !isYearBehindComma(tokens, i + 2)
  );
}

function numberAt(tokens: DateTokens, i: number): number | null {
  const token = tokens[i];
  return token?.kind === 'number' && token.folded.length <= 4 && !isPiece(tokens, i) ? Number(token.folded) : null;
}

/** A day of the month: digits, with or without an English ordinal ending. */
function dayAt(tokens: DateTokens, i: number): Match<number> | null {
  const number = numberAt(tokens, i);
  if (number === null || number < 1 || number > 31 || (tokens[i]?.folded.length ?? 0) > 2) return null;
  const ordinal = adjacent(tokens, i + 1) ? wordAt('ordinal', tokens, i + 1, false) : null;
  return { value: number, next: ordinal?.next ?? i + 1 };
}

/** "الأول", "الحادي والعشرين": an Arabic ordinal number up to 31; a day of a month only before "من". */
export function dayWordAt(tokens: DateTokens, i: number): Match<number> | null {
  const word = wordAt('day-word', tokens, i);
  if (!word) return null;
  const tens = wordAt('tens-word', tokens, word.next, false);
  const value = Number(word.value) + Number(tens?.value ?? 0);
  return value <= 31 ? { value, next: tens?.next ?? word.next } : null;
}

/** Days that share a month: "21 و22", "21-22", "5 to 9": the first, and the last where there are several. */
export function daysAt(
  tokens: DateTokens,
  i: number,
): Match<{ readonly first: number; readonly last?: number }> | null {
  const first = dayAt(tokens, i);
  if (!first) return null;
  let { value: last, next } = first;
  for (let n = 1; n < MOST_DAYS; n++) {
    const join = wordAt('day-join', tokens, next, false);
    const second = join && wordAt('day-join', tokens, join.next, false); // "20, and 21"
    const day = join && dayAt(tokens, second?.next ?? join.next);
    if (!day || day.value <= last) break;
    ({ value: last, next } = day);
  }
  return { value: { first: first.value, ...(last > first.value && { last }) }, next };
}

/** English names that are words when they have no capital letter. */
const NEEDS_CAPITAL = new Set(['may', 'march', 'mar', 'dec', 'jan', 'sep', 'jun']);

/** A month, also after "شهر" and with its name in a second system: "نوفمبر/ تشرين الثاني", "تشرين الثاني (نوفمبر)". */
export function monthAt(tokens: DateTokens, i: number): Match<MonthName> | null {
  const start = wordAt('month-noun', tokens, i)?.next ?? i;
  const name = monthNameAt(tokens, start);
  const token = tokens[start];
  if (!name || !token || (!token.capital && NEEDS_CAPITAL.has(token.folded))) return null;
  let { next } = name;
  // The point of an abbreviation (Sept. 6), not the end of a sentence.
  if (isMark(tokens[next], '.') && token.folded.length <= 4 && tokens[next + 1]?.kind === 'number') next++;
  const joined = isMark(tokens[next], '/(-');
  const second = monthNameAt(tokens, joined ? next + 1 : next);
  if (second?.value.month === name.value.month && second.value.calendar === name.value.calendar) {
    const bracketed = isMark(tokens[next], '(') && isMark(tokens[second.next], ')');
    next = bracketed ? second.next + 1 : second.next;
  }
  return { value: name.value, next };
}

export interface Year {
  /** Null where it is counted from the day of writing. */
  readonly year: number | null;
  readonly calendar: MonthName['calendar'];
  readonly relative?: RelativeTime;
}

/**
 * Four digits that can be a year, with the era after them: "2022م", "١٤٣٦هـ", "1436 AH". Without an era the calendar is
 * that of the month beside it; a year alone is Gregorian, but in Arabic those that could be Hijri are not decided.
 */
export function plainYearAt(
  tokens: DateTokens,
  i: number,
  calendar: Year['calendar'] | null = null,
): Match<Year> | null {
  const year = numberAt(tokens, i);
  if (year === null || tokens[i]?.folded.length !== 4) return null;
  const era = wordAt('era', tokens, i + 1, false);
  const told = (era?.value as Year['calendar'] | undefined) ?? calendar;
  const undecided = told === null && within(year, HIJRI_YEARS) && !/^[a-z]/.test(tokens[i - 1]?.folded ?? '');
  if (undecided || !within(year, told === 'hijri' ? HIJRI_YEARS : YEARS)) return null;
  return { value: { year, calendar: told ?? 'gregorian' }, next: era?.next ?? i + 1 };
}

/** A year after a day or month of `calendar`: "2022", ", 2022", "من عام 2022", "of last year", "من العام الماضي". */
export function yearAfter(tokens: DateTokens, i: number, calendar: Year['calendar']): Match<Year> | null {
  const join = wordAt('year-join', tokens, i, false);
  for (const from of join ? [join.next, i] : [i]) {
    const span = relativeSpanAt(tokens, from);
    if (span?.value.unit === 'year')
      return { value: { year: null, calendar: 'gregorian', relative: span.value }, next: span.next };
    const year = plainYearAt(tokens, wordAt('year-noun', tokens, from)?.next ?? from, calendar);
    if (year) return year;
  }
  return null;
}

const DIRECTIONS = ['past', 'present', 'future'] as const;

/** "الماضي", "next": -1, 0 or 1. */
export function directionAt(tokens: DateTokens, i: number): Match<number> | null {
  for (const name of DIRECTIONS) {
    const found = wordAt(name, tokens, i, false);
    if (found) return { value: Number(found.value), next: found.next };
  }
  return null;
}

/** "العام الماضي", "هذا الشهر", "last week": a span of time counted from the day of writing. */
export function relativeSpanAt(tokens: DateTokens, i: number): Match<RelativeTime> | null {
  const unitFirst = wordAt('unit', tokens, i);
  if (unitFirst) {
    // English puts the direction before the unit: "the year last" is none.
    const direction = /^[a-z]/.test(tokens[i]?.folded ?? '') ? null : directionAt(tokens, unitFirst.next);
    return direction && relative(unitFirst.value, direction);
  }
  const here = wordAt('this', tokens, i);
  const direction = here ? { value: Number(here.value), next: here.next } : directionAt(tokens, i);
  const unit = direction && wordAt('unit', tokens, direction.next, false);
  return unit && relative(unit.value, { value: direction.value, next: unit.next });
}

const relative = (unit: string, { value, next }: Match<number>): Match<RelativeTime> => ({
  value: { unit: unit as RelativeTime['unit'], offset: value },
  next,
});

/** A day, month and year in digits, in the order they are written. */
export interface NumericDate {
  readonly numbers: readonly [number, number, number];
  /** Where the four digits of the year stand. */
  readonly yearFirst: boolean;
  readonly separator: string;
  readonly hijri: boolean;
}

/** "2025-09-06", "06/09/2025", "6.9.2025", "١٤/١٠/١٤٣٦هـ". */
export function numericDateAt(tokens: DateTokens, i: number): Match<NumericDate> | null {
  const [a, mark, b, mark2, c] = tokens.slice(i, i + 5);
  if (!a || !mark || !b || !mark2 || !c || a.kind !== 'number' || b.kind !== 'number' || c.kind !== 'number')
    return null;
  if (!isMark(mark, '/-.؍') || mark.folded !== mark2.folded || b.folded.length > 2) return null;
  const yearFirst = a.folded.length === 4 && c.folded.length <= 2;
  if (!yearFirst && !(a.folded.length <= 2 && c.folded.length === 4)) return null;
  // One piece more (an address, a version, a telephone number) and it is no date.
  const isNumber = (k: number): boolean => tokens[k]?.kind === 'number';
  if (
    (adjacent(tokens, i + 6) && isMark(tokens[i + 5], '/-.') && isNumber(i + 6)) ||
    (adjacent(tokens, i) && isMark(tokens[i - 1], '/-.') && isNumber(i - 2))
  )
    return null;
  const year = Number(yearFirst ? a.folded : c.folded);
  const era = wordAt('era', tokens, i + 5, false);
  const hijri = era ? era.value === 'hijri' : within(year, HIJRI_YEARS);
  if (!within(year, hijri ? HIJRI_YEARS : YEARS)) return null;
  return {
    value: {
      numbers: [Number(a.folded), Number(b.folded), Number(c.folded)],
      yearFirst,
      separator: mark.folded,
      hijri,
    },
    next: era?.next ?? i + 5,
  };
}
