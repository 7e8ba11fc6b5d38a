/** 1-based lines of the members of a JSON text. */
export interface JsonLines {
  /** The line of a member's key: `lineOf('a.txt', 'date')`. */
  readonly lineOf: (...path: readonly string[]) => number | undefined;
}

/** Where a text stops being JSON. */
export interface JsonFault {
  readonly line: number;
  /** The first character that cannot stand there; empty at the end of the text. */
  readonly found: string;
}

/** One token of RFC 8259; the two ends of an escape or a digit run cannot overlap, so it is linear. */
const TOKEN =
  /[{}[\]:,]|"(?:[^"\\\0-\x1f]|\\(?:["\\/bfnrt]|u[\dA-Fa-f]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;
const SPACE = /[ \t\n\r]*/y;
const LINE_END = /\r\n|\n|\r/g;
/** Members deeper than this have no line: corpus.json has two levels. */
const DEEPEST = 2;

/** What may come next: `first-…` right after an opening bracket, where the closing one may come as well. */
type Expected = 'value' | 'first-value' | 'key' | 'first-key' | 'colon' | 'comma' | 'end';

interface Open {
  readonly closing: '}' | ']';
  key: string | null;
}

/**
 * Reads a JSON text for its line numbers, which `JSON.parse` does not tell: those of its members, or that of its first
 * fault. It agrees with `JSON.parse` on what is JSON. Not recursive; linear in the length of `text`.
 */
export function jsonLines(text: string): JsonLines | JsonFault {
  const lines = new Map<string, number>();
  const open: Open[] = [];
  let expected = 'value' as Expected; // widened: the closures below change it
  let [offset, line] = [0, 1];

  const advance = (pattern: RegExp): string => {
    pattern.lastIndex = offset;
    const found = pattern.exec(text)?.[0] ?? '';
    offset += found.length;
    return found;
  };
  const accept = (token: string): boolean => {
    const inside = open.at(-1);
    if (expected === 'end' || token === '') return false;
    if (expected === 'colon') {
      expected = 'value';
      return token === ':';
    }
    if (inside && token === inside.closing && (expected === 'comma' || expected.startsWith('first'))) {
      open.pop();
      expected = open.length === 0 ? 'end' : 'comma';
      return true;
    }
    if (expected === 'comma') {
      expected = inside?.closing === '}' ? 'key' : 'value';
      return token === ',';
    }
    if (inside && (expected === 'key' || expected === 'first-key')) {
      if (!token.startsWith('"')) return false;
      inside.key = JSON.parse(token) as string;
      if (open.length <= DEEPEST) lines.set(JSON.stringify(open.map(({ key }) => key)), line);
      expected = 'colon';
      return true;
    }
    if (token === '{' || token === '[') {
      open.push({ closing: token === '{' ? '}' : ']', key: null });
      expected = token === '{' ? 'first-key' : 'first-value';
      return true;
    }
    expected = open.length === 0 ? 'end' : 'comma';
    return !']}:,'.includes(token);
  };

  for (;;) {
    line += advance(SPACE).match(LINE_END)?.length ?? 0;
    if (offset >= text.length) break;
    const found = String.fromCodePoint(text.codePointAt(offset) ?? 0);
    if (!accept(advance(TOKEN))) return { line, found };
  }
  return expected === 'end' ? { lineOf: (...path) => lines.get(JSON.stringify(path)) } : { line, found: '' };
}
