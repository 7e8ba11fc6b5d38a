import { setFlagsFromString } from 'node:v8';
import { dispatch, findCommand, parseOptions, type Defaults } from '../../commands/dispatch.js';
import { explainQuestion } from '../answers/explain.js';
import { exportList } from '../answers/export.js';
import type { Library } from '../answers/library.js';
import { messagesIn } from '../answers/messages/messages.js';
import type { Reply } from '../answers/reply.js';
import type { Invocation } from './arguments.js';
import { printable } from './printable.js';
import { renderReply } from './render.js';
import type { Style } from './style.js';

/**
 * Lets V8 optimise from now on only what runs for long. The code of a single command runs for some tenths of a second, and
 * V8 would spend as much processor time again on compiling it well. Measured with `who`, before and after: 1.1 and 0.8 s of
 * processor time over five documents, 2.5 and 1.6 s over two hundred; a tenth to a fifth of the waiting.
 */
export const expectShortRun = (): void => setFlagsFromString('--interrupt-budget=1000000');

/** Exit statuses of the command line. */
export const EXIT = { answered: 0, nothingFound: 1, wrongUse: 2, noDocument: 3 } as const;
export type ExitStatus = (typeof EXIT)[keyof typeof EXIT];

/** What a run of one command leaves behind: texts for the two outputs, and its exit status. */
export interface Printed {
  readonly output: string;
  readonly errors: string;
  readonly status: ExitStatus;
}

function exitStatus(reply: Reply, invocation: Request, library: Library): ExitStatus {
  if (reply.status === 'answered') return EXIT.answered;
  const command = findCommand(invocation.command);
  const rightUse = command !== undefined && parseOptions(command, invocation.options, reply.language).ok;
  if (rightUse && library.corpus.documents.length === 0) return EXIT.noDocument;
  return reply.status === 'error' ? EXIT.wrongUse : EXIT.nothingFound;
}

type Request = Extract<Invocation, { kind: 'command' }>;

/** A list that is taken away whole unless a limit was asked for. */
function withoutLimit({ command, options, output }: Request): Readonly<Record<string, string>> {
  const range = findCommand(command)?.options['limit']?.range;
  const exported = typeof output === 'object';
  return exported && range && !('limit' in options) ? { ...options, limit: String(range.max) } : options;
}

/** Runs one command of the command line. Answers go to the output; what is wrong, without `--json`, to the errors. */
export function runOnce(
  invocation: Request,
  library: Library,
  defaults: Defaults,
  style: Style,
  errorStyle: Style,
): Printed {
  const reply = dispatch({ command: invocation.command, options: withoutLimit(invocation) }, library, defaults);
  const status = exitStatus(reply, invocation, library);
  if (invocation.output === 'json') return { output: `${JSON.stringify(reply)}\n`, errors: '', status };
  if (reply.status === 'error') return { output: '', errors: `${renderReply(reply, errorStyle)}\n`, status };
  const list = findCommand(invocation.command)?.list;
  if (typeof invocation.output === 'object' && list !== undefined) {
    const output = exportList(reply, list, invocation.output.list);
    // the file on standard output holds the list alone; remarks on it stand beside
    const errors = reply.notices.map((line) => `${printable(line)}\n`).join('');
    return { output, errors, status };
  }
  if (invocation.output === 'explain') {
    const steps = explainQuestion(invocation.options['question'] ?? '', library, reply.language).map(printable);
    return { output: `${renderReply(reply, style)}\n\n${steps.join('\n')}\n`, errors: '', status };
  }
  const { usage, usageOther } = messagesIn(reply.language).terminal;
  const about = invocation.command === 'help' ? `\n\n${usage}\n${usageOther}` : '';
  return { output: `${renderReply(reply, style)}${about}\n`, errors: '', status };
}
