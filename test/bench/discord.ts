import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { Client, Events } from 'discord.js';
import { openLibrary } from '../../src/answers/open-library.js';
import { connect } from '../../src/discord/connection.js';
import { preferSmallHeap } from '../../src/discord/memory.js';
import { REST_OPTIONS } from '../../src/discord/rest.js';
import { projectFile } from '../../src/text/project.js';
import { LoopbackDiscord, TOKEN } from '../discord/loopback/discord.js';
import { nextId, slash, type Event } from '../discord/loopback/events.js';

/**
 * `npm run bench:discord [-- SECONDS DISTINCT]`: the time from INTERACTION_CREATE to the callback, Isnad's beside that of bare
 * discord.js sending a fixed text, turn by turn in one run (to hold: median within 3 ms, 99 % within 25 ms); then 500 questions a second for 30 seconds from many users,
 * with the heap after forced collections. Each bot is a process of its own; Discord is this process.
 */

const TURNS = 1000;
const A_SECOND = 500;
const SECONDS = Number(process.argv[2] ?? 30);
const QUESTIONS = [
  'Who signed the memorandum of understanding?',
  'من وقّع مذكرة التفاهم؟',
  'When did the strategic dialogue take place?',
  'ماذا قال وزير الخارجية؟',
  'Which hotel hosted the meeting?',
];

/** Distinct questions of the soak; Isnad keeps its last 200 answers, so that more of them are always new. */
const DISTINCT = Number(process.argv[3] ?? 100);

const question = (text: string): Event => slash('ask', { question: text }, { user: nextId() });
/** Never asked before, so that nothing kept from before helps. */
const newQuestion = (turn: number): Event => question(`${QUESTIONS[turn % QUESTIONS.length] ?? ''} ${turn}`);
const soakQuestion = (turn: number): Event => newQuestion(turn % DISTINCT);

/** In a process of its own: one of the two bots. Tells its heap in use, after a collection, when asked. */
async function beBot(kind: string, api: string): Promise<void> {
  process.on('message', () => {
    globalThis.gc?.();
    process.send?.({ heap: process.memoryUsage().heapUsed, rss: process.memoryUsage().rss });
  });
  if (kind === 'isnad') {
    preferSmallHeap();
    const library = await openLibrary(projectFile('seeds'));
    const config = { token: TOKEN, guildId: null, api, defaultLanguage: 'en' } as const;
    await connect(
      config,
      () => library,
      (line) => process.stderr.write(`${line}\n`),
    );
    return;
  }
  const client = new Client({ intents: [], rest: { ...REST_OPTIONS, api } });
  client.on(Events.InteractionCreate, (interaction) => {
    if (interaction.isChatInputCommand()) void interaction.reply('echo');
  });
  await client.login(TOKEN);
}

interface Bot {
  readonly discord: LoopbackDiscord;
  readonly process: ChildProcess;
}

async function startBot(kind: string): Promise<Bot> {
  const discord = await LoopbackDiscord.start();
  const process = fork(fileURLToPath(import.meta.url), [kind, discord.api], {
    execArgv: ['--expose-gc'],
    silent: false,
  });
  await discord.until(() => discord.received.some(({ op }) => op === 2), kind, 30_000);
  return { discord, process };
}

async function stopBot({ discord, process }: Bot): Promise<void> {
  const ended = once(process, 'exit');
  process.kill();
  await ended;
  await discord.stop();
}

async function memoryOf({ process }: Bot): Promise<{ heap: number; rss: number }> {
  const told = once(process, 'message') as Promise<[{ heap: number; rss: number }]>;
  process.send('memory');
  return (await told)[0];
}

const at = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
const mean = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / values.length;
const rounded = (value: number): string => value.toFixed(2);

async function oneTurn({ discord }: Bot, event: Event): Promise<number> {
  const sent = performance.now();
  discord.dispatch('INTERACTION_CREATE', event);
  const { at: arrived } = await discord.callback(event.id);
  discord.requests.length = 0;
  return arrived - sent;
}

async function latency(echo: Bot, isnad: Bot): Promise<void> {
  const turns = {
    'bare discord.js': (turn: number) => oneTurn(echo, newQuestion(turn)),
    'isnad, new': (turn: number) => oneTurn(isnad, newQuestion(turn)),
    'isnad, again': (turn: number) => oneTurn(isnad, question(QUESTIONS[turn % QUESTIONS.length] ?? '')),
  };
  const times = Object.entries(turns).map(([name, run]) => ({ name, run, list: [] as number[] }));
  for (let turn = -100; turn < TURNS; turn++)
    for (const { run, list } of times) {
      const taken = await run(turn + 100);
      if (turn >= 0) list.push(taken);
    }
  for (const { list } of times) list.sort((a, b) => a - b);
  const bare = at(times[0]?.list ?? [], 0.5);
  for (const { name, list } of times)
    console.log(
      `${name.padEnd(16)} p50 ${rounded(at(list, 0.5))} ms (+${rounded(at(list, 0.5) - bare)})  p99 ${rounded(at(list, 0.99))} ms`,
    );
}

async function soak(bot: Bot): Promise<void> {
  const answers = new Map<string, number>();
  const heaps: number[] = [];
  const collect = (): void => {
    for (const { path } of bot.discord.requests.splice(0)) {
      const id = path.split('/')[2] ?? '';
      if (path.startsWith('/interactions/')) answers.set(id, (answers.get(id) ?? 0) + 1);
    }
  };
  const began = performance.now();
  let sent = 0;
  let lastHeap = began;
  let rss = 0;
  while (performance.now() - began < SECONDS * 1000) {
    const due = Math.floor(((performance.now() - began) / 1000) * A_SECOND);
    for (; sent < due; sent++) {
      const event = soakQuestion(sent);
      answers.set(event.id, 0);
      bot.discord.dispatch('INTERACTION_CREATE', event);
    }
    collect();
    if (performance.now() - lastHeap > 1000) {
      lastHeap = performance.now();
      const memory = await memoryOf(bot);
      heaps.push(memory.heap);
      rss = Math.max(rss, memory.rss);
    }
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  const unanswered = (): number => [...answers.values()].filter((count) => count === 0).length;
  const waited = performance.now();
  while (unanswered() > 0 && performance.now() - waited < 10_000) {
    collect();
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  const third = Math.floor(heaps.length / 3);
  const second = mean(heaps.slice(third, 2 * third));
  const last = mean(heaps.slice(2 * third));
  console.log(
    `${sent} questions (${DISTINCT} distinct) in ${SECONDS} s, caught up ${rounded((performance.now() - waited) / 1000)} s later`,
  );
  console.log(`lost ${unanswered()}, answered twice ${[...answers.values()].filter((count) => count > 1).length}`);
  console.log(
    `heap ${rounded(second / 2 ** 20)} → ${rounded(last / 2 ** 20)} MiB (${rounded((last / second - 1) * 100)} %, at most 5), resident ${rounded(rss / 2 ** 20)} MiB`,
  );
}

const [, , kind, api] = process.argv;
if (kind !== undefined && api?.startsWith('http')) await beBot(kind, api);
else {
  const [echo, isnad] = [await startBot('echo'), await startBot('isnad')];
  await latency(echo, isnad);
  await stopBot(echo);
  await soak(isnad);
  await stopBot(isnad);
}
