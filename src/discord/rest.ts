import {
  DiscordAPIError,
  InteractionResponseType,
  MessageFlags,
  RateLimitError,
  Routes,
  type APIInteraction,
  type REST,
  type RESTOptions,
} from 'discord.js';
import type { Suggestion } from '../../commands/command.js';
import type { MessageBody, OutgoingMessage } from './component.js';
import {
  ALREADY_ACKNOWLEDGED,
  FIRST_RESPONSE_MS,
  INVALID_WEBHOOK_TOKEN,
  UNKNOWN_INTERACTION,
  UNKNOWN_WEBHOOK,
} from './limits.js';

/** Milliseconds after which a request that is no first response is given up, with all its retries. */
const LATER_MS = 15_000;
/** A first response is given up a little after Discord closes the door: a slow network may have delivered it. */
const FIRST_MS = FIRST_RESPONSE_MS + 1500;
/** The longest wait for a rate limit before a request is given up. */
const LONGEST_WAIT_MS = 5000;

export const REST_OPTIONS = {
  // A callback that hangs is worth one more try within the 3 seconds, not the quarter of a minute four times over.
  timeout: 2500,
  retries: 1,
  // discord.js holds every request but callbacks to 50 a second, the limit of a bot's token. Answers to interactions
  // carry no token and do not count ("Rate Limits": interaction endpoints are not bound to the global limit), yet
  // discord.js would queue deferred edits and follow-ups behind it. What does count, messages in channels, is held back
  // by each channel's own bucket and, should it come to that, by Discord's 429, which is obeyed.
  globalRequestsPerSecond: Number.POSITIVE_INFINITY,
  rejectOnRateLimit: ({ retryAfter, route }) =>
    retryAfter > (route.startsWith('/interactions/') ? FIRST_RESPONSE_MS : LONGEST_WAIT_MS),
  // Every deferred answer has a queue of its own, named by its token: they must not be kept for an hour.
  handlerSweepInterval: 60_000,
} satisfies Partial<RESTOptions>;

/** The door was closed by Discord or the answer is there already: nothing is left to do and nothing is wrong. */
const CLOSED: ReadonlySet<number | string> = new Set([
  UNKNOWN_INTERACTION,
  ALREADY_ACKNOWLEDGED,
  UNKNOWN_WEBHOOK,
  INVALID_WEBHOOK_TOKEN,
]);

export const isClosed = (error: unknown): boolean => error instanceof DiscordAPIError && CLOSED.has(error.code);

/** Discord read the request and refused what it says: the same words would be refused again, others may not. */
export const isRefused = (error: unknown): boolean =>
  error instanceof DiscordAPIError && error.status === 400 && !isClosed(error);

/** One line for the log, without tokens: the path of an interaction holds one. */
export function inWords(error: unknown): string {
  if (error instanceof DiscordAPIError) return `Discord ${error.status}, code ${error.code}: ${error.message}`;
  if (error instanceof RateLimitError) return `rate limited for ${Math.round(error.retryAfter)} ms`;
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
}

type Target = Pick<APIInteraction, 'id' | 'token' | 'application_id'>;

const withFiles = ({ files }: OutgoingMessage): { files?: { name: string; data: Buffer }[] } =>
  files ? { files: [...files] } : {};

const callback = async (
  rest: REST,
  { id, token }: Target,
  body: unknown,
  outgoing?: OutgoingMessage,
): Promise<void> => {
  await rest.post(Routes.interactionCallback(id, token), {
    body,
    auth: false,
    signal: AbortSignal.timeout(FIRST_MS),
    ...(outgoing && withFiles(outgoing)),
  });
};

/** A changed message keeps being private or not; only the form is told again. */
const forChange = (body: MessageBody): MessageBody => ({ ...body, flags: body.flags & ~MessageFlags.Ephemeral });

/** The first response: a new message, or the message of the button changed. */
export const respond = (
  rest: REST,
  target: Target,
  kind: 'message' | 'update',
  outgoing: OutgoingMessage,
): Promise<void> =>
  kind === 'message'
    ? callback(rest, target, { type: InteractionResponseType.ChannelMessageWithSource, data: outgoing.body }, outgoing)
    : callback(rest, target, { type: InteractionResponseType.UpdateMessage, data: forChange(outgoing.body) }, outgoing);

export const respondChoices = (rest: REST, target: Target, choices: readonly Suggestion[]): Promise<void> =>
  callback(rest, target, {
    type: InteractionResponseType.ApplicationCommandAutocompleteResult,
    data: { choices: choices.map(({ name, value }) => ({ name, value })) },
  });

/** "Thinking …": the answer follows with `edit`. Whether it is private is settled here. */
export const announce = (rest: REST, target: Target, kind: 'message' | 'update', ephemeral: boolean): Promise<void> =>
  callback(
    rest,
    target,
    kind === 'update'
      ? { type: InteractionResponseType.DeferredMessageUpdate }
      : {
          type: InteractionResponseType.DeferredChannelMessageWithSource,
          ...(ephemeral && { data: { flags: MessageFlags.Ephemeral } }),
        },
  );

/** The announced answer. */
export const edit = async (rest: REST, { application_id, token }: Target, outgoing: OutgoingMessage): Promise<void> => {
  await rest.patch(Routes.webhookMessage(application_id, token), {
    body: forChange(outgoing.body),
    auth: false,
    signal: AbortSignal.timeout(LATER_MS),
    ...withFiles(outgoing),
  });
};

/** A private message in place of a public announcement: what is announced publicly cannot become private. */
export const replacePrivately = async (rest: REST, target: Target, outgoing: OutgoingMessage): Promise<void> => {
  const { application_id, token } = target;
  await rest.delete(Routes.webhookMessage(application_id, token), {
    auth: false,
    signal: AbortSignal.timeout(LATER_MS),
  });
  await followUp(rest, target, outgoing);
};

export const followUp = async (
  rest: REST,
  { application_id, token }: Target,
  outgoing: OutgoingMessage,
): Promise<void> => {
  await rest.post(Routes.webhook(application_id, token), {
    body: outgoing.body,
    auth: false,
    signal: AbortSignal.timeout(LATER_MS),
    ...withFiles(outgoing),
  });
};

/**
 * A reply to a message in its channel. The nonce makes Discord drop a second one where a retry finds that the first had
 * arrived; a deleted message is answered all the same.
 */
export const replyInChannel = async (
  rest: REST,
  to: { readonly id: string; readonly channel_id: string },
  outgoing: OutgoingMessage,
): Promise<void> => {
  await rest.post(Routes.channelMessages(to.channel_id), {
    body: {
      ...forChange(outgoing.body),
      message_reference: { message_id: to.id, fail_if_not_exists: false },
      nonce: to.id,
      enforce_nonce: true,
    },
    signal: AbortSignal.timeout(LATER_MS),
    ...withFiles(outgoing),
  });
};
