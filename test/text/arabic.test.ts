import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { articleLength, skeletonOf, stemArabic, withoutClitics } from '../../src/text/arabic.js';
import { fold } from '../../src/text/fold.js';
import { filled } from './mixture.js';

const nothing: (word: string) => boolean = () => false;
const knows = (...words: string[]) => {
  const folded = new Set(words.map(fold));
  return (word: string): boolean => folded.has(word);
};
const stem = (word: string, isKnown = nothing): string => stemArabic(fold(word), isKnown);

describe('stemArabic', () => {
  test.each([
    [
      'the article and its clitics',
      ['وزير', 'الوزير', 'والوزير', 'بالوزير', 'للوزير', 'وبالوزير', 'وللوزير', 'كالوزير', 'فالوزير'],
    ],
    ['feminine, dual and sound plurals', ['مهندس', 'مهندسة', 'مهندسات', 'المهندسين', 'المهندسون']],
    ['suffixed pronouns', ['اتفاق', 'اتفاقه', 'اتفاقها', 'اتفاقهم', 'اتفاقنا', 'اتفاقهما']],
    ['relative adjectives', ['إنسان', 'إنساني', 'الإنسانية', 'إنسانيات']],
    [
      'a word that itself begins with the letters of the article',
      ['التزام', 'الالتزام', 'والالتزام', 'بالالتزام', 'للالتزام'],
    ],
    ['the same with other endings', ['إلكتروني', 'الإلكتروني', 'الإلكترونية']],
    ['names that begin so', ['ألمانيا', 'وألمانيا', 'كألمانيا']],
    ['the name of God', ['الله', 'والله', 'بالله', 'لله', 'ولله', 'فالله', 'تالله', 'كالله']],
  ])('%s', (_name, words) => {
    expect(words.map((word) => stem(word))).toEqual(words.map(() => stem(words[0]!)));
  });

  it('takes a one-letter clitic off only where the rest is a word of the corpus', () => {
    expect(stem('وقطر', knows('قطر'))).toBe(stem('قطر'));
    expect(stem('بقطر', knows('قطر'))).toBe(stem('قطر'));
    expect(stem('لقطر', knows('قطر'))).toBe(stem('قطر'));
    expect(stem('وسيزور', knows('يزور'))).toBe(stem('يزور'));
    expect(stem('ولتعزيز', knows('تعزيز'))).toBe(stem('تعزيز'));
    expect(stem('وزير')).toBe(fold('وزير'));
    expect(stem('وكالة', knows('قطر'))).toBe(stem('وكالة'));
    expect(stem('بنك', knows('قطر'))).toBe(fold('بنك'));
  });

  it('knows a word by its form with the article too', () => {
    expect(withoutClitics(fold('بحكومة'), knows('الحكومة'))).toBe(fold('حكومة'));
  });

  it('takes the ending of a dual off only where the rest is a word of the corpus', () => {
    expect(stem('الطرفان', knows('طرف'))).toBe(stem('طرف'));
    expect(stem('دولتان', knows('دولة'))).toBe(stem('دولة'));
    expect(stem('لبنان', knows('الحليب'))).toBe(stem('اللبناني'));
  });

  it('takes the accusative alif off only where the rest is a word of the corpus', () => {
    expect(stem('اتفاقا', knows('اتفاق'))).toBe(stem('اتفاق'));
    expect(stem('اتفاقا')).toBe(fold('اتفاقا'));
  });

  it('tells the name of God from the pronoun that is left of it', () => {
    expect(stem('الله')).not.toBe(stem('له'));
  });

  it('keeps at least three letters, two after an article, and is a part of the word', () => {
    const letters = fc.string({
      unit: fc.constantFrom(...'ابتثجحخدذرزسشصضطظعغفقكلمنهويء'),
      minLength: 1,
      maxLength: 14,
    });
    const word = fc
      .tuple(
        fc.constantFrom('', 'ال', 'وال', 'لل', 'و', 'ب', 'س', 'وبال'),
        letters,
        fc.constantFrom('', 'ات', 'ها', 'ون', 'يه', 'ه', 'ا'),
      )
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(word, fc.boolean(), (folded, known) => {
        const result = stemArabic(folded, () => known);
        const [shortest] = [folded.length, articleLength(folded) > 0 || known ? 2 : 3].sort((a, b) => a - b);
        expect(result.length).toBeGreaterThanOrEqual(shortest!);
        expect(folded.endsWith('لله') || folded.includes(result)).toBe(true);
        expect(stemArabic(folded, () => known)).toBe(result);
      }),
      { numRuns: 1000 },
    );
  });

  it('takes linear time for a word without end', () => {
    for (const piece of ['ال', 'و', 'ات', 'ه', 'ب'])
      expect(stem(filled(piece, 100_000), () => true).length).toBeGreaterThan(0);
  });
});

describe('skeletonOf', () => {
  it('brings a broken plural and a verbal noun near their word', () => {
    expect(skeletonOf(stem('مشاريع'))).toBe(skeletonOf(stem('مشروع')));
    expect(skeletonOf(stem('زيارة'))).toBe(skeletonOf(stem('زار')));
  });

  it('is the stem itself where fewer than two consonants are left', () => {
    expect(skeletonOf(fold('ماء'))).toBe(fold('ماء'));
    expect(skeletonOf('')).toBe('');
  });
});
