import { describe, expect, it } from 'vitest';
import { readCorpus } from '../../src/corpus/corpus.js';
import { temporaryFolder } from '../temporary.js';
import { peopleOf } from './people-score.js';

/** Names with their offices, in the order of the text. */
const peopleIn = async (text: string): Promise<(string | readonly string[])[][]> => {
  const people = [...peopleOf(await readCorpus(temporaryFolder({ 'a.txt': text })))];
  return people
    .sort((a, b) => a.mentions[0]!.start - b.mentions[0]!.start)
    .map(({ name, roles }) => [name, roles.map(({ title }) => title)]);
};
const namesIn = async (text: string): Promise<unknown[]> => (await peopleIn(text)).map(([name]) => name);

describe('names of Arabic news that look like other words', () => {
  it.each([
    // no article has a hamza
    ['وقال السيد ألفونس سانتاماريا إن العمل مستمر.', ['ألفونس سانتاماريا']],
    ['التقى ألكسندر فوتشيتش، رئيس صربيا، الوفد.', ['ألكسندر فوتشيتش']],
    // a given name with the article behind a verb of saying, its office behind it
    ['قال المهدي الصقلي، أستاذ الاقتصاد بالجامعة، إن النمو مهم.', ['المهدي الصقلي']],
    ['وأكد الطاهر البكوش، وزير الخارجية، أن الاتفاق مهم.', ['الطاهر البكوش']],
    ['قال الأمين العام، رئيس اللجنة، إن العمل مستمر.', []],
    ['قال الحكيم الجديد، رئيس القرية، إن المطر كثير.', []],
    // a place, an idiom
    ['فالنازحة من ريف معرة النعمان في خيمتها.', []],
    ['داعية المانحين إلى التحرك قبل فوات الأوان.', []],
  ])('%s', async (text, names) => {
    expect(await namesIn(text)).toEqual(names);
  });
});

describe('offices of Arabic news', () => {
  it.each([
    // verbal nouns inside an office are no verbs
    ['بيّن مدير إدارة تشغيل المطارات خالد المطوع أن الحركة عادت.', 'خالد المطوع', 'مدير إدارة تشغيل المطارات'],
    ['قالت وكيلة الوزارة الدكتورة إشراق الصبحي إن الحملة بدأت.', 'إشراق الصبحي', 'وكيلة الوزارة'],
    [
      'وأفاد المدير العام لمكتب التدريب وإنعاش السوق، السيد هشام بنعيسى، بذلك.',
      'هشام بنعيسى',
      'المدير العام لمكتب التدريب وإنعاش السوق',
    ],
    // heads of several words
    ['أعلن القائم بأعمال السفارة الهندية راجيش شارما بدء البرنامج.', 'راجيش شارما', 'القائم بأعمال السفارة الهندية'],
    [
      'وحضر اللقاء نورلان بيشيمباييف القائم بالأعمال في سفارة كازاخستان.',
      'نورلان بيشيمباييف',
      'القائم بالأعمال في سفارة كازاخستان',
    ],
    // an office that goes on after a comma
    [
      'أكدت الوزيرة المنتدبة لدى رئيس الحكومة، المكلفة بالميزانية، السيدة ليلى بنعمرو، أن القانون جاهز.',
      'ليلى بنعمرو',
      'الوزيرة المنتدبة لدى رئيس الحكومة، المكلفة بالميزانية',
    ],
    ['صرح النائب عن دائرة الشمال وسيم الحداد بأن القانون عادل.', 'وسيم الحداد', 'النائب عن دائرة الشمال'],
    [
      'حضر المدير العام للتعاون متعدد الأطراف الطاهر القصري الجلسة.',
      'الطاهر القصري',
      'المدير العام للتعاون متعدد الأطراف',
    ],
    ['حضر الحفل صالح بن ذياب الربيعي والي نزوى.', 'صالح بن ذياب الربيعي', 'والي نزوى'],
    ['استقبل المحافظ خالد بن سالم العبري سفير دولة الكويت لدى السلطنة.', 'خالد بن سالم العبري', 'المحافظ'],
    [
      'وهنأ خادم الحرمين الشريفين الملك سلمان بن عبدالعزيز، أمس، الشعب.',
      'سلمان بن عبدالعزيز',
      'خادم الحرمين الشريفين الملك',
    ],
  ])('%s', async (text, name, role) => {
    expect(await peopleIn(text)).toContainEqual([name, expect.arrayContaining([role])]);
  });

  it('gives one office to both, and a second office to the second', async () => {
    expect(await peopleIn('استقبل النائبين سامي الحلو وهاروت كاساربيان في مكتبه.')).toEqual([
      ['سامي الحلو', ['النائبين']],
      ['هاروت كاساربيان', ['النائبين']],
    ]);
    expect(await peopleIn('وقعه وزيرا الداخلية اللواء كريم الصالحي، والعدل الدكتورة نادية فخرو، في العاصمة.')).toEqual([
      ['كريم الصالحي', ['وزيرا الداخلية']],
      ['نادية فخرو', ['العدل']],
    ]);
  });

  it('makes no office of what goes on, exists or comes from somewhere', async () => {
    expect(await namesIn('البرنامج القائم بالتعاون مع الوزارة يستمر.')).toEqual([]);
    expect(await namesIn('وطالب نواب عراقيون بإعادة النظر في اتفاقية خور عبد الله الموقعة بين البلدين.')).toEqual([]);
    expect(await namesIn('وإلى جواره تكتفي زبونته بهز رأسها. مدير الشركة أنجز المشروع وأعاد الحياة.')).toEqual([]);
  });
});

describe('names of Arabic news', () => {
  it.each([
    // a family name that is an office or a colour
    ['ووصل خالد بن سالم القاضي، نائب المدير، إلى المقر.', 'خالد بن سالم القاضي'],
    ['سلم المهندس جابر عبد الكريم الأحمر مدير المكتب الجائزة.', 'جابر عبد الكريم الأحمر'],
    // given names of the Maghreb, Sudan and the Gulf
    ['قال المستثمر مولاي الطيب بلقاضي علوي.', 'مولاي الطيب بلقاضي علوي'],
    ['وقال السفير معاوية الصادق خالد، إن بلاده ترحب.', 'معاوية الصادق خالد'],
    ['ورأت النائبة ريم بالحاج خليفة أن المشروع ناقص.', 'ريم بالحاج خليفة'],
    ['بحضور راشد ثاني المزروعي مدير الدائرة.', 'راشد ثاني المزروعي'],
    ['قال الدكتور مساعد راشد العتيبي إن العمل مستمر.', 'مساعد راشد العتيبي'],
    ['أكد المتحدث باسم تحالف "نماء"، أبو القاسم ضو البيت، ذلك.', 'أبو القاسم ضو البيت'],
    ['وقعها المهندس هاشل بن عبيد المحرمي، أمس.', 'هاشل بن عبيد المحرمي'],
    ['قال أستاذ التاريخ بجامعة القاهرة حسن نافعة إن الأرقام مضللة.', 'حسن نافعة'],
    // foreign names
    ['استقبل سعادة السيدة كاتلين ماريا موليرت سفيرة إستونيا.', 'كاتلين ماريا موليرت'],
    ['وقعت الوزيرة السيدة فاتو كيني ديوب، على الملحق.', 'فاتو كيني ديوب'],
    ['وأفادت مديرة المكتب ميريام كواديو تراوري.', 'ميريام كواديو تراوري'],
    ['وأفاد ممثل المنظمة الدكتور إدموند كولي أن الوباء ينتشر.', 'إدموند كولي'],
    ['وعن الجانب التركي مراد جان قايا وأوموت شاهين، في العاصمة.', 'مراد جان قايا'],
    ['وعن الجانب التركي مراد جان قايا وأوموت شاهين، في العاصمة.', 'أوموت شاهين'],
  ])('%s', async (text, name) => {
    expect(await namesIn(text)).toContain(name);
  });

  it('ends a name before an office, an object and a preposition', async () => {
    expect(await namesIn('وأوضح الرئيس محمد حسن الأمين العام للحزب أن الأمر محسوم.')).toEqual(['محمد حسن']);
    expect(await namesIn('وسلم الوزير الجائزة لأمين عام الاتحاد.')).toEqual([]);
    expect(await namesIn('حل خالد ثاني الواصلين إلى خط النهاية.')).toEqual([]);
    expect(await namesIn('تأسست مؤسسة كارل ولودفيغ شميدت في برلين. وزار الوفد مستشفى في الشيخ جراح.')).toEqual([]);
  });

  it('keeps a father apart from his son', async () => {
    expect(
      await namesIn('التقى الأمير محمد بن فهد بن عبدالعزيز الوفد، وكان الأمير فهد بن عبدالعزيز قد زار المنطقة.'),
    ).toEqual(['محمد بن فهد بن عبدالعزيز', 'فهد بن عبدالعزيز']);
  });

  it('finds the people of an Arabic sentence inside an English paragraph', async () => {
    const english = 'The society said that work on three clinics would begin in the spring of next year. ';
    expect(await namesIn(`${english}وقال الأمين العام للجمعية سامي البرغوثي إن العلاج متاح. ${english}`)).toEqual([
      'سامي البرغوثي',
    ]);
    expect(await namesIn(`${english}The ministry (وزارة الصحة) welcomed it. ${english}`)).toEqual([]);
  });
});
