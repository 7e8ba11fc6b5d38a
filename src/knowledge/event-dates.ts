import type { FoundDate, PartialDate } from '../corpus/date.js';
import { anchorOf, dateTold, type Told } from './agreement-draft.js';
import { eventPhrases } from './event-phrases.js';
import { evidenceOf, type Reading, type Sentence } from './reading.js';
import { datesIn } from './sentence-dates.js';

/** How far, in code units, a date may stand from what it dates. */
const REACH = 160;

const distance = (date: FoundDate, start: number, end: number): number =>
  date.start >= end ? date.start - end : Math.max(0, start - date.end);

/** The date nearest to the span of a verb or noun, of those a sentence tells; days before months before years. */
export function nearestDate(dates: readonly FoundDate[], start: number, end: number): FoundDate | null {
  // "World Cup 2022": a date joined to the name is its own.
  const own = dates.find((date) => distance(date, start, end) <= 1);
  if (own) return own;
  const near = dates.filter((date) => distance(date, start, end) <= REACH);
  // A bare year is more often part of a name ("World Cup 2022") than the time of an event.
  const precise = near.filter(({ kind }) => kind !== 'year');
  const from = precise.length > 0 ? precise : near;
  return from.reduce<FoundDate | null>(
    (best, date) => (best === null || distance(date, start, end) < distance(best, start, end) ? date : best),
    null,
  );
}

/** Dates of a document's events, by what the events are called there. */
export interface EventDates {
  /** The date of an event that the sentence names, from another sentence of the same document that dates it. */
  readonly ofEventIn: (sentence: Sentence) => Told<PartialDate> | null;
}

/** Reads which events of a document are dated: "the fourth strategic dialogue was held in mid-November". */
export function eventDates({ document, sentences }: Reading): EventDates {
  const dated = new Map<string, Told<PartialDate> | null>();
  const dateOf = (key: string): Told<PartialDate> | null => {
    for (const sentence of sentences)
      for (const phrase of eventPhrases(sentence)) {
        if (phrase.key !== key) continue;
        const dates = datesIn(document, sentence);
        const date = nearestDate(dates, phrase.start, phrase.end);
        const told = date && dateTold(date, anchorOf(document, sentence, dates), 'past');
        if (told?.value != null) return { value: told, evidence: evidenceOf(sentence) };
      }
    return null;
  };
  return {
    ofEventIn: (sentence) => {
      for (const { key } of eventPhrases(sentence)) {
        if (key === null) continue;
        if (!dated.has(key)) dated.set(key, dateOf(key));
        const told = dated.get(key);
        if (told) return { value: { ...told.value, basis: 'inferred' }, evidence: told.evidence };
      }
      return null;
    },
  };
}
