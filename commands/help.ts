import { messagesIn } from '../src/answers/messages/messages.js';
import { LANGUAGES, type Language } from '../src/text/language.js';
import { command, option, optionsOf, type Bilingual, type Command, type Option } from './command.js';

/** A command in a few lines: its name, what it does, and an example in each language, that of the reply first. */
const summary = ({ name, description, example }: Command, language: Language): string =>
  [`/${name}`, description[language], ...new Set([language, ...LANGUAGES].map((other) => `/${example[other]}`))].join(
    '\n',
  );

function valuesOf({ kind, choices, range }: Option<unknown>, language: Language): string | null {
  const { help } = messagesIn(language);
  if (choices) return help.choices(choices.map(({ value }) => value));
  if (range) return help.range(range.min, range.max);
  return kind === 'date' ? help.date : null;
}

function optionLines(name: string, option: Option<unknown>, language: Language): string {
  const { help } = messagesIn(language);
  const details = [option.required ? help.required : null, valuesOf(option, language)].filter((text) => text !== null);
  const description = option.description[language];
  return [`${name}:`, details.length > 0 ? `${description} — ${details.join(', ')}` : description].join('\n');
}

function details(of: Command, language: Language): readonly string[] {
  const { help } = messagesIn(language);
  return [
    summary(of, language),
    help.options,
    ...Object.entries(optionsOf(of)).map(([name, option]) => optionLines(name, option, language)),
  ];
}

/** `/help` over a list of commands, which it joins itself. */
export function helpFor(others: readonly Command[]): Command {
  const name = 'help';
  const choices = Object.fromEntries(
    [...others.map((other) => other.name), name].map((value): [string, Bilingual] => [value, { en: value, ar: value }]),
  );
  const help = command({
    name,
    description: { en: 'Every command, with an example', ar: 'كل الأوامر، مع مثال لكل منها' },
    example: { en: 'help command:ask', ar: 'help command:ask language:ar' },
    options: {
      command: option.choice({ en: 'A command, to see all its options', ar: 'أمر لعرض كل خياراته' }, choices),
    },
    withoutDocuments: true,
    run: ({ command: wanted, language }) => {
      const all: readonly Command[] = [...others, help];
      const only = all.find((candidate) => candidate.name === wanted);
      const notices = only ? details(only, language) : all.map((each) => summary(each, language));
      return { status: 'answered', notices };
    },
  });
  return help;
}
