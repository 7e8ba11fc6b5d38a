import type { Agreement } from '../knowledge/knowledge.js';
import type { AgreementKind, AgreementStatus } from '../knowledge/kinds.js';
import { fold } from '../text/fold.js';
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

const MOST_SUGGESTED = 25;

/** Parties of agreements for autocompletion: those that begin as typed, then those with a word that does. */
export function suggestParties({ knowledge }: Library, typed: string): { name: string; value: string }[] {
  const wanted = fold(typed).trim();
  const parties = mostFrequent(knowledge.agreements.flatMap((agreement) => agreement.parties)).filter(
    (party) => party.length <= 100,
  );
  const rank = (party: string): number => {
    const folded = fold(party);
    if (folded.startsWith(wanted)) return 0;
    if (folded.split(/\s+/).some((word) => word.replace(/^ال/, '').startsWith(wanted.replace(/^ال/, '')))) return 1;
    return folded.includes(wanted) ? 2 : 3;
  };
  return parties
    .map((party) => ({ party, rank: rank(party) }))
    .filter((each) => each.rank < 3)
    .sort((a, b) => a.rank - b.rank)
    .slice(0, MOST_SUGGESTED)
    .map(({ party }) => ({ name: party, value: party }));
}
