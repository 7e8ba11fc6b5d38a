import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCorpus } from '../../src/corpus/corpus.js';
import type { Corpus } from '../../src/corpus/document.js';
import { extractFigures } from '../../src/knowledge/figures.js';
import type { Figure } from '../../src/knowledge/knowledge.js';
import { PROJECT_ROOT } from '../../src/text/project.js';
import { temporaryFolder } from '../temporary.js';

const read = async (text: string): Promise<{ corpus: Corpus; figures: readonly Figure[] }> => {
  const corpus = await readCorpus(temporaryFolder({ 'a.txt': text }));
  return { corpus, figures: extractFigures(corpus) };
};

const figuresOf = async (text: string): Promise<readonly Figure[]> => (await read(text)).figures;

/** Every string of a figure stands in its evidence. */
function expectVerbatim(corpus: Corpus, figures: readonly Figure[]): void {
  for (const { evidence, text, from, to, purpose, duration, equivalents, value } of figures) {
    expect(Number.isFinite(value)).toBe(true);
    const texts = evidence.map(({ document, start, end }) => corpus.documents[document]!.text.slice(start, end));
    for (const part of [text, from, to, purpose, duration, ...equivalents.map((equivalent) => equivalent.text)])
      if (part !== null)
        expect(
          texts.some((each) => each.includes(part)),
          `"${part}"`,
        ).toBe(true);
  }
}

describe('amounts of money', () => {
  it.each<[string, number, string]>([
    ['قدمت المنظمة 500 مليون دولار إلى اللاجئين.', 500e6, 'USD'],
    ['قدمت المنظمة مليوني دولار إلى اللاجئين.', 2e6, 'USD'],
    ['قدمت المنظمة ثلاثة ملايين يورو إلى اللاجئين.', 3e6, 'EUR'],
    ['قدمت المنظمة خمسة وعشرين مليون يورو إلى اللاجئين.', 25e6, 'EUR'],
    ['قدمت المنظمة نصف مليون ريال قطري إلى اللاجئين.', 5e5, 'QAR'],
    ['قدمت المنظمة ٢٫٥ مليار ريال سعودي إلى اللاجئين.', 2.5e9, 'SAR'],
    ['قدمت المنظمة مليونا و500 ألف دينار كويتي إلى اللاجئين.', 1.5e6, 'KWD'],
    ['قدمت المنظمة مئة ألف جنيه إسترليني إلى اللاجئين.', 1e5, 'GBP'],
    ['قدمت المنظمة 81.6 مليون دولار إلى اللاجئين.', 81.6e6, 'USD'],
    ['The agency gave $1.2 billion to refugees.', 1.2e9, 'USD'],
    ['The agency gave US$500 million to refugees.', 500e6, 'USD'],
    ['The agency gave C$5m to refugees.', 5e6, 'CAD'],
    ['The agency gave 610 million soles to refugees.', 610e6, 'PEN'],
    ['The agency gave 3 billion zlotys to refugees.', 3e9, 'PLN'],
    ['The agency gave RM500 million to refugees.', 500e6, 'MYR'],
    ['The agency gave €25m to refugees.', 25e6, 'EUR'],
    ['The agency gave 7.4bn euros to refugees.', 7.4e9, 'EUR'],
    ['The agency gave QR5 million to refugees.', 5e6, 'QAR'],
    ['The agency gave 3,500,000 Kuwaiti dinars to refugees.', 3.5e6, 'KWD'],
    ['The agency gave two hundred thousand Canadian dollars to refugees.', 2e5, 'CAD'],
    ['The agency gave half a million pounds sterling to refugees.', 5e5, 'GBP'],
    ['The agency gave some $2 million to refugees.', 2e6, 'USD'],
    ['The agency gave Pakistan Rs38.5bn for refugees.', 38.5e9, 'PKR'],
    ['The agency gave Uganda Shs4.8 billion for refugees.', 4.8e9, 'UGX'],
    ['The agency gave KSh90m to refugees.', 90e6, 'KES'],
    ['The agency gave GH¢12 million to refugees.', 12e6, 'GHS'],
    ['The agency gave ₦3 billion to refugees.', 3e9, 'NGN'],
    ['The agency gave E£40 million to refugees.', 40e6, 'EGP'],
    ['The agency gave one and a half million euros to refugees.', 1.5e6, 'EUR'],
    ['The agency gave a million and a half euros to refugees.', 1.5e6, 'EUR'],
    ['The agency gave a quarter of a million euros to refugees.', 25e4, 'EUR'],
    ['The agency gave $2-3 million to refugees.', 3e6, 'USD'],
    ['The agency gave two dozen trucks to refugees.', 24, 'trucks'],
    ['قدمت المنظمة مليون ونصف المليون يورو إلى اللاجئين.', 1.5e6, 'EUR'],
    ['قدمت المنظمة مليونا ونصف طن إلى اللاجئين.', 1.5e6, 'طن'],
  ])('%s', async (sentence, value, unit) => {
    const [figure, ...others] = await figuresOf(sentence);
    expect(figure).toMatchObject({ value, unit });
    expect(others).toEqual([]);
  });

  it('in a currency of several countries are those of the country told beside, or of the document', async () => {
    const units = async (text: string): Promise<string[]> => (await figuresOf(text)).map(({ unit }) => unit);
    expect(await units('خصص الهلال الأحمر الجزائري 90 مليون دينار لتونس والجزائر.')).toEqual(['DZD']);
    const report = 'Iran and Saudi Arabia met. Iran sent Iranian medics. The society of Iran said so.';
    expect(await units(`${report} It earmarked 900 billion rials.`)).toEqual(['IRR']);
    // two of them named as often, or another currency named in full: it stays open
    expect(await units('Iran and Saudi Arabia met. It earmarked 900 billion rials.')).toEqual(['rials']);
    expect(
      await units(
        'Jordan met Jordan and Jordanian officials. It lent 3 million Kuwaiti dinars. It gave 9 million dinars.',
      ),
    ).toEqual(['KWD', 'dinars']);
    expect(await units('At KM 40 the road of Mr Re 5 and the Rs end.')).toEqual([]);
  });

  it('beside each other are two, whatever small word stands between', async () => {
    const figures = await figuresOf('They spent 900 billion yen and lost some $2 million.');
    expect(figures.map(({ value, equivalents }) => [value, equivalents.length])).toEqual([
      [900e9, 0],
      [2e6, 0],
    ]);
  });

  it('told in two currencies are one figure', async () => {
    for (const sentence of [
      'خصصت دولة الإمارات 300 مليون درهم (81.6 مليون دولار) لدعم المتضررين.',
      'خصصت دولة الإمارات 300 مليون درهم، أي ما يعادل 81.6 مليون دولار، لدعم المتضررين.',
      'The Emirates allocated 300 million dirhams (about $81.6 million) to help the victims.',
    ]) {
      const figures = await figuresOf(sentence);
      expect(figures).toHaveLength(1);
      expect(figures[0]).toMatchObject({ value: 300e6, unit: 'AED', equivalents: [{ value: 81.6e6, unit: 'USD' }] });
    }
  });

  it('are never added up or taken for one another', async () => {
    const figures = await figuresOf('Germany gave 5 million euros and France gave 7 million euros.');
    expect(figures.map(({ value, from }) => [value, from])).toEqual([
      [5e6, 'Germany'],
      [7e6, 'France'],
    ]);
  });

  it('in a currency of several countries are told by the document, or not at all', async () => {
    const sentence = 'بلغت كلفة المشروع خمسة ملايين درهم.';
    expect((await figuresOf(`زار الوفد دولة الإمارات.\n\n${sentence}`))[0]?.unit).toBe('AED');
    expect((await figuresOf(`زار الوفد المغرب.\n\n${sentence}`))[0]?.unit).toBe('MAD');
    expect((await figuresOf(`زار الوفد المغرب ثم الإمارات.\n\n${sentence}`))[0]?.unit).toBe('درهم');
    expect((await figuresOf(`قدم الوفد ألف درهم مغربي في الإمارات.\n\n${sentence}`)).at(-1)?.unit).toBe('MAD');
  });

  it.each([
    'All 5 try to top 20 in 2021.',
    'He weighs 80 pounds.',
    'في 21 و22 نوفمبر 2022 عقد الاجتماع.',
    'كأس العالم 2022.',
  ])('%s: none', async (sentence) => {
    expect(await figuresOf(sentence)).toEqual([]);
  });
});

describe('who, to whom, for what and over how long', () => {
  it('are told where the sentence tells them', async () => {
    const [arabic] = await figuresOf(
      'تعهدت دولة قطر بتقديم 75 مليون دولار إلى الأمم المتحدة على مدى خمس سنوات لدعم مكافحة الإرهاب.',
    );
    expect(arabic).toMatchObject({
      from: 'دولة قطر',
      to: 'الأمم المتحدة',
      duration: 'على مدى خمس سنوات',
      purpose: 'لدعم مكافحة الإرهاب',
    });
    const [english] = await figuresOf('Germany pledged €25m a year to the World Food Programme to fight hunger.');
    expect(english).toMatchObject({
      from: 'Germany',
      to: 'World Food Programme',
      duration: 'a year',
      purpose: 'to fight hunger',
    });
  });

  it('are null where it does not', async () => {
    const [figure] = await figuresOf('The project cost $3 million.');
    expect(figure).toMatchObject({ from: null, to: null, purpose: null, duration: null });
  });

  it('do not take the receiver for the giver', async () => {
    const [figure] = await figuresOf('UNICEF received £3.5m from Britain.');
    expect(figure?.from).not.toBe('UNICEF');
    expect(figure?.to).toBe('UNICEF');
  });
});

it('counts what aid is counted in, with the noun as it stands', async () => {
  const arabic = await figuresOf('وزعت الجمعية 30 طنا من الأغذية على 1,200 أسرة.');
  expect(arabic.map(({ value, unit }) => [value, unit])).toEqual([
    [30, 'طنا'],
    [1200, 'أسرة'],
  ]);
  const english = await figuresOf('The charity delivered 500,000 doses to 1,200 displaced families.');
  expect(english.map(({ value, unit }) => [value, unit])).toEqual([
    [500_000, 'doses'],
    [1200, 'families'],
  ]);
});

it('finds the amounts of the five documents, each once and verbatim', async () => {
  const corpus = await readCorpus(join(PROJECT_ROOT, 'seeds'));
  const figures = extractFigures(corpus);
  expectVerbatim(corpus, figures);
  const money = figures.filter(({ unit }) => /^[A-Z]{3}$/.test(unit));
  expect(money.map(({ text }) => text)).toEqual(['500 مليون دولار', '75 مليون دولار']);
});

it('keeps every part verbatim whatever is mixed', async () => {
  const pieces = fc.constantFrom(
    '500', '٥٠٠', '3.5', '1,000', 'مليون', 'مليوني', 'ألف', 'bn', 'million', 'half a', '$', '€', 'دولار', 'ريال قطري', 'درهم', 'pounds', 'QR',
    '(', ')', 'أي ما يعادل', 'equivalent to', 'قدمت قطر', 'إلى', 'to UNICEF', 'على مدى خمس سنوات', 'over two years', 'لدعم', '، ', '. ', '\n\n', 'أسرة', 'tonnes', '😀', '\u200f',
  ); // prettier-ignore
  await fc.assert(
    fc.asyncProperty(fc.array(pieces, { maxLength: 50 }), async (parts) => {
      const { corpus, figures } = await read(`نص ${parts.join(' ')}`);
      expectVerbatim(corpus, figures);
    }),
    { numRuns: 60 },
  );
});
