import { subjectOf } from './about.js';
import type { Library } from './library.js';
import { listEntries, type ListOptions } from './listing.js';
import type { Reply } from './reply.js';

export interface SubjectOptions extends ListOptions {
  /** Words that the entries must be about. */
  readonly about?: string | undefined;
}

export type TimelineOutcome = Pick<Reply, 'status'> &
  Partial<Pick<Reply, 'reason' | 'citations' | 'events' | 'unmatched' | 'suggestions' | 'notices'>>;

/** Events in order of time: dated ones, those whose year is not told, then the undated. */
export function timelineReply(options: SubjectOptions, library: Library): TimelineOutcome {
  const subject = options.about === undefined ? null : subjectOf(library, options.about);
  const { entries, cited, citations, status, reason, notices } = listEntries(
    library,
    library.knowledge.events,
    options,
    ({ evidence }) => subject === null || evidence.some(subject.isIn),
    ({ title, place }) => [title, place],
  );
  const missing = status === 'not_found' && subject !== null && subject.unmatched.length > 0;
  return {
    status,
    reason: missing ? 'words_missing' : reason,
    citations,
    events: entries.map(({ evidence, ...event }) => ({ ...event, citations: cited.indexesOf(evidence) })),
    unmatched: subject?.unmatched ?? [],
    suggestions: status === 'not_found' ? (subject?.suggestions ?? []) : [],
    notices,
  };
}
