import { beforeAll, expect, test } from 'vitest';
import { optionsOf } from '../../commands/command.js';
import { dispatch } from '../../commands/dispatch.js';
import { commands } from '../../commands/index.js';
import type { Library } from '../../src/answers/library.js';
import { openLibrary } from '../../src/answers/open-library.js';
import { LANGUAGES } from '../../src/text/language.js';
import { projectFile } from '../../src/text/project.js';

let library: Library;
beforeAll(async () => {
  library = await openLibrary(projectFile('seeds'));
});

/** Deeper than JSON.stringify or any recursion can go, as JSON.parse gives it from a line of a batch. */
const DEPTH = 100_000;
const nested = JSON.parse('['.repeat(DEPTH) + ']'.repeat(DEPTH)) as unknown;

test.each(commands.flatMap((each) => Object.keys(optionsOf(each)).map((option) => [each.name, option] as const)))(
  '%s refuses for its option %s lists, objects and whatever they hold, in a sentence',
  (command, option) => {
    for (const language of LANGUAGES)
      for (const value of [nested, [1], { nested }, true]) {
        const defects: unknown[] = [];
        const required = command === 'ask' ? { question: 'Qatar' } : {};
        const request = { command, options: { ...required, [option]: value } };
        const reply = dispatch(request, library, { language, onDefect: (defect) => defects.push(defect) });
        expect(reply.status).toBe('error');
        expect(reply.message).toContain(option);
        expect(reply.message!.length).toBeLessThan(500);
        expect(defects).toEqual([]);
      }
  },
);
