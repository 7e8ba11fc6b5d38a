import type { Language } from '../text/language.js';
import type { Span } from '../text/span.js';
import { isCalendarDay, isoValue } from './calendar.js';
import type { FoundDate } from './date.js';
import { findDates } from './dates.js';
import { isPlace, outletKind } from './line-words.js';

/** What stands before a report's first sentence; spans are offsets of the text that was searched. */
export interface Dateline {
  readonly place: Span;
  readonly date: FoundDate | null;
  /** Its name as written. */
  readonly agency: string | null;
  /** Where the sentence after it begins; the text's length where there is none. */
  readonly end: number;
}

/** A dateline lies within this many code units of the paragraph's beginning. */
const REACH = 110;
const LONGEST_PLACE = 40;
const MOST_PIECES = 7;
/** Words after the dash of a line that is still only a dateline: the name of a paper. */
const MOST_LEFT = 2;

/** Ends a piece of a dateline: a colon, a dash with white space on a side, a comma, a bracket, a slash. */
const BREAK = /\s*(?::|--|[–—]|(?:^|\s)-|-\s|[,،/()])\s*/g;

interface Piece extends Span {
  readonly text: string;
  /** What ends it, without white space: empty at the end of the text. */
  readonly mark: string;
  /** Offset after that mark. */
  readonly next: number;
}

/** The pieces of `head`; what follows the last mark is one only where the text ends with it. */
function piecesOf(head: string, whole: boolean): Piece[] {
  const pieces: Piece[] = [];
  let start = 0;
  const push = (end: number, mark: string): void => {
    const text = head.slice(start, end).trim();
    const from = start + head.slice(start, end).indexOf(text);
    pieces.push({ start: from, end: from + text.length, text, mark: mark.trim(), next: end + mark.length });
    start = end + mark.length;
  };
  for (const { 0: mark, index } of head.matchAll(BREAK)) push(index, mark);
  if (whole) push(head.length, '');
  return pieces;
}

const words = (text: string): number => text.split(/\s+/).length;
const startsLikeName = (text: string): boolean => /^[\p{Lu}\p{Lo}]/u.test(text);
const allCapitals = (text: string): boolean => /^\p{Lu}{3,}/u.test(text) && text === text.toUpperCase();
const isDash = (mark: string): boolean => /^(?:--|[-–—])$/.test(mark);

/** "الكويت - 17 - 2 (كونا) --": day and month in digits, as the Kuwait News Agency writes them. */
function bareDate(head: string): FoundDate[] {
  if (!/كونا|KUNA/.test(head)) return [];
  const [found, day, month] = /(\d{1,2}) ?- ?(\d{1,2})(?= ?\((?:كونا|KUNA)\))/.exec(head) ?? [];
  const start = found === undefined ? -1 : head.indexOf(found);
  if (found === undefined || !isCalendarDay(null, Number(month), Number(day))) return [];
  const value = isoValue(null, Number(month), Number(day));
  const date = { value, precision: 'day', basis: 'stated' } as const;
  return [{ start, end: start + found.length, kind: 'date', date, month: Number(month) }];
}

/** "AUSTIN, Texas (AP) —": a word or two after the city's comma. */
const isRegion = (piece: Piece, before: Piece): boolean =>
  before.mark === ',' &&
  /^\p{Lu}/u.test(piece.text) &&
  words(piece.text) <= 2 &&
  (piece.mark === '(' || isDash(piece.mark));

/** The place of `piece`: the whole of it, or what stands before a date in it ("الدوحة في 12 مايو"). */
function placeOf(piece: Piece, dates: readonly FoundDate[]): Piece | null {
  const date = dates.find(({ start, end }) => start < piece.end && end > piece.start);
  if (!date) return piece;
  const before = piece.text
    .slice(0, date.start - piece.start)
    .replace(/\s+(?:في|on)?\s*$/, '')
    .trim();
  return before === '' ? null : { ...piece, end: piece.start + before.length, text: before };
}

/** The date of "Russia 1996-08-31" behind the comma of a town: a known place and a day. */
function datedPlace(piece: Piece, dates: readonly FoundDate[]): FoundDate | null {
  const date = dates.find(({ start, end }) => start > piece.start && end >= piece.end);
  const place = date && placeOf(piece, [date]);
  return date && place && isPlace(place.text) ? date : null;
}

/**
 * The dateline with which `text` begins: "Doha:", "ASHGABAT, Sept 6 (QNA) –", "الدوحة - قنا -", "واشنطن (رويترز)",
 * "نيويورك – المكتب الإعلامي - 12 مايو". A place must be a known city or country unless a news agency, or a date after
 * capitals, stands beside it. Null where there is none.
 */
export function datelineOf(text: string, language: Language | null): Dateline | null {
  // Emphasis of Markdown and quotation marks do not count; blanks in their place keep the offsets.
  const head = text.slice(0, REACH).replace(/[*_"“”]/g, ' ');
  const pieces = piecesOf(head, text.length <= REACH);
  const first = pieces[0];
  if (!first || first.text === '' || first.text.length > LONGEST_PLACE + 20 || !startsLikeName(first.text)) return null;
  const dates = [...findDates(head, language).filter(({ kind }) => kind === 'date'), ...bareDate(head)];
  const place = placeOf(first, dates);
  if (!place || place.text.length > LONGEST_PLACE || words(place.text) > 4) return null;

  // The pieces up to the last that is a date, an agency or one more place; the sentence begins after its mark.
  let agency: Piece | null = null;
  let date = dates.find(({ start, end }) => start < first.end && end > first.start) ?? null;
  let last = first;
  let inKnown = false;
  for (const piece of pieces.slice(1, MOST_PIECES)) {
    if (last.mark === ':' || (piece.text === '' && piece.mark === '')) break;
    const after = datedPlace(piece, dates);
    if (after !== null) inKnown = true;
    const found = after ?? dates.find(({ start, end }) => start <= piece.start && end >= piece.end) ?? null;
    const kind = outletKind(piece.text);
    if (piece.text !== '' && !found && !kind && !isPlace(piece.text) && !isRegion(piece, last)) {
      // "نيويورك – المكتب الإعلامي - 12 مايو": a few words between dashes may lie before the date.
      if (!isDash(last.mark) || !isDash(piece.mark) || words(piece.text) > 4) break;
      continue;
    }
    if (kind && kind !== 'photo') agency ??= piece;
    if (piece.text !== '') date ??= found;
    last = piece;
  }
  const known = inKnown || isPlace(place.text);
  const proven = agency !== null || (date !== null && allCapitals(place.text));
  if (!isEnded(last, agency !== null, date !== null && known, pieces.length === 1 && known)) return null;
  if (!known && !(proven && words(place.text) <= 3)) return null;
  return { place: { start: place.start, end: place.end }, date, agency: agency?.text ?? null, end: last.next };
}

/** Whether a dateline can end with this piece: at a colon or dash, behind an agency or date, or as the whole of a line. */
function isEnded({ mark }: Piece, agency: boolean, dated: boolean, alone: boolean): boolean {
  return mark === ':' || isDash(mark) || (agency && (mark === '' || ')/'.includes(mark))) || dated || alone;
}

/** A line that is a dateline and nothing more: "Doha", "الدوحة – الشرق", "نيويورك – المكتب الإعلامي - 12 مايو". */
export function isDatelineAlone(text: string, language: Language | null): boolean {
  const found = datelineOf(text, language);
  if (!found) return false;
  const rest = text.slice(found.end).match(/\p{L}+/gu)?.length ?? 0;
  return rest === 0 || (rest <= MOST_LEFT && /[-–—]\s*$/.test(text.slice(0, found.end)));
}
