import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { answerQuestion, type AskOutcome } from '../../src/answers/ask.js';
import { openLibrary } from '../../src/answers/open-library.js';
import type { Library } from '../../src/answers/library.js';
import { projectFile } from '../../src/text/project.js';
import { temporaryFolder } from '../temporary.js';

const seeds = await openLibrary(projectFile('seeds'));
const ask = (question: string, options: object = {}, library: Library = seeds): AskOutcome =>
  answerQuestion({ question, limit: 3, language: 'en', ...options }, library);

const first = (outcome: AskOutcome): string => outcome.citations?.[0]?.text ?? '';

/** Every excerpt is its slice, inside one paragraph; the answer and the highlights lie inside their citation. */
function expectVerbatim({ citations = [], answer }: AskOutcome, library: Library): void {
  for (const { file, start, end, text, paragraph, highlights } of citations) {
    const document = library.corpus.documents.find((candidate) => candidate.file === file)!;
    expect(text).toBe(document.text.slice(start, end));
    const within = document.paragraphs[paragraph - 1]!;
    expect(start >= within.start && end <= within.end).toBe(true);
    expect(within.kind).not.toBe('furniture');
    for (const [from, to] of highlights) expect(from >= start && to <= end && from < to).toBe(true);
  }
  if (answer) {
    const citation = citations[answer.citation]!;
    expect(answer.start >= citation.start && answer.end <= citation.end).toBe(true);
    expect(answer.text).toBe(citation.text.slice(answer.start - citation.start, answer.end - citation.start));
  }
}

describe('a question in the language of its evidence', () => {
  test.each([
    ['Who is the president of the Turkmenistan Red Crescent?', 'Maral Achilova'],
    ['من هو رئيس مجلس ادارة جمعية الهلال الاحمر؟', 'خالد المغامس'],
    ['منو المتحدث باسم الخارجية الامريكية؟', 'نيد برايس'],
    ['كم ستقدم قطر لمكتب الأمم المتحدة لمكافحة الإرهاب؟', '75 مليون دولار'],
  ])('%s', (question, expected) => {
    const outcome = ask(question);
    expect(outcome.status).toBe('answered');
    expect(first(outcome)).toContain(expected);
    expectVerbatim(outcome, seeds);
  });

  test('the office that somebody holds is the answer to who that is', () => {
    expect(ask('Who is Aiham Al Sukhni?').answer?.text).toBe('Head of International Relations');
  });

  test('the holder of an office is told from others in the same sentence', () => {
    expect(ask('Who is the president of the Red Crescent in Uzbekistan?').answer?.text).toBe('Zafar Rakhmanov');
    expect(ask('من هو رئيس الصليب الأحمر الروسي؟').answer?.text).toBe('Pavel Savchuk');
  });
});

describe('a quantity that no number tells', () => {
  const files = {
    'theatre.txt':
      'The Harbour Theatre was in operation from 1870 to 1939.\nTwo-time regatta founder Lena Holm opened the yearly festival; its first winners met in the harbour.\n',
    'فريق.txt': 'كان في المدينة الساحلية فريقان لكرة اليد.\nبنت البلدية ملعبًا جديدًا في الحي القديم.\n',
  };
  test.each([
    ['How long was the Harbour Theatre in operation?', 'from 1870 to 1939'],
    ['How many foundations did Lena Holm make?', 'Two-time'],
    ['كم فريقًا كان في المدينة الساحلية؟', 'فريقان'],
  ])('%s', async (question, told) => {
    const outcome = ask(question, {}, await openLibrary(temporaryFolder(files)));
    expect(outcome.status).toBe('answered');
    expect(first(outcome)).toContain(told);
  });

  test.each(['How long was the regatta founder in the harbour?', 'كم ملعبًا بنت البلدية؟'])(
    'nothing counts it: %s',
    async (question) => {
      expect(ask(question, {}, await openLibrary(temporaryFolder(files))).status).toBe('not_found');
    },
  );
});

describe('across languages', () => {
  test('no word of a translated term of the question is its answer', () => {
    const { citations, answer } = ask('ما الذي ناقشه الحوار الاستراتيجي الأول؟');
    expect(citations?.length).toBeGreaterThan(0);
    expect(['dialogue', 'strategic dialogue']).not.toContain(answer?.text);
  });

  test('an Arabic question finds its English evidence and says so', () => {
    const outcome = ask('من وقع مذكرة التفاهم مع الهلال الأحمر في تركمانستان؟');
    expect(outcome.citations?.[0]?.language).toBe('en');
    expect(first(outcome)).toContain('signed a bilateral memorandum of understanding');
    expect(outcome.notices?.join(' ')).toContain('Found in English');
    expectVerbatim(outcome, seeds);
  });

  test('an English question finds its Arabic evidence', () => {
    const outcome = ask('How much did Qatar commit to the UN Office of Counter-Terrorism?');
    expect(outcome.citations?.[0]?.language).toBe('ar');
    expect(first(outcome)).toContain('75 مليون دولار');
  });
});

describe('not found', () => {
  test.each([
    ['Which hotel hosted the dialogue between QRCS and the American Red Cross?', 'words_missing'],
    ['Which agreement did QRCS sign with the Turkish Red Crescent?', 'name_missing'],
    ['How much money did the Qatar Red Crescent spend on Afghan refugees?', 'not_stated'],
    ['مين رئيس هيئة الهلال الأحمر السعودي؟', 'name_missing'],
    ['كم قيمة المساعدات القطرية لغزة؟', 'name_missing'],
  ] as const)('%s: %s', (question, reason) => {
    const outcome = ask(question);
    expect(outcome.status).toBe('not_found');
    expect(outcome.reason).toBe(reason);
    expect(outcome.answer ?? null).toBeNull();
    expectVerbatim(outcome, seeds);
  });

  test('names the words that occur nowhere and offers near spellings', () => {
    const outcome = ask('Who met Zaffar Rakhmanof in Ashgabbat?');
    expect(outcome.suggestions?.length).toBeGreaterThan(0);
    expect(outcome.suggestions).toContain('Ashgabat');
  });

  test('a place is missed though a word of its stem stands there: الرياض is not الرياضية', () => {
    expect(ask('When will Blinken travel to Riyadh?')).toMatchObject({ status: 'not_found', reason: 'name_missing' });
    expect(ask('When will Blinken travel to Doha?').status).toBe('answered');
  });

  test.each(['', '؟', 'the of and', 'من إلى عن', '!!!', '\ud800', 'ب', 'x'])(
    '%j is answered by nothing',
    (question) => {
      expect(ask(question).status).toBe('not_found');
    },
  );

  test('a question that the options leave without documents says that it is the options', () => {
    const outcome = ask('كم ستقدم قطر لمكتب الأمم المتحدة لمكافحة الإرهاب؟', { until: '2020' });
    expect(outcome.status).toBe('not_found');
    expect(outcome.reason).toBe('filters');
  });
});

describe('options', () => {
  test('source keeps to one document', () => {
    const outcome = ask('Red Crescent', { source: '002_d77ba0a45b3615dd', limit: 10 });
    expect(new Set(outcome.citations?.map(({ document }) => document))).toEqual(new Set(['002_d77ba0a45b3615dd']));
  });

  test('an unknown source is a filter that leaves nothing', () => {
    expect(ask('Red Crescent', { source: 'nowhere' })).toMatchObject({ status: 'not_found', reason: 'filters' });
  });

  test('since leaves out what is not dated and says how many documents', () => {
    const outcome = ask('Ashgabat conference delegation', { since: '2025', limit: 10 });
    expect(new Set(outcome.citations?.map(({ file }) => file))).toEqual(new Set(['002_d77ba0a45b3615dd.txt']));
    expect(outcome.notices?.join(' ')).toMatch(/3/);
  });

  test('limit bounds the citations', () => {
    expect(ask('Qatar Red Crescent Society delegation', { limit: 2 }).citations?.length).toBeLessThanOrEqual(2);
  });
});

describe('any corpus', () => {
  test('the same passage told twice is quoted once', async () => {
    const told =
      'The Red Crescent of Kuwait and the Bahrain Red Crescent signed an agreement on training in Manama on Sunday.';
    const library = await openLibrary(temporaryFolder({ 'a.txt': `${told}\n`, 'b.txt': `${told}\n` }));
    expect(ask('Who signed an agreement on training in Manama?', { limit: 10 }, library).citations).toHaveLength(1);
  });

  test('a site adds words of its own', async () => {
    const files = {
      'a.txt': 'وزعت الجمعية خيام زرقورية على العائلات في الشمال يوم الأحد.\n',
      'b.txt': 'عقد المجلس اجتماعا عاديا.\n',
    };
    const without = await openLibrary(temporaryFolder(files));
    const lexicon = 'blueish\ta\tزرقورية\n';
    const with_ = await openLibrary(temporaryFolder({ ...files, 'lexicon.tsv': lexicon }));
    const question = 'Which families received blueish tents in the north?';
    expect(ask(question, {}, without).unmatched).toContain('blueish');
    expect(ask(question, {}, with_).unmatched).not.toContain('blueish');
  });

  test('a wrong line of lexicon.tsv is reported by its number', async () => {
    const { corpus } = await openLibrary(temporaryFolder({ 'a.txt': 'One sentence.\n', 'lexicon.tsv': 'word\n' }));
    expect(corpus.problems).toMatchObject([{ code: 'list-line', file: 'lexicon.tsv', line: 1 }]);
  });

  test('an empty corpus answers nothing', async () => {
    const library = await openLibrary(temporaryFolder({ 'a.txt': '' }));
    expect(ask('Who?', {}, library)).toMatchObject({ status: 'not_found', citations: [] });
  });
});

test('property: whatever is asked of whatever text, every excerpt is its slice', async () => {
  const piece = fc.constantFrom(
    'الهلال الأحمر', 'القَطَريّ', 'مـــذكرة', 'وقّع', 'Red Crescent', "QRCS's", 'Dr. ', 'signed', '2025', '١٢', ' ', '. ', '؟ ', '«', '»',
    '\u200f', '😀', 'é', '\u0301', ',', '\r', '\n', '\r\n', '\t', 'Doha', 'الدوحة', '(', ')', '\ud800', 'MoU', 'عبدالرحمن',
  ); // prettier-ignore
  const text = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(''));
  await fc.assert(
    fc.asyncProperty(text, text, text, async (a, b, question) => {
      const library = await openLibrary(temporaryFolder({ 'a.txt': a, 'b.md': b }));
      expectVerbatim(ask(question, { limit: 10 }, library), library);
    }),
    { numRuns: 60 },
  );
});
