import type { PartialDate } from '../corpus/date.js';
import { anchorOf, type Draft, dateTold, isPossible, type Told } from './agreement-draft.js';
import type { Entry } from './agreement-merge.js';
import { evidenceOf, type Reading, type Sentence } from './reading.js';
import { datesIn } from './sentence-dates.js';

/** Occasions that a report has told of before, with the article: "وعقب اللقاء", "وعلى هامش الحفل", "شهدت الزيارة". */
const OCCASION =
  /^[وفبك]?(?:ال|لل)(?:لقاء|حفل|زياره|اجتماع|جوله|مباحثات|محادثات|مشاورات|جلسه|موتمر|قمه|مناسبه|فعاليه|احتفال|احتفاليه|ورشه|منتدي|ملتقي|دوره|ندوه|مراسم|معرض|افتتاح|تدشين|اطلاق)$/;
/** Words before an occasion, whose name may follow: "على هامش حفل الإطلاق", "في ختام أعمال الدورة". */
const AT = /^[وف]?(?:هامش|ختام|عقب|خلال|اثناء|نهايه|اعقاب|ب?مناسبه)$/;
const NOUN = /^(?:حفل|اعمال|مراسم|جلسه|اجتماع|زيارته|زيارتها|لقايه|لقايها|لقايهما|اجتماعهما|فعاليات)$/;
const SIGNED = /^(?:وقع|ابرم)(?:ت|ا|وا)?$/;
/** Told of another time than that of the report. */
const BEFORE = /^[وف]?(?:كان|كانت|كانا|سبق|حينها|انذاك|وقتها)$/;
/** Behind an occasion: another one. */
const ANOTHER = /^ال(?:سابقه?|ماضيه?|مقبله?|قادمه?|اخيره?)$/;
const ANOTHER_WITHIN = 4;

/** The day stands in one of so many sentences at the beginning. */
const LEAD = 4;

/** Whether a sentence tells of something done at the occasion that its document is about. */
function isAtOccasion({ words }: Sentence): boolean {
  if (words.some(({ folded }) => BEFORE.test(folded))) return false;
  // "كما وقع الجانبان …": at the same occasion
  if (words[0]?.folded === 'كما' && SIGNED.test(words[1]?.folded ?? '')) return true;
  return words.some(
    ({ folded }, i) =>
      (OCCASION.test(folded) ||
        (AT.test(folded) && NOUN.test(words[i + 1]?.folded ?? '') && words[i + 1]!.gap === '')) &&
      !words.slice(i + 1, i + ANOTHER_WITHIN).some((word) => ANOTHER.test(word.folded)),
  );
}

/** Reads on which day the occasion of an Arabic report was, from its first sentences; once a document, and only when asked. */
export function occasionOf({ document, sentences }: Reading): (draft: Draft) => Told<PartialDate> | null {
  let lead: Told<PartialDate> | null | undefined;
  const dayOfLead = (): Told<PartialDate> | null => {
    for (const sentence of sentences
      .filter(({ kind, language }) => kind === 'body' && language === 'ar')
      .slice(0, LEAD)) {
      const dates = datesIn(document, sentence);
      const anchor = anchorOf(document, sentence, dates);
      for (const found of dates) {
        const date = dateTold(found, anchor, 'past');
        if (date?.value == null || date.precision !== 'day' || !isPossible(date, anchor, 'past')) continue;
        return { value: { ...date, basis: 'inferred' }, evidence: evidenceOf(sentence) };
      }
    }
    return null;
  };
  return ({ status, sentence, headline, date }) => {
    const done = status === 'signed' || status === 'launched';
    if (!done || headline || date !== null || sentence.language !== 'ar' || !isAtOccasion(sentence)) return null;
    return (lead ??= dayOfLead());
  };
}

/** Names of at least so many letters tell that it is the same person. */
const NAME = 4;

/**
 * "كما وقعت المصري مع سفير الاتحاد الأوروبي اتفاقية منحة": a further paper by the hand of who signed the one before, for the
 * same party. The draft itself where it is none.
 */
export function furtherSigning(draft: Draft, entries: readonly Entry[], { text }: { readonly text: string }): Draft {
  const { sentence, status, parties } = draft;
  const { words } = sentence;
  if (sentence.language !== 'ar' || status !== 'signed' || words[0]?.folded !== 'كما' || !SIGNED.test(words[1]?.folded ?? '')) return draft; // prettier-ignore
  const last = entries.findLast((entry) => entry.status === 'signed' && !entry.many);
  const place = last?.evidence.at(-1);
  if (!last || place?.document !== sentence.document || sentence.paragraph - place.paragraph > 1) return draft;
  const told = last.evidence.map(({ start, end }) => text.slice(start, end)).join(' ');
  const to = words.findIndex(({ folded }) => folded === 'مع');
  const signer = words.slice(2, Math.max(2, to)).some(({ raw }) => raw.length >= NAME && told.includes(` ${raw}`));
  const first = last.parties[0];
  return {
    ...draft,
    parties: signer && parties.length === 1 && first && last.parties.length > 1 ? [first, ...parties] : parties,
  };
}
