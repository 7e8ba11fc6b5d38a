import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { fold, foldWithOrigin } from '../../src/text/fold.js';
import { mixture } from './mixture.js';

describe('fold', () => {
  test.each([
    ['hamzas', 'أَحمد إآٱ مسؤول شئون', 'احمد ااا مسوول شيون'],
    ['ta marbuta and alif maqsura', 'مستشفى الدوحة', 'مستشفي الدوحه'],
    ['vowel marks, tatweel, shadda in either order', 'مُحَمَّد مُحَمَّد قـــطر', 'محمد محمد قطر'],
    ['Persian letters', 'پاکستان گوگل ڤيينا', 'باكستان كوكل فيينا'],
    ['both sets of digits', '١٤٣٦ ۱۴۳۶ 1436', '1436 1436 1436'],
    ['separators', '١٬٢٣٤٫٥', '1,234.5'],
    ['Latin accents and case', 'Erdoğan ÉCOLE İzmir', 'erdogan ecole izmir'],
    ['letters that do not decompose', 'Łódź Ørsted straße', 'lodz orsted strasse'],
    ['bidi marks, joiners, soft hyphen', '\u202bقطر\u202c\u200f x\u00ady می‌خواهم', 'قطر xy ميخواهم'],
    ['apostrophes and dashes', '’‘ʻ´ –—−', "'''' ---"],
    ['presentation forms and ligatures', 'ﻣﺤﻤﺪ ﻻ ﷲ ﬁ', 'محمد لا الله fi'],
  ])('%s', (_name, text, folded) => {
    expect(fold(text)).toBe(folded);
  });

  it('is idempotent for every character of Unicode, and makes no white space of what is none', () => {
    const wrong: string[] = [];
    for (let codePoint = 0; codePoint <= 0x10ffff; codePoint++) {
      const character = String.fromCodePoint(codePoint);
      const folded = fold(character);
      if (fold(folded) !== folded || (/\s/.test(folded) && !/\s/.test(character))) wrong.push(codePoint.toString(16));
    }
    expect(wrong).toEqual([]);
  });

  it('is idempotent for any text, and leaves it well formed', () => {
    fc.assert(
      fc.property(mixture, (text) => {
        const folded = fold(text);
        expect(fold(folded)).toBe(folded);
        expect(folded).not.toMatch(/\p{Cs}/u);
      }),
    );
  });

  it('makes vowelled and unvowelled text equal, wherever the marks, tatweel and bidi marks stand', () => {
    const marks = fc.constantFrom(
      '\u064b',
      '\u064e',
      '\u0651',
      '\u0652',
      '\u0670',
      '\u0640',
      '\u200f',
      '\u200e',
      '\u0651\u064e',
      '\u064e\u0651',
    );
    const letters = fc.array(
      fc.tuple(fc.constantFrom(...'قطروزيرمذكرةتفاهمأإآىئؤ abc1٣'), fc.array(marks, { maxLength: 3 })),
    );
    fc.assert(
      fc.property(letters, (pairs) => {
        const plain = pairs.map(([letter]) => letter).join('');
        const marked = pairs.map(([letter, added]) => letter + added.join('')).join('');
        expect(fold(marked)).toBe(fold(plain));
      }),
    );
  });
});

describe('foldWithOrigin', () => {
  it('is the same text, with a way back that rises and stays inside', () => {
    fc.assert(
      fc.property(mixture, (text) => {
        const { text: folded, origin } = foldWithOrigin(text);
        expect(folded).toBe(fold(text));
        expect(origin).toHaveLength(folded.length + 1);
        expect(origin.at(-1)).toBe(text.length);
        for (let i = 0; i < folded.length; i++) {
          expect(origin[i]).toBeLessThan(text.length);
          expect(origin[i + 1]).toBeGreaterThanOrEqual(origin[i]!);
        }
      }),
    );
  });

  it('leads each folded letter back to the character it came from', () => {
    fc.assert(
      fc.property(mixture, (text) => {
        const { text: folded, origin } = foldWithOrigin(text);
        for (let i = 0; i < folded.length; i++)
          expect(fold(String.fromCodePoint(text.codePointAt(origin[i]!)!))).toContain(folded.charAt(i));
      }),
    );
  });

  it('finds a word again in vowelled, stretched and bidi-marked text', () => {
    const text = 'قال \u202bمُحَـــمَّد\u202c: نعم';
    const { text: folded, origin } = foldWithOrigin(text);
    const at = folded.indexOf('محمد');
    expect(text.slice(origin[at], origin[at + 'محمد'.length])).toContain('مُحَـــمَّد');
  });
});
