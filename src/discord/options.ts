import {
  ApplicationCommandOptionType,
  type APIApplicationCommandInteractionDataBasicOption,
  type APIApplicationCommandInteractionDataOption,
} from 'discord.js';
import { commands } from '../../commands/index.js';
import { optionsOf, type Suggestion } from '../../commands/command.js';
import { EXPORT_FORMATS, type ExportFormat } from '../answers/export.js';
import type { Library } from '../answers/library.js';
import { oneLine } from './characters.js';
import { label } from './escape.js';
import { AUTOCOMPLETE_CHOICES, CHOICE_NAME, CHOICE_VALUE } from './limits.js';

/** Beside the command's own options, on Discord only: the answer is shown to the asker alone. */
export const PRIVATE_OPTION = 'private';
/** The same for commands with a list: the list as a file, as `--export` writes it on the command line. */
export const EXPORT_OPTION = 'export';
const DOORS_OWN: ReadonlySet<string> = new Set([PRIVATE_OPTION, EXPORT_OPTION]);

const isBasic = (
  option: APIApplicationCommandInteractionDataOption,
): option is APIApplicationCommandInteractionDataBasicOption =>
  option.type !== ApplicationCommandOptionType.Subcommand &&
  option.type !== ApplicationCommandOptionType.SubcommandGroup;

/** The options as typed, and apart from them `private` and `export`, which are the door's own. */
export function readOptions(options: readonly APIApplicationCommandInteractionDataOption[] = []): {
  readonly values: Readonly<Record<string, unknown>>;
  readonly ephemeral: boolean;
  readonly format: ExportFormat | null;
} {
  const given = options.filter(isBasic).map(({ name, value }) => [name, value] as const);
  return {
    values: Object.fromEntries(given.filter(([name]) => !DOORS_OWN.has(name))),
    ephemeral: given.some(([name, value]) => name === PRIVATE_OPTION && value === true),
    format:
      EXPORT_FORMATS.find((format) => given.some(([name, value]) => name === EXPORT_OPTION && value === format)) ??
      null,
  };
}

/** Proposals for what is being typed into an option, within Discord's limits; none where the command has none to make. */
export function suggestions(
  command: string,
  options: readonly APIApplicationCommandInteractionDataOption[] = [],
  library: Library,
): readonly Suggestion[] {
  const typing = options.filter(isBasic).find((option) => 'focused' in option && option.focused);
  const found = commands.find(({ name }) => name === command);
  const suggest = found && typing ? optionsOf(found)[typing.name]?.suggest : undefined;
  if (!suggest || !typing) return [];
  return withinLimits(suggest(library, String(typing.value)));
}

/** At most 25 proposals, with a name of at most 100 characters and a value that Discord sends back whole, none twice. */
export function withinLimits(proposals: readonly Suggestion[]): readonly Suggestion[] {
  const seen = new Set<string>();
  const kept: Suggestion[] = [];
  for (const { name, value } of proposals) {
    const shown = label(name, CHOICE_NAME);
    const usable = oneLine(value) !== '' && value.length <= CHOICE_VALUE && !seen.has(value);
    if (shown === '' || !usable) continue;
    seen.add(value);
    kept.push({ name: shown, value });
    if (kept.length === AUTOCOMPLETE_CHOICES) break;
  }
  return kept;
}
