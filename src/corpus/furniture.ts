import type { FoundDate } from './date.js';
import { isDatelineAlone } from './dateline.js';
import { findDates } from './dates.js';
import type { Line } from './line.js';
import { type Label, labelOf, isPlace, outletKind, widgetKind } from './line-words.js';

/** Where in its document a line stands: above the first running text, below the last, or between. */
export type Zone = 'head' | 'middle' | 'tail';

/** Lines longer than this many code units are no furniture by shape. */
const LONGEST = 160;
const DATE_REACH = 100;
/** A sentence of more words is furniture only as a notice of rights. */
const MOST_WORDS = 16;

// No pattern is case-insensitive over Unicode classes: V8 takes milliseconds to compile one.
const ADDRESS = /(?:https?:\/\/|www\.)\S+|[\w.+-]{1,64}@[\w-]{1,64}\.[\w.-]{1,64}|(?<!\S)@\w+/gi;
const HASHTAG = /(?<!\S)#[\p{L}\p{M}\p{N}_]+/gu;
const PICTOGRAPH = /^[\p{Extended_Pictographic}\u{1F1E6}-\u{1F1FF}]/u;
const COPYRIGHT = /©|\(c\)\s*\d{4}|copyright|all rights reserved|جميع الحقوق محفوظة|حقوق (?:النشر|الطبع)/i;
const DIGITS = /\p{Nd}/gu;
const LETTERS = /\p{L}/gu;
const LETTER = /\p{L}/u;
/** Controls of the size of letters: A+ A-. */
const SINGLE_LETTERS = /^\p{L}(?: \p{L}){1,3}$/u;
/** Times of day and zones beside a date. */
const CLOCK = /[\d٠-٩]{1,2}[:.٫][\d٠-٩]{2}(?::[\d٠-٩]{2})?/g;
const CLOCK_WORDS =
  /(?<![A-Za-z\u0621-\u064A])(?:am|pm|a\.m\.|p\.m\.|gmt|utc|est|edt|ast|z|ص|م|الساعة|بتوقيت|غرينتش|جرينتش)(?![A-Za-z\u0621-\u064A])/gi;
const SEPARATORS = /[-–—|•·/\\،,:;()[\]«»<>]+/u;
/** A button or a trail: a sign at both ends (+ الخط -), or an arrow or bar at one. */
const BUTTON = /^[+\-<>|›▶►•→←↑↓✓×]\s*[^\s].*[+\-<>|›▶►•→←↑↓✓×]$|^[>|›▶►→←↑↓×]|[|›▶►→←↑↓]$/u;
/** A row of figures. */
const TABLE_ROW = /^\|.*\p{Nd}/u;
/** Signs of a breadcrumb trail or menu. */
const TRAIL = /\s[>|›»/•·]\s/gu;
/** A credit of up to five words in brackets at the end of a caption; brackets inside are none. */
const CREDIT = /[(（[]([^()（）[\]]{2,60})[)）\]]\s*$/u;

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;
const wordCount = (text: string): number => count(text, /[\p{L}\p{M}\p{N}]+/gu);

/** `text` without `spans`. */
function without(text: string, spans: readonly FoundDate[]): string {
  let [rest, at] = ['', 0];
  for (const { start, end } of spans) {
    rest += `${text.slice(at, start)} | `;
    at = end;
  }
  return rest + text.slice(at);
}

const isDay = ({ date, kind }: FoundDate): boolean => kind === 'date' && date.value !== null;

/** The days a short line tells; none for a line that is running text. */
export const daysOf = ({ text, stop, language }: Line): FoundDate[] =>
  text.length > DATE_REACH || stop || count(text, DIGITS) === 0 ? [] : findDates(text, language).filter(isDay);

/** A date with at most a label, a time of day or a place beside it. */
function isDateLine(line: Line, days: readonly FoundDate[], zone: Zone): boolean {
  if (days.length === 0) return false;
  const label = labelOf(line.text);
  const told = label?.field === 'date' || label?.field === 'updated';
  const from = label?.valueStart ?? 0;
  const rest = without(line.text, days)
    .slice(told ? Math.min(from, line.text.length) : 0)
    .replace(CLOCK, ' ')
    .replace(CLOCK_WORDS, ' ');
  const pieces = rest.split(SEPARATORS).map((piece) => piece.trim().replace(/^(?:في|on|بتاريخ)$|\s(?:في|on)$/u, ''));
  const named = pieces.filter((piece) => piece !== '' && !isPlace(piece) && wordCount(piece) > 0);
  if (named.length === 0) return true;
  if (zone === 'middle') return told && wordCount(named.join(' ')) <= 2;
  const others = named.filter((piece) => !outletKind(piece));
  const left = wordCount(others.join(' '));
  if (others.length < named.length) return left <= 4; // with a news outlet
  if (told || /^[^\p{L}\p{N}]*\p{Nd}/u.test(line.text)) return left <= 6;
  // "نيويورك – المكتب الإعلامي - 12 مايو": the date is a piece of its own between dashes or bars.
  return (
    /\s[-–—|•]\s/u.test(line.text) &&
    left <= 4 &&
    named.length < pieces.filter((piece) => piece !== '').length + 1 &&
    dateIsPiece(line.text, days)
  );
}

const dateIsPiece = (text: string, days: readonly FoundDate[]): boolean =>
  days.some(({ start, end }) => {
    const [before, after] = [text.slice(0, start).trimEnd(), text.slice(end).trimStart()];
    return (before === '' || /[-–—|•]$/u.test(before)) && (after === '' || /^[-–—|•]/u.test(after));
  });

/** The credit in brackets with which a caption ends, null where the brackets hold something else (an abbreviation). */
export function creditOf({
  text,
  stop,
}: Line): { readonly start: number; readonly end: number; readonly text: string } | null {
  const found = stop ? null : CREDIT.exec(text);
  const credit = found?.[1]?.trim() ?? '';
  if (!found || credit === '' || wordCount(credit) > 5 || wordCount(text.slice(0, found.index)) === 0) return null;
  // An abbreviation of the words before it (QRCS), a year or a number is no credit.
  if (
    !outletKind(credit.split(/[/،,]/)[0] ?? '') &&
    (/^[\p{Lu}\p{N}.-]{2,8}$/u.test(credit) || count(credit, DIGITS) > 0)
  )
    return null;
  const start = text.indexOf(credit, found.index);
  return { start, end: start + credit.length, text: credit };
}

function isAddressLine({ text, words }: Line): boolean {
  const addresses = count(text, ADDRESS);
  if (addresses > 0 && wordCount(text.replace(ADDRESS, ' ')) <= 3 + addresses) return true;
  const tags = count(text, HASHTAG);
  return tags > 0 && tags * 2 >= words - tags;
}

const isPhone = ({ text }: Line, label: Label | null): boolean => {
  const digits = count(text, DIGITS);
  return digits >= 6 && (label?.field === 'link' || /^[+(\p{Nd}]/u.test(text)) && count(text, LETTERS) <= digits * 2;
};

/** A line that only says something about the document, or announces another one. */
function isLabelled({ text, stop, words }: Line, label: Label | null, zone: Zone): boolean {
  switch (label?.field) {
    case undefined:
    case 'title':
      return false;
    case 'date':
    case 'updated':
      return words <= 12 && count(text, DIGITS) > 0 && !stop;
    case 'related':
      return words <= 25 && !stop && (label.sure || zone !== 'head' || wordCount(text.slice(label.valueStart)) <= 2);
    case 'author':
      return words <= (zone === 'middle' ? 6 : 12) && (!stop || words <= 4);
    case 'credit':
      return words <= 30;
    case 'publisher':
      return words <= 10;
    case 'link':
      return words <= 15 && !stop;
    case 'place':
      return words <= 6;
  }
}

/** A button's text, or a row of buttons ("فيسبوك تويتر واتساب"). */
const isWidget = ({ key, words }: Line): boolean =>
  widgetKind(key) === 'widget' || (words <= 6 && key.split(' ').every((word) => widgetKind(word) === 'widget'));

/** "A view of the port. Photograph: Ali Hassan/AFP": a credit ends the line. */
const CREDIT_AT_END =
  /(?:^|[\s(])(?:photo(?:graph)?s?(?: by)?|image|picture|credit|تصوير|عدسة|الصورة)\s?[:/]\s?[^.:؟?!]{2,40}$/i;

/** A line that names where a picture comes from, by a label at its beginning or before its end. */
export const isPictureCredit = ({ text, stop }: Line): boolean =>
  text.length <= LONGEST && !stop && (labelOf(text)?.field === 'credit' || CREDIT_AT_END.test(text));

/** "/قنا/", "(QNA)", "رويترز": an agency's sign-off alone on its line. */
const isSignOff = ({ text }: Line): boolean => {
  const kind = outletKind(text);
  return kind !== null && (kind === 'agency' || kind === 'aggregator' || /^[^\p{L}\p{N}]/u.test(text));
};

/** Agencies close with a line in brackets: "(Reporting by …; Editing by …)". */
const isStaffNote = ({ text }: Line): boolean =>
  text.length < 300 && /^\(?(?:reporting|additional reporting|writing|editing|compiled) (?:by|and)\b/i.test(text);

/**
 * Whether a line is no part of the text, told by its own shape: no letters, a category label, a date line, a byline, a
 * button, an address, a notice of rights. What only its neighbours tell is judged in `outline.ts`.
 */
export function isFurniture(line: Line, zone: Zone): boolean {
  const { text, key, words, stop } = line;
  if (text.length <= LONGEST && !LETTER.test(key) && !TABLE_ROW.test(text)) return true;
  if (isStaffNote(line)) return true;
  if (stop && words > MOST_WORDS && text.length <= LONGEST) return COPYRIGHT.test(text);
  if (text.length > LONGEST) return text.length < 400 && COPYRIGHT.test(text) && words < 60;
  if (SINGLE_LETTERS.test(key) || isWidget(line) || isSignOff(line)) return true;
  if (PICTOGRAPH.test(text) && words <= 4 && !stop) return true;
  if (COPYRIGHT.test(text) && words <= 25) return true;
  if (words <= 4 && !stop && !text.includes('«') && !text.startsWith('|') && BUTTON.test(text)) return true;
  if (!stop && count(text, TRAIL) >= 2 && words <= 4 * (count(text, TRAIL) + 1)) return true;
  if (isPictureCredit(line)) return true;
  if (isAddressLine(line)) return true;
  if (zone === 'head' && words <= 8 && !stop && isDatelineAlone(text, line.language)) return true;
  const label = labelOf(text);
  return isPhone(line, label) || isLabelled(line, label, zone) || isDateLine(line, daysOf(line), zone);
}
