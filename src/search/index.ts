import MiniSearch from 'minisearch';
import type { Corpus, Document, Paragraph } from '../corpus/document.js';
import { isStopWord } from '../text/stop-words.js';
import { thingsIn } from '../text/things.js';
import type { Language } from '../text/language.js';
import type { Lexicon } from '../text/compiled-lexicon.js';
import { tokenize } from '../text/tokens.js';
import { acronymsOf, type Acronyms } from './acronyms.js';
import { createAnalysis, type Analysis, type Term } from './analysis.js';
import { createSounds, type Sounds } from './sounds.js';
import { createVocabulary, type Vocabulary } from './vocabulary.js';

/** A quotable paragraph as the ranking sees it: its tokens as numbers of the vocabulary. */
export interface Passage {
  /** Index into `index.passages`. */
  readonly id: number;
  /** Index into `corpus.documents`. */
  readonly document: number;
  readonly paragraph: Paragraph;
  /** Stem number of each token, in order, stop words included. */
  readonly stems: Int32Array;
  /** Word number of each token. */
  readonly words: Int32Array;
  /** Start and end of each token in the paragraph's text, two entries a token. */
  readonly offsets: Int32Array;
  /** Stems that stand at a token without being written: the words of an acronym, the acronym of the words. */
  readonly implied: readonly { readonly token: number; readonly stem: number }[];
  /** What each token shows: bits of `THING`. */
  readonly things: Uint16Array;
  /** For each token the number of its clause: the stretch between two punctuation marks. */
  readonly clauses: Uint16Array;
  /** How many tokens are no stop words. */
  readonly length: number;
}

/** Everything that is searched, immutable: a changed corpus gets a new one. */
export interface SearchIndex {
  readonly analysis: Analysis;
  readonly passages: readonly Passage[];
  readonly vocabulary: Vocabulary;
  readonly mini: MiniSearch<IndexedPassage>;
  readonly acronyms: Acronyms;
  /** Words of the corpus by how they sound, for names across the scripts. */
  readonly sounds: Sounds;
  readonly lexicon: Lexicon;
  readonly relatives: Relatives;
  /** First and last+1 passage of each document. */
  readonly spans: readonly (readonly [number, number])[];
  /** How many passages there are in each language. */
  readonly passagesIn: Readonly<Record<Language, number>>;
  /** Mean `length` of a passage. */
  readonly averageLength: number;
}

/** Folded words, in both languages, that mean the same thing as a folded word without being its translation: Qatar, Qatari. */
export type Relatives = (folded: string) => readonly string[];

/** What MiniSearch indexes: terms joined by blanks, already analysed. */
export interface IndexedPassage {
  readonly id: number;
  readonly stems: string;
}

const splitTerms = (text: string): string[] => (text === '' ? [] : text.split(' '));

/** Quotable paragraphs in a language Isnad does not know are searched as well; furniture is not. */
const isSearched = (paragraph: Paragraph): boolean => paragraph.kind !== 'furniture';

function wordsOf(documents: readonly Document[]): Set<string> {
  const words = new Set<string>();
  for (const { paragraphs } of documents)
    for (const paragraph of paragraphs)
      if (isSearched(paragraph)) for (const { folded } of tokenize(paragraph.text)) words.add(folded);
  return words;
}

const CLAUSE_MARK = /[.,;:!?()[\]"«»“”،؛؟–—]/;

function clausesOf(text: string, terms: readonly Term[]): Uint16Array {
  let clause = 0;
  return Uint16Array.from(terms, ({ start }, i) => {
    const before = i === 0 ? start : terms[i - 1]!.end;
    if (CLAUSE_MARK.test(text.slice(before, start))) clause++;
    return clause;
  });
}

/** The stems that acronyms stand for and the acronyms that long forms stand for, with the token they stand at. */
function impliedStems(
  terms: readonly Term[],
  analysis: Analysis,
  acronyms: Acronyms,
): { token: number; stem: string }[] {
  const implied: { token: number; stem: string }[] = [];
  for (const [token, { folded, kind }] of terms.entries()) {
    if (kind !== 'word') continue;
    for (const word of acronyms.get(folded) ?? [])
      if (!isStopWord(word)) implied.push({ token, stem: analysis.stemOf(word, 'word') });
  }
  return implied;
}

/** Builds the index of a corpus: one MiniSearch index over all quotable paragraphs of both languages. */
export function buildIndex(corpus: Corpus, lexicon: Lexicon, relatives: Relatives = () => []): SearchIndex {
  const words = wordsOf(corpus.documents);
  const analysis = createAnalysis(words);
  const vocabulary = createVocabulary();
  const acronyms = acronymsOf(corpus.documents);
  const passages: Passage[] = [];
  const spans: [number, number][] = [];
  const indexed: IndexedPassage[] = [];
  let total = 0;
  for (const [document, { paragraphs }] of corpus.documents.entries()) {
    const first = passages.length;
    for (const paragraph of paragraphs) {
      if (!isSearched(paragraph)) continue;
      const terms = analysis.analyse(paragraph.text);
      const content = terms.filter((term) => !term.stop);
      const id = passages.length;
      const implied = impliedStems(terms, analysis, acronyms);
      passages.push({
        id,
        document,
        paragraph,
        stems: Int32Array.from(terms, (term) => vocabulary.addStem(term.stem, term.kind, term.stop)),
        words: Int32Array.from(terms, (term) => vocabulary.addWord(term.folded)),
        offsets: Int32Array.from(terms.flatMap((term) => [term.start, term.end])),
        implied: implied.map(({ token, stem }) => ({ token, stem: vocabulary.addStem(stem, 'word', false) })),
        things: thingsIn(paragraph.text, terms),
        clauses: clausesOf(paragraph.text, terms),
        length: content.length,
      });
      vocabulary.countPassage(passages[id]!);
      indexed.push({
        id,
        stems: [...content, ...implied].map((term) => term.stem).join(' '),
      });
      total += content.length;
    }
    spans.push([first, passages.length]);
  }
  const mini = new MiniSearch<IndexedPassage>({
    fields: ['stems'],
    tokenize: splitTerms,
    processTerm: (term) => term,
  });
  mini.addAll(indexed);
  const countIn = (language: Language): number =>
    passages.filter(({ paragraph }) => paragraph.language === language).length;
  return {
    analysis,
    passages,
    vocabulary,
    mini,
    acronyms,
    sounds: createSounds(words, analysis, vocabulary),
    lexicon,
    relatives,
    spans,
    passagesIn: { ar: countIn('ar'), en: countIn('en') },
    averageLength: passages.length > 0 ? total / passages.length : 1,
  };
}
