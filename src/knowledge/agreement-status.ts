import type { Act, AgreementWord, KindWord, Mode, Tag, Tags, VerbWord } from './agreement-words.js';
import { goesOnTalking } from './arabic-agreements.js';
import type { AgreementStatus } from './kinds.js';
import type { Sentence, Word } from './reading.js';

/** What a sentence does with an agreement it names, and the words that say so. */
export interface Trigger {
  readonly act: Act;
  /** Words of the sentence, `to` exclusive. */
  readonly from: number;
  readonly to: number;
  /** How far it came; null where the words leave that open. */
  readonly modality: Modality | null;
  readonly finite: boolean;
  /** Only how far its text has come is told: "in the works". */
  readonly stage?: true;
}

export type Modality = 'done' | 'planned' | 'proposed' | 'not';

/** Acts after which the agreement exists. */
const CONCLUDING = new Set<Act>(['sign', 'reach', 'agree', 'renew', 'join']);

const BE = new Set(['be', 'been', 'being', 'is', 'are', 'was', 'were', 'get', 'got']);

/** Inside a sentence a full stop belongs to an abbreviation. */
const HARD = /[;؛:!?؟]/;

/** Whether a stop, a colon or a semicolon stands between words `a` and `b`. */
export function parted(words: readonly Word[], a: number, b: number): boolean {
  for (let i = a + 1; i <= b; i++) if (HARD.test(words[i]!.gap)) return true;
  return false;
}

/** How many words before an act may say how far it came; a negation or a condition stands nearer. */
const MODE_REACH = 14;
const NEGATION_REACH = 4;

/** Between "would" and its act only adverbs and "be" stand, so many words at most. */
const WOULD_REACH = 3;

/** "said that they would sign": planned; after a wish or beside a condition, or with "to" between, somebody only wants it. */
function wouldMode({ words }: Sentence, { modes }: Tags, from: number, i: number): Mode {
  const near = i - from <= WOULD_REACH + 1 && words.slice(from, i).every(({ folded }) => folded !== 'to');
  const open = modes.some(
    ({ value, from: at }) =>
      (value.mode === 'if' && Math.abs(at - from) <= FUTURE_REACH) ||
      (value.mode === 'proposed' && at < from && from - at <= FUTURE_REACH),
  );
  return near && !open ? 'planned' : 'proposed';
}

/** The nearest word before `i` that tells a mode, of those `wanted`. */
function modeBefore(sentence: Sentence, tags: Tags, i: number, wanted: readonly Mode[], reach: number): Mode | null {
  const { modes } = tags;
  for (let k = modes.length - 1; k >= 0; k--) {
    const { value, from, to } = modes[k]!;
    if (to > i) continue;
    // "لا تزال المشاورات جارية": no denial
    if (value.mode === 'not' && /^[يت]زا?ل/.test(sentence.words[to]?.folded ?? '')) continue;
    if (i - to > reach || parted(sentence.words, from, i)) return null;
    const mode = value.mode === 'would' ? wouldMode(sentence, tags, from, i) : value.mode;
    const near = mode !== 'not' && mode !== 'if' ? reach : NEGATION_REACH;
    if (wanted.includes(mode) && i - to <= near) return mode;
  }
  return null;
}

const ALL: readonly Mode[] = ['done', 'when', 'planned', 'proposed', 'not', 'means', 'if'];
const OPEN: readonly Mode[] = ['planned', 'proposed', 'not', 'if'];

const asModality = (mode: Mode | null): Modality | null =>
  mode === 'if' || mode === 'would' ? 'proposed' : mode === 'means' ? null : mode === 'when' ? 'done' : mode;

/** Whether "tomorrow", "next week" or the like follows within the clause. */
function isLater({ words, language }: Sentence, { markers }: Tags, i: number): boolean {
  for (let k = i + 1; k < Math.min(words.length, i + 25); k++) {
    if (HARD.test(words[k]!.gap)) return false;
    // "عقب التوقيع … بأن العمل سيبدأ قريبا": of something else
    if (language === 'ar' && /^(?:ب?ان|ب?انه|ب?انها|حيث|فيما|بينما)$/.test(words[k]!.folded)) return false;
    if (markers.get(k)?.some(({ value }) => value.type === 'later')) return true;
  }
  return false;
}

const isHeadline = ({ kind }: Sentence): boolean => kind !== 'body';
const TO = /^(?:to|not)$/;

/** The modality of a verb in the present tense: the news of a headline, else what is to come. */
function presentModality(sentence: Sentence, tags: Tags, { from, clitics, value }: Tag<VerbWord>): Modality | null {
  const { words, language } = sentence;
  const negated = modeBefore(sentence, tags, from, ['not'], 2);
  if (negated) return 'not';
  if (clitics.future) return 'planned';
  const before = words[from - 1]?.folded ?? '';
  // "قد يوقع البلدان": they may.
  if (/^[وف]?قد$/.test(before)) return 'proposed';
  if (language === 'ar' && (before === 'ان' || /^[لف]/.test(clitics.preposition))) {
    return asModality(modeBefore(sentence, tags, from, OPEN, MODE_REACH)) ?? 'planned';
  }
  if (isLater(sentence, tags, from)) return 'planned';
  if (isHeadline(sentence) && (from > 0 || language === 'en')) return 'done';
  if (language === 'en') return value.form !== 'present' ? null : isSubordinate(sentence, from) ? 'proposed' : 'done';
  return asModality(modeBefore(sentence, tags, from, OPEN, 6)) ?? 'planned';
}

/** Behind "that" the subject of what is asked for has so many words at most. */
const ASKED_WITHIN = 8;

/** "proposed that the two national societies also work out a plan". */
function isAskedFor({ words, language }: Sentence, { modes }: Tags, from: number): boolean {
  if (language !== 'en') return false;
  for (let i = from - 1; i > 0 && i >= from - ASKED_WITHIN; i--) {
    if (HARD.test(words[i]!.gap)) return false;
    if (words[i]!.folded === 'that') return modes.some(({ value, to }) => value.mode === 'proposed' && to === i);
  }
  return false;
}

/** The English base form: "to sign", "will sign", "did not sign", and "sign" in a headline. */
function infinitiveModality(sentence: Sentence, tags: Tags, from: number): Modality | null {
  const before = sentence.words[from - 1]?.folded ?? '';
  if (TO.test(before)) {
    const mode = asModality(modeBefore(sentence, tags, from, OPEN, MODE_REACH));
    return mode ?? 'planned';
  }
  const mode = asModality(modeBefore(sentence, tags, from, OPEN, 5));
  if (mode) return mode;
  if (isAskedFor(sentence, tags, from)) return 'proposed';
  if (isHeadline(sentence)) return isLater(sentence, tags, from) ? 'planned' : 'done';
  return null;
}

/** "is negotiating", "are also signing". */
const isProgressive = (words: readonly Word[], i: number): boolean =>
  BE.has(words[i - 1]?.folded ?? '') ||
  (/^(?:also|now|still|currently|already)$/.test(words[i - 1]?.folded ?? '') && BE.has(words[i - 2]?.folded ?? ''));

/** "قام كل من … بتوقيع": however long the names between. */
const isCarriedOut = ({ words }: Sentence, i: number): boolean => {
  for (let k = i - 1; k >= Math.max(0, i - 40); k--)
    if (/^[وف]?قام(?:ت|ا|وا|تا)?$/.test(words[k]!.folded)) return !/^(?:لم|ما|لن)$/.test(words[k - 1]?.folded ?? '');
  return false;
};

/** "اتفقت قطر وتركيا على توقيع": agreed upon, and so to come. */
const isAgreedUpon = ({ words, language }: Sentence, { verbs }: Tags, i: number): boolean =>
  language === 'ar' &&
  words[i - 1]?.folded === 'علي' &&
  verbs.some(({ value, to }) => value.act === 'agree' && to < i && i - to <= MODE_REACH && !parted(words, to - 1, i));

/** So many words behind the noun of an act its verb may stand: "the signing of the peace accord is scheduled for Monday". */
const PREDICATE_WITHIN = 12;

/** Whether what follows says that the act is still to come. */
function isScheduled({ words, language }: Sentence, { modes }: Tags, to: number): boolean {
  if (language !== 'en') return false;
  for (let k = to; k < Math.min(words.length, to + PREDICATE_WITHIN); k++) {
    if (/[,;:]/.test(words[k]!.gap)) return false;
    const { folded } = words[k]!;
    if (folded === 'will') return /^(?:take|be|follow|happen|come)$/.test(words[k + 1]?.folded ?? '');
    if (/^(?:was|were|been)$/.test(folded))
      return /^(?:postponed|delayed|rescheduled|deferred)$/.test(words[k + 1]?.folded ?? '');
    if (/^(?:is|are)$/.test(folded))
      return modes.some(({ value, from }) => value.mode === 'planned' && from > k && from <= k + 2);
  }
  return false;
}

/** The noun of an act: توقيع, signing. What stands before it says how far it came; nothing, and it is left open. */
function nounModality(sentence: Sentence, tags: Tags, tag: Tag): Modality | null {
  const { from, clitics } = tag;
  const { preposition } = clitics;
  const reach = sentence.language === 'ar' ? 10 : MODE_REACH;
  if (sentence.language === 'en' && tag.value.type === 'verb' && isProgressive(sentence.words, from))
    return CONCLUDING.has(tag.value.act) || tag.value.act === 'launch' ? 'planned' : 'done';
  if (isAgreedUpon(sentence, tags, from)) return 'planned';
  if (preposition === 'ب' && isCarriedOut(sentence, from)) return 'done';
  if (isScheduled(sentence, tags, tag.to)) return 'planned';
  const mode = modeBefore(sentence, tags, from, ALL, reach);
  const done = mode === 'done' || mode === 'when';
  if (preposition === 'ل' && (mode === null || done || mode === 'means')) return 'planned';
  if (done && isLater(sentence, tags, from) && preposition !== 'ب') return 'planned';
  // "will rise after the signing", "لم يعلن توقيع": what is to come, or did not happen, is not done by what follows it.
  if (mode === 'when') return modeToCome(sentence, tags, from) ?? 'done';
  if (mode === 'done' && isDenied(sentence, tags, from)) return 'not';
  if (mode === 'done' && isSubjunctive(sentence, tags, from))
    return asModality(modeBefore(sentence, tags, from, OPEN, FUTURE_REACH)) ?? 'planned';
  if (mode !== null) return asModality(mode);
  if (isResult(sentence, tags, tag)) return 'done';
  if (isHeadline(sentence) && from <= 1) return headlineModality(sentence, tags, from);
  if (tag.value.type === 'act-noun' && sentence.language === 'ar' && goesOnTalking(sentence, from, tag.to))
    return 'done';
  return isLater(sentence, tags, from) ? 'planned' : null;
}

/** "The presidents met in Doha, signing a treaty": what came of it, unless the sentence tells of what is to come. */
const isResult = (sentence: Sentence, tags: Tags, { from, to, value }: Tag): boolean =>
  sentence.language === 'en' &&
  sentence.kind === 'body' &&
  value.type === 'verb' &&
  sentence.words[from]!.gap === ',' &&
  /^(?:a|an|the|two|three|four|five|several|new)$/.test(sentence.words[to]?.folded ?? '') &&
  tags.modes.every(({ value: mode, from: at }) => at > from || !OPEN.includes(mode.mode)) &&
  !isLater(sentence, tags, 0);

/** How far back, in words, a sentence may have said that it tells of what is to come. */
const FUTURE_REACH = 24;

/** What the words before `i` tell of what is to come, or what somebody wants; null where they do not. */
function modeToCome(sentence: Sentence, tags: Tags, i: number): Modality | null {
  const { words } = sentence;
  const mode = modeBefore(sentence, tags, i, OPEN, FUTURE_REACH);
  if (mode !== null) return mode === 'proposed' ? 'proposed' : 'planned';
  for (let k = i - 1; k >= Math.max(0, i - FUTURE_REACH); k--)
    if (/^[وف]?س[يت].{3}/.test(words[k]!.folded) || words[k]!.folded === 'سوف') return 'planned';
  return null;
}

/** Whether the nearest word of what was done is itself denied: "لم يعلن", "did not announce". */
function isDenied(sentence: Sentence, tags: Tags, i: number): boolean {
  const nearest = tags.modes.findLast(({ value, to }) => value.mode === 'done' && to <= i);
  return nearest !== undefined && modeBefore(sentence, tags, nearest.from, ['not'], 2) === 'not';
}

/** "من المنتظر أن تشهد الدورة توقيع …": the nearest word of what was done is a present behind أن. */
function isSubjunctive({ words, language }: Sentence, { modes }: Tags, i: number): boolean {
  const nearest = modes.findLast(({ value, to }) => value.mode === 'done' && to <= i);
  if (nearest === undefined || language !== 'ar') return false;
  return /^[يت]شهد/.test(words[nearest.from]!.folded) && words[nearest.from - 1]?.folded === 'ان';
}

/** A headline that begins with the act itself: done, unless any word of it puts it off, wishes for it or denies it. */
function headlineModality(sentence: Sentence, tags: Tags, from: number): Modality | null {
  if (isLater(sentence, tags, from)) return 'planned';
  const open = tags.modes.find(({ value }) => OPEN.includes(value.mode));
  return open ? asModality(open.value.mode) : 'done';
}

/** Words after which a present tense tells of no fact. */
const SUBORDINATE = /^(?:if|when|once|unless|until|before|whether|should|till)$/;
const isSubordinate = ({ words }: Sentence, i: number): boolean =>
  words.slice(Math.max(0, i - 8), i).some(({ folded }) => SUBORDINATE.test(folded));

const MODAL = /^(?:to|should|would|could|might|must|may)$/;

const RUNS_OUT = /^(?:expires|lapses|ends|runs)$/;

/** Who initials a text has agreed on it; the signing is still to come. */
const INITIALLED_WITHIN = 14;

/** "initialled an accord", "وقعا بالأحرف الأولى على اتفاق". */
export function isInitialled({ words, language }: Sentence, { from, to }: Pick<Tag, 'from' | 'to'>): boolean {
  if (language === 'en') return words.slice(from, to).some(({ folded }) => folded.startsWith('initial'));
  return words
    .slice(to, to + INITIALLED_WITHIN)
    .some(({ folded }, n) => /^ب?الاحرف$/.test(folded) && words[to + n + 1]?.folded === 'الاولي');
}

/** How far back somebody may deny what is told. */
const REFUTED_WITHIN = 14;

/** "denied that the pact had been shelved", "dismissed reports that they had signed". */
function isRefuted({ words, language }: Sentence, i: number): boolean {
  if (language !== 'en') return false;
  for (let k = i - 1; k >= Math.max(0, i - REFUTED_WITHIN); k--) {
    if (HARD.test(words[k + 1]!.gap)) return false;
    if (!/^(?:denied|denies|deny|denying|refuted|dismissed|rejected)$/.test(words[k]!.folded)) continue;
    return words
      .slice(k + 1, k + 4)
      .some(({ folded }) => /^(?:that|reports|claims|rumou?rs|suggestions)$/.test(folded));
  }
  return false;
}

type Acting = Tag<VerbWord> | Tag<Extract<AgreementWord, { type: 'act-noun' }>>;

/** How far the act of a verb, or of a noun of an act, came. */
export function modalityOf(sentence: Sentence, tags: Tags, tag: Acting): Modality | null {
  const modality = modalityOfAct(sentence, tags, tag);
  if (modality === 'done' && isRefuted(sentence, tag.from)) return 'not';
  return modality === 'done' && tag.value.act === 'sign' && isInitialled(sentence, tag) ? 'planned' : modality;
}

function modalityOfAct(sentence: Sentence, tags: Tags, tag: Acting): Modality | null {
  // "Talks on a treaty will go into another round": the talks themselves are told, however far they came.
  if (tag.value.type === 'act-noun')
    return (
      nounModality(sentence, tags, tag) ?? (sentence.language === 'en' && tag.value.act === 'discuss' ? 'done' : null)
    );
  const { form } = tag.value;
  switch (form) {
    case 'past':
    case 'participle': {
      const passive = sentence.language === 'en' ? passiveModality(sentence, tags, tag.from) : undefined;
      if (passive !== undefined) return passive;
      const causative = sentence.language === 'en' ? causativeModality(sentence, tags, tag.from) : undefined;
      if (causative !== undefined) return causative;
      // "would have signed", "claims to have signed": nobody says that it was done.
      const { words } = sentence;
      if (words[tag.from - 1]?.folded === 'have' && MODAL.test(words[tag.from - 2]?.folded ?? '')) return 'proposed';
      const mode = modeBefore(sentence, tags, tag.from, ['not', 'if'], 3);
      return mode === null ? 'done' : asModality(mode);
    }
    case 'present':
      // "The treaty expires in July": until then it is in force.
      if (tag.value.act === 'end' && sentence.kind === 'body' && RUNS_OUT.test(sentence.words[tag.from]!.folded))
        return 'planned';
      return presentModality(sentence, tags, tag as Tag<VerbWord>);
    case 'infinitive':
      return infinitiveModality(sentence, tags, tag.from);
    case 'noun':
      return nounModality(sentence, tags, tag);
  }
}

/** What is to be signed stands between, with so many words at most. */
const CAUSATIVE_WITHIN = 6;

/** "hopes to have a contract signed", "will get the deal signed": it is not yet; undefined where nobody has it done. */
function causativeModality(sentence: Sentence, tags: Tags, from: number): Modality | null | undefined {
  const { words } = sentence;
  for (let i = from - 2; i > 0 && i >= from - CAUSATIVE_WITHIN; i--) {
    if (/[,;:]/.test(words[i + 1]!.gap)) return undefined;
    if (!/^(?:have|get|see)$/.test(words[i]!.folded)) continue;
    if (!/^(?:to|will|would|should|could|must|can)$/.test(words[i - 1]!.folded)) return undefined;
    return asModality(modeBefore(sentence, tags, i, ['done', ...OPEN], MODE_REACH)) ?? 'planned';
  }
  return undefined;
}

/** "to be signed", "will be signed", "was not signed"; undefined where no passive stands before. */
function passiveModality(sentence: Sentence, tags: Tags, from: number): Modality | null | undefined {
  const { words } = sentence;
  let be = from - 1;
  while (be >= 0 && be > from - 3 && !BE.has(words[be]!.folded)) be--;
  if (be < 0 || be <= from - 3 || !BE.has(words[be]!.folded)) return undefined;
  const verb = words[be]!.folded;
  if (modeBefore(sentence, tags, from, ['not'], 3)) return 'not';
  // "was to have been signed", "should have been signed": it was not.
  if (
    verb === 'been' &&
    words[be - 1]?.folded === 'have' &&
    /^(?:to|should|would|could|might|must)$/.test(words[be - 2]?.folded ?? '')
  )
    return words[be - 2]!.folded === 'to' ? 'planned' : 'proposed';
  if (verb === 'was' || verb === 'were' || verb === 'been')
    return modeBefore(sentence, tags, be, ['if'], 3) ? 'proposed' : 'done';
  if (verb === 'is' || verb === 'are')
    return isSubordinate(sentence, be) ? 'proposed' : isLater(sentence, tags, from) ? 'planned' : 'done';
  const mode = asModality(modeBefore(sentence, tags, be, OPEN, 6));
  return mode ?? 'planned';
}

/** The status that an act in a modality gives an agreement; null where it tells nothing. */
export function statusOf({ act, modality }: Pick<Trigger, 'act' | 'modality'>, kind: KindWord): AgreementStatus | null {
  if (modality === null) return null;
  if (kind.proof === 'project') return modality === 'planned' || modality === 'proposed' ? modality : null;
  if (CONCLUDING.has(act)) {
    if (modality === 'not') return act === 'renew' ? 'ended' : 'discussed';
    // An initiative that was joined or brokered has begun; nobody signs it.
    if (act !== 'sign' && modality === 'done' && (kind.kind === 'initiative' || kind.kind === 'fund'))
      return 'launched';
    return modality === 'done' ? 'signed' : modality;
  }
  switch (act) {
    case 'launch':
      return modality === 'done' ? 'launched' : modality === 'not' ? 'discussed' : modality;
    case 'announce':
      if (modality !== 'done') return modality === 'not' ? null : modality;
      return kind.kind === 'initiative' || kind.kind === 'fund' ? 'launched' : 'unknown';
    case 'propose':
      return modality === 'not' ? null : 'proposed';
    case 'discuss':
      return modality === 'not' ? null : 'discussed';
    case 'welcome':
      return modality === 'done' && kind.kind !== 'initiative' && kind.kind !== 'fund' ? 'unknown' : null;
    case 'end':
      return modality === 'done' ? 'ended' : 'in_force';
    case 'apply':
      return modality === 'not' ? null : 'in_force';
    default:
      return null;
  }
}
