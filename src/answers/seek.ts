import type { Language } from '../text/language.js';
import type { Passage, SearchIndex } from '../search/index.js';
import { createCrossQuery } from '../search/cross-query.js';
import { createQuery, type Query } from '../search/query.js';
import { hitOf, rank, type Hit } from '../search/search.js';
import { answerability, confidenceOf, signalsOf, THRESHOLDS } from './confidence.js';
import { expectedThings } from './expectation.js';
import type { Library } from './library.js';
import type { Question } from './question.js';
import type { NotFoundReason } from './reply.js';
import { countriesIn } from './countries.js';
import { asksQuantity, lacking, showsQuantity } from './requirements.js';
import { officeAnswer, profileAnswer, tellsOtherOffices, type Known } from './roles.js';

/** What was found for a question in the passages of one language. */
export interface Finding {
  readonly language: Language;
  readonly query: Query;
  readonly hits: readonly Hit[];
  /** 0–1: the probability that these passages answer the question. */
  readonly answerability: number;
  /** 0–1: the probability that the first hit answers it. */
  readonly confidence: number;
  /** What is known of people and answers the question, surer than any passage; its passage is the first hit. */
  readonly known: Known | null;
  /** What the best hit's document lacks of the question, null where nothing. */
  readonly lacks: NotFoundReason | null;
}

/** What would hardly ever be right is no answer, the less so for a translated question. */
const LEAST_CONFIDENCE: Readonly<Record<Query['language'], number>> = { own: 0.1, other: 0.2 };

export const answers = ({ answerability: probability, confidence, lacks, query }: Finding): boolean =>
  lacks === null && probability >= THRESHOLDS[query.language] && confidence >= LEAST_CONFIDENCE[query.language];

/** A hit that has what the question names or asks for comes before one that has not, unless its score is below this share. */
const SHARE_OF_FIRST = 2 / 3;

/** The hits that `has` holds for first, where the first of all has it not and is not far ahead of them. */
function havingFirst(hits: readonly Hit[], has: (hit: Hit) => boolean): readonly Hit[] {
  const [first] = hits;
  if (first === undefined || has(first)) return hits;
  const moves = (hit: Hit): boolean => has(hit) && hit.score >= SHARE_OF_FIRST * first.score;
  return [...hits.filter(moves), ...hits.filter((hit) => !moves(hit))];
}

/** The hits in the order in which they can answer: with the amount asked for, from documents with the countries named. */
function ableFirst({ corpus, search }: Library, question: Question, hits: readonly Hit[]): readonly Hit[] {
  const showing = asksQuantity(question) ? havingFirst(hits, (hit) => showsQuantity(search, question, hit)) : hits;
  const countries = [...question.countries];
  if (countries.length === 0) return showing;
  return havingFirst(showing, ({ passage }) => {
    const present = countriesIn(corpus.documents[passage.document]!);
    return countries.every((code) => present.has(code));
  });
}

/** How sure an answer is that was read as an office of a person. */
const SURE = 0.9;

/** The hits with that of `passage` first. */
function withFirst(index: SearchIndex, query: Query, hits: readonly Hit[], passage: Passage): readonly Hit[] {
  const found = hits.find((hit) => hit.passage.id === passage.id) ?? hitOf(index, query, passage);
  return [found, ...hits.filter((hit) => hit.passage.id !== passage.id)];
}

/** Looks for the question in the passages of `language` that `accepts` admits: translated where it is not its own. */
export function seek(
  library: Library,
  question: Question,
  language: Language,
  accepts: (passage: Passage) => boolean,
): Finding {
  const { search: index } = library;
  const expected = expectedThings(question.kind);
  const own = language === question.language;
  const inLanguage = ({ paragraph }: Passage): boolean =>
    own ? paragraph.language === language || paragraph.language === null : paragraph.language === language;
  const query = own
    ? createQuery(index, question.terms, expected)
    : createCrossQuery(index, question.text, question.terms, language, index.passagesIn[language], expected);
  const admits = (passage: Passage): boolean => inLanguage(passage) && accepts(passage);
  const ranked = ableFirst(library, question, rank(index, query, admits));
  const office = officeAnswer(library, question, query, admits);
  const known = office.kind === 'holder' ? office.known : profileAnswer(library, question, admits);
  const hits = known === null ? ranked : withFirst(index, query, ranked, known.passage);
  const signals = signalsOf(index, question, query, hits);
  const top = hits[0];
  if (signals === null || top === undefined)
    return { language, query, hits, known: null, answerability: 0, confidence: 0, lacks: null };
  const probable = { answerability: answerability(signals, query), confidence: confidenceOf(signals, query) };
  if (known !== null)
    return {
      language,
      query,
      hits,
      known,
      answerability: Math.max(SURE, probable.answerability),
      confidence: Math.max(SURE, probable.confidence),
      lacks: null,
    };
  const lacks =
    office.kind === 'others' || tellsOtherOffices(library, question, query, top.passage)
      ? 'not_stated'
      : lacking(library, question, query, signals, top);
  return { language, query, hits, known, ...probable, lacks };
}
