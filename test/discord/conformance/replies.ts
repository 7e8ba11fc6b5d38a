import fc from 'fast-check';
import type { Library } from '../../../src/answers/library.js';
import type { Citation, Reply } from '../../../src/answers/reply.js';
import type { PartialDate } from '../../../src/corpus/date.js';
import { AGREEMENT_KINDS, AGREEMENT_STATUSES } from '../../../src/knowledge/kinds.js';

/** Generated replies of every kind: long Arabic, emoji, markdown, hundreds of citations, hostile names. */

const ARABIC =
  'وقّع سعادة الدكتور محمد بن عبد الرحمن آل ثاني مذكرة تفاهم مع الهلال الأحمر التركمانستاني في الدوحة بتاريخ ١٤ مايو، بقيمة 500 مليون دولار. ';
const LATIN =
  'QRCS Vice-President HE Eng. Ibrahim Hashim Al Sada signed a memorandum (MoU) on 6 September 2025, worth $500 million. ';
const HOSTILE = [
  '@everyone <@123456789012345678> <#1> </ask:1> <t:0:R> ',
  '[here](javascript:alert(1)) [there](https://example.org/a_(b)) https://example.com/**x** ',
  '**bold** __under__ ~~gone~~ ||spoiler|| `code` ```block``` > quote # head -# small - item 1. one ',
  '\\\\\\*\\_ ',
  '\u202Eesrever\u202C \u2067isolated\u2069 \u200Fmark ',
  '👨‍👩‍👧‍👦🇶🇦🏳️‍🌈 ',
  'ا\u064B\u064C\u064D\u064E\u064F\u0650\u0651\u0652'.repeat(6),
  '漢字仮名交じり文',
  '\n\r\n\t\u2028\u0000\u0007 ',
  '\uD800 \uDC00 ',
  '# ',
  '1. ',
];

const piece = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(ARABIC, LATIN) },
  { weight: 3, arbitrary: fc.constantFrom(...HOSTILE) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 40 }) },
);

/** Texts of very different lengths, up to tens of thousands of characters. */
const textUpTo = (repetitions: number): fc.Arbitrary<string> =>
  fc
    .tuple(fc.array(piece, { minLength: 1, maxLength: 4 }), fc.integer({ min: 1, max: repetitions }))
    .map(([pieces, times]) => pieces.join('').repeat(times));

const words = fc.oneof({ weight: 12, arbitrary: textUpTo(1) }, { weight: 1, arbitrary: textUpTo(40) });
const name = fc.oneof({ weight: 15, arbitrary: piece }, { weight: 1, arbitrary: textUpTo(20) });
const maybe = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(arbitrary, { nil: null, freq: 2 });
const some = <T>(arbitrary: fc.Arbitrary<T>, most: number): fc.Arbitrary<T[]> =>
  fc.array(arbitrary, { maxLength: most, size: 'max' });

const date: fc.Arbitrary<PartialDate | null> = maybe(
  fc.record({
    value: fc.constantFrom('2025', '2025-09', '2025-09-06', '--05-12', null),
    precision: fc.constantFrom('year', 'month', 'mid-month', 'day', 'weekday', 'none'),
    basis: fc.constantFrom('stated', 'manifest', 'inferred'),
  }),
);
const language = fc.constantFrom('ar', 'en');

/** A citation of one of the library's documents, or of one that is no longer there; its text may be anything. */
const citation = (library: Library): fc.Arbitrary<Citation> =>
  fc
    .record({
      document: fc.oneof(fc.constantFrom(...library.corpus.documents.map(({ id }) => id)), name),
      title: maybe(words),
      publisher: maybe(name),
      url: maybe(
        fc.constantFrom(
          'https://example.org/a',
          'javascript:alert(1)',
          `https://example.org/${'x'.repeat(600)}`,
          'https://example.org/a_(b) c',
        ),
      ),
      date,
      language: maybe(language),
      paragraph: fc.integer({ min: 1, max: 100_000 }),
      start: fc.integer({ min: 0, max: 1_000_000 }),
      text: words,
      marks: fc.array(fc.tuple(fc.nat(300), fc.nat(60)), { maxLength: 5 }),
      score: fc.double({ min: 0, max: 1, noNaN: true }),
    })
    .map(({ marks, ...rest }) => ({
      ...rest,
      file: `${rest.document}.txt`,
      end: rest.start + rest.text.length,
      highlights: marks.map(([from, length]) => [rest.start + from, rest.start + from + length] as const),
    }));

const amount = fc.record({ value: fc.double({ noNaN: true, noDefaultInfinity: true }), unit: name, text: name });

/** Entries refer to `count` citations. */
function lists(
  count: number,
): fc.Arbitrary<Pick<Reply, 'people' | 'organisations' | 'agreements' | 'events' | 'figures'>> {
  const cited = count === 0 ? fc.constant<number[]>([]) : some(fc.nat(count - 1), 6);
  const role = fc.record({ title: name, organisation: maybe(name), date, citation: fc.nat(Math.max(0, count - 1)) });
  const merge = fc.record({ names: fc.tuple(name, name), why: name });
  const person = fc.record({
    name,
    names: some(name, 8),
    honorifics: some(name, 4),
    roles: some(role, 12),
    sameAs: some(merge, 4),
    citations: cited,
  });
  const organisation = fc.record({ name, names: some(name, 30), abbreviations: some(name, 4), citations: cited });
  const agreement = fc.record({
    kind: fc.constantFrom(...AGREEMENT_KINDS),
    title: maybe(words),
    parties: some(name, 40),
    signatories: some(name, 6),
    status: fc.constantFrom(...AGREEMENT_STATUSES),
    date,
    purpose: maybe(words),
    citations: cited,
  });
  const event = fc.record({ date, title: words, place: maybe(name), citations: cited });
  const figure = amount.chain((main) =>
    fc.record({
      value: fc.constant(main.value),
      unit: fc.constant(main.unit),
      text: fc.constant(main.text),
      equivalents: some(amount, 3),
      from: maybe(name),
      to: maybe(name),
      purpose: maybe(words),
      duration: maybe(name),
      citations: cited,
    }),
  );
  const none = fc.constant<unknown[]>([]);
  const only = <K extends keyof Reply>(key: K, list: fc.Arbitrary<unknown[]>): fc.Arbitrary<never> =>
    fc.record({
      people: none,
      organisations: none,
      agreements: none,
      events: none,
      figures: none,
      [key]: list,
    }) as fc.Arbitrary<never>;
  return fc.oneof(
    only('people', fc.array(person, { minLength: 1, maxLength: 1 })),
    only('people', some(person, 30)),
    only('organisations', some(organisation, 20)),
    only('agreements', some(agreement, 20)),
    only('events', some(event, 40)),
    only('figures', some(figure, 30)),
    { weight: 3, arbitrary: only('people', none) },
  );
}

const paragraphs = some(words, 30).map((texts) =>
  texts.map((text, index) => ({ paragraph: index + 1, start: 0, end: text.length, text, furniture: index % 5 === 0 })),
);

const sources = (library: Library): fc.Arbitrary<Reply['sources']> => {
  const source = fc.record({
    document: fc.oneof(fc.constantFrom(...library.corpus.documents.map(({ id }) => id)), name),
    file: name,
    title: maybe(words),
    publisher: maybe(name),
    date,
    languages: fc.subarray(['ar', 'en'] as const),
    paragraphs: fc.nat(),
    problems: some(words, 12),
  });
  const whole = fc.tuple(source, paragraphs).map(([entry, text]) => [{ ...entry, text }]);
  return fc.oneof(
    { weight: 4, arbitrary: fc.constant([]) },
    { weight: 1, arbitrary: some(source, 40) },
    { weight: 1, arbitrary: whole },
  );
};

const COMMANDS = ['ask', 'who', 'organisations', 'agreements', 'timeline', 'figures', 'sources', 'help'] as const;

/** A reply that any command might give, and then some that none should. */
export const anyReply = (library: Library): fc.Arbitrary<Reply> =>
  fc
    .oneof(
      { weight: 40, arbitrary: fc.array(citation(library), { maxLength: 6 }) },
      { weight: 1, arbitrary: fc.array(citation(library), { minLength: 190, maxLength: 200, size: 'max' }) },
    )
    .chain((citations) =>
      fc
        .record({
          command: fc.constantFrom(...COMMANDS),
          status: fc.constantFrom('answered', 'answered', 'answered', 'not_found', 'error'),
          reason: maybe(fc.constantFrom('words_missing', 'name_missing', 'not_stated', 'filters')),
          language,
          confidence: maybe(fc.double({ min: 0, max: 1, noNaN: true })),
          answered: fc.boolean(),
          lists: lists(citations.length),
          sources: sources(library),
          unmatched: some(name, 30),
          suggestions: some(name, 30),
          notices: some(words, 12),
          message: maybe(words),
          related: fc.array(citation(library), { maxLength: 2 }),
        })
        .map(({ lists: entries, answered, related, ...rest }) => ({
          id: null,
          ...rest,
          ...entries,
          citations,
          related: related.map((excerpt) => ({ citation: 0, excerpt, why: excerpt.text })),
          answer: answered && citations[0] ? shortAnswer(citations[0]) : null,
          coverage: library.coverage,
          elapsedMs: 1,
        })),
    );

const shortAnswer = ({ start, text }: Citation): Reply['answer'] => ({
  citation: 0,
  start,
  end: start + Math.min(text.length, 40),
  text: text.slice(0, 40),
});

export const anyWords = words;
export const anyName = name;
