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

interface Found {
  readonly candidate: Candidate;
  readonly honorifics: readonly Span[];
  readonly before: FoundRole | null;
  after: FoundRole | null;
}

/** The names of one English paragraph by how the text introduces them. */
export function englishNames(
  paragraph: WordsOfParagraph,
  documentText: string,
  lexicon: EnglishLexicon,
  honorifics: ReadonlyMap<string, readonly Honorific[]>,
): Mention[] {
  const text = englishText(paragraph, documentText, lexicon, honorifics);
  const found: Found[] = [];
  let bound = 0;
  for (let i = 0; i < text.words.length;) {
    const candidate = candidateAt(text, i);
    if (candidate === null) {
      i++;
      continue;
    }
    const person = judge(text, candidate, bound, found.at(-1)?.candidate.to ?? -1);
    if (person === null) {
      i = candidate.to;
      continue;
    }
    found.push(person);
    bound = person.after ? person.after.to + 1 : candidate.to;
    i = candidate.to;
  }
  shareRoles(text, found);
  return found.map((person) => toMention(text, paragraph, person));
}

/** Forms of address right before word `i`, nearest last, and the index of the first. */
function addressBefore(text: EnglishText, i: number): { readonly from: number; readonly spans: Span[] } {
  const spans: Span[] = [];
  let from = i;
  for (;;) {
    let length = 0;
    for (let n = 1; n <= 6; n++) if (text.address[from - n] === n) length = n;
    if (length === 0 || !joinedEn(text, from)) return { from, spans };
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

function judge(text: EnglishText, candidate: Candidate, bound: number, lastEnd: number): Found | null {
  const { words, flags } = text;
  const { from, to, count } = candidate;
  const address = addressBefore(text, from);
  if (isInstitution(text, candidate)) return null;
  const before = words[from - 1];
  const beforeFlags = flags[from - 1] ?? 0;
  const joinedBefore = joinedEn(text, from);
  const role = roleBefore(text, address.from, bound) ?? (address.from < from ? null : roleBefore(text, from, bound));
  if (joinedBefore && has(beforeFlags, Site) && before?.capital === 1 && address.spans.length === 0 && role === null)
    return null;
  let after = roleAfter(text, to);
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
  if (lastEnd >= 0 && from - lastEnd <= 1 && (words[from]?.gap === Gap.Comma || before?.folded === 'and'))
    proof += LISTED;
  if (placed) proof += PLACED;
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
      address.spans.length > 0 || (role !== null && joinedBefore && before?.capital === 1 && has(beforeFlags, Role));
    if (!titled || text.capitals || has(first, Place | Common) || (words[to - 1]?.folded.length ?? 0) < 2) return null;
    if (role !== null && address.spans.length === 0 && has(first, NO_NAME_EN & ~Function)) return null;
  }
  if (proof < enough) return null;
  // HE QRSC Secretary-General Ambassador Ali …: a form of address before the office
  const beforeRole = role === null ? [] : addressBefore(text, role.from).spans;
  return { candidate, honorifics: [...beforeRole, ...address.spans], before: role, after };
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
}

function toMention(text: EnglishText, paragraph: WordsOfParagraph, person: Found): Mention {
  const { from, to, parts } = person.candidate;
  const first = text.words[from] as Word;
  const last = text.words[to - 1] as Word;
  const roles: RoleSpan[] = [];
  if (person.before) roles.push(roleSpanEn(text, person.before));
  if (person.after) roles.push(roleSpanEn(text, person.after));
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
