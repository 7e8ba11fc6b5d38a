import {
  Client,
  Events,
  GatewayDispatchEvents,
  GatewayIntentBits,
  Options,
  type APIInteraction,
  type ClientOptions,
  type GatewayMessageCreateDispatchData,
} from 'discord.js';
import type { Library } from '../answers/library.js';
import { handleMessage } from './channel-messages.js';
import { apiOf, register, type DiscordConfig } from './deploy.js';
import { createDoor } from './door.js';
import { handleInteraction } from './handle.js';
import { createPulse, type Pulse } from './health.js';
import { inWords, REST_OPTIONS } from './rest.js';

/** How long a stop waits for answers under way; with the closing of the connection it stays below 5 seconds. */
const DRAIN_MS = 4000;
const CLOSE_MS = 700;

/** Nothing of servers, people or messages is kept: Isnad answers from what an event brings with it. */
const noCache = Options.cacheWithLimits(
  Object.fromEntries(
    [
      'ApplicationCommandManager',
      'AutoModerationRuleManager',
      'BaseGuildEmojiManager',
      'DMMessageManager',
      'EntitlementManager',
      'GuildBanManager',
      'GuildEmojiManager',
      'GuildForumThreadManager',
      'GuildInviteManager',
      'GuildMemberManager',
      'GuildMessageManager',
      'GuildScheduledEventManager',
      'GuildStickerManager',
      'GuildTextThreadManager',
      'MessageManager',
      'PresenceManager',
      'ReactionManager',
      'ReactionUserManager',
      'StageInstanceManager',
      'ThreadManager',
      'ThreadMemberManager',
      'UserManager',
      'VoiceStateManager',
    ].map((manager) => [manager, 0]),
  ),
);

const optionsFor = (config: DiscordConfig): ClientOptions => ({
  // Interactions need no intent. Messages that mention the bot, and direct messages, bring their text without the
  // privileged intent; the text of all others stays withheld, as it should.
  intents: [GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages],
  // As many connections as Discord recommends: one until 2,500 servers.
  shards: 'auto',
  makeCache: noCache,
  allowedMentions: { parse: [] },
  rest: { ...REST_OPTIONS, ...apiOf(config) },
});

export interface Connection {
  /** The bot's name as Discord knows it. */
  readonly name: string;
  readonly servers: number;
  readonly pulse: Pulse;
  /** Resolves with the close code when Discord has closed the connection for good. */
  readonly closed: Promise<number>;
  /** Answers what is under way, then leaves: below 5 seconds. */
  stop(): Promise<void>;
}

/**
 * Connects to Discord and answers from `library()` until stopped. Rejects where Discord cannot be reached or refuses
 * the token. Registers the commands where they differ from the registered ones; that this fails is logged only.
 */
export async function connect(
  config: DiscordConfig & { readonly token: string },
  library: () => Library,
  log: (line: string) => void,
): Promise<Connection> {
  const client = new Client(optionsFor(config));
  const door = createDoor(library, config.defaultLanguage, log);
  const pulse = createPulse(config.token, log);
  const underWay = new Set<Promise<void>>();
  const track = (work: Promise<void>): void => {
    underWay.add(work);
    void work.finally(() => underWay.delete(work));
  };

  // Without a listener an error event would end the process.
  client.on(Events.Error, (error) => log(`discord.js: ${inWords(error)}`));
  client.on(Events.ShardError, (error) => log(`gateway: ${inWords(error)}`));
  client.on(Events.Warn, (warning) => log(`discord.js: ${warning}`));
  client.on(Events.ShardReconnecting, () => log('gateway: reconnecting'));
  client.on(Events.ShardResume, () => log('gateway: resumed'));
  const closed = new Promise<number>((resolve) => {
    client.on(Events.ShardDisconnect, ({ code }) => resolve(code));
  });
  // Every event and every answered heartbeat is a sign of life; discord.js tells of the latter only in this way.
  client.on(Events.Raw as never, () => pulse.beat());
  client.on(Events.Debug, (text) => {
    if (text.includes('Heartbeat acknowledged')) pulse.beat();
  });

  // The events as Discord sent them, plain data: an answer needs nothing that discord.js would build around them.
  client.ws.on(GatewayDispatchEvents.InteractionCreate, (interaction: APIInteraction) =>
    track(handleInteraction(interaction, door, client.rest)),
  );
  client.ws.on(GatewayDispatchEvents.MessageCreate, (message: GatewayMessageCreateDispatchData) => {
    const self = client.user?.id;
    if (self !== undefined) track(handleMessage(message, self, door, client.rest));
  });

  const ready = new Promise<void>((resolve) => client.once(Events.ClientReady, () => resolve()));
  try {
    await client.login(config.token);
    await Promise.race([ready, closed.then((code) => Promise.reject(new ClosedForGood(code)))]);
  } catch (error) {
    await client.destroy();
    throw error;
  }
  pulse.beat();
  const application = client.application?.id;
  if (application !== undefined)
    track(
      register(client.rest, application, config.guildId, { dryRun: false }).then(
        ({ changes }) => changes.forEach((change) => log(`registered: ${change}`)),
        (error: unknown) => log(`commands not registered: ${inWords(error)}`),
      ),
    );

  return {
    name: client.user?.username ?? '',
    servers: client.guilds.cache.size,
    pulse,
    closed,
    async stop() {
      const deadline = AbortSignal.timeout(DRAIN_MS);
      const late = new Promise<void>((resolve) => deadline.addEventListener('abort', () => resolve()));
      // What arrives while others are waited for is answered too.
      while (underWay.size > 0 && !deadline.aborted) await Promise.race([Promise.all(underWay), late]);
      await Promise.race([client.destroy(), new Promise((resolve) => setTimeout(resolve, CLOSE_MS).unref())]);
      await pulse.stop();
    },
  };
}

/** Discord refused the connection in a way that trying again cannot mend (wrong token, wrong intents). */
export class ClosedForGood extends Error {
  constructor(readonly code: number) {
    super(`closed with code ${code}`);
  }
}
