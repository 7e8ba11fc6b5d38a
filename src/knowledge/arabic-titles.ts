import type { Span } from '../text/span.js';
import { Arabic, NAME, NO_NAME, VERB } from './arabic-words.js';
import {
  endsBefore,
  growName,
  isUnknown,
  joined,
  lexAt,
  strippedAt,
  type ArabicText,
  type Grown,
} from './arabic-growth.js';
import type { Honorific } from './gazetteer.js';
import type { RoleSpan } from './mention.js';
import { Gap } from './words.js';

const { Given, DoubtfulGiven, Role, Definite, Function, Nationality, Common, Office } = Arabic;
const { Site, Body, Circle, Place, Saying, PluralRole, Weak, Address } = Arabic;

/** Honorifics by their first word, longest first. */
export type Honorifics = ReadonlyMap<string, readonly Honorific[]>;

export function honorificsByFirst(honorifics: readonly Honorific[], language: 'ar' | 'en'): Honorifics {
  const found = new Map<string, Honorific[]>();
  for (const honorific of honorifics) {
    if (honorific.language !== language) continue;
    const first = honorific.words[0] ?? '';
    found.set(first, [...(found.get(first) ?? []), honorific]);
  }
  for (const same of found.values()) same.sort((a, b) => b.words.length - a.words.length);
  return found;
}

/** The longest form of address at word `i`. */
export function honorificAt(text: ArabicText, i: number, honorifics: Honorifics): Honorific | null {
  const candidates = honorifics.get(strippedAt(text, i));
  if (candidates === undefined) return null;
  return (
    candidates.find(({ words }) =>
      words.every((word, n) => n === 0 || (joined(text, i + n) && text.words[i + n]?.folded === word)),
    ) ?? null
  );
}

const has = (flags: number, wanted: number): boolean => (flags & wanted) !== 0;
/** Function words that an office's complement may hold: منسق الشؤون الإنسانية في اليمن, المبعوث إلى ليبيا. */
const WITHIN_OFFICE = new Set(['في', 'لدي', 'الي', 'ل', 'غير', 'ما']);
/** المتحدث باسم …: no given name there. */
const IN_THE_NAME_OF = 'باسم';
/** Offices that are said before a family name alone: الرئيس السيسي. */
const BEFORE_SURNAME = new Set(['رئيس', 'وزير', 'وزيره', 'سفير', 'سفيره', 'نائب', 'جنرال', 'مبعوث']);
const MAX_COMPLEMENT = 16;
const FILIATION = new Set(['بن', 'بنت']);
/** Whose own name follows the office they serve: مستشار الرئيس, but نائب المدير فلان. */
const SERVES = new Set([
  'مستشار',
  'مستشاره',
  'مبعوث',
  'متحدث',
  'ناطق',
  'ممثل',
  'سكرتير',
  'حرم',
  'موفد',
  'نجل',
  'شقيق',
  'زوجه',
  'عقيله',
  'قرينه',
]);

export interface Titled {
  readonly start: number;
  readonly name: Grown;
  readonly honorifics: readonly Span[];
  readonly role: RoleSpan | null;
  /** The office is but a rank or السفير, so that another may follow the name. */
  readonly rankOnly: boolean;
}

const spanOf = ({ words, lex }: ArabicText, from: number, to: number): Span => ({
  start: (words[from]?.start ?? 0) + cliticLetters({ words, lex } as ArabicText, from),
  end: words[to]?.end ?? 0,
});

/** How many code units the clitics of word `i` take, marks among them included. */
export function cliticLetters({ words, lex, text }: ArabicText, i: number): number {
  const word = words[i];
  // of لل only the preposition is a clitic, but without its alif the article is no word's beginning either
  let left = (lex[i]?.clitic ?? 0) + (/^[وف]?لل/.test(words[i]?.folded ?? '') ? 1 : 0);
  if (word === undefined || left === 0) return 0;
  let offset = 0;
  while (word.start + offset < word.end && (left > 0 || isMark(text, word.start + offset))) {
    if (!isMark(text, word.start + offset)) left--;
    offset++;
  }
  return offset;
}

const isMark = (text: string | undefined, i: number): boolean =>
  text !== undefined && /[\p{M}\p{Cf}\u0640]/u.test(text.charAt(i));

/** The first and last word of the last organisation named inside words `from`…`to`, or null. */
function organisationIn(text: ArabicText, from: number, to: number): readonly [number, number] | null {
  let [start, end] = [-1, -1];
  let inside = false;
  for (let i = from; i <= to; i++) {
    const { flags, base, clitic } = lexAt(text, i);
    if (has(flags, Role) && !has(flags, Body) && !(has(flags, PluralRole) && has(flags, Definite))) {
      inside = false;
      continue;
    }
    const board = base === 'مجلس' && BOARD.has(text.words[i + 1]?.folded ?? '');
    const opens = i > from && !board && (has(flags, Body) || ORGANISATION_STARTS.has(base));
    if (has(flags, Function)) inside = false;
    else if (opens && (!inside || (clitic > 0 && text.words[i]?.folded.startsWith('و') === true))) {
      start = end = i;
      inside = true;
    } else if (inside) end = i;
  }
  return start < 0 ? null : [start, end];
}

/** مجلس إدارة, مجلس أمناء: the board of the organisation that follows. */
const BOARD = new Set(['اداره', 'امناء']);
/** Words with which bodies that are no common noun begin. */
const ORGANISATION_STARTS = new Set(['هلال', 'صليب', 'امم', 'اتحاد', 'يونيسف', 'اونروا', 'ناتو', 'وزاره']);

/** With the quotation mark that closes one inside: حزب «القوات اللبنانية». */
function closed({ text }: ArabicText, span: Span): Span {
  const after = text.charAt(span.end);
  const opening = ({ '»': '«', '”': '“', ')': '(' } as Record<string, string>)[after];
  if (opening === undefined) return span;
  const inside = text.slice(span.start, span.end);
  return inside.lastIndexOf(opening) > inside.lastIndexOf(after) ? { start: span.start, end: span.end + 1 } : span;
}

export function roleSpan(text: ArabicText, from: number, to: number): RoleSpan {
  const organisation = organisationIn(text, from, to);
  return {
    ...closed(text, spanOf(text, from, to)),
    organisation: organisation && closed(text, spanOf(text, ...organisation)),
  };
}

/** Whether a name may begin at `j` inside or after a title. `direct`: right after a form of address or a definite office. */
function nameStartsAt(text: ArabicText, j: number, direct: boolean, address: boolean): boolean {
  const word = text.words[j];
  const { flags, clitic, base } = lexAt(text, j);
  if (word === undefined || word.kind !== 'arabic' || clitic > 0) return false;
  const nextJoined = joined(text, j + 1);
  const next = nextJoined ? lexAt(text, j + 1) : null;
  // مساعد بن محمد: whatever else the word is
  if (nextJoined && FILIATION.has(text.words[j + 1]?.folded ?? '')) return !has(flags, VERB | Function | Definite);
  // الوزراء اليمني أحمد …
  if (has(flags, Definite) && has(flags, Nationality | Common) && next !== null && has(next.flags, NAME)) return false;
  const nextIsNameLike =
    next !== null &&
    next.clitic === 0 &&
    (has(next.flags, NAME) ||
      ['بن', 'بنت', 'ابن', 'ال', 'عبد', 'ابو', 'ولد', 'بني'].includes(text.words[j + 1]?.folded ?? '') ||
      isUnknown(text, j + 1) ||
      (address &&
        !has(flags, Role) &&
        has(next.flags, Definite) &&
        !has(next.flags, Role | Place) &&
        endsBefore(text, j + 2)) ||
      ((address || has(lexAt(text, j - 1).flags, Definite | Place | Nationality)) &&
        has(next.flags, Weak) &&
        !has(next.flags, NO_NAME & ~Weak) &&
        endsBefore(text, j + 2)));
  if (base === 'عبد' || base === 'ابو' || base === 'ابي') return next !== null && !has(next.flags, VERB | Function);
  if (has(flags, Given) && !has(flags, Definite)) return true;
  if (base === 'علي' && has(flags, Function)) return address && next !== null && has(next.flags, NAME);
  if (has(flags, DoubtfulGiven) && !has(flags, VERB | Function))
    return nextIsNameLike || (address && endsBefore(text, j + 1) && !has(flags, Role | Common));
  const previous = lexAt(text, j - 1).flags;
  // الشيخ فضل القطيبي: right after a form of address nearly any word may be a name
  const plain = !has(flags, VERB | Function | Role | Place | Nationality | Body | Site | Circle | Definite);
  if (address && plain && has(flags, Weak | Common) && next !== null && has(previous, Address))
    return has(next.flags, NAME) || (has(next.flags, Definite) && isUnknown(text, j + 1));
  // رئيس الوزراء بشر الخصاونة: an indefinite everyday word cannot go on with a definite complement, and a name follows
  const afterDefinite = has(previous, Definite | Place | Nationality) && !has(previous, Address);
  if (afterDefinite && has(flags, Weak) && !has(flags, (NO_NAME & ~Weak) | Definite) && next !== null)
    return has(next.flags, Definite) && isUnknown(text, j + 1);
  if (!isUnknown(text, j)) return false;
  const chained =
    has(previous, Body | Circle | Office | Common | Weak) && !has(previous, Definite | Role | Place | Nationality);
  if (chained && next !== null && has(next.flags, Definite)) return false;
  if (!has(flags, Definite)) return nextIsNameLike || (direct && endsBefore(text, j + 1) && !/(?:ه|ات|يه)$/.test(base));
  return direct && address && endsBefore(text, j + 1);
}

/** A definite office right after one that serves it, with the name right behind: المتحدث باسم الأمين العام فلان. */
function servesAnother(text: ArabicText, j: number): boolean {
  const { flags, clitic } = lexAt(text, j);
  if (!has(flags, Definite)) return false;
  const before = lexAt(text, j - 1);
  const serving =
    (text.words[j - 1]?.folded === IN_THE_NAME_OF || clitic > 0 || SERVES.has(before.base)) && joined(text, j);
  if (!serving) return false;
  let k = j + 1;
  while (
    has(lexAt(text, k).flags, Definite) &&
    has(lexAt(text, k).flags, Office | Common | Nationality) &&
    joined(text, k)
  )
    k++;
  return joined(text, k) && lexAt(text, k).clitic === 0 && nameStartsAt(text, k, true, false);
}

/** An indefinite noun after a definite word, without a conjunction: the office ended before it. */
function endsComplement(text: ArabicText, j: number): boolean {
  const here = lexAt(text, j);
  const before = lexAt(text, j - 1).flags;
  return (
    here.clitic === 0 &&
    !has(here.flags, Definite | Place | Nationality | Role | Function | Body | Site | Office) &&
    has(here.flags, Common | Weak) &&
    has(before, Definite | Place | Nationality)
  );
}

/** Alone in brackets or quotation marks: (يونامي), «حماس». */
const isEnclosed = ({ words }: ArabicText, j: number): boolean =>
  [words[j]?.gap, words[j + 1]?.gap].every((gap) => gap === Gap.Paren || gap === Gap.Quote);

/** Where an unknown word or two stand before a known given name with more behind it, the name begins with that. */
function givenWithin(text: ArabicText, j: number): number {
  if (has(lexAt(text, j).flags, NAME) || !isUnknown(text, j)) return j;
  for (let k = j + 1; k <= j + 2 && joined(text, k); k++) {
    const { flags, clitic } = lexAt(text, k);
    const given = has(flags, Given) || (has(flags, DoubtfulGiven) && has(lexAt(text, k + 1).flags, NAME));
    if (given && clitic === 0) {
      const more = joined(text, k + 1) && !endsBefore(text, k + 1);
      return more && (growName(text, k)?.count ?? 0) > 1 ? k : j;
    }
    if (!isUnknown(text, k)) return j;
  }
  return j;
}

/**
 * A title at word `i` and the name that follows it: forms of address, an office with its complement (definite words,
 * words of offices and bodies, countries; at most sixteen words and one comma), the name. Null where no name follows.
 */
export function readTitled(text: ArabicText, i: number, honorifics: Honorifics): Titled | null {
  const addressed: Span[] = [];
  let [roleStart, roleEnd, rankStart, rankEnd] = [-1, -1, -1, -1];
  let [direct, address, commas, surnameOffice] = [false, false, 0, false];
  /** Index of a body or site whose own name the next word is. */
  let bearer = -1;
  let previousAddress = -1;
  for (let j = i; j < text.words.length && j - i < MAX_COMPLEMENT;) {
    const word = text.words[j];
    const { flags, base, clitic } = lexAt(text, j);
    if (word === undefined || word.kind !== 'arabic') {
      if (word?.kind === 'word' && j > i && word.capital === 2 && (word.gap === Gap.Paren || word.gap === Gap.Space)) {
        j++;
        continue;
      }
      return null;
    }
    const comma = j > i && word.gap === Gap.Comma;
    if (j > i && word.gap >= Gap.Dash) return null;
    if (comma && ++commas > 1) return null;
    if (word.folded === IN_THE_NAME_OF && roleEnd === j - 1) {
      roleEnd = j++;
      continue;
    }
    if (comma && clitic > 0) return null;
    const found = honorificAt(text, j, honorifics);
    if (found !== null && j > i && clitic > 0) return null;
    // سفير دولة الكويت
    const honorific = base === 'دوله' && has(lexAt(text, j + 1).flags, Place) ? null : found;
    const vetoed = bearer === j - 1 && !comma && joined(text, j);
    if (honorific !== null && !(vetoed && clitic === 0)) {
      const end = j + honorific.words.length;
      // "الأمير" before an office's complement, "السفير القطري": an office as much as a form of address.
      addressed.push(spanOf(text, j, end - 1));
      if (honorific.kind !== 'address') [rankStart, rankEnd] = [j, end - 1];
      // الباحث في مركز …: an office with a complement of its own
      if (honorific.kind === 'calling' && has(flags, Role) && roleStart < 0) roleStart = roleEnd = j;
      previousAddress = j;
      j = end;
      direct = true;
      address = honorific.kind !== 'calling';
      continue;
    }
    if (vetoed && (honorific !== null || has(flags, NAME) || isUnknown(text, j))) {
      // the body's own name: جامعة الملك سعود, منظمة أوكسفام
      const skip = honorific === null ? j : j + honorific.words.length;
      const grown = has(lexAt(text, skip).flags, NAME) ? growName(text, skip) : null;
      j = Math.max(grown?.end ?? skip + 1, j + 1);
      roleEnd = j - 1;
      direct = address = false;
      bearer = -1;
      continue;
    }
    const title = roleStart >= 0 || addressed.length > 0;
    if (title && clitic === 0 && nameStartsAt(text, j, direct && (!comma || address), address || surnameOffice)) {
      const start = givenWithin(text, j);
      const name = growName(text, start, true);
      if (name === null) return null;
      const onlyCommaProof = comma && !address && name.count === 1;
      if (onlyCommaProof) return null;
      let role: RoleSpan | null = null;
      if (roleStart >= 0) role = roleSpan(text, roleStart, Math.max(roleStart, roleEnd));
      else if (rankStart >= 0) role = roleSpan(text, rankStart, Math.max(rankEnd, roleEnd));
      return { start, name, honorifics: addressed, role, rankOnly: roleStart < 0 || roleEnd === roleStart };
    }
    if (comma && !(has(flags, Role) && clitic === 0)) return null;
    if (has(flags, Role) && !(has(flags, Saying) && roleStart < 0) && !(clitic > 0 && roleStart >= 0 && comma)) {
      if (roleStart < 0 || servesAnother(text, j)) roleStart = j;
      roleEnd = j;
      direct = has(flags, Definite);
      surnameOffice = direct && BEFORE_SURNAME.has(base);
      address = false;
      bearer = -1;
      j++;
      continue;
    }
    if (roleStart < 0 && previousAddress < 0) return null;
    if (has(flags, Function)) {
      if (!WITHIN_OFFICE.has(base)) return null;
    } else if (has(flags, Site | Body) && !has(flags, Definite)) bearer = j;
    else if (has(flags, VERB) && !has(flags, Definite | Office | Common | Place | Nationality)) return null;
    else if (!has(flags, Definite | NO_NAME) && !text.knownDefinite(base)) {
      // an unknown word: the complement may still hold a foreign name of a place or body, if a name stands right after
      const next = lexAt(text, j + 1);
      const enclosed = isEnclosed(text, j);
      if (!enclosed && !(joined(text, j + 1) && has(next.flags, Given) && bearer === j - 1)) return null;
    }
    if (roleStart >= 0 && endsComplement(text, j)) return null;
    if (roleStart < 0 && has(flags, Circle | Common) && !has(flags, Definite)) return null;
    if (roleStart < 0 && !has(flags, Definite | Place | Nationality)) return null;
    roleEnd = j;
    direct = false;
    address = false;
    surnameOffice = false;
    j++;
  }
  return null;
}

/**
 * An office told after a name that ends before word `i` (…، الأمين العام للهلال الأحمر القطري، …): null where there is
 * none, or where it belongs to the name that follows it. `next` is the index after its last word.
 */
export function readRoleAfter(
  text: ArabicText,
  i: number,
  honorifics: Honorifics,
): { role: RoleSpan; next: number } | null {
  const first = text.words[i];
  const { flags, clitic } = lexAt(text, i);
  if (first === undefined || first.gap >= Gap.Dash || clitic > 0 || !has(flags, Role)) return null;
  if (first.gap < Gap.Comma && !has(flags, Definite) && !joined(text, i)) return null;
  let end = i;
  let [quoted, inner] = [0, -1];
  for (let j = i + 1; j < text.words.length && j - i < MAX_COMPLEMENT; j++) {
    const word = text.words[j];
    if (word === undefined || word.gap >= Gap.Comma) break;
    if (word.kind !== 'arabic') break;
    const found = lexAt(text, j);
    if (word.gap === Gap.Quote || word.gap === Gap.Paren) quoted++;
    if (quoted > 2) break;
    if (
      honorificAt(text, j, honorifics) !== null &&
      !has(found.flags, Role) &&
      found.clitic === 0 &&
      !has(lexAt(text, j - 1).flags, Site | Body)
    )
      return null;
    if (word.folded === IN_THE_NAME_OF && j === i + 1) continue;
    if (has(found.flags, Function)) {
      const inOffice =
        WITHIN_OFFICE.has(found.base) &&
        joined(text, j + 1) &&
        has(lexAt(text, j + 1).flags, Definite | Place | Body | Office | Site);
      if (!inOffice) break;
      end = j;
      continue;
    }
    if (isEnclosed(text, j)) {
      end = j;
      continue;
    }
    if (endsComplement(text, j)) break;
    if (has(found.flags, Role) && servesAnother(text, j)) inner = j;
    if (has(found.flags, VERB) && !has(found.flags, Definite | Office | Common | Place | Nationality | Role)) break;
    const nameLike = has(found.flags, Given) && !has(found.flags, Definite) && found.clitic === 0;
    if (nameLike && !has(lexAt(text, j - 1).flags, Site | Body)) {
      // the next person's office: التقى X وزير الخارجية Y; or that which this one serves: X، المتحدث باسم الأمين العام Y
      return inner < 0 ? null : { role: roleSpan(text, i, j - 1), next: inner };
    }
    if (
      !has(found.flags, Definite | NO_NAME | NAME) &&
      !text.knownDefinite(found.base) &&
      !has(lexAt(text, j - 1).flags, Site | Body)
    ) {
      if (isUnknown(text, j) && isUnknown(text, j + 1) && joined(text, j + 1)) return null;
      break;
    }
    // "… بسرعة استجابة", "… وأهمية": a clitic before an indefinite noun goes on with the sentence
    if (found.clitic > 0 && !has(found.flags, Definite | Role | Office | Body | Place | Nationality)) break;
    end = j;
  }
  while (end > i && has(lexAt(text, end).flags, Function)) end--;
  return { role: roleSpan(text, i, end), next: end + 1 };
}
