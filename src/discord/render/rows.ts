import type { APIButtonComponent } from 'discord.js';
import { findCommand } from '../../../commands/dispatch.js';
import { listedCitations } from '../../answers/cite.js';
import { discordMessagesIn } from '../../answers/messages/discord.js';
import { entryKey } from '../../answers/entry-key.js';
import type { Library } from '../../answers/library.js';
import { nameShown } from '../../answers/name-shown.js';
import type { PersonEntry, Reply } from '../../answers/reply.js';
import type { Language } from '../../text/language.js';
import { button, buttonRow, selectRow, type Choice, type Piece, type Size } from '../component.js';
import { documentByKey, documentKey, fingerprintOf } from '../corpus-key.js';
import { customId, type Action } from '../custom-id.js';
import { oneLine } from '../characters.js';
import { label } from '../escape.js';
import { SELECT_LABEL, SELECT_VALUE } from '../limits.js';
import { peopleNamed, personOf } from '../people-named.js';
import type { Block } from './block.js';
import type { View } from './reply.js';

/** What the rows below a reply may take of a message: two selects and five buttons. */
export const ROWS: Size = { characters: 780, bytes: 2000, components: 2 * 2 + 6 };
/** Of which one select. Its choices are as many as fit. */
const SELECT_CHARACTERS = 260;
const SELECT_BYTES = 700;
const SELECT_CHOICES = 10;

/** A value offered under its own words. */
const itself = (text: string): Choice => ({ label: oneLine(text), value: oneLine(text) });

/** Of these, those that a select takes: distinct values, as many as its share of the message holds. */
function choices(offered: readonly Choice[]): readonly Choice[] {
  const result: Choice[] = [];
  let characters = 0;
  let bytes = 0;
  for (const choice of new Map(offered.map((each) => [each.value, each])).values()) {
    const shown = label(choice.label, SELECT_LABEL);
    if (shown === '' || choice.value === '' || choice.value.length > SELECT_VALUE) continue;
    characters += shown.length;
    bytes += Buffer.byteLength(shown);
    if (result.length >= SELECT_CHOICES || characters > SELECT_CHARACTERS || bytes > SELECT_BYTES) break;
    result.push({ label: shown, value: choice.value });
  }
  return result;
}

const select = (
  placeholder: string,
  command: string,
  values: readonly Choice[],
  fingerprint: string,
): readonly Piece[] => {
  const offered = choices(values);
  if (offered.length === 0 || !findCommand(command)) return [];
  return [selectRow(placeholder, customId({ does: 'choose', command }, fingerprint), offered)];
};

export interface Paging {
  readonly pages: readonly (readonly Block[])[];
  /** The request as `custom_id` keeps it. */
  readonly kept: string;
}

const begun = (blocks: readonly Block[]): number => blocks.filter((block) => block.begins).length;

/** Buttons and selects under a page of a reply. */
export function replyRows(reply: Reply, view: View, { pages, kept }: Paging): readonly Piece[] {
  const { button: caption, select: placeholder } = discordMessagesIn(reply.language);
  const { library, page } = view;
  const fingerprint = fingerprintOf(library);
  const id = (action: Action): string => customId(action, fingerprint);
  const before = pages
    .slice(0, page + 1)
    .map(begun)
    .reduce((a, b) => a + b, 0);
  const after = pages
    .slice(page + 1)
    .map(begun)
    .reduce((a, b) => a + b, 0);
  const asked = reply.command === 'ask';
  const buttons: APIButtonComponent[] = [];
  if (page > 0) buttons.push(button(caption.previous, id({ does: 'page', page: page - 1, request: kept })));
  if (page + 1 < pages.length) {
    const words = asked && after > 0 ? caption.moreEvidence(after) : caption.next;
    buttons.push(button(words, id({ does: 'page', page: page + 1, request: kept })));
  }
  const best = asked ? reply.citations[0] : undefined;
  if (page === 0 && best && documentByKey(library, documentKey(best.document)))
    buttons.push(
      button(caption.openDocument, id({ does: 'document', document: documentKey(best.document), page: 0, copy: 0 })),
    );
  if (findCommand(reply.command)?.list && reply.status === 'answered') {
    buttons.push(button(caption.csv, id({ does: 'csv', request: kept })));
    buttons.push(button(caption.json, id({ does: 'json', request: kept })));
  }
  if (view.ephemeral) buttons.push(button(caption.share, id({ does: 'share' })));

  const shown = asked ? listedCitations(reply).slice(before - begun(pages[page] ?? []), before) : [0, 1, 2];
  const cited = shown.flatMap((index) => reply.citations[index] ?? []);
  const people =
    reply.people.length > 1
      ? select(
          placeholder.profile,
          'who',
          reply.people.slice(before - begun(pages[page] ?? []), before).map((entry) => profile(entry, reply, library)),
          fingerprint,
        )
      : select(placeholder.who, 'who', others(peopleNamed(library, cited), reply, library), fingerprint);
  const instead =
    reply.status === 'not_found'
      ? select(placeholder.instead, reply.command, reply.suggestions.map(itself), fingerprint)
      : [];
  // Two selects of one command would have the same custom_id.
  const selects = instead.length > 0 && reply.command === 'who' ? instead : [...instead, ...people];
  return [...selects, ...(buttons.length > 0 ? [buttonRow(buttons)] : [])];
}

/** A person under the fullest name; the value finds this one also where others have the same name. */
const offered = (person: number, { language }: Reply, library: Library): Choice => ({
  label: oneLine(nameShown(library.knowledge.people[person]!, language)),
  value: entryKey(library, 'person', person, language),
});

function profile(entry: PersonEntry, reply: Reply, library: Library): Choice {
  const person = personOf(entry, reply, library);
  return person === undefined ? itself(entry.name) : offered(person, reply, library);
}

/** People named beside those whom the reply is about. */
function others(people: readonly number[], reply: Reply, library: Library): readonly Choice[] {
  const shown = new Set(reply.people.map((entry) => personOf(entry, reply, library)));
  return people.filter((person) => !shown.has(person)).map((person) => offered(person, reply, library));
}

/** Buttons under a page of a document. */
export function documentRows(document: string, view: View, pages: number, language: Language): readonly Piece[] {
  const { button: caption } = discordMessagesIn(language);
  const fingerprint = fingerprintOf(view.library);
  const open = (page: number): string => customId({ does: 'turn', document: documentKey(document), page }, fingerprint);
  const buttons = [
    ...(view.page > 0 ? [button(caption.previous, open(view.page - 1))] : []),
    ...(view.page + 1 < pages ? [button(caption.next, open(view.page + 1))] : []),
    ...(view.ephemeral ? [button(caption.share, customId({ does: 'share' }, fingerprint))] : []),
  ];
  return buttons.length > 0 ? [buttonRow(buttons)] : [];
}
