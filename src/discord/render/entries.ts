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
import { dateInWords } from '../../answers/messages/dates.js';
import type { PartialDate } from '../../corpus/date.js';
import type { Language } from '../../text/language.js';
import { button, section, separator, sizeOfAll, small, text } from '../component.js';
import { documentKey } from '../corpus-key.js';
import { customId } from '../custom-id.js';
import { isBlank } from '../characters.js';
import { lineBlocks, type Block } from './block.js';
import { citationBlock, sourceName, type CitationContext } from './citation.js';
import { dateLine, inDirections, labelled, line } from './line.js';

/** The lists of a reply as blocks: what an entry says, then every citation that proves it. */

const heading = (name: string): string => `### ${line(name)}`;
const asSmall = (lines: readonly string[]): readonly string[] => lines.map((each) => `-# ${each}`);
const others = (names: readonly string[], name: string): readonly string[] => names.filter((other) => other !== name);

/**
 * Where else an entry is proved: the paragraphs, under the name of their document where it is another than the first
 * citation's. In a list the best evidence is quoted, and one page shows several entries.
 */
function elsewhere([first, ...rest]: readonly number[], { reply }: CitationContext): readonly string[] {
  const { citations, language } = reply;
  const { alsoIn, paragraphsAt } = discordMessagesIn(language);
  const best = first === undefined ? undefined : citations[first];
  const documents = new Map<string, { readonly name: string; readonly paragraphs: Set<number> }>();
  for (const cited of rest.flatMap((index) => citations[index] ?? [])) {
    if (cited.document === best?.document && cited.paragraph === best.paragraph) continue;
    const known = documents.get(cited.document) ?? { name: sourceName(cited), paragraphs: new Set() };
    documents.set(cited.document, known);
    known.paragraphs.add(cited.paragraph);
  }
  const places = [...documents].flatMap(([document, { name, paragraphs }]) => [
    ...(document === best?.document ? [] : [line(name)]),
    line(paragraphsAt([...paragraphs].map((number) => formatNumber(number, language)))),
  ]);
  const [only] = places;
  if (only === undefined) return [];
  return places.length === 1 ? [`${alsoIn}: ${only}`] : [`${alsoIn}:`, ...places];
}

/** Characters that an entry and its first quotation may have to be kept on one page. */
const TOGETHER = 1800;

/** An entry with its evidence, all of it quoted or only the best; a line parts it from the one before. */
function entry(
  first: boolean,
  lines: readonly string[],
  citations: readonly number[],
  whole: boolean,
  context: CitationContext,
): readonly Block[] {
  const more = whole ? [] : asSmall(elsewhere(citations, context));
  const [head, ...rest] = lineBlocks(lines, true);
  if (!head) return [];
  const parted = first ? head : { ...head, pieces: [separator(), ...head.pieces] };
  const quoted = (whole ? citations : citations.slice(0, 1)).flatMap((index) =>
    citationBlock(index, context, { begins: false, short: true }),
  );
  const [best, ...others] = quoted;
  const together = best && rest.length === 0 ? [...parted.pieces, ...best.pieces] : [];
  const joined =
    together.length > 0 && sizeOfAll(together).characters <= TOGETHER
      ? [{ ...parted, pieces: together }, ...others]
      : [parted, ...rest, ...quoted];
  return [...joined, ...lineBlocks(more)];
}

/** When a role was held: the date of the document that tells it, then the paragraph. */
function asOfLines(date: PartialDate | null, paragraph: number, language: Language): readonly string[] {
  const { label } = messagesIn(language);
  const words = dateInWords(date, language);
  const asOf = date?.value ? `${label.asOf} ${words}` : words;
  return language === 'ar' ? [label.paragraph(paragraph), asOf] : [`${asOf} · ${label.paragraph(paragraph)}`];
}

function person(entryOf: PersonEntry, alone: boolean, { reply }: CitationContext): readonly string[] {
  const { language, citations } = reply;
  const { label } = messagesIn(language);
  const roles = entryOf.roles.flatMap((role) => {
    const cited = citations[role.citation];
    const place = cited ? [line(sourceName(cited)), ...asOfLines(role.date, cited.paragraph, language)] : [];
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
  const { people, organisations, agreements, events, figures } = reply;
  const alone = people.length === 1;
  const onlyOne = people.length + organisations.length + agreements.length + events.length + figures.length === 1;
  let first = true;
  const of = (lines: readonly string[], citations: readonly number[], whole = onlyOne): readonly Block[] => {
    const blocks = entry(first, lines, citations, whole, context);
    first = false;
    return blocks;
  };
  return [
    // In a list of people the evidence stands in each one's own profile, which the select below opens.
    ...people.flatMap((one) =>
      of(person(one, alone, context), alone ? one.citations : one.citations.slice(0, 1), alone),
    ),
    ...organisations.flatMap((one) => of(organisation(one, context), one.citations)),
    ...agreements.flatMap((one) => of(agreement(one, context), one.citations)),
    ...events.flatMap((one) => of(event(one, context), one.citations)),
    ...figures.flatMap((one) => of(figure(one, context), one.citations)),
    ...reply.sources.flatMap((one) => sourceBlocks(one, context, served(one.document))),
  ];
}
