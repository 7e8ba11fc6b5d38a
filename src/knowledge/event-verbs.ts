import { tagAgreementWords } from './agreement-words.js';
import type { EventVerb } from './event-phrases.js';
import type { Sentence } from './reading.js';

/** "تطوير الحقول وخفض الانبعاثات": what may be a noun as well is a verb only where a clause begins. */
export function isNounAlike({ words, language }: Sentence, { event, form, from }: EventVerb): boolean {
  if (language !== 'ar' || form !== 'past' || !/^(?:decision|discussion|review|aid|attack)$/.test(event)) return false;
  const before = words[from - 1];
  return (
    before !== undefined &&
    words[from]!.gap === '' &&
    !/^[وف]?(?:قد|كان|كانت|ان|انه|انها|التي|الذي|الذين|حيث|فيما|بينما|بعدما|كما|ثم|لم|لن|من|ما|عندما|هكذا|سياق|اخر|متصل|ذلك)$/.test(
      before.folded,
    )
  );
}

/** "أمضى حياته في الخارج": spent, where no paper is told that could be signed. */
export const isSpending = ({ words }: Sentence, { event, from }: EventVerb): boolean =>
  event === 'signing' && /مضي?/.test(words[from]!.folded) && tagAgreementWords(words).kinds.length === 0;

const COMING = new Set(['will', 'upcoming', 'scheduled', 'المقرر', 'المقبل', 'المقبله', 'سوف']);

/** Whether words of the sentence tell of what is to come. */
export const isComing = ({ words }: Sentence): boolean =>
  words.some(({ folded }, i) => COMING.has(folded) || (folded === 'to' && words[i + 1]?.folded === 'be'));

export const isPast = ({ form, future }: EventVerb): boolean => form === 'past' || form === 'participle' || future;

/** Before "to": "is due to visit", "are expected to meet". */
const AWAITED = /^(?:due|set|expected|scheduled|slated|planned|is|are|was|were)$/;

/** "will visit", "is due to swear in", "to be signed": what is still to come, in English. */
export function isToCome({ words, language }: Sentence, { from, form }: EventVerb): boolean {
  if (language !== 'en') return false;
  const before = words.slice(Math.max(0, from - 3), from).map(({ folded }) => folded);
  if (before.some((word) => word === 'will' || word === 'shall')) return true;
  const to = before.lastIndexOf('to');
  if (form === 'present' && /^(?:due|expected)$/.test(words[from + 1]?.folded ?? '')) return true;
  if (to < 0 || (form !== 'infinitive' && !before.includes('be'))) return false;
  return before.slice(0, to).some((word) => AWAITED.test(word)) || AWAITED.test(words[from - 4]?.folded ?? '');
}

/** What is an event without a date as well, where the main verb of a sentence tells it. */
export const STRONG = new Set('visit meeting discussion launch signing call delivery aid office protest travel decision'.split(' ')); // prettier-ignore
/** An Arabic sentence has its main verb among the first words: "وفي سياق متصل، استقبل الوزير …". */
const MAIN_WITHIN = 4;

/** What is to come is an event without a date as well where it is one of these: "are expected to sign a memorandum". */
export const AWAITED_ACTS = new Set(['visit', 'signing', 'meeting']);

/** "The agreement was signed by …", "ووقع الاتفاقية …": the signing of a paper that was told before. */
export function isToldAgain({ words, language }: Sentence, { event, form, from, to }: EventVerb): boolean {
  if (event !== 'signing' || form !== 'past') return false;
  if (language === 'en') {
    const passive = /^(?:was|were)$/.test(words[from - 1]?.folded ?? '') && /^(?:the|both|it)$/.test(words[0]!.folded);
    const active = words[to]?.folded === 'the' && tagAgreementWords(words.slice(to + 1, to + 4)).kinds.length > 0;
    return passive || active;
  }
  if (from > 1) return false;
  const at = words[to]?.folded === 'علي' ? to + 1 : to;
  const { folded } = words[at] ?? { folded: '' };
  return (
    /^عليه(?:ا|ما)?$/.test(folded) ||
    (folded.startsWith('ال') && tagAgreementWords(words.slice(at, at + 3)).kinds.some((kind) => kind.from === 0))
  );
}

/** Whether a verb in the past is the main one of its sentence, as far as the words before it tell. */
export function isMain({ words, language }: Sentence, { event, form, from, told }: EventVerb): boolean {
  if (form !== 'past' || told || !STRONG.has(event) || event === 'decision') return false;
  const before = words[from - 1];
  if (language === 'ar') return from <= MAIN_WITHIN && !/^(?:الذي|التي|ان|انه|انها|حيث)$/.test(before?.folded ?? '');
  return (
    before !== undefined && (/^(?:also|later|has|have|then)$/.test(before.folded) || (before.capital && from <= 10))
  );
}

/** "is appealing today", "are meeting on Monday". */
export const isProgressive = ({ words }: Sentence, { form, from }: EventVerb): boolean =>
  form === 'noun' && /^(?:is|are|was|were)$/.test(words[from - 1]?.folded ?? '');

/** "will not sign", "before the window closes", "if the bank cuts": denied, or only a condition. */
export const isUnreal = ({ words, language }: Sentence, { from, form }: EventVerb): boolean =>
  language === 'en' &&
  (words.slice(Math.max(0, from - 2), from).some(({ folded }) => folded === 'not' || folded === 'never') ||
    (form === 'present' &&
      words
        .slice(Math.max(0, from - 5), from)
        .some(({ folded }) => /^(?:before|if|until|unless|once|whether)$/.test(folded))));
