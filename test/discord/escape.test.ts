import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { oneLine } from '../../src/discord/characters.js';
import { CUT_MARK, escapeLine, label, marked, unescapeLine } from '../../src/discord/escape.js';
import { anyWords } from './conformance/replies.js';

const text = fc.oneof(
  anyWords,
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom(...'*_~|`[]<>#-+1.:/\\ ab\n') }),
);

/** What Discord shows of a line without bold: a backslash before anything but letters, digits and space disappears. */
const shown = unescapeLine;

describe('escaping', () => {
  test('is undone letter by letter', () => {
    fc.assert(
      fc.property(text, (given) => {
        expect(shown(escapeLine(given))).toBe(oneLine(given));
      }),
      { numRuns: 1000 },
    );
  });

  test('leaves no markdown', () => {
    fc.assert(
      fc.property(text, (given) => {
        const line = escapeLine(given);
        expect(line).not.toMatch(/(?<!\\)(?:\\\\)*[*_~|`[\]<@]/);
        expect(line).not.toMatch(/^(?:[>#+-]|\d{1,9}[.)])/);
        expect(line).not.toMatch(/[\n\r]/);
        expect(line).not.toMatch(/https?:\/\//i);
      }),
      { numRuns: 1000 },
    );
  });

  test.each([
    ['# a heading', '\\# a heading'],
    ['-# small', '\\-# small'],
    ['> quoted', '\\> quoted'],
    ['- item', '\\- item'],
    ['1. item', '1\\. item'],
    ['12) item', '12\\) item'],
    ['3.5 million - not a list', '3\\.5 million - not a list'],
    ['Vice-President', 'Vice-President'],
    ['[a](https://b.example/c_d)', '\\[a\\](https\\://b.example/c\\_d)'],
    ['<@1> @everyone', '\\<\\@1> \\@everyone'],
    ['a\u202Eb\u202C\u200Fc', 'abc'],
    ['سطر\r\n  ثانٍ\t', 'سطر ثانٍ'],
    ['\uD83C', '\uFFFD'],
  ])('%j becomes %j', (given, line) => {
    expect(escapeLine(given)).toBe(line);
  });
});

describe('bold words', () => {
  const boldOf = (given: string, ...words: string[]): string =>
    marked(
      given,
      words.map((word) => [given.indexOf(word), given.indexOf(word) + word.length] as const),
      500,
    ).text;

  test('are marked inside words, beside escapes and at both ends', () => {
    expect(boldOf('ووقعت قطر', 'وقعت')).toBe('و**وقعت** قطر');
    expect(boldOf('a *b* c', '*b*')).toBe('a **\\*b\\*** c');
    expect(boldOf('all', 'all')).toBe('**all**');
  });

  test('begin and end with a letter, and neighbours are one', () => {
    expect(marked('one two three', [[3, 8]], 500).text).toBe('one **two** three');
    expect(
      marked(
        'one two three',
        [
          [0, 3],
          [4, 7],
        ],
        500,
      ).text,
    ).toBe('**one two** three');
    expect(
      marked(
        'one two',
        [
          [0, 5],
          [2, 7],
        ],
        500,
      ).text,
    ).toBe('**one two**');
    expect(
      marked(
        'one two',
        [
          [3, 4],
          [90, 99],
          [5, 2],
        ],
        500,
      ).text,
    ).toBe('one two');
  });

  test('change nothing of what is read', () => {
    const marks = fc.array(fc.tuple(fc.nat(60), fc.nat(90)), { maxLength: 6 });
    fc.assert(
      fc.property(text, marks, (given, bold) => {
        const line = marked(given, bold, Number.POSITIVE_INFINITY).text;
        expect(shown(line.replace(/(?<!\\)((?:\\\\)*)\*\*/g, '$1'))).toBe(oneLine(given));
      }),
      { numRuns: 1000 },
    );
  });
});

describe('cutting', () => {
  test('happens at the end only, keeps whole words and graphemes, and is said', () => {
    const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });
    const words = fc
      .array(fc.oneof(anyWords, fc.string({ unit: 'grapheme' })), { maxLength: 5 })
      .map((parts) => parts.join(' '));
    fc.assert(
      fc.property(words, fc.integer({ min: 24, max: 300 }), (given, limit) => {
        const { text: line, shown: kept } = marked(given, [], limit);
        expect(line.length).toBeLessThanOrEqual(limit);
        if (line === escapeLine(given)) return;
        expect(line.endsWith(CUT_MARK)).toBe(true);
        const visible = shown(line.slice(0, -CUT_MARK.length));
        expect(visible).toBe(oneLine(given.slice(0, kept)));
        const around = given.slice(0, kept + 100);
        const longest = Math.max(0, ...Array.from(graphemes.segment(around), ({ segment }) => segment.length));
        if (longest < 20) expect(graphemes.segment(around).containing(kept)?.index).toBe(kept);
      }),
      { numRuns: 1000 },
    );
  });

  test('drops the first word that does not fit, and all after it', () => {
    expect(marked('وقع الجانبان مذكرة تفاهم في الدوحة أمس', [], 29).text).toBe(`وقع الجانبان مذكرة${CUT_MARK}`);
  });

  test('closes what was bold', () => {
    const line = marked('first words and then some bold ones', [[6, 35]], 29).text;
    expect(line).toBe(`first **words and**${CUT_MARK}`);
  });

  test('of labels keeps them within their limit', () => {
    fc.assert(
      fc.property(anyWords, fc.integer({ min: 1, max: 100 }), (given, limit) => {
        expect(label(given, limit).length).toBeLessThanOrEqual(limit);
        if (oneLine(given).length <= limit) expect(label(given, limit)).toBe(oneLine(given));
      }),
    );
  });

  test('takes no longer than the text is', () => {
    const long = '*'.repeat(2_000_000);
    const began = process.cpuUsage().user;
    marked(long, [[0, 2_000_000]], 1000);
    expect((process.cpuUsage().user - began) / 1000).toBeLessThan(2000);
  });
});
