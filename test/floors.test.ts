import { ESLint, Linter } from 'eslint';
import { describe, expect, test } from 'vitest';
import { PROJECT_ROOT } from '../src/text/project.js';

const eslint = new ESLint({ cwd: PROJECT_ROOT });

/** What the floors' rule of the project's own configuration says to one import in `file`. */
async function complaints(file: string, imported: string): Promise<string[]> {
  const { rules } = (await eslint.calculateConfigForFile(file)) as { rules: Linter.RulesRecord };
  const rule = rules['no-restricted-imports'];
  if (rule === undefined) return [];
  const messages = new Linter().verify(`import { x } from '${imported}';\nx();`, [
    { rules: { 'no-restricted-imports': rule } },
  ]);
  return messages.map(({ message }) => message);
}

describe('a floor imports only from floors below it', () => {
  test.each([
    ['src/text/x.ts', '../corpus/document.js'],
    ['src/text/x.ts', '../answers/messages/en.js'],
    ['src/corpus/x.ts', '../search/index.js'],
    ['src/search/x.ts', '../knowledge/knowledge.js'],
    ['src/knowledge/x.ts', '../answers/reply.js'],
    ['src/knowledge/deep/x.ts', '../../answers/reply.js'],
    ['src/answers/x.ts', '../../commands/command.js'],
    ['src/answers/messages/x.ts', '../../terminal/style.js'],
    ['src/answers/x.ts', '../discord/limits.js'],
    ['commands/x.ts', '../src/discord/limits.js'],
    ['commands/x.ts', '../src/terminal/style.js'],
    ['src/terminal/x.ts', '../discord/limits.js'],
    ['src/discord/x.ts', '../terminal/style.js'],
    ['src/discord/x.ts', '../main.js'],
  ])('%s must not import %s', async (file, imported) => {
    expect(await complaints(file, imported)).toHaveLength(1);
  });

  test.each([
    ['src/text/x.ts', './fold.js'],
    ['src/corpus/x.ts', '../text/language.js'],
    ['src/search/x.ts', '../corpus/document.js'],
    ['src/knowledge/x.ts', '../search/index.js'],
    ['src/answers/messages/x.ts', '../../text/language.js'],
    ['commands/x.ts', '../src/answers/reply.js'],
    ['src/discord/render/x.ts', '../../../commands/dispatch.js'],
    ['src/terminal/x.ts', '../config.js'],
    ['src/main.ts', './terminal/prompt.js'],
    ['src/text/x.ts', 'node:fs'],
  ])('%s may import %s', async (file, imported) => {
    expect(await complaints(file, imported)).toEqual([]);
  });
});

test('only main reads the environment, and a forgotten await is an error', async () => {
  const rulesOf = async (file: string) =>
    ((await eslint.calculateConfigForFile(file)) as { rules: Record<string, unknown[]> }).rules;
  expect((await rulesOf('src/answers/x.ts'))['no-restricted-properties']?.[0]).toBe(2);
  expect((await rulesOf('src/main.ts'))['no-restricted-properties']).toBeUndefined();
  expect((await rulesOf('src/discord/x.ts'))['@typescript-eslint/no-floating-promises']?.[0]).toBe(2);
});
