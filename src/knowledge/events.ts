import type { FoundDate, PartialDate } from '../corpus/date.js';
import type { Corpus } from '../corpus/document.js';
import type { Span } from '../text/span.js';
import { anchorOf, dateTold, isPossible } from './agreement-draft.js';
import { headKinds } from './agreement-nouns.js';
import { lettersEnd } from './agreement-phrases.js';
import { tagAgreementWords } from './agreement-words.js';
import { clauseOpeners, isLimit } from './arabic-agreements.js';
import { nearestDate } from './event-dates.js';
import { type EventPhrase, eventPhrases, type EventVerb, eventVerbs } from './event-phrases.js';
import { AWAITED_ACTS, isComing, isMain, isNounAlike, isPast, isProgressive, isSpending, isToCome, isToldAgain, isUnreal, STRONG } from './event-verbs.js'; // prettier-ignore
import type { Event, Evidence } from './knowledge.js';
import { partiesNamed } from './parties.js';
import type { Clitics } from './phrases.js';
import { evidenceOf, type Reading, readingsOf, type Sentence } from './reading.js';
import { datesIn } from './sentence-dates.js';

/** One event for so many paragraphs of a document at most, the surest first; English ones are shorter. */
const PARAGRAPHS_AN_EVENT = { ar: 2.5, en: 2 } as const;
const LONGEST_TITLE = 18;
/** Between a verb such as "held" and the event that it tells of, in words. */
const HOLD_REACH = 16;

interface Candidate {
  readonly event: string;
  readonly key: string | null;
  readonly definite: boolean;
  readonly title: string;
  readonly date: PartialDate | null;
  /** Where it was, read only for what is kept. */
  readonly place: () => string | null;
  readonly score: number;
  /** Code units between it and its date. */
  readonly away: number;
  readonly sentence: Sentence;
}

interface Entry {
  event: string;
  keys: Set<string>;
  title: string;
  date: PartialDate | null;
  place: string | null;
  score: number;
  evidence: Evidence[];
  index: number;
}

const HARD = /[;؛:!?؟]/;
/** Between a paper and the word that tells its signing, in words. */
const PAPER_REACH = 8;

/** "متم غشت من كل سنة": what comes again and again is no event. */
const isYearly = ({ words }: Sentence): boolean =>
  words.some(({ folded }, i) => folded === 'كل' && /^(?:سنه|عام|شهر|اسبوع|يوم)$/.test(words[i + 1]?.folded ?? ''));

/** "دعت إلى اعتصام يوم الجمعة": called for, and so to come. */
const isCalledFor = ({ words, language }: Sentence, { event, from }: EventPhrase): boolean =>
  language === 'ar' &&
  event === 'protest' &&
  words
    .slice(Math.max(0, from - CALLED_REACH), from)
    .some(({ folded }) => /^[وف]?(?:[يت]دعو|دعا|دعت|دعوا)$/.test(folded));
const CALLED_REACH = 12;

/** How many letters of a noun's first word are clitics; the article joined to ل cannot be parted. */
const clitics = ({ conjunction, preposition, article }: Clitics): number =>
  (conjunction ? 1 : 0) + (preposition !== '' && !(preposition === 'ل' && article) ? 1 : 0);

/** Whether a date lies after the day of writing: then an Arabic present tense tells what is to come. */
const isAfter = (date: PartialDate | null, anchor: PartialDate | null): boolean =>
  date?.value != null &&
  anchor?.value != null &&
  /^\d/.test(date.value) === /^\d/.test(anchor.value) &&
  date.value > anchor.value;

/** The clause of a verb as a title: in Arabic from the verb on, in English with its subject, to the next comma. */
function clauseOf(
  { words, language, start }: Sentence,
  { from, to, skip }: EventVerb & { readonly skip: number },
  text: string,
): string {
  let first = from;
  if (language === 'en')
    while (
      first > 0 &&
      from - first < 12 &&
      !/[,;:–]/.test(words[first]!.gap) &&
      !/^(?:that|which|who|while|when)$/.test(words[first - 1]!.folded) &&
      !(words[first - 1]!.folded === 'and' && !words[first]!.capital)
    )
      first--;
  let last = to;
  while (last < words.length && last - first < LONGEST_TITLE) {
    const { gap } = words[last]!;
    if (HARD.test(gap) || (/[,،]/.test(gap) && last - first >= 8)) break;
    last++;
  }
  const { start: begin, raw } = words[first]!;
  return text.slice(Math.max(start, begin + (first === from ? lettersEnd(raw, skip) : 0)), words[last - 1]!.end);
}

/** A place stands at most so many words after the event, or before it. */
const PLACE_REACH = 8;

/** Where it was: the city or country after "in" and its like that stands nearest after words `from` to `to`, else before. */
function placeOf(sentence: Sentence, from: number, to: number, text: string): string | null {
  const { words } = sentence;
  const places = partiesNamed(sentence).filter((party) => {
    if (party.kind !== 'city' && party.kind !== 'country') return false;
    const { folded, arabic, start } = words[party.from]!;
    const before = words[party.from - 1]?.folded ?? '';
    if (!arabic) return before === 'in' || (before === 'at' && party.kind === 'city');
    return /^[وف]?في$|^(?:[بو]?مدينه|[بو]?العاصمه)$/.test(before) || (folded.startsWith('ب') && party.start > start);
  });
  const after = places.find((place) => place.from >= from && place.from - to <= PLACE_REACH);
  const found = after ?? places.find((place) => place.to <= from && from - place.to <= PLACE_REACH);
  return found ? text.slice(found.start, found.end) : null;
}

/** A noun alone is no title: with the verb before it, or what follows it to the second comma. */
function titleOf({ words }: Sentence, phrase: EventPhrase, holding: EventVerb | undefined, text: string): string {
  if (phrase.to - phrase.from > 2) return text.slice(phrase.start, phrase.end);
  if (holding && holding.to <= phrase.from && phrase.to - holding.from <= LONGEST_TITLE)
    return text.slice(words[holding.from]!.start + (holding.joined ? 1 : 0), phrase.end);
  // "زيارة تمتد", "دخول اتفاق": an indefinite second word wants more
  const second = words[phrase.from + 1];
  const short = second?.arabic === true && phrase.noun === phrase.from && !/^(?:و|ال|لل)/.test(second.folded);
  if (phrase.to - phrase.from > 1 && !short) return text.slice(phrase.start, phrase.end);
  let to = phrase.to;
  let commas = 0;
  for (; to < words.length && to - phrase.from < LONGEST_TITLE; to++) {
    const { gap } = words[to]!;
    if (HARD.test(gap) || (/[,،]/.test(gap) && ++commas > 1)) break;
  }
  return text.slice(phrase.start, words[to - 1]!.end);
}

/** What has happened does not lie in the future. */
const isDateOf = (date: PartialDate | null, verb: EventVerb, coming: boolean, anchor: PartialDate | null): boolean =>
  date === null || coming || verb.future || isPossible(date, anchor, 'past');

const SAME_DAY =
  /^(?:later )?(?:on |also on |meanwhile on )?the same day\b|^و?(?:في )?(?:(?:نفس|ذات) اليوم|اليوم (?:نفسه|ذاته))(?= |$)/;
/** "On the same day, …": the day of the event told before. */
const isSameDay = ({ words }: Sentence): boolean =>
  SAME_DAY.test(
    words
      .slice(0, 6)
      .map(({ folded }) => folded)
      .join(' '),
  );

/** How near to a verb of saying its date stands, in code units: what is said has dates of its own. */
const SAID_REACH = 30;
const isBeside = (date: Span, start: number, end: number, text: string): boolean =>
  date.start <= end + SAID_REACH &&
  date.end >= start - SAID_REACH &&
  !/\b(?:that|would|will|had)\b/.test(text.slice(end, Math.max(end, date.start)));

/** "defer the decision until 31 December": how long something lasts. */
function isUntil({ words }: Sentence, { start }: FoundDate): boolean {
  const at = words.findIndex((word) => word.start >= start);
  return /^(?:until|till|through)$/.test(words[at - 1]?.folded ?? '');
}

/** "GENEVA, 18 December – Three days after the storm …": the day of the dateline is not that of the storm. */
const AFTERWARDS = /^(?:days?|weeks?|months?|years?|hours?)$/;
function withoutDateline({ words, start }: Sentence, dates: readonly FoundDate[]): readonly FoundDate[] {
  const [first] = dates;
  if (!first || first.start - start > DATELINE) return dates;
  const next = words.findIndex((word) => word.start >= first.end);
  if (next < 0 || !/[–:]/.test(words[next]!.gap)) return dates;
  const after = words.slice(next, next + 4).findIndex(({ folded }) => AFTERWARDS.test(folded));
  return after >= 0 && /^(?:after|before|since)$/.test(words[next + after + 1]?.folded ?? '') ? dates.slice(1) : dates;
}

/** A dateline ends within so many code units. */
const DATELINE = 60;

/** What somebody says is an event where nothing else in the sentence is one. */
const SPEECH = 1.6;
/** What the main verb tells without a date stands below what has one. */
const UNDATED = 0.45;

/** The events that one sentence tells, each with how sure it is that it is one. */
function candidatesOf(reading: Reading, sentence: Sentence, lastDay: PartialDate | null): Candidate[] {
  const { document } = reading;
  const phrases = eventPhrases(sentence);
  const verbs = eventVerbs(sentence);
  if (phrases.length === 0 && verbs.length === 0) return [];
  const { text } = document;
  const found = datesIn(document, sentence);
  const dates = withoutDateline(sentence, found);
  const anchor = anchorOf(document, sentence, found);
  const signings = verbs.filter(({ told }) => told).map(({ from }) => sentence.words[from]!.start);
  const openers = sentence.language === 'ar' && dates.length > 0 ? clauseOpeners(sentence) : [];
  /** Without dates until which something lasts, those of another clause and of a signing told between: "… اتفاق السلام الموقع في 2020". */
  const datesFor = (start: number, end: number): readonly FoundDate[] =>
    sentence.language === 'ar' && dates.length > 0
      ? dates.filter(
          (date) =>
            !isLimit(sentence, date.start) &&
            !signings.some((at) => at >= end && at > start && at < date.start) &&
            !openers.some((at) => (at >= end && at < date.start) || (at >= date.end && at < start)),
        )
      : dates.filter((date) => !isUntil(sentence, date));
  const sameDay = dates.length === 0 && isSameDay(sentence) ? lastDay : null;
  const dateOf = (start: number, end: number, future: boolean): PartialDate | null => {
    const nearest = nearestDate(datesFor(start, end), start, end);
    return nearest ? dateTold(nearest, anchor, future ? 'future' : 'past') : sameDay;
  };
  /** Of two equally sure events of a sentence the one nearer to its date is dated by it. */
  const awayFrom = (start: number, end: number): number => {
    const found = dates.length > 0 ? nearestDate(datesFor(start, end), start, end) : null;
    if (found === null) return 0;
    // what stands after the date is dated by it less often in Arabic, where the verb comes first
    if (found.end <= start) return sentence.language === 'ar' ? 20 + 3 * (start - found.end) : start - found.end;
    return Math.max(found.start - end, 0);
  };
  const certainty = (date: PartialDate | null): number =>
    date === null ? 0 : date.value === null ? 1.5 : date.precision === 'year' ? 1 : 2;
  const candidates: Candidate[] = [];
  const announced = isComing(sentence);
  const future = announced || verbs.some((verb) => verb.future);
  for (const phrase of phrases) {
    const holding = verbs.find((verb) => verb.type === 'hold' && isNear(verb, phrase));
    const told: PartialDate | null =
      phrase.year === null
        ? dateOf(phrase.start, phrase.end, future || isCalledFor(sentence, phrase) || isContinuing(sentence, holding))
        : { value: phrase.year, precision: 'year', basis: 'stated' };
    // "have concluded negotiations on a pact, to be signed in November": what is over has no date to come
    const over = holding !== undefined && sentence.language === 'en' && isPast(holding) && !isToCome(sentence, holding);
    const date = over && !isDateOf(told, holding, false, anchor) ? null : told;
    const score =
      (holding ? 2 : 0) + (phrase.ordinal !== null ? 1 : 0) + certainty(date) + (phrase.to - phrase.from > 2 ? 0.5 : 0);
    candidates.push({
      event: phrase.event,
      key: phrase.key,
      definite: phrase.definite,
      title: titleOf(sentence, phrase, holding, text),
      date,
      place: () => placeOf(sentence, phrase.from, phrase.to, text),
      score,
      sentence,
      away: awayFrom(phrase.start, phrase.end),
    });
  }
  const papers = verbs.some(({ told }) => told) ? headKinds(sentence, tagAgreementWords(sentence.words).kinds) : [];
  const isAwaited = (verb: EventVerb): boolean =>
    sentence.language === 'ar'
      ? announced && verb.form === 'present' && STRONG.has(verb.event)
      : AWAITED_ACTS.has(verb.event) && isToCome(sentence, verb);
  /** The date of an English verb; `undefined` where it tells no event: without a day it is none by itself. */
  const englishDate = (verb: EventVerb, start: number, end: number): PartialDate | null | undefined => {
    const coming = isToCome(sentence, verb);
    const now = isProgressive(sentence, verb);
    if (!(isPast(verb) || coming || now || verb.form === 'present')) return undefined;
    const undated = isMain(sentence, verb) || (coming && AWAITED_ACTS.has(verb.event)) ? null : undefined;
    if (dates.length === 0 && sameDay === null) return undated;
    const later = coming || verb.form === 'present';
    const told = dateOf(start, end, verb.future || later);
    if (told === null || !isDateOf(told, verb, later, anchor)) return undated;
    if (verb.event === 'speech' && told.precision !== 'day' && told.precision !== 'weekday') return undefined;
    if (verb.form === 'present' && !coming && !isAfter(told, anchor)) return undefined;
    if (now && told.value === null) return undefined;
    if (verb.event === 'speech' && !dates.some((near) => isBeside(near, start, end, text))) return undefined;
    return coming && !isPast(verb) && told.value === null ? undefined : told;
  };
  const arabicDate = (verb: EventVerb, start: number, end: number): PartialDate | null | undefined => {
    const date = dateOf(start, end, !verb.told && (verb.future || announced || verb.form === 'present'));
    if (isNounAlike(sentence, verb)) return undefined;
    if (verb.form === 'present' && !verb.future && isYearly(sentence)) return undefined;
    if (verb.event === 'speech' && !dates.some((near) => isBeside(near, start, end, text))) return undefined;
    if (isPast(verb) || (verb.form === 'present' && isAfter(date, anchor))) return date;
    // "يحتفل … الأربعاء", "من المقرر أن يوقع"
    const dayTold =
      date !== null && (date.precision === 'weekday' || (date.precision === 'day' && date.value === anchor?.value));
    return verb.form === 'present' && (dayTold || isAwaited(verb)) ? date : undefined;
  };
  for (const told of verbs) {
    if (told.type !== 'act') continue;
    // "إعلان جدة الموقع في …": the event is told from the paper on
    const paper = told.told ? papers.findLast(({ to }) => to <= told.from && told.from - to <= PAPER_REACH) : undefined;
    if (told.told && !paper) continue;
    if (isSpending(sentence, told) || isUnreal(sentence, told)) continue;
    const verb = paper
      ? { ...told, from: paper.from, skip: clitics(paper.clitics) }
      : { ...told, skip: told.joined ? 1 : 0 };
    const [start, end] = [sentence.words[told.from]!.start, sentence.words[told.to - 1]!.end];
    const date = sentence.language === 'en' ? englishDate(told, start, end) : arabicDate(told, start, end);
    if (date === undefined) continue;
    candidates.push({
      event: verb.event,
      key: null,
      definite: isToldAgain(sentence, told),
      title: clauseOf(sentence, verb, text),
      date,
      place: () => placeOf(sentence, verb.from, verb.to + 4, text),
      score:
        1.5 +
        certainty(date) +
        (date === null && (isMain(sentence, told) || isAwaited(told)) ? UNDATED : 0) -
        (verb.event === 'speech' ? SPEECH : 0),
      sentence,
      away: awayFrom(start, end),
    });
  }
  // One sentence, one event, unless a second is a named one of its own.
  const sorted = candidates.sort((a, b) => b.score - a.score || a.away - b.away);
  return sorted.filter((candidate, i) => i === 0 || isOwn(candidate, sorted.slice(0, i)));
}

/** A second event of a sentence: one with a name, or with a verb and a day of its own. */
const isOwn = (candidate: Candidate, better: readonly Candidate[]): boolean =>
  candidate.key === null
    ? candidate.score >= 3.5 &&
      candidate.date?.value != null &&
      better.every(({ key, date }) => key !== null || isOtherDay(date, candidate.date))
    : candidate.score >= 2.5 && better.every(({ key }) => key !== candidate.key);

/** Two days told apart: "وصل أول أمس وزار أمس …" are two events. */
const isOtherDay = (a: PartialDate | null, b: PartialDate | null): boolean =>
  a?.value != null && b?.value != null && a.precision !== 'year' && b.precision !== 'year' && !sameDate(a, b);

/** "The debate continues on Thursday": an English present tells what is to come. */
const isContinuing = ({ language }: Sentence, holding: EventVerb | undefined): boolean =>
  language === 'en' && holding?.form === 'present';

const isNear = (verb: EventVerb, phrase: EventPhrase): boolean =>
  verb.to <= phrase.from ? phrase.from - verb.to <= HOLD_REACH : verb.from >= phrase.to && verb.from - phrase.to <= 6;

const sameDate = (a: PartialDate | null, b: PartialDate | null): boolean =>
  a?.value == null || b?.value == null || a.value.startsWith(b.value) || b.value.startsWith(a.value);

/** Whether a candidate tells an event again: by its name, or as "the meeting" after a meeting. */
function isAgain(entry: Entry, { key, definite, event, date, sentence }: Candidate): boolean {
  if (!sameDate(entry.date, date)) return false;
  if (key !== null && entry.keys.has(key)) return true;
  if (key !== null && /:\d+$/.test(key) && [...entry.keys].some((known) => /:\d+$/.test(known))) return false;
  return definite && entry.event === event && sentence.index - entry.index <= 30;
}

/** From this score on a candidate is an event by itself. */
const SURE = 1.85;
const sure = ({ score }: Pick<Candidate, 'score'>): boolean => score >= SURE;

function eventsOf(reading: Reading): Event[] {
  const entries: Entry[] = [];
  for (const sentence of reading.sentences) {
    // A headline tells what the body tells again, with its date.
    if (sentence.kind !== 'body') continue;
    const day = entries.findLast(({ date }) => date?.precision === 'day')?.date ?? null;
    for (const candidate of candidatesOf(reading, sentence, day && { ...day, basis: 'inferred' })) {
      const again = entries.find((entry) => isAgain(entry, candidate));
      if (again) absorb(again, candidate);
      else if (sure(candidate))
        entries.push({
          ...candidate,
          place: candidate.place(),
          keys: new Set(candidate.key === null ? [] : [candidate.key]),
          evidence: [evidenceOf(sentence)],
          index: sentence.index,
        });
    }
  }
  const bodies = reading.document.paragraphs.filter(({ kind }) => kind === 'body').length;
  const most = Math.max(1, Math.round(bodies / PARAGRAPHS_AN_EVENT[reading.document.languages[0] ?? 'en']));
  const sorted = [...entries].sort((a, b) => b.score - a.score);
  // What a report dates to a day or month is what a timeline is for: one for every paragraph.
  const dated = ({ date, event }: Entry): boolean =>
    event !== 'speech' && date?.value != null && date.precision !== 'year';
  const kept = new Set(sorted.filter((entry, i) => i < most || (i < bodies && dated(entry))));
  return entries
    .filter((entry) => kept.has(entry))
    .map(({ date, title, place, evidence }) => ({ date, title, place, evidence }));
}

function absorb(entry: Entry, candidate: Candidate): void {
  const evidence = evidenceOf(candidate.sentence);
  if (!entry.evidence.some(({ paragraph, start }) => paragraph === evidence.paragraph && start === evidence.start))
    entry.evidence.push(evidence);
  if (candidate.key !== null) entry.keys.add(candidate.key);
  if (entry.date?.value == null && candidate.date) entry.date = candidate.date;
  if (sure(candidate)) entry.place ??= candidate.place();
  entry.score = Math.max(entry.score, candidate.score);
  entry.index = candidate.sentence.index;
}

/** The key by which events are ordered: what is not dated stands last, a day without a year before the undated. */
const orderOf = ({ date }: Event): string =>
  date?.value == null ? '~~' : date.value.startsWith('--') ? `~${date.value}` : date.value;

/**
 * The events of a corpus: dated ones in order of time, then those whose year is not told, then the undated in the order
 * in which they are told. Title and place are slices of the evidence. About one for every two paragraphs of a
 * document, those with a date, a name or a verb of taking place first, and of the dated ones no more than paragraphs.
 */
export function extractEvents(corpus: Corpus): Event[] {
  const events = readingsOf(corpus).flatMap(eventsOf);
  return events
    .map((event, i) => ({ event, i, order: orderOf(event) }))
    .sort((a, b) => (a.order < b.order ? -1 : a.order > b.order ? 1 : a.i - b.i))
    .map(({ event }) => event);
}
