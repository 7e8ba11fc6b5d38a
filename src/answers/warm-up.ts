import { answerQuestion } from './ask.js';
import type { Library } from './library.js';

/** Questions asked, and words of each: enough for the compiler to have met every way of an answer. */
const QUESTIONS = 30;
const WORDS = 8;

/**
 * Asks a library the openings of its own paragraphs, so that the first person who asks finds what is read on first use
 * read, and the code compiled: a third of a second once, against questions that take three times as long at first.
 */
export function warmUp(library: Library): void {
  const { passages } = library.search;
  const step = Math.max(1, Math.floor(passages.length / QUESTIONS));
  for (let i = 0; i < passages.length && i < QUESTIONS * step; i += step) {
    const question = passages[i]!.paragraph.text.split(/\s+/, WORDS).join(' ');
    answerQuestion({ question, limit: 3, language: 'en' }, library);
  }
}
