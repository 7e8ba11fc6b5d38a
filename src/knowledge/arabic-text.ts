import { Arabic, arabicWord, NAME, NO_NAME, VERB, type ArabicWord } from './arabic-words.js';
import { Gap, type Word } from './words.js';

/** A paragraph's words with what each may be. */
export interface ArabicText {
  readonly text: string;
  readonly words: readonly Word[];
  readonly lex: readonly ArabicWord[];
  /** Whether a folded word stands anywhere in the corpus with the article: then it is an everyday noun. */
  readonly knownDefinite: (base: string) => boolean;
}

const { Given, Role, Definite, Function, Nationality, Common, Office, Address, Site, Body, Weak, Time, Family } =
  Arabic;

/** Called so before a name, and names in the midst of one: محمد السيد أحمد, حسان الشيخ إدريس. */
const IN_THE_MIDST = new Set(['سيد', 'ساده', 'شيخ', 'حاج', 'امير', 'شريف', 'اشراف']);
/** A lord is called by one name, and who follows with a title is another: استقبل الأمير محمد الشيخ عبدالله. */
const LORD = new Set(['امير', 'ملك', 'شيخ', 'سلطان', 'سمو', 'جلاله']);
const NOTHING = arabicWord(Function, 0, '');

/** Words that grow no name though no list has them: an accusative alif with tanwin, or a nisba plural. */
const TANWIN = /\u064B/;

export const lexAt = ({ lex }: ArabicText, i: number): ArabicWord => lex[i] ?? NOTHING;
export const has = (word: ArabicWord, flags: number): boolean => (word.flags & flags) !== 0;

/** The folded word at `i` without its clitics. */
export const strippedAt = ({ lex }: ArabicText, i: number): string => lex[i]?.stripped ?? '';

/** Nothing but a space (or the hyphen of a double name) before word `i`. */
export const joined = ({ words }: ArabicText, i: number): boolean => (words[i]?.gap ?? Gap.Stop) <= Gap.Hyphen;

/** Whether the text goes on after a name as it does after one: at a sign, a verb, a particle or an office. */
export function endsBefore(text: ArabicText, i: number): boolean {
  const word = text.words[i];
  if (word === undefined || word.gap >= Gap.Comma || word.gap === Gap.Paren || word.gap === Gap.Quote) return true;
  const found = lexAt(text, i);
  if (has(found, VERB) && !has(found, Common | Weak)) return true;
  // استقبل الدكتور حسن الدرهم وفدا: the object
  if (has(found, Common | Weak) && !has(found, Definite) && isAccusative(text, i)) return true;
  return found.clitic > 0 || has(found, Function | Role | Address | Time);
}

/** Nobody knows the word, and it is no form that only nouns have. */
export function isUnknown(text: ArabicText, i: number): boolean {
  const word = text.words[i];
  const found = lexAt(text, i);
  if (
    word === undefined ||
    word.kind !== 'arabic' ||
    (found.flags & ~(Definite | Family)) !== 0 ||
    word.folded.length < 2
  )
    return false;
  if (has(found, Definite)) return true;
  if (TANWIN.test(text.text.slice(word.start, word.end))) return false;
  // وبسرعة, لمحور: a clitic before a word that elsewhere has the article
  if (/^[وفبلك]/.test(found.base) && text.knownDefinite(found.base.slice(1))) return false;
  return !text.knownDefinite(found.base);
}

/** The word at `k` may be a name that begins with ل as well as a name behind "to": لعروسي, ليونس, لغاري. */
export function isLam({ words, lex }: ArabicText, k: number): boolean {
  const word = lex[k] ?? NOTHING;
  return word.clitic === 1 && words[k]?.folded.startsWith('ل') === true && !has(word, NO_NAME | Definite);
}

/** With the article the plural of people, which no name ends with: المتبرعين, الوسطاء. */
export const isPluralOfPeople = ({ text, words }: ArabicText, k: number): boolean =>
  /^(?:[وبلف]|[وف]?[بل])?ا?ل(?:م\p{L}{3,}[يو]ن|\p{L}{3,4}اء)$/u.test(
    text.slice(words[k]?.start ?? 0, words[k]?.end ?? 0),
  );

/** Written with ة, as most everyday nouns and few family names are. */
export const isFeminine = ({ text, words }: ArabicText, k: number): boolean =>
  text.charAt((words[k]?.end ?? 1) - 1) === 'ة';

/** Ends as abstract nouns and adjectives of women do, and no family name. */
export const isAbstract = ({ text, words }: ArabicText, k: number): boolean => text.endsWith('ية', words[k]?.end ?? 0);

/** With an alif or tanwin at its end, as an object or adverb is written. */
export const isAccusative = ({ text, words }: ArabicText, k: number): boolean =>
  /(?:ا|\u064B|ى)$/.test(text.slice(words[k]?.start ?? 0, words[k]?.end ?? 0));

/** A comma, a stronger sign or the end of the text before word `i`. */
export const signAt = ({ words }: ArabicText, i: number): boolean => (words[i]?.gap ?? Gap.Stop) >= Gap.Comma;

/** Whether nothing of an office can follow the word before `i`: a sign, a verb, a particle, an office that begins anew. */
export function closesName(text: ArabicText, i: number): boolean {
  const word = lexAt(text, i);
  return signAt(text, i) || (word.clitic === 0 && has(word, VERB | Function | Role) && !has(word, Definite));
}

/** ريم بالحاج خليفة, عقيلة بالرأس الفاخري: a name of the Maghreb with بال, before the last part of a name. */
export function isBel(text: ArabicText, k: number): boolean {
  const word = lexAt(text, k);
  if (!has(word, Definite) || !/^بال/.test(text.words[k]?.folded ?? '')) return false;
  if (has(word, Role | Office | Nationality | Site | Body) || (has(word, Address) && word.base !== 'حاج')) return false;
  const next = lexAt(text, k + 1);
  if (has(word, NAME) && closesName(text, k + 1)) return true;
  const name = has(next, NAME) || (has(next, Definite) && isUnknown(text, k + 1));
  return name && joined(text, k + 1) && next.clitic === 0 && endsBefore(text, k + 2);
}

/** The word with the article at `k` is one of a name that began at `i` and goes on behind it: محمد السيد أحمد. */
export function isInTheMidst(text: ArabicText, i: number, k: number): boolean {
  const [word, next] = [lexAt(text, k), lexAt(text, k + 1)];
  if (!IN_THE_MIDST.has(word.base) || word.clitic > 0 || next.clitic > 0 || !joined(text, k + 1)) return false;
  if (LORD.has(lexAt(text, i - 1).base) || !endsBefore(text, k + 2)) return false;
  // خالد السادة المهيري
  if (has(next, Definite)) return /.{2}ي$/.test(next.base) && !has(next, NO_NAME & ~Weak);
  return has(next, NAME) && !has(next, Function);
}

/** الموصوف بـ…, المعروف باسم …: what the word at `k` goes on with; of a name as well (ضيف الله الفايز على …) only "by". */
export function tellsMore(text: ArabicText, k: number): boolean {
  const next = text.words[k + 1]?.folded ?? '';
  return /^ب/.test(next) || (!has(lexAt(text, k), NAME) && !signAt(text, k + 1));
}

/** ناصر على النعيمى, محمد على حسين: papers that write ى for ي write على for علي as well. */
export function isAli(text: ArabicText, k: number): boolean {
  const [word, next] = [lexAt(text, k), lexAt(text, k + 1)];
  if (word.base !== 'علي' || !has(word, Function) || word.clitic > 0 || next.clitic > 0) return false;
  if (!joined(text, k + 1) || !endsBefore(text, k + 2)) return false;
  const { start, end } = text.words[k + 1] ?? { start: 0, end: 0 };
  const nisba = has(next, Definite) && text.text.charAt(end - 1) === 'ى' && end - start > 5 && !has(next, Common);
  return nisba || (has(next, Given) && !has(next, Definite) && signAt(text, k + 2));
}
