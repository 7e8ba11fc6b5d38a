import type { Library } from '../answers/library.js';
import type { Language } from '../text/language.js';
import { createRecent, type Recent } from '../text/recent.js';
import { createCooldowns, type Cooldowns } from './cooldown.js';
import { createTurns, type Turns } from './turns.js';

/** What all parts of the door share while it is open. Everything here is kept in memory only. */
export interface Door {
  /** The library of now: a reload swaps it. */
  readonly library: () => Library;
  readonly defaultLanguage: Language;
  readonly cooldowns: Cooldowns;
  /** The language that each person chose last with the option `language`. */
  readonly chosen: Recent<string, Language>;
  /** What was handled already: Discord delivers an event again after a lost connection. */
  readonly handled: Recent<string, true>;
  readonly pace: Pace;
  readonly turns: Turns;
  /** Writes one line for whoever runs the bot. */
  readonly log: (line: string) => void;
}

/** How long the commands take, to know beforehand which answer must be announced ("thinking …") before it is sought. */
export interface Pace {
  record(command: string, milliseconds: number): void;
  /** True where an answer could take over a second. */
  mayTakeLong(command: string, paragraphs: number): boolean;
}

/** Half of the second that an answer may take unannounced: the machine may be busier than it was. */
const LONG_MS = 500;
/** The slowest of so many runs counts. */
const RUNS = 5;
/** Paragraphs up to which no command that was never timed takes long: a search over 100,000 takes 0.06 s. */
const SURELY_FAST = 200_000;

export function createPace(): Pace {
  const runs = new Map<string, number[]>();
  return {
    record(command, milliseconds) {
      const times = runs.get(command) ?? [];
      times.push(milliseconds);
      if (times.length > RUNS) times.shift();
      runs.set(command, times);
    },
    mayTakeLong(command, paragraphs) {
      const times = runs.get(command);
      return times ? Math.max(...times) > LONG_MS : paragraphs > SURELY_FAST;
    },
  };
}

const PEOPLE_REMEMBERED = 10_000;
const EVENTS_REMEMBERED = 5_000;

export const createDoor = (library: () => Library, defaultLanguage: Language, log: (line: string) => void): Door => ({
  library,
  defaultLanguage,
  cooldowns: createCooldowns(),
  chosen: createRecent(PEOPLE_REMEMBERED),
  handled: createRecent(EVENTS_REMEMBERED),
  pace: createPace(),
  turns: createTurns(),
  log,
});

/** The language to speak to a person where the words they wrote do not tell it. */
export const languageFor = (door: Door, user: string): Language => door.chosen.get(user) ?? door.defaultLanguage;
