import { describe, expect, it } from 'vitest';
import { readCorpus } from '../../src/corpus/corpus.js';
import { extractAgreements } from '../../src/knowledge/agreements.js';
import { temporaryFolder } from '../temporary.js';
import { peopleOf } from './people-score.js';

const told = async (...paragraphs: readonly string[]): Promise<unknown[]> => {
  const corpus = await readCorpus(temporaryFolder({ 'a.txt': paragraphs.join('\n\n') }));
  return extractAgreements(corpus, peopleOf(corpus)).map(({ status, date, parties }) => [
    status,
    date?.value ?? null,
    parties,
  ]);
};

const LEAD =
  'تونس في 7 مايو 2024 - استقبل وزير الصحة التونسي سامي المرزوقي، اليوم الثلاثاء، وفدا من جمعية الهلال الأحمر الجيبوتي.';

describe('an Arabic agreement of the occasion that is told', () => {
  it.each([
    'وعلى هامش اللقاء، جرى توقيع بروتوكول تعاون بين جمعية الهلال الأحمر الجيبوتي وجامعة صفاقس.',
    'وتوجت الزيارة بالتوقيع على مذكرة تفاهم بين جمعية الهلال الأحمر الجيبوتي وجامعة صفاقس.',
    'ووقعت جمعية الهلال الأحمر الجيبوتي وجامعة صفاقس في ختام أعمال الورشة مذكرة تفاهم.',
  ])('has its day: %s', async (text) => {
    expect(await told(LEAD, text)).toEqual([['signed', '2024-05-07', ['جمعية الهلال الأحمر الجيبوتي', 'جامعة صفاقس']]]);
  });

  it('has no day where it was signed at another time, or is only to come', async () => {
    for (const text of [
      'ووقعت جمعية الهلال الأحمر الجيبوتي وجامعة صفاقس مذكرة تفاهم خلال الزيارة السابقة.',
      'ومن المقرر أن توقع جمعية الهلال الأحمر الجيبوتي وجامعة صفاقس مذكرة تفاهم خلال المؤتمر.',
    ])
      expect((await told(LEAD, text)).map((each) => (each as unknown[])[1])).toEqual([null]);
  });
});

describe('an Arabic agreement beside another', () => {
  it('is of the hand, the party and the day of the first', async () => {
    expect(
      await told(
        'عمان 4 آذار (بترا)- وقعت وزيرة التخطيط في الأردن هبة النسور، والبنك الدولي، اليوم الاثنين، اتفاقية تمويل.',
        'كما وقعت النسور مع سفير الاتحاد الأوروبي اتفاقية منحة للمدارس.',
      ),
    ).toMatchObject([
      ['signed', '--03-04', [expect.anything(), 'البنك الدولي']],
      ['signed', '--03-04', [expect.anything(), 'الاتحاد الأوروبي']],
    ]);
  });
});

describe('an Arabic word that is none', () => {
  it.each([
    'وأكد الوزير تفعيل بروتوكولات العلاج الجديدة في مستشفيات الهلال الأحمر الجيبوتي.',
    'وشهد العقد الماضي توقيع تشاد على التزامات كثيرة.',
    'وعقد الوزيران اجتماعا بعد أن وقعت الزلازل.',
  ])('%s', async (text) => {
    expect(await told(text)).toEqual([]);
  });

  it('may be a contract that is signed', async () => {
    expect(await told('وتم توقيع عقد إنشاء المحطة بين وزارة الطاقة التشادية وشركة النيل للكهرباء.')).toEqual([
      ['signed', null, ['وزارة الطاقة التشادية', 'شركة النيل للكهرباء']],
    ]);
    expect(
      await told('وتبني السد شركة النيل للكهرباء بموجب عقد أبرم في مايو 2018 مع وزارة الطاقة التشادية.'),
    ).toMatchObject([['signed', '2018-05', expect.arrayContaining(['وزارة الطاقة التشادية'])]]);
  });
});

describe('an Arabic agreement that was initialled', () => {
  it('is not signed by those who put their initials to it', async () => {
    expect(
      await told(
        'وقعت تشاد وقطر بالأحرف الأولى على اتفاقية للنقل الجوي.',
        'ووقع الاتفاقية وزير النقل التشادي آدم موسى ووزير المواصلات القطري جاسم السليطي.',
      ),
    ).toMatchObject([['planned', null, ['تشاد', 'قطر']]]);
  });
});

describe('an Arabic agreement of before', () => {
  it('is none with the news', async () => {
    expect(
      await told(
        'وقعت قطر وتشاد في 3 مارس 2025 اتفاقية للنقل الجوي.',
        'وكان البلدان قد أبرما في عام 2019 اتفاقية لتشجيع الاستثمار، وهي الاتفاقية التي دخلت حيز التنفيذ في العام التالي.',
      ),
    ).toEqual([
      ['signed', '2025-03-03', ['قطر', 'تشاد']],
      ['signed', '2019', ['قطر', 'تشاد']],
    ]);
  });

  it('has the day of its signing, though its end is told', async () => {
    expect(
      await told('وكان الهلال الأحمر الموريتاني قد أبرم، سنة 2015، اتفاقية مع جامعة صفاقس، انتهت مدتها سنة 2020.'),
    ).toEqual([['ended', '2015', ['الهلال الأحمر الموريتاني', 'جامعة صفاقس']]]);
    expect(
      await told('وكان اتفاق سابق لوقف إطلاق النار، أبرم في مارس 2023 وعرف باسم اتفاق النهر، قد انهار في مايو 2023.'),
    ).toEqual([['ended', '2023-03', []]]);
  });

  it('does not end with an earlier text of it', async () => {
    expect(
      await told(
        'جددت جمعية الهلال الأحمر الجيبوتي في 4 مايو 2024 اتفاقية التعاون مع جامعة صفاقس.',
        'وذكر المدير أن النسخة الأولى من الاتفاقية انتهى العمل بها في يونيو الماضي.',
      ),
    ).toEqual([['signed', '2024-05-04', ['جمعية الهلال الأحمر الجيبوتي', 'جامعة صفاقس']]]);
  });
});

describe('the parties of an Arabic agreement', () => {
  it.each([
    // who takes part in it
    [
      'وأعلنت المديرة إطلاق صندوق مشترك للمنح، تسهم فيه جمعية الهلال الأحمر الجيبوتي وجامعة صفاقس.',
      ['جمعية الهلال الأحمر الجيبوتي', 'جامعة صفاقس'],
    ],
    // for whom it was signed
    [
      'وشهد الحاضرون التوقيع على مذكرة تفاهم، وقعها عن الجانب التشادي السفير آدم موسى، وعن الجانب الصيني السفير لي وانغ.',
      ['الجانب التشادي', 'الجانب الصيني'],
    ],
    // between what it is about
    [
      'مددت جمعية الهلال الأحمر الجيبوتي واللجنة الدولية للصليب الأحمر اتفاق نقل الجرحى بين خطوط المواجهة.',
      ['جمعية الهلال الأحمر الجيبوتي', 'اللجنة الدولية للصليب الأحمر'],
    ],
    // with each of several
    [
      'وقعت جمعية الهلال الأحمر الجيبوتي مذكرتي تفاهم مع كل من جامعة صفاقس ووزارة الصحة التونسية.',
      ['جمعية الهلال الأحمر الجيبوتي', 'جامعة صفاقس', 'وزارة الصحة التونسية'],
    ],
    // the body, and not the office of who signs
    [
      'وقع رئيس جمعية الهلال الأحمر الجيبوتي ومدير مكتب الوكالة اليابانية للتعاون الدولي اتفاقية لبناء مركز.',
      ['جمعية الهلال الأحمر الجيبوتي', 'مكتب الوكالة اليابانية للتعاون الدولي'],
    ],
    // a name with فان, which begins no clause; and of a body, not of a part of it
    [
      'وقعت جامعة صفاقس، والمدير الإقليمي لدائرة المغرب العربي في البنك الدولي كارل فان دام، اتفاقية منحة.',
      ['جامعة صفاقس', 'البنك الدولي'],
    ],
    // several bodies, one of them called in short
    [
      'وجاء ذلك تنفيذا للاتفاق الاجتماعي الذي وقعته الحكومة ونقابات التعليم التونسية واتحاد الصناعة التونسي في مارس.',
      ['الحكومة', 'نقابات التعليم التونسية', 'اتحاد الصناعة التونسي'],
    ],
    // the city of which a body is
    ['وقع الهلال الأحمر الجيبوتي ومجلس جهة مراكش اتفاقية لشراء سيارات.', ['الهلال الأحمر الجيبوتي', 'مجلس جهة مراكش']],
    // an office in a state, behind a comma
    [
      'وقع الصندوق العربي للتنمية، في تونس، مع وزير المالية في جمهورية تشاد، اتفاقية قرض.',
      ['الصندوق العربي للتنمية', 'تشاد'],
    ],
    // its adjective, and not the year
    [
      'وقعت جامعة صفاقس اتفاقية مع الاتحاد العام للمهندسين العراقيين.',
      ['جامعة صفاقس', 'الاتحاد العام للمهندسين العراقيين'],
    ],
    // what the sentence goes on to say is no part of a name
    [
      'وتجري جامعة صفاقس مباحثات مع الهلال الأحمر الجيبوتي للدخول في شراكة جديدة.',
      ['جامعة صفاقس', 'الهلال الأحمر الجيبوتي'],
    ],
  ])('%s', async (text, parties) => {
    expect((await told(text)).map((each) => (each as unknown[])[2])).toEqual([parties]);
  });
});

describe('words of what is sought, praised and come out with in Arabic', () => {
  it.each([
    ['وأوضحت أن الجانبين التشادي والصيني يعكفان على إعداد مذكرة تفاهم حول المياه.', 'proposed'],
    ['وأضاف أنهما يأملان في توقيع اتفاقية بين جامعة صفاقس وجامعة المنار.', 'proposed'],
    ['ويطمح الهلال الأحمر الجيبوتي إلى إبرام شراكة مع جامعة صفاقس.', 'proposed'],
    ['ودعت المديرة إلى إحداث صندوق للتضامن بين جامعة صفاقس وجامعة المنار.', 'proposed'],
    ['وخرج اجتماع تشاد والنيجر باتفاق على فتح المعابر.', 'signed'],
    ['وتعول الأمم المتحدة على اللقاء للخروج باتفاق بين تشاد والنيجر.', 'proposed'],
    ['وثمنت الأمينة العامة مصادقة تشاد على معاهدة حظر الألغام.', 'signed'],
  ])('%s', async (text, status) => {
    expect((await told(text)).map((each) => (each as unknown[])[0])).toEqual([status]);
  });
});

describe('an Arabic agreement that is not made yet', () => {
  it.each([
    ['وتطرق اللقاء إلى مشروع اتفاقية مع الهلال الأحمر الجيبوتي لدعم العيادات.', 'discussed'],
    ['ودعا الوسيط الطرفين إلى توقيع اتفاق يسمح بخروج الجرحى.', 'proposed'],
    ['وأكد وزيرا خارجية عمان واليابان أهمية استكمال المفاوضات الخاصة باتفاقية حماية الاستثمار.', 'discussed'],
  ])('is told with its state: %s', async (text, status) => {
    expect((await told(text)).map((each) => (each as unknown[])[0])).toEqual([status]);
  });

  it.each(['وشدد على احترام اتفاقيات جنيف التي وقعتها الدول.', 'ووصف ذلك بأنه انتهاك لاتفاقيات جنيف.'])(
    'is not what a text cites as law: %s',
    async (text) => {
      expect(await told(text)).toEqual([]);
    },
  );
});

describe('who says that he signs', () => {
  it('is a party', async () => {
    const text = 'وأعلن الهلال الأحمر العماني أنه سيوقع قريبا اتفاقية مع منظمة الصحة العالمية.';
    expect((await told(text)).map((each) => (each as unknown[])[2])).toEqual([
      ['الهلال الأحمر العماني', 'منظمة الصحة العالمية'],
    ]);
  });

  it('is none where he tells of others', async () => {
    const text = 'وأوضحت منظمة الصحة العالمية أنه تم توقيع اتفاقية بين الهلال الأحمر العماني وجامعة صفاقس.';
    expect((await told(text)).map((each) => (each as unknown[])[2])).toEqual([
      ['الهلال الأحمر العماني', 'جامعة صفاقس'],
    ]);
  });
});
