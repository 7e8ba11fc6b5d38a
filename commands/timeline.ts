import { timelineReply } from '../src/answers/timeline.js';
import { command, option } from './command.js';

export const timeline = command({
  name: 'timeline',
  description: { en: 'What happened or will happen, in order of time', ar: 'ما حدث وما سيحدث، مرتبًا بالزمن' },
  example: { en: 'timeline about:strategic dialogue', ar: 'timeline about:الحوار الاستراتيجي' },
  options: {
    about: option.text({ en: 'Only what is about this', ar: 'ما يخص هذا وحده' }),
    since: option.date({ en: 'Not before (YYYY, YYYY-MM, YYYY-MM-DD)', ar: 'ليس قبل' }),
    until: option.date({ en: 'Not after (YYYY, YYYY-MM, YYYY-MM-DD)', ar: 'ليس بعد' }),
    limit: option.limit(10),
  },
  list: 'events',
  run: (values, library) => timelineReply(values, library),
});
