import type { FoundDate } from '../corpus/date.js';
import { findDates, mayOpenDate } from '../corpus/dates.js';
import type { Document } from '../corpus/document.js';
import type { Span } from '../text/span.js';
import { perSentence, type Sentence, type Word } from './reading.js';

const readDates = perSentence((sentence, { text }: Document): readonly FoundDate[] =>
  datedStretches(sentence).flatMap(({ start, end }) =>
    findDates(text.slice(start, end), sentence.language).map((date) => ({
      ...date,
      start: date.start + start,
      end: date.end + start,
    })),
  ),
);

/** The dates of a sentence, in offsets of the document. */
export const datesIn = (document: Document, sentence: Sentence): readonly FoundDate[] => readDates(sentence, document);

/** By the number of a word: whether a date can begin in it. */
const openers: (boolean | undefined)[] = [];

function opens({ number, lexeme, folded }: Word): boolean {
  if (number) return true;
  if (lexeme < 0) return mayOpenDate(folded);
  while (openers.length <= lexeme) openers.push(undefined);
  return (openers[lexeme] ??= mayOpenDate(folded));
}

/** How many words before and behind those in which a date can begin the grammar of dates looks at, at most. */
const [LOOKS_BACK, LOOKS_ON] = [4, 10];

/** The stretches of a sentence outside which no date stands, in order and apart. */
function datedStretches({ words, start, end }: Sentence): Span[] {
  const stretches: Span[] = [];
  let first = -1;
  let last = -1;
  const close = (): void => {
    const [from, to] = [words[first - LOOKS_BACK], words[last + LOOKS_ON]];
    if (first >= 0) stretches.push({ start: from ? from.start : start, end: to ? to.end : end });
  };
  for (let i = 0; i < words.length; i++) {
    if (!opens(words[i]!)) continue;
    if (first < 0 || i - last > LOOKS_BACK + LOOKS_ON) {
      close();
      first = i;
    }
    last = i;
  }
  close();
  return stretches;
}
