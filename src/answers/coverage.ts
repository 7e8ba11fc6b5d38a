import type { Corpus } from '../corpus/document.js';
import type { Language } from '../text/language.js';
import type { Coverage } from './reply.js';

/** What a corpus holds, furniture included: its documents, paragraphs, paragraphs a language, first and last date. */
export function coverageOf({ documents }: Corpus): Coverage {
  const languages: Partial<Record<Language, number>> = {};
  const dates: string[] = [];
  let paragraphs = 0;
  for (const document of documents) {
    paragraphs += document.paragraphs.length;
    for (const { language } of document.paragraphs)
      if (language !== null) languages[language] = (languages[language] ?? 0) + 1;
    const value = document.date?.value;
    if (value != null && !value.startsWith('--')) dates.push(value);
  }
  dates.sort();
  return { documents: documents.length, paragraphs, languages, oldest: dates[0] ?? null, newest: dates.at(-1) ?? null };
}
