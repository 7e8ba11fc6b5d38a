import { isContract } from './arabic-agreements.js';
import { AGREEMENT_KINDS, type AgreementKind } from './kinds.js';
import { alternatives, type Match, matchOf } from './phrases.js';
import { listMatcher, type RowsOf } from './list-matcher.js';
import type { Word } from './reading.js';
import { arabicForms, englishForms, type VerbForm } from './verb-forms.js';

/** What can be done with an agreement; lists/agreement-verbs.tsv says which verbs do it. */
export const ACTS = [
  'sign', 'reach', 'agree', 'launch', 'renew', 'join', 'apply', 'end', 'propose', 'discuss', 'announce', 'welcome',
] as const; // prettier-ignore
export type Act = (typeof ACTS)[number];

export const MODES = ['done', 'when', 'planned', 'proposed', 'would', 'not', 'means', 'if'] as const;
export type Mode = (typeof MODES)[number];

export interface KindWord {
  readonly type: 'kind';
  readonly kind: AgreementKind;
  readonly proof: 'none' | 'act' | 'ceasefire' | 'project' | 'signature' | 'exchange';
  readonly many: boolean;
}

export interface VerbWord {
  readonly type: 'verb';
  readonly act: Act;
  readonly form: VerbForm;
  readonly suffixed: boolean;
  /** Words after which its object stands, `''` for directly. */
  readonly objects: readonly string[];
}

export interface ModeWord {
  readonly type: 'mode';
  readonly mode: Mode;
}

/** A noun of an act that is no verb's noun (talks, signature). */
export interface ActNoun {
  readonly type: 'act-noun';
  readonly act: Act;
}

export interface ForceWord {
  readonly type: 'force';
  readonly state: 'in_force' | 'ended';
}

/** How far a text has come that nobody has signed: "in the works", "قيد الإعداد". */
export interface StageWord {
  readonly type: 'stage';
  readonly stage: 'planned' | 'discussed';
}

const MARKERS = [
  'later',
  'both',
  'between',
  'with',
  'by',
  'for',
  'away',
  'purpose',
  'quantity',
  'relative',
  'draft',
  'law',
] as const;
export interface Marker {
  readonly type: (typeof MARKERS)[number];
}

export type AgreementWord = KindWord | VerbWord | ModeWord | ActNoun | ForceWord | StageWord | Marker;

const oneOf = <T extends string>(values: readonly T[], value: string, where: string): T => {
  const found = values.find((each) => each === value);
  if (found === undefined) throw new Error(`${where}: "${value}" is none of ${values.join(', ')}`);
  return found;
};

const PRONOUNS = ['ه', 'ها', 'هم', 'هما'];
/** رغبة → رغبتهما: the round t opens before a pronoun. */
const withPronoun = (word: string, pronoun: string): string => word.replace(/ة$/, 'ت') + pronoun;

function* kindEntries(rowsOf: RowsOf): Iterable<readonly [string, AgreementWord]> {
  for (const { cells, line } of rowsOf('agreement-kinds')) {
    const [, kind, proof, number, nouns] = cells as [string, string, string, string, string];
    const where = `agreement-kinds.tsv, line ${line}`;
    const word: KindWord = {
      type: 'kind',
      kind: oneOf(AGREEMENT_KINDS, kind, where),
      proof: oneOf(['none', 'act', 'ceasefire', 'project', 'signature', 'exchange'], proof, where),
      many: oneOf(['one', 'many'], number, where) === 'many',
    };
    for (const noun of alternatives(nouns)) {
      yield [noun, word];
      // شراكته, اتفاقيتهما; "اتفاقهما" is rather that they agree.
      if (/^\S+ة$/.test(noun)) for (const pronoun of PRONOUNS) yield [withPronoun(noun, pronoun), word];
    }
  }
}

function* verbEntries(rowsOf: RowsOf): Iterable<readonly [string, AgreementWord]> {
  for (const { cells, line } of rowsOf('agreement-verbs')) {
    const [language, act, object, verbs] = cells as [string, string, string, string];
    const objects = object.split(',').map((word) => (word === '-' ? '' : word));
    for (const verb of alternatives(verbs))
      for (const { form, suffixed, word } of language === 'ar' ? arabicForms(verb) : englishForms(verb))
        yield [
          word,
          { type: 'verb', act: oneOf(ACTS, act, `agreement-verbs.tsv, line ${line}`), form, suffixed, objects },
        ];
  }
}

function wordOf(type: string, value: string, where: string): AgreementWord {
  switch (type) {
    case 'mode':
      return { type, mode: oneOf(MODES, value, where) };
    case 'act-noun':
      return { type, act: oneOf(ACTS, value, where) };
    case 'force':
      return { type, state: oneOf(['in_force', 'ended'], value, where) };
    case 'stage':
      return { type, stage: oneOf(['planned', 'discussed'], value, where) };
    default:
      return { type: oneOf(MARKERS, type, where) };
  }
}

function* otherEntries(rowsOf: RowsOf): Iterable<readonly [string, AgreementWord]> {
  for (const { cells, line } of rowsOf('agreement-words')) {
    const [language, type, value, words] = cells as [string, string, string, string];
    const word = wordOf(type, value, `agreement-words.tsv, line ${line}`);
    for (const each of alternatives(words)) {
      yield [each, word];
      // Nouns of intent carry a pronoun: مساعيهم, جهودها.
      if (language === 'ar' && type === 'mode' && !each.includes(' ') && each.length > 3)
        for (const pronoun of PRONOUNS) yield [withPronoun(each, pronoun), word];
    }
  }
}

const matcher = listMatcher<AgreementWord>((rowsOf) => [
  ...kindEntries(rowsOf),
  ...verbEntries(rowsOf),
  ...otherEntries(rowsOf),
]);

export type Tag<T extends AgreementWord = AgreementWord> = Match<T>;

/** The words of a sentence that have to do with agreements, by type, in order. Of one type the longest at each word. */
export interface Tags {
  readonly kinds: readonly Tag<KindWord>[];
  readonly verbs: readonly Tag<VerbWord>[];
  readonly modes: readonly Tag<ModeWord>[];
  readonly actNouns: readonly Tag<ActNoun>[];
  readonly forces: readonly Tag<ForceWord>[];
  readonly stages: readonly Tag<StageWord>[];
  /** For each word the markers that begin there. */
  readonly markers: ReadonlyMap<number, readonly Tag<Marker>[]>;
}

const isVerb = (tag: Tag): tag is Tag<VerbWord> => tag.value.type === 'verb';
const isMarker = (tag: Tag): tag is Tag<Marker> => (MARKERS as readonly string[]).includes(tag.value.type);

/** No finite verb of Arabic has the article or a preposition, but ل before the present: التوصل is the noun alone. */
const isVerbForm = ({ value: { form }, clitics: { article, preposition } }: Tag<VerbWord>): boolean =>
  form === 'past'
    ? !article && preposition === ''
    : form !== 'present' || (!article && (preposition === '' || preposition === 'ل'));

/** Whether a sentence names an agreement at all: most do not, and need no closer look. */
export function namesAgreement(words: readonly Word[]): boolean {
  for (let i = 0; i < words.length; i++) if (matcher.find(words, i, 'kind')) return true;
  return false;
}

/** "in May" inside a sentence, where "may" would be small. */
const isMonth = (words: readonly Word[], i: number): boolean =>
  i > 0 && words[i]!.folded === 'may' && words[i]!.capital && words[i]!.raw !== 'MAY';

/** A paper that is signed, and not an initiative or a fund. */
const isSigned = ({ value: { kind, proof } }: Tag<KindWord>): boolean =>
  proof !== 'project' && kind !== 'fund' && kind !== 'initiative';

/** What letters that make an agreement are about: "exchanged letters on a grant", and no congratulations. */
const OF_LETTERS =
  /^(?:grants?|loans?|aid|assistance|finance|financing|funding|credit|project|projects|programme|program|protocol|agreement|treaty|accord|exemption|extension|amendment|debt|construction|rehabilitation|supply|renewing|extending|amending|constituting|concerning|\d+)$/;
/** Between the verb and its letters, and between the letters and what they are about, stand at most so many words. */
const [LETTERS_WITHIN, ABOUT_WITHIN] = [3, 8];

/** "exchanged letters on a grant", "exchanged notes renewing a protocol". */
const isExchanged = (words: readonly Word[], { from, to }: Tag<KindWord>): boolean =>
  words.slice(Math.max(0, from - LETTERS_WITHIN), from).some(({ folded }) => /^exchang(?:e|es|ed|ing)$/.test(folded)) &&
  words.slice(to, to + ABOUT_WITHIN).some(({ folded }) => OF_LETTERS.test(folded));

/** Tags of sentences already read: what stands before a mention is asked for as well. */
const tagged = new WeakMap<readonly Word[], Tags>();

/** Marks the words of one sentence, once. Takes time linear in their number. */
export function tagAgreementWords(words: readonly Word[]): Tags {
  let tags = tagged.get(words);
  if (!tags) tagged.set(words, (tags = readTags(words)));
  return tags;
}

/** "the Geneva Conventions", "اتفاقيات جنيف": the noun is part of such a name, which begins with it or right before it. */
const isLaw = (markers: Tags['markers'], { from }: Tag<KindWord>): boolean =>
  [from - 1, from].some((i) => markers.get(i)?.some(({ value, to }) => value.type === 'law' && to > from));

function readTags(words: readonly Word[]): Tags {
  const kinds: Tag<KindWord>[] = [];
  const verbs: Tag<VerbWord>[] = [];
  const modes: Tag<ModeWord>[] = [];
  const actNouns: Tag<ActNoun>[] = [];
  const forces: Tag<ForceWord>[] = [];
  const stages: Tag<StageWord>[] = [];
  const markers = new Map<number, Tag<Marker>[]>();
  let kindEnd = 0;
  for (let i = 0; i < words.length; i++) {
    const tags = matcher.at(words, i);
    if (tags.length === 0) continue;
    const kind = i >= kindEnd ? matchOf(tags, 'kind') : undefined;
    if (kind) {
      kinds.push(kind);
      kindEnd = kind.to;
    }
    for (const tag of tags) if (isVerb(tag) && isVerbForm(tag)) verbs.push(tag);
    const mode = matchOf(tags, 'mode');
    if (mode && !isMonth(words, i)) modes.push(mode);
    const actNoun = matchOf(tags, 'act-noun');
    if (actNoun) actNouns.push(actNoun);
    const force = matchOf(tags, 'force');
    if (force) forces.push(force);
    const stage = matchOf(tags, 'stage');
    if (stage) stages.push(stage);
    const here = tags.filter(isMarker);
    if (here.length > 0) markers.set(i, here);
  }
  const named = kinds.filter(
    (kind) =>
      !isLaw(markers, kind) &&
      (words[kind.from]!.arabic ? isContract(words, kind, verbs) : true) &&
      (kind.value.proof !== 'exchange' || isExchanged(words, kind)),
  );
  // "an agreement on a loan": beside a paper the money is what the paper is about.
  const papers = named.filter(({ value }) => value.proof !== 'signature');
  const isPaper = papers.some(({ value }) => value.kind !== 'fund' && value.kind !== 'initiative');
  // "وقعا مذكرة لتنفيذ مشاريع مشتركة": what a paper is for is none besides.
  const alone = (kind: Tag<KindWord>): boolean =>
    kind.value.proof !== 'project' || !papers.some((paper) => paper.to <= kind.from && isSigned(paper));
  return { kinds: isPaper ? papers.filter(alone) : named, verbs, modes, actNouns, forces, stages, markers };
}
