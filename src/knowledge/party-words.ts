import { COUNTRY_NAMES, NATIONALITIES, type CountryCode } from './countries.js';
import { alternatives } from './phrases.js';
import { listMatcher, type RowsOf } from './list-matcher.js';

/** What a word or term can be to a name of a state, institution or group. */
export type PartyWord =
  | { readonly type: 'country'; readonly code: CountryCode }
  | { readonly type: 'nationality'; readonly code: CountryCode }
  | { readonly type: 'city'; readonly city: string }
  | { readonly type: 'name' }
  | { readonly type: 'head'; readonly head: string }
  | { readonly type: 'government' | 'title' | 'honorific' | 'cut' | 'body' };

/** Countries whose name is also an everyday word or a given name: not taken for a country when it stands alone. */
const EVERYDAY = new Set(['مالي', 'قمر', 'شيلي', 'توغو', 'chad', 'jordan', 'us', 'قطر الندي']);

const OTHERS = ['government', 'title', 'honorific', 'cut', 'body'] as const;

function* entries(rowsOf: RowsOf): Iterable<readonly [string, PartyWord]> {
  for (const [name, code] of COUNTRY_NAMES)
    if (!EVERYDAY.has(name) || /^[a-z]/.test(name)) yield [name, { type: 'country', code }];
  for (const [name, code] of NATIONALITIES) yield [name, { type: 'nationality', code }];
  for (const { cells } of rowsOf('cities')) {
    const [english, arabic] = cells as [string, string];
    const names = [...alternatives(english), ...alternatives(arabic)];
    for (const name of names) yield [name, { type: 'city', city: names[0]! }];
  }
  for (const { cells, line } of rowsOf('party-words')) {
    const [type, value, words] = cells as [string, string, string];
    for (const word of alternatives(words)) {
      if (type === 'name') yield [word, { type }];
      else if (type === 'head') yield [word, { type, head: value }];
      else {
        const other = OTHERS.find((each) => each === type);
        if (other === undefined) throw new Error(`party-words.tsv, line ${line}: no class "${type}"`);
        yield [word, { type: other }];
      }
    }
  }
}

const matcher = listMatcher<PartyWord>(entries);

/** What begins at a word, longest first (src/knowledge/phrases.ts), and the longest of one class. */
export const { at: partyWordsAt, find: partyWordAt } = matcher;
