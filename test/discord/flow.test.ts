import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { commands } from '../../commands/index.js';
import type { Library } from '../../src/answers/library.js';
import { discordMessagesIn } from '../../src/answers/messages/discord.js';
import { messagesIn } from '../../src/answers/messages/messages.js';
import { openLibrary } from '../../src/answers/open-library.js';
import { unescapeLine } from '../../src/discord/escape.js';
import { deploy } from '../../src/discord/deploy.js';
import { FIND_SOURCE } from '../../src/discord/registration.js';
import { connected, seedsLibrary, type Bench } from './support.js';
import { BOT_ID, LoopbackDiscord, TOKEN } from './loopback/discord.js';
import { autocomplete, menu, message, nextId, press, slash, type Event } from './loopback/events.js';
import { control, isEphemeral, offers, textOf, type Body, type Payload } from './loopback/payload.js';

const english = discordMessagesIn('en');
const arabic = discordMessagesIn('ar');
const QUESTION = 'Who signed the memorandum of understanding?';
const ARABIC_QUESTION = 'من وقّع مذكرة التفاهم؟';
const MESSAGE = 4;
const UPDATE = 7;

let library: Library;
let bench: Bench;
beforeAll(async () => {
  library = await seedsLibrary();
  bench = await connected(() => library);
});
afterAll(() => bench.close());

/** Sends an interaction and gives the callback's payload. */
async function send(event: Event): Promise<Payload> {
  bench.discord.dispatch('INTERACTION_CREATE', event);
  return (await bench.discord.answer(event.id)).body;
}
const ask = async (event: Event): Promise<Body> => (await send(event)).data ?? {};

/** Sends a message and gives the reply in its channel. */
async function write(event: Event): Promise<Body> {
  bench.discord.dispatch('MESSAGE_CREATE', event);
  const reply = await bench.discord.until(
    () => bench.discord.requests.find(({ body }) => body.message_reference?.message_id === event.id),
    `reply to ${event.id}`,
  );
  return reply.body;
}

/** All quotations of the seeds' texts in a message: what is bold or small taken away. */
const quotesSeeds = (body: Body): boolean => {
  const whole = library.corpus.documents.map(({ text }) => text.replace(/\s+/g, ' ')).join('\n');
  return textOf(body)
    .split('\n')
    .filter((line) => line.length > 80 && !line.startsWith('-#'))
    .map((line) => unescapeLine(line.replaceAll('**', '')).replace(/ \[…\]$/, ''))
    .every((line) => whole.includes(line));
};

describe('an answer', () => {
  test('stands first, then its source, then the coverage, in the language of the question', async () => {
    const body = await ask(slash('ask', { question: QUESTION }));
    expect(isEphemeral(body)).toBe(false);
    expect(quotesSeeds(body)).toBe(true);
    expect(textOf(body)).toContain('**');
    expect(textOf(body)).toContain(messagesIn('en').notice.coverage(5, library.coverage.paragraphs));
    expect(offers(body, new RegExp(english.button.context))).toBe(true);
    const inArabic = await ask(slash('ask', { question: ARABIC_QUESTION }));
    expect(quotesSeeds(inArabic)).toBe(true);
    expect(offers(inArabic, new RegExp(arabic.button.context))).toBe(true);
  });

  test('has no line of Arabic that begins with anything else, marks of layout aside', async () => {
    const body = await ask(slash('ask', { question: ARABIC_QUESTION }));
    for (const line of textOf(body).split('\n')) {
      const letters = line.replace(/^(?:-# |#{1,3} )?(?:\*\*)?/, '');
      if (/\p{Script=Arabic}/u.test(letters)) expect(letters).toMatch(/^[\p{Script=Arabic}"«“(\d]/u);
    }
  });

  test('is private where that was asked for, and an error always', async () => {
    expect(isEphemeral(await ask(slash('ask', { question: QUESTION, private: true })))).toBe(true);
    const wrong = await ask(slash('ask', { question: QUESTION, since: 'yesterday' }));
    expect(isEphemeral(wrong)).toBe(true);
    expect(unescapeLine(textOf(wrong))).toContain('YYYY-MM');
    expect(isEphemeral(await ask(slash('nonsense')))).toBe(true);
  });

  test('is given everywhere: in servers, to the bot directly, in other private channels', async () => {
    for (const context of [0, 1, 2] as const)
      expect(quotesSeeds(await ask(slash('ask', { question: QUESTION }, { context })))).toBe(true);
  });

  test('speaks the language chosen last where the words do not tell one', async () => {
    const user = nextId();
    const gone = (body: Body): string => textOf(body);
    expect(gone(await ask(slash('sources', {}, { user })))).toContain('paragraphs');
    await ask(slash('sources', { language: 'ar' }, { user }));
    expect(gone(await ask(slash('sources', {}, { user })))).toContain('فقرة');
    expect(gone(await ask(slash('sources', {}, { user: nextId() })))).toContain('paragraphs');
  });

  test('never pings anybody', async () => {
    const body = await ask(slash('ask', { question: '@everyone <@1> who signed it?' }));
    expect(body.allowed_mentions).toEqual({ parse: [] });
    expect(textOf(body)).not.toMatch(/(?<!\\)@everyone/);
  });
});

describe('every command', () => {
  test.each(commands.map(({ name }) => name))('/%s answers, also with the examples it shows', async (name) => {
    const { example } = commands.find((command) => command.name === name) ?? {};
    for (const typed of Object.values(example ?? {})) {
      const parts = [...typed.matchAll(/(\w+):(.*?)(?=\s\w+:|$)/g)].map(([, option = '', value = '']) => [
        option,
        value,
      ]);
      const body = await ask(slash(name, Object.fromEntries(parts) as Record<string, string>));
      expect(textOf(body).length).toBeGreaterThan(20);
    }
  });

  test('whose list can be taken away gives it as a file, to the presser alone', async () => {
    const body = await ask(slash('sources'));
    for (const format of [/^CSV$/, /^JSON$/]) {
      const event = press(control(body, format).custom_id, body);
      bench.discord.dispatch('INTERACTION_CREATE', event);
      const { body: payload, files } = await bench.discord.answer(event.id);
      expect(isEphemeral(payload.data ?? {})).toBe(true);
      const [content = ''] = files.values();
      for (const { file } of library.corpus.documents) expect(content).toContain(file);
    }
  });

  test('with a list gives it by the option export too, as private as was asked', async () => {
    for (const { name, list } of commands.filter((command) => command.list))
      for (const hidden of [false, true]) {
        const event = slash(name, { export: 'json', ...(hidden && { private: true }) });
        bench.discord.dispatch('INTERACTION_CREATE', event);
        const { body: payload, files } = await bench.discord.answer(event.id);
        expect(isEphemeral(payload.data ?? {})).toBe(hidden);
        const [content = ''] = files.values();
        const entries = JSON.parse(content) as unknown[];
        if (list !== 'sources' && list !== undefined) expect(entries).toHaveLength(library.knowledge[list].length);
      }
  });

  test('whose list is empty says so in place of an empty file', async () => {
    const body = await ask(slash('who', { name: 'Zzyzzx', export: 'csv' }));
    expect(textOf(body)).toContain(messagesIn('en').notFound.name_missing);
  });
});

describe('people', () => {
  const named = (body: Body): Set<string> =>
    new Set(
      library.knowledge.people
        .filter(({ names }) => names.some((name) => textOf(body).includes(name)))
        .flatMap(({ names }) => names),
    );

  const headedByOneOf = (names: readonly string[]): RegExp => new RegExp(`^### (?:${names.join('|')})$`, 'm');

  test('whose names stand in an answer are offered, and each choice opens that profile, also after a restart', async () => {
    for (const question of [QUESTION, ARABIC_QUESTION]) {
      const body = await ask(slash('ask', { question }));
      const { custom_id: id, options = [] } = control(body, /^(?:Who is|من هو)/);
      expect(options.length).toBeGreaterThan(0);
      for (const { label } of options) expect([...named(body)]).toContain(label);
      await bench.close();
      bench = await connected(() => library);
      for (const { label, value } of options) {
        expect(value).toMatch(question === QUESTION ? /^person:\d{12}$/ : /^شخص:\d{12}$/);
        const profile = await ask(press(id, body, { values: [value] }));
        expect(textOf(profile)).toMatch(new RegExp(`^### ${label}`));
        expect(isEphemeral(profile)).toBe(true);
        expect(offers(profile, question === QUESTION ? /^Context/ : /^السياق/)).toBe(true);
      }
    }
  });

  test('are completed in either script; what was chosen, and free text, both open the profile', async () => {
    for (const person of library.knowledge.people.slice(0, 8)) {
      const { data } = await send(autocomplete('who', 'name', person.name));
      const [choice] = data?.choices ?? [];
      for (const name of [choice?.value ?? '', person.name])
        expect(unescapeLine(textOf(await ask(slash('who', { name }))))).toMatch(headedByOneOf(person.names));
    }
  });

  test('of a list open from its select', async () => {
    const list = await ask(slash('who'));
    const { custom_id: id, options = [] } = control(list, /^Open a profile/);
    for (const { label, value } of options)
      expect(textOf(await ask(press(id, list, { values: [value] })))).toMatch(new RegExp(`^### ${label}`));
  });

  test('unknown are said to be, with how people are found in small type', async () => {
    const lines = textOf(await ask(slash('who', { name: 'Zzyzzx' }))).split('\n');
    expect(lines[0]).toBe(`### ${messagesIn('en').notFound.name_missing}`);
    expect(lines).toContain(`-# ${messagesIn('en').notice.peopleByIntroduction}`);
  });
});

describe('autocompletion', () => {
  test('offers documents by a part of their name, within the limits', async () => {
    const { type, data } = await send(autocomplete('sources', 'document', '002'));
    expect(type).toBe(8);
    expect(data?.choices?.length).toBeGreaterThan(0);
    const value = data?.choices?.[0]?.value ?? '';
    expect(textOf(await ask(slash('sources', { document: value })))).toContain('002');
  });

  test('of what no command offers is empty, whatever was typed', async () => {
    for (const typed of ['', 'ال', '\u202E', 'x'.repeat(6000)])
      expect((await send(autocomplete('ask', 'question', typed))).data?.choices).toEqual([]);
  });
});

describe('buttons', () => {
  test('more evidence answers the presser alone, and there moves on in place', async () => {
    const first = await ask(slash('ask', { question: QUESTION }));
    const more = control(first, /^More evidence/);
    const second = await send(press(more.custom_id, first));
    expect(second.type).toBe(MESSAGE);
    expect(isEphemeral(second.data ?? {})).toBe(true);
    expect(quotesSeeds(second.data ?? {})).toBe(true);
    const third = await send(press(control(second.data ?? {}, /^Previous/).custom_id, second.data ?? {}));
    expect(third.type).toBe(UPDATE);
    expect(textOf(third.data ?? {})).toBe(textOf(first));
  });

  test('in a direct message, where nobody else reads, move on in place', async () => {
    const first = await ask(slash('ask', { question: QUESTION }, { context: 1 }));
    const second = await send(press(control(first, /^More evidence/).custom_id, first, { context: 1 }));
    expect(second.type).toBe(UPDATE);
    expect(offers(second.data ?? {}, new RegExp(english.button.share))).toBe(false);
  });

  test('work for a question longer than a custom_id, also after a restart', async () => {
    const question = `${QUESTION} ${'I mean the one about humanitarian cooperation. '.repeat(6)}`.trim();
    const body = await ask(slash('ask', { question }));
    const { custom_id: id } = control(body, /^More evidence/);
    expect(id.length).toBeLessThanOrEqual(100);
    await bench.close();
    bench = await connected(() => library);
    const next = await ask(press(id, body));
    expect(quotesSeeds(next)).toBe(true);
    expect(textOf(next)).toContain('Page 2');
  });

  test('context shows the paragraphs around and moves on to others', async () => {
    const body = await ask(slash('ask', { question: QUESTION }));
    const context = await ask(press(control(body, /^Context/).custom_id, body));
    expect(isEphemeral(context)).toBe(true);
    expect(quotesSeeds(context)).toBe(true);
    const moves = [/^Later/, /^Earlier/].filter((caption) => offers(context, caption));
    expect(moves.length).toBeGreaterThan(0);
    for (const caption of moves) {
      const moved = await send(press(control(context, caption).custom_id, context));
      expect(moved.type).toBe(UPDATE);
      expect(textOf(moved.data ?? {})).not.toBe(textOf(context));
    }
  });

  test('open document shows it whole, page by page, no letter lost', async () => {
    const body = await ask(slash('ask', { question: QUESTION }));
    let page = await ask(press(control(body, /^Open document/).custom_id, body));
    let read = textOf(page);
    while (offers(page, /^Next/)) {
      const { type, data = {} } = await send(press(control(page, /^Next/).custom_id, page));
      expect(type).toBe(UPDATE);
      // A changed message stays as private as it was.
      page = { ...data, flags: page.flags ?? 0 };
      read += `\n${textOf(page)}`;
    }
    const shown = unescapeLine(read.replace(/^-# /gm, ''));
    const holds = library.corpus.documents.filter(({ paragraphs }) =>
      paragraphs.every(({ text }) => shown.includes(text.replace(/\s+/g, ' '))),
    );
    expect(holds).toHaveLength(1);
  });

  test('share makes a private answer public, word for word', async () => {
    const user = nextId();
    const body = await ask(slash('ask', { question: QUESTION, private: true }, { user }));
    const shared = await send(press(control(body, /^Share/).custom_id, body, { user }));
    expect(shared.type).toBe(MESSAGE);
    const data = shared.data ?? {};
    expect(isEphemeral(data)).toBe(false);
    expect(textOf(data)).toBe(`${textOf(body)}\n-# ${english.sharedBy(`<@${user}>`)}`);
    expect(offers(data, /^Share/)).toBe(false);
    expect(quotesSeeds(await ask(press(control(data, /^More evidence/).custom_id, data)))).toBe(true);
  });

  test('of an older version, or damaged, get a sentence', async () => {
    const body = await ask(slash('ask', { question: QUESTION }));
    for (const id of ['more:17', '0pabcdef.1.x', '1pabcdef.1.{', `1cabcdef.${'x'.repeat(8)}.1.0`]) {
      const reply = await ask(press(id, body));
      expect(isEphemeral(reply)).toBe(true);
      expect([english.oldButton, english.forgotten, english.documentGone]).toContain(unescapeLine(textOf(reply)));
    }
  });

  test('say so when the documents have changed since', async () => {
    const body = await ask(slash('ask', { question: QUESTION }));
    const before = library;
    const folder = await mkdtemp(join(tmpdir(), 'isnad-'));
    await cp(before.corpus.folder, folder, { recursive: true });
    await writeFile(
      join(folder, 'one-more.txt'),
      'Another memorandum was signed in Doha on Sunday by both ministers.\n',
    );
    library = await openLibrary(folder);
    try {
      const reply = await ask(press(control(body, /^More evidence/).custom_id, body));
      expect(textOf(reply)).toContain(english.changed);
    } finally {
      library = before;
      await rm(folder, { recursive: true });
    }
  });
});

describe('messages', () => {
  test('that mention the bot, are sent to it directly or reply to it get an answer', async () => {
    const answers = [
      await write(message(`<@${BOT_ID}> ${QUESTION}`, { mentionsBot: true })),
      await write(message(QUESTION, { direct: true })),
      await write(message(QUESTION, { mentionsBot: true, repliesTo: BOT_ID })),
      await write(message(ARABIC_QUESTION, { direct: true })),
    ];
    for (const body of answers) {
      expect(quotesSeeds(body)).toBe(true);
      expect(offers(body, /Context|السياق/)).toBe(true);
      expect(isEphemeral(body)).toBe(false);
      expect(body.allowed_mentions).toEqual({ parse: [] });
    }
    const [first] = answers;
    expect(quotesSeeds(await ask(press(control(first ?? {}, /^More evidence/).custom_id, first ?? {})))).toBe(true);
  });

  test('whose text Discord withholds are told to mention the bot; without words, how to ask', async () => {
    expect(textOf(await write(message('', { repliesTo: BOT_ID })))).toBe(english.mentionMe);
    expect(textOf(await write(message(`<@${BOT_ID}>`, { mentionsBot: true })))).toBe(english.howToAsk);
    expect(textOf(await write(message('', { direct: true })))).toBe(english.howToAsk);
  });

  test('that are not for the bot get nothing', async () => {
    const ignored = [
      message(QUESTION, {}),
      message(QUESTION, { repliesTo: nextId() }),
      message(QUESTION, { bot: true, mentionsBot: true }),
      message(QUESTION, { author: BOT_ID, direct: true }),
      { ...message(QUESTION, { mentionsBot: true }), webhook_id: nextId() },
      { ...message(`<@${BOT_ID}>`, { mentionsBot: true }), type: 7 },
    ];
    for (const event of ignored) bench.discord.dispatch('MESSAGE_CREATE', event);
    await write(message(QUESTION, { direct: true }));
    const answered = new Set(bench.discord.requests.map(({ body }) => body.message_reference?.message_id));
    for (const { id } of ignored) expect(answered.has(id)).toBe(false);
  });

  test('of others can be looked up from their menu, by the asker alone', async () => {
    const body = await ask(
      menu(FIND_SOURCE, 'They say Qatar signed a *memorandum of understanding* with Turkmenistan'),
    );
    expect(isEphemeral(body)).toBe(true);
    expect(quotesSeeds(body)).toBe(true);
    expect(unescapeLine(textOf(await ask(menu(FIND_SOURCE, ''))))).toBe(english.emptyTarget);
    expect(textOf(await ask(menu(FIND_SOURCE, 'Who signed? '.repeat(300))))).toContain(
      english.targetCut('1,9').slice(0, 16),
    );
  });
});

describe('manners', () => {
  test('one person asking too much is told when to try again, others are not', async () => {
    const user = nextId();
    const events = Array.from({ length: 40 }, () => slash('help', {}, { user }));
    for (const event of events) bench.discord.dispatch('INTERACTION_CREATE', event);
    const replies = await Promise.all(events.map(async ({ id }) => (await bench.discord.answer(id)).body.data ?? {}));
    const refused = replies.filter(isEphemeral);
    expect(refused.length).toBeGreaterThan(0);
    expect(refused.length).toBeLessThan(30);
    for (const body of refused) expect(textOf(body)).toBe(english.cooldown(1));
    expect(isEphemeral(await ask(slash('help')))).toBe(false);
  });

  test('many people asking at once are all answered, each once', async () => {
    const events = Array.from({ length: 300 }, (_, turn) => slash('ask', { question: `${QUESTION} ${turn % 50}` }));
    for (const event of events) bench.discord.dispatch('INTERACTION_CREATE', event);
    await Promise.all(events.map(({ id }) => bench.discord.callback(id, 15_000)));
    for (const { id } of events)
      expect(bench.discord.requests.filter(({ path }) => path.startsWith(`/interactions/${id}/`))).toHaveLength(1);
  });

  test('an interaction delivered twice is answered once', async () => {
    const event = slash('help');
    bench.discord.dispatch('INTERACTION_CREATE', event);
    bench.discord.dispatch('INTERACTION_CREATE', event);
    await ask(slash('help'));
    expect(bench.discord.requests.filter(({ path }) => path.startsWith(`/interactions/${event.id}/`))).toHaveLength(1);
  });
});

describe('registration', () => {
  test('happens at the start, once, and only where something differs', async () => {
    const registered = await connected(() => library);
    await registered.discord.until(() => registered.discord.commands.length > 0, 'registration');
    const { commands: known } = registered.discord;
    expect(known.map(({ name }) => name)).toEqual([...commands.map(({ name }) => name), FIND_SOURCE]);
    await registered.close();
    const again = await connected(() => library, { before: (discord) => (discord.commands = known) });
    await again.discord.until(
      () => again.discord.requests.some(({ path }) => path.endsWith('/commands')),
      'comparison',
    );
    await again.close();
    expect(again.discord.requests.filter(({ method }) => method === 'PUT')).toEqual([]);
  });

  test('deploy --dry-run shows the difference and writes nothing; deploy writes it; then nothing differs', async () => {
    const discord = await LoopbackDiscord.start();
    const config = { token: TOKEN, guildId: '123', api: discord.api, defaultLanguage: 'en' } as const;
    const run = async (dryRun: boolean): Promise<string[]> => {
      const lines: string[] = [];
      expect(await deploy(config, { dryRun, print: (line) => lines.push(line) })).toBe(0);
      return lines;
    };
    expect(await run(true)).toContain('+ /ask');
    expect(discord.commands).toEqual([]);
    expect(await run(false)).toContain('+ /ask');
    expect(discord.commands).toHaveLength(commands.length + 1);
    expect(await run(true)).toEqual([english.deploy.same(String(commands.length + 1), english.deploy.onServer('123'))]);
    expect(discord.requests.filter(({ method }) => method === 'PUT').map(({ path }) => path)).toHaveLength(1);
    await discord.stop();
  });

  test('an application entry point of Discord stays', async () => {
    const entryPoint = { id: '1', type: 4, name: 'launch', description: '', handler: 2 };
    const started = await connected(() => library, { before: (discord) => (discord.commands = [entryPoint]) });
    await started.discord.until(() => started.discord.commands.length > 1, 'registration');
    expect(started.discord.commands.some(({ type }) => type === 4)).toBe(true);
    await started.close();
  });

  test('a refusal is one sentence, without the token', async () => {
    const discord = await LoopbackDiscord.start();
    discord.fail(() => true, { status: 401, body: { message: '401: Unauthorized', code: 0 } }, 10);
    const config = { token: TOKEN, guildId: null, api: discord.api, defaultLanguage: 'en' } as const;
    const lines: string[] = [];
    expect(await deploy(config, { dryRun: true, complain: (line) => lines.push(line) })).not.toBe(0);
    expect(lines).toHaveLength(1);
    expect(lines[0]).not.toContain(TOKEN);
    await discord.stop();
  });
});
