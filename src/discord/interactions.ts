import {
  ApplicationCommandType,
  ComponentType,
  InteractionContextType,
  InteractionType,
  MessageFlags,
  type APIApplicationCommandAutocompleteInteraction,
  type APIApplicationCommandInteraction,
  type APIInteraction,
  type APIMessageComponentInteraction,
} from 'discord.js';
import { findCommand, type Request } from '../../commands/dispatch.js';
import type { Suggestion } from '../../commands/command.js';
import { discordMessagesIn } from '../answers/messages/discord.js';
import { answer, exported, remember } from './answer.js';
import type { OutgoingMessage } from './component.js';
import { documentByKey, fingerprintOf } from './corpus-key.js';
import { readCustomId, type Action } from './custom-id.js';
import { languageFor, type Door } from './door.js';
import { readKept } from './kept-request.js';
import { readOptions, suggestions } from './options.js';
import { FIND_SOURCE } from './registration.js';
import { contextMessage } from './render/context.js';
import { errorMessage } from './render/reply.js';
import { sharedMessage } from './share.js';
import { sourceRequest } from './target.js';

/** What an interaction is answered with. */
export type Answer =
  | { readonly kind: 'message' | 'update'; readonly message: OutgoingMessage }
  | { readonly kind: 'choices'; readonly choices: readonly Suggestion[] };

/** What is known of an answer before it is sought: enough to announce it. */
export interface Announcement {
  /** The command that will run, to know how long it takes. */
  readonly command: string;
  readonly kind: 'message' | 'update';
  readonly ephemeral: boolean;
}

export const userOf = (interaction: APIInteraction): string =>
  interaction.member?.user.id ?? interaction.user?.id ?? '';

const failed = (sentence: string): Answer => ({ kind: 'message', message: { body: errorMessage(sentence) } });

/** True where nobody but the asker sees the message: it may change under a button. */
const isPrivate = ({ message, context }: APIMessageComponentInteraction): boolean =>
  ((message.flags ?? 0) & MessageFlags.Ephemeral) !== 0 || context === InteractionContextType.BotDM;

const isEphemeral = ({ message }: APIMessageComponentInteraction): boolean =>
  ((message.flags ?? 0) & MessageFlags.Ephemeral) !== 0;

/** Actions that move on within a message: in a private one they change it, under a public one they answer the presser. */
const MOVES: ReadonlySet<Action['does']> = new Set(['page', 'around', 'turn']);

export function announcementOf(interaction: APIInteraction): Announcement | null {
  if (interaction.type === InteractionType.ApplicationCommand) {
    const { data } = interaction;
    if (data.type !== ApplicationCommandType.ChatInput) return { command: 'ask', kind: 'message', ephemeral: true };
    return { command: data.name, kind: 'message', ephemeral: readOptions(data.options).ephemeral };
  }
  if (interaction.type !== InteractionType.MessageComponent) return null;
  const action = readCustomId(interaction.data.custom_id)?.action;
  if (!action || action.does === 'share' || action.does === 'context' || action.does === 'around') return null;
  const inPlace = MOVES.has(action.does) && isPrivate(interaction);
  const command =
    'request' in action
      ? (readKept(action.request, interaction.message.components ?? [])?.command ?? '')
      : action.does === 'choose'
        ? action.command
        : 'sources';
  return { command, kind: inPlace ? 'update' : 'message', ephemeral: !inPlace };
}

/** The answer to an interaction; null for kinds that Isnad never offers (modals, pings). */
export function answerInteraction(interaction: APIInteraction, door: Door): Answer | null {
  switch (interaction.type) {
    case InteractionType.ApplicationCommand:
      return answerCommand(interaction, door);
    case InteractionType.ApplicationCommandAutocomplete:
      return { kind: 'choices', choices: completions(interaction, door) };
    case InteractionType.MessageComponent:
      return answerComponent(interaction, door);
    default:
      return null;
  }
}

const completions = ({ data }: APIApplicationCommandAutocompleteInteraction, door: Door): readonly Suggestion[] =>
  suggestions(data.name, data.options, door.library());

function answerCommand(interaction: APIApplicationCommandInteraction, door: Door): Answer {
  const user = userOf(interaction);
  const { data } = interaction;
  if (data.type === ApplicationCommandType.ChatInput) {
    const { values, ephemeral, format } = readOptions(data.options);
    const asked = { request: { command: data.name, options: values }, user, ephemeral };
    remember(asked.request, user, door);
    return { kind: 'message', message: format ? exported(asked, format, door) : answer(asked, door) };
  }
  const messages = discordMessagesIn(languageFor(door, user));
  if (data.type !== ApplicationCommandType.Message || data.name !== FIND_SOURCE) return failed(messages.oldButton);
  const found = sourceRequest(data.resolved.messages[data.target_id]);
  if (!found) return failed(messages.emptyTarget);
  return { kind: 'message', message: answer({ ...found, user, ephemeral: true }, door) };
}

function answerComponent(interaction: APIMessageComponentInteraction, door: Door): Answer {
  const user = userOf(interaction);
  const pressed = readCustomId(interaction.data.custom_id);
  const messages = discordMessagesIn(languageFor(door, user));
  if (!pressed) return failed(messages.oldButton);
  const { action } = pressed;
  const library = door.library();
  const inPlace = MOVES.has(action.does) && isPrivate(interaction);
  const kind = inPlace ? 'update' : 'message';
  const ephemeral = inPlace ? isEphemeral(interaction) : true;
  const changed = pressed.fingerprint !== fingerprintOf(library);
  const ask = (request: Request, page = 0): Answer => ({
    kind,
    message: answer({ request, user, ephemeral, page, changed }, door),
  });

  switch (action.does) {
    case 'page':
    case 'csv':
    case 'json': {
      const request = readKept(action.request, interaction.message.components ?? []);
      if (!request) return failed(messages.forgotten);
      if (action.does === 'page') return ask(request, action.page);
      return { kind: 'message', message: exported({ request, user, ephemeral: true }, action.does, door) };
    }
    case 'context':
    case 'around': {
      const document = documentByKey(library, action.document);
      if (!document) return failed(messages.documentGone);
      const view = { library, language: languageFor(door, user), changed, ephemeral };
      return { kind, message: { body: contextMessage(document, action.paragraph, view) } };
    }
    case 'document':
    case 'turn': {
      const document = documentByKey(library, action.document);
      if (!document) return failed(messages.documentGone);
      return ask({ command: 'sources', options: { document: document.id } }, action.page);
    }
    case 'choose': {
      const [option] = Object.keys(findCommand(action.command)?.options ?? {});
      const value =
        interaction.data.component_type === ComponentType.StringSelect ? interaction.data.values[0] : undefined;
      if (option === undefined || value === undefined) return failed(messages.oldButton);
      return ask({ command: action.command, options: { [option]: value } });
    }
    case 'share': {
      const body = sharedMessage(interaction.message.components ?? [], messages.sharedBy(`<@${user}>`));
      return body ? { kind: 'message', message: { body } } : failed(messages.cannotShare);
    }
  }
}
