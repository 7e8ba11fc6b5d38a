import { English, NO_NAME_EN } from './english-words.js';
import { candidateAt, joinedEn, TIME_WORDS, type EnglishText } from './english-text.js';
import type { RoleSpan } from './mention.js';
import { Gap, type Word } from './words.js';

const has = (flags: number, wanted: number): boolean => (flags & wanted) !== 0;
const MAX_BACK = 26;
const MAX_AFTER = 26;
/** Small words inside an office: President of the Red Crescent Society for …. */
const WITHIN = new Set('of the for and to at in on with s a its'.split(' '));
const BEFORE_ROLE = new Set('the a an his her its their s currently now then also our who is was former'.split(' '));

const holdsPlural = ({ flags }: EnglishText, from: number, to: number): boolean =>
  flags.slice(from, to + 1).some((found) => has(found, English.PluralRole));

export interface FoundRole {
  /** Word indexes, the last included. */
  readonly from: number;
  readonly to: number;
  readonly plural: boolean;
}

const endOf = (text: EnglishText, i: number): number => {
  const word = text.words[i] as Word;
  return text.possessive[i] === true ? word.end - 2 : word.end;
};

/** The organisation inside an office: what stands after the last "of", "at" or "for" and holds a word for a body. */
function organisationOf(text: EnglishText, { from, to }: FoundRole): RoleSpan['organisation'] {
  const { words, flags } = text;
  const isBody = (i: number): boolean =>
    has(flags[i] ?? 0, English.Body) || ((words[i]?.capital ?? 0) === 2 && (words[i]?.folded.length ?? 0) > 1);
  for (let i = from; i <= to; i++) {
    if (!['of', 'at', 'for', 'to'].includes(words[i]?.folded ?? '') || words[i]?.capital !== 0) continue;
    let start = i + 1;
    while (start <= to && ['the', 'a'].includes(words[start]?.folded ?? '')) start++;
    let end = start;
    let body = false;
    while (end <= to && !['for', 'at', 'to', 'in'].includes(words[end]?.folded ?? '')) {
      body ||= isBody(end) && (words[end]?.capital ?? 0) > 0;
      end++;
    }
    if (body) return { start: (words[start] as Word).start, end: endOf(text, end - 1) };
  }
  // "QRCS Secretary-General", "Qatar Charity chief"
  let end = from;
  while (end <= to && !has(flags[end] ?? 0, English.Role)) end++;
  for (let i = from; i < end; i++)
    if (isBody(i))
      return { start: (words[from] as Word).start, end: endOf(text, Math.max(i, lastCapital(text, i, end))) };
  return null;
}

function lastCapital(text: EnglishText, from: number, to: number): number {
  let last = from;
  for (let i = from; i < to; i++)
    if (has(text.flags[i] ?? 0, English.Body) || (text.words[i]?.capital ?? 0) === 2) last = i;
  return last;
}

export const roleSpanEn = (text: EnglishText, role: FoundRole): RoleSpan => ({
  start: (text.words[role.from] as Word).start,
  end: endOf(text, role.to) + (closesBracket(text, role) ? 1 : 0),
  organisation: organisationOf(text, role),
});

/** "president of the Red Cross (ICRC)": the bracket that was opened inside the office. */
const closesBracket = ({ words }: EnglishText, { from, to }: FoundRole): boolean =>
  to > from && words[to]?.gap === Gap.Paren && words[to + 1]?.gap !== undefined && words[to + 1]!.gap >= Gap.Paren;

/** Small words that an office may end with right before the name: "chair of the committee on foreign relations X". */
const OFFICE_ENDS = new Set(
  'affairs relations office embassy consulate committee commission council delegation cooperation development health education finance defence defense policy operations security justice trade energy agriculture environment communications communication programmes programs services protection planning logistics'.split(
    ' ',
  ),
);

/** Whether an office ends in small letters before word `i`, where a name of two words at least begins. */
const endsInSmall = (text: EnglishText, i: number): boolean =>
  OFFICE_ENDS.has(text.words[i - 1]?.folded ?? '') && joinedEn(text, i) && (candidateAt(text, i)?.count ?? 0) > 1;

/** The words before an office's head that belong to it: Senior Vice, QRCS, Qatar's. */
function officeStart(text: EnglishText, head: number): number {
  let from = head;
  while (from > 0 && joinedEn(text, from)) {
    const before = text.words[from - 1] as Word;
    const flags = text.flags[from - 1] ?? 0;
    const belongs =
      (before.capital > 0 && !has(flags, English.Function | English.Given) && !TIME_WORDS.has(before.folded)) ||
      (before.capital === 0 &&
        (has(flags, English.Role | English.Body | English.Common) || LOWER_OFFICE.has(before.folded)) &&
        !has(flags, English.Function | English.Acting | English.Saying));
    if (!belongs || before.kind !== 'word') break;
    from--;
  }
  return from;
}

const LOWER_OFFICE = new Set(
  'vice deputy prime foreign assistant senior executive managing acting former general permanent special health defence defense interior finance justice chief national regional crown joint honorary party opposition additional principal political economic parliamentary press cultural commercial military naval police rebel state junior veteran incoming outgoing caretaker interim provisional federal provincial district municipal religious tribal'.split(
    ' ',
  ),
);

const WHOSE = new Set('the his her its their our whose'.split(' '));
const COUNTED = new Set('two three four five six'.split(' '));

/** Whether an office that begins at word `from` is somebody's: "its leader", "Kabul's chief negotiator", "two opposition leaders". */
function isKnownOne({ words, possessive }: EnglishText, from: number): boolean {
  return (
    WHOSE.has(words[from - 1]?.folded ?? '') ||
    COUNTED.has(words[from]?.folded ?? '') ||
    possessive[from - 1] === true ||
    possessive[from] === true ||
    possessive[from + 1] === true
  );
}

/**
 * The office that ends right before word `i` or, with a comma between, before the form of address at `i`. `from` is a
 * bound: words before it belong to somebody else.
 */
export function roleBefore(text: EnglishText, i: number, bound: number): FoundRole | null {
  const { words, flags } = text;
  const commaAt = words[i]?.gap === Gap.Comma;
  if ((words[i]?.gap ?? Gap.Stop) > Gap.Comma) return null;
  let [head, commas, unknown, read] = [-1, 0, 0, i];
  for (let k = i - 1; k >= Math.max(bound, i - MAX_BACK); k--) {
    const word = words[k] as Word;
    const found = flags[k] ?? 0;
    // "rebel military leader": what belongs to an office already read is none of its own
    if (k >= read) continue;
    if (has(found, English.Role) && !(has(found, English.Function) && word.capital === 0)) {
      // "minister of science and higher education, X": what is in no list may stand in small letters behind "of"
      if (unknown > 0 && !/^(?:of|for)$/.test(words[k + 1]?.folded ?? '')) break;
      head = k;
      // "Deputy Prime Minister and Minister of Foreign Affairs": go on to the first head of the phrase
      const before = words[k - 1];
      if (!(before?.folded === 'and' && has(flags[k - 2] ?? 0, English.Role | English.Common) && k - 2 >= bound)) {
        const start = officeStart(text, k);
        const earlier = start > bound ? words[start - 1] : undefined;
        if (
          earlier?.folded !== 'and' &&
          earlier?.folded !== 'of' &&
          !isPosting(text, start, k) &&
          !isCompound(text, start - 2, k + 1)
        )
          break;
        read = start;
        continue;
      }
    } else if (
      has(found, English.Saying | English.Acting) &&
      word.capital === 0 &&
      !has(found, English.Body | English.Common)
    )
      break;
    else if (k < i - 1 && (words[k + 1] as Word).gap > Gap.Comma) break;
    else if (word.capital === 0 && !WITHIN.has(word.folded) && !has(found, NO_NAME_EN & ~English.Function)) {
      if (
        !(commaAt || endsInSmall(text, i)) ||
        head >= 0 ||
        /(?:ed|ing|ly)$/.test(word.folded) ||
        word.kind !== 'word' ||
        ++unknown > 1
      )
        break;
    }
    // "… of the Islamic World Educational, Scientific and Cultural Organization, X": one body's adjectives
    const next = words[k + 1];
    const several = next?.folded === 'and' || (next?.gap === Gap.Comma && next.capital > 0);
    const ofBody = head < 0 && several && word.gap === Gap.Comma && word.capital > 0 && commaAt;
    if (ofBody && (words[k - 1]?.capital ?? 0) > 0 && !has(flags[k - 1] ?? 0, English.Role) && commas++ < 3) continue;
    // "… for the Middle East, North Africa and Eastern Europe X": a list of places inside the office
    const listed = head < 0 && word.gap === Gap.Comma && word.capital > 0 && has(found, English.Place | English.Common);
    if (word.gap >= Gap.Comma && !(listed && commas++ < 2)) break;
  }
  if (head < 0) return null;
  // "the minister, Ali", "his Libyan counterpart, Ali": a small "minister" alone is enough only directly before the name
  if (commaAt && head === i - 1 && words[head]?.capital === 0 && !isKnownOne(text, officeStart(text, head)))
    return null;
  const last = words[i - 1] as Word;
  if (!commaAt && head < i - 1 && last.capital === 0 && !isCompound(text, head, i) && !endsInSmall(text, i))
    return null;
  let from = Math.max(bound, officeStart(text, head));
  if (from < head && COUNTED.has(words[from]?.folded ?? '')) from++;
  return { from, to: i - 1, plural: holdsPlural(text, from, i - 1) };
}

/** "the ambassador in Lebanon Counselor X": a place between one office and the next, told by the words `start` to `head`. */
function isPosting({ words, flags }: EnglishText, start: number, head: number): boolean {
  return (
    start < head &&
    /^(?:in|to)$/.test(words[start - 1]?.folded ?? '') &&
    flags.slice(start, head).every((found) => has(found, English.Place | English.Nationality))
  );
}

const COMPOUNDS = new Set([
  'of staff',
  'in chief',
  'of mission',
  'of protocol',
  'of state',
  'of government',
  'de camp',
]);

/** "chief-of-staff X", "commander in chief X": an office that ends in small words. */
const isCompound = ({ words }: EnglishText, head: number, i: number): boolean =>
  i - head === 3 && COMPOUNDS.has(`${words[head + 1]?.folded} ${words[head + 2]?.folded}`);

/** Participles that stand before an office. */
const OF_OFFICE = new Set('retired elected unelected appointed unemployed renowned noted acclaimed distinguished accredited licensed certified'.split(' ')); // prettier-ignore

/** What somebody does in an office: "who leads the party", "who is in charge of the site". */
const LEADING = new Set(
  'leads runs directs oversees manages handles supervises coordinates commands founded led heads chairs represents owns edits teaches presides serves'.split(
    ' ',
  ),
);
const ADVERBS = new Set('also now currently still is was has'.split(' '));
const LONGEST_TASK = 14;

function taskAfter({ words, possessive }: EnglishText, i: number): FoundRole | null {
  if (words[i]?.folded !== 'who' || words[i].gap !== Gap.Comma) return null;
  let from = i + 1;
  while (ADVERBS.has(words[from]?.folded ?? '')) from++;
  const charge = words[from]?.folded === 'in' && words[from + 1]?.folded === 'charge';
  if (!charge && !LEADING.has(words[from]?.folded ?? '')) return null;
  let to = from + (charge ? 2 : 1);
  while (to < words.length && to - from < LONGEST_TASK && (words[to] as Word).gap <= Gap.Quote) to++;
  return to - from > 2 ? { from, to: possessive[to - 1] === true ? to - 2 : to - 1, plural: false } : null;
}

/** The office told after a name that ends before word `i`: ", President of …", ", Qatar's ambassador to …", "(the director)". */
export function roleAfter(text: EnglishText, i: number, direct = false): FoundRole | null {
  const { words, flags } = text;
  const first = words[i];
  if (first === undefined || !(direct || first.gap === Gap.Comma || first.gap === Gap.Paren || first.gap === Gap.Dash))
    return null;
  const task = taskAfter(text, i);
  if (task) return task;
  let from = i;
  while (
    BEFORE_ROLE.has(words[from]?.folded ?? '') &&
    words[from]?.capital === 0 &&
    (from === i || joinedEn(text, from))
  )
    from++;
  let [head, unknown] = [-1, 0];
  for (let k = from; k < Math.min(words.length, from + 9); k++) {
    const word = words[k] as Word;
    const found = flags[k] ?? 0;
    if (k > i && word.gap >= Gap.Comma) break;
    if (has(found, English.Role)) {
      head = k;
      break;
    }
    const address = text.address[k] ?? 0;
    if (address > 0 && !has(flags[k + address - 1] ?? 0, English.Role)) break;
    // London-based economist
    if (word.capital === 0 && word.gap === Gap.Hyphen) continue;
    if (word.capital === 0 && (has(found, English.Function) || found === 0) && !BEFORE_ROLE.has(word.folded)) {
      // one unknown adjective is allowed: chief nursing officer
      if (has(found, English.Function) || (word.folded.endsWith('ed') && !OF_OFFICE.has(word.folded)) || unknown++ > 0)
        break;
    }
    if (word.capital === 0 && has(found, English.Saying | English.Acting) && !has(found, English.Common | English.Body))
      break;
    if (word.capital === 0 && (word.folded === 'and' || word.folded === 'with') && k === i) break;
    if (has(found, English.Given)) break;
  }
  if (head < 0) return null;
  let to = head;
  for (let k = head + 1; k < Math.min(words.length, head + MAX_AFTER); k++) {
    const word = words[k] as Word;
    const found = flags[k] ?? 0;
    if (word.gap >= Gap.Comma && word.gap !== Gap.Paren) break;
    if (word.gap === Gap.Paren && word.capital !== 2 && words[k - 1]?.capital !== 2) break;
    // the office of the name that follows: Assistant Minister for Health Affairs Dr. Salih Al Marri
    if ((text.address[k] ?? 0) > 0 && joinedEn(text, k)) return null;
    // "…, Wajir Woman Representative Fatuma Jehow": the office is that of the name right behind its head
    if (k === head + 1 && joinedEn(text, k) && (candidateAt(text, k)?.count ?? 0) > 1) return null;
    // "…, Minister of Water and Irrigation Hazem Kilani": so is one behind the last word of its complement
    if (has(found, English.Given) && joinedEn(text, k) && (words[k - 1]?.capital ?? 0) > 0 && !direct) {
      const inside = candidateAt(text, k);
      if (inside && inside.count > 1 && !has(flags[inside.to] ?? 0, English.Body | English.Site)) return null;
    }
    // "…, head of the field office Ruth Amari": so is one behind small letters
    if (word.capital > 0 && !direct && endsInSmall(text, k)) return null;
    if (word.capital === 0 && !WITHIN.has(word.folded)) {
      // "a commander of the Front reached by telephone"
      if (found === 0 && (words[k - 1]?.capital ?? 0) > 0 && /.{3}ed$/.test(word.folded) && !OF_OFFICE.has(word.folded))
        break;
      if (has(found, English.Saying | English.Acting | English.Function) && !has(found, English.Body | English.Role))
        break;
    }
    to = k;
  }
  while (to > head && (WITHIN.has(words[to]?.folded ?? '') || words[to]?.folded === 'and') && words[to]?.capital === 0)
    to--;
  // "…, the driver said": who says so, and no office of the name before
  const behind = words[to + 1];
  if (
    !direct &&
    from > i &&
    behind?.gap === Gap.Space &&
    behind.capital === 0 &&
    has(flags[to + 1] ?? 0, English.Saying)
  )
    return null;
  // an abbreviation in brackets that ends it belongs to the name before
  if (to > head && words[to]?.gap === Gap.Paren) to--;
  return { from, to, plural: holdsPlural(text, from, to) };
}
