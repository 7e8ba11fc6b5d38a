import { InteractionType, type APIInteraction, type REST } from 'discord.js';
import { discordMessagesIn } from '../answers/messages/discord.js';
import { languageFor, type Door } from './door.js';
import { announcementOf, answerInteraction, userOf, type Answer } from './interactions.js';
import { errorMessage } from './render/reply.js';
import { MessageFlags } from 'discord.js';
import { announce, edit, inWords, isClosed, isRefused, replacePrivately, respond, respondChoices } from './rest.js';
import type { OutgoingMessage } from './component.js';

/**
 * Answers one interaction and never throws: every failure ends in a reply, or in the log where Discord has closed the
 * door. The same interaction delivered twice is answered once.
 */
export async function handleInteraction(interaction: APIInteraction, door: Door, rest: REST): Promise<void> {
  if (door.handled.get(interaction.id)) return;
  door.handled.set(interaction.id, true);
  try {
    await respondTo(interaction, door, rest);
  } catch (error) {
    if (!isClosed(error)) door.log(`interaction ${interaction.id}: ${inWords(error)}`);
  }
}

async function respondTo(interaction: APIInteraction, door: Door, rest: REST): Promise<void> {
  if (interaction.type === InteractionType.ApplicationCommandAutocomplete) {
    const answer = attempt(interaction, door);
    await respondChoices(rest, interaction, answer?.kind === 'choices' ? answer.choices : []);
    return;
  }
  const user = userOf(interaction);
  const messages = discordMessagesIn(languageFor(door, user));
  const refusal = door.cooldowns.take(user, performance.now());
  if (refusal) {
    await respond(rest, interaction, 'message', { body: errorMessage(messages.cooldown(refusal.seconds)) });
    return;
  }
  const announcement = announcementOf(interaction);
  if (announcement && takesLong(announcement.command, door)) {
    await announce(rest, interaction, announcement.kind, announcement.ephemeral);
    await door.turns.next();
    await deliver(interaction, attempt(interaction, door), announcement.ephemeral, door, rest);
    return;
  }
  await door.turns.next();
  const answer = attempt(interaction, door);
  if (answer === null || answer.kind === 'choices') return;
  try {
    await respond(rest, interaction, answer.kind, answer.message);
  } catch (error) {
    if (!isRefused(error)) throw error;
    // Nothing was answered yet, so the 3 seconds may still hold a plainer answer.
    door.log(`interaction ${interaction.id}: ${inWords(error)}`);
    await respond(rest, interaction, 'message', { body: errorMessage(messages.notSent) });
  }
}

/** Milliseconds in the queue that are half of what an answer may take unannounced. */
const LONG_WAIT_MS = 500;

const takesLong = (command: string, { pace, turns, library }: Door): boolean =>
  turns.wait() > LONG_WAIT_MS || pace.mayTakeLong(command, library().coverage.paragraphs);

const isEphemeral = ({ body }: OutgoingMessage): boolean => (body.flags & MessageFlags.Ephemeral) !== 0;

/** An answer that was announced. An error after a public announcement takes its place privately. */
async function deliver(
  interaction: APIInteraction,
  answer: Answer | null,
  announcedPrivately: boolean,
  door: Door,
  rest: REST,
): Promise<void> {
  if (answer === null || answer.kind === 'choices') return;
  try {
    if (isEphemeral(answer.message) && !announcedPrivately && answer.kind === 'message')
      await replacePrivately(rest, interaction, answer.message);
    else await edit(rest, interaction, answer.message);
  } catch (error) {
    if (!isRefused(error)) throw error;
    door.log(`interaction ${interaction.id}: ${inWords(error)}`);
    const { notSent } = discordMessagesIn(languageFor(door, userOf(interaction)));
    await edit(rest, interaction, { body: errorMessage(notSent) });
  }
}

/** The answer, or the sentence that something went wrong: a defect of ours is no reason for silence. */
function attempt(interaction: APIInteraction, door: Door): Answer | null {
  try {
    return answerInteraction(interaction, door);
  } catch (defect) {
    door.log(`defect: ${defect instanceof Error ? (defect.stack ?? defect.message) : String(defect)}`);
    const { failed } = discordMessagesIn(languageFor(door, userOf(interaction)));
    return { kind: 'message', message: { body: errorMessage(failed) } };
  }
}
