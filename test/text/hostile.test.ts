import { describe, expect, test } from 'vitest';
import { fold, foldWithOrigin } from '../../src/text/fold.js';
import { languageOf } from '../../src/text/language.js';
import { pairedQuotations } from '../../src/text/quotations.js';
import { sentencesOf } from '../../src/text/sentences.js';
import { thingsIn } from '../../src/text/things.js';
import { tokenize } from '../../src/text/tokens.js';
import { filled } from './mixture.js';

const LENGTH = 200_000;
/** Each text takes some milliseconds; anything quadratic in it takes minutes. */
const LINEAR_MS = 20_000;

describe('200,000 characters take linear time', () => {
  test.each([
    ['points', '.'],
    ['points with blanks', '. '],
    ['ellipses', '… '],
    ['terminators of all kinds', '.!؟'],
    ['straight quotation marks', '"'],
    ['straight quotation marks with blanks', ' " '],
    ['opening quotation marks', '“«‹'],
    ['closing quotation marks', '”»›'],
    ['quotations', '"a. b" '],
    ['brackets', '([{'],
    ['apostrophes', "'"],
    ['words with apostrophes', "a'"],
    ['digits', '1'],
    ['digits with separators', '1,'],
    ['digits with points', '1.'],
    ['thousands', '111,'],
    ['Arabic digits with separators', '١٬٢٣٤٫'],
    ['initials', 'A.'],
    ['initials with blanks', 'A. '],
    ['Arabic initials', 'د. '],
    ['abbreviations', 'Dr. No. etc. '],
    ['one word of Arabic letters', 'ق'],
    ['one word of Latin letters', 'q'],
    ['marks', '\u064b'],
    ['bidi marks', '\u200f'],
    ['a letter among bidi marks', '\u200f\u200f\u200fa'],
    ['tatweel', 'ـ'],
    ['ligatures', 'ﷺ'],
    ['halves of surrogate pairs', '\ud83d'],
    ['letters beyond the first plane', '𝐀'],
    ['blanks', ' '],
    ['line breaks', '\r\n'],
    ['NULs', '\0'],
    ['hyphens', 'a-'],
    ['ordinals', '1st'],
    ['money', '$5% '],
  ])(
    '%s',
    (_name, piece) => {
      const text = filled(piece, LENGTH);
      const tokens = tokenize(text);
      expect(tokens.length).toBeLessThanOrEqual(text.length);
      expect(thingsIn(text, tokens)).toHaveLength(tokens.length);
      expect(sentencesOf(text).length).toBeLessThanOrEqual(text.length);
      expect(pairedQuotations(text).length).toBeLessThanOrEqual(text.length);
      expect(foldWithOrigin(text).text).toBe(fold(text));
      languageOf(text);
    },
    LINEAR_MS,
  );
});
