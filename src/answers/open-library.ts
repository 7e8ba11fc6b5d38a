import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readCorpus } from '../corpus/corpus.js';
import type { Problem } from '../corpus/problem.js';
import { extractKnowledge } from '../knowledge/extract.js';
import type { Knowledge } from '../knowledge/knowledge.js';
import { readSiteLists } from '../knowledge/site-lists.js';
import { buildIndex } from '../search/index.js';
import {
  compileLexicon,
  openLexicon,
  readCompiledLexicon,
  withOthers,
  type Lexicon,
} from '../text/compiled-lexicon.js';
import { installedDictionaries } from '../text/dictd.js';
import { parseLexicon } from '../text/lexicon.js';
import { countryWords } from './countries.js';
import { coverageOf } from './coverage.js';
import type { Library } from './library.js';

export interface LibrarySettings {
  /** Folder of installed dictd dictionaries, '' for none. */
  readonly dictionaryDir: string;
}

/** A site's own lines of the lexicon, in its corpus folder. */
const SITE_LEXICON = 'lexicon.tsv';
/** A dictionary that is made for readers of English gives many senses: beside the lexicon its word counts for half. */
const DICTIONARY_WEIGHT = 0.5;

function siteLexicon(folder: string): { lexicon: Lexicon | null; problems: Problem[] } {
  const file = join(folder, SITE_LEXICON);
  if (!existsSync(file)) return { lexicon: null, problems: [] };
  try {
    const { lines, faults } = parseLexicon(readFileSync(file, 'utf8').replace(/^\uFEFF/, ''));
    const problems = faults.map(({ line, reason }): Problem => ({
      code: 'list-line',
      file: SITE_LEXICON,
      line,
      detail: reason,
      skipped: false,
    }));
    return { lexicon: openLexicon(compileLexicon(lines)), problems };
  } catch (error) {
    const detail = (error as NodeJS.ErrnoException).code ?? 'EIO';
    return { lexicon: null, problems: [{ code: 'unreadable', file: SITE_LEXICON, detail, skipped: true }] };
  }
}

/** Reads a folder of documents and builds everything that questions are answered from. Never throws for what is in it. */
export async function openLibrary(
  folder: string,
  { dictionaryDir }: LibrarySettings = { dictionaryDir: '' },
): Promise<Library> {
  const read = await readCorpus(folder);
  const site = siteLexicon(folder);
  const lists = readSiteLists(folder);
  const corpus = { ...read, problems: [...read.problems, ...site.problems, ...lists.problems] };
  const lexicon = withOthers(readCompiledLexicon(), [
    ...(site.lexicon === null ? [] : [{ lexicon: site.lexicon, weight: 1 }]),
    ...installedDictionaries(dictionaryDir).map((dictionary) => ({ lexicon: dictionary, weight: DICTIONARY_WEIGHT })),
  ]);
  let knowledge: Knowledge | undefined;
  return {
    corpus,
    search: buildIndex(corpus, lexicon, countryWords),
    // Read when first asked for, so that a prompt stands before it; the same corpus gives the same knowledge at any time.
    get knowledge() {
      return (knowledge ??= extractKnowledge(corpus, { ...lists, lexicon }));
    },
    coverage: coverageOf(corpus),
  };
}
