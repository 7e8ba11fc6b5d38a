import type { Language } from '../../text/language.js';

/** Forms of a counted noun by the CLDR plural categories; `#` stands for the number. */
export type CountForms = Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> & { readonly other: string };

/**
 * European digits in both languages: the documents, their dates and the options of the commands are written with them.
 */
const LOCALE: Record<Language, string> = { ar: 'ar-u-nu-latn', en: 'en-GB' };

const rules = new Map<Language, Intl.PluralRules>();
const numbers = new Map<string, Intl.NumberFormat>();
const dates = new Map<string, Intl.DateTimeFormat>();

/** `n` in the digits and separators of the language; as a share of 1 in percent where asked for. */
export function formatNumber(n: number, language: Language, style: 'decimal' | 'percent' = 'decimal'): string {
  const key = `${language} ${style}`;
  let format = numbers.get(key);
  if (!format) numbers.set(key, (format = new Intl.NumberFormat(LOCALE[language], { style })));
  return format.format(n);
}

/** `n` things, in the form that the grammar of the language asks for. */
export function counted(n: number, language: Language, forms: CountForms): string {
  let rule = rules.get(language);
  if (!rule) rules.set(language, (rule = new Intl.PluralRules(LOCALE[language])));
  return (forms[rule.select(n)] ?? forms.other).replace('#', formatNumber(n, language));
}

/** A day in UTC with the fields asked for, in the Gregorian calendar. */
export function formatDay(day: Date, language: Language, fields: Intl.DateTimeFormatOptions): string {
  const key = `${language} ${Object.keys(fields).join(' ')}`;
  let format = dates.get(key);
  if (!format)
    dates.set(
      key,
      (format = new Intl.DateTimeFormat(LOCALE[language], { ...fields, calendar: 'gregory', timeZone: 'UTC' })),
    );
  return format.format(day);
}
