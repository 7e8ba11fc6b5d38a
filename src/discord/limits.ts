/**
 * What Discord allows, one constant each. Sources: the developer documentation (discord.com/developers/docs: "Message
 * Resource", "Component Reference", "Application Commands", "Receiving and Responding", "Rate Limits") and Discord's
 * OpenAPI description, as of 2026-08; "measured" marks what is written in neither.
 */

/** Text of all components of one message together, in characters ("Component Reference", IS_COMPONENTS_V2). */
export const MESSAGE_TEXT = 4000;
/** Measured: a message with more than about 10,000 UTF-8 bytes of text fails with HTTP 500; a tenth is kept in reserve. */
export const MESSAGE_BYTES = 9000;
/** Components of one message, nested ones counted ("Component Reference"). */
export const MESSAGE_COMPONENTS = 40;
/** Classic message text ("Create Message"). */
export const CONTENT = 2000;

/** Text displays in one section ("Component Reference"). */
export const SECTION_TEXTS = 3;
export const BUTTONS_A_ROW = 5;
export const BUTTON_LABEL = 80;
export const CUSTOM_ID = 100;
export const LINK_URL = 512;
export const SELECT_OPTIONS = 25;
export const SELECT_LABEL = 100;
export const SELECT_VALUE = 100;
export const SELECT_DESCRIPTION = 100;
export const SELECT_PLACEHOLDER = 150;

/** Choices of one autocompletion, and the characters of their name and value ("Application Commands"). */
export const AUTOCOMPLETE_CHOICES = 25;
export const CHOICE_NAME = 100;
export const CHOICE_VALUE = 100;

/** "Application Commands": naming and structure. */
export const COMMAND_NAME = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;
export const MENU_COMMAND_NAME = 32;
export const COMMAND_DESCRIPTION = 100;
export const COMMAND_OPTIONS = 25;
export const COMMAND_CHOICES = 25;
/** Names, descriptions and choice values of one command together. */
export const COMMAND_CHARACTERS = 8000;

/** Milliseconds until the first response to an interaction must have arrived ("Receiving and Responding"). */
export const FIRST_RESPONSE_MS = 3000;

/** Error codes of the REST API ("Opcodes and Status Codes", JSON error codes). */
export const UNKNOWN_WEBHOOK = 10015;
export const UNKNOWN_INTERACTION = 10062;
export const ALREADY_ACKNOWLEDGED = 40060;
export const INVALID_WEBHOOK_TOKEN = 50027;
