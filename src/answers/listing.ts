import type { PartialDate } from '../corpus/date.js';
import type { Evidence } from '../knowledge/knowledge.js';
import type { Language } from '../text/language.js';
import { citeEvidence, type CitedEvidence } from './evidence.js';
import type { Library } from './library.js';
import { messagesIn } from './messages/messages.js';
import { isBounded, liesWithin, type Period } from './period.js';
import type { Citation, NotFoundReason, ReplyStatus } from './reply.js';

/** What a list is asked for, whatever it lists. */
export interface ListOptions extends Period {
  /** Entries at most. */
  readonly limit: number;
  readonly language: Language;
}

/** Something with evidence, as the knowledge floor gives it. */
export interface Listed {
  readonly evidence: readonly Evidence[];
  readonly date?: PartialDate | null;
}

/** Entries that were left, with their citations. */
export interface ListReply<T> {
  readonly status: ReplyStatus;
  readonly reason: NotFoundReason | null;
  readonly entries: readonly T[];
  readonly cited: CitedEvidence;
  readonly citations: readonly Citation[];
  readonly notices: readonly string[];
}

const hasYear = (date: PartialDate | null | undefined): boolean => date?.value != null && !date.value.startsWith('--');

/** The date by which `since` and `until` judge an entry: its own where it has one with a year, else its document's. */
export const dateOfEntry = ({ corpus }: Library, { date, evidence }: Listed): PartialDate | null =>
  hasYear(date) ? (date ?? null) : (corpus.documents[evidence[0]?.document ?? -1]?.date ?? null);

/** Where strings of an entry stand in its evidence: the decisive words. */
function highlightsOf(
  { corpus }: Library,
  evidence: readonly Evidence[],
  texts: readonly (string | null)[],
): Evidence[] {
  const found: Evidence[] = [];
  for (const place of evidence) {
    const text = corpus.documents[place.document]!.text.slice(place.start, place.end);
    for (const wanted of texts) {
      const at = wanted === null || wanted === '' ? -1 : text.indexOf(wanted);
      if (at >= 0) found.push({ ...place, start: place.start + at, end: place.start + at + wanted!.length });
    }
  }
  return found;
}

/**
 * The entries that `accepts` and the period admit, at most `limit`, with their citations and what is to be told beside
 * them: how many undated ones the period left out, and how many there are beyond the limit. `decisive` gives the strings
 * of an entry that are marked in its evidence.
 */
export function listEntries<T extends Listed>(
  library: Library,
  all: readonly T[],
  options: ListOptions,
  accepts: (entry: T) => boolean,
  decisive: (entry: T) => readonly (string | null)[],
): ListReply<T> {
  const { notice } = messagesIn(options.language);
  const matching = all.filter(accepts);
  const judged = matching.map((entry) => ({ entry, within: liesWithin(dateOfEntry(library, entry), options) }));
  const within = judged.filter((each) => each.within === true).map(({ entry }) => entry);
  const undated = isBounded(options) ? judged.filter((each) => each.within === null).length : 0;
  const entries = within.slice(0, options.limit);
  const cited = citeEvidence(
    library,
    entries.flatMap(({ evidence }) => evidence),
    entries.flatMap((entry) => highlightsOf(library, entry.evidence, decisive(entry))),
  );
  const notices = [
    ...(undated > 0 ? [notice.undatedLeftOut(undated)] : []),
    ...(within.length > entries.length ? [notice.shownOf(entries.length, within.length)] : []),
  ];
  const status: ReplyStatus = entries.length > 0 ? 'answered' : 'not_found';
  const reason: NotFoundReason | null = entries.length > 0 ? null : all.length === 0 ? 'not_stated' : 'filters';
  return { status, reason, entries, cited, citations: cited.citations, notices };
}
