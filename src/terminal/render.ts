import { coverageLine, listedCitations, reasonLine, relatedLabel, relatedTo, sourceLine } from '../answers/cite.js';
import { dateInWords } from '../answers/messages/dates.js';
import { isolated } from '../answers/messages/insert.js';
import { messagesIn } from '../answers/messages/messages.js';
import type { Citation, Reply, SourceEntry } from '../answers/reply.js';
import { entriesOf, type Entry } from './entries.js';
import { printable } from './printable.js';
import type { Style } from './style.js';

/** Excerpts under one entry: all that matter when it stands alone, the best one in a list. */
const EXCERPTS_OF_ONE = 5;
const EXCERPTS_OF_MANY = 1;

/**
 * The quotation on lines of its own, nothing before it and nothing after it, so that each line keeps one direction and can be
 * copied as it stands; what decided is marked.
 */
function excerpt({ text, start, highlights }: Citation, style: Style): string {
  let at = 0;
  let out = '';
  for (const [from, to] of [...highlights].sort((a, b) => a[0] - b[0])) {
    const begin = Math.max(from - start, at);
    const end = Math.min(to - start, text.length);
    if (end <= begin) continue;
    out += printable(text.slice(at, begin)) + style.mark(printable(text.slice(begin, end)));
    at = end;
  }
  return out + printable(text.slice(at));
}

const cited = (citation: Citation, { language }: Reply, style: Style): string => {
  const address = citation.url === null ? [] : [style.faint(printable(citation.url))];
  return [excerpt(citation, style), style.faint(`— ${sourceLine(citation, language)}`), ...address].join('\n');
};

/** A citation, and under it what the other language tells of the same, under a label of its own. */
const withRelated = (index: number, reply: Reply, style: Style): readonly string[] => [
  cited(reply.citations[index]!, reply, style),
  ...relatedTo(index, reply).map(
    (related) => `${style.strong(relatedLabel(related, reply))}\n${cited(related.excerpt, reply, style)}`,
  ),
];

function renderEntry(entry: Entry, reply: Reply, style: Style, excerpts: number): string {
  const { notice } = messagesIn(reply.language);
  const shown = entry.citations.slice(0, excerpts).flatMap((index) => reply.citations[index] ?? []);
  const hidden = entry.citations.length - shown.length;
  return [
    style.strong(printable(entry.heading)),
    ...entry.fields.map(([label, value]) => `${label}: ${value}`),
    ...shown.map((citation) => cited(citation, reply, style)),
    ...(hidden > 0 ? [style.faint(notice.moreEvidence(hidden))] : []),
  ].join('\n');
}

function renderSource(source: SourceEntry, reply: Reply, style: Style): string {
  const { label, language: names } = messagesIn(reply.language);
  const isolate = (part: string): string => isolated(part, reply.language);
  const facts = [
    source.publisher === null ? null : isolate(source.publisher),
    dateInWords(source.date, reply.language),
    ...source.languages.map((language) => names[language]),
    label.paragraphs(source.paragraphs),
  ].filter((fact) => fact !== null);
  const whole = source.text?.map(({ paragraph, text, furniture }) => {
    const number = furniture ? `${label.paragraph(paragraph)} (${label.furniture})` : label.paragraph(paragraph);
    return `\n${style.faint(`— ${number}`)}\n${furniture ? style.faint(printable(text)) : printable(text)}`;
  });
  return [
    style.strong(printable(source.title ?? label.untitled)),
    `${label.file}: ${isolate(source.file)}`,
    ...(source.paragraphs > 0 ? [facts.join(' · ')] : []),
    ...source.problems.map((problem) => style.wrong(`${label.problems}: ${printable(problem)}`)),
    ...(whole ?? []),
  ].join('\n');
}

/** A reply for a person: blocks apart by an empty line, each excerpt followed by its citation. Ends without a line feed. */
export function renderReply(reply: Reply, style: Style): string {
  const { label, notice, error } = messagesIn(reply.language);
  if (reply.status === 'error') return style.wrong(reply.message ?? error.defect);
  const entries = entriesOf(reply);
  const reason = reasonLine(reply);
  const wanting = reply.status === 'not_found';
  const blocks: string[] = [];
  if (reason !== null) blocks.push(style.strong(reason));
  const words = [
    ...(reply.unmatched.length > 0 ? [`${label.unmatched}: ${inSeries(reply.unmatched, reply)}`] : []),
    ...(reply.suggestions.length > 0 ? [`${label.suggestions}: ${inSeries(reply.suggestions, reply)}`] : []),
  ];
  if (words.length > 0 && wanting) blocks.push(words.join('\n'));
  // help has nothing but words of its own: they are the reply, not remarks on it
  const onlyNotices = entries.length === 0 && reply.citations.length === 0 && reply.sources.length === 0;
  if (onlyNotices) blocks.push(...reply.notices.map(printable));
  if (reply.answer) blocks.push(style.strong(printable(reply.answer.text)));
  if (entries.length > 0) {
    const excerpts = entries.length === 1 ? EXCERPTS_OF_ONE : EXCERPTS_OF_MANY;
    blocks.push(...entries.map((entry) => renderEntry(entry, reply, style, excerpts)));
  } else {
    if (wanting && reply.citations.length > 0) blocks.push(notice.nearestPassages);
    blocks.push(...listedCitations(reply).flatMap((index) => withRelated(index, reply, style)));
  }
  blocks.push(...reply.sources.map((source) => renderSource(source, reply, style)));
  if (words.length > 0 && !wanting) blocks.push(words.join('\n'));
  if (!onlyNotices && reply.notices.length > 0) blocks.push(reply.notices.map(printable).join('\n'));
  if (wanting || reply.citations.length > 0) blocks.push(style.faint(coverageLine(reply.coverage, reply.language)));
  return blocks.join('\n\n');
}

const inSeries = (pieces: readonly string[], { language }: Reply): string =>
  pieces.map((piece) => isolated(piece, language)).join(language === 'ar' ? '، ' : ', ');
