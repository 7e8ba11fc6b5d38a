/** A map that forgets what was set longest ago. */
export interface Recent<K, V> {
  get(key: K): V | undefined;
  set(key: K, value: V): void;
}

/** A map of at most `most` entries: what is kept in a process that lives for weeks must not grow with what is asked. */
export function createRecent<K, V>(most: number): Recent<K, V> {
  const map = new Map<K, V>();
  return {
    get: (key) => map.get(key),
    set(key, value) {
      map.delete(key);
      map.set(key, value);
      if (map.size <= most) return;
      const oldest = map.keys().next();
      if (!oldest.done) map.delete(oldest.value);
    },
  };
}

/** `compute` with its latest `most` results kept. */
export function remembering<K, V>(most: number, compute: (key: K) => V): (key: K) => V {
  const recent = createRecent<K, V>(most);
  return (key) => {
    let value = recent.get(key);
    if (value === undefined) recent.set(key, (value = compute(key)));
    return value;
  };
}
