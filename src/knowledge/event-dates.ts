import type { FoundDate, PartialDate } from '../corpus/date.js';
import { datesIn, dateTold, type Told } from './agreement-draft.js';
import { eventPhrases } from './event-phrases.js';
import { evidenceOf, type Reading, type Sentence } from './reading.js';

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
  let dated: Map<string, Told<PartialDate>> | null = null;
  const read = (): Map<string, Told<PartialDate>> => {
    const found = new Map<string, Told<PartialDate>>();
    for (const sentence of sentences) {
      const phrases = eventPhrases(sentence).filter(({ key }) => key !== null);
      if (phrases.length === 0) continue;
      const dates = datesIn(document, sentence);
      for (const phrase of phrases) {
        const date = nearestDate(dates, phrase.start, phrase.end);
        const told = date && dateTold(date, document);
        if (told?.value != null && !found.has(phrase.key!))
          found.set(phrase.key!, { value: told, evidence: evidenceOf(sentence) });
      }
    }
    return found;
  };
  return {
    ofEventIn: (sentence) => {
      for (const { key } of eventPhrases(sentence)) {
        const told = key === null ? undefined : (dated ??= read()).get(key);
        if (told) return { value: { ...told.value, basis: 'inferred' }, evidence: told.evidence };
      }
      return null;
    },
  };
}
