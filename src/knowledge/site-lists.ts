import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Problem } from '../corpus/problem.js';
import { parseList, type ListRow } from '../text/lists.js';
import { GAZETTEER, gazetteerWith, LIST_NAMES, rowFault, type Gazetteer, type ListName } from './gazetteer.js';
import { siteRowFault, type SitePhrases } from './list-matcher.js';
import { PHRASE_LISTS, phraseRowFaults, type PhraseList } from './phrase-list-check.js';

/** The word lists of a site: `lists/<name>.tsv` in the folder of documents, beside `corpus.json`. */
export interface SiteLists {
  /** The lists of people and offices, the project's and the site's. */
  readonly gazetteer: Gazetteer;
  /** What the site adds to the lists of agreements, parties, events and amounts. */
  readonly phrases: SitePhrases;
  readonly problems: readonly Problem[];
}

/** Lists of phrases that a site may add to: all but the countries, by whose names the search itself is made. */
const PHRASE_NAMES = (Object.keys(PHRASE_LISTS) as PhraseList[]).filter((name) => name !== 'countries');

const isListName = (name: string): name is ListName => LIST_NAMES.some((known) => known === name);
const isPhraseList = (name: string): name is PhraseList => PHRASE_NAMES.some((known) => known === name);

const fileNames = (folder: string): string[] => {
  try {
    return readdirSync(folder).filter((file) => file.endsWith('.tsv'));
  } catch {
    return [];
  }
};

/**
 * Reads the lists of a site. Never throws: a wrong row, a file that cannot be read and a list that does not exist are
 * left out and reported; without a folder `lists` there is nothing to report.
 */
export function readSiteLists(folder: string): SiteLists {
  const names = new Map<ListName, readonly ListRow[]>();
  const phrases = new Map<PhraseList, readonly ListRow[]>();
  const problems: Problem[] = [];
  for (const name of fileNames(join(folder, 'lists')).map((file) => file.slice(0, -'.tsv'.length))) {
    const file = `lists/${name}.tsv`;
    if (!isListName(name) && !isPhraseList(name)) {
      const detail = [...LIST_NAMES, ...PHRASE_NAMES].map((known) => `${known}.tsv`).join(', ');
      problems.push({ code: 'list-unknown', file, detail, skipped: true });
      continue;
    }
    let rows: ListRow[];
    try {
      rows = parseList(readFileSync(join(folder, file), 'utf8'));
    } catch (error) {
      const detail = (error as NodeJS.ErrnoException).code ?? 'error';
      problems.push({ code: 'unreadable', file, detail, skipped: true });
      continue;
    }
    const good = rows.filter((row) => {
      const fault = isListName(name) ? rowFault(name, row) : (phraseRowFaults(name, row)[0] ?? siteRowFault(name, row));
      if (fault !== null) problems.push({ code: 'list-line', file, line: row.line, detail: fault, skipped: false });
      return fault === null;
    });
    if (good.length === 0) continue;
    if (isListName(name)) names.set(name, good);
    else phrases.set(name, good);
  }
  return { gazetteer: names.size === 0 ? GAZETTEER : gazetteerWith(names), phrases, problems };
}
