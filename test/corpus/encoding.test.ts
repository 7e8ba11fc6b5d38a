import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decode } from '../../src/corpus/encoding.js';

const ARABIC = 'أعلنت وزارة الخارجية، اليوم الجمعة، عن زيارة رسمية.\nوقالت إن الوزير سيصل في 3 مارس.\n';
const ENGLISH = 'The ministry announced an official visit.\nThe minister arrives on 3 March.\n';

const utf8 = (text: string): Uint8Array => Buffer.from(text, 'utf8');
const utf16le = (text: string): Uint8Array => Buffer.from(text, 'utf16le');
const utf16be = (text: string): Uint8Array => Buffer.from(text, 'utf16le').swap16();
const marked = (bytes: Uint8Array, ...mark: number[]): Uint8Array => Buffer.concat([Buffer.from(mark), bytes]);

/** The bytes of `text` in a single-byte encoding, by turning its decoder round; `more` are bytes a decoder gets wrong. */
function singleByte(text: string, encoding: string, more: Readonly<Record<string, number>> = {}): Uint8Array {
  const decoder = new TextDecoder(encoding);
  const bytes = new Map(Array.from({ length: 256 }, (_, i) => [decoder.decode(Uint8Array.of(i)), i]));
  return Uint8Array.from([...text].map((character) => more[character] ?? bytes.get(character) ?? 0));
}

/** Bytes of Windows-1252 that Node 20 takes for control characters. */
const QUOTES = { '“': 0x93, '”': 0x94, '’': 0x92, '–': 0x96 };

describe('decode', () => {
  test.each([
    ['UTF-8', utf8(ARABIC), 'utf-8', ARABIC],
    ['UTF-8 with its mark', marked(utf8(ARABIC), 0xef, 0xbb, 0xbf), 'utf-8', ARABIC],
    ['UTF-16LE with its mark', marked(utf16le(ARABIC), 0xff, 0xfe), 'utf-16le', ARABIC],
    ['UTF-16BE with its mark', marked(utf16be(ARABIC), 0xfe, 0xff), 'utf-16be', ARABIC],
    ['UTF-16LE, Arabic', utf16le(ARABIC), 'utf-16le', ARABIC],
    ['UTF-16BE, Arabic', utf16be(ARABIC), 'utf-16be', ARABIC],
    ['UTF-16LE, English', utf16le(ENGLISH), 'utf-16le', ENGLISH],
    ['UTF-16BE, English', utf16be(ENGLISH), 'utf-16be', ENGLISH],
    ['Windows-1256', singleByte(ARABIC, 'windows-1256'), 'windows-1256', ARABIC],
    ['Windows-1252', singleByte('“Café” – the minister’s word', 'windows-1252', QUOTES), 'windows-1252', '“Café” – the minister’s word'],
  ])('%s', (_name, bytes, encoding, text) => {
    expect(decode(bytes)).toEqual({ text, encoding, damaged: 0 });
  });

  test('only one byte-order mark is taken away', () => {
    expect(decode(marked(utf8('\uFEFFa word'), 0xef, 0xbb, 0xbf))?.text).toBe('\uFEFFa word');
  });

  test('UTF-8 that was cut or has a wrong byte is read with replacement characters', () => {
    const bytes = utf8(ARABIC);
    expect(decode(bytes.subarray(1))).toMatchObject({ encoding: 'utf-8', damaged: 1 });
    const wrong = Buffer.concat([bytes, Buffer.from([0xff]), bytes]);
    expect(decode(wrong)).toEqual({ text: `${ARABIC}\uFFFD${ARABIC}`, encoding: 'utf-8', damaged: 1 });
  });

  test('a lone surrogate in UTF-16 is damage', () => {
    expect(decode(marked(utf16le(`${ARABIC}\uD800 ${ARABIC}`), 0xff, 0xfe))).toMatchObject({ damaged: 1 });
  });

  test.each([
    ['PDF', utf8('%PDF-1.7 …')],
    ['ZIP', Uint8Array.of(0x50, 0x4b, 0x03, 0x04, 0x14, 0x00)],
    ['PNG', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a)],
    ['every byte', Uint8Array.from({ length: 4096 }, (_, i) => (i * 167) % 256)],
    ['NULs alone', new Uint8Array(1000)],
  ])('%s is no text', (_name, bytes) => {
    expect(decode(bytes)).toBeNull();
  });

  test('a few NULs in a text do not make it binary', () => {
    expect(decode(utf8(`${ARABIC}\0${ARABIC}`))?.text).toBe(`${ARABIC}\0${ARABIC}`);
  });

  test('any text in UTF-8 comes back unchanged, any bytes end in a text or in none', () => {
    const characters = fc.constantFrom('ا', 'ل', 'ً', 'a', 'É', ' ', '\n', '\r', '🇶🇦', '‏', '“', '۳', '\u2028');
    fc.assert(
      fc.property(fc.array(characters, { minLength: 1 }), (all) => {
        expect(decode(utf8(all.join('')))).toEqual({ text: all.join(''), encoding: 'utf-8', damaged: 0 });
      }),
    );
    fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      const decoded = decode(bytes);
      expect(decoded === null || typeof decoded.text === 'string').toBe(true);
    }));
  });
});
