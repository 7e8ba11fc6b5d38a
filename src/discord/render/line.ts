import { dateInWords } from '../../answers/messages/dates.js';
import { messagesIn } from '../../answers/messages/messages.js';
import type { PartialDate } from '../../corpus/date.js';
import { hasArabic, type Language } from '../../text/language.js';
import { isBlank } from '../characters.js';
import { marked } from '../escape.js';

/** Escaped characters that one line of an entry may take: names and titles of any sane length fit. */
const LINE_LENGTH = 250;
/** UTF-8 bytes a character may take on average before a text must be shorter: Arabic has 2, Chinese 3. */
const BYTES_A_CHARACTER = 1.8;

/**
 * `text` as one escaped line with bold stretches, of at most `limit` characters and 1.8 times as many bytes; cut at its
 * end where it is longer.
 */
export function fitted(text: string, bold: readonly (readonly [number, number])[], limit: number): string {
  const whole = marked(text, bold, limit).text;
  const bytes = Buffer.byteLength(whole);
  const allowed = limit * BYTES_A_CHARACTER;
  return bytes <= allowed ? whole : marked(text, bold, Math.floor((whole.length * allowed) / bytes)).text;
}

/** A name, title or other short text of a document, or a sentence of the bot, as one line. */
export const line = (text: string, limit = LINE_LENGTH): string => fitted(text, [], limit);

/**
 * Several texts, those in Arabic letters on lines of their own and the others on theirs: Discord reorders what mixes
 * both directions in one line. Each line holds as many as fit.
 */
export function inDirections(texts: readonly string[]): readonly string[] {
  const shown = texts.filter((text) => !isBlank(text));
  const arabic = shown.filter(hasArabic);
  const others = shown.filter((text) => !hasArabic(text));
  return [...joined(arabic, '، '), ...joined(others, ', ')];
}

function joined(texts: readonly string[], mark: string): readonly string[] {
  const lines: string[] = [];
  for (const text of texts) {
    const piece = line(text);
    const last = lines.at(-1);
    if (last !== undefined && last.length + mark.length + piece.length <= LINE_LENGTH)
      lines[lines.length - 1] = last + mark + piece;
    else lines.push(piece);
  }
  return lines;
}

/** A label and what belongs to it: in one line where both run the same way, else on lines of their own. */
export function labelled(label: string, texts: readonly string[]): readonly string[] {
  const lines = inDirections(texts);
  const [first] = lines;
  if (first === undefined) return [];
  const together =
    lines.length === 1 && hasArabic(label) === hasArabic(first) && label.length + first.length < LINE_LENGTH;
  return together ? [`${label}: ${first}`] : [`${label}:`, ...lines];
}

/** An Arabic value of an option, and what follows the Arabic words of a line in Latin letters: options, lists of values. */
const TURNS = /:(?=\p{Script=Arabic})|(?<=[\p{Script=Arabic}؟])\s(?=\u2068?[a-z_]+\u2069?(?::|،))/gu;

/** A line of help that names commands and values in both directions, as lines of one direction each. */
export const oneDirectionEach = (words: string): readonly string[] =>
  words
    .replace(TURNS, (turn) => `${turn.trim()}\n`)
    .split('\n')
    .map((each) => (hasArabic(each.replaceAll('،', '')) ? each : each.replaceAll('،', ',')));

/** A date with its precision, beginning with a letter in Arabic so that the line runs to the left. */
export function dateLine(date: PartialDate | null, language: Language): string {
  const words = dateInWords(date, language);
  return language === 'ar' && date?.value ? `${messagesIn('ar').label.date}: ${words}` : words;
}
