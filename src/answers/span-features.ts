import { FUNCTION_CLASSES } from '../text/function-words.js';
import { THING } from '../text/things.js';
import { WORD_CLASSES, type WordClass } from '../text/word-class.js';
import { OPENINGS } from './question-form.js';
import { BREAKS } from './span-ground.js';
import { NOWHERE, WORD_ROLES, type Stage } from './span-stage.js';

/** A stretch of tokens of a passage that may be the answer; `last` is exclusive. */
export interface Candidate {
  readonly first: number;
  readonly last: number;
}

/**
 * The features of a candidate: numbers in `SPAN_FEATURES` and values, mostly 0–1, in the first `size` places; one may
 * come in several parts, which add up. One description is filled again and again: a question has hundreds of candidates.
 */
export interface Description {
  size: number;
  readonly features: Uint16Array;
  readonly values: Float64Array;
}

/** Candidates have some 50 features; only a question of hundreds of verbs would have more than these. */
const MOST_FEATURES = 512;

export const createDescription = (): Description => ({
  size: 0,
  features: new Uint16Array(MOST_FEATURES),
  values: new Float64Array(MOST_FEATURES),
});

function put(into: Description, feature: number, value: number): void {
  if (into.size === MOST_FEATURES) return;
  into.features[into.size] = feature;
  into.values[into.size++] = value;
}

function putFlag(into: Description, feature: number, condition: boolean): void {
  if (condition) put(into, feature, 1);
}

/** Classes of words in few kinds: what a candidate holds. */
const KINDS = [
  'preposition', 'auxiliary', 'clause', 'particle', 'of', 'and', 'the', 'number', 'time', 'name', 'noun', 'theNoun', 'adjective',
  'theAdjective', 'verb', 'mixed', 'other',
] as const; // prettier-ignore
type Kind = (typeof KINDS)[number];

const KIND_OF: Readonly<Partial<Record<WordClass, Kind>>> = {
  of: 'of', and: 'and', the: 'the', a: 'the', this: 'the', be: 'auxiliary', do: 'auxiliary', have: 'auxiliary', modal: 'auxiliary',
  called: 'auxiliary', relative: 'clause', that: 'clause', because: 'clause', when: 'clause', pronoun: 'particle', not: 'particle',
  number: 'number', money: 'number', year: 'time', date: 'time', unit: 'time', name: 'name', place: 'name', theName: 'name',
  foreign: 'name', noun: 'noun', theNoun: 'theNoun', adjective: 'adjective', theAdjective: 'theAdjective', mixed: 'mixed',
  verb: 'verb', participle: 'verb', gerund: 'verb',
}; // prettier-ignore

const isFunctionClass = (name: WordClass): boolean => (FUNCTION_CLASSES as readonly string[]).includes(name);
const kindOf = (name: WordClass): Kind => KIND_OF[name] ?? (isFunctionClass(name) ? 'preposition' : 'other');
const KIND = Uint8Array.from(WORD_CLASSES, (name) => KINDS.indexOf(kindOf(name)));
const [NUMBER, TIME, NAME] = [KINDS.indexOf('number'), KINDS.indexOf('time'), KINDS.indexOf('name')] as const;

const names: string[] = [];

/** Adds a feature for each of `parts`; the number of the first. */
function block(name: string, parts: readonly string[]): number {
  names.push(...parts.map((part) => `${name}:${part}`));
  return names.length - parts.length;
}

const LENGTHS = ['1', '2', '3', '4', '5', '6', '8', '10', '12', 'more'];
const lengthBin = (length: number): number => (length <= 6 ? length - 1 : Math.min(9, 2 + Math.ceil(length / 2)));
const DISTANCES = ['1', '2', '4', '8', 'far'];
const distanceBin = (distance: number): number => Math.min(4, Math.ceil(Math.log2(Math.max(1, distance))));

/** Words of the question by their place there; for each where it stands beside the candidate. */
const PLACES = [...['before', 'after'].flatMap((side) => DISTANCES.map((distance) => `${side}.${distance}`)), 'inside'];

const FLAGS = [
  'bestSentence', 'secondSentence', 'firstSentence', 'sentenceExpects', 'expected', 'matchBefore', 'matchAfter',
  'matchBefore2', 'matchAfter2', 'firstMatched', 'lastMatched', 'and', 'to', 'nextAnd', 'quoted', 'bracketed', 'wholeClause',
  'contextBefore', 'contextAfter', 'contextBefore2', 'contextAfter2', 'allNumber', 'loneNumber', 'allName', 'opensSentence',
] as const; // prettier-ignore
const AMOUNTS = [
  'share',
  'behind',
  'near',
  'left',
  'right',
  'bothSides',
  'nearVerb',
  'nearNext',
  'overlap',
  'rare',
  'leastRare',
  'breaks',
] as const;

const SLOTS = [...WORD_CLASSES, ...BREAKS];
const EDGE = SLOTS.length - 1;
const AT = {
  first: block('first', WORD_CLASSES),
  last: block('last', WORD_CLASSES),
  previous: block('previous', SLOTS),
  next: block('next', SLOTS),
  previous2: block('previous2', SLOTS),
  next2: block('next2', SLOTS),
  part: block('part', KINDS),
  has: block('has', KINDS),
  length: block('length', LENGTHS),
  role: block('role', WORD_ROLES.flatMap((role) => PLACES.map((place) => `${role}.${place}`))),
  left: block('left', OPENINGS),
  right: block('right', OPENINGS),
  verbLeft: block('verbLeft', OPENINGS),
  verbRight: block('verbRight', OPENINGS),
  nextLeft: block('nextLeft', OPENINGS),
  nextRight: block('nextRight', OPENINGS),
  flag: block('is', FLAGS),
  amount: block('amount', AMOUNTS),
} as const; // prettier-ignore

/** What is looked at in a candidate; each has its weights in `span.json`. */
export const SPAN_FEATURES: readonly string[] = names;

const flagAt = Object.fromEntries(FLAGS.map((name, i) => [name, AT.flag + i])) as Record<
  (typeof FLAGS)[number],
  number
>;
const amountAt = Object.fromEntries(AMOUNTS.map((name, i) => [name, AT.amount + i])) as Record<
  (typeof AMOUNTS)[number],
  number
>;

/** What stands at the candidate's ends and beside it: classes of words, or the break where one parts them. */
function putNeighbours(
  { ground: { classes, breaks }, sentence: { from, to } }: Stage,
  { first, last }: Candidate,
  into: Description,
): void {
  const slot = (token: number, gap: number): number => {
    if (token < from || token >= to) return EDGE;
    return breaks[gap]! > 0 ? WORD_CLASSES.length + breaks[gap]! : classes[token]!;
  };
  put(into, AT.first + classes[first]!, 1);
  put(into, AT.last + classes[last - 1]!, 1);
  put(into, AT.previous + slot(first - 1, first), 1);
  put(into, AT.next + slot(last, last), 1);
  put(
    into,
    AT.previous2 + (breaks[first]! > 0 ? classAt(classes, first - 2, from, to) : slot(first - 2, first - 1)),
    1,
  );
  put(into, AT.next2 + (breaks[last]! > 0 ? classAt(classes, last + 1, from, to) : slot(last + 1, last + 1)), 1);
}

const classAt = (classes: Uint8Array, token: number, from: number, to: number): number =>
  token < from || token >= to ? EDGE : classes[token]!;

/** How many tokens of each kind the candidate at hand holds: one array for all, as there are hundreds a question. */
const counts = new Uint8Array(KINDS.length);

/** What the candidate itself holds. */
function putContent({ ground, sentence: { from, to } }: Stage, { first, last }: Candidate, into: Description): void {
  const { passage, query, concept, weight, classes, breaks, stop, clitic, rarity, straight, opened, closed } = ground;
  const length = last - first;
  counts.fill(0);
  let [things, overlap, content, rare, least, inner] = [0, 0, 0, 0, 1, 0];
  for (let token = first; token < last; token++) {
    counts[KIND[classes[token]!]!]!++;
    if (concept[token]! >= 0) overlap += weight[token]!;
    else things |= passage.things[token]!;
    if (stop[token] === 0) {
      content++;
      rare += rarity[token]!;
      least = Math.min(least, rarity[token]!);
    }
    if (token > first && breaks[token]! > 0) inner++;
  }
  for (let kind = 0; kind < KINDS.length; kind++) {
    if (counts[kind] === 0) continue;
    put(into, AT.part + kind, counts[kind]! / length);
    put(into, AT.has + kind, 1);
  }
  put(into, AT.length + lengthBin(length), 1);
  put(into, amountAt.overlap, overlap / length);
  put(into, amountAt.rare, content > 0 ? rare / content : 0);
  put(into, amountAt.leastRare, content > 0 ? least : 0);
  put(into, amountAt.breaks, inner / 2);
  const bracketed = opened[first]! > 0 && closed[last]! > 0;
  putFlag(into, flagAt.expected, (things & query.expected) !== 0);
  putFlag(into, flagAt.firstMatched, concept[first]! >= 0);
  putFlag(into, flagAt.lastMatched, concept[last - 1]! >= 0);
  putFlag(into, flagAt.and, clitic[first] === 1);
  putFlag(into, flagAt.to, clitic[first] === 2);
  putFlag(into, flagAt.nextAnd, last < to && breaks[last] === 0 && clitic[last] === 1);
  putFlag(into, flagAt.quoted, (straight[first]! > 0 && straight[last]! > 0) || (bracketed && inner === 0));
  putFlag(into, flagAt.bracketed, bracketed);
  putFlag(into, flagAt.wholeClause, breaks[first]! > 0 && breaks[last]! > 0);
  putFlag(into, flagAt.allNumber, counts[NUMBER]! + counts[TIME]! === length);
  putFlag(into, flagAt.loneNumber, length === 1 && (passage.things[first]! & THING.number) !== 0);
  putFlag(into, flagAt.allName, counts[NAME] === length);
  putFlag(into, flagAt.opensSentence, first === from);
}

/** Where the words of the question stand as seen from the candidate. */
function putNearness(
  { ground: { form }, sentence: { from }, places }: Stage,
  { first, last }: Candidate,
  into: Description,
): void {
  const opening = OPENINGS.indexOf(form.opening);
  let [left, right, allLeft, allRight, nearVerb, nearNext] = [0, 0, 0, 0, 0, 0];
  for (const { idf, roles, before, after } of places) {
    const back = first - before[first - from]!;
    const ahead = after[last - from]! - last + 1;
    const isInside = after[first - from]! < last;
    const distance = Math.min(back, ahead);
    const isBefore = back <= ahead;
    const near = distance < NOWHERE ? 1 / (1 + distance / 4) : 0;
    if (isBefore) left += idf * near;
    else right += idf * near;
    if (back < NOWHERE) allLeft += idf / (1 + back / 4);
    if (ahead < NOWHERE) allRight += idf / (1 + ahead / 4);
    for (let role = 0; role < WORD_ROLES.length; role++) {
      if (!roles[role]) continue;
      const base = AT.role + role * PLACES.length;
      if (isInside) put(into, base + PLACES.length - 1, 1);
      else if (near > 0) {
        put(into, base + (isBefore ? 0 : DISTANCES.length) + distanceBin(distance), 1);
        if (WORD_ROLES[role] === 'verb') {
          nearVerb = Math.max(nearVerb, near);
          put(into, (isBefore ? AT.verbLeft : AT.verbRight) + opening, near);
        } else if (WORD_ROLES[role] === 'next') {
          nearNext = near;
          put(into, (isBefore ? AT.nextLeft : AT.nextRight) + opening, near);
        }
      }
    }
  }
  put(into, AT.left + opening, left);
  put(into, AT.right + opening, right);
  put(into, amountAt.near, left + right);
  put(into, amountAt.left, allLeft);
  put(into, amountAt.right, allRight);
  put(into, amountAt.bothSides, Math.min(allLeft, allRight));
  put(into, amountAt.nearVerb, nearVerb);
  put(into, amountAt.nearNext, nearNext);
}

/** How many words beside the question word stand, in their order, beside the candidate too: 2 at most. */
function contextRun(
  { ground, sentence: { from, to } }: Stage,
  words: readonly number[],
  at: number,
  step: number,
): number {
  let run = 0;
  for (let token = at; run < words.length && token >= from && token < to; token += step) {
    if (ground.passage.words[token] !== words[run]) break;
    run++;
  }
  return run;
}

function putSurroundings(stage: Stage, { first, last }: Candidate, into: Description): void {
  const { ground, sentence } = stage;
  const { concept } = ground;
  const { from, to } = sentence;
  put(into, amountAt.share, sentence.share);
  put(into, amountAt.behind, sentence.behind);
  putFlag(into, flagAt.bestSentence, sentence.rank === 0);
  putFlag(into, flagAt.secondSentence, sentence.rank === 1);
  putFlag(into, flagAt.firstSentence, sentence.at === 0);
  putFlag(into, flagAt.sentenceExpects, sentence.expects);
  const [before, after] = [first > from && concept[first - 1]! >= 0, last < to && concept[last]! >= 0];
  putFlag(into, flagAt.matchBefore, before);
  putFlag(into, flagAt.matchAfter, after);
  putFlag(into, flagAt.matchBefore2, !before && first > from + 1 && concept[first - 2]! >= 0);
  putFlag(into, flagAt.matchAfter2, !after && last + 1 < to && concept[last + 1]! >= 0);
  const runBefore = contextRun(stage, ground.wordsBefore, first - 1, -1);
  const runAfter = contextRun(stage, ground.wordsAfter, last, 1);
  putFlag(into, flagAt.contextBefore, runBefore > 0);
  putFlag(into, flagAt.contextBefore2, runBefore > 1);
  putFlag(into, flagAt.contextAfter, runAfter > 0);
  putFlag(into, flagAt.contextAfter2, runAfter > 1);
}

/** Describes a candidate: fills `into` with every feature that is not 0. */
export function describeCandidate(stage: Stage, candidate: Candidate, into: Description): void {
  into.size = 0;
  putNeighbours(stage, candidate, into);
  putContent(stage, candidate, into);
  putNearness(stage, candidate, into);
  putSurroundings(stage, candidate, into);
}
