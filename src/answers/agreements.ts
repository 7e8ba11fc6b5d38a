import type { Agreement } from '../knowledge/knowledge.js';
import type { AgreementKind, AgreementStatus } from '../knowledge/kinds.js';
import { countryNamed, namesOfCountry } from '../knowledge/countries.js';
import { buildNameIndex, lookUpName, type NameIndex } from '../knowledge/name-index.js';
import { buildCompletion, complete, type Completion } from './completion.js';
import type { Library } from './library.js';
import { listEntries, type ListOptions } from './listing.js';
import { mostFrequent, partiesLike, partyFilter } from './party-filter.js';
import type { Reply } from './reply.js';

export interface AgreementOptions extends ListOptions {
  readonly party?: string | undefined;
  readonly kind?: AgreementKind | undefined;
  readonly status?: AgreementStatus | undefined;
}

export type AgreementOutcome = Pick<Reply, 'status'> &
  Partial<Pick<Reply, 'reason' | 'citations' | 'agreements' | 'unmatched' | 'suggestions' | 'notices'>>;

/** Everybody who takes part: parties, and those who sign for them. */
const namesIn = ({ parties, signatories }: Agreement): readonly string[] => [...parties, ...signatories];

/** The register of agreements, filtered; each with all its evidence. */
export function agreementReply(options: AgreementOptions, library: Library): AgreementOutcome {
  const { agreements } = library.knowledge;
  const { party, kind, status } = options;
  const isParty = party === undefined ? () => true : partyFilter(library, party);
  const accepts = (agreement: Agreement): boolean =>
    (kind === undefined || agreement.kind === kind) &&
    (status === undefined || agreement.status === status) &&
    (party === undefined || namesIn(agreement).some(isParty));
  const { cited, entries, ...list } = listEntries(library, agreements, options, accepts, (agreement) => [
    agreement.title,
    ...namesIn(agreement),
  ]);
  const nobody = party !== undefined && !agreements.some((agreement) => namesIn(agreement).some(isParty));
  const suggestions =
    party !== undefined && nobody
      ? partiesLike(
          agreements.flatMap(({ parties }) => parties),
          party,
        )
      : [];
  return {
    status: list.status,
    reason: list.reason === 'filters' && nobody ? 'name_missing' : list.reason,
    citations: list.citations,
    agreements: entries.map(({ evidence, ...agreement }) => ({ ...agreement, citations: cited.indexesOf(evidence) })),
    unmatched: party !== undefined && nobody ? [party] : [],
    suggestions,
    notices: list.notices,
  };
}

/** The longest value that an autocompletion may send back (Discord). */
const LONGEST_VALUE = 100;

interface Parties {
  readonly names: readonly string[];
  readonly completion: Completion;
  readonly index: NameIndex;
}

/** Made once for each register, which never changes. */
const known = new WeakMap<readonly Agreement[], Parties>();

function partiesOf(agreements: readonly Agreement[]): Parties {
  let parties = known.get(agreements);
  if (!parties) {
    const names = mostFrequent(agreements.flatMap((agreement) => agreement.parties)).filter(
      ({ length }) => length <= LONGEST_VALUE,
    );
    const spellings = names.map((name) => {
      const country = countryNamed(name);
      return country === null ? [name] : [name, ...namesOfCountry(country)];
    });
    const index = buildNameIndex(spellings.map((each) => ({ names: each, descriptions: [] })));
    known.set(agreements, (parties = { names, completion: buildCompletion(spellings), index }));
  }
  return parties;
}

/** Parties of agreements for autocompletion, in either language: those that begin as typed first, the most frequent first. */
export function suggestParties({ knowledge }: Library, typed: string): { name: string; value: string }[] {
  const { names, completion, index } = partiesOf(knowledge.agreements);
  return complete(completion, typed, (name) => lookUpName(index, name, () => false)).flatMap((entry) => {
    const party = names[entry];
    return party === undefined ? [] : [{ name: party, value: party }];
  });
}
