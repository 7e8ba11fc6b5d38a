/** Kinds of UTF-16 code units, as the escaping of text for Discord needs them. */
export const Kind = {
  Plain: 0,
  Space: 1,
  /** Steers the layout or is never seen; not sent. */
  Invisible: 2,
  /** Markdown anywhere in a line, mentions, and `:`, which may make a link. */
  Special: 3,
} as const;
export type Kind = (typeof Kind)[keyof typeof Kind];

/**
 * Bidi controls (Unicode TR9: Discord drops or misplaces them), the zero-width space, word joiner and byte-order mark, C0
 * and C1 controls but for white space. ZWNJ and ZWJ stay: Persian and emoji need them.
 */
const INVISIBLE =
  /[\u0000-\u0008\u000E-\u001F\u007F-\u0084\u0086-\u009F\u061C\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/g;
const SPACE = /[\s\u0085]/;
const SPECIAL = /[\\*_~|`[\]<@:]/;

const kindOfCharacter = (character: string): Kind => {
  if (character.search(INVISIBLE) >= 0) return Kind.Invisible;
  if (SPACE.test(character)) return Kind.Space;
  return SPECIAL.test(character) ? Kind.Special : Kind.Plain;
};

/** All kinds but two characters lie below it; a table is several times faster than the expressions. */
const TABLE_END = 0x2070;
const table = Uint8Array.from({ length: TABLE_END }, (_, unit) => kindOfCharacter(String.fromCharCode(unit)));

export function kindAt(text: string, at: number): Kind {
  const unit = text.charCodeAt(at);
  if (unit < TABLE_END) return table[unit] as Kind;
  if (unit === 0x3000) return Kind.Space;
  return unit === 0xfeff ? Kind.Invisible : Kind.Plain;
}

/** True where nothing of `text` can be seen. */
export function isBlank(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const kind = kindAt(text, at);
    if (kind !== Kind.Space && kind !== Kind.Invisible) return false;
  }
  return true;
}

/** Half a character, which no UTF-8 has, as the replacement character. */
export const wellFormed = (text: string): string => text.replace(/\p{Surrogate}/gu, '\uFFFD');

/** One line of plain text: invisible characters out, white space of any kind and length one space, ends trimmed. */
export const oneLine = (text: string): string =>
  wellFormed(text.replace(INVISIBLE, ''))
    .replace(/[\s\u0085]+/g, ' ')
    .trim();
