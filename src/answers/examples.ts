import type { Document } from '../corpus/document.js';
import { languageOf, type Language } from '../text/language.js';
import type { Library } from './library.js';
import { messagesIn } from './messages/messages.js';

/** How many questions are offered to choose from. */
const CANDIDATES = 12;
/** Words of a subject; longer ones make no question that anybody would type. */
const LONGEST_SUBJECT = 10;

/** Words below which a paragraph is a label rather than a sentence. */
const SHORTEST_SENTENCE = 7;
/** What stands before the first sentence of a report: "Ashgabat: ", "Doha (QNA) - ". */
const DATELINE = /^[^:–—-]{1,40}(?:: | [–—-] )/u;

const words = (text: string): string[] => text.split(/\s+/u).filter((word) => word !== '');

/** The first words of a text up to the first punctuation after three of them: "The two-day conference brought together". */
function opening(text: string): string {
  const first = words(text.replace(DATELINE, '')).slice(0, LONGEST_SUBJECT);
  const stop = first.findIndex((word, index) => index >= 2 && /[,.;:!?،؛؟]$/u.test(word));
  return first
    .slice(0, stop < 0 ? undefined : stop + 1)
    .join(' ')
    .replace(/[\s,.;:!?،؛؟"«»“”()]+$/u, '');
}

/** A name of three to eight words in English: capitalised words, joined by small ones. Each word is read once: linear. */
const NAME = /(?<!\p{L})\p{Lu}\p{L}+(?: (?:of|and|the|for|\p{Lu}\p{L}+)){1,6} \p{Lu}\p{L}+/gu;

/**
 * What a document is about in its own words: English names, which capitals tell; then its title and sub-headings; else
 * how its paragraphs open.
 */
function subjectsOf({ paragraphs }: Document, language: Language): string[] {
  const own = paragraphs.filter((paragraph) => paragraph.language === language && paragraph.kind !== 'furniture');
  const headings = own.filter(({ kind }) => kind !== 'body').map(({ text }) => text);
  const openings = own
    .filter(({ kind, text }) => kind === 'body' && words(text).length > SHORTEST_SENTENCE)
    .map(({ text }) => opening(text));
  const names =
    language === 'en' ? own.flatMap(({ kind, text }) => (kind === 'body' ? (text.match(NAME) ?? []) : [])) : [];
  const subjects = [...names, ...headings.filter((text) => words(text).length <= LONGEST_SUBJECT), ...openings];
  return [...new Set(subjects)].filter((subject) => languageOf(subject) === language);
}

/** By document, questions after people whose office a sentence of it tells in `language`. */
function officesAsked({ corpus, knowledge }: Library, language: Language): readonly (readonly string[])[] {
  const { office } = messagesIn(language).example;
  const questions = corpus.documents.map((): string[] => []);
  for (const { names, roles } of knowledge.people) {
    const role = roles.find(({ title }) => languageOf(title) === language);
    const name = names.find((each) => languageOf(each) === language && words(each).length > 1);
    if (role !== undefined && name !== undefined) questions[role.evidence.document]?.push(office(name));
  }
  return questions;
}

/**
 * Questions in `language` that the corpus itself suggests, one of each document before a second of any: first after the
 * people it tells an office of, whose answers are short and sure, then about what it calls itself. Empty where no
 * document has a paragraph in that language.
 */
export function exampleQuestions(library: Library, language: Language): readonly string[] {
  const { about } = messagesIn(language).example;
  const offices = officesAsked(library, language);
  const bySource = library.corpus.documents.map((document, i) => [
    ...offices[i]!,
    ...subjectsOf(document, language).map(about),
  ]);
  const deepest = Math.max(0, ...bySource.map(({ length }) => length));
  const questions: string[] = [];
  for (let depth = 0; depth < deepest && questions.length < CANDIDATES; depth++)
    for (const suggested of bySource) {
      const question = suggested[depth];
      if (question === undefined || questions.length >= CANDIDATES) continue;
      if (!questions.includes(question)) questions.push(question);
    }
  return questions;
}
