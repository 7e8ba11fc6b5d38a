import type { FoundDate } from '../corpus/date.js';
import { findDates, mayOpenDate } from '../corpus/dates.js';
import type { Document } from '../corpus/document.js';
import type { Span } from '../text/span.js';
import type { Sentence, Word } from './reading.js';

/** Dates of sentences already read: agreements, events and figures ask for the same ones. */
const datesOf = new WeakMap<Sentence, readonly FoundDate[]>();

const NO_DATES: readonly FoundDate[] = [];

/** The dates of a sentence, in offsets of the document. */
export function datesIn({ text }: Document, sentence: Sentence): readonly FoundDate[] {
  let dates = datesOf.get(sentence);
  if (!dates) {
    const within = datedStretch(sentence);
    dates = within === null ? NO_DATES : read(text, within, sentence);
    datesOf.set(sentence, dates);
  }
  return dates;
}

const read = (text: string, { start, end }: Span, { language }: Sentence): FoundDate[] =>
  findDates(text.slice(start, end), language).map((date) => ({
    ...date,
    start: date.start + start,
    end: date.end + start,
  }));

/** By the number of a word: whether a date can begin in it. */
const openers: (boolean | undefined)[] = [];

function opens({ number, lexeme, folded }: Word): boolean {
  if (number) return true;
  if (lexeme < 0) return mayOpenDate(folded);
  while (openers.length <= lexeme) openers.push(undefined);
  return (openers[lexeme] ??= mayOpenDate(folded));
}

/** How many words before and behind those in which a date can begin the grammar of dates looks at, at most. */
const [LOOKS_BACK, LOOKS_ON] = [4, 24];

/** The stretch of a sentence outside which no date stands; null where it has none. */
function datedStretch({ words, start, end }: Sentence): Span | null {
  const first = words.findIndex(opens);
  if (first < 0) return null;
  const last = words.findLastIndex(opens);
  const from = words[first - LOOKS_BACK];
  const to = words[last + LOOKS_ON];
  return { start: from ? from.start : start, end: to ? to.end : end };
}
