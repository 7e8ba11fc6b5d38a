import { describe, expect, test } from 'vitest';
import { openLibrary } from '../../src/answers/open-library.js';
import { understand } from '../../src/answers/question.js';
import { projectFile } from '../../src/text/project.js';

const { search } = await openLibrary(projectFile('seeds'));
const stems = (text: string): string[] =>
  understand(text, search)
    .terms.filter(({ stop }) => !stop)
    .map(({ folded }) => folded);

describe('the kind of a question', () => {
  test.each([
    ['Who signed the memorandum?', 'who'],
    ['When will he visit Doha?', 'when'],
    ['In which year was it founded?', 'date'],
    ['Which city hosted the meeting?', 'where'],
    ['How much did Qatar pledge?', 'how-much'],
    ['How many tents were sent?', 'how-many'],
    ['How long did the talks last?', 'how-long'],
    ['Why did they meet?', 'why'],
    ['What post does she hold?', 'role'],
    ['Which hotel hosted the dialogue?', 'which'],
    ['من وقع الاتفاقية؟', 'who'],
    ['مين الأمين العام؟', 'who'],
    ['منو رئيس الجمعية', 'who'],
    ['وين صار الاجتماع؟', 'where'],
    ['متى يزور الوزير الدوحة؟', 'when'],
    ['في أي عام تأسست؟', 'date'],
    ['كم قيمة المساعدات؟', 'how-much'],
    ['كم عدد اللاجئين؟', 'how-many'],
    ['كم يوم استمر الحوار؟', 'how-long'],
    ['ليش اجتمعوا؟', 'why'],
    ['شو المواضيع اللي ناقشوها؟', 'what'],
    ['ما منصب خالد؟', 'role'],
    ['The talks took place in which city?', 'where'],
    ['وقعت الاتفاقية في أي مدينة؟', 'where'],
  ])('%s → %s', (text, kind) => {
    expect(understand(text, search).kind).toBe(kind);
  });

  test.each([
    ['Which hotel hosted the dialogue?', 'hotel'],
    ['The dialogue was hosted by which hotel?', 'hotel'],
    ['أي فندق استضاف الحوار؟', 'فندق'],
    ['استضاف الحوار في أي فندق؟', 'فندق'],
  ])('the noun asked for follows the question word wherever it stands: %s', (text, noun) => {
    const { askedNoun, terms } = understand(text, search);
    expect(terms[askedNoun ?? -1]?.folded).toBe(noun);
  });

  test('words that only ask are no terms', () => {
    expect(stems('Who is the president of the society?')).toEqual(['president', 'society']);
    expect(stems('شو المواضيع اللي ناقشوها؟')).toEqual(['المواضيع', 'ناقشوها']);
  });

  test('"من" asks only at the start; inside it is "from"', () => {
    expect(understand('متى عاد الوفد من جنيف؟', search).kind).toBe('when');
  });

  test('names and numbers are required, everyday words are not', () => {
    const question = understand('Did Langley meet the minister in 2022?', search);
    const required = [...question.required].map((i) => question.terms[i]!.folded);
    expect(required).toEqual(['langley', '2022']);
  });

  test('what is asked of somebody by a possessive', () => {
    const question = understand("What is Maral Achilova's phone number?", search);
    expect([...question.possessed].map((i) => question.terms[i]!.folded)).toEqual(['phone', 'number']);
  });
});
