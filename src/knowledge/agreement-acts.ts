import { ARABIC_PREPOSITIONS, foldLink, hasMarker, isDraft, linkOf } from './agreement-nouns.js';
import { isInitialled, modalityOf, parted, type Trigger } from './agreement-status.js';
import type { Act, ActNoun, KindWord, Tag, Tags, VerbWord } from './agreement-words.js';
import { clauseAfter, isBygoneAct, isOfName, wordsInCommas } from './arabic-agreements.js';
import { endsClauseBefore, hasEndedSince, INTRANSITIVE, isDue, isToHave, tellsWhose } from './english-acts.js';
import type { Sentence, Word } from './reading.js';

const COMMA = /[,،]/;

/** How many words may lie between an act and its agreement: the subject and its adverbials stand there in Arabic. */
const REACH: Readonly<Record<'ar' | 'en', Readonly<Record<Act, number>>>> = {
  ar: {
    sign: 40,
    reach: 30,
    agree: 25,
    launch: 25,
    renew: 20,
    join: 12,
    apply: 8,
    end: 12,
    propose: 14,
    discuss: 12,
    announce: 14,
    welcome: 12,
  },
  en: {
    sign: 20,
    reach: 12,
    agree: 10,
    launch: 8,
    renew: 8,
    join: 5,
    apply: 5,
    end: 6,
    propose: 8,
    discuss: 8,
    announce: 6,
    welcome: 6,
  },
};
const NOUN_REACH = 7;
/**
 * "discussions were under way with the delegation about a grant agreement", "المفاوضات التي تجريها الحكومة مع البنك بشأن
 * اتفاقية": whom one talks with stands between.
 */
const TALKS_REACH = 14;

const nounReach = ({ words, language }: Sentence, { value, to }: Acting, start: number): number =>
  (language === 'ar' ? wordsInCommas(words, to, start) : 0) +
  (value.type === 'act-noun' && value.act === 'discuss' && words.slice(to, start).every(({ gap }) => !COMMA.test(gap))
    ? TALKS_REACH
    : NOUN_REACH);

/** Acts that make a noun an agreement where the noun alone does not. */
const MAKING: Readonly<Record<KindWord['kind'], readonly Act[]>> = {
  initiative: ['launch', 'propose', 'join', 'announce', 'sign', 'renew', 'reach'],
  fund: ['launch', 'announce', 'propose', 'reach', 'renew'],
  agreement: ['sign', 'reach', 'renew', 'agree', 'launch', 'announce'],
  memorandum: ['sign', 'reach', 'renew'],
  framework: ['sign', 'reach', 'renew'],
  treaty: ['sign', 'reach', 'join', 'renew', 'end'],
  pledge: ['sign'],
  other: ['sign', 'launch', 'join', 'reach'],
};

function accepts({ value }: Tag<KindWord>, act: Act, link: string, language: 'ar' | 'en', draft: boolean): boolean {
  if (act === 'agree' && value.proof !== 'project')
    return value.proof === 'ceasefire' || (language === 'en' && link === '' && value.kind === 'agreement') || isAgreedOn(value, link); // prettier-ignore
  if (value.proof === 'none') return true;
  if (value.proof === 'signature' || value.proof === 'exchange') return act === 'sign' && link === '';
  if (value.proof === 'project') return act === 'apply' || act === 'launch' || act === 'sign' || act === 'agree';
  // "talks on a ceasefire between X and Y"
  if (value.proof === 'ceasefire' && act === 'discuss' && language === 'en') return link === 'on' || link === 'for';
  if (value.proof === 'ceasefire') return act !== 'discuss' && act !== 'launch' && act !== 'join' && act !== 'apply';
  // "seek a deal", "scrap the pact"
  const paper = value.kind === 'agreement' || value.kind === 'memorandum';
  // "discussed a draft memorandum", "looked into a proposed initiative"
  if (language === 'en' && act === 'discuss' && (draft || value.kind === 'memorandum')) return value.kind !== 'other';
  return MAKING[value.kind].includes(act) || (language === 'en' && paper && (act === 'propose' || act === 'end'));
}

/** "agreed on a roadmap", "اتفقا على إعلان مشترك": the paper itself is what they agree on. */
const isAgreedOn = ({ kind, proof }: KindWord, link: string): boolean =>
  /^(?:on|upon|علي)$/.test(link) && proof !== 'signature' && kind !== 'initiative' && kind !== 'fund';

type Acting = Tag<VerbWord> | Tag<ActNoun>;

/** Letters are exchanged, and so are prisoners, views and copies of what was signed before. */
const isExchange = ({ folded }: Word): boolean => folded.startsWith('exchang');

/** Words that begin a clause with a verb of its own, of which the agreement is a part. */
const CLAUSE =
  /^(?:[وف]?(?:ان|انه|انها|انهما|حيث|بان)|that|which|who|while|when|where|because|although|how|why|what|whether)$/;
const opensClause = (words: readonly Word[], from: number, to: number): boolean => {
  for (let i = from; i < to; i++) if (CLAUSE.test(words[i]!.folded) && !isOfName(words[i]!)) return true;
  return false;
};

/** Whether a verb or noun before the agreement governs it through `link`. */
function governs(
  sentence: Sentence,
  tags: Tags,
  tag: Acting,
  kind: Tag<KindWord>,
  start: number,
  link: string,
): boolean {
  const { words, language } = sentence;
  const between = start - tag.to - (link !== '' && kind.clitics.preposition === '' ? 1 : 0);
  const draft = language === 'en' && isDraft(tags, start, kind.from);
  if (between < 0 || !accepts(kind, tag.value.act, link, language, draft)) return false;
  if (isExchange(words[tag.from]!) && kind.value.proof !== 'exchange') return false;
  const noun = tag.value.type === 'act-noun' || tag.value.form === 'noun';
  if (between > (noun ? nounReach(sentence, tag, start) : REACH[language][tag.value.act])) return false;
  if (tag.value.type === 'verb' && tag.value.suffixed && !(noun && link !== '')) return false;
  // "وزير التعليم والبحث العلمي فلان مذكرة": a noun with the article has no object
  if (language === 'ar' && noun && tag.clitics.article && link === '') return false;
  if (parted(words, tag.to - 1, start) || opensClause(words, tag.to, start)) return false;
  // "concluded negotiations on upgrading their pact": it is the talks that were concluded.
  const talks = ({ value, from, to }: Tag<ActNoun>): boolean =>
    value.act === 'discuss' && from >= tag.to && to <= start;
  if (tag.value.type === 'verb' && language === 'en' && tags.actNouns.some(talks)) return false;
  // "وقع اتفاقية مع …، كما شرع في إعداد أخرى": another clause, with a verb of its own.
  if (language === 'ar' && clauseAfter(sentence, tag.to) < start) return false;
  // "وقع البلدان ثلاث اتفاقيات تروم تعزيز الشراكة": the verb has its object already.
  const further = ({ value, from, to }: Tag<KindWord>): boolean =>
    value.proof === 'none' && from >= tag.to && to <= start;
  if (language === 'ar' && kind.value.proof === 'act' && tags.kinds.some(further)) return false;
  if (tag.value.type === 'act-noun')
    return language === 'en'
      ? /^(?:of|on|over|about|for|towards?|regarding|to)$/.test(link)
      : /^(?:حول|بشان|علي|ل)$/.test(foldLink(link)) ||
          // "مفاوضات الاتفاق النووي"
          (link === '' && between === 0 && kind.clitics.article);
  const objects = tag.value.objects.map(foldLink);
  if (noun && link === 'of') return language === 'en' && objects.includes('');
  // "ما تم التوقيع عليه في إعلان جدة": what stands in a paper.
  if (language === 'ar' && tag.value.act === 'sign' && link === 'في' && start - tag.to === 2 && noun)
    return ON_IT.test(words[tag.to]!.folded);
  // The verbal noun of Arabic governs what follows it at once; more words are its subject.
  return objects.includes(foldLink(link));
}

/** The nearest act before the agreement that governs it. */
export function triggerBefore(sentence: Sentence, tags: Tags, kind: Tag<KindWord>, start: number): Trigger | null {
  const link = linkOf(sentence, kind, start);
  const candidates: Acting[] = [...tags.verbs, ...tags.actNouns];
  let best: Acting | null = null;
  for (const tag of candidates) {
    if (tag.to > start || !governs(sentence, tags, tag, kind, start, link)) continue;
    if (best === null || tag.to > best.to || (tag.to === best.to && prefers(sentence, tag, best))) best = tag;
  }
  return best && triggerOf(sentence, tags, best);
}

/** Of two readings of one word: before its object at once an Arabic word is the noun, else the verb. */
function prefers({ language }: Sentence, tag: Acting, other: Acting): boolean {
  const noun = (each: Acting): boolean => each.value.type === 'act-noun' || each.value.form === 'noun';
  return language === 'ar' && !noun(tag) && noun(other);
}

function triggerOf(sentence: Sentence, tags: Tags, tag: Acting): Trigger {
  const { from, to } = tag;
  const modality = modalityOf(sentence, tags, tag);
  // "have concluded negotiations on an agreement": it is ready to be signed.
  if (modality === 'done' && tag.value.type === 'act-noun' && areOver(sentence, from))
    return { act: 'sign', from, to, modality: 'planned', finite: false };
  return { act: tag.value.act, from, to, modality, finite: tag.value.type === 'verb' && tag.value.form !== 'noun' };
}

const OVER =
  /^(?:concluded?|concludes|conclusion|completed?|completes|completion|finali[sz]e[sd]?|wraps?|wrapped|finished|finishes|[وب]?(?:اختتام|استكمال|اتمام)|[وف]?(?:اختتم|استكمل|اتم)(?:ت|ا|وا|تا)?)$/;
/** Talks that have come to their end, by a word at most two words before them. */
const areOver = ({ words }: Sentence, i: number): boolean =>
  /^(?:talks|negotiations|ال(?:مفاوضات|محادثات|مباحثات))$/.test(words[i]!.folded) &&
  words.slice(Math.max(0, i - 3), i).some(({ folded }) => OVER.test(folded));

const AFTER_REACH = 28;
/** What is told of the agreement after it is named: "…, to be signed soon", "التي وقعها", "الموقعة", "expired". */
export function triggerAfter(
  sentence: Sentence,
  tags: Tags,
  kind: Tag<KindWord>,
  limit: number,
): Trigger | 'in_force' | null {
  const { words, language } = sentence;
  const end = Math.min(limit, kind.to + AFTER_REACH, words.length);
  let best: { tag: Tag<VerbWord>; finite: boolean } | null = null;
  for (const tag of tags.verbs) {
    if (tag.from < kind.to || tag.from >= end || parted(words, kind.to, tag.from)) continue;
    if (language === 'en' && kind.value.kind === 'fund' && !MAKING.fund.includes(tag.value.act)) continue;
    if (kind.value.proof === 'signature' && tag.value.act !== 'sign') continue;
    // "the contract was forged": somebody made a false one.
    if (kind.value.proof === 'exchange' || /^(?:exchang|forg)/.test(words[tag.from]!.folded)) continue;
    // "اتفاق سابق، أبرم في مايو، كان قد انهار": the end is what is told.
    const bygone = language === 'ar' && isBygoneAct(sentence, kind, tag);
    const later =
      best &&
      (isStillToSign(sentence, tags, best.tag, tag) ||
        hasEndedSince(sentence, best.tag, tag) ||
        (bygone && tag.value.act === 'end'));
    if (best && best.tag.from <= tag.from && !later) continue;
    if (
      language === 'ar'
        ? bygone || toldAfterArabic(sentence, tags, kind, tag)
        : toldAfterEnglish(sentence, tags, kind, tag)
    )
      best = { tag, finite: true };
  }
  const force = tags.forces.find(
    ({ from, to }) =>
      from >= kind.to &&
      from < end &&
      !parted(words, kind.to, from) &&
      // "واتفقا على وقف العمل ببروتوكول": of the next one
      !(language === 'ar' && tags.kinds.some((other) => other.from === to)),
  );
  // "الاتفاقية التي أبرمتها … انتهى العمل بها": what has ended was signed before.
  const over = language === 'ar' && force?.value.state === 'ended';
  if (force && (!best || force.from < best.tag.from || over)) {
    const future = tags.modes.some(({ value, from, to }) => (value.mode === 'planned' || value.mode === 'proposed') && from >= kind.from && to <= force.from) || words.slice(Math.max(kind.from - 3, 0), force.from).some(({ folded }) => /^[وف]?س[يت]/.test(folded) && folded.length > 4); // prettier-ignore
    // "قررت إنهاء العمل بها في تموز المقبل": until then it is in force.
    const comes =
      language === 'ar' && words.slice(force.to, force.to + 12).some((_, n) => hasMarker(tags, force.to + n, 'later'));
    if (force.value.state === 'ended' && comes) return 'in_force';
    if (force.value.state === 'ended')
      return { act: 'end', from: force.from, to: force.to, modality: future ? 'planned' : 'done', finite: true };
    return future ? null : 'in_force';
  }
  return best && triggerOf(sentence, tags, best.tag);
}

/** So many words behind the noun it may be told how far its text has come. */
const STAGE_REACH = 20;

/** "مشروع بروتوكول قيد الإعداد", "a data deal in the works": a text that is not signed yet, unless its signing was told before. */
export function stageAfter(
  { words, language }: Sentence,
  { stages }: Tags,
  { to }: Tag<KindWord>,
  before: Trigger | null,
  limit: number,
): Trigger | null {
  if (before !== null && before.modality === 'done' && before.act !== 'discuss') return null;
  const stage = stages.find(({ from }) => from >= to && from < Math.min(limit, to + STAGE_REACH));
  if (!stage || parted(words, to, stage.from)) return null;
  const comma = words.slice(to + 1, stage.from).some(({ gap }) => COMMA.test(gap));
  if (comma && language === 'en') return null;
  const planned = stage.value.stage === 'planned';
  const { from } = stage;
  return {
    act: planned ? 'sign' : 'discuss',
    from,
    to: stage.to,
    modality: planned ? 'planned' : 'done',
    finite: false,
    stage: true,
  };
}

const RATIFIED = /^(?:ratified|approved|endorsed)$/;

/** "a pact, initialled in May by X, will be signed": what is still to come decides, not what was done on the way. */
const isStillToSign = (sentence: Sentence, tags: Tags, first: Tag<VerbWord>, later: Tag<VerbWord>): boolean =>
  sentence.language === 'en' &&
  first.value.act === 'sign' &&
  later.value.act === 'sign' &&
  later.from > first.from &&
  // What was signed is only ratified thereafter.
  (isInitialled(sentence, first) || !RATIFIED.test(sentence.words[later.from]!.folded)) &&
  /^(?:be|been)$/.test(sentence.words[later.from - 1]?.folded ?? '') &&
  modalityOf(sentence, tags, later) === 'planned';

const FAR = new Set<Act>(['sign', 'launch', 'renew', 'end']);

/** "سيتم التوقيع عليه", "بعد توقيعها": that very paper. */
const ON_IT = /^علي(?:ه|ها|هما)$/;
/** What follows a passive "وينتظر أن توقع قبل نهاية العام", whose object stands before it. */
const PASSIVE_GOES_ON =
  /^(?:قبل|بعد|في|خلال|غدا|قريبا|لاحقا|مطلع|اواخر|اوائل|نهايه|منتصف|علي|يوم|الاسبوع|الشهر|العام|رسميا|بشكل)$/;
/** How far behind the mode that puts it off such a passive stands. */
const PASSIVE_MODE = 3;

function toldAfterArabic(
  { words }: Sentence,
  tags: Tags,
  kind: Tag<KindWord>,
  { from, to, value, clitics }: Tag<VerbWord>,
): boolean {
  const near = from - kind.to;
  if (value.form === 'noun' && value.act === 'sign' && ON_IT.test(words[to]?.folded ?? '')) return true;
  const passive =
    value.form === 'present' && value.act === 'sign' && !value.suffixed && words[from - 1]?.folded === 'ان';
  if (passive && (words[to] === undefined || words[to].gap !== '' || PASSIVE_GOES_ON.test(words[to].folded)))
    return tags.modes.some(
      (mode) =>
        mode.value.mode === 'planned' && mode.from >= kind.to && from - mode.to <= PASSIVE_MODE && mode.to <= from,
    );
  if (value.form === 'participle') {
    // "غير الموقعة" was not signed; "الموقع" after في or عبر is a site.
    if (/^[وف]?غير$/.test(words[from - 1]!.folded)) return false;
    return (
      near <= 8 &&
      (value.act === 'sign' || near === 0) &&
      !ARABIC_PREPOSITIONS.has(words[from - 1]!.folded) &&
      clitics.preposition === ''
    );
  }
  // "the efforts that it offers": only acts that are done to papers may stand far from them.
  if (value.suffixed) return near <= 3 || FAR.has(value.act);
  // "اتفاقية ثالثة ستوقع الشهر المقبل"
  if (
    value.form === 'present' &&
    clitics.future &&
    value.act === 'sign' &&
    !clitics.conjunction &&
    !kind.clitics.article &&
    near <= 6
  )
    return true;
  // "بموجب بروتوكول وقع مع الوزارة": right behind a noun without the article
  if (value.form === 'past' && value.act === 'sign' && !kind.clitics.article && !clitics.conjunction && near <= 1) {
    const next = words[to]?.folded ?? '';
    return (
      words[from]!.gap === '' && /^(?:مع|في|بين|عام|سنه|العام|الشهر|امس|قبل|خلال|منذ|اليوم|موخرا|سابقا)$/.test(next)
    );
  }
  if (value.form === 'past' || value.form === 'present') return near <= 3 && hasMarker(tags, from - 1, 'relative');
  return false;
}

function toldAfterEnglish(
  { words }: Sentence,
  tags: Tags,
  kind: Tag<KindWord>,
  { from, to, value }: Tag<VerbWord>,
): boolean {
  if (value.form === 'past' || value.form === 'participle') {
    const before = words.slice(Math.max(kind.to, from - 2), from).some(({ folded }) => BE_FORMS.has(folded));
    // "was turned down", "was being looked at" have nothing to do with "turned into", "looked into".
    if (before && !value.objects.includes('') && !value.objects.includes(words[to]?.folded ?? '')) return false;
    if (before) return !tags.markers.get(from - 1)?.some(({ value: marker }) => marker.type === 'relative');
    if (INTRANSITIVE.test(words[from]!.folded) && value.act === 'end')
      return (
        (from - kind.to <= 8 || endsClauseBefore(words, kind.to, from)) &&
        !hasObject(words[to]) &&
        // "to replace one that expired"
        words.slice(kind.to, from).every(({ folded }) => folded !== 'one' && folded !== 'ones')
      );
    if (isJoinedBy(words, tags, kind, { from, to, value })) return true;
    // "to get the deal signed by Friday": somebody wants it signed.
    if (words.slice(Math.max(0, kind.from - 5), kind.from).some(({ folded }) => WANTED.test(folded)))
      return value.act === 'sign' && from === kind.to && isToHave(words, kind.from);
    const next = words[to]?.folded ?? '';
    return (
      from - kind.to <= 8 &&
      (value.act === 'sign' || value.act === 'reach') &&
      /^(?:by|between|in|on|at|last|this|with|earlier|during|today|yesterday|\d+|here|there)$/.test(next) &&
      !subjectBefore(words, kind.to, from)
    );
  }
  // "a pact, clearing the way for leaders to sign it"
  if (value.act === 'sign' && (value.form === 'infinitive' || value.form === 'present'))
    return words[to]?.folded === 'it' || isJoinedBy(words, tags, kind, { from, to, value });
  if (INTRANSITIVE.test(words[from]!.folded) && value.act === 'end')
    return (
      (from - kind.to <= 4 || (tellsWhose(words, kind.to, from) && (value.form === 'present' || isDue(words, from)))) &&
      (value.form === 'present' ||
        (value.form === 'infinitive' &&
          /^(?:will|to|may|could|would|shall|must|should)$/.test(words[from - 1]!.folded)))
    );
  return false;
}
/** A relative clause begins within so many words of its noun: "an agreement for holders of passports which both signed". */
const RELATIVE_WITHIN = 10;
/** So many words may stand between "which" and its verb. */
const RELATIVE_SUBJECT = 8;
/** Who acts where no name stands: "that the two countries signed". */
const BOTH = /^(?:two|both|they|sides|countries|parties|governments|societies|ministries|latter)$/;

/**
 * "the convention, which Qatar ratified in 2009", "the treaty that Iran joined", "an accord that the two sides expect to
 * sign in May": who makes it theirs stands between.
 */
function isJoinedBy(
  words: readonly Word[],
  tags: Tags,
  { to: end }: Tag<KindWord>,
  { from, to, value }: Pick<Tag<VerbWord>, 'from' | 'to' | 'value'>,
): boolean {
  if (value.act !== 'join' && value.act !== 'sign') return false;
  let relative = from - 1;
  while (relative >= end && !hasMarker(tags, relative, 'relative')) relative--;
  if (relative < end || relative - end > RELATIVE_WITHIN) return false;
  if (from <= relative + 1 || from - relative > RELATIVE_SUBJECT) return false;
  const subject = words.slice(relative + 1, from);
  return (
    tags.verbs.every((verb) => verb.to <= relative || verb.from >= from) &&
    subject.some(({ capital, folded }) => capital || BOTH.test(folded)) &&
    subject.every(({ gap }) => gap === '') &&
    words.slice(end, relative).every(({ gap }) => gap === '' || gap === '-') &&
    (words[to] === undefined || words[to].gap !== '' || AFTER_VERB.test(words[to].folded))
  );
}

/** What may follow a verb that has its object before it. */
const AFTER_VERB =
  /^(?:in|on|at|with|last|next|earlier|this|during|under|after|before|by|only|years|decades|two|three|four|five|ten|\d+|as|and|but|alongside|together)$/;

/** "which ended their dispute": the declaration ended something else. */
const hasObject = (next: Word | undefined): boolean =>
  next !== undefined &&
  next.gap === '' &&
  /^(?:the|a|an|its|their|his|her|all|years|decades|months|any|this|that)$/.test(next.folded);

const WANTED = /^(?:get|gets|getting|have|see|want|wants|need|needs|expect|expects|seeing)$/;

const BE_FORMS = new Set(['be', 'been', 'being', 'is', 'are', 'was', 'were']);
/** "the agreement Qatar signed in May" is told of the agreement as well; ", Qatar signed" is another clause. */
const subjectBefore = (words: readonly Word[], a: number, b: number): boolean => words.slice(a, b).some(({ gap }) => gap.includes(',')) && words[b - 1]!.capital; // prettier-ignore
