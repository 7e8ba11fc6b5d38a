import { isStopWord } from '../text/stop-words.js';
import type { CountryCode } from './countries.js';
import type { Party } from './parties.js';
import { partyWordsAt } from './party-words.js';
import type { Sentence, Word } from './reading.js';

/** Words of a sentence, `to` exclusive. */
interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** Words for any body, which are no part of its name. */
const ANY_BODY = /^(?:organi[sz]ation|body|institution|charity|agency|company|group|lender)$/;
export const isAnyBody = (word: string): boolean => ANY_BODY.test(word);
/** Words by which a body of that name is called in short. */
const CALLED = /^(?:government|ministry|bank|fund|university|society|authority|foundation|commission|council|institute|academy|corporation|union|federation|organi[sz]ation|charity|agency|company|group|body|institution|lender)$/; // prettier-ignore
/** What makes a government one of several: "the provincial government". */
const OF_REGION =
  /^(?:provincial|regional|local|state|county|city|district|municipal|federal|island|territorial|central|transitional|interim|caretaker|provisional|military|ruling|sovereign|autonomous)$/;

/** Bodies in small letters: "the ministry", "the organisation", which the document names elsewhere, and "the provincial government". */
export function unnamedBodies({ words }: Sentence): Party[] {
  const found: Party[] = [];
  for (let i = 1; i < words.length; i++) {
    const group = groupAt(words, i);
    if (group) {
      found.push(group);
      i = group.to - 1;
      continue;
    }
    if (words[i - 1]!.folded !== 'the') continue;
    const { folded, capital, gap } = words[i]!;
    const isGovernment = folded === 'government' && words[i]!.raw !== 'GOVERNMENT';
    if ((capital && !isGovernment) || gap !== '') continue;
    const after = words[i + 1];
    // "the transitional sovereign council"
    const more = OF_REGION.test(folded) && after?.gap === '' && OF_REGION.test(after.folded) ? 1 : 0;
    const noun = words[i + 1 + more];
    const region = OF_REGION.test(folded) && noun?.gap === '' && /^(?:government|council|administration|authority|authorities)$/.test(noun.folded); // prettier-ignore
    const to = region ? i + 2 + more : i + 1;
    // "the bank loan", "the ministry of health", "the group stage": part of something else; "the ministry in Doha" is not.
    const next = words[to];
    const goesOn = next !== undefined && next.gap === '' && !ENDS_BODY.test(next.folded);
    if (!region && (!CALLED.test(folded) || goesOn)) continue;
    found.push({
      kind: region ? 'organisation' : 'short',
      from: i,
      to,
      countries: [],
      heads: [],
      start: words[i]!.start,
      end: words[to - 1]!.end,
      words: words.slice(i, to).map((word) => word.folded),
    });
    i = to - 1;
  }
  return found;
}

/** Groups in small letters that conclude something with somebody: "a deal with separatist rebels". */
const GROUPS =
  /^(?:rebels|insurgents|separatists|militants|unions|donors|lenders|creditors|bondholders|factions|strikers|guerrillas|firms|companies|opposition|militias|clans|tribes|municipalities|banks|shareholders|investors)$/;
/** So many adjectives may stand before them. */
const MOST_ADJECTIVES = 2;

/** The group that a list after "with", "between" or "and" names at word `i`; null where none stands there. */
function groupAt(words: readonly Word[], i: number): Party | null {
  if (!/^(?:with|between|and)$/.test(words[i - 1]?.folded ?? '')) return null;
  let to = words[i]?.folded === 'the' ? i + 1 : i;
  const from = to;
  while (to < words.length && to - from <= MOST_ADJECTIVES && words[to]!.gap === '' && !isStopWord(words[to]!.folded)) {
    if (words[to]!.capital) return null;
    if (GROUPS.test(words[to]!.folded)) {
      const { start } = words[from]!;
      const { end } = words[to]!;
      const names = words.slice(from, to + 1).map(({ folded }) => folded);
      return { kind: 'organisation', from, to: to + 1, countries: [], heads: [], start, end, words: names };
    }
    to++;
  }
  return null;
}

/** What may stand behind a body that is called in short. */
const ENDS_BODY =
  /^(?:and|or|to|on|in|at|for|with|by|under|over|last|this|which|that|who|has|have|had|is|was|were|will|would|also|then|today|yesterday|recently|already|signed|signs|sign|inked|concluded|entered|reached|plans|hopes|expects|agreed|renewed|extended|as|when|during|before|after|from|covering|worth|aimed|providing)$/;

/** "the two Red Crescent societies", "both ministries": two bodies named before, by what they are. */
export function bothBodies(words: readonly Word[]): Stretch | null {
  for (let from = 0; from < words.length; from++) {
    const { folded } = words[from]!;
    if (folded !== 'two' && folded !== 'both') continue;
    for (let to = from + 2; to <= Math.min(words.length, from + 5); to++) {
      if (words[to - 1]!.gap !== '') break;
      if (BODIES.test(words[to - 1]!.folded)) return { from, to };
    }
  }
  return null;
}
const BODIES = /^(?:societies|ministries|banks|universities|agencies|authorities|councils|companies|charities|institutions|organi[sz]ations|bodies|foundations|academies|federations|unions|groups|movements|factions|armies)$/; // prettier-ignore

/** The countries of "his Kazakh counterpart". */
export function counterpartCountries(words: readonly Word[]): readonly CountryCode[] {
  const at = words.findIndex(({ folded }) => folded === 'counterpart' || folded === 'counterparts');
  if (at < 1) return [];
  return partyWordsAt(words, at - 1).flatMap(({ value }) => (value.type === 'nationality' ? [value.code] : []));
}

/** The states or nationalities joined by a hyphen between words `from` and `to`: "the Qatar-Chad Economic Partnership Agreement". */
export function hyphenatedPair({ words }: Sentence, from: number, to: number): Party[] {
  for (let i = from; i + 1 < to; i++) {
    const first = stateAt(words, i);
    const second = first && words[first.to]?.gap === '-' && first.to < to ? stateAt(words, first.to) : null;
    if (first && second) return [first, second];
  }
  return [];
}

/** The state, or the nationality of one, at word `i`. */
function stateAt(words: readonly Word[], i: number): Party | null {
  const found = partyWordsAt(words, i).find(({ value }) => value.type === 'country' || value.type === 'nationality');
  if (!found || !words[i]!.capital || (found.value.type !== 'country' && found.value.type !== 'nationality'))
    return null;
  const { value, to } = found;
  const names = words.slice(i, to).map(({ folded }) => folded);
  return { kind: value.type, from: i, to, countries: [value.code], heads: [], start: words[i]!.start, end: words[to - 1]!.end, words: names }; // prettier-ignore
}
