import { isStopWord } from '../text/stop-words.js';
import type { CountryCode } from './countries.js';
import type { Party, PartyKind } from './parties.js';
import { type PartyWord, partyWordAt, partyWordsAt } from './party-words.js';
import type { Match } from './phrases.js';
import type { Sentence, Word } from './reading.js';

/** Small words inside a name, between capitalised ones: Ministry of Health, Red Cross and Red Crescent. */
const JOINING = new Set(['of', 'for', 'the', 'and', 'de', 'du', 'la', 'des', 'al', 'el', 'on', 'in']);
const ACRONYM = /^\p{Lu}[\p{Lu}\p{N}]{1,7}$/u;
const NO_ACRONYM = new Set(['mou', 'mous', 'am', 'pm', 'gmt', 'usd', 'qr', 'sr', 'aed', 'covid', 'ceo', 'he', 'hh', 'hrh', 'tv', 'ii', 'iii', 'iv', 'eng', 'dr', 'hiv', 'gdp', 'un', 'mp', 'mps', 'cfo', 'ngo', 'ngos', 'lng', 'ict']); // prettier-ignore
/** Capitalised words that begin a sentence or name a time, not a party. */
const NO_NAME = new Set('monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december meanwhile earlier later also however according both two three four five six several on in at the this that these those last next a an under during after before following as with for by from it he she they we his her their its yesterday today tomorrow about around nearly over more some many most all while when if since until then there here separately additionally furthermore moreover both-sides'.split(' ')); // prettier-ignore

const adjacent = (word: Word | undefined): boolean => word !== undefined && /^(?:[-&/.]|["“”'’‘])?$/u.test(word.gap);

/** Bodies that are named by what they are about: Committee on, Intergovernmental Authority on Development. */
const OF_SUBJECT = /^(?:committee|commission|council|convention|conference|authority|programme|program|panel|forum|office|group|cent(?:er|re)|institute|network)$/; // prettier-ignore

/** Of these, words that a name may hold: Education Above All. */
const INSIDE = new Set(['all', 'two', 'three', 'one', 'more', 'most', 'this']);

interface Run {
  readonly from: number;
  readonly to: number;
}

const isCapital = (words: readonly Word[], i: number, taken: (i: number) => boolean): boolean => {
  const word = words[i];
  return (
    word !== undefined &&
    !(CURRENCIES.has(word.folded) && words[i + 1]?.number === true) &&
    (word.capital ||
      (word.number && i > 0 && words[i - 1]!.capital && (word.gap === '-' || word.start === words[i - 1]!.end))) &&
    (!NO_NAME.has(word.folded) || (INSIDE.has(word.folded) && i > 1 && words[i - 1]!.capital && word.gap === '')) &&
    !(i === 0 && isStopWord(word.folded)) &&
    // "Speaking at a forum, …", "Addressing the council"
    !(i === 0 && /.{3}ing$/.test(word.folded) && words[1]?.capital === false) &&
    !taken(i)
  );
};

/** "lends Lebanon KD 15 mln": no part of a name before its number. */
const CURRENCIES = new Set('kd jd bd qr sr ro omr kwd bhd qar sar aed dh dhs usd eur gbp us le egp rs pkr inr tl rm sgd chf'.split(' ')); // prettier-ignore

/** The longest run of capitalised words at `i`, small words between them included. */
function runAt(words: readonly Word[], i: number, taken: (i: number) => boolean): Run {
  let to = i + 1;
  for (let k = to; k < words.length;) {
    let next = k;
    while (
      next < words.length &&
      next < k + 3 &&
      !words[next]!.capital &&
      JOINING.has(words[next]!.folded) &&
      adjacent(words[next])
    )
      next++;
    const small = words.slice(k, next).map(({ folded }) => folded);
    // "hospital in Chad for Sudanese refugees"
    if (
      small[0] === 'for' &&
      partyWordsAt(words, k - 1).some(({ value, to: end }) => end === k && value.type === 'country')
    )
      break;
    // "in" only inside "Red Crescent Societies in …" is no name; "on" only in "Committee on".
    if (
      small.includes('in') ||
      // "the Red Cross for the Services": a society has no field, as a council or a centre has.
      (small[0] === 'for' && /^(?:cross|crescent|nations)$/.test(words[k - 1]!.folded)) ||
      (small[0] === 'on' && !OF_SUBJECT.test(words[k - 1]!.folded))
    )
      break;
    if (!isCapital(words, next, taken) || !adjacent(words[next])) break;
    to = next + 1;
    k = to;
  }
  return { from: i, to };
}

type Found = Match<PartyWord>;

/** The terms that begin inside a run and end inside it. */
const termsIn = (words: readonly Word[], { from, to }: Run): Found[] => {
  const found: Found[] = [];
  for (let i = from; i < to; i++)
    for (const match of partyWordsAt(words, i)) if (match.to <= to && words[match.from]!.capital) found.push(match);
  return found;
};

const named = <T extends PartyWord['type']>(found: readonly Found[], type: T) =>
  found.filter((match): match is Match<Extract<PartyWord, { type: T }>> => match.value.type === type);

const NO_CODES: readonly CountryCode[] = [];
const codesOf = (found: readonly Match<{ readonly code: CountryCode }>[]): readonly CountryCode[] => [
  ...new Set(found.map(({ value }) => value.code)),
];

/** What a piece of a run is; null where it names nothing that could act. */
function classify(
  words: readonly Word[],
  piece: Run,
  office: boolean,
): Pick<Party, 'kind' | 'countries' | 'heads'> | null {
  const terms = termsIn(words, piece);
  const countries = named(terms, 'country');
  const nationalities = named(terms, 'nationality');
  const heads = named(terms, 'head');
  const codes = countries.length + nationalities.length === 0 ? NO_CODES : codesOf([...countries, ...nationalities]);
  const classes = heads.map(({ value }) => value.head);
  const length = piece.to - piece.from;
  const whole = (match: Found): boolean => match.from === piece.from && match.to === piece.to;
  const of = (kind: PartyKind, countryCodes: readonly CountryCode[] = codes) => ({
    kind,
    countries: countryCodes,
    heads: classes,
  });
  if (countries.some(whole) || (length > 1 && isStateOf(words, piece, countries))) return of('country');
  if (named(terms, 'name').some((match) => match.from === piece.from)) return of('organisation');
  // "Minister of Water and Energy": what the office is for.
  if (office && /^(?:of|for)$/.test(words[piece.from - 1]?.folded ?? '') && /^ministers?$/.test(words[piece.from - 2]?.folded ?? '') && countries.length === 0) return null; // prettier-ignore
  // An institution noun alone names nothing: "the Ministry", "Cross".
  if (heads.length > 0 && length > 1) return of('organisation');
  if (length > 2 && words[piece.to - 1]!.folded === 'government') return of('organisation');
  // "Yemen's Permanent" before "Representative": the office is the country's.
  const [first] = countries;
  if (first?.from === piece.from && first.to < piece.to && isPossessive(words, first.to)) return of('nationality');
  // "KARACHI: The bank said"
  if (named(terms, 'city').some(whole)) return of('city');
  if (length === 1) {
    const { raw, folded } = words[piece.from]!;
    if (piece.from === 0 && /^[:–]/.test(words[piece.to]?.gap ?? '')) return null;
    if (folded === 'un' || folded === 'eu') return of('organisation');
    if (ACRONYM.test(raw) && !NO_ACRONYM.has(folded)) return of('organisation');
    if (heads.length > 0) return of('short');
    // "S$5 million", "B. Ahmed": a letter is no name.
    if (raw.length === 1) return null;
  }
  if (nationalities.some(whole)) return null;
  if (nationalities[0]?.from === piece.from && endsWithTitle(words, piece)) return of('nationality');
  if (office) return null;
  return countries.length > 0 && length > 1 ? of('organisation') : of('name');
}

/** Whether the word before word `i` has a possessive 's, which stands outside its span. */
const isPossessive = (words: readonly Word[], i: number): boolean =>
  words[i] !== undefined && words[i].gap === '' && words[i].start - words[i - 1]!.end > 2;

const endsWithTitle = (words: readonly Word[], { from, to }: Run): boolean => {
  for (let i = from + 1; i < to; i++) if (titleAt(words, i)?.to === to) return true;
  return false;
};

/** "Government of Qatar", "Republic of X": a word for a state, small words, and its country. */
const isStateOf = (words: readonly Word[], { from, to }: Run, countries: readonly Found[]): boolean =>
  countries.some((match) => match.to === to) && partyWordAt(words, from, 'government') !== undefined;

const titleAt = (words: readonly Word[], i: number): Found | undefined =>
  partyWordsAt(words, i).find(({ value }) => value.type === 'title' || value.type === 'honorific');

/** Where "and" parts two names: not inside "Ministry of Health and Population", "Red Cross and Red Crescent". */
function splitAt(words: readonly Word[], run: Run): Run[] {
  const pieces: Run[] = [];
  let { from } = run;
  for (let i = from + 1; i < run.to - 1; i++) {
    if (words[i]!.folded !== 'and' || words[i]!.capital || i <= from) continue;
    const left = { from, to: i };
    const the = words[i + 1]!.folded === 'the';
    const next = words.findIndex(({ folded, capital }, k) => k > i + 1 && k < run.to && folded === 'and' && !capital);
    const right = { from: the ? i + 2 : i + 1, to: next < 0 ? run.to : next };
    if (the || !belongTogether(words, left, right)) {
      pieces.push(left);
      from = right.from;
    }
  }
  pieces.push({ from, to: run.to });
  return pieces;
}

function belongTogether(words: readonly Word[], left: Run, right: Run): boolean {
  const [before, after] = [termsIn(words, left), termsIn(words, right)];
  const acts = (found: readonly Found[]): boolean =>
    found.some(({ value }) => value.type === 'country' || value.type === 'city' || value.type === 'name');
  const headed = (found: readonly Found[]): boolean => named(found, 'head').length > 0;
  const text = (run: Run): string =>
    words
      .slice(run.from, run.to)
      .map(({ folded }) => folded)
      .join(' ');
  if (/red cross$/.test(text(left)) && /^red crescent/.test(text(right)))
    return !acts(before.filter(({ value }) => value.type !== 'name'));
  const leftAlone = headed(before) || acts(before) || ACRONYM.test(words[left.to - 1]!.raw);
  const begins = after.filter(({ from }) => from === right.from);
  const rightAlone = headed(after) || acts(begins) || ACRONYM.test(words[right.from]!.raw);
  let plain = right.from;
  while (plain < right.to && words[plain]!.capital) plain++;
  // "Ministry of Health and Population": what follows is no name of its own, and "of" leads into a list.
  if (headed(before) && !rightAlone && plain - right.from <= 2) return true;
  // "Food and Agriculture Organization": what stands before is a single plain word.
  return !leftAlone && rightAlone && left.to - left.from === 1 && headed(after);
}

/** "Ali Hassan of Qatar", behind an office: a person and the country; a name without an institution's noun has no "of". */
function atCountry(words: readonly Word[], piece: Run, office: boolean): Run[] {
  const of = words.findIndex(({ folded }, i) => i > piece.from && i < piece.to && folded === 'of');
  const terms = termsIn(words, piece);
  const country = named(terms, 'country').find(({ from, to }) => from === of + 1 && to === piece.to);
  if (!office || of < 0 || !country || terms.some(({ value }) => value.type === 'head' || value.type === 'name' || value.type === 'government')) return [piece]; // prettier-ignore
  return [
    { from: piece.from, to: of },
    { from: of + 1, to: piece.to },
  ];
}

function partyOf(
  words: readonly Word[],
  { from, to }: Run,
  { kind, countries, heads }: Pick<Party, 'kind' | 'countries' | 'heads'>,
): Party {
  const compared: string[] = [];
  for (let i = from; i < to; i++) if (words[i]!.folded !== 'the') compared.push(words[i]!.folded);
  return { kind, from, to, countries, heads, start: words[from]!.start, end: words[to - 1]!.end, words: compared };
}

/** What a minister is for: no name before the office. */
const FIELDS = new Set('finance interior justice education trade commerce industry economy planning oil petroleum energy transport tourism culture labour labor agriculture water environment housing information communications security investment development cooperation religious social youth sports science technology home external state'.split(' ')); // prettier-ignore
const RANKING = new Set(['first', 'second', 'third', 'permanent']);

/** Pieces of a run between titles, honorifics and small words at its ends. */
function pieces(words: readonly Word[], run: Run): { readonly piece: Run; readonly office: boolean }[] {
  const found: { piece: Run; office: boolean }[] = [];
  let from = run.from;
  let office = false;
  const push = (to: number): void => {
    let [a, b] = [from, to];
    while (a < b && !words[a]!.capital) a++;
    while (b > a && !words[b - 1]!.capital && !words[b - 1]!.number) b--;
    // "the AfDB's Country Manager": what the office is for is no part of the body's name.
    const owner = to < run.to && ACRONYM.test(words[a]?.raw ?? '') && isPossessive(words, a + 1);
    if (owner) b = Math.min(b, a + 1);
    // "Qatar Chamber First Vice-Chairman"
    while (b > a && to < run.to && RANKING.has(words[b - 1]!.folded)) b--;
    // "Finance Minister": one word before an office is its field.
    const field = to < run.to && b - a === 1 && FIELDS.has(words[a]!.folded);
    if (b > a && !field) found.push({ piece: { from: a, to: b }, office });
  };
  for (let i = run.from; i < run.to; i++) {
    const title = titleAt(words, i);
    // "Foreign Minister" ends a name, "Executive Council" goes on.
    // The second half of "Directorate-General" is no office.
    const half = i > run.from && words[i]!.gap === '-' && !titleAt(words, i - 1);
    // "Kurdistan Regional Government": a name, not "Qatari Government"
    const ruling = words[i]!.folded === 'government' && i > from + 1 && nationalityBefore(words, from, i) === null;
    if (
      !title ||
      half ||
      ruling ||
      isOfBody(words, i, title.to, run) ||
      (title.value.type === 'title' && headFollows(words, i, run))
    )
      continue;
    const national = nationalityBefore(words, from, i);
    push(national ?? i);
    let to = Math.min(title.to, run.to);
    // "Ethiopian Prime Minister": the whole office
    if (national !== null)
      for (let next = titleAt(words, to); next && next.to <= run.to; next = titleAt(words, to)) to = next.to;
    if (national !== null) found.push({ piece: { from: national, to }, office: false });
    from = to;
    office = true;
    i = from - 1;
  }
  push(run.to);
  return found;
}

/** "Ministry of Foreign Affairs", "United Nations High Commissioner for Refugees (UNHCR)": no office, but what a body is called. */
const isOfBody = (words: readonly Word[], i: number, to: number, run: Run): boolean =>
  (i - 2 >= run.from && words[i - 1]!.folded === 'of' && partyWordAt(words, i - 2, 'head') !== undefined) ||
  (words[to]?.folded === 'for' && to < run.to && words[run.to]?.gap.endsWith('(') === true && ACRONYM.test(words[run.to]!.raw)); // prettier-ignore

/** The nationality of the office that ends a piece: "and Egyptian President", "Philippine Defense Secretary". */
function nationalityBefore(words: readonly Word[], from: number, to: number): number | null {
  for (let i = Math.max(from, to - 3); i < to; i++)
    if (
      words[i]!.capital &&
      partyWordsAt(words, i).some(({ value, to: end }) => value.type === 'nationality' && end <= to)
    ) {
      const between = words.slice(i + 1, to);
      if (between.every((word) => word.capital && !partyWordAt([word], 0, 'head'))) return i;
    }
  return null;
}

/** "Executive Council", "Foreign Service Academy". */
const headFollows = (words: readonly Word[], i: number, run: Run): boolean =>
  (i + 1 < run.to && words[i + 1]!.capital && partyWordAt(words, i + 1, 'head') !== undefined) ||
  (i + 2 < run.to &&
    words[i]!.folded === 'foreign' &&
    words[i + 1]!.capital &&
    words[i + 2]!.capital &&
    titleAt(words, i + 1) === undefined &&
    partyWordAt(words, i + 2, 'head') !== undefined);

/** Words between a nationality and the body or office it belongs to, at most. */
const BETWEEN = 4;

/** "Qatari Foreign Minister", "Jordanian Energy Minister", "Sudanese army", "UN refugee agency". */
function nationalParty(words: readonly Word[], i: number): Party | null {
  if (!words[i]!.capital) return null;
  const matches = partyWordsAt(words, i);
  const nationality = matches.find(({ value }) => value.type === 'nationality');
  const group = /^(?:UN|U\.N\.|EU)$/.test(words[i]!.raw);
  if (nationality?.value.type !== 'nationality' && !group) return null;
  const countries = nationality?.value.type === 'nationality' ? [nationality.value.code] : [];
  const from = nationality?.to ?? i + 1;
  let end = 0;
  let kind: PartyKind = 'nationality';
  for (let to = from; to < words.length && to < from + BETWEEN; to++) {
    const { gap, folded, capital } = words[to]!;
    if (!/^-?$/.test(gap) || (!JOINING.has(folded) && isStopWord(folded))) break;
    const found = partyWordsAt(words, to);
    // "Qatari Ministry of Health" is a name, read as one.
    if (capital && found.some(({ value }) => value.type === 'head' || value.type === 'country')) return null;
    const body = found.find(({ value }) => value.type === 'body');
    const title = found.find(({ value }) => value.type === 'title');
    if (!body && !title) {
      if (end > 0) break;
      continue;
    }
    end = (body ?? title)!.to;
    kind = body ? 'organisation' : 'nationality';
    if (body) break;
  }
  if (end === 0 || (group && kind === 'nationality')) return null;
  return partyOf(words, { from: i, to: end }, { kind, countries, heads: [] });
}

/** "the Saudi aid agency KSrelief": the name says who it is, the description before it does not stand beside it. */
function addParty(parties: Party[], party: Party, words: readonly Word[]): void {
  const last = parties.at(-1);
  const described =
    last?.to === party.from &&
    words[party.from]!.gap === '' &&
    last.kind === 'organisation' &&
    last.countries.length > 0;
  if (described && party.kind !== 'country' && words[last.to - 1]!.folded === words[last.to - 1]!.raw)
    parties[parties.length - 1] = { ...party, kind: 'organisation', countries: last.countries };
  else parties.push(party);
}

/** In a line of capitals alone small words are told by what they are: MINISTRY OF HEALTH AND POPULATION. */
function withoutShouting(words: readonly Word[]): readonly Word[] {
  const letters = words.filter(({ number }) => !number);
  const isLoud = ({ raw }: Word): boolean => raw === raw.toUpperCase();
  if (letters.length < 4 || !letters.every(isLoud)) return words;
  return words.map((word) => (isStopWord(word.folded) ? { ...word, capital: false } : word));
}

/** "Turkish, Libyan foreign ministers", "Omani and Iraqi presidents": the first of two nationalities. */
function sharedOffice(words: readonly Word[], i: number): Party | null {
  const nationality = partyWordAt(words, i, 'nationality');
  if (!nationality) return null;
  const { to } = nationality;
  const next = words[to]?.folded === 'and' ? to + 1 : words[to]?.gap === ',' ? to : -1;
  if (next < 0 || words[next] === undefined || nationalParty(words, next)?.kind !== 'nationality') return null;
  return partyOf(words, { from: i, to }, { kind: 'nationality', countries: [nationality.value.code], heads: [] });
}

export function englishParties({ words: written }: Sentence, taken: (i: number) => boolean): Party[] {
  const words = withoutShouting(written);
  const parties: Party[] = [];
  for (let i = 0; i < words.length;) {
    if (!isCapital(words, i, taken)) {
      i++;
      continue;
    }
    const shared = sharedOffice(words, i);
    if (shared) {
      parties.push(shared);
      i = shared.to;
      continue;
    }
    const national = nationalParty(words, i);
    const run = runAt(words, i, taken);
    if (national && (national.to >= run.to || national.kind === 'nationality')) {
      parties.push(national);
      i = national.to;
      continue;
    }
    const before = parties.length;
    for (const { piece, office } of pieces(words, run))
      for (const part of splitAt(words, piece).flatMap((each) => atCountry(words, each, office))) {
        const about = classify(words, part, office);
        if (about) addParty(parties, partyOf(words, part, about), words);
      }
    if (parties.length === before && national) parties.push(national);
    i = Math.max(run.to, i + 1);
  }
  return parties;
}
