import type { LookUp } from '../knowledge/name-index.js';
import { hasArabic } from '../text/language.js';
import { buildCompletion, complete, type Completion } from './completion.js';
import { entryKey, type KeyedKind } from './entry-key.js';
import type { Library } from './library.js';

/** Characters of what is shown (Discord takes 100). */
const LONGEST = 100;

interface Named {
  readonly name: string;
  readonly names: readonly string[];
  readonly abbreviations?: readonly string[];
}

/** The fullest spelling in the script that is being typed, else the name itself. */
function spelling({ name, names }: Named, typed: string): string {
  const arabic = hasArabic(typed);
  if (typed.trim() === '' || hasArabic(name) === arabic) return name;
  const [first, ...others] = names.filter((each) => hasArabic(each) === arabic);
  if (first === undefined) return name;
  return others.reduce((fullest, other) => (other.length > fullest.length ? other : fullest), first);
}

const completions = new WeakMap<readonly Named[], Completion>();

function completionOf(entries: readonly Named[]): Completion {
  const completion =
    completions.get(entries) ??
    buildCompletion(entries.map(({ names, abbreviations = [] }) => [...names, ...abbreviations]));
  completions.set(entries, completion);
  return completion;
}

/**
 * Proposals for a name that is being typed, in either script: whole names, then beginnings, then other spellings, else
 * what comes nearest; the first of the list where nothing is typed. Values are keys: two of one name stay two.
 */
export const suggestNames = (
  library: Library,
  kind: KeyedKind,
  entries: readonly Named[],
  typed: string,
  find: (typed: string) => LookUp,
): { name: string; value: string }[] =>
  complete(completionOf(entries), typed, find).flatMap((entry) => {
    const of = entries[entry];
    if (!of) return [];
    const name = spelling(of, typed).slice(0, LONGEST);
    return [{ name, value: entryKey(library, kind, entry, hasArabic(name) ? 'ar' : 'en') }];
  });
