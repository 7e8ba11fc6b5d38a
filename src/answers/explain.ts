import type { Concept } from '../search/query.js';
import type { SearchIndex } from '../search/index.js';
import { FEATURES } from '../search/features.js';
import { WEIGHTS, type Hit } from '../search/search.js';
import { formatNumber } from './messages/counts.js';
import { messagesIn } from './messages/messages.js';
import type { Language } from '../text/language.js';
import type { Library } from './library.js';
import { understand, type Question } from './question.js';
import { seekBoth, spanOf } from './ask.js';
import { THRESHOLDS } from './confidence.js';
import { answers, type Finding } from './seek.js';

/** How many hits are shown for each language, and how many words a concept is shown with. */
const HITS = 3;
const WORDS = 8;

const rounded = (value: number): string => value.toFixed(2);

/** The words of a concept in the evidence's language, with their weights where below 1. */
function conceptInWords(index: SearchIndex, { word, stems, terms, idf }: Concept): string {
  const stem = (number: number): string => index.vocabulary.stems[number]!;
  const weighted = (text: string, weight: number): string => (weight < 1 ? `${text} ${rounded(weight)}` : text);
  const found = [
    ...[...terms].flatMap(([first, list]) =>
      list.map(({ rest, weight }) => weighted([first, ...rest].map(stem).join('+'), weight)),
    ),
    ...[...stems].sort((a, b) => b[1] - a[1]).map(([number, weight]) => weighted(stem(number), weight)),
  ];
  return `  ${word} (idf ${rounded(idf)}) → ${found.length === 0 ? '–' : found.slice(0, WORDS).join(', ')}`;
}

function hitInWords(library: Library, { query }: Finding, { passage, score, features }: Hit): string[] {
  const { file } = library.corpus.documents[passage.document]!;
  const parts = FEATURES.filter((name) => Math.abs(WEIGHTS[query.language][name] * features[name]) >= 0.005).map(
    (name) => `${name} ${rounded(features[name])}×${rounded(WEIGHTS[query.language][name])}`,
  );
  return [`  ${rounded(score)}  ${file}:${passage.paragraph.number}`, `        ${parts.join(' + ')}`];
}

function findingInWords(library: Library, finding: Finding, language: Language): string[] {
  const { explain } = messagesIn(language);
  const { query, hits, answerability, confidence, lacks } = finding;
  return [
    query.language === 'own' ? explain.own(finding.language) : explain.translated(finding.language),
    ...query.concepts.map((concept) => conceptInWords(library.search, concept)),
    explain.hits(formatNumber(hits.length, language)),
    ...hits.slice(0, HITS).flatMap((hit) => hitInWords(library, finding, hit)),
    explain.probabilities(rounded(answerability), rounded(THRESHOLDS[query.language]), rounded(confidence)),
    ...(lacks === null ? [] : [explain.lacks(messagesIn(language).notFound[lacks])]),
  ];
}

const questionInWords = ({ kind, terms, required }: Question): string =>
  `${kind}: ${terms.map(({ folded, stem, stop }, i) => (stop ? `(${folded})` : `${stem}${required.has(i) ? '!' : ''}`)).join(' ')}`;

/** How a question is answered, step by step, one line each: for who reads the ranking, in words of `language`. */
export function explainQuestion(text: string, library: Library, language: Language): string[] {
  const { explain } = messagesIn(language);
  const question = understand(text, library.search);
  const { own, other, lead } = seekBoth(library, question, () => true);
  const span = answers(lead) ? spanOf(library, question, lead) : null;
  const top = lead.hits[0];
  const answer =
    span === null || top === undefined
      ? '–'
      : library.corpus.documents[top.passage.document]!.text.slice(span.start, span.end);
  return [
    explain.understood,
    `  ${questionInWords(question)}`,
    ...findingInWords(library, own, language),
    ...(other === null ? [] : findingInWords(library, other, language)),
    answers(lead) ? explain.leads(lead.language) : explain.refused,
    explain.answer(answer),
  ];
}
