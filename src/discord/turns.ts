/**
 * Who comes when: answers are computed one a turn of the event loop, so that those that are ready are sent before the
 * next is sought. Without it a burst of questions is answered only when the last of them is, past Discord's 3 seconds.
 */
export interface Turns {
  /** Resolves when it is the caller's turn: at once where nobody waits. */
  next(): Promise<void>;
  /** Milliseconds that who comes now will probably wait. */
  wait(): number;
}

/** Share of the newest turn in the mean length of turns. */
const NEWEST = 0.2;

export function createTurns(): Turns {
  const waiting: (() => void)[] = [];
  let taken = false;
  let began = 0;
  let mean = 0;
  const take = (): void => {
    began = performance.now();
    setImmediate(pass);
  };
  function pass(): void {
    mean += NEWEST * (performance.now() - began - mean);
    const next = waiting.shift();
    taken = next !== undefined;
    if (next === undefined) return;
    next();
    take();
  }
  return {
    next() {
      if (taken)
        return new Promise((resolve) => {
          waiting.push(resolve);
        });
      taken = true;
      take();
      return Promise.resolve();
    },
    wait: () => waiting.length * mean,
  };
}
