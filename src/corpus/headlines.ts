import type { ParagraphKind } from './document.js';
import { datelineOf } from './dateline.js';
import { creditOf } from './furniture.js';
import { isBody, isHeadline, type Line } from './line.js';
import { labelOf, outletKind, widgetKind } from './line-words.js';
import { headingText } from './markdown.js';

/** Judgement of a paragraph while the outline is made; null is not yet judged, `caption` ends as furniture. */
export type Kind = ParagraphKind | 'caption' | null;

/** More short lines than this above the text are no head but text themselves: a poem, a list of names. */
const LONGEST_HEAD = 12;
/** Words of a sub-heading at most. */
const HEADING_WORDS = 14;
/** Words of a title that needs no further proof. */
const TITLE_WORDS = 3;
/** Lines of a run of labels between paragraphs; more are a list. */
const LABEL_RUN = 6;

const isLabel = ({ words }: Line): boolean => words <= 2;
/** A section's name in Arabic is indefinite (تقارير), a heading of one word definite (التمويل). */
const isSection = ({ key, words, language }: Line): boolean =>
  widgetKind(key) === 'section' || (words === 1 && language === 'ar' && !key.startsWith('ال'));

/** `line` is `title` again, alone or with the site's name after it ("… | Gulf Times"). */
const repeats = (line: Line, title: Line): boolean =>
  line.key === title.key ||
  (title.words > TITLE_WORDS && line.key.startsWith(`${title.key} `) && line.words - title.words <= 4);

/**
 * Judges the lines above the running text: title (one in each language), standfirst as heading, caption, section names.
 * `headings` are those of Markdown. Returns the title's text without the signs of Markdown or its label, null for none.
 */
export function judgeHead(
  lines: readonly Line[],
  kinds: Kind[],
  bodyAt: number,
  headings: ReadonlyMap<number, number>,
): string | null {
  const text = lines.findIndex(isBody);
  const marked = lines.find(({ index }) => headings.get(index) === 1 && (text < 0 || index < text));
  const head = lines.slice(0, bodyAt).filter(({ index }) => kinds[index] === null);
  const labelled = head.find(({ text }) => labelOf(text)?.field === 'title');
  const candidates = head.filter((line) => isHeadline(line) && !isReport(line));
  const title = marked ?? labelled ?? plainTitle(candidates.slice(0, LONGEST_HEAD), lines, kinds);
  if (title) kinds[title.index] = 'title';
  const other =
    title &&
    candidates.find(
      (line) =>
        line.language !== title.language &&
        line.words >= TITLE_WORDS &&
        !creditOf(line) &&
        hasText(lines, line.language),
    );
  if (other && other !== title) kinds[other.index] = 'title';

  for (const line of candidates) {
    if (kinds[line.index] !== null) continue;
    if ([title, other].some((known) => known && repeats(line, known))) kinds[line.index] = 'furniture';
    else if (candidates.length > LONGEST_HEAD) kinds[line.index] = 'body';
    else if (creditOf(line) && isBelowHead(line, lines, kinds)) kinds[line.index] = 'caption';
    else kinds[line.index] = isLabel(line) || isSection(line) ? 'furniture' : 'heading';
  }
  if (!title) return null;
  const label = title === labelled ? labelOf(title.text) : null;
  return label ? title.text.slice(label.valueStart) : headings.has(title.index) ? headingText(title.text) : title.text;
}

/** Begins with a dateline that is none of a headline's ("واشنطن: لا نؤيد التصعيد" is one). */
function isReport({ text, language }: Line): boolean {
  const dateline = datelineOf(text, language);
  return dateline !== null && (dateline.date !== null || dateline.agency !== null);
}

const hasText = (lines: readonly Line[], language: Line['language']): boolean =>
  lines.some((line) => isBody(line) && line.language === language);

/** "خلال اتصال هاتفي..": a short line above the title that leads up to it. */
const isKicker = (line: Line, next: Line | undefined): boolean =>
  /(?:\.\.|…)$/.test(line.text) && next !== undefined && next.index === line.index + 1 && next.words > line.words;

/** The first line of three words or more; one of fewer only where there is no other, and no section's name. */
function plainTitle(candidates: readonly Line[], lines: readonly Line[], kinds: readonly Kind[]): Line | null {
  const full = candidates.filter((line) => line.words >= TITLE_WORDS);
  const uncredited = full.find((line) => !creditOf(line) || line === candidates[0]);
  const found = uncredited ?? full[0];
  const below = found && full[full.indexOf(found) + 1];
  const first = found && isKicker(found, below) ? below : found;
  if (first) {
    // "Title | Gulf Times" above "Title": the page's title above the text's.
    const shorter = full.find((line) => line !== first && line.key !== first.key && repeats(first, line));
    return shorter ?? first;
  }
  const short =
    candidates.find((line) => line.words === 2 && !isSection(line)) ?? candidates.find((line) => !isSection(line));
  return short && lines.some((line) => line.index > short.index && isBody(line) && kinds[line.index] !== 'furniture')
    ? short
    : null;
}

/** Directly below a title, or below a line of the head that is furniture (the date line). */
function isBelowHead({ index }: Line, lines: readonly Line[], kinds: readonly Kind[]): boolean {
  const above = kinds[index - 1];
  return (
    lines[index - 1] !== undefined &&
    (above === 'title' || above === 'furniture' || above === 'caption' || above === 'heading')
  );
}

/**
 * Judges the short lines between and below the paragraphs: sub-headings, the title of a second half in the other
 * language, repeated titles, captions, runs of labels; what is left is body.
 */
export function judgeMiddle(lines: readonly Line[], kinds: Kind[], bodyAt: number): void {
  const titles = new Set(
    lines.filter(({ index, words }) => kinds[index] === 'title' && words >= TITLE_WORDS).map(({ key }) => key),
  );
  for (let i = bodyAt; i < lines.length; i++) {
    const line = lines[i];
    if (!line || kinds[i] !== null) continue;
    if (titles.has(line.key)) kinds[i] = 'furniture';
    else if (!isHeadline(line) || (line.words > HEADING_WORDS && !opensHalf(line, lines))) kinds[i] = 'body';
    else if (isCreditedPicture(line)) kinds[i] = 'caption';
    else {
      const run = runFrom(lines, kinds, i, titles);
      judgeRun(run, lines, kinds);
      i += run.length - 1;
    }
  }
}

/** A caption between paragraphs: its credit must be an outlet that is known. */
function isCreditedPicture(line: Line): boolean {
  const credit = creditOf(line);
  return credit !== null && credit.text.split(/[/،,]/).some((name) => outletKind(name) !== null);
}

/** The headline-like lines from `from` on that follow each other without running text or furniture between. */
function runFrom(lines: readonly Line[], kinds: readonly Kind[], from: number, titles: ReadonlySet<string>): Line[] {
  const run: Line[] = [];
  for (let i = from; i < lines.length; i++) {
    const line = lines[i];
    if (!line || kinds[i] !== null || !isHeadline(line) || titles.has(line.key) || isCreditedPicture(line)) break;
    if (line.words > HEADING_WORDS && !opensHalf(line, lines)) break;
    run.push(line);
  }
  return run;
}

function judgeRun(run: readonly Line[], lines: readonly Line[], kinds: Kind[]): void {
  const [first, last] = [run[0], run.at(-1)];
  if (!first || !last) return;
  const before = lines[first.index - 1];
  const after = lines[last.index + 1];
  const atEnd = !after;
  const set = (kind: Kind): void => run.forEach(({ index }) => (kinds[index] = kind));

  // Links under "اقرأ أيضا" lead to other texts.
  if (before && !atEnd && run.length < LABEL_RUN && announcesLinks(before) && kinds[before.index] === 'furniture')
    return set('furniture');
  // A list after "the following:" is text, however short its items; so are many lines without a stop.
  if (before?.last === ':' && kinds[before.index] === 'body') return set('body');
  if (run.length > LABEL_RUN && !atEnd) return set('body');
  if (run.length > 1 && run.every(isLabel)) return set('furniture');
  if (atEnd) {
    for (const line of run) kinds[line.index] = isLabel(line) && isSection(line) ? 'furniture' : 'body';
    return;
  }
  for (const line of run) {
    const next = lines[line.index + 1];
    if (line === last ? isLabel(line) && isSection(line) : isLabel(line)) kinds[line.index] = 'furniture';
    else if (line === last && next && opensHalf(line, lines)) kinds[line.index] = 'title';
    else kinds[line.index] = run.length <= 3 ? 'heading' : 'body';
  }
}

/** "اقرأ أيضا", "Related:" and nothing after it. */
function announcesLinks({ text }: Line): boolean {
  const label = labelOf(text);
  return label?.field === 'related' && !/[\p{L}\p{N}]/u.test(text.slice(label.valueStart));
}

/** The line is in another language than the text above it and in that of the text below: the title of a second half. */
function opensHalf({ index, language, words }: Line, lines: readonly Line[]): boolean {
  if (language === null || words < TITLE_WORDS) return false;
  const above = lines.slice(Math.max(0, index - 6), index).findLast(isBody);
  const below = lines.slice(index + 1, index + 6).find(isBody);
  return above !== undefined && above.language !== language && below?.language === language;
}
