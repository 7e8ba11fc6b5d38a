import { readCorpus } from '../corpus/corpus.js';
import { buildIndex } from '../search/index.js';
import { readCompiledLexicon } from '../text/compiled-lexicon.js';
import { coverageOf } from './coverage.js';
import type { Library } from './library.js';

/** Reads a folder of documents and builds everything that questions are answered from. Never throws for what is in it. */
export async function openLibrary(folder: string): Promise<Library> {
  const corpus = await readCorpus(folder);
  return { corpus, search: buildIndex(corpus, readCompiledLexicon()), coverage: coverageOf(corpus) };
}
