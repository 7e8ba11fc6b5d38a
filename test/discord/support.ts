import { openLibrary } from '../../src/answers/open-library.js';
import type { Library } from '../../src/answers/library.js';
import { connect, type Connection } from '../../src/discord/connection.js';
import { projectFile } from '../../src/text/project.js';
import { LoopbackDiscord, TOKEN } from './loopback/discord.js';

let seeds: Promise<Library> | undefined;
/** The five documents, read once for a test file. */
export const seedsLibrary = (): Promise<Library> => (seeds ??= openLibrary(projectFile('seeds')));

export interface Bench {
  readonly discord: LoopbackDiscord;
  readonly connection: Connection;
  readonly log: string[];
  close(): Promise<void>;
}

/** The real client, connected to a loopback Discord. */
export async function connected(
  library: () => Library,
  options: { readonly heartbeatInterval?: number; readonly before?: (discord: LoopbackDiscord) => void } = {},
): Promise<Bench> {
  const discord = await LoopbackDiscord.start(options);
  options.before?.(discord);
  const log: string[] = [];
  const config = { token: TOKEN, guildId: null, api: discord.api, defaultLanguage: 'en' } as const;
  const connection = await connect(config, library, (line) => log.push(line));
  return {
    discord,
    connection,
    log,
    async close() {
      await connection.stop();
      await discord.stop();
    },
  };
}
