import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readCorpus } from '../../src/corpus/corpus.js';
import type { Corpus } from '../../src/corpus/document.js';
import { GAZETTEER } from '../../src/knowledge/gazetteer.js';
import { extractPeople } from '../../src/knowledge/people.js';
import { compileLexicon, openLexicon } from '../../src/text/compiled-lexicon.js';
import { readLexiconLines } from '../../src/text/lexicon.js';
import type { Person } from '../../src/knowledge/knowledge.js';
import { namePartsOf } from '../../src/text/name-cost.js';
import { parseList } from '../../src/text/lists.js';
import { PROJECT_ROOT } from '../../src/text/project.js';
import { tokenize } from '../../src/text/tokens.js';

const lexicon = openLexicon(compileLexicon(readLexiconLines()));

/** The people of a corpus as the program finds them, with the lexicon at hand. */
export const peopleOf = (corpus: Corpus): readonly Person[] => extractPeople(corpus, GAZETTEER, lexicon);

/** A person as somebody read them in one file. */
export interface GoldPerson {
  readonly file: string;
  readonly names: readonly string[];
}

const bare = (part: string): string => part.replace(/^ال(?=...)/, '');
const partsOf = (name: string): string[] => namePartsOf(tokenize(name).map(({ folded }) => folded)).map(bare);

/** The shorter name's parts all stand in the longer one, its last being the longer one's last. */
export function sameName(a: string, b: string): boolean {
  const [x, y] = [partsOf(a), partsOf(b)];
  const [short, long] = x.length <= y.length ? [x, y] : [y, x];
  return short.length > 0 && short.at(-1) === long.at(-1) && short.every((part) => long.includes(part));
}

const meets = ({ names }: Person, gold: GoldPerson): boolean =>
  names.some((name) => gold.names.some((other) => sameName(name, other)));

export interface Score {
  readonly precision: number;
  readonly recall: number;
  readonly profilesEach: number;
  readonly wrong: readonly string[];
  readonly missed: readonly string[];
}

/** Reads `test/corpora/<name>` and holds its people against `gold.tsv` there. */
export async function scoreCorpus(name: string): Promise<Score> {
  const folder = join(PROJECT_ROOT, 'test', 'corpora', name);
  const corpus = await readCorpus(join(folder, 'articles'));
  const gold = parseList(readFileSync(join(folder, 'gold.tsv'), 'utf8')).map(({ cells: [file = '', names = ''] }) => ({
    file,
    names: names.split('|').map((each) => each.trim()),
  }));
  return score(corpus, peopleOf(corpus), gold);
}

export function score(corpus: Corpus, people: readonly Person[], gold: readonly GoldPerson[]): Score {
  const isIn = (person: Person, { file }: GoldPerson): boolean =>
    person.mentions.some(({ document }) => corpus.documents[document]?.file === file);
  const right = people.filter((person) => gold.some((one) => isIn(person, one) && meets(person, one)));
  const found = gold.filter((one) => people.some((person) => isIn(person, one) && meets(person, one)));
  return {
    precision: right.length / people.length,
    recall: found.length / gold.length,
    profilesEach: right.length / found.length,
    wrong: people.filter((person) => !right.includes(person)).map(({ names }) => names.join(' / ')),
    missed: gold.filter((one) => !found.includes(one)).map(({ names }) => names.join(' / ')),
  };
}
