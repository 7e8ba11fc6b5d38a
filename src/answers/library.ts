import type { Corpus } from '../corpus/document.js';
import type { Knowledge } from '../knowledge/knowledge.js';
import type { SearchIndex } from '../search/index.js';
import type { Coverage } from './reply.js';

/**
 * and swaps one reference, so a question never sees half of it and a broken file never takes the old one down.
 */
export interface Library {
  readonly corpus: Corpus;
  readonly search: SearchIndex;
  readonly knowledge: Knowledge;
  readonly coverage: Coverage;
}
