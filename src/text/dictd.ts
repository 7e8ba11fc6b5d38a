import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { compileLexicon, openLexicon, type CompiledLexicon, type Lexicon } from './compiled-lexicon.js';

/**
 * Dictionaries in the format of dictd (dictd(8), dictfmt(1)): an index of headwords with offset and length in base 64,
 * and a text that may be packed (`.dict.dz` is gzip with an index of its own). Read where they are installed, such as
 * Debian's `dict-freedict-eng-ara`; their licence (GPL) is not ours, and nothing of them is kept with the project.
 */
const ENGLISH_ARABIC = /-eng-ara\.index$/;
const BASE_64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

const fromBase64 = (digits: string): number => {
  let value = 0;
  for (const digit of digits) value = value * 64 + BASE_64.indexOf(digit);
  return value;
};

/** An equivalent of more words explains rather than translates. */
const MOST_WORDS = 3;

/** The Arabic equivalents in an entry's text: its lines after the headword, without numbers, marks and brackets. */
function equivalentsIn(entry: string): string[] {
  return entry
    .split('\n')
    .slice(1)
    .flatMap((line) =>
      line
        .replace(/^\s*\d+\.\s*/, '')
        .replace(/\([^)]*\)/g, '')
        .split(/[,،;؛/]/),
    )
    .map((text) =>
      text
        .replace(/[^\p{Script=Arabic}\p{M} ]/gu, ' ')
        .replace(/ +/g, ' ')
        .trim(),
    )
    .filter((text) => text !== '' && text.split(' ').length <= MOST_WORDS);
}

/** The lines of a lexicon for the entries of a dictionary; entries without a usable equivalent are left out. */
export function lexiconLinesOf(index: string, text: Buffer): string[] {
  const lines: string[] = [];
  for (const row of index.split('\n')) {
    const [headword, start, length] = row.split('\t');
    if (!headword || start === undefined || length === undefined || headword.startsWith('00database')) continue;
    const at = fromBase64(start);
    const senses = equivalentsIn(text.toString('utf8', at, at + fromBase64(length)));
    if (senses.length > 0) lines.push(`${headword}\tn\t${[...new Set(senses)].join(', ')}`);
  }
  return lines;
}

function readDictionary(base: string): string[] {
  const packed = `${base}.dict.dz`;
  const text = existsSync(packed) ? gunzipSync(readFileSync(packed)) : readFileSync(`${base}.dict`);
  return lexiconLinesOf(readFileSync(`${base}.index`, 'utf8'), text);
}

/** Compiling 87,000 entries takes a second: it is kept in the system's temporary folder, by the files' size and time. */
function compiled(base: string): CompiledLexicon {
  const { size, mtimeMs } = statSync(`${base}.index`);
  const key = createHash('sha256').update(`${base} ${size} ${mtimeMs}`).digest('hex').slice(0, 16);
  const folder = join(tmpdir(), 'isnad');
  const file = join(folder, `dictionary-${key}.json`);
  if (existsSync(file)) {
    try {
      return JSON.parse(readFileSync(file, 'utf8')) as CompiledLexicon;
    } catch {
      // Half a file of a process that died: made anew below.
    }
  }
  const lexicon = compileLexicon(readDictionary(base));
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(`${file}.${process.pid}`, JSON.stringify(lexicon), { mode: 0o600 });
    renameSync(`${file}.${process.pid}`, file);
  } catch {
    // Without a place to keep it the next start compiles again.
  }
  return lexicon;
}

/** The English–Arabic dictionaries installed in `folder`; none where it is missing. One that cannot be read is left out. */
export function installedDictionaries(folder: string): Lexicon[] {
  if (folder === '' || !existsSync(folder)) return [];
  const found: Lexicon[] = [];
  for (const file of readdirSync(folder).sort()) {
    if (!ENGLISH_ARABIC.test(file)) continue;
    try {
      found.push(openLexicon(compiled(join(folder, file.replace(/\.index$/, '')))));
    } catch {
      // A damaged dictionary is no reason not to answer.
    }
  }
  return found;
}
