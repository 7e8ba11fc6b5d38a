import type { Language } from '../text/language.js';
import { contains, type Span } from '../text/span.js';
import type { Passage } from '../search/index.js';
import type { Concept } from '../search/query.js';
import type { Hit } from '../search/search.js';
import { cite } from './citation.js';
import { bestSentences, highlightsIn, tellTheSame } from './excerpt.js';
import { findDocuments } from './find-document.js';
import type { Library } from './library.js';
import { messagesIn } from './messages/messages.js';
import { isBounded, liesWithin, type Period } from './period.js';
import { understand, type Question } from './question.js';
import { relatedExcerpts } from './related.js';
import type { AnswerSpan, Citation, NotFoundReason, Reply } from './reply.js';
import { countriesIn } from './countries.js';
import { answers, seek, type Finding } from './seek.js';
import { answerSpan } from './span.js';
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
  Partial<
    Pick<Reply, 'reason' | 'confidence' | 'answer' | 'citations' | 'related' | 'unmatched' | 'suggestions' | 'notices'>
  >;

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

/** A hit with the finding it belongs to. */
interface Found {
  readonly hit: Hit;
  readonly finding: Finding;
}

/** How much surer the other language must be to come before the question's own. */
const CLEARLY = 0.35;

/** How much more of the question it must hold besides. */
const MORE = 0.15;
const coverage = ({ hits }: Finding): number => hits[0]?.features.coverage ?? 0;

/** Whether of two findings that do not answer the other at least has the names, and clearly more of the question. */
const isNearer = (other: Finding, own: Finding): boolean =>
  own.lacks === 'name_missing' && other.lacks === 'not_stated' && coverage(other) > coverage(own) + MORE;

/**
 * Whether the other language leads: it answers, and the question's own does not even come as near, or far less surely. Whom
 * the documents give the office asked for is an answer in whichever language they do.
 */
function leads(other: Finding, own: Finding): boolean {
  if (!answers(other)) return !answers(own) && isNearer(other, own);
  if (other.known !== null && !answers(own)) return true;
  if (answers(own)) return other.confidence > own.confidence + CLEARLY && coverage(other) > coverage(own) + MORE;
  return other.answerability > own.answerability;
}

/**
 * The hits of both languages in one order. The one that leads is the question's own unless only the other answers, or
 * answers clearly better; the best hit of the second list comes after the leader's first.
 */
function merge(own: Finding, other: Finding | null): { lead: Finding; found: Found[] } {
  const of = (finding: Finding): Found[] => finding.hits.map((hit) => ({ hit, finding }));
  if (other === null) return { lead: own, found: of(own) };
  const [lead, second] = leads(other, own) ? [other, own] : [own, other];
  const [first, ...rest] = of(lead);
  const shown = answers(lead) && !answers(second) ? [] : of(second);
  return { lead, found: [...(first === undefined ? [] : [first]), ...shown.slice(0, 1), ...rest, ...shown.slice(1)] };
}

/** The hits as citations, without those that only repeat an earlier one; the first holds `answer` where there is one. */
function citationsOf(library: Library, found: readonly Found[], limit: number, answer: Span | null): Citation[] {
  const cited: Passage[] = [];
  const citations: Citation[] = [];
  for (const { hit, finding } of found) {
    if (citations.length >= limit) break;
    const { passage, score } = hit;
    if (cited.some((earlier) => tellTheSame(earlier, passage))) continue;
    const span = bestSentences(finding.query, passage, citations.length === 0 ? answer : null);
    const best = finding.hits[0]!.score;
    // Two lists are joined in turns: a score tells the place in the joined one, so it never rises.
    const share = Math.min(citations.at(-1)?.score ?? 1, best > 0 ? score / best : 0);
    const document = library.corpus.documents[passage.document]!;
    citations.push(cite(document, passage.paragraph, span, highlightsIn(finding.query, passage, span), share));
    cited.push(passage);
  }
  return citations;
}

/** A stretch that is nearly the whole citation answers no shorter than the citation does. */
const MOST_OF_CITATION = 0.85;

function answerIn(citations: readonly Citation[], span: Span | null): AnswerSpan | null {
  const [first] = citations;
  if (span === null || first === undefined || !contains(first, span)) return null;
  if (span.end - span.start > MOST_OF_CITATION * (first.end - first.start)) return null;
  const { start, end } = span;
  return { citation: 0, start, end, text: first.text.slice(start - first.start, end - first.start) };
}

const surface = (question: Question, { position }: Concept): string => {
  const { start, end } = question.terms[position]!;
  return question.text.slice(start, end);
};

/** The words of the question that occur nowhere, neither as they stand nor translated. */
function unmatchedConcepts(own: Finding, other: Finding | null): Concept[] {
  const translated = (position: number): boolean =>
    (other?.query.concepts ?? []).some(
      (concept) =>
        concept.stems.size + concept.terms.size > 0 &&
        position >= concept.position &&
        position < concept.position + concept.length,
    );
  return own.query.concepts.filter(({ stems, position }) => stems.size === 0 && !translated(position));
}

/** Why nothing was found. */
function reasonOf(library: Library, question: Question, lead: Finding, unmatched: readonly Concept[]): NotFoundReason {
  const { documents } = library.corpus;
  for (const country of question.countries)
    if (!documents.some((document) => countriesIn(document).has(country))) return 'name_missing';
  if (unmatched.some(({ position }) => question.required.has(position))) return 'name_missing';
  if (lead.lacks !== null) return lead.lacks;
  return unmatched.length === 0 ? 'not_stated' : 'words_missing';
}

/** Looks in the passages of both languages. */
export function seekBoth(library: Library, question: Question, accepts: (passage: Passage) => boolean) {
  const otherLanguage = question.language === 'ar' ? 'en' : 'ar';
  const own = seek(library, question, question.language, accepts);
  const other = library.search.passagesIn[otherLanguage] > 0 ? seek(library, question, otherLanguage, accepts) : null;
  return { own, other, ...merge(own, other) };
}

/** Where the dateline of a passage names the agency that reports: who it is answers only what is asked of the report. */
function agencyIn({ corpus }: Library, { document, paragraph }: Passage): Span | null {
  const { publisher, publisherParagraph } = corpus.documents[document]!;
  const at = publisher === null || publisherParagraph !== paragraph.number ? -1 : paragraph.text.indexOf(publisher);
  return at < 0 ? null : { start: paragraph.start + at, end: paragraph.start + at + publisher!.length };
}

/** The stretch that answers, in the best passage of the finding that leads. */
export function spanOf(library: Library, question: Question, lead: Finding): Span | null {
  if (lead.known !== null) return lead.known.span;
  const { passage } = lead.hits[0]!;
  const closed = question.kind === 'who' ? agencyIn(library, passage) : null;
  return answerSpan(library.search, question, lead.query, passage, closed);
}

/** A language of which no passage holds this much of the question does not report what answers it. */
const LEAST_TOLD = 0.3;
const tellsOf = (second: Finding | null): boolean => second !== null && coverage(second) >= LEAST_TOLD;

/** The reply to a question: the passages that answer it, or why none does. */
export function answerQuestion(options: AskOptions, library: Library): AskOutcome {
  const question = understand(options.question, library.search);
  const { notice } = messagesIn(options.language);
  const scope = scopeOf(library, options);
  const notices = isBounded(options) && scope.undated > 0 ? [notice.undatedLeftOut(scope.undated)] : [];
  if (options.source !== undefined && scope.named?.size === 0)
    return { status: 'not_found', reason: 'filters', notices: [notice.unknownDocument(options.source), ...notices] };

  const { own, other, lead, found } = seekBoth(library, question, scope.accepts);
  const unmatched = unmatchedConcepts(own, other);
  const common = {
    unmatched: unmatched.map((concept) => surface(question, concept)),
    suggestions: spellingsNear(library.search, unmatched, SUGGESTIONS),
  };
  if (answers(lead)) {
    const span = spanOf(library, question, lead);
    const citations = citationsOf(library, found, options.limit, span);
    const answer = answerIn(citations, span);
    if (lead !== own) notices.unshift(notice.foundIn(lead.language));
    return {
      status: 'answered',
      confidence: lead.confidence,
      answer,
      citations,
      related: tellsOf(lead === own ? other : own)
        ? relatedExcerpts(
            library,
            { citations, passage: found[0]!.hit.passage, answer },
            options.language,
            scope.accepts,
          )
        : [],
      notices,
      ...common,
    };
  }
  const filtered = isBounded(options) || options.source !== undefined;
  const reason =
    filtered && answers(seekBoth(library, question, () => true).lead)
      ? 'filters'
      : reasonOf(library, question, lead, unmatched);
  const citations = citationsOf(library, found, Math.min(options.limit, NEAREST), null);
  return { status: 'not_found', reason, citations, notices, ...common };
}
