import { ask } from './ask.js';
import type { Command } from './command.js';
import { helpFor } from './help.js';
import { sources } from './sources.js';

const answering: readonly Command[] = [ask, sources];

/** Every command, in the order in which help shows them. Dispatcher, terminal, deployment and help read this one list. */
export const commands: readonly Command[] = [...answering, helpFor(answering)];
