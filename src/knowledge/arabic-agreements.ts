import type { KindWord, Tag, Tags } from './agreement-words.js';
import type { Sentence, Word } from './reading.js';

/** A dateline ends within so many words. */
const DATELINE = 12;

/**
 * The first word after the dateline of an Arabic report, 0 where it has none: "أبوظبي في 4 نوفمبر / وام / …",
 * "عمان 22 أيلول (بترا)- …", "الكويت - 17 - 2 (كونا) -- …".
 */
export function afterDateline({ words }: Pick<Sentence, 'words'>): number {
  let after = 0;
  let slash = -DATELINE;
  for (let k = 1; k < Math.min(words.length, DATELINE); k++) {
    const { gap } = words[k]!;
    if (gap.includes('–') || /^\)-/.test(gap)) after = k;
    // An agency between two slashes; a month may have one ("نوفمبر/ تشرين الثاني").
    if (gap === '/') {
      if (k - slash <= 2) after = k;
      slash = k;
    }
  }
  return after;
}

/** Whether a verb of signing is told of the agreement by its participle, a pronoun or a relative clause. */
function signedAfter({ verbs, markers }: Tags, from: number, to: number): number {
  const found = verbs.find(
    ({ value, from: at }) =>
      at >= from &&
      at < to &&
      (value.act === 'sign' || value.act === 'reach' || value.act === 'renew') &&
      (value.form === 'participle' ||
        (value.form === 'past' &&
          (value.suffixed || (markers.get(at - 1)?.some((marker) => marker.value.type === 'relative') ?? false)))),
  );
  return found?.from ?? -1;
}

/** Whether a later noun is another agreement, and not a part of the first one's name: اتفاق الشراكة, اتفاق وقف إطلاق النار. */
const isOther = (other: Tag<KindWord>, { to }: Tag<KindWord>): boolean =>
  other.from >= to && other.value.proof !== 'ceasefire' && (other.from > to || other.clitics.preposition !== '');

/** Whether a date that begins at offset `start` only says until when: "حتى عام 2029", "بحلول نهاية العام المقبل". */
export function isLimit({ words }: Pick<Sentence, 'words'>, start: number): boolean {
  const i = words.findIndex((word) => word.start >= start);
  return (
    i > 0 && words.slice(Math.max(0, i - 2), i).some(({ folded }) => /^(?:حتي|بحلول|لغايه|غايه|متم|موفي)$/.test(folded))
  );
}

/** Where the words that tell of the agreement's own signing begin after its noun: الموقعة, التي أبرمها; -1 for nowhere. */
export function ownSigning(tags: Tags, kind: Tag<KindWord>, length: number): number {
  const next = tags.kinds.find((other) => isOther(other, kind))?.from ?? length;
  return signedAfter(tags, kind.to, next);
}

/** Whether a date at word `i` dates another agreement of the sentence: "بروتوكول … لاتفاقية المياه المبرمة في 2024". */
export const datesAnother = (tags: Tags, kind: Tag<KindWord>, i: number): boolean =>
  tags.kinds.some((other) => isOther(other, kind) && other.to <= i && signedAfter(tags, other.to, i) >= 0);

const OPENER = /^[وفب]?(?:ان|انه|انها|انهما|انهم|حيث|فيما|بينما)$/;

/** After a comma, words with which something else is told: "، وستوقع …", "، فيما …", "، وقد …". */
const ANOTHER = /^(?:وس[يتن].{2,}|وقد|كما|فيما|بينما|وان|وانه|وانها|مضيفا|مضيفه|موكدا|موكده|لافتا|لافته|مشيرا|مشيره|مبينا|مبينه)$/; // prettier-ignore

/** Whether a comma and such a word begin another clause. */
export const startsClause = ({ gap, folded }: Word): boolean => /[,،]/.test(gap) && ANOTHER.test(folded);

/** Where the clause of word `i` begins, if a word such as أن or وستوقع opens it: what stands before is told of something else. */
export function clauseBefore({ words }: Sentence, i: number): number {
  for (let k = i; k > 0; k--) if ((k < i && OPENER.test(words[k]!.folded)) || startsClause(words[k]!)) return k;
  return 0;
}

/** Offsets of the words that open a clause of its own. */
export const clauseOpeners = ({ words }: Sentence): number[] =>
  words.flatMap(({ folded, start }) => (OPENER.test(folded) ? [start] : []));

/** Where after word `i` another clause begins; the sentence's length for nowhere. */
export function clauseAfter({ words }: Sentence, i: number): number {
  for (let k = i; k < words.length; k++) if (startsClause(words[k]!)) return k;
  return words.length;
}

/** Talks that go on: "المشاورات جارية", "لا تزال المفاوضات مستمرة". */
export const goesOnTalking = ({ words }: Sentence, from: number, to: number): boolean =>
  words
    .slice(Math.max(0, from - 3), to + 3)
    .some(({ folded }) => /^(?:ال)?(?:جاريه|مستمره|متواصله|تجري|تتواصل|تستمر|تزال)$/.test(folded));

/** An annex is one to an agreement that is named next (ملحق للاتفاقية); الملحق الثقافي is a person. */
export const isAnnex = (kinds: readonly Tag<KindWord>[], { to, clitics }: Tag<KindWord>): boolean =>
  !clitics.article && kinds.some((other) => other.from === to && other.clitics.preposition !== '');

/** Words after a noun that tell it from the one named before: اتفاقية أخرى, مذكرة ثالثة, بروتوكول سابق. */
const OTHER =
  /^(?:اخري?|ثاني|ثانيه|ثالثه?|رابعه?|خامسه?|سادسه?|سابقه?|مماثله?|منفصله?|مستقله?|اضافيه?|مشابهه?|موازيه?)$/;

export const isAnother = ({ words }: Sentence, { to }: Tag<KindWord>): boolean =>
  words.slice(to, to + 2).some(({ folded, gap }) => gap === '' && OTHER.test(folded));

/** Modes before "وقف العمل" after which nothing has ended yet; that it was agreed or decided is enough. */
const WANTED =
  /^(?:دعا|دعت|دعوه|دعوات|طالب|طالبت|يطالب|تطالب|هدد|هددت|يهدد|تهدد|لوح|يعتزم|تعتزم|ينوي|تنوي|بحث|يبحث|قبل|لم|لن|رفض|رفضت|يرفض|ترفض|نفي|نفت|احتمال|امكانيه|حال|اذا|عدم|دون)$/;
const WANTED_REACH = 5;

/**
 * What words of force before an agreement say of it: "سريان الاتفاق", "وقف العمل بالبروتوكول", "انتهى العمل بالاتفاقية";
 * null where there are none, or where it is only wanted or feared.
 */
export function forceBefore(
  { words }: Sentence,
  { forces }: Tags,
  kind: Tag<KindWord>,
  start: number,
): { readonly state: 'in_force' | 'ended'; readonly from: number; readonly to: number } | null {
  const force = forces.findLast(({ to }) => to <= start);
  if (!force || force.to !== start) return null;
  const { preposition } = kind.clitics;
  if (start === kind.from && preposition !== '' && preposition !== 'ب') return null;
  const before = words.slice(Math.max(0, force.from - WANTED_REACH), force.from);
  if (before.some(({ folded }) => WANTED.test(folded.replace(/^[وف](?=.{3})/, '')))) return null;
  return { state: force.value.state, from: force.from, to: force.to };
}

/** "X بينها وبين الجيش", at its وبين: who is meant stands before, as the party named last. */
export const meansBefore = (words: readonly Word[], i: number): boolean =>
  words[i]?.folded === 'وبين' && /^بين(?:ه|ها|هم|هما)$/.test(words[i - 1]?.folded ?? '');

/** "اتفاق يضم الجمعية والصندوق", "بروتوكول يجمع المكتب بالمديرية": a verb that names the parties. */
export const namesParties = (words: readonly Word[], i: number): boolean =>
  /^[يت](?:ضم|جمع)$/.test(words[i]?.folded ?? '') && words[i]?.gap === '';

/** "رئيس مجلس الوزراء" is an office: the cabinet concludes nothing by that. */
export const isOfficeOfCabinet = (words: readonly Word[], i: number): boolean =>
  words[i]?.folded === 'مجلس' &&
  words[i + 1]?.folded === 'الوزراء' &&
  /^[وفبل]?رييسه?$/.test(words[i - 1]?.folded ?? '');
