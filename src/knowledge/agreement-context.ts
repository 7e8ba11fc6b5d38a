import type { Document } from '../corpus/document.js';
import { fold } from '../text/fold.js';
import type { Language } from '../text/language.js';
import type { Span } from '../text/span.js';
import { type Draft, tellParty, type ToldParty } from './agreement-draft.js';
import { addParties, compareParties } from './agreement-merge.js';
import { onlyTwo, pairIn } from './agreement-pairs.js';
import { namedParties } from './agreement-zones.js';
import { bothBodies, counterpartCountries, isAnyBody } from './english-bodies.js';
import { tagAgreementWords } from './agreement-words.js';
import { eventPhrases } from './event-phrases.js';
import { partiesNamed, type Party, sameParty } from './parties.js';
import type { Reading, Sentence, Word } from './reading.js';

/** Parties that were named together, for "both sides". */
interface Pair {
  readonly parties: readonly ToldParty[];
  readonly sentence: Sentence;
}

/** What a document has named so far, in one language. */
interface Named {
  /** The pair named first: whose visit, talks or meeting the document is about. */
  first: Pair | null;
  /** The pair named last. */
  latest: Pair | null;
  /** The last sentence that names just two, though not as a pair. */
  loose: Pair | null;
  /** The pair of states named last. */
  states: Pair | null;
  /** The last pairs, the latest at the end. */
  readonly pairs: Pair[];
}

/** So many pairs are kept. */
const MOST_PAIRS = 12;

/** How far back, in sentences, "both sides" may reach. */
const MEMORY = 40;

/** The word by which an institution is called in short: its first in Arabic, its last in English. */
const nounOf = ({ words }: Party): string => (/[a-z]/.test(words[0] ?? '') ? words.at(-1) : words[0]) ?? '';

/** "the Fund" may be the Fund for Development as well as the Children's Fund. */
const isCalled = (body: Party, short: Party): boolean =>
  /[a-z]/.test(short.words[0] ?? '') ? body.words.includes(nounOf(short)) : nounOf(body) === nounOf(short);

/** "the bank" in small letters is a party only where the document names the bank that it means. */
const isUnnamed = ({ value, text }: ToldParty): boolean =>
  value.kind === 'short' && /^[a-z]/.test(text) && value.words[0] !== 'government';

const isShort = ({ kind, words }: Party): boolean =>
  kind === 'short' || (kind === 'organisation' && words.length === 1);

/** What stands before a sentence in its document, read only when a mention asks for it. */
export interface DocumentContext {
  /** A mention with the parties that its "both sides", "البنك" or QRCS mean in this document. */
  readonly complete: (draft: Draft) => Draft;
}

/** The context of one document; `personsIn` tells where people are named within a span of it. */
export function documentContext(
  { document, sentences }: Reading,
  personsIn: (within: Span) => readonly Span[],
): DocumentContext {
  const named: Readonly<Record<Language, Named>> = {
    ar: { first: null, latest: null, loose: null, states: null, pairs: [] },
    en: { first: null, latest: null, loose: null, states: null, pairs: [] },
  };
  const bodies: ToldParty[] = [];
  let read = 0;
  /** Reads on to sentence `index`, which is not read itself. */
  const readTo = (index: number): void => {
    for (; read < Math.min(index, sentences.length); read++) remember(document, sentences[read]!);
  };
  const remember = (of: Document, sentence: Sentence): void => {
    const tags = tagAgreementWords(sentence.words);
    const all = namedParties(sentence, tags);
    if (all.length === 0) return;
    const persons = personsIn(sentence);
    const tell = (party: Party): ToldParty => tellParty(of, party, sentence);
    bodies.push(...all.filter(({ kind }) => kind === 'organisation').map(tell));
    const so = named[sentence.language];
    const pair = pairIn(sentence, tags, all, persons);
    if (pair) {
      so.latest = { parties: pair.map(tell), sentence };
      so.pairs.push(so.latest);
      if (so.pairs.length > MOST_PAIRS) so.pairs.shift();
    }
    if (pair?.every(isState) === true) so.states = so.latest;
    const two = onlyTwo(all, persons);
    if (two) so.loose = { parties: two.map(tell), sentence };
    so.first ??= so.latest;
  };
  return {
    complete: (draft) => {
      const pair = needsPair(draft)
        ? (readTo(draft.sentence.index), pairMeant(named[draft.sentence.language], draft))
        : null;
      const parties = pair ? referredTo(pair, draft.parties) : draft.parties;
      const joined = draft.sentence.language === 'ar' && parties.some(({ text }) => WITH_L.test(text));
      if (!joined && !parties.some(({ value }) => isShort(value))) return { ...draft, parties };
      readTo(draft.sentence.index);
      const full = (joined ? parties.map((party) => withoutL(party, bodies)) : parties)
        .map((party) => fullName(party, bodies, draft, document))
        .filter((party) => !isUnnamed(party));
      return { ...draft, parties: full.filter((party, n) => isFirst(full, party, n)) };
    },
  };
}

/** "رئيس للصندوق السعودي": the article is lost in the preposition. */
const WITH_L = /^لل/u;

/** A party by its name without the preposition, where the document has it so before. */
const withoutL = (party: ToldParty, bodies: readonly ToldParty[]): ToldParty =>
  WITH_L.test(party.text)
    ? (bodies.findLast(({ value, text }) => !WITH_L.test(text) && sameParty(value, party.value) === true) ?? party)
    : party;

const isConcluded = ({ status }: Draft): boolean => status === 'signed' || status === 'planned';

/** A truce is one between those who were named together last. */
export const isTruce = ({ sentence, title }: Draft): boolean =>
  sentence.language === 'ar' && /^(?:ال)?(?:هدنه|وقف)/.test(fold(title?.value ?? ''));

const needsPair = (draft: Draft): boolean =>
  draft.refersBack || (isTruce(draft) && draft.status !== null)
    ? draft.parties.length < (draft.refersBack ? 2 : 1)
    : draft.parties.length === 0 && isConcluded(draft) && eventPhrases(draft.sentence).some(({ definite }) => definite);

const isState = ({ kind }: Party): boolean => kind === 'country' || kind === 'nationality' || kind === 'city';

/** "the two governments", "both countries" are states, and no bodies that were named together. */
const ofStates = ({ words, language }: Sentence): boolean =>
  language === 'en' &&
  words.some(
    ({ folded }, i) =>
      /^(?:governments|countries|nations|states|neighbours|neighbors)$/.test(folded) &&
      /^(?:two|both)$/.test(words[i - 1]?.folded ?? ''),
  );

/** Whom "both sides" means, or those whose meeting it was where a paper was signed at its end; null for nobody. */
function pairMeant({ first, latest, loose, states, pairs }: Named, draft: Draft): Pair | null {
  const { refersBack, sentence } = draft;
  if (!refersBack && !isTruce(draft)) return first;
  const { words } = sentence;
  const named = sentence.language === 'en' ? bothBodies(words) : null;
  const names = named ? words.slice(named.from + 1, named.to - 1).filter(({ capital }) => capital) : [];
  // "the two Red Crescent societies": both of them are.
  if (names.length > 0)
    return pairs.findLast(({ parties }) => parties.every(({ value }) => names.every(({ folded }) => value.words.includes(folded)))) ?? null; // prettier-ignore
  // "his Kazakh counterpart": one of them is Kazakh.
  const countries = sentence.language === 'en' && !ofStates(sentence) ? counterpartCountries(words) : [];
  const met = pairs.findLast(({ parties }) => parties.some(({ value }) => value.countries.some((code) => countries.includes(code)))); // prettier-ignore
  // Somebody else's counterpart: nobody known was met, unless the sentence says "both" as well.
  if (met || (countries.length > 0 && !words.some(({ folded }) => /^(?:two|both|they|their)$/.test(folded))))
    return met ?? null;
  // "The bank has lent Chad $2 billion. The two sides …": the two of the sentence before stand nearest.
  const near = sentence.language === 'en' && loose && loose.sentence.paragraph === sentence.paragraph && loose.sentence.index === sentence.index - 1; // prettier-ignore
  const pair = ofStates(sentence) ? states : near ? loose : (latest ?? loose);
  return pair && sentence.index - pair.sentence.index <= MEMORY ? pair : null;
}

/** The parties of the pair, with their sentence, and the one party that the mention itself names. */
function referredTo({ parties }: Pair, named: readonly ToldParty[]): ToldParty[] {
  // "الحكومة" alone is one of the two.
  const own = named.filter(
    ({ value }) => value.kind !== 'name' && (value.kind !== 'short' || value.words[0] !== 'حكومه'),
  );
  const entry = { parties: [...own], evidence: [] };
  const both = parties.slice(0, 2);
  if (compareParties(own, both) !== 'different') addParties(entry, both);
  return entry.parties;
}

/**
 * A party by the fuller name that the document gave it before: "البنك" as the bank that was named, QRCS as the society
 * whose letters it has. Itself where there is none, or where it could be two.
 */
function fullName(party: ToldParty, bodies: readonly ToldParty[], { sentence }: Draft, document: Document): ToldParty {
  if (!isShort(party.value)) return party;
  if (isUnnamed(party) && isAnyBody(party.value.words[0] ?? '')) return subjectBefore(bodies, sentence) ?? party;
  const isIt =
    party.value.kind === 'short'
      ? (body: ToldParty): boolean => isCalled(body.value, party.value)
      : (body: ToldParty): boolean => body.value.words.length > 1 && sameParty(body.value, party.value) === true;
  const fuller = bodies.filter(isIt);
  const latest = fuller.at(-1) ?? saidBefore(party, sentence, document);
  return latest && fuller.every(({ value }) => sameParty(value, latest.value) !== false) ? latest : party;
}

/**
 * "the ERC's director said that the society would sign", "قال مدير الهلال الأحمر السوري إن المنظمة وقعت": a body of the same
 * sentence, by its letters or, in Arabic, the one that speaks.
 */
function saidBefore({ value, evidence }: ToldParty, sentence: Sentence, document: Document): ToldParty | undefined {
  const isHere = evidence.document === sentence.document && evidence.start === sentence.start;
  if (value.kind !== 'short' || !isHere || /^(?:government|حكومه|جيش|حركه|جبهه|قوات)$/.test(value.words[0] ?? ''))
    return undefined;
  const { words, language } = sentence;
  const that = words.findLastIndex(({ folded, end }) => end <= value.start && /^(?:that|[وفب]?ان)$/.test(folded));
  if (that < 0) return undefined;
  const before = partiesNamed(sentence).filter(({ kind, to }) => kind === 'organisation' && to <= that);
  const [first, second] = before;
  if (language === 'ar') return first && !second ? tellParty(document, first, sentence) : undefined;
  const body = before.find(({ from, to }) => to - from === 1 && isLetters(words[from]!));
  return body && tellParty(document, body, sentence);
}

const isLetters = ({ raw }: Word): boolean => /^\p{Lu}{2,}$/u.test(raw);

/** "the organisation", "the agency": no word of a body's name; the body that began one of the sentences just before. */
function subjectBefore(bodies: readonly ToldParty[], { paragraph, start }: Sentence): ToldParty | undefined {
  const last = bodies.findLast(({ value, evidence }) => value.from <= LEADING && evidence.paragraph >= paragraph - 1);
  return last && last.evidence.start < start ? last : undefined;
}

/** A subject begins within so many words: "On Monday the Qatar Red Crescent". */
const LEADING = 3;

/** Whether no earlier one is the same party: "the ministry" may turn out to be one that is named as well. */
const isFirst = (parties: readonly ToldParty[], { value }: ToldParty, n: number): boolean =>
  parties.slice(0, n).every((other) => other.value !== value && sameParty(other.value, value) !== true);
