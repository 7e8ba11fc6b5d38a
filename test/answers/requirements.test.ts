import { describe, expect, test } from 'vitest';
import { answerQuestion } from '../../src/answers/ask.js';
import { openLibrary } from '../../src/answers/open-library.js';
import { temporaryFolder } from '../temporary.js';

const DOCUMENTS = {
  'rounds.txt': `Fourth round of talks opens in Tunis
The fourth round of the water dialogue between Tunisia and Libya opened in Tunis on 3 May 2023.
The Tunisian Red Crescent dug 40 wells for villages in the south.
`,
  'جولات.txt': `افتتاح الجولة الرابعة من حوار المياه
افتتحت في تونس الجولة الرابعة من حوار المياه بين تونس وليبيا في 3 مايو 2023.
وحفر الهلال الأحمر التونسي 40 بئرا لقرى في الجنوب.
`,
};

const ask = async (question: string): Promise<{ status: string; answer: string | undefined }> => {
  const library = await openLibrary(temporaryFolder(DOCUMENTS));
  const language = /\p{Script=Arabic}/u.test(question) ? 'ar' : 'en';
  const { status, answer } = answerQuestion({ question, limit: 3, language }, library);
  return { status, answer: answer?.text };
};

describe('one of a row', () => {
  test.each([
    ['When did the fourth round of the water dialogue open?', '3 May 2023'],
    ['متى افتتحت الجولة الرابعة من حوار المياه؟', '3 مايو 2023'],
  ])('is told: %s', async (question, expected) => {
    expect(await ask(question)).toEqual({ status: 'answered', answer: expected });
  });

  test.each(['When did the sixth round of the water dialogue open?', 'متى افتتحت الجولة السادسة من حوار المياه؟'])(
    'is not told by another: %s',
    async (question) => {
      expect((await ask(question)).status).toBe('not_found');
    },
  );
});

describe('a number of things', () => {
  test.each([
    ['How many wells did the Tunisian Red Crescent dig?', '40'],
    ['كم بئرا حفر الهلال الأحمر التونسي؟', '40'],
  ])('is told: %s', async (question, expected) => {
    const { status, answer = '' } = await ask(question);
    expect(status).toBe('answered');
    expect(answer).toContain(expected);
  });

  test.each(['How many ambulances does the Tunisian Red Crescent have?', 'كم عدد موظفي الهلال الأحمر التونسي؟'])(
    'is not told of what the documents never name: %s',
    async (question) => {
      expect((await ask(question)).status).toBe('not_found');
    },
  );
});

test('who did something is not answered by the agency that reports it', async () => {
  const library = await openLibrary(
    temporaryFolder({
      'suna.txt': `توقيع بروتوكول لبناء مدرسة
الخرطوم 4-2-2024 (سونا)- وقعت مفوضية العون الإنساني والهلال الأحمر الجيبوتي بروتوكولا لبناء مدرسة في كسلا.
`,
    }),
  );
  const { answer } = answerQuestion({ question: 'من وقع بروتوكول بناء المدرسة؟', limit: 3, language: 'ar' }, library);
  expect(answer?.text).toBeDefined();
  expect(answer?.text).not.toContain('سونا');
});

describe('a time asked for', () => {
  const report = {
    'rabat.txt': `Visit to Rabat
The Chadian Red Crescent and the Moroccan Red Crescent signed a memorandum of understanding on ambulances with the minister.
`,
  };

  test.each([
    'When did the Chadian Red Crescent sign the memorandum with the Moroccan Red Crescent?',
    'متى وقع الهلال الأحمر التشادي والهلال الأحمر المغربي مذكرة التفاهم؟',
  ])('is not told where no time stands, and the report is shown as the nearest: %s', async (question) => {
    const library = await openLibrary(temporaryFolder(report));
    const outcome = answerQuestion({ question, limit: 3, language: 'en' }, library);
    expect(outcome).toMatchObject({ status: 'not_found', reason: 'not_stated' });
    expect(outcome.citations?.[0]?.text).toContain('signed a memorandum');
  });
});

test('the letter that scales an amount belongs to it', async () => {
  const library = await openLibrary(
    temporaryFolder({
      'grant.txt': 'Grant for clinics\nThe European Union gave the Chadian Red Cross €35m for clinics.\n',
    }),
  );
  const question = 'How much did the European Union give the Chadian Red Cross?';
  expect(answerQuestion({ question, limit: 3, language: 'en' }, library).answer?.text).toBe('€35m');
});
