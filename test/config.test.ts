import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readConfig, wantsColours, type Config } from '../src/config.js';
import { hasArabic } from '../src/text/language.js';
import { projectFile } from '../src/text/project.js';

const config = (environment: Record<string, string>): Config => {
  const read = readConfig(environment);
  if (!read.ok) throw new Error(read.faults.join('\n'));
  return read.config;
};
const faults = (environment: Record<string, string>): readonly string[] => {
  const read = readConfig(environment);
  return read.ok ? [] : read.faults;
};

const DEFAULTS: Config = {
  token: null,
  guildId: null,
  api: null,
  corpusDir: projectFile('seeds'),
  dictionaryDir: '/usr/share/dictd',
  defaultLanguage: 'en',
  port: null,
};

test('nothing needs to be set', () => {
  expect(config({})).toEqual(DEFAULTS);
});

test('an empty variable counts as not set, but an empty DICTIONARY_DIR means none', () => {
  const names = ['DISCORD_TOKEN', 'DISCORD_GUILD_ID', 'DISCORD_API', 'CORPUS_DIR', 'DEFAULT_LANGUAGE', 'PORT'];
  expect(config(Object.fromEntries(names.map((name) => [name, ' '])))).toEqual(DEFAULTS);
  expect(config({ DICTIONARY_DIR: '' }).dictionaryDir).toBeNull();
});

test('every variable is read', () => {
  expect(
    config({
      DISCORD_TOKEN: ' a.b-c_d ',
      DISCORD_GUILD_ID: '123456789012345678',
      DISCORD_API: 'http://127.0.0.1:4000/api',
      CORPUS_DIR: 'papers',
      DICTIONARY_DIR: 'dictionaries',
      DEFAULT_LANGUAGE: 'ar',
      PORT: '8080',
    }),
  ).toEqual({
    token: 'a.b-c_d',
    guildId: '123456789012345678',
    api: 'http://127.0.0.1:4000/api',
    corpusDir: 'papers',
    dictionaryDir: 'dictionaries',
    defaultLanguage: 'ar',
    port: 8080,
  });
});

describe('what is wrong', () => {
  test.each([
    ['DISCORD_TOKEN', 'two words'],
    ['DISCORD_TOKEN', 'رمز'],
    ['DISCORD_GUILD_ID', 'my server'],
    ['DISCORD_API', 'discord.com/api'],
    ['DISCORD_API', 'https://discord.com/api/v10'],
    ['DISCORD_API', 'ftp://discord.com/api'],
    ['DISCORD_API', 'https://discord.com/api?x=1'],
    ['DEFAULT_LANGUAGE', 'fr'],
    ['PORT', '65536'],
    ['PORT', '80a'],
    ['PORT', '-1'],
  ])('%s=%s is told by name', (name, value) => {
    const [fault, ...more] = faults({ [name]: value });
    expect(fault).toContain(name);
    expect(more).toEqual([]);
  });

  test('is told all at once, in the default language where that is right', () => {
    const wrong = { DISCORD_GUILD_ID: 'x', DISCORD_API: 'x', PORT: 'x' };
    expect(faults({ ...wrong, DEFAULT_LANGUAGE: 'xx' })).toHaveLength(4);
    for (const fault of faults({ ...wrong, DEFAULT_LANGUAGE: 'ar' })) expect(hasArabic(fault)).toBe(true);
  });

  test('never tells the token', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 6 }), (secret) => {
        const token = `${secret} é`;
        const told = faults({ DISCORD_TOKEN: token, PORT: 'x' });
        expect(told.length).toBe(2);
        expect(told.some((fault) => fault.includes(token.trim()))).toBe(false);
      }),
    );
  });
});

test.each([
  [{}, true, true],
  [{}, false, false],
  [{ NO_COLOR: '1' }, true, false],
  [{ NO_COLOR: '' }, true, true],
  [{ FORCE_COLOR: '1' }, false, true],
  [{ FORCE_COLOR: '', NO_COLOR: '1' }, false, true],
  [{ FORCE_COLOR: '0' }, true, false],
  [{ TERM: 'dumb' }, true, false],
])('colours with %j on a terminal (%s): %s', (environment, isTerminal, expected) => {
  expect(wantsColours(environment, isTerminal)).toBe(expected);
});
