import type { Library } from '../src/answers/library.js';
import { messagesIn } from '../src/answers/messages/messages.js';
import type { Reply } from '../src/answers/reply.js';
import { hasArabic, languageOf, LANGUAGES, type Language } from '../src/text/language.js';
import {
  LANGUAGE_OPTION_NAME,
  MAX_TEXT,
  optionsOf,
  type Command,
  type Option,
  type Options,
  type Outcome,
  type Values,
} from './command.js';
import { commands } from './index.js';
import { nearestName } from './nearest.js';

/** What a door passes on: values as typed (text), or already typed by the surface (numbers). */
export interface Request {
  readonly id?: string | undefined;
  readonly command: string;
  /** A value of null or undefined counts as not given. */
  readonly options: Readonly<Record<string, unknown>>;
}

export interface Defaults {
  /** Language of the reply where neither an option nor the text of the request tells it. */
  readonly language: Language;
  /** Told of what a command threw, which is a defect of Isnad; the person gets an error reply all the same. */
  readonly onDefect?: (defect: unknown) => void;
}

/** Stands for the command's own name among the texts that tell a language; no option can be called so. */
const UNKNOWN_COMMAND = '/';

/** The commands' names, in the order of the one list. */
export const commandNames = (list: readonly Command[] = commands): string[] => list.map(({ name }) => name);

export const findCommand = (name: string, list: readonly Command[] = commands): Command | undefined =>
  list.find((candidate) => candidate.name === name);

/** The language a text is written in for the purpose of replying to it; null where its script tells nothing. */
export const languageToReplyIn = (text: string): Language | null => languageOf(text) ?? (hasArabic(text) ? 'ar' : null);

/** Option `language`, else the script of the first text given, else the default. */
export function resolveLanguage(
  command: Command | undefined,
  options: Readonly<Record<string, unknown>>,
  byDefault: Language,
): Language {
  const chosen = options[LANGUAGE_OPTION_NAME];
  const known = LANGUAGES.find((language) => language === chosen);
  if (known) return known;
  const names = command
    ? Object.keys(command.options).filter((name) => {
        const { kind, identifier } = command.options[name] as Option<unknown>;
        return kind === 'text' && identifier !== true;
      })
    : Object.keys(options);
  for (const name of names) {
    const text = options[name];
    if (typeof text === 'string' && text.trim() !== '') return languageToReplyIn(text) ?? byDefault;
  }
  return byDefault;
}

type Parsed =
  | { readonly ok: true; readonly values: Readonly<Record<string, unknown>> }
  | { readonly ok: false; readonly message: string };

/** A value of any type for a message. What a list or an object holds is not told: it may be nested deeper than JSON.stringify can go. */
const inOneWord = (given: unknown): string =>
  Array.isArray(given) ? '[…]' : typeof given === 'object' && given !== null ? '{…}' : String(given);

/** What is wrong with one value, in one sentence; only called where the option's own schema refused it. */
function fault(name: string, option: Option<unknown>, given: unknown, language: Language): string {
  const { error } = messagesIn(language);
  const typed = inOneWord(given);
  switch (option.kind) {
    case 'text':
      if (typeof given !== 'string') return error.notText(name);
      return given.trim() === '' ? error.emptyText(name) : error.longText(name, given.length, MAX_TEXT);
    case 'integer':
      return error.wrongInteger(name, typed, option.range?.min ?? 1, option.range?.max ?? 1000);
    case 'choice': {
      const values = option.choices?.map(({ value }) => value) ?? [];
      return error.wrongChoice(name, typed, values, nearestName(typed, values));
    }
    case 'date':
      return error.wrongDate(name, typed);
  }
}

/** True where the period that ends with `until` lies wholly before the one that begins with `since`. */
const isReversed = (since: string, until: string): boolean =>
  until.slice(0, since.length) < since.slice(0, until.length);

/** Holds the options against the command's own schemas; the first fault is told. */
export function parseOptions(command: Command, given: Readonly<Record<string, unknown>>, language: Language): Parsed {
  const { error } = messagesIn(language);
  const options: Options = optionsOf(command);
  const names = Object.keys(options);
  for (const [name, value] of Object.entries(given)) {
    if (Object.hasOwn(options, name) || value === undefined || value === null) continue;
    return { ok: false, message: error.unknownOption(name, command.name, nearestName(name, names), names) };
  }
  const values: Record<string, unknown> = {};
  for (const name of names) {
    const option = options[name] as Option<unknown>;
    const value = Object.hasOwn(given, name) ? (given[name] ?? undefined) : undefined;
    if (value === undefined && option.required)
      return { ok: false, message: error.missingOption(name, `/${command.example[language]}`) };
    const parsed = option.schema.safeParse(value);
    if (!parsed.success) return { ok: false, message: fault(name, option, value, language) };
    values[name] = parsed.data;
  }
  const { since, until } = values;
  if (typeof since === 'string' && typeof until === 'string' && isReversed(since, until))
    return { ok: false, message: error.periodReversed(since, until) };
  return { ok: true, values: { ...values, [LANGUAGE_OPTION_NAME]: language } };
}

/** Everything of a reply that a command did not give, with what the library covers. */
function complete(
  outcome: Outcome,
  frame: Pick<Reply, 'id' | 'command' | 'language'>,
  library: Library,
  began: number,
): Reply {
  return {
    ...frame,
    reason: null,
    confidence: null,
    answer: null,
    citations: [],
    related: [],
    people: [],
    organisations: [],
    agreements: [],
    events: [],
    figures: [],
    sources: [],
    unmatched: [],
    suggestions: [],
    notices: [],
    message: null,
    ...outcome,
    coverage: library.coverage,
    elapsedMs: Math.round((performance.now() - began) * 100) / 100,
  };
}

/** A reply of status "error" for a request that a door could not even read, in the same shape as all others. */
export const errorReply = (
  message: string,
  frame: { readonly id?: string | undefined; readonly command?: string | undefined; readonly language: Language },
  library: Library,
): Reply =>
  complete(
    { status: 'error', message },
    { id: frame.id ?? null, command: frame.command ?? '', language: frame.language },
    library,
    performance.now(),
  );

/**
 * Runs one request: finds the command, holds the options against its schemas, runs it, and completes the reply. Never
 * throws: whatever a person did wrong comes back as a reply of status "error" whose `message` tells the remedy.
 */
export function dispatch(
  request: Request,
  library: Library,
  defaults: Defaults,
  list: readonly Command[] = commands,
): Reply {
  const began = performance.now();
  const command = findCommand(request.command, list);
  const language = command
    ? resolveLanguage(command, request.options, defaults.language)
    : resolveLanguage(undefined, { ...request.options, [UNKNOWN_COMMAND]: request.command }, defaults.language);
  const { error } = messagesIn(language);
  const reply = (outcome: Outcome): Reply =>
    complete(outcome, { id: request.id ?? null, command: request.command, language }, library, began);
  if (!command) {
    const names = commandNames(list);
    const message = request.command.trim()
      ? error.unknownCommand(request.command, nearestName(request.command, names), names)
      : error.noCommand;
    return reply({ status: 'error', message });
  }
  const parsed = parseOptions(command, request.options, language);
  if (!parsed.ok) return reply({ status: 'error', message: parsed.message });
  if (library.corpus.documents.length === 0 && command.withoutDocuments !== true)
    return reply({ status: 'error', message: messagesIn(language).notice.noDocument(library.corpus.folder) });
  try {
    return reply(command.run(parsed.values as Values<Options>, library));
  } catch (defect) {
    defaults.onDefect?.(defect);
    return reply({ status: 'error', message: error.defect });
  }
}
