import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { commands } from '../../commands/index.js';
import { dispatch } from '../../commands/dispatch.js';
import { citeEvidence } from '../../src/answers/evidence.js';
import type { Library } from '../../src/answers/library.js';
import { openLibrary } from '../../src/answers/open-library.js';
import { quotable } from '../../src/corpus/document.js';
import { projectFile } from '../../src/text/project.js';
import { contains } from '../../src/text/span.js';
import { temporaryFolder } from '../temporary.js';

/** The whole takes a few seconds; anything quadratic in the paragraph takes minutes. */
const LINEAR_MS = 30_000;

test.each([
  ['English', 'Minister John Smith said that Ali Hassan signed an agreement. ', 'Who signed an agreement?'],
  ['Arabic', 'وقع وزير الخارجية محمد بن علي مذكرة تفاهم مع تركيا. ', 'من وقع مذكرة التفاهم مع تركيا؟'],
])(
  'every command answers from one %s paragraph of thousands of sentences, verbatim',
  async (_name, sentence, question) => {
    const library = await openLibrary(temporaryFolder({ 'a.txt': sentence.repeat(3000) }));
    const text = library.corpus.documents[0]!.text;
    for (const { name, options } of commands) {
      const given = { ...('question' in options && { question }), ...('limit' in options && { limit: 1000 }) };
      const reply = dispatch({ command: name, options: given }, library, { language: 'en' });
      expect(reply.status).not.toBe('error');
      for (const { start, end, text: quoted } of reply.citations) expect(quoted).toBe(text.slice(start, end));
    }
  },
  LINEAR_MS,
);

describe('citeEvidence', () => {
  let library: Library;
  beforeAll(async () => {
    library = await openLibrary(projectFile('seeds'));
  });

  test('any evidence: whole paragraphs or less, none inside another, each piece inside its citation, in order', () => {
    const paragraphs = library.corpus.documents.flatMap(({ paragraphs: all }, document) =>
      all.filter(quotable).map((paragraph) => ({ document, paragraph })),
    );
    const piece = fc
      .record({
        at: fc.nat(2),
        from: fc.double({ min: 0, max: 1, noNaN: true }),
        length: fc.integer({ min: 1, max: 300 }),
      })
      .map(({ at, from, length }) => {
        const { document, paragraph } = paragraphs[(at * 17) % paragraphs.length]!;
        const start = paragraph.start + Math.floor(from * (paragraph.text.length - 1));
        return { document, paragraph: paragraph.number, start, end: Math.min(paragraph.end, start + length) };
      })
      // knowledge begins and ends with a word, never between two sentences
      .filter(({ document, start, end }) =>
        /^\S[^]*\S$/u.test(library.corpus.documents[document]!.text.slice(start, end)),
      );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (evidence) => {
        const { citations, indexOf, indexesOf } = citeEvidence(library, evidence, evidence);
        for (const each of evidence) {
          const holder = citations[indexOf(each)]!;
          expect(contains(holder, each)).toBe(true);
          expect([holder.document, holder.paragraph]).toEqual([
            library.corpus.documents[each.document]!.id,
            each.paragraph,
          ]);
          expect(holder.highlights.some(([start, end]) => contains({ start, end }, each))).toBe(true);
        }
        expect(indexesOf(evidence)).toEqual([...new Set(evidence.map(indexOf))]);
        expect([...indexesOf(evidence)].sort((a, b) => a - b)).toEqual(citations.map((_, i) => i));
        for (const [i, one] of citations.entries())
          for (const [j, other] of citations.entries())
            expect(i !== j && one.document === other.document && contains(one, other)).toBe(false);
      }),
      { numRuns: 300 },
    );
  });
});
