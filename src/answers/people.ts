import { findPeople } from '../knowledge/find-people.js';
import type { Agreement, Evidence, Person } from '../knowledge/knowledge.js';
import { fold } from '../text/fold.js';
import type { Language } from '../text/language.js';
import { citeEvidence, type CitedEvidence } from './evidence.js';
import type { Library } from './library.js';
import { messagesIn } from './messages/messages.js';
import { chooseByName } from './name-choice.js';
import { nameShown } from './name-shown.js';
import { suggestNames } from './name-suggestions.js';
import type { PersonEntry, Reply } from './reply.js';

export interface NameOptions {
  readonly name?: string | undefined;
  /** Entries at most. */
  readonly limit: number;
  readonly language: Language;
}

export type PersonOutcome = Pick<Reply, 'status'> &
  Partial<Pick<Reply, 'reason' | 'citations' | 'people' | 'suggestions' | 'notices' | 'unmatched'>>;

/** How many names of others a profile tells. */
const MOST_ALONGSIDE = 5;

/**
 * The profiles of those whom a name means, or of everybody, most often named first. A name that several have gives all
 * of them and says so; one that nobody has gives the nearest names.
 */
export function personReply({ name, limit, language }: NameOptions, library: Library): PersonOutcome {
  const { people } = library.knowledge;
  const { notice } = messagesIn(language);
  const { wanted, nearest, ambiguous, unmatched } = chooseByName(library, 'person', people.length, name, (typed) =>
    findPeople(people, typed),
  );
  if (wanted.length === 0) {
    return {
      status: 'not_found',
      reason: name === undefined ? 'not_stated' : 'name_missing',
      suggestions: nearest.map((i) => nameShown(people[i]!, language)),
      notices: [notice.peopleByIntroduction],
      unmatched,
    };
  }
  const shown = wanted.slice(0, limit).map((i) => people[i]!);
  const cited = citeEvidence(
    library,
    shown.flatMap(({ evidence }) => evidence),
    shown.flatMap(({ mentions }) => mentions),
  );
  return {
    status: 'answered',
    citations: cited.citations,
    people: shown.map((person) => personEntry(person, library, cited, language)),
    suggestions: ambiguous ? shown.map((person) => nameShown(person, language)) : [],
    notices: [
      ...(ambiguous ? [notice.severalPeople(name ?? '', wanted.length)] : []),
      ...(shown.length === 1 ? besides(shown[0]!, library, language) : []),
      ...(wanted.length > shown.length ? [notice.shownOf(shown.length, wanted.length)] : []),
      notice.peopleByIntroduction,
    ],
  };
}

export function personEntry(
  person: Person,
  { corpus }: Library,
  cited: CitedEvidence,
  language: Language,
): PersonEntry {
  const { whySame } = messagesIn(language);
  const { names, honorifics, roles, sameAs, evidence } = person;
  return {
    name: nameShown(person, language),
    names,
    honorifics,
    roles: roles.map((role) => ({
      title: role.title,
      organisation: role.organisation,
      date: corpus.documents[role.evidence.document]?.date ?? null,
      citation: cited.indexOf(role.evidence),
    })),
    sameAs: sameAs.map(({ names: pair, why }) => ({ names: pair, why: whySame[why] })),
    citations: cited.indexesOf(evidence),
  };
}

const within = (inner: Evidence, outer: Evidence): boolean =>
  inner.document === outer.document && inner.start >= outer.start && inner.end <= outer.end;

/** What the person signed, by the register of agreements: their name is one of the signatories. */
export const signedBy = ({ names, mentions }: Person, agreements: readonly Agreement[]): readonly Agreement[] => {
  const folded = new Set(names.map(fold));
  return agreements.filter(
    ({ signatories, evidence }) =>
      signatories.some((signatory) => folded.has(fold(signatory))) &&
      mentions.some((mention) => evidence.some((place) => within(mention, place))),
  );
};

/** What a single profile tells beside its entry: who is named alongside, what the person signed. */
function besides(person: Person, { knowledge }: Library, language: Language): string[] {
  const { notice, kind } = messagesIn(language);
  const others = person.alongside.slice(0, MOST_ALONGSIDE).map((i) => nameShown(knowledge.people[i]!, language));
  const signed = signedBy(person, knowledge.agreements).map((agreement) => agreement.title ?? kind[agreement.kind]);
  return [
    ...(signed.length > 0 ? [notice.signed(signed)] : []),
    ...(others.length > 0 ? [notice.namedAlongside(others)] : []),
  ];
}

/** Names for autocompletion, in either script: whole names first, then beginnings, then other spellings. */
export const suggestPeople = (library: Library, typed: string): { name: string; value: string }[] =>
  suggestNames(library, 'person', library.knowledge.people, typed, (name) =>
    findPeople(library.knowledge.people, name),
  );
