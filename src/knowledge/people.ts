import type { Corpus, Document } from '../corpus/document.js';
import type { Lexicon } from '../text/compiled-lexicon.js';
import { fold } from '../text/fold.js';
import { hasArabic } from '../text/language.js';
import { isStopWord } from '../text/stop-words.js';
import { tokenize } from '../text/tokens.js';
import { consonantKey, nameCost } from '../text/transliteration.js';
import { namePartsOf } from '../text/name-cost.js';
import { arabicNames } from './arabic-names.js';
import { honorificsByFirst, type Honorifics } from './honorifics.js';
import { arabicLexicon, type ArabicLexicon, type Vocabulary } from './arabic-words.js';
import { groupMentions, personMeant, type DocumentPerson } from './document-people.js';
import { englishNames, rolesBehindName } from './english-names.js';
import { englishLexicon, type EnglishLexicon } from './english-words.js';
import { GAZETTEER, type Gazetteer } from './gazetteer.js';
import type { Evidence, Merge, MergeReason, Person, Role } from './knowledge.js';
import type { Mention } from './mention.js';
import { mergePeople, type MergedPerson } from './merge-people.js';
import { isArabicSentence, readingsOf } from './reading.js';
import { type RolesBehind, surnameReferences } from './references.js';
import { wordsOf, type WordsOfParagraph } from './words.js';

const lexicons = new WeakMap<object, WeakMap<Gazetteer, Lexicons>>();

interface Lexicons {
  readonly arabic: ArabicLexicon;
  readonly english: EnglishLexicon;
  readonly arabicHonorifics: Honorifics;
  readonly englishHonorifics: Honorifics;
}

/** The look-ups of a gazetteer, made once. */
export function lexiconsOf(gazetteer: Gazetteer, dictionary?: Lexicon): Lexicons {
  const owner = dictionary ?? gazetteer;
  const known = lexicons.get(owner)?.get(gazetteer) ?? {
    arabic: arabicLexicon(gazetteer, isStopWord, dictionary && arabicVocabulary(dictionary), foreignGiven(gazetteer)),
    english: englishLexicon(gazetteer, isStopWord),
    arabicHonorifics: honorificsByFirst(gazetteer.honorifics, 'ar'),
    englishHonorifics: honorificsByFirst(gazetteer.honorifics, 'en'),
  };
  const ofOwner = lexicons.get(owner) ?? new WeakMap<Gazetteer, Lexicons>();
  lexicons.set(owner, ofOwner.set(gazetteer, known));
  return known;
}

/** An Arabic word is a foreign given name where its letters agree this well with an English one of the list. */
const FOREIGN_GIVEN = 0.06;

/** Whether an Arabic word is an English given name in Arabic letters, of four letters and two consonants at least. */
function foreignGiven(gazetteer: Gazetteer): (word: string) => boolean {
  const byKey = new Map<string, string[]>();
  for (const name of gazetteer.words('given-names', 'en', 'sure')) {
    const key = consonantKey(name);
    byKey.set(key, [...(byKey.get(key) ?? []), name]);
  }
  return (word) => {
    if (word.length < 4 || word.startsWith('ال')) return false;
    const key = consonantKey(word);
    return (
      key.length > 1 && (byKey.get(key) ?? []).some((name) => nameCost(word, name, FOREIGN_GIVEN) <= FOREIGN_GIVEN)
    );
  };
}

/** What the bilingual lexicon tells of an Arabic word; names of its own it has as well, and they prove nothing. */
const arabicVocabulary =
  (dictionary: Lexicon): Vocabulary =>
  (folded) => {
    let [verb, noun] = [false, false];
    for (const number of dictionary.arabic(folded)) {
      const { partOfSpeech } = dictionary.entry(number);
      if (partOfSpeech === 'v') verb = true;
      else if (partOfSpeech !== 'x') noun = true;
    }
    return { verb, noun };
  };

/**
 * The people of a corpus, found by how the text introduces them: titles, offices, verbs of saying and known given
 * names (lists/README.md). Most often named first. Paragraphs that are in neither language are left alone.
 */
export function extractPeople(
  corpus: Corpus,
  gazetteer: Gazetteer = GAZETTEER,
  dictionary?: Lexicon,
): readonly Person[] {
  const { arabic, english, arabicHonorifics, englishHonorifics } = lexiconsOf(gazetteer, dictionary);
  const definite = definiteWords(corpus);
  const knownDefinite = (base: string): boolean => definite.has(base);
  const people: DocumentPerson[] = [];
  for (const { document, number, paragraphs: tokens } of readingsOf(corpus)) {
    const paragraphs = tokens.map((paragraph) => wordsOf(number, paragraph));
    const mentions = paragraphs.flatMap((paragraph) =>
      paragraph.paragraph.language === 'ar'
        ? arabicNames(paragraph, document.text, arabic, arabicHonorifics, knownDefinite)
        : [
            ...englishNames(paragraph, document.text, english, englishHonorifics),
            ...arabicNames(arabicSentences(paragraph), document.text, arabic, arabicHonorifics, knownDefinite),
          ],
    );
    const rolesBehind: RolesBehind = (of, i) => rolesBehindName(of, i, document.text, english, englishHonorifics);
    const found = groupMentions(mentions);
    for (const mention of surnameReferences(paragraphs, found, arabic, english, rolesBehind)) {
      const parts = namePartsOf(mention.parts);
      personMeant(found, mention.language, parts.at(-1) ?? '', mention.start, false)?.mentions.push(mention);
    }
    people.push(...found);
  }
  const textOf = (document: number): string => corpus.documents[document]?.text ?? '';
  return toPeople(mergePeople(people, textOf), corpus.documents);
}

/** The words of those sentences of an English paragraph that are Arabic. */
function arabicSentences(of: WordsOfParagraph): WordsOfParagraph {
  if (!of.words.some(({ kind }) => kind === 'arabic')) return { ...of, words: [] };
  const counts = of.sentences.map(() => ({ arabic: 0, all: 0 }));
  for (const { sentence, kind } of of.words) {
    const count = counts[sentence];
    if (count === undefined) continue;
    count.all++;
    if (kind === 'arabic') count.arabic++;
  }
  const inArabic = counts.map(({ arabic, all }) => isArabicSentence(arabic, all));
  return { ...of, words: of.words.filter(({ sentence }) => inArabic[sentence]) };
}

/** Arabic letters and their marks. */
const isLetter = (unit: number): boolean => (unit >= 0x621 && unit <= 0x65f) || unit === 0x670;

/** The folded Arabic words of the corpus that stand somewhere with the article (and at most one clitic), without it. */
function definiteWords(corpus: Corpus): Set<string> {
  const written = new Set<string>();
  for (const { paragraphs } of corpus.documents) {
    for (const { language, text } of paragraphs) {
      if (language !== 'ar') continue;
      for (let at = text.indexOf('ال'); at >= 0; at = text.indexOf('ال', at + 2)) {
        const start = at > 0 && 'وفبك'.includes(text.charAt(at - 1)) ? at - 1 : at;
        if (start > 0 && isLetter(text.charCodeAt(start - 1))) continue;
        let end = at + 2;
        while (isLetter(text.charCodeAt(end))) end++;
        if (end - at >= 4) written.add(text.slice(at + 2, end));
      }
    }
  }
  return new Set([...written].map(fold));
}

const byCount = <T>(counts: ReadonlyMap<T, number>): T[] => [...counts].sort((a, b) => b[1] - a[1]).map(([key]) => key);

function toPeople(merged: readonly MergedPerson[], documents: readonly Document[]): Person[] {
  const slices = ({ document, start, end }: Evidence): string => documents[document]?.text.slice(start, end) ?? '';
  const drafts = merged
    .map((person) => ({ person, mentions: person.members.flatMap(({ mentions }) => mentions).sort(inOrder) }))
    .sort(
      (a, b) => b.mentions.length - a.mentions.length || inOrder(a.mentions[0] as Mention, b.mentions[0] as Mention),
    );
  const bySentence = new Map<string, Set<number>>();
  drafts.forEach(({ mentions }, index) => {
    for (const { document, sentence } of mentions) {
      const key = `${document} ${sentence.start}`;
      bySentence.set(key, (bySentence.get(key) ?? new Set()).add(index));
    }
  });
  return drafts.map(({ person, mentions }, index) => {
    const names = spellings(mentions, slices);
    const nicknames = new Set(mentions.filter(({ nickname }) => nickname !== undefined).map(slices));
    const name = fullest(nicknames.size === 0 ? names : names.filter((spelling) => !nicknames.has(spelling)));
    const honorifics = new Map<string, number>();
    for (const mention of mentions) {
      for (const span of mention.honorifics) {
        const text = slices({ ...mention, ...span });
        honorifics.set(text, (honorifics.get(text) ?? 0) + 1);
      }
    }
    const roles = rolesOf(mentions, slices);
    return {
      name,
      names,
      honorifics: byCount(honorifics),
      roles,
      sameAs: mergesOf(name, names, person, nicknames),
      mentions: mentions.map(({ document, paragraph, start, end }) => ({ document, paragraph, start, end })),
      evidence: evidenceOf(mentions, roles),
      alongside: alongsideOf(index, mentions, bySentence),
    };
  });
}

const inOrder = (a: Evidence, b: Evidence): number => a.document - b.document || a.start - b.start;

/** Vowel marks, tatweel and format characters: what may stand in a name without making it another spelling. */
const UNWRITTEN = /[\u064B-\u0652\u0670\u0640\p{Cf}]/gu;

/** Every spelling, most frequent first; those that differ only in vowel marks count as one. */
function spellings(mentions: readonly Mention[], slices: (evidence: Evidence) => string): string[] {
  const written = new Map<string, number>();
  for (const mention of mentions) {
    const spelling = slices(mention);
    written.set(spelling, (written.get(spelling) ?? 0) + 1);
  }
  if (written.size === 1) return [...written.keys()];
  const counts = new Map<string, { spelling: string; count: number }>();
  for (const [spelling, count] of written) {
    const key = spelling.normalize('NFC').replace(UNWRITTEN, '');
    const entry = counts.get(key);
    if (entry === undefined) counts.set(key, { spelling, count });
    else entry.count += count;
  }
  return [...counts.values()].sort((a, b) => b.count - a.count).map(({ spelling }) => spelling);
}

const partCount = (name: string): number => namePartsOf(tokenize(name).map(({ folded }) => folded)).length;

/** The name with the most parts; of these the one met most often. */
function fullest(names: readonly string[]): string {
  let [best, most] = [names[0] ?? '', 0];
  if (names.length < 2) return best;
  for (const name of names) {
    const count = partCount(name);
    if (count > most) [best, most] = [name, count];
  }
  return best;
}

function mergesOf(
  name: string,
  names: readonly string[],
  { supported }: MergedPerson,
  nicknames: ReadonlySet<string>,
): Merge[] {
  return names
    .filter((other) => other !== name)
    .map((other) => {
      let why: MergeReason = 'other-romanisation';
      if (nicknames.has(other)) why = 'nickname';
      else if (fold(other) === fold(name)) why = 'same-name';
      else if (hasArabic(other) !== hasArabic(name)) why = 'other-script';
      else if (partCount(other) < partCount(name))
        why = supported && partCount(other) === 1 ? 'same-role' : 'part-of-name';
      return { names: [name, other], why };
    });
}

function rolesOf(mentions: readonly Mention[], slices: (evidence: Evidence) => string): Role[] {
  const seen = new Set<string>();
  const roles: Role[] = [];
  for (const mention of mentions) {
    for (const role of mention.roles) {
      const { sentence, document, paragraph } = mention;
      if (role.start < sentence.start || role.end > sentence.end) continue;
      const title = slices({ ...mention, ...role });
      const key = `${document} ${fold(title)}`;
      if (seen.has(key)) continue;
      seen.add(key);
      roles.push({
        title,
        organisation: role.organisation && slices({ ...mention, ...role.organisation }),
        evidence: { document, paragraph, start: sentence.start, end: sentence.end },
      });
    }
  }
  return roles;
}

/** The sentences of roles, then of the other mentions, each once. */
function evidenceOf(mentions: readonly Mention[], roles: readonly Role[]): Evidence[] {
  const seen = new Set<string>();
  const evidence: Evidence[] = [];
  const add = (item: Evidence): void => {
    const key = `${item.document} ${item.start}`;
    if (seen.has(key)) return;
    seen.add(key);
    evidence.push(item);
  };
  for (const role of roles) add(role.evidence);
  for (const { document, paragraph, sentence } of mentions)
    add({ document, paragraph, start: sentence.start, end: sentence.end });
  return evidence;
}

function alongsideOf(
  index: number,
  mentions: readonly Mention[],
  bySentence: ReadonlyMap<string, ReadonlySet<number>>,
): number[] {
  const counts = new Map<number, number>();
  for (const key of new Set(mentions.map(({ document, sentence }) => `${document} ${sentence.start}`))) {
    for (const other of bySentence.get(key) ?? []) if (other !== index) counts.set(other, (counts.get(other) ?? 0) + 1);
  }
  return byCount(counts);
}
