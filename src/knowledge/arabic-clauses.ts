import type { Span } from '../text/span.js';
import { Arabic, NO_NAME } from './arabic-words.js';
import { has, isUnknown, joined, lexAt, type ArabicText } from './arabic-text.js';
import { roleSpan, spanOf } from './arabic-offices.js';
import { readOffice } from './arabic-role-after.js';
import type { Honorifics } from './honorifics.js';
import type { RoleSpan } from './mention.js';
import { Gap } from './words.js';

const { Given, Role, Definite, Function, Nationality, Common, Office, Body, Circle, Place, Weak } = Arabic;

const WHO = new Set(['الذي', 'التي', 'والذي', 'والتي']);
/** What somebody does in an office that the clause does not name: الذي *يرأس* لجنة الإغاثة. */
const LEADS = /^[يت]?(?:ت?راس|قود|دير|تزعم|مثل)$|^(?:ترأس|قاد|ادار|تزعم|راس)ت?$/;
/** What somebody does to an office that follows: التي *تولت* … رئاسة البعثة, الذي *انتخب* … رئيسا. */
const TAKES = /^[يت]?(?:شغل|تولي|تقلد)$|^(?:شغل|تول|تقلد|انتخب|عين|اختير|كلف)ت?$/;
/** The nouns of an office that is held: رئاسة البعثة, منصب المدير. */
const POSTS = /^(?:رياسه|قياده|اداره|عضويه|حقيبه|امانه|وزاره|منصب|مهام|زعامه)$/;
/** Behind these the office itself is named, if it is: منصب *وزير المالية*. */
const OF_POST = /^(?:منصب|مهام)$/;
/** Words between the verb and the office: التي تولت *مطلع الشهر الجاري* رئاسة … */
const WHEN = 5;

/** An office that a clause tells of the name before word `i`: الذي يرأس لجنة الإغاثة, التي تولت رئاسة البعثة. */
export function readClauseAfter(
  text: ArabicText,
  i: number,
  honorifics: Honorifics,
): { role: RoleSpan; next: number } | null {
  const who = text.words[i];
  if (who === undefined || who.gap > Gap.Comma || !WHO.has(who.folded) || !joined(text, i + 1)) return null;
  const verb = text.words[i + 1]?.folded ?? '';
  if (LEADS.test(verb)) {
    const what = lexAt(text, i + 2);
    if (!joined(text, i + 2) || !has(what, /مثل/.test(verb) ? Body | Place | Circle : Body | Circle | Office | Common))
      return null;
    const found = readOffice(text, i + 1, honorifics);
    return found && found.next > i + 2 ? found : null;
  }
  if (!TAKES.test(verb)) return null;
  for (let k = i + 2; k < i + 2 + WHEN && joined(text, k); k++) {
    if (OF_POST.test(lexAt(text, k).base) && has(lexAt(text, k + 1), Role) && joined(text, k + 1))
      return readOffice(text, k + 1, honorifics);
    if (POSTS.test(lexAt(text, k).base) || has(lexAt(text, k), Role)) return readOffice(text, k, honorifics);
  }
  return null;
}

const LED_BY = new Set(['برياسه', 'بقياده', 'بزعامه']);
/** Groups that are no bodies: وفدا من البنك برئاسة فلان. */
const TEAMS = /^(?:وفد|وفدا|فريق|فريقا|قافله|طاقم|طاقما|كتله|قايمه)$/;
/** Words of the name of what somebody leads. */
const LONGEST_BODY = 9;

/**
 * What the text tells that somebody leads, whose name or form of address begins at `i` and who is named up to `end`:
 * قوات الأمن بقيادة فلان. The name is part of it, since without it the words would break off.
 */
export function readLed(text: ArabicText, i: number, end: number): RoleSpan | null {
  if (!LED_BY.has(text.words[i - 1]?.folded ?? '') || !joined(text, i) || !joined(text, i - 1)) return null;
  let from = -1;
  for (let k = i - 2; k >= 0 && i - k < LONGEST_BODY; k--) {
    const word = lexAt(text, k);
    const team = TEAMS.test(text.words[k]?.folded ?? '');
    if (team || (has(word, Body | Circle) && !has(word, Definite))) from = k;
    else if (from >= 0) {
      // وفدا *من* بنك …
      if (word.base === 'من' && TEAMS.test(text.words[k - 1]?.folded ?? '') && joined(text, k)) from = k - 1;
      break;
    } else if (word.base === 'من' ? !TEAMS.test(text.words[k - 1]?.folded ?? '') : has(word, Function)) break;
    else if (!has(word, Definite | Place | Nationality | Office | Common | Weak)) break;
    if (word.clitic > 0 && from === k && !team) break;
    if (!joined(text, k)) break;
  }
  if (from < 0 || from >= i - 2) return null;
  return { ...roleSpan(text, from, end - 1), organisation: roleSpan(text, from, i - 2).organisation };
}

/** What a nickname follows: المعروف باسم …, الملقب بـ… */
const CALLED = /^و?(?:المعروف|الملقب|المكني|الشهير|المشهور)ه?$/;
const BY_NAME = new Set(['باسم', 'بلقب', 'بكنيه', 'ب']);
const KUNYA = /^(?:ابو|ابي|ابا|ام)$/;
const LONGEST_NICKNAME = 3;

export interface Nickname extends Span {
  /** Its words, folded. */
  readonly folded: string;
}

/** Another name of somebody whose name ends before word `i`: in brackets, or behind المعروف باسم. Null where there is none. */
export function readNickname(text: ArabicText, i: number): Nickname | null {
  const first = text.words[i];
  if (first === undefined || first.kind !== 'arabic') return null;
  if (first.gap === Gap.Paren) return bracketed(text, i);
  if (first.gap > Gap.Comma || !CALLED.test(first.folded)) return null;
  const next = text.words[i + 1];
  if (next === undefined || next.gap > Gap.Quote) return null;
  if (BY_NAME.has(next.folded)) return enclosed(text, i + 2) ?? oneName(text, i + 2);
  if (next.gap === Gap.Quote) return enclosed(text, i + 1);
  // الملقب بأبي لولوة, المعروف بحميدان
  return next.folded.startsWith('ب') ? oneName(text, i + 1, 1) : KUNYA.test(next.folded) ? oneName(text, i + 1) : null;
}

const nicknameOf = (text: ArabicText, from: number, to: number, letters = 0): Nickname => {
  const { start, end } = spanOf(text, from, to);
  const first = text.words[from];
  const folded = text.words
    .slice(from, to + 1)
    .map((word) => word.folded)
    .join(' ');
  return first === undefined || letters === 0
    ? { start: first?.start ?? start, end, folded }
    : { start: first.start + letters, end, folded: folded.slice(letters) };
};

/** (حميدان), (أبو عمار): a kunya or one word that nobody knows, and nothing else. */
function bracketed(text: ArabicText, i: number): Nickname | null {
  const first = text.words[i];
  if (first === undefined || text.text.charAt(first.start - 1) !== '(') return null;
  const kunya = KUNYA.test(first.folded) && joined(text, i + 1);
  const last = kunya ? i + 1 : i;
  if (text.text.charAt(text.words[last]?.end ?? 0) !== ')') return null;
  const word = lexAt(text, i);
  const given = has(word, Given) && !has(word, NO_NAME);
  const name = (isUnknown(text, i) || given) && !has(word, Definite) && first.folded.length > 3;
  return kunya || name ? nicknameOf(text, i, last) : null;
}

/** «حميدان», "أبو عمار" */
function enclosed(text: ArabicText, i: number): Nickname | null {
  const first = text.words[i];
  if (first?.kind !== 'arabic' || (first.gap !== Gap.Quote && first.gap !== Gap.Paren)) return null;
  for (let k = i; k < i + LONGEST_NICKNAME && (k === i || joined(text, k)); k++)
    if (/["”»)]/.test(text.text.charAt(text.words[k]?.end ?? 0))) return nicknameOf(text, i, k);
  return null;
}

/** A kunya, or one word that is nothing else; `letters` of the first word stand before it. */
function oneName(text: ArabicText, i: number, letters = 0): Nickname | null {
  const first = text.words[i];
  if (first?.kind !== 'arabic' || !joined(text, i)) return null;
  if (KUNYA.test(first.folded.slice(letters)) && joined(text, i + 1)) return nicknameOf(text, i, i + 1, letters);
  const word = lexAt(text, i);
  const known = has(word, NO_NAME | Definite) || first.folded.length - letters < 4;
  return known || word.clitic > letters ? null : nicknameOf(text, i, i, letters);
}
