import { beforeAll, describe, expect, test } from 'vitest';
import { commands } from '../../commands/index.js';
import { dispatch } from '../../commands/dispatch.js';
import { listedCitations, sourceLine } from '../../src/answers/cite.js';
import { exampleQuestions } from '../../src/answers/examples.js';
import type { Library } from '../../src/answers/library.js';
import { openLibrary } from '../../src/answers/open-library.js';
import type { Citation, Reply } from '../../src/answers/reply.js';
import { printable } from '../../src/terminal/printable.js';
import { renderReply } from '../../src/terminal/render.js';
import { styleFor } from '../../src/terminal/style.js';
import { LANGUAGES, type Language } from '../../src/text/language.js';
import { projectFile } from '../../src/text/project.js';
import { temporaryFolder } from '../temporary.js';

let library: Library;
beforeAll(async () => {
  library = await openLibrary(projectFile('seeds'));
});

const plain = styleFor(false);
const run = (command: string, options: Record<string, unknown>, from = library): Reply =>
  dispatch({ command, options }, from, { language: 'en' });

const questions = (language: Language): readonly string[] => exampleQuestions(library, language);

/** Every excerpt that a reply shows: a citation whose words stand in a related excerpt is shown there. */
const shownIn = (reply: Reply): readonly Citation[] => [
  ...listedCitations(reply).flatMap((index) => reply.citations[index] ?? []),
  ...reply.related.map(({ excerpt }) => excerpt),
];

describe.each(LANGUAGES)('an answer in %s', (language) => {
  test('has each quotation alone on its lines, verbatim, and its source on the next', () => {
    let shown = 0;
    for (const question of questions(language)) {
      const reply = run('ask', { question });
      const lines = renderReply(reply, plain).split('\n');
      for (const citation of shownIn(reply)) {
        const quotation = printable(citation.text).split('\n');
        const first = lines.findIndex((_, at) => quotation.every((line, offset) => lines[at + offset] === line));
        expect(first, citation.text).toBeGreaterThanOrEqual(0);
        // a short quotation can also stand as the answer above
        expect(lines.slice(first)).toContain(`— ${sourceLine(citation, reply.language)}`);
        shown++;
      }
    }
    expect(shown).toBeGreaterThan(0);
  });

  test('is, colours taken away, the same as without colours, and has colours only where asked', () => {
    for (const question of questions(language)) {
      const reply = run('ask', { question });
      const coloured = renderReply(reply, styleFor(true));

      const bare = coloured.replace(/\u001b\[\d+m/g, '');
      expect(bare).toBe(renderReply(reply, plain));
      expect(coloured).not.toBe(bare);
      expect(renderReply(reply, plain)).not.toContain('\u001b');
    }
  });
});

test('marks what decided, and nothing of the quotation is lost by it', () => {
  const marking = {
    strong: (t: string) => t,
    faint: (t: string) => t,
    wrong: (t: string) => t,
    mark: (t: string) => `⟦${t}⟧`,
  };
  let marked = 0;
  for (const question of LANGUAGES.flatMap(questions)) {
    const reply = run('ask', { question });
    const text = renderReply(reply, marking);
    for (const { start, highlights, text: quotation } of reply.citations)
      for (const [from, to] of highlights) {
        expect(text).toContain(`⟦${printable(quotation.slice(from - start, to - start))}⟧`);
        marked++;
      }
  }
  expect(marked).toBeGreaterThan(0);
});

test.each([
  ['What did Langley invite QRCS to sign?', 'Related, in Arabic'],
  ['متى يتم استكمال جلسات الحوار؟', 'ذو صلة، بالإنجليزية'],
])('what the other language tells of it stands under the first citation, labelled: %s', (question, label) => {
  const reply = run('ask', { question });
  const blocks = renderReply(reply, plain).split('\n\n');
  const [first] = reply.citations;
  const [{ excerpt } = { excerpt: first! }] = reply.related;
  const at = blocks.findIndex((block) => block.startsWith(`${label}\n`));
  expect(blocks[at - 1]).toContain(first!.text);
  expect(blocks[at]!.split('\n')).toEqual([label, excerpt.text, `— ${sourceLine(excerpt, reply.language)}`]);
  // A citation whose words stand there already is not shown again.
  expect(blocks.filter((block) => block.includes(excerpt.text))).toHaveLength(1);
});

test('a question without an answer says why, names the words, and calls passages the nearest', () => {
  const text = renderReply(run('ask', { question: 'Who painted the zzyzzx of qwrtplk?' }), plain);
  expect(text).toContain('zzyzzx');
  expect(text).toContain('qwrtplk');
});

test('a document that tries to command the terminal is shown, not obeyed', async () => {
  const hostile = await openLibrary(
    temporaryFolder({
      'evil.txt':
        'The minister signed the \u001b[31mred agreement\u001b[0m in Doha on Monday.\n\nThe \u009b2J ministry \u001b]0;owned\u0007 said that the agreement was good for all of its people.\n',
    }),
  );
  const asked = run('ask', { question: 'Who signed the red agreement in Doha?' }, hostile);
  const whole = run('sources', { document: 'evil' }, hostile);
  for (const reply of [asked, whole]) expect(renderReply(reply, plain)).not.toMatch(/[\u001b\u0007\u009b]/);
  expect(renderReply(whole, plain)).toContain('␛[31mred agreement');
});

test('the list of sources names every file; one source shows every paragraph', () => {
  const list = renderReply(run('sources', {}), plain);
  for (const { file, id, paragraphs } of library.corpus.documents) {
    expect(list).toContain(file);
    const whole = renderReply(run('sources', { document: id }), plain);
    for (const { text } of paragraphs) expect(whole).toContain(printable(text));
  }
});

test('an error is its message and nothing else', () => {
  const reply = run('ask', {});
  expect(renderReply(reply, plain)).toBe(reply.message);
});

test('help is readable and complete in both languages', () => {
  for (const language of LANGUAGES)
    for (const { name } of commands) expect(renderReply(run('help', { language }), plain)).toContain(`/${name}\n`);
});
