import type { Language } from '../../text/language.js';
import { discordAr } from './discord-ar.js';
import { discordEn, type DiscordMessages } from './discord-en.js';

const CATALOGUE: Readonly<Record<Language, DiscordMessages>> = { ar: discordAr, en: discordEn };

/** The bot's own words on Discord in `language`. */
export const discordMessagesIn = (language: Language): DiscordMessages => CATALOGUE[language];
