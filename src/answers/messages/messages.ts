import type { Language } from '../../text/language.js';
import { ar } from './ar.js';
import { en, type Messages } from './en.js';

const CATALOGUE: Readonly<Record<Language, Messages>> = { ar, en };

/** The bot's own words in `language`. */
export const messagesIn = (language: Language): Messages => CATALOGUE[language];
