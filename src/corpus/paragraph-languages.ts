import { type Language, languageOf } from '../text/language.js';
import type { Span } from '../text/span.js';

type Script = 'arabic' | 'latin';

const SCRIPT_OF: Readonly<Record<Language, Script>> = { ar: 'arabic', en: 'latin' };
/** Below this many letters a paragraph tells its script but not its language. */
const TELLING = 40;
/** Code units looked at, of a paragraph and of a document's script: what `languageOf` looks at. */
const SAMPLE = 4000;

/** One run of letters of a script, the other's letters or none: counted without building strings. */
function letters(text: string): Readonly<Record<Script, number>> {
  let [arabic, latin] = [0, 0];
  const end = Math.min(text.length, SAMPLE);
  for (let i = 0; i < end; i++) {
    const unit = text.charCodeAt(i);
    if ((unit | 0x20) >= 0x61 && (unit | 0x20) <= 0x7a) latin++;
    else if (unit >= 0xc0 && unit <= 0x24f) latin++;
    else if ((unit >= 0x620 && unit <= 0x6d5) || (unit >= 0xfb50 && unit <= 0xfefc)) arabic++;
  }
  return { arabic, latin };
}

const scriptOf = ({ arabic, latin }: Readonly<Record<Script, number>>): Script | null =>
  arabic + latin === 0 ? null : arabic >= latin ? 'arabic' : 'latin';

/**
 * The language of each paragraph. A paragraph of some length tells its own; a short one (a headline, a date line, a
 * name) has that of the document's text in its script; one without letters that of most of the document. `told`, from
 * corpus.json, decides for every paragraph in the script of that language.
 */
export function paragraphLanguages(
  text: string,
  paragraphs: readonly Span[],
  told: Language | undefined,
): (Language | null)[] {
  const samples: Record<Script, string> = { arabic: '', latin: '' };
  const seen = paragraphs.map(({ start, end }) => {
    const counts = letters(text.slice(start, Math.min(end, start + SAMPLE)));
    const script = scriptOf(counts);
    if (script && samples[script].length < SAMPLE)
      samples[script] += `${text.slice(start, Math.min(end, start + SAMPLE))}\n`;
    return { script, count: counts.arabic + counts.latin };
  });
  const ofScript: Record<Script, Language | null> = {
    arabic: languageOf(samples.arabic),
    latin: languageOf(samples.latin),
  };
  if (told) ofScript[SCRIPT_OF[told]] = told;
  const main = samples.arabic.length >= samples.latin.length ? ofScript.arabic : ofScript.latin;
  return seen.map(({ script, count }, i) => {
    const paragraph = paragraphs[i];
    if (!script || !paragraph) return main;
    if (count < TELLING || (told && SCRIPT_OF[told] === script)) return ofScript[script];
    return languageOf(text.slice(paragraph.start, Math.min(paragraph.end, paragraph.start + SAMPLE)));
  });
}
