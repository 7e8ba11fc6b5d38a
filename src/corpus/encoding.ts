/** Encodings that are recognised. UTF-16 and Windows-1256 are common for Arabic text from Windows, 1252 for Latin. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1256' | 'windows-1252';

export interface Decoded {
  /** Without the byte-order mark and otherwise unchanged. */
  readonly text: string;
  readonly encoding: Encoding;
  /** How many byte sequences were invalid and became U+FFFD. */
  readonly damaged: number;
}

/** First bytes of file formats that are sometimes renamed to `.txt`: PDF, ZIP (docx), OLE (doc), PNG, JPEG, GIF, gzip. */
const MAGIC: readonly (readonly number[])[] = [
  [0x25, 0x50, 0x44, 0x46, 0x2d],
  [0x50, 0x4b, 0x03, 0x04],
  [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1],
  [0x89, 0x50, 0x4e, 0x47],
  [0xff, 0xd8, 0xff],
  [0x47, 0x49, 0x46, 0x38, 0x39, 0x61],
  [0x1f, 0x8b, 0x08],
];
/** Byte pairs looked at to recognise UTF-16 without a mark. */
const SAMPLE = 0x8000;
/** More than one control character in this many is no text. */
const CONTROL_SHARE = 50;
const REPLACEMENT = /\uFFFD/g;

const startsWith = (bytes: Uint8Array, ...prefix: readonly number[]): boolean =>
  bytes.length >= prefix.length && prefix.every((byte, i) => bytes[i] === byte);

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

/** Bytes 80 to 9F in Windows-1252 (WHATWG Encoding, index-windows-1252). */
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

const decodeAs = (bytes: Uint8Array, encoding: Encoding): Decoded => {
  let text = new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes);
  // Node 20 reads Windows-1252 as ISO 8859-1 and leaves these bytes as control characters.
  if (encoding === 'windows-1252')
    text = text.replace(/[\u0080-\u009f]/g, (control) => WINDOWS_1252.charAt(control.charCodeAt(0) - 0x80));
  return { text, encoding, damaged: encoding.startsWith('utf') ? count(text, REPLACEMENT) : 0 };
};

const validUtf8 = (bytes: Uint8Array): string | null => {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
};

/**
 * UTF-16 without a mark: in Arabic and Latin text nearly every high byte is 06 or 00, and a low byte hardly ever is.
 * No other encoding of text holds these bytes at all.
 */
function utf16WithoutMark(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const pairs = Math.min(bytes.length >> 1, SAMPLE);
  if (pairs < 2) return null;
  let [even, odd, zeros] = [0, 0, 0];
  for (let i = 0; i < pairs * 2; i++) {
    const byte = bytes[i];
    if (byte !== 0 && byte !== 6) continue;
    if (byte === 0) zeros++;
    if (i % 2 === 0) even++;
    else odd++;
  }
  if (zeros === 0) return null;
  if (odd > pairs * 0.7 && even < pairs * 0.3) return 'utf-16le';
  if (even > pairs * 0.7 && odd < pairs * 0.3) return 'utf-16be';
  return null;
}

/** Whether too much of `text` is control characters for it to be text; tab, line ends, form feed and escape are none. */
function looksBinary(text: string): boolean {
  let control = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 0x20 && (unit < 9 || unit > 13) && unit !== 0x1b) control++;
  }
  return control * CONTROL_SHARE > text.length;
}

/**
 * Which single-byte encoding it is: in Windows-1256 words are runs of bytes above 7F, in a Latin text those bytes
 * stand alone or in pairs between ASCII letters (é, ’).
 */
function singleByte(bytes: Uint8Array): 'windows-1256' | 'windows-1252' {
  let [high, inRuns, run] = [0, 0, 0];
  for (const byte of bytes) {
    if (byte >= 0x80) {
      high++;
      run++;
      continue;
    }
    if (run >= 3) inRuns += run;
    run = 0;
  }
  if (run >= 3) inRuns += run;
  return inRuns * 2 > high ? 'windows-1256' : 'windows-1252';
}

/**
 * The text of a file's bytes, `null` where they are no text. A byte-order mark decides; else valid UTF-8 is UTF-8;
 * UTF-8 with a few faults (fewer than a quarter of its multi-byte sequences) is read with replacement characters;
 * anything else is Windows-1256 or, without runs of high bytes, Windows-1252. Takes time linear in `bytes`.
 */
export function decode(bytes: Uint8Array): Decoded | null {
  if (MAGIC.some((magic) => startsWith(bytes, ...magic))) return null;
  const decoded = decodeMarked(bytes) ?? decodePlain(bytes);
  return looksBinary(decoded.text) ? null : decoded;
}

function decodeMarked(bytes: Uint8Array): Decoded | null {
  if (startsWith(bytes, 0xef, 0xbb, 0xbf)) return decodePlain(bytes.subarray(3));
  if (startsWith(bytes, 0xff, 0xfe)) return decodeAs(bytes.subarray(2), 'utf-16le');
  if (startsWith(bytes, 0xfe, 0xff)) return decodeAs(bytes.subarray(2), 'utf-16be');
  return null;
}

function decodePlain(bytes: Uint8Array): Decoded {
  const utf16 = utf16WithoutMark(bytes);
  if (utf16) return decodeAs(bytes, utf16);
  const text = validUtf8(bytes);
  if (text !== null) return { text, encoding: 'utf-8', damaged: 0 };
  const utf8 = decodeAs(bytes, 'utf-8');
  // Code points above 7F that were valid: what is left of the text's own multi-byte sequences.
  const valid = count(utf8.text, /[^\0-\x7f\uFFFD]/gu);
  return valid > utf8.damaged * 4 ? utf8 : decodeAs(bytes, singleByte(bytes));
}
