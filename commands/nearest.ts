/** Edits (insertions, deletions, substitutions, exchanges of neighbours) that turn `a` into `b`. */
function edits(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1];
      let least = Math.min(
        (last[column] as number) + 1,
        (current[column - 1] as number) + 1,
        (last[column - 1] as number) + (same ? 0 : 1),
      );
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1])
        least = Math.min(least, (beforeLast[column - 2] as number) + 1);
      current.push(least);
    }
    beforeLast = last;
    last = current;
  }
  return last[b.length] as number;
}

/**
 * The one of `names` that `typed` was probably meant to be: a name it begins or that begins it (3 letters at least), or
 * one a third of its letters away at most; null where none is that near. Meant for names of commands and options.
 */
export function nearestName(typed: string, names: readonly string[]): string | null {
  const wanted = typed.toLowerCase();
  if (wanted.length === 0 || wanted.length > 40) return null;
  const begun = names.find(
    (name) => wanted.length >= 3 && name.length >= 3 && (name.startsWith(wanted) || wanted.startsWith(name)),
  );
  if (begun !== undefined) return begun;
  let best: string | null = null;
  let least = Infinity;
  for (const name of names) {
    const distance = edits(wanted, name);
    if (distance < least && distance <= Math.max(1, Math.floor(name.length / 3))) {
      best = name;
      least = distance;
    }
  }
  return best;
}
