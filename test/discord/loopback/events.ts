import { APPLICATION_ID, BOT_ID } from './discord.js';
import type { Body, Component } from './payload.js';

/** Gateway events as Discord sends them, with what the tests vary as parameters. */

let last = 1_000_000_000_000_000_000n;
/** A fresh snowflake. */
export const nextId = (): string => String((last += 4_194_304n));

export interface Sender {
  readonly user?: string;
  /** Where: a server (default), a direct message with the bot, or any other private channel. */
  readonly context?: 0 | 1 | 2;
}

const GUILD = '940000000000000000';
const CHANNEL = '930000000000000000';

export const person = (id: string): Record<string, unknown> => ({
  id,
  username: `user${id}`,
  discriminator: '0',
  global_name: null,
  avatar: null,
});

function base({ user = nextId(), context = 0 }: Sender): Record<string, unknown> {
  const id = nextId();
  const who = person(user);
  return {
    id,
    application_id: APPLICATION_ID,
    token: `token-${id}`,
    version: 1,
    channel_id: CHANNEL,
    channel: { id: CHANNEL, type: context === 0 ? 0 : 1 },
    context,
    authorizing_integration_owners: context === 0 ? { 0: GUILD } : { 1: user },
    entitlements: [],
    locale: 'en-GB',
    app_permissions: '0',
    attachment_size_limit: 10_485_760,
    ...(context === 0
      ? {
          guild_id: GUILD,
          guild: { id: GUILD, locale: 'en-US', features: [] },
          guild_locale: 'en-US',
          member: {
            user: who,
            roles: [],
            permissions: '0',
            joined_at: '2024-01-01T00:00:00Z',
            deaf: false,
            mute: false,
            flags: 0,
          },
        }
      : { user: who }),
  };
}

/** An event as JSON. */
export type Event = Record<string, unknown> & { readonly id: string };

const TYPES: Record<string, number> = { string: 3, number: 4, boolean: 5 };

const typed = (options: Readonly<Record<string, string | number | boolean>>): unknown[] =>
  Object.entries(options).map(([name, value]) => ({ name, type: TYPES[typeof value], value }));

export const slash = (
  name: string,
  options: Readonly<Record<string, string | number | boolean>> = {},
  sender: Sender = {},
): Event => ({
  ...(base(sender) as Event),
  type: 2,
  data: { id: nextId(), name, type: 1, options: typed(options) },
});

export const autocomplete = (name: string, option: string, value: string, sender: Sender = {}): Event => ({
  ...(base(sender) as Event),
  type: 4,
  data: { id: nextId(), name, type: 1, options: [{ name: option, type: 3, value, focused: true }] },
});

/** The message menu used on somebody's message. */
export const menu = (name: string, content: string, sender: Sender = {}): Event => {
  const target = message(content, {});
  return {
    ...(base(sender) as Event),
    type: 2,
    data: { id: nextId(), name, type: 3, target_id: target.id, resolved: { messages: { [target.id]: target } } },
  };
};

/** A message of the bot as it comes back with a pressed button: what was sent, with the ids that Discord adds. */
export function sentMessage(body: Body): Event {
  let id = 0;
  const numbered = (component: Component): Component => ({
    ...component,
    id: component.id ?? ++id,
    ...(component.components && { components: component.components.map(numbered) }),
    ...(component.accessory && { accessory: numbered(component.accessory) }),
  });
  return { ...message('', { author: BOT_ID }), flags: body.flags, components: (body.components ?? []).map(numbered) };
}

/** A press on a button, or a choice in a select, of a message that the bot sent with `body`. */
export const press = (
  customId: string,
  body: Body,
  sender: Sender & { readonly values?: readonly string[] } = {},
): Event => ({
  ...(base(sender) as Event),
  type: 3,
  message: sentMessage(body),
  data: {
    custom_id: customId,
    id: 1,
    component_type: sender.values ? 3 : 2,
    ...(sender.values && { values: sender.values }),
  },
});

export interface Written {
  readonly author?: string;
  readonly bot?: boolean;
  readonly mentionsBot?: boolean;
  readonly repliesTo?: string;
  readonly direct?: boolean;
}

/** A message in a channel. `repliesTo` is the author of the message it replies to. */
export function message(content: string, written: Written): Event {
  const { author = nextId(), bot = false, mentionsBot = false, repliesTo, direct = false } = written;
  return {
    id: nextId(),
    channel_id: CHANNEL,
    author: { ...person(author), ...(bot && { bot: true }) },
    content,
    timestamp: '2026-01-01T00:00:00Z',
    edited_timestamp: null,
    tts: false,
    mention_everyone: false,
    mentions: mentionsBot ? [person(BOT_ID)] : [],
    mention_roles: [],
    attachments: [],
    embeds: [],
    pinned: false,
    type: repliesTo === undefined ? 0 : 19,
    ...(!direct && {
      guild_id: GUILD,
      member: { roles: [], joined_at: '2024-01-01T00:00:00Z', deaf: false, mute: false, flags: 0 },
    }),
    ...(repliesTo !== undefined && {
      message_reference: { message_id: nextId(), channel_id: CHANNEL },
      referenced_message: { ...message('', { author: repliesTo }), author: person(repliesTo) },
    }),
  };
}
