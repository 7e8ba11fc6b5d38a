import type { Span } from '../text/span.js';
import { Arabic } from './arabic-words.js';
import { lexAt, type ArabicText } from './arabic-text.js';
import type { RoleSpan } from './mention.js';

const { Role, Definite, Function, Body, PluralRole } = Arabic;
const has = (flags: number, wanted: number): boolean => (flags & wanted) !== 0;

/** Words `from` to `to` as a span of the document, clitics of the first aside. */
export const spanOf = (text: ArabicText, from: number, to: number): Span => ({
  start: (text.words[from]?.start ?? 0) + cliticLetters(text, from),
  end: text.words[to]?.end ?? 0,
});

/** How many code units the clitics of word `i` take, marks among them included. */
export function cliticLetters({ words, lex, text }: ArabicText, i: number): number {
  const word = words[i];
  // of لل only the preposition is a clitic, but without its alif the article is no word's beginning either
  let left = (lex[i]?.clitic ?? 0) + (/^[وف]?لل/.test(words[i]?.folded ?? '') ? 1 : 0);
  if (word === undefined || left === 0) return 0;
  let offset = 0;
  while (word.start + offset < word.end && (left > 0 || isMark(text, word.start + offset))) {
    if (!isMark(text, word.start + offset)) left--;
    offset++;
  }
  return offset;
}

const isMark = (text: string, i: number): boolean => /[\p{M}\p{Cf}\u0640]/u.test(text.charAt(i));

/** The first and last word of the last organisation named inside words `from`…`to`, or null. */
function organisationIn(text: ArabicText, from: number, to: number): readonly [number, number] | null {
  let [start, end] = [-1, -1];
  let inside = false;
  for (let i = from; i <= to; i++) {
    const { flags, base, clitic } = lexAt(text, i);
    if (has(flags, Role) && !has(flags, Body) && !(has(flags, PluralRole) && has(flags, Definite))) {
      inside = false;
      continue;
    }
    const board = base === 'مجلس' && BOARD.has(text.words[i + 1]?.folded ?? '');
    const opens = i > from && !board && (has(flags, Body) || ORGANISATION_STARTS.has(base));
    if (has(flags, Function)) inside = false;
    else if (opens && (!inside || (clitic > 0 && text.words[i]?.folded.startsWith('و') === true))) {
      start = end = i;
      inside = true;
    } else if (inside) end = i;
  }
  return start < 0 ? null : [start, end];
}

/** مجلس إدارة, مجلس أمناء: the board of the organisation that follows. */
const BOARD = new Set(['اداره', 'امناء']);
/** Words with which bodies that are no common noun begin. */
const ORGANISATION_STARTS = new Set(['هلال', 'صليب', 'امم', 'اتحاد', 'يونيسف', 'اونروا', 'ناتو', 'وزاره']);

/** With the quotation mark that closes one inside: حزب «القوات اللبنانية». */
function closed({ text }: ArabicText, span: Span): Span {
  const after = text.charAt(span.end);
  const opening = ({ '»': '«', '”': '“', ')': '(' } as Record<string, string>)[after];
  const inside = text.slice(span.start, span.end);
  if (after === '"' && inside.split('"').length % 2 === 0) return { start: span.start, end: span.end + 1 };
  if (opening === undefined) return span;
  return inside.lastIndexOf(opening) > inside.lastIndexOf(after) ? { start: span.start, end: span.end + 1 } : span;
}

/** The same for an organisation; of لل nothing is taken, as without its article the name would be cut. */
function organisationSpan(text: ArabicText, from: number, to: number): Span {
  const word = text.words[from];
  const joint = /^([وف])?لل/.exec(word?.folded ?? '');
  return joint && word
    ? { start: word.start + (joint[1] ? 1 : 0), end: text.words[to]?.end ?? 0 }
    : spanOf(text, from, to);
}

export function roleSpan(text: ArabicText, from: number, to: number): RoleSpan {
  const organisation = organisationIn(text, from, to);
  return {
    ...closed(text, spanOf(text, from, to)),
    organisation: organisation && closed(text, organisationSpan(text, ...organisation)),
  };
}
