/**
 * Folding: the form in which two spellings of one word are equal. Per code point, so that every folded letter knows
 * the original it came from:
 *
 * - compatibility decomposition (NFKD, Unicode Annex 15), lower case, every combining mark dropped: vowel marks,
 *   shadda in either order, hamza seats (أ إ آ → ا, ؤ → و, ئ → ي), Latin accents;
 * - tatweel and format characters (bidi marks, zero-width joiners, soft hyphen) dropped;
 * - ى → ي, ة → ه, ٱ → ا, Persian, Urdu, Kurdish and Maghreb letters to their Arabic sisters;
 * - Arabic-Indic and Persian digits and separators to ASCII; apostrophes to ', dashes to -;
 * - half of a surrogate pair alone to U+FFFD, so that dropping what stands between two halves makes no new character.
 */
const SPECIAL: Readonly<Record<string, string>> = {
  ى: 'ي', ة: 'ه', ٱ: 'ا', ک: 'ك', ڪ: 'ك', گ: 'ك', ڭ: 'ك', ݣ: 'ك', ڨ: 'ق', ی: 'ي', ې: 'ي', ے: 'ي', ێ: 'ي', ہ: 'ه', ھ: 'ه', ە: 'ه', ۃ: 'ه',
  پ: 'ب', چ: 'ج', ژ: 'ز', ڤ: 'ف', ڥ: 'ف', ٹ: 'ت', ڈ: 'د', ڑ: 'ر', ڕ: 'ر', ں: 'ن', ڵ: 'ل', ۆ: 'و', ۇ: 'و', ۋ: 'و',
  ß: 'ss', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', æ: 'ae', œ: 'oe', ı: 'i', ħ: 'h', ŋ: 'n', ə: 'a',
  '٫': '.', '٬': ',', '’': "'", '‘': "'", 'ʼ': "'", '`': "'", '´': "'", 'ʿ': "'", 'ʾ': "'", 'ʻ': "'", '＇': "'",
  '‐': '-', '‑': '-', '‒': '-', '–': '-', '—': '-', '−': '-',
}; // prettier-ignore

const DROPPED = /[\p{M}\p{Cf}\u0640]/gu;
const WHITE_SPACE = /\s/gu;
const DIGIT_ZEROS = [0x0660, 0x06f0]; // Arabic-Indic, Extended Arabic-Indic (Unicode, Nd)

function foldCodePoint(codePoint: number): string {
  for (const zero of DIGIT_ZEROS) if (codePoint >= zero && codePoint <= zero + 9) return String(codePoint - zero);
  if (codePoint >= 0xd800 && codePoint <= 0xdfff) return '\ufffd';
  const character = String.fromCodePoint(codePoint);
  const special = SPECIAL[character];
  if (special !== undefined) return special;
  let plain = character.normalize('NFKD').toLowerCase().normalize('NFKD').replace(DROPPED, '');
  // An accent alone decomposes to a blank and a mark, the ligature ﷺ to four words: neither may part a word in two.
  if (!/\s/u.test(character)) plain = plain.replace(WHITE_SPACE, '');
  let folded = '';
  for (const letter of plain) folded += SPECIAL[letter] ?? letter;
  return folded;
}

/** Folded forms met so far of the Basic Multilingual Plane, in which nearly all text lies. */
const basic: (string | undefined)[] = new Array<string | undefined>(0x10000).fill(undefined);
const [SAME, CHANGED] = [1, 2];
/** Of each code unit whether it folds to itself; 0 while unknown. */
const states = new Uint8Array(0x10000);

function stateOf(unit: number): number {
  const form = foldCodePoint(unit);
  basic[unit] = form;
  return (states[unit] = form === String.fromCharCode(unit) ? SAME : CHANGED);
}

const isHigh = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff;
const isLow = (unit: number): boolean => unit >= 0xdc00 && unit <= 0xdfff;

/** Calls `changed` with start, end and folded form of every code point of `text` that does not fold to itself, in order. */
function forEachChange(text: string, changed: (start: number, end: number, form: string) => void): void {
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    const state = states[unit]! || stateOf(unit);
    if (state === SAME) continue;
    if (isHigh(unit) && isLow(text.charCodeAt(i + 1))) {
      changed(i, i + 2, foldCodePoint(text.codePointAt(i)!));
      i++;
    } else changed(i, i + 1, basic[unit]!);
  }
}

/** `text` folded. Idempotent. Linear in its length. */
export function fold(text: string): string {
  let out = '';
  let from = 0;
  forEachChange(text, (start, end, form) => {
    out += text.slice(from, start) + form;
    from = end;
  });
  return from === 0 ? text : out + text.slice(from);
}

export interface FoldedText {
  readonly text: string;
  /** For each code unit of `text`, the offset in the original of the code point it came from; one more entry for the end. */
  readonly origin: Int32Array;
}

/** `text` folded, with the way back to the original. `foldWithOrigin(t).text === fold(t)`. */
export function foldWithOrigin(text: string): FoldedText {
  let out = '';
  let from = 0;
  const origin: number[] = [];
  const keepUntil = (start: number): void => {
    out += text.slice(from, start);
    while (from < start) origin.push(from++);
  };
  forEachChange(text, (start, end, form) => {
    keepUntil(start);
    out += form;
    for (let k = 0; k < form.length; k++) origin.push(start);
    from = end;
  });
  keepUntil(text.length);
  origin.push(text.length);
  return { text: out, origin: Int32Array.from(origin) };
}
