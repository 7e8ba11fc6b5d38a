import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { LONGEST_QUOTATION, pairedQuotations } from '../../src/text/quotations.js';
import { sentencesOf } from '../../src/text/sentences.js';
import { mixture } from './mixture.js';

const slices = (text: string): string[] => sentencesOf(text).map(({ start, end }) => text.slice(start, end));

/** Each case is one text, cut where a sentence ends. */
const CASES: readonly (readonly [string, readonly string[]])[] = [
  ['points, question and exclamation marks', ['It is.', 'Is it?', 'Yes!', 'هل وقع؟', 'نعم.', 'انتهى']],
  ['titles before a name', ['قال د. أحمد علي إن أ.د. محمد حضر.', 'Dr. Smith met H.E. Eng. Ibrahim Al Sada.', 'He left.']],
  ['initials', ['J. R. R. Tolkien met Franklin D. Roosevelt.', 'التقى أ. محمد ود. خالد.', 'تم']],
  ['letters joined by points', ['The U.S. Army left.', 'أعلنت ج.م.ع. ذلك.', 'تم']],
  ['letters joined by points at the end of a sentence', ['He lives in the U.S.', 'The president came.']],
  ['abbreviations before a number', ['See No. 5 of vol. II, pp. 3 and 4, of Nov. 18.', 'ينظر ص. 5 وج. 2.', 'تم']],
  ['the same words as words', ['He said no.', 'Then he sat.', 'The cat fell.']],
  ['abbreviations at the end', ['He came at 5 p.m. on Monday.', 'It bought Acme Inc.', 'The price fell.', 'تمور وغيرها إلخ.', 'وأضاف']],
  ['decimals and addresses', ['ارتفع 3.5 في المئة.', 'See www.bbc.co.uk and node.js now.', 'Up 1.5 percent.', 'End']],
  ['eras after a year', ['صدر عام 1436 هـ.', 'وولد سنة 2014 م.', 'وتوفي']],
  ['enumerations', ['1. Introduce a plan.', '2. Sign it.', '٣. تنفيذها.']],
  ['an ellipsis before a small letter', ['No... maybe.', 'Well… perhaps not.']],
  ['several sentences in a quotation', ['قال: "لن نخسر. سنربح".', 'وأكد الوزير ذلك.']],
  ['a quotation that ends with its own point', ['قال: «لن نخسر. سنربح.»', 'وأكد الوزير ذلك.']],
  ['a quotation carried on', ['"We will win. We must!" he said.', 'Then he left.']],
  ['a quotation carried on with a comma', ['"هل نخسر؟ لا."، قال الوزير.', 'وغادر.']],
  ['quotation marks the wrong way round', ['وقال ”لن نخسر. سنربح“ ثم غادر.', 'تم']],
  ['a mark behind a clitic', ['رحب بـ"مبادرة السلام. الثانية" أمس.', 'وقال لـ"العربي" إنه قادم.', 'تم']],
  ['a quotation inside another', ['He said: “The word ‹yes. no› is one. It is.”', 'Then he left.']],
  ['a mark without its partner', ['An unbalanced " mark.', 'The second sentence.', 'A third.']],
  ['a mark of inches', ['A pipe of 5" broke.', 'Another of 6" too.', 'He said "stop. Now" and left.']],
  ['a bracket', ['He (Mr. Smith) left (at last.)', 'Next one.']],
]; // prettier-ignore

describe('sentencesOf', () => {
  test.each(CASES)('%s', (_name, sentences) => {
    expect(slices(sentences.join(' '))).toEqual(sentences);
  });

  it('parts glued sentences', () => {
    expect(slices('انتهى الاجتماع.وقال الوزير نعم.')).toEqual(['انتهى الاجتماع.', 'وقال الوزير نعم.']);
    expect(slices('The talks ended.The man left.')).toEqual(['The talks ended.', 'The man left.']);
    expect(slices('The end."Next. One" came.')).toEqual(['The end.', '"Next. One" came.']);
    expect(slices('See http://a.example/page?query=one')).toEqual(['See http://a.example/page?query=one']);
  });

  it('is not swallowed by two lone marks far apart', () => {
    const far = `One " mark. ${'And a sentence. '.repeat(LONGEST_QUOTATION / 10)}Another " mark. End.`;
    expect(slices(far).filter((sentence) => sentence === 'And a sentence.')).toHaveLength(LONGEST_QUOTATION / 10);
  });

  it('puts every character that is no white space into exactly one sentence, trimmed and in order', () => {
    fc.assert(
      fc.property(mixture, (text) => {
        let outside = '';
        let end = 0;
        for (const sentence of sentencesOf(text)) {
          expect(sentence.start).toBeGreaterThanOrEqual(end);
          const slice = text.slice(sentence.start, sentence.end);
          expect(slice).not.toBe('');
          expect(slice).toBe(slice.trim());
          outside += text.slice(end, sentence.start);
          end = sentence.end;
        }
        expect((outside + text.slice(end)).trim()).toBe('');
      }),
      { numRuns: 1000 },
    );
  });

  it('cuts no pair of surrogates', () => {
    fc.assert(
      fc.property(mixture, (text) => {
        for (const { start } of sentencesOf(text))
          expect(/^[\ud800-\udbff][\udc00-\udfff]/.test(text.slice(start - 1, start + 1))).toBe(false);
      }),
    );
  });
});

describe('pairedQuotations', () => {
  it('gives spans that begin and end with a quotation mark, none longer than allowed', () => {
    fc.assert(
      fc.property(mixture, (text) => {
        let start = -1;
        for (const quotation of pairedQuotations(text)) {
          expect(quotation.start).toBeGreaterThan(start);
          start = quotation.start;
          expect(text.slice(quotation.start, quotation.end)).toMatch(/^["“”„«»‹›].*["“”«»‹›„]$/su);
          expect(quotation.end - quotation.start).toBeLessThanOrEqual(LONGEST_QUOTATION + 1);
        }
      }),
      { numRuns: 500 },
    );
  });
});
