import type { Span } from '../text/span.js';
import {
  Arabic,
  arabicWord,
  MOST_REMEMBERED,
  NAME,
  VERB,
  type ArabicLexicon,
  type ArabicWord,
} from './arabic-words.js';
import { growName, type Grown } from './arabic-growth.js';
import { endsBefore, isFeminine, isUnknown, joined, lexAt, type ArabicText } from './arabic-text.js';
import { isStopWord } from '../text/stop-words.js';
import { cliticLetters } from './arabic-offices.js';
import { readClauseAfter, readLed, readNickname } from './arabic-clauses.js';
import { markPhrases } from './arabic-phrases.js';
import { readRoleAfter } from './arabic-role-after.js';
import { readSecond, readTitled, type Titled } from './arabic-titles.js';
import type { Honorifics } from './honorifics.js';
import type { Mention, RoleSpan } from './mention.js';
import { Gap, type Word, type WordsOfParagraph } from './words.js';

const { Given, DoubtfulGiven, Role, Address, Definite, Function, Saying, Site, Body, Common } = Arabic;
const { Nationality, Weak, Place, Thing } = Arabic;
const has = (flags: number, wanted: number): boolean => (flags & wanted) !== 0;

/** Titles whose bearer is called by the given name alone: الملك سلمان, البابا فرنسيس. */
const ROYAL = /^(?:ال)?(?:ملك|ملكه|امير|اميره|بابا|سلطان|شيخ|شيخه|سمو|جلاله|بطريرك|انبا)$/;

/** The names of one Arabic paragraph by how the text introduces them; `seen` takes the words they cover. */
export function arabicNames(
  { document, paragraph, words: read, sentences }: WordsOfParagraph,
  documentText: string,
  lexicon: ArabicLexicon,
  honorifics: Honorifics,
  knownDefinite: (base: string) => boolean,
): Mention[] {
  const lex = markPhrases(
    read,
    read.map((word) => lexicalOf(word, documentText, lexicon)),
    lexicon,
  );
  const words = paragraph.text.includes('/') ? withoutSlashes(read, lex, documentText) : read;
  const text: ArabicText = { text: documentText, words, lex, knownDefinite };
  const mentions: Mention[] = [];
  const emit = (start: number, name: Grown, addressed: readonly Span[], roles: readonly RoleSpan[]): void => {
    const first = words[start];
    const last = words[name.end - 1];
    if (first === undefined || last === undefined) return;
    const mention: Mention = {
      document,
      paragraph: paragraph.number,
      start: first.start + cliticLetters(text, start),
      end: last.end,
      language: 'ar',
      parts: name.parts,
      honorifics: addressed,
      roles,
      sentence: sentences[first.sentence] ?? paragraph,
    };
    mentions.push(mention);
    const nickname = name.count > 1 ? readNickname(text, name.end) : null;
    if (nickname === null) return;
    const { folded, ...span } = nickname;
    mentions.push({ ...mention, ...span, honorifics: [], roles: [], nickname: folded });
  };

  let i = 0;
  /** Index after the last name, for lists: X وY; and the office that was told for several at once. */
  let afterName = -1;
  let shared: RoleSpan | null = null;
  while (i < words.length) {
    const word = words[i];
    if (word === undefined || word.kind !== 'arabic') {
      i++;
      continue;
    }
    const { flags } = lexAt(text, i);
    if (isBearer(text, i)) {
      // what follows is the name of the institution; skip it
      const titled = has(flags, Definite) ? null : bearerName(text, i + 1, honorifics);
      i = titled ?? i + 1;
      // مؤسسة بيل وميليندا غيتس: of two people
      if (titled !== null && joined(text, i) && lexAt(text, i).clitic === 1 && has(lexAt(text, i).flags, NAME))
        i = growName(text, i)?.end ?? i;
      continue;
    }
    const titled: Titled | null =
      (shared && afterName === i && readSecond(text, i, honorifics)) || readTitled(text, i, honorifics);
    if (titled !== null && acceptable(text, titled, words, i)) {
      const after = readRoleAfter(text, titled.name.end, honorifics);
      // مدير الأمن، فلان، والي الولاية، فلان: where the office stands before the first name, it does before the second
      const anothers: boolean = titled.role !== null && !titled.rankOnly && words[titled.name.end]?.gap === Gap.Comma;
      const taken: boolean =
        after !== null &&
        !(anothers && readTitled(text, titled.name.end, honorifics) !== null) &&
        (titled.role === null || titled.rankOnly || words[titled.name.end]?.gap !== Gap.Space);
      const clause = taken ? null : readClauseAfter(text, titled.name.end, honorifics);
      const led = titled.role === null ? readLed(text, i, titled.name.end) : null;
      emit(
        titled.start,
        titled.name,
        titled.honorifics,
        told(titled.role, titled.rank, taken ? after?.role : clause?.role, led),
      );
      shared = titled.plural && !taken ? titled.role : null;
      afterName = titled.name.end;
      i = (taken ? after?.next : clause?.next) ?? titled.name.end;
      continue;
    }
    const listed = afterName === i && (words[i]?.gap !== Gap.Space || lexAt(text, i).clitic > 0);
    const next = listed ? (shared ? 'shared' : 'listed') : isOfEach(text, i) ? 'listed' : 'none';
    const own = ownProof(text, i, honorifics, next);
    if (own !== null) {
      const after = readRoleAfter(text, own.end, honorifics) ?? readClauseAfter(text, own.end, honorifics);
      emit(i, own, [], told(after?.role ?? (next === 'shared' ? shared : null), readLed(text, i, own.end)));
      afterName = own.end;
      i = after?.next ?? own.end;
      continue;
    }
    i++;
  }
  return mentions;
}

/** The words with a slash behind a form of address or an office parting nothing, as Egyptian papers write: المستشار/ فلان. */
function withoutSlashes(words: readonly Word[], lex: readonly ArabicWord[], text: string): readonly Word[] {
  const parts = (i: number): boolean => {
    const [before, word] = [words[i - 1], words[i]];
    if (before === undefined || word?.gap !== Gap.Stop || !has(lex[i - 1]?.flags ?? 0, Address | Role)) return false;
    return text.slice(before.end, word.start).trim() === '/';
  };
  if (!words.some((_, i) => parts(i))) return words;
  return words.map((word, i) => (parts(i) ? { ...word, gap: Gap.Space } : word));
}

const told = (...roles: readonly (RoleSpan | null | undefined)[]): RoleSpan[] =>
  roles.filter((role): role is RoleSpan => role !== null && role !== undefined);

/** وأحمد, لأمين: before a hamza these letters are clitics, whatever the folded word may be. */
const BEFORE_HAMZA = /^[وفبلك]\p{M}?[أإآ]/u;

/** What was seen of the latest document: it is asked for each of its words, and may be long. */
let latest = { text: '', careful: false };

/** What a word is as it stands in the text; remembered, but for علي, which its document decides. */
function lexicalOf({ kind, folded, start, end }: Word, text: string, lexicon: ArabicLexicon): ArabicWord {
  if (kind !== 'arabic') return arabicWord(0, 0, folded);
  const written = text.slice(start, end);
  const known = lexicon.written.get(written);
  if (known !== undefined) return known;
  const found = lexicon(folded);
  if (found.base === 'علي') return aliOrOn(found, written, text);
  const word = behindHamza(found, folded, written, lexicon) ?? asWritten(found, folded, written);
  if (lexicon.written.size > MOST_REMEMBERED) lexicon.written.clear();
  lexicon.written.set(written, word);
  return word;
}

/** وأحمد, لأمين as the word behind their clitic; null for other words. */
function behindHamza(
  { clitic, flags }: ArabicWord,
  folded: string,
  written: string,
  lexicon: ArabicLexicon,
): ArabicWord | null {
  if (clitic > 0 || folded.charAt(1) !== 'ا') return null;
  const isName = folded.length > 4 && (flags & ~NAME) === 0;
  if (!(isName || folded === 'والي') || !BEFORE_HAMZA.test(written)) return null;
  const rest = lexicon(folded.slice(1));
  return rest.clitic === 0 ? arabicWord(rest.flags, 1, rest.base) : null;
}

function asWritten(found: ArabicWord, folded: string, written: string): ArabicWord {
  const { flags, clitic, base } = found;
  // ألفونس: the article has no hamza
  if (clitic === 0 && has(flags, Definite) && /^[أإآ]/.test(written)) return arabicWord(flags & NAME, 0, folded);
  // مكتبه (his office) and مكتبة (library) fold alike
  if (has(flags, Site | Body) && base.endsWith('ه') && written.endsWith('ه'))
    return arabicWord((flags & ~(Site | Body)) | Common, clitic, base);
  // باسمه (in his name) and باسمة fold alike
  if (base === 'باسمه' && written.endsWith('ه')) return arabicWord(Common, clitic, base);
  // آنا is no أنا
  const little = has(flags, Function) && !isStopWord(folded, written);
  return little ? arabicWord(flags & ~(Function | Common | Thing), clitic, base) : found;
}

/** على (on) and علي (Ali) fold alike, and only their last letter tells them apart. */
function aliOrOn({ clitic, base }: ArabicWord, written: string, text: string): ArabicWord {
  const on = written.endsWith('ى');
  // a text that writes على for the one writes علي for the other
  if (latest.text !== text) latest = { text, careful: text.includes('على') };
  return arabicWord(on ? Function | DoubtfulGiven : latest.careful ? Given : DoubtfulGiven, clitic, base);
}

/** An indefinite noun whose institution may bear a person's name. */
function isBearer(text: ArabicText, i: number): boolean {
  // الذي يحمل اسم الشيخ زايد
  if (text.words[i]?.folded === 'اسم') return joined(text, i + 1);
  const { flags } = lexAt(text, i);
  return has(flags, Site | Body) && !has(flags, Definite | Role) && joined(text, i + 1);
}

/** The index after the name that an institution bears (جامعة الملك سعود), or null where it bears none. */
function bearerName(text: ArabicText, i: number, honorifics: Honorifics): number | null {
  const titled = readTitled(text, i, honorifics);
  if (titled !== null && titled.rankOnly && titled.honorifics.length > 0 && titled.start - i <= 4)
    return titled.name.end;
  const { flags, clitic } = lexAt(text, i);
  if (clitic === 0 && has(flags, NAME) && !has(flags, Definite | Function)) return growName(text, i)?.end ?? null;
  return null;
}

/** A name of one part needs a form of address that is used so, or a verb after a definite office. */
function acceptable(
  text: ArabicText,
  { name, start, honorifics, plural }: Titled,
  words: ArabicText['words'],
  title: number,
): boolean {
  const addressed = honorifics.length > 0;
  if (name.count > 1) return true;
  if (plural) return false;
  // في الشيخ رضوان: a place that bears a name
  if (text.words[title - 1]?.folded === 'في' && joined(text, title)) return false;
  const first = lexAt(text, start);
  if (has(first.flags, Definite))
    return addressed || has(lexAt(text, name.end).flags, VERB) || text.words[name.end]?.folded === 'ان';
  for (let j = title; j < start; j++) if (ROYAL.test(lexAt(text, j).base)) return true;
  if (!addressed) return isUnknown(text, start) && (endsBefore(text, name.end) || words[name.end] === undefined);
  return !has(first.flags, Common | Nationality);
}

/** مع كل من فلان وفلان: a list of people or bodies begins. */
const isOfEach = ({ words }: ArabicText, i: number): boolean =>
  words[i - 1]?.folded === 'من' && words[i - 2]?.folded === 'كل' && words[i]?.gap === Gap.Space;

/** كتبت - منى السيد: the article's author. */
const BYLINE = new Set(['كتب', 'كتبت', 'كتبه', 'كتبها', 'بقلم']);

const EVERYDAY = Common | Role | VERB | Function | Nationality | Weak;

/** Endings of foreign family names: فوروبيوفا, بيتروسيان, سونمز أوغلو. */
const FOREIGN_FAMILY = /.{3}(?:وف|وفا|يف|يفا|سكي|سكايا|يان|شفيلي|اوغلو|نكو|فيتش|ويتش|بيرغ|شتاين|سون|اكيس|ايتيس)$/;

const isLinked = (text: ArabicText, i: number): boolean =>
  joined(text, i) && ['بن', 'بنت', 'ولد'].includes(text.words[i]?.folded ?? '');

const roleFollows = (text: ArabicText, { end }: Grown, honorifics: Honorifics): boolean =>
  readRoleAfter(text, end, honorifics) !== null;

/** المهدي الصقلي، أستاذ …, الطاهر البكوش: a given name with the article behind a verb of saying, whose office follows. */
function articledName(text: ArabicText, i: number, honorifics: Honorifics): Grown | null {
  const { flags, clitic } = lexAt(text, i);
  const said = i > 0 && joined(text, i) && has(lexAt(text, i - 1).flags, Saying);
  if (!said || clitic > 0 || !has(flags, NAME) || has(flags, Role | Nationality | Place)) return null;
  const name = growName(text, i);
  return name !== null && name.count === 2 && roleFollows(text, name, honorifics) ? name : null;
}

/** تقول سوسن *باكية*: a participle of how she says it. */
const isHerState = (text: ArabicText, i: number, { end, count }: Grown): boolean =>
  count === 2 &&
  /^[وف]?(?:ت|.{2,}ت$)/.test(text.words[i - 1]?.folded ?? '') &&
  has(lexAt(text, i - 1).flags, Saying) &&
  isFeminine(text, end - 1) &&
  /^(?:.ا..ه|م.{3,4}ه|مت.{3,4}ه)$/.test(text.words[end - 1]?.folded ?? '');

/** يربط موسي *بماغواي*, بين …: what joins one place to another. */
const isWayBetween = ({ words }: ArabicText, i: number, { end, count }: Grown): boolean =>
  count === 2 &&
  /^(?:ت|ي|و?ال)?(?:ربط|وصل|صل)(?:ت|ها|ه)?$/.test(words[i - 1]?.folded ?? '') &&
  /^[بل]/.test(words[end - 1]?.folded ?? '');

/** A name that needs no title: two given names, X بن Y, a given name with a family name, or a verb of saying before. */
function ownProof(
  text: ArabicText,
  i: number,
  honorifics: Honorifics,
  place: 'shared' | 'listed' | 'none',
): Grown | null {
  const inList = place !== 'none';
  const { flags, base, clitic } = lexAt(text, i);
  if (has(flags, Definite) && !isLinked(text, i + 1)) return articledName(text, i, honorifics);
  // عن عمر ناهز …: his age
  if (base === 'عمر' && joined(text, i) && has(lexAt(text, i - 1).flags, Function)) return null;
  const byline = BYLINE.has(text.words[i - 1]?.folded ?? '') && text.words[i - 2] === undefined;
  const saidBy =
    byline ||
    text.words[i - 1]?.folded === 'اما' ||
    (i > 0 && joined(text, i) && has(lexAt(text, i - 1).flags, Saying));
  // النائبان فلان وعناية عز الدين: one office for both, and a given name behind
  const byName = joined(text, i + 1) && has(lexAt(text, i + 1).flags, NAME) && lexAt(text, i + 1).clitic === 0;
  if (place === 'shared' && clitic > 0 && byName && has(flags, Weak) && !has(flags, EVERYDAY & ~Weak))
    return growName(text, i, true);
  const startsLikeName = has(flags, NAME) || base === 'عبد' || base === 'ابو';
  if (!startsLikeName && !isUnknown(text, i)) return null;
  if (has(flags, Function) || (has(flags, VERB) && !has(flags, Given))) return null;
  const name = growName(text, i);
  if (name === null || name.count < 2) return null;
  if (isHerState(text, i, name) || isWayBetween(text, i, name)) return null;
  if (has(flags, Given) || base === 'عبد')
    return !name.weak || saidBy || inList || roleFollows(text, name, honorifics) ? name : null;
  const linked = name.parts.some((part, n) => n > 0 && ['بن', 'بنت', 'ال', 'ثاني'].includes(part));
  if (base === 'ابو') return saidBy || linked ? name : null;
  if (has(flags, DoubtfulGiven)) {
    if (linked && !has(flags, Role | Common)) return name;
    const second = lexAt(text, i + 1);
    if (has(second.flags, Given) && !has(flags, Role | Common | Function)) return name;
    const bothDoubtful = has(second.flags, DoubtfulGiven) && !has(flags | second.flags, EVERYDAY);
    if (bothDoubtful && endsBefore(text, name.end)) return name;
    // مراد جان قايا: two names and a word that nobody knows
    const three = name.count > 2 && has(second.flags, NAME) && isUnknown(text, name.end - 1);
    if (three && !has(flags, EVERYDAY) && endsBefore(text, name.end)) return name;
    const surname = lexAt(text, i + 1).flags;
    // حسن الخميني: an adjective with a noun that nobody knows
    if (has(surname, Definite) && isUnknown(text, i + 1) && !has(flags, EVERYDAY & ~Weak)) return name;
    const office = words(text, name.end) === Gap.Comma && roleFollows(text, name, honorifics);
    // انتخاب هادي البحرة رئيسا للائتلاف
    const chosen = has(lexAt(text, name.end).flags, Role) && /ا$/.test(text.words[name.end]?.folded ?? '');
    if (chosen && !has(flags, EVERYDAY & ~Weak) && roleFollows(text, name, honorifics)) return name;
    const everyday = has(flags, Common | Nationality | Role);
    return ((saidBy || inList) && (name.proven || !everyday)) || (office && (name.proven || saidBy)) ? name : null;
  }
  if (linked) return name;
  // وعضوي الوفد X وجانيل عثمانوفا: one office for both; or a family name as no everyday word ends
  const last = name.parts.at(-1) ?? '';
  const strange = name.count === 2 && isUnknown(text, i) && isUnknown(text, name.end - 1) && endsBefore(text, name.end);
  if (inList && clitic > 0 && strange && (place === 'shared' || FOREIGN_FAMILY.test(last))) return name;
  // ونورلان توكتوبيكوف القائم بالأعمال في …
  const definiteRole =
    has(lexAt(text, name.end).flags, Definite) && strange && (clitic > 0 || saidBy || words(text, i) === Gap.Comma);
  // قال يانيز لينارتشيتش مفوض إدارة الأزمات
  const saidRole = saidBy && strange && has(lexAt(text, name.end).flags, Role);
  if ((definiteRole || saidRole) && roleFollows(text, name, honorifics)) return name;
  const commaRole = words(text, name.end) === Gap.Comma && roleFollows(text, name, honorifics);
  if (commaRole && (saidBy || inList || i === 0 || words(text, i) >= Gap.Comma)) return name;
  return saidBy && name.count === 2 && has(lexAt(text, i + 1).flags, Given) ? name : null;
}

const words = (text: ArabicText, i: number): Gap => text.words[i]?.gap ?? Gap.Stop;
