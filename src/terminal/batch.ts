import { StringDecoder } from 'node:string_decoder';
import { dispatch, errorReply, type Defaults } from '../../commands/dispatch.js';
import type { Library } from '../answers/library.js';
import { messagesIn } from '../answers/messages/messages.js';
import type { Reply } from '../answers/reply.js';
import { hasArabic, type Language } from '../text/language.js';
import { write, type Sink } from './output.js';

/** The longest line a batch reads, in UTF-16 code units; no request needs a hundredth of it. */
export const LONGEST_LINE = 1_000_000;

/** One line of input; `text` is null where it was longer than `LONGEST_LINE` and was not kept. */
interface Line {
  readonly number: number;
  readonly text: string | null;
}

/**
 * Lines ended by LF or CRLF, never held beyond `LONGEST_LINE`. (Not node:readline, which also breaks lines at U+2028,
 * legal inside a JSON text.)
 */
export async function* linesOf(input: AsyncIterable<Buffer | string>): AsyncGenerator<Line> {
  const decoder = new StringDecoder('utf8');
  let number = 1;
  let held: string[] = [];
  let length = 0;
  const hold = (piece: string): void => {
    length += piece.length;
    if (length <= LONGEST_LINE) held.push(piece);
    else held = [];
  };
  const end = (): Line => {
    const text = length <= LONGEST_LINE ? held.join('') : null;
    held = [];
    length = 0;
    return { number: number++, text };
  };
  for await (const chunk of input) {
    const text = typeof chunk === 'string' ? chunk : decoder.write(chunk);
    let from = 0;
    for (let feed = text.indexOf('\n'); feed >= 0; feed = text.indexOf('\n', from)) {
      hold(text.slice(from, feed));
      yield end();
      from = feed + 1;
    }
    hold(text.slice(from));
  }
  hold(decoder.end());
  if (length > 0) yield end();
}

/** A reply whose id is what the request gave, even a number. */
type BatchReply = Omit<Reply, 'id'> & { readonly id: string | number | null };

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Answers one line of a batch; null for an empty one. Never throws. */
function answerLine({ number, text }: Line, library: Library, defaults: Defaults): BatchReply | null {
  const { terminal } = messagesIn(defaults.language);
  const wrong = (message: string, language: Language = defaults.language, command?: string): Reply =>
    errorReply(message, { language, command }, library);
  if (text === null) return wrong(terminal.longLine(number, LONGEST_LINE));
  const line = number === 1 ? text.replace(/^\uFEFF/, '') : text;
  if (line.trim() === '') return null;
  const languageOfLine = hasArabic(line) ? 'ar' : defaults.language;
  let request: unknown;
  try {
    request = JSON.parse(line);
  } catch {
    return wrong(messagesIn(languageOfLine).terminal.badLine(number), languageOfLine);
  }
  if (!isObject(request)) return wrong(messagesIn(languageOfLine).terminal.badLine(number), languageOfLine);
  const { id = null, command, options = {} } = request;
  const known = typeof id === 'string' || typeof id === 'number' ? id : null;
  const refuse = (field: string, wanted: string): BatchReply => ({
    ...wrong(terminal.badRequest(number, field, wanted), defaults.language, typeof command === 'string' ? command : ''),
    id: known,
  });
  if (id !== null && known === null) return refuse('id', terminal.wanted.idText);
  if (typeof command !== 'string') return refuse('command', terminal.wanted.text);
  if (options !== null && !isObject(options)) return refuse('options', terminal.wanted.object);
  return { ...dispatch({ command, options: options ?? {} }, library, defaults), id: known };
}

/**
 * One JSON request a line in, one JSON reply a line out, in the same order, each as it is ready. Empty lines get no reply; a bad
 * line gets one of status "error". Ends with the input, or when nobody reads the output any more.
 */
export async function runBatch(
  input: AsyncIterable<Buffer | string>,
  output: Sink,
  library: Library,
  defaults: Defaults,
): Promise<void> {
  for await (const line of linesOf(input)) {
    const reply = answerLine(line, library, defaults);
    if (reply && !(await write(output, `${JSON.stringify(reply)}\n`))) return;
  }
}
