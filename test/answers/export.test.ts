import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { dispatch } from '../../commands/dispatch.js';
import { exportList } from '../../src/answers/export.js';
import type { Library } from '../../src/answers/library.js';
import { openLibrary } from '../../src/answers/open-library.js';
import type { Reply } from '../../src/answers/reply.js';
import { projectFile } from '../../src/text/project.js';

let library: Library;
let sources: Reply;
beforeAll(async () => {
  library = await openLibrary(projectFile('seeds'));
  sources = dispatch({ command: 'sources', options: {} }, library, { language: 'en' });
});

/** Reads RFC 4180: the rows of a file, each a list of cells. */
function readCsv(file: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at < file.length) {
    let cell = '';
    if (file[at] === '"') {
      for (at++; file[at] !== '"' || file[at + 1] === '"'; at++) {
        if (file[at] === '"') at++;
        cell += file[at];
      }
      at++;
    } else while (at < file.length && file[at] !== ',' && file[at] !== '\r') cell += file[at++];
    row.push(cell);
    if (file[at] === ',') at++;
    else {
      expect(file.slice(at, at + 2)).toBe('\r\n');
      at += 2;
      rows.push(row);
      row = [];
    }
  }
  return rows;
}

/** A reply that holds one agreement with these texts. */
const withAgreement = (title: string, parties: readonly string[]): Reply => {
  const [document] = library.corpus.documents;
  const paragraph = document!.paragraphs.find(({ kind }) => kind === 'body')!;
  const { start, end, text, number, language } = paragraph;
  const { id, file, publisher, url, date } = document!;
  return {
    ...sources,
    agreements: [
      {
        kind: 'memorandum',
        title,
        parties,
        signatories: [],
        status: 'signed',
        date: null,
        purpose: null,
        citations: [0],
      },
    ],
    citations: [
      {
        document: id,
        file,
        title: null,
        publisher,
        url,
        date,
        language,
        paragraph: number,
        start,
        end,
        text,
        highlights: [],
        score: 1,
      },
    ],
  };
};

describe('csv', () => {
  test('begins with a byte-order mark, has a row a document, and ends each with CRLF', () => {
    const file = exportList(sources, 'sources', 'csv');
    expect(file.startsWith('\uFEFF')).toBe(true);
    const [header, ...rows] = readCsv(file.slice(1));
    expect(header).toContain('title');
    expect(rows.map((row) => row[header!.indexOf('file')])).toEqual(
      library.corpus.documents.map(({ file: name }) => name),
    );
    for (const row of rows) expect(row).toHaveLength(header!.length);
  });

  test('brings any text through, whole', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.array(fc.string({ unit: 'binary' })), (title, parties) => {
        const [header, row] = readCsv(exportList(withAgreement(title, parties), 'agreements', 'csv').slice(1));
        const cell = row![header!.indexOf('title')]!;
        expect(/^[=+\-@\t\r]/.test(title) ? cell.slice(1) : cell).toBe(title);
        expect(row).toHaveLength(header!.length);
      }),
    );
  });

  test.each(['=HYPERLINK("http://x")', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1'])('%j is no formula', (title) => {
    const [header, row] = readCsv(exportList(withAgreement(title, []), 'agreements', 'csv').slice(1));
    expect(row![header!.indexOf('title')]).toBe(`'${title}`);
  });

  test('names the place of the evidence and quotes it', () => {
    const reply = withAgreement('a', ['b', 'c']);
    const [header, row] = readCsv(exportList(reply, 'agreements', 'csv').slice(1));
    const { file, paragraph, text } = reply.citations[0]!;
    expect(row![header!.indexOf('places')]).toContain(`${file}:${paragraph}`);
    expect(row![header!.indexOf('evidence')]).toBe(text);
    expect(row![header!.indexOf('parties')]).toBe('b; c');
  });
});

test('json holds the entries with their citations in place of their numbers', () => {
  const reply = withAgreement('a', ['b']);
  const [entry] = JSON.parse(exportList(reply, 'agreements', 'json')) as [{ title: string; citations: unknown }];
  expect(entry).toEqual({ ...reply.agreements[0], citations: reply.citations });
  expect(JSON.parse(exportList(sources, 'sources', 'json'))).toEqual(sources.sources);
});
