import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCorpus } from '../../src/corpus/corpus.js';
import { quotable, type Corpus } from '../../src/corpus/document.js';
import { extractAgreements } from '../../src/knowledge/agreements.js';
import type { AgreementStatus } from '../../src/knowledge/kinds.js';
import type { Agreement } from '../../src/knowledge/knowledge.js';
import { extractPeople } from '../../src/knowledge/people.js';
import { PROJECT_ROOT } from '../../src/text/project.js';
import { temporaryFolder } from '../temporary.js';
import { scoreAgreements } from './agreement-score.js';

const read = async (folder: string): Promise<{ corpus: Corpus; agreements: readonly Agreement[] }> => {
  const corpus = await readCorpus(folder);
  return { corpus, agreements: extractAgreements(corpus, extractPeople(corpus)) };
};

const agreementsOf = async (...paragraphs: readonly string[]): Promise<readonly Agreement[]> =>
  (await read(temporaryFolder({ 'a.txt': paragraphs.join('\n\n') }))).agreements;

/** Every string of an entry stands in its evidence, and the evidence in a quotable paragraph. */
function expectVerbatim(corpus: Corpus, agreements: readonly Agreement[]): void {
  for (const agreement of agreements) {
    expect(agreement.evidence.length).toBeGreaterThan(0);
    const texts = agreement.evidence.map(({ document, paragraph, start, end }) => {
      const found = corpus.documents[document]!.paragraphs[paragraph - 1]!;
      expect(quotable(found) && found.start <= start && end <= found.end).toBe(true);
      return corpus.documents[document]!.text.slice(start, end);
    });
    const { title, purpose, parties, signatories } = agreement;
    for (const part of [title, purpose, ...parties, ...signatories])
      if (part !== null)
        expect(
          texts.some((text) => text.includes(part)),
          `"${part}"`,
        ).toBe(true);
  }
}

describe.each(['agreements-ar', 'agreements-en'])('the articles of %s', (name) => {
  it('are read as a person reads them', async () => {
    const { corpus, agreements } = await read(join(PROJECT_ROOT, 'test', 'corpora', name));
    const score = await scoreAgreements(corpus, agreements);
    const told = score.misses.join('\n');
    expect(score.falselySigned, told).toBe(0);
    expect(score.found / score.wanted, told).toBeGreaterThanOrEqual(0.95);
    expect(score.right / score.entries, told).toBeGreaterThanOrEqual(0.95);
    expect(score.statusRight / score.found, told).toBeGreaterThanOrEqual(0.95);
    expect(score.partiesFound / score.partiesWanted, told).toBeGreaterThanOrEqual(0.9);
    expect(score.datesRight / score.datesWanted, told).toBeGreaterThanOrEqual(0.8);
    // An agreement is one entry, its headline and its body together.
    expect(score.entries / score.found, told).toBeLessThanOrEqual(1.2);
    expectVerbatim(corpus, agreements);
  });
});

describe('the five documents', () => {
  it('give each agreement once, with all its evidence, and nothing signed that was only hoped for', async () => {
    const { corpus, agreements } = await read(join(PROJECT_ROOT, 'seeds'));
    expectVerbatim(corpus, agreements);
    const inDocument = (start: string): Agreement[] =>
      agreements.filter(({ evidence }) =>
        evidence.some(({ document }) => corpus.documents[document]!.file.startsWith(start)),
      );
    // Half of this document is in the other language: each agreement has evidence in both.
    const dialogue = inDocument('000');
    expect(dialogue.length).toBeGreaterThan(0);
    for (const { status, evidence } of dialogue) {
      expect(['planned', 'proposed']).toContain(status);
      const languages = new Set(
        evidence.map(({ document, paragraph }) => corpus.documents[document]!.paragraphs[paragraph - 1]!.language),
      );
      expect(languages.size).toBe(2);
    }
    // One verb, three papers, dated through the name of the event at which they were signed.
    const signed = inDocument('004').filter(({ status }) => status === 'signed');
    expect(signed.map(({ kind }) => kind).sort()).toEqual(['agreement', 'agreement', 'memorandum']);
    for (const { date, parties } of signed) {
      expect(date).toMatchObject({ value: '2021-11', basis: 'inferred' });
      expect(parties).toHaveLength(2);
    }
  });
});

describe('how far an agreement came', () => {
  it.each<[string, AgreementStatus]>([
    ['وقعت قطر وتركيا اتفاقية للتعاون في مجال الصحة.', 'signed'],
    ['ستوقع قطر وتركيا اتفاقية للتعاون في مجال الصحة.', 'planned'],
    ['تعتزم قطر وتركيا توقيع اتفاقية للتعاون في مجال الصحة.', 'planned'],
    ['اتفقت قطر وتركيا على توقيع اتفاقية للتعاون في مجال الصحة.', 'planned'],
    ['دعت قطر تركيا إلى توقيع اتفاقية للتعاون في مجال الصحة.', 'proposed'],
    ['تأمل قطر في توقيع اتفاقية مع تركيا للتعاون في مجال الصحة.', 'proposed'],
    ['بحثت قطر وتركيا اتفاقية للتعاون في مجال الصحة.', 'discussed'],
    ['لم توقع قطر وتركيا اتفاقية للتعاون في مجال الصحة.', 'discussed'],
    ['تم التوقيع على اتفاقية بين قطر وتركيا للتعاون في مجال الصحة.', 'signed'],
    ['ألغت قطر وتركيا اتفاقية التعاون في مجال الصحة.', 'ended'],
    ['دخلت اتفاقية التعاون بين قطر وتركيا حيز التنفيذ.', 'in_force'],
    ['أطلقت قطر وتركيا مبادرة لدعم اللاجئين.', 'launched'],
    ['اقترحت قطر مبادرة لدعم اللاجئين.', 'proposed'],
    ['Qatar and Turkey signed an agreement on health.', 'signed'],
    ['Qatar and Turkey will sign an agreement on health.', 'planned'],
    ['Qatar and Turkey are expected to sign an agreement on health.', 'planned'],
    ['Qatar and Turkey agreed to sign an agreement on health.', 'planned'],
    ['Qatar urged Turkey to sign an agreement on health.', 'proposed'],
    ['Qatar could sign an agreement on health with Turkey.', 'proposed'],
    ['Qatar and Turkey did not sign the agreement on health.', 'discussed'],
    ['Qatar and Turkey failed to reach an agreement on health.', 'discussed'],
    ['An agreement on health between Qatar and Turkey has yet to be signed.', 'planned'],
    ['An agreement on health was signed between Qatar and Turkey.', 'signed'],
    ['Qatar and Turkey cancelled their agreement on health.', 'ended'],
    ['The agreement on health between Qatar and Turkey entered into force.', 'in_force'],
    ['Qatar and Turkey launched an initiative to help refugees.', 'launched'],
    ['Officials said Qatar and Turkey would also sign an agreement on health.', 'planned'],
    ['A pact between Qatar and Turkey would be inked in June, the minister told reporters.', 'planned'],
    ['Qatar hopes that Turkey would sign an agreement on health.', 'proposed'],
    ['Qatar would sign an agreement with Turkey if parliament agreed.', 'proposed'],
    ['Qatar would like to sign an agreement with Turkey.', 'proposed'],
    ['Talks on a trade agreement between Qatar and Turkey will go into another round.', 'discussed'],
    ['The presidents of Qatar and Turkey talked about a possible agreement on health.', 'discussed'],
    ['A pact on ports, initialled in May by Qatar and Turkey, will be signed in June.', 'planned'],
    ['A pact on ports, signed in 2019 by Qatar and Turkey, will be extended.', 'signed'],
    ['Qatar trains nurses under a three-year agreement with Turkey.', 'in_force'],
    ['Under a 2014 agreement on nurses with Turkey, Qatar trains them.', 'in_force'],
    ['Qatar asked Turkey to honour its commitments under the 1994 treaty.', 'in_force'],
    ['The Ankara Convention of May 2018 remains in force.', 'in_force'],
    ['The pipeline treaty between Qatar and Turkey expires in July 2030.', 'in_force'],
    ['Mediators resumed talks on Saturday on a ceasefire between Qatar and Turkey.', 'discussed'],
    ['A staff-level agreement reached with Turkey in April 2022 gave Qatar time.', 'signed'],
    ['The presidents of Qatar and Turkey met in Doha, signing an agreement on health.', 'signed'],
    ['Qatar and Turkey initialled a fishing accord on Tuesday.', 'planned'],
    ['Turkey has concluded negotiations on an investment agreement with Qatar.', 'planned'],
    ['The signing of the treaty between Qatar and Turkey is scheduled for Monday.', 'planned'],
    ['Qatar discussed an extradition treaty with Turkey, which the two sides expect to sign in autumn.', 'planned'],
    ['Qatar praised the accord on the care of orphans that the two countries signed in 2019 with Turkey.', 'signed'],
    ['Qatar hopes for a treaty on the transfer of prisoners with Turkey.', 'proposed'],
    ['The mayor proposed a fund to pay for shelters in Qatar.', 'proposed'],
    ['She proposed a Gulf of Guinea early warning fund.', 'proposed'],
    ['Qatar and Turkey were edging closer to a deal on gas.', 'proposed'],
    ['Turkey shelved its fishing agreement with Qatar.', 'ended'],
    ['Qatar denied that the treaty between Qatar and Turkey had been shelved.', 'in_force'],
    ['The council welcomed the peace accord between Qatar and Turkey.', 'unknown'],
    ['Qatar and Turkey agreed on a roadmap for fishing.', 'signed'],
    ['A joint declaration on fishing was adopted by Qatar and Turkey.', 'signed'],
    ['The signing of the accord between Qatar and Turkey was postponed until June.', 'planned'],
    ['Qatar has offered to sign a memorandum of understanding with Turkey.', 'proposed'],
    ['Qatar and Turkey signed a letter of cooperation on archives.', 'signed'],
    ['Qatar is negotiating with Turkey a debt swap worth $40m.', 'proposed'],
  ])('%s → %s', async (sentence, status) => {
    const agreements = await agreementsOf(sentence);
    expect(agreements.map((agreement) => agreement.status)).toEqual([status]);
  });

  it.each([
    'ثمن الوزير دور المنظمات الإنسانية في قطر وتركيا.',
    'تصرف قطر وتركيا المبالغ اتفاقا مع القواعد المتبعة.',
    'اتفقت قطر وتركيا على أهمية الحوار.',
    'قال صندوق النقد الدولي إن النمو في قطر وتركيا تباطأ.',
    'وقع زلزال في تركيا وأعلنت قطر إرسال مساعدات.',
    'The Qatar Fund said Turkey had signed up for a course.',
    'Nobody is above the law under any agreement, the minister of Qatar said.',
    'Qatar put its name to a list of speakers.',
    'It would be wise for Qatar to seek a deal.',
    'زار وفد من قطر موقع المشروع في تركيا.',
    'تعهدت قطر بتقديم خمسين مليون دولار إلى تركيا.',
    'Qatar and Turkey agreed that talks should go on.',
    'Qatar pledged $50 million to Turkey.',
    'There was broad agreement in Qatar and Turkey on the need for aid.',
    'The International Monetary Fund said growth in Qatar and Turkey had slowed.',
  ])('%s → no agreement', async (sentence) => {
    expect(await agreementsOf(sentence)).toEqual([]);
  });

  it.each([
    'قال الوزير إن التجارة ستنمو بعد توقيع اتفاقية بين قطر وتركيا.',
    'يأمل الجانبان في تعزيز التعاون عقب توقيع اتفاقية بين قطر وتركيا.',
    'لم تعلن قطر توقيع اتفاقية مع تركيا.',
    'هل توقع قطر وتركيا اتفاقية؟',
    'إذا وقعت قطر وتركيا اتفاقية فسوف تنمو التجارة.',
    'كان من المفترض أن توقع قطر وتركيا اتفاقية للتعاون.',
    'رفضت قطر توقيع اتفاقية مع تركيا.',
    'قبل توقيع اتفاقية بين قطر وتركيا زار الوزير أنقرة.',
    'اقتربت قطر وتركيا من توقيع اتفاقية للتعاون.',
    'اتفاقية التعاون غير الموقعة بين قطر وتركيا تثير الجدل.',
    'Trade will grow after the signing of an agreement between Qatar and Turkey.',
    'If Qatar and Turkey signed an agreement, trade would grow.',
    'Talks will go on until an agreement between Qatar and Turkey is signed.',
    'Qatar would have signed an agreement with Turkey.',
    'Qatar wants to get the agreement with Turkey signed by Friday.',
    'Neither Qatar nor Turkey signed the agreement.',
    'Qatar claims to have signed an agreement with Turkey.',
    'When Qatar signs an agreement with Turkey, trade will grow.',
    'Talks between Qatar and Turkey ended without an agreement.',
    'The agreement between Qatar and Turkey was to have been signed in May.',
    'Qatar is close to signing an agreement with Turkey.',
  ])('%s → not signed', async (sentence) => {
    expect((await agreementsOf(sentence)).map(({ status }) => status)).not.toContain('signed');
  });

  it('reads the present tense of a headline as news, and its future as future', async () => {
    const signed = await agreementsOf('قطر وتركيا توقعان اتفاقية للتعاون', 'الدوحة: اختتم الوفد زيارته.');
    expect(signed.map(({ status }) => status)).toEqual(['signed']);
    const planned = await agreementsOf(
      'Qatar, Turkey to sign cooperation agreement',
      'DOHA: The delegation left on Monday.',
    );
    expect(planned.map(({ status }) => status)).toEqual(['planned']);
  });
});

describe('parties', () => {
  const partiesOf = async (...paragraphs: readonly string[]): Promise<string[]> =>
    (await agreementsOf(...paragraphs)).flatMap(({ parties }) => parties).sort();

  it('are the subject, and what stands after بين, مع, between and with', async () => {
    expect(await partiesOf('وقعت وزارة الصحة القطرية مذكرة تفاهم مع الهلال الأحمر التركي.')).toEqual(
      ['الهلال الأحمر التركي', 'وزارة الصحة القطرية'].sort(),
    );
    expect(await partiesOf('جرى توقيع مذكرة تفاهم بين جمعية قطر الخيرية واليونيسف.')).toHaveLength(2);
    expect(
      await partiesOf(
        'The Ministry of Health and Population of Egypt signed a memorandum of understanding with UNICEF.',
      ),
    ).toEqual(['Ministry of Health and Population of Egypt', 'UNICEF']);
  });

  it('are neither witnesses nor places', async () => {
    expect(await partiesOf('وقعت قطر وتركيا، بحضور وزير خارجية مصر، في جنيف، اتفاقية للتعاون.')).toEqual(
      ['تركيا', 'قطر'].sort(),
    );
    expect(
      await partiesOf(
        'In Geneva, Qatar and Turkey signed an agreement in the presence of the Egyptian foreign minister.',
      ),
    ).toEqual(['Qatar', 'Turkey']);
  });

  it('may be told before: both sides', async () => {
    const parties = await partiesOf(
      'بحث وزيرا قطر وتركيا العلاقات بين قطر وتركيا.',
      'ووقع الجانبان اتفاقية للتعاون في مجال الصحة.',
    );
    expect(parties).toEqual(['تركيا', 'قطر'].sort());
    expect(
      await partiesOf('Qatar held talks with Turkey on Sunday.', 'The two countries signed an agreement on health.'),
    ).toEqual(['Qatar', 'Turkey']);
  });

  it('keep one name across a document that also calls them in short', async () => {
    const parties = await partiesOf(
      'Qatar Red Crescent Society (QRCS) sent a delegation to Amman.',
      'QRCS signed an agreement with the Jordan Red Crescent.',
    );
    expect(parties).toEqual(['Jordan Red Crescent', 'Qatar Red Crescent Society']);
  });

  it('do not include people, who are signatories', async () => {
    const [agreement] = await agreementsOf(
      'وقع وزير الصحة القطري محمد بن خالد المري مذكرة تفاهم مع رئيس الهلال الأحمر التركي أحمد يلماز.',
    );
    expect(agreement?.signatories).toContain('محمد بن خالد المري');
    expect(agreement?.parties.some((party) => party.includes('المري'))).toBe(false);
  });
});

/** What one English text tells, an entry a line: kind, status and parties. */
const toldIn = async (...paragraphs: readonly string[]): Promise<readonly string[]> =>
  (await agreementsOf(...paragraphs)).map(
    ({ kind, status, parties }) => `${kind} ${status}: ${[...parties].sort().join(', ')}`,
  );

describe('agreements in English news', () => {
  it.each([
    // Papers that are counted before a colon.
    [
      'Qatar and Tunisia signed two accords: an agreement on maritime transport and a memorandum of understanding on archives.',
      ['agreement signed: Qatar, Tunisia', 'memorandum signed: Qatar, Tunisia'],
    ],
    // Who joined a convention stands between it and the verb.
    ['The aid is given under the Mine Ban Convention, which Angola ratified in 2002.', ['treaty signed: Angola']],
    ['The case rests on the defence treaty that Japan signed in 1951.', ['treaty signed: Japan']],
    ['The accord, which experts said Malawi could join in 2030, covers lakes.', []],
    ['The minister opposes the charter, which Serbia says ended its claims.', []],
    // Whom one talks with stands between the talks and what they are about.
    [
      'He said that negotiations were also being held with Save the Children about a memorandum of understanding.',
      ['memorandum discussed: Save the Children'],
    ],
    ['During discussions with farmers in Oxford, the mayor spoke of a good agreement.', []],
    // A loan or grant only where it is signed.
    [
      'Morocco signed a $300 million loan with the African Development Bank.',
      ['agreement signed: African Development Bank, Morocco'],
    ],
    [
      'Rwanda negotiated a budget support operation, which will be signed with the World Bank in June.',
      ['agreement planned: Rwanda, World Bank'],
    ],
    ['Jordan repaid a loan from the Kuwait Fund in March.', []],
    ['The Ministry of Education launched a support programme with UNICEF for teachers.', []],
    ['The president signed a law to grant citizens of Chad free visas.', []],
    // Named in passing, by its year.
    ['She pointed to a 2011 protocol between Ethiopia and Kenya on grazing.', ['agreement unknown: Ethiopia, Kenya']],
    [
      'Lawyers quoted the agreement of 1998 between Ecuador and Peru on the border.',
      ['agreement unknown: Ecuador, Peru'],
    ],
    ['There was no 2015 agreement between Mali and Niger.', []],
    ['A 2019 study between Qatar University and the University of Malaya praised it.', []],
    // What is said of a paper behind a comma is no other paper.
    [
      'Oman signed a customs agreement with Kenya, the third such deal with an East African state after Tanzania.',
      ['agreement signed: Kenya, Oman'],
    ],
    // A lender that approves money has decided; a parliament that approves has not signed.
    [
      'The International Monetary Fund approved a $1 billion bailout for Zambia.',
      ['agreement unknown: International Monetary Fund, Zambia'],
    ],
    [
      'The World Bank approved an Extended Credit Facility arrangement for Benin.',
      ['agreement unknown: Benin, World Bank'],
    ],
    ['The Fund has not approved a bailout for Sudan.', []],
    // A government of a region has no name.
    ['UNICEF signed an agreement with the provincial government.', ['agreement signed: UNICEF, provincial government']],
    ['The bank signed an agreement to build a tower.', ['agreement signed: ']],
    ['The ministry said Qatar signed a trade agreement with Peru.', ['agreement signed: Peru, Qatar']],
  ])('%s', async (text, wanted) => {
    expect(await toldIn(text)).toEqual(wanted);
  });

  it('have parties that are called in short, in small letters', async () => {
    expect(
      await toldIn(
        'The Omani Red Crescent Society has helped 4,000 families.',
        'On Sunday the society signed an agreement with the Norwegian Red Cross.',
      ),
    ).toEqual(['agreement signed: Norwegian Red Cross, Omani Red Crescent Society']);
    expect(
      await toldIn(
        'Save the Children runs 12 schools. The organisation signed a memorandum of understanding with UNICEF.',
      ),
    ).toEqual(['memorandum signed: Save the Children, UNICEF']);
    expect(
      await toldIn(
        'The Islamic Development Bank came.',
        'Tajikistan will sign a loan agreement with the bank in June.',
      ),
    ).toEqual(['agreement planned: Islamic Development Bank, Tajikistan']);
  });

  it('have the parties that "the two" and "his counterpart" mean', async () => {
    expect(
      await toldIn(
        'The Qatar Red Crescent Society and the Kuwait Red Crescent Society opened a camp.',
        'The British Red Cross and the Danish Red Cross came too.',
        'The two Red Crescent societies have worked together under a memorandum of understanding since 2012.',
      ),
    ).toEqual(['memorandum in_force: Kuwait Red Crescent Society, Qatar Red Crescent Society']);
    expect(
      await toldIn(
        'The Saudi Fund for Development has lent Nepal $90 million since 1990. The two sides will sign an agreement in May.',
      ),
    ).toEqual(['agreement planned: Nepal, Saudi Fund for Development']);
    expect(
      await toldIn(
        'DOHA, 3 May 2024 – The Qatar Red Crescent Society (QRCS) and the Afghan Red Crescent today opened a clinic.',
        'The two sides discussed a memorandum of understanding on ambulances.',
      ),
    ).toEqual(['memorandum discussed: Afghan Red Crescent, Qatar Red Crescent Society']);
    const bridge = 'Oman and Uganda opened a new bridge.';
    expect(
      await toldIn(bridge, 'Beside his Ugandan counterpart he said that a fisheries agreement would be signed in May.'),
    ).toEqual(['agreement planned: Oman, Uganda']);
    expect(
      await toldIn(bridge, 'Beside his Danish counterpart he said that a fisheries agreement would be signed in May.'),
    ).toEqual(['agreement planned: ']);
  });

  it('are one entry with the fund that they set up, and with the signing by offices', async () => {
    expect(
      await toldIn(
        'Qatar Charity, Sudanese partner set up joint relief fund',
        'DOHA (QNA) – Qatar Charity and the Sudanese Red Crescent on Sunday signed an agreement creating a joint relief fund.',
        'The fund will start in June, Qatar Charity said.',
      ),
    ).toEqual(['agreement signed: Qatar Charity, Sudanese Red Crescent']);
    expect(
      await toldIn('Kenya and Uganda signed a protocol on fish.', 'Kenya later launched a lake fund with UNICEF.'),
    ).toEqual(['agreement signed: Kenya, Uganda', 'fund launched: Kenya, UNICEF']);
    expect(
      await toldIn(
        'Senegal signed a $50m loan agreement with the West African Development Bank on Monday.',
        'Awa Diop, additional secretary of the Planning Office (PO), and Serge Ekue, president of the West African Development Bank, signed the deal.',
      ),
    ).toEqual(['agreement signed: Senegal, West African Development Bank']);
  });

  it('are others where they were signed in another year', async () => {
    const news = 'Chile and Peru signed an agreement on fish on Monday.';
    expect(await toldIn(news, 'Peru signed a mining agreement with Chile in 2016.')).toHaveLength(2);
    expect(await toldIn(news, 'The agreement was signed in Lima by Ana Rojas and Luis Paz.')).toHaveLength(1);
  });
});

describe('the same agreement', () => {
  it('told in a headline, in the body and again as "the agreement" is one entry', async () => {
    const agreements = await agreementsOf(
      'Qatar and Turkey sign health agreement',
      'DOHA: Qatar and Turkey signed an agreement on public health on Monday.',
      'The agreement will help train nurses, officials said.',
    );
    expect(agreements).toHaveLength(1);
    expect(agreements[0]?.evidence.map(({ paragraph }) => paragraph).sort()).toEqual([1, 2, 3]);
  });

  it('reported in two documents, in either language, is one entry; another day is another one', async () => {
    const english = 'Qatar and Turkey signed an agreement on public health.';
    const arabic = 'وقعت قطر وتركيا اتفاقية للتعاون في مجال الصحة.';
    const count = async (...days: readonly string[]): Promise<number> => {
      const manifest = Object.fromEntries(days.map((date, i) => [`${i}.txt`, { date }]));
      const texts = Object.fromEntries(days.map((_, i) => [`${i}.txt`, i % 2 === 0 ? english : arabic]));
      const { corpus, agreements } = await read(temporaryFolder({ ...texts, 'corpus.json': JSON.stringify(manifest) }));
      expectVerbatim(corpus, agreements);
      return agreements.length;
    };
    expect(await count('2022-05-03', '2022-05-04')).toBe(1);
    expect(await count('2022-05-03', '2023-05-04')).toBe(2);
  });

  it('is not another one between others', async () => {
    const agreements = await agreementsOf(
      'Qatar and Turkey signed an agreement on public health.',
      'Egypt and Italy signed an agreement on migration.',
    );
    expect(agreements).toHaveLength(2);
  });
});

describe('dates of agreements', () => {
  const datesOf = async (text: string, date: string | null = '2025-03-12'): Promise<(string | null)[]> => {
    const manifest = date === null ? {} : { 'corpus.json': JSON.stringify({ 'a.txt': { date } }) };
    const { agreements } = await read(temporaryFolder({ 'a.txt': text, ...manifest }));
    return agreements.map((agreement) => agreement.date?.value ?? null);
  };

  it.each<[string, string | null]>([
    ['Qatar and Chad signed an agreement on health on Monday.', '2025-03-10'],
    ['The agreement concluded in 2022 between Qatar and Chad covers health.', '2022'],
    ['Qatar and Chad ratified the 2014 protocol on visas.', '2014'],
    ['The agreement between Qatar and Chad has been in force since May 2023.', '2023-05'],
    // What is still to come, or lasts, is not when it was done.
    ['Qatar and Chad signed an agreement, which runs from April to December.', null],
    ['Qatar and Chad signed a loan agreement that falls due on 1 June 2030.', null],
    ['Qatar, which has helped since 2021, signed an agreement with Chad.', null],
    ['The envoy warned on Monday, urging Qatar and Chad to sign an agreement.', null],
  ])('%s → %s', async (text, date) => {
    expect(await datesOf(text)).toEqual([date]);
  });

  it('count weekdays from a dateline without a year where the lead names its day', async () => {
    expect(await datesOf('KUWAIT, Feb 6 (KUNA) -- Kuwait and Oman inked on Thursday a loan agreement.', null)).toEqual([
      '--02-06',
    ]);
    expect(await datesOf('TUNIS, Feb 6 (AFP) - It rained.\n\nKuwait and Oman signed a pact on Tuesday.', null)).toEqual(
      [null],
    );
  });
});

it.each([
  ['The bank signed on Sunday two loan agreements with Chad.', '2024-11-10'],
  ['Chad and Qatar will sign a fishing pact at the forum in Doha in February.', '2025-02'],
  ['Chad and Qatar signed a fishing pact in February.', '2024-02'],
  ['Chad and Qatar initialled a fishing pact on Friday.', null],
  ['Chad and Qatar agreed on a truce starting Friday.', null],
])('%s is dated %s', async (sentence, date) => {
  const [agreement] = await agreementsOf('News', '12 November 2024', sentence);
  expect(agreement?.date?.value ?? null).toBe(date);
});

it('a headline and a body that call the parties otherwise tell one paper', async () => {
  const agreements = await agreementsOf(
    'Chad, Peru sign letter of intent on floods',
    '16 April 2024',
    'The Red Cross of Chad (RCC) and the Peruvian Red Cross signed on Tuesday a letter of intent on floods.',
    'The document was signed by Adam Haroun, vice president of the RCC, and Julia Quispe, president of the Peruvian Red Cross.',
  );
  expect(agreements.map(({ parties, date }) => [parties, date?.value])).toEqual([
    [['Red Cross of Chad', 'Peruvian Red Cross'], '2024-04-16'],
  ]);
});

describe('two languages of one document', () => {
  it('tell one agreement where the parties, their letters or the amount are the same', async () => {
    const agreements = await agreementsOf(
      'News',
      'The Manar University signed a memorandum of understanding with the Zarqawil Foundation on training.',
      'وقعت جامعة المنار مذكرة تفاهم مع مؤسسة زرقاويل للتدريب.',
    );
    expect(agreements).toHaveLength(1);
  });

  it('tell two where only the kind is the same', async () => {
    const agreements = await agreementsOf(
      'News',
      'The Manar University signed a memorandum of understanding with the Hope Foundation on training.',
      'وقعت جمعية الإحسان مذكرة تفاهم مع مؤسسة البناء لدعم الأسر.',
    );
    expect(agreements.map(({ parties }) => parties)).toEqual([
      ['Manar University', 'Hope Foundation'],
      ['جمعية الإحسان', 'مؤسسة البناء'],
    ]);
  });
});

it('a headline that names in short what the body names in full tells no second agreement', async () => {
  const arabic = await agreementsOf(
    '«الهلال الأحمر» التونسي و«المفوضية» يوقعان اتفاقية لدعم اللاجئين',
    '14 مارس 2023',
    'وقعت جمعية الهلال الأحمر التونسي، اليوم الثلاثاء، اتفاقية تعاون مع المفوضية السامية للأمم المتحدة لشؤون اللاجئين لتوفير المأوى.',
    'وقال رئيسها إن الاتفاقية تستكمل جهودا بدأت في العام الماضي.',
  );
  expect(arabic.map(({ status, date }) => [status, date?.value])).toEqual([['signed', '2023-03-14']]);
  const english = await agreementsOf(
    "Chad, Peru launch 'Clear Rivers' Initiative, hold talks on customs accord",
    '3 October 2024',
    "Amina Haroun, Chad's Minister of Water and Energy, and Julia Quispe, Peru's Minister of Rivers, today launched the 'Clear Rivers' Initiative, a plan to clean 40 rivers.",
  );
  expect(english.map(({ status, parties, date }) => [status, parties, date?.value ?? null])).toEqual([
    ['launched', ['Chad', 'Peru'], '2024-10-03'],
    ['discussed', ['Chad', 'Peru'], null],
  ]);
});

it('an older paper is not the one of the headline', async () => {
  const agreements = await agreementsOf(
    'Chad and Qatar hold talks on customs accord',
    '17 April 2024',
    'Chad and Qatar held talks in Doha on an agreement on customs.',
    'They reviewed progress under the air services agreement that the two countries signed in Doha in March 2023.',
  );
  expect(agreements.map(({ status, title }) => [status, title])).toEqual([
    ['discussed', 'customs accord'],
    ['signed', 'air services agreement'],
  ]);
});

it('a paper that is to be signed is not the one that they sign now', async () => {
  const agreements = await agreementsOf(
    'Qatar, Chad to sign defence pact next year',
    'Qatar and Chad signed a statement of intent on Friday, which their ministers called a first step.',
  );
  expect(agreements.map(({ kind, status }) => [kind, status])).toEqual([
    ['agreement', 'planned'],
    ['other', 'signed'],
  ]);
});

describe('several papers of one ceremony', () => {
  it('told one by one are an entry each, with its own party', async () => {
    const agreements = await agreementsOf(
      'Qatar Charity signed two agreements in Doha to support health in Sudan.',
      'The first, with the Sudanese Red Crescent Society, provides for a clinic.',
      'Under the second agreement, the World Food Programme will run ten bakeries.',
    );
    expect(agreements.map(({ parties, status }) => [status, parties])).toEqual([
      ['signed', ['Qatar Charity', 'Sudanese Red Crescent Society']],
      ['signed', ['Qatar Charity', 'World Food Programme']],
    ]);
  });

  it('are not counted by what is no paper', async () => {
    const agreements = await agreementsOf(
      'Qatar and Chad signed several agreements in Doha.',
      'The first visitors came at noon. The second day was quiet.',
    );
    expect(agreements).toHaveLength(1);
  });
});

describe('who signs', () => {
  it.each<[string, string[]]>([
    [
      'It was signed by Ahmed Hassan and Mariam Idriss in the presence of Omar Saleh.',
      ['Ahmed Hassan', 'Mariam Idriss'],
    ],
    ['Ahmed Hassan signed for the ministry and Mariam Idriss for the bank.', ['Ahmed Hassan', 'Mariam Idriss']],
    ['Ahmed Hassan and Mariam Idriss signed the document after Omar Saleh arrived.', ['Ahmed Hassan', 'Mariam Idriss']],
    ['Omar Saleh signed the guest book. Ahmed Hassan will sign for the bank.', []],
  ])('may be told in the next sentence: %s', async (next, signatories) => {
    const [agreement] = await agreementsOf(`Qatar and Chad signed an agreement on health. ${next}`);
    expect(agreement?.signatories).toEqual(signatories);
  });

  it('are those after "by", not who speaks or visits', async () => {
    const [agreement] = await agreementsOf(
      'Omar Saleh said the pact, signed by Ahmed Hassan for Qatar and Mariam Idriss for Chad, was renewed when Khaled Nasser visited.',
    );
    expect(agreement?.signatories).toEqual(['Ahmed Hassan', 'Mariam Idriss']);
  });

  it('may be a counterpart', async () => {
    const [agreement] = await agreementsOf(
      'Omani minister Khaled Nasser and his Moroccan counterpart, Omar Saleh, signed a memorandum of understanding.',
    );
    expect(agreement?.signatories).toEqual(['Khaled Nasser', 'Omar Saleh']);
  });
});

describe('another agreement of the same document', () => {
  it.each([
    'Both welcomed the ceasefire agreement signed in Geneva in October 2020.',
    'They took stock of the regional trade pact in force since January 2022.',
    'Talks on a customs agreement between Chad and Kenya are to resume.',
  ])('is one of its own: %s', async (second) => {
    const agreements = await agreementsOf('Qatar and Chad signed an agreement on 3 May 2023 to train nurses.', second);
    expect(agreements).toHaveLength(2);
  });

  it('is a framework that a body named Fund concluded before', async () => {
    const agreements = await agreementsOf(
      'The Arab Fund signed a loan agreement with Chad on 3 May 2023.',
      'It comes within the framework agreement which the Fund concluded with Chad in 2019.',
    );
    expect(agreements.map(({ kind, date }) => [kind, date?.value])).toEqual([
      ['agreement', '2023-05-03'],
      ['framework', '2019'],
    ]);
  });
});

describe('names of parties in English', () => {
  it.each<[string, string[]]>([
    ['Foreign Ministers Karl Stein of Chad and Omar Saleh of Kenya signed a treaty.', ['Chad', 'Kenya']],
    [
      'QRCS signed an agreement with the American Red Cross for the International Services and the Volunteers.',
      ['American Red Cross', 'QRCS'],
    ],
    ['Omani and Iraqi foreign ministers signed a fishing agreement.', ['Iraqi foreign ministers', 'Omani']],
    ['Zara Ali leads the New Dawn party, which signed an agreement with Chad.', ['Chad', 'New Dawn']],
    ['Speaking in Doha, Qatar and Chad said they had signed an agreement.', ['Chad', 'Qatar']],
    ['A pact between Qatar and Chad was signed, the Foreign Office said on Monday.', ['Chad', 'Qatar']],
    ['State oil marketer SOMO signed contracts with Chad.', ['Chad', 'SOMO']],
    ['Finance Minister Omar Saleh signed a loan agreement with Chad.', ['Chad']],
    [
      'The Health, Safety and Trade Agreement (HSTA), signed by the Kurdistan Regional Government and Chad, is old.',
      ['Chad', 'Kurdistan Regional Government'],
    ],
    ['Kenya will give S$5 million to a fund that was launched by Chad.', ['Chad']],
    ["The ZRC's director told reporters that the society will sign a protocol with Chad.", ['Chad', 'ZRC']],
    ['The mayor urged the government to conclude a transit pact with Chad.', ['Chad', 'government']],
    ['Chad struck a deal with northern rebels last week.', ['Chad', 'northern rebels']],
    [
      'Kenya urged Chad to conclude a pact with Mali along the lines of the one Qatar signed with Peru.',
      ['Chad', 'Mali'],
    ],
    [
      'The Regional Authority on Pastures (RAP) and Chad signed a grazing agreement.',
      ['Chad', 'Regional Authority on Pastures'],
    ],
  ])('%s → %s', async (text, parties) => {
    const found = (await agreementsOf(text)).flatMap((agreement) => agreement.parties);
    expect(found.sort()).toEqual(parties);
  });

  it('are states where "the two governments" sign', async () => {
    const agreements = await agreementsOf(
      'Qatar held talks with Chad on Sunday.',
      'The Arab Fund met with the World Bank.',
      'The two governments signed an agreement on health.',
    );
    expect(agreements.flatMap(({ parties }) => parties)).toEqual(['Qatar', 'Chad']);
  });

  it('are no title with an amount, nor what is said in quotation marks', async () => {
    expect((await agreementsOf('Qatar and Chad signed a $12m agreement to build schools.'))[0]?.title).toBe(
      'agreement',
    );
    const [pact] = await agreementsOf('Qatar and Chad signed a pact “that nobody has read”.');
    expect(pact?.title).toBe('pact');
  });
});

describe('bad input', () => {
  const sentences = fc.constantFrom(
    'وقعت قطر وتركيا', 'اتفاقية', 'مذكرة تفاهم', 'بين', 'مع', 'الجانبان', 'سيتم توقيعها', '، و', 'التي', 'في 3 مايو 2022', '.',
    'signed', 'an agreement', 'between', 'Qatar', 'and', 'UNICEF', 'to be', 'both sides', '(QRCS)', '“', '”', '"', '\n\n', '😀', 'ـــ', 'وَقَّعَ', '\u200f', '500', '$',
  ); // prettier-ignore

  it('keeps every part verbatim whatever is mixed', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(sentences, { maxLength: 60 }), async (pieces) => {
        const { corpus, agreements } = await read(temporaryFolder({ 'a.txt': `نص ${pieces.join(' ')}` }));
        expectVerbatim(corpus, agreements);
      }),
      { numRuns: 60 },
    );
  });

  it('finds the same without hamzas and with every vowel mark', async () => {
    const [plain] = await agreementsOf('وقعت دولة قطر والولايات المتحدة الأمريكية أمس اتفاقية لدعم اللاجئين.');
    const [bare] = await agreementsOf('وقعت دولة قطر والولايات المتحدة الامريكية امس اتفاقية لدعم اللاجئين.');
    const [marked] = await agreementsOf('وَقَّعَتْ دَوْلَةُ قَطَرَ وَالوِلَايَاتُ المُتَّحِدَةُ الأَمْرِيكِيَّةُ أَمْسِ اتِّفَاقِيَّةً لِدَعْمِ اللَّاجِئِينَ.');
    for (const found of [plain, bare, marked]) {
      expect(found).toMatchObject({ kind: 'agreement', status: 'signed' });
      expect(found?.parties).toHaveLength(2);
    }
  });

  it('invents nothing in Persian, Urdu, capitals or a list of names', async () => {
    expect(
      await agreementsOf(
        'قطر و ترکیه برای همکاری در زمینه بهداشت توافق‌نامه‌ای امضا کردند که از سال آینده اجرا می‌شود.',
      ),
    ).toEqual([]);
    expect(await agreementsOf('قطر اور ترکی نے صحت کے شعبے میں تعاون کے معاہدے پر دستخط کیے ہیں۔')).toEqual([]);
    expect(await agreementsOf('محمد أحمد علي حسن خالد سعيد عمر يوسف إبراهيم')).toEqual([]);
    expect(await agreementsOf('QATAR TURKEY EGYPT JORDAN MEETING SCHEDULE FOR THE WHOLE WEEK')).toEqual([]);
  });

  it('takes time in proportion to one huge paragraph', async () => {
    const sentence = 'وقعت قطر وتركيا اتفاقية للتعاون في مجال الصحة مع منظمة الصحة العالمية بحضور وزير الخارجية ';
    const time = async (times: number): Promise<number> => {
      const corpus = await readCorpus(temporaryFolder({ 'a.txt': sentence.repeat(times) }));
      const began = performance.now();
      extractAgreements(corpus);
      return performance.now() - began;
    };
    await time(100);
    const [small, large] = [await time(100), await time(800)];
    expect(large).toBeLessThan(8 * 4 * Math.max(small, 5));
  });
});
