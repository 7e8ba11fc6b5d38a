import { describe, expect, it } from 'vitest';
import { readCorpus } from '../../src/corpus/corpus.js';
import { extractAgreements } from '../../src/knowledge/agreements.js';
import type { AgreementStatus } from '../../src/knowledge/kinds.js';
import type { Agreement } from '../../src/knowledge/knowledge.js';
import { extractPeople } from '../../src/knowledge/people.js';
import { temporaryFolder } from '../temporary.js';

const agreementsOf = async (...paragraphs: readonly string[]): Promise<readonly Agreement[]> => {
  const corpus = await readCorpus(temporaryFolder({ 'a.txt': paragraphs.join('\n\n') }));
  return extractAgreements(corpus, extractPeople(corpus));
};

describe('how far an English agreement came', () => {
  it.each<[string, AgreementStatus]>([
    ['Oxfam Kenya and the Ministry of Health on Monday forged a partnership to send warnings.', 'signed'],
    ['Qatar Charity and the Ministry of Health sealed a tie-up on dialysis centres.', 'signed'],
    ['The Kenya Red Cross and UNICEF entered into a collaboration to train nurses.', 'signed'],
    ['The rector led the signing of the memorandum of agreement (MOA) with UNICEF.', 'signed'],
    ['The governments of Kenya and Japan exchanged letters on Monday for a grant of $3 million.', 'signed'],
    ['The talks between Chad and Niger culminated in the Doha Declaration last May.', 'signed'],
    ['Kamau hopes that the Defence Agreement signed by Kenya and Japan would soon be ratified.', 'signed'],
    ['A 2012 peace agreement disarmed the northern movement.', 'signed'],
    ['Kenya and Chad signed an agreement on Monday to replace one that expired in May.', 'signed'],
    ['The mediators want to turn the calm into a full peace agreement.', 'proposed'],
    ['The mayor urged the county government to enter into its own agreement with UNICEF.', 'proposed'],
    ['The county was negotiating with two firms and hoped to have a contract signed within a week.', 'proposed'],
    ['The Kuwait Fund and the Arab League discussed a draft memorandum on education.', 'discussed'],
    ['Kenya and Chad looked into a proposed initiative for schooling.', 'discussed'],
    ['He led the team that opposed the signing of the agreement with Chad.', 'discussed'],
    ['Nothing resulted in a deal between Kenya and Chad.', 'discussed'],
    ['The ministers of Kenya and Chad will exchange letters on a grant in May.', 'planned'],
    ['A six-month ceasefire between the government and the rebels is due to expire in August.', 'in_force'],
    ['The ceasefire between Chad and the rebels expires at midnight on Sunday.', 'in_force'],
    ['A ceasefire between Chad and the rebels held for a third day on Sunday.', 'in_force'],
    ['A five-year agreement between Kenya and UNICEF runs until 2027.', 'in_force'],
    ['The Ministry of Health already has an agreement with UNICEF.', 'in_force'],
    ['Kenya and UNICEF cemented their friendship with the signing of a memorandum of understanding.', 'signed'],
    ['A truce brokered by Qatar in May 2022 collapsed within days.', 'ended'],
    ['The Kenya Red Cross and the Norwegian Red Cross launched a joint programme on blood safety.', 'launched'],
    ['It is paid by the Sahel Water Fund, which was launched by UNICEF and the Arab League in 2021.', 'launched'],
    ['The new rules build on a first accord, concluded in 2015, which expired in June.', 'ended'],
    ['A landmark pact that let ships sail through the straits expired on Thursday.', 'ended'],
    ['A lease deal between the county government and the Red Cross came to an end.', 'ended'],
  ])('%s → %s', async (text, status) => {
    expect((await agreementsOf(text)).map((agreement) => agreement.status)).toEqual([status]);
  });

  it.each([
    'The two presidents exchanged letters of congratulation on the national day of Chad.',
    'Doctors from Qatar and Chad exchanged notes on how to treat burns.',
    'He notes that the society sends letters to families and exchanges news with Chad.',
    'Kenya wants to turn the page on its dispute with Chad.',
    'The accord that both sides signed in May has never expired.',
    'The ministry forged ahead with a plan on a partnership with Chad.',
    'As agreed between Kenya and Chad, the border reopened.',
    'The date, to be agreed between Kenya and Chad, is open.',
    'Kenya is in talks with Chad, and talks with Mali are under way.',
    'A 2014 draft agreement angered Chad.',
    'The ministry would have an agreement with UNICEF by then.',
    'Kenya has no agreement with UNICEF.',
    'The Kenya Red Cross has a partnership with good friends.',
  ])('%s → none', async (text) => {
    expect(await agreementsOf(text)).toEqual([]);
  });

  it('is not signed by another that the same sentence tells, nor in force because another is', async () => {
    const initialled = await agreementsOf(
      'Kenya and Chad initialled a protocol, a step that widens the pact that the two nations signed in February.',
    );
    expect(initialled.map(({ status }) => status)).toEqual(['planned', 'signed']);
    for (const { parties } of initialled) expect(parties).toEqual(['Kenya', 'Chad']);
    const wanted = await agreementsOf(
      'The Arab League called on both to conclude a permanent arrangement for exports.',
      'Ships were checked under the arrangement.',
    );
    expect(wanted.map(({ status }) => status)).toEqual(['proposed']);
  });

  it('stays ended where it is told again who brokered it', async () => {
    const agreements = await agreementsOf(
      '19 July 2024',
      'A landmark pact that let ships sail through the straits expired on Thursday.',
      'The pact, which was brokered by Qatar in January, had cut prices.',
    );
    expect(agreements.map(({ status, parties }) => [status, parties])).toEqual([['ended', []]]);
  });
});

describe('agreements without a noun of their own', () => {
  it('are what was agreed between two', async () => {
    const text = 'The opening of the crossing, agreed between the Government of Chad and UNHCR, runs for two months.';
    expect(await agreementsOf(text)).toMatchObject([
      { status: 'signed', title: 'opening of the crossing', parties: ['Chad', 'UNHCR'] },
    ]);
  });

  it('are what talks beside a paper are about', async () => {
    const text =
      'UNICEF has concluded similar agreements with Chad and Niger, and talks with the governments of Mali and Togo are at an advanced stage.';
    expect((await agreementsOf(text)).map(({ status, parties }) => [status, parties])).toEqual([
      ['signed', ['UNICEF', 'Chad', 'Niger']],
      ['discussed', ['UNICEF', 'Mali', 'Togo']],
    ]);
  });

  it('are counted, several in one sentence', async () => {
    const agreements = await agreementsOf(
      'UNICEF signed three agreements on Monday.',
      'The first, an agreement with Chad, will fund wells.',
      'The second, with the Norwegian Refugee Council, concerns land, while the third is a memorandum of understanding with Oxford University on surgery.',
    );
    expect(agreements.map(({ kind, parties }) => [kind, ...parties])).toEqual([
      ['agreement', 'UNICEF', 'Chad'],
      ['agreement', 'UNICEF', 'Norwegian Refugee Council'],
      ['memorandum', 'UNICEF', 'Oxford University'],
    ]);
  });
});

describe('the parties of an English agreement', () => {
  it.each<[string, string[]]>([
    [
      'Also launched was "Green Wells", an initiative of the Kenya Red Cross and UNICEF.',
      ['Kenya Red Cross', 'UNICEF'],
    ],
    ['He proposed a fund for flood medicine in which Chad, Niger and Mali would take part.', ['Chad', 'Mali', 'Niger']],
    ['A truce brokered by Qatar between Kenya and Chad was signed on Monday.', ['Chad', 'Kenya']],
    ['Goods move under the Qatar-Chad Economic Partnership Agreement of 2019.', ['Chad', 'Qatar']],
    [
      'The Greek Foreign Minister said that his country would like to conclude a pact with Chad.',
      ['Chad', 'Greek Foreign Minister'],
    ],
    ['The pact between the Government and the rebels was signed in Doha.', ['Government', 'rebels']],
    [
      'The Ministry of Foreign Affairs and the United Nations High Commissioner for Refugees (UNHCR) signed a framework agreement.',
      ['Ministry of Foreign Affairs', 'United Nations High Commissioner for Refugees'],
    ],
    [
      'The Red Cross of Kenya, the Ministry of Health and mobile operator Zentel Connect signed a contract.',
      ['Ministry of Health', 'Red Cross of Kenya', 'Zentel Connect'],
    ],
    [
      'Under an arrangement in place since 2015, the Kenya Red Cross runs the centre together with the Chad Red Cross.',
      ['Chad Red Cross', 'Kenya Red Cross'],
    ],
  ])('%s → %s', async (text, parties) => {
    expect((await agreementsOf(text)).flatMap((agreement) => agreement.parties).sort()).toEqual(parties);
  });

  it('are no purpose cut off before the next paper', async () => {
    const [first] = await agreementsOf('Kenya and Chad will sign an agreement on trade and a note easing visas.');
    expect(first?.purpose).toBe('on trade');
  });
});

describe('what English texts cite as law', () => {
  it.each([
    'All states that have signed the Geneva Conventions must respect them.',
    'The Hague Conventions, which Chad ratified in 1990, oblige both parties.',
  ])('is no agreement: %s', async (text) => {
    expect(await agreementsOf(text)).toEqual([]);
  });
});
