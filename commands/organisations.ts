import { organisationReply, suggestOrganisations } from '../src/answers/organisations.js';
import { command, option } from './command.js';

export const organisations = command({
  name: 'organisations',
  description: { en: 'Organisations, their names and where they occur', ar: 'المنظمات وأسماؤها ومواضع ورودها' },
  example: { en: 'organisations name:QRCS', ar: 'organisations name:الهلال الأحمر القطري' },
  options: {
    name: option.text({ en: 'A name or an abbreviation', ar: 'اسم أو اختصار' }, suggestOrganisations),
    limit: option.limit(10),
  },
  list: 'organisations',
  run: (values, library) => organisationReply(values, library),
});
