import type { Mention } from './agreement-mentions.js';
import type { Party } from './parties.js';
import type { Word } from './reading.js';

/** "the ministry, the society and mobile operator Zainab Connect": what it is stands before the last of a list. */
const COMPANY =
  /^(?:operator|firm|company|giant|telco|airline|carrier|provider|charity|maker|developer|contractor|retailer|partner|group|agency|lender|start-up|startup|manufacturer)$/;
export const isAlsoListed = (words: readonly Word[], { kind, from }: Party, sure: readonly Party[]): boolean => {
  if (kind !== 'name' || !COMPANY.test(words[from - 1]?.folded ?? '')) return false;
  const and = words.slice(0, from).findLastIndex(({ folded }) => folded === 'and');
  return and >= from - 4 && sure.some(({ to, also }) => to + (also?.length ?? 0) === and);
};

/** "a truce brokered by Qatar", "Qatar brokered a truce": who brings others together is no party. */
export const BROKERED = /^(?:brokered|mediated|hosted|sponsored)$/;
export const isBrokered = ({ sentence: { words, language }, trigger }: Mention): boolean =>
  language === 'en' && trigger !== null && words[trigger.from]!.folded.startsWith('broker');

/** Those who take part are named within so many words of a fund. */
const MEMBERS_WITHIN = 8;

/** Where those are named who take part in a fund or initiative or pay for it; -1 for nowhere. */
export function membersAfter({ sentence: { words }, kind: { to, value } }: Mention): number {
  if (value.kind !== 'fund' && value.kind !== 'initiative') return -1;
  for (let i = to; i < Math.min(words.length - 2, to + MEMBERS_WITHIN); i++) {
    const [first, second] = [words[i]!.folded, words[i + 1]!.folded];
    if (/^(?:in|to)$/.test(first) && second === 'which') return TAKE_PART.test(words.slice(i + 2).map(({ folded }) => folded).join(' ')) ? i + 2 : -1; // prettier-ignore
    if (/^(?:financed|funded|capitalised|capitalized)$/.test(first) && second === 'by') return i + 2;
  }
  return -1;
}
const TAKE_PART = /\b(?:take part|participate|contribute|join|would pay|share)\b/;

/** Whether what was launched is told with those whose it is: "an initiative of the society". */
export const ofBodies = ({ sentence: { words }, kind: { to, value }, status }: Mention): boolean =>
  status === 'launched' && (value.kind === 'initiative' || value.kind === 'fund') && words[to]?.folded === 'of';

/** The state of whoever speaks of "his country", "her government" before the act; undefined where it is not named. */
export function ownCountry({ sentence: { words } }: Mention, all: readonly Party[], act: number): Party | undefined {
  const his = words.findIndex(
    ({ folded }, i) => i < act && /^(?:his|her|their)$/.test(folded) && /^(?:country|government|nation)$/.test(words[i + 1]?.folded ?? ''), // prettier-ignore
  );
  return his < 0
    ? undefined
    : all.findLast(({ kind, to }) => to <= his && (kind === 'country' || kind === 'nationality'));
}
