import fc from 'fast-check';

/** Pieces of text of every kind that a document or a message may hold, the ill-formed included. */
const PIECES = [
  'قطر', 'الدوحة', 'وَقَّعَ', 'مُذَكِّرَة', 'والتفاهم', 'ﷺ', 'ﻻ', 'می‌خواهم', 'و', 'ـــ', 'بـ', 'هـ', 'ًّ', '٣٠٠', '١٬٠٠٠٫٥', '۱۲', '؟', '،', '؛', 'د.', 'أ.د.', 'ج.م.ع',
  'Qatar', "society's", 'rock’n’roll', 'U.S.', 'No.', 'Dr.', 'QRCS', 'co-operation', 'e\u0301', 'İ', 'ﬁ', 'ß', '𝐀', '1,000,000', '3.5', '18.11.2022', '2nd', '½', '％', '$',
  '"', '“', '”', '«', '»', "'", '(', ')', '[', '-', '–', '.', '...', '…', '!', '?', ',', ';', ':', '/', '#', '*',
  ' ', '  ', '\n', '\r\n', '\r', '\t', '\u00a0', '\u2028', '\u200f', '\u200e', '\u061c', '\u202b', '\u2067', '\u2069', '\ufeff', '\u00ad', '\0',
  '🇶🇦', '👩‍🚒', '5️⃣', '\ud83d', '\ude00', '中文', 'हिन्दी', 'שלום', '´', '¨', 'ﹰ',
]; // prettier-ignore

/** Any mixture of the two languages, other scripts, marks, line ends, emoji and halves of surrogate pairs. */
export const mixture = fc
  .array(
    fc.oneof(
      { weight: 8, arbitrary: fc.constantFrom(...PIECES) },
      { weight: 1, arbitrary: fc.string({ unit: 'binary' }) },
    ),
    {
      maxLength: 40,
    },
  )
  .map((pieces) => pieces.join(''));

/** A text of `length` code units made of one piece over and over. */
export const filled = (piece: string, length: number): string => piece.repeat(Math.ceil(length / piece.length));
