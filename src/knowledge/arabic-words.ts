import type { Gazetteer } from './gazetteer.js';

/** What a folded Arabic word may be; a word may be several. */
export const Arabic = {
  Given: 1,
  DoubtfulGiven: 1 << 1,
  Role: 1 << 2,
  PluralRole: 1 << 3,
  Body: 1 << 4,
  Site: 1 << 5,
  Circle: 1 << 6,
  Saying: 1 << 7,
  Acting: 1 << 8,
  /** A stop word or an everyday noun, adjective or adverb. */
  Common: 1 << 9,
  /** Of these, one that an office's complement is made of. */
  Office: 1 << 10,
  Place: 1 << 11,
  Nationality: 1 << 12,
  /** With the article. */
  Definite: 1 << 13,
  /** Looks like a verb by its form (future, tenth stem …), though no list has it. */
  VerbForm: 1 << 14,
  /** A stop word: prepositions, pronouns, particles. */
  Function: 1 << 15,
  /** The first word of a form of address. */
  Address: 1 << 16,
  /** Only the bilingual lexicon has it, as a noun or adjective: a family name may be one (حداد). */
  Weak: 1 << 17,
  /** A day, a month, a part of the day. */
  Time: 1 << 18,
  /** Given by its sound alone: an English given name in Arabic letters. */
  Sounds: 1 << 19,
  /** With the article a family name, though an everyday word as well: الأزرق, القاضي. */
  Family: 1 << 20,
  /** Goes on with the word before it, which is a given name of two words: زين العابدين, ضيف الله. */
  Joint: 1 << 21,
  /** Of everyday words, a thing: with the article it is the object and no family name (الجهود, الحفل). */
  Thing: 1 << 22,
  /** With the article it tells of the name before it: الموصوف بـ…, المعروف باسم … */
  Epithet: 1 << 23,
} as const;

const { Given, DoubtfulGiven, Role, PluralRole, Body, Site, Circle, Saying, Acting } = Arabic;
const { Common, Office, Place, Nationality, Definite, VerbForm, Function, Address, Weak, Time, Sounds, Family } =
  Arabic;
const { Thing, Epithet } = Arabic;

export const NAME = Given | DoubtfulGiven;
export const VERB = Saying | Acting | VerbForm;
/** What a name never begins with, and what ends it. */
export const NO_NAME =
  Common | Office | Place | Nationality | Role | PluralRole | Body | Site | Circle | VERB | Function | Address | Weak;

export interface ArabicWord {
  readonly flags: number;
  /** How many letters at the start are clitics (و ف ب ل ك) and not of the word. */
  readonly clitic: number;
  /** The word without clitics and article. */
  readonly base: string;
  /** The word without clitics. */
  readonly stripped: string;
}

export const arabicWord = (flags: number, clitic: number, base: string): ArabicWord => ({
  flags,
  clitic,
  base,
  stripped: (flags & Definite) !== 0 ? `ال${base}` : base,
});

const ARTICLES: readonly (readonly [string, number])[] = [
  ['ال', 0],
  ['وال', 1],
  ['بال', 1],
  ['فال', 1],
  ['كال', 1],
  ['لل', 1],
  ['ولل', 2],
  ['وبال', 2],
  ['فلل', 2],
];
const CLITICS = ['و', 'ف', 'ل', 'ب', 'ك', 'ول', 'وب', 'فل'];
/** Endings that an everyday noun or adjective takes, and what stands in their place in the list. */
const NOUN_ENDINGS: readonly (readonly [string, readonly string[]])[] = [
  ['هما', ['', 'ه']],
  ['يها', ['', 'ي']],
  ['تها', ['ه']],
  ['تهم', ['ه']],
  ['ته', ['ه']],
  ['تنا', ['ه']],
  ['تين', ['ه']],
  ['تان', ['ه']],
  ['اته', ['ه', '']],
  ['اتها', ['ه', '']],
  ['يين', ['ي']],
  ['يون', ['ي']],
  ['ها', ['']],
  ['هم', ['']],
  ['نا', ['']],
  ['ات', ['ه', '']],
  ['ين', ['']],
  ['ون', ['']],
  ['ان', ['']],
  ['ه', ['']],
  ['ا', ['']],
  ['ي', ['']],
];

/** The forms of a verb that stand in a newspaper, from its past or present third person masculine. */
function* verbForms(form: string): Generator<string> {
  yield form;
  if (form.startsWith('ي') && form.length > 3) {
    const rest = form.slice(1);
    for (const person of ['ي', 'ت', 'سي', 'ست']) {
      yield person + rest;
      yield `${person}${rest}ان`;
      yield `${person}${rest.replace(/[يا]$/, '')}ون`;
    }
    return;
  }
  const stem = form.replace(/[اي]$/, '');
  yield `${stem}ت`;
  yield `${stem}وا`;
  yield `${form}ا`;
  yield `${stem}تا`;
}

/** The feminine and plural forms of a nationality. */
const nationalityForms = (masculine: string): readonly string[] => [
  masculine,
  `${masculine}ه`,
  `${masculine}ين`,
  `${masculine}ون`,
  `${masculine}ان`,
  `${masculine}ات`,
  `${masculine}تين`,
];

/** What a general dictionary tells of a folded word; false, false where it does not have it. */
export type Vocabulary = (folded: string) => { readonly verb: boolean; readonly noun: boolean };

export const NO_VOCABULARY: Vocabulary = () => ({ verb: false, noun: false });

/** Words remembered at most: a corpus of random words must not fill the memory. */
export const MOST_REMEMBERED = 200_000;

/** A look-up of folded Arabic words; what was asked once is remembered, so that a word costs one look into a map. */
export interface ArabicLexicon {
  (folded: string): ArabicWord;
  /** What words are as they stand in a text, marks and hamzas included; of those met so far. */
  readonly written: Map<string, ArabicWord>;
  /** Every form, clitics and article included, in which the first word of such a phrase stands in a text. */
  readonly openers: ReadonlySet<string>;
  /** Places of several words by their first word, folded: خان يونس, رأس الخيمة. */
  readonly places: ReadonlyMap<string, readonly (readonly string[])[]>;
  /** Heads of offices of several words by their first word: قائم بالأعمال. */
  readonly heads: ReadonlyMap<string, readonly (readonly string[])[]>;
  /** Given names of several words by their first word: زين العابدين. */
  readonly compounds: ReadonlyMap<string, readonly (readonly string[])[]>;
}

/** Those of the phrases that have several words, by their first. */
function byFirstWord(phrases: Iterable<string>): Map<string, (readonly string[])[]> {
  const found = new Map<string, (readonly string[])[]>();
  for (const phrase of phrases) {
    const words = phrase.split(' ');
    const [first = ''] = words;
    if (words.length > 1) found.set(first, [...(found.get(first) ?? []), words]);
  }
  return found;
}

export function arabicLexicon(
  gazetteer: Gazetteer,
  isStopWord: (word: string) => boolean,
  vocabulary: Vocabulary = NO_VOCABULARY,
  isForeignGiven: (word: string) => boolean = () => false,
): ArabicLexicon {
  const flags = new Map<string, number>();
  const mark = (word: string, flag: number): void => {
    flags.set(word, (flags.get(word) ?? 0) | flag);
  };
  const markAll = (list: Parameters<Gazetteer['words']>[0], kind: string, flag: number): void => {
    for (const word of gazetteer.words(list, 'ar', kind))
      mark(list === 'given-names' ? word : word.replace(/^ال(?=..)/, ''), flag);
  };
  markAll('given-names', 'sure', Given);
  markAll('given-names', 'doubtful', DoubtfulGiven);
  for (const word of gazetteer.words('given-names', 'ar', 'family')) mark(word.replace(/^ال(?=..)/, ''), Family);
  const heads = byFirstWord(gazetteer.words('role-heads', 'ar', 'one'));
  const compounds = byFirstWord([
    ...gazetteer.words('given-names', 'ar', 'sure'),
    ...gazetteer.words('given-names', 'ar', 'doubtful'),
  ]);
  markAll('role-heads', 'one', Role);
  markAll('role-heads', 'plural', Role | PluralRole);
  markAll('institutions', 'body', Body);
  markAll('institutions', 'site', Site);
  markAll('institutions', 'circle', Circle);
  for (const kind of ['noun', 'adjective', 'adverb']) markAll('not-names', kind, Common);
  markAll('not-names', 'time', Common | Time);
  markAll('not-names', 'office', Common | Office);
  markAll('not-names', 'noun', Thing);
  markAll('not-names', 'epithet', Common | Epithet);
  const places = byFirstWord(gazetteer.words('places', 'ar', 'place'));
  for (const place of gazetteer.words('places', 'ar', 'place'))
    if (place.length > 2 && !place.includes(' ')) mark(place.replace(/^ال/, ''), Place);
  for (const nationality of gazetteer.words('places', 'ar', 'nationality')) {
    for (const form of nationalityForms(nationality)) mark(form, Nationality);
  }
  for (const { language, kind, words } of gazetteer.honorifics) {
    if (kind === 'branch') continue;
    const first = words[0] ?? '';
    if (language === 'ar' && first.length > 2) mark(first.replace(/^ال/, ''), Address);
  }
  // نائبه, نظيرته, وزيرها: the office of somebody named before.
  for (const head of gazetteer.words('role-heads', 'ar', 'one')) {
    const stem = head.endsWith('ه') ? `${head.slice(0, -1)}ت` : head;
    for (const suffix of ['ه', 'ها', 'هم', 'هما']) if (!flags.has(stem + suffix)) mark(stem + suffix, Role);
    // النائبان, النائبين: of two people
    for (const suffix of ['ان', 'ين']) if (!flags.has(stem + suffix)) mark(stem + suffix, Role | PluralRole);
    // انتخب ناطقا باسم الحزب
    if (!/[هايو ]$/.test(head) && !flags.has(`${head}ا`)) mark(`${head}ا`, Role);
  }
  const verbs = new Map<string, number>();
  for (const [kind, flag] of [
    ['saying', Saying],
    ['acting', Acting],
  ] as const) {
    for (const verb of gazetteer.words('verbs', 'ar', kind)) {
      for (const form of verbForms(verb)) verbs.set(form, (verbs.get(form) ?? 0) | flag);
    }
  }

  const nounBase = (word: string, definite: boolean): number => {
    for (const [ending, replacements] of NOUN_ENDINGS) {
      if (!word.endsWith(ending) || word.length - ending.length < 3) continue;
      const stem = word.slice(0, -ending.length);
      for (const replacement of replacements) {
        const found = (flags.get(stem + replacement) ?? 0) & (Common | Office);
        // الكتبي: with the article it is no "my books", but somebody's family name
        if (found !== 0 && definite && ending === 'ي') return Weak;
        if (found !== 0) return Common | (ending === 'ه' ? found : 0);
      }
    }
    return 0;
  };
  /** Flags of a word without clitics and article; `inflected`: whether endings may be taken off. */
  const bare = (word: string, definite: boolean): number => {
    let found = flags.get(word) ?? 0;
    if (!definite) found |= verbs.get(word) ?? 0;
    if (!definite && isStopWord(word) && (found & Given) === 0) found |= Function;
    if (found === 0) found = nounBase(word, definite);
    return found;
  };
  /** What the dictionary knows of a word that no list has, in the form it has or in another of the same verb. */
  const general = (word: string): number => {
    const whole = vocabulary(word);
    // تشغيل, إنعاش: the noun of the verb under which the dictionary has it
    if (whole.verb && VERBAL_NOUN.test(word)) return Weak;
    if (whole.verb) return whole.noun ? Weak | VerbForm : VerbForm;
    if (whole.noun) return Weak;
    for (const form of verbVariants(word)) if (vocabulary(form).verb) return VerbForm;
    for (const form of nounVariants(word)) if (vocabulary(form).noun) return Weak;
    return 0;
  };

  const analyse = (word: string): ArabicWord => {
    const listed = bare(word, false);
    // حصة is a name and a quota: the dictionary tells
    const whole = listed === DoubtfulGiven ? listed | (general(word) & Weak) : listed;
    if ((whole & (Given | Function)) !== 0) return arabicWord(whole, 0, word);
    if (whole !== 0 && !/^(?:ال|لل)/.test(word)) return arabicWord(whole, 0, word);
    for (const [article, clitic] of ARTICLES) {
      if (word.startsWith(article) && word.length - article.length >= 2) {
        const base = word.slice(article.length);
        const found = bare(base, true) || general(base) & Weak;
        // كالامار, بالمر: where nothing is known of the rest it is no article
        if (found === 0 && clitic > 0 && !article.startsWith('و') && article !== 'لل') continue;
        return arabicWord(found | Definite | (whole & NAME), clitic, base);
      }
    }
    for (const clitic of CLITICS) {
      if (!word.startsWith(clitic) || word.length - clitic.length < 2) continue;
      const base = word.slice(clitic.length);
      // لسد, بحي: of words of two letters only what bears a name
      if (base.length < 3 && ((flags.get(base) ?? 0) & Site) === 0) continue;
      const found = bare(base, false);
      // بذلك, لهذا
      if (DEMONSTRATIVES.has(base)) return arabicWord(Function, clitic.length, base);
      // لاين is no ل + أين: what little words take is a stop word of its own
      if (!/^[وف]$/.test(clitic) && (found & Function) !== 0) continue;
      // بادي is no ب + أدى: a verb takes no preposition
      if (/^[بك]$/.test(clitic) && (found & VERB) !== 0 && (found & ~(VERB | NAME)) === 0) continue;
      // كتارا is no ك + تارا
      if (clitic === 'ك' && (found & ~NAME) === 0) continue;
      if (found !== 0) return arabicWord(found, clitic.length, base);
    }
    const found = general(word);
    if (found !== 0) return arabicWord(found, 0, word);
    for (const clitic of CLITICS) {
      if (!word.startsWith(clitic) || word.length - clitic.length < 3) continue;
      const base = word.slice(clitic.length);
      const beneath = general(base);
      if (beneath !== 0) return arabicWord(beneath, clitic.length, base);
    }
    if (isForeignGiven(word)) return arabicWord(DoubtfulGiven | Sounds, 0, word);
    if (/^و../.test(word) && isForeignGiven(word.slice(1))) return arabicWord(DoubtfulGiven | Sounds, 1, word.slice(1));
    // وجانيل: no name begins with و and such a letter
    if (/^و[^ايول].../.test(word)) return arabicWord(0, 1, word.slice(1));
    // with a dictionary at hand an unknown word that looks like a future is rather a foreign name
    const verb = vocabulary === NO_VOCABULARY ? verbLike(word) : PRONOUN.test(word);
    return arabicWord(verb ? VerbForm : 0, 0, word);
  };
  const known = new Map<string, ArabicWord>();
  const lookUp = (folded: string): ArabicWord => {
    let word = known.get(folded);
    if (word === undefined) {
      word = analyse(folded);
      if (known.size > MOST_REMEMBERED) known.clear();
      known.set(folded, word);
    }
    return word;
  };
  const openers = new Set<string>();
  for (const first of [...heads.keys(), ...compounds.keys(), ...places.keys()])
    for (const before of ['', ...CLITICS, ...ARTICLES.map(([article]) => article)]) openers.add(before + first);
  return Object.assign(lookUp, { written: new Map<string, ArabicWord>(), openers, places, heads, compounds });
}

const DEMONSTRATIVES = new Set(['ذلك', 'هذا', 'هذه', 'تلك', 'هولاء']);

/** The shape of verbal nouns: تفعيل, إفعال, إفالة, افتعال, انفعال, استفعال; but احتاج, استعاد, انهار are verbs. */
const VERBAL_NOUN =
  /^(?!ازداد|ان(?:هار|قاد|حاز|هال|صاع|ساق|زاح)$)(?:ت..ي.|ا(?!.ت)..ا.|ا(?!ست).ت.ا.|ان..ا.|است..ا.|ا(?:ست)?.ا.ه)$/;

/** Forms in which a dictionary may have a verb of which the text has another. */
function* verbVariants(word: string): Generator<string> {
  const present = word.replace(/^[وف]?س(?=[يتن]...)/, '');
  if (present !== word) yield present;
  if (/^[تن].../.test(present)) yield `ي${present.slice(1)}`;
  // يتقدمهم, تستضيفها
  const free = present.replace(/(?:هما|هم|ها|ه)$/, '');
  if (free !== present && /^[يت].../.test(free)) yield `ي${free.slice(1)}`;
  const past = word.replace(/(?:تا|وا|ت|ا)$/, '');
  if (past !== word && past.length >= 3) yield past;
}

/** The same for nouns: without the feminine or plural ending, a suffixed pronoun, the accusative alif. */
function* nounVariants(word: string): Generator<string> {
  for (const ending of ['ات', 'ون', 'ين', 'ها', 'هم', 'ه', 'ا']) {
    if (!word.endsWith(ending) || word.length - ending.length < 3) continue;
    const stem = word.slice(0, -ending.length);
    yield stem;
    yield stem.endsWith('ت') ? `${stem.slice(0, -1)}ه` : `${stem}ه`;
  }
}

const PRONOUN = /^.{3,}(?:هما|تها|تهم|اتها)$/;

/** Future and tenth-stem forms, and words with a suffixed pronoun: no name of the lists, so taken for no name. */
const verbLike = (word: string): boolean =>
  (word.length >= 5 && /^[وف]?(?:سي|ست|سن|است|يست|تست|مست)/.test(word)) || PRONOUN.test(word);
