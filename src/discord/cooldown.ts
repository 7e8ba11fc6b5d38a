/**
 * How much one person may ask at once: a bucket of tokens that fills again at a steady rate (token bucket, as in RFC
 * 2698). A person pressing buttons as fast as they can read never meets it.
 */
const BURST = 20;
/** Milliseconds until one more request is granted. */
const REFILL_MS = 1000;
/** People remembered; a full bucket need not be. */
const REMEMBERED = 10_000;

interface Bucket {
  tokens: number;
  /** When `tokens` was true, in milliseconds. */
  at: number;
  /** True from the first refusal until a request is granted again. */
  told: boolean;
}

export interface Refusal {
  /** Whole seconds until the next request is granted, 1 at least. */
  readonly seconds: number;
  /** True for the first refusal in a row: where saying so costs a message in a channel, once is enough. */
  readonly first: boolean;
}

export interface Cooldowns {
  /** Takes one request of `user` at `now` (milliseconds of any steady clock); null where it is granted. */
  take(user: string, now: number): Refusal | null;
}

export function createCooldowns(): Cooldowns {
  const buckets = new Map<string, Bucket>();
  return {
    take(user, now) {
      const known = buckets.get(user) ?? { tokens: BURST, at: now, told: false };
      const tokens = Math.min(BURST, known.tokens + (now - known.at) / REFILL_MS);
      const granted = tokens >= 1;
      // Set anew, so that the map is ordered by the last request.
      buckets.delete(user);
      buckets.set(user, { tokens: granted ? tokens - 1 : tokens, at: now, told: !granted });
      const oldest = buckets.keys().next();
      if (buckets.size > REMEMBERED && !oldest.done) buckets.delete(oldest.value);
      if (granted) return null;
      return { seconds: Math.max(1, Math.ceil(((1 - tokens) * REFILL_MS) / 1000)), first: !known.told };
    },
  };
}
