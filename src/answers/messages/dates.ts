import type { PartialDate } from '../../corpus/date.js';
import type { Language } from '../../text/language.js';
import { remembering } from '../../text/recent.js';
import { formatDay } from './counts.js';

const VALUE = /^(?:(\d{4})|-)(?:-(\d{2})(?:-(\d{2}))?)?$/;

interface Words {
  readonly undated: string;
  readonly weekdayOnly: string;
  readonly yearNotTold: (day: string) => string;
  readonly middleOf: (month: string) => string;
  readonly range: (start: string, end: string) => string;
  readonly inferred: (date: string) => string;
}

const WORDS: Record<Language, Words> = {
  en: {
    undated: 'not dated',
    weekdayOnly: 'only the day of the week is told',
    yearNotTold: (day) => `${day}, year not told`,
    middleOf: (month) => `the middle of ${month}`,
    range: (start, end) => `${start} to ${end}`,
    inferred: (date) => `${date} (inferred)`,
  },
  ar: {
    undated: 'بلا تاريخ',
    weekdayOnly: 'لم يُذكر إلا يوم الأسبوع',
    yearNotTold: (day) => `${day}، بلا ذكر السنة`,
    middleOf: (month) => `منتصف ${month}`,
    range: (start, end) => `من ${start} إلى ${end}`,
    inferred: (date) => `${date} (استنتاجًا)`,
  },
};

/** Dates kept in words: each citation of a document tells the same one. */
const REMEMBERED = 1000;
const englishValue = remembering(REMEMBERED, (value: string) => writtenOut(value, 'en'));
const arabicValue = remembering(REMEMBERED, (value: string) => writtenOut(value, 'ar'));

const valueInWords = (value: string, language: Language): string | null =>
  language === 'ar' ? arabicValue(value) : englishValue(value);

function writtenOut(value: string, language: Language): string | null {
  const match = VALUE.exec(value);
  if (!match) return null;
  const [, year, month, day] = match;
  const date = new Date(0);
  // 2000 is a leap year: the 29th of February exists in it
  date.setUTCFullYear(Number(year ?? 2000), Number(month ?? 1) - 1, Number(day ?? 1));
  const words = formatDay(date, language, {
    ...(day !== undefined && { day: 'numeric' }),
    ...(month !== undefined && { month: 'long' }),
    ...(year !== undefined && { year: 'numeric' }),
  });
  return year === undefined ? WORDS[language].yearNotTold(words) : words;
}

/** A date as far as it is told, with its precision and whether it was inferred, in the words of `language`. */
export function dateInWords(date: PartialDate | null, language: Language): string {
  const words = WORDS[language];
  if (!date) return words.undated;
  if (date.value === null) return date.precision === 'weekday' ? words.weekdayOnly : words.undated;
  const start = valueInWords(date.value, language);
  if (start === null) return words.undated;
  const precise = date.precision === 'mid-month' ? words.middleOf(start) : start;
  const end = date.end === undefined ? null : valueInWords(date.end, language);
  const whole = end === null ? precise : words.range(precise, end);
  return date.basis === 'inferred' ? words.inferred(whole) : whole;
}
