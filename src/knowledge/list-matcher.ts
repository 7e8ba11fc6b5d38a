import { readList, type ListRow } from '../text/lists.js';
import { PHRASE_LISTS, type PhraseList } from './phrase-list-check.js';
import { phraseMatcher, type Matcher, type Typed } from './phrases.js';

/** Rows that a site adds to the phrase lists of the project; none of them has a fault (`siteRowFault`). */
export type SitePhrases = ReadonlyMap<PhraseList, readonly ListRow[]>;

/** Gives the rows of a list, and by that name tells which lists a matcher is made of. */
export type RowsOf = (list: PhraseList) => readonly ListRow[];

type Entries<T> = (rowsOf: RowsOf) => Iterable<readonly [term: string, value: T]>;

const ownRows: RowsOf = (list) => readList('knowledge', list, PHRASE_LISTS[list].columns);

const readers: Entries<unknown>[] = [];
/** What the site whose documents are being read adds. Reading never waits, so that no other site comes between. */
let site: SitePhrases | null = null;

/** Runs `read` with a site's own rows beside the project's in every list. */
export function withSitePhrases<T>(phrases: SitePhrases, read: () => T): T {
  const before = site;
  site = phrases.size > 0 ? phrases : null;
  try {
    return read();
  } finally {
    site = before;
  }
}

/** A matcher for the terms that `entries` reads from lists: the project's, and those of the site being read. */
export function listMatcher<T extends Typed>(entries: Entries<T>): Matcher<T> {
  readers.push(entries);
  /** Made when it is first asked: what starts and asks nothing of it waits for no list. */
  let own: Matcher<T> | null = null;
  const ofSites = new WeakMap<SitePhrases, Matcher<T>>();
  const ofSite = (phrases: SitePhrases): Matcher<T> => {
    let matcher = ofSites.get(phrases);
    if (matcher === undefined) {
      matcher = phraseMatcher(entries((list) => [...ownRows(list), ...(phrases.get(list) ?? [])]));
      ofSites.set(phrases, matcher);
    }
    return matcher;
  };
  const current = (): Matcher<T> => (site === null ? (own ??= phraseMatcher(entries(ownRows))) : ofSite(site));
  return {
    at: (words, i) => current().at(words, i),
    find: (words, i, type) => current().find(words, i, type),
  };
}

/** Why the readers of a list can do nothing with a row, in one sentence; null where they can. */
export function siteRowFault(list: PhraseList, row: ListRow): string | null {
  try {
    for (const entries of readers) for (const entry of entries((name) => (name === list ? [row] : []))) void entry;
    return null;
  } catch (error) {
    return error instanceof Error ? error.message.replace(/^.*?, line \d+: /, '') : String(error);
  }
}
