import type { Language } from '../text/language.js';
import { dateInWords } from './messages/dates.js';
import { isolated } from './messages/insert.js';
import { messagesIn } from './messages/messages.js';
import { contains } from '../text/span.js';
import type { Citation, Coverage, RelatedExcerpt, Reply } from './reply.js';

/** The source of an excerpt in one line of the bot's own words: title, publisher, date, paragraph, file. */
export function sourceLine(citation: Citation, language: Language): string {
  const { title, publisher, date, paragraph, file } = citation;
  const foreign = (part: string | null): string[] => (part === null ? [] : [isolated(part, language)]);
  return [
    ...foreign(title),
    ...foreign(publisher),
    dateInWords(date, language),
    messagesIn(language).label.paragraph(paragraph),
    ...foreign(file),
  ].join(' · ');
}

/** What was searched, in one or two sentences. */
export function coverageLine({ documents, paragraphs, oldest, newest }: Coverage, language: Language): string {
  const { notice } = messagesIn(language);
  const searched = notice.coverage(documents, paragraphs);
  if (oldest === null || newest === null) return searched;
  const inWords = (value: string): string => dateInWords({ value, precision: 'day', basis: 'stated' }, language);
  return `${searched} ${notice.coverageDates(inWords(oldest), inWords(newest))}`;
}

/** Why nothing was found, in a sentence; null where something was, or where there was nothing to look in. */
export const reasonLine = ({ status, reason, language, coverage }: Reply): string | null =>
  status === 'not_found' && reason !== null && coverage.documents > 0 ? messagesIn(language).notFound[reason] : null;

/** Indexes of the citations to list, best first: without those that stand already in a related excerpt beside another. */
export const listedCitations = ({ citations, related }: Reply): readonly number[] =>
  [...citations.keys()].filter(
    (index) =>
      !related.some(({ excerpt }) => excerpt.file === citations[index]!.file && contains(excerpt, citations[index]!)),
  );

/** What is related to the citation of this index. */
export const relatedTo = (index: number, { related }: Reply): readonly RelatedExcerpt[] =>
  related.filter(({ citation }) => citation === index);

/** The line over a related excerpt: in which language it is. */
export const relatedLabel = ({ excerpt }: RelatedExcerpt, { language }: Reply): string =>
  messagesIn(language).label.related(excerpt.language ?? language);
