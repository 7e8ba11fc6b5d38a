import fc from 'fast-check';
import { Readable, Writable } from 'node:stream';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Library } from '../../src/answers/library.js';
import { openLibrary } from '../../src/answers/open-library.js';
import type { Reply } from '../../src/answers/reply.js';
import { linesOf, LONGEST_LINE, runBatch } from '../../src/terminal/batch.js';
import { projectFile } from '../../src/text/project.js';

let library: Library;
beforeAll(async () => {
  library = await openLibrary(projectFile('seeds'));
});

/** Pieces that arrive one by one, as from a slow pipe. */
const pieces = (...chunks: (string | Buffer)[]) => Readable.from(chunks.map((chunk) => Buffer.from(chunk)));

async function batch(...chunks: (string | Buffer)[]): Promise<Reply[]> {
  let written = '';
  const output = new Writable({
    write(chunk: Buffer, _, done) {
      written += chunk.toString();
      done();
    },
  });
  await runBatch(pieces(...chunks), output, library, { language: 'en' });
  expect(written === '' || written.endsWith('\n')).toBe(true);
  return written
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line) as Reply);
}

const line = (id: unknown, question: string) => `${JSON.stringify({ id, command: 'ask', options: { question } })}\n`;

describe('lines', () => {
  test('come out as they went in, however the bytes are cut', async () => {
    const text = fc.array(fc.string({ unit: 'grapheme' }).map((each) => each.replaceAll('\n', '')));
    await fc.assert(
      fc.asyncProperty(text, fc.integer({ min: 1, max: 7 }), async (lines, size) => {
        const bytes = Buffer.from(lines.map((each) => `${each}\n`).join(''));
        const chunks: Buffer[] = [];
        for (let at = 0; at < bytes.length; at += size) chunks.push(bytes.subarray(at, at + size));
        const read: (string | null)[] = [];
        for await (const { number, text: got } of linesOf(pieces(...chunks))) {
          expect(number).toBe(read.length + 1);
          read.push(got);
        }
        // half of a surrogate pair has no UTF-8 and arrives as U+FFFD
        expect(read).toEqual(lines.map((each) => Buffer.from(each).toString()));
      }),
      { numRuns: 50 },
    );
  });

  test('are not broken at U+2028, which JSON allows in a text', async () => {
    const [reply] = await batch('{"id":"a\u2028b","command":"help"}\n');
    expect(reply?.id).toBe('a\u2028b');
  });
});

describe('a batch', () => {
  test('answers in order, each line with its own id', async () => {
    const ids = Array.from({ length: 50 }, (_, index) => `q${index}`);
    const replies = await batch(ids.map((id) => line(id, 'Who signed it?')).join(''));
    expect(replies.map(({ id }) => id)).toEqual(ids);
  });

  test('reads CRLF, empty lines, a byte-order mark, and a last line without its end', async () => {
    const replies = await batch(
      '\uFEFF',
      line('a', 'Who?').replace('\n', '\r\n'),
      '\r\n\n  \n',
      line('b', 'Why?').trimEnd(),
    );
    expect(replies.map(({ id }) => id)).toEqual(['a', 'b']);
  });

  test('gives a number back as a number', async () => {
    expect((await batch(line(7, 'Who?')))[0]?.id).toBe(7);
  });

  test.each([
    ['no JSON', 'hello'],
    ['half of a request', '{"command":"ask"'],
    ['a list', '[]'],
    ['null', 'null'],
    ['a request without a command', '{"id":"x"}'],
    ['a command that is no text', '{"command":5}'],
    ['options that are a list', '{"command":"ask","options":["Who?"]}'],
    ['an id that is an object', '{"id":{},"command":"help"}'],
    ['an unknown command', '{"command":"nothing"}'],
    ['an unknown option', '{"command":"ask","options":{"question":"Who?","__proto__x":1}}'],
    [
      'a value nested too deeply',
      `{"command":"ask","options":{"question":${'['.repeat(50_000)}${']'.repeat(50_000)}}}`,
    ],
    ['invalid UTF-8', Buffer.from([0xff, 0xfe, 0x00])],
  ])('tells that %s is wrong, and goes on', async (_, bad) => {
    const replies = await batch(line('before', 'Who?'), bad, '\n', line('after', 'Who?'));
    expect(replies).toHaveLength(3);
    expect(replies[1]?.status).toBe('error');
    expect(replies[1]?.message?.length).toBeGreaterThan(20);
    expect(Object.keys(replies[1] ?? {}).sort()).toEqual(Object.keys(replies[0] ?? {}).sort());
    expect(replies[2]?.id).toBe('after');
  });

  test('keeps the id of a request whose rest is wrong', async () => {
    const [reply] = await batch('{"id":"x","command":"ask","options":5}\n');
    expect(reply).toMatchObject({ id: 'x', command: 'ask', status: 'error' });
  });

  test('does not hold a line that is too long', async () => {
    const piece = 'a'.repeat(LONGEST_LINE / 4);
    const replies = await batch('{"command":"', piece, piece, piece, piece, piece, '"}\n', line('after', 'Who?'));
    expect(replies.map(({ status }) => status)[0]).toBe('error');
    expect(replies[1]?.id).toBe('after');
  });

  test('stops when nobody reads any more', async () => {
    let read = 0;
    async function* endless(): AsyncGenerator<string> {
      for (;;) {
        read++;
        yield line(`q${read}`, 'Who?');
      }
    }
    const output = new Writable({
      highWaterMark: 1,
      write(_, __, done) {
        if (read > 3) this.destroy();
        done();
      },
    });
    await runBatch(endless(), output, library, { language: 'en' });
    expect(read).toBeLessThan(10);
  });
});
