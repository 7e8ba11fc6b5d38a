import type { PartialDate } from '../corpus/date.js';
import { fold } from '../text/fold.js';
import type { Draft, Told, ToldParty } from './agreement-draft.js';
import type { AgreementKind, AgreementStatus } from './kinds.js';
import type { Evidence } from './knowledge.js';
import { sameParty } from './parties.js';
import type { Language } from '../text/language.js';

/** An agreement of one document while its mentions are gathered. */
export interface Entry {
  kind: AgreementKind;
  status: AgreementStatus;
  readonly many: boolean;
  readonly languages: Set<Language>;
  headline: boolean;
  title: Told | null;
  quoted: boolean;
  purpose: Told | null;
  parties: ToldParty[];
  signatories: Told[];
  date: Told<PartialDate> | null;
  evidence: Evidence[];
  /** A fund or initiative that it sets up, and by which it may be called. */
  covers: AgreementKind | null;
  /** Initialled only: who "signed it" later in the same report has put initials to it. */
  initialled?: boolean;
}

/** Kinds that one agreement may be called by: a memorandum is never a treaty, but an agreement may be a framework. */
const FAMILIES: Readonly<Record<AgreementKind, readonly AgreementKind[]>> = {
  memorandum: ['memorandum'],
  agreement: ['agreement', 'framework', 'treaty', 'pledge', 'other'],
  framework: ['framework', 'agreement'],
  treaty: ['treaty', 'agreement'],
  initiative: ['initiative', 'fund', 'other'],
  fund: ['fund', 'initiative'],
  pledge: ['pledge', 'agreement'],
  other: ['other', 'agreement', 'initiative'],
};

export const sameFamily = (a: AgreementKind, b: AgreementKind): boolean =>
  FAMILIES[a].includes(b) || FAMILIES[b].includes(a);

/** Whether an entry may be called by a kind: its own family's, or that of what it sets up. */
export const isOfKind = ({ kind, covers }: Pick<Entry, 'kind' | 'covers'>, other: AgreementKind): boolean =>
  sameFamily(kind, other) || (covers !== null && sameFamily(covers, other));

export const sameEvidence = (a: Evidence, b: Evidence): boolean =>
  a.document === b.document && a.paragraph === b.paragraph && a.start === b.start && a.end === b.end;

/** Whether nothing told of the parties speaks against their being the same, and whether any are known to be. */
export function compareParties(a: readonly ToldParty[], b: readonly ToldParty[]): 'same' | 'open' | 'different' {
  if (a.length === 0 || b.length === 0) return 'open';
  const [few, many] = a.length <= b.length ? [a, b] : [b, a];
  let same = 0;
  let open = 0;
  for (const { value } of few) {
    const found = many.map((other) => sameParty(value, other.value));
    if (found.includes(true)) same++;
    else if (found.includes(null)) open++;
  }
  if (same === few.length) return 'same';
  if (same + open === few.length) return 'open';
  // A party more on one side may only be named differently; two without any in common are another agreement.
  return same > 0 && few.length > 2 ? 'open' : 'different';
}

const words = (text: string): Set<string> =>
  new Set(
    fold(text)
      .split(/[^\p{L}\p{N}]+/u)
      .filter((word) => word.length > 3),
  );

/** Whether two texts share at least a third of the shorter one's longer words. */
export function alike(a: Told | null, b: Told | null): boolean | null {
  if (!a || !b) return null;
  const [first, second] = [words(a.value), words(b.value)];
  const smaller = Math.min(first.size, second.size);
  if (smaller === 0) return null;
  let shared = 0;
  for (const word of first) if (second.has(word)) shared++;
  return shared / smaller >= 1 / 3;
}

/** What an agreement is called beyond its noun, adjectives of sharing aside. */
export const ownWords = (title: string): string[] =>
  fold(title)
    .split(/[^\p{L}]+/u)
    .slice(1)
    .map((word) => word.replace(/^(?:و?ال|و?لل)(?=..)/, ''))
    .filter((word) => word.length > 2 && !/^(?:تعاون|تفاهم|مشتركه?|ثناييه?|جديده?|مذكوره?)$/.test(word));

/** Whether both Arabic titles have words of their own, and none in common: اتفاقية المنحة, اتفاقية الشراكة. */
export function namedApart(a: string, b: string): boolean {
  const [first, second] = [ownWords(a), ownWords(b)];
  return first.length > 0 && second.length > 0 && !first.some((word) => second.includes(word));
}

export const sameDate = (a: Told<PartialDate> | null, b: Told<PartialDate> | null): boolean => {
  const [first, second] = [a?.value.value, b?.value.value];
  if (first == null || second == null) return true;
  return first.startsWith(second) || second.startsWith(first);
};

/** How much a status says: what was done outweighs what was expected, and any outweighs none. */
const WEIGHT: Readonly<Record<AgreementStatus, number>> = {
  unknown: 0, discussed: 1, proposed: 2, planned: 3, in_force: 4, launched: 5, signed: 5, ended: 6,
}; // prettier-ignore

export function addEvidence(entry: Entry, evidence: Evidence): void {
  if (!entry.evidence.some((known) => sameEvidence(known, evidence))) entry.evidence.push(evidence);
}

/** What a further mention adds to an entry. */
export function absorb(entry: Entry, draft: Draft, status: AgreementStatus | null): void {
  addEvidence(entry, draft.sentence);
  entry.languages.add(draft.sentence.language);
  if (status !== null) {
    // The body of an article tells what its headline foretold.
    const isKept = entry.status === 'signed' && status === 'in_force' && draft.sentence.language === 'en';
    if (entry.headline && !draft.headline && status !== 'unknown' && !isKept) entry.status = status;
    else if (WEIGHT[status] > WEIGHT[entry.status] && !(status === 'in_force' && entry.status === 'planned'))
      entry.status = status;
  }
  // "The agreement was signed by …" only repeats it: the body may tell it in full elsewhere.
  const repeats =
    draft.definite && draft.sentence.language === 'en' && (draft.parties.length === 0 || draft.date === null);
  if (!draft.headline && !repeats) entry.headline = false;
  if (entry.kind === 'agreement' && draft.kind !== 'other' && sameFamily(entry.kind, draft.kind))
    entry.kind = draft.kind;
  if (entry.title === null || (draft.quoted && !entry.quoted)) {
    entry.title = draft.title;
    entry.quoted = draft.quoted;
  }
  entry.purpose ??= draft.purpose;
  entry.date ??= draft.date;
  // What is only mentioned again may stand beside other names.
  if (status !== null || entry.parties.length === 0) addParties(entry, draft.parties);
  for (const signatory of draft.signatories)
    if (!entry.signatories.some(({ value }) => value === signatory.value)) entry.signatories.push(signatory);
}

/** Adds the parties that are not yet there; a fuller name of one takes its place. */
export function addParties(entry: Pick<Entry, 'parties' | 'evidence'>, parties: readonly ToldParty[]): void {
  for (const told of parties) {
    if (told.value.kind === 'name' && entry.parties.length >= 2) continue;
    const known = entry.parties.findIndex(({ value }) => sameParty(value, told.value) === true);
    if (known < 0 && (entry.parties.length < 2 || compareParties(entry.parties, parties) !== 'open'))
      entry.parties.push(told);
    else if (
      known >= 0 &&
      (told.value.kind !== 'nationality' || entry.parties[known]!.value.kind === 'nationality') &&
      told.value.words.length > entry.parties[known]!.value.words.length &&
      sameScript(entry.parties[known]!, told)
    )
      entry.parties[known] = told;
  }
}

const sameScript = (a: ToldParty, b: ToldParty): boolean =>
  /\p{Script=Arabic}/u.test(a.value.words[0] ?? '') === /\p{Script=Arabic}/u.test(b.value.words[0] ?? '');

/** Nothing is said of what an agreement is about by these words before its noun. */
const GENERAL = new Set('the this that these those its their his her a an new landmark historic final draft proposed planned signed latest joint bilateral trilateral multilateral existing current said recent comprehensive major key ambitious interim initial tentative preliminary formal official mutual binding year month long term awaited breakthrough important full whole entire original first same agreed controversial worth million billion so called deal pact agreement agreements accord treaty memorandum understanding of mou protocol contract partnership framework fund initiative settlement'.split(' ')); // prettier-ignore

/** The words of a title that say what an agreement is about. */
export const topicOf = (title: Told | null): string[] =>
  fold(title?.value ?? '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length > 2 && !GENERAL.has(word) && !/\d/.test(word));

/** "a free trade agreement" beside "a digital economy agreement": both are about something, and not about the same. */
function isAboutOther(entry: Entry, draft: Draft): boolean {
  if (draft.sentence.language !== 'en' || draft.headline || entry.quoted || draft.quoted) return false;
  // The news of a headline comes with "a"; "the air services agreement" beside "customs accord" is known from before.
  if (entry.headline && (!draft.definite || entry.status === draft.status)) return false;
  if (entry.parties.length > 1 && draft.parties.length > 1 && entry.status === draft.status) return false;
  const [known, told] = [topicOf(entry.title), topicOf(draft.title)];
  return known.length > 0 && told.length > 0 && !told.some((word) => known.includes(word));
}

/** "وثيقة التجديد", "الوثيقة": whatever paper was signed. */
export const meansPaper = ({ kind, title, sentence: { words } }: Draft, entry: Entry): boolean =>
  kind === 'other' &&
  PAPERS.has(entry.kind) &&
  /^(?:(?:ال)?وثيقه|(?:document|text)$)/.test(fold(title?.value ?? '')) &&
  words.some(
    ({ folded }, i) =>
      (folded === 'the' && /^(?:document|text)$/.test(words[i + 1]?.folded ?? '')) ||
      /^الوثيقه$/.test(folded) ||
      (folded === 'وثيقه' && /^ال/.test(words[i + 1]?.folded ?? '')),
  );

/** News that was signed now is dated by the day: "signed a transit agreement in 2015" tells of another one, unless it says "the". */
const isOfOtherYear = (entry: Entry, draft: Draft): boolean =>
  draft.sentence.language === 'en' &&
  draft.sentence.kind === 'body' &&
  !draft.definite &&
  draft.date?.value.precision === 'year' &&
  entry.date?.value.precision !== 'year' &&
  entry.status === 'signed';

/** Whether a mention of its own tells an entry of the same document and language again. */
export function tellsAgain(entry: Entry, draft: Draft): boolean {
  if ((!isOfKind(entry, draft.kind) && !meansPaper(draft, entry)) || draft.status === null) return false;
  if (isOfOtherYear(entry, draft)) return false;
  // "اتفاقية سابقة انتهى العمل بها": not that which the headline tells
  const past = draft.status === 'ended' || (draft.apart && draft.further);
  if (entry.headline && past && entry.status !== draft.status) return false;
  if (entry.quoted && draft.quoted) return alike(entry.title, draft.title) === true;
  if (compareParties(entry.parties, draft.parties) === 'different' || !sameDate(entry.date, draft.date)) return false;
  if (entry.many !== draft.many || isAboutOther(entry, draft)) return false;
  const shared = compareParties(entry.parties, draft.parties) === 'same';
  // What has long been in force is not the news of the headline.
  if (draft.status === 'in_force' && entry.status !== 'in_force' && !shared) return false;
  const headline = entry.headline || draft.headline;
  const statuses =
    entry.status === draft.status || headline || entry.status === 'unknown' || draft.status === 'unknown';
  if (!statuses) return false;
  const english = draft.sentence.language === 'en';
  if (english && entry.headline && entry.status === 'planned' && draft.status === 'signed') return false;
  if (headline)
    return alike(entry.purpose, draft.purpose) !== false || compareParties(entry.parties, draft.parties) === 'same';
  if (draft.further || draft.coordinated) return false;
  return alike(entry.purpose, draft.purpose) !== false;
}

/** Joins two entries that turned out to be one: `other` may be thrown away afterwards. */
export function join(entry: Entry, other: Entry): void {
  for (const evidence of other.evidence) addEvidence(entry, evidence);
  for (const language of other.languages) entry.languages.add(language);
  if (WEIGHT[other.status] > WEIGHT[entry.status] && entry.status === 'unknown') entry.status = other.status;
  entry.title ??= other.title;
  entry.purpose ??= other.purpose;
  entry.date ??= other.date;
  addParties(entry, other.parties);
  for (const signatory of other.signatories)
    if (entry.signatories.length === 0 || sameLetters(entry.signatories[0]!.value, signatory.value))
      entry.signatories.push(signatory);
}

/** Signatories of the second telling are added only in the same script: each person once. */
const sameLetters = (a: string, b: string): boolean =>
  /\p{Script=Arabic}/u.test(a) === /\p{Script=Arabic}/u.test(b) && a !== b;

/** What a headline calls an agreement may be any paper that is signed. */
const PAPERS: ReadonlySet<AgreementKind> = new Set<AgreementKind>([
  'memorandum',
  'agreement',
  'framework',
  'treaty',
  'pledge',
  'other',
]);

/** "X, Y to sign pact" in an English headline is not the paper that they have signed. */
const isYetToCome = (
  headline: Pick<Entry, 'status'> | Pick<Draft, 'status'>,
  told: Pick<Entry, 'status' | 'languages'>,
): boolean => headline.status === 'planned' && told.status === 'signed' && told.languages.has('en');

/** "the 'Blue Wells' Initiative" in both: a name of two words at least. */
function isNamedAlike(headline: Told | null, body: Told | null): boolean {
  const [first, second] = [topicOf(headline), topicOf(body)];
  return first.length > 1 && first.length === second.length && first.every((word) => second.includes(word));
}

/** "«الهلال الأحمر» الكويتي", "China": a headline names in short whom the body names in full, each its own. */
function namesInShort(headline: readonly ToldParty[], body: readonly ToldParty[]): boolean {
  const left = new Set(body);
  const isMet = ({ value: short }: ToldParty): boolean => {
    const met = [...left].find(
      ({ value: long }) =>
        short.words.every((word) => long.words.includes(word)) ||
        short.countries.some((country) => long.countries.includes(country)),
    );
    return met !== undefined && left.delete(met);
  };
  return headline.length > 1 && headline.every(isMet);
}

/** Whether an entry told in the body is what a headline tells in short. */
export function isHeadlineOf(
  headline: Pick<Draft, 'kind' | 'status' | 'title' | 'purpose' | 'parties'>,
  entry: Entry,
): boolean {
  if (isYetToCome(headline, entry)) return false;
  const family = isOfKind(entry, headline.kind) || (PAPERS.has(entry.kind) && PAPERS.has(headline.kind));
  const status =
    headline.status === null ||
    headline.status === entry.status ||
    (headline.status === 'launched' && entry.covers !== null) ||
    headline.status === 'unknown' ||
    headline.status === 'planned';
  if (!family || !status || entry.headline) return false;
  return (
    alike(entry.purpose, headline.purpose) !== false ||
    namesInShort(headline.parties, entry.parties) ||
    isNamedAlike(headline.title, entry.title)
  );
}

/** A headline tells in short what the body tells: its entry goes to the first of the body that fits, with its evidence. */
export function resolveHeadlines(entries: readonly Entry[], others: readonly Draft[]): Entry[] {
  for (const draft of others) {
    const told = entries.find(
      (entry) =>
        entry.languages.has(draft.sentence.language) &&
        isHeadlineOf(draft, entry) &&
        compareParties(entry.parties, draft.parties) !== 'different',
    );
    if (told) addEvidence(told, draft.sentence);
  }
  return entries.filter((entry) => {
    if (!entry.headline) return true;
    const told = entries.find(
      (other) =>
        other !== entry &&
        [...entry.languages].every((language) => other.languages.has(language)) &&
        isHeadlineOf(entry, other),
    );
    if (!told) return true;
    for (const evidence of entry.evidence) addEvidence(told, evidence);
    if (told.parties.length === 0) addParties(told, entry.parties);
    return false;
  });
}

/** "وقع المغرب والسنغال ثلاث اتفاقيات" and one between their bodies: مكتب التكوين المغربي, وزارة الصناعة السنغالية. */
function isOfTheirs({ parties }: Entry, { parties: states, languages }: Entry): boolean {
  const codes = new Set(states.flatMap(({ value }) => value.countries));
  return (
    languages.has('ar') &&
    parties.length > 0 &&
    parties.every(({ value }) => value.countries.some((code) => codes.has(code)))
  );
}

/** "Three agreements": entries told one by one take the place of the one that counts them. */
export function resolveMany(entries: readonly Entry[]): Entry[] {
  return entries.filter((entry) => {
    if (!entry.many) return true;
    const single = entries.find(
      (other) =>
        !other.many &&
        sameFamily(other.kind, entry.kind) &&
        other.status === entry.status &&
        sameDate(entry.date, other.date) &&
        (other.parties.length > 0 || entry.status === 'signed') &&
        (compareParties(other.parties, entry.parties) !== 'different' || isOfTheirs(other, entry)),
    );
    if (!single) return true;
    for (const evidence of entry.evidence) addEvidence(single, evidence);
    if (single.parties.length < entry.parties.length) addParties(single, entry.parties);
    if (single.signatories.length === 0) single.signatories.push(...entry.signatories);
    single.date ??= entry.date;
    if (entry.languages.has('ar')) dateAll(entries, entry);
    return false;
  });
}

/** "ثلاث اتفاقيات اليوم": those told one by one after it without a date were signed then as well. */
function dateAll(entries: readonly Entry[], { date, status, kind, evidence: [first] }: Entry): void {
  if (status !== 'signed' || !date || !first) return;
  for (const other of entries) {
    const later = other.evidence[0] !== undefined && other.evidence[0].start > first.start;
    if (later && !other.many && other.status === status && sameFamily(other.kind, kind)) other.date ??= date;
  }
}
