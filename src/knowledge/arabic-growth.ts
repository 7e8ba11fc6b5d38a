import { Arabic, NAME, NO_NAME, VERB } from './arabic-words.js';
import {
  closesName,
  endsBefore,
  has,
  isAbstract,
  isAccusative,
  isAli,
  isBel,
  isFeminine,
  isInTheMidst,
  isLam,
  isPluralOfPeople,
  isUnknown,
  joined,
  lexAt,
  signAt,
  strippedAt,
  tellsMore,
  type ArabicText,
} from './arabic-text.js';
import { Gap } from './words.js';

const { Given, DoubtfulGiven, Role, Definite, Function, Nationality, Common, Office, Address, Site, Body } = Arabic;
const { Weak, Time, Place, VerbForm, Family, Joint, Thing, Epithet, Sounds } = Arabic;

const LINKS = new Set(['بن', 'ابن', 'بنت', 'ولد', 'ود']);
export const FOREIGN_LINKS = new Set([
  'فون',
  'فان',
  'دير',
  'دي',
  'دا',
  'دو',
  'دوس',
  'لا',
  'لو',
  'دن',
  'ماك',
  'اوف',
  'سان',
]);
const REGNAL = new Set(['اول', 'ثاني', 'ثالث', 'رابع', 'خامس', 'سادس', 'سابع', 'ثامن', 'عاشر']);
/** What takes up a noun: الذي, التي. */
const RELATIVE = new Set(['الذي', 'التي', 'الذين', 'اللذين', 'اللتين', 'اللذان', 'اللتان']);
const FATHERS_NAME = new Set(['ابو', 'ابي', 'بو']);
export const FATHER = new Set(['ابو', 'ابي', 'ابا', 'بو', 'با', 'بني', 'اولاد', 'ايت', 'ذو']);
/** Behind the father's name, the family's may follow: نوري أوغلو قاسموف. */
const SON_OF = new Set(['اوغلو', 'اوغلي', 'اغلو', 'قيزي']);
/** What given names of two words end with: محب الرحمن, مراد الدين. */
export const OF_FAITH = new Set(['دين', 'رحمن', 'له', 'اسلام']);
const MAX_WORDS = 12;

export interface Grown {
  /** Index after the last word. */
  readonly end: number;
  readonly parts: readonly string[];
  /** How many of them are names of their own: links aside. */
  readonly count: number;
  /** The second part proves the first: a link, a given name, a family name that is no everyday word. */
  readonly proven: boolean;
  /** The second part is an everyday word: only another proof makes it a name. */
  readonly weak: boolean;
}

/** Grows a name whose first word is `i`, as far as its words can be one; null where not even the first can. `titled`: a title stands before it. */
export function growName(text: ArabicText, i: number, titled = false): Grown | null {
  const parts: string[] = [];
  let [k, count, family, proven, weak] = [i, 0, false, false, false];
  let last: 'given' | 'unknown' | 'link' | 'family' | 'none' = 'none';
  /** The definite word before is a given name as well, so that more may follow: مولاي الطيب …, معاوية الصادق … */
  let open = false;
  const take = (words: number): void => {
    for (let n = 0; n < words; n++) parts.push(strippedAt(text, k + n));
    k += words;
    count++;
  };
  while (k < text.words.length && parts.length < MAX_WORDS) {
    if (k > i && !joined(text, k)) break;
    // تاسيلا-يي-دومبينيني: the hyphen makes it one name
    if (
      k > i &&
      text.words[k]?.gap === Gap.Hyphen &&
      text.words[k]?.kind === 'arabic' &&
      !has(lexAt(text, k), NO_NAME)
    ) {
      parts.push(text.words[k++]?.folded ?? '');
      continue;
    }
    const word = lexAt(text, k);
    const folded = k === i ? strippedAt(text, k) : (text.words[k]?.folded ?? '');
    const next = lexAt(text, k + 1);
    const nextJoined = joined(text, k + 1) && text.words[k + 1]?.kind === 'arabic';
    if (k > i && LINKS.has(folded)) {
      // السالكة بنت يمر: no verb stands behind بنت and before a sign
      if (!nextJoined || (has(next, VERB | Function) && !(has(next, VERB) && closesName(text, k + 2)))) break;
      parts.push(folded);
      k++;
      proven = true;
      last = 'link';
      if (text.words[k]?.folded === 'ال' || text.words[k]?.folded === 'عبد') continue;
      take(1);
      last = 'given';
      family = false;
      continue;
    }
    if (folded === 'ال' && k > i) {
      if (!nextJoined || has(next, VERB)) break;
      take(2);
      proven = family = true;
      last = 'family';
      continue;
    }
    if (nextJoined && has(next, Joint)) {
      if (k > i && ((family && !open) || word.clitic > 0)) break;
      family = open = false;
      take(2);
      proven ||= count > 1;
      last = 'given';
      continue;
    }
    if (folded === 'عبد' && nextJoined && (has(next, Definite) || text.words[k + 1]?.folded === 'ربه')) {
      // عايدة الطيب عبد الرازق
      if (family && !open) break;
      family = open = false;
      take(2);
      proven ||= count > 1;
      last = 'given';
      continue;
    }
    if (FATHER.has(folded) && nextJoined && !has(next, Function)) {
      // نبيل الخالدي أبو حمدة، …: what the family is called after it
      if (family && !(FATHERS_NAME.has(folded) && (titled || proven) && endsBefore(text, k + 2))) break;
      family = open = false;
      take(2);
      proven ||= count > 1;
      last = 'given';
      continue;
    }
    if (k > i && FATHER.has(folded)) break;
    if (k > i && SON_OF.has(folded)) {
      parts.push(folded);
      k++;
      last = 'link';
      continue;
    }
    if (
      k > i &&
      FOREIGN_LINKS.has(folded) &&
      nextJoined &&
      count > 0 &&
      !has(next, VERB | Function) &&
      !has(next, Definite) &&
      !(next.clitic > 0 && has(next, Weak | Common) && /^[وب]/.test(text.words[k + 1]?.folded ?? ''))
    ) {
      parts.push(folded);
      k++;
      const after = text.words[k]?.folded ?? '';
      if (FOREIGN_LINKS.has(after)) continue;
      // whatever the word may be elsewhere: فون دير لاين is no ل + أين
      parts.push(after);
      k++;
      count++;
      last = 'unknown';
      continue;
    }
    // هاكان فيدان: no ف + يدان while the name has but its given part
    const whole = titled && count === 1 && last === 'given' && word.clitic === 1 && folded.startsWith('ف');
    if (whole && has(word, VERB)) {
      parts.push(folded);
      k++;
      count++;
      last = 'unknown';
      continue;
    }
    // عبيد ثاني الرميثي: a given name as well
    const nisba = has(next, Definite) && next.base.endsWith('ي') && !has(next, NO_NAME & ~Weak);
    const second = folded === 'ثاني' && nextJoined && nisba && endsBefore(text, k + 2);
    if (second && count === 1 && last === 'given') {
      take(1);
      continue;
    }
    if (count === 1 && last === 'given' && isBel(text, k)) {
      take(1);
      last = 'given';
      continue;
    }
    // إدموند كولي: "as" hardly ever follows a name
    if (
      titled &&
      count === 1 &&
      last === 'given' &&
      /^ك(?!ال)/.test(folded) &&
      word.clitic === 1 &&
      closesName(text, k + 1)
    ) {
      take(1);
      last = 'unknown';
      continue;
    }
    // السيد مختار لعروسي، …; السيد كوفي ليونس أسامواه: no ل of "to" before the end of a name, or before a family name
    const foreign = isUnknown(text, k + 1) && nextJoined && !has(next, Definite) && closesName(text, k + 2);
    if (titled && last === 'given' && isLam(text, k) && (signAt(text, k + 1) || (count === 1 && foreign))) {
      parts.push(folded);
      k++;
      count++;
      last = foreign ? 'given' : 'unknown';
      continue;
    }
    // إسبن بارث إيدي: behind a name that nobody knows no "by" before another
    const inForeign =
      titled && count === 1 && last === 'unknown' && word.clitic === 1 && !has(word, Definite | Function);
    if (
      inForeign &&
      (isUnknown(text, k + 1) || has(next, NAME)) &&
      next.clitic === 0 &&
      closesName(text, k + 2) &&
      !/^و/.test(folded)
    ) {
      take(1);
      continue;
    }
    // السيدة حليمة نور وهشري، …: no "and" before a word that nobody knows and that ends the clause
    const withWaw = titled && count > 1 && last === 'given' && /^و..../.test(folded) && signAt(text, k + 1);
    if (withWaw && word.clitic === 1 && word.flags === 0 && !text.knownDefinite(word.base)) {
      parts.push(folded);
      k++;
      count++;
      last = 'unknown';
      continue;
    }
    if (k > i && word.clitic > 0) break;
    // محمد محب الرحمن; behind a title whatever the first word is elsewhere: السيد ناصر فخر الإسلام
    const faith = nextJoined && has(next, Definite) && next.clitic === 0 && OF_FAITH.has(next.base);
    const ofFaith = titled && last === 'given' ? Function | Role | Body | Site | Office | VERB : NO_NAME & ~Weak;
    if (faith && k > i && !family && !has(word, ofFaith | Definite)) {
      take(2);
      last = 'given';
      continue;
    }
    if (k > i && has(word, Definite)) {
      if (OF_FAITH.has(word.base)) {
        parts.push(folded);
        k++;
        continue;
      }
      if (titled && count === 1 && last === 'given' && REGNAL.has(word.base)) {
        take(1);
        family = proven = true;
        last = 'family';
        continue;
      }
      if (last === 'given' && isInTheMidst(text, i, k)) {
        take(1);
        last = 'given';
        continue;
      }
      const plain = !has(word, Family | NAME);
      if (has(word, Body) && !has(word, Family)) break;
      // الجهود, الحفل: what is done or seen; الموصوف بـ…; the object that a sentence goes on to tell of
      const which = text.words[k + 1]?.folded ?? '';
      const described = has(word, Common) && (which === 'الذي' || which === 'التي');
      const alone = titled && count === 1 && last === 'given';
      if (plain && ((has(word, Thing) && !alone) || described || (isPluralOfPeople(text, k) && !alone))) break;
      if (has(word, Epithet) && tellsMore(text, k)) break;
      // وثمنت السفيرة ليلى المواقف النبيلة: a plural of things with its adjective
      const plural = plain && !/ي$/.test(word.base) && !isFeminine(text, k) && has(word, Common | Weak);
      if (plural && titled && nextJoined && has(next, Definite) && isFeminine(text, k + 1)) break;
      const everyday = has(word, NO_NAME);
      // محمد ولد سالم الجاهزية: an object; but نورة بنت سالم الهاشمية
      const son = parts.some((part) => part === 'بن' || part === 'ولد') && !parts.includes('بنت');
      if (plain && everyday && son && isAbstract(text, k)) break;
      const weakOnly = has(word, Weak) && !has(word, NO_NAME & ~Weak);
      const ends = endsBefore(text, k + 1);
      const another = has(word, NAME) && (!everyday || ends);
      // سعاد الفاتح البدوي
      const nisba = open && ends && /ي$/.test(word.base) && !has(word, NO_NAME & ~(Weak | Nationality));
      // كريمة العلوي المدغري
      const second = titled && count === 2 && ends && /ي$/.test(word.base) && isUnknown(text, k);
      if (family && !(another || nisba || second || (isUnknown(text, k) && has(lexAt(text, k - 1), NAME)))) break;
      if (last === 'unknown' && has(word, DoubtfulGiven) && !has(word, Given)) break;
      if (everyday && !has(word, Given) && !family) {
        const soleGiven = count === 1 && last === 'given' && !has(word, Time);
        const weakNisba = /ي$/.test(word.base) && has(word, Weak) && count === 2;
        const filiated = parts.some((part) => LINKS.has(part)) && !family && !has(word, Time);
        const familyOfPlace =
          ((last === 'given' && has(word, Nationality | Weak)) || weakNisba) && !has(word, Common | Office);
        // نواف بن عيد المرشد، …; but علي خامنئي المرشد الأعلى
        const listed = has(word, Family | NAME) && (last === 'given' || (last === 'unknown' && count > 1));
        // the object of a sentence may follow: تخويل وزير البيئة كاوا نادر الحداد مهمة …
        const objectNext = titled && count > 1 && has(word, Family) && nextJoined && !has(next, Definite);
        const surname = listed && (closesName(text, k + 1) || objectNext);
        if (has(word, Role | Office | Address) && !has(word, NAME) && !surname) break;
        // السيد الحبيب الغربي الفالح: another name with the article behind it
        const nextCloses = has(next, Definite) && nextJoined && closesName(text, k + 2);
        const between = titled && soleGiven && nextCloses && (has(next, NAME) || isUnknown(text, k + 1));
        if (!(filiated || soleGiven || familyOfPlace || surname)) break;
        if (!(ends || between || (soleGiven && weakOnly) || (surname && objectNext))) break;
        weak ||= count === 1 && (has(word, Common | Nationality) || (has(word, Role) && !has(word, NAME)));
      } else proven = true;
      open = has(word, NAME) && count < 3;
      take(1);
      family = true;
      last = 'family';
      continue;
    }
    if (k > i && last === 'given' && isAli(text, k)) {
      take(1);
      continue;
    }
    // الدكتور با عثمان كان، …: no verb ends its sentence
    if (titled && count === 1 && last === 'given' && has(word, VERB) && signAt(text, k + 1) && folded.length < 4) {
      take(1);
      last = 'unknown';
      continue;
    }
    // النائب ملحم خلف على …: a verb would have its object next
    const verbAlike = titled && count === 1 && last === 'given' && has(word, VERB) && closesName(text, k + 1);
    if (has(word, Given) || (has(word, DoubtfulGiven) && (k === i || !has(word, VERB | Function) || verbAlike))) {
      if (family && !(open && (has(word, Given) || (titled && has(word, Sounds)) || endsBefore(text, k + 1)))) break;
      family = open = false;
      if (k > i && has(word, DoubtfulGiven) && has(word, Role | Site | Body) && !endsBefore(text, k + 1) && !nextJoined)
        break;
      proven ||= count > 0 && has(word, Given);
      take(1);
      last = 'given';
      continue;
    }
    // the title has told that it is a name, whatever the word is elsewhere
    if (k === i && titled && (!has(word, Definite) || has(word, Family)) && !isUnknown(text, k)) {
      take(1);
      last = 'given';
      continue;
    }
    // روبرت مالي مبعوث …, عبد الباسط سيدا رئيس …: an office follows, and no everyday word parts it from a given name
    const beforeOffice = nextJoined && has(next, Role) && !has(next, Definite) && next.clitic === 0;
    const noFamily = Function | Role | Time | Thing | Office | Site | Body | Address;
    if (
      k > i &&
      last === 'given' &&
      count === 1 &&
      beforeOffice &&
      !isAccusative(text, k + 1) &&
      (!has(word, noFamily) || has(word, Place))
    ) {
      take(1);
      last = 'unknown';
      weak ||= has(word, Common | Nationality);
      continue;
    }
    const atEnd = endsBefore(text, k + 1);
    const signAfter = (text.words[k + 1]?.gap ?? Gap.Stop) >= Gap.Comma;
    // فاتو كيني ديوف: a word of another meaning between two names of which nobody knows the last
    const between =
      has(word, Nationality | Weak | Place | Family) &&
      !has(word, NO_NAME & ~(Nationality | Weak | Place | (has(word, Family) ? Common : 0)));
    const kin = isUnknown(text, k + 1) || has(next, NAME) || (has(word, Family) && !has(next, NO_NAME & ~Weak));
    const nameBehind = nextJoined && next.clitic === 0 && kin;
    const inner = between && nameBehind && !has(next, Definite | Function);
    if (titled && k > i && count === 1 && inner && !isFeminine(text, k) && closesName(text, k + 2)) {
      take(1);
      last = 'unknown';
      continue;
    }
    // ماغي شديد المر: two words of a family, of which the last is known for one
    const twoOfFamily = has(word, Family) && has(next, Family) && has(next, Definite) && nextJoined;
    if (titled && k > i && count === 1 && last === 'given' && twoOfFamily && endsBefore(text, k + 2)) {
      take(1);
      last = 'given';
      continue;
    }
    if (!isUnknown(text, k)) {
      // a family name that is an everyday word (سليم حداد) or looks like a verb (ستيفان سيجورنيه)
      const everyday =
        (has(word, Common | Weak | Site | Body | VerbForm) || (has(word, Family) && atEnd)) &&
        !has(word, Function | Role | Place | Nationality | Time);
      const followedByDefinite = has(lexAt(text, k + 1), Definite);
      const that = text.words[k + 1]?.folded === 'ان';
      // المديرة التنفيذية كاثرين راسل إن …: who says so was named before
      const says = titled && count === 1 && that;
      const future = has(word, VerbForm) && !signAfter && !says && lexAt(text, k + 1).clitic === 0;
      const room = count === 1 || (count === 2 && atEnd) || (last === 'unknown' && count < 4);
      const reachesOn = titled && !followedByDefinite && !has(word, VerbForm);
      const follows = last === 'given' || (last === 'unknown' && titled && (signAfter || that) && !has(word, Common));
      if (k === i || !follows || !room || !everyday || !(atEnd || reachesOn) || future) break;
      if (
        isAccusative(text, k) ||
        (isFeminine(text, k) &&
          !(titled && (lexAt(text, k + 1).clitic > 0 || text.words[k + 1]?.folded === 'ان')) &&
          !signAfter)
      )
        break;
      if (has(word, VERB & ~VerbForm)) break;
      // تمسكه (his insistence)
      if (/^ت.{3,}ه$/.test(folded) && text.text.charAt((text.words[k]?.end ?? 1) - 1) === 'ه') break;
      weak = true;
      take(1);
      last = 'family';
      family = true;
      continue;
    }
    if (family && !(count === 2 && signAfter) && !open) break;
    if (k > i && last === 'unknown' && (count >= 3 || (count >= 2 && !atEnd))) break;
    const closed = signAfter || RELATIVE.has(text.words[k + 1]?.folded ?? '');
    const verbLike = /^[يت]/.test(folded) && !(closed && last === 'unknown');
    // شوكت علي جنجوعة، …; مراد يرلي قوجة الذي …
    const itsOffice = text.words[k + 1]?.gap === Gap.Comma && has(next, Role) && next.clitic === 0;
    const object = isFeminine(text, k) && !(titled && closed) && !itsOffice;
    if (k > i && count >= 2 && last !== 'link' && (verbLike || object)) break;
    if (k > i && folded.startsWith('و') && !/^و[ايول]/.test(folded)) break;
    family = open = false;
    take(1);
    last = 'unknown';
  }
  if (count === 0) return null;
  return { end: k, parts, count, proven, weak };
}
