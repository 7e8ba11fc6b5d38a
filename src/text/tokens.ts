import { fold } from './fold.js';
import type { Span } from './span.js';

export type TokenKind = 'arabic' | 'word' | 'number';

/** A word or number of a text, with its offsets there and its folded form. */
export interface Token extends Span {
  readonly kind: TokenKind;
  /** Folded, without apostrophes, possessive 's, the points of an acronym, or the thousands separators of a number. */
  readonly folded: string;
}

const enum Class {
  Unknown,
  Other,
  Arabic,
  Letter,
  Digit,
  /** Marks, tatweel and format characters: part of the word they stand in. */
  Inner,
}

const classes = new Uint8Array(0x10000);

function classify(character: string): Class {
  if (character === '\u0640' || /[\p{M}\p{Cf}]/u.test(character)) return Class.Inner;
  if (/\p{Nd}/u.test(character)) return Class.Digit;
  if (/\p{L}/u.test(character)) return /\p{Script=Arabic}/u.test(character) ? Class.Arabic : Class.Letter;
  return Class.Other;
}

/** The class of the code unit at `i`; a surrogate takes the class of its code point. */
function classAt(text: string, i: number): Class {
  const unit = text.charCodeAt(i);
  if (unit >= 0xd800 && unit <= 0xdfff) {
    const high = unit < 0xdc00 ? i : i - 1;
    const codePoint = text.codePointAt(high) ?? 0;
    return codePoint > 0xffff ? classify(String.fromCodePoint(codePoint)) : Class.Other;
  }
  return (classes[unit] ||= classify(String.fromCharCode(unit)));
}

const APOSTROPHES = "'’ʼ‘`´";
/** Between digits; the comma of Arabic writing is a decimal sign where a keyboard has no other. */
const SEPARATORS = '.,٫٬،';
const ORDINAL = /^(?:st|nd|rd|th)$/i;
const UPPER = /^\p{Lu}$/u;

/**
 * The one number that folded digits with separators write, or null where they are several (a date 18.11.2022, years
 * 2020,2021, a section 3.2.1): 1,000,000 and 1.000.000 → 1000000; 3,5 → 3.5.
 */
function foldNumber(digits: string): string | null {
  if (/^\d+$/.test(digits)) return digits;
  if (/^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(digits)) return digits.replaceAll(',', '');
  if (/^\d{1,3}(?:\.\d{3}){2,}$/.test(digits)) return digits.replaceAll('.', '');
  return /^\d+(?:\.\d+|,\d{1,3})$/.test(digits) ? digits.replace(',', '.') : null;
}

/** Folded forms of the words met so far: most words of a text stood in it before. Emptied when full, for strange texts. */
const forms = new Map<string, string>();
const MOST_FORMS = 50_000;
const LONGEST_FORM = 30;

/** A word or acronym with points as a token has it folded. */
function foldWord(raw: string): string {
  const known = forms.get(raw);
  if (known !== undefined) return known;
  const folded = fold(raw);
  const word = folded.includes("'") ? folded.replace(/(?<=.)'s$/, '').replaceAll("'", '') : folded;
  const form = word.replaceAll('.', '');
  if (forms.size >= MOST_FORMS) forms.clear();
  if (raw.length <= LONGEST_FORM) forms.set(raw, form);
  return form;
}

/** The length of the format character that ends at `end`, in code units; 0 where there is none. */
function formatLength(text: string, end: number): number {
  if (/\p{Cf}/u.test(text.charAt(end - 1))) return 1;
  const codePoint = text.codePointAt(end - 2) ?? 0;
  return codePoint > 0xffff && /\p{Cf}/u.test(String.fromCodePoint(codePoint)) ? 2 : 0;
}

/** The end of the run of `wanted` (and inner characters) that begins at `i`, without format characters at its end. */
function runEnd(text: string, i: number, wanted: Class): number {
  let end = i;
  let inner = false;
  while (end < text.length) {
    const found = classAt(text, end);
    if (found !== wanted && found !== Class.Inner) break;
    inner = found === Class.Inner;
    end++;
  }
  if (inner)
    for (let length = formatLength(text, end); length > 0 && end - length >= i; length = formatLength(text, end))
      end -= length;
  return end;
}

/** The runs of digits with one separator between them that begin at `i`. */
function digitRuns(text: string, i: number): Span[] {
  const runs = [{ start: i, end: runEnd(text, i, Class.Digit) }];
  for (;;) {
    const { end } = runs.at(-1)!;
    if (!SEPARATORS.includes(text.charAt(end)) || end + 1 >= text.length || classAt(text, end + 1) !== Class.Digit)
      return runs;
    runs.push({ start: end + 1, end: runEnd(text, end + 1, Class.Digit) });
  }
}

/** The end of an English ordinal ending (2nd, 3rd) at `i`, or `i` where there is none. */
function ordinalEnd(text: string, i: number): number {
  const ending = runEnd(text, i, Class.Letter);
  return ending - i === 2 && ORDINAL.test(text.slice(i, ending)) ? ending : i;
}

/** Adds the number, or the several numbers, that begin at `i`, and returns their end. */
function pushNumbers(tokens: Token[], text: string, i: number): number {
  const runs = digitRuns(text, i);
  const last = runs.at(-1)!.end;
  const whole = foldNumber(fold(text.slice(i, last)).replaceAll('،', ','));
  if (whole !== null) {
    const end = ordinalEnd(text, last);
    tokens.push({ start: i, end, kind: 'number', folded: whole });
    return end;
  }
  for (const { start, end } of runs) tokens.push({ start, end, kind: 'number', folded: fold(text.slice(start, end)) });
  return last;
}

/** The end of an acronym with points (U.S., U.N.) at `i`, or `i` where there is none. */
function acronymEnd(text: string, i: number): number {
  let end = i;
  while (text.charAt(end + 1) === '.' && UPPER.test(text.charAt(end))) end += 2;
  // The last letter may lack its point (U.S); one letter with a point is an initial.
  if (end > i && UPPER.test(text.charAt(end)) && (end + 1 >= text.length || classAt(text, end + 1) !== Class.Letter))
    return end + 1;
  return end >= i + 4 ? end : i;
}

/** The end of a word of any script but Arabic at `i`, inner apostrophes included. */
function wordEnd(text: string, i: number): number {
  let end = runEnd(text, i, Class.Letter);
  while (end + 1 < text.length && APOSTROPHES.includes(text.charAt(end)) && classAt(text, end + 1) === Class.Letter)
    end = runEnd(text, end + 1, Class.Letter);
  return end;
}

/**
 * The tokens of `text` in order: acronyms with points, numbers with their separators, Arabic words, words of any other
 * script. Offsets are those of `text`, marks and tatweel within, format characters not at the end; punctuation, symbols and lone marks are no tokens. A hyphen separates, so that
 * `Secretary-General` and `Secretary General`, `كوفيد-19` and `كوفيد 19` are the same tokens; so does a change of script.
 * Takes time linear in the length of `text`.
 */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  let i = 0;
  while (i < text.length) {
    const found = classAt(text, i);
    let end = i + 1;
    if (found === Class.Digit) {
      end = pushNumbers(tokens, text, i);
    } else if (found === Class.Arabic) {
      end = runEnd(text, i, Class.Arabic);
      const folded = foldWord(text.slice(i, end));
      if (folded !== '') tokens.push({ start: i, end, kind: 'arabic', folded });
    } else if (found === Class.Letter) {
      end = acronymEnd(text, i);
      if (end === i) end = wordEnd(text, i);
      const folded = foldWord(text.slice(i, end));
      if (folded !== '') tokens.push({ start: i, end, kind: 'word', folded });
    }
    i = end;
  }
  return tokens;
}
