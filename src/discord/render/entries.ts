import { messagesIn } from '../../answers/messages/messages.js';
import { discordMessagesIn } from '../../answers/messages/discord.js';
import { formatNumber } from '../../answers/messages/counts.js';
import type {
  AgreementEntry,
  EventEntry,
  FigureEntry,
  OrganisationEntry,
  PersonEntry,
  SourceEntry,
} from '../../answers/reply.js';
import { button, section, separator, small, text } from '../component.js';
import { documentKey } from '../corpus-key.js';
import { customId } from '../custom-id.js';
import { isBlank } from '../characters.js';
import { lineBlocks, type Block } from './block.js';
import { citationBlock, sourceLines, type CitationContext } from './citation.js';
import { dateLine, inDirections, labelled, line } from './line.js';

/** The lists of a reply as blocks: what an entry says, then every citation that proves it. */

const heading = (name: string): string => `### ${line(name)}`;
const asSmall = (lines: readonly string[]): readonly string[] => lines.map((each) => `-# ${each}`);
const others = (names: readonly string[], name: string): readonly string[] => names.filter((other) => other !== name);

const evidence = (citations: readonly number[], context: CitationContext): readonly Block[] =>
  citations.flatMap((index) => citationBlock(index, context, { begins: false, short: true }));

/** An entry with its evidence; a line parts it from the one before. */
const entry = (
  first: boolean,
  lines: readonly string[],
  citations: readonly number[],
  context: CitationContext,
): readonly Block[] => {
  const [head, ...rest] = lineBlocks(lines, true);
  if (!head) return [];
  const parted = first ? head : { ...head, pieces: [separator(), ...head.pieces] };
  return [parted, ...rest, ...evidence(citations, context)];
};

function person(entryOf: PersonEntry, alone: boolean, { reply }: CitationContext): readonly string[] {
  const { language, citations } = reply;
  const { label } = messagesIn(language);
  const roles = entryOf.roles.flatMap((role) => {
    const cited = citations[role.citation];
    const place = cited ? sourceLines({ ...cited, url: null }, cited.paragraph, language) : [];
    const organisation = role.organisation === null ? [] : inDirections([role.organisation]);
    return [`**${line(role.title)}**`, ...asSmall(organisation), ...(alone ? asSmall(place) : [])];
  });
  const merges = entryOf.sameAs.flatMap(({ names, why }) => [...inDirections([...names]), line(why)]);
  return [
    heading(entryOf.name),
    ...asSmall(labelled(label.alsoWritten, others(entryOf.names, entryOf.name))),
    ...asSmall(labelled(label.honorifics, entryOf.honorifics)),
    ...(alone ? roles : roles.slice(0, 2)),
    ...(alone && merges.length > 0 ? asSmall([`${label.same}:`, ...merges]) : []),
  ];
}

function organisation(entryOf: OrganisationEntry, { reply }: CitationContext): readonly string[] {
  const { label } = messagesIn(reply.language);
  return [
    heading(entryOf.name),
    ...asSmall(labelled(label.alsoWritten, others(entryOf.names, entryOf.name))),
    ...asSmall(labelled(label.abbreviations, entryOf.abbreviations)),
  ];
}

function agreement(entryOf: AgreementEntry, { reply }: CitationContext): readonly string[] {
  const { language } = reply;
  const { label, kind, status } = messagesIn(language);
  return [
    heading(entryOf.title ?? kind[entryOf.kind]),
    `**${status[entryOf.status]}**`,
    ...asSmall([...(entryOf.title === null ? [] : [kind[entryOf.kind]]), dateLine(entryOf.date, language)]),
    ...labelled(label.parties, entryOf.parties),
    ...labelled(label.signatories, entryOf.signatories),
    ...labelled(label.purpose, entryOf.purpose === null ? [] : [entryOf.purpose]),
  ];
}

function event(entryOf: EventEntry, { reply }: CitationContext): readonly string[] {
  const { language } = reply;
  return [
    `**${dateLine(entryOf.date, language)}**`,
    line(entryOf.title),
    ...labelled(messagesIn(language).label.place, entryOf.place === null ? [] : [entryOf.place]),
  ];
}

function figure(entryOf: FigureEntry, { reply }: CitationContext): readonly string[] {
  const { label } = messagesIn(reply.language);
  const fact = (caption: string, value: string | null): readonly string[] =>
    value === null ? [] : labelled(caption, [value]);
  return [
    heading(entryOf.text),
    ...asSmall([`${formatNumber(entryOf.value, 'en')} ${line(entryOf.unit)}`]),
    ...labelled(
      label.equivalents,
      entryOf.equivalents.map(({ text: amount }) => amount),
    ),
    ...fact(label.from, entryOf.from),
    ...fact(label.to, entryOf.to),
    ...fact(label.purpose, entryOf.purpose),
    ...fact(label.duration, entryOf.duration),
  ];
}

/** One document of the list, with a button that opens it where it is served. */
export function sourceBlocks(
  source: SourceEntry,
  { reply, fingerprint }: CitationContext,
  served: boolean,
): readonly Block[] {
  const { language } = reply;
  const messages = messagesIn(language);
  const names = [source.title, source.publisher, source.file].filter((name) => name !== null);
  const [first = source.document, ...rest] = names.filter((name) => !isBlank(name));
  const languages = source.languages.map((one) => messages.language[one]).join(language === 'ar' ? '، ' : ', ');
  const facts = [
    ...rest.map((each) => line(each)),
    dateLine(source.date, language),
    ...(languages === '' ? [] : [languages]),
    messages.label.paragraphs(source.paragraphs),
  ];
  const title = `**${line(first)}**`;
  const below = small(...facts);
  const problems = lineBlocks(asSmall(source.problems.map((each) => line(each))));
  if (!served) return [{ pieces: [text(`${title}\n${below}`)], begins: true }, ...problems];
  const open = customId({ does: 'document', document: documentKey(source.document), page: 0, copy: 0 }, fingerprint);
  const opener = button(discordMessagesIn(language).button.openDocument, open);
  return [{ pieces: [section([title, below], opener)], begins: true }, ...problems];
}

/** Every entry of the reply's lists but the citations. `served` tells whether a document can be opened. */
export function entryBlocks(context: CitationContext, served: (document: string) => boolean): readonly Block[] {
  const { reply } = context;
  const alone = reply.people.length === 1;
  let first = true;
  const of = (lines: readonly string[], citations: readonly number[]): readonly Block[] => {
    const blocks = entry(first, lines, citations, context);
    first = false;
    return blocks;
  };
  return [
    // In a list of people the evidence stands in each one's own profile, which the select below opens.
    ...reply.people.flatMap((one) =>
      of(person(one, alone, context), alone ? one.citations : one.citations.slice(0, 1)),
    ),
    ...reply.organisations.flatMap((one) => of(organisation(one, context), one.citations)),
    ...reply.agreements.flatMap((one) => of(agreement(one, context), one.citations)),
    ...reply.events.flatMap((one) => of(event(one, context), one.citations)),
    ...reply.figures.flatMap((one) => of(figure(one, context), one.citations)),
    ...reply.sources.flatMap((one) => sourceBlocks(one, context, served(one.document))),
  ];
}
