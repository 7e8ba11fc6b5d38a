import type { Paragraph } from '../corpus/document.js';
import type { Span } from '../text/span.js';
import type { Token } from '../text/tokens.js';
import { beginsUpper, type ParagraphTokens } from './reading.js';

/** What stands between a word and the one before it in its paragraph. The later ones part more. */
export const enum Gap {
  Space,
  Hyphen,
  Quote,
  Paren,
  Comma,
  Dash,
  Semicolon,
  Stop,
}

/** A word of a paragraph with what extraction asks of it; offsets are those of the document. */
export interface Word extends Token {
  readonly gap: Gap;
  /** Index into the paragraph's sentences. */
  readonly sentence: number;
  /** 0: no capital, 1: an initial capital, 2: capitals only (two letters at least). */
  readonly capital: 0 | 1 | 2;
}

export interface WordsOfParagraph {
  readonly document: number;
  readonly paragraph: Paragraph;
  readonly words: readonly Word[];
  /** Spans in the document. */
  readonly sentences: readonly Span[];
}

/** Abbreviations after which a point parts nothing, folded. */
const ABBREVIATED = new Set(
  'd m a ا د م أ he hh h dr mr mrs ms eng prof st gen lt col maj capt brig sen rep gov hon rev sr jr hrh hm adm sgt'.split(
    ' ',
  ),
);

const SPACE = 0x20;
const LATIN_INITIAL = /^\p{Lu}$/u;

function gapBetween(text: string, before: Token, after: Token): Gap {
  let gap = Gap.Space;
  let spaces = 0;
  if (after.start - before.end === 1 && text.charCodeAt(before.end) === SPACE) return gap;
  for (let i = before.end; i < after.start; i++) {
    const character = text.charAt(i);
    let found: Gap;
    switch (character) {
      case ' ':
      case '\u00a0':
      case '\u200f':
      case '\u200e':
        spaces++;
        continue;
      case '،':
      case ',':
        found = Gap.Comma;
        break;
      case '؛':
      case ';':
        found = Gap.Semicolon;
        break;
      case '"':
      case '“':
      case '”':
      case '«':
      case '»':
      case '„':
      case "'":
      case '‘':
      case '’':
        found = Gap.Quote;
        break;
      case '(':
      case ')':
      case '[':
      case ']':
        found = Gap.Paren;
        break;
      case '-':
      case '–':
      case '—':
      case '‑':
      case '‐':
        found = after.start - before.end === 1 ? Gap.Hyphen : Gap.Dash;
        break;
      case '.':
        found = isAbbreviation(text, before) ? Gap.Space : Gap.Stop;
        break;
      case '\t':
        spaces++;
        continue;
      default:
        // marks that belong to no word part nothing; everything else (: ! ? … / line breaks, emoji) does
        found = /[\p{M}\p{Cf}\u0640]/u.test(character) ? Gap.Space : Gap.Stop;
    }
    if (found > gap) gap = found;
  }
  return gap === Gap.Hyphen && spaces > 0 ? Gap.Dash : gap;
}

const isAbbreviation = (text: string, token: Token): boolean =>
  ABBREVIATED.has(token.folded) || LATIN_INITIAL.test(text.slice(token.start, token.end));

const LOWER = /\p{Ll}/u;

function capitalOf(text: string, { start, end }: Token): 0 | 1 | 2 {
  if (!beginsUpper(text, start)) return 0;
  return end - start > 1 && !LOWER.test(text.slice(start, end)) ? 2 : 1;
}

/** The words of one paragraph of the document at index `document` of the corpus. */
export function wordsOf(document: number, { paragraph, tokens, sentences }: ParagraphTokens): WordsOfParagraph {
  const { text, start: offset } = paragraph;
  const words: Word[] = [];
  let sentence = 0;
  let previous: Token | undefined;
  for (const token of tokens) {
    while (sentence + 1 < sentences.length && token.start >= sentences[sentence + 1]!.start) sentence++;
    words.push({
      start: token.start + offset,
      end: token.end + offset,
      kind: token.kind,
      folded: token.folded,
      gap: previous === undefined ? Gap.Stop : gapBetween(text, previous, token),
      sentence,
      capital: token.kind === 'word' ? capitalOf(text, token) : 0,
    });
    previous = token;
  }
  return {
    document,
    paragraph,
    words,
    sentences: sentences.map(({ start, end }) => ({ start: start + offset, end: end + offset })),
  };
}
