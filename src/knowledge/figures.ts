import type { Corpus } from '../corpus/document.js';
import { overlaps, type Span } from '../text/span.js';
import { figureWordAt } from './figure-words.js';
import { givenAndTaken } from './figure-parts.js';
import type { Amount, Evidence, Figure } from './knowledge.js';
import { type MoneyContext, moneyContext, moneyUnit } from './money.js';
import { numberAt } from './numerals.js';
import { evidenceOf, type Reading, readingsOf, type Sentence } from './reading.js';
import { datesIn } from './sentence-dates.js';

/** An amount where it stands. Words `from` to `to` (exclusive) of its sentence. */
export interface FoundAmount extends Amount, Span {
  readonly from: number;
  readonly to: number;
  readonly money: boolean;
}

/** The counted noun after a number, adjectives of number aside: "500 families", "30 طنا". */
function countedAt({ words }: Sentence, to: number): number | null {
  for (let i = to; i < Math.min(words.length, to + 2); i++) {
    if (!/^-?$/.test(words[i]!.gap)) return null;
    const noun = figureWordAt(words, i, 'counted');
    if (noun) return noun.clitics.conjunction || noun.clitics.preposition !== '' ? null : noun.to;
    // One adjective may stand between in English: "500 displaced families".
    if (words[i]!.arabic) return null;
  }
  return null;
}

/** Every amount of a sentence: money in any unit, and counted things of the list. Years and days are none. */
export function amountsIn(sentence: Sentence, text: string, context: MoneyContext): FoundAmount[] {
  const { words } = sentence;
  const amounts: FoundAmount[] = [];
  for (let i = 0; i < words.length; i++) {
    const number = numberAt(words, i);
    if (!number) continue;
    const money = moneyUnit(sentence, number, context, text);
    if (money) {
      const start = money.start ?? words[money.from]!.start + (money.from === i ? number.clitics : 0);
      const end = money.end ?? words[money.to - 1]!.end;
      amounts.push({
        value: number.value,
        unit: money.unit,
        text: text.slice(start, end),
        start,
        end,
        from: money.from,
        to: money.to,
        money: true,
      });
      i = money.to - 1;
      continue;
    }
    const to = countedAt(sentence, number.to);
    if (to !== null) {
      const start = words[i]!.start + number.clitics;
      const noun = words[to - 1]!;
      const first = figureWordAt(words, to - 2, 'counted')?.to === to ? words[to - 2]! : noun;
      amounts.push({
        value: number.value,
        unit: text.slice(first.start, noun.end),
        text: text.slice(start, noun.end),
        start,
        end: noun.end,
        from: i,
        to,
        money: false,
      });
      i = to - 1;
    } else i = number.to - 1;
  }
  return amounts;
}

/** Whether `second` is `first` told in another currency: in brackets right after it, or after "that is", "ما يعادل". */
function isEquivalent({ words }: Sentence, first: FoundAmount, second: FoundAmount): boolean {
  if (!first.money || !second.money || first.unit === second.unit || second.from - first.to > 5) return false;
  let bracket = false;
  let equal = second.from > first.to;
  for (let i = first.to; i <= second.from; i++) if (/[([]/.test(words[i]!.gap)) bracket = true;
  // "900 million and spent some $2 million": nothing but words for "that is" stands between what is one amount
  for (let i = first.to; equal && i < second.from;) {
    const match = figureWordAt(words, i, 'equal');
    if (match) i = Math.min(match.to, second.from);
    else if (/^(?:the|an|a|of|to|that|is|اي|ما)$/.test(words[i]!.folded)) i++;
    else equal = false;
  }
  const between = second.from - first.to;
  return (bracket && between <= 3) || equal;
}

/** A figure while its document is read. */
interface Entry extends Omit<Figure, 'evidence' | 'equivalents'> {
  readonly equivalents: Amount[];
  readonly evidence: Evidence[];
}

const asAmount = ({ value, unit, text }: FoundAmount): Amount => ({ value, unit, text });

function figuresOfSentence(reading: Reading, sentence: Sentence, context: MoneyContext): Entry[] {
  const { text } = reading.document;
  const found = amountsIn(sentence, text, context);
  if (found.length === 0) return [];
  const dates = datesIn(reading.document, sentence);
  const entries: Entry[] = [];
  let last: { entry: Entry; amount: FoundAmount } | null = null;
  for (const amount of found) {
    if (dates.some((date) => overlaps(date, amount) && date.end - date.start >= amount.end - amount.start)) continue;
    if (last && isEquivalent(sentence, last.amount, amount)) {
      last.entry.equivalents.push(asAmount(amount));
      continue;
    }
    const entry: Entry = {
      ...asAmount(amount),
      equivalents: [],
      ...givenAndTaken(sentence, text, amount, found),
      evidence: [evidenceOf(sentence)],
    };
    entries.push(entry);
    last = { entry, amount };
  }
  return entries;
}

const agree = (a: string | null, b: string | null): boolean => a === null || b === null || a === b;

/** Whether a figure is told again: the same value and unit in the same document, and nothing told of it differs. */
const isAgain = (entry: Entry, other: Entry): boolean =>
  entry.value === other.value &&
  (entry.unit === other.unit || entry.equivalents.some(({ unit }) => unit === other.unit)) &&
  agree(entry.duration, other.duration);

/**
 * The amounts of a corpus: money with its ISO 4217 unit, and counted things (tonnes, families, doses) with their noun as
 * it stands. An amount given in two currencies is one figure; nothing is added up or converted. A currency whose name
 * several countries share is told by the nationality beside it, else by the document (`moneyContext`); where that leaves
 * it open the unit is its name as it stands. From, to, purpose and duration are told only where the sentence tells them.
 */
export function extractFigures(corpus: Corpus): Figure[] {
  const figures: Figure[] = [];
  for (const reading of readingsOf(corpus)) {
    const entries: Entry[] = [];
    const context = moneyContext(reading.sentences);
    for (const sentence of reading.sentences)
      for (const entry of figuresOfSentence(reading, sentence, context)) {
        const again = entries.findIndex((earlier) => isAgain(earlier, entry));
        if (again < 0) entries.push(entry);
        else entries[again] = told(entries[again]!, entry);
      }
    figures.push(...entries);
  }
  return figures;
}

/** A figure with what a second telling adds. */
function told(entry: Entry, again: Entry): Entry {
  const same = (a: Evidence, b: Evidence): boolean => a.start === b.start && a.paragraph === b.paragraph;
  const adds = again.evidence.filter((each) => !entry.evidence.some((known) => same(known, each)));
  return {
    ...entry,
    from: entry.from ?? again.from,
    to: entry.to ?? again.to,
    purpose: entry.purpose ?? again.purpose,
    duration: entry.duration ?? again.duration,
    equivalents: entry.equivalents.length > 0 ? entry.equivalents : again.equivalents,
    evidence: [...entry.evidence, ...adds],
  };
}
