import type { Span } from '../text/span.js';
import { Arabic, NAME, NO_NAME, VERB, type ArabicLexicon, type ArabicWord } from './arabic-words.js';
import { overlapsAny, surnameKey, type DocumentPerson } from './document-people.js';
import { English, GIVEN, NO_NAME_EN, type EnglishLexicon } from './english-words.js';
import type { Mention, RoleSpan } from './mention.js';
import { Gap, type Word, type WordsOfParagraph } from './words.js';

/** The office that English words tell from word `i` on, behind a name: "Novak, 48, a former mayor of the town". */
export type RolesBehind = (of: WordsOfParagraph, i: number) => readonly RoleSpan[];

/**
 * Family names alone refer back (or, in a headline, forward) to somebody whose full name stands in the same document.
 * A family name that is also an everyday word, a nationality or a given name does so only after a verb of saying or
 * before a verb.
 */
export function surnameReferences(
  paragraphs: readonly WordsOfParagraph[],
  people: readonly DocumentPerson[],
  arabic: ArabicLexicon,
  english: EnglishLexicon,
  roles: RolesBehind,
): Mention[] {
  const surnames = { ar: new Set<string>(), en: new Set<string>() };
  const covered = new Map<number, Span[]>();
  const nicknames = new Set<string>();
  for (const person of people) {
    if (person.full.length > 1) surnames[person.language].add(surnameKey(person.full.at(-1) ?? ''));
    for (const mention of person.mentions) {
      if (mention.nickname !== undefined) nicknames.add(mention.nickname);
      const spans = covered.get(mention.paragraph) ?? [];
      spans.push(mention);
      covered.set(mention.paragraph, spans);
    }
  }
  for (const nickname of nicknames) (/\p{sc=Arabic}/u.test(nickname) ? surnames.ar : surnames.en).add(nickname);
  if (surnames.ar.size + surnames.en.size === 0) return [];
  const found: Mention[] = [];
  /** The family name in each word of the document that was looked at, '' where it holds none: words come back. */
  const forms = new Map<string, string>();
  const told = (mention: Mention): Mention => {
    const [only = '', ...more] = mention.parts;
    return more.length === 0 && nicknames.has(only) ? { ...mention, nickname: only } : mention;
  };
  for (const paragraph of paragraphs) {
    const taken = covered.get(paragraph.paragraph.number) ?? [];
    const { language } = paragraph.paragraph;
    if (language === 'ar') found.push(...arabicReferences(paragraph, surnames.ar, taken, arabic, forms).map(told));
    else if (language === 'en')
      found.push(...englishReferences(paragraph, surnames.en, taken, english, roles).map(told));
  }
  return found;
}

const has = (flags: number, wanted: number): boolean => (flags & wanted) !== 0;

const mentionOf = (of: WordsOfParagraph, language: 'ar' | 'en', span: Span, word: Word, parts: string[]): Mention => ({
  document: of.document,
  paragraph: of.paragraph.number,
  start: span.start,
  end: span.end,
  language,
  parts,
  honorifics: [],
  roles: [],
  sentence: of.sentences[word.sentence] ?? of.paragraph,
});

const CLITIC = /^(?:و|ف|ل|ب|ك|ول|وب|فل)/;

const isAmong = (surnames: ReadonlySet<string>, form: string): boolean =>
  form.length > 2 && surnames.has(surnameKey(form));

/** The form of a word, with or without clitics and article, that is one of the family names. */
function surnameIn(folded: string, { clitic, base }: ArabicWord, surnames: ReadonlySet<string>): string | undefined {
  if (isAmong(surnames, folded)) return folded;
  const whole = clitic > 0 ? folded.slice(clitic) : folded;
  if (clitic > 0 && isAmong(surnames, whole)) return whole;
  if (isAmong(surnames, base)) return base;
  const rest = clitic > 0 ? '' : folded.replace(CLITIC, '');
  return isAmong(surnames, rest) ? rest : undefined;
}

function arabicReferences(
  of: WordsOfParagraph,
  surnames: ReadonlySet<string>,
  taken: readonly Span[],
  lexicon: ArabicLexicon,
  forms: Map<string, string>,
): Mention[] {
  const found: Mention[] = [];
  const { words } = of;
  for (let i = 0; i < words.length; i++) {
    const word = words[i] as Word;
    if (word.kind !== 'arabic') continue;
    let form = forms.get(word.folded);
    if (form === undefined)
      forms.set(word.folded, (form = surnameIn(word.folded, lexicon(word.folded), surnames) ?? ''));
    if (form === '' || overlapsAny(word, taken)) continue;
    const known = lexicon(word.folded);
    const before = words[i - 1];
    const after = words[i + 1];
    const flagsBefore = before === undefined ? 0 : lexicon(before.folded).flags;
    const flagsAfter = after === undefined ? 0 : lexicon(after.folded).flags;
    const titled =
      word.gap === Gap.Space && has(flagsBefore, Arabic.Definite) && has(flagsBefore, Arabic.Role | Arabic.Address);
    const said = word.gap === Gap.Space && has(flagsBefore, Arabic.Saying);
    const acts = after !== undefined && after.gap <= Gap.Quote && has(flagsAfter, VERB);
    const definite = has(known.flags, Arabic.Definite);
    const site =
      word.gap === Gap.Space && !has(flagsBefore, Arabic.Definite) && has(flagsBefore, Arabic.Site | Arabic.Body);
    if (site) continue;
    const everyday = has(known.flags, NO_NAME & ~Arabic.Address);
    const doubtful =
      everyday || has(known.flags, NAME) || (!definite && !form.startsWith('ال') && surnameKey(form).length < 4);
    if (doubtful && !(titled || said || (acts && !everyday))) continue;
    // "الحمادي بن …", "الزعابي الكويتي": part of another name
    if (after !== undefined && after.gap === Gap.Space && (after.folded === 'بن' || after.folded === 'ال')) continue;
    const letters = word.folded.length - (word.folded.endsWith(form) ? form.length : surnameKey(form).length);
    found.push(mentionOf(of, 'ar', { start: word.start + offsetOf(of, word, letters), end: word.end }, word, [form]));
  }
  return found;
}

const MARK = /[\p{M}\p{Cf}\u0640]/u;

/** How many code units the first `letters` letters of a word take, marks among and after them included. */
function offsetOf({ paragraph }: WordsOfParagraph, word: Word, letters: number): number {
  const raw = paragraph.text.slice(word.start - paragraph.start, word.end - paragraph.start);
  let [offset, left] = [0, letters];
  while (offset < raw.length && (left > 0 || (letters > 0 && MARK.test(raw.charAt(offset))))) {
    if (!MARK.test(raw.charAt(offset))) left--;
    offset++;
  }
  return offset;
}

function englishReferences(
  of: WordsOfParagraph,
  surnames: ReadonlySet<string>,
  taken: readonly Span[],
  lexicon: EnglishLexicon,
  roles: RolesBehind,
): Mention[] {
  const found: Mention[] = [];
  const { words, paragraph } = of;
  for (let i = 0; i < words.length; i++) {
    const word = words[i] as Word;
    if (word.kind !== 'word' || word.capital === 0 || !surnames.has(word.folded) || overlapsAny(word, taken)) continue;
    const flags = lexicon.flags(word.folded);
    const article = words[i - 1]?.folded === 'al' || words[i - 1]?.folded === 'el';
    const first = article && word.gap <= Gap.Hyphen ? i - 1 : i;
    const before = words[first - 1];
    const after = words[i + 1];
    const gapBefore = (words[first] as Word).gap;
    const flagsBefore = before === undefined ? 0 : lexicon.flags(before.folded);
    const flagsAfter = after === undefined ? 0 : lexicon.flags(after.folded);
    const capitalAfter = after !== undefined && after.capital > 0 && after.gap <= Gap.Hyphen;
    // Thani Foundation, Guterres Street: part of an institution's name
    if (capitalAfter && has(flagsAfter, English.Body | English.Site)) continue;
    if (capitalAfter && !has(flagsAfter, NO_NAME_EN | GIVEN)) continue;
    const capitalBefore = before !== undefined && before.capital > 0 && gapBefore <= Gap.Hyphen;
    const titled = capitalBefore && has(flagsBefore, English.Role);
    const said =
      (after !== undefined && after.gap <= Gap.Quote && has(flagsAfter, English.Saying | English.Acting)) ||
      (gapBefore === Gap.Space && has(flagsBefore, English.Saying));
    if (capitalBefore && !titled && !has(flagsBefore, NO_NAME_EN)) continue;
    const everyday = has(flags, NO_NAME_EN) || has(flags, GIVEN);
    if (everyday && !titled && !said && first === i) continue;
    const raw = paragraph.text.slice(word.start - paragraph.start, word.end - paragraph.start);
    const end = /['’]s$/i.test(raw) ? word.end - 2 : word.end;
    const parts = first === i ? [word.folded] : [(words[first] as Word).folded, word.folded];
    const mention = mentionOf(of, 'en', { start: (words[first] as Word).start, end }, word, parts);
    const told = after?.gap === Gap.Comma && end === word.end ? roles(of, i + 1) : [];
    found.push(told.length > 0 ? { ...mention, roles: told } : mention);
  }
  return found;
}
