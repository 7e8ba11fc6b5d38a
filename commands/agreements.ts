import { agreementReply, suggestParties } from '../src/answers/agreements.js';
import { command, option } from './command.js';

export const agreements = command({
  name: 'agreements',
  description: { en: 'What was signed, planned or proposed, and by whom', ar: 'ما وُقّع أو اقتُرح من اتفاقات وأطرافها' },
  example: { en: 'agreements party:Turkmenistan', ar: 'agreements party:قطر status:signed' },
  options: {
    party: option.text({ en: 'A country or organisation', ar: 'دولة أو مؤسسة' }, suggestParties),
    kind: option.choice(
      { en: 'What kind', ar: 'النوع' },
      {
        memorandum: { en: 'memorandum of understanding', ar: 'مذكرة تفاهم' },
        agreement: { en: 'agreement', ar: 'اتفاق' },
        framework: { en: 'framework agreement', ar: 'اتفاقية إطارية' },
        treaty: { en: 'treaty', ar: 'معاهدة' },
        initiative: { en: 'initiative', ar: 'مبادرة' },
        fund: { en: 'fund', ar: 'صندوق' },
        pledge: { en: 'pledge', ar: 'تعهد' },
        other: { en: 'other', ar: 'غير ذلك' },
      },
    ),
    status: option.choice(
      { en: 'How far it came', ar: 'الحالة' },
      {
        signed: { en: 'signed', ar: 'موقَّع' },
        planned: { en: 'planned', ar: 'مزمع توقيعه' },
        proposed: { en: 'proposed', ar: 'مقترح' },
        launched: { en: 'launched', ar: 'أُطلق' },
        discussed: { en: 'discussed', ar: 'قيد البحث' },
        in_force: { en: 'in force', ar: 'سارٍ' },
        ended: { en: 'ended', ar: 'منتهٍ' },
        unknown: { en: 'not told', ar: 'غير مذكورة' },
      },
    ),
    since: option.date({ en: 'Not before (YYYY, YYYY-MM, YYYY-MM-DD)', ar: 'ليس قبل' }),
    until: option.date({ en: 'Not after (YYYY, YYYY-MM, YYYY-MM-DD)', ar: 'ليس بعد' }),
    limit: option.limit(10),
  },
  list: 'agreements',
  run: (values, library) => agreementReply(values, library),
});
