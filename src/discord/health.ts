import { createHash } from 'node:crypto';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { formatNumber } from '../answers/messages/counts.js';
import { discordMessagesIn } from '../answers/messages/discord.js';
import type { DiscordConfig } from './deploy.js';

/**
 * Liveness is the age of the last sign of life from Discord's gateway (an event, or an answered heartbeat, which comes
 * every 41 seconds): a process that runs but was cut off, or whose loop is blocked, is not alive. The bot leaves the
 * time in a small file that another process reads (`isnad health`, the health check of a container): a file needs no
 * port, and works as well for a bot that has no network but Discord's.
 */

/** Older than two missed heartbeats: discord.js has had its chance to reconnect by itself. */
export const SILENT_AFTER_MS = 120_000;
/** How often the file is written at most. */
const WRITE_EVERY_MS = 5000;

/** One file per bot, so that two on one machine do not answer for each other; the token cannot be read from it. */
const fileOf = (token: string): string =>
  join(tmpdir(), `isnad-${createHash('sha256').update(token).digest('hex').slice(0, 12)}.alive`);

export interface Pulse {
  /** Tells of a sign of life. */
  beat(): void;
  /** Milliseconds since the last one. */
  age(): number;
  /** Takes the file away: the bot has stopped on purpose. */
  stop(): Promise<void>;
}

export function createPulse(token: string, log: (line: string) => void): Pulse {
  const file = fileOf(token);
  let last = Date.now();
  let written = 0;
  let writing = Promise.resolve();
  let complained = false;
  const write = async (): Promise<void> => {
    try {
      await writeFile(file, String(last), { mode: 0o600 });
    } catch (error) {
      if (!complained) log(`cannot write ${file}: ${error instanceof Error ? error.message : String(error)}`);
      complained = true;
    }
  };
  return {
    beat() {
      last = Date.now();
      if (last - written < WRITE_EVERY_MS) return;
      written = last;
      writing = writing.then(write);
    },
    age: () => Date.now() - last,
    async stop() {
      await writing;
      await rm(file, { force: true });
    },
  };
}

/** Milliseconds since the last sign of life of the bot with this token on this machine; null where there is none. */
export async function ageOfLastSign(token: string): Promise<number | null> {
  try {
    const last = Number(await readFile(fileOf(token), 'utf8'));
    return Number.isFinite(last) && last > 0 ? Math.max(0, Date.now() - last) : null;
  } catch {
    return null;
  }
}

/** `health`: says how old the last sign of life is; resolves with 0 where the bot is alive, 1 where it is not. */
export async function health(
  config: DiscordConfig,
  print: (line: string) => void = (line) => process.stdout.write(`${line}\n`),
): Promise<number> {
  const language = config.defaultLanguage;
  const { health: words } = discordMessagesIn(language);
  const age = config.token === null ? null : await ageOfLastSign(config.token);
  if (age === null) {
    print(words.unknown);
    return 1;
  }
  const seconds = formatNumber(Math.round(age / 1000), language);
  const alive = age <= SILENT_AFTER_MS;
  print(alive ? words.alive(seconds) : words.silent(seconds));
  return alive ? 0 : 1;
}
