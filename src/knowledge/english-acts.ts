import type { Tag, VerbWord } from './agreement-words.js';
import type { Sentence, Word } from './reading.js';

/** English verbs that an agreement itself is the subject of. */
export const INTRANSITIVE = /^(?:expire|lapse|collapse|end|run|ran|come|came|fall|fell|break|broke|unravel)/;

/** "a first accord, concluded in 2018, which expired in June": that it was made is told on the way to its end. */
export const hasEndedSince = ({ words, language }: Sentence, first: Tag<VerbWord>, later: Tag<VerbWord>): boolean =>
  language === 'en' &&
  later.value.act === 'end' &&
  later.from > first.from &&
  (first.value.act === 'sign' || first.value.act === 'reach' || first.value.act === 'agree') &&
  INTRANSITIVE.test(words[later.from]!.folded);

/** "a ceasefire between the government and the movement expires": what comes between tells only whose it is. */
export const tellsWhose = (words: readonly Word[], end: number, from: number): boolean =>
  /^(?:between|of|with|on|for)$/.test(words[end]?.folded ?? '') &&
  words.slice(end, from).every(({ gap, folded }) => !gap.includes(',') && !/^(?:that|which|who|when|before|after)$/.test(folded)); // prettier-ignore

/** "is due to expire" */
export const isDue = (words: readonly Word[], from: number): boolean =>
  words[from - 1]!.folded === 'to' &&
  /^(?:due|set|scheduled|expected|about|going)$/.test(words[from - 2]?.folded ?? '');

/** So many words may stand between a preposition and the end of its noun phrase. */
const LONGEST_OBJECT = 4;

/**
 * "a deal that let ships sail through the northern straits expired", "a truce brokered by Chad in May collapsed": a clause
 * that belongs to the noun goes on to the verb and ends with what a preposition or an infinitive governs, so that the verb
 * has no nearer subject.
 */
export function endsClauseBefore(words: readonly Word[], end: number, from: number): boolean {
  const next = words[end]?.folded ?? '';
  if (!/^(?:that|which)$/.test(next) && !/ed$|^(?:signed|struck|made|begun)$/.test(next)) return false;
  if (words.slice(end, from + 1).some(({ gap }) => gap.includes(','))) return false;
  for (let i = from - 2; i >= Math.max(end, from - 1 - LONGEST_OBJECT); i--) {
    const { folded } = words[i]!;
    if (/^(?:of|to|from|through|in|at|on|with|for|by|into|across|via|under|over|between)$/.test(folded)) return true;
    if (words[i - 1]?.folded === 'to') return true;
    if (/^(?:that|which|who|while|when|where|because|although|before|after|as|until|since|and|but)$/.test(folded))
      return false;
  }
  return false;
}

/** "hoped to have a contract signed": what is wanted is told of the contract. */
export const isToHave = (words: readonly Word[], from: number): boolean =>
  words
    .slice(Math.max(0, from - 5), from)
    .some(({ folded }, n, near) => /^(?:have|get|see)$/.test(folded) && near[n - 1]?.folded === 'to');

/** Between "has" and the noun phrase. */
const ALREADY = /^(?:already|also|still|long|currently|had)$/;

/** "has a memorandum of understanding with UNICEF", "have had an agreement with the ministry": what somebody has with somebody is in force. */
export function hasWith({ words, language, kind }: Sentence, start: number, end: number): boolean {
  if (language !== 'en' || kind !== 'body' || words[end]?.folded !== 'with' || words[start]!.folded === 'no')
    return false;
  let i = start - 1;
  while (i > 0 && ALREADY.test(words[i]!.folded)) i--;
  return /^(?:has|have)$/.test(words[i]?.folded ?? '') && !/^(?:to|would|could|should|might|must|may|will|not|they|we)$/.test(words[i - 1]?.folded ?? ''); // prettier-ignore
}
