import { beforeAll, describe, expect, test } from 'vitest';
import { suggestDocuments } from '../../src/answers/find-document.js';
import { exampleQuestions } from '../../src/answers/examples.js';
import type { Library } from '../../src/answers/library.js';
import { openLibrary } from '../../src/answers/open-library.js';
import { sourcesReply } from '../../src/answers/sources.js';
import { languageOf, LANGUAGES } from '../../src/text/language.js';
import { projectFile } from '../../src/text/project.js';
import { temporaryFolder } from '../temporary.js';

let library: Library;
beforeAll(async () => {
  library = await openLibrary(projectFile('seeds'));
});

const sources = (document?: string, from = library) => sourcesReply({ document, language: 'en' }, from);

test('every document is listed, in the order of the corpus', () => {
  const { status, sources: listed } = sources();
  expect(status).toBe('answered');
  expect(listed?.map(({ document }) => document)).toEqual(library.corpus.documents.map(({ id }) => id));
  for (const entry of listed ?? []) expect(entry).not.toHaveProperty('text');
});

describe('a document whole', () => {
  test('is found by its id, file and title, and by a part that no other has', () => {
    for (const { id, file, title } of library.corpus.documents)
      for (const name of [id, file, id.slice(4), ...(title === null ? [] : [title, title.slice(0, 30)])]) {
        const found = sources(name).sources ?? [];
        expect(
          found.map(({ document }) => document),
          name,
        ).toEqual([id]);
      }
  });

  test('has every paragraph at its place', () => {
    for (const document of library.corpus.documents) {
      const [entry] = sources(document.id).sources ?? [];
      expect(entry?.text).toHaveLength(document.paragraphs.length);
      for (const [index, { paragraph, start, end, text, furniture }] of (entry?.text ?? []).entries()) {
        expect(paragraph).toBe(index + 1);
        expect(document.text.slice(start, end)).toBe(text);
        expect(furniture).toBe(document.paragraphs[index]?.kind === 'furniture');
      }
    }
  });

  test('that several could be is not guessed: they are offered', () => {
    const { status, reason, suggestions, notices } = sources('00');
    expect({ status, reason }).toEqual({ status: 'not_found', reason: 'name_missing' });
    expect(suggestions).toEqual(library.corpus.documents.map(({ id }) => id));
    expect(notices).toHaveLength(1);
  });

  test('that there is not, is not found, and near ones are offered', () => {
    const { status, sources: found, suggestions } = sources('no such thing');
    expect({ status, found }).toEqual({ status: 'not_found', found: [] });
    expect(suggestions?.length).toBeGreaterThan(0);
  });
});

test('what was wrong in reading a file is told by file, even where nothing of it is served', async () => {
  const mixed = await openLibrary(
    temporaryFolder({
      'good.txt': 'The minister opened the hospital in Doha on Monday.\n',
      'empty.txt': '\n \n',
      'binary.txt': Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 0, 0, 1, 2, 0, 0, 0, 255, 254, 0, 0]),
      'corpus.json': '{"good.txt": {"date": "soon"}, "gone.txt": {"title": "x"}}',
    }),
  );
  for (const language of LANGUAGES) {
    const { status, sources: listed = [], notices = [] } = sourcesReply({ document: undefined, language }, mixed);
    expect(status).toBe('answered');
    const problemsOf = (name: string) => listed.find(({ file }) => file === name)?.problems ?? [];
    expect(listed[0]?.file).toBe('good.txt');
    for (const name of ['empty.txt', 'binary.txt']) expect(problemsOf(name), name).toHaveLength(1);
    expect(notices.filter((notice) => notice.includes('corpus.json')).length).toBeGreaterThan(0);
  }
});

test('suggestions find their document again, titles first that begin so', () => {
  for (const typed of ['', '00', 'a', 'ال']) {
    for (const { name, value } of suggestDocuments(library.corpus, typed)) {
      expect(name.length).toBeGreaterThan(0);
      expect(value.length).toBeLessThanOrEqual(100);
      expect(sources(value).status).toBe('answered');
    }
  }
  expect(suggestDocuments(library.corpus, '')).toHaveLength(library.corpus.documents.length);
  expect(suggestDocuments(library.corpus, 'qzqzqz')).toEqual([]);
});

describe('example questions', () => {
  test.each(LANGUAGES)('in %s are in that language and made of the corpus’s own words', (language) => {
    const questions = exampleQuestions(library, language);
    expect(questions.length).toBeGreaterThan(1);
    expect(new Set(questions).size).toBe(questions.length);
    for (const question of questions) expect(languageOf(question)).toBe(language);
  });

  test('are none where no document has the language', async () => {
    const english = await openLibrary(
      temporaryFolder({ 'a.txt': 'The minister opened the new hospital in Doha on Monday morning.\n' }),
    );
    expect(exampleQuestions(english, 'ar')).toEqual([]);
    const [first] = exampleQuestions(english, 'en');
    expect(first).toContain('The minister opened');
  });
});
