import { findCommand } from '../../commands/dispatch.js';
import { optionsOf } from '../../commands/command.js';
import { nearestName } from '../../commands/nearest.js';
import { messagesIn } from '../answers/messages/messages.js';
import type { Language } from '../text/language.js';

/** What a line typed at the prompt asks for. */
export type Line =
  | { readonly kind: 'empty' }
  | { readonly kind: 'exit' }
  | { readonly kind: 'request'; readonly command: string; readonly options: Readonly<Record<string, string>> }
  | { readonly kind: 'wrong'; readonly message: string };

const EXITS = new Set(['exit', 'quit', 'خروج']);

/** Pairs of quotation marks that may stand round an option's whole value. */
const QUOTATION: Readonly<Record<string, string>> = { '"': '"', "'": "'", '«': '»', '“': '”' };

/** A value without the marks round it; an opening mark without its partner is part of the text, as in `'s-Hertogenbosch`. */
function unquote(value: string): string {
  const close = QUOTATION[value[0] ?? ''];
  return close !== undefined && value.length > 1 && value.indexOf(close, 1) === value.length - 1
    ? value.slice(1, -1)
    : value;
}

interface Marker {
  readonly name: string;
  readonly start: number;
  readonly valueStart: number;
}

/** Where options begin: `name:` or `--name ` or `--name=` of a known option, at the start of a word, outside quoted values. */
function markersIn(text: string, names: readonly string[]): readonly Marker[] {
  const markers: Marker[] = [];
  let index = 0;
  while (index < text.length) {
    const word = /^(?:--([\p{L}_-]+)(?:=|\s+|$)|([\p{L}_-]+):\s*)/u.exec(text.slice(index, index + 80));
    const name = word?.[1] ?? word?.[2];
    if (word && name !== undefined && names.includes(name)) {
      const valueStart = index + word[0].length;
      markers.push({ name, start: index, valueStart });
      const close = QUOTATION[text[valueStart] ?? ''];
      const end = close === undefined ? -1 : text.indexOf(close, valueStart + 1);
      index = end < 0 ? valueStart : end + 1;
      if (/\s|^$/.test(text[index] ?? '')) index++;
      continue;
    }
    const space = text.slice(index).search(/\s/);
    if (space < 0) break;
    index += space + 1;
  }
  return markers;
}

/**
 * A line of the prompt: `/command text option:value …` as on Discord (`--option value` serves as well), anything else a
 * question. An option's value reaches to the next known option, may stand in quotation marks, and may hold colons.
 */
export function parseLine(typed: string, language: Language): Line {
  const line = typed.trim();
  if (line === '') return { kind: 'empty' };
  if (!line.startsWith('/')) return { kind: 'request', command: 'ask', options: { question: line } };
  const [, name = '', rest = ''] = /^\/(\S*)\s*([^]*)$/.exec(line) ?? [];
  if (EXITS.has(name.toLowerCase())) return { kind: 'exit' };
  const command = findCommand(name.toLowerCase());
  if (!command) return { kind: 'request', command: name, options: {} };

  const { terminal, error } = messagesIn(language);
  const names = Object.keys(optionsOf(command));
  const markers = markersIn(rest, names);
  const values: Record<string, string> = {};
  const bare = rest.slice(0, markers[0]?.start ?? rest.length).trim();
  if (bare !== '') {
    // `/agreements prty:Qatar` must not silently look for the text "prty:Qatar"
    const strange = /^(?:--([\p{L}_-]{1,32})(?![\p{L}_-])|([\p{L}_-]{1,32}):\S)/u.exec(bare);
    const stranger = strange?.[1] ?? strange?.[2];
    if (stranger !== undefined) {
      const nearest = nearestName(stranger, names);
      if (strange?.[1] !== undefined || nearest !== null)
        return { kind: 'wrong', message: error.unknownOption(stranger, command.name, nearest, names) };
    }
    const [first] = Object.keys(command.options);
    if (first === undefined) return { kind: 'wrong', message: terminal.extraText(bare, command.name) };
    values[first] = unquote(bare);
  }
  for (const [index, { name: option, valueStart }] of markers.entries()) {
    if (option in values) return { kind: 'wrong', message: terminal.optionTwice(option) };
    values[option] = unquote(rest.slice(valueStart, markers[index + 1]?.start ?? rest.length).trim());
  }
  return { kind: 'request', command: command.name, options: values };
}
