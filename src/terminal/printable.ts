/** Embeddings, overrides and isolates; unclosed they would turn the direction of everything after them. */
const DIRECTION = /[\u202A-\u202E\u2066-\u2069]/gu;
const CONTROL = /[\p{Cc}\u2028\u2029]/gu;

/**
 * Text of a document made safe for a terminal: control characters other than the line feed and the tab become visible signs
 * (␛ for ESC: a document must not be able to move the cursor or retitle the window), controls of direction are dropped, a
 * carriage return before a line feed too. Everything else stays as it is, so that the quotation can be copied.
 */
export function printable(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(DIRECTION, '')
    .replace(CONTROL, (character) => {
      const code = character.codePointAt(0) as number;
      if (character === '\n' || character === '\t') return character;
      if (code === 0x2028 || code === 0x2029) return '\n';
      // the Unicode block "Control Pictures" mirrors C0
      if (code < 0x20) return String.fromCodePoint(0x2400 + code);
      return code === 0x7f ? '\u2421' : '\uFFFD';
    });
}
