import { fileURLToPath } from 'node:url';
import { readCorpus } from '../../src/corpus/corpus.js';
import { buildIndex, type Passage, type SearchIndex } from '../../src/search/index.js';
import { compileLexicon, openLexicon } from '../../src/text/compiled-lexicon.js';
import { readLexiconLines } from '../../src/text/lexicon.js';

export const corpus = await readCorpus(fileURLToPath(new URL('../corpora/search', import.meta.url)));
export const lexicon = openLexicon(compileLexicon(readLexiconLines()));
/** The index of a small corpus of short newspaper articles, six in English and five in Arabic, written for these tests. */
export const index: SearchIndex = buildIndex(corpus, lexicon);

/** File and text of a passage, for messages that a person can read. */
export const shown = ({ document, paragraph }: Passage): string =>
  `${corpus.documents[document]!.file}: ${paragraph.text}`;
