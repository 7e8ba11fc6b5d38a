import { fold } from '../text/fold.js';
import { namePartsOf, wordCost } from '../text/name-cost.js';
import { isStopWord } from '../text/stop-words.js';
import { tokenize } from '../text/tokens.js';
import { consonantKey, isArabicWord, SAME_NAME, SAME_SURNAME } from '../text/transliteration.js';

/** What a look-up finds an entry by: its names, and words that describe it (offices) where no name fits. */
export interface Named {
  readonly names: readonly string[];
  readonly descriptions: readonly string[];
}

/** Keys of names, computed once, so that a look-up among ten thousand entries takes well under a millisecond. */
export interface NameIndex {
  /** Entries by each folded part of their names. */
  readonly parts: ReadonlyMap<string, readonly number[]>;
  /** The parts of each entry's names. */
  readonly ofEntry: readonly ReadonlySet<string>[];
  /** Those parts in order, for prefixes. */
  readonly sorted: readonly string[];
  /** Parts by consonant key, for other spellings and the other script. */
  readonly keys: ReadonlyMap<string, readonly string[]>;
  /** Those keys by their first consonant. */
  readonly sounds: ReadonlyMap<string, readonly string[]>;
  /** Parts by script and first letter, for typing errors. */
  readonly initials: ReadonlyMap<string, readonly string[]>;
  /** Entries by a whole name. */
  readonly whole: ReadonlyMap<string, readonly number[]>;
  /** Entries by each word of their descriptions. */
  readonly described: ReadonlyMap<string, readonly number[]>;
}

/** How a name was found: exact: the whole name; part: some of its words; prefix: beginnings; near: other spelling; described: by office. */
export type MatchRank = 'exact' | 'part' | 'prefix' | 'near' | 'described';

export interface Match {
  readonly entry: number;
  readonly rank: MatchRank;
  /** 0–1, the lower the better, within a rank. */
  readonly cost: number;
}

export interface LookUp {
  /** Best first: exact, part, prefix, near; described only where there is none of these. */
  readonly matches: readonly Match[];
  /** Entries whose names come nearest where nothing matched, best first. */
  readonly nearest: readonly number[];
}

/** Without the article, which a name may have in one text and not in the other. */
const bare = (part: string): string => (part.startsWith('ال') && part.length > 4 ? part.slice(2) : part);

const wordsIn = (text: string): string[] => tokenize(text).map(({ folded }) => folded);

/** The parts of a name as typed: everyday words left out unless nothing else remains. */
export function partsOfQuery(text: string): string[] {
  const tokens = tokenize(text);
  const content = tokens.filter(({ folded, start, end }) => !isStopWord(folded, text.slice(start, end)));
  return namePartsOf((content.length > 0 ? content : tokens).map(({ folded }) => folded)).map(bare);
}

function push<K>(map: Map<K, number[]>, key: K, entry: number): void {
  const found = map.get(key);
  if (found === undefined) map.set(key, [entry]);
  else if (found.at(-1) !== entry) found.push(entry);
}

function group(words: Iterable<string>, keyOf: (word: string) => string): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const word of words) {
    const key = keyOf(word);
    const found = groups.get(key);
    if (found === undefined) groups.set(key, [word]);
    else found.push(word);
  }
  return groups;
}

export function buildNameIndex(entries: readonly Named[]): NameIndex {
  const parts = new Map<string, number[]>();
  const whole = new Map<string, number[]>();
  const described = new Map<string, number[]>();
  const ofEntry = entries.map(({ names, descriptions }, entry) => {
    const own = new Set<string>();
    for (const name of names) {
      const ofName = namePartsOf(wordsIn(name)).map(bare);
      for (const part of ofName) {
        push(parts, part, entry);
        own.add(part);
      }
      push(whole, ofName.join(' '), entry);
    }
    for (const description of descriptions) for (const word of wordsIn(description)) push(described, bare(word), entry);
    return own;
  });
  const words = [...parts.keys()];
  const keys = group(words, consonantKey);
  return {
    parts,
    ofEntry,
    sorted: [...words].sort(),
    keys,
    sounds: group(keys.keys(), (key) => key.charAt(0)),
    initials: group(words, (word) => word.charAt(0)),
    whole,
    described,
  };
}

const PREFIX_COST = 0.3;
const NEAR_COST = 0.4;
const TYPING_COST = 0.7;
const LONGEST_BUCKET = 200;

/** Parts of names like `part`, each with its cost: 0 equal, then prefixes, then other spellings. */
function partsLike(index: NameIndex, part: string, prefix: boolean): Map<string, number> {
  const found = new Map<string, number>();
  if (index.parts.has(part)) found.set(part, 0);
  if (prefix && part.length > 1) {
    for (let i = firstAtLeast(index.sorted, part); index.sorted[i]?.startsWith(part) === true; i++) {
      const word = index.sorted[i] as string;
      if (!found.has(word)) found.set(word, PREFIX_COST);
    }
  }
  if (part.length > 1) {
    for (const word of (index.keys.get(consonantKey(part)) ?? []).slice(0, LONGEST_BUCKET)) {
      const cost = wordCost(part, word, SAME_NAME);
      if (cost > SAME_NAME || found.get(word) === 0) continue;
      // The same name in the other script is the name itself.
      const other = isArabicWord(part) !== isArabicWord(word);
      found.set(word, other && cost <= SAME_SURNAME ? cost : NEAR_COST + cost);
    }
  }
  return found;
}

function firstAtLeast(sorted: readonly string[], word: string): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] as string) < word) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Whether one letter left out, added, changed or exchanged with its neighbour makes `b` of `a`. */
export function isOneTypo(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let i = 0;
  while (i < a.length && i < b.length && a[i] === b[i]) i++;
  const [x, y] = [a.slice(i), b.slice(i)];
  if (x.slice(1) === y.slice(1) || x.slice(1) === y || x === y.slice(1)) return true;
  return x.length > 1 && x[0] === y[1] && x[1] === y[0] && x.slice(2) === y.slice(2);
}

/** Parts that one typing error makes of `part`, first letters being right. */
function partsByTypo(index: NameIndex, part: string): Map<string, number> {
  const found = new Map<string, number>();
  if (part.length < 4) return found;
  for (const word of index.initials.get(part.charAt(0)) ?? []) if (isOneTypo(part, word)) found.set(word, TYPING_COST);
  return found;
}

/** How many entries have one of the parts, at most. */
const breadth = (index: NameIndex, parts: ReadonlyMap<string, number>): number => {
  let entries = 0;
  for (const part of parts.keys()) entries += index.parts.get(part)?.length ?? 0;
  return entries;
};

/** Entries that have a part out of each of `like`, with the cost of the worst; the rarest part is looked at first. */
function entriesWithAll(index: NameIndex, like: readonly ReadonlyMap<string, number>[]): Map<number, number> {
  const ordered = [...like].sort((a, b) => breadth(index, a) - breadth(index, b));
  const found = new Map<number, number>();
  for (const [part, cost] of ordered[0] ?? []) {
    for (const entry of index.parts.get(part) ?? []) found.set(entry, Math.min(cost, found.get(entry) ?? Infinity));
  }
  for (const others of ordered.slice(1)) {
    for (const [entry, cost] of found) {
      let best = Infinity;
      for (const part of index.ofEntry[entry] ?? []) best = Math.min(best, others.get(part) ?? Infinity);
      if (best === Infinity) found.delete(entry);
      else if (best > cost) found.set(entry, best);
    }
  }
  return found;
}

const rankOf = (cost: number): MatchRank => (cost < PREFIX_COST ? 'part' : cost < NEAR_COST ? 'prefix' : 'near');
const RANKS: Readonly<Record<MatchRank, number>> = { exact: 0, part: 1, prefix: 2, near: 3, described: 4 };

/**
 * Finds entries by what was typed: in either script, in part, with honorifics (`isTitle` tells their folded words),
 * in another romanisation or with one typing error a word. Every word typed must fit the entry.
 */
export function lookUpName(
  index: NameIndex,
  typed: string,
  isTitle: (folded: string) => boolean,
  prefix = true,
): LookUp {
  const all = partsOfQuery(typed);
  const untitled = all.filter((part) => !isTitle(part));
  const parts = untitled.length > 0 ? untitled : all;
  if (parts.length === 0) return { matches: [], nearest: [] };
  const like = parts.map((part) => partsLike(index, part, prefix));
  for (const [i, found] of like.entries()) if (found.size === 0) like[i] = partsByTypo(index, parts[i] as string);
  const whole = new Set([...(index.whole.get(all.join(' ')) ?? []), ...(index.whole.get(parts.join(' ')) ?? [])]);
  const matches: Match[] = [];
  for (const [entry, cost] of entriesWithAll(index, like)) {
    matches.push({ entry, rank: whole.has(entry) ? 'exact' : rankOf(cost), cost });
  }
  if (matches.length > 0) {
    matches.sort((a, b) => RANKS[a.rank] - RANKS[b.rank] || a.cost - b.cost || a.entry - b.entry);
    return { matches, nearest: [] };
  }
  const described = describedBy(
    index,
    wordsIn(typed)
      .filter((word) => !isStopWord(word))
      .map(bare),
  );
  if (described.length > 0) return { matches: described, nearest: [] };
  return { matches: [], nearest: nearestEntries(index, parts, like) };
}

function describedBy(index: NameIndex, words: readonly string[]): Match[] {
  if (words.length === 0) return [];
  const lists = words.map((word) => new Set(index.described.get(word) ?? []));
  return [...(lists[0] ?? [])]
    .filter((entry) => lists.every((list) => list.has(entry)))
    .map((entry) => ({ entry, rank: 'described' as const, cost: 1 }));
}

const MOST_NEAREST = 5;
/** Up to this cost a spelling is offered as the nearest. */
const OFFERED = 0.7;
/** So that a name that nobody has costs no more than one that many have. */
const MOST_COMPARED = 150;

/** Parts that begin and go on or end with the consonants of `part`, `MOST_COMPARED` at most. */
function soundingLike(index: NameIndex, part: string): string[] {
  const key = consonantKey(part);
  const found: string[] = [];
  for (const other of key === '' ? [] : (index.sounds.get(key.charAt(0)) ?? [])) {
    if (found.length >= MOST_COMPARED) break;
    if (Math.abs(other.length - key.length) > 1) continue;
    if (other.length > 1 && key.length > 1 && !sharesTwo(other, key)) continue;
    found.push(...(index.keys.get(other) ?? []));
  }
  return found.slice(0, MOST_COMPARED);
}

/** Entries that share some of the parts, then those with the least unlike part of the same first sound. */
function nearestEntries(
  index: NameIndex,
  parts: readonly string[],
  like: readonly ReadonlyMap<string, number>[],
): number[] {
  const scores = new Map<number, number>();
  const add = (part: string, score: number): void => {
    for (const entry of (index.parts.get(part) ?? []).slice(0, MOST_NEAREST)) {
      scores.set(entry, Math.min(scores.get(entry) ?? Infinity, score));
    }
  };
  for (const found of like) for (const [part, cost] of found) add(part, cost);
  for (const part of parts)
    for (const word of soundingLike(index, part)) {
      const cost = wordCost(part, word, OFFERED);
      if (cost <= OFFERED) add(word, 1 + cost);
    }
  return [...scores]
    .sort((a, b) => a[1] - b[1] || a[0] - b[0])
    .slice(0, MOST_NEAREST)
    .map(([entry]) => entry);
}

const sharesTwo = (a: string, b: string): boolean => a.startsWith(b.slice(0, 2)) || a.endsWith(b.slice(-2));

/** Folded as a word of a name; for sets that `isTitle` asks. */
export const foldTitle = (word: string): string => bare(fold(word));
