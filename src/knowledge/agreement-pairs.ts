import { type Span } from '../text/span.js';
import { markerAt } from './agreement-phrases.js';
import { afterDateline, meansBefore } from './arabic-agreements.js';
import type { Tags } from './agreement-words.js';
import { type Party } from './parties.js';
import type { Sentence, Word } from './reading.js';
import { withoutCities, distinct, partiesOf, zoneAfter, clauseStart } from './agreement-zones.js';

/** The only two states or bodies that a sentence names, however they stand in it; null where there are more or fewer. */
export function onlyTwo(all: readonly Party[], persons: readonly Span[]): Party[] | null {
  const known = distinct(
    all.filter(({ kind }) => kind === 'country' || kind === 'organisation'),
    persons,
  );
  return known.length === 2 ? known : null;
}

/** The word after a party and the other name that stands in brackets after it. */
const bracketsEnd = (words: readonly Word[], { to, also }: Party): number =>
  also && words[to]?.gap.endsWith('(') === true ? to + also.length : to;

const isNamed = ({ kind }: Party): boolean => kind === 'country' || kind === 'organisation';

/** Two or more parties that a sentence names together, so that "both sides" may later mean them; null for none. */
export function pairIn(
  sentence: Sentence,
  tags: Tags,
  all: readonly Party[],
  persons: readonly Span[],
): Party[] | null {
  const { words } = sentence;
  const dateline = sentence.language === 'ar' ? afterDateline(sentence) : 0;
  const known = all.filter(({ kind, from }) => kind !== 'name' && kind !== 'short' && from >= dateline);
  if (known.length === 0 || all.length < 2) return null;
  // "بين الوزارة والهلال الأحمر التركي": one of the two may be called in short.
  const named =
    sentence.language === 'ar' ? all.filter(({ kind, from }) => kind !== 'name' && from >= dateline) : known;
  for (let i = 0; i < words.length; i++) {
    const between = markerAt(tags, i, 'between');
    if (between !== null) {
      const before = meansBefore(words, i)
        ? withoutCities(named)
            .filter(({ to }) => to <= i - 1)
            .slice(-1)
        : [];
      const after = partiesOf(sentence, tags, named, zoneAfter(sentence, tags, between, named));
      const parties = distinct([...before, ...after], persons);
      if (parties.length >= 2) return parties;
    }
    const together = markerAt(tags, i, 'with');
    if (together === null) continue;
    const clause = clauseStart(sentence, i);
    const near = known.filter(({ from, to }) => from >= clause && to <= i && i - to < 30);
    const bodies = near.filter(({ kind }) => kind !== 'city');
    const before = bodies.length > 0 ? bodies : near;
    const after = partiesOf(sentence, tags, known, zoneAfter(sentence, tags, together, known));
    const pair = distinct([...before.slice(0, 1), ...after], persons);
    if (pair.length >= 2 && after.length > 0 && before.length > 0) return pair;
  }
  for (const [n, first] of known.entries()) {
    const second = known[n + 1];
    if (second === undefined || (sentence.language === 'ar' && n > 0)) break;
    // "ABU DHABI – The Red Crescent (ERC) and the society": a dateline and brackets may stand before and between.
    const to = bracketsEnd(words, first);
    // "China, Peru sign letter of intent"
    const listed = sentence.kind !== 'body' && n === 0 && isNamed(first) && isNamed(second) && first.from === 0 && second.from === to && words[to]!.gap === ','; // prettier-ignore
    if (!listed && (second.from - to > 2 || !/^(?:و|and)/.test(words[to]?.folded ?? ''))) continue;
    const pair = distinct([first, second], persons);
    if (pair.length === 2 && (n === 0 || pair.every(({ kind }) => kind !== 'city'))) return pair;
  }
  return null;
}
