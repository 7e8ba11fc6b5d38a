import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/**
 * Lets V8 favour memory over speed from now on, and gives back what reading the documents has left. A bot lives for
 * weeks and mostly waits: a small heap, collected more often, is worth more than a tenth of a millisecond. Measured with
 * five documents after 300 questions: 120 to 130 MB resident instead of 170. Earlier is better: called before the
 * documents are read, the heap never grows in the first place.
 */
export function preferSmallHeap(): void {
  setFlagsFromString('--optimize-for-size');
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
}
