import { describe, expect, it } from 'vitest';
import { readCorpus } from '../../src/corpus/corpus.js';
import { extractEvents } from '../../src/knowledge/events.js';
import { extractFigures } from '../../src/knowledge/figures.js';
import { temporaryFolder } from '../temporary.js';

const read = (text: string, date?: string) =>
  readCorpus(
    temporaryFolder({
      'a.txt': text,
      ...(date === undefined ? {} : { 'corpus.json': JSON.stringify({ 'a.txt': { date } }) }),
    }),
  );
/** Dates with the beginning of the title. Written on a Wednesday. */
const eventsIn = async (text: string, date = '2026-01-21'): Promise<string[]> =>
  extractEvents(await read(text, date)).map((event) => `${event.date?.value ?? '-'} ${event.title}`);

describe('what Arabic news date', () => {
  it.each([
    // what was signed, told by a participle or a pronoun
    [
      'وذلك تنفيذا لإعلان مسقط الموقع بين الطرفين في 11 مايو 2023.',
      '2023-05-11 إعلان مسقط الموقع بين الطرفين في 11 مايو 2023',
    ],
    [
      'وأشاد باتفاقية الشراكة التي وقعها الجانبان في تونس في كانون الثاني 2025.',
      '2025-01 اتفاقية الشراكة التي وقعها الجانبان',
    ],
    // decisions, aid, disasters
    ['تعهّد الاتحاد الأوروبي، أمس الثلاثاء، بتقديم 40 مليون يورو.', '2026-01-20 تعهّد الاتحاد الأوروبي'],
    ['خفّض المصرف المركزي، الأربعاء، سعر الفائدة.', '2026-01-21 خفّض المصرف المركزي'],
    ['ومنذ 26 يونيو 2025، أودت الأمطار بحياة 54 شخصا.', '2025-06-26 أودت الأمطار'],
    // a noun with a pronoun
    ['وأبلغ الوفد بالأمر خلال لقائه رئيس المجلس الخميس الماضي.', '2026-01-15 لقائه رئيس المجلس'],
    // what is to come
    ['ويعقد البنك اجتماعه المقبل في 12 مارس 2026.', '2026-03-12 يعقد البنك اجتماعه المقبل'],
    ['ودعت النقابة إلى اعتصام أمام الوزارة يوم الجمعة.', '2026-01-23 اعتصام أمام الوزارة'],
    ['وقررت الحكومة إنهاء العمل بالنظام في 27 تموز المقبل.', '2026-07-27 قررت الحكومة'],
    // in force
    ['وارتفع العدد منذ دخول اتفاق وقف إطلاق النار حيز التنفيذ في 10 أكتوبر 2025.', '2025-10-10 دخول اتفاق'],
  ])('%s', async (text, event) => {
    const [found = ''] = await eventsIn(text);
    expect(found.startsWith(event) ? event : found).toBe(event);
  });

  it.each([
    // today's, in the present; what the present announces
    ['تحتفل الجمعية الأربعاء بالذكرى العاشرة لتأسيسها.', '2026-01-21 الذكرى العاشرة'],
    ['ومن المقرر أن توقع الجمعية مذكرة تفاهم مع نظيرتها.', '- توقع الجمعية مذكرة'],
    // a signing, a convoy, an exchange as nouns
    ['جرى، اليوم الأربعاء بالرباط، التوقيع على اتفاقيتي شراكة.', '2026-01-21 التوقيع على'],
    ['أشرفت الوزيرة، يوم الأحد 18 جانفي 2026، على انطلاق قافلة تضامنية نحو الجنوب.', '2026-01-18 قافلة'],
    ['وكانت آخر عملية تبادل واسعة قد جرت في نيسان 2023.', '2023-04 عملية تبادل'],
    // the main verb without a date
    ['وفي سياق متصل، استقبل السفير وفدا أمميا.', '- استقبل السفير'],
    ['وعقب ذلك تفقدت الوزيرة مخازن الجمعية.', '- تفقدت الوزيرة'],
    ['فاز الدكتور سامي منصور بمنصب النقيب.', '- فاز الدكتور'],
    // days in words
    ['وتقام الندوة في الرابع والخامس من مايو المقبل.', '2026-05-04 تقام الندوة'],
  ])('%s', async (text, event) => {
    const [found = ''] = await eventsIn(text);
    expect(found.startsWith(event) ? event : found).toBe(event);
  });

  it('keeps day and month where the year is not told', async () => {
    const [event] = extractEvents(await read('انطلقت المحادثات في مسقط في 12 تموز الجاري.'));
    expect(event?.date?.value).toBe('--07-12');
  });

  it.each([
    'أمضى غالبية حياته في السعودية سنة 1959.',
    'وفي معرض رده على سؤال شكر الوزير الحضور.',
    'وأكد أن البنك الذي زار وفده المدينة مستمر.',
  ])('tells no event: %s', async (text) => {
    expect(await eventsIn(text)).toEqual([]);
  });

  it('tells a signing once where the paper is told again', async () => {
    const events = await eventsIn(
      'وقعت الجمعية اليوم الأربعاء اتفاقية مع المركز.\n\nووقع الاتفاقية عن الجمعية رئيسها.\n\nوشكر الجميع.\n\nوقال إن العمل مستمر.\n\nوأضاف أن الأمل كبير.',
    );
    expect(events).toEqual([expect.stringMatching(/^2026-01-21 وقعت/)]);
  });

  it('tells two events of two days in one sentence', async () => {
    expect(
      await eventsIn(
        'وكان الوفد قد وصل إلى الدوحة أول أمس، وزار أمس مدينة لوسيل.\n\nوغادر الوفد.\n\nوشكر الوفد الجميع.',
      ),
    ).toEqual([expect.stringMatching(/^2026-01-19 وصل/), expect.stringMatching(/^2026-01-20 زار/)]);
  });

  it('dates nothing by a limit, by another clause or by what comes every year', async () => {
    for (const text of [
      'جدد الاتحاد شراكته مع الشركة حتى عام 2029.',
      'ويمدد القرار الراحة إلى متم غشت من كل سنة.',
      'وتتعلق الخطة بتطوير الحقول وخفض الانبعاثات في 2030.',
    ])
      expect((await eventsIn(text)).filter((event) => !event.startsWith('-'))).toEqual([]);
    expect(await eventsIn('واختتمت اللجنة اجتماعاتها، وأكدت أن الاتفاق نفذ في 5 مايو 2024.')).not.toContainEqual(
      expect.stringMatching(/^2024-05-05 اختتمت/),
    );
  });

  it('reads the date in digits of the Kuwait agency, and that below a lead', async () => {
    const kuwait = await read('الكويت - 17 - 2 (كونا) -- وقعت جمعية الإغاثة اليوم الثلاثاء اتفاقية مع اليونيسف.');
    expect(kuwait.documents[0]!.date?.value).toBe('--02-17');
    const lead = await read(
      'إسطنبول- خفّض المصرف المركزي، الخميس، سعر الفائدة الرئيسي إلى ثلاثين في المئة وسط انقسام بين الخبراء.\n\n22/1/2026\n\nوجاء القرار بعد اجتماع استمر ساعات في العاصمة، وفق ما ذكره مراقبون.',
    );
    expect(lead.documents[0]!.date?.value).toBe('2026-01-22');
  });
});

describe('Arabic amounts', () => {
  it('join a thousand and less, and tell how long rather than how often', async () => {
    const figuresIn = async (text: string): Promise<unknown[]> =>
      extractFigures(await read(text)).map(({ value, duration }) => [value, duration]);
    expect(await figuresIn('رفعت الحكومة الأجور إلى 28 ألفا و75 ليرة.')).toEqual([[28_075, null]]);
    expect(await figuresIn('تدفع الشركة 3 ملايين يورو سنويًا على مدى خمس سنوات.')).toEqual([
      [3_000_000, 'على مدى خمس سنوات'],
    ]);
    expect(await figuresIn('قدمت الدولة 10 آلاف دولار و40 خيمة.')).toEqual([
      [10_000, null],
      [40, null],
    ]);
  });
});
