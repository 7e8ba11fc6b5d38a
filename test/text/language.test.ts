import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { hasArabic, languageOf, LANGUAGES } from '../../src/text/language.js';
import { mixture } from './mixture.js';

describe('languageOf', () => {
  test.each([
    ['ar', 'وقعت الدولتان مذكرة تفاهم'],
    ['ar', 'قطر'],
    ['ar', 'وقع QRCS اتفاقية'],
    ['ar', 'مُذَكِّرَةُ تَفَاهُمٍ'],
    ['en', 'The two countries signed a memorandum'],
    ['en', 'Doha'],
    ['en', 'Ibrahim Al Sada met Ali (علي)'],
    [null, ''],
    [null, '2022 – 18/11 🇶🇦'],
    [null, '中文 עברית'],
    [null, 'این قرارداد برای همکاری میان دو کشور است و می‌شود گفت که شده است'],
    [null, 'یہ معاہدہ دونوں ملکوں کے درمیان ہے اور اس میں تعاون کی بات ہے'],
    [null, 'Le président et la ministre des affaires étrangères ont signé un accord dans la ville'],
    [
      null,
      'Die Minister haben das Abkommen und die Verträge mit den Ländern unterzeichnet, das ist von der Regierung für die Bürger',
    ],
  ] as const)('%s: %s', (language, text) => {
    expect(languageOf(text)).toBe(language);
  });

  it('never throws, whatever the text, and names no third language', () => {
    fc.assert(
      fc.property(mixture, (text) => {
        expect([...LANGUAGES, null]).toContain(languageOf(text));
        if (languageOf(text) === 'ar') expect(hasArabic(text)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});
