import {
  ApplicationCommandType,
  REST,
  Routes,
  type APIApplicationCommand,
  type RESTGetCurrentApplicationResult,
} from 'discord.js';
import { commands } from '../../commands/index.js';
import { formatNumber } from '../answers/messages/counts.js';
import { discordMessagesIn } from '../answers/messages/discord.js';
import type { Language } from '../text/language.js';
import { differences } from './differences.js';
import { registrations } from './registration.js';
import { inWords, REST_OPTIONS } from './rest.js';

/** What the door must know of the settings. */
export interface DiscordConfig {
  readonly token: string | null;
  readonly guildId: string | null;
  readonly api: string | null;
  readonly defaultLanguage: Language;
}

export const apiOf = ({ api }: DiscordConfig): { api?: string } => (api === null ? {} : { api });

export interface Registering {
  readonly changes: readonly string[];
  readonly total: number;
}

/**
 * Compares what is registered (on the development server, else everywhere) with the one list of commands, and writes
 * only where they differ, all at once. An activity's entry point, which Discord creates itself, is left as it is.
 */
export async function register(
  rest: REST,
  application: string,
  guildId: string | null,
  { dryRun }: { readonly dryRun: boolean },
): Promise<Registering> {
  const route =
    guildId === null ? Routes.applicationCommands(application) : Routes.applicationGuildCommands(application, guildId);
  const query = new URLSearchParams({ with_localizations: 'true' });
  const registered = (await rest.get(route, { query })) as APIApplicationCommand[];
  const entryPoints = registered.filter(({ type }) => type === ApplicationCommandType.PrimaryEntryPoint);
  const ours = registered.filter(({ type }) => type !== ApplicationCommandType.PrimaryEntryPoint);
  const wanted = registrations(commands);
  const changes = differences(ours, wanted);
  if (changes.length > 0 && !dryRun) await rest.put(route, { body: [...wanted, ...entryPoints] });
  return { changes, total: wanted.length };
}

/** `deploy [--dry-run]`: prints the differences field by field and writes them; resolves with the exit status. */
export async function deploy(
  config: DiscordConfig,
  {
    dryRun,
    print = (line) => process.stdout.write(`${line}\n`),
    complain = (line) => process.stderr.write(`${line}\n`),
  }: {
    readonly dryRun: boolean;
    readonly print?: (line: string) => void;
    readonly complain?: (line: string) => void;
  },
): Promise<number> {
  const language = config.defaultLanguage;
  const { deploy: words } = discordMessagesIn(language);
  if (config.token === null) {
    complain(words.noToken);
    return 2;
  }
  const rest = new REST({ ...REST_OPTIONS, ...apiOf(config) }).setToken(config.token);
  try {
    const { id } = (await rest.get(Routes.currentApplication())) as RESTGetCurrentApplicationResult;
    const { changes, total } = await register(rest, id, config.guildId, { dryRun });
    const where = config.guildId === null ? words.everywhere : words.onServer(config.guildId);
    const count = formatNumber(total, language);
    changes.forEach(print);
    print(changes.length === 0 ? words.same(count, where) : dryRun ? words.dryRun : words.written(count, where));
    return 0;
  } catch (error) {
    complain(words.refused(inWords(error)));
    return 2;
  } finally {
    rest.clearHandlerSweeper();
    rest.clearHashSweeper();
  }
}
