import type { CountryCode } from './countries.js';
import type { Party, PartyKind } from './parties.js';
import { type PartyWord, partyWordAt, partyWordsAt } from './party-words.js';
import type { Clitics, Match } from './phrases.js';
import type { Sentence, Word } from './reading.js';

/** A name of an institution has at most this many words. */
const LONGEST_NAME = 12;
/** Indefinite words that may follow the institution noun before the first definite one: مؤسسة حمد الطبية. */
const MOST_INDEFINITE = 3;

type Found = Match<PartyWord>;
type Term<T extends PartyWord['type']> = Match<Extract<PartyWord, { type: T }>>;

const termAt = <T extends PartyWord['type']>(words: readonly Word[], i: number, type: T): Term<T> | undefined =>
  partyWordAt(words, i, type);

const isDefinite = (folded: string): boolean => /^(?:ال|لل|[وفبك]ال|ولل|فلل).{2}/.test(folded);
/** Whether a word goes on after the word before it without punctuation; quotation marks do not part a name. */
const goesOn = (word: Word | undefined): word is Word => word !== undefined && /^["“”«»'‘’-]?$/u.test(word.gap);

/** Where the name of a word begins: after its one-letter clitics. The article joined to ل cannot be parted. */
function startOf({ start, raw }: Word, { conjunction, preposition }: Clitics): number {
  let letters = (conjunction ? 1 : 0) + (preposition === '' || /^.?لل/u.test(raw) ? 0 : 1);
  let offset = 0;
  while (offset < raw.length && letters > 0) {
    offset++;
    while (/\p{M}/u.test(raw.charAt(offset))) offset++;
    letters--;
  }
  return start + offset;
}

interface Draft {
  readonly kind: PartyKind;
  readonly from: number;
  readonly to: number;
  readonly clitics: Clitics;
  readonly countries: readonly CountryCode[];
  readonly heads: readonly string[];
}

const bare = (word: string, first: boolean, { conjunction, preposition }: Clitics): string => {
  let rest = word;
  if (first) {
    if (conjunction) rest = rest.slice(1);
    if (preposition !== '') rest = rest.startsWith('لل') ? 'ا' + rest : rest.slice(1);
  }
  return rest.replace(/^(?:[وف]?ال|[وف]?لل|الل)(?=..)/, '');
};

const partyOf = (words: readonly Word[], { kind, from, to, clitics, countries, heads }: Draft): Party => ({
  kind,
  from,
  to,
  countries,
  heads,
  start: startOf(words[from]!, clitics),
  end: words[to - 1]!.end,
  words: words.slice(from, to).map(({ folded }, i) => bare(folded, i === 0, clitics)),
});

const STOPS = ['cut', 'title', 'honorific', 'government'] as const;

/** "الاتحاد العام للشغل", "المجلس العام للمهندسين": the adjective, and not the year. */
const isGeneral = (words: readonly Word[], i: number): boolean =>
  words[i]!.folded === 'العام' &&
  /^[وفب]?(?:ال|لل)(?:اتحاد|مجلس|جهاز|مكتب|ديوان|مركز)$/.test(words[i - 1]?.folded ?? '') &&
  /^(?:ل.{3,}|ال.+ي)$/.test(words[i + 1]?.folded ?? '');

/** Whether the word at `i` cannot be inside a name. */
const ends = (words: readonly Word[], i: number, taken: (i: number) => boolean): boolean =>
  words[i]!.number || taken(i) || (!isGeneral(words, i) && isStop(words, i));

const isStop = (words: readonly Word[], i: number): boolean =>
  partyWordsAt(words, i).some(
    ({ value, clitics }) =>
      STOPS.some((stop) => stop === value.type) && !(clitics.article && clitics.preposition === ''),
  );

/** A word joined by و that begins another name: a country, an institution, a city. */
const beginsAnother = (words: readonly Word[], i: number): boolean =>
  partyWordsAt(words, i).some(
    ({ value, clitics }) =>
      clitics.conjunction &&
      (value.type === 'country' || value.type === 'head' || value.type === 'city' || value.type === 'name'),
  );

const isNational = (words: readonly Word[], i: number): boolean =>
  isDefinite(words[i]!.folded) ||
  termAt(words, i, 'country') !== undefined ||
  termAt(words, i, 'nationality') !== undefined;

/** "مجلس جهة مراكش", "غرفة تجارة حلب": the city of which a body is. */
const isCity = (words: readonly Word[], i: number): boolean => {
  const city = termAt(words, i, 'city');
  return city !== undefined && city.clitics.preposition === '' && !city.clitics.conjunction;
};

/** Whether indefinite words from `i` lead, within a few words, to a definite one or a country: لتنمية وإعمار اليمن. */
function leadsOn(words: readonly Word[], i: number, taken: (i: number) => boolean): boolean {
  for (let k = i + 1; k <= i + MOST_INDEFINITE && k < words.length; k++) {
    if (!goesOn(words[k]) || ends(words, k, taken) || beginsAnother(words, k)) return false;
    if (isNational(words, k) || isCity(words, k)) return true;
  }
  return false;
}

/** "لجمعيات الصليب الأحمر والهلال الأحمر", "حركة الصليب الأحمر والهلال الأحمر": both emblems are one name. */
const isBothEmblems = (words: readonly Word[], i: number): boolean =>
  /^وال(?:هلال|صليب)$/.test(words[i]!.folded) && /^(?:ال|لل|ل)?(?:جمعيات|حركه)$/.test(words[i - 3]?.folded ?? '');

/** ل with what a body is for, and not with what a sentence says it does: "لتمويل مشاريع الطاقة". */
const isAim = (folded: string): boolean =>
  /^ل(?!ل)/.test(folded) && !/^ل(?:تمويل|تنفيذ|تعزيز|توفير|تحسين|تقديم|تسهيل|مساعده|تجنب|ضمان|بحث|اطلاق|تبادل|توسيع|مواجهه)$/.test(folded); // prettier-ignore

const hasPurpose = (words: readonly Word[], from: number, to: number): boolean =>
  words.slice(from, to).some(({ folded }) => /^ل[^اي].{2}/.test(folded) && folded !== 'للامم');

const EMBLEM = /^(?:[وفب]?ال|لل|ولل)(?:هلال|صليب)$/;
const isNationality = (words: readonly Word[], i: number): boolean => termAt(words, i, 'nationality') !== undefined;

/** "قوات الدعم السريع لإجلاء الجرحى": forces have no purpose in their name. */
const isOfForces = ({ value }: Term<'head'>, word: Word): boolean =>
  (value.head === 'army' || value.head === 'movement') && /^ل(?!ل)/.test(word.folded);

/** How far a name goes on after its institution noun, and what it names on its way. */
function complement(words: readonly Word[], head: Term<'head'>, taken: (i: number) => boolean) {
  const countries: CountryCode[] = [];
  const heads: string[] = [];
  let to = head.to;
  let definite = 0;
  while (to < words.length && to - head.from < LONGEST_NAME) {
    const word = words[to]!;
    if (!goesOn(word) || ends(words, to, taken) || isOfForces(head, word)) break;
    if (beginsAnother(words, to) && !isBothEmblems(words, to)) break;
    const country = termAt(words, to, 'country');
    const nationality = termAt(words, to, 'nationality');
    if (country && country.clitics.preposition === '') countries.push(country.value.code);
    else if (nationality) countries.push(nationality.value.code);
    if ((country && country.clitics.preposition === '') || nationality) {
      to = (country ?? nationality)!.to;
      definite++;
      continue;
    }
    // Behind another noun only: "جمعية صنعاء" is found by its own rule.
    if (to > head.to && definite === 0 && isCity(words, to)) {
      to = termAt(words, to, 'city')!.to;
      break;
    }
    if (isDefinite(word.folded)) {
      if (/^[بك]ال/.test(word.folded)) break;
      // "عقد الهلال الأحمر القطري الحوار الأول": after a nationality only adjectives go on
      if (/^وال/.test(word.folded) && to > head.to && isNationality(words, to - 1) && !isNationality(words, to)) break;
      // "مع الصليب الأحمر الكوري للدخول في شراكة": an emblem with its nationality has no purpose in its name
      if (/^لل/.test(word.folded) && isNationality(words, to - 1) && EMBLEM.test(words[head.from]!.folded)) break;
      const national = to > head.to && termAt(words, to - 1, 'nationality') !== undefined;
      if (national && /^ال/.test(word.folded) && !/ي[هن]?$/.test(word.folded)) break;
      const inner = termAt(words, to, 'head');
      if (inner) heads.push(inner.value.head);
      definite++;
    } else if (/^(?:ال)?(?:ملك|امير|شيخ|سلطان|شيخه|اميره|رييس)$/.test(words[to - 1]!.folded)) {
      // مركز الملك سلمان, مؤسسة الشيخ زايد: a given name.
    } else if (to > head.to && isAim(words[to - 1]!.folded) && goesOn(words[to + 1]) && isNational(words, to + 1)) {
      // الوكالة الوطنية لإنعاش تشغيل الشباب: one noun more before the definite one
    } else if (definite === 0 && head.clitics.article && /^ل(?!ل)/.test(word.folded)) {
      // "الجمعية لتوسيع نطاق عملها": the sentence's purpose
      break;
    } else if (definite > 0 && /^و/.test(word.folded) && !(words[to + 1] && isNational(words, to + 1))) {
      // "برنامج الحماية الاجتماعية وتوسيع قاعدة …"
      break;
    } else if (head.clitics.article && !/^ل.{2}/.test(word.folded)) {
      // A noun with the article takes no indefinite complement: "الجمعية هلال الساير" is the society and a person.
      break;
    } else if (definite > 0 && /^ل(?!ل|شوون).{2}/.test(word.folded) && hasPurpose(words, head.to, to)) {
      // "البنك الأفريقي للتنمية لتهيئة الطرقات": a second purpose is the sentence's
      break;
    } else if (definite === 0 ? word.folded.startsWith('و') : !/^[لو].{2}/.test(word.folded)) {
      if (!/^(?:بن|ال|عبد)$/.test(word.folded)) break;
    } else if (!leadsOn(words, to, taken)) break;
    to++;
  }
  // a word that wants another after it ends no name
  while (definite > 0 && to > head.to && /^[لو](?!ال|ل).{2}/.test(words[to - 1]!.folded) && !isNational(words, to - 1))
    to--;
  return { to, countries, heads };
}

/** A name of one foreign word after a feminine noun, which an adjective would follow in the feminine: جامعة مالايا. */
const isForeignName = (words: readonly Word[], head: Found, taken: (i: number) => boolean): boolean => {
  const word = words[head.to];
  return (
    goesOn(word) &&
    words[head.from]!.folded.endsWith('ه') &&
    !/(?:ه|ات|[^ي]ا)$/.test(word.folded) &&
    !/^[وفبلك]/.test(word.folded) &&
    !ends(words, head.to, taken) &&
    !taken(head.to)
  );
};

function institutionAt(words: readonly Word[], i: number, taken: (i: number) => boolean): Draft | null {
  const head = termAt(words, i, 'head');
  if (!head) return null;
  // مجلس إدارة جمعية: the council belongs to the society that is named next.
  if (/^(?:ال)?مجلس$/.test(words[i]!.folded) && /^(?:ال)?اداره$/.test(words[i + 1]?.folded ?? '')) return null;
  const { to, countries, heads } = complement(words, head, taken);
  const base = { from: i, clitics: head.clitics, countries, heads: [head.value.head, ...heads] };
  if (to === head.to) {
    if (head.clitics.article) return { ...base, kind: 'short', to };
    return isForeignName(words, head, taken) ? { ...base, kind: 'organisation', to: to + 1 } : null;
  }
  return { ...base, kind: 'organisation', to };
}

/** Councils, ministries and the like whose nationality is that of the office: "رئيس المجلس الأوروبي" is the council's. */
const isBodyOfOffice = (words: readonly Word[], i: number): boolean =>
  termAt(words, i, 'head') !== undefined && !/^ال(?:حكومه|دوله|وزاره|وزارات)$/.test(words[i]!.folded);

/** "الجانب القطري", "وزير الصحة التركي", "نظيره التركي": an office or a side with its nationality. */
function officeAt(words: readonly Word[], i: number, taken: (i: number) => boolean): Draft | null {
  const title = termAt(words, i, 'title') ?? termAt(words, i, 'government');
  if (!title) return null;
  for (let to = title.to; to < words.length && to < i + 7; to++) {
    if (
      !goesOn(words[to]) ||
      taken(to) ||
      words[to]!.number ||
      termAt(words, to, 'cut') ||
      termAt(words, to, 'honorific')
    )
      return null;
    // "رئيس جمعية الهلال الأحمر", "مدير مكتب الوكالة الإيطالية للتنمية": the body is named that it is an office of
    if (isBodyOfOffice(words, to)) return null;
    const nationality = termAt(words, to, 'nationality');
    if (nationality?.clitics.article || (nationality && words[to]!.folded.startsWith('ال')))
      return {
        kind: 'nationality',
        from: i,
        to: nationality.to,
        clitics: title.clitics,
        countries: [nationality.value.code],
        heads: [],
      };
    if (termAt(words, to, 'country')) return null;
  }
  return null;
}

function plainAt(words: readonly Word[], i: number): Draft | null {
  // "توقع الحكومة اتفاقية قرض": that of the country which the document is about; "الحكومة اليمنية" is read as an office.
  if (/^[وفبل]?(?:ال|ل)حكومه$/.test(words[i]!.folded) && officeAt(words, i, () => false) === null) {
    const government = termAt(words, i, 'government');
    if (government?.clitics.article === true && termAt(words, government.to, 'country') === undefined)
      return { kind: 'short', from: i, to: government.to, clitics: government.clitics, countries: [], heads: [] };
  }
  const country = termAt(words, i, 'country');
  if (country) {
    const { from, to, clitics } = country;
    return { kind: 'country', from, to, clitics, countries: [country.value.code], heads: [] };
  }
  const name = termAt(words, i, 'name');
  if (name) return { kind: 'organisation', from: i, to: name.to, clitics: name.clitics, countries: [], heads: [] };
  const city = termAt(words, i, 'city');
  if (city) return { kind: 'city', from: i, to: city.to, clitics: city.clitics, countries: [], heads: [] };
  // A nationality alone after "الجانبين", in the dual: "الجانبين القطري والتركي".
  const nationality = termAt(words, i, 'nationality');
  if (nationality && /^(?:الجانب|الطرف|الوزير|الحكومت|البلد|الرئيس|وفد|الوفد|وزير)/.test(sideBefore(words, i)))
    return {
      kind: 'nationality',
      from: i,
      to: nationality.to,
      clitics: nationality.clitics,
      countries: [nationality.value.code],
      heads: [],
    };
  return null;
}

/** The noun before one or two coordinated adjectives. */
function sideBefore(words: readonly Word[], i: number): string {
  const before = words[i - 1]?.folded ?? '';
  return words[i]!.folded.startsWith('و') && termAt(words, i - 1, 'nationality')
    ? (words[i - 2]?.folded ?? '')
    : before;
}

/** وزارتها, جمعيته: an institution by whose it is. */
const OWNED = /^[وف]?(?:وزارت|جمعيت|هيئت|هييت|منظمت|مؤسست|موسست|شركت|حكومت|وكالت|مفوضيت|جامعت)(?:ه|ها|هم)$/;

/** Latin acronyms inside Arabic text: WHO, (UNHCR). */
const ACRONYM = /^\p{Lu}{2,8}$/u;

export function arabicParties({ words }: Sentence, taken: (i: number) => boolean): Party[] {
  const parties: Party[] = [];
  for (let i = 0; i < words.length;) {
    const word = words[i]!;
    if (!word.arabic) {
      if (ACRONYM.test(word.raw) && words[i - 1]?.arabic !== false)
        parties.push({
          kind: 'organisation',
          from: i,
          to: i + 1,
          start: word.start,
          end: word.end,
          words: [word.folded],
          countries: [],
          heads: [],
        });
      i++;
      continue;
    }
    if (OWNED.test(word.folded) && !taken(i)) {
      const clitics: Clitics = {
        conjunction: /^[وف](?!زارت|كالت)/.test(word.folded),
        preposition: '',
        article: false,
        future: false,
      };
      parties.push(partyOf(words, { kind: 'short', from: i, to: i + 1, clitics, countries: [], heads: [] }));
      i++;
      continue;
    }
    // Most words begin nothing: one look-up is enough for them.
    const draft =
      partyWordsAt(words, i).length === 0 || taken(i)
        ? null
        : (plainName(words, i) ?? institutionAt(words, i, taken) ?? plainAt(words, i) ?? officeAt(words, i, taken));
    if (draft && !isPlaceOfCity(parties.at(-1), draft, words)) parties.push(partyOf(words, draft));
    i = draft ? draft.to : i + 1;
  }
  return parties;
}

/** "مدينة جدة السعودية", "أنقرة بتركيا": the country right after a city only says where it lies. */
const isPlaceOfCity = (last: Party | undefined, { kind, from, clitics }: Draft, words: readonly Word[]): boolean =>
  last?.kind === 'city' && last.to === from && kind === 'country' && !clitics.conjunction && words[from]!.gap === '';

/** A body known by its whole name (الاتحاد الأوروبي), before its noun is read as an institution's. */
function plainName(words: readonly Word[], i: number): Draft | null {
  const name = termAt(words, i, 'name');
  if (!name || name.to - name.from < 2) return null;
  return { kind: 'organisation', from: i, to: name.to, clitics: name.clitics, countries: [], heads: [] };
}
