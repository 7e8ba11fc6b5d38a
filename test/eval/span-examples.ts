import { join } from 'node:path';
import { expectedThings } from '../../src/answers/expectation.js';
import { understand } from '../../src/answers/question.js';
import { visitCandidates } from '../../src/answers/span-candidates.js';
import { createDescription, describeCandidate } from '../../src/answers/span-features.js';
import { groundOf } from '../../src/answers/span-ground.js';
import { groupOf, weightParts } from '../../src/answers/span.js';
import { createCrossQuery } from '../../src/search/cross-query.js';
import { buildIndex, type Passage } from '../../src/search/index.js';
import { createQuery } from '../../src/search/query.js';
import { rank } from '../../src/search/search.js';
import { readCompiledLexicon } from '../../src/text/compiled-lexicon.js';
import { fold } from '../../src/text/fold.js';
import type { Language } from '../../src/text/language.js';
import { goldSpans, readCollection } from './collections.js';

/** A question with the candidates of its passage, their features (those of candidate `k` from `starts[k]`) and their F1. */
export interface Example {
  readonly set: string;
  readonly file: string;
  readonly question: string;
  /** Whether the ranking brings the right passage first, and the question is in its language. */
  readonly counts: boolean;
  /** The parts of the weights that this example uses. */
  readonly parts: readonly string[];
  readonly firsts: Int32Array;
  readonly lasts: Int32Array;
  readonly starts: Int32Array;
  readonly features: Uint16Array;
  readonly values: Float32Array;
  readonly f1: Float32Array;
  readonly textOf: (candidate: number) => string;
}

const wordsOf = (text: string): string[] =>
  fold(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);

/** F1 of two bags of words, 0–1: how SQuAD measures answers (Rajpurkar et al., 2016), with articles. */
function f1Of(a: readonly string[], b: readonly string[]): number {
  const pool = [...b];
  let shared = 0;
  for (const word of a) {
    const at = pool.indexOf(word);
    if (at < 0) continue;
    pool.splice(at, 1);
    shared++;
  }
  return shared > 0 ? (2 * shared) / (a.length + b.length) : 0;
}

/** A collection of questions in `asked` about texts in `told`. */
export interface SpanSet {
  readonly name: string;
  readonly asked: Language;
  readonly told: Language;
}

/** The examples of a collection, and the files of the questions that the ranking misses; null where it is not there. */
export async function readExamples(
  root: string,
  { name, asked, told }: SpanSet,
): Promise<{ examples: Example[]; missed: string[] } | null> {
  const collection = await readCollection(join(root, name));
  if (collection === null) return null;
  const { corpus, questions } = collection;
  const index = buildIndex(corpus, readCompiledLexicon());
  const examples: Example[] = [];
  const missed: string[] = [];
  for (const gold of questions.filter(({ answerable }) => answerable)) {
    const question = understand(gold.question, index);
    const expected = expectedThings(question.kind);
    const query =
      asked === told
        ? createQuery(index, question.terms, expected)
        : createCrossQuery(index, question.text, question.terms, told, index.passagesIn[told], expected);
    const spans = goldSpans(corpus, gold);
    const isRight = ({ document, paragraph }: Passage): boolean =>
      spans.some(
        ({ file, span }) =>
          corpus.documents[document]!.file === file && paragraph.start < span.end && paragraph.end > span.start,
      );
    const top = rank(index, query)[0]?.passage;
    const found = top !== undefined && isRight(top);
    if (!found) missed.push(gold.file ?? '');
    // Where the ranking misses, the choice of words in the right passage can be learnt all the same.
    const passage = found ? top : index.passages.find(isRight);
    if (passage === undefined) continue;
    const ground = groundOf(index, question, query, passage);
    const description = createDescription();
    const [firsts, lasts, starts, features, values]: number[][] = [[], [], [], [], []];
    visitCandidates(ground, (stage, candidate) => {
      firsts!.push(candidate.first);
      lasts!.push(candidate.last);
      starts!.push(features!.length);
      describeCandidate(stage, candidate, description);
      for (let i = 0; i < description.size; i++) {
        if (description.values[i] === 0) continue;
        features!.push(description.features[i]!);
        values!.push(description.values[i]!);
      }
    });
    starts!.push(features!.length);
    const textOf = (k: number): string =>
      passage.paragraph.text.slice(passage.offsets[2 * firsts![k]!], passage.offsets[2 * lasts![k]! - 1]);
    const answers = gold.answers.flat().map(wordsOf);
    examples.push({
      set: name,
      file: gold.file ?? '',
      question: gold.question,
      counts: found && asked === told,
      parts: [...weightParts(told, groupOf(question.kind), ground.form.opening), ...(name === 'arcd' ? ['arcd'] : [])],
      firsts: Int32Array.from(firsts!),
      lasts: Int32Array.from(lasts!),
      starts: Int32Array.from(starts!),
      features: Uint16Array.from(features!),
      values: Float32Array.from(values!),
      f1: Float32Array.from(firsts!, (_, k) => Math.max(...answers.map((answer) => f1Of(wordsOf(textOf(k)), answer)))),
      textOf,
    });
  }
  return { examples, missed };
}
