import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { splitParagraphs } from '../../src/corpus/paragraphs.js';

const paragraphs = (text: string): string[] => splitParagraphs(text).map(({ start, end }) => text.slice(start, end));

/** `text` broken into lines of at most `width` code units, as a mail program does. */
function wrap(text: string, width: number): string {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line += (line === '' ? '' : ' ') + word;
  }
  return [...lines, line].join('\n');
}

const EN =
  'The two ministers reviewed ways of developing bilateral relations in energy, trade and higher education, and agreed to form a joint committee that will meet twice a year in the two capitals by turns.';
const AR =
  'بحث الوزيران سبل تطوير العلاقات الثنائية في مجالات الطاقة والتجارة والتعليم العالي، واتفقا على تشكيل لجنة مشتركة تجتمع مرتين في العام في العاصمتين بالتناوب.';

describe('splitParagraphs', () => {
  test.each(['\n', '\r\n', '\r', '\u2028', '\u2029', '\f', '\v', '\u0085', '\n\n', '\n \t\u00a0\n', '\n\u200f\u200b\n'])(
    'a line is a paragraph, whatever ends it: %j',
    (ending) => {
      expect(paragraphs(`  ${EN}${ending}${AR} ${ending}x`)).toEqual([EN, AR, 'x']);
    },
  );

  test.each(['', '\n\n', ' \t\r\n\u00a0\n', '\u200e\n\u200f'])('nothing to see, no paragraph: %j', (text) => {
    expect(paragraphs(text)).toEqual([]);
  });

  test.each([
    ['English', EN, 72],
    ['Arabic', AR, 60],
  ])('a hard-wrapped file has its blocks for paragraphs: %s', (_name, text, width) => {
    const block = wrap(text, width);
    expect(paragraphs(`A title\n\n${block}\n\n${block}\n`)).toEqual(['A title', block, block]);
    const crlf = block.replaceAll('\n', '\r\n');
    expect(paragraphs(`${crlf}\r\n\r\n${crlf}`)).toEqual([crlf, crlf]);
  });

  test('long lines, short lines and lines of every length are no hard wrap', () => {
    expect(paragraphs(`${EN}\n${AR}\n${EN}`)).toHaveLength(3);
    expect(paragraphs('Qatar\nOman\nKuwait\n\nBahrain\nYemen')).toHaveLength(5);
    const uneven = [50, 68, 86, 52, 70, 88, 20, 35].map((length) => 'x'.repeat(length)).join('\n');
    expect(paragraphs(uneven)).toHaveLength(8);
    expect(paragraphs(`${'x'.repeat(60)}\n${'y'.repeat(62)}\n\n${EN}\n\n${AR}`)).toHaveLength(4);
  });

  test('the bounds: 50 to 90 code units, within 15 of each other', () => {
    const block = (...lengths: number[]): string => lengths.map((length) => 'x'.repeat(length)).join('\n');
    expect(paragraphs(block(50, 65, 10))).toHaveLength(1);
    expect(paragraphs(block(75, 90, 10))).toHaveLength(1);
    expect(paragraphs(block(50, 66, 10))).toHaveLength(3);
    expect(paragraphs(block(49, 49, 10))).toHaveLength(3);
    expect(paragraphs(block(91, 91, 10))).toHaveLength(3);
  });

  test('spans are in order, without overlap, trimmed, and hold every visible character', () => {
    const piece = fc.constantFrom('كلمة', 'word', '🇶🇦', 'ًٌ', '\u200f', ' ', '\u00a0', '\t', '\n', '\r', '\r\n', '\u2028', '\f', EN, 'x'.repeat(70));
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const text = pieces.join('');
        let end = 0;
        let outside = '';
        for (const span of splitParagraphs(text)) {
          expect(span.start).toBeGreaterThanOrEqual(end);
          expect(span.end).toBeGreaterThan(span.start);
          const paragraph = text.slice(span.start, span.end);
          expect(paragraph).toBe(paragraph.trim());
          outside += text.slice(end, span.start);
          end = span.end;
        }
        outside += text.slice(end);
        expect(outside.replace(/[\s\p{Cf}]/gu, '')).toBe('');
      }),
    );
  });
});
