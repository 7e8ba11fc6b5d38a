import { counted } from './counts.js';
import type { DiscordMessages } from './discord-en.js';

const seconds = (n: number): string =>
  counted(n, 'ar', {
    zero: 'لحظة',
    one: 'ثانية واحدة',
    two: 'ثانيتين',
    few: '# ثوانٍ',
    many: '# ثانية',
    other: '# ثانية',
  });

/** What Isnad says on Discord only, in Arabic; English stands in `discord-en.ts`. */
export const discordAr: DiscordMessages = {
  button: {
    context: 'السياق',
    moreEvidence: (left) => `مزيد من الأدلة (${left})`,
    openDocument: 'فتح الوثيقة',
    earlier: 'الفقرات السابقة',
    later: 'الفقرات اللاحقة',
    previous: 'السابق',
    next: 'التالي',
    share: 'مشاركة',
    csv: 'CSV',
    json: 'JSON',
  },
  select: {
    who: 'من هو …',
    instead: 'جرّب بدلًا من ذلك …',
    profile: 'افتح ملفًّا شخصيًّا …',
  },
  page: (page, pages) => `الصفحة ${page} من ${pages}`,
  alsoIn: 'وورد أيضًا في',
  paragraphsAt: (numbers) =>
    numbers.length === 2
      ? `الفقرتين ${numbers.join(' و')}`
      : `${numbers.length === 1 ? 'الفقرة' : 'الفقرات'} ${numbers.join('، ')}`,
  continued: (paragraph) => `${paragraph}، تتمة`,
  confidence: (percent) => `درجة الثقة ${percent}`,
  sharedBy: (mention) => `شاركها ${mention}`,
  exported: (file) => `القائمة كاملة في ملف: ${file}`,

  changed: 'تغيّرت الوثائق منذ كُتب هذا الرد: ما يلي مأخوذ من الوثائق كما هي الآن.',
  documentGone: 'لم تعد هذه الوثيقة بين الوثائق: راجع الأمر /sources.',
  oldButton: 'هذا الزر من إصدار آخر من إسناد ولم يعد مقروءًا: اسأل من جديد من فضلك.',
  forgotten: 'كان السؤال أطول من أن يُحفظ مع جوابه، وقد أعيد تشغيل إسناد منذ ذلك الحين: اسأل من جديد من فضلك.',
  cannotShare: 'ليس في هذه الرسالة ما يمكن مشاركته: اسأل من جديد من فضلك.',
  emptyTarget: 'لا نص في هذه الرسالة للبحث عنه: اختر رسالة فيها كلمات.',
  targetCut: (characters) => `لم يُبحث إلا عن أول ${characters} حرف من الرسالة.`,
  cooldown: (wait) => `طلبات كثيرة في وقت قصير: أعد المحاولة بعد ${seconds(wait)} من فضلك.`,
  mentionMe: 'لا يُظهر لي ديسكورد ردًّا إلا إذا ذُكرتُ فيه: أرسله من جديد مع تفعيل الإشارة إليّ من فضلك.',
  howToAsk: 'اسألني بالأمر `/ask`، أو اكتب سؤالك بعد الإشارة إليّ. ويعرض الأمر `/help` كل ما عدا ذلك.',
  failed: 'حدث خلل في إسناد وقد دُوّن في سجله: أعد المحاولة من فضلك.',
  notSent: 'رفض ديسكورد الجواب كما كُتب: أعد السؤال بكلمات أخرى من فضلك، وأبلغ عمّا سألت عنه.',

  deploy: {
    same: (count, where) => `لا شيء يلزم عمله: الأوامر المسجلة ${where} هي نفسها (${count}).`,
    everywhere: 'في كل مكان',
    onServer: (guild) => `في الخادم ${guild}`,
    dryRun: 'لم يُكتب شيء: شغّل الأمر نفسه من دون --dry-run لتسجيل ما سبق.',
    written: (count, where) => `سُجّلت الأوامر ${where} (${count}).`,
    noToken: 'لم تُضبط قيمة DISCORD_TOKEN: اكتب رمز البوت في الملف .env ثم أعد التشغيل.',
    refused: (reason) =>
      `لم تُسجّل الأوامر (${reason}): راجع DISCORD_TOKEN، وتأكد أن البوت دُعي بالنطاق applications.commands.`,
  },
  start: {
    tokenRefused: 'رفض ديسكورد قيمة DISCORD_TOKEN: انسخ الرمز من جديد من صفحة Bot في تطبيقك.',
    unreachable: (api, reason) => `تعذّر الوصول إلى ديسكورد على العنوان ${api} (${reason}): راجع الشبكة أو DISCORD_API.`,
    connected: (name, servers) => `تم الوصل بديسكورد باسم ${name}، وعدد الخوادم ${servers}.`,
    closed: (code) => `أغلق ديسكورد الوصل نهائيًّا (الرمز ${code}): راجع رمز البوت وإعدادات التطبيق ثم شغّله من جديد.`,
  },
  health: {
    alive: (age) => `آخر إشارة من ديسكورد عمرها ${age} ث.`,
    silent: (age) => `لم يرسل ديسكورد شيئًا منذ ${age} ث: أعد تشغيل البوت.`,
    unknown: 'لم يترك أي بوت بهذه القيمة من DISCORD_TOKEN علامة على هذا الجهاز: شغّله.',
  },
};
