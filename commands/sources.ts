import { sourcesReply } from '../src/answers/sources.js';
import { suggestDocuments } from '../src/answers/find-document.js';
import { command, option } from './command.js';

export const sources = command({
  name: 'sources',
  description: { en: 'The documents, or one of them whole', ar: 'الوثائق، أو إحداها كاملة' },
  example: { en: 'sources', ar: 'sources language:ar' },
  options: {
    document: option.document(
      { en: 'A document, by its title or file name', ar: 'وثيقة بعنوانها أو باسم ملفها' },
      ({ corpus }, typed) => suggestDocuments(corpus, typed),
    ),
  },
  list: 'sources',
  withoutDocuments: true,
  run: (values, library) => sourcesReply(values, library),
});
