import { createHash } from 'node:crypto';
import type { Evidence } from '../knowledge/knowledge.js';
import type { Language } from '../text/language.js';
import type { Library } from './library.js';

/** What a key can stand for. */
export type KeyedKind = 'person' | 'organisation';

/** The word before the number tells the language in which the reader was reading, as the name itself would have done. */
const WORDS: Readonly<Record<KeyedKind, Readonly<Record<Language, string>>>> = {
  person: { en: 'person', ar: 'شخص' },
  organisation: { en: 'organisation', ar: 'منظمة' },
};

/** Decimal digits: among 10,000 entries two share a number once in 20,000 corpora. */
const DIGITS = 12;
const FORM = /^(\p{L}{3,12}):(\d{12})$/u;

interface Keyed {
  readonly name: string;
  readonly mentions: readonly Evidence[];
}

/** A number that stays the same while the document of the first mention does: name, document, place (SHA-256). */
function numberOf({ corpus }: Library, { name, mentions: [first] }: Keyed): string {
  const place = first === undefined ? [] : [corpus.documents[first.document]?.id ?? '', String(first.start)];
  const hash = createHash('sha256')
    .update([name, ...place].join('\0'))
    .digest();
  return String(hash.readUIntBE(0, 6) % 10 ** DIGITS).padStart(DIGITS, '0');
}

interface Numbers {
  readonly ofEntry: readonly string[];
  readonly entries: ReadonlyMap<string, number>;
}

/** Numbers by list of entries, which never changes. */
const known = new WeakMap<readonly Keyed[], Numbers>();

function numbersOf(library: Library, entries: readonly Keyed[]): Numbers {
  let numbers = known.get(entries);
  if (!numbers) {
    const ofEntry = entries.map((entry) => numberOf(library, entry));
    numbers = { ofEntry, entries: new Map(ofEntry.map((number, index) => [number, index])) };
    known.set(entries, numbers);
  }
  return numbers;
}

const entriesOf = ({ knowledge }: Library, kind: KeyedKind): readonly Keyed[] =>
  kind === 'person' ? knowledge.people : knowledge.organisations;

/**
 * A short value that stands for one person or organisation where a name may be long or another's as well
 * (`person:048200113274`): the same after a restart, readable by every process that has the documents.
 */
export const entryKey = (library: Library, kind: KeyedKind, entry: number, language: Language): string =>
  `${WORDS[kind][language]}:${numbersOf(library, entriesOf(library, kind)).ofEntry[entry] ?? ''}`;

/** The entry that a key stands for; null where `typed` is no key; undefined where the documents have it no more. */
export function entryByKey(library: Library, kind: KeyedKind, typed: string): number | undefined | null {
  const [, word, number = ''] = FORM.exec(typed) ?? [];
  if (word === undefined || !Object.values(WORDS[kind]).includes(word)) return null;
  return numbersOf(library, entriesOf(library, kind)).entries.get(number);
}
