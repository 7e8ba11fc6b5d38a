import { describe, expect, it } from 'vitest';
import { readCorpus } from '../../src/corpus/corpus.js';
import { extractAgreements } from '../../src/knowledge/agreements.js';
import { extractOrganisations } from '../../src/knowledge/organisations.js';
import type { Agreement } from '../../src/knowledge/knowledge.js';
import { temporaryFolder } from '../temporary.js';
import { peopleOf } from './people-score.js';

const agreementsOf = async (...paragraphs: readonly string[]): Promise<readonly Agreement[]> => {
  const corpus = await readCorpus(temporaryFolder({ 'a.txt': paragraphs.join('\n\n') }));
  return extractAgreements(corpus, peopleOf(corpus));
};
const told = async (...paragraphs: readonly string[]): Promise<unknown[]> =>
  (await agreementsOf(...paragraphs)).map(({ status, date, parties }) => [status, date?.value ?? null, parties]);

describe('what happened to an Arabic agreement', () => {
  it.each([
    // wished for, not reached: a verb has no article
    ['وتقول مصادر إن الحكومة تأمل التوصل إلى اتفاق جديد مع صندوق النقد الدولي قبل الانتخابات.', 'proposed'],
    ['يطالب العمال بالتوصل إلى برنامج تمويل مع البنك الدولي.', 'proposed'],
    ['وأعربت الوزيرة عن استعداد بلادها، مقترحة إبرام بروتوكول للصحة مع تونس.', 'proposed'],
    // told of it before it is named
    ['وقررت الحكومتان وقف العمل باتفاقية الصيد الموقعة بين موريتانيا والصين عام 2010.', 'ended'],
    ['وانتهى العمل باتفاقية الحبوب بين روسيا وأوكرانيا في يوليو 2023.', 'ended'],
    ['عادت الخدمات منذ سريان اتفاق وقف الأعمال العدائية بين السودان وتشاد.', 'in_force'],
    ['وقال إن اتفاقية أبرمتها الجمعية مع اليونيسف في مايو 2023 انتهى العمل بها في ديسمبر.', 'ended'],
    // passives to come
    ['وقال الوزير إن اتفاقية رابعة ستوقع الشهر المقبل مع البنك الدولي.', 'planned'],
    ['ستوقع السعودية ومصر أيضًا اتفاقية للربط الكهربائي.', 'planned'],
    // witnessed in time to come
    ['ومن المتوقع أن يشهد الاجتماع توقيع اتفاقية للنقل الجوي بين الأردن والعراق.', 'planned'],
    ['ويرتقب أن تشهد القمة إبرام اتفاق تجاري بين الجزائر وتركيا.', 'planned'],
    ['وشهدت الدورة التوقيع على مذكرة تفاهم بين قطر وعمان في مجال التعليم.', 'signed'],
    ['جاء ذلك بعد أن شهد الوزيران توقيع بروتوكول بين تونس وليبيا.', 'signed'],
    // verbal nouns of what was done
    ['تبدأ الشركة العمل بعد توقيع اتفاقية مع وزارة الطاقة الأردنية العام الماضي.', 'signed'],
    ['وصرح الوزير عقب التوقيع على اتفاقية التعاون بين الأردن والعراق بأن العمل سيبدأ قريبا.', 'signed'],
    // talks that go on
    ['ولا تزال المشاورات جارية مع الجانب الياباني حول اتفاق لمبادلة الديون.', 'discussed'],
    ['كما وقع وزير التعليم والبحث العلمي كمال بداري مذكرة تفاهم مع جامعة المنار.', 'signed'],
    ['ويتساءل الناس عن جدوى المفاوضات التي تجريها الوزارة منذ أسابيع مع البنك الدولي بشأن اتفاقية منحة.', 'discussed'],
    // how far the text has come
    ['وكشف أن مشروع اتفاقية مع جمعية الهلال الأحمر التونسي قيد الصياغة.', 'planned'],
    ['وأضافت أن اتفاق الغاز بين قبرص ولبنان ما زال قيد التفاوض.', 'discussed'],
    ['وبات نص بروتوكول مع اليونيسف جاهزا، ومن المقرر أن يوقع مطلع الشهر.', 'planned'],
    ['وأعدت الوزارة بروتوكولا مع جامعة صفاقس وسيتم التوقيع عليه في تونس.', 'planned'],
    ['وقعت عمان وتونس بالأحرف الأولى على اتفاقية للنقل الجوي.', 'planned'],
    ['وأعلنت عمان والهند اختتام المفاوضات بشأن اتفاقية الشراكة الاقتصادية.', 'planned'],
    // agreed upon, adopted, welcomed
    ['اتفقت تشاد والنيجر على خارطة طريق لعودة اللاجئين.', 'signed'],
    ['اعتمدت تشاد والنيجر إعلانا مشتركا بشأن الحدود.', 'signed'],
    ['وينفذ البرنامج بموجب بروتوكول وقع مع وزارة الصحة التونسية العام الماضي.', 'signed'],
    ['ورحب المجلس باتفاق السلام بين تشاد والنيجر.', 'unknown'],
    ['وستوقع عمان وتشاد مذكرة تفاهم عقب اعتمادها من مجلس الوزراء.', 'planned'],
    ['وقد توقع عمان وتشاد اتفاقية للتجارة في العام المقبل.', 'proposed'],
    // what somebody asks others for
    ['ودعت الأمينة العامة الجهات المانحة إلى إبرام ميثاق جديد لتمويل المستشفيات.', 'proposed'],
    ['بحث الوفد مقترحا قدمته جيبوتي لإعلان هدنة بين جماعة النور وقوات الفجر.', 'proposed'],
    ['تدرس الجمعية مع الجانب الكويتي إطلاق مبادرة لرعاية الأيتام.', 'proposed'],
    ['وأسفرت محادثات الدوحة عن اتفاق لتبادل الأسرى بين تشاد والنيجر.', 'signed'],
    ['وتميز الحفل بتوقيع إعلان نوايا بين الهلال الأحمر التونسي وجامعة صفاقس.', 'signed'],
  ])('%s', async (text, status) => {
    expect((await agreementsOf(text)).map((agreement) => agreement.status)).toEqual([status]);
  });

  it('is not told by what stands in another clause, nor by what is known from before', async () => {
    expect(
      await told(
        'وقعت الجمعية العمانية اتفاقية مع جامعة صفاقس، كما شرعت مع وزارة الصحة التونسية في إعداد بروتوكول حول الإسعاف.',
      ),
    ).toEqual([
      ['signed', null, ['الجمعية العمانية', 'جامعة صفاقس']],
      ['proposed', null, ['وزارة الصحة التونسية']],
    ]);
    for (const text of [
      'ويعد صندوق رعاية الطلبة من أقدم برامج الجمعية.',
      'وأكدوا تمسكهم بمبادرة السلام العربية لعام 2002.',
      'وقعا مذكرة لتنفيذ مشاريع مشتركة في المخيم.',
    ])
      expect((await agreementsOf(text)).map(({ status }) => status)).not.toContain('proposed');
  });

  it('tells no end of what somebody only asks or threatens to end', async () => {
    for (const text of [
      'ودعا النائب إلى وقف العمل باتفاقية الغاز بين مصر وقبرص.',
      'وهدد الرئيس بإنهاء العمل باتفاقية التجارة بين كندا والمكسيك.',
      'ورفض المجلس وقف العمل باتفاقية الدفاع بين تركيا والصومال.',
    ])
      expect((await agreementsOf(text)).map(({ status }) => status)).not.toContain('ended');
  });
});

describe('several Arabic agreements', () => {
  it('keeps what is carried out apart from what it carries out', async () => {
    expect(
      await told(
        'مسقط - 21 يناير 2026 - وقّعت عُمان وقطر، اليوم، البرنامج التنفيذي الخاص باتفاقية النقل البري المبرمة بين البلدين في 3 آذار 2022.',
      ),
    ).toEqual([
      ['signed', '2026-01-21', ['عُمان', 'قطر']],
      ['signed', '2022-03-03', ['عُمان', 'قطر']],
    ]);
    expect(await told('وقعت تونس على ملحق تعديلي لاتفاقية النقل البري مع ليبيا المؤرخة في 7 مايو 1998.')).toEqual([
      ['signed', null, ['تونس', 'ليبيا']],
      ['signed', '1998-05-07', ['تونس', 'ليبيا']],
    ]);
  });

  it('tells each of those that are counted by ordinals, with its own party and signatory', async () => {
    const counted = await agreementsOf(
      'وقعت الجمعية العمانية للإغاثة مذكرتي تفاهم مع المؤسسة اليابانية للسلام، والوكالة الكورية للتنمية.',
      'ووقع المذكرة الأولى أمين عام الجمعية الدكتور سالم الحارثي.',
      'فيما وقع المذكرة الثانية عن الجانب الكوري الدكتور كيم سو يون.',
    );
    expect(counted.map(({ title, parties, signatories }) => [title, parties.length, signatories])).toEqual([
      ['المذكرة الأولى', 3, ['سالم الحارثي']],
      ['المذكرة الثانية', 2, ['كيم سو يون']],
    ]);
    expect(
      await told(
        'وقع صندوق الخليج للتنمية مع وزير المالية في جمهورية تنزانيا المتحدة اتفاقيتي قرض.',
        'وتبلغ قيمة الاتفاقية الأولى 75 مليون دولار، فيما تخصص الاتفاقية الثانية لبناء مستشفى.',
      ),
    ).toEqual([
      ['signed', null, ['صندوق الخليج للتنمية', 'تنزانيا']],
      ['signed', null, ['صندوق الخليج للتنمية', 'تنزانيا']],
    ]);
  });

  it('dates each of those that were counted together, and none by a period', async () => {
    expect(
      await told(
        'دكار، 9 يوليوز 2025 (ومع) – وقع المغرب والسنغال، اليوم الأربعاء، اتفاقيتين لتعزيز الشراكة بين البلدين.',
        'ووقع مكتب التكوين المغربي ووزارة الصناعة السنغالية اتفاقية إطار تمتد على خمس سنوات.',
        'كما وقعت جامعة فاس المغربية وجامعة دكار السنغالية بروتوكولا للأعوام 2025-2027.',
      ),
    ).toMatchObject([
      ['signed', '2025-07-09', ['مكتب التكوين المغربي', 'وزارة الصناعة السنغالية']],
      ['signed', '2025-07-09', ['جامعة فاس المغربية', 'جامعة دكار السنغالية']],
    ]);
  });

  it('lists once what a headline and a document of renewal tell again', async () => {
    expect(
      await told(
        'الهلال الأحمر التونسي ونظيره المغربي يجددان شراكتهما',
        'تونس في 4 نوفمبر 2025 / وات / جدد الهلال الأحمر التونسي والهلال الأحمر المغربي مذكرة التفاهم المبرمة بينهما عام 2021 لثلاث سنوات أخرى.',
        'ووقع وثيقة التجديد اليوم سعادة خلفان العرفاوي الأمين العام للجمعية.',
      ),
    ).toEqual([['signed', '2025-11-04', ['الهلال الأحمر التونسي', 'الهلال الأحمر المغربي']]]);
  });

  it('keeps an earlier agreement apart, and gives another one the parties of the first', async () => {
    expect(
      await told(
        'وقعت الكويت واليونيسف أمس اتفاقية لدعم المدارس.',
        'وأضاف أن اتفاقية سابقة أبرمتها الكويت مع اليونيسف في مايو 2023 انتهى العمل بها.',
        'وأعرب الوزير عن أمله في أن تفضي المشاورات إلى اتفاقية أخرى تخص المياه.',
      ),
    ).toEqual([
      ['signed', null, ['الكويت', 'اليونيسف']],
      ['ended', '2023-05', ['الكويت', 'اليونيسف']],
      ['proposed', null, ['الكويت', 'اليونيسف']],
    ]);
  });

  it('takes no aim of an agreement, no fund that acts and no attaché for another', async () => {
    expect(await told('وقع المغرب والسنغال ثلاث اتفاقيات تروم تعزيز الشراكة بين البلدين.')).toHaveLength(1);
    expect(
      await told('وتأمل المفوضية توقيع اتفاق إطاري يضم الجمعية الكويتية للإغاثة والصندوق الكويتي للتنمية.'),
    ).toEqual([['proposed', null, ['الجمعية الكويتية للإغاثة', 'الصندوق الكويتي للتنمية']]]);
    expect(await told('ووقع الملحق الثقافي القطري في سجل الزوار.')).toEqual([]);
  });
});

describe('parties of Arabic agreements', () => {
  it('are none of the dateline, and mean those named before', async () => {
    expect(
      await told('الدوحة في 03 ديسمبر /قنا/ مدد الهلال الأحمر القطري ونظيره الليبي اتفاقية الإغاثة.'),
    ).toMatchObject([['signed', expect.anything(), ['الهلال الأحمر القطري', 'نظيره الليبي']]]);
    expect(
      await told('وطالبت بانسحاب قوات الدعم السريع تنفيذا لإعلان جدة الموقع بينها وبين الجيش في 11 مايو 2023.'),
    ).toEqual([['signed', '2023-05-11', ['قوات الدعم السريع', 'الجيش']]]);
    expect(await told('وقالت إن وزارتها والهلال الأحمر القطري سيوقعان مذكرة تفاهم.')).toEqual([
      ['planned', null, ['وزارتها', 'الهلال الأحمر القطري']],
    ]);
  });

  it('are those of another clause where a wish or plan hangs on it', async () => {
    expect(await told('يذكر أن المستشفى الكويتي يعتزم أن يوقع مذكرة تفاهم مع جامعة صفاقس.')).toEqual([
      ['planned', null, ['المستشفى الكويتي', 'جامعة صفاقس']],
    ]);
    expect(
      await told(
        'اختتمت في مسقط محادثات بين تشاد والنيجر.',
        'وقال الوسيط إن الطرفين أحرزا تقدما، معربا عن أمله في أن يتوصلا إلى اتفاق قبل الصيف.',
      ),
    ).toEqual([['proposed', null, ['تشاد', 'النيجر']]]);
    expect(await told('ووقع الهلال الأحمر التونسي والجماعة الترابية لمدينة الداخلة اتفاقية شراكة.')).toEqual([
      ['signed', null, ['الهلال الأحمر التونسي', 'الجماعة الترابية لمدينة الداخلة']],
    ]);
  });

  it('are those of their own clause, and no cabinet of a signatory', async () => {
    expect(
      await told(
        'وقعت الحكومة الأسبوع الماضي مع الصندوق العربي للإنماء الاقتصادي اتفاقية تمويل، وستوقع اتفاقية مماثلة مع البنك الإسلامي للتنمية.',
      ),
    ).toEqual([
      ['signed', null, ['الحكومة', 'الصندوق العربي للإنماء الاقتصادي']],
      ['planned', null, ['البنك الإسلامي للتنمية']],
    ]);
    expect(
      await told(
        'وقع بروتوكول التعاون بين وزارتي الصحة والتعليم كل من الدكتور خالد عبدالغفار، نائب رئيس مجلس الوزراء، والدكتورة مايا مرسي.',
      ),
    ).toMatchObject([['signed', null, ['وزارتي الصحة والتعليم']]]);
  });

  it('end where their names end', async () => {
    const text =
      'عقد الهلال الأحمر القطري الحوار الإنساني الأول. وقال البنك الأفريقي للتنمية لتهيئة الطرقات إن منظمة الصحة العالمية لمكافحة الكوليرا وافقت. ' +
      'وشكرت الوكالة الفرنسية للتنمية لتحسين خدماتها. وتعاونت الوكالة الوطنية لإنعاش تشغيل الشباب مع برنامج الرعاية الاجتماعية وتوسيع قاعدة المستفيدين.';
    const corpus = await readCorpus(temporaryFolder({ 'a.txt': text }));
    const names = extractOrganisations(corpus).map(({ name }) => name);
    expect(names).toEqual(
      expect.arrayContaining([
        'الهلال الأحمر القطري',
        'البنك الأفريقي للتنمية',
        'منظمة الصحة العالمية',
        'الوكالة الفرنسية للتنمية',
        'الوكالة الوطنية لإنعاش تشغيل الشباب',
        'برنامج الرعاية الاجتماعية',
      ]),
    );
  });

  it('keep the article that is joined to ل in the office of a person', async () => {
    const corpus = await readCorpus(
      temporaryFolder({ 'a.txt': 'قال الأمين العام للهلال الأحمر القطري علي الحمادي ذلك.' }),
    );
    expect(peopleOf(corpus)[0]?.roles[0]?.organisation).toBe('للهلال الأحمر القطري');
  });
});
