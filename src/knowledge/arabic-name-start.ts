import { Arabic, NAME, NO_NAME, VERB } from './arabic-words.js';
import { FATHER, FOREIGN_LINKS, growName, OF_FAITH } from './arabic-growth.js';
import {
  closesName,
  endsBefore,
  isAbstract,
  isBel,
  isLam,
  isUnknown,
  joined,
  lexAt,
  signAt,
  type ArabicText,
} from './arabic-text.js';
import { Gap } from './words.js';

const { Given, DoubtfulGiven, Role, PluralRole, Definite, Function, Nationality, Common, Office } = Arabic;
const { Site, Body, Circle, Place, Weak, Address, Sounds, Family } = Arabic;
const has = (flags: number, wanted: number): boolean => (flags & wanted) !== 0;

/** Function words that an office's complement may hold: منسق الشؤون الإنسانية في اليمن, المبعوث إلى ليبيا. */
export const WITHIN_OFFICE = new Set(['في', 'لدي', 'الي', 'ل', 'غير', 'ما']);

/** المتحدث باسم …: no given name there. */
export const IN_THE_NAME_OF = 'باسم';
/** Words that an office may have, its head included. */
export const MAX_COMPLEMENT = 16;
const FILIATION = new Set(['بن', 'بنت', 'ولد']);
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

/** Whether a name may begin at `j` inside or after a title. `direct`: right after a form of address or a definite office. */
export function nameStartsAt(text: ArabicText, j: number, direct: boolean, address: boolean): boolean {
  const word = text.words[j];
  const { flags, clitic, base } = lexAt(text, j);
  if (word === undefined || word.kind !== 'arabic' || clitic > 0) return false;
  const nextJoined = joined(text, j + 1);
  const next = nextJoined ? lexAt(text, j + 1) : null;
  // مساعد بن محمد: whatever else the word is
  if (nextJoined && FILIATION.has(text.words[j + 1]?.folded ?? ''))
    return !has(flags, VERB | Function) && (direct || !has(flags, Definite));
  // الوزراء اليمني أحمد …
  if (has(flags, Definite) && has(flags, Nationality | Common) && next !== null && has(next.flags, NAME)) return false;
  const nextIsNameLike =
    isFamilyOf(text, j, address) ||
    (next !== null &&
      next.clitic === 0 &&
      (has(next.flags, NAME) ||
        ['بن', 'بنت', 'ابن', 'ال', 'عبد', 'ابو', 'ولد', 'بني'].includes(text.words[j + 1]?.folded ?? '') ||
        // السيد ناصر فخر الإسلام
        (address && OF_FAITH.has(lexAt(text, j + 2).base) && joined(text, j + 2) && !has(flags, Role)) ||
        // فيمكه دي فريس
        (isUnknown(text, j) && FOREIGN_LINKS.has(text.words[j + 1]?.folded ?? '')) ||
        isUnknown(text, j + 1) ||
        (address &&
          !has(flags, Role) &&
          has(next.flags, Definite) &&
          !has(next.flags, Role | Place) &&
          endsBefore(text, j + 2)) ||
        ((address || has(lexAt(text, j - 1).flags, Definite | Place | Nationality)) &&
          has(next.flags, Weak | Common) &&
          !has(next.flags, NO_NAME & ~(Weak | Common)) &&
          !has(flags, Role) &&
          (!has(flags, Common) || has(flags, Office)) &&
          endsBefore(text, j + 2))));
  if (base === 'عبد' || base === 'ابو' || base === 'ابي') return next !== null && !has(next.flags, VERB | Function);
  if (has(flags, Given) && !has(flags, Definite)) return true;
  // السفير الكوري لدى العراق لي سونغ مين
  if (base === 'لي' && next !== null && has(lexAt(text, j - 1).flags, Definite | Place | Nationality | Role))
    return isUnknown(text, j + 1) || (has(next.flags, NAME) && !has(next.flags, Definite | Function));
  if (base === 'علي' && has(flags, Function)) return address && next !== null && has(next.flags, NAME);
  // الدكتور مساعد راشد …: a name as well as an office
  if (nextJoined && has(flags, NAME) && !has(flags, Definite | Function) && isBel(text, j + 1)) return true;
  if (address && direct && has(flags, Role) && !has(flags, Definite | PluralRole) && next !== null) {
    // السيدة أمينة العلوي: a name as well, and its family; السيد أمين الصندوق is none
    const nisba = /ي$/.test(next.base) && !has(next.flags, NO_NAME & ~(Weak | Nationality));
    const surname = has(next.flags, Definite) && (nisba || has(next.flags, Family));
    const family = (isUnknown(text, j + 1) || surname) && endsBefore(text, j + 2);
    const given = has(next.flags, NAME) && !has(next.flags, Definite | Role);
    // السيد مختار لعروسي، …
    if (has(flags, DoubtfulGiven) && isLam(text, j + 1)) return (text.words[j + 2]?.gap ?? Gap.Stop) >= Gap.Comma;
    return next.clitic === 0 && (given || (has(flags, DoubtfulGiven) && (family || isFamilyOf(text, j, true))));
  }
  const previous = lexAt(text, j - 1).flags;
  const sounds = has(flags, Sounds) && has(previous, Definite | Place | Nationality) && next !== null;
  if (sounds && !has(next.flags, Function | Definite)) return true;
  if (has(flags, DoubtfulGiven) && !has(flags, VERB | Function))
    return (
      nextIsNameLike ||
      (address && endsBefore(text, j + 1) && !has(flags, Role | Common)) ||
      // المستشار كريم بوابة، …: an everyday word as family name, and a sign behind it
      (direct && next !== null && !has(flags, Role) && isSurnameOnly(text, j + 1))
    );
  // الشيخ فضل القطيبي: right after a form of address nearly any word may be a name
  const plain = !has(flags, VERB | Function | Role | Place | Nationality | Body | Site | Circle | Definite);
  if (address && direct && plain && has(flags, Weak | Common) && next !== null)
    return (
      has(next.flags, NAME) ||
      // معالي ملفين بوتا وزير …
      (isUnknown(text, j + 1) && (has(next.flags, Definite) || (nextJoined && closesName(text, j + 2))))
    );
  // رئيس الوزراء بشر الخصاونة: an indefinite everyday word cannot go on with a definite complement, and a name follows
  const afterDefinite = has(previous, Definite | Place | Nationality) && !has(previous, Address);
  if (afterDefinite && has(flags, Weak) && !has(flags, (NO_NAME & ~Weak) | Definite) && next !== null)
    return (
      (isUnknown(text, j + 1) && (has(next.flags, Definite) || endsBefore(text, j + 2))) ||
      // وزير الموارد المائية عون ذياب عبد الله
      (has(next.flags, Given) && !has(next.flags, Definite) && next.clitic === 0)
    );
  // المبعوث الأخضر الإبراهيمي: a family name of an everyday word, given to a child
  if (has(flags, Family) && has(flags, Definite) && direct && address && next !== null)
    return (
      has(next.flags, Definite) &&
      next.clitic === 0 &&
      !has(next.flags, NO_NAME & ~Weak) &&
      next.base.endsWith('ي') &&
      endsBefore(text, j + 2)
    );
  if (!isUnknown(text, j)) return false;
  // وتكرس …: the sentence goes on (but وايت, ويلسون, وود)
  if (/^و[^ايول]/.test(base)) return false;
  const chained =
    has(previous, Body | Circle | Office | Common | Weak) && !has(previous, Definite | Role | Place | Nationality);
  if (chained && next !== null && has(next.flags, Definite)) return false;
  // رئيس الوزراء الإسرائيلي نتنياهو إن …: the family name alone, with what was said or done behind it
  const follower = lexAt(text, j + 1);
  const acts = text.words[j + 1]?.folded === 'ان' || (has(follower.flags, VERB) && !has(follower.flags, Common | Weak));
  const citizen = has(previous, Nationality) && has(previous, Definite) && joined(text, j + 1) && acts;
  if (!has(flags, Definite) && citizen && !/(?:يا|ه|ات|ين)$/.test(base)) return true;
  if (!has(flags, Definite)) return nextIsNameLike || (direct && endsBefore(text, j + 1) && !/(?:ه|ات|يه)$/.test(base));
  return direct && address && endsBefore(text, j + 1);
}

/** What an address is followed by before two names of the family: السيد *الحبيب* الغربي الفالح, السفير *سميح* جوهر حيات. */
function isFamilyOf(text: ArabicText, j: number, address: boolean): boolean {
  if (!address || !joined(text, j + 1) || !joined(text, j + 2) || !endsBefore(text, j + 3)) return false;
  const [first, second] = [lexAt(text, j + 1), lexAt(text, j + 2)];
  if (
    first.clitic > 0 ||
    second.clitic > 0 ||
    has(first.flags & second.flags, Definite) !== has(first.flags | second.flags, Definite)
  )
    return false;
  const own = (flags: number): boolean =>
    !has(flags, NO_NAME & ~(Weak | (has(flags, Family) ? Common | Nationality : 0)));
  return own(first.flags) && (own(second.flags) || has(second.flags, NAME));
}

/** An indefinite noun with a comma or the sentence's end behind it. */
function isSurnameOnly(text: ArabicText, k: number): boolean {
  const { flags, clitic } = lexAt(text, k);
  const none = Definite | Function | VERB | Role | Nationality | Place | Arabic.Time | Address;
  return clitic === 0 && !has(flags, none) && signAt(text, k + 1);
}

/** A definite office right after one that serves it, with the name right behind: المتحدث باسم الأمين العام فلان. */
export function servesAnother(text: ArabicText, j: number): boolean {
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

/** Adjectives that take a definite noun and so go on with the complement: متعدد الأطراف, عالي المستوى. */
const CONSTRUCT = /^(?:متعدد|ثنايي|ثلاثي|رباعي|عالي|عابر|فايق|واسع|متوسط|محدود|قليل|كثير|ذوي?|ذات)ه?$/;

/** عضو المجلس سابقا, وزير المالية حاليا: an adverb within an office. */
const WHEN_IN_OFFICE = new Set(['سابقا', 'حاليا']);

/** رئيس الفريق الحكومي: a team, where an adjective follows and no name. */
export const isTeam = (text: ArabicText, j: number): boolean =>
  lexAt(text, j).base === 'فريق' &&
  joined(text, j + 1) &&
  has(lexAt(text, j + 1).flags, Definite) &&
  !has(lexAt(text, j + 1).flags, NAME) &&
  text.words[j + 1]?.folded !== 'الركن' &&
  text.words[j + 1]?.folded !== 'المتقاعد' &&
  text.words[j + 1]?.folded !== 'الاول';

/** وكيل الوزارة للشؤون *الدبلوماسية*: an adjective of affairs, and nobody's calling. */
export const isOfAffairs = (text: ArabicText, j: number): boolean => {
  const before = lexAt(text, j - 1);
  return joined(text, j) && has(before.flags, Office) && has(before.flags, Definite) && isAbstract(text, j);
};

/** محافظ بعلبك - *الهرمل*: two places parted by a dash are one seat. */
export const isDoubleSeat = (text: ArabicText, j: number): boolean =>
  text.words[j]?.gap === Gap.Dash && has(lexAt(text, j).flags, Place) && has(lexAt(text, j - 1).flags, Place);

/** An indefinite noun after a definite word, without a conjunction: the office ended before it. */
export function endsComplement(text: ArabicText, j: number): boolean {
  const here = lexAt(text, j);
  if (CONSTRUCT.test(here.base) && has(lexAt(text, j + 1).flags, Definite)) return false;
  if (WHEN_IN_OFFICE.has(text.words[j]?.folded ?? '')) return false;
  const before = lexAt(text, j - 1).flags;
  return (
    here.clitic === 0 &&
    !has(here.flags, Definite | Place | Nationality | Role | Function | Body | Site | Office) &&
    has(here.flags, Common | Weak) &&
    has(before, Definite | Place | Nationality)
  );
}

/** Alone in brackets or quotation marks: (يونامي), «حماس». */
export const isEnclosed = ({ text, words }: ArabicText, j: number): boolean =>
  (words[j]?.gap === Gap.Paren || words[j]?.gap === Gap.Quote) && /^["”»)]$/.test(text.charAt(words[j]?.end ?? 0));

/** Where an unknown word or two stand before a known given name with more behind it, the name begins with that. */
export function givenWithin(text: ArabicText, j: number): number {
  const { flags: first } = lexAt(text, j);
  if (!has(first, Sounds) && (has(first, NAME) || !isUnknown(text, j))) return j;
  // أبو القاسم …, هاشل بن عبيد
  if (FATHER.has(lexAt(text, j).base)) return j;
  if (FILIATION.has(text.words[j + 1]?.folded ?? '')) return j;
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
