import { fold } from '../text/fold.js';
import { fullNameCost, wordCost } from '../text/name-cost.js';
import { consonantKey, SAME_NAME, SAME_SURNAME } from '../text/transliteration.js';
import type { DocumentPerson } from './document-people.js';
import { surnameKey } from './document-people.js';

/** People of several documents and scripts that are one; `supported` where only an equal office joined a lone surname. */
export interface MergedPerson {
  readonly members: readonly DocumentPerson[];
  readonly supported: boolean;
}

/** Two spellings of one script in two documents. */
const SAME_SCRIPT = 0.12;

interface Edge {
  readonly a: number;
  readonly b: number;
  readonly cost: number;
  readonly supported: boolean;
}

/**
 * Joins the people of all documents: full names whose letters agree, the surest first, never two people of one document
 * and script; a short full name that fits two different longer ones joins neither. A lone surname joins only where the
 * office or the organisation agrees.
 */
export function mergePeople(people: readonly DocumentPerson[], textOf: (document: number) => string): MergedPerson[] {
  const edges = fullNameEdges(people);
  edges.push(...surnameEdges(people, textOf));
  edges.sort((x, y) => x.cost - y.cost || x.a - y.a || x.b - y.b);
  const groups = new Map<number, Set<number>>(people.map((_, i) => [i, new Set([i])]));
  const supported = new Set<Set<number>>();
  const key = (i: number): string => `${people[i]?.document ?? 0} ${people[i]?.language ?? ''}`;
  for (const edge of edges) {
    const [x, y] = [groups.get(edge.a), groups.get(edge.b)];
    if (x === undefined || y === undefined || x === y) continue;
    const keys = new Set([...x].map(key));
    if ([...y].some((i) => keys.has(key(i)))) continue;
    if (!compatible(people, x, y)) continue;
    for (const i of y) {
      x.add(i);
      groups.set(i, x);
    }
    if (edge.supported || supported.has(y)) supported.add(x);
  }
  return [...new Set(groups.values())].map((group) => ({
    members: [...group].sort((i, j) => i - j).map((i) => people[i] as DocumentPerson),
    supported: supported.has(group),
  }));
}

const bound = (a: DocumentPerson, b: DocumentPerson): number => (a.language === b.language ? SAME_SCRIPT : SAME_NAME);

/** No two full names of the joined group may contradict each other: Ali bin Hassan and Ali bin Salem Al Hammadi. */
function compatible(people: readonly DocumentPerson[], x: ReadonlySet<number>, y: ReadonlySet<number>): boolean {
  for (const i of x) {
    for (const j of y) {
      const [a, b] = [people[i] as DocumentPerson, people[j] as DocumentPerson];
      if (a.full.length > 1 && b.full.length > 1 && costOf(a, b) === Infinity) return false;
    }
  }
  return true;
}

/** Full names by what two names of one person share: the sounds of the first letter and of the last part. */
function bucketsOf(people: readonly DocumentPerson[]): Map<string, number[]> {
  const buckets = new Map<string, number[]>();
  people.forEach(({ full }, i) => {
    if (full.length < 2) return;
    const key = `${consonantKey(full[0] ?? '').charAt(0)} ${consonantKey(full.at(-1) ?? '')}`;
    const bucket = buckets.get(key);
    if (bucket) bucket.push(i);
    else buckets.set(key, [i]);
  });
  return buckets;
}

/** The cost of two full names, Infinity where they are not near enough for one person. */
function costOf(a: DocumentPerson, b: DocumentPerson): number {
  const most = bound(a, b);
  const cost = fullNameCost(a.full, b.full, most);
  return cost <= most ? cost : Infinity;
}

function fullNameEdges(people: readonly DocumentPerson[]): Edge[] {
  const edges: Edge[] = [];
  for (const bucket of bucketsOf(people).values()) {
    /** Names of another length that may be those of the n-th person, each looked for once. */
    const others = new Map<number, readonly DocumentPerson[]>();
    const otherLengths = (i: number): readonly DocumentPerson[] => {
      let found = others.get(i);
      if (found === undefined) {
        const person = people[i] as DocumentPerson;
        found = bucket
          .map((j) => people[j] as DocumentPerson)
          .filter((other) => other.full.length !== person.full.length && costOf(person, other) < Infinity);
        others.set(i, found);
      }
      return found;
    };
    for (let n = 0; n < bucket.length; n++) {
      for (let m = n + 1; m < bucket.length; m++) {
        const [i, j] = [bucket[n] as number, bucket[m] as number];
        const [a, b] = [people[i] as DocumentPerson, people[j] as DocumentPerson];
        // these are never joined, and a document may be a list of thousands of names
        if (a.document === b.document && a.language === b.language) continue;
        const cost = costOf(a, b);
        if (cost === Infinity) continue;
        const [same, shortIsA] = [a.full.length === b.full.length, a.full.length < b.full.length];
        if (!same && isAmbiguous(shortIsA ? b : a, otherLengths(shortIsA ? i : j))) continue;
        edges.push({ a: i, b: j, cost: cost + (same ? 0 : 0.3), supported: false });
      }
    }
  }
  return edges;
}

/** Whether a shorter name that fits `long` fits another longer one too (`others`) that contradicts it. */
const isAmbiguous = (long: DocumentPerson, others: readonly DocumentPerson[]): boolean =>
  others.some((third) => third !== long && third.full.length > 2 && costOf(third, long) === Infinity);

/** The offices and organisations of a person, folded, by which a lone surname may be known. */
function officesOf(person: DocumentPerson, textOf: (document: number) => string): Set<string> {
  const offices = new Set<string>();
  const text = textOf(person.document);
  for (const { roles } of person.mentions) {
    for (const { start, end, organisation } of roles) {
      offices.add(fold(text.slice(start, end)).replace(/^ال/, ''));
      if (organisation) offices.add(fold(text.slice(organisation.start, organisation.end)));
    }
  }
  return offices;
}

function surnameEdges(people: readonly DocumentPerson[], textOf: (document: number) => string): Edge[] {
  const edges: Edge[] = [];
  const byKey = new Map<string, number[]>();
  people.forEach(({ full }, i) => {
    const key = consonantKey(full.at(-1) ?? '');
    byKey.set(key, [...(byKey.get(key) ?? []), i]);
  });
  people.forEach((lone, i) => {
    if (lone.full.length !== 1) return;
    const name = surnameKey(lone.full[0] ?? '');
    const offices = officesOf(lone, textOf);
    for (const j of byKey.get(consonantKey(lone.full[0] ?? '')) ?? []) {
      const other = people[j] as DocumentPerson;
      if (j === i || other.document === lone.document || other.language !== lone.language) continue;
      const same = wordCost(name, surnameKey(other.full.at(-1) ?? '')) <= SAME_SURNAME;
      const agree = [...officesOf(other, textOf)].some((office) => office.length > 4 && offices.has(office));
      if (same && agree) edges.push({ a: i, b: j, cost: 0.6, supported: true });
    }
  });
  return edges;
}
