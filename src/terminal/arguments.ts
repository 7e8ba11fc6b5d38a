import { commandNames, findCommand, languageToReplyIn } from '../../commands/dispatch.js';
import { commands } from '../../commands/index.js';
import { optionsOf, type Command } from '../../commands/command.js';
import { nearestName } from '../../commands/nearest.js';
import { EXPORT_FORMATS, type ExportFormat } from '../answers/export.js';
import { messagesIn } from '../answers/messages/messages.js';
import type { Language } from '../text/language.js';

/** What the command line asks for. `corpus` is null where `--corpus` is not given. */
export type Invocation =
  | { readonly kind: 'prompt'; readonly corpus: string | null }
  | { readonly kind: 'batch'; readonly corpus: string | null }
  | { readonly kind: 'deploy'; readonly dryRun: boolean }
  | { readonly kind: 'health' }
  | {
      readonly kind: 'command';
      readonly corpus: string | null;
      readonly command: string;
      readonly options: Readonly<Record<string, string>>;
      /** For a person, the whole reply as JSON, or its list as a file. */
      readonly output: 'text' | 'json' | 'explain' | { readonly list: ExportFormat };
    }
  | { readonly kind: 'wrong'; readonly message: string; readonly json: boolean };

/** The options of the command line itself, beside those of the commands. */
const FLAGS = ['json', 'corpus', 'export', 'help', 'explain'];

/** What can stand in a command's place and is none that a door dispatches. */
const OWN_COMMANDS = ['batch', 'deploy', 'health'];

interface Pieces {
  /** Bare texts, the command's name first. */
  readonly bare: string[];
  /** Options in the order given; `value` is null where none follows. */
  readonly options: { readonly name: string; readonly value: string | null }[];
}

/** Options that stand alone; all others take the next argument. */
const ALONE = new Set(['json', 'help', 'dry-run', 'explain']);

/** `--name value`, `--name=value`, bare texts; after `--` everything is bare. A value may begin with one dash, not with two. */
function split(argv: readonly string[]): Pieces {
  const pieces: Pieces = { bare: [], options: [] };
  for (let index = 0; index < argv.length; index++) {
    const argument = argv[index] as string;
    if (argument === '--') {
      pieces.bare.push(...argv.slice(index + 1));
      break;
    }
    if (argument === '-h') pieces.options.push({ name: 'help', value: null });
    else if (!argument.startsWith('--')) pieces.bare.push(argument);
    else {
      const equals = argument.indexOf('=');
      const name = argument.slice(2, equals < 0 ? undefined : equals);
      const next = argv[index + 1];
      if (equals >= 0) pieces.options.push({ name, value: argument.slice(equals + 1) });
      else if (ALONE.has(name) || next === undefined || next.startsWith('--'))
        pieces.options.push({ name, value: null });
      else {
        pieces.options.push({ name, value: next });
        index++;
      }
    }
  }
  return pieces;
}

/** `party:Turkmenistan` as typed on Discord, where `party` is an option of the command. */
function asOnDiscord(text: string, names: readonly string[]): readonly [string, string] | null {
  const colon = text.indexOf(':');
  const name = text.slice(0, Math.max(colon, 0));
  return names.includes(name) && /^\S/.test(text.slice(colon + 1)) ? [name, text.slice(colon + 1)] : null;
}

/** Reads the command line (without node and script). Faults that a command's own schema finds are left to it. */
export function parseArguments(argv: readonly string[], byDefault: Language): Invocation {
  const { bare, options } = split(argv);
  const language = languageToReplyIn(bare.slice(1).join(' ')) ?? byDefault;
  const { terminal, error } = messagesIn(language);
  const json = options.some(({ name }) => name === 'json');
  const wrong = (message: string): Invocation => ({ kind: 'wrong', message, json });

  const repeated = options.find(({ name }, index) => options.findIndex((other) => other.name === name) !== index);
  if (repeated) return wrong(terminal.optionTwice(`--${repeated.name}`));
  const valueless = options.find(({ name, value }) => ALONE.has(name) && value !== null);
  if (valueless) return wrong(terminal.flagWithValue(`--${valueless.name}`));
  const given = new Map(options.map(({ name, value }) => [name, value]));
  const corpus = given.get('corpus');
  if (corpus === null || corpus === '') return wrong(terminal.flagWithoutValue('--corpus', '--corpus seeds'));
  const folder = corpus ?? null;

  const typed = given.has('help') ? 'help' : bare[0]?.replace(/^\//, '').toLowerCase();
  const texts = given.has('help') ? bare : bare.slice(1);

  /** The first option that is neither one of `names` nor allowed to the command line itself, as a fault. */
  const stranger = (names: readonly string[], flags: readonly string[], command: string | null): Invocation | null => {
    const known = [...names, ...flags];
    const name = options.map((option) => option.name).find((candidate) => !known.includes(candidate));
    if (name === undefined) return null;
    const nearest = nearestName(name, known);
    const shown = known.map((each) => `--${each}`);
    return wrong(
      command === null || nearest !== null
        ? terminal.unknownFlag(`--${name}`, nearest === null ? null : `--${nearest}`)
        : error.unknownOption(`--${name}`, command, null, shown),
    );
  };

  if (typed === undefined) return stranger([], ['corpus', 'help'], null) ?? { kind: 'prompt', corpus: folder };
  if (typed === 'batch' || typed === 'deploy' || typed === 'health') {
    const [text] = texts;
    if (text !== undefined) return wrong(terminal.extraText(text, typed));
    const flags = { batch: ['corpus', 'help'], deploy: ['dry-run', 'help'], health: ['help'] }[typed];
    const strange = stranger([], flags, typed);
    if (strange) return strange;
    if (typed === 'health') return { kind: 'health' };
    return typed === 'batch' ? { kind: 'batch', corpus: folder } : { kind: 'deploy', dryRun: given.has('dry-run') };
  }

  const command = findCommand(typed);
  if (!command) {
    const names = [...commandNames(), ...OWN_COMMANDS];
    return wrong(error.unknownCommand(typed, nearestName(typed, names), names));
  }
  const names = Object.keys(optionsOf(command));
  const strange = stranger(names, FLAGS, command.name);
  if (strange) return strange;
  const format = given.get('export');
  const exported = EXPORT_FORMATS.find((known) => known === format);
  if (given.has('export')) {
    if (!exported) return wrong(terminal.wrongExport(format ?? ''));
    if (json) return wrong(terminal.jsonAndExport);
    if (command.list === undefined) return wrong(terminal.notExportable(command.name, exportable()));
  }
  if (given.has('explain') && command.name !== 'ask') return wrong(messagesIn(language).explain.onlyAsk);
  const values = readValues(command, names, texts, given, language);
  if (typeof values === 'string') return wrong(values);
  return {
    kind: 'command',
    corpus: folder,
    command: command.name,
    options: values,
    output: exported ? { list: exported } : json ? 'json' : given.has('explain') ? 'explain' : 'text',
  };
}

/** The commands whose reply holds a list. */
const exportable = (): string[] => commands.filter(({ list }) => list !== undefined).map(({ name }) => name);

/** The command's options as typed, or what is wrong with them. */
function readValues(
  command: Command,
  names: readonly string[],
  texts: readonly string[],
  given: ReadonlyMap<string, string | null>,
  language: Language,
): Readonly<Record<string, string>> | string {
  const { terminal } = messagesIn(language);
  const values: Record<string, string> = {};
  for (const name of names) {
    const value = given.get(name);
    if (value === undefined) continue;
    if (value === null) return terminal.flagWithoutValue(`--${name}`, `--${name}=…`);
    values[name] = value;
  }
  const rest: string[] = [];
  for (const text of texts) {
    const pair = asOnDiscord(text, names);
    if (!pair) {
      rest.push(text);
      continue;
    }
    if (pair[0] in values) return terminal.optionTwice(pair[0]);
    values[pair[0]] = pair[1];
  }
  if (rest.length === 0) return values;
  const [first] = Object.keys(command.options);
  const text = rest.join(' ');
  if (first === undefined) return terminal.extraText(text, command.name);
  if (first in values) return terminal.optionTwice(first);
  values[first] = text;
  return values;
}
