/** A table from keys to lists of numbers in a form that is written and read as JSON, compact and quick to open. */
export interface SortedTable {
  /** The keys in code-unit order, each ended by a line feed. */
  readonly keys: string;
  /** For the n-th key the first place of its numbers in `numbers`; one more entry for the end. */
  readonly starts: readonly number[];
  readonly numbers: readonly number[];
}

export function writeSortedTable(postings: ReadonlyMap<string, Iterable<number>>): SortedTable {
  const sorted = [...postings].sort(([a], [b]) => (a < b ? -1 : 1));
  const starts: number[] = [];
  const numbers: number[] = [];
  for (const [, list] of sorted) {
    starts.push(numbers.length);
    numbers.push(...list);
  }
  starts.push(numbers.length);
  return { keys: sorted.map(([key]) => `${key}\n`).join(''), starts, numbers };
}

/** The numbers of a key, none where it is not there; found by binary search. */
export type Lookup = (key: string) => readonly number[];

/** The offsets at which the lines of `text` begin, and its length. */
export function lineStarts(text: string): Int32Array {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return Int32Array.from(starts);
}

export function openSortedTable({ keys, starts, numbers }: SortedTable): Lookup {
  const lines = lineStarts(keys);
  const first = Int32Array.from(starts);
  const all = Int32Array.from(numbers);
  const keyAt = (n: number): string => keys.slice(lines[n], lines[n + 1]! - 1);
  return (key) => {
    let low = 0;
    let high = first.length - 2;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const found = keyAt(middle);
      if (found === key) return [...all.subarray(first[middle], first[middle + 1])];
      if (found < key) low = middle + 1;
      else high = middle - 1;
    }
    return [];
  };
}
