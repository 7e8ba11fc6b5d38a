import { ComponentType } from 'discord.js';
import { expect, test } from 'vitest';
import { dispatch } from '../../commands/dispatch.js';
import { unescapeLine } from '../../src/discord/escape.js';
import { replyMessage } from '../../src/discord/render/reply.js';
import { hasArabic } from '../../src/text/language.js';
import { seedsLibrary } from './support.js';

/** The texts of each piece of the first page of an answer, in order. */
async function piecesOf(question: string, limit = 3) {
  const library = await seedsLibrary();
  const request = { command: 'ask', options: { question, limit } };
  const reply = dispatch(request, library, { language: 'en' });
  const view = { library, request, page: 0, ephemeral: false, changed: false, entriesPerPage: 5 };
  const { components } = replyMessage(reply, view).components[0];
  const pieces = components.map((piece) => {
    if (piece.type === ComponentType.Section) return piece.components.map(({ content }) => content);
    return piece.type === ComponentType.TextDisplay ? [piece.content] : [];
  });
  return { reply, pieces };
}

const words = (marked: string): string => unescapeLine(marked.replaceAll('**', ''));

test.each([
  ['What did Langley invite QRCS to sign?', '**Related, in Arabic**'],
  ['متى يتم استكمال جلسات الحوار؟', '**ذو صلة، بالإنجليزية**'],
])('what the other language tells of it follows the first citation, labelled: %s', async (question, label) => {
  const { reply, pieces } = await piecesOf(question);
  const { excerpt } = reply.related[0]!;
  const at = pieces.findIndex(([text]) => text === label);
  expect(words(pieces[at - 1]![0]!)).toBe(reply.citations[0]!.text);
  const [quotation, source] = pieces[at + 1]!;
  expect(words(quotation!)).toBe(excerpt.text);
  // What the excerpt says for the words that decided is in bold, and it alone in its text, so that it keeps its direction.
  expect(quotation).toContain('**');
  expect(hasArabic(quotation!)).toBe(excerpt.language === 'ar');
  expect(source!.split('\n').every((line) => line.startsWith('-# '))).toBe(true);
});

test('a citation whose words stand there already is not shown again, nor counted as more evidence', async () => {
  const { reply, pieces } = await piecesOf('من دعا لانغلي إلى توقيع مذكرات تفاهم؟', 25);
  const { excerpt } = reply.related[0]!;
  expect(reply.citations.some(({ start, file }) => start === excerpt.start && file === excerpt.file)).toBe(true);
  expect(pieces.filter(([text]) => text !== undefined && words(text) === excerpt.text)).toHaveLength(1);
});
