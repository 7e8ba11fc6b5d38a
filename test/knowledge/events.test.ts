import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCorpus } from '../../src/corpus/corpus.js';
import { quotable, type Corpus } from '../../src/corpus/document.js';
import { extractEvents } from '../../src/knowledge/events.js';
import type { Event } from '../../src/knowledge/knowledge.js';
import { PROJECT_ROOT } from '../../src/text/project.js';
import { temporaryFolder } from '../temporary.js';

const read = async (text: string, date?: string): Promise<{ corpus: Corpus; events: readonly Event[] }> => {
  const manifest: Record<string, string> =
    date === undefined ? {} : { 'corpus.json': JSON.stringify({ 'a.txt': { date } }) };
  const corpus = await readCorpus(temporaryFolder({ 'a.txt': text, ...manifest }));
  return { corpus, events: extractEvents(corpus) };
};

function expectVerbatim(corpus: Corpus, events: readonly Event[]): void {
  for (const { title, place, evidence } of events) {
    const texts = evidence.map(({ document, paragraph, start, end }) => {
      expect(quotable(corpus.documents[document]!.paragraphs[paragraph - 1]!)).toBe(true);
      return corpus.documents[document]!.text.slice(start, end);
    });
    for (const part of [title, place])
      if (part !== null)
        expect(
          texts.some((text) => text.includes(part)),
          `"${part}"`,
        ).toBe(true);
  }
}

const inOrder = (events: readonly Event[]): boolean => {
  const dated = events.map(({ date }) => (date?.value == null || date.value.startsWith('--') ? null : date.value));
  const first = dated.indexOf(null);
  const ordered = dated.slice(0, first < 0 ? dated.length : first);
  return (
    ordered.every((value, i) => i === 0 || ordered[i - 1]! <= value!) &&
    dated.slice(ordered.length).every((value) => value === null)
  );
};

describe('the five documents', () => {
  it('give about one event for every few paragraphs, verbatim and in order of time', async () => {
    const corpus = await readCorpus(join(PROJECT_ROOT, 'seeds'));
    const events = extractEvents(corpus);
    expectVerbatim(corpus, events);
    expect(inOrder(events)).toBe(true);
    const paragraphs = corpus.documents.flatMap((document) =>
      document.paragraphs.filter(({ kind }) => kind === 'body'),
    ).length;
    expect(events.length).toBeLessThanOrEqual(paragraphs / 2);
    // Two documents have no date: what happened in them is partly dated or not at all, and is listed all the same.
    expect(events.some(({ date }) => date === null)).toBe(true);
    expect(events.some(({ date }) => date?.precision === 'weekday' && date.value === null)).toBe(true);
    expect(events.some(({ date }) => date?.precision === 'mid-month')).toBe(true);
    expect(events.some(({ date }) => date?.value?.startsWith('--') === true)).toBe(true);
  });
});

describe('dates of events', () => {
  const dateOf = async (text: string, date?: string): Promise<Event['date'] | undefined> =>
    (await read(text, date)).events[0]?.date;

  it.each<[string, string | undefined, string | null]>([
    ['عقد وزراء الصحة اجتماعا في الدوحة يوم 3 مايو 2022.', undefined, '2022-05-03'],
    ['زار الرئيس القاهرة أمس الاثنين.', '2023-03-14', '2023-03-13'],
    ['زار الرئيس القاهرة أمس الاثنين.', undefined, null],
    ['سيزور الرئيس القاهرة يومي 21 و22 نوفمبر.', '2022-11-18', '2022-11-21'],
    ['The ministers held a meeting in Doha on 3 May 2022.', undefined, '2022-05-03'],
    ['The ministers held a meeting in Doha on Monday.', '2023-03-15', '2023-03-13'],
    ['The ministers will hold a meeting in Doha on Monday.', '2023-03-15', '2023-03-20'],
    ['The ministers held a meeting in Doha on Monday.', undefined, null],
    ['The World Cup 2022 was held in Doha.', undefined, '2022'],
    ['Rebels seized the town on Friday.', '2025-03-12', '2025-03-07'],
    ['Parliament passed the law last month.', '2025-03-12', '2025-02'],
    ['Italy handed over two boats on 3 March.', '2025-03-12', '2025-03-03'],
    ['The envoy will travel to Juba on Friday.', '2025-03-12', '2025-03-14'],
    ['Parliament is due to vote on the budget on Thursday.', '2025-03-12', '2025-03-13'],
    ['Ten aid workers detained by the rebels in January came home.', '2025-03-12', '2025-01'],
    ['The governor told the bank on Monday that prices rose.', '2025-03-12', '2025-03-10'],
    ['Estonia revived ties with Peru in April.', '2025-08-12', '2025-04'],
    ['Last week Norway granted asylum to a poet.', '2025-03-12', '2025-03-03'],
    ['Army units expelled 900 families in August last year.', '2025-03-12', '2024-08'],
    ['The treaty takes effect on 1 September.', '2025-03-12', '2025-09-01'],
    ['The accord is expected to be signed in November.', '2025-03-12', '2025-11'],
    ['The federation is appealing today for aid.', '2025-03-12', '2025-03-12'],
    ['A mission of the bank is due in Juba on 20 March.', '2025-03-12', '2025-03-20'],
    ['The debate continues on Friday.', '2025-03-12', '2025-03-14'],
    ['The envoy will meet Ana Ruiz Monday for talks.', '2025-03-12', '2025-03-17'],
    ['HARARE, April 22 - The ministers agreed on Tuesday to reopen the border.', undefined, '--04-22'],
    ['OSLO, March 7 (AFP) - Parliament voted on Friday. It will meet on Monday.', undefined, '--03-07'],
  ])('%s (written %s) → %s', async (text, written, value) => {
    expect((await dateOf(text, written))?.value ?? null).toBe(value);
  });

  it('are neither those of the dateline nor of what is to come', async () => {
    const storm = 'GENEVA, 12 March 2025 – Two weeks after the storm hit the coast, families sleep in tents.';
    expect((await dateOf(storm))?.value ?? null).toBeNull();
    expect((await read('The bank renewed a loan that is due on 1 June 2030.', '2025-03-12')).events).toEqual([]);
    expect((await read('He said the price would fall by the end of December.', '2025-03-12')).events).toEqual([]);
  });

  it('are not those until which something lasts, nor those to come of what is over', async () => {
    const until = await dateOf('They agreed after night talks to defer it until December 31, 2031.', '2025-03-12');
    expect(until ?? null).toBeNull();
    const { events } = await read(
      'They have concluded negotiations on a pact, and it is expected to be signed in November.',
      '2025-03-12',
    );
    expect(events.map(({ date }) => date?.value ?? null)).toEqual(['2025-11']);
  });

  it('follow the event before where the text says so', async () => {
    const { events } = await read(
      'Oman and Peru signed a pact on Monday.\n\nOn the same day, the museum inked a memorandum with the ministry.\n\nHe thanked them.\n\nShe thanked them.',
      '2025-03-12',
    );
    expect(events.map(({ date }) => date?.value)).toEqual(['2025-03-10', '2025-03-10']);
  });

  it('are never those of what is only mentioned beside', async () => {
    expect(await dateOf('The ministers held a meeting in Doha to prepare a strategy.', '2023-03-15')).toBeNull();
  });
});

it('tells an event once, however often it is named', async () => {
  const { events } = await read(
    'Qatar and Turkey held their second strategic dialogue in Ankara on 3 May 2022.\n\nThe second dialogue discussed trade.\n\nThe dialogue ended with a statement.',
  );
  expect(events).toHaveLength(1);
  expect(events[0]).toMatchObject({ place: 'Ankara', date: { value: '2022-05-03' } });
  expect(events[0]?.evidence).toHaveLength(3);
});

it.each([
  ['Al-Harthi later received the health minister.', 'received the health minister'],
  ['The minister also visited the camp.', 'visited the camp'],
  ['The federation has launched an emergency appeal.', 'launched an emergency appeal'],
  ['The societies are expected to sign a memorandum on rescue.', 'sign a memorandum'],
  ['Members staged a walkout after the vote.', 'staged a walkout'],
  ['The ministers witnessed the signing of two documents.', 'signing of two documents'],
])('tells what has no date by its main verb: %s', async (text, title) => {
  const { events } = await read(text);
  expect(events.map((event) => [event.date, event.title.includes(title)])).toEqual([[null, true]]);
});

it.each([
  'The agreement the two sides signed in Doha covers trade.',
  'He said the team that visited the camp was large.',
  'Prices would fall if the bank cut rates.',
  'They call for calm and visit no one.',
  'They will not sign the pact, and they hope for a truce before the window closes on Monday.',
])('tells nothing by what is said beside: %s', async (text) => {
  expect((await read(text)).events).toEqual([]);
});

it('tells a signing once, whoever is told to have put his name to it', async () => {
  const { events } = await read(
    'The two societies signed a memorandum in Doha on Monday.\n\nAna Ruiz and Omar Said signed the memorandum at the ministry.\n\nThe agreement was signed before the press.\n\nHe thanked them.',
    '2025-03-12',
  );
  expect(events.map(({ date }) => date?.value)).toEqual(['2025-03-10']);
});

it('names a summit meeting once, and no verb as a visit', async () => {
  const { events } = await read(
    'Ana Ruiz will visit Peru on 3 May to attend a regional summit meeting in Lima.',
    '2025-03-12',
  );
  expect(events).toHaveLength(1);
});

it('keeps two of a series apart', async () => {
  const { events } = await read(
    'عقد الحوار الاستراتيجي الأول في الدوحة يوم 3 مايو 2021.\n\nوعقد الحوار الاستراتيجي الثاني في أنقرة يوم 4 يونيو 2022.\n\nوشكر الوزير الحضور.\n\nوأضاف أن العمل مستمر.\n\nوقال إن الأمل كبير.',
  );
  expect(events.map(({ date, place }) => [date?.value, place])).toEqual([
    ['2021-05-03', 'الدوحة'],
    ['2022-06-04', 'أنقرة'],
  ]);
});

it('keeps title and place verbatim whatever is mixed', async () => {
  const pieces = fc.constantFrom(
    'عقد', 'اجتماع', 'الحوار الثاني', 'بين قطر وتركيا', 'في الدوحة', 'أمس الاثنين', 'يوم 3 مايو 2022', 'زار', 'وزار', '، ', '. ', '\n\n',
    'held', 'a meeting', 'the second dialogue', 'in Doha', 'on Monday', 'World Cup 2022', 'visited', 'Qatar', '"', '(', ')', '😀', '\u200f', 'وَعَقَدَ',
  ); // prettier-ignore
  await fc.assert(
    fc.asyncProperty(fc.array(pieces, { maxLength: 50 }), async (parts) => {
      const { corpus, events } = await read(`نص ${parts.join(' ')}`, '2022-11-18');
      expectVerbatim(corpus, events);
      expect(inOrder(events)).toBe(true);
    }),
    { numRuns: 60 },
  );
});
