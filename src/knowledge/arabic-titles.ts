import type { Span } from '../text/span.js';
import { Arabic, NAME, NO_NAME, VERB } from './arabic-words.js';
import { growName, isUnknown, joined, lexAt, type ArabicText, type Grown } from './arabic-growth.js';
import {
  endsComplement,
  givenWithin,
  IN_THE_NAME_OF,
  isEnclosed,
  MAX_COMPLEMENT,
  nameStartsAt,
  servesAnother,
  WITHIN_OFFICE,
} from './arabic-name-start.js';
import { roleSpan, spanOf } from './arabic-offices.js';
import { honorificAt, type Honorifics } from './honorifics.js';
import type { RoleSpan } from './mention.js';
import { Gap } from './words.js';

const { Given, Role, PluralRole, Definite, Function, Nationality, Common, Office } = Arabic;
const { Site, Body, Circle, Place, Saying, Weak } = Arabic;
const has = (flags: number, wanted: number): boolean => (flags & wanted) !== 0;
/** Offices that are said before a family name alone: الرئيس السيسي. */
const BEFORE_SURNAME = new Set(['رئيس', 'وزير', 'وزيره', 'سفير', 'سفيره', 'نائب', 'جنرال', 'مبعوث']);

/** المكلفة بالميزانية, المنتدب لدى وزير الداخلية: after the comma the same office goes on. */
const IN_CHARGE = /^ال(?:مكلف|منتدب)ه?$/;
/** What somebody does something in, and holds no office in. */
const NO_SEAT = /^(?:اتفاقيه|اتفاق|مذكره|بروتوكول|معاهده|حوار|تصريح|تصريحات|بيان|كلمه|حديث|مقابله|ختام|مستهل)$/;
/** Who speaks or sits for somebody: النائب عن جهة قفصة. */
const FOR_WHOM = /^(?:نايب|نايبه|نواب|ممثل|ممثله|مرشح|مرشحه|عضو|عضوه)$/;

export interface Titled {
  readonly start: number;
  readonly name: Grown;
  readonly honorifics: readonly Span[];
  readonly role: RoleSpan | null;
  /** The office is but a rank or السفير, so that another may follow the name. */
  readonly rankOnly: boolean;
  /** One office named for several people: وعضوي الوفد X وY. */
  readonly plural: boolean;
}

/** Whether a title can begin at word `i` at all: most words begin none, and need no closer look. */
const opensTitle = (text: ArabicText, i: number, honorifics: Honorifics): boolean =>
  has(lexAt(text, i).flags, Role) ||
  text.words[i]?.folded === IN_THE_NAME_OF ||
  honorificAt(text, i, honorifics) !== null;

/**
 * A title at word `i` and the name that follows it: forms of address, an office with its complement (definite words,
 * words of offices and bodies, countries; at most sixteen words and one comma), the name. Null where no name follows.
 */
export function readTitled(text: ArabicText, i: number, honorifics: Honorifics): Titled | null {
  if (!opensTitle(text, i, honorifics)) return null;
  const addressed: Span[] = [];
  let [roleStart, roleEnd, rankStart, rankEnd] = [-1, -1, -1, -1];
  let [direct, address, commas, surnameOffice] = [false, false, 0, false];
  /** Index of a body or site whose own name the next word is. */
  let bearer = -1;
  let previousAddress = -1;
  let most = MAX_COMPLEMENT;
  for (let j = i; j < text.words.length && j - i < most;) {
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
    // كاتبة الدولة لدى وزير الفلاحة، المكلفة بالصيد البحري، …: the office goes on
    const charged = comma && roleStart >= 0 && IN_CHARGE.test(word.folded);
    if (charged) most = MAX_COMPLEMENT * 2;
    else if (comma && ++commas > 1) return null;
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
      const start = address && !comma ? j : givenWithin(text, j);
      const name = growName(text, start, true);
      if (name === null) return null;
      const onlyCommaProof = comma && !address && name.count === 1;
      if (onlyCommaProof) return null;
      let role: RoleSpan | null = null;
      if (roleStart >= 0) role = roleSpan(text, roleStart, Math.max(roleStart, roleEnd));
      else if (rankStart >= 0) role = roleSpan(text, rankStart, Math.max(rankEnd, roleEnd));
      const plural = roleStart >= 0 && has(lexAt(text, roleStart).flags, PluralRole);
      return { start, name, honorifics: addressed, role, rankOnly: roleStart < 0 || roleEnd === roleStart, plural };
    }
    if (comma && !charged && !(has(flags, Role) && clitic === 0)) return null;
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
      if (!WITHIN_OFFICE.has(base) && !(base === 'عن' && FOR_WHOM.test(lexAt(text, j - 1).base))) return null;
      // "… نواب بإعادة النظر في اتفاقية …": no office any more
      if (NO_SEAT.test(lexAt(text, j + 1).base)) return null;
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

/** A second office of several is at most so many words. */
const SECOND = 6;

/** What follows the name of the first of several offices: وزيرا الخارجية X، والدفاع Y. Null where no name follows. */
export function readSecond(text: ArabicText, i: number, honorifics: Honorifics): Titled | null {
  const addressed: Span[] = [];
  let end = i;
  for (let j = i; j - i < SECOND && (j === i || joined(text, j));) {
    const { flags, clitic } = lexAt(text, j);
    const honorific = j > i && clitic === 0 ? honorificAt(text, j, honorifics) : null;
    if (honorific !== null) {
      addressed.push(spanOf(text, j, j + honorific.words.length - 1));
      j += honorific.words.length;
      continue;
    }
    const direct = addressed.length > 0;
    if (j > i && clitic === 0 && nameStartsAt(text, j, direct, direct)) {
      const name = growName(text, j, true);
      const role = roleSpan(text, i, end);
      return name && { start: j, name, honorifics: addressed, role, rankOnly: false, plural: true };
    }
    const complement =
      has(flags, Place) || (has(flags, Definite) && has(flags, Common | Office | Weak) && !has(flags, Role));
    if (direct || !complement || (j === i && clitic === 0)) return null;
    end = j++;
  }
  return null;
}
