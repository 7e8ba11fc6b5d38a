import { LANGUAGE_OPTION_NAME } from '../../commands/command.js';
import { dispatch, findCommand, type Request } from '../../commands/dispatch.js';
import { exportList, type ExportFormat } from '../answers/export.js';
import type { Library } from '../answers/library.js';
import { formatNumber } from '../answers/messages/counts.js';
import { discordMessagesIn } from '../answers/messages/discord.js';
import type { Reply } from '../answers/reply.js';
import { LANGUAGES } from '../text/language.js';
import { createRecent, type Recent } from '../text/recent.js';
import { ACCENT, file, message, text, type OutgoingMessage } from './component.js';
import { languageFor, type Door } from './door.js';
import { normalized } from './kept-request.js';
import { errorMessage, replyMessage } from './render/reply.js';

export interface Asked {
  readonly request: Request;
  readonly user: string;
  /** Only the asker sees the answer. */
  readonly ephemeral: boolean;
  /** Page of the reply, counted from 0. */
  readonly page?: number;
  /** The documents have changed since the button was offered that asks this. */
  readonly changed?: boolean;
  /** Only the beginning of what was written is asked; the answer says so. */
  readonly cut?: boolean;
}

/** Citations sought for a question beside the first ones shown: "more evidence". */
const EVIDENCE = 25;
/** Entries of a list: all of them, on pages. */
const ENTRIES = 1000;

/**
 * The reply to a request. Where nobody asked for fewer, more entries are sought than one page shows, so that the next
 * pages have something to show; a page still shows as many as the command does by default.
 */
function replyTo(request: Request, user: string, door: Door): { readonly reply: Reply; readonly perPage: number } {
  const { command, options } = request;
  const limit = findCommand(command)?.options['limit'];
  const byDefault = limit?.schema.safeParse(undefined).data;
  const wanted = options['limit'] ?? byDefault;
  const perPage = typeof wanted === 'number' ? wanted : ENTRIES;
  const wide =
    limit !== undefined && options['limit'] === undefined
      ? { ...options, limit: command === 'ask' ? EVIDENCE : ENTRIES }
      : options;
  const began = performance.now();
  const reply = dispatch({ command, options: wide }, door.library(), {
    language: languageFor(door, user),
    onDefect: (defect) =>
      door.log(`/${command}: ${defect instanceof Error ? (defect.stack ?? defect.message) : String(defect)}`),
  });
  door.pace.record(command, performance.now() - began);
  return { reply, perPage };
}

/** Keeps the language that a person chose in a command, for where their words tell none. */
export function remember(request: Request, user: string, door: Door): void {
  const language = LANGUAGES.find((known) => known === request.options[LANGUAGE_OPTION_NAME]);
  if (language) door.chosen.set(user, language);
}

/**
 * Messages made lately, by library (which never changes) and by all that they are made of: the same question is asked
 * again by many, and drawn again when somebody goes back a page.
 */
const drawn = new WeakMap<Library, Recent<string, OutgoingMessage>>();
const DRAWN_KEPT = 200;

function drawnWith(library: Library): Recent<string, OutgoingMessage> {
  let messages = drawn.get(library);
  if (!messages) drawn.set(library, (messages = createRecent(DRAWN_KEPT)));
  return messages;
}

/** Asks a request and renders one page of its reply. */
export function answer(asked: Asked, door: Door): OutgoingMessage {
  const { user, ephemeral, page = 0, changed = false, cut = false } = asked;
  const request = normalized(asked.request);
  const library = door.library();
  const messages = drawnWith(library);
  const key = JSON.stringify([request, languageFor(door, user), ephemeral, page, changed, cut]);
  const known = messages.get(key);
  if (known) return known;
  const { reply, perPage } = replyTo(request, user, door);
  const view = { library, request, page, ephemeral, changed, entriesPerPage: perPage };
  const made = { body: replyMessage(reply, cut ? { ...view, remarks: [cutRemark(request, reply)] } : view) };
  messages.set(key, made);
  return made;
}

function cutRemark({ options }: Request, { language }: Reply): string {
  const { length } = Object.values(options).find((value) => typeof value === 'string') ?? '';
  return discordMessagesIn(language).targetCut(formatNumber(length, language));
}

/** The whole list of a request as a file; where nothing was found, the reply that says so. */
export function exported(asked: Asked, format: ExportFormat, door: Door): OutgoingMessage {
  const request = normalized(asked.request);
  const { reply } = replyTo(request, asked.user, door);
  if (reply.status === 'not_found') return answer(asked, door);
  const messages = discordMessagesIn(reply.language);
  const list = findCommand(request.command)?.list;
  if (!list || reply.status === 'error') return { body: errorMessage(reply.message ?? messages.oldButton) };
  const name = `${request.command}.${format}`;
  return {
    body: message(ACCENT.answered, [text(messages.exported(name)), file(name)], { ephemeral: asked.ephemeral }),
    files: [{ name, data: Buffer.from(exportList(reply, list, format)) }],
  };
}
