import type { Passage, SearchIndex } from '../search/index.js';
import type { Query } from '../search/query.js';
import type { Language } from '../text/language.js';
import { findDates } from '../corpus/dates.js';
import { contains, type Span } from '../text/span.js';
import type { Question, QuestionKind } from './question.js';
import { OPENINGS, type Opening } from './question-form.js';
import { visitCandidates } from './span-candidates.js';
import { createDescription, describeCandidate, SPAN_FEATURES, type Candidate } from './span-features.js';
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

/**
 * The parts of a feature's weight, in the order of `span.json`: for all, for texts of a language, for a group of questions,
 * and in Arabic, where word order is freer, for what follows the question word.
 */
export const WEIGHT_PARTS: readonly string[] = [
  'all',
  'ar',
  'en',
  ...GROUPS,
  ...OPENINGS.map((opening) => `ar.${opening}`),
];

/** The parts that make up the weights for a text of `language`. */
export const weightParts = (language: Language, group: Group, opening: Opening): readonly string[] => [
  'all',
  language,
  group,
  ...(language === 'ar' ? [`ar.${opening}`] : []),
];

const rows: ReadonlyMap<string, readonly number[]> = new Map(Object.entries(fitted.weights));
const summed = new Map<string, Float64Array>();

/** The weights of `SPAN_FEATURES`: the sums of these parts. */
function weightsOf(parts: readonly string[]): Float64Array {
  const key = parts.join(' ');
  let weights = summed.get(key);
  if (weights === undefined) {
    const columns = parts.map((part) => WEIGHT_PARTS.indexOf(part));
    weights = Float64Array.from(SPAN_FEATURES, (name) =>
      columns.reduce((sum, column) => sum + (rows.get(name)?.[column] ?? 0), 0),
    );
    summed.set(key, weights);
  }
  return weights;
}

/** A candidate with its score: the logarithm of how likely it is to be the answer, but for a constant. */
export interface ScoredCandidate extends Candidate {
  readonly score: number;
}

/**
 * How many of the best candidates are weighed against each other, the temperature of their probabilities, and how far the
 * chosen one's score may lie below the best: else two likely answers would be bridged by a stretch that is none.
 */
const BEST = 60;
const TEMPERATURE = 0.85;
const MARGIN = 1;

/** The `BEST` candidates of the highest scores, best first, equal ones in their order. */
function bestOf(candidates: readonly ScoredCandidate[]): ScoredCandidate[] {
  const best: ScoredCandidate[] = [];
  for (const candidate of candidates) {
    let at = best.length;
    if (at === BEST && candidate.score <= best[at - 1]!.score) continue;
    if (at < BEST) best.push(candidate);
    else at--;
    for (; at > 0 && best[at - 1]!.score < candidate.score; at--) best[at] = best[at - 1]!;
    best[at] = candidate;
  }
  return best;
}

/**
 * Of the likeliest candidates the one that is expected to share most with the answer: the highest mean F1 of tokens,
 * weighted by how likely each other one is (minimum Bayes risk; Kumar and Byrne, 2004). Null where there is none.
 */
export function leastRisk(candidates: readonly ScoredCandidate[]): ScoredCandidate | null {
  const best = bestOf(candidates);
  const top = best[0];
  if (top === undefined) return null;
  const likely = best.map(({ score }) => Math.exp((score - top.score) / TEMPERATURE));
  let [chosen, most] = [top, -1];
  for (const candidate of best) {
    if (candidate.score < top.score - MARGIN) break;
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
/** Letters joined to a number: €20m, 3bn, 40km. */
const SCALE_AFTER = /^\p{Nd}(\p{L}{1,3})(?!\p{L})/u;
const LONGEST_SCALE = 4;

const description = createDescription();

/**
 * The shortest stretch of a passage that answers, in offsets of its document's text; null where none can. None lies within
 * `closed`, a stretch of that text.
 */
export function answerSpan(
  index: SearchIndex,
  question: Question,
  query: Query,
  passage: Passage,
  closed: Span | null = null,
): Span | null {
  const ground = groundOf(index, question, query, passage);
  const language = passage.paragraph.language ?? question.language;
  const row = weightsOf(weightParts(language, groupOf(question.kind), ground.form.opening));
  const candidates: ScoredCandidate[] = [];
  const { features, values } = description;
  const base = passage.paragraph.start;
  const isClosed = ({ first, last }: Candidate): boolean =>
    closed !== null &&
    base + passage.offsets[2 * first]! >= closed.start &&
    base + passage.offsets[2 * last - 1]! <= closed.end;
  visitCandidates(ground, (stage, candidate) => {
    if (isClosed(candidate)) return;
    describeCandidate(stage, candidate, description);
    let score = 0;
    for (let i = 0; i < description.size; i++) score += row[features[i]!]! * values[i]!;
    candidates.push({ first: candidate.first, last: candidate.last, score });
  });
  const best = leastRisk(candidates);
  if (best === null) return null;
  const { text } = passage.paragraph;
  let [start, end] = [passage.offsets[2 * best.first]!, passage.offsets[2 * best.last - 1]!];
  if (SIGN_BEFORE.test(text.charAt(start - 1))) start--;
  if (SIGN_AFTER.test(text.charAt(end))) end++;
  else end += SCALE_AFTER.exec(text.slice(end - 1, end + LONGEST_SCALE))?.[1]?.length ?? 0;
  const whole = question.kind === 'when' ? wholeDate(text, { start, end }) : { start, end };
  return { start: base + whole.start, end: base + whole.end };
}

/** The date of which a stretch is a part (the year of a day), else the stretch: "when" asks for all that is told. */
function wholeDate(text: string, stretch: Span): Span {
  const date = findDates(text).find((found) => contains(found, stretch));
  return date === undefined ? stretch : { start: date.start, end: date.end };
}
