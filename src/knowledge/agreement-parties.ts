import { type Span } from '../text/span.js';
import { markerAt } from './agreement-phrases.js';
import { parted } from './agreement-status.js';
import { isApposition, isMoney, type Mention } from './agreement-mentions.js';
import { startsClause, meansBefore, namesParties, onBehalf, partakersAt, ownSigning } from './arabic-agreements.js';
import type { Tags } from './agreement-words.js';
import { partyAt, type Party } from './parties.js';
import { BROKERED, isBrokered, membersAfter, ofBodies, ownCountry } from './english-party-phrases.js';
import { bothBodies, counterpartCountries } from './english-bodies.js';
import type { Sentence, Word } from './reading.js';
import {
  COMMA,
  HARD,
  ZONE,
  type Zone,
  withoutCities,
  distinct,
  partiesOf,
  isComparison,
  zoneAfter,
  clauseStart,
} from './agreement-zones.js';
import { pairIn } from './agreement-pairs.js';

/** The parties that a sentence gives to an agreement, and whether words such as "both sides" refer to earlier ones. */
export interface FoundParties {
  readonly parties: readonly Party[];
  readonly refersBack: boolean;
}

/** The verb of a relative clause stands at most so many words after "which". */
const RELATIVE_VERB = 3;

/** "The two organisations, which signed a memorandum, will …": the subject that a relative clause hangs on. */
function outerSubject(sentence: Sentence, tags: Tags, all: readonly Party[], { from, to }: Zone): Zone[] {
  if (!/^(?:which|who|that)$/.test(sentence.words[from - 1]?.folded ?? '')) return [];
  const zone = { from: clauseStart(sentence, from - 1), to: from - 1 };
  const both =
    tags.markers.size > 0 &&
    [...Array(zone.to - zone.from).keys()].some((k) => markerAt(tags, zone.from + k, 'both') !== null);
  if (to - from > RELATIVE_VERB && !both) return [];
  return both ? [zone] : [{ ...zone, from: lastNamed(sentence, all, zone) }];
}

/** "leads the New Bridge party, which signed": of what is named before, the last, with what "and" joins to it. */
function lastNamed({ words }: Sentence, all: readonly Party[], zone: Zone): number {
  const named = all.filter(({ from, to }) => from >= zone.from && to <= zone.to);
  let n = named.length - 1;
  const isJoined = (left: Party, right: Party): boolean =>
    words.slice(left.to, right.from).every(({ folded }) => folded === 'and' || folded === 'the');
  while (n > 0 && isJoined(named[n - 1]!, named[n]!)) n--;
  return named[n]?.from ?? zone.from;
}

const BE = /^(?:be|been|being|is|are|was|were)$/;
/** Begins a clause that tells on which condition or when. */
const LATER_CLAUSE = /^(?:once|when|until|unless|if|while|pending)$/;

/** "the accord signed in Geneva", of which something else is told. */
const isReduced = ({ sentence: { words }, trigger, kind, start }: Mention): boolean =>
  trigger !== null && trigger.from === kind.to && start > 0 && !BE.test(words[trigger.from - 1]!.folded);

/** The word after "by" where a passive after the noun tells by whom: "was signed by the two ministers". */
const byAfter = ({ tags, trigger, kind }: Mention): number | null =>
  trigger !== null && trigger.from >= kind.to ? markerAt(tags, trigger.to, 'by') : null;

/** Where the subject of the act stands. */
function subjectZones(mention: Mention, all: readonly Party[]): Zone[] {
  const { sentence, tags, trigger, start, kind } = mention;
  const { language } = sentence;
  if (!trigger || isBrokered(mention)) return [];
  const before = { from: clauseStart(sentence, trigger.from), to: trigger.from };
  if (trigger.from >= kind.to) {
    // Told after: "التي وقعتها قطر", "that Qatar signed"; else the subject of the whole sentence: "They concluded talks on
    // a pact, to be signed", "بدأ الهلال الأحمر مشروعا بموجب اتفاقية وقعها".
    const whole = { from: clauseStart(sentence, start), to: start };
    // "welcomed the accord signed in Geneva", "the zone, the accord on which was signed by both": others are the subject.
    if (language === 'en' && (isReduced(mention) || byAfter(mention) !== null))
      return [{ from: kind.to, to: trigger.from }];
    // "اتفاقية أبرمتها الجمعية … انتهى العمل بها": who concluded it
    const own = language === 'ar' && trigger.act === 'end' ? ownSigning(tags, kind, sentence.words.length) : -1;
    if (own >= 0) return [{ from: own + 1, to: Math.min(sentence.words.length, own + 13) }, whole];
    return language === 'ar'
      ? [{ from: trigger.to, to: Math.min(sentence.words.length, trigger.to + 12) }, whole]
      : BE.test(sentence.words[trigger.from - 1]?.folded ?? '')
        ? [whole]
        : [{ from: kind.to, to: trigger.from }, whole];
  }
  // Who is asked stands between the asking and the act: "invited QRCS to sign", "دعا الهلال الأحمر القطري لتوقيع".
  const asking = tags.modes.filter(({ to }) => to <= trigger.from && to >= before.from).at(-1);
  const on = asking && /^(?:on|upon)$/.test(sentence.words[asking.to]?.folded ?? '') ? 1 : 0;
  const asked = asking ? [{ from: asking.to + on, to: trigger.from }] : [];
  // "withdrawing the United States from the accord": the object of the act is the party.
  const withdrawn = trigger.act === 'end' ? [{ from: trigger.to, to: start }] : [];
  // "said that talks were under way": the verb of saying has another subject.
  const isSaid = !trigger.finite && sentence.words[before.from - 1]?.folded === 'that';
  const outer = isSaid ? [] : outerSubject(sentence, tags, all, before);
  if (language === 'en') return [...asked, ...withdrawn, before, ...outer];
  const wished = wishedZone(sentence, tags, before.from);
  if (wished) return [...(start > trigger.to ? [{ from: trigger.to, to: start }] : []), before, wished];
  const between = { from: trigger.to, to: start };
  const own = between.to - between.from > 0 ? [between] : [];
  return [...own, ...asked, before];
}

/** How far before أن the word that plans or wishes may stand: "يعتزم أن", "عن أمله في أن". */
const WISH_REACH = 2;

const IMPERSONAL = /^(?:س?[يت]تم|تمت?|جر[يت]|س?[يت]جري|من|في|لا|لم|لن|ليس)$/;

/** "المركز يعتزم أن يوقع", "الأطراف … معربا عن أمله في أن تتوصل": who does it stands before what is planned or wished. */
function wishedZone(sentence: Sentence, tags: Tags, clause: number): Zone | null {
  const that = clause - 1;
  const { folded, raw } = sentence.words[that] ?? {};
  // "أعلن الهلال الأحمر أنه سيوقع", and not "أنه تم توقيع": the pronoun is whoever says it
  if (/^[وب]?(?:انه|انها|انهما)$/.test(folded ?? '') && !IMPERSONAL.test(sentence.words[clause]?.folded ?? ''))
    return { from: clauseStart(sentence, that), to: that, afar: true };
  if (folded !== 'ان' || raw?.includes('إ') === true) return null;
  const wish = tags.modes.some(
    ({ value: { mode }, to }) => (mode === 'planned' || mode === 'proposed') && to <= that && that - to <= WISH_REACH,
  );
  return wish ? { from: clauseStart(sentence, that), to: that, afar: true } : null;
}

/** Who does something under an agreement: before "under" in its clause, or behind the comma ("Under the pact, Qatar will …"). */
function actorUnder({ sentence, start, kind }: Mention, all: readonly Party[]): Party[] {
  const { words } = sentence;
  const from = clauseStart(sentence, start);
  const opens = start - from <= 2;
  const comma = words.findIndex(({ gap }, i) => i >= kind.to && COMMA.test(gap));
  if (opens && (comma < 0 || comma > kind.to + ACTOR_REACH)) return [];
  const zone = opens ? { from: comma, to: comma + ACTOR_REACH } : { from, to: start };
  const actor = all.find(
    (party) =>
      (party.kind === 'country' || party.kind === 'organisation') &&
      party.from >= zone.from &&
      party.to <= zone.to &&
      !isAway(words[party.from - 1]),
  );
  return actor ? [actor] : [];
}

/** A comma, or who acts, stands within so many words. */
const ACTOR_REACH = 10;
const isAway = (word: Word | undefined): boolean => /^(?:in|at|of|from|to|for|near|with)$/.test(word?.folded ?? '');

/** Parties of one mention, from بين, the subject, مع and by; `persons` are the places of people's names. */
export function partiesOfMention(mention: Mention, all: readonly Party[], persons: readonly Span[]): FoundParties {
  const { sentence, tags, kind, trigger } = mention;
  const { words, language } = sentence;
  const two = language === 'en' ? bothBodies(words) : null;
  const inside = (zone: Zone, subject = false): Party[] =>
    partiesOf(sentence, tags, all, zone, subject).filter((party) => !two || !overlapping(two, party));
  const hasBoth = ({ from, to }: Zone): boolean => {
    if (two && two.from >= from && two.to <= to) return true;
    for (let i = from; i < to; i++)
      if (markerAt(tags, i, 'both') !== null || /^(?:they|their)$/.test(words[i]!.folded)) return true;
    return (
      language === 'ar' &&
      trigger !== null &&
      /(?:تا|ان|ا)$/.test(words[trigger.from]!.folded) &&
      trigger.finite &&
      from === trigger.to
    );
  };
  const after = kind.to;
  let lone: readonly Party[] = [];
  for (let i = after; i < Math.min(words.length, after + 14) && !parted(words, after, i); i++) {
    if (tags.kinds.some(({ from }) => from === i && i > after)) break;
    const names = language === 'ar' && i - after <= 3 && namesParties(words, i);
    const next = names ? i + 1 : markerAt(tags, i, 'between');
    // "مذكرتي تفاهم مع كل من X وY": the other one stands before
    if (next === null || (language === 'ar' && /^[وف]?مع$/.test(words[i - 1]!.folded))) continue;
    const zone = zoneAfter(sentence, tags, next, all);
    const named =
      language === 'ar' && meansBefore(words, i)
        ? withoutCities(all)
            .filter(({ to }) => to <= mention.start)
            .slice(-1)
        : [];
    const parties = distinct([...named, ...inside(zone)], persons);
    // "نقل الجرحى بين خطوط التماس": one alone between two is rather a place; the parties may stand elsewhere.
    if (language === 'ar' && parties.length === 1 && !names && !hasBoth(zone)) {
      lone = parties;
      break;
    }
    if (parties.length > 0) return { parties, refersBack: parties.length < 2 && hasBoth(zone) };
    if (hasBoth(zone)) return { parties, refersBack: true };
  }
  const parties: Party[] = [];
  let refersBack = false;
  for (const zone of subjectZones(mention, all)) {
    if (parties.length > 0 || (zone.afar && refersBack)) break;
    parties.push(...inside(zone, true));
    refersBack ||= hasBoth(zone);
  }
  const by = byAfter(mention);
  refersBack ||= language === 'en' && by !== null && hasBoth({ from: by, to: Math.min(words.length, by + 3) });
  const from = trigger ? Math.min(trigger.from, kind.from) : kind.from;
  for (let i = clauseStart(sentence, from); i < words.length; i++) {
    if (i > kind.to && language === 'en' && (isApposition(words, i) || isComparison(sentence, i))) break;
    // "agreements with Fiji, and talks with Tonga": the talks are about another
    if (i > kind.to && language === 'en' && /^(?:talks|negotiations)$/.test(words[i]!.folded)) break;
    const stops = language === 'en' ? LATER_CLAUSE.test(words[i]!.folded) : startsClause(words[i]!);
    if (i > kind.to && (HARD.test(words[i]!.gap) || stops)) break;
    const next = markerAt(
      tags,
      i,
      'with',
      ...(trigger && trigger.from >= kind.to && !trigger.stage && !isBrokered(mention) ? (['by'] as const) : []),
    );
    if (next === null || i < from - ZONE) continue;
    if (language === 'en' && words[i]!.folded === 'by' && BROKERED.test(words[i - 1]?.folded ?? '')) continue;
    // "with the aim of" and the like lead to no party.
    const zone = zoneAfter(sentence, tags, next, all);
    const [first] = inside({ from: next, to: Math.min(zone.to, next + 14) });
    if (first) parties.push(...inside(zone));
    refersBack ||= first === undefined && hasBoth({ from: next, to: Math.min(words.length, next + 3) });
  }
  // "approved a bailout for Ghana": who gets the money.
  const borrower = language === 'en' && isMoney(sentence, kind) ? borrowerAfter(mention, all) : undefined;
  if (borrower) parties.push(borrower);
  if (language === 'en' && mention.status === 'in_force' && trigger === null && distinct(parties, persons).length < 2) {
    const of = two && two.to <= kind.from;
    refersBack ||= of === true;
    if (!of) parties.push(...actorUnder(mention, all));
  }
  // "a fund in which Iran and Iraq would take part"
  const members = language === 'en' && parties.length === 0 ? membersAfter(mention) : -1;
  if (members >= 0) parties.push(...inside(zoneAfter(sentence, tags, members, all)));
  // "launched was an initiative of the society and UNICEF"
  if (parties.length === 0 && language === 'en' && ofBodies(mention))
    parties.push(...inside(zoneAfter(sentence, tags, kind.to + 1, all)));
  // "The Greek minister said that his country would like to conclude a pact with Egypt"
  const own = language === 'en' && parties.length === 1 && trigger ? ownCountry(mention, all, trigger.from) : undefined;
  if (language === 'ar') {
    for (const i of partakersAt(sentence, tags, kind)) parties.push(...inside(zoneAfter(sentence, tags, i, all)));
    if (parties.length < 2) parties.push(...onBehalf(sentence, tags, kind, all));
    if (parties.length === 0) parties.push(...lone);
  }
  const kept = distinct(own ? [own, ...parties] : parties, persons);
  // "told reporters beside his Kazakh counterpart that a pact would be signed": the two whose meeting it is.
  refersBack ||= language === 'en' && kept.length === 0 && trigger !== null && counterpartCountries(words).length > 0;
  const sure = kept.filter(({ kind: each }) => each !== 'name' || language === 'en');
  // "Mali and Chad initialled a protocol under the pact that the two nations signed in May"
  const pair = language === 'en' && refersBack && sure.length === 0 ? pairBefore(mention, all, persons) : null;
  if (pair) return { parties: pair, refersBack: false };
  return { parties: sure, refersBack: sure.length < 2 && refersBack };
}

/** The two states that the same sentence has named together before "the two nations". */
function pairBefore(
  { sentence, tags, start }: Mention,
  all: readonly Party[],
  persons: readonly Span[],
): Party[] | null {
  const { words } = sentence;
  const both = words.findIndex(({ folded }, i) => i > start && STATES.test(folded) && /^(?:two|both)$/.test(words[i - 1]!.folded)); // prettier-ignore
  if (both < 0) return null;
  const pair = pairIn(sentence, tags, all.filter(({ to }) => to <= start), persons); // prettier-ignore
  return pair?.length === 2 && pair.every(({ kind }) => kind === 'country') ? pair : null;
}
const STATES = /^(?:nations|countries|states|governments|neighbou?rs|sides)$/;

/** Who stands right behind the "for" of a bailout or a credit line. */
function borrowerAfter({ sentence: { words }, kind: { to } }: Mention, all: readonly Party[]): Party | undefined {
  if (words[to]?.folded !== 'for') return undefined;
  const party = partyAt(all, to + (words[to + 1]?.folded === 'the' ? 2 : 1));
  return party?.kind === 'country' || party?.kind === 'organisation' ? party : undefined;
}

const overlapping = (a: Zone, b: Zone): boolean => a.from < b.to && b.from < a.to;
