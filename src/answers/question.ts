import type { CountryCode } from '../knowledge/countries.js';
import type { Term } from '../search/analysis.js';
import { countriesAmong } from './countries.js';
import type { SearchIndex } from '../search/index.js';
import { partsOfSpeech } from '../text/bilingual.js';
import type { Lexicon } from '../text/compiled-lexicon.js';
import { fold } from '../text/fold.js';
import { hasArabic, type Language } from '../text/language.js';
import type { PartOfSpeech } from '../text/lexicon.js';
import { readList } from '../text/lists.js';
import { tokenize, type Token } from '../text/tokens.js';

export const QUESTION_KINDS = [
  'who', 'when', 'date', 'where', 'how-much', 'how-many', 'how-long', 'how', 'why', 'which', 'what', 'role', 'list', 'yes-no',
] as const; // prettier-ignore
export type QuestionKind = (typeof QUESTION_KINDS)[number];

/** A question understood. */
export interface Question {
  readonly text: string;
  /** By its script. */
  readonly language: Language;
  readonly kind: QuestionKind;
  /** Its tokens without the words that only ask. */
  readonly terms: readonly Term[];
  /** Positions in `terms` of names and numbers: what must stand in the evidence, not only its neighbours. */
  readonly required: ReadonlySet<number>;
  /** Of these, the names that the lexicon knows as such (countries, cities) and those in capitals inside the question. */
  readonly proper: ReadonlySet<number>;
  /** Positions in `terms` of words that are verbs and nothing else. */
  readonly verbs: ReadonlySet<number>;
  /** The countries it names, by name or adjective. */
  readonly countries: ReadonlySet<CountryCode>;
  /** Positions in `terms` of what is asked for of somebody: "What is X's phone number?". Empty in other questions. */
  readonly possessed: ReadonlySet<number>;
  /** Position in `terms` of the noun after "which", "what", "أي" where it names no general kind (`which hotel`). */
  readonly askedNoun: number | null;
  /** Position in `terms` of what is counted: the noun after "how many", "كم", "عدد". */
  readonly counted: number | null;
}

interface Phrase {
  readonly kind: QuestionKind;
  readonly first: boolean;
  readonly words: readonly string[];
}

const wordsOf = (text: string): string[] => tokenize(text).map(({ folded }) => folded);

function readPhrases(): ReadonlyMap<string, readonly Phrase[]> {
  const phrases = new Map<string, Phrase[]>();
  for (const { cells } of readList('text', 'question-words', 3)) {
    const [kind, place, text] = cells as [QuestionKind, string, string];
    const words = wordsOf(text);
    const list = phrases.get(words[0]!) ?? [];
    list.push({ kind, first: place === 'first', words });
    phrases.set(words[0]!, list);
  }
  for (const list of phrases.values()) list.sort((a, b) => b.words.length - a.words.length);
  return phrases;
}

const PHRASES = readPhrases();
const ANSWER_NOUNS: ReadonlyMap<string, QuestionKind> = new Map(
  readList('text', 'answer-nouns', 2).flatMap(({ cells }) =>
    (cells[1] ?? '').split(' ').map((noun) => [fold(noun), cells[0] as QuestionKind] as const),
  ),
);

const matches = (tokens: readonly Token[], at: number, { words, first }: Phrase): boolean =>
  (!first || at === 0) && words.every((word, k) => tokens[at + k]?.folded === word);

/** How certainly a kind says what form the answer has; the most certain question word of a sentence decides. */
const RANK: Readonly<Record<QuestionKind, number>> = {
  'how-much': 5, 'how-many': 5, 'how-long': 6, when: 5, date: 6, where: 5, who: 5, role: 5, why: 4, how: 3, list: 3, which: 2, what: 1,
  'yes-no': 0,
}; // prettier-ignore

interface QuestionWords {
  /** The kind they ask for, by the most certain of them. */
  readonly kind: QuestionKind | null;
  /** Where the tokens begin that are question words, as offsets. */
  readonly asking: ReadonlySet<number>;
  /** Where the words end that decided the kind: what is asked for comes after them, wherever they stand. */
  readonly end: number;
}

function questionWords(tokens: readonly Token[]): QuestionWords {
  const asking = new Set<number>();
  let kind: QuestionKind | null = null;
  let end = 0;
  for (let at = 0; at < tokens.length;) {
    const phrase = PHRASES.get(tokens[at]!.folded)?.find((candidate) => matches(tokens, at, candidate));
    if (phrase === undefined) {
      at++;
      continue;
    }
    if (kind === null || RANK[phrase.kind] > RANK[kind]) {
      kind = phrase.kind;
      end = tokens[at + phrase.words.length - 1]!.end;
    }
    for (let k = 0; k < phrase.words.length; k++) asking.add(tokens[at + k]!.start);
    at += phrase.words.length;
  }
  return { kind, asking, end };
}

const withoutArticle = (word: string): string => word.replace(/^ال(?=..)/, '');

/** What the dictionary says of the terms of a question. */
interface TermClasses {
  readonly required: ReadonlySet<number>;
  readonly proper: ReadonlySet<number>;
  readonly verbs: ReadonlySet<number>;
}

/**
 * Which terms are names or numbers, and which are verbs. A Latin name shows a capital (the first word of the question
 * only if the lexicon does not have it as a common word), an Arabic one is not in the lexicon, or is there as a name
 * (countries, cities); of these the ones that are not there may be unusual verb forms and are not surely names.
 */
function classify(text: string, terms: readonly Term[], lexicon: Lexicon): TermClasses {
  const [required, proper, verbs] = [new Set<number>(), new Set<number>(), new Set<number>()];
  for (const [i, term] of terms.entries()) {
    if (term.kind === 'number') required.add(i);
    if (term.kind === 'number' || term.stop) continue;
    const parts = partsOfSpeech(lexicon, term);
    const only = (part: PartOfSpeech): boolean => parts.size === 1 && parts.has(part);
    if (only('v')) verbs.add(i);
    const unknown = parts.size === 0 || only('x');
    const latin = term.kind === 'word';
    if (latin ? /^\p{Lu}/u.test(text.charAt(term.start)) && (term.start > 0 || unknown) : unknown) {
      required.add(i);
      if (latin || parts.has('x')) proper.add(i);
    }
  }
  return { required, proper, verbs };
}

/** The content words after a possessive that closes the question, where it asks what they are. */
function possessedIn(text: string, terms: readonly Term[], kind: QuestionKind): ReadonlySet<number> {
  const owner = terms.findLastIndex(({ start, end }) => /['’]s?$/.test(text.slice(start, end)));
  const rest = owner < 0 || kind !== 'what' ? [] : terms.slice(owner + 1);
  if (rest.some((term) => term.stop)) return new Set();
  return new Set(rest.map((_, i) => owner + 1 + i));
}

/** Understands a question: its language by script, what it asks for by its question words and the noun after them. */
export function understand(text: string, { analysis, lexicon }: Pick<SearchIndex, 'analysis' | 'lexicon'>): Question {
  const tokens = tokenize(text);
  const { kind: asked, asking, end } = questionWords(tokens);
  const terms = analysis.analyse(text).filter(({ start }) => !asking.has(start));
  let kind: QuestionKind = asked ?? 'what';
  let askedNoun: number | null = null;
  const content = (from: number): number => terms.findIndex((term) => !term.stop && term.start >= from);
  const counted = kind === 'how-many' ? content(end) : -1;
  if (kind === 'which' || kind === 'what') {
    // The first content word after the question word says what is wanted: a general kind (city, year), or a thing.
    const first = content(end);
    const general = first < 0 ? undefined : ANSWER_NOUNS.get(withoutArticle(terms[first]!.folded));
    if (general !== undefined) kind = general;
    else if (first >= 0 && kind === 'which') askedNoun = first;
  }
  return {
    text,
    language: hasArabic(text) ? 'ar' : 'en',
    kind,
    terms,
    ...classify(text, terms, lexicon),
    countries: countriesAmong(terms),
    possessed: possessedIn(text, terms, kind),
    askedNoun,
    counted: counted < 0 ? null : counted,
  };
}
