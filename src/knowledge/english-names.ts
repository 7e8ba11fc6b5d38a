import type { Span } from '../text/span.js';
import { English, GIVEN, NO_NAME_EN, type EnglishLexicon } from './english-words.js';
import { candidateAt, englishText, joinedEn, TIME_WORDS, type Candidate, type EnglishText } from './english-text.js';
import { roleAfter, roleBefore, roleSpanEn, type FoundRole } from './english-roles.js';
import type { Honorific } from './gazetteer.js';
import type { Mention, RoleSpan } from './mention.js';
import { Gap, type Word, type WordsOfParagraph } from './words.js';

const has = (flags: number, wanted: number): boolean => (flags & wanted) !== 0;
const { Saying, Acting, Given, DoubtfulGiven, Body, Site, Common, Role, Function, Place } = English;

/** Proofs that a capitalised run is a person, and how much is enough. */
const TITLE = 3;
const ROLE = 3;
const SAID = 2;
const ACTED = 1;
const LINKED = 2;
const KNOWN = 2;
const DOUBTFUL = 1;
const LISTED = 1;
const PLACED = -2;
const SHAPED = 2;
/** Endings of family names of the Caucasus, Central Asia, the Slavic, Nordic, Greek, Turkish and Italian languages. */
const SURNAME =
  /(?:[oe]v|[oe]va|enko|[iy]ch|sky|ski|ska|skaya|yan|dze|vili|sson|ssen|opoulos|akis|oglu|zade|zadeh|ullin|bayev|escu|ini|elli|etti|ucci|inen|quist|berg|stein|mann|wicz)$/;
const SHORTEST_SURNAME = 6;
const ENOUGH = 2;

/** Word indexes, `to` behind the last. */
interface NicknameWords {
  readonly from: number;
  readonly to: number;
}

interface Found {
  readonly candidate: Candidate;
  readonly honorifics: readonly Span[];
  readonly before: FoundRole | null;
  after: FoundRole | null;
  /** An office in the plural, before the name that is listed before this one. */
  shared?: FoundRole;
  /** "the head of the delegation, Ambassador X": the title between an office's comma and the name. */
  readonly title: FoundRole | null;
  readonly nickname?: NicknameWords | undefined;
}

/** The names of one English paragraph by how the text introduces them. */
export function englishNames(
  paragraph: WordsOfParagraph,
  documentText: string,
  lexicon: EnglishLexicon,
  honorifics: ReadonlyMap<string, readonly Honorific[]>,
): Mention[] {
  const text = englishText(paragraph, documentText, lexicon, honorifics);
  texts.set(paragraph, text);
  const found: Found[] = [];
  let bound = 0;
  for (let i = 0; i < text.words.length;) {
    const candidate = candidateAt(text, i);
    if (candidate === null) {
      i++;
      continue;
    }
    const person = judge(text, candidate, bound, found.at(-1));
    if (person === null) {
      i = candidate.to;
      continue;
    }
    found.push(person);
    bound = person.after ? person.after.to + 1 : candidate.to;
    i = person.nickname?.to ?? candidate.to;
  }
  shareRoles(text, found);
  return found.flatMap((person) => {
    const mention = toMention(text, paragraph, person);
    return person.nickname ? [mention, nicknameOf(text, mention, person.nickname)] : [mention];
  });
}

const HOW_KNOWN = new Set('better also widely popularly commonly locally otherwise best'.split(' '));
const LONGEST_NICKNAME = 3;

/** The other name behind a full one that ends before word `i`: "X, better known as Hamoudi", "X, nicknamed Abu Lulu". */
function nicknameAfter({ words, flags }: EnglishText, i: number): NicknameWords | undefined {
  if (words[i] === undefined || words[i].gap > Gap.Comma) return undefined;
  let from = i;
  if (HOW_KNOWN.has(words[from]?.folded ?? '')) from++;
  if (words[from]?.folded === 'known' && words[from + 1]?.folded === 'as') from += 2;
  else if (from === i && /^(?:nicknamed|alias|aka)$/.test(words[from]?.folded ?? '')) from++;
  else return undefined;
  let to = from;
  const belongs = (k: number): boolean =>
    words[k]?.kind === 'word' &&
    words[k].capital === 1 &&
    words[k].gap <= (k === from ? Gap.Paren : Gap.Hyphen) &&
    !has(flags[k] ?? 0, Function | Body | Site | Role);
  while (to - from < LONGEST_NICKNAME && belongs(to)) to++;
  return to > from ? { from, to } : undefined;
}

const nicknameOf = ({ words }: EnglishText, mention: Mention, { from, to }: NicknameWords): Mention => ({
  ...mention,
  start: words[from]?.start ?? mention.start,
  end: words[to - 1]?.end ?? mention.end,
  honorifics: [],
  roles: [],
  nickname: words
    .slice(from, to)
    .map(({ folded }) => folded)
    .join(' '),
});

const RETIRED = new Set(['retd', 'rtd', 'ret', 'retired']);

/** Forms of address right before word `i`, nearest last, and the index of the first. */
function addressBefore(text: EnglishText, i: number): { readonly from: number; readonly spans: Span[] } {
  const spans: Span[] = [];
  let from = i;
  for (;;) {
    let length = 0;
    // "Brig (retd) X"
    const bracket = RETIRED.has(text.words[from - 1]?.folded ?? '') && text.words[from - 1]?.gap === Gap.Paren ? 1 : 0;
    const end = from - bracket;
    for (let n = 1; n <= 6; n++) if (text.address[end - n] === n) length = n;
    if (length === 0 || !(bracket > 0 || joinedEn(text, from))) return { from, spans };
    from = end;
    spans.unshift({ start: (text.words[from - length] as Word).start, end: (text.words[from - 1] as Word).end });
    from -= length;
  }
}

/** Whether the run goes on behind the candidate as the name of an institution does: Hamad Medical Corporation. */
function isInstitution(text: EnglishText, { to }: Candidate): boolean {
  const { words, flags } = text;
  if (text.possessive[to - 1] === true) return false;
  for (let k = to; k < words.length && joinedEn(text, k) && (words[k] as Word).capital > 0; k++) {
    const here = flags[k] ?? 0;
    if (has(here, Body | Site)) return true;
    if (has(here, Saying | Acting)) return false;
    if (
      k === to &&
      has(here, Common | Place) &&
      !has(here, Role) &&
      !TIME_WORDS.has(words[k]?.folded ?? '') &&
      !text.headline
    )
      return true;
    if (!has(here, Common | Place | English.Nationality | GIVEN)) return false;
  }
  return false;
}

const RELATIVE = new Set(['who', 'whose', 'whom']);
const INTRODUCING = new Set([
  'including',
  'named',
  'called',
  'by',
  'alongside',
  'with',
  'thanked',
  'told',
  'joined',
  'met',
]);
const PLACING = new Set(['the', 'in', 'at', 'near', 'into', 'across', 'inside', 'outside']);

function judge(text: EnglishText, candidate: Candidate, bound: number, last: Found | undefined): Found | null {
  const { words, flags } = text;
  const { from, to, count } = candidate;
  const address = addressBefore(text, from);
  if (isInstitution(text, candidate)) return null;
  const before = words[from - 1];
  const beforeFlags = flags[from - 1] ?? 0;
  const joinedBefore = joinedEn(text, from);
  const named = calledFrom(text, from);
  const role =
    roleBefore(text, address.from, bound) ??
    (address.from < from ? null : roleBefore(text, from, bound)) ??
    (named < from ? roleBefore(text, named, bound) : null);
  if (joinedBefore && has(beforeFlags, Site) && before?.capital === 1 && address.spans.length === 0 && role === null)
    return null;
  const fuller = role === null ? null : officeBeforeTitle(text, role, bound);
  let after = roleAfter(text, to) ?? roleBehindAge(text, to) ?? roleAppointed(text, candidate);
  // Role → name lists: the office after the comma is that of the name behind it.
  if (role !== null && after !== null && nameFollows(text, after)) after = null;
  const first = flags[from] ?? 0;
  const next = words[to];
  const nextFlags = flags[to] ?? 0;
  let proof = 0;
  if (address.spans.length > 0) proof += TITLE;
  if (role !== null) proof += ROLE;
  if (after !== null) proof += ROLE;
  if (next !== undefined && next.gap <= Gap.Quote && next.capital === 0) {
    if (has(nextFlags, Saying)) proof += SAID;
    else if (has(nextFlags, Acting)) proof += ACTED;
  }
  if (before !== undefined && before.capital === 0 && has(beforeFlags, Saying) && words[from]?.gap === Gap.Space)
    proof += SAID;
  if (before?.folded === 'by' && has(flags[from - 2] ?? 0, Saying | Acting)) proof += SAID;
  // "X, 76, …", "X, who …"
  if (next?.gap === Gap.Comma && next.kind === 'number' && text.words[to + 1]?.gap === Gap.Comma) proof += TITLE;
  const placed = before !== undefined && joinedBefore && PLACING.has(before.folded);
  if (next?.gap === Gap.Comma && RELATIVE.has(next.folded) && !placed) proof += SAID;
  if (before !== undefined && before.capital === 0 && INTRODUCING.has(before.folded)) proof += LISTED;
  if (next?.gap === Gap.Space && next.folded === 'of' && words[to + 1]?.folded === 'the') proof += LISTED;
  if (candidate.linked) proof += LINKED;
  const surname = candidate.parts.at(-1) ?? '';
  if (count > 1 && surname.length >= SHORTEST_SURNAME && SURNAME.test(surname)) proof += SHAPED;
  if (has(first, Given)) proof += KNOWN;
  else if (has(first, DoubtfulGiven)) proof += DOUBTFUL;
  const lastEnd = last?.candidate.to ?? -1;
  if (lastEnd >= 0 && from - lastEnd <= 1 && (words[from]?.gap === Gap.Comma || before?.folded === 'and'))
    // "two opposition leaders, X and Y": an office of several
    proof += last?.before && before?.folded === 'and' && isPlural(text, last.before) ? ROLE : LISTED;
  if (placed) proof += PLACED;
  if (isAged(text, candidate)) proof += TITLE;
  const capitalBefore = joinedBefore && before !== undefined && before.capital > 0 && address.spans.length === 0;
  const opensSentence = (words[from - 1]?.gap ?? Gap.Stop) >= Gap.Semicolon || has(beforeFlags, Function);
  // Egypt's Abbas Kamel
  const whose = text.possessive[from - 1] === true;
  if (whose && has(beforeFlags, Place | Body)) proof += LISTED;
  if (capitalBefore && !opensSentence && !whose && has(beforeFlags, Body | Common | Place) && role === null)
    proof += PLACED;
  const enough = text.capitals || text.headline ? ENOUGH + 1 : ENOUGH;
  if (count === 1) {
    const titled =
      address.spans.length > 0 ||
      isRelative(text, candidate) ||
      (role !== null && joinedBefore && has(beforeFlags, Role) && (before?.capital === 1 || isOfState(text, from)));
    if (!titled || text.capitals || has(first, Place | Common) || (words[to - 1]?.folded.length ?? 0) < 2) return null;
    if (role !== null && address.spans.length === 0 && has(first, NO_NAME_EN & ~Function)) return null;
    if (isRelative(text, candidate)) proof += TITLE;
  }
  if (proof < enough) return null;
  // HE QRSC Secretary-General Ambassador Ali …: a form of address before the office
  const beforeRole = role === null ? [] : addressBefore(text, role.from).spans;
  const honorificSpans = [...beforeRole, ...address.spans];
  const title = fuller && role && { ...role, from: role.to };
  const nickname = count > 1 ? nicknameAfter(text, to) : undefined;
  return { candidate, honorifics: honorificSpans, before: fuller ?? role, after, title, nickname };
}

const TITLES = new Set('ambassador counsellor counselor senator commissioner councillor'.split(' '));

/** "the under-secretary at the Foreign Ministry, Ambassador X": the office before the comma of a bare title. */
function officeBeforeTitle(text: EnglishText, { from, to }: FoundRole, bound: number): FoundRole | null {
  const word = text.words[to];
  if (word === undefined || word.capital === 0 || !TITLES.has(word.folded)) return null;
  // "the Minister for Climate Change Senator X": without a comma the office has a complement
  const behind = from < to && word.gap === Gap.Space && /^(?:of|for)$/.test(text.words[from - 1]?.folded ?? '');
  if (!behind && (from !== to || word.gap !== Gap.Comma)) return null;
  const office = roleBefore(text, to, bound);
  return office && office.to > office.from ? office : null;
}

/** The last words of what introduces a name behind an office. */
const INTRODUCES = new Set(['called', 'named', 'nicknamed', 'as', 'alias', 'nickname']);

/** "a fisherman *called* X", "the commander, *known by his alias* X": the first word of what introduces the name at `from`. */
function calledFrom({ words }: EnglishText, from: number): number {
  if (words[from]?.gap !== Gap.Space && words[from]?.gap !== Gap.Quote) return from;
  if (!INTRODUCES.has(words[from - 1]?.folded ?? '')) return from;
  const [third, second, first, last] = [4, 3, 2, 1].map((n) => words[from - n]?.folded ?? '');
  if (last === 'called' || last === 'named' || last === 'nicknamed') return from - 1;
  if (first === 'known' && last === 'as') return from - 2;
  if (second === 'known' && first === 'only' && last === 'as') return from - 3;
  const alias = third === 'known' && second === 'by' && OF_WHOM.has(first ?? '');
  return alias && (last === 'alias' || last === 'nickname') ? from - 4 : from;
}

/** Paragraphs read already: one may hold thousands of names. */
const texts = new WeakMap<WordsOfParagraph, EnglishText>();

/** The office behind a name that ends before word `i` of a paragraph, as spans of the document. */
export function rolesBehindName(
  paragraph: WordsOfParagraph,
  i: number,
  documentText: string,
  lexicon: EnglishLexicon,
  honorifics: ReadonlyMap<string, readonly Honorific[]>,
): RoleSpan[] {
  const text = texts.get(paragraph) ?? englishText(paragraph, documentText, lexicon, honorifics);
  texts.set(paragraph, text);
  const role = roleAfter(text, i) ?? roleBehindAge(text, i);
  return role === null || nameFollows(text, role) ? [] : [roleSpanEn(text, role)];
}

/** "X, 48, a former mayor of …": the office behind the age. */
function roleBehindAge(text: EnglishText, to: number): FoundRole | null {
  const [age, next] = [text.words[to], text.words[to + 1]];
  return age?.kind === 'number' && age.gap === Gap.Comma && next?.gap === Gap.Comma ? roleAfter(text, to + 1) : null;
}

const APPOINTING = new Set(
  'name names named naming appoint appoints appointed appointing elect elects elected electing confirm confirms confirmed confirming nominate nominates nominated choose chose chosen select selected pick picks picked designate designated reappointed install installed declared proclaimed'.split(
    ' ',
  ),
);

/** "confirmed X as prime minister", "has appointed X director of the bank". */
function roleAppointed(text: EnglishText, { from, to }: Candidate): FoundRole | null {
  if (!APPOINTING.has(text.words[from - 1]?.folded ?? '') || !joinedEn(text, to)) return null;
  const as = text.words[to]?.folded === 'as' ? 1 : 0;
  const role = joinedEn(text, to + as) ? roleAfter(text, to + as, true) : null;
  return role && role.from - to <= 3 ? role : null;
}

/** "33-year-old X", "X, a seven-year-old". */
function isAged({ words }: EnglishText, { from, to }: Candidate): boolean {
  const isOld = (i: number): boolean => words[i]?.folded === 'old' && words[i - 1]?.folded === 'year';
  if (words[from]?.gap === Gap.Space && isOld(from - 1)) return true;
  return words[to]?.gap === Gap.Comma && /^an?$/.test(words[to].folded) && isOld(to + 3);
}

const OF_STATE = new Set('president premier chancellor minister king emir leader ruler dictator strongman'.split(' '));

/** "Indonesian president X": an office of state in small letters behind a nationality, and a person of one name. */
function isOfState({ words, flags }: EnglishText, i: number): boolean {
  if (!OF_STATE.has(words[i - 1]?.folded ?? '')) return false;
  return [2, 3, 4].some(
    (n) =>
      has(flags[i - n] ?? 0, English.Nationality | Place) &&
      (words[i - n]?.capital ?? 0) > 0 &&
      words.slice(i - n + 1, i).every(({ capital }) => capital === 0),
  );
}

const RELATIVES = new Set(
  'mother father wife husband son daughter brother sister uncle aunt cousin widow widower grandmother grandfather grandson granddaughter nephew niece stepson stepdaughter fiance fiancee'.split(
    ' ',
  ),
);
const OF_WHOM = new Set('his her their my our'.split(' '));

/** "His mother, Hanan, said", "her husband Omar told": a relative may have no name but one. */
function isRelative(text: EnglishText, { from, to }: Candidate): boolean {
  const { words, possessive, flags } = text;
  if (!RELATIVES.has(words[from - 1]?.folded ?? '') || words[from - 1]?.capital !== 0) return false;
  const whose = [2, 3, 4].some((n) => OF_WHOM.has(words[from - n]?.folded ?? '') || possessive[from - n] === true);
  const next = words[to];
  if (!whose || !next || text.headline || text.capitals) return false;
  if (words[from]?.gap === Gap.Comma) return next.gap === Gap.Comma;
  return (
    words[from]?.gap === Gap.Space &&
    next.gap <= Gap.Comma &&
    (has(flags[from] ?? 0, GIVEN) || (next.capital === 0 && has(flags[to] ?? 0, Saying)))
  );
}

/** Whether behind an office and its comma another name begins. */
function nameFollows(text: EnglishText, role: FoundRole): boolean {
  const next = text.words[role.to + 1];
  if (next === undefined || next.gap !== Gap.Comma) return false;
  return (text.address[role.to + 1] ?? 0) > 0 || (candidateAt(text, role.to + 1)?.count ?? 0) > 1;
}

/** "X and Y, Deputy Secretaries-General of …": an office in the plural is that of both. */
function shareRoles(text: EnglishText, found: readonly Found[]): void {
  for (let n = found.length - 1; n > 0; n--) {
    const [person, previous] = [found[n] as Found, found[n - 1] as Found];
    if (person.after?.plural !== true || previous.after !== null || previous.before !== null) continue;
    const gap = person.candidate.from - previous.candidate.to;
    const and = text.words[person.candidate.from - 1]?.folded === 'and';
    if ((gap === 1 && and) || (gap === 0 && text.words[person.candidate.from]?.gap === Gap.Comma))
      previous.after = person.after;
  }
  // "Foreign Ministers X of Peru and Y of Chile"
  for (let n = 1; n < found.length; n++) {
    const [person, previous] = [found[n] as Found, found[n - 1] as Found];
    const { before } = previous;
    if (before === null || person.before !== null || person.after !== null || !isPlural(text, before)) continue;
    const gap = person.candidate.from - previous.candidate.to;
    const direct = text.words[person.candidate.from - 1]?.folded === 'and';
    if (direct && gap <= SHARED_WITHIN && gap > 0) person.shared = before;
  }
}

/** Words between two names that share an office before the first: "of Saudi Arabia and". */
const SHARED_WITHIN = 5;

const isPlural = ({ words, flags }: EnglishText, { from, to, plural }: FoundRole): boolean =>
  plural || words.slice(from, to + 1).some(({ folded }, n) => has(flags[from + n] ?? 0, Role) && /[^s]s$/.test(folded));

const DEGREES = new Set('associate assistant adjunct emeritus visiting chief'.split(' '));

/** "King Salman", "Associate Professor Goh": a form of address that is an office. */
function titleAsRole(text: EnglishText, person: Found, from = person.candidate.from): RoleSpan | null {
  const office = person.before;
  const { words, flags, rank } = text;
  const length = [6, 5, 4, 3, 2, 1].find((n) => text.address[from - n] === n) ?? 0;
  const last = words[from - 1];
  if (length === 0 || !last || !joinedEn(text, from)) return null;
  const head = from - length;
  const ofCrown = length > 1 && words[from - 2]?.folded === 'crown';
  // "Minister Professor Ali" has an office beside it; the "Associate" of a professor is none.
  if (office && !(office.from === head - 1 && DEGREES.has(words[head - 1]?.folded ?? ''))) return null;
  if (
    rank[head] !== true &&
    !(has(flags[from - 1] ?? 0, Role) && (!/^(?:father|prince|princess|imam)$/.test(last.folded) || ofCrown))
  )
    // "the Crown Prince Sheikh X": a form of address between
    return titleAsRole(text, person, head);
  const before = words[head - 1];
  const first = before && joinedEn(text, head) && before.capital > 0 && DEGREES.has(before.folded) ? head - 1 : head;
  return { start: (words[first] as Word).start, end: last.end, organisation: null };
}

function toMention(text: EnglishText, paragraph: WordsOfParagraph, person: Found): Mention {
  const { from, to, parts } = person.candidate;
  const first = text.words[from] as Word;
  const last = text.words[to - 1] as Word;
  const roles: RoleSpan[] = [];
  const title = titleAsRole(text, person);
  if (person.before && !title) roles.push(roleSpanEn(text, person.before));
  if (person.title && !title) roles.push(roleSpanEn(text, person.title));
  if (person.after) roles.push(roleSpanEn(text, person.after));
  if (person.shared) roles.push(roleSpanEn(text, person.shared));
  if (title) roles.push(title);
  return {
    document: paragraph.document,
    paragraph: paragraph.paragraph.number,
    start: first.start,
    end: text.possessive[to - 1] === true ? last.end - 2 : last.end,
    language: 'en',
    parts,
    honorifics: person.honorifics,
    roles,
    sentence: paragraph.sentences[first.sentence] ?? paragraph.paragraph,
  };
}
