import { fold } from '../text/fold.js';
import { readList } from '../text/lists.js';
import type { Span } from '../text/span.js';

/** A word, a run of digits, or one other character of a text; white space and bidi marks are none. */
export interface DateToken extends Span {
  readonly kind: 'word' | 'number' | 'mark';
  /** Folded; digits in ASCII. */
  readonly folded: string;
  /** As written. */
  readonly raw: string;
  /** Begins with a capital letter, or with a letter of a script without capitals. */
  readonly capital: boolean;
}

const enum Class {
  Unknown,
  /** White space and format characters. */
  Nothing,
  /** Letters, their marks, tatweel. */
  Letter,
  Digit,
  Mark,
}

const classes = new Uint8Array(0x10000);

function classify(character: string): Class {
  if (/[\p{L}\p{M}\u0640]/u.test(character)) return Class.Letter;
  if (/\p{Nd}/u.test(character)) return Class.Digit;
  return /[\s\p{Cf}]/u.test(character) ? Class.Nothing : Class.Mark;
}

/** The class of the code unit at `i`; a surrogate takes the class of its code point. */
function classAt(text: string, i: number): Class {
  const unit = text.charCodeAt(i);
  if (unit < 0xd800 || unit > 0xdfff) return (classes[unit] ||= classify(String.fromCharCode(unit)));
  const codePoint = text.codePointAt(unit < 0xdc00 ? i : i - 1) ?? 0;
  return codePoint > 0xffff ? classify(String.fromCodePoint(codePoint)) : Class.Mark;
}

const WORD = /^[\p{L}\u0640]/u;

type Lexeme = Pick<DateToken, 'kind' | 'folded' | 'raw' | 'capital'>;

/** Lexemes met so far; emptied when full, so that a strange text cannot fill the memory. */
const lexemes = new Map<string, Lexeme>();
const MOST_LEXEMES = 50_000;

function lexemeOf(raw: string, found: Class): Lexeme {
  const known = lexemes.get(raw);
  if (known) return known;
  const kind = found === Class.Digit ? 'number' : WORD.test(raw) ? 'word' : 'mark';
  const first = raw.charAt(0);
  const lexeme: Lexeme = {
    kind,
    folded: kind === 'mark' ? raw : fold(raw),
    raw,
    capital: kind === 'word' && first === first.toUpperCase(),
  };
  if (lexemes.size >= MOST_LEXEMES) lexemes.clear();
  if (raw.length <= LONGEST_LEXEME) lexemes.set(raw, lexeme);
  return lexeme;
}

/** No word of the lists is longer. */
const LONGEST_LEXEME = 30;

/** The tokens of `text`, offsets moved by `offset`. */
export function dateTokens(text: string, offset = 0): DateToken[] {
  const tokens: DateToken[] = [];
  for (let i = 0; i < text.length;) {
    const found = classAt(text, i);
    let end = i + 1;
    if (found === Class.Mark) end = text.codePointAt(i)! > 0xffff ? i + 2 : end;
    else while (end < text.length && classAt(text, end) === found) end++;
    if (found !== Class.Nothing) {
      const { kind, folded, raw, capital } = lexemeOf(text.slice(i, end), found);
      tokens.push({ start: offset + i, end: offset + end, kind, folded, raw, capital });
    }
    i = end;
  }
  return tokens;
}

export interface MonthName {
  readonly calendar: 'gregorian' | 'hijri';
  /** 1–12. */
  readonly month: number;
  /** What must stand beside the name (lists/months.tsv). */
  readonly proof: 'none' | 'day' | 'year';
}

/** Names of several tokens, by the first of them: the rest of the name and what it means, longest first. */
type Names<T> = ReadonlyMap<string, readonly { readonly rest: readonly string[]; readonly value: T }[]>;

function namesOf<T>(entries: Iterable<readonly [names: string, value: T]>): Names<T> {
  const names = new Map<string, { rest: string[]; value: T }[]>();
  for (const [cell, value] of entries) {
    for (const name of cell.split('|')) {
      const [first = '', ...rest] = dateTokens(name).map(({ folded }) => folded);
      const same = names.get(first) ?? [];
      same.push({ rest, value });
      names.set(
        first,
        same.sort((a, b) => b.rest.length - a.rest.length),
      );
    }
  }
  return names;
}

const MONTHS: Names<MonthName> = namesOf(
  readList('corpus', 'months', 4).map(({ cells: [calendar = '', month = '', proof = '', names = ''] }) => [
    names,
    { calendar, month: Number(month), proof } as MonthName,
  ]),
);

const CLASSES = new Map<string, Names<string>>();
{
  const rows = new Map<string, [string, string][]>();
  for (const { cells } of readList('corpus', 'date-words', 3)) {
    const [name = '', value = '', words = ''] = cells;
    rows.set(name, [...(rows.get(name) ?? []), [words, value]]);
  }
  for (const [name, entries] of rows) CLASSES.set(name, namesOf(entries));
}

export interface Match<T> {
  readonly value: T;
  /** Index of the token after the match. */
  readonly next: number;
}

/** An Arabic word without one proclitic (و ف ب ل ك); `لل` gives the article back. */
function withoutProclitic(word: string): string | null {
  if (word.startsWith('لل') && word.length > 4) return `ال${word.slice(2)}`;
  return word.length > 3 && 'وفبلك'.includes(word.charAt(0)) ? word.slice(1) : null;
}

/** First words of everything with which a date can begin. */
const OPENERS = new Set(
  [
    'weekday', 'weekday-short', 'day', 'day-word', 'unit', 'past', 'present', 'future', 'this', 'mid', 'part', 'month-noun', 'year-noun',
  ].flatMap((name) => [...(CLASSES.get(name)?.keys() ?? [])]).concat(...MONTHS.keys()),
); // prettier-ignore

const opening = new Map<string, boolean>();

/** Whether a date can begin with this token: what saves most words of a text the grammar. */
export function opensDate({ kind, folded }: DateToken): boolean {
  if (kind !== 'word') return kind === 'number';
  const known = opening.get(folded);
  if (known !== undefined) return known;
  const opens = OPENERS.has(folded) || OPENERS.has(withoutProclitic(folded) ?? '');
  if (opening.size >= MOST_LEXEMES) opening.clear();
  opening.set(folded, opens);
  return opens;
}

function matchNames<T>(names: Names<T>, tokens: readonly DateToken[], i: number, proclitics: boolean): Match<T> | null {
  const token = tokens[i];
  if (!token) return null;
  let found = names.get(token.folded);
  if (found === undefined && proclitics && token.kind === 'word') {
    const bare = withoutProclitic(token.folded);
    if (bare !== null) found = names.get(bare);
  }
  if (found === undefined) return null;
  for (const { rest, value } of found) {
    if (rest.length === 0 || rest.every((word, k) => tokens[i + 1 + k]?.folded === word))
      return { value, next: i + 1 + rest.length };
  }
  return null;
}

/** The name of a month at token `i`; in Latin letters only with a capital, which "may" and "march" need to be one. */
export function monthNameAt(tokens: readonly DateToken[], i: number): Match<MonthName> | null {
  return matchNames(MONTHS, tokens, i, true);
}

/** A word of a class of lists/date-words.tsv at token `i`, with its value there. */
export function wordAt(name: string, tokens: readonly DateToken[], i: number, proclitics = true): Match<string> | null {
  const words = CLASSES.get(name);
  return words ? matchNames(words, tokens, i, proclitics) : null;
}

/** Whether the tokens that end before token `i` are a word of the class (of one or two tokens). */
export const wordBefore = (name: string, tokens: readonly DateToken[], i: number): boolean =>
  [1, 2].some((length) => i >= length && wordAt(name, tokens, i - length)?.next === i);
