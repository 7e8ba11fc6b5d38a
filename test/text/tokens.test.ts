import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { fold } from '../../src/text/fold.js';
import { tokenize } from '../../src/text/tokens.js';
import { mixture } from './mixture.js';

const folded = (text: string): string[] => tokenize(text).map((token) => token.folded);
const written = (text: string): string[] => tokenize(text).map(({ start, end }) => text.slice(start, end));

describe('tokenize', () => {
  test.each([
    ['an acronym with points', 'the U.S. and U.N.-backed U.S.A', ['the', 'us', 'and', 'un', 'backed', 'usa']],
    ['an acronym without its last point', 'U.S', ['us']],
    ['an initial', 'J. Smith', ['j', 'smith']],
    ['initials', 'J.R.R. Tolkien', ['jrr', 'tolkien']],
    ['a possessive', "Qatar's Qatar’s QRCS's", ['qatar', 'qatar', 'qrcs']],
    ['an apostrophe inside', 'O’Neill don’t', ['oneill', 'dont']],
    ['quotation marks that look like apostrophes', "'quoted' states’", ['quoted', 'states']],
    ['a hyphen', 'Secretary-General كوفيد-19', ['secretary', 'general', 'كوفيد', '19']],
    ['letters beside digits', 'G20 19كوفيد و5', ['g', '20', '19', 'كوفيد', 'و', '5']],
    ['thousands separators', '1,000,000 1.000.000 ١٬٢٣٤٫٥', ['1000000', '1000000', '1234.5']],
    ['decimals', '3.5 3,5 3،5 ٣٫٥', ['3.5', '3.5', '3.5', '3.5']],
    ['a number at the end of a sentence', 'in 2022.', ['in', '2022']],
    ['dates', '18.11.2022 18/11/2022 2022-11-18', ['18', '11', '2022', '18', '11', '2022', '2022', '11', '18']],
    ['years in a list', '2020,2021', ['2020', '2021']],
    ['ordinals', '1st 22nd 3rd 100th', ['1', '22', '3', '100']],
    ['what only begins like an ordinal', '10thousand', ['10', 'thousand']],
    ['sums of money', '$5 €3.5bn 10%', ['5', '3.5', 'bn', '10']],
    ['a Hijri year', '١٤٣٦هـ', ['1436', 'ه']],
    ['other scripts', 'עברית Ελλάδα', ['עברית', 'ελλαδα']],
    ['a ligature of several words', 'ﷺ', ['صلياللهعليهوسلم']],
    ['punctuation, symbols, lone marks', '؟ ، « ـ \u064e 🇶🇦 ½ \ud83d ´', []],
  ])('%s', (_name, text, words) => {
    expect(folded(text)).toEqual(words);
  });

  it('marks and tatweel belong to a word, format characters at its end do not', () => {
    expect(written('\u200fقَـــطَرُ\u200f 5\u200f, x\u00ady')).toEqual(['قَـــطَرُ', '5', 'x\u00ady']);
  });

  it('kinds follow the script', () => {
    expect(tokenize('قطر Qatar 5 ٥').map(({ kind }) => kind)).toEqual(['arabic', 'word', 'number', 'number']);
  });

  it('gives spans in order, apart, inside, each with a letter or digit, and folded forms without white space', () => {
    fc.assert(
      fc.property(mixture, (text) => {
        let end = 0;
        for (const token of tokenize(text)) {
          expect(token.start).toBeGreaterThanOrEqual(end);
          expect(token.end).toBeGreaterThan(token.start);
          end = token.end;
          const word = text.slice(token.start, token.end);
          expect(word).toMatch(/[\p{L}\p{Nd}]/u);
          expect(word).not.toMatch(/^[\s\p{Cf}]|[\s\p{Cf}]$/u);
          expect(token.folded).toMatch(/^[^\s']+$/u);
          expect(fold(token.folded)).toBe(token.folded);
        }
        expect(end).toBeLessThanOrEqual(text.length);
      }),
      { numRuns: 500 },
    );
  });

  it.each(['كلمة\u200f', 'word\u{e0020}', '㐀\u{e0020}\u200d', '12\u200f'])(
    'ends %j before its format characters',
    (text) => {
      expect(tokenize(text).map(({ start, end }) => text.slice(start, end))).toEqual([text.replace(/\p{Cf}/gu, '')]);
    },
  );

  it('leaves no Arabic letter, no Latin letter and no digit outside every token', () => {
    fc.assert(
      fc.property(mixture, (text) => {
        let outside = '';
        let end = 0;
        for (const token of tokenize(text)) {
          outside += text.slice(end, token.start);
          end = token.end;
        }
        expect(outside + text.slice(end)).not.toMatch(/[\u0621-\u063A\u0641-\u064AA-Za-z0-9\u0660-\u0669]/);
      }),
      { numRuns: 500 },
    );
  });

  it('finds the same words in vowelled, stretched text', () => {
    const vowelled = 'وَقَّعَتِ الـــدَّوْلَتَانِ مُذَكِّرَةَ تَفَاهُمٍ';
    expect(folded(vowelled)).toEqual(folded(vowelled.replace(/[\u064B-\u0652\u0640]/g, '')));
  });

  it('finds the same numbers in both sets of digits', () => {
    const arabicDigits = (text: string): string =>
      text.replace(/\d/g, (digit) => String.fromCharCode(0x660 + Number(digit)));
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.nat().map(String), fc.constantFrom('.', ',', ' ', '1,000', '3.5'))),
        (pieces) => {
          const text = pieces.join('');
          expect(folded(arabicDigits(text))).toEqual(folded(text));
        },
      ),
    );
  });
});
