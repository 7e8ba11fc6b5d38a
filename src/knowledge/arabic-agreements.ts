import type { KindWord, Tag, Tags, VerbWord } from './agreement-words.js';
import type { Party } from './parties.js';
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

/** "بيتر فان دايك": part of a name, and no "so that". */
export const isOfName = ({ raw, gap }: Word): boolean => raw === 'فان' && gap === '';

const OPENER = /^[وفب]?(?:ان|انه|انها|انهما|انهم|حيث|فيما|بينما)$/;

/** After a comma, words with which something else is told: "، وستوقع …", "، فيما …", "، وقد …". */
const ANOTHER = /^(?:وس[يتن].{2,}|وقد|كما|فيما|بينما|وان|وانه|وانها|مضيفا|مضيفه|موكدا|موكده|لافتا|لافته|مشيرا|مشيره|مبينا|مبينه)$/; // prettier-ignore

/** Whether a comma and such a word begin another clause. */
export const startsClause = ({ gap, folded }: Word): boolean => /[,،]/.test(gap) && ANOTHER.test(folded);

/** Where the clause of word `i` begins, if a word such as أن or وستوقع opens it: what stands before is told of something else. */
export function clauseBefore({ words }: Sentence, i: number): number {
  for (let k = i; k > 0; k--)
    if ((k < i && OPENER.test(words[k]!.folded) && !isOfName(words[k]!)) || startsClause(words[k]!)) return k;
  return 0;
}

/** Offsets of the words that open a clause of its own. */
export const clauseOpeners = ({ words }: Sentence): number[] =>
  words.flatMap((word) => (OPENER.test(word.folded) && !isOfName(word) ? [word.start] : []));

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

const WAS = /^[وف]?كان(?:ت|ا|تا|وا)?$/;
const ALREADY = /^[وف]?قد$/;
/** Between كان and the قد of its verb its subject stands, and so many words at most. */
const WAS_REACH = 30;

/** Where the كان stands that makes a pluperfect of the verb at word `i`: "وكان البلدان قد أبرما", "كانت قد وقعت"; -1 for nowhere. */
function pluperfectAt({ words }: Sentence, i: number): number {
  if (!ALREADY.test(words[i - 1]?.folded ?? '')) return -1;
  for (let k = i - 2; k >= Math.max(0, i - WAS_REACH); k--) if (WAS.test(words[k]!.folded)) return k;
  return -1;
}

/** "سبق أن وقعت", "سبق له أن أبرم", "سبق وأن": done before. */
const isDoneBefore = ({ words }: Sentence, i: number): boolean =>
  /^[وف]?ان$/.test(words[i - 1]?.folded ?? '') &&
  words.slice(Math.max(0, i - 5), i - 1).some(({ folded }) => /^[وف]?سبق$/.test(folded));

/**
 * Whether an agreement is told as one of before: without the article, in the pluperfect ("وكان البلدان قد أبرما في عام
 * 2021 اتفاقية"). "وكانا قد وقعا الاتفاقية" means the one that is the news.
 */
export function isBygone(mention: {
  readonly sentence: Sentence;
  readonly kind: Tag<KindWord>;
  readonly trigger: { readonly from: number } | null;
  readonly definite: boolean;
}): boolean {
  const { sentence, trigger, definite } = mention;
  if (sentence.language !== 'ar' || sentence.kind !== 'body' || definite || !trigger) return false;
  return pluperfectAt(sentence, trigger.from) >= 0 || isDoneBefore(sentence, trigger.from);
}

/** Whether a verb behind an agreement tells what had become of it: "وكان اتفاق سابق … قد انهار", of the noun right behind كان. */
export const isBygoneAct = (sentence: Sentence, kind: Tag<KindWord>, { from, value }: Tag<VerbWord>): boolean =>
  value.form === 'past' &&
  (value.act === 'end' || value.act === 'sign') &&
  pluperfectAt(sentence, from) === kind.from - 1;

/** Where the verb stands by which an agreement was signed whose end is told behind it: "أبرم، سنة 2016، اتفاقية … انتهت مدتها سنة 2021". */
export const signedThenEnded = (
  { verbs }: Tags,
  kind: Tag<KindWord>,
  { act, from }: { readonly act: string; readonly from: number },
): number =>
  act !== 'end' || from < kind.to
    ? -1
    : (verbs.findLast(
        ({ value, to }) => value.act === 'sign' && value.form === 'past' && to <= from && kind.from - to <= DATELINE,
      )?.from ?? -1);

/** "النسخة الأولى من الاتفاقية", "المرحلة السابقة من البرنامج": an earlier text, whose end is not that of this one. */
export const isEarlierText = ({ words }: Sentence, start: number): boolean =>
  words[start - 1]?.folded === 'من' &&
  /^ال(?:اولي|سابقه|ماضيه|قديمه)$/.test(words[start - 2]?.folded ?? '') &&
  /^[وفب]?ال(?:نسخه|صيغه|طبعه|مرحله|دوره)$/.test(words[start - 3]?.folded ?? '');

/** "…، وهي الاتفاقية التي دخلت حيز التنفيذ", "وعرف باسم اتفاق بيروت": the one just named. */
export const isNamedAgain = ({ words }: Sentence, { clitics, from: start }: Tag<KindWord>): boolean => {
  const before = words[start - 1]?.folded ?? '';
  if (/^(?:باسم|ب)$/.test(before)) return /^(?:و?[يت]?عرف(?:ت)?|ال?معروفه?|و?سمي(?:ت)?)$/.test(words[start - 2]?.folded ?? ''); // prettier-ignore
  return clitics.article && /^و?(?:هي|هو)$/.test(before);
};

/** Who takes part in what is set up is named within so many words of it. */
const PARTAKING_WITHIN = 24;

/** The words after "مبادرة تشارك فيها", "صندوق تسهم فيه": who takes part in it follows. */
export function partakersAt({ words }: Sentence, { kinds }: Tags, { to }: Tag<KindWord>): number[] {
  const next = kinds.find(({ from }) => from > to)?.from ?? words.length;
  const found: number[] = [];
  for (let i = to; i < Math.min(next, to + PARTAKING_WITHIN) - 1; i++)
    if (
      /^[وس]{0,2}[يت](?:شارك|سهم|ساهم|شترك|نخرط|تشارك)$/.test(words[i]!.folded) &&
      /^في(?:ه|ها|هما)$/.test(words[i + 1]!.folded)
    )
      found.push(i + 2);
  return found;
}

/** "وقعها عن الجانب المصري فلان … وعن الجانب الصيني فلان": for whom it was signed, behind its noun. */
export function onBehalf({ words }: Sentence, { verbs }: Tags, { to }: Tag<KindWord>, all: readonly Party[]): Party[] {
  const signed = verbs.find(
    ({ value, from }) => value.act === 'sign' && value.form === 'past' && from >= to - DATELINE,
  );
  if (!signed) return [];
  return all.filter(
    ({ from, kind }) =>
      from > Math.max(to, signed.to) && kind !== 'city' && kind !== 'name' && /^و?عن$/.test(words[from - 1]!.folded),
  );
}

/** How many of the words between `from` and `to` stand between two commas: "مصادقة تشاد، بموجب مرسوم صدر أمس، على معاهدة". */
export function wordsInCommas(words: readonly Word[], from: number, to: number): number {
  const commas: number[] = [];
  for (let i = from; i <= to && i < words.length; i++) if (/[,،]/.test(words[i]!.gap)) commas.push(i);
  return commas.length === 2 ? commas[1]! - commas[0]! : 0;
}

/** Between "وقعت" and its contract stands who signed it, in so many words at most. */
const CONTRACT_REACH = 16;
/** "عقد الاجتماع": the verb. */
const HELD =
  /^(?:ال)?(?:اجتماع|اجتماعا|لقاء|جلسه|موتمر|موتمرا|قمه|دوره|مباحثات|محادثات|مشاورات|ورشه|ندوه|قران|قرانه|من|كامل|ونصف)/;

/** Whether "عقد", which may be a decade or "he held" as well, is a contract: what is signed, or is told to be. */
export function isContract(words: readonly Word[], { from, to }: Tag<KindWord>, verbs: Tags['verbs']): boolean {
  if (to - from > 1 || !/^(?:[وفبل]?|[وفب]?ال|لل)عقد$/.test(words[from]!.folded)) return true;
  if (HELD.test(words[to]?.folded ?? '')) return false;
  return verbs.some(({ value, from: first, to: last }) => {
    if (value.act !== 'sign') return false;
    if (first === to) return value.form === 'participle' || value.form === 'past';
    if (value.form === 'noun') return last === from || (last === from - 1 && words[last]!.folded === 'علي');
    return value.form !== 'participle' && !value.suffixed && last <= from && from - last <= CONTRACT_REACH;
  });
}

/** "بروتوكولات العلاج", "بروتوكول صحي", "البروتوكولات الأمنية": rules of a trade, and no paper between two. */
const PRACTICE =
  /^(?:ال)?(?:علاج|علاجيه?|علاجي|طبي|طبيه|صحي|صحيه|وقايه|وقايي|وقاييه|سلامه|تعقيم|تطعيم|تلقيح|رعايه|تشخيص|تغذيه|تشغيل|انترنت|امني|امنيه|ملكي|رياسي|دوله|جراحي|جراحيه|سريري|سريريه)$/;

export const isPractice = ({ words }: Sentence, { from, to }: Tag<KindWord>): boolean =>
  to - from === 1 &&
  /بروتوكول(?:ات|ين|ا)?$/.test(words[from]!.folded) &&
  words[to]?.gap === '' &&
  PRACTICE.test(words[to].folded);

/** A part of a body, which concludes nothing by itself. */
const PART = /^(?:دايره|اداره|قسم|مكتب|برنامج|بعثه|مديريه|قطاع|وحده|فرع)$/;

/** "المدير الإقليمي لدائرة الشرق الأوسط في البنك الدولي", at its في: the bank is the party. */
export const isPartOfBody = (
  words: readonly Word[],
  i: number,
  part: Party | undefined,
  body: Party | undefined,
): boolean =>
  words[i]!.folded === 'في' &&
  words[i]!.gap === '' &&
  part?.to === i &&
  PART.test(part.words[0] ?? '') &&
  body?.kind === 'organisation';
