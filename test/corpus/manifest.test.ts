import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { jsonLines } from '../../src/corpus/json-lines.js';
import { readManifest } from '../../src/corpus/manifest.js';

const FILES = new Set(['a.txt', 'b.txt', 'folder/c.md']);

describe('readManifest', () => {
  test('every field of every file', () => {
    const { entries, problems } = readManifest(
      JSON.stringify({
        'a.txt': { title: ' A title ', publisher: 'الجزيرة', date: '2024-02-29', url: 'https://example.org/a', language: 'ar' },
        'folder/c.md': { date: '2024-02' },
      }),
      FILES,
    );
    expect(problems).toEqual([]);
    expect(entries.get('a.txt')).toEqual({
      title: 'A title',
      publisher: 'الجزيرة',
      date: '2024-02-29',
      url: 'https://example.org/a',
      language: 'ar',
    });
    expect(entries.get('folder/c.md')).toEqual({ date: '2024-02' });
  });

  test('each fault is reported with its line, and the rest is used', () => {
    const text = `{
  "a.txt": {
    "title": "A title",
    "date": "2023-02-29",
    "url": "javascript:alert(1)",
    "language": "fr",
    "subject": "aid"
  },
  "b.txt": "a title",
  "none.txt": { "title": "x" },
  "folder/c.md": { "title": "", "publisher": "A paper" }
}`;
    const { entries, problems, problemsOf } = readManifest(text, FILES);
    expect(problems.map(({ code, line, detail }) => [code, line, detail?.split(/[: ]/)[0]])).toEqual([
      ['manifest-value', 4, 'date'],
      ['manifest-value', 5, 'url'],
      ['manifest-value', 6, 'language'],
      ['manifest-value', 7, 'subject'],
      ['manifest-value', 9, '{'],
      ['manifest-unknown-file', 10, 'none.txt'],
      ['manifest-value', 11, 'title'],
    ]);
    expect([...entries]).toEqual([
      ['a.txt', { title: 'A title' }],
      ['folder/c.md', { publisher: 'A paper' }],
    ]);
    expect(problemsOf.get('a.txt')).toEqual(problems.slice(0, 4));
    expect(problems.every(({ file, skipped }) => file === 'corpus.json' && !skipped)).toBe(true);
  });

  test.each([
    ['{\n "a.txt": {\n  "title" "x" }\n}', 3, '"'],
    ['{ "a.txt": { "title": "x", } }', 1, '}'],
    ['{ "a.txt":\r\n {', 2, ''],
    ['', 1, ''],
    ['{} {}', 1, '{'],
    ["{ 'a.txt': {} }", 1, "'"],
  ])('what is no JSON is reported by line: %j', (text, line, detail) => {
    const { entries, problems } = readManifest(text, FILES);
    expect(entries.size).toBe(0);
    expect(problems).toEqual([{ code: 'manifest-syntax', file: 'corpus.json', line, detail, skipped: true }]);
  });

  test.each(['[]', 'null', '"a.txt"', '3'])('%s is no object of files', (text) => {
    expect(readManifest(text, FILES).problems).toMatchObject([{ code: 'manifest-value', file: 'corpus.json' }]);
  });

  test('a name such as __proto__ is a file name like any other', () => {
    expect(readManifest('{"__proto__":{"title":"x"}}', FILES).problems).toMatchObject([
      { code: 'manifest-unknown-file', detail: '__proto__' },
    ]);
  });
});

describe('jsonLines', () => {
  const isJson = (text: string): boolean => {
    try {
      JSON.parse(text);
      return true;
    } catch {
      return false;
    }
  };

  test('agrees with JSON.parse on what is JSON', () => {
    const piece = fc.constantFrom('{', '}', '[', ']', ':', ',', '"a"', '"\\u00e9"', '1', '-0.5e3', '01', 'true', 'null', ' ', '\n', '"\\x"', "'");
    fc.assert(
      fc.property(fc.oneof(fc.json(), fc.array(piece, { maxLength: 12 }).map((all) => all.join(''))), (text) => {
        expect('lineOf' in jsonLines(text)).toBe(isJson(text));
      }),
      { numRuns: 2000 },
    );
  });

  test('a hundred thousand brackets are no trouble', () => {
    expect(jsonLines('['.repeat(100_000))).toEqual({ line: 1, found: '' });
  });
});
