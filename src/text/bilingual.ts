import { articleLength, stemArabic } from './arabic.js';
import { arabicStemKeyOf, englishKeyOf, splitTerm, type Lexicon } from './compiled-lexicon.js';
import type { LexiconEntry, PartOfSpeech } from './lexicon.js';
import { createRecent, remembering, type Recent } from './recent.js';
import type { Token } from './tokens.js';

/** A word or term in the other language, as folded words, and how usual it is as a translation, 0–1. */
export interface Translation {
  readonly words: readonly string[];
  readonly weight: number;
}

/** The longest term, in words, that is looked up as one. */
export const LONGEST_TERM = 4;

const unknown = (): boolean => false;
const isArabicTerm = (tokens: readonly Token[]): boolean => tokens[0]?.kind === 'arabic';

/**
 * Forms in which a verb or noun may stand in a text while the lexicon has another: without clitics and article, without
 * the feminine or plural ending of the past, with the present's third person for any other.
 */
function* variantsOf(word: string, isListed: (word: string) => boolean): Generator<string> {
  yield word;
  const article = articleLength(word);
  if (article > 0) yield word.slice(article);
  for (const clitics of [/^[وف]/, /^[بلك]/, /^[وف][بلك]/, /^[وف]?س(?=[يتن])/]) {
    const bare = word.replace(clitics, '');
    if (bare !== word && bare.length >= 3 && isListed(bare)) yield bare;
  }
  for (const bare of [word, word.replace(/^[وف]?س?(?=[يتن]..)/, '')]) {
    if (/^[تن]/.test(bare) && bare.length >= 4) yield `ي${bare.slice(1)}`;
    const ending = bare.replace(/(?:تا|وا|نا|ت|ا|ن|ون|ان|ها|ه|هم)$/, '');
    if (ending !== bare && ending.length >= 3) {
      yield ending;
      yield `${ending}ه`;
      if (/^[تن]/.test(ending)) yield `ي${ending.slice(1)}`;
    }
  }
}

/** The numbers of the entries that have an Arabic term: by its surface first, then by its variants, then by its stems. */
function arabicEntries(lexicon: Lexicon, words: readonly string[]): readonly number[] {
  if (words.length > 1) {
    const surface = lexicon.arabic(words.join(' '));
    return surface.length > 0 ? surface : lexicon.arabicStems(arabicStemKeyOf(words));
  }
  const word = words[0]!;
  const isListed = (candidate: string): boolean => lexicon.arabic(candidate).length > 0;
  for (const variant of variantsOf(word, isListed)) {
    const found = lexicon.arabic(variant);
    if (found.length > 0) return found;
  }
  const stem = lexicon.arabicStems(stemArabic(word, unknown));
  return stem.length > 0
    ? stem
    : lexicon.arabicStems(stemArabic(word, (bare) => lexicon.arabicStems(stemArabic(bare, unknown)).length > 0));
}

/** What was looked up lately, kept because one question asks for each of its words several times. */
const REMEMBERED = 2000;

interface LookedUp {
  readonly english: (term: string) => readonly number[];
  readonly arabic: (term: string) => readonly number[];
  readonly otherForms: (stem: string) => readonly string[];
  readonly translations: Recent<string, readonly Translation[]>;
}

const lookedUp = new WeakMap<Lexicon, LookedUp>();

function lookUpsOf(lexicon: Lexicon): LookedUp {
  let found = lookedUp.get(lexicon);
  if (found === undefined) {
    found = {
      english: remembering(REMEMBERED, (term) => lexicon.english(englishKeyOf(term.split(' ')))),
      arabic: remembering(REMEMBERED, (term) => arabicEntries(lexicon, term.split(' '))),
      otherForms: remembering(REMEMBERED, (stem) => formsBeside(lexicon, stem)),
      translations: createRecent(REMEMBERED),
    };
    lookedUp.set(lexicon, found);
  }
  return found;
}

const termOf = (tokens: readonly Token[]): string =>
  tokens.length === 1 ? tokens[0]!.folded : tokens.map(({ folded }) => folded).join(' ');

/** The numbers of the entries of a term. */
function entriesOf(lexicon: Lexicon, tokens: readonly Token[]): readonly number[] {
  const { arabic, english } = lookUpsOf(lexicon);
  return isArabicTerm(tokens) ? arabic(termOf(tokens)) : english(termOf(tokens));
}

const intoArabic = ({ equivalents }: LexiconEntry): Translation[] =>
  equivalents.flatMap(({ forms, weight }) => forms.map((form) => ({ words: splitTerm(form), weight })));

/** The headword, weighed by the best sense in which it has the Arabic stem. */
function intoEnglish({ english, equivalents }: LexiconEntry, words: readonly string[]): Translation {
  const key = arabicStemKeyOf(words);
  const weights = equivalents
    .filter(({ forms }) => forms.some((form) => arabicStemKeyOf(splitTerm(form)) === key))
    .map(({ weight }) => weight);
  return {
    words: splitTerm(english),
    weight: weights.length > 0 ? Math.max(...weights) : Math.max(...equivalents.map(({ weight }) => weight)),
  };
}

/** Translations of a term of at most `LONGEST_TERM` tokens of one language, best first; none where it is unknown. */
export function translate(lexicon: Lexicon, tokens: readonly Token[]): readonly Translation[] {
  const { translations } = lookUpsOf(lexicon);
  const term = termOf(tokens);
  let found = translations.get(term);
  if (found === undefined) translations.set(term, (found = translateAnew(lexicon, tokens)));
  return found;
}

function translateAnew(lexicon: Lexicon, tokens: readonly Token[]): Translation[] {
  const words = tokens.map(({ folded }) => folded);
  const entries = entriesOf(lexicon, tokens).map((number) => lexicon.entry(number));
  const own = isArabicTerm(tokens) ? entries.map((entry) => intoEnglish(entry, words)) : entries.flatMap(intoArabic);
  const others = lexicon.others.flatMap((other) =>
    translate(other.lexicon, tokens).map(({ words: found, weight }) => ({
      words: found,
      weight: weight * other.weight,
    })),
  );
  return [...own, ...others].sort((a, b) => b.weight - a.weight);
}

/** Folded forms of the same Arabic word that no rule joins (broken plurals, verbal nouns), of every word that has this stem. */
export const otherForms = (lexicon: Lexicon, stem: string): readonly string[] => lookUpsOf(lexicon).otherForms(stem);

function formsBeside(lexicon: Lexicon, stem: string): string[] {
  const others = new Set<string>();
  for (const number of lexicon.arabicStems(stem))
    for (const { forms } of lexicon.entry(number).equivalents) {
      const stems = forms.map((form) => arabicStemKeyOf(splitTerm(form)));
      if (stems.includes(stem))
        for (const other of stems) if (other !== stem && !other.includes(' ')) others.add(other);
    }
  return [...others];
}

/** The parts of speech under which the lexicon has a word; none where it does not have it: then it may be a name. */
export const partsOfSpeech = (lexicon: Lexicon, token: Token): ReadonlySet<PartOfSpeech> =>
  new Set(entriesOf(lexicon, [token]).map((number) => lexicon.entry(number).partOfSpeech));
