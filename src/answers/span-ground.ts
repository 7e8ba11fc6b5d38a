import type { Passage, SearchIndex } from '../search/index.js';
import { matchesOf } from '../search/features.js';
import { idfOf, type Query } from '../search/query.js';
import { THING } from '../text/things.js';
import { cliticOf, wordClass, WORD_CLASSES, type WordClass } from '../text/word-class.js';
import { sentencesIn } from './excerpt.js';
import type { Question } from './question.js';
import { formOf, type QuestionForm } from './question-form.js';

/** What stands between two tokens, strongest last. */
export const BREAKS = ['none', 'comma', 'dash', 'stop', 'quote', 'opening', 'closing', 'edge'] as const;
export type Break = (typeof BREAKS)[number];

/** A sentence of the passage as the choice of an answer sees it; `to` is exclusive. */
export interface AnswerSentence {
  readonly from: number;
  readonly to: number;
  /** Share of the question's idf that stands in it, words alike counted in part. */
  readonly share: number;
  /** How much less that is than in the best sentence. */
  readonly behind: number;
  /** Its place in the passage, and among the sentences by share. */
  readonly at: number;
  readonly rank: number;
  readonly expects: boolean;
}

/** What is known of the tokens of a passage before any candidate is looked at. */
export interface Ground {
  readonly passage: Passage;
  readonly query: Query;
  readonly form: QuestionForm;
  /** Word numbers of the words before the question word, nearest first, and after it; -1 for what is nowhere. */
  readonly wordsBefore: readonly number[];
  readonly wordsAfter: readonly number[];
  /** For each token the concept of the question that stands there, or -1, and how much of it. */
  readonly concept: Int32Array;
  readonly weight: Float64Array;
  /** Number of the token's class in `WORD_CLASSES`. */
  readonly classes: Uint8Array;
  /** Number in `BREAKS` of what stands before each token; one more entry for the end. */
  readonly breaks: Uint8Array;
  /** Brackets and quotation marks before each token: opened, closed, and straight ones. */
  readonly opened: Uint32Array;
  readonly closed: Uint32Array;
  readonly straight: Uint32Array;
  /** 1 for a clitic "and" at the start of the word, 2 for a clitic preposition. */
  readonly clitic: Uint8Array;
  readonly stop: Uint8Array;
  /** 0–1: how rare the token's stem is in the corpus. */
  readonly rarity: Float64Array;
  readonly sentences: readonly AnswerSentence[];
}

/** What was found out about words so far, for those of an index: as much as its vocabulary at most. */
interface KnownWords {
  /** Numbers in `WORD_CLASSES` by word, what it shows, and how it is written. */
  readonly classes: Map<number, number>;
  readonly clitics: Map<number, number>;
}

const known = new WeakMap<SearchIndex, KnownWords>();
const ALL_THINGS = 2 * Math.max(...Object.values(THING));
/** Numbers of `Ground.clitic`. */
const CLITIC = { and: 1, to: 2 } as const;

function knownWordsOf(index: SearchIndex): KnownWords {
  const found = known.get(index) ?? { classes: new Map<number, number>(), clitics: new Map<number, number>() };
  known.set(index, found);
  return found;
}

/** The class of a token, as a name (where a capital says so) or as any other word. */
function classOf(
  index: SearchIndex,
  { classes }: KnownWords,
  passage: Passage,
  token: number,
  asName: boolean,
): number {
  const word = passage.words[token]!;
  const things = passage.things[token]! & ~THING.name;
  const amongArabic = passage.paragraph.language === 'ar';
  const key = (word * ALL_THINGS + things) * 4 + (asName ? 2 : 0) + (amongArabic ? 1 : 0);
  let found = classes.get(key);
  if (found === undefined) {
    const folded = index.vocabulary.words[word]!;
    const kind = index.vocabulary.kinds[passage.stems[token]!]!;
    const lone = { start: 0, end: folded.length, kind, folded };
    found = WORD_CLASSES.indexOf(wordClass(index.lexicon, lone, things, asName, amongArabic));
    classes.set(key, found);
  }
  return found;
}

function cliticAt(index: SearchIndex, { clitics }: KnownWords, passage: Passage, token: number): number {
  if (index.vocabulary.kinds[passage.stems[token]!] !== 'arabic') return 0;
  const word = passage.words[token]!;
  let found = clitics.get(word);
  if (found === undefined) {
    const clitic = cliticOf(index.vocabulary.words[word]!, index.analysis.isKnown);
    clitics.set(word, (found = clitic === null ? 0 : CLITIC[clitic]));
  }
  return found;
}

/** What stands between the token before and this one (or the end of the passage). */
export const gapBefore = ({ paragraph, offsets, stems }: Passage, token: number): string =>
  paragraph.text.slice(
    token > 0 ? offsets[2 * token - 1]! : 0,
    token < stems.length ? offsets[2 * token]! : paragraph.text.length,
  );

const BREAK_PATTERNS: readonly (readonly [Break, RegExp])[] = [
  ['closing', /[)\]»”]/],
  ['opening', /[([«“]/],
  ['quote', /"/],
  ['stop', /[.:;!?؛؟…]/],
  ['comma', /[,،]/],
  ['dash', /[-–—/]\s|\s[-–—/]|[–—]/],
];

function breakIn(gap: string): number {
  if (gap === ' ' || gap === '') return 0;
  const found = BREAK_PATTERNS.find(([, pattern]) => pattern.test(gap));
  return found === undefined ? 0 : BREAKS.indexOf(found[0]);
}

const countIn = (gap: string, characters: string): number => {
  let count = 0;
  for (const character of gap) if (characters.includes(character)) count++;
  return count;
};

/** Likeness below which a word of the passage is not taken for one of the question. */
const LEAST_ALIKE = 0.5;
const DECISIVE = 0.5;
const ALIKE_WEIGHT = 0.6;

/** Where the words of the question stand, exact ones first, then words alike to those that are missing. */
function conceptsIn(query: Query, passage: Passage): Pick<Ground, 'concept' | 'weight'> {
  const matches = matchesOf(query, passage);
  const concept = new Int32Array(passage.stems.length).fill(-1);
  const weight = new Float64Array(passage.stems.length);
  for (let i = 0; i < matches.positions.length; i++) {
    if (matches.weightAt[i]! < DECISIVE) continue;
    // Every word of a term is a word of the question: "dialogue" is no answer to what the "strategic dialogue" was.
    const first = matches.positions[i]!;
    for (let token = first; token < first + matches.lengthAt[i]!; token++) {
      if (matches.weightAt[i]! <= weight[token]!) continue;
      concept[token] = matches.conceptAt[i]!;
      weight[token] = matches.weightAt[i]!;
    }
  }
  for (let c = 0; c < query.concepts.length; c++) {
    const { alike } = query.concepts[c]!;
    if (matches.held[c]! >= DECISIVE || alike.size === 0) continue;
    for (let token = 0; token < passage.stems.length; token++) {
      const likeness = alike.get(passage.stems[token]!) ?? 0;
      if (likeness < LEAST_ALIKE || ALIKE_WEIGHT * likeness <= weight[token]!) continue;
      concept[token] = c;
      weight[token] = ALIKE_WEIGHT * likeness;
    }
  }
  return { concept, weight };
}

function sentencesOf(query: Query, passage: Passage, concept: Int32Array, weight: Float64Array): AnswerSentence[] {
  const sentences = sentencesIn(passage).map(({ firstToken: from, lastToken: to }, at) => {
    const held = new Map<number, number>();
    let shown = 0;
    for (let token = from; token < to; token++) {
      if (concept[token]! >= 0) held.set(concept[token]!, Math.max(held.get(concept[token]!) ?? 0, weight[token]!));
      else shown |= passage.things[token]!;
    }
    let share = 0;
    for (const [c, most] of held) share += query.concepts[c]!.idf * most;
    return {
      from,
      to,
      at,
      share: share / query.totalIdf,
      expects: query.expected !== 0 && (shown & query.expected) !== 0,
    };
  });
  sentences.sort((a, b) => b.share - a.share || a.at - b.at);
  return sentences.map((sentence, rank) => ({ ...sentence, rank, behind: sentences[0]!.share - sentence.share }));
}

const MAY_BE_NAME: ReadonlySet<WordClass> = new Set(['unknown', 'place']);

/** How many words on each side of the question word are compared with those beside a candidate. */
const CONTEXT = 2;

/** Looks at a passage with the eyes of a question. */
export function groundOf(index: SearchIndex, question: Question, query: Query, passage: Passage): Ground {
  const { vocabulary } = index;
  const n = passage.stems.length;
  const { concept, weight } = conceptsIn(query, passage);
  const sentences = sentencesOf(query, passage, concept, weight);
  const [classes, clitic, stop, rarity] = [
    new Uint8Array(n),
    new Uint8Array(n),
    new Uint8Array(n),
    new Float64Array(n),
  ];
  const breaks = new Uint8Array(n + 1);
  const [opened, closed, straight] = [new Uint32Array(n + 1), new Uint32Array(n + 1), new Uint32Array(n + 1)];
  const words = knownWordsOf(index);
  const most = idfOf(vocabulary.passages(), 0);
  const starts = new Set(sentences.map(({ from }) => from));
  const isCapital = (token: number): boolean =>
    /^\p{Lu}/u.test(passage.paragraph.text.charAt(passage.offsets[2 * token]!));
  for (let token = 0; token <= n; token++) {
    const gap = gapBefore(passage, token);
    breaks[token] = token === 0 || token === n || starts.has(token) ? BREAKS.indexOf('edge') : breakIn(gap);
    opened[token] = countIn(gap, '([«“');
    closed[token] = countIn(gap, ')]»”');
    straight[token] = countIn(gap, '"');
    if (token === n) break;
    const stem = passage.stems[token]!;
    const inner = (passage.things[token]! & THING.name) !== 0;
    classes[token] = classOf(index, words, passage, token, inner);
    // The capital of a sentence's first word means a name only where the lexicon has no such word.
    if (!inner && isCapital(token) && MAY_BE_NAME.has(WORD_CLASSES[classes[token]!]!))
      classes[token] = classOf(index, words, passage, token, true);
    clitic[token] = cliticAt(index, words, passage, token);
    stop[token] = vocabulary.isStop(stem) ? 1 : 0;
    rarity[token] = idfOf(vocabulary.passages(), vocabulary.stemFrequency(stem)) / most;
  }
  const form = formOf(question, index);
  const numbersOf = (folded: readonly string[]): number[] =>
    folded.slice(0, CONTEXT).map((word) => vocabulary.wordNumber(word) ?? -1);
  const [wordsBefore, wordsAfter] = [numbersOf(form.before), numbersOf(form.after)];
  return {
    passage,
    query,
    form,
    wordsBefore,
    wordsAfter,
    concept,
    weight,
    classes,
    breaks,
    opened,
    closed,
    straight,
    clitic,
    stop,
    rarity,
    sentences,
  };
}
