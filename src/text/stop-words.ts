import { fold } from './fold.js';
import { readList } from './lists.js';

const UNWRITTEN = /[\u064B-\u065F\u0670\u0640\p{Cf}]/gu;
/** A word as written, reduced to what tells spellings in print apart. */
const lettersOf = (written: string): string => written.normalize('NFC').replace(UNWRITTEN, '');

/** Folded stop words, each with its spellings in print; and words that only look like a conjunction with one of them. */
function readStopWords(): { spellings: ReadonlyMap<string, readonly string[]>; not: ReadonlySet<string> } {
  const spellings = new Map<string, string[]>();
  const not = new Set<string>();
  for (const { cells } of readList('text', 'stop-words', 2)) {
    const [language, words = ''] = cells;
    for (const word of words.split(' ')) {
      const folded = fold(word).replaceAll("'", '');
      if (language === 'not') not.add(folded);
      else spellings.set(folded, [...(spellings.get(folded) ?? []), lettersOf(word)]);
    }
  }
  return { spellings, not };
}

const { spellings, not } = readStopWords();

/** Letters that haste leaves out and never puts in: who writes one means it. */
const MEANT = 'آأإؤئة';

/** Whether `written` may be `print` in haste: hamzas and the points of ة left out, ى and ي exchanged. */
function mayBe(written: string, print: string): boolean {
  for (let i = 0; i < written.length; i++)
    if (MEANT.includes(written.charAt(i)) && written.charAt(i) !== print.charAt(i)) return false;
  return true;
}

/**
 * Whether a folded word carries no content; an Arabic one also with a leading و or ف (ومن, فهو). `written` is the word
 * as the text has it: with it آلية and فئة are told from إليه and فيه, which fold alike.
 */
export function isStopWord(folded: string, written?: string): boolean {
  const whole = spellings.get(folded);
  const joined = /^[وف]../.test(folded) && !not.has(folded) ? spellings.get(folded.slice(1)) : undefined;
  if (written === undefined || (whole === undefined && joined === undefined)) return (whole ?? joined) !== undefined;
  const letters = lettersOf(written);
  return (
    (whole?.some((print) => mayBe(letters, print)) ?? false) ||
    (joined?.some((print) => mayBe(letters.slice(1), print)) ?? false)
  );
}
