import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { commands } from '../../../commands/index.js';
import type { Library } from '../../../src/answers/library.js';
import { answer } from '../../../src/discord/answer.js';
import { createDoor } from '../../../src/discord/door.js';
import type { MessageBody } from '../../../src/discord/component.js';
import { withinLimits } from '../../../src/discord/options.js';
import { registrations } from '../../../src/discord/registration.js';
import { contextMessage } from '../../../src/discord/render/context.js';
import { errorMessage, noteMessage, replyMessage, type View } from '../../../src/discord/render/reply.js';
import { sharedMessage } from '../../../src/discord/share.js';
import { sentMessage } from '../loopback/events.js';
import type { Body } from '../loopback/payload.js';
import { seedsLibrary } from '../support.js';
import { described, mustBeDescribed, refusal, type Schema } from './description.js';
import { anyName, anyReply, anyWords } from './replies.js';
import { choiceFaults, messageFaults, registrationFaults } from './rules.js';

if (!described && !mustBeDescribed)
  console.warn('../shared/data/discord-openapi.json is missing: payloads are held against the cross-field rules only');

/** Under CI a missing description must not pass for conformance. */
test.runIf(mustBeDescribed)("Discord's description is there", () => {
  expect(described).toBe(true);
});

const refused = (schema: Schema, payload: unknown): string | null => (described ? refusal(schema, payload) : null);

/** Every way in which a message is sent. */
function faultsOf(body: MessageBody): string[] {
  const asBody = body as unknown as Body;
  const change = { ...body, flags: body.flags & ~64 };
  return [
    ...messageFaults(asBody),
    refused('CreateMessageInteractionCallbackRequest', { type: 4, data: body }),
    refused('UpdateMessageInteractionCallbackRequest', { type: 7, data: change }),
    refused('IncomingWebhookUpdateRequestPartial', change),
    refused('IncomingWebhookRequestPartial', body),
    refused('MessageCreateRequest', {
      ...change,
      message_reference: { message_id: '1', fail_if_not_exists: false },
      nonce: '1',
      enforce_nonce: true,
    }),
  ].filter((fault) => fault !== null);
}

type Shown = Omit<View, 'library' | 'request'> & { readonly question: string };

describe('every payload is one that Discord takes', () => {
  let library: Library;
  beforeAll(async () => {
    library = await seedsLibrary();
  });

  const view = fc.record({
    page: fc.oneof(fc.constant(0), fc.nat(60)),
    ephemeral: fc.boolean(),
    changed: fc.boolean(),
    entriesPerPage: fc.constantFrom(3, 10, 1000),
    remarks: fc.array(anyName, { maxLength: 1 }),
    question: fc.oneof(anyName, anyWords),
  });
  /** The library is no part of what is generated: a counterexample would print it whole. */
  const viewOf = ({ question, ...rest }: Shown): View => ({
    ...rest,
    library,
    request: { command: 'ask', options: { question, since: '2024-01-01', source: question.slice(0, 30) } },
  });

  test('replies of every kind, on every page', () => {
    let sent = 0;
    fc.assert(
      fc.property(anyReply(library), view, (reply, shown) => {
        sent++;
        expect(faultsOf(replyMessage(reply, viewOf(shown)))).toEqual([]);
      }),
      { numRuns: 2000 },
    );
    expect(sent).toBeGreaterThanOrEqual(2000);
  }, 120_000);

  test('every page of what the commands say of the five documents, in both languages', () => {
    const door = createDoor(
      () => library,
      'en',
      () => undefined,
    );
    for (const { name, options } of commands)
      for (const language of ['ar', 'en']) {
        const given = 'question' in options ? { question: 'Qatar Red Crescent' } : {};
        for (let page = 0; page < 40; page += 3) {
          const request = { command: name, options: { ...given, language } };
          const { body } = answer({ request, user: '1', ephemeral: page % 2 === 0, page }, door);
          expect(faultsOf(body)).toEqual([]);
        }
      }
  });

  test('errors and remarks of any words', () => {
    fc.assert(
      fc.property(anyWords, (sentence) => {
        expect(faultsOf(errorMessage(sentence))).toEqual([]);
      }),
    );
    expect(faultsOf(noteMessage('x', { ephemeral: false }))).toEqual([]);
  });

  test('the paragraphs around any paragraph', () => {
    for (const document of library.corpus.documents)
      for (const { number } of document.paragraphs)
        expect(
          faultsOf(contextMessage(document, number, { library, language: 'ar', changed: true, ephemeral: true })),
        ).toEqual([]);
  });

  test('private messages made public', () => {
    fc.assert(
      fc.property(anyReply(library), view, (reply, shown) => {
        const body = replyMessage(reply, { ...viewOf(shown), ephemeral: true });
        const { components } = sentMessage(body);
        const shared = sharedMessage(components as never, 'Shared by <@123456789012345678>');
        if (shared) expect(faultsOf(shared)).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  test('registration', () => {
    const registered = registrations(commands);
    expect(registrationFaults(registered)).toEqual([]);
    for (const command of registered) {
      expect(refused('ApplicationCommandCreateRequest', command)).toBeNull();
      expect(refused('ApplicationCommandUpdateRequest', command)).toBeNull();
    }
  });

  test('autocompletion', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ name: anyName, value: anyName }), { maxLength: 60 }), (proposals) => {
        const choices = withinLimits(proposals);
        expect(choiceFaults(choices)).toEqual([]);
        expect(refused('ApplicationCommandAutocompleteCallbackRequest', { type: 8, data: { choices } })).toBeNull();
      }),
    );
  });

  test('announcements', () => {
    expect(refused('CreateMessageInteractionCallbackRequest', { type: 5, data: { flags: 64 } })).toBeNull();
    expect(refused('CreateMessageInteractionCallbackRequest', { type: 5 })).toBeNull();
    expect(refused('UpdateMessageInteractionCallbackRequest', { type: 6 })).toBeNull();
  });
});

describe('descriptions of commands', () => {
  test('say everything in both languages, uncut', () => {
    for (const { description, options } of commands) {
      for (const text of [description, ...Object.values(options).map((option) => option.description)]) {
        expect(`${text.en} · ${text.ar}`.length, text.en).toBeLessThanOrEqual(100);
        expect(text.ar).toMatch(/\p{Script=Arabic}/u);
      }
    }
  });
});
