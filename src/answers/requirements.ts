import type { Passage, SearchIndex } from '../search/index.js';
import type { Hit } from '../search/search.js';
import { partsOfSpeech, translate } from '../text/bilingual.js';
import { ordinalOf } from '../text/ordinals.js';
import { THING } from '../text/things.js';
import { tokenize } from '../text/tokens.js';
import { SAME_SURNAME } from '../text/transliteration.js';
import type { Library } from './library.js';
import type { Concept, Query } from '../search/query.js';
import type { Signals } from './confidence.js';
import { countriesIn } from './countries.js';
import type { Question } from './question.js';
import type { NotFoundReason } from './reply.js';

/** A name whose letters agree this far may be another spelling. */
const NEAR_SPELLING = 0.5;

/**
 * What the question names and the best hit's document does not have at all, as the reason to refuse: a country
 * ("… with the Turkish Red Crescent" where there is only Turkmenistan), a name, the amount asked for, the thing asked
 * for ("which hotel"). Null where nothing is lacking. Statistics on other questions cannot know this: there a missing
 * word is mostly a paraphrase, here it is the point.
 */
export function lacking(
  { search: index, corpus }: Library,
  question: Question,
  query: Query,
  signals: Signals,
  top: Hit,
): NotFoundReason | null {
  const document = corpus.documents[top.passage.document]!;
  const countries = question.countries;
  if (countries.size > 0) {
    const present = countriesIn(document);
    if ([...countries].some((code) => !present.has(code))) return 'name_missing';
  }
  if (question.language === 'en' && query.language === 'own' && signals.names > 0.99) return 'name_missing';
  if (
    query.concepts.some(
      (concept) => question.proper.has(concept.position) && isNowhere(index, question, query, concept),
    )
  )
    return 'name_missing';
  if (isOfAnotherPlace(question, query, top.passage)) return 'not_stated';
  const stems = new Set(top.passage.stems);
  if (asksQuantity(question)) {
    if (!showsQuantity(index, question, top)) return 'not_stated';
    if (signals.noPlain === 1 && !isAnyAlike(question, query, stems)) return 'not_stated';
    const counted = query.concepts.find(({ position }) => position === question.counted);
    if (counted && !isToldAnyhow(counted)) return 'words_missing';
  }
  if (question.kind === 'when' && top.features.expected === 0) return 'not_stated';
  const possessed = query.concepts.filter(({ position }) => question.possessed.has(position));
  if (possessed.length > 0 && possessed.every((concept) => ![...concept.stems.keys()].some((stem) => stems.has(stem))))
    return 'not_stated';
  const asked = query.concepts.find(({ position }) => position === question.askedNoun);
  return asked !== undefined && asked.stems.size === 0 ? 'words_missing' : null;
}

/** Whether an Arabic name of one word stands in the corpus, with or without article and clitics. */
const isWritten = (index: SearchIndex, name: string): boolean =>
  ['', 'و', 'ب', 'ل', 'ف'].some((clitic) => index.analysis.isKnown(clitic + name)) ||
  (name.startsWith('ال') && index.analysis.isKnown(`ل${name.slice(1)}`));

/** Whether a name occurs nowhere. A translated one must stand there as it is: الرياض is not الرياضية, which has its stem. */
function isNowhere(index: SearchIndex, question: Question, query: Query, concept: Concept): boolean {
  const { stems, terms, alike, position, length } = concept;
  if (stems.size + terms.size === 0) return Math.max(0, ...alike.values()) < NEAR_SPELLING;
  const term = question.terms[position]!;
  if (
    query.language === 'own' ||
    term.kind !== 'word' ||
    length > 1 ||
    // A place that the lexicon knows is written as it has it; other names may be spelled by ear.
    (!partsOfSpeech(index.lexicon, term).has('x') && index.sounds(term.folded).some(({ cost }) => cost <= SAME_SURNAME))
  )
    return false;
  const names = translate(index.lexicon, [term]).filter(({ words }) => words.length === 1);
  return names.length > 0 && terms.size === 0 && names.every(({ words }) => !isWritten(index, words[0]!));
}

/** Whether a word of the question that is no name stands among the stems in a form like it (founded, foundation). */
const isAnyAlike = (question: Question, query: Query, stems: ReadonlySet<number>): boolean =>
  query.concepts.some(
    ({ position, alike }) =>
      !question.required.has(position) &&
      [...alike].some(([stem, likeness]) => likeness >= NEAR_SPELLING && stems.has(stem)),
  );

/** Whether a question asks for one of a row (the sixth round), and a passage tells only of others of it (خامس جولات). */
function isOfAnotherPlace({ terms }: Question, query: Query, { paragraph, stems }: Passage): boolean {
  const at = terms.findIndex(({ folded }) => ordinalOf(folded) !== undefined);
  if (at < 0) return false;
  const asked = ordinalOf(terms[at]!.folded);
  const told = tokenize(paragraph.text).map(({ folded }) => ordinalOf(folded));
  if (told.includes(asked)) return false;
  const isAmong = (concepts: readonly Concept[], i: number): boolean =>
    concepts.some((concept) => concept.stems.has(stems[i] ?? -1));
  const beside = query.concepts.filter(({ position }) => Math.abs(position - at) === 1);
  // its noun stands beside it, or two words of the question do ("the first strategic dialogue")
  return told.some(
    (place, i) =>
      place !== undefined &&
      [-1, 1].some(
        (side) =>
          isAmong(beside, i + side) || (isAmong(query.concepts, i + side) && isAmong(query.concepts, i + 2 * side)),
      ),
  );
}

/** Whether a word of the question stands anywhere in the passages, itself, translated or in a form like it. */
const isToldAnyhow = ({ stems, terms, alike }: Concept): boolean =>
  stems.size + terms.size > 0 || [...alike.values()].some((likeness) => likeness >= NEAR_SPELLING);

/** The duals of the noun after كم: they count it without a number (كم فريقًا … فريقين). Its accusative alif is left out. */
function dualsAsked({ kind, terms }: Question): string[] {
  const noun = terms.find(({ stop }) => !stop);
  if (kind !== 'how-many' || noun?.kind !== 'arabic') return [];
  const base = noun.folded.replace(/ا$/, '').replace(/ه$/, 'ت');
  return ['ين', 'ان'].flatMap((ending) => ['', 'و', 'ف', 'ب', 'ل', 'ال'].map((clitic) => clitic + base + ending));
}

/** Whether a hit shows the number, amount or length of time that a question asks for. */
export function showsQuantity({ vocabulary }: SearchIndex, question: Question, { passage, features }: Hit): boolean {
  if (features.expected > 0) return true;
  if (dualsAsked(question).some((dual) => passage.words.includes(vocabulary.wordNumber(dual) ?? -1))) return true;
  // From one year to another is a length of time.
  return question.kind === 'how-long' && yearsIn(passage) > 1;
}

const yearsIn = ({ things }: Passage): number =>
  things.filter((bits) => (bits & THING.calendar) !== 0 && (bits & THING.number) !== 0).length;

/** Whether a question asks for an amount, a number or a length of time: a text that answers shows one. */
export const asksQuantity = ({ kind }: Question): boolean =>
  kind === 'date' || kind === 'how-much' || kind === 'how-many' || kind === 'how-long';
