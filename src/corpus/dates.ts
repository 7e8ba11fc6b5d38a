import type { Language } from '../text/language.js';
import type { FoundDate } from './date.js';
import { parseDate } from './date-grammar.js';
import { dateTokens, opensDate } from './date-words.js';

/** Code units read at a time, so that a text of one huge line needs no memory beyond itself. */
const WINDOW = 16_000;
/** How far before the window's end a sentence may end for the window to end there. */
const SLACK = 1000;
const SENTENCE_END = /[.!?؟\n]\s/g;

/** The end of the window that begins at `start`: a sentence's end, else white space, else simply its length. */
function windowEnd(text: string, start: number): number {
  const limit = start + WINDOW;
  if (limit >= text.length) return text.length;
  const last = text.slice(limit - SLACK, limit);
  const sentence = [...last.matchAll(SENTENCE_END)].at(-1);
  if (sentence) return limit - SLACK + sentence.index + 1;
  const space = last.search(/\s\S*$/);
  return space < 0 ? limit : limit - SLACK + space;
}

/**
 * Every date that `text` tells, in order, without overlap, in Arabic and English: days, ranges, months, years, weekdays
 * and times counted from the day of writing ("أمس الاثنين", "last year"). Offsets are those of `text`. A day that does
 * not exist and a weekday that is not that of its date are no dates. `language` decides 06/09/2025: the day comes first
 * in Arabic, while in English only the year is told. Takes time linear in the length of `text`.
 */
export function findDates(text: string, language: Language | null = null): FoundDate[] {
  const dates: FoundDate[] = [];
  for (let start = 0; start < text.length;) {
    const end = windowEnd(text, start);
    const tokens = dateTokens(text.slice(start, end), start);
    for (let i = 0; i < tokens.length;) {
      const token = tokens[i];
      const match = token && opensDate(token) ? parseDate(tokens, i, language) : null;
      if (match?.value) dates.push(match.value);
      i = match ? Math.max(i + 1, match.next) : i + 1;
    }
    start = end;
  }
  return dates;
}

/** Whether a date can begin in a word: where none can in any word of a text, `findDates` finds none there. */
export const mayOpenDate = (word: string): boolean => dateTokens(word).some(opensDate);
