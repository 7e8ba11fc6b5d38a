import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold } from '../../src/text/fold.js';
import { QUESTION_KINDS } from '../../src/answers/question.js';
import { readList } from '../../src/text/lists.js';
import { isStopWord } from '../../src/text/stop-words.js';
import { THING } from '../../src/text/things.js';
import { mixture } from './mixture.js';

const rows = readList('text', 'stop-words', 2);
const listed = (language: string): string[] =>
  rows.filter(({ cells }) => cells[0] === language).flatMap(({ cells }) => (cells[1] ?? '').split(' '));

describe('isStopWord', () => {
  it('holds every listed word, as printed, folded, and glued to a conjunction', () => {
    for (const word of [...listed('ar'), ...listed('en')]) {
      expect([word, isStopWord(fold(word)), isStopWord(fold(word), word)]).toEqual([word, true, true]);
    }
    for (const word of listed('ar').filter((each) => each.length > 1)) {
      const glued = `و${word}`;
      if (!listed('not').includes(glued)) expect([glued, isStopWord(fold(glued), glued)]).toEqual([glued, true]);
    }
  });

  it('knows the words of a chat without hamzas', () => {
    for (const word of ['الي', 'علي', 'ان', 'او', 'اذا', 'هولاء'])
      expect([word, isStopWord(word, word)]).toEqual([word, true]);
  });

  it('tells a word from a stop word that folds alike', () => {
    for (const [word, stop] of [
      ['آلية', 'إليه'],
      ['فئة', 'فيه'],
      ['إمام', 'أمام'],
      ['آلي', 'إلى'],
      ['وآلية', 'وإليه'],
    ] as const) {
      expect(fold(word)).toBe(fold(stop));
      expect([isStopWord(fold(word), word), isStopWord(fold(stop), stop)]).toEqual([false, true]);
    }
  });

  it('is not deceived by marks, tatweel and bidi marks in the word as written', () => {
    expect(isStopWord(fold('إِلـَـى\u200f'), 'إِلـَـى\u200f')).toBe(true);
  });

  it('leaves content that dialect or grammar also uses', () => {
    for (const word of ['دول', 'حق', 'مال', 'won', 'mine', 'named', 'ولي', 'فهم', 'فرح', 'قطر', 'qatar', ''])
      expect([word, isStopWord(fold(word))]).toEqual([word, false]);
  });

  it('never throws', () => {
    fc.assert(fc.property(mixture, mixture, (folded, written) => typeof isStopWord(folded, written) === 'boolean'));
  });
});

describe('the word lists of the text floor', () => {
  const FIRST_CELLS: Readonly<Record<string, readonly string[]>> = {
    'stop-words': ['en', 'ar', 'not'],
    abbreviations: ['name', 'number', 'last'],
    'thing-words': Object.keys(THING),
    'answer-nouns': QUESTION_KINDS,
  };

  it.each(Object.entries(FIRST_CELLS))('%s: known kinds, no word twice in a kind, none empty', (name, kinds) => {
    const seen = new Set<string>();
    for (const { line, cells } of readList('text', name, 2)) {
      const [kind = '', words = ''] = cells;
      expect(kinds, `line ${line}`).toContain(kind);
      for (const word of words.split(' ')) {
        expect(fold(word), `line ${line}`).not.toBe('');
        // Two spellings in print of one folded stop word are both wanted.
        const key = `${kind} ${name === 'stop-words' ? word : fold(word)}`;
        expect(seen.has(key), `line ${line}: ${word}`).toBe(false);
        seen.add(key);
      }
    }
  });

  it('question-words: known kinds and places, no phrase twice', () => {
    const seen = new Set<string>();
    for (const { line, cells } of readList('text', 'question-words', 3)) {
      const [kind = '', place = '', phrase = ''] = cells;
      expect(QUESTION_KINDS, `line ${line}`).toContain(kind);
      expect(['first', 'any'], `line ${line}`).toContain(place);
      expect(seen.has(fold(phrase)), `line ${line}: ${phrase}`).toBe(false);
      seen.add(fold(phrase));
    }
  });
});
