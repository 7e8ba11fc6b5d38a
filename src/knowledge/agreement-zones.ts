import { contains, overlaps, type Span } from '../text/span.js';
import { isStopWord } from '../text/stop-words.js';
import { isReported, markerAt } from './agreement-phrases.js';
import { afterDateline, isOfficeOfCabinet, startsClause, isOfName, isPartOfBody } from './arabic-agreements.js';
import type { Tags } from './agreement-words.js';
import { partyAt, type Party, partiesIn, sameParty } from './parties.js';
import { isAlsoListed } from './english-party-phrases.js';
import { unnamedBodies } from './english-bodies.js';
import type { Sentence, Word } from './reading.js';

export const COMMA = /[,،]/;
export const HARD = /[;؛:!?؟]/;
/** A subject, or what follows بين and مع, is looked for in at most this many words. */
export const ZONE = 36;

export interface Zone {
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

export const withoutCities = (parties: readonly Party[]): Party[] => parties.filter(({ kind }) => kind !== 'city');

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
export function distinct(parties: readonly Party[], persons: readonly Span[]): Party[] {
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
export function partiesOf(
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
export function isComparison({ words, language }: Pick<Sentence, 'words' | 'language'>, i: number): boolean {
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
export function zoneAfter({ words, language }: Sentence, tags: Tags, from: number, all: readonly Party[]): Zone {
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
export function clauseStart(sentence: Sentence, i: number): number {
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
