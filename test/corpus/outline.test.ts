import { describe, expect, test } from 'vitest';
import { outlineOf } from '../../src/corpus/outline.js';
import { paragraphLanguages } from '../../src/corpus/paragraph-languages.js';
import { splitParagraphs } from '../../src/corpus/paragraphs.js';

function read(lines: readonly string[], file = 'page.txt') {
  const text = lines.join('\n');
  const spans = splitParagraphs(text);
  const outline = outlineOf({ file, text, spans, languages: paragraphLanguages(text, spans, undefined), repeated: new Set() });
  const line = (i: number): string => text.slice(spans[i]?.start, spans[i]?.end);
  return {
    ...outline,
    place: outline.dateline && text.slice(outline.dateline.start, outline.dateline.end),
    published: outline.date?.value.value ?? null,
    source: outline.publisher?.value ?? null,
    of: (kind: string) => outline.kinds.flatMap((found, i) => (found === kind ? [line(i)] : [])),
  };
}

const EN =
  'The two ministers reviewed ways of developing bilateral relations in energy, trade and higher education, and agreed to form a joint committee that will meet twice a year.';
const EN2 =
  'Speaking after the meeting, the minister said that the talks had been frank, and that the committee would report to both governments before the summer.';
const AR =
  'بحث الوزيران سبل تطوير العلاقات الثنائية في مجالات الطاقة والتجارة والتعليم العالي، واتفقا على تشكيل لجنة مشتركة تجتمع مرتين في العام.';
const AR2 = 'وقال الوزير عقب الاجتماع إن المباحثات كانت صريحة، وإن اللجنة سترفع تقريرها إلى الحكومتين قبل الصيف المقبل.';

describe('titles', () => {
  test('a headline above the text, in English and in Arabic', () => {
    expect(read(['Ministers agree on a joint committee', EN, EN2]).title).toBe('Ministers agree on a joint committee');
    expect(read(['الوزيران يتفقان على لجنة مشتركة', AR, AR2]).title).toBe('الوزيران يتفقان على لجنة مشتركة');
  });

  test('the title of each language above the text, the first being the title', () => {
    const page = read(['Politics', 'Ministers agree on a joint committee', 'الوزيران يتفقان على لجنة مشتركة', EN, AR]);
    expect(page.title).toBe('Ministers agree on a joint committee');
    expect(page.of('title')).toEqual(['Ministers agree on a joint committee', 'الوزيران يتفقان على لجنة مشتركة']);
    expect(page.of('furniture')).toEqual(['Politics']);
  });

  test('the title of a second half in the other language', () => {
    const page = read(['Ministers agree on a joint committee', EN, EN2, 'الوزيران يتفقان على لجنة مشتركة', AR, AR2]);
    expect(page.of('title')).toEqual(['Ministers agree on a joint committee', 'الوزيران يتفقان على لجنة مشتركة']);
  });

  test.each([
    ['a sentence', [EN, EN2]],
    ['a short sentence', ['The committee met on Monday.', EN, EN2]],
    ['two sentences', ['The committee met on Monday. It agreed on nothing', EN, EN2]],
    ['a dateline paragraph', [`Doha: ${EN}`, EN2]],
    ['a date line', ['18 November 2022', EN, EN2]],
    ['a feed header', ['date 2024-03-01 MENAFN - Gulf Times) QNA', EN, EN2]],
    ['a category', ['Politics', EN, EN2]],
    ['an Arabic sentence', [AR, AR2]],
    ['an Arabic category', ['أخبار محلية', AR, AR2]],
    ['a button', ['+ الخط -', AR, AR2]],
    ['one paragraph alone', ['a note without a stop']],
  ])('%s is no title', (_what, lines) => {
    const page = read(lines);
    expect(page.title).toBeNull();
    expect(page.of('title')).toEqual([]);
  });

  test('a question and a quotation may be titles', () => {
    expect(read(['هل تنجح اللجنة المشتركة في مهمتها؟', AR, AR2]).title).toBe('هل تنجح اللجنة المشتركة في مهمتها؟');
    expect(read(['«الصليب الأحمر»: نواصل العمل في غزة', AR]).title).toBe('«الصليب الأحمر»: نواصل العمل في غزة');
    expect(read(['UN chief: “We cannot stop now”', EN]).title).toBe('UN chief: “We cannot stop now”');
  });

  test('a title of one word, where there is no other and it is no section', () => {
    expect(read(['Solidarity', EN, EN2]).title).toBe('Solidarity');
    expect(read(['Solidarity', 'Ministers agree on a joint committee', EN]).title).toBe(
      'Ministers agree on a joint committee',
    );
  });

  test('a headline with a stop above a line of place and day, which dates the document', () => {
    const page = read(['Envoys of two republics agree on border posts.', 'TALLINN 1997-03-14', EN, EN2]);
    expect(page.title).toBe('Envoys of two republics agree on border posts.');
    expect([page.place, page.published]).toEqual(['TALLINN', '1997-03-14']);
    const town = read(['Rebels and army exchange prisoners.', 'VELIKOVO, Russia 1996-02-03', EN]);
    expect([town.place, town.published]).toEqual(['VELIKOVO', '1996-02-03']);
    expect(read(['The ministers met in Doha.', 'They agreed on 3 May 2023 to meet again', EN]).title).toBeNull();
  });

  test('a dateline tells which number of the date line above is the day', () => {
    const page = read(['Society signs with hospital', '05/03/2024', `AMMAN, March 5 (QNA) -- ${EN}`]);
    expect(page.published).toBe('2024-03-05');
    expect(read(['Society signs with hospital', '05/04/2024', `AMMAN, March 5 (QNA) -- ${EN}`]).published).toBe('--03-05');
  });

  test('a labelled title, and the page title above the title of the text', () => {
    expect(read(['Title: Ministers agree', 'Date: 2024-03-01', 'Source: Gulf Times', EN]).title).toBe('Ministers agree');
    const page = read(['Ministers agree on a joint committee | Gulf Times', 'Ministers agree on a joint committee', EN]);
    expect(page.title).toBe('Ministers agree on a joint committee');
    expect(page.of('furniture')).toEqual(['Ministers agree on a joint committee | Gulf Times']);
  });

  test('a kicker stands above the title; an attribution to a capital is part of it', () => {
    const page = read(['خلال اتصال هاتفي..', 'الوزيران يبحثان تشكيل لجنة مشتركة', AR]);
    expect([page.title, page.of('heading')]).toEqual(['الوزيران يبحثان تشكيل لجنة مشتركة', ['خلال اتصال هاتفي..']]);
    for (const title of ['تقرير: ثلث سكان العالم بلا مياه', 'فيديو: الوزيران يفتتحان المعرض', 'Video: ministers open the fair'])
      expect(read([title, AR]).title).toBe(title);
    expect(read(['واشنطن: لا نؤيد تشكيل لجنة مشتركة', AR]).title).toBe('واشنطن: لا نؤيد تشكيل لجنة مشتركة');
  });

  test('a text without any stop has its title above its first long line', () => {
    const long = EN.slice(0, -1);
    const page = read(['Ministers agree on a joint committee', '12.09.2025', long, EN2.slice(0, -1)]);
    expect([page.title, page.published]).toEqual(['Ministers agree on a joint committee', '2025-09-12']);
    expect(page.of('body')).toEqual([long, EN2.slice(0, -1)]);
  });

  test('a line below the title that is no furniture is a heading', () => {
    const page = read(['Ministers agree on a joint committee', 'Talks to continue in Muscat next spring', EN]);
    expect(page.of('heading')).toEqual(['Talks to continue in Muscat next spring']);
  });
});

describe('sub-headings', () => {
  test('short lines without a stop between paragraphs', () => {
    const page = read(['الوزيران يتفقان على لجنة مشتركة', AR, 'آفاق التعاون', AR2, 'التمويل', AR, 'ماذا بعد؟', AR2]);
    expect(page.of('heading')).toEqual(['آفاق التعاون', 'التمويل', 'ماذا بعد؟']);
    const english = read(['Ministers agree on a joint committee', EN, 'Background', EN2, 'What comes next', EN]);
    expect(english.of('heading')).toEqual(['Background', 'What comes next']);
  });

  test('a short sentence and a list are text', () => {
    const page = read(['Ministers agree on a joint committee', EN, 'He declined to comment.', 'The members are:', 'Qatar', 'Oman', EN2]);
    expect(page.of('body')).toContain('He declined to comment.');
    expect(page.of('body')).toEqual(expect.arrayContaining(['The members are:', 'Qatar', 'Oman']));
    expect(page.of('furniture')).toEqual([]);
  });

  test('bullets are text', () => {
    expect(read(['Ministers agree on a committee', EN, '- a joint fund', '• a yearly meeting', EN2]).of('body')).toEqual([
      EN,
      '- a joint fund',
      '• a yearly meeting',
      EN2,
    ]);
  });
});

describe('furniture', () => {
  test.each([
    '🏛️ Government',
    'Share this article',
    'شارك',
    '+ الخط -',
    'A+ A-',
    '* * *',
    '—',
    '12',
    'Read also: Emir receives a message from the Sultan',
    'اقرأ أيضاً: أمير البلاد يتلقى رسالة من السلطان',
    'https://www.example.org/news/1234',
    'تابعونا على تويتر @example',
    'contact@example.org',
    'هاتف: 44123456 974+',
    'Tel: +974 4412 3456',
    '© 2023 Gulf Times. All rights reserved.',
    'جميع الحقوق محفوظة 2023',
    '#قطر #عمان #تعاون',
    'كتب: سالم المري',
    'By Salem Al Marri',
    'Photo: Getty Images',
    'Published: 3 March 2024 10:45 GMT',
    'آخر تحديث: 3 مارس 2024، الساعة 10:45 بتوقيت غرينتش',
    '3 دقائق قراءة',
    '2 hours ago',
    'منذ 3 ساعات',
    'فيسبوك تويتر واتساب',
    'A view of the port of Muscat. Photograph: Salem Al Marri/AFP',
    'Home > News > Politics',
    '(Reporting by Salem Al Marri; Editing by Jane Roe)',
    '/قنا/',
    '(QNA)',
  ])('%s', (line) => {
    const title = 'الوزيران يتفقان على لجنة مشتركة في مسقط';
    expect(read([title, AR, AR2, line]).of('furniture')).toEqual([line]);
    expect(read([title, line, AR, AR2]).of('furniture')).toEqual([line]);
  });

  test('a repeated title, wherever it comes back', () => {
    const title = 'Ministers agree on a joint committee';
    expect(read([title, '', title, EN, EN2, title]).kinds).toEqual(['title', 'furniture', 'body', 'body', 'furniture']);
  });

  test('a caption below the title or the date line; an abbreviation in brackets is none', () => {
    const caption = 'الوزيران خلال جلسة المباحثات في مسقط (صحيفة المدينة)';
    const page = read(['الوزيران يتفقان على لجنة مشتركة', '18 نوفمبر 2022', caption, AR]);
    expect(page.of('furniture')).toEqual(['18 نوفمبر 2022', caption]);
    expect(page.source).toBe('صحيفة المدينة');
    const abbreviation = 'A statement by the Gulf Cooperation Council (GCC)';
    expect(read(['Ministers agree on a committee', abbreviation, EN]).of('heading')).toEqual([abbreviation]);
  });

  test('labels of related links between paragraphs, which as words of a sentence are text', () => {
    const page = read(['الوزيران يتفقان على لجنة مشتركة', AR, 'حوارات', 'التغطية الحية', AR2, 'موقف الوزيرين ثابت.']);
    expect(page.of('furniture')).toEqual(['حوارات', 'التغطية الحية']);
    expect(page.of('body')).toContain('موقف الوزيرين ثابت.');
  });

  test('links announced by "read also", and the tags below the text', () => {
    const links = ['أمير البلاد يتلقى رسالة من السلطان', 'افتتاح معرض الكتاب في مسقط'];
    const page = read(['الوزيران يتفقان على لجنة', AR, 'اقرأ أيضا', ...links, AR2, 'الوسوم:', 'قطر', 'عمان']);
    expect(page.of('furniture')).toEqual(['اقرأ أيضا', ...links, 'الوسوم:', 'قطر', 'عمان']);
  });

  test('rows of a table are text', () => {
    const rows = ['| Year | Amount |', '| 2022 | 10 |'];
    expect(read(['Ministers agree on a committee', EN, ...rows, EN2]).of('body')).toEqual([EN, ...rows, EN2]);
  });

  test('a short line that comes back three times', () => {
    const page = read(['Ministers agree on a committee', EN, 'Watch now here', EN2, 'Watch now here', EN, 'Watch now here', EN2]);
    expect(page.of('furniture')).toEqual(['Watch now here', 'Watch now here', 'Watch now here']);
  });
});

describe('dateline, publisher, date', () => {
  test.each([
    [`Doha: ${EN}`, 'Doha', null, null],
    [`ASHGABAT, Sept 6 (QNA) – ${EN}`, 'ASHGABAT', 'QNA', '--09-06'],
    [`New York, 12 May 2022 – ${EN}`, 'New York', null, '2022-05-12'],
    [`AUSTIN, Texas (AP) — ${EN}`, 'AUSTIN', 'AP', null],
    [`*Geneva, 3 June 2022* — ${EN}`, 'Geneva', null, '2022-06-03'],
    [`Doha, Qatar — ${EN}`, 'Doha', null, null],
    [`WASHINGTON (Reuters) - ${EN}`, 'WASHINGTON', 'Reuters', null],
    [`الدوحة: ${AR}`, 'الدوحة', null, null],
    [`الدوحة - قنا - ${AR}`, 'الدوحة', 'قنا', null],
    [`واشنطن (رويترز) - ${AR}`, 'واشنطن', 'رويترز', null],
    [`الدوحة في 12 مايو /قنا/ ${AR}`, 'الدوحة', 'قنا', '--05-12'],
    [`عمان - 3 أيار 2023 (بترا) - ${AR}`, 'عمان', 'بترا', '2023-05-03'],
  ])('%s', (paragraph, place, source, published) => {
    const page = read(['عنوان من ثلاث كلمات', paragraph, AR2]);
    expect([page.place, page.source, page.published]).toEqual([place, source, published]);
  });

  test.each([EN, AR, `Note: ${EN}`, `He said: ${EN}`, `وقال: ${AR}`, `Smith - who chairs it - spoke. ${EN}`])(
    'no dateline: %s',
    (paragraph) => {
      expect(read(['عنوان من ثلاث كلمات', paragraph]).place).toBeNull();
    },
  );

  test.each([
    ['الدوحة – الشرق', 'الدوحة', 'الشرق'],
    ['الدوحة - الراية:', 'الدوحة', 'الراية'],
    ['Doha', 'Doha', null],
    ['DOHA, Qatar (QNA)', 'DOHA', 'QNA'],
  ])('a line that is only a dateline: %s', (line, place, source) => {
    const page = read(['الوزيران يتفقان على لجنة', line, AR]);
    expect([page.place, page.source, page.of('furniture')]).toEqual([place, source, [line]]);
  });

  test('the owner of the rights before the agency that signs off; a picture tells no publisher', () => {
    const page = read(['Ministers agree on a committee', EN, EN2, 'QNA', 'Copyright © 2023 Example Tribune. All rights reserved.']);
    expect(page.source).toBe('Example Tribune');
    expect(read(['Ministers agree on a committee', EN, EN2, 'QNA']).source).toBe('QNA');
    expect(read(['Ministers agree on a committee', 'The port. Photo: Salem/AFP', EN]).source).toBeNull();
  });

  test('a dateline on a line of its own', () => {
    const page = read(['الوزيران يتفقان على لجنة', 'جنيف – المكتب الصحفي - 3 أبريل', AR]);
    expect([page.place, page.source, page.published]).toEqual(['جنيف', null, '--04-03']);
    expect(page.of('furniture')).toEqual(['جنيف – المكتب الصحفي - 3 أبريل']);
  });

  test.each([
    ['date 2024-03-01 MENAFN - Gulf Times) QNA', 'Gulf Times', '2024-03-01'],
    ['(MENAFN - Jordan Times) Mar 1 2024', 'Jordan Times', '2024-03-01'],
    ['المصدر: صحيفة المدينة', 'صحيفة المدينة', null],
    ['Source: The Example Post', 'The Example Post', null],
    ['© 2024 The Example Post', 'The Example Post', null],
    ['الدوحة، 1 مارس 2024', null, '2024-03-01'],
    ['نشر في: 01/03/2024', null, '2024-03-01'],
    ['Friday, March 1, 2024 | 10:20 AM', null, '2024-03-01'],
    ['الجمعة 1 مارس 2024 - 20 شعبان 1445', null, '2024-03-01'],
    ['صورة: غيتي', null, null],
  ])('%s', (line, source, published) => {
    const page = read(['الوزيران يتفقان على لجنة', line, AR, AR2]);
    expect([page.source, page.published]).toEqual([source, published]);
    expect(page.of('furniture')).toEqual([line]);
  });

  test('no date of the running text, and none of a headline, is the publication date', () => {
    expect(read(['Talks to open on 3 April 2024', `${EN} They met on 1 March 2024.`]).date).toBeNull();
    expect(read(['الوزيران يتفقان في 1 مارس 2024', AR]).date).toBeNull();
  });

  test('the day of publication before that of the last change, a date with a year before one without', () => {
    expect(read(['Ministers agree on a committee', 'Updated: 4 March 2024', 'Published: 1 March 2024', EN]).published).toBe('2024-03-01');
    expect(read(['Ministers agree on a committee', '2024-03-01', `DOHA, March 1 (QNA) - ${EN}`]).published).toBe('2024-03-01');
  });

  test('a day that does not exist is no date', () => {
    expect(read(['Ministers agree on a committee', 'Published: 31 February 2024', EN]).date).toBeNull();
  });
});

describe('Markdown', () => {
  const page = read(
    ['---', 'title: "From the front matter"', 'date: 2024-03-01', '---', '', '# Ministers **agree**', '', EN, '', '## Background', '', EN2, '', '---', '', '```', 'code', '```', '', '> A quotation that is text.', '', '[1]: https://example.org'],
    'page.md',
  );

  test('headings are headings, their signs stay in the text and not in the title', () => {
    expect(page.title).toBe('Ministers **agree**');
    expect(page.of('title')).toEqual(['# Ministers **agree**']);
    expect(page.of('heading')).toEqual(['## Background']);
  });

  test('front matter, rules, fences and link definitions are furniture; the date is read from the first', () => {
    expect(page.of('furniture')).toEqual(['---', 'title: "From the front matter"', 'date: 2024-03-01', '---', '---', '```', '```', '[1]: https://example.org']);
    expect(page.published).toBe('2024-03-01');
    expect(page.of('body')).toContain('> A quotation that is text.');
  });

  test('without a heading the front matter tells the title; underlined headings count', () => {
    expect(read(['---', "title: 'Solidarity'", '---', EN, EN2], 'a.md').title).toBe('Solidarity');
    expect(read(['Solidarity', '==========', '', EN, '', 'Background', '----------', '', EN2], 'a.md').of('heading')).toEqual(['Background']);
  });

  test('in a text file the signs mean nothing', () => {
    expect(read(['Ministers agree on a committee', EN, '# one', EN2]).of('furniture')).toEqual([]);
  });
});
