import type { Span } from '../text/span.js';
import { fullNameCost, namePartsOf, wordCost } from '../text/name-cost.js';
import { countParts, type Mention } from './mention.js';

/** One person as one document knows them, in one script. */
export interface DocumentPerson {
  readonly document: number;
  readonly language: 'ar' | 'en';
  readonly mentions: Mention[];
  /** The folded parts of the fullest name met, links dropped; one part where no full name stands in the document. */
  full: readonly string[];
}

/** Two spellings of one script in one document are one person's only if they hardly differ. */
const SAME_SPELLING = 0.1;

const lastOf = (parts: readonly string[]): string => parts.at(-1) ?? '';

/** Without the article, so that الحمادي and حمادي (in للحمادي) meet. */
export const surnameKey = (part: string): string => (part.startsWith('ال') && part.length > 4 ? part.slice(2) : part);

/** The same of two family names. */
const SAME_FAMILY = 0.06;

/** Groups the mentions of one document in one script by person; a name of one part joins whom it can only mean. */
export function groupMentions(mentions: readonly Mention[]): DocumentPerson[] {
  const people: DocumentPerson[] = [];
  const exact = new Map<string, DocumentPerson>();
  const full = mentions.filter(({ parts }) => countParts(parts) > 1);
  for (const mention of [...full].sort((a, b) => b.parts.length - a.parts.length || a.start - b.start)) {
    const parts = namePartsOf(mention.parts);
    const key = `${mention.language} ${parts.join(' ')}`;
    const known =
      exact.get(key) ??
      people.find(
        (person) =>
          person.language === mention.language && isPerson(parts, person.full) && !isFather(parts, person.mentions),
      );
    if (known) known.mentions.push(mention);
    const person = known ?? {
      document: mention.document,
      language: mention.language,
      mentions: [mention],
      full: parts,
    };
    if (!known) people.push(person);
    exact.set(key, person);
  }
  const single = mentions.filter(({ parts }) => countParts(parts) === 1);
  for (const mention of single.sort((a, b) => a.start - b.start)) {
    const parts = namePartsOf(mention.parts);
    const known = personMeant(people, mention.language, lastOf(parts), mention.start, mention.honorifics.length > 0);
    if (known) known.mentions.push(mention);
    else people.push({ document: mention.document, language: mention.language, mentions: [mention], full: parts });
  }
  return people;
}

/** Whether a full name is that of a person whose fuller name is known: nearly equal, or its beginning or end. */
function isPerson(parts: readonly string[], full: readonly string[]): boolean {
  if (parts.length < full.length) {
    if (parts.every((part, i) => part === full[i])) return true;
    if (parts.every((part, i) => part === full[full.length - parts.length + i])) return true;
  }
  return near(parts, full) && fullNameCost(parts, full, SAME_SPELLING) <= SAME_SPELLING;
}

const FILIATION = new Set(['بن', 'ابن', 'بنت', 'ولد', 'bin', 'ben', 'ibn', 'bint', 'ould', 'b']);

/** Whether a name is what stands after the first بن of a fuller one: سلمان بن عبدالعزيز is no محمد بن سلمان بن عبدالعزيز. */
function isFather(parts: readonly string[], [fullest]: readonly Mention[]): boolean {
  const written = fullest?.parts ?? [];
  for (let i = written.length - 1; i > 0; i--) {
    const rest = namePartsOf(written.slice(i));
    if (rest.length > parts.length) return false;
    if (rest.length === parts.length && FILIATION.has(written[i - 1] ?? ''))
      return rest.every((part, n) => part === parts[n]);
  }
  return false;
}

/** A cheap test before the costs: the first letters of the last parts agree, the article aside. */
const near = (a: readonly string[], b: readonly string[]): boolean =>
  surnameKey(lastOf(a)).charAt(0) === surnameKey(lastOf(b)).charAt(0);

/**
 * Whom a single name at `offset` means: the one with that family name, the last named before it where there are
 * several; by the given name only after a form of address (الشيخ محمد). Undefined where nobody has it.
 */
export function personMeant(
  people: readonly DocumentPerson[],
  language: 'ar' | 'en',
  name: string,
  offset: number,
  addressed: boolean,
): DocumentPerson | undefined {
  const key = surnameKey(name);
  const same = people.filter(
    (person) =>
      person.language === language &&
      (surnameKey(lastOf(person.full)) === key ||
        (key.length > 3 &&
          lastOf(person.full).charAt(0) === name.charAt(0) &&
          wordCost(lastOf(person.full), name, SAME_FAMILY) <= SAME_FAMILY)),
  );
  const found =
    same.length > 0 ? same : addressed ? people.filter((p) => p.language === language && p.full[0] === name) : [];
  if (found.length === 0)
    return people.find((p) => p.language === language && p.mentions.some(({ nickname }) => nickname === name));
  if (found.length < 2) return found[0];
  return latestBefore(found, offset);
}

function latestBefore(people: readonly DocumentPerson[], offset: number): DocumentPerson | undefined {
  let [best, at] = [people[0], -1];
  for (const person of people) {
    for (const { start } of person.mentions) if (start < offset && start > at) [best, at] = [person, start];
  }
  return best;
}

export const overlapsAny = (span: Span, spans: readonly Span[]): boolean =>
  spans.some(({ start, end }) => span.start < end && start < span.end);
