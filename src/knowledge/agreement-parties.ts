import { contains, overlaps, type Span } from '../text/span.js';
import { isStopWord } from '../text/stop-words.js';
import { isReported, markerAt } from './agreement-phrases.js';
import { parted } from './agreement-status.js';
import { isApposition, isMoney, type Mention } from './agreement-mentions.js';
import {
  afterDateline,
  isOfficeOfCabinet,
  startsClause,
  meansBefore,
  isOfName,
  isPartOfBody,
  namesParties,
  onBehalf,
  partakersAt,
  ownSigning,
} from './arabic-agreements.js';
import type { Tags } from './agreement-words.js';
import { partyAt, type Party, partiesIn, sameParty } from './parties.js';
import { BROKERED, isAlsoListed, isBrokered, membersAfter, ofBodies, ownCountry } from './english-party-phrases.js';
import { bothBodies, counterpartCountries, unnamedBodies } from './english-bodies.js';
import type { Sentence, Word } from './reading.js';

/** The parties that a sentence gives to an agreement, and whether words such as "both sides" refer to earlier ones. */
export interface FoundParties {
  readonly parties: readonly Party[];
  readonly refersBack: boolean;
}

const COMMA = /[,،]/;
const HARD = /[;؛:!?؟]/;
/** A subject, or what follows بين and مع, is looked for in at most this many words. */
const ZONE = 36;

interface Zone {
  readonly from: number;
  readonly to: number;
  /** In another clause: only where nobody stands nearer, not even "both sides". */
  readonly afar?: true;
}

/** "the Hope Foundation": inside a sentence a verb has no capital. */
const isInName = ({ words, kind }: Sentence, i: number): boolean =>
  kind === 'body' &&
  i > 0 &&
  words[i]!.capital &&
  words[i]!.gap === '' &&
  words[i]!.raw !== words[i]!.raw.toUpperCase();

/** Possible parties of a sentence by their names; words of acts, kinds and modes end a name. */
export function namedParties(sentence: Sentence, tags: Tags): readonly Party[] {
  const taken = new Set<number>();
  for (const { from, to, value } of tags.kinds)
    if (value.kind !== 'fund' && value.proof !== 'signature') for (let i = from; i < to; i++) taken.add(i);
  for (const { from, to, value, clitics } of tags.verbs)
    // A noun with the article is part of a name more often than an act: وزارة الإعلان, "Signing Ceremony".
    if (sentence.language === 'en' ? value.form !== 'participle' && !isInName(sentence, from) : !clitics.article)
      for (let i = from; i < to; i++) taken.add(i);
  const named = partiesIn(sentence, (i) => taken.has(i));
  return sentence.language === 'ar'
    ? named.filter(({ from }) => !isOfficeOfCabinet(sentence.words, from))
    : named.filter((party) => !isAdjective(party, sentence, tags, named));
}

/** Possible parties of a sentence, those in small letters ("the ministry") included. */
export function possibleParties(sentence: Sentence, tags: Tags): readonly Party[] {
  const named = namedParties(sentence, tags);
  const unnamed = sentence.language === 'en' ? unnamedBodies(sentence) : [];
  return unnamed.length === 0 ? named : [...named, ...unnamed].sort((a, b) => a.from - b.from);
}

const withoutCities = (parties: readonly Party[]): Party[] => parties.filter(({ kind }) => kind !== 'city');

/** "Technical negotiations on a pact", "State oil marketer SOMO": in capitals only because the sentence begins with it. */
const isAdjective = ({ kind, from, to }: Party, { words }: Sentence, tags: Tags, all: readonly Party[]): boolean =>
  kind === 'name' &&
  from === 0 &&
  to === 1 &&
  (tags.actNouns.some((noun) => noun.from === 1) ||
    tags.kinds.some((noun) => noun.from === 1) ||
    all.some(
      (other) =>
        other.from > 1 &&
        other.from <= 3 &&
        words.slice(1, other.from + 1).every(({ gap, folded }) => gap === '' && !isStopWord(folded)),
    ));

/** Drops names of persons, and what only repeats another: an acronym in brackets, the same name again. */
function distinct(parties: readonly Party[], persons: readonly Span[]): Party[] {
  const kept: Party[] = [];
  for (const party of parties) {
    if (party.kind === 'name' && persons.some((person) => overlaps(person, party))) continue;
    if (persons.some((person) => contains(person, party))) continue;
    if (kept.some((other) => sameParty(other, party) === true)) continue;
    kept.push(party);
  }
  return kept;
}

const MONTHS = new Set('january february march april may june july august september october november december monday tuesday wednesday thursday friday saturday sunday last this recent early late'.split(' ')); // prettier-ignore
/** "In February Somalia signed": a time is no place, and what follows it is the subject. */
const isTime = (word: Word | undefined): boolean => word !== undefined && (word.number || MONTHS.has(word.folded));

/** How far before في the office stands: "وزير الزراعة والري في جمهورية تنزانيا". */
const OFFICE_REACH = 5;

/** Whether word `i` is في between an office and its state, which is no place of what happened. */
function isOfficeIn(words: readonly Word[], i: number, all: readonly Party[]): boolean {
  if (words[i]!.folded !== 'في' || (partyAt(all, i + 1) ?? partyAt(all, i + 2))?.kind !== 'country') return false;
  for (let k = i; k > Math.max(0, i - OFFICE_REACH) && words[k]!.gap === ''; k--)
    if (/^[وفبل]?(?:وزير|رييس|محافظ|امين|مدير)ه?$/.test(words[k - 1]!.folded)) return true;
  return false;
}

/**
 * The parties inside a zone, those of occasions and witnesses ("in Doha", "بحضور …") left out until the next comma.
 * Names of nothing known and adjectives count only where nothing better stands.
 */
function partiesOf(
  { words, language }: Sentence,
  tags: Tags,
  all: readonly Party[],
  zone: Zone,
  subject = false,
): Party[] {
  const found: Party[] = [];
  let away = false;
  for (let i = zone.from; i < zone.to; i++) {
    if (COMMA.test(words[i]!.gap)) away = false;
    if (markerAt(tags, i, 'between', 'with') !== null) away = false;
    // What "with" introduces is looked for apart.
    if (subject && markerAt(tags, i, 'with') !== null) break;
    const party = partyAt(all, i);
    if (party) {
      // "الجمعة بالرباط": where, not who
      const place =
        language === 'ar' && party.kind === 'city' && words[i]!.raw.charAt(party.start - words[i]!.start - 1) === 'ب';
      if (!away && !place) found.push(party);
      i = party.to - 1;
      continue;
    }
    if (language === 'ar' && isPartOfBody(words, i, found.at(-1), partyAt(all, i + 1))) {
      found.pop();
      continue;
    }
    if (markerAt(tags, i, 'away') !== null && !isTime(words[i + 1]) && !isOfficeIn(words, i, all)) away = true;
    if (language === 'ar' && /^ب(?:ال)?(?:مقر|قصر|مدينة|العاصمة|حضور)/.test(words[i]!.folded)) away = true;
  }
  const sure = found.filter(({ kind }) => kind !== 'name' && kind !== 'nationality' && kind !== 'short');
  // "وقعته الحكومة والمركزيات النقابية والاتحاد العام": called in short, but one of them
  const joined = (party: Party): boolean =>
    language === 'ar' && party.kind === 'short' && party.words[0] === 'حكومه' && sure.some(({ from }) => from === party.to && words[from]!.folded.startsWith('و')); // prettier-ignore
  const listed = (party: Party): boolean => (language === 'en' ? isAlsoListed(words, party, sure) : joined(party));
  if (sure.length >= 2) return found.filter((party) => sure.includes(party) || listed(party));
  // "The ministry said Qatar signed": in small letters only where no other could be the subject.
  const small = (party: Party): boolean => language === 'en' && !words[party.from]!.capital;
  return subject && found.some((party) => !small(party)) ? found.filter((party) => !small(party)) : found;
}

const AUXILIARY = /^(?:has|have|had|is|are|was|were|will|would)$/;

/** "along the lines of the one that X signed with Y", "similar to that with Y": another paper is told, with its own parties. */
function isComparison({ words, language }: Pick<Sentence, 'words' | 'language'>, i: number): boolean {
  if (language !== 'en') return false;
  const [first, second] = [words[i]?.folded, words[i + 1]?.folded ?? ''];
  return (
    (first === 'the' && /^ones?$/.test(second)) ||
    (first === 'along' && second === 'the' && words[i + 2]?.folded === 'lines') ||
    (first === 'similar' && second === 'to') ||
    (first === 'modelled' && second === 'on') ||
    (first === 'like' && /^(?:the|that|those)$/.test(second))
  );
}

/** Where a list of parties after بين, مع, between, with, by ends. */
function zoneAfter({ words, language }: Sentence, tags: Tags, from: number, all: readonly Party[]): Zone {
  let to = from;
  while (to < words.length && to < from + ZONE) {
    const party = partyAt(all, to);
    if (party) {
      to = party.to;
      continue;
    }
    const { gap, folded } = words[to]!;
    if (to > from && (HARD.test(gap) || isComparison({ words, language }, to))) break;
    if (to > from && language === 'ar' && startsClause(words[to]!)) break;
    // ", the Foreign Office said"
    if (language === 'en' && to > from && COMMA.test(gap) && isReported({ words }, to)) break;
    if (to > from && COMMA.test(gap) && !all.some((each) => each.from >= to && each.from <= to + 6)) break;
    if (tags.verbs.some((verb) => verb.from === to && verb.value.form !== 'noun' && verb.value.form !== 'participle'))
      break;
    if (tags.kinds.some((kind) => kind.from === to)) break;
    // "with Fiji, and talks with Tonga": another clause
    if (language === 'en' && to > from && tags.actNouns.some(({ from: at, value }) => at === to && value.act === 'discuss')) break; // prettier-ignore
    // "with France and had asked Japan for one"
    if (language === 'en' && to > from && AUXILIARY.test(folded)) break;
    if (to > from && markerAt(tags, to, 'relative') !== null && language === 'ar') break;
    if (to > from && markerAt(tags, to, 'purpose') !== null && !(language === 'en' && (folded === 'for' || folded === 'on') && words[to + 1]?.capital)) break; // prettier-ignore
    if (to > from && markerAt(tags, to, 'away') !== null && language === 'ar' && folded !== 'في') break;
    if (to > from && markerAt(tags, to, 'away') !== null && language === 'en' && !/^(?:in|at|of)$/.test(folded)) break;
    to++;
  }
  return { from, to };
}

/** A dateline ends within so many words. */
const DATELINE = 12;

/** The start of the clause of word `i`: after a stop, a colon, "that", أن. */
function clauseStart(sentence: Sentence, i: number): number {
  const { words, language } = sentence;
  const dateline = language === 'ar' ? afterDateline(sentence) : 0;
  for (let k = i; k > 0; k--) {
    if (k === dateline || (language === 'ar' && startsClause(words[k]!))) return k;
    const { gap } = words[k]!;
    // A dash near the beginning ends the dateline: "Amman, March 14 - Jordan signed".
    if (HARD.test(gap) || (gap.includes('–') && k <= DATELINE)) return k;
    const { folded } = words[k - 1]!;
    if (
      language === 'en'
        ? /^(?:that|while|whereas|which|who|when|after|where|but)$/.test(folded)
        : /^[وف]?(?:ان|انه|انها|حيث|فيما|بينما)$/.test(folded) && !isOfName(words[k - 1]!)
    )
      return k;
  }
  return 0;
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

/** "المركز يعتزم أن يوقع", "الأطراف … معربا عن أمله في أن تتوصل": who does it stands before what is planned or wished. */
function wishedZone(sentence: Sentence, tags: Tags, clause: number): Zone | null {
  const that = clause - 1;
  const { folded, raw } = sentence.words[that] ?? {};
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

/** The only two states or bodies that a sentence names, however they stand in it; null where there are more or fewer. */
export function onlyTwo(all: readonly Party[], persons: readonly Span[]): Party[] | null {
  const known = distinct(
    all.filter(({ kind }) => kind === 'country' || kind === 'organisation'),
    persons,
  );
  return known.length === 2 ? known : null;
}

/** The word after a party and the other name that stands in brackets after it. */
const bracketsEnd = (words: readonly Word[], { to, also }: Party): number =>
  also && words[to]?.gap.endsWith('(') === true ? to + also.length : to;

const isNamed = ({ kind }: Party): boolean => kind === 'country' || kind === 'organisation';

/** Two or more parties that a sentence names together, so that "both sides" may later mean them; null for none. */
export function pairIn(
  sentence: Sentence,
  tags: Tags,
  all: readonly Party[],
  persons: readonly Span[],
): Party[] | null {
  const { words } = sentence;
  const dateline = sentence.language === 'ar' ? afterDateline(sentence) : 0;
  const known = all.filter(({ kind, from }) => kind !== 'name' && kind !== 'short' && from >= dateline);
  if (known.length === 0 || all.length < 2) return null;
  // "بين الوزارة والهلال الأحمر التركي": one of the two may be called in short.
  const named =
    sentence.language === 'ar' ? all.filter(({ kind, from }) => kind !== 'name' && from >= dateline) : known;
  for (let i = 0; i < words.length; i++) {
    const between = markerAt(tags, i, 'between');
    if (between !== null) {
      const before = meansBefore(words, i)
        ? withoutCities(named)
            .filter(({ to }) => to <= i - 1)
            .slice(-1)
        : [];
      const after = partiesOf(sentence, tags, named, zoneAfter(sentence, tags, between, named));
      const parties = distinct([...before, ...after], persons);
      if (parties.length >= 2) return parties;
    }
    const together = markerAt(tags, i, 'with');
    if (together === null) continue;
    const clause = clauseStart(sentence, i);
    const near = known.filter(({ from, to }) => from >= clause && to <= i && i - to < 30);
    const bodies = near.filter(({ kind }) => kind !== 'city');
    const before = bodies.length > 0 ? bodies : near;
    const after = partiesOf(sentence, tags, known, zoneAfter(sentence, tags, together, known));
    const pair = distinct([...before.slice(0, 1), ...after], persons);
    if (pair.length >= 2 && after.length > 0 && before.length > 0) return pair;
  }
  for (const [n, first] of known.entries()) {
    const second = known[n + 1];
    if (second === undefined || (sentence.language === 'ar' && n > 0)) break;
    // "ABU DHABI – The Red Crescent (ERC) and the society": a dateline and brackets may stand before and between.
    const to = bracketsEnd(words, first);
    // "China, Peru sign letter of intent"
    const listed = sentence.kind !== 'body' && n === 0 && isNamed(first) && isNamed(second) && first.from === 0 && second.from === to && words[to]!.gap === ','; // prettier-ignore
    if (!listed && (second.from - to > 2 || !/^(?:و|and)/.test(words[to]?.folded ?? ''))) continue;
    const pair = distinct([first, second], persons);
    if (pair.length === 2 && (n === 0 || pair.every(({ kind }) => kind !== 'city'))) return pair;
  }
  return null;
}
