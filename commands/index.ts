import { agreements } from './agreements.js';
import { ask } from './ask.js';
import type { Command } from './command.js';
import { figures } from './figures.js';
import { helpFor } from './help.js';
import { organisations } from './organisations.js';
import { sources } from './sources.js';
import { timeline } from './timeline.js';
import { who } from './who.js';

const answering: readonly Command[] = [ask, who, organisations, agreements, timeline, figures, sources];

/** Every command, in the order in which help shows them. Dispatcher, terminal, deployment and help read this one list. */
export const commands: readonly Command[] = [...answering, helpFor(answering)];
