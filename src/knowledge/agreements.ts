import type { PartialDate } from '../corpus/date.js';
import type { Corpus, Document } from '../corpus/document.js';
import type { Language } from '../text/language.js';
import type { Span } from '../text/span.js';
import {
  absorb,
  addEvidence,
  addParties,
  compareParties,
  type Entry,
  join,
  joinLanguages,
  resolveHeadlines,
  resolveMany,
  sameFamily,
  tellsAgain,
} from './agreement-merge.js';
import { type Draft, draftOf, tellParty, type ToldParty } from './agreement-draft.js';
import { mentionsIn } from './agreement-mentions.js';
import { onlyTwo, pairIn, possibleParties } from './agreement-parties.js';
import { eventDates, type EventDates } from './event-dates.js';
import { eventPhrases } from './event-phrases.js';
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

/** Parties that were named together, for "both sides". */
interface Context {
  readonly parties: readonly ToldParty[];
  readonly sentence: Sentence;
}

/** What a document has named so far, in one language. */
interface Contexts {
  /** The pair named first: whose visit, talks or meeting the document is about. */
  first: Context | null;
  /** The pair named last. */
  latest: Context | null;
  /** The last sentence that names just two, though not as a pair. */
  loose: Context | null;
}

/** A mention that only repeats: how far back, in sentences, what it repeats may stand. */
const MEMORY = 40;

const isPaper = (kind: AgreementKind): boolean => kind !== 'initiative' && kind !== 'fund' && kind !== 'other';

/** Whether what is told is enough for an entry of its own. */
function stands({ kind, many, status, parties, quoted, purpose, headline }: Draft): boolean {
  if (status === null) return false;
  if (kind === 'other' && many && (status === 'planned' || status === 'proposed')) return parties.length >= 2;
  switch (status) {
    case 'signed':
    case 'launched':
      // Even without parties a paper that was signed is one; a thing that was launched needs a name or a purpose.
      return (
        parties.length > 0 || quoted || (!headline && (purpose !== null || (status === 'signed' && isPaper(kind))))
      );
    case 'planned':
    case 'proposed':
    case 'discussed':
    case 'ended':
      return parties.length > 0 || quoted;
    case 'in_force':
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
});

/** The entry that "the agreement", "هذه المبادرة" repeats: the latest of its family that the parties allow. */
function antecedent(entries: readonly Entry[], draft: Draft): Entry | undefined {
  if (!draft.definite || draft.many || draft.further) return undefined;
  const possible = entries.filter(
    (entry) =>
      !entry.many &&
      entry.languages.has(draft.sentence.language) &&
      sameFamily(entry.kind, draft.kind) &&
      compareParties(entry.parties, draft.parties) !== 'different' &&
      entry.evidence.some(({ document }) => document === draft.sentence.document),
  );
  const exact = possible.filter(({ kind }) => kind === draft.kind);
  return (exact.length > 0 ? exact : possible).at(-1);
}

/** The agreements of one document, in the order in which they are first told. */
function agreementsOf(reading: Reading, personsIn: ReturnType<typeof personSpans>, dates: EventDates): Entry[] {
  const { document, sentences } = reading;
  const entries: Entry[] = [];
  const contexts: Readonly<Record<Language, Contexts>> = {
    ar: { first: null, latest: null, loose: null },
    en: { first: null, latest: null, loose: null },
  };
  const headlines: Draft[] = [];
  const bodies: ToldParty[] = [];
  for (const sentence of sentences) {
    const { tags, mentions } = mentionsIn(sentence);
    const persons = personsIn(sentence.document, sentence);
    let previous: Draft | null = null;
    for (const mention of mentions) {
      let draft: Draft = draftOf(mention, document, persons, previous);
      const context = meant(contexts[sentence.language], draft);
      if (context) draft = { ...draft, parties: referredTo(context, draft.parties) };
      if (draft.status !== null && draft.date === null) draft = { ...draft, date: dates.ofEventIn(sentence) };
      draft = { ...draft, parties: draft.parties.map((party) => named(party, bodies)) };
      previous = draft;
      if (!place(entries, draft) && draft.headline) headlines.push(draft);
    }
    const parties = possibleParties(sentence, tags);
    for (const party of parties) if (party.kind === 'organisation') bodies.push(tellParty(document, party, sentence));
    remember(
      contexts[sentence.language],
      document,
      sentence,
      pairIn(sentence, tags, parties, persons),
      onlyTwo(parties, persons),
    );
  }
  return joinLanguages(resolveMany(resolveHeadlines(entries, headlines))).map(withEvidenceOfParts);
}

/** The word by which an institution is called in short: its first in Arabic, its last in English. */
const nounOf = ({ words }: Party): string => (/[a-z]/.test(words[0] ?? '') ? words.at(-1) : words[0]) ?? '';

/**
 * A party by the fuller name that the document gave it before: "البنك" as the bank that was named, QRCS as the society
 * whose letters it has. Itself where there is none, or where it could be two.
 */
function named(party: ToldParty, bodies: readonly ToldParty[]): ToldParty {
  const { kind, words } = party.value;
  const isIt =
    kind === 'short'
      ? (body: ToldParty): boolean => nounOf(body.value) === nounOf(party.value)
      : (body: ToldParty): boolean => body.value.words.length > 1 && sameParty(body.value, party.value) === true;
  if (kind !== 'short' && (kind !== 'organisation' || words.length > 1)) return party;
  const fuller = bodies.filter(isIt);
  const latest = fuller.at(-1);
  return latest && fuller.every(({ value }) => sameParty(value, latest.value) !== false) ? latest : party;
}

function remember(
  contexts: Contexts,
  document: Document,
  sentence: Sentence,
  pair: readonly Party[] | null,
  two: readonly Party[] | null,
): void {
  const context = (parties: readonly Party[]): Context => ({
    parties: parties.map((party) => tellParty(document, party, sentence)),
    sentence,
  });
  if (pair) contexts.latest = context(pair);
  if (two) contexts.loose = context(two);
  contexts.first ??= contexts.latest;
}

/** Whom "both sides" means, or those whose meeting it was where a paper was signed at its end; null for nobody. */
function meant(contexts: Contexts, draft: Draft): Context | null {
  if (draft.parties.length >= 2) return null;
  if (draft.refersBack) {
    const context = contexts.latest ?? contexts.loose;
    return context && draft.sentence.index - context.sentence.index <= MEMORY ? context : null;
  }
  const concluded = draft.status === 'signed' || draft.status === 'planned';
  if (draft.parties.length > 0 || !concluded) return null;
  return eventPhrases(draft.sentence).some(({ definite }) => definite) ? contexts.first : null;
}

/** The parties of the context, with their sentence, and the one party that the mention itself names. */
function referredTo({ parties }: Context, own: readonly ToldParty[]): ToldParty[] {
  const entry = { parties: [...own], evidence: [] };
  const both = parties.slice(0, 2);
  if (compareParties(own, both) !== 'different') addParties(entry, both);
  return entry.parties;
}

/** Puts one mention where it belongs: to an entry that it repeats, else to a new one, else nowhere. */
function place(entries: Entry[], draft: Draft): boolean {
  const again = entries.findLast((entry) => entry.languages.has(draft.sentence.language) && tellsAgain(entry, draft));
  const repeated = again ?? antecedent(entries, draft);
  if (repeated) absorb(repeated, draft, draft.status);
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

/** Whether two entries of different documents are one: every party is the same, and so is the time. */
function reportedTwice(a: Entry, b: Entry, dateOf: (entry: Entry) => PartialDate | null): boolean {
  if (a.kind !== b.kind || a.status !== b.status || a.many !== b.many || a.parties.length < 2) return false;
  if (a.parties.length !== b.parties.length || compareParties(a.parties, b.parties) !== 'same') return false;
  const [first, second] = [day(a.date?.value ?? dateOf(a)), day(b.date?.value ?? dateOf(b))];
  return first !== null && second !== null && Math.abs(first - second) <= (a.date && b.date ? 0 : REPORTED_WITHIN);
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
  for (const reading of readingsOf(corpus)) {
    const entries = agreementsOf(reading, personsIn, eventDates(reading));
    const dateOf = ({ evidence }: Entry): PartialDate | null => corpus.documents[evidence[0]!.document]!.date;
    for (const entry of entries) {
      const same = all.find(
        (earlier) =>
          earlier.evidence[0]!.document !== entry.evidence[0]!.document && reportedTwice(earlier, entry, dateOf),
      );
      if (same) join(same, entry);
      else all.push(entry);
    }
  }
  return all.map((entry) => asAgreement(withEvidenceOfParts(entry)));
}
