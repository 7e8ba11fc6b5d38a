import { beforeAll, describe, expect, test } from 'vitest';
import { command, MAX_TEXT, option, optionsOf } from '../../commands/command.js';
import { commandNames, dispatch, type Request } from '../../commands/dispatch.js';
import { commands } from '../../commands/index.js';
import type { Library } from '../../src/answers/library.js';
import { messagesIn } from '../../src/answers/messages/messages.js';
import { openLibrary } from '../../src/answers/open-library.js';
import { hasArabic, LANGUAGES } from '../../src/text/language.js';
import { projectFile } from '../../src/text/project.js';
import { temporaryFolder } from '../temporary.js';

let library: Library;
beforeAll(async () => {
  library = await openLibrary(projectFile('seeds'));
});

const ask = (request: Request, language: 'ar' | 'en' = 'en') => dispatch(request, library, { language });

describe('the list of commands', () => {
  test.each(commands.map((each) => [each.name, each] as const))('%s fits what Discord allows', (name, each) => {
    expect(name).toMatch(/^[a-z]{1,32}$/);
    const options = Object.entries(optionsOf(each));
    expect(options.length).toBeLessThanOrEqual(25);
    // Discord wants required options first
    const required = options.map(([, { required }]) => required);
    expect(required).toEqual([...required].sort((a, b) => Number(b) - Number(a)));
    for (const [optionName, { description, choices }] of options) {
      expect(optionName).toMatch(/^[a-z]{1,32}$/);
      expect(`${description.en} · ${description.ar}`.length).toBeLessThanOrEqual(100);
      expect(hasArabic(description.ar)).toBe(true);
      expect(choices?.length ?? 0).toBeLessThanOrEqual(25);
    }
    expect(`${each.description.en} · ${each.description.ar}`.length).toBeLessThanOrEqual(100);
    expect(hasArabic(each.description.ar)).toBe(true);
  });

  test('no name is given twice', () => {
    expect(new Set(commandNames()).size).toBe(commands.length);
  });

  test.each(commands.flatMap((each) => LANGUAGES.map((language) => [each.example[language], each.name] as const)))(
    'the example "%s" begins with its command',
    (example, name) => {
      expect(example.split(' ')[0]).toBe(name);
    },
  );
});

describe('a reply', () => {
  test('has every field of the contract', () => {
    const reply = ask({ id: 'q1', command: 'ask', options: { question: 'Who signed the memorandum?' } });
    expect(Object.keys(reply).sort()).toEqual(
      [
        'id', 'command', 'status', 'reason', 'language', 'confidence', 'answer', 'citations', 'people', 'organisations',
        'agreements', 'events', 'figures', 'sources', 'unmatched', 'suggestions', 'coverage', 'notices', 'message', 'elapsedMs',
        'related',
      ].sort(),
    ); // prettier-ignore
    expect(reply).toMatchObject({ id: 'q1', command: 'ask', coverage: library.coverage, message: null });
    expect(reply.elapsedMs).toBeGreaterThanOrEqual(0);
  });

  test('has no id where the request has none', () => {
    expect(ask({ command: 'help', options: {} }).id).toBeNull();
  });

  test.each([
    [{ question: 'من وقّع المذكرة؟' }, 'en', 'ar'],
    [{ question: 'Who signed it?' }, 'ar', 'en'],
    [{ question: '2025' }, 'ar', 'ar'],
    [{ question: '2025' }, 'en', 'en'],
    [{ question: 'Who signed it?', language: 'ar' }, 'en', 'ar'],
    // Persian is neither language; its script says what the person reads
    [{ question: 'چه کسی این را امضا کرده است که در آن است' }, 'en', 'ar'],
  ] as const)('to %j with the default %s is in %s', (options, byDefault, language) => {
    expect(ask({ command: 'ask', options }, byDefault).language).toBe(language);
  });

  test('is not led astray by the script of an identifier', () => {
    expect(ask({ command: 'sources', options: { document: '002' } }, 'ar').language).toBe('ar');
  });
});

describe('a wrong request', () => {
  const question = 'Who?';
  test.each([
    ['an unknown command', { command: 'aks', options: {} }, 'ask'],
    ['an unknown option', { command: 'ask', options: { question, sinc: '2024' } }, 'since'],
    ['a missing option', { command: 'ask', options: {} }, 'question'],
    ['an empty text', { command: 'ask', options: { question: '  ' } }, 'question'],
    ['a text that is too long', { command: 'ask', options: { question: 'a'.repeat(MAX_TEXT + 1) } }, 'question'],
    ['a number for a text', { command: 'ask', options: { question: 5 } }, 'question'],
    ['no number', { command: 'ask', options: { question, limit: 'many' } }, 'limit'],
    ['a number too small', { command: 'ask', options: { question, limit: 0 } }, 'limit'],
    ['a number too large', { command: 'ask', options: { question, limit: 1001 } }, 'limit'],
    ['a broken number', { command: 'ask', options: { question, limit: '2.5' } }, 'limit'],
    ['true for a number', { command: 'ask', options: { question, limit: true } }, 'limit'],
    ['an unknown choice', { command: 'ask', options: { question, language: 'fr' } }, 'language'],
    ['no date', { command: 'ask', options: { question, since: 'yesterday' } }, 'since'],
    ['a day that no calendar has', { command: 'ask', options: { question, since: '2023-02-29' } }, 'since'],
    [
      'a period that ends before it begins',
      { command: 'ask', options: { question, since: '2025-03', until: '2025-02-28' } },
      'until',
    ],
    [
      'an option named like a property of every object',
      { command: 'ask', options: { question, constructor: 'x' } },
      'constructor',
    ],
  ] satisfies [string, Request, string][])('%s is told in one sentence that names it', (_, request, named) => {
    for (const language of LANGUAGES) {
      const asked = { ...request, options: { language, ...request.options } };
      const reply = ask(asked, language);
      expect(reply.status).toBe('error');
      expect(reply.message).toContain(named);
      expect(reply.message).not.toMatch(/[\n\r]/);
      expect(reply.message).toMatch(/[.?؟…]/);
    }
  });

  test('in Arabic is answered in Arabic', () => {
    const reply = ask({ command: 'ask', options: { question: 'من وقّع؟', limit: 'خمسة' } });
    expect(hasArabic(reply.message ?? '')).toBe(true);
  });

  test('of any length gets a short sentence', () => {
    const reply = ask({ command: 'x'.repeat(100_000), options: {} });
    expect(reply.message?.length).toBeLessThan(400);
  });

  test.each([
    { since: '2024', until: '2024-01-01' },
    { since: '2024-06', until: '2024' },
    { since: '2024', until: '2024' },
  ])('is not the period %j, whose ends touch', (period) => {
    expect(ask({ command: 'ask', options: { question, ...period } }).status).not.toBe('error');
  });

  test('is not one with Arabic-Indic digits, nor with null for what is not given', () => {
    const reply = ask({ command: 'ask', options: { question, limit: '٥', since: '٢٠٢٢', until: null } });
    expect(reply.status).not.toBe('error');
  });
});

test('limits are those of the contract', () => {
  for (const each of commands) {
    const limit = each.options['limit'];
    if (!limit) continue;
    expect(limit.range).toEqual({ min: 1, max: 1000, discordMax: 25 });
    expect(limit.schema.parse(undefined)).toBe(each.name === 'ask' ? 3 : 10);
  }
});

test('a defect becomes an error reply, and is told to the door', () => {
  const defects: unknown[] = [];
  const broken = command({
    name: 'broken',
    description: { en: 'Fails', ar: 'يفشل' },
    example: { en: 'broken', ar: 'broken' },
    options: { name: option.text({ en: 'A name', ar: 'اسم' }) },
    run: () => {
      throw new Error('on purpose');
    },
  });
  const onDefect = (defect: unknown) => defects.push(defect);
  const reply = dispatch({ command: 'broken', options: {} }, library, { language: 'en', onDefect }, [broken]);
  expect(reply).toMatchObject({ status: 'error', message: messagesIn('en').error.defect });
  expect(defects).toHaveLength(1);
});

test('without any document only help and sources have something to say', async () => {
  const empty = await openLibrary(temporaryFolder({}));
  const told = (name: string) => {
    const options = name === 'ask' ? { question: 'Who?' } : {};
    return dispatch({ command: name, options }, empty, { language: 'en' });
  };
  expect(told('help').status).toBe('answered');
  expect(told('sources').status).toBe('not_found');
  expect(told('ask')).toMatchObject({ status: 'error' });
  expect(told('ask').message).toContain(empty.corpus.folder.slice(0, 20));
});

describe('help', () => {
  const help = (options: Record<string, unknown>) => ask({ command: 'help', options }).notices.join('\n');

  test.each(commands.map((each) => [each] as const))('shows $name with an example in each language', (each) => {
    expect(help({})).toContain(`/${each.name}\n${each.description.en}`);
    for (const language of LANGUAGES) expect(help({})).toContain(`/${each.example[language]}`);
    expect(help({ language: 'ar' })).toContain(each.description.ar);
  });

  test.each(commands.map((each) => [each] as const))('tells every option of $name', (each) => {
    const text = help({ command: each.name });
    for (const [name, { description }] of Object.entries(optionsOf(each))) {
      expect(text).toContain(`${name}:`);
      expect(text).toContain(description.en);
    }
  });
});
