import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { discordMessagesIn } from '../../src/answers/messages/discord.js';
import type { Library } from '../../src/answers/library.js';
import { connect } from '../../src/discord/connection.js';
import { connected, seedsLibrary, type Bench } from './support.js';
import { LoopbackDiscord, TOKEN, type Recorded } from './loopback/discord.js';
import { nextId, slash, type Event } from './loopback/events.js';
import { isEphemeral, textOf } from './loopback/payload.js';

const english = discordMessagesIn('en');
const isCallback = ({ path }: Recorded): boolean => path.startsWith('/interactions/');
const isEdit = ({ method, path }: Recorded): boolean => method === 'PATCH' && path.endsWith('@original');

let library: Library;
let bench: Bench;
beforeEach(async () => {
  library = await seedsLibrary();
  bench = await connected(() => library);
});
afterEach(() => bench.close());

const send = (event: Event): void => bench.discord.dispatch('INTERACTION_CREATE', event);
const callbacksTo = ({ id }: Event): Recorded[] =>
  bench.discord.requests.filter(({ path }) => path.startsWith(`/interactions/${id}/`));

/** A later interaction is answered: nothing of what happened before stopped the bot. */
async function expectAlive(): Promise<void> {
  const event = slash('help');
  send(event);
  expect(textOf((await bench.discord.answer(event.id)).body.data ?? {})).toContain('/ask');
}

describe('a callback that Discord does not take', () => {
  test.each([
    [10062, 404],
    [40060, 400],
  ])('with code %i ends quietly', async (code, status) => {
    const event = slash('help');
    bench.discord.fail(isCallback, { status, body: { code, message: 'no' } });
    send(event);
    await bench.discord.callback(event.id);
    await expectAlive();
    expect(callbacksTo(event)).toHaveLength(1);
    expect(bench.log.filter((line) => line.startsWith('interaction'))).toEqual([]);
  });

  test('because of what it says is followed by a plain sentence', async () => {
    const event = slash('help');
    bench.discord.fail(isCallback, { status: 400, body: { code: 50035, message: 'Invalid Form Body' } });
    send(event);
    const second = await bench.discord.until(() => callbacksTo(event)[1], 'a plainer answer');
    expect(isEphemeral(second.body.data ?? {})).toBe(true);
    expect(textOf(second.body.data ?? {})).toBe(english.notSent);
    expect(bench.log.some((line) => line.includes('50035'))).toBe(true);
  });

  test('for a moment (500) is sent again, once', async () => {
    const event = slash('help');
    bench.discord.fail(isCallback, { status: 500, body: {} });
    send(event);
    await bench.discord.until(() => callbacksTo(event)[1], 'a second try');
    await expectAlive();
    expect(callbacksTo(event)).toHaveLength(2);
  });

  test('for longer (500) is given up and logged without its token', async () => {
    const event = slash('help');
    bench.discord.fail(isCallback, { status: 500, body: {} }, 2);
    send(event);
    await bench.discord.until(() => callbacksTo(event)[1], 'a second try');
    await expectAlive();
    expect(callbacksTo(event)).toHaveLength(2);
    const logged = bench.log.filter((line) => line.includes(event.id));
    expect(logged).toHaveLength(1);
    expect(logged.join()).not.toContain(String(event['token']));
  });

  test('for too many requests (429) waits as told', async () => {
    const event = slash('help');
    bench.discord.fail(isCallback, { status: 429, headers: { 'retry-after': '0.1' }, body: { retry_after: 0.1 } });
    send(event);
    const again = await bench.discord.until(() => callbacksTo(event)[1], 'a second try');
    expect(again.at - (callbacksTo(event)[0]?.at ?? 0)).toBeGreaterThanOrEqual(100);
  });

  test('for longer than an interaction lives (429) is given up at once', async () => {
    const event = slash('help');
    bench.discord.fail(isCallback, { status: 429, headers: { 'retry-after': '60' }, body: { retry_after: 60 } });
    send(event);
    await bench.discord.callback(event.id);
    await expectAlive();
    expect(callbacksTo(event)).toHaveLength(1);
  });

  test('that hangs holds up nobody else', async () => {
    bench.discord.fail(isCallback, { hang: true });
    send(slash('help'));
    await bench.discord.until(() => bench.discord.requests.some(isCallback), 'the hanging one');
    await expectAlive();
  });
});

describe('an answer that may take long', () => {
  const slow = (): Library => ({ ...library, coverage: { ...library.coverage, paragraphs: 1_000_000 } });

  test('is announced, privately where it will be private, then edited in', async () => {
    const patient = await connected(slow);
    for (const hidden of [false, true]) {
      const event = slash('sources', hidden ? { private: true } : {});
      patient.discord.dispatch('INTERACTION_CREATE', event);
      const callback = await patient.discord.callback(event.id);
      if (callback.body.type === 5) expect(isEphemeral(callback.body.data ?? {})).toBe(hidden);
      else expect(hidden).toBe(true);
    }
    const edit = await patient.discord.until(() => patient.discord.requests.find(isEdit), 'edit');
    expect((edit.body.flags ?? 0) & (1 << 15)).not.toBe(0);
    expect(textOf(edit.body)).toContain('002');
    await patient.close();
  });

  test('and is an error is taken back and told privately', async () => {
    const patient = await connected(slow);
    const event = slash('sources', { limit: 5 });
    patient.discord.dispatch('INTERACTION_CREATE', event);
    expect((await patient.discord.callback(event.id)).body.type).toBe(5);
    const followUp = await patient.discord.until(
      () => patient.discord.requests.find(({ method, path }) => method === 'POST' && path.startsWith('/webhooks/')),
      'follow-up',
    );
    expect(isEphemeral(followUp.body)).toBe(true);
    expect(patient.discord.requests.some(({ method }) => method === 'DELETE')).toBe(true);
    await patient.close();
  });
});

describe('the gateway', () => {
  test('is resumed after a cut, and what was missed is answered', async () => {
    bench.discord.cut();
    const missed = slash('help');
    send(missed);
    await bench.discord.callback(missed.id, 10_000);
    expect(bench.discord.received.some(({ op }) => op === 6)).toBe(true);
    expect(bench.discord.received.filter(({ op }) => op === 2)).toHaveLength(1);
    expect(callbacksTo(missed)).toHaveLength(1);
  });

  test('gives a sign of life with every event and heartbeat', async () => {
    const beating = await connected(() => library, { heartbeatInterval: 40 });
    const beats = (): number => beating.discord.received.filter(({ op }) => op === 1).length;
    const before = beats();
    await beating.discord.until(() => beats() > before + 3, 'heartbeats');
    expect(beating.connection.pulse.age()).toBeLessThan(1000);
    await beating.close();
  });

  test('that refuses the bot for good ends the connection', async () => {
    bench.discord.cut(4004);
    expect(await bench.connection.closed).toBe(4004);
  });
});

test('a token that Discord refuses is told, not thrown about', async () => {
  const discord = await LoopbackDiscord.start();
  discord.fail(() => true, { status: 401, body: { code: 0, message: '401: Unauthorized' } }, 5);
  const config = { token: TOKEN, guildId: null, api: discord.api, defaultLanguage: 'en' } as const;
  await expect(
    connect(
      config,
      () => library,
      () => undefined,
    ),
  ).rejects.toThrow(/token/i);
  await discord.stop();
});

test('a stop answers what is under way', async () => {
  const leaving = await connected(() => library);
  leaving.discord.fail(isCallback, { status: 429, headers: { 'retry-after': '0.3' }, body: { retry_after: 0.3 } });
  const event = slash('help', {}, { user: nextId() });
  leaving.discord.dispatch('INTERACTION_CREATE', event);
  await leaving.discord.callback(event.id);
  await leaving.connection.stop();
  expect(leaving.discord.requests.filter(({ path }) => path.startsWith(`/interactions/${event.id}/`))).toHaveLength(2);
  await leaving.discord.stop();
});
