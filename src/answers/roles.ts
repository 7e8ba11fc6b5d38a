import type { Evidence, Person } from '../knowledge/knowledge.js';
import { findPeople } from '../knowledge/find-people.js';
import { GAZETTEER } from '../knowledge/gazetteer.js';
import type { Passage, SearchIndex } from '../search/index.js';
import type { Query } from '../search/query.js';
import { isStopWord } from '../text/stop-words.js';
import { tokenize } from '../text/tokens.js';
import { contains, type Span } from '../text/span.js';
import type { CountryCode } from '../knowledge/countries.js';
import type { Library } from './library.js';
import type { Question } from './question.js';
import { countriesAmong } from './countries.js';

/** An office that a document gives somebody, as the search sees it. */
interface Office {
  readonly person: Person;
  readonly evidence: Evidence;
  /** Held in another's place, or no more: a vice-president is not the president. */
  readonly lesser: boolean;
  /** Stem numbers of its title and organisation, with what acronyms in it stand for. */
  readonly stems: ReadonlySet<number>;
  readonly countries: ReadonlySet<CountryCode>;
}

const officesOf = new WeakMap<Library, readonly Office[]>();

/** Words, folded, that make of an office that of a deputy or of somebody who has left it. */
const LESSER = new Set(
  'vice deputy assistant undersecretary associate aide former ex late نايب نائبه نايبه نواب مساعد مساعده معاون معاونه وكيل وكيله سابق سابقه سابقا اسبق راحل'.split(
    ' ',
  ),
);
const isLesser = (text: string): boolean =>
  tokenize(text).some(({ folded }) => LESSER.has(folded) || LESSER.has(folded.replace(/^[وفبلك]?(?:ال|لل)/, '')));

function stemsIn(index: SearchIndex, text: string): Set<number> {
  const stems = new Set<number>();
  const add = (stem: string): void => {
    const number = index.vocabulary.stemNumber(stem);
    if (number !== undefined) stems.add(number);
  };
  for (const { stem, folded, kind } of index.analysis.analyse(text)) {
    add(stem);
    for (const word of kind === 'word' ? (index.acronyms.get(folded) ?? []) : [])
      if (!isStopWord(word)) add(index.analysis.stemOf(word, 'word'));
  }
  return stems;
}

/** A text with the words of its acronyms behind it. */
const spelledOut = ({ acronyms }: SearchIndex, text: string): string =>
  [text, ...tokenize(text).flatMap(({ folded }) => acronyms.get(folded)?.join(' ') ?? [])].join(' ; ');

function offices(library: Library): readonly Office[] {
  let found = officesOf.get(library);
  if (found === undefined) {
    found = library.knowledge.people.flatMap((person) =>
      person.roles.map(({ title, organisation, evidence }) => ({
        person,
        evidence,
        lesser: isLesser(title),
        stems: stemsIn(library.search, `${title} ${organisation ?? ''}`),
        countries: countriesAmong(tokenize(spelledOut(library.search, `${title} ${organisation ?? ''}`))),
      })),
    );
    officesOf.set(library, found);
  }
  return found;
}

/** An answer read from what is known of people: the passage that says so, and the stretch that answers. */
export interface Known {
  readonly passage: Passage;
  readonly span: Span;
}

/** What the offices of a corpus say to "Who is the president of …?". */
export type OfficeAnswer =
  | { readonly kind: 'holder'; readonly known: Known }
  /** Others are said to hold that office, each in another country than the one asked for. */
  | { readonly kind: 'others' }
  /** The question is not one for an office. */
  | { readonly kind: 'other' };

/** The office must hold this share of the question's idf. */
const WHOLE = 0.97;

const isRoleHead = (word: string): boolean =>
  (['ar', 'en'] as const).some((language) =>
    ['one', 'plural'].some(
      (kind) =>
        GAZETTEER.words('role-heads', language, kind).has(word) ||
        GAZETTEER.words('role-heads', language, kind).has(word.replace(/^[وفبلك]?(?:ال|لل)/, '')),
    ),
  );

/** Share of the query's idf that an office holds: stems, or a term of several of them. */
function share(query: Query, { stems }: Office): number {
  let held = 0;
  for (const concept of query.concepts) {
    const single = [...concept.stems].some(([stem, weight]) => weight >= 0.5 && stems.has(stem));
    const term = [...concept.terms].some(
      ([first, list]) => stems.has(first) && list.some(({ rest }) => rest.every((stem) => stems.has(stem))),
    );
    if (single || term) held += concept.idf;
  }
  return held / query.totalIdf;
}

const passageOf = ({ search }: Library, { document, paragraph }: Evidence): Passage | undefined =>
  search.passages.find((passage) => passage.document === document && passage.paragraph.number === paragraph);

function holderIn(library: Library, { person, evidence }: Office): Known | null {
  const passage = passageOf(library, evidence);
  const mention = person.mentions.find(
    (place) =>
      place.document === evidence.document && place.paragraph === evidence.paragraph && contains(evidence, place),
  );
  return passage === undefined || mention === undefined ? null : { passage, span: mention };
}

/** Tells the offices of the kind asked for: those whose title has one of the heads. */
function ofHeads(query: Query, heads: ReadonlySet<number>): (office: Office) => boolean {
  const concepts = query.concepts.filter(({ position }) => heads.has(position));
  return ({ stems }) =>
    concepts.some((concept) => [...concept.stems].some(([stem, weight]) => weight >= 0.5 && stems.has(stem)));
}

const isElsewhere = ({ countries }: Office, { countries: asked }: Question): boolean =>
  countries.size > 0 && [...asked].some((code) => !countries.has(code));

/** Whether offices of the kind asked for are known by country, and none of them is of those the question names. */
function areElsewhere(library: Library, question: Question, query: Query, heads: ReadonlySet<number>): boolean {
  if (question.countries.size === 0) return false;
  const placed = offices(library)
    .filter(({ countries }) => countries.size > 0)
    .filter(ofHeads(query, heads));
  return placed.length > 0 && placed.every((office) => isElsewhere(office, question));
}

/** Positions in the question of heads of offices, where it asks who holds one; none in other questions. */
function headsAsked({ terms, verbs, kind }: Question): ReadonlySet<number> {
  if (verbs.size > 0 || !['who', 'what', 'list'].includes(kind)) return new Set();
  return new Set([...terms.keys()].filter((i) => !terms[i]!.stop && isRoleHead(terms[i]!.folded)));
}

/**
 * Whether a passage gives offices of the kind that a question asks for, but each in another's place (a vice-president) or
 * in another country: then it does not say who holds the one asked for.
 */
export function tellsOtherOffices(library: Library, question: Question, query: Query, passage: Passage): boolean {
  const heads = headsAsked(question);
  if (heads.size === 0) return false;
  const there = offices(library)
    .filter(({ evidence }) => evidence.document === passage.document && evidence.paragraph === passage.paragraph.number)
    .filter(ofHeads(query, heads));
  const ofLesser = isLesser(question.text);
  return there.length > 0 && there.every((office) => (office.lesser && !ofLesser) || isElsewhere(office, question));
}

/**
 * Who holds the office that a question asks for. Plain search cannot tell the secretary-general of one society from its
 * president where both stand in one sentence; the offices read from the documents can.
 */
export function officeAnswer(
  library: Library,
  question: Question,
  query: Query,
  accepts: (passage: Passage) => boolean,
): OfficeAnswer {
  const heads = headsAsked(question);
  if (heads.size === 0) return { kind: 'other' };
  const ofLesser = isLesser(question.text);
  let best: Known | null = null;
  let most = 0;
  for (const office of offices(library)) {
    if (office.lesser && !ofLesser) continue;
    const held = share(query, office);
    if (held <= most) continue;
    const holder = holderIn(library, office);
    if (holder === null || !accepts(holder.passage)) continue;
    most = held;
    best = holder;
  }
  if (best !== null && most >= WHOLE) return { kind: 'holder', known: best };
  return areElsewhere(library, question, query, heads) ? { kind: 'others' } : { kind: 'other' };
}

/** The person that a question is about where it names one and asks nothing else of a sentence than who that is. */
function personAsked(library: Library, question: Question): Person | null {
  const { terms, required, kind, text } = question;
  const content = [...terms.keys()].filter((i) => !terms[i]!.stop);
  const onlyName = content.length > 0 && content.every((i) => required.has(i));
  if (kind !== 'role' && !(kind === 'who' && onlyName)) return null;
  const named = content.filter((i) => required.has(i)).map((i) => text.slice(terms[i]!.start, terms[i]!.end));
  if (named.length === 0) return null;
  const { matches } = findPeople(library.knowledge.people, named.join(' '));
  const [first, second] = matches;
  if (first === undefined || first.rank === 'described') return null;
  // Two people of one surname stay two: then the passages must decide.
  if (second !== undefined && second.rank === first.rank && second.cost === first.cost) return null;
  return library.knowledge.people[first.entry] ?? null;
}

/** The office of the person a question names, from a passage that `accepts` admits; null where it is not such a question. */
export function profileAnswer(
  library: Library,
  question: Question,
  accepts: (passage: Passage) => boolean,
): Known | null {
  const person = personAsked(library, question);
  // An office says more with what it is an office of: the secretary-general of a society before a mere ambassador.
  const offices = [...(person?.roles ?? [])].sort(
    (a, b) => Number(b.organisation !== null) - Number(a.organisation !== null),
  );
  for (const { title, evidence } of offices) {
    const passage = passageOf(library, evidence);
    if (passage === undefined || !accepts(passage)) continue;
    const start = library.corpus.documents[evidence.document]!.text.indexOf(title, evidence.start);
    if (start >= 0 && start + title.length <= evidence.end)
      return { passage, span: { start, end: start + title.length } };
  }
  return null;
}
