import type { Passage, SearchIndex } from '../search/index.js';
import { idfOf, type Query } from '../search/query.js';
import { partsOfSpeech } from '../text/bilingual.js';
import { functionOf } from '../text/function-words.js';
import type { PartOfSpeech } from '../text/lexicon.js';
import type { Span } from '../text/span.js';
import { THING } from '../text/things.js';
import type { Question } from './question.js';
import { candidatesOf, groupOf, GROUPS, SPAN_FEATURES, type Group, type TokenKnowledge } from './span-features.js';
import weights from './span.json' with { type: 'json' };

/** What the dictionary says of a word of the corpus. */
interface WordClass {
  /** In no dictionary, or there as a name only. */
  readonly isUnknown: boolean;
  readonly isVerb: boolean;
}

/** Word classes met so far, for the words of an index: as many as its vocabulary at most. */
const classes = new WeakMap<SearchIndex, Map<number, WordClass>>();

function classOf(index: SearchIndex, word: number, stem: number): WordClass {
  let known = classes.get(index);
  if (known === undefined) classes.set(index, (known = new Map()));
  let found = known.get(word);
  if (found === undefined) {
    const folded = index.vocabulary.words[word]!;
    const parts = partsOfSpeech(index.lexicon, {
      start: 0,
      end: folded.length,
      kind: index.vocabulary.kinds[stem]!,
      folded,
    });
    const only = (part: PartOfSpeech): boolean => parts.size === 1 && parts.has(part);
    known.set(word, (found = { isUnknown: parts.size === 0 || only('x'), isVerb: only('v') }));
  }
  return found;
}

/** What the choice of an answer needs to know of tokens. */
export function tokenKnowledge(index: SearchIndex): TokenKnowledge {
  const { vocabulary } = index;
  const most = idfOf(vocabulary.passages(), 0);
  const at = ({ words, stems }: Passage, token: number): WordClass => classOf(index, words[token]!, stems[token]!);
  return {
    isStop: (stem) => vocabulary.isStop(stem),
    isName: (passage, token) => {
      if ((passage.things[token]! & THING.name) !== 0) return true;
      const stem = passage.stems[token]!;
      if (vocabulary.isStop(stem) || vocabulary.kinds[stem] === 'number') return false;
      if (vocabulary.kinds[stem] === 'arabic') return at(passage, token).isUnknown;
      const capital = /^\p{Lu}/u.test(passage.paragraph.text.charAt(passage.offsets[2 * token]!));
      return capital && at(passage, token).isUnknown;
    },
    isVerb: (passage, token) => !vocabulary.isStop(passage.stems[token]!) && at(passage, token).isVerb,
    functionOf: (passage, token) => functionOf(vocabulary.words[passage.words[token]!]!),
    rarity: (stem) => idfOf(vocabulary.passages(), vocabulary.stemFrequency(stem)) / most,
  };
}

/** The weights of a group: the common ones and its own. */
const WEIGHTS = Object.fromEntries(
  GROUPS.map((group) => [group, SPAN_FEATURES.map((_, i) => weights.all[i]! + weights[group][i]!)]),
) as unknown as Readonly<Record<Group, readonly number[]>>;

/** The shortest stretch of a passage that answers, in offsets of its document's text; null where none stands out. */
export function answerSpan(index: SearchIndex, question: Question, query: Query, passage: Passage): Span | null {
  const row = WEIGHTS[groupOf(question.kind)];
  let best: { first: number; last: number } | null = null;
  let most = -Infinity;
  for (const { candidate, features } of candidatesOf(question, query, passage, tokenKnowledge(index))) {
    let score = 0;
    for (let i = 0; i < row.length; i++) score += row[i]! * features[i]!;
    if (score > most) [best, most] = [candidate, score];
  }
  if (best === null) return null;
  const base = passage.paragraph.start;
  return { start: base + passage.offsets[2 * best.first]!, end: base + passage.offsets[2 * best.last - 1]! };
}
