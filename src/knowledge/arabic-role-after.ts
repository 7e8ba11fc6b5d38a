import { Arabic, NAME, NO_NAME, VERB } from './arabic-words.js';
import { isPluralOfPeople, isUnknown, joined, lexAt, type ArabicText } from './arabic-text.js';
import {
  endsComplement,
  IN_THE_NAME_OF,
  isDoubleSeat,
  isEnclosed,
  isOfAffairs,
  isTeam,
  nameStartsAt,
  MAX_COMPLEMENT,
  servesAnother,
  WITHIN_OFFICE,
} from './arabic-name-start.js';
import { roleSpan } from './arabic-offices.js';
import { honorificAt, type Honorifics } from './honorifics.js';
import type { RoleSpan } from './mention.js';
import { Gap } from './words.js';

const { Given, Role, Definite, Function, Nationality, Common, Office, Site, Body, Place, Thing } = Arabic;
const has = (flags: number, wanted: number): boolean => (flags & wanted) !== 0;

const AND_IS = new Set(['وهو', 'وهي']);

/** … في حالات الطوارئ, … في مجال الصحة */
const MATTERS = /^(?:حاله|حالات|مجال|مجالات)$/;
/** What bodies are there for: مكتب الأمم المتحدة *لتنسيق* الشؤون الإنسانية. */
const PURPOSES =
  /^(?:تنسيق|اغاثه|غوث|تشغيل|رعايه|حمايه|مكافحه|تنميه|دعم|تخطيط|تطوير|شوون|جمعيات|منظمات|هييات|نقابات|شركات)$/;

/** Whether the word at `j` tells what the body inside the office that begins at `i` is there for. */
function isPurpose(text: ArabicText, i: number, j: number): boolean {
  if (!/^ل/.test(text.words[j]?.folded ?? '') || !PURPOSES.test(lexAt(text, j).base)) return false;
  if (!has(lexAt(text, j + 1).flags, Definite) || !joined(text, j + 1)) return false;
  for (let k = i; k < j; k++) if (has(lexAt(text, k).flags, Body) || lexAt(text, k).base === 'مكتب') return true;
  return false;
}

/** … رئيس الهيئة الأردنية *المشروع*, … الأحمر *بالمتطوعين*: a thing behind an adjective, people behind "by": the sentence goes on. */
function isObject(text: ArabicText, j: number): boolean {
  const [before, here] = [lexAt(text, j - 1), lexAt(text, j)];
  if (here.clitic > 0) return isPluralOfPeople(text, j) && /^ب/.test(text.words[j]?.folded ?? '');
  const adjective = has(before.flags, Nationality) || (has(before.flags, Common) && !has(before.flags, Thing | Office));
  const thing = has(here.flags, Thing) && !has(here.flags, Office | Role | Body | Nationality);
  return has(before.flags & here.flags, Definite) && adjective && thing;
}

/**
 * An office told after a name that ends before word `i` (…، الأمين العام للهلال الأحمر القطري، …): null where there is
 * none, or where it belongs to the name that follows it. `next` is the index after its last word.
 */
export function readRoleAfter(
  text: ArabicText,
  i: number,
  honorifics: Honorifics,
): { role: RoleSpan; next: number } | null {
  const first = text.words[i];
  const { flags, clitic } = lexAt(text, i);
  if (first === undefined || first.gap >= Gap.Dash) return null;
  // فلانة، وهي قيادية في حركة …
  if (AND_IS.has(first.folded))
    return first.gap === Gap.Comma && joined(text, i + 1) && has(lexAt(text, i + 1).flags, Role)
      ? readRoleAfter(text, i + 1, honorifics)
      : null;
  if (clitic > 0) return null;
  // العاملة في عيادة …: what somebody is called, told more closely
  const called = first.gap === Gap.Comma && honorificAt(text, i, honorifics)?.kind === 'calling';
  if (!has(flags, Role) && !(called && has(lexAt(text, i + 1).flags, Function))) return null;
  if (first.gap < Gap.Comma && !has(flags, Definite) && !joined(text, i)) return null;
  return readOffice(text, i, honorifics);
}

/** The office whose head is word `i`, with its complement; null where it belongs to the name that follows it. */
export function readOffice(
  text: ArabicText,
  i: number,
  honorifics: Honorifics,
): { role: RoleSpan; next: number } | null {
  const { flags } = lexAt(text, i);
  let end = i;
  let [quoted, inner] = [0, -1];
  for (let j = i + 1; j < text.words.length && j - i < MAX_COMPLEMENT; j++) {
    const word = text.words[j];
    if (word === undefined || (word.gap >= Gap.Comma && !isDoubleSeat(text, j))) break;
    if (word.kind !== 'arabic') break;
    const found = lexAt(text, j);
    if (word.gap === Gap.Quote || word.gap === Gap.Paren) quoted++;
    if (quoted > 2) break;
    if (
      honorificAt(text, j, honorifics) !== null &&
      !has(found.flags, Role) &&
      found.clitic === 0 &&
      !isTeam(text, j) &&
      !isOfAffairs(text, j) &&
      !(found.base === 'دوله' && (j === i + 1 || has(lexAt(text, j + 1).flags, Place))) &&
      !has(lexAt(text, j - 1).flags, Site | Body)
    )
      return null;
    if (word.folded === IN_THE_NAME_OF && j === i + 1) continue;
    if (has(found.flags, Function)) {
      const inOffice =
        WITHIN_OFFICE.has(found.base) &&
        !(found.base === 'الي' && has(lexAt(text, j + 1).flags, Thing)) &&
        joined(text, j + 1) &&
        (has(lexAt(text, j + 1).flags, Definite | Place | Body | Office | Site) ||
          MATTERS.test(lexAt(text, j + 1).base));
      if (!inOffice) break;
      end = j;
      continue;
    }
    if (isEnclosed(text, j)) {
      end = j;
      continue;
    }
    if (endsComplement(text, j) || isObject(text, j)) break;
    if (has(found.flags, Role) && servesAnother(text, j)) inner = j;
    if (has(found.flags, VERB) && !has(found.flags, Definite | Office | Common | Place | Nationality | Role)) break;
    const given = has(found.flags, Given) && !has(found.flags, Definite) && found.clitic === 0;
    const complete = has(lexAt(text, j - 1).flags, Definite | Place | Nationality) && joined(text, j);
    const nameLike = given || (complete && !has(found.flags, Definite) && nameStartsAt(text, j, false, false));
    if (nameLike && !has(lexAt(text, j - 1).flags, Site | Body)) {
      // the next person's office: التقى X وزير الخارجية Y; or that which this one serves: X، المتحدث باسم الأمين العام Y
      return inner < 0 ? null : { role: roleSpan(text, i, j - 1), next: inner };
    }
    if (
      !has(found.flags, Definite | NO_NAME | NAME) &&
      !text.knownDefinite(found.base) &&
      !has(lexAt(text, j - 1).flags, Site | Body)
    ) {
      if (isUnknown(text, j) && isUnknown(text, j + 1) && joined(text, j + 1)) return null;
      // والي نزوى، …: a place that nobody knows
      const seat = j === i + 1 && !has(flags, Definite) && isUnknown(text, j) && found.clitic === 0;
      if (seat && (text.words[j + 1]?.gap ?? Gap.Stop) >= Gap.Comma) end = j;
      break;
    }
    if (isPurpose(text, i, j)) {
      end = j;
      continue;
    }
    // "… بسرعة استجابة", "… وأهمية": a clitic before an indefinite noun goes on with the sentence
    if (found.clitic > 0 && !has(found.flags, Definite | Role | Office | Body | Place | Nationality)) break;
    end = j;
  }
  while (end > i && has(lexAt(text, end).flags, Function)) end--;
  return { role: roleSpan(text, i, end), next: end + 1 };
}
