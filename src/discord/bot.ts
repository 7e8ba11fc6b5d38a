import { DiscordAPIError, DiscordjsError, DiscordjsErrorCodes } from 'discord.js';
import type { Library } from '../answers/library.js';
import { formatNumber } from '../answers/messages/counts.js';
import { discordMessagesIn } from '../answers/messages/discord.js';
import { ClosedForGood, connect, type Connection } from './connection.js';
import type { DiscordConfig } from './deploy.js';
import { preferSmallHeap } from './memory.js';
import { inWords } from './rest.js';

const log = (line: string): void => {
  process.stderr.write(`${new Date().toISOString()} ${line}\n`);
};

/** Idle connections to Discord may keep the process up; whoever told it to stop waits for 5 seconds only. */
const LINGER_MS = 300;

const leave = (status: number): number => {
  setTimeout(() => process.exit(status), LINGER_MS).unref();
  return status;
};

/** Why the bot could not connect, in one sentence with the remedy. */
function reason(error: unknown, config: DiscordConfig): string {
  const { start } = discordMessagesIn(config.defaultLanguage);
  const refused =
    (error instanceof DiscordjsError && error.code === DiscordjsErrorCodes.TokenInvalid) ||
    (error instanceof DiscordAPIError && error.status === 401);
  if (refused) return start.tokenRefused;
  if (error instanceof ClosedForGood) return start.closed(error.code);
  return start.unreachable(config.api ?? 'https://discord.com/api', inWords(error));
}

/**
 * Runs the bot until it is told to stop (SIGTERM, SIGINT: 0) or Discord will not have it (1): resolves with the exit
 * status. `library` is a value, or a function that gives the library of now.
 */
export async function startBot(config: DiscordConfig, library: Library | (() => Library)): Promise<number> {
  const { token, defaultLanguage } = config;
  const words = discordMessagesIn(defaultLanguage);
  if (token === null) {
    process.stderr.write(`${words.deploy.noToken}\n`);
    return 2;
  }
  preferSmallHeap();
  // A forgotten rejection is a defect, but no reason to leave everybody without an answer.
  const onRejection = (error: unknown): void =>
    log(`unhandled rejection: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  process.on('unhandledRejection', onRejection);
  const told = new Promise<number>((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => resolve(0));
  });
  let connection: Connection | null;
  try {
    const current = typeof library === 'function' ? library : () => library;
    // Told to stop while Discord does not answer: nothing is under way that would have to be finished.
    connection = await Promise.race([connect({ ...config, token }, current, log), told.then(() => null)]);
  } catch (error) {
    process.stderr.write(`${reason(error, config)}\n`);
    return 1;
  }
  if (connection === null) return leave(0);
  process.stdout.write(
    `${words.start.connected(connection.name, formatNumber(connection.servers, defaultLanguage))}\n`,
  );
  const lost = connection.closed.then((code) => {
    process.stderr.write(`${words.start.closed(code)}\n`);
    return 1;
  });
  const status = await Promise.race([told, lost]);
  await connection.stop();
  return leave(status);
}
