import type { Span } from '../text/span.js';
import { figureWordAt } from './figure-words.js';
import type { FoundAmount } from './figures.js';
import type { Figure } from './knowledge.js';
import { partiesNamed, type Party } from './parties.js';
import type { Sentence } from './reading.js';

/** How many words from a verb of giving to its giver and its amount, to a recipient, of a purpose, of a duration. */
const VERB_REACH = 22;
const GIVER_REACH = 6;
const RECIPIENT_REACH = 14;
const LONGEST_PURPOSE = 25;
const LONGEST_RECIPIENT = 7;
const DURATION_REACH = 30;
const COMMA = /[,،]/;
const HARD = /[;؛:!?؟]/;

type Parts = Pick<Figure, 'from' | 'to' | 'purpose' | 'duration'>;

const parted = ({ words }: Sentence, a: number, b: number): boolean =>
  words.slice(a + 1, b + 1).some(({ gap }) => HARD.test(gap));

/** The verb or noun of giving or getting nearest before the amount, else the first after it ("500 million was pledged by"). */
function verbOf(
  sentence: Sentence,
  amount: FoundAmount,
): { readonly at: number; readonly to: number; readonly receive: boolean } | null {
  const { words } = sentence;
  for (let i = amount.from - 1; i >= Math.max(0, amount.from - VERB_REACH); i--) {
    if (parted(sentence, i, amount.from)) return null;
    for (const type of ['give', 'receive'] as const) {
      const match = figureWordAt(words, i, type);
      if (match && match.to <= amount.from) return { at: i, to: match.to, receive: type === 'receive' };
    }
  }
  return null;
}

const joinsWith = (sentence: Sentence, i: number): boolean =>
  /^[وف]?(?:مع|with|alongside)$/.test(sentence.words[i]?.folded ?? '');

/** Who pays: the party right after the verb in Arabic, else the only party before it. */
function giverOf(
  sentence: Sentence,
  parties: readonly Party[],
  verb: { readonly at: number; readonly to: number },
  amount: FoundAmount,
): Party | null {
  const sure = parties.filter(({ kind }) => kind !== 'name' && kind !== 'short');
  // A preposition before a name makes it a place or a receiver, not the subject.
  const subject = ({ from }: Party): boolean =>
    !/^(?:في|من|الي|علي|عن|مع|in|to|from|of|at|by|for|with|on)$/.test(sentence.words[from - 1]?.folded ?? '');
  const after = sure.find(
    (party) => party.from >= verb.to && party.from <= verb.to + GIVER_REACH && party.to <= amount.from,
  );
  if (after && sentence.language === 'ar') return after;
  const before = sure.filter(
    (party) =>
      party.to <= verb.at &&
      subject(party) &&
      !joinsWith(sentence, party.from - 1) &&
      !parted(sentence, party.from, verb.at),
  );
  if (before.length === 1) return before[0]!;
  const near = before.at(-1);
  return near && verb.at - near.to <= 2 ? near : null;
}

/** Who gets it: the name or noun phrase after إلى, لصالح or "to". */
function receiverOf(sentence: Sentence, parties: readonly Party[], amount: FoundAmount): Span | null {
  const { words, language } = sentence;
  for (let i = amount.to; i < Math.min(words.length, amount.to + RECIPIENT_REACH); i++) {
    if (HARD.test(words[i]!.gap)) return null;
    const marker = figureWordAt(words, i, 'to');
    if (!marker) continue;
    const party = parties.find(({ from }) => from === marker.to || from === marker.to + 1);
    if (party && party.from <= marker.to + (words[marker.to]?.folded === 'the' ? 1 : 0)) return party;
    const next = words[marker.to];
    // "to support" is a purpose, "to the displaced" a receiver.
    if (
      !next ||
      (language === 'en' &&
        !/^(?:the|its|their|all|some|poor|people|families|refugees|victims|displaced|farmers|children|vulnerable)$/.test(
          next.folded,
        ))
    )
      continue;
    let to = marker.to + 1;
    while (
      to < words.length &&
      to - marker.to < LONGEST_RECIPIENT &&
      words[to]!.gap === '' &&
      !figureWordAt(words, to, 'duration') &&
      !figureWordAt(words, to, 'purpose') &&
      !/^(?:في|من|عبر|بعد|ضمن|in|through|after|by|as|on|at)$/.test(words[to]!.folded)
    )
      to++;
    const start = language === 'en' && next.folded === 'the' ? marker.to + 1 : marker.to;
    return start < to ? { start: words[start]!.start, end: words[to - 1]!.end } : null;
  }
  return null;
}

/** The span of time over which it is given: "على مدى خمس سنوات", "over five years", "سنويا". */
function durationOf({ words }: Sentence, amount: FoundAmount): Span | null {
  // "سنويا على مدى خمس سنوات": how long is told rather than how often
  let often: Span | null = null;
  for (let i = amount.to; i < Math.min(words.length, amount.to + DURATION_REACH); i++) {
    if (HARD.test(words[i]!.gap)) return often;
    const rate = figureWordAt(words, i, 'rate');
    if (rate && i - amount.to <= 2) {
      const { start, end } = { start: words[i]!.start, end: words[rate.to - 1]!.end };
      if (!words[i]!.arabic) return { start, end };
      often = { start, end };
    }
    const marker = figureWordAt(words, i, 'duration');
    if (!marker) continue;
    for (let k = marker.to; k < Math.min(words.length, marker.to + 5); k++) {
      if (COMMA.test(words[k]!.gap)) break;
      const time = figureWordAt(words, k, 'time');
      // "خلال العام الماضي" is when, not how long; a number or a dual makes it a span.
      const counted =
        /(?:ين|ان)$/.test(words[k]!.folded) ||
        words.slice(marker.to, k).some(({ number, folded }) => number || !/^(?:the|this|last|past|ال.*)$/.test(folded));
      if (
        time &&
        counted &&
        !words[k]!.folded.startsWith('ال') &&
        !/^(?:this|last|past|same)$/.test(words[k - 1]!.folded)
      )
        return { start: words[i]!.start, end: words[time.to - 1]!.end };
    }
  }
  return often;
}

/** What it is for: from "لدعم", "من أجل", "to support", "for" to the next comma. */
function purposeOf(sentence: Sentence, amount: FoundAmount, closed: readonly (Span | null)[]): Span | null {
  const { words, language } = sentence;
  for (let i = amount.to; i < Math.min(words.length, amount.to + DURATION_REACH); i++) {
    if (HARD.test(words[i]!.gap)) return null;
    if (closed.some((span) => span && words[i]!.start >= span.start && words[i]!.end <= span.end)) continue;
    const marker = figureWordAt(words, i, 'purpose');
    const next = marker && words[marker.to];
    if (
      !marker ||
      (language === 'en' &&
        (!next ||
          next.number ||
          (/^(?:the|a|an|its|be)$/.test(next.folded) && words[i]!.folded === 'to') ||
          /^(?:first|another|example)$/.test(next.folded)))
    )
      continue;
    if (figureWordAt(words, i, 'to') && next?.capital) continue;
    let to = marker.to;
    while (
      to < words.length &&
      to - i < LONGEST_PURPOSE &&
      !COMMA.test(words[to]!.gap) &&
      !HARD.test(words[to]!.gap) &&
      !/[()]/.test(words[to]!.gap)
    ) {
      if (figureWordAt(words, to, 'duration') && to > marker.to + 1 && durationAt(sentence, to)) break;
      to++;
    }
    return to > i + 1 ? { start: words[i]!.start, end: words[to - 1]!.end } : null;
  }
  return null;
}

const durationAt = (sentence: Sentence, i: number): boolean => {
  for (let k = i + 1; k < Math.min(sentence.words.length, i + 5); k++)
    if (figureWordAt(sentence.words, k, 'time')) return true;
  return false;
};

/** From whom, to whom, for what and over how long, as far as the sentence tells it of this amount. */
export function givenAndTaken(
  sentence: Sentence,
  text: string,
  amount: FoundAmount,
  all: readonly FoundAmount[],
): Parts {
  const next = all.find(({ from }) => from > amount.from);
  // What stands after another amount is told of that one.
  const own: Sentence =
    next && !isClose(amount, next) ? { ...sentence, words: sentence.words.slice(0, next.from), notes: [] } : sentence;
  const parties = partiesNamed(sentence).filter(({ from, to }) => to <= amount.from || from >= amount.to);
  const verb = verbOf(sentence, amount);
  const party = verb && giverOf(sentence, parties, verb, amount);
  const receiver = receiverOf(own, parties, amount);
  const duration = durationOf(own, amount);
  const purpose = purposeOf(own, amount, [receiver, duration]);
  const slice = (span: Span | null): string | null => (span ? text.slice(span.start, span.end) : null);
  return {
    from: verb && !verb.receive ? slice(party) : null,
    to: verb?.receive === true && party ? slice(party) : slice(receiver),
    purpose: slice(purpose),
    duration: slice(duration),
  };
}

/** An equivalent in brackets stands between an amount and what is told of it. */
const isClose = (a: FoundAmount, b: FoundAmount): boolean => a.money && b.money && b.from - a.to <= 5;
