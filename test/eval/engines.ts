import MiniSearch from 'minisearch';
import { answerQuestion } from '../../src/answers/ask.js';
import type { Library } from '../../src/answers/library.js';
import type { Corpus, Document, Paragraph } from '../../src/corpus/document.js';
import { quotable } from '../../src/corpus/document.js';
import { stemArabic } from '../../src/text/arabic.js';
import { stemEnglish } from '../../src/text/english.js';
import { isStopWord } from '../../src/text/stop-words.js';
import { tokenize } from '../../src/text/tokens.js';
import type { Engine } from './measure.js';

const MOST = 10;

export const isnad =
  (library: Library): Engine =>
  (question) => {
    const { status, confidence, answer, citations } = answerQuestion(
      { question, limit: MOST, language: 'en' },
      library,
    );
    return {
      status: status === 'answered' ? 'answered' : 'not_found',
      confidence: confidence ?? null,
      answer: answer?.text ?? null,
      places: citations ?? [],
    };
  };

interface Place {
  readonly id: number;
  readonly document: Document;
  readonly paragraph: Paragraph;
  readonly text: string;
}

const placesOf = ({ documents }: Corpus): Place[] =>
  documents
    .flatMap((document) =>
      document.paragraphs.filter(quotable).map((paragraph) => ({ document, paragraph, text: paragraph.text })),
    )
    .map((place, id) => ({ id, ...place }));

/** MiniSearch over the same paragraphs, with all its defaults or with these options; it never refuses. */
function miniSearch(corpus: Corpus, options: Partial<ConstructorParameters<typeof MiniSearch<Place>>[0]>): Engine {
  const places = placesOf(corpus);
  const mini = new MiniSearch<Place>({ fields: ['text'], ...options });
  mini.addAll(places);
  return (question) => ({
    status: 'answered',
    confidence: null,
    answer: null,
    places: mini
      .search(question)
      .slice(0, MOST)
      .map(({ id }) => places[id as number]!)
      .map(({ document, paragraph }) => ({ ...paragraph, file: document.file })),
  });
}

export const plainMiniSearch = (corpus: Corpus): Engine => miniSearch(corpus, {});

/** MiniSearch with a plain analysis: folding, stop words, light stems. */
export const analysedMiniSearch = (corpus: Corpus): Engine =>
  miniSearch(corpus, {
    tokenize: (text) =>
      tokenize(text)
        .filter(({ folded }) => !isStopWord(folded))
        .map(({ folded, kind }) =>
          kind === 'arabic' ? stemArabic(folded, () => false) : kind === 'word' ? stemEnglish(folded) : folded,
        ),
    processTerm: (term) => term,
  });
