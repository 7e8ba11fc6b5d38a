import type { KindWord, Tag, Tags } from './agreement-words.js';
import { isAnnex } from './arabic-agreements.js';
import { partyWordsAt } from './party-words.js';
import type { Sentence, Word } from './reading.js';

/** Words of English between which and the noun phrase a preposition tells how the phrase hangs on what is before. */
const PREPOSITIONS = new Set('of to on for in with at by from under about over into between after before through against towards toward upon regarding during within despite out off per via among'.split(' ')); // prettier-ignore
const PHRASE_ENDS = new Set('and or but that which who whose where when while as if because has have had was were is are be been will would not also its'.split(' ')); // prettier-ignore
const ARTICLES = new Set(['a', 'an', 'the', 'this', 'that', 'these', 'those', 'its', 'their', 'no']);
const DETERMINERS = new Set(['the', 'this', 'that', 'these', 'those', 'said', 'such']);
/** Days and other words that tell when, and stand in no noun phrase that begins behind them. */
const TIMES = new Set('monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december today yesterday tomorrow here'.split(' ')); // prettier-ignore
/** Of these, those that are everyday words in small letters. */
const MONTHS_TOO = new Set(['march', 'may']);
const LONGEST_PHRASE = 9;
export const ARABIC_PREPOSITIONS = new Set(['على', 'الي', 'من', 'حول', 'بشان', 'عن', 'في', 'علي', 'بموجب', 'وفق', 'ضمن', 'مع', 'بين', 'ضد', 'بعد', 'قبل', 'منذ', 'رغم', 'لدي', 'عبر', 'خلال', 'تجاه', 'ازاء', 'دون', 'عقب', 'نحو']); // prettier-ignore

export const hasMarker = (tags: Tags, i: number, type: string): boolean =>
  tags.markers.get(i)?.some(({ value }) => value.type === type) ?? false;

/** The first word of the noun phrase of a kind. */
export function phraseStart({ words, language }: Sentence, tags: Tags, { from }: Tag<KindWord>): number {
  let start = from;
  if (language === 'ar') {
    while (start > 0 && words[start]!.gap === '') {
      const before = [1, 2].find((n) => start - n >= 0 && tags.markers.get(start - n)?.some(({ value, to }) => (value.type === 'quantity' || value.type === 'draft') && to === start)); // prettier-ignore
      if (before !== undefined) start -= before;
      else if (words[start - 1]!.number && !/^\d{4}$/.test(words[start - 1]!.folded)) start--;
      else break;
    }
    return start;
  }
  const verbAt = new Set(tags.verbs.map(({ to }) => to - 1));
  while (start > 0 && from - start < LONGEST_PHRASE && /^["“‘'’”$€£-]*$/u.test(words[start]!.gap)) {
    const { folded } = words[start - 1]!;
    // "the Security Integration and Prosperity Agreement"
    const name =
      folded === 'and' && words[from]!.capital && words[start]!.capital && words[start - 2]?.capital === true;
    if (name && start < from && start > 2 && words[start - 1]!.gap === '' && !isNamed(words, start - 2)) {
      start -= 2;
      continue;
    }
    // "a Horn of Africa early action fund"
    const place = folded === 'of' && words[start]!.capital && words[start - 2]?.capital === true;
    if (place && start < from && words[start - 1]!.gap === '') {
      start -= 2;
      continue;
    }
    if (
      PREPOSITIONS.has(folded) ||
      PHRASE_ENDS.has(folded) ||
      // "signed on Sunday two agreements"
      (TIMES.has(folded) && start - 1 > 0 && (words[start - 1]!.capital || !MONTHS_TOO.has(folded))) ||
      (verbAt.has(start - 1) && !isAdjective(words, start - 1))
    )
      break;
    start--;
    // An article begins the phrase.
    if (ARTICLES.has(folded)) break;
  }
  return start;
}

/** A country, a city or a body, which stands beside a name and not in it. */
const isNamed = (words: readonly Word[], i: number): boolean => partyWordsAt(words, i).length > 0;

/** "a signed agreement", "the proposed treaty": a participle after an article is no verb. */
const isAdjective = (words: readonly Word[], i: number): boolean =>
  /^(?:a|an|the|its|their)$/.test(words[i - 1]?.folded ?? '');

const CONCERNING = /^(?:ال)?(?:خاص|متعلق|مرتبط)(?:ه|ين|ان)?$/;

/** The word by which a noun phrase hangs on what is before it: a preposition, `''` for none. */
export function linkOf({ words, language }: Sentence, kind: Tag<KindWord>, start: number): string {
  if (language === 'ar') {
    const first = start === kind.from ? kind.clitics.preposition : /^[بل](?!ال)/.test(words[start]!.folded) ? '' : '';
    const before = words[start - 1]?.folded ?? '';
    // "المفاوضات الخاصة باتفاقية"
    if (first === 'ب' && CONCERNING.test(before)) return 'بشأن';
    if (first !== '') return first;
    const plain = /^[وف]/.test(before) && ARABIC_PREPOSITIONS.has(before.slice(1)) ? before.slice(1) : before;
    return ARABIC_PREPOSITIONS.has(plain) && /^["“«]?$/.test(words[start]!.gap) ? plain : '';
  }
  // "enter into its own agreement": whose it is stands between.
  const own = /^(?:its|their|his|her|our)$/.test(words[start - 1]?.folded ?? '') ? 1 : 0;
  const before = words[start - 1 - own];
  if (before === undefined || !PREPOSITIONS.has(before.folded)) return '';
  const two = words[start - 2 - own];
  return two && /^(?:out|off|up)$/.test(two.folded) ? `${two.folded} ${before.folded}` : before.folded;
}

export const foldLink = (link: string): string =>
  link === 'على' ? 'علي' : link === 'إلى' ? 'الي' : link === 'بشأن' ? 'بشان' : link;

/** Nouns that only tell more of the one beside them: "partnership agreement", "اتفاق هدنة", "understanding (MoU)". */
function isPartOf(
  { words, language }: Sentence,
  first: Tag<KindWord>,
  second: Tag<KindWord>,
): 'first' | 'second' | null {
  const between = second.from - first.to;
  const gap = words[second.from]!.gap;
  if (between === 0 && /[(“«"]/.test(gap)) return 'second';
  if (language === 'ar') {
    if (
      between === 0 &&
      gap === '' &&
      !second.clitics.conjunction &&
      (second.clitics.preposition === '' || second.value.proof === 'ceasefire')
    )
      return 'second';
    return second.value.proof === 'ceasefire' && between <= 1 && !second.clitics.conjunction && gap === ''
      ? 'second'
      : null;
  }
  if (between === 0 && /^-?$/.test(gap)) return 'first';
  const joined = words
    .slice(first.to, second.from)
    .map(({ folded }) => folded)
    .join(' ');
  return second.value.proof === 'ceasefire' && /^(?:on|for|to|of) (?:a |an |the )?(?:\S+ )?$/.test(joined + ' ')
    ? 'second'
    : null;
}

/** "إعلان جدة", "إعلان باريس": a declaration with its name after it. */
const namesDeclaration = ({ words }: Sentence, { to }: Tag<KindWord>): boolean =>
  words[to]?.gap === '' && !/^(?:عن|ان|ال.{2,})$/.test(words[to].folded) && !ARABIC_PREPOSITIONS.has(words[to].folded);

export function headKinds(sentence: Sentence, kinds: readonly Tag<KindWord>[]): Tag<KindWord>[] {
  const kept: Tag<KindWord>[] = [];
  for (const kind of kinds) {
    // "الإعلان عن" is an announcement; a declaration has a name.
    if (/اعلان$/.test(sentence.words[kind.to - 1]!.folded) && !namesDeclaration(sentence, kind)) continue;
    // "إعلان هدنة": the announcing of one.
    if (/اعلان$/.test(sentence.words[kind.to - 1]!.folded) && kinds.some(({ from, value }) => from === kind.to && value.proof === 'ceasefire')) continue; // prettier-ignore
    if (/^[وفبلك]?(?:ال)?ملحقا?$/.test(sentence.words[kind.to - 1]!.folded) && !isAnnex(kinds, kind)) continue;
    const last = kept.at(-1);
    const part = last ? isPartOf(sentence, last, kind) : null;
    if (part === 'second') continue;
    if (part === 'first') kept.pop();
    kept.push(kind);
  }
  return kept;
}

export const isDefinite = ({ words, language }: Sentence, kind: Tag<KindWord>, start: number): boolean => {
  if (language === 'ar') {
    if (kind.clitics.article || /^(?:[وفبل]?ال|ولل|لل)/.test(words[kind.from]!.folded)) return true;
    return (
      /^(?:هذه|هذا|تلك|ذلك)$/.test(words[start]!.folded) ||
      (kind.to - kind.from > 1 && words[kind.to - 1]!.folded.startsWith('ال'))
    );
  }
  return DETERMINERS.has(words[start]!.folded);
};

export const isDraft = (tags: Tags, start: number, end: number): boolean => {
  for (let i = Math.max(0, start - 1); i < end; i++) if (hasMarker(tags, i, 'draft')) return true;
  return false;
};
