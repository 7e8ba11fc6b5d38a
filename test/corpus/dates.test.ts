import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Language } from '../../src/text/language.js';
import type { FoundDate } from '../../src/corpus/date.js';
import { findDates } from '../../src/corpus/dates.js';

/** `text of the date → value[..end] precision [weekday] [relative]` of every date found. */
const told = (text: string, language: Language | null = null): string[] =>
  findDates(text, language).map((found) => `${text.slice(found.start, found.end)} → ${reading(found)}`);

function reading({ date, weekday, month, relative }: FoundDate): string {
  const parts = [date.value ?? (month !== undefined ? `month ${month}` : '–')];
  if (date.end !== undefined) parts[0] += `..${date.end}`;
  parts.push(date.precision);
  if (weekday !== undefined) parts.push(`weekday ${weekday}`);
  if (relative) parts.push(`${relative.unit} ${relative.offset}`);
  return parts.join(' ');
}

describe('days', () => {
  test.each([
    ['عقد في 18 نوفمبر 2022 بالدوحة', '18 نوفمبر 2022 → 2022-11-18 day'],
    ['١٨ نوفمبر ٢٠٢٢', '١٨ نوفمبر ٢٠٢٢ → 2022-11-18 day'],
    ['۱۸ نوفمبر ۲۰۲۲', '۱۸ نوفمبر ۲۰۲۲ → 2022-11-18 day'],
    ['في 12 مايو، قال', '12 مايو → --05-12 day'],
    ['يوم 3 كانون الثاني 2021', '3 كانون الثاني 2021 → 2021-01-03 day'],
    ['5 تشرين الأول/أكتوبر 1973', '5 تشرين الأول/أكتوبر 1973 → 1973-10-05 day'],
    ['في 6 تشرين الأول (أكتوبر) من عام 1973م', '6 تشرين الأول (أكتوبر) من عام 1973م → 1973-10-06 day'],
    ['14 جانفي 2011', '14 جانفي 2011 → 2011-01-14 day'],
    ['30 يوليوز 1999', '30 يوليوز 1999 → 1999-07-30 day'],
    ['20 غشت', '20 غشت → --08-20 day'],
    ['4 آب 2020', '4 آب 2020 → 2020-08-04 day'],
    ['الأول من مايو 2023', 'الأول من مايو 2023 → 2023-05-01 day'],
    ['الحادي والعشرين من شهر مارس', 'الحادي والعشرين من شهر مارس → --03-21 day'],
    ['signed on 6 September 2025 in', '6 September 2025 → 2025-09-06 day'],
    ['September 6, 2025', 'September 6, 2025 → 2025-09-06 day'],
    ['Nov 27,2023', 'Nov 27,2023 → 2023-11-27 day'],
    ['في السادس والسابع من تموز 2024', 'السادس والسابع من تموز 2024 → 2024-07-06..2024-07-07 day'],
    ['May, 9, 2021 - 11:05', 'May, 9, 2021 → 2021-05-09 day'],
    ['a crowd of 27,2023 and of 12,500', ''],
    ['Sept. 6th', 'Sept. 6th → --09-06 day'],
    ['the 6th of September, 2025', '6th of September, 2025 → 2025-09-06 day'],
    ['ASHGABAT, Sept 6 (QNA)', 'Sept 6 → --09-06 day'],
    ['on 12 may 2022', ''],
    ['on 12 june 2022', '12 june 2022 → 2022-06-12 day'],
    ['date 2025-09-06 MENAFN', '2025-09-06 → 2025-09-06 day'],
    ['2022/11/18', '2022/11/18 → 2022-11-18 day'],
    ['25/12/2022', '25/12/2022 → 2022-12-25 day'],
    ['12/25/2022', '12/25/2022 → 2022-12-25 day'],
    ['05.09.2025', '05.09.2025 → 2025-09-05 day'],
    ['12-May-2022', '12-May-2022 → 2022-05-12 day'],
  ])('%s', (text, expected) => {
    // A month in small letters that is a verb as well is not taken for one.
    expect(told(text).join()).toBe(expected === '' ? '' : expected);
  });

  test('06/09/2025 has the day first in Arabic; in English only its year is told', () => {
    expect(told('06/09/2025', 'ar')).toEqual(['06/09/2025 → 2025-09-06 day']);
    expect(told('٠٦/٠٩/٢٠٢٥')).toEqual(['٠٦/٠٩/٢٠٢٥ → 2025-09-06 day']);
    expect(told('06/09/2025', 'en')).toEqual(['06/09/2025 → 2025 year']);
  });

  test.each(['31 February 2022', '31 فبراير 2022', '29 February 2023', '2022-13-01', '32 مايو', 'الثاني من المشاركين'])(
    'no date: %s',
    (text) => {
      expect(told(text)).toEqual([]);
    },
  );

  test('a weekday must agree with its date', () => {
    expect(told('الجمعة 18 نوفمبر 2022')).toEqual(['الجمعة 18 نوفمبر 2022 → 2022-11-18 day weekday 5']);
    expect(told('Friday, November 18, 2022')).toEqual(['Friday, November 18, 2022 → 2022-11-18 day weekday 5']);
    expect(told('الاثنين 18 نوفمبر 2022')).toEqual([]);
    expect(told('Monday, 18 November 2022')).toEqual([]);
    expect(told('18 نوفمبر 2022 (الجمعة)')).toEqual(['18 نوفمبر 2022 (الجمعة) → 2022-11-18 day weekday 5']);
  });
});

describe('Hijri dates', () => {
  test.each([
    ['١٤/١٠/١٤٣٦هـ', '2015-07-30'],
    ['14 شوال 1436 هـ', '2015-07-30'],
    ['1 محرم 1445', '2023-07-19'],
    ['9 ذو الحجة 1444هـ', '2023-06-27'],
    ['10 Ramadan 1444 AH', '2023-04-01'],
  ])('%s', (text, value) => {
    const [found] = findDates(text);
    expect(found?.date).toEqual({ value, precision: 'day', basis: 'stated' });
    expect(text.slice(found?.start, found?.end)).toBe(text);
  });

  test('a month and a year cover parts of two civil ones', () => {
    expect(told('في رمضان 1444 هـ')).toEqual(['رمضان 1444 هـ → 2023-03..2023-04 month']);
    expect(told('عام 1436 هـ')).toEqual(['عام 1436 هـ → 2014..2015 year']);
  });

  test('without a year, or a day that is not there, they are none', () => {
    expect(told('خلال شهر رمضان')).toEqual([]);
    expect(told('31/10/1436هـ')).toEqual([]);
  });

  test('every day of the civil calendar that ICU converts comes back', () => {
    const hijri = new Intl.DateTimeFormat('en-u-ca-islamic-umalqura-nu-latn', { timeZone: 'UTC', dateStyle: 'short' });
    fc.assert(
      fc.property(fc.integer({ min: Date.UTC(1900, 0, 1) / 864e5, max: Date.UTC(2070, 0, 1) / 864e5 }), (day) => {
        const [month, date, year] = hijri.format(day * 864e5).split(/[/ ]/);
        expect(findDates(`${date}/${month}/${year}هـ`)[0]?.date.value).toBe(
          new Date(day * 864e5).toISOString().slice(0, 10),
        );
      }),
      { numRuns: 300 },
    );
  });
});

describe('ranges, months, years', () => {
  test.each([
    ['يومي 21 و22 نوفمبر/ تشرين الثاني للمشاركة', '21 و22 نوفمبر/ تشرين الثاني → --11-21..--11-22 day'],
    ['21-22 November 2022', '21-22 November 2022 → 2022-11-21..2022-11-22 day'],
    ['November 21–22, 2022', 'November 21–22, 2022 → 2022-11-21..2022-11-22 day'],
    ['من 5 إلى 9 يونيو 2023', '5 إلى 9 يونيو 2023 → 2023-06-05..2023-06-09 day'],
    ['20 و21 و22 مارس', '20 و21 و22 مارس → --03-20..--03-22 day'],
    ['28 November to 2 December 2022', '28 November to 2 December 2022 → 2022-11-28..2022-12-02 day'],
    ['30 ديسمبر إلى 2 يناير 2023', '30 ديسمبر إلى 2 يناير 2023 → 2022-12-30..2023-01-02 day'],
    ['mid-November', 'mid-November → month 11 mid-month'],
    ['in mid-November 2021', 'mid-November 2021 → 2021-11 mid-month'],
    ['منتصف شهر نوفمبر 2021', 'منتصف شهر نوفمبر 2021 → 2021-11 mid-month'],
    ['أوائل مايو 2020', 'أوائل مايو 2020 → 2020-05 month'],
    ['بنوفمبر 2021', 'بنوفمبر 2021 → 2021-11 month'],
    ['in September 2021', 'September 2021 → 2021-09 month'],
    ['in May, when', 'May → month 5 month'],
    ['March to the palace', ''],
    ['كما مارس ضغوطا', ''],
    ['عام 2022', 'عام 2022 → 2022 year'],
    ['عامي 2021 و2022', 'عامي 2021 و2022 → 2021..2022 year'],
    ['(2015-2020)', '2015-2020 → 2015..2020 year'],
    ['عام 1345', ''],
    ['عام 1345م', 'عام 1345م → 1345 year'],
    ['in 1345, the', '1345 → 1345 year'],
    ['27 يوليو 1299م', '27 يوليو 1299م → 1299-07-27 day'],
    ['since 2015, the', '2015 → 2015 year'],
    ['في 2000 مدرسة', ''],
    ['in 2000 villages', ''],
    ['استراتيجية 2030', ''],
    ['كأس العالم 2022', ''],
    ['version 1.2.3.2022', ''],
    ['COVID-19 May', ''],
  ])('%s', (text, expected) => {
    expect(told(text).join()).toBe(expected);
  });
});

describe('times counted from the day of writing', () => {
  test.each([
    ['اليوم الجمعة، أن', 'اليوم الجمعة → – weekday weekday 5 day 0'],
    ['واليوم الجمعة', 'واليوم الجمعة → – weekday weekday 5 day 0'],
    ['وسيراليون، اليوم، مجموعة', 'اليوم → – none day 0'],
    ['في اليوم التالي', ''],
    ['اليوم العالمي للاجئين', ''],
    ['عقد أمس الاثنين، شهد', 'أمس الاثنين → – weekday weekday 1 day -1'],
    ['أول من أمس', 'أول من أمس → – none day -2'],
    ['yesterday (Monday)', 'yesterday (Monday) → – weekday weekday 1 day -1'],
    ['سيزور الدوحة الإثنين', 'الإثنين → – weekday weekday 1'],
    ['last year, the', 'last year → – none year -1'],
    ['حوار العام الماضي', 'العام الماضي → – none year -1'],
    ['خلال الشهر المقبل', 'الشهر المقبل → – none month 1'],
    ['الجمعة الماضي', 'الجمعة الماضي → – weekday weekday 5 named -1'],
    ['next Monday', 'next Monday → – weekday weekday 1 named 1'],
    ['في نوفمبر الماضي', 'نوفمبر الماضي → month 11 month named -1'],
    ['last May', 'last May → month 5 month named -1'],
    [
      'وعقد في منتصف شهر نوفمبر/ تشرين الثاني من العام الماضي الحوار',
      'منتصف شهر نوفمبر/ تشرين الثاني من العام الماضي → month 11 mid-month year -1',
    ],
    ['today, 6 September 2025', 'today, 6 September 2025 → 2025-09-06 day'],
    ['اليوم الجمعة 18 نوفمبر 2022', 'اليوم الجمعة 18 نوفمبر 2022 → 2022-11-18 day weekday 5'],
  ])('%s', (text, expected) => {
    expect(told(text).join()).toBe(expected);
  });
});

describe('lists/months.tsv', () => {
  const names = (locale: string): string[] => {
    const format = new Intl.DateTimeFormat(locale, { month: 'long', timeZone: 'UTC' });
    return Array.from({ length: 12 }, (_, month) => format.format(Date.UTC(2020, month, 5)));
  };

  test.each(['ar-EG', 'ar-SY', 'ar-IQ', 'ar-DZ', 'ar-TN', 'ar-MA', 'ar-MR', 'ar-SA-u-ca-gregory', 'en-GB', 'en-US'])(
    'knows every name that ICU has for %s',
    (locale) => {
      names(locale).forEach((name, month) => {
        const value = `2020-${String(month + 1).padStart(2, '0')}-05`;
        expect(findDates(`5 ${name} 2020`)[0]?.date.value).toBe(value);
      });
    },
  );

  test.each(['ar-u-ca-islamic-umalqura-nu-latn', 'en-u-ca-islamic-umalqura'])('knows the Hijri months of %s', (locale) => {
    const format = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
    for (let day = 0; day < 354; day += 29) {
      const time = Date.UTC(2020, 0, 1 + day);
      const parts = new Map(format.formatToParts(time).map(({ type, value }) => [type, value]));
      const text = `${parts.get('day')} ${parts.get('month')} ${parts.get('year')}`;
      expect([text, findDates(text)[0]?.date.value]).toEqual([text, new Date(time).toISOString().slice(0, 10)]);
    }
  });
});
