import { figureReply } from '../src/answers/figures.js';
import { command, option } from './command.js';

export const figures = command({
  name: 'figures',
  description: { en: 'Amounts: who pays whom, for what, over how long', ar: 'المبالغ: ممن ولمن ولماذا وعلى مدى كم' },
  example: { en: 'figures about:refugees', ar: 'figures about:اللاجئين' },
  options: {
    about: option.text({ en: 'Only what is about this', ar: 'ما يخص هذا وحده' }),
    since: option.date({ en: 'Not before (YYYY, YYYY-MM, YYYY-MM-DD)', ar: 'ليس قبل' }),
    until: option.date({ en: 'Not after (YYYY, YYYY-MM, YYYY-MM-DD)', ar: 'ليس بعد' }),
    limit: option.limit(10),
  },
  list: 'figures',
  run: (values, library) => figureReply(values, library),
});
