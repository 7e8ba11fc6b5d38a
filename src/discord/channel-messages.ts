import { MessageType, type GatewayMessageCreateDispatchData, type REST } from 'discord.js';
import { discordMessagesIn } from '../answers/messages/discord.js';
import { answer } from './answer.js';
import type { OutgoingMessage } from './component.js';
import { languageFor, type Door } from './door.js';
import { errorMessage, noteMessage } from './render/reply.js';
import { inWords, isRefused, replyInChannel } from './rest.js';
import { questionOf, wordsOf } from './target.js';

/** Why a message is for the bot; null where it is not. */
type Address = 'direct' | 'mention' | 'reply';

const WRITTEN_BY_PEOPLE: ReadonlySet<MessageType> = new Set([MessageType.Default, MessageType.Reply]);

/** Whether, and how, a message was addressed to the bot with the id `self`. */
export function addressOf(message: GatewayMessageCreateDispatchData, self: string): Address | null {
  const { author, mentions, guild_id, referenced_message, type, webhook_id } = message;
  // Bots and webhooks are never answered: two bots could answer each other for ever.
  if (author.id === self || author.bot === true || webhook_id !== undefined || !WRITTEN_BY_PEOPLE.has(type))
    return null;
  if (guild_id === undefined) return 'direct';
  if (mentions.some(({ id }) => id === self)) return 'mention';
  return referenced_message?.author.id === self ? 'reply' : null;
}

/** The answer to a message that was addressed to the bot. */
function answerTo(message: GatewayMessageCreateDispatchData, address: Address, door: Door): OutgoingMessage {
  const user = message.author.id;
  const messages = discordMessagesIn(languageFor(door, user));
  const words = wordsOf(message.content);
  if (words !== '') return answer({ ...questionOf(words), user, ephemeral: false }, door);
  // A reply without a mention comes without its text: Discord withholds it from bots.
  return { body: noteMessage(address === 'reply' ? messages.mentionMe : messages.howToAsk, { ephemeral: false }) };
}

/** Answers a message in a channel where it was addressed to the bot, else does nothing. Never throws. */
export async function handleMessage(
  message: GatewayMessageCreateDispatchData,
  self: string,
  door: Door,
  rest: REST,
): Promise<void> {
  const address = addressOf(message, self);
  if (!address || door.handled.get(message.id)) return;
  door.handled.set(message.id, true);
  const user = message.author.id;
  const messages = discordMessagesIn(languageFor(door, user));
  try {
    const refusal = door.cooldowns.take(user, performance.now());
    if (refusal) {
      // Told once: to answer each message of a flood would be one.
      const wait = noteMessage(messages.cooldown(refusal.seconds), { ephemeral: false });
      if (refusal.first) await replyInChannel(rest, message, { body: wait });
      return;
    }
    try {
      await door.turns.next();
      await replyInChannel(rest, message, attempt(message, address, door));
    } catch (error) {
      if (!isRefused(error)) throw error;
      door.log(`message ${message.id}: ${inWords(error)}`);
      await replyInChannel(rest, message, { body: errorMessage(messages.notSent) });
    }
  } catch (error) {
    door.log(`message ${message.id}: ${inWords(error)}`);
  }
}

function attempt(message: GatewayMessageCreateDispatchData, address: Address, door: Door): OutgoingMessage {
  try {
    return answerTo(message, address, door);
  } catch (defect) {
    door.log(`defect: ${defect instanceof Error ? (defect.stack ?? defect.message) : String(defect)}`);
    return { body: errorMessage(discordMessagesIn(languageFor(door, message.author.id)).failed) };
  }
}
