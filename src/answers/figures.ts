import { subjectOf } from './about.js';
import type { Library } from './library.js';
import { listEntries } from './listing.js';
import type { Reply } from './reply.js';
import type { SubjectOptions } from './timeline.js';

export type FigureOutcome = Pick<Reply, 'status'> &
  Partial<Pick<Reply, 'reason' | 'citations' | 'figures' | 'unmatched' | 'suggestions' | 'notices'>>;

/** Amounts in the order of the documents, each with who gives it to whom, for what and over how long where that is told. */
export function figureReply(options: SubjectOptions, library: Library): FigureOutcome {
  const subject = options.about === undefined ? null : subjectOf(library, options.about);
  const { entries, cited, citations, status, reason, notices } = listEntries(
    library,
    library.knowledge.figures,
    options,
    ({ evidence }) => subject === null || evidence.some(subject.isIn),
    ({ text, equivalents }) => [text, ...equivalents.map((equivalent) => equivalent.text)],
  );
  const missing = status === 'not_found' && subject !== null && subject.unmatched.length > 0;
  return {
    status,
    reason: missing ? 'words_missing' : reason,
    citations,
    figures: entries.map(({ evidence, ...figure }) => ({ ...figure, citations: cited.indexesOf(evidence) })),
    unmatched: subject?.unmatched ?? [],
    suggestions: status === 'not_found' ? (subject?.suggestions ?? []) : [],
    notices,
  };
}
