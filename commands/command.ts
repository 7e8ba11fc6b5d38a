import { z } from 'zod';
import type { Library } from '../src/answers/library.js';
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
}

/** Calendar days and their prefixes: `YYYY`, `YYYY-MM`, `YYYY-MM-DD` (ISO 8601). */
const DATE = /^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/;

/** The longest text an option takes, in UTF-16 code units (Discord's own limit for a string option is 6,000). */
export const MAX_TEXT = 2000;

export const option = {
  text: (description: Bilingual, suggest?: Suggest): Option<string | undefined> => ({
    kind: 'text',
    description,
    required: false,
    schema: z.string().trim().min(1).max(MAX_TEXT).optional(),
    ...(suggest && { suggest }),
  }),
  requiredText: (description: Bilingual): Option<string> => ({
    kind: 'text',
    description,
    required: true,
    schema: z.string().trim().min(1).max(MAX_TEXT),
  }),
  limit: (byDefault: number): Option<number> => ({
    kind: 'integer',
    description: { en: `How many at most (${byDefault})`, ar: `أقصى عدد (${byDefault})` },
    required: false,
    schema: z.coerce.number().int().min(1).max(1000).default(byDefault),
    range: { min: 1, max: 1000, discordMax: 25 },
  }),
  choice: <const V extends string>(
    description: Bilingual,
    choices: Readonly<Record<V, Bilingual>>,
  ): Option<V | undefined> => ({
    kind: 'choice',
    description,
    required: false,
    schema: z.enum(Object.keys(choices) as [V, ...V[]]).optional() as z.ZodType<V | undefined>,
    choices: Object.entries<Bilingual>(choices).map(([value, label]) => ({ value, label })),
  }),
  date: (description: Bilingual): Option<string | undefined> => ({
    kind: 'date',
    description,
    required: false,
    schema: z.string().trim().regex(DATE).optional(),
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
  readonly example: Bilingual;
  readonly options: O;
  readonly run: (values: Values<O>, library: Library) => Outcome;
}

/** Declares a command; the types of `run`'s values follow from `options`. */
export const command = <const O extends Options>(definition: Command<O>): Command<O> => definition;

/** Every command takes it beside its own options. */
export const LANGUAGE_OPTION = option.choice(
  { en: 'Language of the reply', ar: 'لغة الرد' },
  { ar: { en: 'Arabic', ar: 'العربية' }, en: { en: 'English', ar: 'الإنجليزية' } },
);
