import type { Language } from '../../text/language.js';
import { counted, formatNumber, type CountForms } from './counts.js';
import type { Messages } from './en.js';
import { isolated, quoted } from './insert.js';

const q = (piece: string | number): string => quoted(piece, 'ar');
const i = (piece: string | number): string => isolated(piece, 'ar');
const list = (pieces: readonly string[]): string => pieces.map(i).join('، ');
const n = (value: number): string => formatNumber(value, 'ar');
const count = (value: number, forms: CountForms): string => counted(value, 'ar', forms);

/** Forms as the predicate of a sentence or alone (nominative). */
const DOCUMENTS: CountForms = {
  zero: 'لا وثائق',
  one: 'وثيقة واحدة',
  two: 'وثيقتان',
  few: '# وثائق',
  many: '# وثيقة',
  other: '# وثيقة',
};
const PARAGRAPHS: CountForms = {
  zero: 'لا فقرات',
  one: 'فقرة واحدة',
  two: 'فقرتان',
  few: '# فقرات',
  many: '# فقرة',
  other: '# فقرة',
};

const PEOPLE: CountForms = {
  zero: 'لا أحد',
  one: 'شخص واحد',
  two: 'شخصان',
  few: '# أشخاص',
  many: '# شخصًا',
  other: '# شخص',
};
const ORGANISATIONS: CountForms = {
  zero: 'لا منظمة',
  one: 'منظمة واحدة',
  two: 'منظمتان',
  few: '# منظمات',
  many: '# منظمة',
  other: '# منظمة',
};

/** Every text that Isnad says in Arabic; English stands in `en.ts`. */
export const ar: Messages = {
  error: {
    noCommand: `لم يُذكر أي أمر: اذكر أمرًا، مثل ${i('ask')} أو ${i('help')}.`,
    unknownCommand: (name, nearest, all) =>
      nearest === null
        ? `لا يوجد أمر اسمه ${q(name)}: استعمل أحد الأوامر التالية: ${list(all)}.`
        : `لا يوجد أمر اسمه ${q(name)}: هل تقصد ${q(nearest)}؟`,
    unknownOption: (name, command, nearest, all) =>
      nearest === null
        ? `ليس للأمر ${q(command)} خيار اسمه ${q(name)}: خياراته هي ${list(all)}.`
        : `ليس للأمر ${q(command)} خيار اسمه ${q(name)}: هل تقصد ${q(nearest)}؟`,
    missingOption: (option, example) => `الخيار ${q(option)} ناقص: أضفه، مثلًا ${i(example)}`,
    emptyText: (option) => `الخيار ${q(option)} فارغ: اكتب نصًّا أو احذف الخيار.`,
    longText: (option, length, most) =>
      `عدد أحرف الخيار ${q(option)} هو ${n(length)}: اختصره إلى ${n(most)} على الأكثر.`,
    notText: (option) => `الخيار ${q(option)} يقبل نصًّا: ضعه بين علامتي اقتباس.`,
    wrongInteger: (option, given, least, most) =>
      `الخيار ${q(option)} يقبل عددًا صحيحًا من ${least} إلى ${most}، لا ${q(given)}.`,
    wrongChoice: (option, given, choices, nearest) =>
      `الخيار ${q(option)} يقبل إحدى القيم ${list(choices)}، لا ${q(given)}${nearest === null ? '.' : `: هل تقصد ${q(nearest)}؟`}`,
    wrongDate: (option, given) =>
      `الخيار ${q(option)} يقبل تاريخًا بصيغة ${i('YYYY')} أو ${i('YYYY-MM')} أو ${i('YYYY-MM-DD')}، لا ${q(given)}.`,
    periodReversed: (since, until) =>
      `تاريخ الخيار ${q('since')} (${i(since)}) يلي تاريخ الخيار ${q('until')} (${i(until)}): بدّل بينهما.`,
    defect: 'حدث في إسناد خلل ما كان ينبغي أن يحدث: أعد السؤال بكلمات أخرى من فضلك، وأبلغ عمّا سألت عنه.',
  },

  notFound: {
    words_missing: 'لا ترد هذه الكلمات في أي وثيقة.',
    name_missing: 'لا يرد الاسم أو الشيء المسؤول عنه في أي وثيقة.',
    not_stated: 'لا تذكر الوثائق ذلك.',
    filters: 'لم يبق شيء بعد التصفية: وسّع الخيارات أو احذف بعضها.',
  },

  problem: {
    'folder-missing': () => `المجلد غير موجود أو ليس مجلدًا: راجع ${i('--corpus')} أو ${i('CORPUS_DIR')}`,
    unreadable: (detail) => `رفض النظام فتحه (${i(detail)}): راجع صلاحياته`,
    binary: () => 'ليس نصًّا، فتُرك',
    empty: () => 'لا كلمة فيه، فتُرك',
    'too-large': (detail) => `حجمه أكبر من المسموح (${i(detail)} بايت)، فتُرك: قسّمه`,
    'decoded-as': (detail) => `ليس بترميز ${i('UTF-8')}، وقُرئ على أنه ${i(detail)}`,
    damaged: (detail) => `فيه أحرف تالفة (${i(detail)}) استُبدلت: احفظه من جديد بترميز ${i('UTF-8')}`,
    'manifest-syntax': (detail) =>
      detail === ''
        ? `ليس ${i('JSON')} صحيحًا، فلم يُستعمل: ينتهي قبل أوانه`
        : `ليس ${i('JSON')} صحيحًا، فلم يُستعمل: فيه ${q(detail)} في غير موضعه`,
    'manifest-value': (detail) => `فيه قيمة خاطئة لم تُستعمل، والصواب ${i(detail)}`,
    'manifest-unknown-file': (detail) => `يذكر ملفًّا غير موجود: ${i(detail)}`,
    'list-unknown': (detail) => `ليس هذا اسم قائمة كلمات معروفة، فلم تُستعمل؛ والمعروفة ${i(detail)}`,
    'list-line': (detail) => `في قائمة الكلمات سطر خاطئ لم يُستعمل: ${i(detail)}`,
  },
  problemInLine: (line, problem) => `السطر ${line}: ${problem}`,
  problemAt: (file, line, problem) =>
    line === null ? `الملف ${i(file)}: ${problem}` : `الملف ${i(file)}، السطر ${line}: ${problem}`,

  notice: {
    moreEvidence: (places) =>
      count(places, {
        zero: 'لا مواضع أخرى.',
        one: 'وموضع آخر لا يُعرض هنا.',
        two: 'وموضعان آخران لا يُعرضان هنا.',
        few: 'و# مواضع أخرى لا تُعرض هنا.',
        many: 'و# موضعًا آخر لا تُعرض هنا.',
        other: 'و# موضع آخر لا تُعرض هنا.',
      }),
    foundIn: (language: Language) =>
      `عُثر عليه ${language === 'ar' ? 'بالعربية' : 'بالإنجليزية'}، والكلمات الحاسمة مميزة.`,
    tellBoth: (words) => `مما يذكره كلاهما: ${list(words)}.`,
    undatedLeftOut: (entries) =>
      count(entries, {
        zero: 'لم يُستبعد أي عنصر لخلوّه من التاريخ.',
        one: 'استُبعد عنصر واحد بلا تاريخ بسبب المدة المطلوبة.',
        two: 'استُبعد عنصران بلا تاريخ بسبب المدة المطلوبة.',
        few: 'استُبعدت # عناصر بلا تاريخ بسبب المدة المطلوبة.',
        many: 'استُبعد # عنصرًا بلا تاريخ بسبب المدة المطلوبة.',
        other: 'استُبعد # عنصر بلا تاريخ بسبب المدة المطلوبة.',
      }),
    shownOf: (shown, all) => `المعروض ${n(shown)} من ${n(all)}؛ ويظهر المزيد بالخيار ${q('limit')}.`,
    nearestPassages: 'لا جواب؛ وهذه أقرب المقاطع:',
    severalDocuments: (name) => `أكثر من وثيقة تطابق ${q(name)}: اختر واحدة مما يلي.`,
    unknownDocument: (name) => `لا توجد وثيقة اسمها ${q(name)}: اكتب جزءًا من عنوانها أو من اسم ملفها.`,
    noDocument: (folder) =>
      `لم تُقرأ أي وثيقة في المجلد ${q(folder)}: ضع فيه ملفات ${i('.txt')} أو ${i('.md')}، أو سمِّ مجلدًا آخر بالخيار ${i('--corpus')} أو بالمتغير ${i('CORPUS_DIR')}.`,
    peopleByIntroduction:
      'يُتعرَّف على الأشخاص من طريقة تقديم النص لهم (لقب أو منصب أو فعل قول)؛ وقد يغيب من ذُكر بغير ذلك.',
    severalPeople: (name, all) => `قد يُقصد بـ${q(name)} ${count(all, PEOPLE)}: اختر أحد الأسماء.`,
    severalOrganisations: (name, all) => `قد يُقصد بـ${q(name)} ${count(all, ORGANISATIONS)}: اختر أحد الأسماء.`,
    namedAlongside: (names) => `أسماء أخرى في الجمل نفسها: ${list(names)}.`,
    signed: (titles) => `اتفاقات موقَّعة بهذا الاسم: ${list(titles)}.`,
    officesThere: (names) => `من أصحاب المناصب فيها: ${list(names)}.`,
    partyTo: (titles) => `طرف في: ${list(titles)}.`,
    coverage: (documents, paragraphs) =>
      `نطاق البحث: ${count(documents, DOCUMENTS)}، ${count(paragraphs, PARAGRAPHS)}.`,
    coverageDates: (oldest, newest) => `تواريخها من ${oldest} إلى ${newest}.`,
  },
  whySame: {
    'same-name': 'الاسمان متطابقان سوى الحركات والهمزات.',
    'part-of-name': 'الوثيقة نفسها تذكر الاسم كاملًا، ولا يحمل هذا الجزء منه أحد سواه فيها.',
    'other-script': 'حروف الاسم متوافقة بين الكتابتين العربية واللاتينية في كل أجزائه.',
    'other-romanisation': 'لا تختلف الكتابتان إلا في رسم الأصوات نفسها.',
    nickname: 'الوثيقة نفسها تذكر الاسم الآخر إلى جانب الاسم الكامل.',
    'same-role': 'اسم العائلة متوافق، وكذلك المنصب أو المؤسسة.',
  },
  help: {
    options: 'الخيارات:',
    required: 'لازم',
    choices: (values) => `إحدى القيم ${list(values)}`,
    range: (least, most) => `من ${least} إلى ${most}`,
    date: `${i('YYYY')} أو ${i('YYYY-MM')} أو ${i('YYYY-MM-DD')}`,
    example: 'مثال:',
  },

  label: {
    paragraph: (number) => `الفقرة ${n(number)}`,
    paragraphs: (number) => count(number, PARAGRAPHS),
    unmatched: 'لم يرد في أي وثيقة',
    suggestions: 'جرّب بدلًا من ذلك',
    related: (language: Language) => `ذو صلة، ${language === 'ar' ? 'بالعربية' : 'بالإنجليزية'}`,
    confidence: 'درجة الثقة',
    alsoWritten: 'يُكتب أيضًا',
    same: 'عُدّا واحدًا',
    honorifics: 'الألقاب',
    role: 'المنصب',
    kind: 'النوع',
    file: 'الملف',
    asOf: 'بتاريخ',
    abbreviations: 'المختصرات',
    parties: 'الأطراف',
    signatories: 'الموقّعون',
    status: 'الحالة',
    date: 'التاريخ',
    purpose: 'الغرض',
    place: 'المكان',
    from: 'من',
    to: 'إلى',
    duration: 'على مدى',
    equivalents: 'أي',
    evidence: 'الدليل',
    publisher: 'الناشر',
    languages: 'اللغات',
    problems: 'عند قراءة الملف',
    furniture: 'لا يُقتبس',
    untitled: 'بلا عنوان',
  },
  language: { ar: 'العربية', en: 'الإنجليزية' },
  kind: {
    memorandum: 'مذكرة تفاهم',
    agreement: 'اتفاق',
    framework: 'اتفاقية إطارية',
    treaty: 'معاهدة',
    initiative: 'مبادرة',
    fund: 'صندوق',
    pledge: 'تعهد',
    other: 'غير ذلك',
  },
  status: {
    signed: 'موقَّع',
    planned: 'مزمع، لم يوقَّع بحسب النص',
    proposed: 'مقترح',
    launched: 'أُطلق',
    discussed: 'قيد البحث فقط',
    in_force: 'سارٍ',
    ended: 'منتهٍ',
    unknown: 'غير مذكورة',
  },

  example: {
    // "ما منصب" fits men and women alike, which "من هو" does not.
    office: (name) => `ما منصب ${name}؟`,
    about: (subject) => `ماذا عن ${subject}؟`,
  },

  /** كيف يجاب عن سؤال خطوة خطوة (`--explain`). */
  explain: {
    understood: '1. السؤال: نوعه وجذوع كلماته (الأسماء والأعداد معلَّمة بعلامة !، والكلمات الوظيفية بين قوسين)',
    own: (language: Language) => `2. البحث في الفقرات ${language === 'ar' ? 'العربية' : 'الإنجليزية'} بالكلمات كما هي`,
    translated: (language: Language) =>
      `3. البحث في الفقرات ${language === 'ar' ? 'العربية' : 'الإنجليزية'} بعد ترجمة كل كلمة أو مطابقتها بالنطق`,
    hits: (hits: string) => `   المرشحات: ${hits}؛ أفضلها، والسمة × وزنها:`,
    probabilities: (answerable: string, threshold: string, right: string) =>
      `   احتمال وجود الجواب هنا ${answerable} (الحد ${threshold})، واحتمال صحة الفقرة الأولى ${right}`,
    lacks: (reason: string) => `   رُفض مع ذلك: ${reason}`,
    leads: (language: Language) => `4. تتقدم الفقرات ${language === 'ar' ? 'العربية' : 'الإنجليزية'}`,
    refused: '4. لا جواب في أي منهما',
    answer: (text: string) => `5. أقصر مقطع يجيب: ${text}`,
    onlyAsk: 'الخيار "--explain" خاص بالأمر "ask": احذفه.',
  },
  terminal: {
    greeting: (documents, paragraphs) =>
      `إسناد: ${count(documents, DOCUMENTS)}، ${count(paragraphs, PARAGRAPHS)}. اكتب سؤالًا، أو ${i('/help')} للمساعدة؛ وللخروج ${i('/exit')}.`,
    usage: `الاستعمال: ${i('npm run isnad -- <command> [text] [--option value …] [--json] [--export csv|json] [--corpus DIR]')}`,
    usageOther: `من دون أمر يُفتح سطر للأسئلة. الأمر ${i('batch')} يقرأ طلب ${i('JSON')} في كل سطر، والأمر ${i('deploy [--dry-run]')} يسجّل الأوامر في ديسكورد.`,
    connect: [
      `للوصل بديسكورد: أولًا، أنشئ تطبيقًا في ${i('https://discord.com/developers/applications')} وانسخ رمز البوت؛`,
      `ثانيًا، انسخ الملف ${i('.env.example')} إلى ${i('.env')} واكتب الرمز بعد ${i('DISCORD_TOKEN=')}؛ ثالثًا، ادعُ البوت إلى خادمك؛ رابعًا، شغّل ${i('npm start')} من جديد.`,
    ],
    unknownFlag: (flag, nearest) =>
      `لا يوجد خيار اسمه ${q(flag)}: ${nearest === null ? `انظر ${q('help')}.` : `هل تقصد ${q(nearest)}؟`}`,
    flagWithoutValue: (flag, example) => `الخيار ${q(flag)} يحتاج إلى قيمة، مثلًا ${i(example)}`,
    flagWithValue: (flag) => `الخيار ${q(flag)} لا يقبل قيمة: اكتبه وحده.`,
    optionTwice: (option) => `ورد الخيار ${q(option)} مرتين: اذكره مرة واحدة.`,
    extraText: (text, command) => `الأمر ${q(command)} لا يقبل نصًّا بلا خيار، وقد ورد ${q(text)}: احذفه.`,
    openQuotation: (mark) => `علامة الاقتباس (${mark}) لم تُغلق: أغلقها، أو ضع النص بين علامتين من النوع الآخر.`,
    wrongExport: (given) => `الخيار ${q('--export')} يقبل ${i('csv')} أو ${i('json')}، لا ${q(given)}.`,
    notExportable: (command, lists) => `رد الأمر ${q(command)} ليس قائمة تُصدَّر: استعمل أحد الأوامر ${list(lists)}.`,
    jsonAndExport: `استعمل ${q('--json')} أو ${q('--export')} لا كليهما: الأول يطبع الرد، والثاني قائمته.`,
    batchOption: (flag) => `الأمر ${q('batch')} لا يقبل إلا ${i('--corpus')}، لا ${q(flag)}: اكتب الخيارات في كل طلب.`,
    badLine: (line) =>
      `السطر ${line} ليس كائن ${i('JSON')}: اكتب طلبًا في كل سطر، مثل ${i('{"command":"ask","options":{"question":"…"}}')}.`,
    longLine: (line, most) => `السطر ${line} أطول من ${n(most)} حرف: اختصر الطلب.`,
    badRequest: (line, field, wanted) =>
      `السطر ${line}: يجب أن يكون الحقل ${q(field)} ${wanted}، كما في ${i('{"id":"q1","command":"ask","options":{"question":"…"}}')}.`,
    unreadableSettings: (code) => `تعذّرت قراءة الملف ${i('.env')} (${i(code)}): راجع صلاحياته.`,
    wanted: { object: 'كائنًا', text: 'نصًّا', idText: 'نصًّا أو عددًا' },
  },

  config: {
    heading: (faults) =>
      count(faults, {
        one: 'في الإعدادات خطأ واحد:',
        two: 'في الإعدادات خطآن:',
        few: 'في الإعدادات # أخطاء:',
        many: 'في الإعدادات # خطأ:',
        other: 'في الإعدادات # خطأ:',
      }),
    token: `قيمة ${i('DISCORD_TOKEN')} لا يمكن أن تكون رمز بوت، ففيها مسافات أو أحرف غريبة: انسخ الرمز كاملًا من صفحة ${i('Bot')} في تطبيقك.`,
    guild: (value) => `يجب أن تكون قيمة ${i('DISCORD_GUILD_ID')} رقم خادم (أرقام فقط)، لا ${q(value)}.`,
    api: (value) =>
      `يجب أن تكون قيمة ${i('DISCORD_API')} عنوان ${i('http(s)')} ينتهي بـ ${i('/api')} بلا رقم إصدار، لا ${q(value)}.`,
    folder: (variable) => `يجب أن تكون قيمة ${i(variable)} مسار مجلد.`,
    language: (value) => `يجب أن تكون قيمة ${i('DEFAULT_LANGUAGE')} إما ${i('ar')} أو ${i('en')}، لا ${q(value)}.`,
    port: (value) => `يجب أن تكون قيمة ${i('PORT')} عددًا صحيحًا من 0 إلى 65535، لا ${q(value)}.`,
  },
};
