import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { LARGEST_FILE, readCorpus } from '../../src/corpus/corpus.js';
import { quotable } from '../../src/corpus/document.js';
import { projectFile } from '../../src/text/project.js';

const folders: string[] = [];
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

/** A new folder with these files. */
function folderOf(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'isnad-corpus-'));
  folders.push(folder);
  for (const [file, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), content);
  }
  return folder;
}

const TEXT = 'The committee met on Monday and agreed on a budget for the coming year.\n';

describe('a folder', () => {
  test('documents are its .txt and .md files at any depth, in the order of their paths; hidden and other files are none', async () => {
    const { documents, problems } = await readCorpus(
      folderOf({
        'b.txt': TEXT,
        'a/z.MD': TEXT,
        'B.txt': TEXT,
        'é.txt': TEXT,
        '.hidden.txt': TEXT,
        '.git/x.txt': TEXT,
        'lexicon.tsv': TEXT,
        'lists/names.tsv': TEXT,
        'page.html': TEXT,
      }),
    );
    expect(documents.map(({ file }) => file)).toEqual(['B.txt', 'a/z.MD', 'b.txt', 'é.txt']);
    expect(documents.map(({ id }) => id)).toEqual(['B', 'a/z', 'b', 'é']);
    expect(problems).toEqual([]);
  });

  test('an id keeps the ending where two files would have the same', async () => {
    const { documents } = await readCorpus(folderOf({ 'a.txt': TEXT, 'a.md': TEXT, 'a.txt.md': TEXT, 'b/a.txt': TEXT }));
    expect(documents.map(({ id }) => id)).toEqual(['a.md', 'a.txt', 'a.txt.md', 'b/a']);
  });

  test('no folder is a problem, not a throw', async () => {
    const folder = folderOf({ 'a.txt': TEXT });
    for (const path of [join(folder, 'none'), join(folder, 'a.txt')]) {
      const corpus = await readCorpus(path);
      expect(corpus.documents).toEqual([]);
      expect(corpus.problems).toMatchObject([{ code: 'folder-missing', file: path, skipped: true }]);
    }
  });

  test('links are followed and a loop of links ends; a pipe is not waited for', async () => {
    const folder = folderOf({ 'a/x.txt': TEXT });
    symlinkSync(folder, join(folder, 'a', 'loop'));
    symlinkSync(join(folder, 'a', 'x.txt'), join(folder, 'y.txt'));
    symlinkSync(join(folder, 'none'), join(folder, 'broken.txt'));
    execFileSync('mkfifo', [join(folder, 'pipe.txt')]);
    const { documents, problems } = await readCorpus(folder);
    expect(documents.map(({ file }) => file)).toEqual(['a/x.txt', 'y.txt']);
    expect(problems.map(({ code, file, detail }) => [code, file, detail])).toEqual([
      ['unreadable', 'broken.txt', 'ENOENT'],
      ['unreadable', 'pipe.txt', 'EFTYPE'],
    ]);
  });

  test.skipIf(process.getuid?.() === 0)('a file that may not be read is reported, the rest is served', async () => {
    const folder = folderOf({ 'a.txt': TEXT, 'b.txt': TEXT });
    chmodSync(join(folder, 'a.txt'), 0);
    const { documents, problems } = await readCorpus(folder);
    expect(documents.map(({ file }) => file)).toEqual(['b.txt']);
    expect(problems).toEqual([{ code: 'unreadable', file: 'a.txt', detail: 'EACCES', skipped: true }]);
  });

  test('what is no text, empty, in another encoding or damaged is reported by name', async () => {
    const { documents, problems } = await readCorpus(
      folderOf({
        'binary.txt': Uint8Array.from({ length: 5000 }, (_, i) => (i * 167) % 256),
        'blank.txt': '\n \n\u200f\n',
        'damaged.txt': Buffer.concat([Buffer.from('قال الوزير إن الاجتماع ناجح.'), Buffer.from([0xd8])]),
        'empty.txt': '',
        'signs.txt': '--- *** …',
        'utf16.txt': Buffer.from(`\uFEFF${TEXT}`, 'utf16le'),
      }),
    );
    expect(documents.map(({ file, problems: own }) => [file, own.map(({ code }) => code)])).toEqual([
      ['damaged.txt', ['damaged']],
      ['utf16.txt', ['decoded-as']],
    ]);
    expect(problems.map(({ code, file, skipped }) => [code, file, skipped])).toEqual([
      ['binary', 'binary.txt', true],
      ['empty', 'blank.txt', true],
      ['damaged', 'damaged.txt', false],
      ['empty', 'empty.txt', true],
      ['empty', 'signs.txt', true],
      ['decoded-as', 'utf16.txt', false],
    ]);
    expect(documents[1]?.text).toBe(TEXT);
  });

  test('a file over the limit is skipped with its size', async () => {
    const folder = folderOf({ 'a.txt': TEXT });
    writeFileSync(join(folder, 'huge.txt'), Buffer.alloc(LARGEST_FILE + 1, 0x61));
    const { documents, problems } = await readCorpus(folder);
    expect(documents.map(({ file }) => file)).toEqual(['a.txt']);
    expect(problems).toEqual([{ code: 'too-large', file: 'huge.txt', detail: String(LARGEST_FILE + 1), skipped: true }]);
  });
});

describe('corpus.json', () => {
  test('tells what the text does not, or tells wrongly', async () => {
    const { documents, problems } = await readCorpus(
      folderOf({
        'a.txt': `A headline of the text\n18 November 2022\n${TEXT}`,
        'fa.txt': 'این کتاب برای شما است و می‌توانید آن را بخوانید که خوب است.\n',
        'corpus.json': JSON.stringify({
          'a.txt': { title: 'Told', publisher: 'A paper', date: '2021-03', url: 'https://example.org' },
          'fa.txt': { language: 'ar' },
        }),
      }),
    );
    expect(problems).toEqual([]);
    expect(documents[0]).toMatchObject({
      title: 'Told',
      publisher: 'A paper',
      url: 'https://example.org',
      date: { value: '2021-03', precision: 'month', basis: 'manifest' },
      dateParagraph: null,
      publisherParagraph: null,
    });
    expect(documents[1]?.languages).toEqual(['ar']);
  });

  test('its faults belong to the corpus and to the file concerned; a broken one takes nothing down', async () => {
    const faulty = await readCorpus(folderOf({ 'a.txt': TEXT, 'corpus.json': '{\n"a.txt": {"date": "soon"}}' }));
    expect(faulty.problems).toMatchObject([{ code: 'manifest-value', file: 'corpus.json', line: 2 }]);
    expect(faulty.documents[0]?.problems).toEqual(faulty.problems);
    const broken = await readCorpus(folderOf({ 'a.txt': TEXT, 'corpus.json': '{' }));
    expect(broken.problems).toMatchObject([{ code: 'manifest-syntax', file: 'corpus.json', line: 1 }]);
    expect(broken.documents).toHaveLength(1);
  });
});

describe('lines that stand in many documents', () => {
  const own = (n: number): string => `Report number ${n} tells of a meeting that nobody else has written about, in its own words ${n}.\n`;
  const notice = 'Hotline of the example society';

  test('are furniture; not those of two documents, and not second printings of one', async () => {
    const many = await readCorpus(folderOf(Object.fromEntries([1, 2, 3].map((n) => [`${n}.txt`, `Meeting ${n} was held\n${own(n)}${notice} today\n${own(n)}`]))));
    expect(many.documents.map(({ paragraphs }) => paragraphs.filter((p) => !quotable(p)).map(({ text }) => text))).toEqual(
      [1, 2, 3].map(() => [`${notice} today`]),
    );
    const printings = await readCorpus(folderOf(Object.fromEntries([1, 2, 3].map((n) => [`${n}.txt`, `A meeting was held\n${own(0)}`]))));
    expect(printings.documents.map(({ title }) => title)).toEqual(['A meeting was held', 'A meeting was held', 'A meeting was held']);
  });
});

describe('the five documents', async () => {
  const { documents, problems } = await readCorpus(projectFile('seeds'));
  const [d0, d1, d2, d3, d4] = documents;
  const furniture = documents.map(({ paragraphs }) => paragraphs.filter((p) => !quotable(p)).map(({ number }) => number));

  test('79 paragraphs, 54 Arabic and 25 English, each a slice of its text', () => {
    expect(problems).toEqual([]);
    const paragraphs = documents.flatMap((document) => document.paragraphs);
    const count = (language: string): number => paragraphs.filter((p) => p.language === language).length;
    expect([paragraphs.length, count('ar'), count('en')]).toEqual([79, 54, 25]);
    for (const document of documents)
      document.paragraphs.forEach((p, i) => {
        expect(p.number).toBe(i + 1);
        expect(document.text.slice(p.start, p.end)).toBe(p.text);
      });
  });

  test('titles, one or two or none', () => {
    expect(documents.map(({ title }) => title)).toEqual([
      'QRCS, American Red Cross Discuss Joint Humanitarian Work',
      '«الهلال الأحمر»: حريصون على مواصلة الشراكات الإقليمية والدولية لتعزيز العمل الإنساني',
      null,
      'قطر تطلق مع كوريا الجنوبية وكندا والدنمارك وسيراليون مجموعة أصدقاء التضامن من أجل الأمن الصحي العالمي لمكافحة كورونا',
      'بلينكن يزور الدوحة الإثنين وانعقاد خامس جولات الحوار الاستراتيجي القطري الأميركي',
    ]);
    expect(d0?.paragraphs.filter(({ kind }) => kind === 'title').map(({ number }) => number)).toEqual([2, 3]);
    expect(d1?.paragraphs.filter(({ kind }) => kind === 'heading').map(({ number }) => number)).toEqual([4, 7, 10]);
  });

  test('furniture: category, feed header, repeated title, date lines, caption, button, labels; nothing else', () => {
    expect(furniture).toEqual([[1], [], [1], [2, 3], [2, 3, 4, 11, 12]]);
  });

  test('dates as far as they are told, publishers, datelines, and where each was read', () => {
    expect(documents.map(({ date }) => date?.value ?? null)).toEqual([null, null, '2025-09-06', '--05-12', '2022-11-18']);
    expect(d3?.date).toEqual({ value: '--05-12', precision: 'day', basis: 'stated' });
    expect([d2?.dateParagraph, d3?.dateParagraph, d4?.dateParagraph]).toEqual([1, 3, 2]);
    expect(documents.map(({ publisher }) => publisher)).toEqual([null, null, 'The Peninsula', null, 'العربي الجديد']);
    expect([d2?.publisherParagraph, d4?.publisherParagraph]).toEqual([1, 3]);
    expect(documents.map(({ dateline, text }) => dateline && text.slice(dateline.start, dateline.end))).toEqual(['Doha', null, 'Ashgabat', 'نيويورك', null]);
    expect(documents.map(({ languages }) => languages.join())).toEqual(['en,ar', 'ar', 'en', 'ar', 'ar']);
  });
});
