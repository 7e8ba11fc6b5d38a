import type { Evidence } from '../knowledge/knowledge.js';
import { createCrossQuery } from '../search/cross-query.js';
import type { Passage } from '../search/index.js';
import { createQuery, type Query } from '../search/query.js';
import { LANGUAGES, languageOf } from '../text/language.js';
import type { Library } from './library.js';
import { spellingsNear } from './spelling.js';

/** Of the words asked for, weighed by how rare they are, so much must stand in the evidence of what is about them. */
const LEAST_SHARE = 0.6;
/** A translation or a form that counts less than this much of a word is another word. */
const LEAST_WEIGHT = 0.5;
const SUGGESTIONS = 3;

/** What `about` asks for, ready to be held against evidence. */
export interface Subject {
  /** Whether a piece of evidence is about it. */
  readonly isIn: (evidence: Evidence) => boolean;
  /** Its words that occur nowhere in the corpus, in either language. */
  readonly unmatched: readonly string[];
  /** Words of the corpus that look like those. */
  readonly suggestions: readonly string[];
}

/** Share of a query's weight that the tokens of a passage inside a span hold. */
function shareIn(
  { concepts, meanings, totalIdf }: Query,
  { stems, offsets, paragraph }: Passage,
  evidence: Evidence,
): number {
  const held = new Set<number>();
  for (let token = 0; token < stems.length; token++) {
    const start = paragraph.start + offsets[2 * token]!;
    if (start < evidence.start || start >= evidence.end) continue;
    for (const { concept, weight, rest } of meanings.get(stems[token]!) ?? [])
      if (weight >= LEAST_WEIGHT && rest.every((stem, k) => stems[token + 1 + k] === stem)) held.add(concept);
  }
  let sum = 0;
  for (const concept of held) sum += concepts[concept]!.idf;
  return sum / totalIdf;
}

/** Reads `text`, in either language, as a subject to filter lists by; its words count in both languages. */
export function subjectOf({ search: index }: Library, text: string): Subject {
  const terms = index.analysis.analyse(text);
  const content = terms.some(({ stop }) => !stop) ? terms : terms.map((term) => ({ ...term, stop: false }));
  const own = createQuery(index, content);
  const language = languageOf(text) ?? 'en';
  const queries = new Map(
    LANGUAGES.map((each) => [
      each,
      each === language ? own : createCrossQuery(index, text, content, each, index.passagesIn[each], 0),
    ]),
  );
  const passages = new Map<string, Passage>();
  for (const passage of index.passages) passages.set(`${passage.document}:${passage.paragraph.number}`, passage);
  const known = (query: Query | undefined, position: number): boolean =>
    query?.concepts.some(
      (concept) => concept.position === position && (concept.stems.size > 0 || concept.terms.size > 0),
    ) ?? false;
  const missing = own.concepts.filter(({ position }) => ![...queries.values()].some((query) => known(query, position)));
  return {
    isIn: (evidence) => {
      const passage = passages.get(`${evidence.document}:${evidence.paragraph}`);
      const query = queries.get(passage?.paragraph.language ?? language);
      return passage !== undefined && query !== undefined && shareIn(query, passage, evidence) >= LEAST_SHARE;
    },
    unmatched: missing.map(({ position }) => text.slice(content[position]!.start, content[position]!.end)),
    suggestions: spellingsNear(index, missing, SUGGESTIONS),
  };
}
