import type { Language } from '../text/language.js';
import type { Passage } from '../search/index.js';
import { createCrossQuery } from '../search/cross-query.js';
import { createQuery, type Query } from '../search/query.js';
import { rank, type Hit } from '../search/search.js';
import { answerability, confidenceOf, signalsOf, THRESHOLD } from './confidence.js';
import { expectedThings } from './expectation.js';
import type { Library } from './library.js';
import type { Question } from './question.js';
import type { NotFoundReason } from './reply.js';
import { lacking } from './requirements.js';

/** What was found for a question in the passages of one language. */
export interface Finding {
  readonly language: Language;
  readonly query: Query;
  readonly hits: readonly Hit[];
  /** 0–1: the probability that these passages answer the question. */
  readonly answerability: number;
  /** 0–1: the probability that the first hit answers it. */
  readonly confidence: number;
  /** What the best hit's document lacks of the question, null where nothing. */
  readonly lacks: NotFoundReason | null;
}

export const answers = ({ answerability: probability, lacks }: Finding): boolean =>
  lacks === null && probability >= THRESHOLD;

/** Looks for the question in the passages of `language` that `accepts` admits: translated where it is not its own. */
export function seek(
  { search: index, corpus }: Library,
  question: Question,
  language: Language,
  accepts: (passage: Passage) => boolean,
): Finding {
  const expected = expectedThings(question.kind);
  const own = language === question.language;
  const inLanguage = ({ paragraph }: Passage): boolean =>
    own ? paragraph.language === language || paragraph.language === null : paragraph.language === language;
  const query = own
    ? createQuery(index, question.terms, expected)
    : createCrossQuery(index, question.text, question.terms, language, index.passagesIn[language], expected);
  const hits = rank(index, query, (passage) => inLanguage(passage) && accepts(passage));
  const signals = signalsOf(index, question, query, hits);
  const top = hits[0];
  if (signals === null || top === undefined)
    return { language, query, hits, answerability: 0, confidence: 0, lacks: null };
  return {
    language,
    query,
    hits,
    answerability: answerability(signals, query),
    confidence: confidenceOf(signals, query),
    lacks: lacking(question, query, signals, top, corpus.documents[top.passage.document]!),
  };
}
