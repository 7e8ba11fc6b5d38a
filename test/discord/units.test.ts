import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createCooldowns } from '../../src/discord/cooldown.js';
import { customId, readCustomId, REQUEST_ROOM, type Action } from '../../src/discord/custom-id.js';
import { differences } from '../../src/discord/differences.js';
import { createPace } from '../../src/discord/door.js';
import { ageOfLastSign, createPulse } from '../../src/discord/health.js';
import { keep, normalized, readKept } from '../../src/discord/kept-request.js';
import { registrations } from '../../src/discord/registration.js';
import { documentPages, pageOf } from '../../src/discord/render/document.js';
import { message, text } from '../../src/discord/component.js';
import { wordsOf } from '../../src/discord/target.js';
import { createTurns } from '../../src/discord/turns.js';
import { commands } from '../../commands/index.js';
import { anyWords } from './conformance/replies.js';
import { sentMessage } from './loopback/events.js';

const FINGERPRINT = 'aB3_-9';

describe('custom_id', () => {
  const document = fc.stringMatching(/^[\w-]{8}$/);
  const page = fc.nat(36 ** 4 - 1);
  const request = fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
    .filter((code) => code.length <= REQUEST_ROOM);
  const action: fc.Arbitrary<Action> = fc.oneof(
    fc.record({ does: fc.constant('page' as const), page, request }),
    fc.record({ does: fc.constantFrom('csv' as const, 'json' as const), request }),
    fc.record({ does: fc.constant('context' as const), document, paragraph: page, copy: fc.nat(40) }),
    fc.record({ does: fc.constant('around' as const), document, paragraph: page }),
    fc.record({ does: fc.constant('document' as const), document, page, copy: fc.nat(40) }),
    fc.record({ does: fc.constant('turn' as const), document, page }),
    fc.record({ does: fc.constant('choose' as const), command: fc.constantFrom('who', 'ask') }),
    fc.record({ does: fc.constant('share' as const) }),
  );

  test('says what was pressed, within 100 characters', () => {
    fc.assert(
      fc.property(action, (given) => {
        const id = customId(given, FINGERPRINT);
        expect(id.length).toBeLessThanOrEqual(100);
        expect(readCustomId(id)).toEqual({ action: given, fingerprint: FINGERPRINT });
      }),
    );
  });

  test.each([
    '',
    'x',
    '0pabcdef.1.["ask",{}]',
    '2pabcdef.1.x',
    '1zabcdef',
    '1pabcdef',
    '1pabcdef.!.x',
    '1cabcdef.doc.NaN.0',
    'ask:more:17',
  ])('%j comes from another version', (id) => expect(readCustomId(id)).toBeNull());

  test('never throws', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 100 }), (id) => void readCustomId(id)));
  });
});

describe('a request kept with its answer', () => {
  const sent = (request: Parameters<typeof keep>[0]): { code: string; components: never } => {
    const kept = keep(request);
    const body = message(0, [text('x'), ...(kept.line ? [kept.line] : [])]);
    return { code: kept.code, components: sentMessage(body)['components'] as never };
  };

  test('is read back, whatever its words', () => {
    fc.assert(
      fc.property(anyWords, fc.option(anyWords), fc.option(fc.nat(25)), (question, source, limit) => {
        const request = normalized({ command: 'ask', options: { question, source, limit } });
        const { code, components } = sent(request);
        expect(code.length).toBeLessThanOrEqual(REQUEST_ROOM);
        expect(readKept(code, components)).toEqual(request);
      }),
      { numRuns: 500 },
    );
  });

  test('stands on its message where the custom_id has no room: that survives a restart', () => {
    const question = 'من وقّع مذكرة التفاهم بين *الهلال الأحمر* القطري والهلال الأحمر التركمانستاني؟ '.repeat(4).trim();
    const { code, components } = sent({ command: 'ask', options: { question } });
    expect(code).toBe('["ask",{"question":null}]');
    expect(readKept(code, components)?.options).toEqual({ question });
  });

  test('is gone where only a memory held it that is not this one', () => {
    expect(readKept('#zzz', [])).toBeNull();
    expect(readKept('["ask",{"question":null}]', [])).toBeNull();
    expect(readKept('{"not":"ours"}', [])).toBeNull();
    expect(readKept('[', [])).toBeNull();
  });
});

describe('cooldown', () => {
  test('grants a burst, then says when to try again, then grants again', () => {
    const cooldowns = createCooldowns();
    let granted = 0;
    while (!cooldowns.take('a', 0)) granted++;
    expect(granted).toBeGreaterThanOrEqual(10);
    const refusal = cooldowns.take('a', 100);
    expect(refusal).toEqual({ seconds: 1, first: false });
    expect(cooldowns.take('b', 100)).toBeNull();
    expect(cooldowns.take('a', (refusal?.seconds ?? 0) * 1000)).toBeNull();
    expect(cooldowns.take('a', 1000)?.first).toBe(true);
  });

  test('never refuses who asks at the rate of its refill', () => {
    const cooldowns = createCooldowns();
    for (let second = 0; second < 500; second++) expect(cooldowns.take('a', second * 1000)).toBeNull();
  });
});

test('an answer is announced where a command was slow lately, or a corpus is so large that it may be', () => {
  const pace = createPace();
  expect(pace.mayTakeLong('ask', 79)).toBe(false);
  expect(pace.mayTakeLong('ask', 10_000_000)).toBe(true);
  pace.record('ask', 800);
  expect(pace.mayTakeLong('ask', 79)).toBe(true);
  for (let run = 0; run < 5; run++) pace.record('ask', 2);
  expect(pace.mayTakeLong('ask', 10_000_000)).toBe(false);
});

describe('turns', () => {
  test('let what is ready be sent between two of a burst, in order, nobody left out', async () => {
    const turns = createTurns();
    const events: string[] = [];
    const one = async (name: string): Promise<void> => {
      await turns.next();
      events.push(name);
      setImmediate(() => events.push(`${name} sent`));
    };
    await Promise.all(['a', 'b', 'c'].map(one));
    await new Promise((resolve) => setImmediate(resolve));
    expect(events.filter((event) => !event.includes('sent'))).toEqual(['a', 'b', 'c']);
    expect(events.indexOf('a sent')).toBeLessThan(events.indexOf('c'));
    expect(turns.wait()).toBe(0);
  });

  test('tell how long the queue is in time', async () => {
    const turns = createTurns();
    const busy = (): void => {
      const until = performance.now() + 5;
      while (performance.now() < until);
    };
    const all = Array.from({ length: 20 }, () => turns.next().then(busy));
    await all[10];
    expect(turns.wait()).toBeGreaterThan(0);
    await Promise.all(all);
    expect(turns.wait()).toBe(0);
  });
});

describe('differences of commands', () => {
  const wanted = registrations(commands);
  const stored = (): Record<string, unknown>[] =>
    wanted.map((command, index) => ({
      id: String(index),
      version: '1',
      application_id: '1',
      nsfw: false,
      default_member_permissions: null,
      name_localizations: null,
      ...(structuredClone(command) as unknown as Record<string, unknown>),
      contexts: [...(command.contexts ?? [])].reverse(),
    }));

  test('are none between a command and what Discord makes of it', () => {
    expect(differences(stored(), wanted)).toEqual([]);
  });

  test('name command and field', () => {
    const [first, ...rest] = stored();
    const changed = [{ ...first, description: 'old' }, ...rest.slice(1), { name: 'gone', type: 1 }];
    const lines = differences(changed, wanted);
    expect(lines).toContain('- /gone');
    expect(lines).toContain(`+ /${wanted[1]?.name}`);
    expect(lines.some((line) => line.startsWith(`~ /${wanted[0]?.name} description: "old" → `))).toBe(true);
    expect(lines).toHaveLength(3);
  });

  test('see an option that moved, is required now, or has another choice', () => {
    const command = { name: 'x', type: 1, description: 'x' } as const;
    const option = { name: 'a', type: 3, description: 'a' } as const;
    const other = { name: 'b', type: 3, description: 'b' } as const;
    const of = (...options: object[]): never[] => [{ ...command, options }] as never[];
    expect(differences(of(option, other), of(other, option))).toHaveLength(2);
    expect(differences(of(option), of({ ...option, required: true }))).toEqual(['~ /x options.a.required: — → true']);
    expect(differences(of({ ...option, required: false }), of(option))).toEqual([]);
    const choice = { ...option, choices: [{ name: 'n', value: 'v' }] };
    expect(differences(of(option), of(choice)).some((line) => line.includes('options.a.choices.n.value'))).toBe(true);
  });
});

describe('pages of a document', () => {
  test('hold every letter once, in order', () => {
    fc.assert(
      fc.property(fc.array(anyWords, { maxLength: 20 }), (texts) => {
        const pages = documentPages(texts.map((each) => ({ text: each })));
        const read = texts.map(() => '');
        for (const { index, start, end } of pages.flat()) {
          expect(read[index]?.length).toBe(start);
          read[index] += texts[index]?.slice(start, end) ?? '';
        }
        expect(read).toEqual(texts);
        texts.forEach((_, index) =>
          expect(pages[pageOf(pages, index)]?.some((part) => part.index === index)).toBe(true),
        );
      }),
    );
  });
});

test('the words of a message are those its writer meant', () => {
  expect(wordsOf('<@123> **Who** signed <:flag:456> the `MoU`?\n> and when <t:1700000000:R>')).toBe(
    'Who signed the MoU? and when',
  );
  expect(wordsOf('<@!123456>')).toBe('');
});

describe('liveness', () => {
  test('is the age of the last sign from Discord, readable by another process', async () => {
    const token = `test-${process.pid}`;
    expect(await ageOfLastSign(token)).toBeNull();
    const pulse = createPulse(token, (line) => expect.unreachable(line));
    pulse.beat();
    const age = await until(() => ageOfLastSign(token));
    expect(age).toBeGreaterThanOrEqual(0);
    expect(age).toBeLessThan(60_000);
    await pulse.stop();
    expect(await ageOfLastSign(token)).toBeNull();
  });
});

async function until<T>(find: () => Promise<T | null>): Promise<T> {
  for (;;) {
    const found = await find();
    if (found !== null) return found;
  }
}
