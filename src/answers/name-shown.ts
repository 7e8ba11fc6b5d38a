import { hasArabic, type Language } from '../text/language.js';

/**
 * The name under which a person or organisation is shown to a reader: the one with the most words of those in the
 * reader's language, where the documents have one of two words at least, else the entry's own.
 */
export function nameShown({ name, names }: { name: string; names: readonly string[] }, language: Language): string {
  const isOwn = (each: string): boolean => hasArabic(each) === (language === 'ar');
  if (isOwn(name)) return name;
  const words = (each: string): number => each.split(' ').length;
  const own = names.filter(isOwn);
  const most = Math.max(...own.map(words));
  return most > 1 ? (own.find((each) => words(each) === most) ?? name) : name;
}
