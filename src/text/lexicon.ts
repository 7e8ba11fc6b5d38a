import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fold } from './fold.js';
import { parseList, type ListRow } from './lists.js';
import { projectFile } from './project.js';

/** Parts of speech: noun, verb, adjective, adverb, particle (preposition, conjunction, pronoun, numeral), proper name. */
export const PARTS_OF_SPEECH = ['n', 'v', 'a', 'd', 'p', 'x'] as const;
export type PartOfSpeech = (typeof PARTS_OF_SPEECH)[number];

/** One Arabic equivalent: the forms of one word or term (singular/plural, past/present/verbal noun), as in print. */
export interface Equivalent {
  readonly forms: readonly string[];
  /** How usual it is for the headword, 0–1: 1 for the first sense, less for each later one. */
  readonly weight: number;
}

/** A line of the lexicon. */
export interface LexiconEntry {
  readonly english: string;
  readonly partOfSpeech: PartOfSpeech;
  readonly equivalents: readonly Equivalent[];
}

/** Weight of the n-th sense: 1, 0.6, 0.45 …; the sense most usual in news stands first. */
const senseWeight = (sense: number): number => (sense === 0 ? 1 : 0.9 / (sense + 0.5));

/** One row of a lexicon file as an entry, or the reason why it is none. */
export function parseEntry({ cells }: ListRow): LexiconEntry | string {
  const [english, partOfSpeech, arabic] = cells;
  if (cells.length !== 3 || !english || !arabic) return 'three cells are needed: English, part of speech, Arabic';
  if (!(PARTS_OF_SPEECH as readonly string[]).includes(partOfSpeech ?? '')) return `no part of speech "${partOfSpeech}"`;
  const equivalents = arabic.split(';').flatMap((sense, i) =>
    sense
      .split(',')
      .map((forms) => forms.split('/').map((form) => form.trim()).filter((form) => form !== ''))
      .filter((forms) => forms.length > 0)
      .map((forms) => ({ forms, weight: Math.min(1, senseWeight(i)) })),
  );
  return { english, partOfSpeech: partOfSpeech as PartOfSpeech, equivalents };
}

/** All entries of the project's own lexicon. @throws where a line is malformed: a defect of the project. */
export function readLexicon(): LexiconEntry[] {
  const folder = projectFile('src', 'text', 'lexicon');
  const entries: LexiconEntry[] = [];
  for (const file of readdirSync(folder).sort()) {
    if (!file.endsWith('.tsv')) continue;
    for (const row of parseList(readFileSync(join(folder, file), 'utf8'))) {
      const entry = parseEntry(row);
      if (typeof entry === 'string') throw new Error(`${join(folder, file)}, line ${row.line}: ${entry}`);
      entries.push(entry);
    }
  }
  return entries;
}

/** The folded words of a term, in order. */
export const wordsOfTerm = (term: string): string[] => fold(term).split(/[\s-]+/).filter((word) => word !== '');
