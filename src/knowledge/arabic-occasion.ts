import type { PartialDate } from '../corpus/date.js';
import { anchorOf, type Draft, dateTold, isPossible, type Told } from './agreement-draft.js';
import { evidenceOf, type Reading, type Sentence } from './reading.js';
import { datesIn } from './sentence-dates.js';

/** Occasions that a report has told of before, with the article: "وعقب اللقاء", "وعلى هامش الحفل", "شهدت الزيارة". */
const OCCASION =
  /^[وفبك]?(?:ال|لل)(?:لقاء|حفل|زياره|اجتماع|جوله|مباحثات|محادثات|مشاورات|جلسه|موتمر|قمه|مناسبه|فعاليه|احتفال|احتفاليه|ورشه|منتدي|ملتقي|دوره|ندوه|مراسم|معرض|افتتاح|تدشين|اطلاق)$/;
/** Words before an occasion, whose name may follow: "على هامش حفل الإطلاق", "في ختام أعمال الدورة". */
const AT = /^[وف]?(?:هامش|ختام|عقب|خلال|اثناء|نهايه|اعقاب|ب?مناسبه)$/;
const NOUN = /^(?:حفل|اعمال|مراسم|جلسه|اجتماع|زيارته|زيارتها|لقايه|لقايها|لقايهما|اجتماعهما|فعاليات)$/;
/** Told of another time than that of the report. */
const OTHER_TIME = /^[وف]?(?:كان|كانت|كانا|سبق|سابق|سابقه|السابق|السابقه|الماضي|الماضيه|المقبل|المقبله|القادم|القادمه|حينها|انذاك|وقتها)$/; // prettier-ignore

/** The day stands in one of so many sentences at the beginning. */
const LEAD = 4;

/** Whether a sentence tells of something done at the occasion that its document is about. */
function isAtOccasion({ words }: Sentence): boolean {
  if (words.some(({ folded }) => OTHER_TIME.test(folded))) return false;
  return words.some(
    ({ folded }, i) =>
      OCCASION.test(folded) || (AT.test(folded) && NOUN.test(words[i + 1]?.folded ?? '') && words[i + 1]!.gap === ''),
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
