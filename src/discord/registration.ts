import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  type APIApplicationCommandBasicOption,
  type RESTPostAPIApplicationCommandsJSONBody,
} from 'discord.js';
import { MAX_TEXT, optionsOf, type Bilingual, type Command, type Option } from '../../commands/command.js';
import { EXPORT_FORMATS } from '../answers/export.js';
import { label } from './escape.js';
import { CHOICE_NAME, COMMAND_DESCRIPTION } from './limits.js';
import { EXPORT_OPTION, PRIVATE_OPTION } from './options.js';

/** Name of the command in the menu of a message: Discord has no Arabic client, hence no Arabic name. */
export const FIND_SOURCE = 'Find the source';

const PRIVATE: Bilingual = { en: 'Only you see the answer', ar: 'لا يرى الجواب غيرك' };
const EXPORT: Bilingual = { en: 'The whole list as a file', ar: 'القائمة كلها في ملف' };
const HYPHEN = ' · ';

/**
 * Both languages in one text, since no Discord client asks for Arabic. Where both do not fit (a test holds that no
 * command of ours is so long) the end is cut.
 */
const both = ({ en, ar }: Bilingual, limit: number): string => label(en === ar ? en : en + HYPHEN + ar, limit);

/** Where a command can be used: servers, direct messages with the bot, and anywhere for who installed it. */
const EVERYWHERE = {
  contexts: [InteractionContextType.Guild, InteractionContextType.BotDM, InteractionContextType.PrivateChannel],
  integration_types: [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall],
};

function optionOf(name: string, option: Option<unknown>): APIApplicationCommandBasicOption {
  const shared = {
    name,
    description: both(option.description, COMMAND_DESCRIPTION),
    ...(option.required && { required: true }),
  };
  switch (option.kind) {
    case 'integer':
      return {
        ...shared,
        type: ApplicationCommandOptionType.Integer,
        ...(option.range && { min_value: option.range.min, max_value: option.range.discordMax }),
      };
    case 'choice':
      return {
        ...shared,
        type: ApplicationCommandOptionType.String,
        choices: (option.choices ?? []).map(({ value, label: words }) => ({ name: both(words, CHOICE_NAME), value })),
      };
    case 'date':
      return { ...shared, type: ApplicationCommandOptionType.String, min_length: 4, max_length: 10 };
    case 'text':
      return {
        ...shared,
        type: ApplicationCommandOptionType.String,
        max_length: MAX_TEXT,
        ...(option.suggest && { autocomplete: true }),
      };
  }
}

/** One command as Discord is told of it: required options first; `export` (of lists) and `private` last. */
export function slashCommand(command: Command): RESTPostAPIApplicationCommandsJSONBody {
  const options = Object.entries(optionsOf(command)).map(([name, option]) => optionOf(name, option));
  const required = options.filter((option) => option.required);
  return {
    type: ApplicationCommandType.ChatInput,
    name: command.name,
    description: both(command.description, COMMAND_DESCRIPTION),
    options: [
      ...required,
      ...options.filter((option) => !option.required),
      ...(command.list
        ? [
            {
              type: ApplicationCommandOptionType.String,
              name: EXPORT_OPTION,
              description: both(EXPORT, COMMAND_DESCRIPTION),
              choices: EXPORT_FORMATS.map((format) => ({ name: format.toUpperCase(), value: format })),
            } as const,
          ]
        : []),
      {
        type: ApplicationCommandOptionType.Boolean,
        name: PRIVATE_OPTION,
        description: both(PRIVATE, COMMAND_DESCRIPTION),
      },
    ],
    ...EVERYWHERE,
  };
}

/** Everything that is registered with Discord: the commands of the one list, and the message menu if one can be asked. */
export const registrations = (commands: readonly Command[]): readonly RESTPostAPIApplicationCommandsJSONBody[] => [
  ...commands.map(slashCommand),
  ...(commands.some(({ name }) => name === 'ask')
    ? [{ type: ApplicationCommandType.Message, name: FIND_SOURCE, ...EVERYWHERE } as const]
    : []),
];
