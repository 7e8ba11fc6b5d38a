/**
 * Folding: the form in which two spellings of one word are equal. Per code point, so that every folded letter knows
 * the original it came from:
 *
 * - compatibility decomposition (NFKD, Unicode Annex 15), lower case, every combining mark dropped: vowel marks,
 *   shadda in either order, hamza seats (أ إ آ → ا, ؤ → و, ئ → ي), Latin accents;
 * - tatweel and format characters (bidi marks, zero-width joiners, soft hyphen) dropped;
 * - ى → ي, ة → ه, ٱ → ا, Persian and Urdu letters to their Arabic sisters;
 * - Arabic-Indic and Persian digits and separators to ASCII; apostrophes to ', dashes to -.
 */
const SPECIAL: Readonly<Record<string, string>> = {
  ى: 'ي', ة: 'ه', ٱ: 'ا', ک: 'ك', ڪ: 'ك', گ: 'ك', ی: 'ي', ې: 'ي', ے: 'ي', ہ: 'ه', ھ: 'ه', ە: 'ه', ۃ: 'ه',
  پ: 'ب', چ: 'ج', ژ: 'ز', ڤ: 'ف', ٹ: 'ت', ڈ: 'د', ڑ: 'ر', ں: 'ن',
  ß: 'ss', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', æ: 'ae', œ: 'oe', ı: 'i', ħ: 'h', ŋ: 'n',
  '٫': '.', '٬': ',', '’': "'", '‘': "'", 'ʼ': "'", '`': "'", '´': "'", 'ʿ': "'", 'ʾ': "'", 'ʻ': "'", '＇': "'",
  '‐': '-', '‑': '-', '‒': '-', '–': '-', '—': '-', '−': '-',
}; // prettier-ignore

const DROPPED = /[\p{M}\p{Cf}\u0640]/gu;
const DIGIT_ZEROS = [0x0660, 0x06f0]; // Arabic-Indic, Extended Arabic-Indic (Unicode, Nd)

function foldCodePoint(codePoint: number): string {
  for (const zero of DIGIT_ZEROS) if (codePoint >= zero && codePoint <= zero + 9) return String(codePoint - zero);
  const character = String.fromCodePoint(codePoint);
  const plain = character.normalize('NFKD').toLowerCase().normalize('NFKD').replace(DROPPED, '');
  let folded = '';
  for (const letter of plain) folded += SPECIAL[letter] ?? letter;
  return folded;
}

/** Folded forms met so far: an array for the Basic Multilingual Plane's first 64 Ki, where nearly all text lies. */
const basic: (string | undefined)[] = new Array<string | undefined>(0x10000).fill(undefined);

/** The folded form of one code point: none, one or several characters. */
const folded = (codePoint: number): string =>
  codePoint > 0xffff ? foldCodePoint(codePoint) : (basic[codePoint] ??= foldCodePoint(codePoint));

/** `text` folded. Idempotent. */
export function fold(text: string): string {
  let out = '';
  for (let i = 0; i < text.length;) {
    const codePoint = text.codePointAt(i) ?? 0;
    out += folded(codePoint);
    i += codePoint > 0xffff ? 2 : 1;
  }
  return out;
}

export interface FoldedText {
  readonly text: string;
  /** For each code unit of `text`, the offset in the original of the code point it came from; one more entry for the end. */
  readonly origin: Int32Array;
}

/** `text` folded, with the way back to the original. `foldWithOrigin(t).text === fold(t)`. */
export function foldWithOrigin(text: string): FoldedText {
  let out = '';
  const origin: number[] = [];
  for (let i = 0; i < text.length;) {
    const codePoint = text.codePointAt(i) ?? 0;
    const form = folded(codePoint);
    for (let k = 0; k < form.length; k++) origin.push(i);
    out += form;
    i += codePoint > 0xffff ? 2 : 1;
  }
  origin.push(text.length);
  return { text: out, origin: Int32Array.from(origin) };
}
