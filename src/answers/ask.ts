import type { Language } from '../text/language.js';
import type { Passage } from '../search/index.js';
import { createQuery, type Concept, type Query } from '../search/query.js';
import { rank, type Hit } from '../search/search.js';
import { cite } from './citation.js';
import { answerability, confidenceOf, isRequired, signalsOf, THRESHOLD } from './confidence.js';
import { bestSentences, highlightsIn, tellTheSame } from './excerpt.js';
import { expectedThings } from './expectation.js';
import { findDocuments } from './find-document.js';
import type { Library } from './library.js';
import { messagesIn } from './messages/messages.js';
import { isBounded, liesWithin, type Period } from './period.js';
import { understand, type Question } from './question.js';
import type { Citation, NotFoundReason, Reply } from './reply.js';
import { spellingsNear } from './spelling.js';

export interface AskOptions extends Period {
  readonly question: string;
  /** A document, by id, file or title. */
  readonly source?: string | undefined;
  /** Citations at most. */
  readonly limit: number;
  readonly language: Language;
}

export type AskOutcome = Pick<Reply, 'status'> &
  Partial<Pick<Reply, 'reason' | 'confidence' | 'answer' | 'citations' | 'unmatched' | 'suggestions' | 'notices'>>;

/** How many near spellings are offered, and how many passages are shown where none answers. */
const SUGGESTIONS = 3;
const NEAREST = 3;

/** Which passages the options admit, and how many documents are left out for want of a date. */
function scopeOf(library: Library, { source, since, until }: AskOptions) {
  const { documents } = library.corpus;
  const named = source === undefined ? null : new Set(findDocuments(library.corpus, source));
  const admitted = documents.map((document) => {
    const within = liesWithin(document.date, { since, until });
    return { inSource: named === null || named.has(document), within };
  });
  const undated = admitted.filter(({ inSource, within }) => inSource && within === null).length;
  return {
    named,
    undated,
    accepts: ({ document }: Passage): boolean => admitted[document]!.inSource && admitted[document]!.within === true,
  };
}

/** The hits as citations, without those that only repeat an earlier one. */
function citationsOf(library: Library, query: Query, hits: readonly Hit[], limit: number): Citation[] {
  const cited: Passage[] = [];
  const citations: Citation[] = [];
  const best = hits[0]?.score ?? 1;
  for (const { passage, score } of hits) {
    if (citations.length >= limit) break;
    if (cited.some((earlier) => tellTheSame(earlier, passage))) continue;
    cited.push(passage);
    const span = bestSentences(query, passage);
    const document = library.corpus.documents[passage.document]!;
    const share = best > 0 ? score / best : 0;
    citations.push(cite(document, passage.paragraph, span, highlightsIn(query, passage, span), share));
  }
  return citations;
}

const surface = (question: Question, { position }: Concept): string => {
  const { start, end } = question.terms[position]!;
  return question.text.slice(start, end);
};

/** Why nothing was found. */
function reasonOf(question: Question, unmatched: readonly Concept[]): NotFoundReason {
  if (unmatched.length === 0) return 'not_stated';
  return unmatched.some(({ position }) => isRequired(question, position)) ? 'name_missing' : 'words_missing';
}

/** The reply to a question: the passages that answer it, or why none does. */
export function answerQuestion(options: AskOptions, library: Library): AskOutcome {
  const { search: index } = library;
  const question = understand(options.question, index.analysis);
  const query = createQuery(index, question.terms, expectedThings(question.kind));
  const { notice } = messagesIn(options.language);
  const scope = scopeOf(library, options);
  const notices = isBounded(options) && scope.undated > 0 ? [notice.undatedLeftOut(scope.undated)] : [];
  if (options.source !== undefined && scope.named?.size === 0)
    return { status: 'not_found', reason: 'filters', notices: [notice.unknownDocument(options.source), ...notices] };

  const hits = rank(index, query, scope.accepts);
  const unmatched = query.concepts.filter(({ stems }) => stems.size === 0);
  const common = {
    unmatched: unmatched.map((concept) => surface(question, concept)),
    suggestions: spellingsNear(index, unmatched, SUGGESTIONS),
    notices,
  };
  const signals = signalsOf(index, question, query, hits);
  if (signals !== null && answerability(signals) >= THRESHOLD) {
    const citations = citationsOf(library, query, hits, options.limit);
    return { status: 'answered', confidence: confidenceOf(signals), citations, ...common };
  }
  const filtered = isBounded(options) || options.source !== undefined;
  const reason = filtered && isAnsweredWithoutFilters(library, question, query) ? 'filters' : reasonOf(question, unmatched);
  const citations = citationsOf(library, query, hits, Math.min(options.limit, NEAREST));
  return { status: 'not_found', reason, citations, ...common };
}

function isAnsweredWithoutFilters({ search: index }: Library, question: Question, query: Query): boolean {
  const signals = signalsOf(index, question, query, rank(index, query));
  return signals !== null && answerability(signals) >= THRESHOLD;
}
