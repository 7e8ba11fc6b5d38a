import type { RESTPostAPIApplicationCommandsJSONBody } from 'discord.js';
import * as limits from '../../../src/discord/limits.js';
import { componentsOf, type Body, type Component } from '../loopback/payload.js';

/** What Discord asks for across fields, which its description does not say. Each rule gives what it finds wrong. */

const V2 = 1 << 15;
const ACTION_ROW = 1;
const BUTTON = 2;
const SELECT = 3;
const SECTION = 9;

const textsOf = ({ content, label, placeholder, options = [] }: Component): string[] =>
  [content, label, placeholder, ...options.flatMap(({ label, description }) => [label, description])].filter(
    (text) => text !== undefined,
  );

const repeated = (values: readonly string[]): string[] => values.filter((value, at) => values.indexOf(value) !== at);

/** Faults of a message: reply, edit, follow-up or channel message. */
export function messageFaults(body: Body): string[] {
  const components = componentsOf(body);
  const texts = components.flatMap(textsOf);
  const characters = texts.join('').length;
  const bytes = Buffer.byteLength(texts.join(''));
  const faults: string[] = [];
  const fault = (wrong: boolean, what: string): void => void (wrong && faults.push(what));
  const isV2 = ((body.flags ?? 0) & V2) !== 0;
  fault(isV2 && body.content !== undefined, 'content beside Components V2');
  fault(!isV2 && components.some(({ type }) => type > 8), 'a V2 component without the flag');
  fault(components.length === 0 && !body.content, 'an empty message');
  fault(characters > limits.MESSAGE_TEXT, `${characters} characters of text`);
  fault(bytes > 10_000, `${bytes} bytes of text`);
  fault(components.length > limits.MESSAGE_COMPONENTS, `${components.length} components`);
  fault(body.allowed_mentions?.parse.length !== 0, 'mentions are not off');
  const ids = components.flatMap(({ custom_id }) => custom_id ?? []);
  fault(repeated(ids).length > 0, `custom_id twice: ${repeated(ids).join(', ')}`);
  const numbers = components.flatMap(({ id }) => (id === undefined ? [] : String(id)));
  fault(repeated(numbers).length > 0, 'component id twice');
  for (const component of components) {
    const { type, custom_id, url, options = [], components: inner = [] } = component;
    fault(custom_id !== undefined && custom_id.length > limits.CUSTOM_ID, `custom_id of ${custom_id?.length}`);
    fault(url !== undefined && !/^https?:/.test(url), `link ${url}`);
    fault(
      type === BUTTON && (custom_id === undefined) === (url === undefined),
      'a button with both or neither of id and link',
    );
    fault(type === SELECT && repeated(options.map(({ value }) => value)).length > 0, 'a select value twice');
    fault(type === SECTION && !component.accessory, 'a section without accessory');
    const buttons = inner.filter((piece) => piece.type === BUTTON).length;
    fault(type === ACTION_ROW && buttons > limits.BUTTONS_A_ROW, `${buttons} buttons in a row`);
    fault(type === ACTION_ROW && buttons > 0 && buttons < inner.length, 'a select beside buttons');
    fault(
      textsOf(component).some((text) => text.trim() === ''),
      'an empty text',
    );
    fault(
      textsOf(component).some((text) => /\p{Surrogate}/u.test(text)),
      'half a character',
    );
    fault(
      textsOf(component).some((text) => /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/.test(text)),
      'a bidi control',
    );
    fault(
      /\]\((?!https?:)/i.test((component.content ?? '').replace(/\\./g, '')),
      'a link to something else than the web',
    );
  }
  return faults;
}

interface Option {
  readonly name: string;
  readonly description: string;
  readonly required?: boolean;
  readonly autocomplete?: boolean;
  readonly choices?: readonly { readonly name: string; readonly value: string }[];
}

/** Faults of what is registered. */
export function registrationFaults(commands: readonly RESTPostAPIApplicationCommandsJSONBody[]): string[] {
  const faults: string[] = [];
  const fault = (wrong: boolean, what: string): void => void (wrong && faults.push(what));
  fault(repeated(commands.map(({ name, type }) => `${type} ${name}`)).length > 0, 'a command twice');
  for (const command of commands) {
    const { name } = command;
    const options = ('options' in command ? (command.options ?? []) : []) as readonly Option[];
    const slash = (command.type ?? 1) === 1;
    fault(slash && (!limits.COMMAND_NAME.test(name) || name !== name.toLowerCase()), `name ${name}`);
    fault(name.length > limits.MENU_COMMAND_NAME, `name ${name} is too long`);
    fault(repeated(options.map((option) => option.name)).length > 0, `${name}: an option twice`);
    const required = options.map((option) => option.required === true);
    fault(
      required.lastIndexOf(true) > required.indexOf(false) && required.includes(false),
      `${name}: required option last`,
    );
    let characters = name.length + (slash && 'description' in command ? (command.description?.length ?? 0) : 0);
    for (const { name: option, description, choices = [], autocomplete } of options) {
      fault(!limits.COMMAND_NAME.test(option) || option !== option.toLowerCase(), `${name}: option ${option}`);
      fault(autocomplete === true && choices.length > 0, `${name} ${option}: both choices and autocompletion`);
      fault(repeated(choices.map((choice) => choice.name)).length > 0, `${name} ${option}: a choice's name twice`);
      fault(repeated(choices.map(({ value }) => value)).length > 0, `${name} ${option}: a choice's value twice`);
      characters += option.length + description.length;
      for (const choice of choices) characters += choice.name.length + choice.value.length;
    }
    fault(characters > limits.COMMAND_CHARACTERS, `${name}: ${characters} characters`);
  }
  return faults;
}

/** Faults of an autocompletion. */
export function choiceFaults(choices: readonly { readonly name: string; readonly value: string }[]): string[] {
  const faults: string[] = [];
  if (choices.length > limits.AUTOCOMPLETE_CHOICES) faults.push(`${choices.length} choices`);
  if (repeated(choices.map(({ value }) => value)).length > 0) faults.push('a value twice');
  for (const { name, value } of choices) {
    if (name.length < 1 || name.length > limits.CHOICE_NAME) faults.push(`name of ${name.length}`);
    if (value.length < 1 || value.length > limits.CHOICE_VALUE) faults.push(`value of ${value.length}`);
  }
  return faults;
}
