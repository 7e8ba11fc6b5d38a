import type { Corpus, Document, Paragraph, ParagraphKind } from '../corpus/document.js';
import { quotable } from '../corpus/document.js';
import type { Language } from '../text/language.js';
import { sentencesOf } from '../text/sentences.js';
import type { Span } from '../text/span.js';
import { tokenize } from '../text/tokens.js';
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
}

/** Longest sentence that is read closely, in words: beyond it a "sentence" is a table or a text without any stop. */
const LONGEST = 400;

const POSSESSIVE = /['’]s$/i;
const CAPITAL = /^\p{Lu}/u;

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
const gapOf = (between: string): string =>
  between === '' || between === ' '
    ? ''
    : between
        .replace(/\s-{1,2}\s/u, '–')
        .replace(/—/g, '–')
        .replace(/\s+/gu, '');

function wordsIn(text: string, base: number): { words: Word[]; tail: string } {
  let last = 0;
  const words: Word[] = [];
  for (const { start, end, kind, folded } of tokenize(text)) {
    const whole = text.slice(start, end);
    const raw = kind === 'word' ? whole.replace(POSSESSIVE, '') : whole;
    words.push({
      start: base + start,
      end: base + start + raw.length,
      folded,
      lexeme: lexemeOf(folded),
      raw,
      gap: gapOf(text.slice(last, start)),
      number: kind === 'number',
      capital: kind === 'word' && CAPITAL.test(raw),
      arabic: kind === 'arabic',
    });
    last = end;
  }
  return { words, tail: text.slice(last).replace(/\s+/gu, '') };
}

/** An Arabic sentence is so many words at least: a name in brackets is none. */
const FEWEST_ARABIC = 4;

/** Whether most of its words are Arabic, as in a sentence of that language inside an English paragraph. */
export const isArabicSentence = (arabic: number, words: number): boolean =>
  arabic >= FEWEST_ARABIC && arabic * 2 > words;

/** The sentences of one paragraph, beginning with number `index`; none where its language is neither of the two. */
function sentencesOfParagraph(paragraph: Paragraph, document: number, index: number): Sentence[] {
  const { language, kind, number } = paragraph;
  if (!quotable(paragraph) || language === null) return [];
  const sentences: Sentence[] = [];
  for (const { start, end } of sentencesOf(paragraph.text)) {
    const { words, tail } = wordsIn(paragraph.text.slice(start, end), paragraph.start + start);
    if (words.length === 0) continue;
    sentences.push({
      document,
      paragraph: number,
      start: paragraph.start + start,
      end: paragraph.start + end,
      index: index + sentences.length,
      kind,
      language:
        language === 'en' && isArabicSentence(words.filter(({ arabic }) => arabic).length, words.length)
          ? 'ar'
          : language,
      words: words.slice(0, LONGEST),
      tail: words.length > LONGEST ? '' : tail,
    });
  }
  return sentences;
}

/** A text that stands in no document (what somebody typed) as one sentence; null where there is no word in it. */
export function readText(text: string, language: Language): Sentence | null {
  const { words, tail } = wordsIn(text, 0);
  if (words.length === 0) return null;
  return {
    document: -1,
    paragraph: 0,
    start: 0,
    end: text.length,
    index: 0,
    kind: 'body',
    language,
    words: words.slice(0, LONGEST),
    tail,
  };
}

/** The quotable sentences of one document that are in Arabic or English, in order. */
export function readSentences(document: Document, number: number): Sentence[] {
  const sentences: Sentence[] = [];
  for (const paragraph of document.paragraphs)
    sentences.push(...sentencesOfParagraph(paragraph, number, sentences.length));
  return sentences;
}

/** One document read, with what the extractors of knowledge share. */
export interface Reading {
  readonly document: Document;
  readonly number: number;
  readonly sentences: readonly Sentence[];
}

/** Readings of a corpus, kept while it is in use so that agreements, events and figures read it once. */
const readings = new WeakMap<Corpus, readonly Reading[]>();

/** Every document of a corpus, read. */
export function readingsOf(corpus: Corpus): readonly Reading[] {
  let found = readings.get(corpus);
  if (!found) {
    found = corpus.documents.map((document, number) => ({
      document,
      number,
      sentences: readSentences(document, number),
    }));
    readings.set(corpus, found);
  }
  return found;
}

/** The sentence itself as evidence. */
export const evidenceOf = ({ document, paragraph, start, end }: Evidence): Evidence => ({
  document,
  paragraph,
  start,
  end,
});
