import { nameWords } from './countries.js';
import type { Word } from './reading.js';

/** What was taken off the front of an Arabic word to find it in a list. */
export interface Clitics {
  /** و or ف. */
  readonly conjunction: boolean;
  /** ب ل ك, else empty. */
  readonly preposition: string;
  readonly article: boolean;
  /** The future س. */
  readonly future: boolean;
}

/** An entry of a list found among the words of a sentence: words `from` to `to` (exclusive). */
export interface Match<T> {
  readonly value: T;
  readonly from: number;
  readonly to: number;
  readonly clitics: Clitics;
}

const NONE: Clitics = { conjunction: false, preposition: '', article: false, future: false };

interface Variant {
  readonly form: string;
  readonly clitics: Clitics;
}

/** Letters that may stand before a form which is at least this long. */
const SHORTEST_REST = 2;

/** The readings of a folded Arabic word: as it stands, and without the clitics that it may begin with. */
function variantsOf(word: string): Variant[] {
  const variants: Variant[] = [];
  const add = (form: string, clitics: Clitics): void => {
    if (form.length >= SHORTEST_REST) variants.push({ form, clitics });
  };
  const withArticle = (form: string, clitics: Clitics): void => {
    add(form, clitics);
    if (form.startsWith('ال')) add(form.slice(2), { ...clitics, article: true });
  };
  const withPreposition = (form: string, clitics: Clitics): void => {
    withArticle(form, clitics);
    const first = form.charAt(0);
    if (form.startsWith('لل')) {
      add('ال' + form.slice(2), { ...clitics, preposition: 'ل' });
      add(form.slice(2), { ...clitics, preposition: 'ل', article: true });
    } else if (first === 'ب' || first === 'ل' || first === 'ك')
      withArticle(form.slice(1), { ...clitics, preposition: first });
    else if (first === 'س' && /^[يتنا]/.test(form.slice(1))) add(form.slice(1), { ...clitics, future: true });
  };
  withPreposition(word, NONE);
  if (word.startsWith('و') || word.startsWith('ف')) withPreposition(word.slice(1), { ...NONE, conjunction: true });
  return variants;
}

interface Phrase<T> {
  /** Words after the first, folded, Arabic ones without the article. */
  readonly rest: readonly string[];
  readonly value: T;
}

/** What is looked up in a list: its class tells what the term can be. */
export interface Typed {
  readonly type: string;
}

/** Finds the terms of a list among the words of a sentence; a word that begins none costs one look into an array. */
export interface Matcher<T extends Typed> {
  /** All entries that begin at word `i`, longest first; of equal length the one with fewer clitics. None where there is no word. */
  readonly at: (words: readonly Word[], i: number) => readonly Match<T>[];
  /** The longest entry of class `type` that begins there. */
  readonly find: <K extends T['type']>(
    words: readonly Word[],
    i: number,
    type: K,
  ) => Match<Extract<T, { type: K }>> | undefined;
}

const bare = (word: string): string => (word.startsWith('ال') && word.length > 4 ? word.slice(2) : word);

function addPhrase<T>(phrases: Map<string, Phrase<T>[]>, term: string, value: T): void {
  const [first, ...rest] = nameWords(term);
  if (first === undefined) return;
  const phrase = { rest: rest.map(bare), value };
  const same = phrases.get(first);
  if (same === undefined) phrases.set(first, [phrase]);
  else same.push(phrase);
}

/** A phrase that may begin at a word, and the clitics that the word then has. */
interface Start<T> {
  readonly phrase: Phrase<T>;
  readonly clitics: Clitics;
}

/** All that may begin at a word, longest first. */
interface Starts<T> {
  readonly all: readonly Start<T>[];
  /** Of these the phrases of one word. */
  readonly alone: readonly Start<T>[];
  /** Second words of the others. */
  readonly seconds: ReadonlySet<string>;
  /** Classes of all. */
  readonly types: ReadonlySet<string>;
}

const NO_STARTS: Starts<never> = { all: [], alone: [], seconds: new Set(), types: new Set() };

function readStarts<T extends Typed>(
  phrases: ReadonlyMap<string, readonly Phrase<T>[]>,
  { folded, arabic }: Word,
): Starts<T> {
  const variants = arabic ? variantsOf(folded) : [{ form: folded, clitics: NONE }];
  const all = variants.flatMap(({ form, clitics }) =>
    (phrases.get(form) ?? []).map((phrase): Start<T> => ({ phrase, clitics })),
  );
  if (all.length === 0) return NO_STARTS;
  all.sort((a, b) => b.phrase.rest.length - a.phrase.rest.length);
  return {
    all,
    alone: all.filter(({ phrase }) => phrase.rest.length === 0),
    seconds: new Set(all.flatMap(({ phrase }) => phrase.rest.slice(0, 1))),
    types: new Set(all.map(({ phrase }) => phrase.value.type)),
  };
}

/** Whether a term may go on with `word`: it does not run across punctuation, a hyphen aside. */
const goesOn = (word: Word | undefined): word is Word => word !== undefined && (word.gap === '' || word.gap === '-');

function fits(rest: readonly string[], words: readonly Word[], i: number): boolean {
  for (let k = 0; k < rest.length; k++) {
    const word = words[i + k];
    if (!goesOn(word) || bare(word.folded) !== rest[k]) return false;
  }
  return true;
}

function matchesAt<T>({ all, alone, seconds }: Starts<T>, words: readonly Word[], i: number): readonly Match<T>[] {
  const next = seconds.size > 0 ? words[i + 1] : undefined;
  let matches: Match<T>[] | null = null;
  for (const { phrase, clitics } of goesOn(next) && seconds.has(bare(next.folded)) ? all : alone)
    if (fits(phrase.rest, words, i + 1))
      (matches ??= []).push({ value: phrase.value, from: i, to: i + 1 + phrase.rest.length, clitics });
  return matches ?? NO_MATCH;
}

/**
 * A matcher for `entries`: terms of one or more words, as in print. Arabic words may carry clitics on the first word
 * and the article on any.
 */
export function phraseMatcher<T extends Typed>(entries: Iterable<readonly [term: string, value: T]>): Matcher<T> {
  const phrases = new Map<string, Phrase<T>[]>();
  for (const [term, value] of entries) addPhrase(phrases, term, value);
  /** By the number of a word; most words begin no entry. */
  const starts: (Starts<T> | undefined)[] = [];
  const startsAt = (word: Word): Starts<T> => {
    const { lexeme } = word;
    if (lexeme < 0) return readStarts(phrases, word);
    // no holes: an array with large ones is looked up by hashing
    while (starts.length <= lexeme) starts.push(undefined);
    return (starts[lexeme] ??= readStarts(phrases, word));
  };
  /** What was found in the words asked for last: a sentence is asked for again and again while it is read. */
  let latest: readonly Word[] = [];
  let matched: (readonly Match<T>[] | undefined)[] = [];
  const remembered = (found: Starts<T>, words: readonly Word[], i: number): readonly Match<T>[] => {
    if (words !== latest) {
      latest = words;
      matched = new Array<undefined>(words.length);
    }
    return (matched[i] ??= matchesAt(found, words, i));
  };
  return {
    at: (words, i) => {
      const here = words[i];
      if (here === undefined) return NO_MATCH;
      const found = startsAt(here);
      return found === NO_STARTS ? NO_MATCH : remembered(found, words, i);
    },
    find: (words, i, type) => {
      const here = words[i];
      if (here === undefined) return undefined;
      const found = startsAt(here);
      return found !== NO_STARTS && found.types.has(type) ? matchOf(remembered(found, words, i), type) : undefined;
    },
  };
}

/** The first match of class `type`, which is the longest. */
export function matchOf<T extends Typed, K extends T['type']>(
  matches: readonly Match<T>[],
  type: K,
): Match<Extract<T, { type: K }>> | undefined {
  for (const match of matches) if (match.value.type === type) return match as Match<Extract<T, { type: K }>>;
  return undefined;
}

const NO_MATCH: readonly never[] = [];

/** The alternatives of a cell, separated by |. */
export const alternatives = (cell: string): string[] =>
  cell
    .split('|')
    .map((term) => term.trim())
    .filter((term) => term !== '' && term !== '-');
