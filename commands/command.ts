import { z } from 'zod';
import type { Library } from '../src/answers/library.js';
import type { ListName } from '../src/answers/export.js';
import type { Reply } from '../src/answers/reply.js';
import type { Language } from '../src/text/language.js';

/** A text of the bot's own in both of its languages. */
export type Bilingual = Readonly<Record<Language, string>>;

/** A proposal of autocompletion: what is shown, and the short value that is sent back. */
export interface Suggestion {
  readonly name: string;
  readonly value: string;
}

export type Suggest = (library: Library, typed: string) => readonly Suggestion[];

/** What a door must know of an option to offer it; `schema` turns what was typed into a value of type `T`. */
export interface Option<T> {
  readonly kind: 'text' | 'integer' | 'choice' | 'date';
  readonly description: Bilingual;
  readonly required: boolean;
  readonly schema: z.ZodType<T>;
  readonly choices?: readonly { readonly value: string; readonly label: Bilingual }[];
  /** Bounds of an integer: `max` on the command line, `discordMax` on Discord. */
  readonly range?: { readonly min: number; readonly max: number; readonly discordMax: number };
  readonly suggest?: Suggest;
  /** True for identifiers: their script says nothing about the language of the person who typed them. */
  readonly identifier?: boolean;
}

/** Calendar days and their prefixes: `YYYY`, `YYYY-MM`, `YYYY-MM-DD` (ISO 8601). */
const DATE = /^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/;

/** The longest text an option takes, in UTF-16 code units (Discord's own limit for a string option is 6,000). */
export const MAX_TEXT = 2000;

/** Arabic-Indic and Persian digits as European ones, so that `limit:٥` means what it says. */
const europeanDigits = (typed: string): string =>
  typed.replace(/[٠-٩۰-۹]/g, (digit) => String((digit.codePointAt(0) as number) & 0xf));

/** False for the 31st of February and its like. */
function isCalendarDate(value: string): boolean {
  const [year, month = 1, day = 1] = value.split('-').map(Number);
  const date = new Date(Date.UTC(2000, 0, 1));
  date.setUTCFullYear(year as number, month - 1, day);
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

const text = z.string().trim().min(1).max(MAX_TEXT);
const wholeNumber = z.union([
  z.number(),
  z
    .string()
    .trim()
    .transform(europeanDigits)
    .pipe(z.string().regex(/^\d{1,9}$/))
    .transform(Number),
]);

export const option = {
  text: (description: Bilingual, suggest?: Suggest): Option<string | undefined> => ({
    kind: 'text',
    description,
    required: false,
    schema: text.optional(),
    ...(suggest && { suggest }),
  }),
  requiredText: (description: Bilingual): Option<string> => ({
    kind: 'text',
    description,
    required: true,
    schema: text,
  }),
  /** A document by its id, its file's name or its title, or a part of them that no other document has. */
  document: (description: Bilingual, suggest?: Suggest): Option<string | undefined> => ({
    kind: 'text',
    description,
    required: false,
    schema: text.optional(),
    identifier: true,
    ...(suggest && { suggest }),
  }),
  limit: (byDefault: number): Option<number> => ({
    kind: 'integer',
    description: { en: `How many at most (${byDefault})`, ar: `أقصى عدد (${byDefault})` },
    required: false,
    schema: wholeNumber.pipe(z.number().int().min(1).max(1000)).default(byDefault),
    range: { min: 1, max: 1000, discordMax: 25 },
  }),
  choice: <const V extends string>(
    description: Bilingual,
    choices: Readonly<Record<V, Bilingual>>,
  ): Option<V | undefined> => ({
    kind: 'choice',
    description,
    required: false,
    schema: z.enum(Object.keys(choices) as [V, ...V[]]).optional(),
    choices: Object.entries<Bilingual>(choices).map(([value, label]) => ({ value, label })),
  }),
  date: (description: Bilingual): Option<string | undefined> => ({
    kind: 'date',
    description,
    required: false,
    schema: z.string().trim().transform(europeanDigits).pipe(z.string().regex(DATE).refine(isCalendarDate)).optional(),
  }),
};

export type Options = Readonly<Record<string, Option<unknown>>>;

/** The values a command's `run` receives: one for each option, and always the language of the reply's own words. */
export type Values<O extends Options> = {
  readonly [K in keyof O]: O[K] extends Option<infer T> ? T : never;
} & { readonly language: Language };

/** What `run` gives: everything of a reply that the dispatcher does not add. */
export type Outcome = Partial<Omit<Reply, 'id' | 'command' | 'language' | 'coverage' | 'elapsedMs'>> &
  Pick<Reply, 'status'>;

export interface Command<O extends Options = Options> {
  readonly name: string;
  readonly description: Bilingual;
  /** As typed on Discord, after the slash: `ask question:Who …?`, one in each language. */
  readonly example: Bilingual;
  readonly options: O;
  /** The list of the reply that this command is about, where there is one: what `--export` writes. */
  readonly list?: ListName;
  /** True where the command has something to say even if no document could be read. */
  readonly withoutDocuments?: boolean;
  // A method, so that commands with different options fit into one list.
  run(values: Values<O>, library: Library): Outcome;
}

/** Declares a command; the types of `run`'s values follow from `options`. */
export const command = <const O extends Options>(definition: Command<O>): Command<O> => definition;

/** The name of the option that every command takes beside its own. */
export const LANGUAGE_OPTION_NAME = 'language';

export const LANGUAGE_OPTION = option.choice(
  { en: 'Language of the reply', ar: 'لغة الرد' },
  { ar: { en: 'Arabic', ar: 'العربية' }, en: { en: 'English', ar: 'الإنجليزية' } },
);

/** The options of a command as doors offer them: its own, then `language`. */
export const optionsOf = (of: Command): Options => ({ ...of.options, [LANGUAGE_OPTION_NAME]: LANGUAGE_OPTION });
