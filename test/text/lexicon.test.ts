import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { translate, otherForms, partsOfSpeech } from '../../src/text/bilingual.js';
import { compileLexicon, openLexicon, splitTerm } from '../../src/text/compiled-lexicon.js';
import { checkLexicon, headwords } from '../../src/text/lexicon-check.js';
import { lexiconFiles, parseEntry, parseLexicon, readLexiconLines } from '../../src/text/lexicon.js';
import { openSortedTable, writeSortedTable } from '../../src/text/sorted-index.js';
import { tokenize } from '../../src/text/tokens.js';
import { temporaryFolder } from '../temporary.js';
import { mixture } from './mixture.js';

/** What `checkLexicon` says of a folder with these files. */
const faultsOf = (files: Readonly<Record<string, string>>): string[] => checkLexicon(temporaryFolder(files), 'lexicon');

describe('the lexicon', () => {
  it('has no fault', () => {
    expect(checkLexicon()).toEqual([]);
  }, 60_000);

  it('has at least the 6,000 headwords that it promises', () => {
    expect(headwords()).toBeGreaterThanOrEqual(6000);
  });

  it('has a file for each letter, each of them read', () => {
    expect(lexiconFiles().map((file) => file.slice(-5))).toEqual(
      [...'abcdefghijklmnopqrstuvwxyz'].map((letter) => `${letter}.tsv`),
    );
    const lines = lexiconFiles().flatMap((file) =>
      readFileSync(file, 'utf8')
        .split('\n')
        .filter((line) => line !== '' && !line.startsWith('#')),
    );
    expect(readLexiconLines()).toEqual(lines);
  });
});

describe('checkLexicon', () => {
  it('has nothing to say of a sound lexicon', () => {
    const sound =
      '# a comment\nAden\tx\tعدن\nagree\tv\tوافق/يوافق/موافقة, اتفق/يتفق/اتفاق\nagreement\tn\tاتفاق/اتفاقات, اتفاقية/اتفاقيات; موافقة\n';
    expect(faultsOf({ 'a.tsv': sound })).toEqual([]);
  });

  test.each([
    ['a missing cell', 'accord\tاتفاق', 'three cells'],
    ['an unknown part of speech', 'accord\tz\tاتفاق', 'no part of speech "z"'],
    ['an empty equivalent', 'accord\tn\tاتفاق/', 'empty'],
    ['an empty sense', 'accord\tn\tاتفاق; ', 'empty'],
    ['vowel marks', 'accord\tn\tاتِّفاق', 'Arabic letters alone'],
    ['tatweel', 'accord\tn\tاتفـاق', 'Arabic letters alone'],
    ['Persian letters', 'accord\tn\tاتفاق, کتاب', 'Arabic letters alone'],
    ['brackets', 'accord\tn\tاتفاق (دولي)', 'Arabic letters alone'],
    ['a missing blank after the comma', 'accord\tn\tاتفاق,وفاق', 'Arabic letters alone'],
    ['a final letter inside a word', 'accord\tn\tاتفاقةات', 'not spelled as in print'],
    ['two alifs for one madda', 'August\tx\tأاب', 'not spelled as in print'],
    ['a lone letter', 'according to\tp\tعملا ب', 'not spelled as in print'],
    ['a description', 'accord\tn\tنص مكتوب بين دولتين أو أكثر من دولتين', 'a description'],
    ['an equivalent twice', 'accord\tn\tاتفاق, وفاق, إتفاق', '"إتفاق" stands twice'],
    ['an equivalent with and without its article', 'accord\tn\tاتفاق, الاتفاق', '"الاتفاق" stands twice'],
    ['a verb without its present', 'accept\tv\tقبل/قبول', 'lacks the present'],
    ['a verb with "to"', 'to accept\tv\tقبل/يقبل', 'without "to"'],
    ['a small letter in a name', 'aden\tx\tعدن', 'has a capital'],
    ['a headword that is too long', 'a b c d e\tn\tاتفاق', '5 words'],
    ['signs in a headword', 'accord*\tn\tاتفاق', 'plain letters'],
    ['the wrong file', 'bank\tn\tمصرف', 'belongs in b.tsv'],
  ])('finds %s and names the line', (_name, line, fault) => {
    const faults = faultsOf({ 'a.tsv': `# a comment\n${line}\n` });
    expect(faults.filter((each) => each.includes(fault))).not.toEqual([]);
    for (const each of faults) expect(each).toMatch(/^lexicon\/a\.tsv, line 2: /);
  });

  it('finds what stands twice, however it is written, and what is not sorted', () => {
    const faults = faultsOf({
      'c.tsv': 'co-operation\tn\tتعاون\nceasefire\tn\tهدنة\nco operation\tn\tتعاون\n',
      'n.tsv': 'ceasefire\tn\tهدنة\n',
    });
    expect(faults.filter((fault) => fault.includes('stands already'))).toHaveLength(2);
    expect(faults).toContainEqual(expect.stringContaining('c.tsv, line 2: "ceasefire" (n) belongs before'));
  });
});

describe('parseEntry', () => {
  it('weighs the senses, first the most', () => {
    const entry = parseEntry('bank\tn\tمصرف/مصارف, بنك; ضفة');
    if (typeof entry === 'string') throw new Error(entry);
    const [first, same, later] = entry.equivalents.map(({ weight }) => weight);
    expect(first).toBe(same);
    expect(later).toBeLessThan(first!);
    expect(entry.equivalents.map(({ forms }) => forms)).toEqual([['مصرف', 'مصارف'], ['بنك'], ['ضفة']]);
  });

  it('gives an entry or a reason, whatever the line', () => {
    const line = fc
      .array(fc.constantFrom('a', 'مصرف', '\t', '; ', ', ', '/', 'n', ' '), { maxLength: 12 })
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(line, (text) => {
        const entry = parseEntry(text);
        if (typeof entry === 'string') expect(entry).not.toBe('');
        else expect(entry.equivalents.flatMap(({ forms }) => forms)).not.toContain('');
      }),
    );
  });

  it('tells the line of a fault in a file, and reads the rest', () => {
    const { lines, faults } = parseLexicon('# x\nbank\tn\tمصرف\r\nbad line\n\nboat\tn\tقارب\n');
    expect(lines).toEqual(['bank\tn\tمصرف', 'boat\tn\tقارب']);
    expect(faults.map((fault) => fault.line)).toEqual([3]);
  });
});

const LINES = [
  'agreement\tn\tاتفاق/اتفاقات, اتفاقية/اتفاقيات; موافقة',
  'bank\tn\tمصرف/مصارف, بنك/بنوك; ضفة/ضفاف',
  'memorandum of understanding\tn\tمذكرة تفاهم/مذكرات تفاهم',
  'minister\tn\tوزير/وزراء',
  'Qatar\tx\tقطر',
  'sign\tv\tوقع/يوقع/توقيع',
  "women's rights\tn\tحقوق المرأة",
];
const small = openLexicon(compileLexicon(LINES));
const into = (term: string): string[] => translate(small, tokenize(term)).map(({ words }) => words.join(' '));

describe('translate', () => {
  test.each([
    ['ministers', ['وزير', 'وزراء']],
    ['signed', ['وقع', 'يوقع', 'توقيع']],
    ['Memoranda of Understanding', ['مذكره تفاهم', 'مذكرات تفاهم']],
    ['women’s rights', ['حقوق المراه']],
    ['والوزراء', ['minister']],
    ['للوزير', ['minister']],
    ['وقعت', ['sign']],
    ['توقع', ['sign']],
    ['مذكرات التفاهم', ['memorandum of understanding']],
    ['بالاتفاقيتين', ['agreement']],
    ['قطر', ['qatar']],
    ['unknown', []],
    ['مجهول', []],
  ])('%s', (term, translations) => {
    expect(into(term)).toEqual(expect.arrayContaining(translations));
    if (translations.length === 0) expect(into(term)).toEqual([]);
  });

  it('gives the most usual first, weights between 0 and 1', () => {
    const weights = translate(small, tokenize('bank')).map(({ weight }) => weight);
    expect(weights).toEqual([...weights].sort((a, b) => b - a));
    for (const weight of weights) expect(weight).toBeGreaterThan(0);
    expect(into('bank').at(-1)).toBe('ضفاف');
  });

  it('never throws, whatever the words', () => {
    fc.assert(
      fc.property(mixture, (text) => {
        for (const token of tokenize(text))
          for (const { weight } of translate(small, [token])) expect(weight).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe('otherForms and partsOfSpeech', () => {
  it('joins a broken plural and a verbal noun to their word', () => {
    expect(otherForms(small, 'وزير')).toEqual(['وزراء']);
    expect(otherForms(small, 'مصارف')).toEqual(['مصرف']);
    expect(otherForms(small, 'توقيع')).toContain('وقع');
    expect(otherForms(small, 'مجهول')).toEqual([]);
  });

  it('tells a name from a common word, and neither of a stranger', () => {
    const parts = (word: string): string[] => [...partsOfSpeech(small, tokenize(word)[0]!)];
    expect(parts('قطر')).toEqual(['x']);
    expect(parts('signed')).toEqual(['v']);
    expect(parts('Ibrahim')).toEqual([]);
  });
});

describe('the sorted table', () => {
  it('finds every key again, written and read as JSON, and nothing else', () => {
    const key = fc.string({ unit: fc.constantFrom('a', 'b', 'ق', 'ط', ' ', '😀', '\uffff'), maxLength: 4 });
    fc.assert(
      fc.property(fc.dictionary(key, fc.array(fc.nat(), { maxLength: 3 })), key, (table, other) => {
        const written = JSON.parse(JSON.stringify(writeSortedTable(new Map(Object.entries(table))))) as ReturnType<
          typeof writeSortedTable
        >;
        const lookup = openSortedTable(written);
        for (const [each, numbers] of Object.entries(table)) expect(lookup(each)).toEqual(numbers);
        if (!Object.hasOwn(table, other)) expect(lookup(other)).toEqual([]);
      }),
    );
  });
});

describe('splitTerm', () => {
  it('parts a term as tokenize parts a text', () => {
    for (const term of ["women's rights", 'Eid al-Adha', 'secretary-general', 'مذكرة تفاهم', "People's Daily"])
      expect(splitTerm(term)).toEqual(tokenize(term).map(({ folded }) => folded));
  });
});
