import { resolveRelative } from '../corpus/date-resolve.js';
import type { FoundDate, PartialDate } from '../corpus/date.js';
import type { Document } from '../corpus/document.js';
import { findDates } from '../corpus/dates.js';
import { contains, overlaps, type Span } from '../text/span.js';
import type { Mention } from './agreement-mentions.js';
import { markerAt, purposeOf, titleOf } from './agreement-phrases.js';
import { partiesOfMention, possibleParties } from './agreement-parties.js';
import { parted } from './agreement-status.js';
import type { AgreementKind, AgreementStatus } from './kinds.js';
import type { Evidence } from './knowledge.js';
import type { Party } from './parties.js';
import { evidenceOf, type Sentence } from './reading.js';

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
  readonly sentence: Sentence;
}

const FURTHER = new Set(['ايضا', 'كما', 'كذلك', 'اخري', 'اخر', 'also', 'another', 'separate', 'separately', 'second', 'additional', 'similar', 'مماثله', 'مماثل', 'ثانيه']); // prettier-ignore
const WITNESS = /^(?:ب?حضور|ب?رعايه|بمشاركه|presence|attended|witnessed|witness|patronage|auspices)$/;

/** Text of a document's span. */
const told = ({ text }: Document, { start, end }: Span, sentence: Sentence): Told => ({
  value: text.slice(start, end),
  evidence: evidenceOf(sentence),
});

/** The dates of a sentence, in offsets of the document. */
export function datesIn(document: Document, { start, end, language }: Sentence): FoundDate[] {
  const text = document.text.slice(start, end);
  if (!/\p{L}/u.test(text)) return [];
  return findDates(text, language).map((date) => ({ ...date, start: date.start + start, end: date.end + start }));
}

/** A found date as the document tells it; a weekday or "yesterday" without a day to count from keeps only its precision. */
export function dateTold(found: FoundDate, document: Document): PartialDate | null {
  const resolved = resolveRelative(found, document.date);
  if (resolved) return resolved;
  return found.weekday === undefined ? null : { value: null, precision: 'weekday', basis: 'stated' };
}

/** How far, in code units, a date may stand from the act it dates. */
const DATE_REACH = 220;

/** The date that stands nearest to the act, outside the names and purposes of things. */
function dateOfMention(mention: Mention, document: Document, closed: readonly Span[]): Told<PartialDate> | null {
  const { sentence, trigger, kind } = mention;
  const act = sentence.words[trigger ? trigger.from : kind.from]!;
  const noun = sentence.words[kind.from]!;
  const distance = ({ start, end }: FoundDate): number =>
    Math.min(...[act, noun].map((word) => (start >= word.end ? start - word.end : Math.max(0, word.start - end))));
  const near = datesIn(document, sentence)
    .filter((found) => !closed.some((span) => overlaps(span, found)) && distance(found) <= DATE_REACH)
    .sort((a, b) => distance(a) - distance(b));
  for (const found of near) {
    const date = dateTold(found, document);
    if (date) return { value: date, evidence: evidenceOf(sentence) };
  }
  return null;
}

/** The persons who sign: in the clause of a finite act, or after مع, between, by, on behalf of; never witnesses. */
function signatoriesOf(mention: Mention, document: Document, persons: readonly Span[]): Told[] {
  const { sentence, tags, trigger, status } = mention;
  if (trigger?.act !== 'sign' || (status !== 'signed' && status !== 'planned')) return [];
  const { words } = sentence;
  const found: Told[] = [];
  let open = trigger.finite;
  let from = Math.min(trigger.from, mention.kind.from);
  while (from > 0 && !parted(words, from - 1, from) && !/^(?:that|ان|who|which)$/.test(words[from - 1]!.folded)) from--;
  for (let i = from; i < words.length; i++) {
    if (i > mention.kind.to && /[;؛]/.test(words[i]!.gap)) break;
    if (WITNESS.test(words[i]!.folded.replace(/^و/, ''))) open = false;
    if (markerAt(tags, i, 'with', 'between', 'by') !== null || /^(?:عن|behalf)$/.test(words[i]!.folded)) open = true;
    const person = open
      ? persons.find(({ start, end }) => start >= words[i]!.start - 2 && start < words[i]!.end && end > start)
      : undefined;
    if (!person) continue;
    if (!found.some(({ value }) => value === document.text.slice(person.start, person.end)))
      found.push(told(document, person, sentence));
    while (i + 1 < words.length && words[i + 1]!.end <= person.end) i++;
  }
  return found;
}

/** Where the next agreement of the sentence begins, which ends what is told of this one. */
const limitOf = ({ sentence, kind, tags }: Mention): number =>
  tags.kinds.find(({ from, clitics }) => from > kind.to && (clitics.conjunction || from > kind.to + 3))?.from ??
  sentence.words.length;

/** A fund that acts: "أعلن صندوق قطر للتنمية", and not one that is set up. */
const isActor = ({ kind, trigger, sentence }: Mention, all: readonly Party[]): boolean =>
  kind.value.kind === 'fund' &&
  sentence.language === 'ar' &&
  trigger?.finite === true &&
  trigger.to === kind.from &&
  all.some((party) => party.from === kind.from && party.kind === 'organisation');

/** Everything one mention tells. `persons` are the places where the sentence names people. */
export function draftOf(mention: Mention, document: Document, persons: readonly Span[], previous: Draft | null): Draft {
  const { sentence, tags, kind, start } = mention;
  const all = possibleParties(sentence, tags);
  const title = titleOf(mention, all);
  const purpose = purposeOf(mention, title.to, limitOf(mention), all);
  const outside = all.filter((party) => !contains(title.span, party));
  const found = partiesOfMention(mention, outside, persons);
  // "the Jordan-Israel treaty": the name itself tells the parties.
  const parties =
    found.parties.length > 0 || found.refersBack ? found.parties : all.filter((party) => contains(title.span, party));
  const own = parties.map((party) => tellParty(document, party, sentence));
  const inherits = mention.coordinated && previous !== null && own.length < 2;
  const closed = purpose ? [title.span, purpose] : [title.span];
  return {
    kind: kind.value.kind,
    many: kind.value.many,
    definite: mention.definite,
    headline: sentence.kind !== 'body',
    coordinated: mention.coordinated,
    further: sentence.words.slice(0, start + 1).some(({ folded }) => FURTHER.has(folded.replace(/^و/, ''))),
    status: isActor(mention, all) ? null : mention.status,
    title: told(document, title.span, sentence),
    quoted: title.span.start >= (sentence.words[kind.to]?.start ?? Infinity),
    purpose: purpose && told(document, purpose, sentence),
    parties: inherits ? previous.parties : own,
    refersBack: inherits ? previous.refersBack : found.refersBack,
    signatories: mention.coordinated && previous ? previous.signatories : signatoriesOf(mention, document, persons),
    date: dateOfMention(mention, document, closed) ?? (mention.coordinated && previous ? previous.date : null),
    sentence,
  };
}
