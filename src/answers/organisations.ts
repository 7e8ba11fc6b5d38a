import { findOrganisations } from '../knowledge/find-organisations.js';
import type { Organisation } from '../knowledge/knowledge.js';
import type { Language } from '../text/language.js';
import { citeEvidence } from './evidence.js';
import type { Library } from './library.js';
import { messagesIn } from './messages/messages.js';
import { chooseByName } from './name-choice.js';
import { nameShown } from './name-shown.js';
import { suggestNames } from './name-suggestions.js';
import type { NameOptions } from './people.js';
import type { Reply } from './reply.js';

export type OrganisationOutcome = Pick<Reply, 'status'> &
  Partial<Pick<Reply, 'reason' | 'citations' | 'organisations' | 'suggestions' | 'notices' | 'unmatched'>>;

/** The organisations that a name or an abbreviation means, or all, most often named first. */
export function organisationReply({ name, limit, language }: NameOptions, library: Library): OrganisationOutcome {
  const { organisations } = library.knowledge;
  const { notice } = messagesIn(language);
  const { wanted, nearest, ambiguous, unmatched } = chooseByName(
    library,
    'organisation',
    organisations.length,
    name,
    (typed) => findOrganisations(organisations, typed),
  );
  if (wanted.length === 0) {
    return {
      status: 'not_found',
      reason: name === undefined ? 'not_stated' : 'name_missing',
      suggestions: nearest.map((i) => nameShown(organisations[i]!, language)),
      unmatched,
    };
  }
  const shown = wanted.slice(0, limit).map((i) => organisations[i]!);
  const cited = citeEvidence(
    library,
    shown.flatMap(({ evidence }) => evidence),
    shown.flatMap(({ mentions }) => mentions),
  );
  return {
    status: 'answered',
    citations: cited.citations,
    organisations: shown.map((organisation) => ({
      name: nameShown(organisation, language),
      names: organisation.names,
      abbreviations: organisation.abbreviations,
      citations: cited.indexesOf(organisation.evidence),
    })),
    suggestions: ambiguous ? shown.map((organisation) => nameShown(organisation, language)) : [],
    notices: [
      ...(ambiguous ? [notice.severalOrganisations(name ?? '', wanted.length)] : []),
      ...(shown.length === 1 ? besides(shown[0]!, library, language) : []),
      ...(wanted.length > shown.length ? [notice.shownOf(shown.length, wanted.length)] : []),
    ],
  };
}

/** What is told beside a single organisation: who holds an office there, what it is a party to. */
function besides({ people, agreements }: Organisation, { knowledge }: Library, language: Language): string[] {
  const { notice, kind } = messagesIn(language);
  const names = people.map((i) => nameShown(knowledge.people[i]!, language));
  const titles = agreements.flatMap((i) => {
    const agreement = knowledge.agreements[i];
    return agreement === undefined ? [] : [agreement.title ?? kind[agreement.kind]];
  });
  return [
    ...(names.length > 0 ? [notice.officesThere(names)] : []),
    ...(titles.length > 0 ? [notice.partyTo(titles)] : []),
  ];
}

/** Names for autocompletion, in either script: whole names first, then beginnings, then other spellings. */
export const suggestOrganisations = (library: Library, typed: string): { name: string; value: string }[] =>
  suggestNames(library, 'organisation', library.knowledge.organisations, typed, (name) =>
    findOrganisations(library.knowledge.organisations, name),
  );
