import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { dispatch } from '../../commands/dispatch.js';
import { cite } from '../../src/answers/citation.js';
import { reasonLine } from '../../src/answers/cite.js';
import { exampleQuestions } from '../../src/answers/examples.js';
import type { Library } from '../../src/answers/library.js';
import { openLibrary } from '../../src/answers/open-library.js';
import { languageOf, LANGUAGES } from '../../src/text/language.js';
import { projectFile } from '../../src/text/project.js';
import { temporaryFolder } from '../temporary.js';

let library: Library;
beforeAll(async () => {
  library = await openLibrary(projectFile('seeds'));
});

const ask = (question: string, from = library, limit = 50) =>
  dispatch({ command: 'ask', options: { question, limit } }, from, { language: 'en' });

test('highlights stand in order, inside the citation, and never overlap, whatever was marked', () => {
  const document = library.corpus.documents[0]!;
  const paragraph = document.paragraphs.find(({ text }) => text.length > 100)!;
  const { start, end } = paragraph;
  const place = fc.integer({ min: start - 5, max: end + 5 });
  fc.assert(
    fc.property(fc.array(fc.tuple(place, place)), (pairs) => {
      const marks = pairs.map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) }));
      const { highlights } = cite(document, paragraph, { start, end }, marks);
      const inside = marks.filter((mark) => mark.start >= start && mark.end <= end && mark.start < mark.end);
      let last = start;
      for (const [from, to] of highlights) {
        expect(from).toBeGreaterThanOrEqual(last);
        expect(to).toBeGreaterThan(from);
        last = to;
      }
      expect(last).toBeLessThanOrEqual(end);
      // what is marked is what was to be marked, neither more nor less
      for (let at = start; at < end; at++)
        expect(highlights.some(([from, to]) => from <= at && at < to)).toBe(
          inside.some((mark) => mark.start <= at && at < mark.end),
        );
    }),
    { numRuns: 30 },
  );
});

test('citations come best first: no score is above the one before', () => {
  for (const question of [...LANGUAGES.flatMap((each) => exampleQuestions(library, each)), 'What did QRCS sign?']) {
    const scores = ask(question).citations.map(({ score }) => score);
    expect(scores, question).toEqual([...scores].sort((a, b) => b - a));
  }
});

test('nothing is said of documents where there is none', async () => {
  const none = await openLibrary(temporaryFolder({ 'a.txt': '' }));
  const reply = dispatch({ command: 'sources', options: { document: 'a' } }, none, { language: 'en' });
  expect(reasonLine({ ...reply, status: 'not_found', reason: 'not_stated' })).toBeNull();
  const missing = ask('Which hotel hosted the ceremony in Ruritania?');
  expect(missing.status).toBe('not_found');
  expect(reasonLine(missing)).not.toBeNull();
});

test('an example question after a person is answered with an office that the documents give that person', async () => {
  const both = await openLibrary(
    temporaryFolder({
      'a.txt': 'The Minister of Health, Layla Haddad, opened the new hospital in Irbid on Monday morning.\n',
      'b.txt': 'افتتح وزير الزراعة الدكتور خالد منصور سوقًا جديدة للمزارعين في مدينة الكرك صباح الأحد الماضي.\n',
    }),
  );
  for (const language of LANGUAGES) {
    const [first = ''] = exampleQuestions(both, language);
    expect(languageOf(first)).toBe(language);
    const person = both.knowledge.people.find(({ names }) => names.some((name) => first.includes(name)));
    const { status, answer } = ask(first, both);
    expect(status).toBe('answered');
    expect(person?.roles.map(({ title }) => title)).toContain(answer?.text);
  }
});
