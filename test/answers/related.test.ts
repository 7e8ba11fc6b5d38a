import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { answerQuestion, type AskOutcome } from '../../src/answers/ask.js';
import { cite } from '../../src/answers/citation.js';
import { sentencesIn } from '../../src/answers/excerpt.js';
import type { Library } from '../../src/answers/library.js';
import { openLibrary } from '../../src/answers/open-library.js';
import { relatedExcerpts } from '../../src/answers/related.js';
import type { RelatedExcerpt } from '../../src/answers/reply.js';
import { projectFile } from '../../src/text/project.js';
import { temporaryFolder } from '../temporary.js';

const ask = (question: string, library: Library, options: object = {}): AskOutcome =>
  answerQuestion(
    { question, limit: 3, language: /\p{Script=Arabic}/u.test(question) ? 'ar' : 'en', ...options },
    library,
  );

/** What is related to each sentence of a library, with its own file. */
function allRelated({ corpus, search }: Library, library: Library): { file: string; related: RelatedExcerpt }[] {
  return search.passages.flatMap((passage) =>
    sentencesIn(passage).flatMap(({ start, end }) => {
      const document = corpus.documents[passage.document]!;
      const base = passage.paragraph.start;
      const citation = cite(document, passage.paragraph, { start: base + start, end: base + end });
      const cited = { citations: [citation], passage, answer: null };
      return relatedExcerpts(library, cited, 'en', () => true).map((related) => ({ file: document.file, related }));
    }),
  );
}

const pairsIn = (library: Library): Set<string> =>
  new Set(allRelated(library, library).map(({ file, related }) => `${file} → ${related.excerpt.file}`));

/** One report in each language, by different hands, of a visit, a signing and a gift. */
const VISIT = {
  en: 'Oslo, 4 March 2024 - Jordanian Foreign Minister Lina Haddad arrived in Oslo on Monday for talks on grain exports with Norwegian Prime Minister Erik Solberg.',
  ar: 'وصلت وزيرة الخارجية الأردنية لينا حداد إلى أوسلو، الاثنين 4 مارس 2024، لإجراء محادثات مع رئيس الوزراء النرويجي إريك سولبرغ حول صادرات الحبوب.',
};
const SIGNING = {
  en: 'The Kenya Red Cross and the Moroccan Red Crescent signed a memorandum of understanding in Nairobi to train 300 nurses and exchange expertise.',
  ar: 'وقع الصليب الأحمر الكيني والهلال الأحمر المغربي في نيروبي مذكرة تفاهم لتدريب 300 ممرض وممرضة وتبادل الخبرات.',
};
const GIFT = {
  en: 'Last week the Danish government gave the Sanaa children hospital two ambulances and medical equipment.',
  ar: 'قدمت الحكومة الدنماركية الأسبوع الماضي لمستشفى الأطفال في صنعاء سيارتي إسعاف ومعدات طبية.',
};
const ELSEWHERE = {
  en: 'The city library opened a reading room for visitors who cannot see, with books that are read aloud.',
  ar: 'أعلنت البلدية إغلاق الجسر القديم أمام السيارات شهرًا كاملًا لإصلاح أعمدته.',
};

describe('both languages of one event', () => {
  const bothLanguages = (): Promise<Library> =>
    openLibrary(
      temporaryFolder({
        'en.txt': `${[VISIT.en, SIGNING.en, GIFT.en, ELSEWHERE.en].join('\n\n')}\n`,
        'ar.txt': `${[GIFT.ar, ELSEWHERE.ar, VISIT.ar, SIGNING.ar].join('\n\n')}\n`,
      }),
    );

  test.each([
    ['Who arrived in Oslo for talks on grain exports?', VISIT.en, VISIT.ar],
    ['من وصل إلى أوسلو لإجراء محادثات حول صادرات الحبوب؟', VISIT.ar, VISIT.en],
    ['What did the Kenya Red Cross and the Moroccan Red Crescent sign?', SIGNING.en, SIGNING.ar],
    ['ماذا وقع الصليب الأحمر الكيني والهلال الأحمر المغربي؟', SIGNING.ar, SIGNING.en],
    ['What did the Danish government give the hospital in Sanaa?', GIFT.en, GIFT.ar],
  ])('%s', async (question, cited, other) => {
    const library = await bothLanguages();
    const { citations, related } = ask(question, library, { limit: 1 });
    expect(citations?.map(({ text }) => text)).toEqual([cited]);
    expect(related?.map(({ citation, excerpt }) => [citation, excerpt.text])).toEqual([[0, other]]);
  });

  test('the reason names words that both tell, in the language of the reply', async () => {
    const library = await bothLanguages();
    const english = ask('Who arrived in Oslo for talks on grain exports?', library).related![0]!;
    expect(english.why).toMatch(/^Both tell of: .*Minister/);
    const arabic = ask('من وصل إلى أوسلو لإجراء محادثات حول صادرات الحبوب؟', library).related![0]!;
    expect(arabic.why).toMatch(/^مما يذكره كلاهما: .*وزيرة/);
  });

  test('what is said there for the words that decided is marked', async () => {
    const library = await bothLanguages();
    const { excerpt } = ask('Who arrived in Oslo for talks on grain exports?', library).related![0]!;
    const marked = excerpt.highlights.map(([start, end]) =>
      excerpt.text.slice(start - excerpt.start, end - excerpt.start),
    );
    expect(marked).toEqual(expect.arrayContaining(['أوسلو', 'الحبوب', 'حداد']));
    expect(marked).not.toContain('رئيس');
  });

  test('a paragraph that nothing in the other language reports has nothing beside it', async () => {
    const library = await bothLanguages();
    expect(ask('What did the city library open?', library).related).toEqual([]);
    expect(ask('ماذا أعلنت البلدية؟', library).related).toEqual([]);
  });

  test('what the options leave out is not shown either', async () => {
    const library = await bothLanguages();
    const question = 'Who arrived in Oslo for talks on grain exports?';
    expect(ask(question, library, { source: 'en' })).toMatchObject({ status: 'answered', related: [] });
  });

  test('the citations are the same with it and without', async () => {
    const library = await bothLanguages();
    const question = 'What did the Kenya Red Cross and the Moroccan Red Crescent sign?';
    expect(ask(question, library, { limit: 1 }).citations).toHaveLength(1);
    const alone = await openLibrary(temporaryFolder({ 'en.txt': `${[VISIT.en, SIGNING.en].join('\n\n')}\n` }));
    expect(ask(question, alone)).toMatchObject({ status: 'answered', related: [] });
  });
});

describe('another event of the same kind is not the same', () => {
  const unrelated = async (en: string, ar: string): Promise<void> => {
    const files = { 'en.txt': `${en}\n\n${ELSEWHERE.en}\n`, 'ar.txt': `${ar}\n\n${ELSEWHERE.ar}\n` };
    expect([...pairsIn(await openLibrary(temporaryFolder(files)))]).toEqual([]);
  };

  test('on other days', () => unrelated(VISIT.en, VISIT.ar.replace('الاثنين 4 مارس 2024', 'الخميس 9 مايو 2021')));

  test('in another year alone', () => unrelated(VISIT.en, VISIT.ar.replace('2024', '2019')));

  test('with another party', () =>
    unrelated(SIGNING.en, SIGNING.ar.replace('الكيني', 'الأوغندي').replace('نيروبي', 'كمبالا')));

  test('with other numbers', () => unrelated(SIGNING.en, SIGNING.ar.replace('300', '45')));

  test('in another place of the row', async () => {
    const en =
      'Norway and Jordan held their fifth annual dialogue on water and energy in Oslo, with the ministers of both countries.';
    const ar = 'عقدت النرويج والأردن حوارهما السنوي الرابع حول المياه والطاقة في أوسلو، بحضور وزراء البلدين.';
    await unrelated(en, ar);
    const same = await openLibrary(
      temporaryFolder({ 'en.txt': `${en}\n`, 'ar.txt': `${ar.replace('الرابع', 'الخامس')}\n` }),
    );
    expect(pairsIn(same).size).toBe(2);
  });

  test('by a person who says something else', () =>
    unrelated(
      'UN spokesman Stephane Dujarric said that the convoy had reached the city with flour and medicine.',
      'وقال المتحدث باسم الأمم المتحدة ستيفان دوجاريك إن الأمين العام سيتوجه إلى جنيف يوم الجمعة.',
    ));

  test('in documents far apart, where no number tells that it is the same', async () => {
    const [en, ar] = [SIGNING.en.replace('300 ', ''), SIGNING.ar.replace('300 ', '')];
    const at = (date: string) => ({ 'en.txt': { date: '2024-05-02' }, 'ar.txt': { date } });
    const files = (date: string) => ({
      'en.txt': `${en}\n`,
      'ar.txt': `${ar}\n`,
      'corpus.json': JSON.stringify(at(date)),
    });
    expect(pairsIn(await openLibrary(temporaryFolder(files('2024-05-03')))).size).toBe(2);
    expect(pairsIn(await openLibrary(temporaryFolder(files('2021-05-03')))).size).toBe(0);
  });
});

describe('the five articles', () => {
  test('only the two halves of the one that is in both languages are related', async () => {
    const library = await openLibrary(projectFile('seeds'));
    const found = allRelated(library, library);
    expect(found.length).toBeGreaterThanOrEqual(20);
    for (const { file, related } of found) {
      expect(file).toBe('000_c5a4474d3ea6c370.txt');
      expect(related.excerpt.file).toBe('000_c5a4474d3ea6c370.txt');
    }
  });
});

describe('whatever the documents', () => {
  const texts = [VISIT, SIGNING, GIFT, ELSEWHERE].flatMap(({ en, ar }) => [en, ar]);

  test('it is a true quotation of another paragraph, in the other language', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(fc.constantFrom(...texts), { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 }),
        fc.constantFrom('\n', '\n\n', ' '),
        fc.constantFrom(
          'Who arrived in Oslo?',
          'ماذا وقع الصليب الأحمر الكيني؟',
          'What did the Danish government give?',
        ),
        async (documents, between, question) => {
          const files = documents.map((paragraphs, i) => [`${i}.txt`, `${paragraphs.join(between)}\n`] as const);
          const library = await openLibrary(temporaryFolder(Object.fromEntries(files)));
          const { citations = [], related = [] } = ask(question, library);
          for (const { citation, excerpt } of related) {
            const beside = citations[citation]!;
            const { text } = library.corpus.documents.find(({ file }) => file === excerpt.file)!;
            expect(excerpt.text).toBe(text.slice(excerpt.start, excerpt.end));
            expect(excerpt.language).toBe(beside.language === 'ar' ? 'en' : 'ar');
            expect(`${excerpt.file} ${excerpt.paragraph}`).not.toBe(`${beside.file} ${beside.paragraph}`);
            for (const [from, to] of excerpt.highlights)
              expect(from >= excerpt.start && to <= excerpt.end && from < to).toBe(true);
          }
          const { languages } = library.coverage;
          if ((languages.ar ?? 0) === 0 || (languages.en ?? 0) === 0) expect(related).toEqual([]);
        },
      ),
      { numRuns: 30 },
    );
  });
});
