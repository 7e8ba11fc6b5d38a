import type { Corpus, Document, Paragraph, ParagraphKind } from '../corpus/document.js';
import { quotable } from '../corpus/document.js';
import type { Language } from '../text/language.js';
import { sentencesOf } from '../text/sentences.js';
import type { Span } from '../text/span.js';
import { type Token, tokenize } from '../text/tokens.js';
import type { Evidence } from './knowledge.js';

/** A word or number of a sentence; offsets are those of the document's text. */
export interface Word extends Span {
  readonly folded: string;
  /** Number of `folded` among the words met so far, by which lists are looked up without hashing; -1 where it has none. */
  readonly lexeme: number;
  /** As in the text, without a possessive 's; `end` stands before that 's as well. */
  readonly raw: string;
  /** What stands between the word before (or the sentence's start) and this one, without white space. */
  readonly gap: string;
  /** A number, in any digits. */
  readonly number: boolean;
  /** Begins with a capital Latin letter. */
  readonly capital: boolean;
  readonly arabic: boolean;
}

/** A sentence made ready for reading: its words, where it stands, and what it stands in. */
export interface Sentence extends Evidence {
  /** Position among all sentences of the document. */
  readonly index: number;
  readonly kind: ParagraphKind;
  readonly language: Language;
  readonly words: readonly Word[];
  /** What stands after the last word. */
  readonly tail: string;
  /** What was read of it (`perSentence`); a sentence made of this one's words has notes of its own. */
  readonly notes: unknown[];
}

let noted = 0;

/**
 * A reading of sentences that is done once for each: what asks for it first has it noted in the sentence. Maps whose keys
 * are sentences would do the same, but cost the garbage collection more than all readings.
 */
export function perSentence<T extends object, D = void>(
  read: (sentence: Sentence, document: D) => T,
): (sentence: Sentence, document: D) => T {
  const number = noted++;
  return (sentence, document) => {
    const { notes } = sentence;
    while (notes.length <= number) notes.push(undefined);
    return (notes[number] ??= read(sentence, document)) as T;
  };
}

/** Longest sentence that is read closely, in words: beyond it a "sentence" is a table or a text without any stop. */
const LONGEST = 400;

const SPACE = 0x20;
const UPPER = /^\p{Lu}/u;

const lexemes = new Map<string, number>();
/** Words beyond so many are looked up by themselves: texts of invented words must not fill the memory. */
const MOST_LEXEMES = 200_000;

function lexemeOf(folded: string): number {
  let lexeme = lexemes.get(folded);
  if (lexeme === undefined) {
    if (lexemes.size >= MOST_LEXEMES) return -1;
    lexemes.set(folded, (lexeme = lexemes.size));
  }
  return lexeme;
}

/** Without white space; a dash between spaces is written – so that it differs from a hyphen. */
function gapOf(text: string, from: number, to: number): string {
  if (from === to || (to - from === 1 && text.charCodeAt(from) === SPACE)) return '';
  return text
    .slice(from, to)
    .replace(/\s-{1,2}\s/u, '–')
    .replace(/—/g, '–')
    .replace(/\s+/gu, '');
}

/** The end of a token without a possessive 's. */
function endOf(text: string, { start, end, kind }: Token): number {
  if (kind !== 'word' || end - start < 3) return end;
  const last = text.charAt(end - 1);
  if (last !== 's' && last !== 'S') return end;
  const mark = text.charAt(end - 2);
  return mark === "'" || mark === '’' ? end - 2 : end;
}

/** Whether the word at `start` of a text begins with a capital letter. */
export function beginsUpper(text: string, start: number): boolean {
  const unit = text.charCodeAt(start);
  return unit < 0x80 ? unit >= 0x41 && unit <= 0x5a : UPPER.test(text.slice(start, start + 2));
}

/**
 * The first words of the tokens `from` to `to` (exclusive) of a text, which stand in `within`, and what stands after the
 * last; offsets are moved by `base`.
 */
function wordsIn(
  text: string,
  tokens: readonly Token[],
  from: number,
  to: number,
  within: Span,
  base: number,
): { words: Word[]; tail: string } {
  let last = within.start;
  const words: Word[] = [];
  const stop = Math.min(to, from + LONGEST);
  for (let i = from; i < stop; i++) {
    const token = tokens[i]!;
    const { start, end, kind, folded } = token;
    const bare = endOf(text, token);
    words.push({
      start: base + start,
      end: base + bare,
      folded,
      lexeme: lexemeOf(folded),
      raw: text.slice(start, bare),
      gap: gapOf(text, last, start),
      number: kind === 'number',
      capital: kind === 'word' && beginsUpper(text, start),
      arabic: kind === 'arabic',
    });
    last = end;
  }
  return { words, tail: stop < to ? '' : text.slice(last, within.end).replace(/\s+/gu, '') };
}

/** An Arabic sentence is so many words at least: a name in brackets is none. */
const FEWEST_ARABIC = 4;

/** Whether most of its words are Arabic, as in a sentence of that language inside an English paragraph. */
export const isArabicSentence = (arabic: number, words: number): boolean =>
  arabic >= FEWEST_ARABIC && arabic * 2 > words;

function countArabic(words: readonly Word[]): number {
  let count = 0;
  for (const { arabic } of words) if (arabic) count++;
  return count;
}

/** A paragraph in one of the two languages: its tokens and the spans of its sentences, in offsets of its own text. */
export interface ParagraphTokens {
  readonly paragraph: Paragraph;
  readonly tokens: readonly Token[];
  readonly sentences: readonly Span[];
}

/** The sentences of one paragraph, beginning with number `index`. */
function sentencesOfParagraph(
  { paragraph, tokens, sentences }: ParagraphTokens,
  document: number,
  index: number,
): Sentence[] {
  const { text, kind, number, start: base } = paragraph;
  const language = paragraph.language!;
  const read: Sentence[] = [];
  let next = 0;
  for (const span of sentences) {
    const from = next;
    while (next < tokens.length && tokens[next]!.start < span.end) next++;
    if (next === from) continue;
    const { words, tail } = wordsIn(text, tokens, from, next, span, base);
    read.push({
      document,
      paragraph: number,
      start: base + span.start,
      end: base + span.end,
      index: index + read.length,
      kind,
      language: language === 'en' && isArabicSentence(countArabic(words), words.length) ? 'ar' : language,
      words,
      tail,
      notes: [],
    });
  }
  return read;
}

/** A text that stands in no document (what somebody typed) as one sentence; null where there is no word in it. */
export function readText(text: string, language: Language): Sentence | null {
  const tokens = tokenize(text);
  if (tokens.length === 0) return null;
  const within = { start: 0, end: text.length };
  const { words, tail } = wordsIn(text, tokens, 0, tokens.length, within, 0);
  return { document: -1, paragraph: 0, ...within, index: 0, kind: 'body', language, words, tail, notes: [] };
}

/** One document read, with what the extractors of knowledge share. */
export interface Reading {
  readonly document: Document;
  readonly number: number;
  /** Its quotable paragraphs that are in Arabic or English, in order. */
  readonly paragraphs: readonly ParagraphTokens[];
  /** Their sentences that hold a word. */
  readonly sentences: readonly Sentence[];
}

function readDocument(document: Document, number: number): Reading {
  const paragraphs: ParagraphTokens[] = [];
  const sentences: Sentence[] = [];
  for (const paragraph of document.paragraphs) {
    if (!quotable(paragraph) || paragraph.language === null) continue;
    const { text } = paragraph;
    const read = { paragraph, tokens: tokenize(text), sentences: sentencesOf(text) };
    paragraphs.push(read);
    for (const sentence of sentencesOfParagraph(read, number, sentences.length)) sentences.push(sentence);
  }
  return { document, number, paragraphs, sentences };
}

/** Readings of a corpus, so that all extractors read it once. */
const readings = new WeakMap<Corpus, readonly Reading[]>();

/** Every document of a corpus, read. */
export function readingsOf(corpus: Corpus): readonly Reading[] {
  let found = readings.get(corpus);
  if (!found) {
    found = corpus.documents.map(readDocument);
    readings.set(corpus, found);
  }
  return found;
}

/** Lets go of what was read of a corpus, which takes many times its text, when everything has been extracted. */
export const forgetReadings = (corpus: Corpus): boolean => readings.delete(corpus);

/** The sentence itself as evidence. */
export const evidenceOf = ({ document, paragraph, start, end }: Evidence): Evidence => ({
  document,
  paragraph,
  start,
  end,
});
