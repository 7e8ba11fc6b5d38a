import { discordMessagesIn } from '../../answers/messages/discord.js';
import { messagesIn } from '../../answers/messages/messages.js';
import type { Library } from '../../answers/library.js';
import type { Document, Paragraph } from '../../corpus/document.js';
import type { Language } from '../../text/language.js';
import { ACCENT, button, buttonRow, message, small, text, type MessageBody } from '../component.js';
import { documentKey, fingerprintOf } from '../corpus-key.js';
import { customId } from '../custom-id.js';
import { marked } from '../escape.js';
import { sourceLines } from './citation.js';
import { documentPages, pageOf } from './document.js';
import { line } from './line.js';

/** Paragraphs shown on each side of the one asked for. */
const AROUND = 2;
/** Escaped characters of the paragraph itself, and of each one beside it. */
const MIDDLE_LENGTH = 900;
const BESIDE_LENGTH = 300;

export interface ContextView {
  readonly library: Library;
  readonly language: Language;
  readonly changed: boolean;
  readonly ephemeral: boolean;
}

/** The paragraphs around one of a document, furniture left out, with buttons to those before and after. */
export function contextMessage(document: Document, number: number, view: ContextView): MessageBody {
  const { library, language, changed, ephemeral } = view;
  const { button: caption, changed: warning } = discordMessagesIn(language);
  const fingerprint = fingerprintOf(library);
  const quotable = document.paragraphs.filter(({ kind }) => kind !== 'furniture');
  const after = quotable.findIndex((paragraph) => paragraph.number >= number);
  const middle = after < 0 ? quotable.length - 1 : after;
  const shown = quotable.slice(Math.max(0, middle - AROUND), middle + AROUND + 1);
  const at = (index: number): string => {
    const target = quotable[Math.min(Math.max(index, 0), quotable.length - 1)];
    return customId(
      { does: 'around', document: documentKey(document.id), paragraph: target?.number ?? 1 },
      fingerprint,
    );
  };
  const page = pageOf(documentPages(document.paragraphs), document.paragraphs.indexOf(quotable[middle] as Paragraph));
  const buttons = [
    ...(middle - AROUND > 0 ? [button(caption.earlier, at(middle - 2 * AROUND - 1))] : []),
    ...(middle + AROUND + 1 < quotable.length ? [button(caption.later, at(middle + 2 * AROUND + 1))] : []),
    button(
      caption.openDocument,
      customId({ does: 'document', document: documentKey(document.id), page, copy: 0 }, fingerprint),
    ),
    ...(ephemeral ? [button(caption.share, customId({ does: 'share' }, fingerprint))] : []),
  ];
  const words = (paragraph: Paragraph): string =>
    marked(paragraph.text, [], paragraph === quotable[middle] ? MIDDLE_LENGTH : BESIDE_LENGTH).text;
  return message(
    ACCENT.answered,
    [
      ...(changed ? [text(small(line(warning)))] : []),
      text(small(...sourceLines(document, null, language))),
      ...shown.map((paragraph) => {
        const label = small(messagesIn(language).label.paragraph(paragraph.number));
        return text(`${label}\n${words(paragraph)}`);
      }),
      buttonRow(buttons),
    ],
    { ephemeral },
  );
}
