import type { CountryCode } from './countries.js';
import { partyWordAt, partyWordsAt } from './party-words.js';
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

/** What a document tells about money, read when it is asked for: which countries it names, and which currencies it names in full. */
export interface MoneyContext {
  readonly countries: ReadonlySet<CountryCode>;
  readonly currencies: ReadonlySet<CurrencyCode>;
}

/**
 * Which countries and full names of currencies stand in the sentences of a document. A bare "riyal" is then that of the
 * document: the one named in full there, else that of the only country named there which has riyals.
 */
export function moneyContext(sentences: readonly Sentence[]): MoneyContext {
  let read: Tells | null = null;
  const tells = (): Tells => (read ??= readContext(sentences));
  return {
    get countries() {
      return tells().countries;
    },
    get currencies() {
      return tells().currencies;
    },
  };
}

interface Tells {
  readonly countries: Set<CountryCode>;
  readonly currencies: Set<CurrencyCode>;
}

function readContext(sentences: readonly Sentence[]): Tells {
  const countries = new Set<CountryCode>();
  const currencies = new Set<CurrencyCode>();
  for (const { words } of sentences)
    for (let i = 0; i < words.length; i++) {
      for (const { value } of partyWordsAt(words, i))
        if (value.type === 'country' || value.type === 'nationality') countries.add(value.code);
      const money = moneyNameAt(words, i);
      if (money?.code != null && money.to > i + 1) currencies.add(money.code);
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

/** The currency meant by a shared name: by the document, else what it means everywhere; null where it stays open. */
function codeOf({ code, codes }: FoundMoney, context: MoneyContext): CurrencyCode | null {
  if (code !== null || codes === null) return code;
  const everywhere = codes.get('*');
  if (everywhere !== undefined) return everywhere;
  const named = [...codes.values()].filter((each) => context.currencies.has(each));
  if (new Set(named).size === 1) return named[0]!;
  const here = [...codes].filter(([country]) => context.countries.has(country)).map(([, each]) => each);
  return new Set(here).size === 1 ? here[0]! : null;
}

/** Pounds are a weight and won is a verb: without a known country such a name needs a large number beside it. */
const isDoubtful = (name: string): boolean =>
  /^(?:pounds?|won|rand|real|bat|lire|بات|ين|بير|sr|ro|le|dh|bd|jd)$/i.test(name);

/**
 * The currency of the number in words `from` to `to` (exclusive), by a name after it, a code before it, or a sign at
 * either end; null where it counts something else. `text` is the document's.
 */
export function moneyUnit(
  { words, tail }: Sentence,
  number: { readonly from: number; readonly to: number; readonly value: number },
  context: MoneyContext,
  text: string,
): MoneyUnit | null {
  const { from, to } = number;
  const first = words[from]!;
  const signBefore = /([A-Z]{0,2})?[$€£¥₪₹₺]$/u.exec(first.gap) ? first.gap.at(-1)! : null;
  if (signBefore !== null) {
    const letters = words[from - 1];
    const joined =
      signBefore === '$' && letters && letters.end === first.start - 1 ? DOLLARS[letters.folded] : undefined;
    const start = joined !== undefined ? letters!.start : text.lastIndexOf(signBefore, first.start);
    return { unit: joined ?? SIGNS[signBefore]!, from: joined !== undefined ? from - 1 : from, to, start, end: null };
  }
  const after = to < words.length ? words[to]!.gap : tail;
  const signAfter = /^[$€£¥₪₹₺]/u.exec(after)?.[0];
  if (signAfter !== undefined)
    return { unit: SIGNS[signAfter]!, from, to, start: null, end: text.indexOf(signAfter, words[to - 1]!.end) + 1 };
  const next = words[to];
  const name = next && /^-?$/.test(next.gap) ? moneyNameAt(words, to) : null;
  if (name && next) {
    const code = codeOf(name, context);
    if (isDoubtful(next.folded) && (code === null || number.value < 1000) && name.to === to + 1) return null;
    return { unit: code ?? next.raw, from, to: name.to, start: null, end: null };
  }
  const before = words[from - 1];
  if (!before || !/^\p{Lu}/u.test(before.raw) || first.gap !== '' || !/^[A-Z]{2,3}$|^Dhs?$/.test(before.raw))
    return null;
  const code = currencyAt(words, from - 1, 'currency');
  return code ? { unit: code.value.code, from: from - 1, to, start: null, end: null } : null;
}
