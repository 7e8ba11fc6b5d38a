import type { Corpus } from '../corpus/document.js';
import type { Lexicon } from '../text/compiled-lexicon.js';
import { fold } from '../text/fold.js';
import { contains, overlaps } from '../text/span.js';
import { Arabic, VERB, type ArabicLexicon } from './arabic-words.js';
import { English } from './english-words.js';
import { GAZETTEER, type Gazetteer } from './gazetteer.js';
import type { Agreement, Evidence, Organisation, Person } from './knowledge.js';
import { partiesIn, sameParty, type Party } from './parties.js';
import { lexiconsOf } from './people.js';
import { evidenceOf, readingsOf, type Reading, type Sentence } from './reading.js';

/** A name of an organisation met in a text, without clitics and article before it. */
interface Met {
  readonly party: Party;
  readonly sentence: Sentence;
  readonly text: string;
  readonly folded: string;
  /** The letters in brackets behind it: Qatar Red Crescent Society (QRCS). */
  readonly abbreviation: Met | null;
}

/** An organisation as one document knows it. */
interface Group {
  readonly met: Met[];
  /** The first mention of each of its spellings, as far as they are compared. */
  readonly distinct: Met[];
  /** What it may share with a group of another document or language. */
  readonly keys: Set<string>;
}

/**
 * The organisations of a corpus, most often named first. Two names are one organisation where they are equal, where the
 * text ties an acronym to its long form, where both are the Red Crescent or Red Cross of one country, or where the
 * lexicon has one as the other's equivalent. "الهلال الأحمر" without a nationality stays its document's own.
 */
export function extractOrganisations(
  corpus: Corpus,
  people: readonly Person[] = [],
  agreements: readonly Agreement[] = [],
  gazetteer: Gazetteer = GAZETTEER,
  dictionary?: Lexicon,
): readonly Organisation[] {
  const { arabic, english } = lexiconsOf(gazetteer, dictionary);
  const isVerb = (folded: string): boolean =>
    (english.flags(folded) & (English.Saying | English.Acting)) !== 0 && (english.flags(folded) & English.Body) === 0;
  const names = personSpans(people);
  const equivalents = dictionary && equivalentsIn(dictionary);
  const groups = readingsOf(corpus).flatMap((reading) => {
    const met = reading.sentences.flatMap((sentence) => metIn(reading, sentence, names, arabic, isVerb));
    return groupsOf(met, equivalents);
  });
  const merged = mergeGroups(groups).filter((group) => isNamed(group, dictionary));
  const drafts = merged.map(({ met }) =>
    met.sort((a, b) => placeOf(a).document - placeOf(b).document || a.party.start - b.party.start),
  );
  drafts.sort((a, b) => b.length - a.length);
  const rolesThere = rolesIn(people);
  const agreementsOf = agreementsByParty(agreements);
  return drafts.map((met) => toOrganisation(met, rolesThere, agreementsOf));
}

/** The mentions of people that a sentence touches. */
type NamesIn = (sentence: Evidence) => readonly Evidence[];

/** Code units of a stretch of a document: mentions are looked up by it, as a paragraph may hold thousands. */
const STRETCH = 1024;

function personSpans(people: readonly Person[]): NamesIn {
  const byStretch = new Map<string, Evidence[]>();
  const stretches = ({ document, start, end }: Evidence): string[] => {
    const keys: string[] = [];
    for (let at = Math.floor(start / STRETCH); at * STRETCH < end; at++) keys.push(`${document} ${at}`);
    return keys;
  };
  for (const { mentions } of people) {
    for (const mention of mentions) {
      for (const key of stretches(mention)) push(byStretch, key, mention);
    }
  }
  return (sentence) => [
    ...new Set(
      stretches(sentence).flatMap((key) => (byStretch.get(key) ?? []).filter((name) => overlaps(name, sentence))),
    ),
  ];
}

function metIn(
  { document }: Reading,
  sentence: Sentence,
  names: NamesIn,
  arabic: ArabicLexicon,
  isVerb: (folded: string) => boolean,
): Met[] {
  const people = names(sentence);
  const taken = (i: number): boolean => {
    const word = sentence.words[i];
    if (word === undefined) return false;
    if (people.some((name) => contains(name, word))) return true;
    if (!word.arabic) return (!word.capital || sentence.kind !== 'body') && isVerb(word.folded);
    const { flags } = arabic(word.folded);
    return (flags & VERB) !== 0 && (flags & (Arabic.Definite | Arabic.Body | Arabic.Common | Arabic.Nationality)) === 0;
  };
  const parties = partiesIn(sentence, taken).filter(
    (party) =>
      party.kind === 'organisation' &&
      !PAPER.test(party.words.at(-1) ?? '') &&
      !people.some((name) => contains(name, party)),
  );
  const met: Met[] = [];
  for (const party of parties) {
    const text = document.text.slice(party.start, party.end);
    const one: Met = { party, sentence, text, folded: fold(text), abbreviation: null };
    const previous = met.at(-1);
    const between = previous === undefined ? '' : document.text.slice(previous.party.end, party.start).trim();
    const letters = LETTERS.test(one.text);
    if (previous !== undefined && letters && between === '(') met[met.length - 1] = { ...previous, abbreviation: one };
    else met.push(one);
  }
  return met;
}

/** A name that ends so is a paper's: Asean Framework Agreement. */
const PAPER = /^(?:agreement|accord|treaty|pact|protocol|convention|memorandum|declaration|charter)s?$/;

const placeOf = ({ sentence, party }: Met): Evidence => ({
  document: sentence.document,
  paragraph: sentence.paragraph,
  start: party.start,
  end: party.end,
});

/** The Red Cross and Red Crescent and the states they belong to: one for each country. */
const SOCIETY_HEADS = ['crescent', 'cross'];
/** A name of fewer words, without a country, is too common to be one across documents. */
const DISTINCT_WORDS = 3;

/** The keys of the English equivalents that the lexicon has of a folded name. */
type Equivalents = (folded: string) => readonly string[];

/** The same as a dictionary tells it, each name looked up once. */
function equivalentsIn(dictionary: Lexicon): Equivalents {
  const known = new Map<string, readonly string[]>();
  const read = (folded: string): string[] =>
    dictionary.arabic(folded.split(/[ -]+/).join(' ')).flatMap((number) => {
      const { english, partOfSpeech } = dictionary.entry(number);
      return partOfSpeech === 'x' || english.includes(' ') ? [`en ${fold(english)}`] : [];
    });
  return (folded) => {
    let keys = known.get(folded);
    if (keys === undefined) known.set(folded, (keys = read(folded)));
    return keys;
  };
}

function keysOf({ party, folded: whole }: Met, equivalents: Equivalents | undefined): string[] {
  const { words, countries, heads } = party;
  const keys: string[] = [];
  const society = SOCIETY_HEADS.find((head) => heads.includes(head));
  if (society !== undefined && countries.length === 1) keys.push(`${society} ${countries[0] ?? ''}`);
  if (society === undefined && (words.length >= DISTINCT_WORDS || countries.length > 0 || heads.length === 0))
    keys.push(`= ${words.join(' ')}`);
  if (society !== undefined && words.length > DISTINCT_WORDS) keys.push(`= ${words.join(' ')}`);
  const folded = whole.replace(/^the /, '');
  if (equivalents && !(society !== undefined && countries.length === 0 && words.length < DISTINCT_WORDS)) {
    keys.push(...equivalents(folded));
    if (words.length > 1 && /^[a-z]/.test(folded)) keys.push(`en ${folded}`);
  }
  return keys;
}

/** Groups what one document calls by one name, by an acronym or by a shorter form. */
function groupsOf(met: readonly Met[], equivalents: Equivalents | undefined): Group[] {
  const groups: Group[] = [];
  const byWords = new Map<string, Group>();
  for (const one of met) {
    const words = one.party.words.join(' ');
    let group = byWords.get(words);
    // letters may stand for any of a group's names, other names are held against its first
    group ??= groups.find((other) =>
      other.distinct.some((known, n) => (n === 0 || LETTERS.test(one.text)) && isOne(known, one)),
    );
    if (group === undefined) groups.push((group = { met: [], distinct: [], keys: new Set() }));
    byWords.set(words, group);
    if (one.abbreviation) byWords.set(one.abbreviation.party.words.join(' '), group);
    group.met.push(one);
    if (group.distinct.length < MOST_COMPARED && group.distinct.every(({ text }) => text !== one.text))
      group.distinct.push(one);
    for (const key of keysOf(one, equivalents)) group.keys.add(key);
  }
  return groups;
}

const LETTERS = /^[\p{Lu}\d&-]{2,10}$/u;

/** False for letters that nothing in the texts ties to a name and that the lexicon does not know either: MENA, IHL. */
const isNamed = ({ met }: Group, dictionary: Lexicon | undefined): boolean =>
  met.some(
    ({ text, folded, party, abbreviation }) =>
      abbreviation !== null ||
      !LETTERS.test(text) ||
      party.heads.length > 0 ||
      (dictionary?.english(folded).length ?? 0) > 0,
  );

const MOST_COMPARED = 6;

/** One organisation inside a document: as names of parties are compared, but across languages by its keys alone. */
const isOne = (a: Met, b: Met): boolean =>
  a.sentence.language === b.sentence.language && sameParty(a.party, b.party) === true;

function mergeGroups(groups: readonly Group[]): Group[] {
  const holder = new Map<string, Group>();
  const kept = new Set<Group>();
  for (const group of groups) {
    const others = new Set([...group.keys].map((key) => holder.get(key)).filter((found) => found !== undefined));
    const [target = { met: [], distinct: [], keys: new Set<string>() }] = others;
    for (const other of [group, ...others]) {
      if (other === target) continue;
      target.met.push(...other.met);
      for (const key of other.keys) target.keys.add(key);
      kept.delete(other);
    }
    for (const key of target.keys) holder.set(key, target);
    kept.add(target);
  }
  return [...kept];
}

/** An office that a person has, by whose words an organisation is known in the sentence that tells it. */
interface RoleThere {
  /** Index into `people`. */
  readonly person: number;
  readonly evidence: Evidence;
  readonly folded: string;
}

/** The offices of people, by document. */
function rolesIn(people: readonly Person[]): ReadonlyMap<number, readonly RoleThere[]> {
  const roles = new Map<number, RoleThere[]>();
  for (const [person, { roles: own }] of people.entries())
    for (const { title, organisation, evidence } of own)
      push(roles, evidence.document, { person, evidence, folded: fold(organisation ?? title) });
  return roles;
}

/** The agreements, as indexes, by the folded names of their parties. */
function agreementsByParty(agreements: readonly Agreement[]): ReadonlyMap<string, readonly number[]> {
  const found = new Map<string, number[]>();
  for (const [i, { parties }] of agreements.entries()) for (const party of parties) push(found, fold(party), i);
  return found;
}

function push<K, T>(map: Map<K, T[]>, key: K, value: T): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, [value]);
  else known.push(value);
}

/** Those whose office names the organisation in the sentence that tells it. */
const peopleThere = (met: readonly Met[], roles: ReadonlyMap<number, readonly RoleThere[]>): number[] =>
  inOrder(
    met.flatMap(({ sentence, folded }) =>
      (roles.get(sentence.document) ?? [])
        .filter(
          ({ evidence, folded: office }) =>
            sentence.start < evidence.end && evidence.start < sentence.end && office.includes(folded),
        )
        .map(({ person }) => person),
    ),
  );

const inOrder = (numbers: readonly number[]): number[] => [...new Set(numbers)].sort((a, b) => a - b);

function toOrganisation(
  met: readonly Met[],
  roles: ReadonlyMap<number, readonly RoleThere[]>,
  agreements: ReadonlyMap<string, readonly number[]>,
): Organisation {
  const spellings = new Map<string, { text: string; count: number; words: number }>();
  for (const { text, folded, party } of met) {
    const entry = spellings.get(folded) ?? { text, count: 0, words: party.words.length };
    entry.count++;
    spellings.set(folded, entry);
  }
  const abbreviations = new Set(met.flatMap(({ abbreviation }) => (abbreviation ? [abbreviation.text] : [])));
  const ordered = [...spellings.values()].sort((a, b) => b.count - a.count || b.words - a.words);
  const long = ordered.filter(({ text }) => !LETTERS.test(text));
  if (long.length > 0) for (const { text } of ordered) if (LETTERS.test(text)) abbreviations.add(text);
  const bare = long.filter(({ text }) => !/^(?:[وف]?لل)/.test(text));
  const shown = bare.length > 0 ? bare : long.length > 0 ? long : ordered;
  const names = shown.map(({ text }) => text);
  const sentences = new Map(
    met.map(({ sentence }) => [`${sentence.document} ${sentence.start}`, evidenceOf(sentence)]),
  );
  return {
    name: names[0] ?? '',
    names,
    abbreviations: [...abbreviations],
    mentions: met.map(placeOf),
    evidence: [...sentences.values()],
    people: peopleThere(met, roles),
    agreements: inOrder([...spellings.keys()].flatMap((folded) => agreements.get(folded) ?? [])),
  };
}
