import type { Library } from '../answers/library.js';
import type { Citation } from '../answers/reply.js';
import type { Knowledge } from '../knowledge/knowledge.js';

interface Mention {
  readonly start: number;
  readonly end: number;
  readonly name: string;
}

/** Mentions by document id; made once per library, which never changes. */
const known = new WeakMap<Library, ReadonlyMap<string, readonly Mention[]>>();

function mentionsOf(library: Library): ReadonlyMap<string, readonly Mention[]> {
  let byDocument = known.get(library);
  if (!byDocument) {
    const collected = new Map<string, Mention[]>();
    for (const { name, mentions } of (library as Library & { knowledge?: Knowledge }).knowledge?.people ?? []) {
      for (const { document, start, end } of mentions) {
        const id = library.corpus.documents[document]?.id;
        if (id === undefined) continue;
        const list = collected.get(id);
        if (list) list.push({ start, end, name });
        else collected.set(id, [{ start, end, name }]);
      }
    }
    for (const list of collected.values()) list.sort((a, b) => a.start - b.start);
    known.set(library, (byDocument = collected));
  }
  return byDocument;
}

/** The people whom the cited words name, in the order of the text, nobody twice. */
export function peopleNamed(
  library: Library,
  citations: readonly Pick<Citation, 'document' | 'start' | 'end'>[],
): readonly string[] {
  const names = new Set<string>();
  for (const { document, start, end } of citations)
    for (const mention of mentionsOf(library).get(document) ?? [])
      if (mention.start >= start && mention.end <= end) names.add(mention.name);
  return [...names];
}
