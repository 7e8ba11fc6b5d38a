import { fold } from '../text/fold.js';
import { readList } from '../text/lists.js';

const plain = (text: string): string =>
  fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

const names = (cell: string): string[] => cell.split('|').map(plain);

export type OutletKind = 'agency' | 'press' | 'aggregator' | 'photo';

const OUTLETS = new Map<string, OutletKind>(
  readList('corpus', 'outlets', 2).flatMap(({ cells: [kind = '', cell = ''] }) =>
    cell.split('|').map((name): [string, OutletKind] => [plain(name), kind as OutletKind]),
  ),
);
const WIDGETS = new Map<string, 'widget' | 'section'>(
  readList('corpus', 'widgets', 2).flatMap(({ cells: [kind = '', cell = ''] }) =>
    names(cell).map((name): [string, 'widget' | 'section'] => [name, kind as 'widget' | 'section']),
  ),
);
const PLACES = new Set(readList('corpus', 'places', 2).flatMap(({ cells }) => cells.flatMap(names)));

/** What kind of news outlet goes by this name, null for none that is known. */
export const outletKind = (name: string): OutletKind | null => OUTLETS.get(plain(name)) ?? null;

/** Whether a whole line, digits and punctuation aside, is a web page's button or the name of a newspaper's section. */
export const widgetKind = (key: string): 'widget' | 'section' | null =>
  WIDGETS.get(key) ??
  WIDGETS.get(
    key
      .replace(/[\p{N}]+/gu, ' ')
      .replace(/ {2,}/g, ' ')
      .trim(),
  ) ??
  null;

/** Whether a name is that of a city or country that is known. */
export const isPlace = (name: string): boolean => PLACES.has(plain(name));

export type LabelField =
  'title' | 'date' | 'updated' | 'publisher' | 'author' | 'credit' | 'link' | 'related' | 'place';

export interface Label {
  readonly field: LabelField;
  /** It is a label even without a colon; others also begin headlines ("فيديو: …"). */
  readonly sure: boolean;
  /** Offset in the line at which what the label announces begins. */
  readonly valueStart: number;
}

type Colon = 'needed' | 'free' | 'name' | 'date';

/** Labels by their first word, those of more words first. */
const LABELS = new Map<string, { words: string[]; field: LabelField; colon: Colon }[]>();
for (const { cells } of readList('corpus', 'labels', 3)) {
  const [field = '', colon = '', cell = ''] = cells;
  for (const name of names(cell)) {
    const words = name.split(' ');
    const first = words[0] ?? '';
    const entries = [...(LABELS.get(first) ?? []), { words, field: field as LabelField, colon: colon as Colon }];
    LABELS.set(
      first,
      entries.sort((a, b) => b.words.length - a.words.length),
    );
  }
}

const WORD = /[\p{L}\p{M}\p{N}\u0640]+/gu;
/** A label stands within this many code units of the line's beginning. */
const LABEL_REACH = 60;

/** The label with which `text` begins ("Published:", "كتب:", "اقرأ أيضا"), null for none. */
export function labelOf(text: string): Label | null {
  const head = text.slice(0, LABEL_REACH);
  const words = [...head.matchAll(WORD)];
  const first = words[0];
  if (!first || first.index > 3) return null;
  for (const { words: label, field, colon } of LABELS.get(fold(first[0])) ?? []) {
    const last = words[label.length - 1];
    if (!last || !label.every((word, i) => fold(words[i]?.[0] ?? '') === word)) continue;
    const end = last.index + last[0].length;
    const separator = /^\s*[:：|]\s*/.exec(text.slice(end, end + 4))?.[0];
    const rest = text.slice(end, end + LABEL_REACH).trim();
    const follows =
      colon === 'free' ||
      separator !== undefined ||
      (colon === 'date' && /^\p{Nd}/u.test(rest)) ||
      (colon === 'name' && /^[\p{Lu}\p{Lo}]/u.test(rest));
    if (follows) return { field, sure: colon === 'free', valueStart: end + (separator?.length ?? 0) };
  }
  return null;
}
