import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { commands } from '../../commands/index.js';
import { discordMessagesIn } from '../../src/answers/messages/discord.js';
import { FIND_SOURCE } from '../../src/discord/registration.js';
import { projectFile } from '../../src/text/project.js';
import { builtProgram } from '../program.js';
import { BOT_ID, LoopbackDiscord, TOKEN, type Recorded } from './loopback/discord.js';
import { autocomplete, menu, message, nextId, press, slash, type Event } from './loopback/events.js';
import { control, isEphemeral, textOf, type Body } from './loopback/payload.js';

/** The bot as it is started by hand, as a process of its own, on a loopback Discord. */

const english = discordMessagesIn('en');
const QUESTION = 'Who signed the memorandum of understanding?';
/** Resident memory of the connected bot with five documents, in MB. */
const MEMORY = 150;
/** Asked before it is measured, by all commands in turn. */
const QUESTIONS = 300;

let program: string;
beforeAll(() => {
  program = builtProgram();
});

let discord: LoopbackDiscord;
let bot: ChildProcess;
let errors: string;

async function start(): Promise<void> {
  errors = '';
  bot = spawn(process.execPath, [program], {
    cwd: projectFile(),
    env: {
      PATH: process.env['PATH'],
      NODE_ENV: 'test',
      DISCORD_TOKEN: TOKEN,
      DISCORD_API: discord.api,
      DICTIONARY_DIR: '',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  bot.stderr?.on('data', (chunk: Buffer) => (errors += chunk.toString()));
  const before = discord.requests.length;
  const isComparison = ({ path }: Recorded): boolean => path.endsWith('/commands');
  await discord.until(() => discord.requests.slice(before).some(isComparison), 'the bot', 15_000);
}

const stop = async (signal: NodeJS.Signals): Promise<number | null> => {
  if (bot.exitCode !== null) return bot.exitCode;
  const ended = once(bot, 'exit') as Promise<[number | null]>;
  bot.kill(signal);
  return (await ended)[0];
};

beforeEach(async () => {
  discord = await LoopbackDiscord.start();
  await start();
});
afterEach(async () => {
  await stop('SIGKILL');
  await discord.stop();
});

async function ask(event: Event): Promise<Body> {
  discord.dispatch('INTERACTION_CREATE', event);
  return (await discord.answer(event.id)).body.data ?? {};
}

describe('the running bot', () => {
  test('registers its commands and answers by every route', async () => {
    await discord.until(() => discord.commands.length > 0, 'registration');
    expect(discord.commands.map(({ name }) => name)).toEqual([...commands.map(({ name }) => name), FIND_SOURCE]);
    const body = await ask(slash('ask', { question: QUESTION }));
    expect(textOf(body)).toContain('Confidence');
    for (const caption of [/^Context/, /^More evidence/, /^Open document/])
      expect(isEphemeral(await ask(press(control(body, caption).custom_id, body)))).toBe(true);
    expect((await ask(autocomplete('sources', 'document', '00'))).choices?.length).toBeGreaterThan(0);
    expect(isEphemeral(await ask(menu(FIND_SOURCE, QUESTION)))).toBe(true);
    const mention = message(`<@${BOT_ID}> ${QUESTION}`, { mentionsBot: true });
    discord.dispatch('MESSAGE_CREATE', mention);
    await discord.until(
      () => discord.requests.some(({ body: sent }) => sent.message_reference?.message_id === mention.id),
      'reply',
    );
  });

  test('keeps its buttons through a restart, and a cut, and an unknown one', async () => {
    const body = await ask(slash('ask', { question: QUESTION }));
    expect(await stop('SIGTERM')).toBe(0);
    await start();
    expect(textOf(await ask(press(control(body, /^More evidence/).custom_id, body)))).toContain('Page 2');
    discord.cut();
    const missed = slash('help');
    discord.dispatch('INTERACTION_CREATE', missed);
    await discord.callback(missed.id, 10_000);
    expect(textOf(await ask(press('older:17', body)))).toBe(english.oldButton);
  });

  test('answers what is under way when told to stop, and leaves within 5 seconds with status 0', async () => {
    discord.fail(({ path }) => path.startsWith('/interactions/'), { hang: true }, 100);
    discord.dispatch('INTERACTION_CREATE', slash('help'));
    await discord.until(
      () => discord.requests.some(({ path }) => path.startsWith('/interactions/')),
      'the hanging one',
    );
    const began = performance.now();
    expect(await stop('SIGTERM')).toBe(0);
    expect(performance.now() - began).toBeLessThan(5000);
  });

  test('says why it cannot stay, without its token', async () => {
    const ended = once(bot, 'exit') as Promise<[number]>;
    discord.cut(4004);
    expect((await ended)[0]).toBe(1);
    expect(errors).toContain(english.start.closed(4004));
    expect(errors).not.toContain(TOKEN);
  });

  test.runIf(process.platform === 'linux')(`needs less than ${MEMORY} MB after ${QUESTIONS} questions`, async () => {
    const asked = commands.flatMap(({ name, example }) =>
      Object.values(example).map((typed) => ({
        name,
        options: Object.fromEntries(
          [...typed.matchAll(/(\w+):(.*?)(?=\s\w+:|$)/g)].map(([, option = '', value = '']) => [option, value]),
        ),
      })),
    );
    for (let count = 0; count < QUESTIONS; count++) {
      const { name, options } = asked[count % asked.length] ?? { name: 'help', options: {} };
      // New words each time, so that no answer is one kept from before.
      const varied = name === 'ask' ? { question: `${options['question'] ?? ''} ${count}` } : options;
      await ask(slash(name, varied, { user: nextId() }));
    }
    const status = readFileSync(`/proc/${bot.pid}/status`, 'utf8');
    const kilobytes = Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1]);
    expect(kilobytes / 1024).toBeLessThan(MEMORY);
  });
});

test('a token that Discord refuses is one sentence and status 1', async () => {
  await stop('SIGKILL');
  discord.fail(() => true, { status: 401, body: { code: 0, message: '401: Unauthorized' } }, 9);
  bot = spawn(process.execPath, [program], {
    cwd: projectFile(),
    env: { PATH: process.env['PATH'], NODE_ENV: 'test', DISCORD_TOKEN: TOKEN, DISCORD_API: discord.api },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  errors = '';
  bot.stderr?.on('data', (chunk: Buffer) => (errors += chunk.toString()));
  expect((await once(bot, 'close'))[0]).toBe(1);
  expect(errors.trim()).toBe(english.start.tokenRefused);
});
