import type { Document } from '../corpus/document.js';
import { type Draft, tellParty, UNTOLD } from './agreement-draft.js';
import { told } from './agreement-signing.js';
import { namedParties } from './agreement-zones.js';
import { tagAgreementWords, type Tags } from './agreement-words.js';
import { partyAt, type Party, sameParty } from './parties.js';
import type { Sentence } from './reading.js';
import { unnamedBodies } from './english-bodies.js';

/** The parties of a list that begins at word `from`: "the council in the port and UN agencies", up to a comma. */
function listed({ words }: Sentence, all: readonly Party[], from: number): Party[] {
  const found: Party[] = [];
  for (let i = from; i < words.length && (i === from || !/[,;]/.test(words[i]!.gap)); i++) {
    const party = partyAt(all, i);
    if (!party) continue;
    if (!/^(?:in|at|near)$/.test(words[i - 1]?.folded ?? '')) found.push(party);
    i = party.to - 1;
  }
  return found;
}

const possible = (sentence: Sentence, tags: Tags): Party[] =>
  [...namedParties(sentence, tags), ...unnamedBodies(sentence)].sort((a, b) => a.from - b.from);

/** What was agreed is named by so many words at most. */
const LONGEST_NAME = 6;

/** "The reopening, agreed between the council and the agencies, runs for three months": what was agreed is no paper by its name. */
export function agreedBetween(sentence: Sentence, document: Document): Draft | null {
  const { words, language, kind } = sentence;
  if (language !== 'en' || kind !== 'body') return null;
  const at = words.findIndex(({ folded, gap }, i) => folded === 'agreed' && gap.includes(',') && words[i + 1]?.folded === 'between'); // prettier-ignore
  if (at < 1 || at > LONGEST_NAME) return null;
  const parties = listed(sentence, possible(sentence, tagAgreementWords(words)), at + 2);
  if (parties.length === 0) return null;
  const first = /^(?:the|a|an|this)$/.test(words[0]!.folded) && at > 1 ? 1 : 0;
  return {
    ...UNTOLD,
    sentence,
    kind: 'agreement',
    status: 'signed',
    title: told(document, { start: words[first]!.start, end: words[at - 1]!.end }, sentence),
    parties: parties.map((party) => tellParty(document, party, sentence)),
  };
}

/** How far talks have come, within so many words behind those they are held with. */
const STAGE_WITHIN = 4;
const GOES_ON =
  /^(?:advanced|way|underway|ongoing|continuing|progress|planned|scheduled|begun|started|opened|continue|progressing|held)$/;

/** "has signed such agreements with Fiji, and talks with the governments of Tuvalu and Tonga are at an advanced stage": about one more. */
export function talksBeside(paper: Draft, tags: Tags, document: Document): Draft | null {
  const { sentence, status } = paper;
  const { words, language, kind } = sentence;
  if (language !== 'en' || kind !== 'body' || status !== 'signed') return null;
  const talks = tags.actNouns.find(({ value, to }) => value.act === 'discuss' && words[to]?.folded === 'with');
  if (!talks || !/^(?:and|while|but|where|as)$/.test(words[talks.from - 1]?.folded ?? '')) return null;
  const all = possible(sentence, tags);
  const be = words.findIndex(({ folded }, i) => i > talks.to && /^(?:are|were|have|will|continue)$/.test(folded));
  if (be < 0 || !words.slice(be, be + STAGE_WITHIN + 1).some(({ folded }) => GOES_ON.test(folded))) return null;
  const others = listed(sentence, all.filter(({ to }) => to <= be), talks.to + 1).filter(({ kind: each }) => each === 'country' || each === 'organisation'); // prettier-ignore
  const own = paper.parties
    .slice(0, 1)
    .filter(({ value }) => others.every((other) => sameParty(value, other) !== true));
  if (others.length === 0) return null;
  return {
    ...UNTOLD,
    sentence,
    kind: paper.kind,
    status: 'discussed',
    title: null,
    parties: [...own, ...others.map((party) => tellParty(document, party, sentence))],
  };
}
