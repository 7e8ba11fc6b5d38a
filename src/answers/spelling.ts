import type { Concept } from '../search/query.js';
import type { SearchIndex } from '../search/index.js';

const LEAST_LIKENESS = 0.5;

/** The most frequent spelling in the corpus, as written there, of each of these stems. */
function spellingsOf(index: SearchIndex, stems: ReadonlySet<number>): Map<number, string> {
  const counts = new Map<number, Map<string, number>>();
  for (const { stems: tokens, offsets, paragraph } of index.passages)
    for (let token = 0; token < tokens.length; token++) {
      const stem = tokens[token]!;
      if (!stems.has(stem)) continue;
      const spelling = paragraph.text.slice(offsets[2 * token], offsets[2 * token + 1]);
      const of = counts.get(stem) ?? new Map<string, number>();
      of.set(spelling, (of.get(spelling) ?? 0) + 1);
      counts.set(stem, of);
    }
  return new Map([...counts].map(([stem, of]) => [stem, [...of].sort((a, b) => b[1] - a[1])[0]![0]]));
}

/** Words of the corpus, as spelled there, that look like words of the question which occur nowhere; best first. */
export function spellingsNear(index: SearchIndex, unmatched: readonly Concept[], most: number): string[] {
  const near = unmatched
    .flatMap(({ alike }) => [...alike].filter(([, likeness]) => likeness >= LEAST_LIKENESS).slice(0, 2))
    .sort((a, b) => b[1] - a[1])
    .slice(0, most);
  if (near.length === 0) return [];
  const spellings = spellingsOf(index, new Set(near.map(([stem]) => stem)));
  return [...new Set(near.flatMap(([stem]) => spellings.get(stem) ?? []))];
}
