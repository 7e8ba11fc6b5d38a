import type { Passage } from '../search/index.js';
import { matchesOf, type Matches } from '../search/features.js';
import type { Query } from '../search/query.js';
import type { FunctionWord } from '../text/function-words.js';
import { THING } from '../text/things.js';
import { sentencesIn } from './excerpt.js';
import type { Question, QuestionKind } from './question.js';

/** A stretch of tokens of a passage that may be the answer; `last` is exclusive. */
export interface Candidate {
  readonly first: number;
  readonly last: number;
}

/** Kinds of question whose answers look alike have weights of their own beside the common ones. */
export const GROUPS = ['count', 'time', 'person', 'place', 'reason', 'which', 'thing'] as const;
export type Group = (typeof GROUPS)[number];

const GROUP_OF: Readonly<Record<QuestionKind, Group>> = {
  'how-much': 'count', 'how-many': 'count', when: 'time',
  date: 'time', 'how-long': 'time', who: 'person', where: 'place', why: 'reason',
  how: 'reason', which: 'which', what: 'thing', role: 'thing', list: 'thing', 'yes-no': 'thing',
}; // prettier-ignore

export const groupOf = (kind: QuestionKind): Group => GROUP_OF[kind];

/** What is looked at in a candidate, in the order of the weights in `span.json`. */
export const SPAN_FEATURES = [
  'sentence', 'near', 'beforeMatch', 'afterMatch', 'overlap', 'number', 'onlyNumber', 'date', 'unit', 'money', 'names',
  'allNames', 'rare', 'startsStop', 'endsStop', 'opensClause', 'closesClause', 'quoted', 'comma', 'afterStop',
  'beforeStop', 'beforeName', 'afterName', 'beforeNumber', 'afterNumber', 'long1', 'long2', 'long3', 'long5', 'long8', 'long12',
  'firstSentence', 'nearLeft', 'nearRight', 'nearVerb', 'verbInside', 'startsVerb', 'startsPreposition', 'startsDeterminer',
  'startsConjunction', 'copulaInside', 'afterCopula', 'beforeCopula', 'afterPreposition', 'afterDeterminer', 'beforeOf',
  'conjunctionInside', 'unbalanced', 'prepositionInside', 'askedBefore', 'askedAfter', 'endsFunction',
] as const; // prettier-ignore

/** The longest candidate, in tokens, and how many sentences of the passage are looked through. */
const LONGEST = 12;
const SENTENCES = 3;

/** What is known of the tokens of a passage before any candidate is looked at. */
interface Ground {
  readonly passage: Passage;
  readonly text: string;
  readonly matches: Matches;
  /** For each token the concept that stands there, or -1. */
  readonly concept: Int32Array;
  readonly isStop: (token: number) => boolean;
  readonly isName: (token: number) => boolean;
  readonly isVerb: (token: number) => boolean;
  readonly functionOf: (token: number) => FunctionWord | null;
  /** The concept of the noun after "which", or -1; those of verbs. */
  readonly asked: number;
  readonly verbs: ReadonlySet<number>;
  readonly rarity: (token: number) => number;
  /** Whether punctuation stands between this token and the one before. */
  readonly breakBefore: Uint8Array;
}

const CLAUSE = /[.,;:!?()[\]"«»“”،؛؟–—\n]/;
const QUOTE = /["«»“”]/;
const DECISIVE = 0.5;

const gap = (passage: Passage, token: number): string =>
  passage.paragraph.text.slice(
    token > 0 ? passage.offsets[2 * token - 1]! : 0,
    token < passage.stems.length ? passage.offsets[2 * token]! : passage.paragraph.text.length,
  );

export interface TokenKnowledge {
  readonly isStop: (stem: number) => boolean;
  /** Whether the token at this place of the passage is a name. */
  readonly isName: (passage: Passage, token: number) => boolean;
  /** Whether the word at this place is a verb and nothing else. */
  readonly isVerb: (passage: Passage, token: number) => boolean;
  readonly functionOf: (passage: Passage, token: number) => FunctionWord | null;
  /** 0–1: how rare a stem is in the corpus. */
  readonly rarity: (stem: number) => number;
}

function groundOf(question: Question, query: Query, passage: Passage, known: TokenKnowledge): Ground {
  const matches = matchesOf(query, passage);
  const concept = new Int32Array(passage.stems.length).fill(-1);
  for (let i = 0; i < matches.positions.length; i++)
    if (matches.weightAt[i]! >= DECISIVE) concept[matches.positions[i]!] = matches.conceptAt[i]!;
  const breakBefore = Uint8Array.from(passage.stems, (_, token) => (CLAUSE.test(gap(passage, token)) ? 1 : 0));
  return {
    passage,
    text: passage.paragraph.text,
    matches,
    concept,
    isStop: (token) => known.isStop(passage.stems[token]!),
    isName: (token) => known.isName(passage, token),
    isVerb: (token) => known.isVerb(passage, token),
    functionOf: (token) => known.functionOf(passage, token),
    asked: query.concepts.findIndex(({ position }) => position === question.askedNoun),
    verbs: new Set(query.concepts.flatMap(({ position }, c) => (question.verbs.has(position) ? [c] : []))),
    rarity: (token) => known.rarity(passage.stems[token]!),
    breakBefore,
  };
}

interface Nearness {
  readonly all: number;
  readonly left: number;
  readonly right: number;
  readonly verb: number;
  readonly asked: number;
  readonly askedLeft: boolean;
}

/** For the concepts of the sentence: idf, less with the distance from the candidate to the nearest place, by side. */
function nearness(query: Query, ground: Ground, from: number, to: number, { first, last }: Candidate): Nearness {
  const nearest = new Map<number, number>();
  for (let token = from; token < to; token++) {
    const concept = ground.concept[token]!;
    if (concept < 0 || (token >= first && token < last)) continue;
    const distance = token < first ? token - first : token - last + 1;
    const found = nearest.get(concept);
    if (found === undefined || Math.abs(distance) < Math.abs(found)) nearest.set(concept, distance);
  }
  let [left, right, verb, asked] = [0, 0, 0, 0];
  let askedLeft = false;
  for (const [concept, distance] of nearest) {
    const weight = 1 / (1 + Math.abs(distance) / 4);
    const part = (query.concepts[concept]!.idf * weight) / query.totalIdf;
    if (distance < 0) left += part;
    else right += part;
    if (ground.verbs.has(concept)) verb = Math.max(verb, weight);
    if (concept === ground.asked) {
      asked = weight;
      askedLeft = distance < 0;
    }
  }
  return { all: left + right, left, right, verb, asked, askedLeft };
}

/** Whether brackets or quotation marks open inside a text and do not close there, or close and did not open. */
function isUnbalanced(text: string): boolean {
  const count = (character: string): number => text.split(character).length - 1;
  return count('(') !== count(')') || count('«') !== count('»') || count('“') !== count('”') || count('"') % 2 === 1;
}

function vectorOf(
  query: Query,
  ground: Ground,
  sentence: { from: number; to: number; share: number; at: number },
  candidate: Candidate,
): number[] {
  const { first, last } = candidate;
  const { passage, concept, breakBefore, isStop, isName } = ground;
  const length = last - first;
  let overlap = 0;
  let things = 0;
  let numbers = 0;
  let names = 0;
  let rare = 0;
  let commas = 0;
  let content = 0;
  let [verbs, copulas, conjunctions, prepositions] = [0, 0, 0, 0];
  for (let token = first; token < last; token++) {
    if (concept[token]! >= 0) overlap++;
    things |= passage.things[token]!;
    if ((passage.things[token]! & THING.number) !== 0) numbers++;
    if (isName(token)) names++;
    if (ground.isVerb(token)) verbs++;
    const does = ground.functionOf(token);
    if (does === 'copula') copulas++;
    else if (does === 'conjunction') conjunctions++;
    else if (does === 'preposition' && token > first) prepositions++;
    if (!isStop(token)) {
      content++;
      rare += ground.rarity(token);
    }
    if (token > first && breakBefore[token] === 1) commas++;
  }
  const near = nearness(query, ground, sentence.from, sentence.to, candidate);
  const inside = passage.paragraph.text.slice(passage.offsets[2 * first], passage.offsets[2 * last - 1]);
  const start = ground.functionOf(first);
  const previous = first > sentence.from && breakBefore[first] === 0 ? ground.functionOf(first - 1) : null;
  const next = last < sentence.to && breakBefore[last] === 0 ? ground.functionOf(last) : null;
  const before = first > sentence.from ? first - 1 : -1;
  const after = last < sentence.to ? last : -1;
  const has = (bit: number): number => ((things & bit) !== 0 ? 1 : 0);
  const flag = (condition: boolean): number => (condition ? 1 : 0);
  const opens = first === sentence.from || breakBefore[first] === 1;
  const closes = last === sentence.to || breakBefore[last] === 1;
  return [
    sentence.share,
    near.all,
    flag(before >= 0 && concept[before]! >= 0),
    flag(after >= 0 && concept[after]! >= 0),
    overlap / length,
    has(THING.number),
    flag(numbers === length),
    has(THING.date),
    has(THING.unit),
    has(THING.money),
    names / length,
    flag(names === length),
    content > 0 ? rare / content : 0,
    flag(isStop(first)),
    flag(isStop(last - 1)),
    flag(opens),
    flag(closes),
    flag(opens && closes && QUOTE.test(gap(passage, first)) && QUOTE.test(gap(passage, last))),
    commas / 2,
    flag(before >= 0 && isStop(before)),
    flag(after >= 0 && isStop(after)),
    flag(before >= 0 && breakBefore[first] === 0 && isName(before)),
    flag(after >= 0 && breakBefore[last] === 0 && isName(after)),
    flag(before >= 0 && (passage.things[before]! & THING.number) !== 0),
    flag(after >= 0 && (passage.things[after]! & THING.number) !== 0),
    flag(length === 1),
    flag(length === 2),
    flag(length === 3),
    flag(length >= 4 && length <= 5),
    flag(length >= 6 && length <= 8),
    flag(length >= 9),
    flag(sentence.at === 0),
    near.left,
    near.right,
    near.verb,
    verbs > 0 ? 1 : 0,
    flag(ground.isVerb(first)),
    flag(start === 'preposition'),
    flag(start === 'determiner'),
    flag(start === 'conjunction'),
    flag(copulas > 0),
    flag(previous === 'copula'),
    flag(next === 'copula'),
    flag(previous === 'preposition'),
    flag(previous === 'determiner'),
    flag(next === 'preposition'),
    flag(conjunctions > 0),
    flag(isUnbalanced(inside)),
    flag(prepositions > 0),
    near.askedLeft ? 0 : near.asked,
    near.askedLeft ? near.asked : 0,
    flag(ground.functionOf(last - 1) !== null),
  ];
}

/** The candidates of a passage with their features: stretches of the sentences that hold most of the question. */
export function candidatesOf(
  question: Question,
  query: Query,
  passage: Passage,
  known: TokenKnowledge,
): { readonly candidate: Candidate; readonly features: readonly number[] }[] {
  const ground = groundOf(question, query, passage, known);
  const sentences = sentencesIn(passage)
    .map(({ firstToken: from, lastToken: to }, at) => {
      const held = new Set<number>();
      for (let token = from; token < to; token++) if (ground.concept[token]! >= 0) held.add(ground.concept[token]!);
      const share = [...held].reduce((sum, c) => sum + query.concepts[c]!.idf, 0) / query.totalIdf;
      return { from, to, share, at };
    })
    .sort((a, b) => b.share - a.share || a.at - b.at)
    .slice(0, SENTENCES);
  const found: { candidate: Candidate; features: number[] }[] = [];
  for (const sentence of sentences)
    for (let first = sentence.from; first < sentence.to; first++)
      for (let last = first + 1; last <= Math.min(sentence.to, first + LONGEST); last++) {
        const candidate = { first, last };
        // A candidate of nothing but words of the question answers nothing.
        let fresh = false;
        for (let token = first; token < last && !fresh; token++)
          fresh = ground.concept[token]! < 0 && !ground.isStop(token);
        if (fresh) found.push({ candidate, features: vectorOf(query, ground, sentence, candidate) });
      }
  return found;
}
