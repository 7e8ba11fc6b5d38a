import { stageAfter, triggerAfter, triggerBefore } from './agreement-acts.js';
import { headKinds, isDefinite, isDraft, linkOf, phraseStart } from './agreement-nouns.js';
import { asAsked, isNone, type Outcome, outcome } from './agreement-outcome.js';
import { parted, type Trigger } from './agreement-status.js';
import { type KindWord, type Tag, namesAgreement, tagAgreementWords, type Tags } from './agreement-words.js';
import { forceBefore, isAnother, isEarlierText, isNamedAgain, isPractice } from './arabic-agreements.js';
import { hasWith } from './english-acts.js';
import type { AgreementStatus } from './kinds.js';
import type { Sentence, Word } from './reading.js';

/** An agreement named in a sentence, with what the sentence does with it. */
export interface Mention {
  readonly sentence: Sentence;
  readonly tags: Tags;
  readonly kind: Tag<KindWord>;
  /** First word of its noun phrase (quantities and adjectives before the noun included). */
  readonly start: number;
  readonly trigger: Trigger | null;
  readonly status: AgreementStatus | null;
  /** "the agreement", "هذه المذكرة": told before, or known. */
  readonly definite: boolean;
  /** Coordinated with the mention before it in the sentence, under one act. */
  readonly coordinated: boolean;
  /** "supports the sector under an agreement with Jordan": that it is in force is only understood. */
  readonly implied: boolean;
  /** "another agreement", "a third": not the one told before. */
  readonly another: boolean;
}

const COMMA = /[,،]/;
const ORDINAL = /^(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|latest|last|only)$/;

/** ", the fifth such deal with a creditor", ", its third pact": tells more of the paper named before, and none besides. */
export const isApposition = (words: readonly Word[], i: number): boolean =>
  i > 0 &&
  COMMA.test(words[i]!.gap) &&
  /^(?:the|its|their|his)$/.test(words[i]!.folded) &&
  ORDINAL.test(words[i + 1]?.folded ?? '');

/** "two documents: a memorandum …, and an agreement …": a paper that the mention before it counts. */
export const isCountedIn = ({ kind }: Mention, { start, sentence }: Pick<Mention, 'start' | 'sentence'>): boolean =>
  sentence.language === 'en' && kind.value.many && start === kind.to && sentence.words[start]!.gap === ':';

/** "إضافة إلى", "فضلا عن" before word `i`. */
const addsOn = (words: readonly Word[], i: number): boolean =>
  /^(?:و?ب?ا?ل?اضافه الي|و?فضلا عن|و?الي جانب|و?كذلك)$/.test(
    `${words[i - 2]?.folded ?? ''} ${words[i - 1]?.folded ?? ''}`,
  );

/** ", the kingdom's wealth fund": who was named before. */
const saysWhoItIs = ({ words, language }: Sentence, { value }: Tag<KindWord>, start: number): boolean =>
  language === 'en' &&
  (value.kind === 'fund' || value.kind === 'initiative') &&
  COMMA.test(words[start]!.gap) &&
  /^(?:the|its|their|his|her)$/.test(words[start]!.folded);

/** "an agreement …, a memorandum … and a protocol": a later one under the act of the first. */
function isCoordinated(sentence: Sentence, tags: Tags, previous: Mention, kind: Tag<KindWord>, start: number): boolean {
  const { words, language } = sentence;
  if (previous.trigger === null || previous.trigger.to > start) return false;
  if (isCountedIn(previous, { start, sentence })) return true;
  if (parted(words, previous.kind.to, start)) return false;
  if (tags.verbs.some(({ from, to, value }) => from >= previous.kind.to && to <= start && value.form !== 'noun' && !value.suffixed && value.form !== 'participle')) return false; // prettier-ignore
  // "وعلى مشروع مذكرة": the conjunction stands with the preposition.
  if (language === 'ar' && /^و(?:علي|الي|من|حول|بشان)$/.test(words[start - 1]?.folded ?? '')) return true;
  if (language === 'ar') return kind.clitics.conjunction || /^و/.test(words[start]!.folded) || addsOn(words, start);
  const before = words[start - 1]?.folded ?? '';
  return (
    /^(?:and|plus)$/.test(before) ||
    /^(?:well as|along with|addition to)$/.test(`${words[start - 2]?.folded ?? ''} ${before}`) ||
    (COMMA.test(words[start]!.gap) &&
      // "with Mumtalakat, the kingdom's wealth fund": who somebody is
      !saysWhoItIs(sentence, kind, start) &&
      words.slice(start, kind.from).every(({ folded }) => !folded.endsWith('ing')))
  );
}

/** ", which was launched by the bank in 2022": the fund was made by somebody. */
const wasLaunched = ({ words }: Sentence, { to }: Tag<KindWord>): boolean =>
  words[to]?.folded === 'which' &&
  /^(?:was|were)$/.test(words[to + 1]?.folded ?? '') &&
  /^(?:launched|established|created|founded)$/.test(words[to + 2]?.folded ?? '') &&
  words[to + 3]?.folded === 'by';

/** "the Fund concluded", "the Children's Fund said": in capitals it is a body, unless it is what somebody launches. */
const isBody = (sentence: Sentence, tags: Tags, kind: Tag<KindWord>): boolean =>
  sentence.language === 'en' &&
  sentence.kind === 'body' &&
  kind.value.kind === 'fund' &&
  sentence.words[kind.to - 1]!.capital &&
  !wasLaunched(sentence, kind) &&
  triggerBefore(sentence, tags, kind, phraseStart(sentence, tags, kind)) === null;

/** "under the 1994 treaty", "under a seven-year memorandum with Jordan": what something is done under is in force. */
function isBasis(sentence: Sentence, kind: Tag<KindWord>, start: number): boolean {
  const { words, language } = sentence;
  if (language !== 'en' || sentence.kind !== 'body' || linkOf(sentence, kind, start) !== 'under') return false;
  const { kind: name, many } = kind.value;
  return (
    !many &&
    kind.value.proof !== 'signature' &&
    name !== 'initiative' &&
    name !== 'fund' &&
    words[start]!.folded !== 'any'
  );
}

/** "cited a 2017 agreement between the ministry and the bank": what is named by its year has been made. */
function isOfYear({ words, language, kind: place }: Sentence, { to, value }: Tag<KindWord>, start: number): boolean {
  if (language !== 'en' || place !== 'body' || value.many || !PAPERS.has(value.kind)) return false;
  const isYear = (word: Word | undefined): boolean => word !== undefined && /^(?:19|20)\d\d$/.test(word.folded);
  return (
    words.slice(start, to).some(isYear) || (/^(?:of|from)$/.test(words[to]?.folded ?? '') && isYear(words[to + 1]))
  );
}

/** "A 2016 peace agreement disarmed the movement": what has done something was made. */
const hasActed = ({ words }: Sentence, { modes }: Tags, { to }: Tag<KindWord>): boolean =>
  words[to]?.gap === '' &&
  (/^[a-z]{3,}ed$/.test(words[to].folded) ||
    /^(?:gave|brought|put|led|split|left|made|saw|set|won)$/.test(words[to].folded)) &&
  !/^(?:expected|planned|proposed|agreed|called|aimed|based|needed|drafted|stalled|faltered)$/.test(words[to].folded) &&
  modes.every(({ value, from }) => from !== to || value.mode !== 'not');

/** A bailout, a credit line: money by its name. */
export const isMoney = ({ words }: Sentence, { from, to }: Tag<KindWord>): boolean =>
  words.slice(from, to).some(({ folded }) => MONEY.test(folded));
const MONEY = /^(?:facility|bailout|arrangement|line|loan|lending|grant)$/;

/** "The Fund approved a bailout for Ghana": the lender has decided, whether it was signed or not. */
const isGranted = (sentence: Sentence, kind: Tag<KindWord>, { trigger, status }: Outcome): boolean =>
  sentence.language === 'en' &&
  status === 'proposed' &&
  trigger?.modality === 'done' &&
  sentence.words[trigger.from]!.folded === 'approved' &&
  isMoney(sentence, kind);

const PAPERS: ReadonlySet<string> = new Set(['memorandum', 'agreement', 'framework', 'treaty']);

/** The agreements that a sentence names and what it does with each, in order. */
export function mentionsIn(sentence: Sentence): Mention[] {
  if (!namesAgreement(sentence.words)) return [];
  const tags = tagAgreementWords(sentence.words);
  const mentions: Mention[] = [];
  const kinds = headKinds(sentence, tags.kinds).filter(
    (kind, n) =>
      !isBody(sentence, tags, kind) &&
      !(sentence.language === 'ar' && ((n > 0 && isNamedAgain(sentence, kind)) || isPractice(sentence, kind))),
  );
  for (const [n, kind] of kinds.entries()) {
    const start = phraseStart(sentence, tags, kind);
    const limit = kinds[n + 1] ? phraseStart(sentence, tags, kinds[n + 1]!) : sentence.words.length;
    const previous = mentions.at(-1);
    if (previous && sentence.language === 'en' && isApposition(sentence.words, start)) continue;
    if (sentence.language === 'ar' && isEarlierText(sentence, start)) continue;
    const coordinated = previous !== undefined && isCoordinated(sentence, tags, previous, kind, start);
    const force = sentence.language === 'ar' ? forceBefore(sentence, tags, kind, start) : null;
    const before: Trigger | null =
      force?.state === 'ended'
        ? { act: 'end', from: force.from, to: force.to, modality: 'done', finite: true }
        : coordinated
          ? previous.trigger
          : previous && saysWhoItIs(sentence, kind, start)
            ? null
            : triggerBefore(sentence, tags, kind, start);
    const after =
      force?.state === 'in_force'
        ? 'in_force'
        : (triggerAfter(sentence, tags, kind, limit) ?? stageAfter(sentence, tags, kind, before, limit));
    const draft = isDraft(tags, start, kind.from);
    const none = isNone(sentence, start);
    const told = asAsked(sentence, outcome(kind.value, before, after, draft, none));
    const open = before === null && after === null && !draft && !none;
    const paper = PAPERS.has(kind.value.kind) && kind.value.proof === 'none' && !kind.value.many;
    const had = told.status === null && open && paper && hasWith(sentence, start, kind.to);
    const implied = had || (told.status === null && open && isBasis(sentence, kind, start));
    const ofYear = told.status === null && open && isOfYear(sentence, kind, start);
    mentions.push({
      sentence,
      tags,
      kind,
      start,
      ...told,
      status: implied
        ? 'in_force'
        : ofYear && hasActed(sentence, tags, kind)
          ? 'signed'
          : ofYear || isGranted(sentence, kind, told)
            ? 'unknown'
            : told.status,
      definite: isDefinite(sentence, kind, start),
      coordinated,
      implied,
      another: sentence.language === 'ar' && isAnother(sentence, kind),
    });
  }
  return mentions;
}
