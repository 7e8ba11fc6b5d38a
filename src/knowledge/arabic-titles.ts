import type { Span } from '../text/span.js';
import { Arabic, NAME, NO_NAME, VERB } from './arabic-words.js';
import { growName, type Grown } from './arabic-growth.js';
import { isUnknown, joined, lexAt, type ArabicText } from './arabic-text.js';
import {
  endsComplement,
  givenWithin,
  IN_THE_NAME_OF,
  isEnclosed,
  isDoubleSeat,
  isOfAffairs,
  isTeam,
  MAX_COMPLEMENT,
  nameStartsAt,
  servesAnother,
  WITHIN_OFFICE,
} from './arabic-name-start.js';
import { roleSpan, spanOf } from './arabic-offices.js';
import { afterBranch, honorificAt, type Honorifics } from './honorifics.js';
import type { RoleSpan } from './mention.js';
import { Gap } from './words.js';

const { Given, Role, PluralRole, Definite, Function, Nationality, Common, Office } = Arabic;
const { Site, Body, Circle, Place, Saying, Weak, Address } = Arabic;
const has = (flags: number, wanted: number): boolean => (flags & wanted) !== 0;
/** Offices that are said before a family name alone: الرئيس السيسي. */
const BEFORE_SURNAME = new Set(['رييس', 'وزير', 'وزيره', 'سفير', 'سفيره', 'نايب', 'جنرال', 'مبعوث']);

/** المكلفة بالميزانية, المنتدب لدى وزير الداخلية: after the comma the same office goes on. */
const IN_CHARGE = /^ال(?:مكلف|منتدب)ه?$/;
/** What somebody does something in, and holds no office in. */
const NO_SEAT = /^(?:اتفاقيه|اتفاق|مذكره|بروتوكول|معاهده|حوار|تصريح|تصريحات|بيان|كلمه|حديث|مقابله|ختام|مستهل)$/;
/** Who speaks or sits for somebody: النائب عن جهة قفصة. */
const FOR_WHOM =
  /^(?:نايب|نايبه|نواب|ممثل|ممثله|مرشح|مرشحه|عضو|عضوه|مسوول|مسووله|برلماني|برلمانيه|مستشار|مستشاره|منتخب|منتخبه|سيناتور)$/;
const IS = new Set(['هو', 'هي']);
/** Who looks after something: المشرف العام على المركز, القائم على البرنامج. */
const OVER_WHAT = /^(?:مشرف|مشرفه|قايم|قايمه|وصي|مطلع|امين|رقيب|حارس)$/;

/** Whether the particle at `j` goes on with the office that began at `head`: المشرف العام *على* المركز, وزير العمل *عن* حركة … */
function goesOn(text: ArabicText, j: number, head: number, honorifics: Honorifics): boolean {
  const { base } = lexAt(text, j);
  if (WITHIN_OFFICE.has(base)) return true;
  const next = lexAt(text, j + 1);
  const serves = (before: RegExp): boolean =>
    before.test(lexAt(text, j - 1).base) || before.test(lexAt(text, j - 2).base);
  if (base === 'عن') {
    const movement = has(next.flags, Circle) && !has(next.flags, Definite);
    const named =
      joined(text, j + 2) && honorificAt(text, j + 2, honorifics) !== null && lexAt(text, j + 2).clitic === 0;
    return FOR_WHOM.test(lexAt(text, j - 1).base) || (head >= 0 && (movement || named));
  }
  return base === 'علي' && serves(OVER_WHAT) && has(next.flags, Definite | Body | Site | Common | Weak);
}

export interface Titled {
  readonly start: number;
  readonly name: Grown;
  readonly honorifics: readonly Span[];
  readonly role: RoleSpan | null;
  /** A rank told beside an office: الأمين العام اللواء المتقاعد فلان. */
  readonly rank: RoleSpan | null;
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
  let inTheName = false;
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
    if (j > i && word.gap >= Gap.Dash && !isDoubleSeat(text, j)) return null;
    // كاتبة الدولة لدى وزير الفلاحة، المكلفة بالصيد البحري، …: the office goes on
    const charged = comma && roleStart >= 0 && IN_CHARGE.test(word.folded);
    if (charged) most = MAX_COMPLEMENT * 2;
    else if (comma && ++commas > 1) return null;
    // المتحدث باسم الحكومة باسم …: the second is a name
    if (word.folded === IN_THE_NAME_OF && roleEnd === j - 1 && !inTheName) {
      inTheName = true;
      roleEnd = j++;
      continue;
    }
    if (comma && clitic > 0) return null;
    const found = honorificAt(text, j, honorifics);
    if (found !== null && j > i && clitic > 0) return null;
    // سفير دولة الكويت
    const state = base === 'دوله' && (has(lexAt(text, j + 1).flags, Place) || has(lexAt(text, j - 1).flags, Role));
    // شيخ الأزهر: the head of an office
    const head = has(flags, Role) && !has(flags, Address) && word.folded.length > 2;
    const noAddress = roleStart >= 0 && (isTeam(text, j) || isOfAffairs(text, j));
    const honorific = state || head || noAddress ? null : found;
    const vetoed = bearer === j - 1 && !comma && joined(text, j);
    if (honorific !== null && !(vetoed && clitic === 0)) {
      const words = j + honorific.words.length;
      const end = honorific.kind === 'rank' ? afterBranch(text, words, honorifics) : words;
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
    // الرئيس المصري السيسي: where he comes from is no name, and parts the office from none
    const citizen = roleStart >= 0 && surnameOffice && has(flags, Nationality) && has(flags, Definite) && clitic === 0;
    if (citizen && !comma && roleEnd === j - 1) {
      roleEnd = j++;
      continue;
    }
    if (title && clitic === 0 && nameStartsAt(text, j, direct && (!comma || address), address || surnameOffice)) {
      // رئيس الهلال الأحمر الإيراني *بير* حسين …: what has the article is whole, and no unknown word goes on with it
      const whole = !comma && has(lexAt(text, j - 1).flags, Nationality) && has(lexAt(text, j - 1).flags, Definite);
      const start = (address && !comma) || whole ? j : givenWithin(text, j);
      const name = growName(text, start, true);
      if (name === null) return null;
      // والي بشار، السيد …: the place has a given name
      if (name.count === 1 && roleEnd === j - 1 && !address && isSeat(text, roleStart, name.end, honorifics)) {
        roleEnd = j++;
        continue;
      }
      const onlyCommaProof = comma && !address && name.count === 1;
      if (onlyCommaProof) return null;
      if (roleStart >= 0 && isTitleOfOwn(text, roleStart, roleEnd))
        [rankStart, rankEnd, roleEnd] = [roleEnd, roleEnd, roleEnd - 1];
      let role: RoleSpan | null = null;
      if (roleStart >= 0) role = roleSpan(text, roleStart, Math.max(roleStart, roleEnd));
      else if (rankStart >= 0) role = roleSpan(text, rankStart, Math.max(rankEnd, roleEnd));
      const plural = roleStart >= 0 && has(lexAt(text, roleStart).flags, PluralRole);
      const beside = roleStart >= 0 && rankStart >= 0 && (rankStart > roleEnd || rankEnd < roleStart);
      const rank = beside ? roleSpan(text, rankStart, rankEnd) : null;
      return {
        start,
        name,
        honorifics: addressed,
        role,
        rank,
        rankOnly: roleStart < 0 || roleEnd === roleStart,
        plural,
      };
    }
    // ممثلة البرنامج بالجزائر، اليابانية آيكو ياماموتو
    if (comma && !charged && isCompatriot(text, j)) {
      direct = address = true;
      j++;
      continue;
    }
    if (comma && !charged && !(has(flags, Role) && clitic === 0)) return null;
    if (has(flags, Role) && !(has(flags, Saying) && roleStart < 0) && !(clitic > 0 && roleStart >= 0 && comma)) {
      if (roleStart < 0 || servesAnother(text, j) || isAnothers(text, j)) roleStart = j;
      roleEnd = j;
      direct = has(flags, Definite);
      surnameOffice = direct && BEFORE_SURNAME.has(base);
      address = false;
      bearer = -1;
      j++;
      continue;
    }
    if (roleStart < 0 && previousAddress < 0) return null;
    // ممثلة عن المجتمع المدني هي المحامية فلانة
    if (IS.has(word.folded) && roleStart >= 0 && roleEnd === j - 1 && honorificAt(text, j + 1, honorifics) !== null) {
      j++;
      continue;
    }
    if (has(flags, Function)) {
      if (!goesOn(text, j, roleStart, honorifics)) return null;
      // "… نواب بإعادة النظر في اتفاقية …": no office any more
      if (NO_SEAT.test(lexAt(text, j + 1).base)) return null;
    } else if (has(flags, Site | Body) && !has(flags, Definite)) bearer = j;
    else if (has(flags, VERB) && !has(flags, Definite | Office | Common | Place | Nationality)) {
      // القيادي في حركة فتح
      if (!has(lexAt(text, j - 1).flags, Circle) || has(lexAt(text, j - 1).flags, Definite)) return null;
    } else if (!has(flags, Definite | NO_NAME) && !text.knownDefinite(base)) {
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

/** Whose office has a place right behind it. */
const SEATED = /^(?:والي|واليه|محافظ|عامل|حاكم|متصرف|قايمقام|عمده|معتمد|قنصل)$/;

/** Whether the word before `end` is where the office at `head` has its seat: a sign and somebody's title stand behind it. */
const isSeat = (text: ArabicText, head: number, end: number, honorifics: Honorifics): boolean =>
  SEATED.test(lexAt(text, head).base) &&
  text.words[end]?.gap === Gap.Comma &&
  (honorificAt(text, end, honorifics) !== null || has(lexAt(text, end).flags, Given));

/** اليابانية before a name: the word at `j` tells where somebody comes from. */
function isCompatriot(text: ArabicText, j: number): boolean {
  const { flags, clitic } = lexAt(text, j);
  const own = has(flags, Nationality) && has(flags, Definite) && clitic === 0;
  return own && joined(text, j + 1) && nameStartsAt(text, j + 1, true, true);
}

/** نظيره, نائبته: the office that goes with the one before it, and somebody else's. */
const isAnothers = (text: ArabicText, j: number): boolean =>
  joined(text, j) &&
  /^(?:نظير|نايب|نايبت|مساعد|مساعدت|مستشار|مستشارت|ممثل|ممثلت)(?:ه|ها|هم|هما)$/.test(text.words[j]?.folded ?? '') &&
  text.text.charAt((text.words[j]?.end ?? 1) - 1) !== 'ة';

/** مساعد وزير الخارجية *السفير* فلان: a rank of diplomacy behind an office that is whole without it. */
const isTitleOfOwn = (text: ArabicText, head: number, end: number): boolean =>
  end > head + 1 &&
  /^(?:سفير|سفيره|وزير|وزيره)$/.test(lexAt(text, end).base) &&
  has(lexAt(text, end).flags, Definite) &&
  lexAt(text, end).clitic === 0 &&
  has(lexAt(text, end - 1).flags, Definite | Place | Nationality);

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
      return name && { start: j, name, honorifics: addressed, role, rank: null, rankOnly: false, plural: true };
    }
    const complement =
      has(flags, Place) || (has(flags, Definite) && has(flags, Common | Office | Weak) && !has(flags, Role));
    if (direct || !complement || (j === i && clitic === 0)) return null;
    end = j++;
  }
  return null;
}
