import type { LookUp } from '../knowledge/name-index.js';
import { fold } from '../text/fold.js';

/** Proposals of one completion (Discord takes 25). */
const MOST = 25;
/** Entries looked at for one completion: typed letters that more begin with do not tell them apart yet. */
const MOST_LOOKED_AT = 4000;

const folded = (text: string): string =>
  fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
/** Without the article, which is often left out in typing. */
const bare = (word: string): string => (word.startsWith('ال') && word.length > 3 ? word.slice(2) : word);

/** Names of entries, arranged so that a beginning finds them: under 5 ms among ten thousand. */
export interface Completion {
  /** A name from each of its words on, in order of the alphabet. */
  readonly keys: readonly string[];
  /** Of each key: the entry, and whether it is the name from its first word on. */
  readonly entries: Int32Array;
  readonly whole: Uint8Array;
  /** Of each entry: its words, without the article. */
  readonly words: readonly (readonly string[])[];
}

export function buildCompletion(names: readonly (readonly string[])[]): Completion {
  const rows: { key: string; entry: number; whole: boolean }[] = [];
  const words = names.map((ofEntry, entry) => {
    const own = new Set<string>();
    for (const name of ofEntry.map(folded)) {
      for (let at = 0; at >= 0 && at < name.length; at = name.indexOf(' ', at) + 1 || -1) {
        const key = name.slice(at);
        rows.push({ key, entry, whole: at === 0 });
        const shorter = bare(key);
        if (shorter !== key) rows.push({ key: shorter, entry, whole: at === 0 });
      }
      for (const word of name.split(' ')) own.add(bare(word));
    }
    return [...own];
  });
  rows.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : a.entry - b.entry));
  return {
    keys: rows.map(({ key }) => key),
    entries: Int32Array.from(rows, ({ entry }) => entry),
    whole: Uint8Array.from(rows, ({ whole }) => Number(whole)),
    words,
  };
}

function firstAtLeast(keys: readonly string[], wanted: string): number {
  let [low, high] = [0, keys.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((keys[middle] as string) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The rows whose key begins with `wanted`: from, to. */
const range = ({ keys }: Completion, wanted: string): readonly [number, number] => [
  firstAtLeast(keys, wanted),
  firstAtLeast(keys, `${wanted}\uFFFF`),
];

/** Entries with a word that begins as each of the typed ones does, whatever stands between them. */
function withAllWords(completion: Completion, typed: readonly string[]): number[] {
  const ranges = typed.map((word) => range(completion, word)).sort((a, b) => a[1] - a[0] - (b[1] - b[0]));
  const [from, to] = ranges[0] ?? [0, 0];
  const found = new Set<number>();
  for (let row = from; row < Math.min(to, from + MOST_LOOKED_AT) && found.size < MOST; row++) {
    const entry = completion.entries[row] as number;
    const words = completion.words[entry] ?? [];
    if (typed.every((word) => words.some((own) => own.startsWith(word)))) found.add(entry);
  }
  return [...found];
}

/**
 * Entries for what is being typed, at most 25: names that are it, names that begin with it, names with a word that does,
 * names with all its words begun, in the order of the entries within each; where there is none, what `near` finds by
 * other spellings and in the other script. Nothing typed: the first ones.
 */
export function complete(completion: Completion, typed: string, near: (typed: string) => LookUp): readonly number[] {
  const wanted = folded(typed);
  if (wanted === '') return [...completion.words.keys()].slice(0, MOST);
  const ranks = new Map<number, number>();
  for (const start of new Set([wanted, bare(wanted)])) {
    const [from, to] = range(completion, start);
    for (let row = from; row < Math.min(to, from + MOST_LOOKED_AT); row++) {
      const entry = completion.entries[row] as number;
      const rank = completion.whole[row] === 0 ? 2 : completion.keys[row] === start ? 0 : 1;
      ranks.set(entry, Math.min(rank, ranks.get(entry) ?? rank));
    }
  }
  const found = [...ranks].sort((a, b) => a[1] - b[1] || a[0] - b[0]).map(([entry]) => entry);
  if (found.length === 0 && wanted.includes(' ')) found.push(...withAllWords(completion, wanted.split(' ').map(bare)));
  if (found.length > 0) return found.slice(0, MOST);
  // Short words, articles and names just begun, are near to half of all names: looked up only where there is no other.
  const long = wanted.split(' ').filter((word) => word.length > 2);
  const { matches, nearest } = near(long.length > 0 ? long.join(' ') : wanted);
  return (matches.length > 0 ? matches.map(({ entry }) => entry) : nearest).slice(0, MOST);
}
