import type { PartialDate } from '../corpus/date.js';
import type { Stretch } from '../search/counterparts.js';
import type { Passage } from '../search/index.js';
import { idfOf } from '../search/query.js';
import { ordinalOf } from '../text/ordinals.js';
import { THING } from '../text/things.js';
import type { Token } from '../text/tokens.js';
import { countriesAmong, countriesIn } from './countries.js';
import type { Library } from './library.js';

/** The words that two stretches share: tokens of each with how much of the word the best match is. */
export interface Shared {
  /** 0–1: by idf, the harmonic mean of both directions. */
  readonly agreement: number;
  /** The matches: a token here, and one there. */
  readonly pairs: readonly (readonly [number, number])[];
  readonly here: ReadonlyMap<number, number>;
  readonly there: ReadonlyMap<number, number>;
}

/** Less than this of a word is no match of it. */
export const MATCHED = 0.5;

/**
 * Least agreement of two excerpts (by idf, the harmonic mean of both directions) for them to tell the same. Measured on
 * parallel texts: of two that do, 95 in 100 have more; of two that do not, none had more than 0.33.
 */
const LEAST_AGREEMENT = 0.45;
/** Shares of the English excerpt's names and numbers, and of its other words (by idf), that stand in the Arabic one. */
const LEAST_NAMED = 0.5;
const LEAST_PLAIN = 0.45;
/** Within one document names may be left out that stand before: then this share of the other words. */
const LEAST_UNNAMED = 0.65;
/** Outside one document, so many names and words must agree: that a partnership reflects a commitment is said anywhere. */
const LEAST_NAMES = 2;
const LEAST_WORDS = 6;
/** Parties meet again: documents further apart than this must agree in a year, a number or a place in a row. */
const DAYS_APART = 60;

/** A token that is no stop word. */
interface ContentToken {
  readonly token: number;
  readonly idf: number;
}

/** What of a stretch tells one event from another of its kind. */
interface Signs {
  readonly ordinals: ReadonlySet<number>;
  readonly years: ReadonlySet<number>;
  readonly numbers: ReadonlySet<number>;
  /** Months and days of the week. */
  readonly calendar: readonly ContentToken[];
  /** Names, numbers and dates, each once. Names are told by their capitals: in Arabic there are none. */
  readonly names: readonly ContentToken[];
  /** All other words, each once. */
  readonly plain: readonly ContentToken[];
}

function signsOf({ search: { vocabulary } }: Library, { passage, from, to }: Stretch): Signs {
  const { things, stems, words } = passage;
  const ordinals = new Set<number>();
  const years = new Set<number>();
  const numbers = new Set<number>();
  const calendar: ContentToken[] = [];
  const names: ContentToken[] = [];
  const plain: ContentToken[] = [];
  const seen = new Set<number>();
  for (let token = from; token < to; token++) {
    const thing = things[token]!;
    const stem = stems[token]!;
    const ordinal = ordinalOf(vocabulary.words[words[token]!]!);
    // تشرين الثاني is a month and no second one.
    if (ordinal !== undefined && (token === from || (things[token - 1]! & THING.calendar) === 0)) ordinals.add(ordinal);
    if (vocabulary.isStop(stem) || seen.has(stem)) continue;
    seen.add(stem);
    const word = { token, idf: idfOf(vocabulary.passages(), vocabulary.stemFrequency(stem)) };
    const isDate = (thing & THING.calendar) !== 0;
    if (vocabulary.kinds[stem] !== 'number') {
      if (isDate) calendar.push(word);
    } else if (isDate) years.add(stem);
    else if ((thing & THING.digits) !== 0) numbers.add(stem);
    ((thing & (THING.name | THING.calendar | THING.digits)) === 0 ? plain : names).push(word);
  }
  return { ordinals, years, numbers, calendar, names, plain };
}

const weightOf = (tokens: readonly ContentToken[]): number => tokens.reduce((sum, { idf }) => sum + idf, 0);

/** Whether two sets of the same sort have one in common; null where one of them is empty. */
const agree = (a: ReadonlySet<number>, b: ReadonlySet<number>): boolean | null =>
  a.size === 0 || b.size === 0 ? null : [...a].some((value) => b.has(value));

/** A document's date as a time, null where no month is told. */
const timeOf = (date: PartialDate | null): number | null =>
  date?.value != null && /^\d{4}-\d{2}/.test(date.value) ? Date.parse(date.value) : null;

const DAY_MS = 86_400_000;

function areFarApart({ corpus: { documents } }: Library, a: Passage, b: Passage): boolean {
  const [first, second] = [timeOf(documents[a.document]!.date), timeOf(documents[b.document]!.date)];
  return first !== null && second !== null && Math.abs(first - second) > DAYS_APART * DAY_MS;
}

/** Whether each of two stretches names a country of which the other's whole document knows nothing. */
function nameOtherCountries(library: Library, a: Stretch, b: Stretch): boolean {
  const namesOther = (stretch: Stretch, other: Stretch): boolean => {
    const there = countriesIn(library.corpus.documents[other.passage.document]!);
    return [...countriesAmong(wordsOf(library, stretch))].some((code) => !there.has(code));
  };
  return namesOther(a, b) && namesOther(b, a);
}

const wordsOf = ({ search: { vocabulary } }: Library, { passage, from, to }: Stretch): Token[] =>
  Array.from({ length: to - from }, (_, i) => ({
    start: passage.offsets[2 * (from + i)]!,
    end: passage.offsets[2 * (from + i) + 1]!,
    folded: vocabulary.words[passage.words[from + i]!]!,
    kind: vocabulary.kinds[passage.stems[from + i]!]!,
  }));

/**
 * Whether two stretches of different languages tell of one event: they share enough words, and no name, country, number
 * or date says otherwise. Precision comes first: what is doubtful is not shown.
 */
export function tellOfOne(library: Library, here: Stretch, there: Stretch, shared: Shared): boolean {
  if (shared.agreement < LEAST_AGREEMENT) return false;
  const [own, other] = [signsOf(library, here), signsOf(library, there)];
  const [english, matched] = here.passage.paragraph.language === 'en' ? [own, shared.here] : [other, shared.there];
  const isMatched = ({ token }: ContentToken): boolean => (matched.get(token) ?? 0) >= MATCHED;
  const numbers = [
    agree(own.ordinals, other.ordinals),
    agree(own.years, other.years),
    agree(own.numbers, other.numbers),
  ];
  const daysDiffer = own.calendar.length > 0 && other.calendar.length > 0 && !english.calendar.some(isMatched);
  if (daysDiffer || numbers.includes(false)) return false;
  const named = english.names.filter(isMatched);
  const plain = english.plain.filter(isMatched);
  const areNamed = named.length >= LEAST_NAMED * english.names.length;
  const share = english.plain.length === 0 ? Number(areNamed) : weightOf(plain) / weightOf(english.plain);
  if (here.passage.document === there.passage.document) return share >= (areNamed ? LEAST_PLAIN : LEAST_UNNAMED);
  if (!areNamed || share < LEAST_PLAIN) return false;
  const agreesInNumber = numbers.includes(true);
  return (
    named.length >= LEAST_NAMES &&
    (agreesInNumber || named.length + plain.length >= LEAST_WORDS) &&
    (agreesInNumber || !areFarApart(library, here.passage, there.passage)) &&
    !nameOtherCountries(library, here, there)
  );
}
