import { WORD_CLASSES, type WordClass } from '../text/word-class.js';
import type { Candidate } from './span-features.js';
import type { Ground } from './span-ground.js';
import { stageOf, type Stage } from './span-stage.js';

/** The longest candidate, in tokens: any, and one that ends where a clause does. */
const LONGEST = 10;
const LONGEST_CLAUSE = 16;
/** How many sentences of the passage are looked through, those with most of the question first. */
const SENTENCES = 4;
/** A bound on the work for a text that is no prose; prose has some 500. */
const MOST_CANDIDATES = 6000;

const flags = (...names: WordClass[]): Uint8Array =>
  Uint8Array.from(WORD_CLASSES, (name) => (names.includes(name) ? 1 : 0));
/** Words with which no answer begins, or ends. */
const UNFIT_FIRST = flags('and', 'of');
const UNFIT_LAST = flags(
  'be', 'do', 'have', 'modal', 'called', 'of', 'in', 'on', 'at', 'by', 'to', 'from', 'with', 'for', 'as', 'preposition', 'and',
  'relative', 'that', 'because', 'when', 'a', 'the', 'this',
); // prettier-ignore

/**
 * Visits the stretches of tokens that may be the answer: within one sentence, brackets and quotation marks closed where
 * they open, with a word that is none of the question's, neither cut off after a preposition nor begun with "and".
 */
export function visitCandidates(ground: Ground, visit: (stage: Stage, candidate: Candidate) => void): void {
  const { classes, breaks, concept, stop, opened, closed, straight } = ground;
  let left = MOST_CANDIDATES;
  for (const sentence of ground.sentences.slice(0, SENTENCES)) {
    const stage = stageOf(ground, sentence);
    for (let first = sentence.from; first < sentence.to && left > 0; first++) {
      if (UNFIT_FIRST[classes[first]!] === 1) continue;
      let [isFresh, depth, quotes] = [false, 0, 0];
      const furthest = Math.min(sentence.to, first + LONGEST_CLAUSE);
      for (let token = first; token < furthest; token++) {
        if (token > first) {
          depth += opened[token]! - closed[token]!;
          quotes += straight[token]!;
          if (depth < 0) break;
        }
        isFresh ||= concept[token]! < 0 && stop[token] === 0;
        if (!isFresh || depth !== 0 || quotes % 2 !== 0 || UNFIT_LAST[classes[token]!] === 1) continue;
        const last = token + 1;
        if (last - first > LONGEST && breaks[last] === 0) continue;
        visit(stage, { first, last });
        left--;
      }
    }
  }
}
