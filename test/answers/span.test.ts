import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Corpus, Document } from '../../src/corpus/document.js';
import { expectedThings } from '../../src/answers/expectation.js';
import { understand } from '../../src/answers/question.js';
import { answerSpan, leastRisk } from '../../src/answers/span.js';
import { visitCandidates } from '../../src/answers/span-candidates.js';
import { createDescription, describeCandidate, SPAN_FEATURES } from '../../src/answers/span-features.js';
import { groundOf } from '../../src/answers/span-ground.js';
import { sentencesIn } from '../../src/answers/excerpt.js';
import fitted from '../../src/answers/span.json' with { type: 'json' };
import { buildIndex, type SearchIndex } from '../../src/search/index.js';
import { createQuery, type Query } from '../../src/search/query.js';
import { compileLexicon, openLexicon } from '../../src/text/compiled-lexicon.js';
import { languageOf } from '../../src/text/language.js';
import { readLexiconLines } from '../../src/text/lexicon.js';
import { contains } from '../../src/text/span.js';
import { filled, mixture } from '../text/mixture.js';

const lexicon = openLexicon(compileLexicon(readLexiconLines()));

/** A corpus of one document, a paragraph a text, each after some text that is no paragraph. */
function corpusOf(texts: readonly string[]): Corpus {
  const whole = texts.map((text) => `# ${text}\n`).join('');
  let at = 0;
  const paragraphs = texts.map((text, i) => {
    const start = at + 2;
    at = start + text.length + 1;
    return { number: i + 1, start, end: at - 1, text, kind: 'body' as const, language: languageOf(text) };
  });
  const none = { title: null, publisher: null, url: null, date: null, dateParagraph: null, publisherParagraph: null };
  const document: Document = {
    id: 'one', file: 'one.txt', text: whole, ...none, dateline: null, languages: ['en', 'ar'], paragraphs, problems: [],
  }; // prettier-ignore
  return { folder: '', documents: [document], problems: [] };
}

function ask(index: SearchIndex, text: string) {
  const question = understand(text, index);
  const query: Query = createQuery(index, question.terms, expectedThings(question.kind));
  return { question, query };
}

const TEXTS = [
  'The Harbour Museum was founded by Eleanor Whitcombe in March 1911. It moved to Castle Street after the great fire, and its halls now hold more than 4,200 paintings.',
  'Doctors of the charity vaccinated 61,500 children against measles in the northern villages. The campaign lasted six weeks because the rains had washed away two bridges.',
  'أسس المهندس سليم الحداد متحف الميناء في مارس 1911. وانتقل المتحف بعد الحريق إلى شارع القلعة، ويضم اليوم 4200 لوحة.',
  'قام أطباء الجمعية بتطعيم 61500 طفل ضد الحصبة في القرى الشمالية. واستمرت الحملة ستة أسابيع بسبب الأمطار التي جرفت جسرين.',
];
const corpus = corpusOf(TEXTS);
const index = buildIndex(corpus, lexicon);

const answerTo = (text: string, paragraph: number): string | null => {
  const { question, query } = ask(index, text);
  const span = answerSpan(index, question, query, index.passages[paragraph]!);
  return span && corpus.documents[0]!.text.slice(span.start, span.end);
};

describe('answerSpan', () => {
  test.each([
    ['Who founded the Harbour Museum?', 0, 'Eleanor Whitcombe'],
    ['When was the Harbour Museum founded?', 0, 'March 1911'],
    ['Where did the museum move after the fire?', 0, 'Castle Street'],
    ['How many paintings do its halls hold?', 0, '4,200'],
    ['How many children did the doctors vaccinate?', 1, '61,500'],
    ['How long did the campaign last?', 1, 'six weeks'],
    ['من أسس متحف الميناء؟', 2, 'سليم الحداد'],
    ['متى تأسس متحف الميناء؟', 2, '1911'],
    ['كم لوحة يضم المتحف؟', 2, '4200'],
    ['كم طفلا طعم أطباء الجمعية؟', 3, '61500'],
    ['كم استمرت الحملة؟', 3, 'ستة أسابيع'],
  ])('%s', (question, paragraph, within) => {
    const answer = answerTo(question, paragraph);
    expect(answer).toContain(within);
    // Not the sentence: what is asked for and a word or two beside it.
    expect(answer!.split(' ').length).toBeLessThanOrEqual(within.split(' ').length + 2);
  });

  test.each([
    [
      'When was the accord signed?',
      'The accord was signed in the northern port on 2 May 2024 after two days of talks.',
      '2 May 2024',
    ],
    ['متى وقع الاتفاق؟', 'وقع الوزيران الاتفاق في المرفأ الشمالي يوم 14 جوان 2022 بعد محادثات.', '14 جوان 2022'],
    ['متى افتتح المعرض؟', 'افتتح المعرض في الثالث من مارس 2021 بحضور السفير.', 'الثالث من مارس 2021'],
  ])('a date is told whole: %s', (question, told, date) => {
    const dated = buildIndex(corpusOf([told]), lexicon);
    const asked = ask(dated, question);
    const span = answerSpan(dated, asked.question, asked.query, dated.passages[0]!)!;
    expect(`# ${told}`.slice(span.start, span.end)).toContain(date);
  });

  test('a sign that belongs to a number comes with it', () => {
    const priced = corpusOf(['The new bridge cost $48 in tolls for lorries, and 73% of drivers avoid it on weekdays.']);
    const of = buildIndex(priced, lexicon);
    const { question, query } = ask(of, 'What percentage of drivers avoid the bridge?');
    const span = answerSpan(of, question, query, of.passages[0]!)!;
    expect(priced.documents[0]!.text.slice(span.start, span.end)).toMatch(/73%/);
  });

  test('a passage with no word but those of the question has no answer', () => {
    const echo = buildIndex(corpusOf(['Harbour Museum founded']), lexicon);
    const { question, query } = ask(echo, 'Who founded the Harbour Museum?');
    expect(answerSpan(echo, question, query, echo.passages[0]!)).toBeNull();
  });

  test('lies in one sentence of its passage and says something new, whatever the text and the question', () => {
    const anything = fc.oneof(
      mixture,
      fc.constantFrom(...TEXTS),
      fc.tuple(mixture, fc.constantFrom(...TEXTS)).map((both) => both.join(' ')),
    );
    fc.assert(
      fc.property(anything, anything, (text, asked) => {
        const hostile = corpusOf([text.replace(/[\r\n\u2028]/g, ' ')]);
        const of = buildIndex(hostile, lexicon);
        const passage = of.passages[0]!;
        const { question, query } = ask(of, asked);
        const span = answerSpan(of, question, query, passage);
        if (span === null) return;
        const base = passage.paragraph.start;
        const sentence = sentencesIn(passage).find(({ start, end }) =>
          contains({ start: base + start, end: base + end }, span),
        );
        expect(sentence).toBeDefined();
        expect(span.end).toBeGreaterThan(span.start);
        const tokens = [...passage.stems.keys()].filter(
          (i) => base + passage.offsets[2 * i]! >= span.start && base + passage.offsets[2 * i + 1]! <= span.end,
        );
        expect(tokens.some((i) => query.concepts.every(({ stems }) => !stems.has(passage.stems[i]!)))).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  test.each(['word ', 'كلمة ', '( ', '" ', 'Xx ', '7 ', 'وبال'])(
    'the work for a text of nothing but %j has a bound',
    (piece) => {
      const hostile = buildIndex(corpusOf([`bridge ${filled(piece, 50_000)}`]), lexicon);
      const { question, query } = ask(hostile, 'Which bridge was it?');
      let candidates = 0;
      visitCandidates(groundOf(hostile, question, query, hostile.passages[0]!), () => candidates++);
      expect(candidates).toBeLessThanOrEqual(6016);
    },
  );
});

describe('candidates', () => {
  const { question, query } = ask(index, 'Who founded the Harbour Museum?');

  test('close the brackets and quotation marks that they open', () => {
    const quoted = buildIndex(
      corpusOf(['He called it (in jest) the "Iron Duck" of the «northern fleet» and left.']),
      lexicon,
    );
    const asked = ask(quoted, 'What did he call it?');
    const passage = quoted.passages[0]!;
    const texts: string[] = [];
    visitCandidates(groundOf(quoted, asked.question, asked.query, passage), (_, { first, last }) =>
      texts.push(passage.paragraph.text.slice(passage.offsets[2 * first], passage.offsets[2 * last - 1])),
    );
    expect(texts).toContain('Iron Duck');
    const count = (text: string, character: string): number => text.split(character).length - 1;
    for (const text of texts) {
      expect(count(text, '(')).toBe(count(text, ')'));
      expect(count(text, '«')).toBe(count(text, '»'));
      expect(count(text, '"') % 2).toBe(0);
    }
  });

  test('have features that are listed, and finite', () => {
    for (const passage of index.passages)
      visitCandidates(groundOf(index, question, query, passage), (stage, candidate) => {
        const description = createDescription();
        describeCandidate(stage, candidate, description);
        expect(description.size).toBeGreaterThan(10);
        for (let i = 0; i < description.size; i++) {
          expect(SPAN_FEATURES[description.features[i]!]).toBeDefined();
          expect(Number.isFinite(description.values[i]!)).toBe(true);
        }
      });
  });

  test('every weight is that of a feature, and no feature is listed twice', () => {
    expect(new Set(SPAN_FEATURES).size).toBe(SPAN_FEATURES.length);
    expect(Object.keys(fitted.weights).filter((name) => !SPAN_FEATURES.includes(name))).toEqual([]);
  });
});

describe('leastRisk', () => {
  test('prefers what overlaps with many likely candidates to the likeliest alone', () => {
    const alone = { first: 20, last: 22, score: 1 };
    const middle = { first: 3, last: 6, score: 0.9 };
    const around = [
      { first: 3, last: 5, score: 0.9 },
      { first: 4, last: 6, score: 0.9 },
      { first: 2, last: 6, score: 0.9 },
    ];
    expect(leastRisk([alone, ...around, middle])).toEqual(middle);
  });

  test('does not bridge two likely candidates by an unlikely one', () => {
    const [name, date] = [
      { first: 6, last: 8, score: 1 },
      { first: 9, last: 11, score: 0.9 },
    ];
    expect(leastRisk([name, date, { first: 6, last: 11, score: -1 }])).toEqual(name);
  });

  test('takes the likeliest where it is far ahead, and nothing from nothing', () => {
    const ahead = { first: 20, last: 22, score: 30 };
    expect(leastRisk([{ first: 3, last: 6, score: 0 }, ahead, { first: 3, last: 5, score: 0 }])).toEqual(ahead);
    expect(leastRisk([])).toBeNull();
  });
});
