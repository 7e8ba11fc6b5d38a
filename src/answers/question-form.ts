import type { SearchIndex } from '../search/index.js';
import { wordClass, type WordClass } from '../text/word-class.js';
import { thingsIn } from '../text/things.js';
import { tokenize, type Token } from '../text/tokens.js';
import type { Question } from './question.js';

/** What stands right after the question word: it decides on which side of the verb the answer is looked for. */
export const OPENINGS = ['be', 'do', 'modal', 'verb', 'noun', 'name', 'relative', 'preposition', 'end'] as const;
export type Opening = (typeof OPENINGS)[number];

/** How a question is built around its question word. */
export interface QuestionForm {
  readonly opening: Opening;
  /** Positions in `question.terms` of the first content word after the question word and the last before it. */
  readonly next: number | null;
  readonly previous: number | null;
  /** Position of the last content word. */
  readonly last: number | null;
  /** Positions of words that may be verbs. */
  readonly verbs: ReadonlySet<number>;
  /** Folded words before the question word, nearest first, and after it. */
  readonly before: readonly string[];
  readonly after: readonly string[];
}

const OPENING_OF: Readonly<Partial<Record<WordClass, Opening>>> = {
  be: 'be', pronoun: 'be', called: 'be', do: 'do', have: 'modal', modal: 'modal', verb: 'verb', participle: 'verb', gerund: 'verb',
  mixed: 'verb', adverb: 'verb', not: 'verb', relative: 'relative', that: 'relative', name: 'name', theName: 'name', place: 'name',
  of: 'preposition', in: 'preposition', on: 'preposition', at: 'preposition', by: 'preposition', to: 'preposition',
  from: 'preposition', with: 'preposition', for: 'preposition', as: 'preposition', preposition: 'preposition',
}; // prettier-ignore

const VERBS: ReadonlySet<WordClass> = new Set(['verb', 'participle', 'mixed', 'gerund']);

/** Reads the form of an understood question. */
export function formOf({ text, terms }: Question, { lexicon }: SearchIndex): QuestionForm {
  const tokens = tokenize(text);
  const things = thingsIn(text, tokens);
  const arabic = tokens.some(({ kind }) => kind === 'arabic');
  const classAt = (token: Token, i: number): WordClass =>
    wordClass(lexicon, token, things[i]!, i > 0 && /^\p{Lu}/u.test(text.charAt(token.start)), arabic);
  const classes = tokens.map(classAt);
  const termAt = new Map(terms.map(({ start }, position) => [start, position]));
  const isAsking = (i: number): boolean => i < tokens.length && !termAt.has(tokens[i]!.start);
  let first = tokens.findIndex((_, i) => isAsking(i));
  if (first < 0) first = 0;
  let end = first;
  while (isAsking(end)) end++;
  const opening = ((): Opening => {
    const swallowed = end > first ? OPENING_OF[classes[end - 1]!] : undefined;
    if (swallowed === 'be' || swallowed === 'do') return swallowed;
    if (end >= tokens.length) return 'end';
    return OPENING_OF[classes[end]!] ?? 'noun';
  })();
  const content = tokens.flatMap(({ start }, i) => {
    const position = termAt.get(start);
    return position === undefined || terms[position]!.stop ? [] : [{ i, position }];
  });
  return {
    opening,
    next: content.find(({ i }) => i >= end)?.position ?? null,
    previous: content.filter(({ i }) => i < first).at(-1)?.position ?? null,
    last: content.at(-1)?.position ?? null,
    verbs: new Set(content.flatMap(({ i, position }) => (VERBS.has(classes[i]!) ? [position] : []))),
    before: tokens
      .slice(0, first)
      .map(({ folded }) => folded)
      .reverse(),
    after: tokens.slice(end).map(({ folded }) => folded),
  };
}
