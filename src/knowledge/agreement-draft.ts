import { type Day, isoValue, weekdayAfter, weekdayBefore, weekdayOf } from '../corpus/calendar.js';
import { resolveRelative } from '../corpus/date-resolve.js';
import type { FoundDate, PartialDate } from '../corpus/date.js';
import type { Document } from '../corpus/document.js';
import { findDates } from '../corpus/dates.js';
import { sentencesOf } from '../text/sentences.js';
import { contains, overlaps, type Span } from '../text/span.js';
import type { Mention } from './agreement-mentions.js';
import { afterDateline, clauseAfter, clauseBefore, datesAnother, isBygone, isLimit, ownSigning, signedThenEnded } from './arabic-agreements.js'; // prettier-ignore
import { purposeOf, titleOf } from './agreement-phrases.js';
import { partiesOfMention } from './agreement-parties.js';
import { isInitialled } from './agreement-status.js';
import type { AgreementKind, AgreementStatus } from './kinds.js';
import type { Evidence } from './knowledge.js';
import { hyphenatedPair } from './english-bodies.js';
import { type Party, sameParty } from './parties.js';
import { evidenceOf, type Sentence } from './reading.js';
import { signatoriesOf, told } from './agreement-signing.js';
import { datesIn } from './sentence-dates.js';

/** A piece of text with the sentence it stands in. */
export interface Told<T = string> {
  readonly value: T;
  readonly evidence: Evidence;
}

/** A party with its text as it stands there. */
export interface ToldParty extends Told<Party> {
  readonly text: string;
}

export const tellParty = ({ text }: Document, party: Party, sentence: Sentence): ToldParty => ({
  value: party,
  text: text.slice(party.start, party.end),
  evidence: evidenceOf(sentence),
});

/** An agreement as one mention tells it, before it is held against the others. */
export interface Draft {
  readonly kind: AgreementKind;
  readonly many: boolean;
  readonly definite: boolean;
  readonly headline: boolean;
  /** "also", "another": not the one told before. */
  readonly further: boolean;
  /** "اتفاقية أخرى", "مذكرة ثالثة". */
  readonly another: boolean;
  /** Its own signing is told after it: "الاتفاقية التي وقعها الجانبان في بروكسل". */
  readonly apart: boolean;
  /** "وكان البلدان قد أبرما اتفاقية": one of before, and not the news of the document. */
  readonly bygone?: boolean;
  /** Initialled only, in Arabic: "وقعا بالأحرف الأولى". */
  readonly initialled?: boolean;
  /** Beside another under one act: never that other one. */
  readonly coordinated: boolean;
  readonly status: AgreementStatus | null;
  readonly title: Told | null;
  readonly quoted: boolean;
  readonly purpose: Told | null;
  readonly parties: readonly ToldParty[];
  readonly refersBack: boolean;
  readonly signatories: readonly Told[];
  readonly date: Told<PartialDate> | null;
  /** What is only in force is told by itself where its date or a name of its own stands beside it. */
  readonly known: boolean;
  /** A deal or pact that somebody seeks: only between two. */
  readonly sought: boolean;
  /** It is to be signed, as it is planned or hoped, and no more than that. */
  readonly toSign: boolean;
  readonly sentence: Sentence;
}

/** A further paper of which a sentence tells nothing but what is put beside this: no noun names it, or its number counts it. */
export const UNTOLD = {
  many: false,
  definite: false,
  headline: false,
  further: true,
  another: false,
  apart: false,
  coordinated: false,
  quoted: false,
  purpose: null,
  refersBack: false,
  signatories: [],
  date: null,
  known: true,
  sought: false,
  toSign: false,
} as const satisfies Omit<Draft, 'kind' | 'status' | 'title' | 'parties' | 'sentence'>;

const FURTHER = new Set(['ايضا', 'كما', 'كذلك', 'اخري', 'اخر', 'also', 'another', 'separate', 'separately', 'second', 'third', 'fourth', 'additional', 'further', 'fresh', 'different', 'similar', 'مماثله', 'مماثل', 'ثانيه']); // prettier-ignore
/** Of these, adjectives, which tell of another paper only before its noun: no "additional secretary". */
const OF_NOUN = new Set([
  'second',
  'third',
  'fourth',
  'additional',
  'further',
  'fresh',
  'different',
  'similar',
  'separate',
]);

/** Whether the words before a noun say that it is not the one told before. */
function isFurther({ sentence: { words, language }, start, kind }: Mention): boolean {
  if (language === 'ar') return words.slice(0, start + 1).some(({ folded }) => FURTHER.has(folded.replace(/^و/, '')));
  for (let i = 0; i < kind.from; i++) {
    const { folded } = words[i]!;
    if (FURTHER.has(folded) && (i >= start || !OF_NOUN.has(folded))) return true;
  }
  return false;
}

/** On which side of the day of writing a bare weekday lies: what was done is told of the last, what is to come of the next. */
export type Direction = 'past' | 'future' | null;

/**
 * A found date as the document tells it, counted from `anchor`, the day of writing. "On Monday" is the last Monday, that
 * day included, of what was done, and the next of what is to come; without an anchor only its precision is kept.
 */
export function dateTold(
  found: FoundDate,
  anchor: DayOfWriting | null,
  direction: Direction = null,
): PartialDate | null {
  const resolved = resolveRelative(found, anchor);
  if (resolved) return direction === 'future' && anchor ? notBefore(resolved, found, anchor) : resolved;
  if (found.weekday === undefined) return null;
  const today = dayOf(anchor);
  if (found.kind === 'weekday' && anchor?.weekday !== undefined && direction !== null) {
    const back = (anchor.weekday - found.weekday + 7) % 7;
    const offset = direction === 'past' ? -back : 7 - back;
    const { start, end, date } = found;
    const told = resolveRelative({ start, end, date, kind: 'relative', relative: { unit: 'day', offset } }, anchor);
    if (told) return told;
  }
  if (found.kind === 'weekday' && today && direction !== null) {
    const same = weekdayOf(today) === found.weekday;
    const day =
      same && direction === 'past'
        ? today
        : direction === 'past'
          ? weekdayBefore(today, found.weekday)
          : weekdayAfter(today, found.weekday);
    return { value: isoValue(day.year, day.month, day.day), precision: 'day', basis: 'inferred' };
  }
  return { value: null, precision: 'weekday', basis: 'stated' };
}

/** "to be signed in November", written in April: of what is to come the month is the next, though the last is nearer. */
function notBefore(
  date: PartialDate,
  { date: { value: stated }, relative }: FoundDate,
  anchor: PartialDate,
): PartialDate {
  const [, year, rest] = /^(\d{4})(-.+)$/.exec(date.value ?? '') ?? [];
  const told = stated === null || stated.startsWith('--');
  if (!told || relative || year === undefined || anchor.value?.startsWith(year) === true) return date;
  return anchor.value !== null && `${year}${rest}` < anchor.value && date.end === undefined
    ? { ...date, value: `${Number(year) + 1}${rest}` }
    : date;
}

function dayOf(date: PartialDate | null): Day | null {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(date?.value ?? '') ?? [];
  return day === undefined ? null : { year: Number(year), month: Number(month), day: Number(day) };
}

/** The day from which a document counts; the weekday where its dateline tells no year ("KUWAIT, Feb 6 (KUNA) -- … on Thursday"). */
export type DayOfWriting = PartialDate & { readonly weekday?: number };

const daysOfWriting = new WeakMap<Document, DayOfWriting>();

/** A document's date; without a year, with the weekday that the sentence behind an agency's dateline names as that day. */
function dayOfWriting(document: Document, date: PartialDate): DayOfWriting {
  const known = daysOfWriting.get(document);
  if (known) return known;
  let day: DayOfWriting = date;
  const lead = document.paragraphs.find(({ number }) => number === document.dateParagraph);
  const agency = lead && document.publisherParagraph === lead.number;
  // "HARARE, April 22 - The ministers agreed on Tuesday": a dateline without its agency, in English
  const [sentence] = lead && (agency || (lead.language === 'en' && lead.kind === 'body')) ? sentencesOf(lead.text) : [];
  if (lead && sentence && date.value?.startsWith('--') === true) {
    const dates = findDates(lead.text.slice(0, sentence.end), lead.language);
    const weekday = dates.find(({ kind }) => kind === 'weekday')?.weekday;
    if (weekday !== undefined) day = { ...date, weekday };
  }
  daysOfWriting.set(document, day);
  return day;
}

/** The day that a dateline states ("AMMAN, March 14, 2023 – Jordan …"), where the document's own date is not known. */
export function anchorOf(
  document: Document,
  { words, start }: Sentence,
  dates: readonly FoundDate[],
): DayOfWriting | null {
  if (document.date) return dayOfWriting(document, document.date);
  const first = dates[0];
  if (!first || first.kind !== 'date' || first.start - start > DATELINE || dayOf(first.date) === null) return null;
  const next = words.find((word) => word.start >= first.end);
  return next?.gap.includes('–') === true ? first.date : null;
}

/** A dateline ends within so many code units. */
const DATELINE = 60;

/** How far, in code units, a date may stand from the act it dates. */
const DATE_REACH = 220;

/** The year before the noun, which is when it was made: "the 1994 peace treaty", "a 2014 protocol". */
export const yearOf = ({ sentence, start, kind }: Pick<Mention, 'sentence' | 'start' | 'kind'>): string | null =>
  sentence.language === 'en'
    ? (sentence.words.slice(start, kind.from).find(({ folded }) => /^(?:19|20)\d\d$/.test(folded))?.folded ?? null)
    : null;

/** "since March", "until 2030": how long something lasts, not when it was done; what is in force has been so since then. */
const isSpell = ({ words }: Sentence, date: FoundDate, status: AgreementStatus | null): boolean => {
  const at = words.findIndex(({ start }) => start >= date.start);
  const before = words.slice(Math.max(0, at - 4), Math.max(0, at)).map(({ folded }) => folded);
  const nearest = before.findLast((word) =>
    /^(?:since|until|till|through|starting|beginning|effective|commencing)$/.test(word),
  );
  return nearest !== undefined && !(nearest === 'since' && status === 'in_force');
};

/** "in effect since 2023", "the accord of May 2019": when an agreement that is in force came about. */
function isBirth({ words }: Sentence, date: FoundDate, after: number): boolean {
  const at = words.findIndex(({ start }) => start >= date.start);
  return (
    (words[at - 1]?.folded === 'of' && at - 1 === after) ||
    words.slice(Math.max(after, at - 4), Math.max(after, at)).some(({ folded }) => folded === 'since')
  );
}

/** "which runs until", "that will take effect": what an agreement does has other dates than its signing. */
const RUNNING =
  /^(?:runs?|will|would|lasts?|covers?|expires?|ends?|takes?|is|are|provides?|begins?|starts?|can|may|must|allows?|gives?|goes)$/;
function isOfContent({ words, language }: Sentence, date: FoundDate, after: number): boolean {
  if (language !== 'en') return false;
  const relative = words.findIndex(({ folded }, i) => i >= after && /^(?:which|that)$/.test(folded));
  if (relative < 0 || words[relative]!.start > date.start) return false;
  return RUNNING.test(words[relative + 1]?.folded ?? '');
}

/** What was done does not lie after the day of writing, and what is to come not before it. */
export function isPossible({ value }: PartialDate, anchor: PartialDate | null, direction: Direction): boolean {
  const today = anchor?.value;
  if (value === null || today == null || value.startsWith('--') || today.startsWith('--')) return true;
  const length = Math.min(value.length, today.length);
  const [told, written] = [value.slice(0, length), today.slice(0, length)];
  return direction === 'past' ? told <= written : told >= written;
}

/** "will be signed in November", written in April: a month without a year lies on the side of the act, not the nearest. */
function yearAside(found: FoundDate, anchor: PartialDate | null, direction: Direction): PartialDate | null {
  if (found.month === undefined || found.date.value !== null || found.relative || direction === null) return null;
  const told = resolveRelative(
    { ...found, relative: { unit: 'named', offset: direction === 'past' ? -1 : 1 } },
    anchor,
  );
  return told && isPossible(told, anchor, direction) ? told : null;
}

/**
 * Which dates of an Arabic sentence may date an agreement: none of the dateline for what is to come, none of another
 * clause, of a period of years, or of another agreement's signing; where its own signing is told after it, only those
 * after that, counted from there, but none of the first signing of what is renewed.
 */
function arabicDates({ sentence, tags, kind, trigger, status }: Mention): {
  readonly act: Sentence['words'][number] | null;
  readonly fits: (found: FoundDate) => boolean;
} {
  const { words } = sentence;
  const done = status === 'signed' || status === 'launched';
  const after = done ? 0 : (words[afterDateline(sentence)]?.start ?? 0);
  const clause = trigger ? clauseBefore(sentence, trigger.from) : 0;
  const end = words[clauseAfter(sentence, Math.max(kind.to, trigger?.to ?? 0))]?.start ?? Infinity;
  const renewed = trigger?.act === 'renew' && trigger.from < kind.from;
  const signing = ownSigning(tags, kind, words.length);
  const ended = trigger ? signedThenEnded(tags, kind, trigger) : -1;
  const told = signing >= 0 ? words[signing]! : trigger && trigger.from >= kind.to ? words[trigger.from]! : null;
  return {
    act: ended >= 0 ? words[ended]! : signing >= 0 && !renewed ? told : null,
    fits: (found) =>
      !(ended >= 0 && found.start > words[trigger!.from]!.start) &&
      found.start >= after &&
      // "بحثوا اليوم تنفيذ الاتفاق": the day is that of the meeting.
      !(status === 'in_force' && found.end <= words[kind.from]!.start) &&
      !(clause > 0 && found.end <= words[clause]!.start) &&
      found.start < end &&
      !isLimit(sentence, found.start) &&
      !(renewed && signing >= 0 && found.start > told!.start) &&
      !(found.kind === 'range' && found.date.precision === 'year') &&
      !(told && !renewed && ended < 0 && found.end <= words[kind.from]!.start) &&
      !datesAnother(
        tags,
        kind,
        words.findIndex(({ start }) => start >= found.start),
      ),
  };
}

/** "expect to initial", "سيوقعان بالأحرف الأولى": the initialling itself is to come. */
const isAhead = ({ sentence: { words, language }, trigger }: Mention): boolean =>
  trigger !== null &&
  (language === 'en'
    ? words[trigger.from]!.folded === 'to' || words[trigger.from - 1]?.folded === 'be'
    : /^[وف]?س/.test(words[trigger.from]!.folded) || words[trigger.from - 1]?.folded === 'ان');

/** "an accord, concluded in 2018, which expired in June": what stands beside the noun tells when it was made. */
const isOver = ({ sentence, status, trigger, kind }: Mention): boolean =>
  sentence.language === 'en' && status === 'ended' && trigger !== null && trigger.from >= kind.to;

/** "ratified on Wednesday the accord signed with Chad on June 5": the first day is that of something else. */
const isReduced = ({ sentence: { words, language }, trigger, kind }: Mention): boolean =>
  language === 'en' &&
  trigger !== null &&
  trigger.act === 'sign' &&
  trigger.modality === 'done' &&
  trigger.from >= kind.to &&
  !/^(?:be|been|being|is|are|was|were|which|that)$/.test(words[trigger.from - 1]!.folded);

/** What "today" is where only the dateline of the same sentence tells it; null where it does not. */
function todayOf(sentence: Sentence, found: FoundDate, dates: readonly FoundDate[], text: string): PartialDate | null {
  if (!/^[وف]?اليوم/u.test(text.slice(found.start, found.end))) return null;
  const after = sentence.words[afterDateline(sentence)];
  const first = dates.find(({ kind, end }) => kind === 'date' && after !== undefined && end <= after.start);
  return first && first.date.precision === 'day' && first.date.value !== null
    ? { ...first.date, basis: 'inferred' }
    : null;
}

/** The date that stands nearest to the act, outside the names and purposes of things. */
function dateOfMention(mention: Mention, document: Document, closed: readonly Span[]): Told<PartialDate> | null {
  const { sentence, trigger, kind } = mention;
  const year = yearOf(mention);
  if (year !== null && mention.status !== 'planned' && mention.status !== 'proposed')
    return { value: { value: year, precision: 'year', basis: 'stated' }, evidence: evidenceOf(sentence) };
  if (trigger?.stage) return null;
  // The day on which it was initialled is not that on which it is to be signed.
  if (trigger?.act === 'sign' && trigger.modality === 'planned' && isInitialled(sentence, trigger) && !isAhead(mention))
    return null;
  const act = sentence.words[trigger ? trigger.from : kind.from]!;
  const noun = sentence.words[kind.from]!;
  const arabic = sentence.language === 'ar' ? arabicDates(mention) : null;
  const distance = ({ start, end }: FoundDate): number =>
    Math.min(
      ...(arabic?.act ? [arabic.act] : isOver(mention) ? [noun] : [act, noun]).map((word) =>
        start >= word.end ? start - word.end : Math.max(0, word.start - end),
      ),
    );
  const dates = datesIn(document, sentence);
  const anchor = anchorOf(document, sentence, dates);
  const direction = mention.status === 'planned' || mention.status === 'proposed' ? 'future' : 'past';
  const near = dates
    .filter(
      (found) =>
        !closed.some((span) => overlaps(span, found)) &&
        distance(found) <= DATE_REACH &&
        !isOfContent(sentence, found, Math.max(kind.to, trigger?.to ?? 0)) &&
        !(isReduced(mention) && found.end <= noun.start) &&
        !(sentence.language === 'en' && isSpell(sentence, found, mention.status)) &&
        arabic?.fits(found) !== false,
    )
    .sort((a, b) => distance(a) - distance(b));
  for (const found of near) {
    // "warned on Monday, urging both to sign a pact": what somebody asks for is dated by what stands behind it.
    if (mention.status === 'proposed' && sentence.language === 'en' && found.start < act.start) continue;
    // Of what is only said to be in force the other dates of the sentence tell something else.
    if (mention.implied && !isBirth(sentence, found, kind.to)) continue;
    const date = dateTold(found, anchor, direction);
    // "عمان 3 أيلول (بترا)- وقع … اليوم الثلاثاء": the day of the dateline
    const dateline = date?.value == null && arabic ? todayOf(sentence, found, dates, document.text) : null;
    if (dateline) return { value: dateline, evidence: evidenceOf(sentence) };
    if (date && isPossible(date, anchor, direction)) return { value: date, evidence: evidenceOf(sentence) };
    const open = mention.status === 'planned' || mention.status === 'signed' || mention.status === 'launched';
    const other = date && open ? yearAside(found, anchor, direction) : null;
    if (other) return { value: other, evidence: evidenceOf(sentence) };
  }
  return null;
}

/** Where the next agreement of the sentence begins, which ends what is told of this one. */
const limitOf = ({ sentence, kind, tags }: Mention): number =>
  tags.kinds.find(({ from, clitics }) => from > kind.to && (clitics.conjunction || from > kind.to + 3))?.from ??
  sentence.words.length;

const compareOne = (party: ToldParty, parties: readonly ToldParty[]): boolean =>
  parties.some(({ value }) => sameParty(value, party.value) === true);

/** A fund that acts or takes part: "أعلن صندوق قطر للتنمية", "الجمعية والصندوق الكويتي", and not one that is set up. */
function isActor({ kind, trigger, sentence }: Mention, all: readonly Party[]): boolean {
  if (kind.value.kind !== 'fund' || sentence.language !== 'ar' || !trigger) return false;
  const body = all.find((party) => party.from === kind.from && party.kind === 'organisation');
  if (!body) return false;
  const known = kind.clitics.article || body.countries.length > 0;
  if (known && trigger.act !== 'launch' && trigger.act !== 'announce') return true;
  return trigger.finite && (trigger.to === kind.from || kind.clitics.conjunction);
}

/** "the Stockholm Agreement": a name in capitals that goes before the noun. */
const isProperName = ({ sentence, start, kind }: Mention): boolean => {
  const { words, language } = sentence;
  if (language !== 'en' || sentence.kind !== 'body' || !words[kind.from]!.capital) return false;
  const before = words[kind.from - 1];
  return before !== undefined && kind.from - 1 >= start && before.capital && words[kind.from]!.gap === '';
};

/** "the Jordan Treaty", "the Qatar-Chad Trade Agreement": the name itself tells the parties. */
function partiesInName({ sentence, start, kind }: Mention, all: readonly Party[], title: Span): readonly Party[] {
  const states = all.filter((party) => contains(title, party) && party.kind === 'country');
  return states.length === 0 && sentence.language === 'en' ? hyphenatedPair(sentence, start, kind.from) : states;
}

/** Everything one mention tells. `all` are the sentence's possible parties, `persons` the places where the sentence names people. */
export function draftOf(
  mention: Mention,
  document: Document,
  all: readonly Party[],
  persons: readonly Span[],
  previous: Draft | null,
): Draft {
  const { sentence, kind, start } = mention;
  const title = titleOf(mention, all);
  const purpose = purposeOf(mention, title.to, limitOf(mention), all);
  // "the Security Agreement (C-SIPA)": the letters are the paper's.
  const isShort = (party: Party): boolean =>
    party.from === kind.to && sentence.words[party.from]!.gap.endsWith('(') && sentence.language === 'en';
  const outside = all.filter((party) => !contains(title.span, party) && !isShort(party));
  const found = partiesOfMention(mention, outside, persons);
  const parties =
    found.parties.length > 0 || found.refersBack ? found.parties : partiesInName(mention, all, title.span);
  const own = parties.map((party) => tellParty(document, party, sentence));
  // A later one of several under one act has the parties of the first, unless it names others.
  const inherits =
    mention.coordinated &&
    previous !== null &&
    (own.length === 0 || (own.length === 1 && compareOne(own[0]!, previous.parties)));
  const closed = purpose ? [title.span, purpose] : [title.span];
  // What is only mentioned again is not dated by what else the sentence tells ("the agreement runs until 2030").
  const date = mention.status === null ? null : dateOfMention(mention, document, closed);
  // "two papers: a memorandum …, and an agreement …, signed by the ministers": each by its own.
  const isCounted = mention.coordinated && previous?.many === true;
  return {
    kind: kind.value.kind,
    many: kind.value.many,
    definite: mention.definite,
    headline: sentence.kind !== 'body',
    coordinated: mention.coordinated,
    apart: sentence.language === 'ar' && ownSigning(mention.tags, kind, sentence.words.length) >= 0,
    another: mention.another,
    bygone: isBygone(mention),
    initialled:
      sentence.language === 'ar' && mention.trigger?.act === 'sign' && isInitialled(sentence, mention.trigger),
    further: mention.another || isFurther(mention),
    status: isActor(mention, all) ? null : mention.status,
    title: told(document, title.span, sentence),
    quoted: title.span.start >= (sentence.words[kind.to]?.start ?? Infinity),
    purpose: purpose && told(document, purpose, sentence),
    parties: inherits ? previous.parties : own,
    refersBack: inherits ? previous.refersBack : found.refersBack,
    signatories:
      mention.coordinated && previous && !isCounted
        ? previous.signatories
        : signatoriesOf(mention, document, persons, isCounted ? limitOf(mention) : sentence.words.length),
    date: date ?? (mention.status !== null && mention.coordinated && previous ? previous.date : null),
    known: date !== null || isProperName(mention) || (mention.implied && own.length > 0 && kind.from > start + 1),
    sought: kind.value.proof === 'act' && kind.value.kind === 'agreement' && mention.trigger?.act === 'propose',
    toSign:
      mention.trigger?.act === 'sign' &&
      (mention.status === 'planned' || (mention.status === 'proposed' && mention.trigger.from >= kind.to)),
    sentence,
  };
}
