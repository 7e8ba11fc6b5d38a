import type { Span } from '../text/span.js';
import type { Mention } from './agreement-mentions.js';
import { ownSigning } from './arabic-agreements.js';
import type { Tags } from './agreement-words.js';
import type { Party } from './parties.js';
import type { Sentence } from './reading.js';

/** Longest title and purpose, in words: beyond it the sentence is told, not the agreement. */
const LONGEST_TITLE = 10;
const LONGEST_PURPOSE = 45;
const OPENING = /[“«"„]/;
const CLOSING = /[”»"]/;
const PUNCTUATION = /[,،;؛:.()[\]–—]/;

type MarkerType = 'purpose' | 'away' | 'between' | 'with' | 'relative' | 'both' | 'by' | 'later';

const NONE: readonly never[] = [];

export const markerAt = (tags: Tags, i: number, ...types: readonly MarkerType[]): number | null => {
  for (const { value, to } of tags.markers.get(i) ?? NONE)
    if ((types as readonly string[]).includes(value.type)) return to;
  return null;
};

/** The name in quotation marks that follows a noun at once: مبادرة “…”. Word numbers, or null. */
function quotedAfter({ words, tail }: Sentence, i: number): { from: number; to: number } | null {
  if (words[i] === undefined || !OPENING.test(words[i].gap)) return null;
  // What begins with a small letter is said about it, and no name.
  if (!words[i].arabic && !words[i].capital && !words[i].number) return null;
  for (let to = i + 1; to <= Math.min(words.length, i + 16); to++) {
    const gap = to === words.length ? tail : words[to]!.gap;
    if (CLOSING.test(gap)) return { from: i, to };
  }
  return null;
}

const spanOf = ({ words }: Sentence, from: number, to: number): Span => ({
  start: words[from]!.start,
  end: words[to - 1]!.end,
});

const NO_TITLE = new Set(['a', 'an', 'the', 'this', 'that', 'its', 'their', 'new', 'several', 'various', 'number', 'many', 'two', 'three', 'four', 'five', 'six', 'first', 'second', 'another', 'any', 'such', 'these', 'those', 'said', 'his', 'her', 'our', 'no']); // prettier-ignore

/** Verbal nouns in ت that name what an agreement is about; any other word in ت or ي after an indefinite noun is a verb. */
const NOUNS = new Set('تعاون تجاره تجاري تجاريه تبادل توامه تمويل تنميه تطوير توريد تصدير تدريب تفاهم تسويه تهدئه ترسيم تامين تشغيل تقاسم توسعه تسليح تكامل تنسيق توزيع تخفيف تحكيم تسليم تنفيذي تنفيذيه تاريخي تاريخيه تقني تقنيه تعليمي ثنائي'.split(' ')); // prettier-ignore
const isVerb = (folded: string): boolean => /^[يت].{2,}/.test(folded) && !NOUNS.has(folded);

/** "$12m agreement", "3 billion": the unit of an amount before the noun. */
const isUnit = (words: Sentence['words'], i: number): boolean =>
  words[i - 1]?.number === true && /^(?:m|mn|mln|bn|tn|k|million|billion|trillion|thousand)$/.test(words[i]!.folded);

/** The words that name an agreement: its noun with adjectives, or its name in quotation marks; `to` is after them. */
export function titleOf(
  { sentence, tags, kind, start }: Mention,
  parties: readonly Party[],
): { span: Span; to: number } {
  const { words, language } = sentence;
  const quoted = quotedAfter(sentence, kind.to);
  if (quoted) return { span: spanOf(sentence, quoted.from, quoted.to), to: quoted.to };
  let from = kind.from;
  if (language === 'en') {
    from = start;
    while (
      from < kind.from &&
      (NO_TITLE.has(words[from]!.folded) || words[from]!.number || isUnit(words, from)) &&
      words[from + 1]!.gap !== '-'
    )
      from++;
    return { span: spanOf(sentence, from, kind.to), to: kind.to };
  }
  let to = kind.to;
  const definite = /^(?:[وفبك]?ال|لل|ولل)/.test(words[kind.from]!.folded);
  while (to < words.length && to - from < LONGEST_TITLE) {
    const { gap, folded, number } = words[to]!;
    if (PUNCTUATION.test(gap) || OPENING.test(gap) || number) break;
    if (markerAt(tags, to, 'purpose', 'away', 'between', 'with', 'relative', 'both', 'later') !== null) break;
    // ملحق تعديلي للاتفاقية: another begins
    if (tags.kinds.some(({ from: next, clitics }) => next === to && clitics.preposition !== '')) break;
    if (tags.verbs.some((verb) => verb.from === to) || tags.modes.some((mode) => mode.from === to)) break;
    if (/^(?:الى|الي|علي|على|من|عن|اليوم|امس|ايضا|اخري|بينهما|بينها|بينهم)$/.test(folded)) break;
    // "إبرام مذكرة تفاهم الثلاثاء"
    if (/^(?:الاحد|الاثنين|الثلاثاء|الاربعاء|الخميس|الجمعه|السبت|الشهر|الاسبوع|العام|السنه)$/.test(folded)) break;
    // و joins a second adjective or noun only while the title is definite; ل begins the purpose.
    if (/^و/.test(folded) && !/^وال/.test(folded)) break;
    if (/^ل(?!ل).{3}|^ب(?:قيمه|مبلغ|حضور|موجب|مشاركه|رعايه|تمويل|هدف|واسطه|عنوان|ين)/.test(folded)) break;
    // After a noun with the article only what has it too belongs to the name.
    if (!definite && isVerb(folded)) break;
    if (/^(?:مجددا|رسميا|موخرا|سابقا|اخيرا|لاحقا|حديثا|مستقبلا|ايضا|امتدادا)$/.test(folded)) break;
    if (definite && !/^(?:[وبلف]?ال|لل)/.test(folded)) break;
    if (
      parties.some((party) => party.from === to && party.kind !== 'nationality') &&
      to > kind.to &&
      !/^(?:ال|لل)/.test(folded)
    )
      break;
    to++;
  }
  const first = words[from]!;
  const skipped =
    (kind.clitics.conjunction ? 1 : 0) + (kind.clitics.preposition !== '' && !/^.?لل/u.test(first.raw) ? 1 : 0);
  return { span: { start: first.start + lettersEnd(first.raw, skipped), end: words[to - 1]!.end }, to };
}

/** Code units that the first `letters` letters of a word take, vowel marks included. */
export function lettersEnd(raw: string, letters: number): number {
  let offset = 0;
  for (let n = 0; n < letters; n++) {
    offset++;
    while (/[\p{M}\u0640]/u.test(raw.charAt(offset))) offset++;
  }
  return offset;
}

const GENERAL_FOR = /^ل(?!ل|م$|ن$|دي|ها$|ه$|هم$|كن|ان|اكثر|عدد|جميع|كل|عام).{3}/;

const TIMES = new Set('monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec first behalf sidelines margins which whom'.split(' ')); // prettier-ignore

/** "on Monday", "on the sidelines", "for another five years": when, not what for. */
const isWhen = (words: Sentence['words'], i: number): boolean =>
  TIMES.has(words[i]!.folded) ||
  (words[i]!.folded === 'the' && TIMES.has(words[i + 1]?.folded ?? '')) ||
  words.slice(i, i + 4).some(({ folded }) => /^(?:years?|months?|weeks?|days?)$/.test(folded));

/** A day, a month or a year. */
const isTime = (word: Sentence['words'][number] | undefined): boolean =>
  word !== undefined &&
  ((word.capital && TIMES.has(word.folded)) || (word.number && /^(?:19|20)\d\d$/.test(word.folded)));

/** Where a word begins the purpose: a marker of the list, or ل with a noun right after the title. */
function beginsPurpose(
  { sentence, tags, kind }: Mention,
  i: number,
  titleEnd: number,
  parties: readonly Party[],
): boolean {
  const { words, language } = sentence;
  if (parties.some((party) => party.from === i)) return false;
  if (markerAt(tags, i, 'purpose') !== null) {
    if (language === 'ar') return true;
    const { folded } = words[i]!;
    const next = words[i + 1];
    // "to be signed", "for the first time", "on Monday", "in May" are no purposes.
    if (folded === 'to')
      return (
        next !== undefined &&
        !next.capital &&
        !/^(?:be|the|date|sign|a|both)$/.test(next.folded) &&
        tags.kinds.every(({ from }) => from !== i + 1)
      );
    if (folded === 'for' || folded === 'on' || folded === 'over')
      return next !== undefined && !next.number && !isWhen(words, i + 1);
    return true;
  }
  return language === 'ar' && i === titleEnd && i > kind.from && GENERAL_FOR.test(words[i]!.folded);
}

/** What an agreement is for, as far as the sentence says it after naming it and before `limit`; null where it does not. */
export function purposeOf(mention: Mention, titleEnd: number, limit: number, parties: readonly Party[]): Span | null {
  const { sentence, trigger } = mention;
  const { words } = sentence;
  const force =
    sentence.language === 'en' ? mention.tags.forces.find(({ from }) => from >= titleEnd && from < limit) : undefined;
  const told = trigger && trigger.from >= titleEnd ? trigger.from : (force?.from ?? limit);
  let from = titleEnd;
  while (from < limit && from < titleEnd + 25 && !beginsPurpose(mention, from, titleEnd, parties)) {
    const party = parties.find((each) => each.from <= from && from < each.to);
    if (party) {
      from = party.to;
      continue;
    }
    if (/[;؛.]/.test(words[from]!.gap)) return null;
    if (sentence.language === 'en' && words[from]!.gap === ',' && isReported(sentence, from)) return null;
    from++;
  }
  if (from >= Math.min(limit, titleEnd + 25)) return null;
  let to = from + 1;
  // "للتعاون في مجال المياه المبرمة بين البلدين": its own signing is no purpose
  const own = sentence.language === 'ar' ? ownSigning(mention.tags, mention.kind, words.length) : -1;
  for (; to < limit && to - from < LONGEST_PURPOSE; to++) {
    if (to === own || (to + 1 === own && markerAt(mention.tags, to, 'relative') !== null)) break;
    const { gap } = words[to]!;
    if (/[;؛]/.test(gap) || (to >= told - 3 && told > from && /[,،]/.test(gap))) break;
    if (/[,،]/.test(gap) && endsPurpose(mention, to)) break;
    // "on health on Monday", "to buy gas in 2022": the time is not what it is for.
    if (sentence.language === 'en' && to > from + 1 && /^(?:on|in)$/.test(words[to]!.folded) && isTime(words[to + 1]))
      break;
    if (told < limit && FINITE.test(words[to]!.folded)) break;
    if (sentence.language === 'en' && (to === told || beginsAct(mention, to))) break;
  }
  // "on trade and a note": the next paper begins
  while (to - from > 1 && /^(?:and|or|a|an|the|plus)$/.test(words[to - 1]!.folded)) to--;
  if (to - from < 2) return null;
  return spanOf(sentence, from, to);
}

/** "on air services and agreed to speed up work": another thing that was done. */
const beginsAct = ({ sentence: { words }, tags }: Mention, i: number): boolean =>
  words[i]!.folded === 'and' && tags.verbs.some(({ from, value }) => from === i + 1 && value.form === 'past');

/** Where a verb is still to come the purpose ends before it: "a deal on borders is due to be signed". */
const FINITE = /^(?:is|are|was|were|will|has|have|had|would|could|should|may|must|سيتم|سوف|تم)$/;

/** ", the Kuwait News Agency reported": who says so. */
export const isReported = ({ words }: Pick<Sentence, 'words'>, i: number): boolean => {
  for (let k = i + 1; k < Math.min(words.length, i + 9); k++) {
    if (/[,،]/.test(words[k]!.gap)) return false;
    if (/^(?:said|says|reported|announced|added)$/.test(words[k]!.folded)) return true;
  }
  return false;
};

/** After a comma: witnesses, occasions, the next clause. */
function endsPurpose({ sentence, tags }: Mention, i: number): boolean {
  const word = sentence.words[i]!.folded;
  return (
    markerAt(tags, i, 'away', 'relative', 'later') !== null ||
    tags.verbs.some(({ from, value }) => from === i && value.form !== 'noun') ||
    tags.modes.some(({ from, value }) => from === i && value.mode !== 'done') ||
    isReported(sentence, i) ||
    /^(?:وذلك|وقال|وأكد|واكد|فيما|بينما|كما|سيتم|said|he|she|while|as|bringing|it)$/.test(word)
  );
}
