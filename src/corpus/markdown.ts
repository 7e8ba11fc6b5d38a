import type { Span } from '../text/span.js';

const HEADING = /^(#{1,6})[ \t]+/;
const CLOSING_HASHES = /[ \t]+#+$/;
/** A rule or the underline of a heading, a fence, the second row of a table. */
const MARKS = /^(?:[-*_=][-*_= \t]*|`{3,}\s*[\w+-]*|~{3,}\s*[\w+-]*|\|?[ \t]*:?-[-:| \t]*)$/;
const FENCE = /^(?:`{3,}|~{3,})/;
const DEFINITION = /^\[[^\]]{1,100}\]:\s*\S+/;
const IMAGE = /^!\[[^\]]{0,300}\]\([^)\s]{1,500}(?:\s+"[^"]{0,300}")?\)$/;
const COMMENT = /^<!--.*-->$/s;
const UNDERLINE = /^(?:=+|-+)$/;

export interface Markdown {
  /** By paragraph: the level of a heading, 1–6. */
  readonly headings: ReadonlyMap<number, number>;
  /** Paragraphs that are no text: front matter, rules, fences, link definitions, pictures. */
  readonly furniture: ReadonlySet<number>;
  /** Paragraphs between fences. */
  readonly code: ReadonlySet<number>;
  /** `title:` of the front matter. */
  readonly title: Span | null;
}

const NONE: Markdown = { headings: new Map(), furniture: new Set(), code: new Set(), title: null };

/** What CommonMark's signs tell of the paragraphs of a `.md` file; the signs stay in the text. Nothing for other files. */
export function markdownOf(file: string, text: string, spans: readonly Span[]): Markdown {
  if (!/\.md$/i.test(file)) return NONE;
  const headings = new Map<number, number>();
  const furniture = new Set<number>();
  const code = new Set<number>();
  const first = spans[0];
  let body = 0;
  let title: Span | null = null;
  let inCode = false;
  if (first && text.slice(first.start, first.end) === '---') {
    const closing = spans.findIndex(({ start, end }, i) => i > 0 && /^(?:---|\.\.\.)$/.test(text.slice(start, end)));
    for (let i = 0; i <= closing; i++) furniture.add(i);
    body = closing + 1;
    for (const { start, end } of spans.slice(0, body)) {
      const found = /^title:\s*(["']?)(.*?)\1$/i.exec(text.slice(start, Math.min(end, start + 400)));
      const value = found?.[2] ?? '';
      if (found && value !== '') title ??= spanOf(start + found[0].lastIndexOf(value), value);
    }
  }
  for (let i = body; i < spans.length; i++) {
    const { start = 0, end = 0 } = spans[i] ?? {};
    if (end - start > 1000) continue;
    const line = text.slice(start, end);
    if (FENCE.test(line)) inCode = !inCode;
    else if (inCode) {
      code.add(i);
      continue;
    }
    const hashes = HEADING.exec(line)?.[1];
    if (hashes && !line.includes('\n')) headings.set(i, hashes.length);
    else if (MARKS.test(line) || DEFINITION.test(line) || IMAGE.test(line) || COMMENT.test(line)) {
      furniture.add(i);
      // "Title" over "=====": only directly below, a rule has a blank line before it.
      const above = spans[i - 1];
      if (above && i > body && UNDERLINE.test(line) && /^[^\n]*\n[^\n]*$/.test(text.slice(above.end, start + 1)))
        headings.set(i - 1, line.startsWith('=') ? 1 : 2);
    }
  }
  return { headings, furniture, code, title };
}

const spanOf = (start: number, value: string): Span => ({ start, end: start + value.length });

/** The text of a heading without its signs: "## Background ##" → "Background". */
export function headingText(line: string): string {
  const text = line.replace(HEADING, '').replace(CLOSING_HASHES, '').trim();
  const bold = /^(\*\*|__)(.+)\1$/.exec(text)?.[2];
  return bold ?? text;
}
