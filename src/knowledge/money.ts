import type { CountryCode } from './countries.js';
import { partyWordAt } from './party-words.js';
import { alternatives } from './phrases.js';
import { listMatcher, type RowsOf } from './list-matcher.js';
import type { Sentence, Word } from './reading.js';

/** ISO 4217. */
export type CurrencyCode = string;

/** A name of money: of one currency, or shared by those of several countries (`*` is what it means where none is said). */
type Money =
  | { readonly type: 'currency'; readonly code: CurrencyCode }
  | { readonly type: 'shared'; readonly codes: ReadonlyMap<string, CurrencyCode> };

/** Signs that stand before or after the digits, in the gap between words. */
const SIGNS: Readonly<Record<string, CurrencyCode>> = {
  $: 'USD',
  '€': 'EUR',
  '£': 'GBP',
  '¥': 'JPY',
  '₪': 'ILS',
  '₹': 'INR',
  '₺': 'TRY',
  '₦': 'NGN',
  '₵': 'GHS',
  '₱': 'PHP',
  '₫': 'VND',
  '₩': 'KRW',
  '₴': 'UAH',
  '₽': 'RUB',
  '₸': 'KZT',
  '₼': 'AZN',
  '₾': 'GEL',
  '֏': 'AMD',
  '฿': 'THB',
  '৳': 'BDT',
  '₭': 'LAK',
  '₮': 'MNT',
  '៛': 'KHR',
  '؋': 'AFN',
};
/** Signs that mean a currency by the letters before them. */
const LETTERED: Readonly<Record<string, Readonly<Record<string, CurrencyCode>>>> = {
  '¢': { gh: 'GHS' },
  '₵': { gh: 'GHS' },
  '£': { e: 'EGP', le: 'EGP', s: 'SDG', ll: 'LBP', l: 'LBP', ss: 'SSP' },
};
/** Dollars of other countries by the letters before the sign. */
const DOLLARS: Readonly<Record<string, CurrencyCode>> = {
  us: 'USD',
  c: 'CAD',
  ca: 'CAD',
  a: 'AUD',
  au: 'AUD',
  nz: 'NZD',
  hk: 'HKD',
  s: 'SGD',
  r: 'BRL',
  nt: 'TWD',
  mx: 'MXN',
  j: 'JMD',
  tt: 'TTD',
  b: 'BND',
  bz: 'BZD',
  fj: 'FJD',
  n: 'NAD',
  ec: 'XCD',
  rd: 'DOP',
};

function* intlNames(): Iterable<readonly [string, Money]> {
  for (const language of ['ar', 'en'] as const) {
    const names = new Intl.DisplayNames([language], { type: 'currency', fallback: 'none' });
    for (const code of Intl.supportedValuesOf('currency')) {
      const name = names.of(code);
      if (name === undefined || /\d/.test(name)) continue;
      yield [name, { type: 'currency', code }];
      if (language === 'en') yield [`${name}s`, { type: 'currency', code }];
      // Codes are written before the number: QAR 5 million.
      yield [code, { type: 'currency', code }];
    }
  }
}

function* ownNames(rowsOf: RowsOf): Iterable<readonly [string, Money]> {
  const shared = new Map<string, Map<string, CurrencyCode>>();
  for (const { cells, line } of rowsOf('currencies')) {
    const [type, codes, names] = cells as [string, string, string];
    for (const name of alternatives(names)) {
      if (type === 'name') yield [name, { type: 'currency', code: codes }];
      else if (type === 'shared') {
        const known = shared.get(name) ?? new Map<string, CurrencyCode>();
        for (const pair of codes.split(' ')) {
          const [country = '', code = ''] = pair.split(':');
          known.set(country, code);
        }
        shared.set(name, known);
      } else throw new Error(`currencies.tsv, line ${line}: no class "${type}"`);
    }
  }
  for (const [name, codes] of shared) {
    yield [name, { type: 'shared', codes }];
  }
}

const { at: moneyAt, find: currencyAt } = listMatcher<Money>((rowsOf) => [...ownNames(rowsOf), ...intlNames()]);

/** What a document tells about money, read when it is asked for: how often it names each country, and which currencies it names in full. */
export interface MoneyContext {
  readonly countries: ReadonlyMap<CountryCode, number>;
  readonly currencies: ReadonlySet<CurrencyCode>;
}

/**
 * Which countries and full names of currencies stand in the sentences of a document. A bare "riyal" is then that of the
 * document: the one named in full there, else that of the only country named there which has riyals.
 */
export function moneyContext(sentences: readonly Sentence[]): MoneyContext {
  let read: MoneyContext | null = null;
  const tells = (): MoneyContext => (read ??= readContext(sentences));
  return {
    get countries() {
      return tells().countries;
    },
    get currencies() {
      return tells().currencies;
    },
  };
}

/** How often words name each country, by its name or its people's. */
function countriesOf(words: readonly Word[], counts = new Map<CountryCode, number>()): Map<CountryCode, number> {
  for (let i = 0; i < words.length; i++) {
    const country = partyWordAt(words, i, 'country')?.value.code;
    const nationality = partyWordAt(words, i, 'nationality')?.value.code;
    if (country !== undefined) counts.set(country, (counts.get(country) ?? 0) + 1);
    // "Saudi Arabia" is a country and begins with its nationality
    if (nationality !== undefined && nationality !== country)
      counts.set(nationality, (counts.get(nationality) ?? 0) + 1);
  }
  return counts;
}

function readContext(sentences: readonly Sentence[]): MoneyContext {
  const countries = new Map<CountryCode, number>();
  const currencies = new Set<CurrencyCode>();
  for (const { words } of sentences) {
    countriesOf(words, countries);
    for (let i = 0; i < words.length; i++) {
      const money = moneyNameAt(words, i);
      if (money?.code != null && money.to > i + 1) currencies.add(money.code);
    }
  }
  return { countries, currencies };
}

interface FoundMoney {
  /** Null where a shared name stands without a nationality. */
  readonly code: CurrencyCode | null;
  readonly codes: ReadonlyMap<string, CurrencyCode> | null;
  readonly to: number;
}

const nationalityAt = (words: readonly Word[], i: number): { code: CountryCode; to: number } | null => {
  const word = words[i];
  if (!word || !/^-?$/.test(word.gap)) return null;
  const match = partyWordAt(words, i, 'nationality');
  return match ? { code: match.value.code, to: match.to } : null;
};

/** A name of money at word `i`: "دولار", "ريال قطري", "Qatari riyals", "euros". */
function moneyNameAt(words: readonly Word[], i: number): FoundMoney | null {
  if (i >= words.length) return null;
  const { raw, arabic, capital } = words[i]!;
  const all = moneyAt(words, i);
  if (all.length === 0 && !capital) return null;
  if (all.length > 0) {
    // A code is written in capitals: "try" and "all" are words.
    const found = all.filter(
      ({ from, to }) =>
        arabic ||
        to - from > 1 ||
        raw.length > 3 ||
        raw === raw.toUpperCase() ||
        raw === 'Dh' ||
        /^(?:yen|won|lei)$/.test(raw),
    );
    const whole = found.find(
      ({ value, from, to }) =>
        value.type === 'currency' && (to - from > 1 || found.every((each) => each.value.type === 'currency')),
    );
    if (whole?.value.type === 'currency') return { code: whole.value.code, codes: null, to: whole.to };
    const shared = found.find(({ value }) => value.type === 'shared');
    if (shared?.value.type === 'shared') {
      const { codes } = shared.value;
      const nationality = arabic ? nationalityAt(words, shared.to) : null;
      const code = nationality && codes.get(nationality.code);
      return { code: code ?? null, codes, to: code != null ? nationality!.to : shared.to };
    }
  }
  // In English the nationality stands before: "Qatari riyals", "Canadian dollars".
  const nationality = capital ? nationalityAt(words, i) : null;
  if (!nationality || nationality.to >= words.length) return null;
  const after = currencyAt(words, nationality.to, 'shared');
  const code = after?.value.codes.get(nationality.code);
  return after && code !== undefined ? { code, codes: null, to: after.to } : null;
}

/** The unit of an amount of money and the words it takes: ISO 4217, else the name as it stands in the text. */
export interface MoneyUnit {
  readonly unit: string;
  /** First word of the amount where the currency stands before the number, else the number's first. */
  readonly from: number;
  readonly to: number;
  /** Offset where the amount begins, where a sign before the digits belongs to it. */
  readonly start: number | null;
  /** Offset of the amount's end, where a sign after the digits belongs to it. */
  readonly end: number | null;
}

/** A country is what a document is about where it is named so many times as often as the next. */
const DOMINANT = 2;

/**
 * The currency meant by a shared name: what it means everywhere, else by the only country of the sentence or of the
 * document that has it, or the one that the document names far oftener than the others. A currency that the document
 * names in full must agree; null where it stays open.
 */
function codeOf({ code, codes }: FoundMoney, { words }: Sentence, context: MoneyContext): CurrencyCode | null {
  if (code !== null || codes === null) return code;
  const everywhere = codes.get('*');
  if (everywhere !== undefined) return everywhere;
  const named = new Set([...codes.values()].filter((each) => context.currencies.has(each)));
  const full = named.size === 1 ? [...named][0]! : null;
  const told = mostNamed(codes, countriesOf(words), Infinity) ?? mostNamed(codes, context.countries, DOMINANT);
  if (told === null || full === null) return told ?? full;
  return told === full ? told : null;
}

/** The currency of the country with such a one that is named alone, or `times` as often as the next. */
function mostNamed(
  codes: ReadonlyMap<string, CurrencyCode>,
  countries: ReadonlyMap<CountryCode, number>,
  times: number,
): CurrencyCode | null {
  const counts = new Map<CurrencyCode, number>();
  for (const [country, code] of codes) {
    const count = countries.get(country);
    if (count !== undefined) counts.set(code, (counts.get(code) ?? 0) + count);
  }
  const [first, second] = [...counts].sort((a, b) => b[1] - a[1]);
  return first && (!second || first[1] >= times * second[1]) ? first[0] : null;
}

/** Pounds are a weight and won is a verb: without a known country such a name needs a large number beside it. */
const isDoubtful = (name: string): boolean =>
  /^(?:pounds?|won|rand|real|bat|lire|بات|ين|بير|sr|ro|le|dh|bd|jd)$/i.test(name);

/**
 * The currency of the number in words `from` to `to` (exclusive), by a name after it, a code before it, or a sign at
 * either end; null where it counts something else. `text` is the document's.
 */
export function moneyUnit(
  sentence: Sentence,
  number: { readonly from: number; readonly to: number; readonly value: number },
  context: MoneyContext,
  text: string,
): MoneyUnit | null {
  const { words, tail } = sentence;
  const { from, to } = number;
  const first = words[from]!;
  const signBefore = /\p{Sc}$/u.test(first.gap) ? first.gap.at(-1)! : null;
  if (signBefore !== null) {
    const letters = words[from - 1];
    const joined =
      letters?.end === first.start - 1
        ? (signBefore === '$' ? DOLLARS : LETTERED[signBefore])?.[letters.folded]
        : undefined;
    if (joined === undefined && SIGNS[signBefore] === undefined) return null;
    const start = joined !== undefined ? letters!.start : text.lastIndexOf(signBefore, first.start);
    return { unit: joined ?? SIGNS[signBefore]!, from: joined !== undefined ? from - 1 : from, to, start, end: null };
  }
  const after = to < words.length ? words[to]!.gap : tail;
  const signAfter = /^\p{Sc}/u.exec(after)?.[0];
  if (signAfter !== undefined && SIGNS[signAfter] !== undefined)
    return { unit: SIGNS[signAfter], from, to, start: null, end: text.indexOf(signAfter, words[to - 1]!.end) + 1 };
  const next = words[to];
  const name = next && /^-?$/.test(next.gap) ? moneyNameAt(words, to) : null;
  if (name && next) {
    const code = codeOf(name, sentence, context);
    if (isDoubtful(next.folded) && (code === null || number.value < 1000) && name.to === to + 1) return null;
    return { unit: code ?? next.raw, from, to: name.to, start: null, end: null };
  }
  const before = words[from - 1];
  if (!before || first.gap !== '' || !/^\p{Lu}\p{L}{0,3}$/u.test(before.raw)) return null;
  const joined = before.end === first.start;
  const unit = { from: from - 1, to, start: null, end: null };
  if (/^[A-Z]{2,3}$|^Dhs?$/.test(before.raw) || joined) {
    const code = currencyAt(words, from - 1, 'currency');
    if (code) return { ...unit, unit: code.value.code };
  }
  // "Rs450 million", "Shs4.8 billion": letters of a currency that several countries share
  const shared = joined || /^[A-Z]?[a-z]?s$|^Rp$/.test(before.raw) ? currencyAt(words, from - 1, 'shared') : null;
  if (!shared) return null;
  const code = codeOf({ code: null, codes: shared.value.codes, to: from }, sentence, context);
  return { ...unit, unit: code ?? before.raw };
}
