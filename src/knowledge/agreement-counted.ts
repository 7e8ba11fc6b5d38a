import type { Document } from '../corpus/document.js';
import type { Span } from '../text/span.js';
import type { Draft, Told, ToldParty } from './agreement-draft.js';
import { draftOf, tellParty, UNTOLD } from './agreement-draft.js';
import type { Entry } from './agreement-merge.js';
import type { Mention } from './agreement-mentions.js';
import { markerAt, purposeOf, titleOf } from './agreement-phrases.js';
import { tagAgreementWords } from './agreement-words.js';
import { type Party, partiesNamed, sameParty } from './parties.js';
import { evidenceOf, type Sentence } from './reading.js';

/** "The first", "Under the second agreement", "The third, with the ministry": one of several papers told together before. */
const COUNTING = new Set(['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'other', 'last', 'final', 'latter', 'former']); // prettier-ignore
/** Words before "the first". */
const OPENING = new Set(['under', 'through', 'meanwhile', 'while', 'and', 'in', 'as', 'for', 'with', 'by', 'per']);
/** Behind the number either the noun, a verb, or a comma: "the first deal", "the first is", "the first, with". */
const GOES_ON =
  /^(?:is|was|will|would|provides|aims|covers|concerns|includes|supports|seeks|stipulates|calls|relates|deals|focuses|allows|funds|finances|envisages|with|between|one|of|which|signed|concluded)$/;
/** How far behind the sentence that counts them, in paragraphs. */
const WITHIN = 5;
/** The other party is named within so many words. */
const REACH = 12;

/** The papers signed together that were told last before a sentence of the same document. */
function severalBefore(entries: readonly Entry[], { document, paragraph, language }: Sentence): Entry | undefined {
  const several = entries.findLast(({ many, languages, headline }) => many && languages.has(language) && !headline);
  const place = several?.evidence.at(-1);
  return place && place.document === document && paragraph - place.paragraph <= WITHIN ? several : undefined;
}

/** Where the number stands that begins the sentence; -1 where none does. */
function countAt({ words }: Sentence): number {
  const the = words.slice(0, 3).findIndex(({ folded }) => folded === 'the');
  if (the < 0 || words.slice(0, the).some(({ folded }) => !OPENING.has(folded))) return -1;
  return COUNTING.has(words[the + 1]?.folded ?? '') ? the + 1 : -1;
}

/** The party named with one of several papers: behind "with", else who acts behind the comma. */
function otherParty(sentence: Sentence, from: number, to: number): Party[] {
  const { words } = sentence;
  const tags = tagAgreementWords(words);
  const sure = partiesNamed(sentence).filter(({ kind }) => kind === 'organisation' || kind === 'country');
  const comma = words.findIndex(({ gap }, i) => i > from && i < to && gap.includes(','));
  for (let i = from; i < Math.min(to, from + REACH); i++) {
    const next = markerAt(tags, i, 'with', 'between');
    if (next === null) continue;
    const first = sure.find((party) => party.from >= next && party.from <= next + 2);
    const second = first && sure.find((party) => party.from > first.to && party.from <= first.to + 2 && words[first.to]?.folded === 'and'); // prettier-ignore
    if (first) return second ? [first, second] : [first];
  }
  const actor = comma < 0 ? undefined : sure.find((party) => party.from >= comma && party.from <= comma + 2);
  return actor ? [actor] : [];
}

const ARABIC_ORDINAL = /^ال(?:اولي|اول|ثانيه|ثاني|ثالثه|ثالث|رابعه|رابع|خامسه|خامس|سادسه|سادس|اخيره)$/;

/** Of several parties told together those of one paper: who signed them all, and who belongs to a country that is named. */
function partiesOfOne({ parties }: Entry, own: readonly Party[]): readonly ToldParty[] {
  const codes = new Set(own.flatMap(({ countries }) => countries));
  const others = parties.slice(1).filter(({ value }) => value.countries.some((code) => codes.has(code)));
  return parties.length > 2 && others.length === 1 ? [...parties.slice(0, 1), ...others] : parties;
}

/**
 * "المذكرة الأولى", "فيما تخصص الاتفاقية الثانية": each of several papers told together before, with their state and day;
 * none where the sentence counts none.
 */
export function arabicCounted(
  sentence: Sentence,
  mentions: readonly Mention[],
  document: Document,
  entries: readonly Entry[],
  persons: readonly Span[],
): readonly Draft[] {
  if (sentence.language !== 'ar' || sentence.kind !== 'body') return [];
  const isCounted = ({ kind: { value, clitics, to } }: Mention): boolean =>
    (clitics.article || sentence.words[to - 1]!.folded.startsWith('ال')) &&
    !value.many &&
    ARABIC_ORDINAL.test(sentence.words[to]?.folded ?? '');
  const counted = mentions.filter(isCounted);
  const several = counted.length > 0 ? severalBefore(entries, sentence) : undefined;
  if (!several || counted.length < mentions.length) return [];
  const evidence = evidenceOf(sentence);
  const named = counted.length === 1 ? partiesNamed(sentence) : [];
  return counted.map((mention): Draft => {
    const { kind } = mention;
    const title = titleOf(mention, []);
    return {
      ...UNTOLD,
      kind: kind.value.kind,
      another: true,
      coordinated: true,
      status: several.status,
      title: { value: document.text.slice(title.span.start, title.span.end), evidence },
      parties: partiesOfOne(several, named),
      signatories: counted.length === 1 ? draftOf(mention, document, named, persons, null).signatories : [],
      date: several.date,
      sentence,
    };
  });
}

/** Where further numbers stand in the same sentence: "…, while the third is a memorandum with the college". */
function furtherCounts({ words }: Sentence, from: number): number[] {
  const found: number[] = [];
  for (let i = from + 2; i + 1 < words.length; i++) {
    if (words[i]!.folded !== 'the' || !COUNTING.has(words[i + 1]!.folded)) continue;
    const joined = /^(?:and|while|whereas)$/.test(words[i - 1]!.folded) || /[,;]/.test(words[i]!.gap);
    if (joined && (GOES_ON.test(words[i + 2]?.folded ?? '') || words[i + 2]?.gap.includes(',') === true))
      found.push(i + 1);
  }
  return found;
}

/** Papers told one by one, each with the state, the day and the party of all of them; none where the sentence counts none. */
export function englishCounted(
  sentence: Sentence,
  mentions: readonly Mention[],
  document: Document,
  entries: readonly Entry[],
): readonly Draft[] {
  if (sentence.language !== 'en' || sentence.kind !== 'body') return [];
  const at = countAt(sentence);
  const several = at < 0 ? undefined : severalBefore(entries, sentence);
  if (!several) return [];
  const { words } = sentence;
  const next = words[at + 1];
  const places = [at, ...furtherCounts(sentence, at)];
  const named = places.map((place, n) => {
    const limit = Math.min(place + 6, places[n + 1] ?? words.length);
    return mentions.find(({ kind }) => kind.from > place && kind.from <= limit && !kind.value.many) ?? null;
  });
  if (named[0]?.kind.from !== at + 1 && next?.gap.includes(',') !== true && !GOES_ON.test(next?.folded ?? ''))
    return [];
  return places.map((place, n) =>
    countedDraft(sentence, named[n] ?? null, { from: place, to: places[n + 1] ?? words.length }, document, several),
  );
}

/** One of several papers, told by the words `from` to `to`. */
function countedDraft(
  sentence: Sentence,
  named: Mention | null,
  { from, to }: { readonly from: number; readonly to: number },
  document: Document,
  several: Entry,
): Draft {
  const evidence = evidenceOf(sentence);
  const tell = ({ start, end }: { start: number; end: number }): Told => ({
    value: document.text.slice(start, end),
    evidence,
  });
  const title = named && titleOf(named, []);
  const purpose = named && title ? purposeOf(named, title.to, to, partiesNamed(sentence)) : null;
  const own = otherParty(sentence, from, to).map((party): ToldParty => tellParty(document, party, sentence));
  const shared = several.parties.filter(({ value }) => own.every((party) => sameParty(party.value, value) !== true));
  return {
    ...UNTOLD,
    kind: named?.kind.value.kind ?? several.kind,
    coordinated: true,
    status: several.status,
    title: title ? tell(title.span) : null,
    purpose: purpose && tell(purpose),
    // Of several papers with several others each has its own; who signed them all is told first.
    parties: own.length > 0 ? [...shared.slice(0, 1), ...own] : several.parties,
    signatories: several.signatories,
    date: several.date,
    sentence,
  };
}
