import { describe, expect, it } from 'vitest';
import { GAZETTEER, LIST_NAMES } from '../../src/knowledge/gazetteer.js';
import { allListFaults, listFaults } from '../../src/knowledge/list-check.js';

describe('the lists of names and offices', () => {
  it('hold no word twice, none that cannot be met, none with marks', () => {
    expect(allListFaults()).toEqual([]);
  });

  it('are as large as promised', () => {
    const size = (language: 'ar' | 'en'): number =>
      GAZETTEER.words('given-names', language, 'sure').size + GAZETTEER.words('given-names', language, 'doubtful').size;
    expect(size('ar')).toBeGreaterThanOrEqual(600);
    expect(size('en')).toBeGreaterThanOrEqual(1500);
  });
});

describe('listFaults', () => {
  const [list] = LIST_NAMES;
  it.each([
    ['a word twice after folding', '# x\nar\tsure\tأحمد احمد\n', 'line 2 already'],
    ['a word with marks', '# x\nar\tsure\tأَحمد\n', 'without vowel marks'],
    ['a word of the other language', '# x\nar\tsure\tahmad\n', 'not in the language'],
    ['an unknown kind', '# x\nar\tmaybe\tأحمد\n', 'must be one of'],
    ['a missing cell', '# x\nar\tsure\n', 'expected 3 cells'],
    ['no header', 'ar\tsure\tأحمد\n', 'begin with a comment'],
  ])('tells %s', (_, text, told) => {
    const faults = listFaults(list!, text);
    expect(faults).toHaveLength(1);
    expect(faults[0]).toContain(told);
  });
});
