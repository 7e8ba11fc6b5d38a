import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
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

/** Weight of the n-th sense, the one most usual in news first: 1, 0.6, 0.36 … */
const senseWeight = (sense: number): number => 0.6 ** sense;

/** One line of a lexicon file as an entry, or the reason why it is none. */
export function parseEntry(line: string): LexiconEntry | string {
  const first = line.indexOf('\t');
  const second = line.indexOf('\t', first + 1);
  if (first <= 0 || second < 0 || line.includes('\t', second + 1)) return 'three cells are needed, parted by tabs';
  const partOfSpeech = line.slice(first + 1, second);
  if (!(PARTS_OF_SPEECH as readonly string[]).includes(partOfSpeech)) return `no part of speech "${partOfSpeech}"`;
  const equivalents: Equivalent[] = [];
  for (const [i, sense] of line
    .slice(second + 1)
    .split('; ')
    .entries())
    for (const forms of sense.split(', ')) equivalents.push({ forms: forms.split('/'), weight: senseWeight(i) });
  if (equivalents.some(({ forms }) => forms.includes(''))) return 'an equivalent is empty';
  return { english: line.slice(0, first), partOfSpeech: partOfSpeech as PartOfSpeech, equivalents };
}

/** A line that is no entry: its 1-based number and why. */
export interface LexiconFault {
  readonly line: number;
  readonly reason: string;
}

/** The lines of a lexicon file's text that are entries; blank ones and those that begin with `#` are comments. */
export function parseLexicon(text: string): { lines: string[]; faults: LexiconFault[] } {
  const lines: string[] = [];
  const faults: LexiconFault[] = [];
  for (const [i, raw] of text.split('\n').entries()) {
    const line = raw.endsWith('\r') ? raw.slice(0, -1) : raw;
    if (line === '' || line.startsWith('#')) continue;
    const entry = parseEntry(line);
    if (typeof entry === 'string') faults.push({ line: i + 1, reason: entry });
    else lines.push(line);
  }
  return { lines, faults };
}

/** The files of the project's own lexicon, by letter. */
export function lexiconFiles(): string[] {
  const folder = projectFile('src', 'text', 'lexicon');
  return readdirSync(folder)
    .filter((file) => file.endsWith('.tsv'))
    .sort()
    .map((file) => join(folder, file));
}

/** All lines of the project's own lexicon. @throws where one is malformed: a defect of the project. */
export const readLexiconLines = (): string[] =>
  lexiconFiles().flatMap((file) => {
    const { lines, faults } = parseLexicon(readFileSync(file, 'utf8'));
    if (faults[0] !== undefined) throw new Error(`${file}, line ${faults[0].line}: ${faults[0].reason}`);
    return lines;
  });
