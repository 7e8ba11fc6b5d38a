import { describe, expect, test } from 'vitest';
import { answerQuestion } from '../../src/answers/ask.js';
import { openLibrary } from '../../src/answers/open-library.js';
import { temporaryFolder } from '../temporary.js';

/** Two reports, one in each language. */
const DOCUMENTS = {
  'lima.txt': `Lima, Lisbon to share blood banks
The letter was signed in Lima by Rosa Quintana, vice president of the Portuguese Red Cross, and Julio Arce, president of the Peruvian Red Cross.
The president of the Omani Red Crescent met his guests on Monday in Muscat and praised their work.
`,
  'muscat.txt': `مسقط تستضيف اجتماع الجمعيات الوطنية
وقالت رئيسة الهلال الأحمر العماني شيخة الزدجالية إن الاجتماع بحث تبادل الخبرات في إدارة المتطوعين.
وحضر الاجتماع نائب رئيس الهلال الأحمر التونسي هشام العياري.
`,
};

const answerTo = async (question: string): Promise<string | null> => {
  const library = await openLibrary(temporaryFolder(DOCUMENTS));
  const language = /\p{Script=Arabic}/u.test(question) ? 'ar' : 'en';
  const { status, answer } = answerQuestion({ question, limit: 3, language }, library);
  return status === 'answered' ? (answer?.text ?? '') : null;
};

describe('who holds an office', () => {
  test.each([
    ['Who is the president of the Peruvian Red Cross?', 'Julio Arce'],
    ['Who is the vice president of the Portuguese Red Cross?', 'Rosa Quintana'],
    // the English report names nobody, the Arabic one does
    ['Who is the president of the Omani Red Crescent?', 'شيخة الزدجالية'],
    ['من نائب رئيس الهلال الأحمر التونسي؟', 'هشام العياري'],
  ])('%s', async (question, expected) => {
    expect(await answerTo(question)).toBe(expected);
  });

  test.each(['Who is the president of the Portuguese Red Cross?', 'من رئيس الهلال الأحمر التونسي؟'])(
    'is not told by who holds it in another’s place: %s',
    async (question) => {
      expect(await answerTo(question)).toBeNull();
    },
  );
});
