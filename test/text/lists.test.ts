import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseList, readList } from '../../src/text/lists.js';

describe('parseList', () => {
  it('gives rows with their line numbers and trimmed cells, without comments and blank lines', () => {
    expect(parseList('\ufeff# a list\n\n a\tb \r\n#x\ty\r  \nوزير\tminister\tn')).toEqual([
      { line: 3, cells: ['a', 'b'] },
      { line: 6, cells: ['وزير', 'minister', 'n'] },
    ]);
  });

  it('never throws, and every row is a line of the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', 'ق', '\t', '\n', '\r', '#', ' ', '\ufeff') }), (text) => {
        const lines = text.split(/\r\n|\n|\r/);
        for (const { line, cells } of parseList(text)) {
          expect(cells.length).toBe((lines[line - 1] ?? '').split('\t').length);
          expect(cells.join('')).not.toMatch(/[\r\n\t]/);
        }
      }),
    );
  });
});

describe('readList', () => {
  it('names the file and line of a row with too few or too many cells', () => {
    expect(() => readList('text', 'question-words', 2)).toThrow(
      /question-words\.tsv, line \d+: expected 2 cells, found 3/,
    );
  });

  it('throws where there is no such list', () => {
    expect(() => readList('text', 'no-such-list', 2)).toThrow(/no-such-list\.tsv/);
  });
});
