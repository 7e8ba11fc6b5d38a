import type { Span } from '../text/span.js';
import { partyWordsAt } from './party-words.js';
import { alternatives } from './phrases.js';
import { listMatcher, type RowsOf } from './list-matcher.js';
import { perSentence, type Sentence, type Word } from './reading.js';
import { arabicForms, englishForms, type VerbForm } from './verb-forms.js';

type EventWord =
  | { readonly type: 'noun'; readonly event: string }
  | { readonly type: 'hold' | 'act'; readonly event: string; readonly form: VerbForm; readonly suffixed: boolean }
  | { readonly type: 'ordinal'; readonly number: number };

/** اجتماعه, زيارتها, لقائه. */
const withPronouns = (noun: string): string[] =>
  ['ه', 'ها', 'هم', 'هما'].flatMap((pronoun) =>
    noun.endsWith('ء')
      ? ['ء', 'ئ', 'ؤ'].map((hamza) => noun.slice(0, -1) + hamza + pronoun)
      : noun.endsWith('ا')
        ? []
        : [noun.replace(/ة$/, 'ت') + pronoun],
  );

function* entries(rowsOf: RowsOf): Iterable<readonly [string, EventWord]> {
  for (const { cells, line } of rowsOf('event-words')) {
    const [language, type, value, words] = cells as [string, string, string, string];
    for (const each of alternatives(words)) {
      if (type === 'noun') {
        yield [each, { type, event: value }];
        if (language === 'ar' && !each.includes(' '))
          for (const owned of withPronouns(each)) yield [owned, { type, event: value }];
      } else if (type === 'ordinal') yield [each, { type, number: Number(value) }];
      else if (type === 'hold' || type === 'act') {
        for (const { form, suffixed, word } of language === 'ar' ? arabicForms(each) : englishForms(each))
          if (!suffixed || (value === 'signing' && form === 'past'))
            yield [word, { type, event: value, form, suffixed }];
      } else throw new Error(`event-words.tsv, line ${line}: no class "${type}"`);
    }
  }
}

const { at: matchAt, find: wordAt } = listMatcher<EventWord>(entries);

/** An event as a noun phrase names it. Words `from` to `to` (exclusive) of the sentence. */
export interface EventPhrase extends Span {
  readonly from: number;
  readonly to: number;
  /** Word number of the noun itself. */
  readonly noun: number;
  readonly event: string;
  readonly ordinal: number | null;
  /** By which two phrases of one document, in either language, are known to name one event; null where only a noun stands. */
  readonly key: string | null;
  readonly definite: boolean;
  /** The year that is part of the name: World Cup 2022. */
  readonly year: string | null;
}

const LONGEST = 14;
const STOPS = new Set('في على الي علي من عن حيث الذي التي والذي والتي خلال بعد قبل بحضور بمشاركه برئاسه بهدف وذلك كما مع ضمن بمناسبه تحت اليوم امس in on at that which where with during after before under from to as by was were is will has have and when while'.split(' ')); // prettier-ignore
const BEFORE = new Set('of the a an in on at to for with by from and or that during after before his her its their this which as between into'.split(' ')); // prettier-ignore

const bare = (word: string): string => word.replace(/^(?:[وفبكل]?ال|لل)(?=.{3})/, '');

/** How far an Arabic event's name goes on after its noun: adjectives, then "بين X وY", to the next stop. */
function arabicEnd(words: readonly Word[], from: number): number {
  let to = from;
  let between = false;
  while (to < words.length && to - from < LONGEST) {
    const { gap, folded, number } = words[to]!;
    if (/[,،;؛:.()–]/.test(gap) || STOPS.has(folded) || number) break;
    if (folded === 'بين') between = true;
    else if (!between && (wordAt(words, to, 'hold') ?? wordAt(words, to, 'act')) !== undefined) break;
    else if (/^و/.test(folded) && !between && !/^وال/.test(folded)) break;
    to++;
  }
  return to;
}

const STATES = (words: readonly Word[], from: number, to: number): string[] => {
  const codes: string[] = [];
  for (let i = from; i < to; i++)
    for (const { value } of partyWordsAt(words, i))
      if (value.type === 'country' || value.type === 'nationality') codes.push(value.code);
  return [...new Set(codes)].sort();
};

/** "will visit", "they call", "due to visit": the verb of the same letters. */
function isVerb(words: readonly Word[], i: number): boolean {
  const before = words[i - 1];
  if (!before || words[i]!.gap !== '') return false;
  return AUXILIARY.has(before.folded) || (before.folded === 'to' && VERB_ALIKE.has(words[i]!.folded));
}
const AUXILIARY = new Set('will would shall can could may might should must not did they we he she it who also'.split(' ')); // prettier-ignore
const VERB_ALIKE = new Set('visit call tour attack strike raid storm fire round match protest rally debate'.split(' '));

/** "في معرض رده", "في معرض حديثه": in the course of. */
const isSetPhrase = (words: readonly Word[], i: number): boolean =>
  words[i]!.folded === 'معرض' &&
  /^[وف]?في$/.test(words[i - 1]?.folded ?? '') &&
  !/^(?:ال|لل)/.test(words[i + 1]?.folded ?? '');

function phraseAt(words: readonly Word[], i: number): EventPhrase | null {
  const noun = wordAt(words, i, 'noun');
  if (!noun) return null;
  const arabic = words[i]!.arabic;
  if (arabic ? isSetPhrase(words, i) : isVerb(words, i)) return null;
  let { from, to } = noun;
  if (arabic) {
    to = arabicEnd(words, to);
    // خامس جولات الحوار: the ordinal stands before.
    if (from > 0 && words[from]!.gap === '' && wordAt(words, from - 1, 'ordinal')) from--;
  } else {
    while (
      from > 0 &&
      noun.from - from < 7 &&
      /^["“”‘’'-]?$/.test(words[from]!.gap) &&
      !BEFORE.has(words[from - 1]!.folded) &&
      wordAt(words, from - 1, 'hold') === undefined
    )
      from--;
  }
  if (!arabic && words[to]?.folded === 'of' && words[to]!.gap === '') to = ofEnd(words, to + 1);
  const after = words[to];
  const year = after?.number === true && after.gap === '' && /^(?:19|20)\d\d$/.test(after.folded) ? after.folded : null;
  let ordinal: number | null = null;
  for (let k = from; k < to; k++) ordinal ??= wordAt(words, k, 'ordinal')?.value.number ?? null;
  const states = STATES(words, from, to);
  const named = words.slice(from, to).filter((word) => word.capital || arabic).length > 1;
  const definite = arabic
    ? [words[noun.from]!, words[noun.to - 1]!].some(({ folded }) => /^(?:[وفبك]?ال|لل|ولل)/.test(folded))
    : /^(?:the|this|these|those)$/.test(words[from - 1]?.folded ?? '');
  const rest = words.slice(from, Math.min(to, from + 4)).map(({ folded }) => bare(folded));
  const event = innerEvent(words, noun.to, to) ?? noun.value.event;
  if (year !== null) to++;
  const key =
    ordinal !== null
      ? `${event}:${ordinal}`
      : named && states.length + rest.length > 2
        ? `${event}:${rest.join(' ')}`
        : null;
  const first = words[from]!;
  const skipped = arabic && (noun.clitics.conjunction || (noun.clitics.preposition !== '' && !/^.?لل/u.test(first.raw))) && from === noun.from ? (noun.clitics.conjunction ? 1 : 0) + (noun.clitics.preposition !== '' && !/^.?لل/u.test(first.raw) ? 1 : 0) : 0; // prettier-ignore
  return {
    from,
    to,
    noun: noun.from,
    event,
    ordinal,
    key,
    definite,
    year,
    start: first.start + skipped,
    end: words[to - 1]!.end,
  };
}

/** The end of "of the Chiefs of National Societies" after an event's noun. */
function ofEnd(words: readonly Word[], from: number): number {
  let to = from;
  while (
    to < words.length &&
    to - from < LONGEST &&
    !/[,;:.()–]/.test(words[to]!.gap) &&
    (!STOPS.has(words[to]!.folded) || words[to]!.capital)
  )
    to++;
  return to;
}

/** "Sessions of the dialogue" are the dialogue. */
function innerEvent(words: readonly Word[], from: number, to: number): string | null {
  let inner: string | null = null;
  for (let i = from; i < to; i++) {
    const event = wordAt(words, i, 'noun')?.value.event;
    if (event !== undefined && event !== 'meeting' && event !== 'round' && event !== 'event') inner ??= event;
  }
  return inner;
}

/** The events that a sentence names by a noun, in order, without overlap. */
export const eventPhrases = perSentence(({ words }): readonly EventPhrase[] => {
  const phrases: EventPhrase[] = [];
  for (let i = 0; i < words.length; i++) {
    const phrase = phraseAt(words, i);
    if (!phrase) continue;
    const last = phrases.at(-1);
    // "a summit meeting" is one event
    if (last && phrase.from < last.to) phrases[phrases.length - 1] = { ...last, to: phrase.to, end: phrase.end };
    else phrases.push(phrase);
    i = Math.max(i, phrase.to - 1);
  }
  return phrases;
});

/** A verb that tells an event, or that one takes place. */
export interface EventVerb {
  readonly from: number;
  readonly to: number;
  readonly type: 'hold' | 'act';
  readonly event: string;
  readonly form: VerbForm;
  readonly future: boolean;
  /** With a joined و or ف. */
  readonly joined: boolean;
  /** Told of a paper named before: الموقع, التي وقعها. */
  readonly told: boolean;
}

export function eventVerbs({ words, language }: Sentence): EventVerb[] {
  const verbs: EventVerb[] = [];
  for (let i = 0; i < words.length; i++)
    for (const { from, to, value, clitics } of matchAt(words, i)) {
      if (value.type !== 'hold' && value.type !== 'act') continue;
      // "إعلان جدة الموقع في …": a participle has the article
      const signing = value.event === 'signing' && (value.form === 'participle' || value.suffixed);
      if (
        (clitics.article && !signing) ||
        (value.type === 'act' && (value.form === 'noun' || value.form === 'infinitive') && language === 'ar')
      )
        continue;
      verbs.push({
        from,
        to,
        type: value.type,
        event: value.event,
        form: value.form,
        future: clitics.future,
        joined: clitics.conjunction,
        told: signing && language === 'ar',
      });
    }
  return verbs;
}
