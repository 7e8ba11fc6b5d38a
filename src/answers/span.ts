import type { Passage, SearchIndex } from '../search/index.js';
import type { Query } from '../search/query.js';
import type { Language } from '../text/language.js';
import type { Span } from '../text/span.js';
import type { Question, QuestionKind } from './question.js';
import { visitCandidates } from './span-candidates.js';
import { describeCandidate, SPAN_FEATURES, type Candidate } from './span-features.js';
import { groundOf } from './span-ground.js';
import fitted from './span.json' with { type: 'json' };

/** Kinds of question whose answers look alike have weights of their own beside the common ones. */
export const GROUPS = ['count', 'time', 'person', 'place', 'reason', 'which', 'what'] as const;
export type Group = (typeof GROUPS)[number];

const GROUP_OF: Readonly<Record<QuestionKind, Group>> = {
  'how-much': 'count', 'how-many': 'count', when: 'time', date: 'time', 'how-long': 'time', who: 'person', where: 'place', why: 'reason',
  how: 'reason', which: 'which', what: 'what', role: 'what', list: 'what', 'yes-no': 'what',
}; // prettier-ignore

export const groupOf = (kind: QuestionKind): Group => GROUP_OF[kind];

/** The parts of a feature's weight, in the order of `span.json`: for all, for texts of a language, for a group. */
export const WEIGHT_PARTS = ['all', 'ar', 'en', ...GROUPS] as const;

const partsOf: ReadonlyMap<string, readonly number[]> = new Map(Object.entries(fitted.weights));

/** The weights of `SPAN_FEATURES` for texts of a language and questions of a group: the sum of their parts. */
function weightsFor(language: Language, group: Group): Float64Array {
  const parts = ['all', language, group].map((part) => (WEIGHT_PARTS as readonly string[]).indexOf(part));
  return Float64Array.from(SPAN_FEATURES, (name) => {
    const row = partsOf.get(name);
    return row === undefined ? 0 : parts.reduce((sum, part) => sum + (row[part] ?? 0), 0);
  });
}

const WEIGHTS = Object.fromEntries(
  (['ar', 'en'] as const).map((language) => [
    language,
    Object.fromEntries(GROUPS.map((group) => [group, weightsFor(language, group)])),
  ]),
) as Readonly<Record<Language, Readonly<Record<Group, Float64Array>>>>;

/** A candidate with its score: the logarithm of how likely it is to be the answer, but for a constant. */
export interface ScoredCandidate extends Candidate {
  readonly score: number;
}

/** How many of the best candidates are weighed against each other, and the temperature of their probabilities. */
const BEST = 60;
const TEMPERATURE = 0.85;

/**
 * Of the likeliest candidates the one that is expected to share most with the answer: the highest mean F1 of tokens,
 * weighted by how likely each other one is (minimum Bayes risk; Kumar and Byrne, 2004). Null where there is none.
 */
export function leastRisk(candidates: readonly ScoredCandidate[]): ScoredCandidate | null {
  const best = [...candidates].sort((a, b) => b.score - a.score).slice(0, BEST);
  const top = best[0];
  if (top === undefined) return null;
  const likely = best.map(({ score }) => Math.exp((score - top.score) / TEMPERATURE));
  let [chosen, most] = [top, -1];
  for (const candidate of best) {
    let expected = 0;
    for (let i = 0; i < best.length; i++) {
      const { first, last } = best[i]!;
      const shared = Math.min(candidate.last, last) - Math.max(candidate.first, first);
      if (shared > 0) expected += (likely[i]! * 2 * shared) / (candidate.last - candidate.first + last - first);
    }
    if (expected > most) [chosen, most] = [candidate, expected];
  }
  return chosen;
}

/** Signs that belong to the number or name beside them and are no token. */
const SIGN_BEFORE = /^[\p{Sc}#]$/u;
const SIGN_AFTER = /^[\p{Sc}%٪°+]$/u;

/** The shortest stretch of a passage that answers, in offsets of its document's text; null where none can. */
export function answerSpan(index: SearchIndex, question: Question, query: Query, passage: Passage): Span | null {
  const row = WEIGHTS[passage.paragraph.language ?? question.language][groupOf(question.kind)];
  const candidates: ScoredCandidate[] = [];
  visitCandidates(groundOf(index, question, query, passage), (stage, candidate) => {
    let score = 0;
    describeCandidate(stage, candidate, (feature, value) => {
      score += row[feature]! * value;
    });
    candidates.push({ ...candidate, score });
  });
  const best = leastRisk(candidates);
  if (best === null) return null;
  const { text, start: base } = passage.paragraph;
  let [start, end] = [passage.offsets[2 * best.first]!, passage.offsets[2 * best.last - 1]!];
  if (SIGN_BEFORE.test(text.charAt(start - 1))) start--;
  if (SIGN_AFTER.test(text.charAt(end))) end++;
  return { start: base + start, end: base + end };
}
