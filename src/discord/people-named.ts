import type { Library } from '../answers/library.js';
import type { Citation, PersonEntry, Reply } from '../answers/reply.js';

interface Mention {
  readonly start: number;
  readonly end: number;
  /** Index into the people of the library. */
  readonly person: number;
}

/** Mentions by document id; made once per library, which never changes. */
const known = new WeakMap<Library, ReadonlyMap<string, readonly Mention[]>>();

function mentionsOf(library: Library): ReadonlyMap<string, readonly Mention[]> {
  let byDocument = known.get(library);
  if (!byDocument) {
    const collected = new Map<string, Mention[]>();
    for (const [person, { mentions }] of library.knowledge.people.entries()) {
      for (const { document, start, end } of mentions) {
        const id = library.corpus.documents[document]?.id;
        if (id === undefined) continue;
        const list = collected.get(id);
        if (list) list.push({ start, end, person });
        else collected.set(id, [{ start, end, person }]);
      }
    }
    for (const list of collected.values()) list.sort((a, b) => a.start - b.start);
    known.set(library, (byDocument = collected));
  }
  return byDocument;
}

/** The people whom the cited words name, in the order of the text, nobody twice: indexes into the library's people. */
export function peopleNamed(
  library: Library,
  citations: readonly Pick<Citation, 'document' | 'start' | 'end'>[],
): readonly number[] {
  const people = new Set<number>();
  for (const { document, start, end } of citations)
    for (const mention of mentionsOf(library).get(document) ?? [])
      if (mention.start >= start && mention.end <= end) people.add(mention.person);
  return [...people];
}

/** The person whose entry in a reply this is: of the name, and named where the entry cites. Undefined where nobody is. */
export function personOf({ name, citations }: PersonEntry, reply: Reply, library: Library): number | undefined {
  const [first] = citations;
  const cited = first === undefined ? undefined : reply.citations[first];
  return (
    cited && peopleNamed(library, [cited]).find((person) => library.knowledge.people[person]?.names.includes(name))
  );
}
