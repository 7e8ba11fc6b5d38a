import { ComponentType } from 'discord.js';
import { listedCitations, reasonLine } from '../../answers/cite.js';
import { discordMessagesIn } from '../../answers/messages/discord.js';
import { formatNumber } from '../../answers/messages/counts.js';
import { dateInWords } from '../../answers/messages/dates.js';
import { messagesIn } from '../../answers/messages/messages.js';
import type { Library } from '../../answers/library.js';
import type { Reply, SourceEntry } from '../../answers/reply.js';
import type { Language } from '../../text/language.js';
import type { Request } from '../../../commands/dispatch.js';
import {
  ACCENT,
  message,
  NOTHING,
  separator,
  sizeOfAll,
  small,
  sum,
  text,
  type MessageBody,
  type Piece,
  type Size,
} from '../component.js';
import { documentByKey, documentKey, fingerprintOf } from '../corpus-key.js';
import { oneLine } from '../characters.js';
import { keep } from '../kept-request.js';
import { lineBlocks, paged, WHOLE, left, type Block } from './block.js';
import { citationBlock, relatedBlocks, type CitationContext } from './citation.js';
import { documentPages, documentPieces } from './document.js';
import { entryBlocks, sourceBlocks } from './entries.js';
import { inDirections, labelled, line, oneDirectionEach } from './line.js';
import { documentRows, replyRows, ROWS } from './rows.js';

/** How one reply is to be shown. */
export interface View {
  readonly library: Library;
  /** The request that was answered, as a button will ask it again. */
  readonly request: Request;
  /** Counted from 0; a page that is not there any more becomes the last one. */
  readonly page: number;
  /** Only the asker sees it. Errors are always shown so. */
  readonly ephemeral: boolean;
  /** True where the documents have changed since the button was offered that asked for this. */
  readonly changed: boolean;
  /** The most entries of one page. */
  readonly entriesPerPage: number;
  /** What the door itself has to say beside the reply, in its language. */
  readonly remarks?: readonly string[];
}

/** An answer longer than this is not repeated above its sentence, where it stands in bold anyway. */
const HEADLINE = 200;
/** Characters that the words "page … of …" and their like may take at the foot. */
const FOOT: Size = { characters: 160, bytes: 400, components: 1 };

const percent = (share: number, { language }: Reply): string => oneLine(formatNumber(share, language, 'percent'));

/** Sentences of the bot itself; one may hold several lines (help). */
const sentences = (texts: readonly string[]): readonly string[] =>
  texts
    .flatMap((each) => each.split('\n'))
    .flatMap(oneDirectionEach)
    .filter((each) => each.trim() !== '')
    .map((each) => line(each));

const accent = ({ status }: Reply): number =>
  status === 'answered' ? ACCENT.answered : status === 'not_found' ? ACCENT.notFound : ACCENT.error;

/** What stands first on the first page: the answer itself, or why there is none. */
function head(reply: Reply): readonly Piece[] {
  if (reply.status === 'not_found')
    return [text(`### ${line(reasonLine(reply) ?? messagesIn(reply.language).notFound.not_stated)}`)];
  const { answer } = reply;
  if (!answer || answer.text.length > HEADLINE || answer.text.trim() === '') return [];
  return [text(`## ${line(answer.text)}`)];
}

/** Lines that tell the coverage of a library, by language: the same for every reply. */
const coverageTold = new WeakMap<Reply['coverage'], Map<Language, readonly string[]>>();

/** Coverage of the search, in small type; two sentences, each on a line of its own. */
export function coverageLines(reply: Reply): readonly string[] {
  const told = coverageTold.get(reply.coverage) ?? new Map<Language, readonly string[]>();
  const lines = told.get(reply.language) ?? tellCoverage(reply);
  coverageTold.set(reply.coverage, told.set(reply.language, lines));
  return lines;
}

function tellCoverage({ coverage, language }: Reply): readonly string[] {
  const { notice } = messagesIn(language);
  const { documents, paragraphs, oldest, newest } = coverage;
  const dayIn = (value: string): string => dateInWords({ value, precision: 'day', basis: 'stated' }, language);
  const dates = oldest !== null && newest !== null ? [notice.coverageDates(dayIn(oldest), dayIn(newest))] : [];
  return [notice.coverage(documents, paragraphs), ...dates].map((each) => line(each));
}

function foot(reply: Reply, page: number, pages: number): readonly string[] {
  const messages = discordMessagesIn(reply.language);
  const searched = reply.citations.length > 0 || reply.status === 'not_found';
  return [
    ...(reply.confidence !== null && reply.status === 'answered'
      ? [messages.confidence(percent(reply.confidence, reply))]
      : []),
    ...(searched ? coverageLines(reply) : []),
    ...(pages > 1 ? [messages.page(page + 1, pages)] : []),
  ];
}

/** Help has nothing but words of its own: they are the reply, not remarks on it. */
const onlyWords = (reply: Reply): boolean =>
  reply.status === 'answered' && reply.citations.length === 0 && reply.sources.length === 0 && entriesIn(reply) === 0;

const entriesIn = ({ people, organisations, agreements, events, figures }: Reply): number =>
  people.length + organisations.length + agreements.length + events.length + figures.length;

const partedCitation = (index: number, context: CitationContext): readonly Block[] => [
  ...citationBlock(index, context, { begins: true }).map((block) => ({
    ...block,
    pieces: [...(index > 0 ? [separator()] : []), ...block.pieces],
  })),
  ...relatedBlocks(index, context),
];

/** Everything that may be long: entries or citations, words not found, suggestions, notices. */
function body(reply: Reply, { library }: View): readonly Block[] {
  const { label, notice } = messagesIn(reply.language);
  const context = { reply, fingerprint: fingerprintOf(library) };
  const served = (id: string): boolean => documentByKey(library, documentKey(id)) !== undefined;
  const listed = entriesIn(reply) + reply.sources.length > 0;
  const nearest =
    reply.status === 'not_found' && reply.citations.length > 0 && !listed ? [line(notice.nearestPassages)] : [];
  const notices = sentences(reply.notices);
  const words = [...labelled(label.unmatched, reply.unmatched), ...labelled(label.suggestions, reply.suggestions)];
  return [
    ...(onlyWords(reply) ? reply.notices.flatMap((each) => lineBlocks(titled(each))) : []),
    ...(reply.status === 'not_found' ? lineBlocks(words) : []),
    ...lineBlocks(nearest),
    ...(listed
      ? entryBlocks(context, served)
      : listedCitations(reply).flatMap((index) => partedCitation(index, context))),
    ...(reply.status === 'answered' ? lineBlocks(words.map((each) => `-# ${each}`)) : []),
    ...(onlyWords(reply) ? [] : lineBlocks(notices.map((each) => `-# ${each}`))),
  ];
}

/** A line parts an entry from the one before; the first of a page has none before it. */
const withoutLeadingSeparator = (pieces: readonly Piece[]): readonly Piece[] =>
  pieces[0]?.type === ComponentType.Separator ? pieces.slice(1) : pieces;

/** A text of several lines by the bot itself (a command and what it does) under its first line. */
function titled(words: string): readonly string[] {
  const [title, ...lines] = sentences([words]);
  return title === undefined ? [] : [`**${title}**`, ...lines];
}

/** What went wrong, seen by the asker alone. */
export const errorMessage = (sentence: string): MessageBody =>
  message(ACCENT.error, [text(line(sentence))], { ephemeral: true });

/** A word of the bot that is neither answer nor error (how to ask, try again later). */
export const noteMessage = (sentence: string, { ephemeral }: { readonly ephemeral: boolean }): MessageBody =>
  message(ACCENT.notFound, [text(sentence)], { ephemeral });

/** One page of a reply as a message, within every limit of Discord. */
export function replyMessage(reply: Reply, view: View): MessageBody {
  if (reply.status === 'error') return errorMessage(reply.message ?? messagesIn(reply.language).error.defect);
  const [source] = reply.sources;
  if (reply.sources.length === 1 && source?.text) return wholeDocument(reply, source, view);

  const kept = keep(view.request);
  const blocks = body(reply, view);
  const above = [...remarks(reply, view), ...head(reply)];
  const fixed = [...above, ...(kept.line ? [kept.line] : [])];
  const coverage = small(...coverageLines(reply));
  const used = [sizeOfAll(fixed), FOOT, ROWS, sizeOfAll([text(coverage)])].reduce(sum, NOTHING);
  const pages = paged(blocks, left(WHOLE, used), view.entriesPerPage);
  const page = Math.min(view.page, pages.length - 1);
  const shown = pages[page] ?? [];
  const below = foot(reply, page, pages.length);
  const rows = replyRows(reply, { ...view, page }, { pages, kept: kept.code });
  const pieces: Piece[] = [
    ...(page === 0 ? above : remarks(reply, view)),
    ...withoutLeadingSeparator(shown.flatMap((block) => block.pieces)),
    ...(below.length > 0 ? [text(small(...below))] : []),
    ...(kept.line ? [kept.line] : []),
    ...rows,
  ];
  // Nothing to show at all (a list of no entries): still a reply.
  const content = pieces.length > 0 ? pieces : [text(coverage)];
  return message(accent(reply), content, { ephemeral: view.ephemeral });
}

function remarks(reply: Reply, { changed, remarks: own = [] }: View): readonly Piece[] {
  const { changed: warning } = discordMessagesIn(reply.language);
  const lines = [...(changed ? [warning] : []), ...own].map((each) => line(each));
  return lines.length > 0 ? [text(small(...lines))] : [];
}

/** A document whole, one page of it. */
function wholeDocument(reply: Reply, source: SourceEntry, view: View): MessageBody {
  const paragraphs = source.text ?? [];
  const pages = documentPages(paragraphs);
  const page = Math.min(view.page, pages.length - 1);
  const title = sourceBlocks(source, { reply, fingerprint: fingerprintOf(view.library) }, false).slice(0, 1);
  const place = small(discordMessagesIn(reply.language).page(page + 1, pages.length));
  return message(
    accent(reply),
    [
      ...remarks(reply, view),
      ...(page === 0
        ? title.flatMap((block) => block.pieces)
        : [text(`**${inDirections([source.title ?? source.file])[0] ?? ''}**`)]),
      ...documentPieces(paragraphs, pages[page] ?? [], reply.language),
      text(place),
      ...documentRows(source.document, { ...view, page }, pages.length, reply.language),
    ],
    { ephemeral: view.ephemeral },
  );
}
