import type { PartialDate } from '../corpus/date.js';
import type { Corpus, Document } from '../corpus/document.js';
import { fold } from '../text/fold.js';
import type { Span } from '../text/span.js';
import { documentContext, isTruce } from './agreement-context.js';
import { arabicCounted, englishCounted } from './agreement-counted.js';
import { type Draft, draftOf } from './agreement-draft.js';
import { type Signing, signingOf } from './agreement-signing.js';
import { isCountedIn, type Mention, mentionsIn } from './agreement-mentions.js';
import { furtherSigning, occasionOf } from './arabic-occasion.js';
import { joinLanguages } from './agreement-languages.js';
import { agreedBetween, talksBeside } from './english-agreements.js';
import {
  absorb,
  addEvidence,
  addParties,
  compareParties,
  type Entry,
  join,
  isOfKind,
  ownWords,
  resolveHeadlines,
  resolveMany,
  namedApart,
  tellsAgain,
  topicOf,
} from './agreement-merge.js';
import { possibleParties } from './agreement-zones.js';
import { eventDates, type EventDates } from './event-dates.js';
import type { AgreementKind } from './kinds.js';
import type { Agreement, Person } from './knowledge.js';
import { type Party, sameParty } from './parties.js';
import { evidenceOf, type Reading, readingsOf, type Sentence } from './reading.js';

/** Places of people's names, by document. */
function personSpans(people: readonly Pick<Person, 'mentions'>[]): (document: number, within: Span) => Span[] {
  const spans = new Map<number, Span[]>();
  for (const { mentions } of people)
    for (const mention of mentions) {
      const there = spans.get(mention.document) ?? [];
      there.push(mention);
      spans.set(mention.document, there);
    }
  for (const there of spans.values()) there.sort((a, b) => a.start - b.start);
  return (document, { start, end }) => {
    const there = spans.get(document) ?? [];
    // The first name at or after the sentence's start, by bisection: a document may hold thousands.
    let [low, high] = [0, there.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (there[middle]!.start < start) low = middle + 1;
      else high = middle;
    }
    const found: Span[] = [];
    for (let i = low; i < there.length && there[i]!.end <= end; i++) found.push(there[i]!);
    return found;
  };
}

const isPaper = (kind: AgreementKind): boolean => kind !== 'initiative' && kind !== 'fund' && kind !== 'other';

/** "a Horn of Africa early action fund", "ميثاق جديد للتمويل المرن": its name tells what it is about. */
function isNamedByTopic({ kind, title, sentence }: Draft): boolean {
  if (title === null || sentence.language === 'en') return topicOf(title).length > 0;
  // "مبادرة السلام العربية" is one that is known.
  return isPaper(kind) && ownWords(title.value).length > 0 && !/^\S+ ال/u.test(title.value);
}

/** Whether what is told is enough for an entry of its own. */
function stands(draft: Draft): boolean {
  const { kind, many, status, parties, quoted, purpose, headline, known, sought, toSign, date, apart, sentence } =
    draft;
  // What it is about, told in the body, makes a paper of it even where nobody is named.
  const told = (): boolean =>
    !headline && !draft.definite && (purpose !== null || (status !== 'discussed' && isNamedByTopic(draft)));
  if (status === null || (sought && parties.length < 2 && (parties.length === 0 || !told()))) return false;
  if (kind === 'other' && many && (status === 'planned' || status === 'proposed')) return parties.length >= 2;
  switch (status) {
    case 'signed':
    case 'launched':
      // Even without parties a paper that was signed is one; a thing that was launched needs a name or a purpose.
      return (
        parties.length > 0 ||
        quoted ||
        (!headline &&
          (purpose !== null ||
            (status === 'signed' && (isPaper(kind) || (draft.signatories.length > 0 && !draft.definite)))))
      );
    case 'planned':
    case 'proposed':
      // "دعا الطرفين إلى توقيع اتفاق جديد": of both sides, whoever they are
      if ((toSign || draft.refersBack) && !headline && isPaper(kind)) return true;
      return parties.length > 0 || quoted || (kind !== 'other' && told());
    case 'discussed':
      return parties.length > 0 || quoted || (isPaper(kind) && told());
    case 'ended':
      // "A landmark deal that let ships sail expired on Monday": the news itself
      if (sentence.language === 'en' && !headline && !draft.definite && !many && isPaper(kind)) return true;
      return parties.length > 0 || quoted || known;
    case 'in_force':
      // "منذ دخول اتفاق وقف إطلاق النار حيز التنفيذ في 10 أكتوبر": a day tells it from any other
      if (sentence.language === 'ar' && date?.value.precision === 'day' && date.value.value !== null) return true;
      return apart || parties.length >= 2 || (quoted && parties.length > 0) || known;
    case 'unknown':
      return parties.length >= 2 || (quoted && parties.length > 0);
  }
}

const entryOf = (draft: Draft): Entry => ({
  kind: draft.kind,
  status: draft.status ?? 'unknown',
  many: draft.many,
  languages: new Set([draft.sentence.language]),
  headline: draft.headline,
  title: draft.title,
  quoted: draft.quoted,
  purpose: draft.purpose,
  parties: [...draft.parties],
  signatories: [...draft.signatories],
  date: draft.date,
  evidence: [evidenceOf(draft.sentence)],
  ...(draft.initialled === true && { initialled: true }),
  covers: null,
});

/** Whether a mention that tells its own signing has another date or another name than an entry. */
function isApart(entry: Entry, { apart, date, title }: Draft): boolean {
  if (!apart || date?.value.value == null) return false;
  const known = entry.date?.value.value;
  if (known == null) return entry.title !== null && title !== null && namedApart(entry.title.value, title.value);
  return !known.startsWith(date.value.value) && !date.value.value.startsWith(known);
}

/**
 * An Arabic mention without parties of its own with those it means: "المبرمة بين البلدين" after "وقع العراق وتركيا" in one
 * sentence, "اتفاقية أخرى" after an agreement of two.
 */
function withParties(draft: Draft, previous: Draft | null, entries: readonly Entry[]): Draft {
  if (draft.sentence.language !== 'ar' || draft.parties.length > 0) return draft;
  if (draft.refersBack && previous && previous.parties.length === 2) return { ...draft, parties: previous.parties };
  const open = draft.status === 'planned' || draft.status === 'proposed' || draft.status === 'discussed';
  const last = draft.another && open ? entries.findLast(({ parties }) => parties.length === 2) : undefined;
  return last ? { ...draft, parties: last.parties } : draft;
}

/** The entry that "the agreement", "هذه المبادرة" repeats: the latest of its family that the parties allow. */
function antecedent(entries: readonly Entry[], draft: Draft, document: Document): Entry | undefined {
  if (!draft.definite || draft.many || draft.further) return undefined;
  let possible = entries.filter(
    (entry) =>
      !entry.many &&
      entry.languages.has(draft.sentence.language) &&
      isOfKind(entry, draft.kind) &&
      !isEarlier(entry, draft, document) &&
      compareParties(
        entry.parties,
        draft.parties.filter(({ value }) => value.kind !== 'name'),
      ) !== 'different' &&
      !isApart(entry, draft) &&
      !(entry.kind === 'other' && isTruce(draft)) &&
      !isOnlyHopedFor(entry, draft) &&
      entry.evidence.some(({ document: number }) => number === draft.sentence.document) &&
      !isOther(entry, draft, document),
  );
  // What the body has told in full is meant rather than the headline.
  const inBody = possible.filter(({ headline }) => !headline);
  if (draft.sentence.kind === 'body' && inBody.length > 0) possible = inBody;
  const exact = possible.filter(({ kind, covers }) => kind === draft.kind || covers === draft.kind);
  return (exact.length > 0 ? exact : possible).at(-1);
}

/** The agreements of one document, in the order in which they are first told. */
function agreementsOf(reading: Reading, personsIn: ReturnType<typeof personSpans>, dates: EventDates): Entry[] {
  const { document, number, sentences } = reading;
  const entries: Entry[] = [];
  const persons = (within: Span): Span[] => personsIn(number, within);
  const context = documentContext(reading, persons);
  const occasion = occasionOf(reading);
  const headlines: Draft[] = [];
  for (const sentence of sentences) {
    const mentions = mentionsIn(sentence);
    const [first] = mentions;
    const counted = englishCounted(sentence, mentions, document, entries);
    if (counted.length > 0) {
      for (const draft of counted) entries.push(entryOf(draft));
      continue;
    }
    const agreed = first ? null : agreedBetween(sentence, document);
    if (agreed) entries.push(entryOf(agreed));
    const ordinals = arabicCounted(sentence, mentions, document, entries, persons(sentence));
    if (ordinals.length > 0) {
      for (const draft of ordinals) placeCounted(entries, draft);
      continue;
    }
    if (!first || mentions.every(({ status }) => status === null))
      goOn(entries, sentence, signingOf(sentence, document, persons(sentence)));
    if (!first) continue;
    let named: readonly Party[] | null = null;
    let previous: Draft | null = null;
    let counting: Draft | null = null;
    for (const [n, mention] of mentions.entries()) {
      const next = mentions[n + 1];
      if (next === undefined && isIdle(mention, entries) && !isSetUpBy(mention, mentions[n - 1])) continue;
      named ??= possibleParties(sentence, first.tags);
      const told = draftOf(mention, document, named, persons(sentence), previous);
      let draft: Draft = context.complete(withParties(told, previous, entries));
      if (draft.status !== null && draft.date === null) draft = { ...draft, date: dates.ofEventIn(sentence) };
      if (draft.status === 'signed' && draft.date === null && isSameDay(sentence))
        draft = { ...draft, date: entries.findLast(({ date }) => date !== null)?.date ?? null };
      const there = occasion(draft);
      draft = furtherSigning(there ? { ...draft, date: there } : draft, entries, document);
      const isCounting: boolean = next?.coordinated === true && isCountedIn(mention, next);
      // Of papers that are counted each has the parties of all, and not those of the one beside it.
      if (isCounting) counting = draft;
      else if (!mention.coordinated) counting = null;
      previous = counting ?? draft;
      if (isCounting) continue;
      const paper = isSetUpBy(mention, mentions[n - 1]) ? entries.at(-1) : undefined;
      if (paper?.status === 'signed') {
        paper.covers = draft.kind;
        continue;
      }
      if (!place(entries, draft, document) && draft.headline) headlines.push(draft);
    }
    const talks = previous && talksBeside(previous, first.tags, document);
    if (talks) entries.push(entryOf(talks));
  }
  return joinLanguages(resolveMany(resolveHeadlines(entries, headlines))).map(withEvidenceOfParts);
}

/** "المذكرة الثانية": a paper of its own, unless it was counted before. */
function placeCounted(entries: Entry[], draft: Draft): void {
  const title = fold(draft.title?.value ?? '');
  const known = entries.find((entry) => entry.languages.has('ar') && fold(entry.title?.value ?? '') === title);
  if (known) addEvidence(known, evidenceOf(draft.sentence));
  else entries.push(entryOf(draft));
}

/** Whether the last mention of a sentence tells nothing and repeats nothing, so that no more of it needs to be read. */
const isIdle = ({ status, definite, kind, sentence }: Mention, entries: readonly Entry[]): boolean =>
  status === null &&
  sentence.kind === 'body' &&
  !(definite && entries.some((entry) => isOfKind(entry, kind.value.kind)));

/** "On the same day", "في اليوم نفسه": the day of what was told before. */
const isSameDay = ({ words }: Sentence): boolean =>
  words.some(({ folded }, i) => {
    const next = words[i + 1]?.folded ?? '';
    if (/^(?:نفس|ذات)$/.test(folded)) return next === 'اليوم';
    return folded === 'same' ? next === 'day' : folded === 'اليوم' && /^(?:نفسه|ذاته)$/.test(next);
  });

/** "the 15-nation trade pact in force since 2022" is not the climate deal: what it is about was not told, and its state is another. */
function isOther({ status, evidence }: Entry, draft: Draft, { text }: Document): boolean {
  if (draft.sentence.language !== 'en' || draft.quoted || draft.status === null || draft.status === status)
    return false;
  const words = topicOf(draft.title);
  const told = fold(evidence.map(({ start, end }) => text.slice(start, end)).join(' ')).replace(/-/g, '');
  return words.length > 0 && words.every((word) => !told.includes(word));
}

/** Code units of a value that names a month. */
const MONTH = 7;

/**
 * "The agreement signed in 2015" is another one than that which is only planned now, and than one with another date.
 */
function isEarlier(entry: Entry, { status, date, sentence, known, apart }: Draft, document: Document): boolean {
  const value = date?.value.value;
  if (value == null || sentence.kind !== 'body') return false;
  const open = entry.status === 'planned' || entry.status === 'proposed' || entry.status === 'discussed';
  if (status === 'signed' && open && (apart || date?.value.precision === 'year')) return true;
  if (sentence.language !== 'en' || !known) return false;
  const done = status === 'signed' || status === 'in_force' || status === 'ended';
  const dated = entry.date?.value.value;
  // What has ended was made before: "The pact expired on Friday. The agreement, which was brokered in 2020, …".
  if (entry.status === 'ended' && status === 'signed' && dated != null && value < dated && entry.parties.length < 2) return false; // prettier-ignore
  if (dated != null) return done && !dated.startsWith(value) && !value.startsWith(dated);
  const written = document.date?.value;
  if (!done || written == null || written.startsWith('--') || value.startsWith('--')) return false;
  const length = Math.min(value.length, written.length, MONTH);
  return value.slice(0, length) < written.slice(0, length);
}

/** "called for a permanent arrangement. Ships were inspected under the arrangement": that which is in force is another. */
const isOnlyHopedFor = ({ status, evidence }: Entry, draft: Draft): boolean =>
  draft.sentence.language === 'en' &&
  ((draft.status === 'in_force' && (status === 'proposed' || status === 'discussed')) ||
    // "initialled a protocol that widens the pact which they signed in May": two in one sentence
    (draft.status === 'signed' &&
      (status === 'planned' || status === 'proposed' || status === 'discussed') &&
      evidence.every(({ start }) => start === draft.sentence.start)));

/** What an agreement sets up stands within so many words of it. */
const SET_UP_WITHIN = 12;

/** "signed an agreement establishing a joint fund": the fund is what the agreement before it is for. */
function isSetUpBy({ sentence, kind, trigger }: Mention, paper: Mention | undefined): boolean {
  if (sentence.language !== 'en' || !paper || isPaper(kind.value.kind) || !isPaper(paper.kind.value.kind)) return false;
  return (
    trigger?.act === 'launch' &&
    trigger.from >= paper.kind.to &&
    kind.from - paper.kind.to <= SET_UP_WITHIN &&
    sentence.words.slice(paper.kind.to, trigger.to).every(({ gap }) => !gap.includes(','))
  );
}

/** How far behind the news of a paper, in paragraphs, those who signed it may be named. */
const SIGNED_WITHIN = 4;

/** Adds those who signed "it" to what was signed last, and the parties where it has fewer than two. */
function goOn(entries: readonly Entry[], sentence: Sentence, signing: Signing | null): void {
  if (!signing) return;
  const entry = entries.findLast(({ status, languages }) => status === 'signed' && languages.has(sentence.language));
  const last = entry?.evidence.at(-1)?.paragraph ?? 0;
  if (!entry || (sentence.language === 'en' && sentence.paragraph - last > SIGNED_WITHIN)) return;
  addEvidence(entry, evidenceOf(sentence));
  for (const signatory of signing.signatories)
    if (entry.signatories.every(({ value }) => value !== signatory.value)) entry.signatories.push(signatory);
  if (entry.parties.length < 2) addParties(entry, signing.parties);
}

/** "X, secretary of the division, and Y of the bank signed the deal": the paper of the lead, by the hands of those who signed it. */
function signedBefore(entries: readonly Entry[], draft: Draft): Entry | undefined {
  const { definite, many, further, status, signatories, parties, sentence } = draft;
  if (sentence.language !== 'en' || !definite || many || further || status !== 'signed' || signatories.length === 0)
    return undefined;
  const last = entries.findLast((entry) => !entry.headline && entry.languages.has('en') && isOfKind(entry, draft.kind));
  const place = last?.evidence.at(-1);
  if (last?.status !== 'signed' || last.many || !place || place.document !== sentence.document) return undefined;
  const near = sentence.paragraph - place.paragraph <= SIGNED_WITHIN;
  const shared = parties.some((party) => last.parties.some(({ value }) => sameParty(value, party.value) === true));
  return near && last.parties.length > 1 && shared ? last : undefined;
}

/** What a mention makes of an entry: "وقع الاتفاقية فلان" of one that was initialled tells by whose hand, and no more. */
function statusIn(entry: Entry, { status, initialled, date }: Draft): Draft['status'] {
  if (initialled === true) entry.initialled = true;
  return entry.initialled === true && entry.status === 'planned' && status === 'signed' && date === null
    ? 'planned'
    : status;
}

/** Puts one mention where it belongs: to an entry that it repeats, else to a new one, else nowhere. */
function place(entries: Entry[], draft: Draft, document: Document): boolean {
  const again = entries.findLast(
    (entry) => entry.languages.has(draft.sentence.language) && tellsAgain(entry, draft) && !isApart(entry, draft),
  );
  const repeated = draft.bygone === true ? undefined : (again ?? antecedent(entries, draft, document));
  const signed = signedBefore(entries, draft);
  // The offices of those who signed are no further parties.
  if (signed) absorb(signed, { ...draft, parties: [] }, draft.status);
  else if (repeated) absorb(repeated, draft, statusIn(repeated, draft));
  else if (stands(draft)) entries.push(entryOf(draft));
  else return false;
  return true;
}

/** Every part is a slice of the evidence: the sentences of parties, date and purpose are added. */
function withEvidenceOfParts(entry: Entry): Entry {
  for (const part of [entry.title, entry.purpose, entry.date, ...entry.parties, ...entry.signatories])
    if (part) addEvidence(entry, part.evidence);
  return entry;
}

/** Days within which two undated reports of one signing are taken for one. */
const REPORTED_WITHIN = 10;
const day = (date: PartialDate | null | undefined): number | null => {
  const value = date?.value;
  return value != null && value.length === 10 && !value.startsWith('-') ? Date.parse(value) / 86_400_000 : null;
};

/** An entry with the day by which it is known whether another document reports it again. */
interface Reported {
  readonly entry: Entry;
  readonly document: number;
  readonly day: number;
}

/** What two reports of one agreement have in common; so that not every entry is held against every other. */
const reportKey = ({ kind, status, many, parties }: Entry): string => `${kind} ${status} ${many} ${parties.length}`;

/** Whether two entries of different documents are one: every party is the same, and so is the time. */
function reportedTwice(a: Reported, b: Reported): boolean {
  if (a.document === b.document) return false;
  const within = a.entry.date && b.entry.date ? 0 : REPORTED_WITHIN;
  return Math.abs(a.day - b.day) <= within && compareParties(a.entry.parties, b.entry.parties) === 'same';
}

const asAgreement = (entry: Entry): Agreement => ({
  kind: entry.kind,
  title: entry.title?.value ?? null,
  parties: entry.parties.map(({ text }) => text),
  signatories: entry.signatories.map(({ value }) => value),
  status: entry.status,
  date: entry.date?.value ?? null,
  purpose: entry.purpose?.value ?? null,
  evidence: entry.evidence.map(evidenceOf),
});

/**
 * The agreements that a corpus tells of, each with all its evidence: what was signed, launched, planned, proposed or
 * only discussed, is in force or has ended. Every party, signatory, title and purpose is a slice of one of the evidence
 * sentences. `people` tells where persons are named, so that they are signatories and no parties.
 */
export function extractAgreements(corpus: Corpus, people: readonly Pick<Person, 'mentions'>[] = []): Agreement[] {
  const personsIn = personSpans(people);
  const all: Entry[] = [];
  const reports = new Map<string, Reported[]>();
  for (const reading of readingsOf(corpus))
    for (const entry of agreementsOf(reading, personsIn, eventDates(reading))) {
      const when = day(entry.date?.value ?? reading.document.date);
      if (when === null || entry.parties.length < 2) {
        all.push(entry);
        continue;
      }
      const report: Reported = { entry, document: reading.number, day: when };
      const alike = reports.get(reportKey(entry)) ?? [];
      const same = alike.find((earlier) => reportedTwice(earlier, report));
      if (same) join(same.entry, entry);
      else {
        all.push(entry);
        alike.push(report);
        reports.set(reportKey(entry), alike);
      }
    }
  return all.map((entry) => asAgreement(withEvidenceOfParts(entry)));
}
