import { fold } from '../text/fold.js';
import type { Language } from '../text/language.js';
import { readList, type ListRow } from '../text/lists.js';

/**
 * The word lists of `lists/*.tsv` (what they hold stands in lists/README.md) as sets of folded words by language and
 * kind, with the names that `Intl` knows of regions, and with a site's own lists of the same shape.
 */
export interface Gazetteer {
  /** Words of one list, language and kind; empty where there is none. */
  words(list: ListName, language: Language, kind: string): ReadonlySet<string>;
  /** Phrases of `honorifics`, as folded words. */
  readonly honorifics: readonly Honorific[];
}

export interface Honorific {
  readonly language: Language;
  /**
   * `rank`: also an office of its own; `calling`: an everyday word as well, so that a full name must follow; `branch`:
   * goes on with a rank before it (ركن, أركان حرب) and opens no title.
   */
  readonly kind: 'address' | 'rank' | 'calling' | 'branch';
  readonly words: readonly string[];
}

/** The lists and the kinds that their second column may hold. */
export const LIST_KINDS = {
  'given-names': ['sure', 'latin', 'doubtful', 'family'],
  honorifics: ['address', 'rank', 'calling', 'branch'],
  'role-heads': ['one', 'plural'],
  institutions: ['body', 'site', 'circle'],
  verbs: ['saying', 'acting'],
  places: ['place', 'nationality'],
  'not-names': ['office', 'time', 'noun', 'adjective', 'adverb', 'epithet'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type ListName = keyof typeof LIST_KINDS;
export const LIST_NAMES = Object.keys(LIST_KINDS) as ListName[];

const COLUMNS = 3;

/** What is wrong with a row of a list, in one sentence, or null. */
export function rowFault(list: ListName, { cells }: ListRow): string | null {
  const [language, kind = '', words] = cells;
  if (cells.length !== COLUMNS) return `expected ${COLUMNS} cells parted by tabs, found ${cells.length}`;
  if (language !== 'ar' && language !== 'en') return `the first cell must be ar or en, not "${language ?? ''}"`;
  const kinds: readonly string[] = LIST_KINDS[list];
  if (!kinds.includes(kind)) return `the second cell must be one of ${kinds.join(', ')}, not "${kind}"`;
  return words === '' ? 'the third cell holds no word' : null;
}

/** The entries of a row: phrases for honorifics, else words; `_` joins the words of one place. */
export const entriesOf = (list: ListName, { cells }: ListRow): string[] =>
  list === 'honorifics' ? [cells[2] ?? ''] : (cells[2] ?? '').split(' ').map((word) => word.replaceAll('_', ' '));

/** As tokens fold: without apostrophes and the points of acronyms. */
const foldEntry = (entry: string): string => fold(entry).replace(/['.]/g, '').replaceAll('-', ' ');

/** Codes of two letters that `Intl` may know as regions. */
function* regionCodes(): Generator<string> {
  for (let a = 65; a <= 90; a++) for (let b = 65; b <= 90; b++) yield String.fromCharCode(a, b);
}

/** Names of countries in both languages, from the Unicode Common Locale Data Repository that `Intl` carries. */
function regionNames(language: Language): string[] {
  const names = new Intl.DisplayNames(language, { type: 'region', fallback: 'none' });
  const found: string[] = [];
  for (const code of regionCodes()) {
    const name = names.of(code);
    if (name !== undefined && code !== 'ZZ') found.push(foldEntry(name));
  }
  return found;
}

function build(rows: ReadonlyMap<ListName, readonly ListRow[]>): Gazetteer {
  const sets = new Map<string, Set<string>>();
  const honorifics: Honorific[] = [];
  const add = (key: string, word: string): void => {
    const set = sets.get(key) ?? new Set<string>();
    sets.set(key, set.add(word));
  };
  for (const [list, ofList] of rows) {
    for (const row of ofList) {
      const [language, kind] = [row.cells[0] as Language, row.cells[1] ?? ''];
      for (const entry of entriesOf(list, row)) {
        const folded = foldEntry(entry);
        if (list === 'honorifics')
          honorifics.push({ language, kind: kind as Honorific['kind'], words: folded.split(' ') });
        else add(`${list} ${language} ${kind}`, folded);
      }
    }
  }
  for (const language of ['ar', 'en'] as const) {
    for (const name of regionNames(language)) add(`places ${language} place`, name);
  }
  const none = new Set<string>();
  return { words: (list, language, kind) => sets.get(`${list} ${language} ${kind}`) ?? none, honorifics };
}

const ownRows = (name: ListName): readonly ListRow[] => readList('knowledge', name, COLUMNS);

let own: Gazetteer | null = null;
const readOwn = (): Gazetteer => (own ??= build(new Map(LIST_NAMES.map((name) => [name, ownRows(name)]))));

/** The project's own lists, read when they are first asked. */
export const GAZETTEER: Gazetteer = {
  words: (list, language, kind) => readOwn().words(list, language, kind),
  get honorifics() {
    return readOwn().honorifics;
  },
};

/** The project's lists with rows of a site beside them; none of these has a `rowFault`. */
export const gazetteerWith = (rows: ReadonlyMap<ListName, readonly ListRow[]>): Gazetteer =>
  build(new Map(LIST_NAMES.map((name) => [name, [...ownRows(name), ...(rows.get(name) ?? [])]])));
