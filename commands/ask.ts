import { answerQuestion } from '../src/answers/ask.js';
import { suggestDocuments } from '../src/answers/find-document.js';
import { command, option } from './command.js';

export const ask = command({
  name: 'ask',
  description: { en: 'The sentence that answers, with its source', ar: 'الجملة التي تجيب، مع مصدرها' },
  example: {
    en: 'ask question:Who signed the memorandum of understanding?',
    ar: 'ask question:من وقّع مذكرة التفاهم؟',
  },
  options: {
    question: option.requiredText({ en: 'A question, in Arabic or English', ar: 'سؤال بالعربية أو الإنجليزية' }),
    source: option.document({ en: 'Only this document', ar: 'في هذه الوثيقة وحدها' }, ({ corpus }, typed) =>
      suggestDocuments(corpus, typed),
    ),
    since: option.date({ en: 'Not before (YYYY, YYYY-MM, YYYY-MM-DD)', ar: 'ليس قبل' }),
    until: option.date({ en: 'Not after (YYYY, YYYY-MM, YYYY-MM-DD)', ar: 'ليس بعد' }),
    limit: option.limit(3),
  },
  run: (values, library) => answerQuestion(values, library),
});
