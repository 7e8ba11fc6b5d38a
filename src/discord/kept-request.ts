import { ComponentType, type APIMessageTopLevelComponent } from 'discord.js';
import { z } from 'zod';
import type { Request } from '../../commands/dispatch.js';
import { text, type Piece } from './component.js';
import { REQUEST_ROOM } from './custom-id.js';
import { oneLine } from './characters.js';
import { escapeLine, unescapeLine } from './escape.js';

/**
 * How a button remembers the request whose reply it stands under. Three places, the first that has room: the
 * `custom_id` itself; the message, which then shows the longest text of the request in small type; for a text longer
 * than a message has room for, this process's memory, which is the only one that a restart loses.
 */
export interface KeptRequest {
  /** What goes into the `custom_id`, at most `REQUEST_ROOM` characters. */
  readonly code: string;
  /** What the message must show for the code to be read back. */
  readonly line: Piece | null;
}

/** Component id by which the line is found again on its message. */
const LINE_ID = 7001;
const LINE_START = '-# ';
/** Escaped characters that the line may take of the 4,000 of a message. */
const LONGEST_LINE = 700;
/** And of its UTF-8 bytes: 700 Arabic letters. */
const LONGEST_LINE_BYTES = 1500;

/** Requests too long for their message, newest last. */
const REMEMBERED = 1000;
const memory = new Map<string, Request>();
const MEMORY_CODE = /^#[0-9a-z]{1,12}$/;
let remembered = 0;

type Values = Readonly<Record<string, unknown>>;

const encode = (command: string, options: Values): string => JSON.stringify([command, options]);

/** The request with its texts as they will be read back: one line each, empty ones and nulls left out. */
export function normalized({ command, options }: Request): Request {
  const cleaned = Object.entries(options)
    .map(([name, value]) => [name, typeof value === 'string' ? oneLine(value) : value] as const)
    .filter(([, value]) => value !== null && value !== undefined && value !== '');
  return { command, options: Object.fromEntries(cleaned) };
}

/** Keeps a normalized request. */
export function keep(request: Request): KeptRequest {
  const { command, options } = request;
  const whole = encode(command, options);
  if (whole.length <= REQUEST_ROOM) return { code: whole, line: null };
  const [name, value] = longestText(options);
  const line = LINE_START + escapeLine(value);
  const rest = encode(command, { ...options, [name]: null });
  if (line.length <= LONGEST_LINE && Buffer.byteLength(line) <= LONGEST_LINE_BYTES && rest.length <= REQUEST_ROOM)
    return { code: rest, line: { ...text(line), id: LINE_ID } };
  return { code: remember(request), line: null };
}

function longestText(options: Values): [string, string] {
  return Object.entries(options)
    .filter((entry): entry is [string, string] => typeof entry[1] === 'string')
    .reduce((longest, entry) => (entry[1].length > longest[1].length ? entry : longest), ['', '']);
}

function remember(request: Request): string {
  const code = `#${(remembered++).toString(36)}`;
  memory.set(code, request);
  const oldest = memory.keys().next();
  if (memory.size > REMEMBERED && !oldest.done) memory.delete(oldest.value);
  return code;
}

const FORM = z.tuple([z.string(), z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]))]);

/**
 * The request that `code` stands for on a message with these components; null where it is gone (memory, after a
 * restart) or was not written by this Isnad.
 */
export function readKept(code: string, components: readonly APIMessageTopLevelComponent[]): Request | null {
  if (MEMORY_CODE.test(code)) return memory.get(code) ?? null;
  const [command, options] = parse(code) ?? [];
  if (command === undefined || options === undefined) return null;
  const onMessage = Object.keys(options).find((name) => options[name] === null);
  if (onMessage === undefined) return { command, options };
  const line = lineOf(components);
  return line === null ? null : { command, options: { ...options, [onMessage]: unescapeLine(line) } };
}

function parse(code: string): z.infer<typeof FORM> | null {
  try {
    return FORM.safeParse(JSON.parse(code)).data ?? null;
  } catch {
    return null;
  }
}

function lineOf(components: readonly APIMessageTopLevelComponent[]): string | null {
  for (const component of components) {
    if (component.type === ComponentType.Container) {
      for (const piece of component.components)
        if (piece.type === ComponentType.TextDisplay && piece.id === LINE_ID)
          return piece.content.slice(LINE_START.length);
    }
  }
  return null;
}
