import { createInterface, type Interface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { commandNames, dispatch, languageToReplyIn, type Defaults } from '../../commands/dispatch.js';
import { exampleQuestions } from '../answers/examples.js';
import type { Library } from '../answers/library.js';
import { messagesIn } from '../answers/messages/messages.js';
import { LANGUAGES, type Language } from '../text/language.js';
import { parseLine, type Line } from './line.js';
import { write } from './output.js';
import { renderReply } from './render.js';
import type { Style } from './style.js';

export interface PromptOptions {
  readonly input: Readable;
  readonly output: Writable;
  /** True where both ends are a terminal: then there is a prompt sign, a history, and completion of commands. */
  readonly interactive: boolean;
  readonly style: Style;
}

const SIGN = '› ';

/** The answer to one line; null for an empty one. */
function answerTo(
  line: Exclude<Line, { kind: 'exit' }>,
  library: Library,
  defaults: Defaults,
  style: Style,
): string | null {
  switch (line.kind) {
    case 'empty':
      return null;
    case 'wrong':
      return style.wrong(line.message);
    case 'request':
      return renderReply(dispatch(line, library, defaults), style);
  }
}

const completer = (typed: string): [string[], string] => [
  typed.startsWith('/')
    ? [...commandNames(), 'exit'].map((name) => `/${name} `).filter((name) => name.startsWith(typed))
    : [],
  typed,
];

/**
 * One question in `language` with its cited answer: the first of those the corpus suggests that it answers with more than
 * the words of the question. Where it answers none, null.
 */
function example(language: Language, library: Library, defaults: Defaults, style: Style): string | null {
  for (const question of exampleQuestions(library, language)) {
    const reply = dispatch({ command: 'ask', options: { question, limit: 1 } }, library, { ...defaults, language });
    const [citation] = reply.citations;
    if (reply.status !== 'answered' || !citation || question.includes(citation.text)) continue;
    return `${SIGN}${question}\n\n${renderReply(reply, style)}`;
  }
  return null;
}

/** Without any input: two questions that the documents suggest, Arabic and English, and how to connect Discord. */
async function showExamples(library: Library, defaults: Defaults, { output, style }: PromptOptions): Promise<void> {
  for (const language of LANGUAGES) {
    const shown = example(language, library, defaults, style);
    if (shown !== null) await write(output, `${shown}\n\n`);
  }
  await write(output, `${connectLines(defaults.language)}\n`);
}

const connectLines = (language: Language): string => messagesIn(language).terminal.connect.join('\n');

function greet(library: Library, language: Language, { style }: PromptOptions): string {
  const { documents, paragraphs } = library.coverage;
  const greeting = messagesIn(language).terminal.greeting(documents, paragraphs);
  return `${style.strong(greeting)}\n${style.faint(connectLines(language))}\n`;
}

/** On a terminal Ctrl-C gives up the line, and on an empty one the session. */
function endOnInterrupt(lines: Interface): void {
  lines.on('SIGINT', () => {
    if (lines.line === '') lines.close();
    else {
      lines.write(null, { ctrl: true, name: 'e' });
      lines.write(null, { ctrl: true, name: 'u' });
    }
  });
}

/**
 * Answers line by line what is typed or piped in; ends with the input, `/exit`, Ctrl-D, Ctrl-C, or when nobody reads
 * the output any more. Input without a single line that says something gets two example questions instead.
 */
export async function runPrompt(library: Library, defaults: Defaults, options: PromptOptions): Promise<void> {
  const { input, output, interactive, style } = options;
  const lines = createInterface({
    input,
    terminal: interactive,
    crlfDelay: Infinity,
    prompt: SIGN,
    ...(interactive && { output, completer }),
  });
  let answered = 0;
  let heard = false;
  if (interactive) {
    endOnInterrupt(lines);
    await write(output, greet(library, defaults.language, options));
    lines.prompt();
  }
  for await (const typed of lines) {
    const language = languageToReplyIn(typed.replace(/^\s*\/\S*/, '')) ?? defaults.language;
    const line = parseLine(typed, language);
    if (line.kind !== 'empty') heard = true;
    if (line.kind === 'exit') break;
    const answer = answerTo(line, library, defaults, style);
    if (answer !== null) {
      const apart = interactive || answered > 0 ? '\n' : '';
      answered++;
      if (!(await write(output, `${apart}${answer}\n${interactive ? '\n' : ''}`))) break;
    }
    if (interactive) lines.prompt();
  }
  lines.close();
  if (interactive) await write(output, '\n');
  else if (!heard) await showExamples(library, defaults, options);
}
