import { z } from 'zod';
import { messagesIn } from './answers/messages/messages.js';
import { LANGUAGES, type Language } from './text/language.js';
import { projectFile } from './text/project.js';

/** What the environment decides. `null` where a variable is not set or set to nothing. */
export interface Config {
  readonly token: string | null;
  /** A development server in which commands are registered, for instant effect. */
  readonly guildId: string | null;
  /** Base address of Discord's REST API ending in `/api`, without a version; null for Discord's own. */
  readonly api: string | null;
  readonly corpusDir: string;
  /** Folder of installed dictd dictionaries; null for none. */
  readonly dictionaryDir: string | null;
  readonly defaultLanguage: Language;
  /** Port of the local page; 0 lets the system choose one. */
  readonly port: number | null;
}

export type Environment = Readonly<Record<string, string | undefined>>;

export type ConfigResult =
  | { readonly ok: true; readonly config: Config }
  | { readonly ok: false; readonly faults: readonly string[]; readonly language: Language };

/** Where Debian's packages of dictionaries (dict-freedict-…) put their files. */
const INSTALLED_DICTIONARIES = '/usr/share/dictd';

/** A variable that is set to nothing counts as not set: `.env.example` names them all. */
const given = z.preprocess(
  (value) => (typeof value === 'string' && value.trim() === '' ? undefined : value),
  z.string().trim().optional(),
);
const orNull = (schema: z.ZodType<string, string>) => given.pipe(schema.optional()).transform((value) => value ?? null);

const isApi = (value: string): boolean => {
  if (!URL.canParse(value)) return false;
  const { protocol, pathname, search, hash } = new URL(value);
  return /^https?:$/.test(protocol) && pathname.endsWith('/api') && search === '' && hash === '';
};

const ENVIRONMENT = z.object({
  DISCORD_TOKEN: orNull(z.string().regex(/^[\x21-\x7e]+$/)),
  DISCORD_GUILD_ID: orNull(z.string().regex(/^\d{1,20}$/)),
  DISCORD_API: orNull(z.string().refine(isApi)),
  CORPUS_DIR: given.transform((value) => value ?? projectFile('seeds')),
  // here nothing has a meaning of its own: no dictionary
  DICTIONARY_DIR: z
    .string()
    .trim()
    .optional()
    .transform((value) => (value === undefined ? INSTALLED_DICTIONARIES : value === '' ? null : value)),
  DEFAULT_LANGUAGE: given.pipe(z.enum(LANGUAGES as [Language, ...Language[]]).default('en')),
  PORT: orNull(
    z
      .string()
      .regex(/^\d{1,5}$/)
      .refine((value) => Number(value) <= 65535),
  ),
});

type Variable = keyof typeof ENVIRONMENT.shape;

/** The fault of one variable in words. The token's value is never part of it. */
function fault(variable: Variable, value: string, language: Language): string {
  const { config } = messagesIn(language);
  switch (variable) {
    case 'DISCORD_TOKEN':
      return config.token;
    case 'DISCORD_GUILD_ID':
      return config.guild(value);
    case 'DISCORD_API':
      return config.api(value);
    case 'DEFAULT_LANGUAGE':
      return config.language(value);
    case 'PORT':
      return config.port(value);
    case 'CORPUS_DIR':
    case 'DICTIONARY_DIR':
      return config.folder(variable);
  }
}

/** The settings in `environment`, or all that is wrong with them, a sentence each. */
export function readConfig(environment: Environment): ConfigResult {
  const parsed = ENVIRONMENT.safeParse(environment);
  if (!parsed.success) {
    const language = LANGUAGES.find((known) => known === environment['DEFAULT_LANGUAGE']?.trim()) ?? 'en';
    const variables = [...new Set(parsed.error.issues.map(({ path }) => path[0] as Variable))];
    return { ok: false, language, faults: variables.map((name) => fault(name, environment[name] ?? '', language)) };
  }
  const read = parsed.data;
  return {
    ok: true,
    config: {
      token: read.DISCORD_TOKEN,
      guildId: read.DISCORD_GUILD_ID,
      api: read.DISCORD_API,
      corpusDir: read.CORPUS_DIR,
      dictionaryDir: read.DICTIONARY_DIR,
      defaultLanguage: read.DEFAULT_LANGUAGE,
      port: read.PORT === null ? null : Number(read.PORT),
    },
  };
}

/**
 * Whether what is printed may hold colours: FORCE_COLOR (https://force-color.org) before NO_COLOR
 * (https://no-color.org), else only where the output is a terminal that is not called "dumb".
 */
export function wantsColours(environment: Environment, isTerminal: boolean): boolean {
  const forced = environment['FORCE_COLOR'];
  if (forced !== undefined) return forced !== '0' && forced !== 'false';
  if (environment['NO_COLOR'] || environment['NODE_DISABLE_COLORS']) return false;
  return isTerminal && environment['TERM'] !== 'dumb';
}
