import { join } from 'node:path';
import { countryWords } from '../../src/answers/countries.js';
import { expectedThings } from '../../src/answers/expectation.js';
import { understand, type Question } from '../../src/answers/question.js';
import { createCrossQuery } from '../../src/search/cross-query.js';
import { buildIndex, type SearchIndex } from '../../src/search/index.js';
import { createQuery, type Query } from '../../src/search/query.js';
import { rank, type Hit } from '../../src/search/search.js';
import { readCompiledLexicon } from '../../src/text/compiled-lexicon.js';
import { goldSpans, readCollection, type Collection, type GoldQuestion } from './collections.js';

/** The collections that weights are fitted on: questions in the language of the paragraphs, and in the other. */
export const FITTED = {
  own: ['xquad-ar-ar', 'xquad-en-en', 'arcd'],
  other: ['xquad-en-ar', 'xquad-ar-en'],
} as const satisfies Readonly<Record<Query['language'], readonly string[]>>;

/** A question with what the search gives for it. */
export interface Asked {
  readonly gold: GoldQuestion;
  readonly question: Question;
  readonly query: Query;
  readonly hits: readonly Hit[];
  readonly isRight: (hit: Hit) => boolean;
}

const lexicon = readCompiledLexicon();

/** @throws where the collection is not in `folder`. */
export async function collectionIn(folder: string, name: string): Promise<Collection> {
  const found = await readCollection(join(folder, name));
  if (found === null)
    throw new Error(`${join(folder, name)} has no questions.json or no corpus: name the folder that holds it`);
  return found;
}

/** Asks all questions of a collection of the passages of one language: their own, or the other, translated. */
export function askAll(collection: Collection, language: Query['language']): { index: SearchIndex; asked: Asked[] } {
  const { corpus, questions } = collection;
  const index = buildIndex(corpus, lexicon, countryWords);
  const asked = questions.map((gold): Asked => {
    const question = understand(gold.question, index);
    const expected = expectedThings(question.kind);
    const target = question.language === 'ar' ? 'en' : 'ar';
    const query =
      language === 'own'
        ? createQuery(index, question.terms, expected)
        : createCrossQuery(index, question.text, question.terms, target, index.passages.length, expected);
    const spans = gold.answerable ? goldSpans(corpus, gold) : [];
    const isRight = ({ passage }: Hit): boolean =>
      spans.some(
        ({ file, span }) =>
          corpus.documents[passage.document]!.file === file &&
          passage.paragraph.start < span.end &&
          passage.paragraph.end > span.start,
      );
    return { gold, question, query, hits: rank(index, query), isRight };
  });
  return { index, asked };
}

export const threeDigits = (x: number): number => Math.round(x * 1000) / 1000;
