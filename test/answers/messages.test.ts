import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ar } from '../../src/answers/messages/ar.js';
import { counted } from '../../src/answers/messages/counts.js';
import { dateInWords } from '../../src/answers/messages/dates.js';
import { en } from '../../src/answers/messages/en.js';
import { isolated, quoted } from '../../src/answers/messages/insert.js';
import { hasArabic, LANGUAGES } from '../../src/text/language.js';

/** Every text of a catalogue by its path; functions are called with neutral arguments, counts with several numbers. */
function texts(node: unknown, path = ''): [string, string][] {
  if (typeof node === 'string') return [[path, node]];
  if (typeof node === 'function') {
    const call = node as (...args: unknown[]) => string;
    return [0, 1, 2, 3, 11, 100].flatMap((number): [string, string][] => {
      for (const argument of [number, String(number), [String(number)]]) {
        try {
          return [[`${path}(${number})`, call(...[0, 1, 2, 3].map(() => argument))]];
        } catch {
          // a list where this one takes a text, or the other way about
        }
      }
      return [[`${path}(${number})`, call(String(number), String(number), [String(number)], null)]];
    });
  }
  return Object.entries(node as Record<string, unknown>).flatMap(([key, child]) => texts(child, `${path}.${key}`));
}

const paths = (catalogue: object): string[] => texts(catalogue).map(([path]) => path);

describe('the catalogue', () => {
  test('has the same texts in both languages', () => {
    expect(paths(ar).sort()).toEqual(paths(en).sort());
    expect(paths(en).length).toBeGreaterThan(100);
  });

  /** The form of a date is the same in both. */
  const shared = (path: string): boolean => path.endsWith('.help.date');

  test('is Arabic in Arabic and English in English', () => {
    for (const [path, text] of texts(ar)) expect(shared(path) || hasArabic(text), `ar${path}: ${text}`).toBe(true);
    for (const [path, text] of texts(en)) {
      expect(text, `en${path}`).toMatch(/\p{Script=Latin}/u);
      expect(hasArabic(text), `en${path}: ${text}`).toBe(false);
    }
  });

  test('has no undefined value, no forgotten number, and closes its isolates', () => {
    for (const [path, text] of [...texts(ar), ...texts(en)]) {
      expect(text, path).not.toMatch(/undefined|NaN|\[object|#/);
      expect(text.split('\u2068').length, path).toBe(text.split('\u2069').length);
    }
  });
});

test('a counted noun takes the form of every plural category of the language', () => {
  for (const language of LANGUAGES) {
    const { pluralCategories } = new Intl.PluralRules(language).resolvedOptions();
    const forms = Object.fromEntries(pluralCategories.map((category) => [category, `${category} #`]));
    const used = new Set(
      [0, 1, 2, 3, 11, 100].map((n) => counted(n, language, { other: 'other', ...forms }).split(' ')[0]),
    );
    expect([...used].sort()).toEqual([...pluralCategories].sort());
  }
});

describe('a date in words', () => {
  test.each([
    ['2025-09-06', 'day', '6 September 2025', '6 سبتمبر 2025'],
    ['2025-09', 'month', 'September 2025', 'سبتمبر 2025'],
    ['2025-09', 'mid-month', 'the middle of September 2025', 'منتصف سبتمبر 2025'],
    ['2025', 'year', '2025', '2025'],
    ['--02-29', 'day', '29 February, year not told', '29 فبراير، بلا ذكر السنة'],
    [null, 'weekday', 'only the day of the week is told', 'لم يُذكر إلا يوم الأسبوع'],
    ['0622', 'year', '622', '622'],
  ] as const)('%s (%s)', (value, precision, english, arabic) => {
    expect(dateInWords({ value, precision, basis: 'stated' }, 'en')).toBe(english);
    expect(dateInWords({ value, precision, basis: 'stated' }, 'ar')).toBe(arabic);
  });

  test('is told as a range, and as inferred', () => {
    const date = { value: '2025-09-06', end: '2025-09-08', precision: 'day', basis: 'inferred' } as const;
    expect(dateInWords(date, 'en')).toBe('6 September 2025 to 8 September 2025 (inferred)');
    expect(dateInWords(date, 'ar')).toBe('من 6 سبتمبر 2025 إلى 8 سبتمبر 2025 (استنتاجًا)');
    expect(dateInWords(null, 'en')).toBe('not dated');
  });
});

test('what is inserted stays on one line, commands nothing, and is isolated against the sentence', () => {
  expect(isolated('QRCS', 'ar')).toBe('\u2068QRCS\u2069');
  expect(isolated('QRCS', 'en')).toBe('QRCS');
  expect(isolated('قطر', 'en')).toBe('\u2068قطر\u2069');
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 500 }), fc.constantFrom(...LANGUAGES), (text, language) => {
      const inserted = quoted(text, language);
      expect(inserted).not.toMatch(/[\p{Cc}\u202A-\u202E\u2028\u2029]/u);
      expect([...inserted].length).toBeLessThanOrEqual(84);
      expect(inserted.split('\u2068').length).toBe(inserted.split('\u2069').length);
    }),
  );
});
