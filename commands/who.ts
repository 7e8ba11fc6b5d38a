import { personReply, suggestPeople } from '../src/answers/people.js';
import { command, option } from './command.js';

export const who = command({
  name: 'who',
  description: { en: 'Who someone is, and where it is written', ar: 'من هو، وأين ورد ذلك' },
  example: { en: 'who name:Langley', ar: 'who name:لانغلي' },
  options: {
    name: option.text({ en: 'A name, in either script', ar: 'اسم بأي من الحرفين' }, suggestPeople),
    limit: option.limit(10),
  },
  list: 'people',
  run: (values, library) => personReply(values, library),
});
