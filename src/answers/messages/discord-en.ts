import { counted } from './counts.js';

const seconds = (n: number): string => counted(n, 'en', { one: '# second', other: '# seconds' });

/** What Isnad says on Discord only, in English; Arabic stands in `discord-ar.ts`. */
export const discordEn = {
  button: {
    context: 'Context',
    moreEvidence: (left: number): string => `More evidence (${left})`,
    openDocument: 'Open document',
    earlier: 'Earlier paragraphs',
    later: 'Later paragraphs',
    previous: 'Previous',
    next: 'Next',
    share: 'Share',
    csv: 'CSV',
    json: 'JSON',
  },
  select: {
    who: 'Who is …',
    instead: 'Try instead …',
    profile: 'Open a profile …',
  },
  page: (page: number, pages: number): string => `Page ${page} of ${pages}`,
  alsoIn: 'Also in',
  paragraphsAt: (numbers: readonly string[]): string =>
    `${numbers.length === 1 ? 'paragraph' : 'paragraphs'} ${numbers.join(', ')}`,
  continued: (paragraph: string): string => `${paragraph}, continued`,
  confidence: (percent: string): string => `Confidence ${percent}`,
  sharedBy: (mention: string): string => `Shared by ${mention}`,
  exported: (file: string): string => `The whole list as a file: ${file}`,

  changed: 'The documents have changed since this was written: what follows comes from the documents of now.',
  documentGone: 'This document is no longer among the documents: see /sources.',
  oldButton: 'This button comes from another version of Isnad and can no longer be read: please ask again.',
  forgotten: 'The question was too long to be kept beside its answer, and Isnad has restarted since: please ask again.',
  cannotShare: 'There is nothing on this message that could be shared: please ask again.',
  emptyTarget: 'This message has no text to look for: choose one with words in it.',
  targetCut: (characters: string): string =>
    `Only the first ${characters} characters of the message were searched for.`,
  cooldown: (wait: number): string => `That was a lot at once: please try again in ${seconds(wait)}.`,
  mentionMe: 'Discord shows me a reply only when it mentions me: please send it again with the mention switched on.',
  howToAsk: 'Ask me with `/ask`, or write your question after mentioning me. `/help` shows everything else.',
  failed: 'Something in Isnad went wrong, and it has been written to its log: please try again.',
  notSent:
    'Discord refused the answer as it was written: please ask again with other words, and report what you asked.',

  deploy: {
    same: (count: string, where: string): string =>
      `Nothing to do: the ${count} commands registered ${where} are the same.`,
    everywhere: 'everywhere',
    onServer: (guild: string): string => `on the server ${guild}`,
    dryRun: 'Nothing was written: run the same without --dry-run to register this.',
    written: (count: string, where: string): string => `Registered ${count} commands ${where}.`,
    noToken: 'DISCORD_TOKEN is not set: write the token of your bot into .env and run this again.',
    refused: (reason: string): string =>
      `The commands could not be registered (${reason}): check DISCORD_TOKEN, and that the bot was invited with the scope applications.commands.`,
  },
  start: {
    tokenRefused: 'Discord refused DISCORD_TOKEN: copy the token again from the Bot page of your application.',
    unreachable: (api: string, reason: string): string =>
      `Discord cannot be reached at ${api} (${reason}): check the network, or DISCORD_API.`,
    connected: (name: string, servers: string): string => `Connected to Discord as ${name}, on ${servers} servers.`,
    closed: (code: number): string =>
      `Discord closed the connection for good (code ${code}): check the token and the settings of the application, then start again.`,
  },
  health: {
    alive: (age: string): string => `The last sign of life from Discord is ${age} s old.`,
    silent: (age: string): string => `Discord has been silent for ${age} s: restart the bot.`,
    unknown: 'No bot with this DISCORD_TOKEN has left a sign of life on this machine: start it.',
  },
};

export type DiscordMessages = typeof discordEn;
