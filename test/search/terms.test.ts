import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { Corpus, Document } from '../../src/corpus/document.js';
import { acronymsOf } from '../../src/search/acronyms.js';
import { createAnalysis } from '../../src/search/analysis.js';
import { createQuery, idfOf } from '../../src/search/query.js';
import { rank } from '../../src/search/search.js';
import { createVocabulary } from '../../src/search/vocabulary.js';
import { readCorpus } from '../../src/corpus/corpus.js';
import { buildIndex } from '../../src/search/index.js';
import { fold } from '../../src/text/fold.js';
import { temporaryFolder } from '../temporary.js';
import { mixture } from '../text/mixture.js';
import { corpus, index, lexicon, shown } from './corpus.js';

const documentsOf = async (files: Readonly<Record<string, string>>): Promise<Corpus> =>
  readCorpus(temporaryFolder(files));
const longForm = (documents: readonly Document[], acronym: string): string | undefined =>
  acronymsOf(documents).get(acronym)?.join(' ');

describe('acronymsOf', () => {
  it('ties an acronym to the words before its bracket', async () => {
    const { documents } = await documentsOf({
      'a.txt': 'The Qatar Red Crescent Society (QRCS) met the Office for the Coordination of Aid (OCA). It left.',
    });
    expect(longForm(documents, 'qrcs')).toBe('qatar red crescent society');
    expect(longForm(documents, 'oca')).toBe('office for the coordination of aid');
  });

  it('takes two exchanged letters for a slip only where the right acronym stands too', async () => {
    const { documents } = await documentsOf({
      'a.txt': 'The Qatar Red Crescent Society (QRCS) left. The QRSC came back.',
      'b.txt': 'Another body is the QCRS.',
    });
    expect(longForm(documents, 'qrsc')).toBe('qatar red crescent society');
    expect(longForm(documents, 'qcrs')).toBeUndefined();
  });

  it.each([
    ['other letters', 'The Qatar Red Crescent (XYZ) came.'],
    ['small letters', 'The Qatar Red Crescent (qrc) came.'],
    ['a bracket that holds more', 'The Qatar Red Crescent (QRC in short) came.'],
    ['words of content between', 'Qatar today sent Red trucks and Crescent flags (QRC).'],
  ])('ties nothing: %s', async (_name, text) => {
    const { documents } = await documentsOf({ 'a.txt': text });
    expect([longForm(documents, 'xyz'), longForm(documents, 'qrc')]).toEqual([undefined, undefined]);
  });

  it('knows the usual ones without a text, and a text knows better', async () => {
    expect(longForm([], 'mou')).toBe('memorandum of understanding');
    const { documents } = await documentsOf({ 'a.txt': 'The Ministry of Urbanism (MOU) opened.' });
    expect(longForm(documents, 'mou')).toBe('ministry of urbanism');
  });

  it('takes linear time for brackets without end', async () => {
    const { documents } = await documentsOf({
      'a.txt': 'Ab (AB) '.repeat(20_000) + '('.repeat(50_000) + 'ABC CBA '.repeat(10_000),
    });
    expect(acronymsOf(documents).size).toBeGreaterThan(0);
  });

  it('lets a question by either form find the other', () => {
    const best = (question: string): string =>
      shown(rank(index, createQuery(index, index.analysis.analyse(question)))[0]!.passage);
    expect(best('LARD clinics')).toContain('runs nine clinics');
    expect(best('clinics of the League for Arab Relief and Development in the district')).toContain(
      'runs nine clinics',
    );
    expect(best('MoU of the University of Marsa')).toContain('memorandum of understanding');
  });
});

describe('createAnalysis', () => {
  const analysis = createAnalysis(new Set(['قطر', 'توقيع', 'agreement'].map(fold)));

  test.each([
    ['the United Nations in the US', [true, false, false, true, true, false]],
    ['WHO says who', [false, false, true]],
    ['من قطر إلى آلية', [true, false, true, false]],
  ])('stop words of "%s"', (text, stops) => {
    expect(analysis.analyse(text).map(({ stop }) => stop)).toEqual(stops);
  });

  it('parts the clitic from a word of the corpus only', () => {
    const stems = (text: string): string[] => analysis.analyse(text).map(({ stem }) => stem);
    expect(stems('وقطر لتوقيع وكالة')).toEqual([...stems('قطر توقيع'), fold('وكال')]);
  });

  it('parts the two words of a glued name, each at its place', () => {
    const text = 'التقى عبدالرحمن';
    expect(analysis.analyse(text).map(({ start, end }) => text.slice(start, end))).toEqual(['التقى', 'عبد', 'الرحمن']);
  });

  it('gives terms in order, inside the text, with a stem, and the same each time', () => {
    fc.assert(
      fc.property(mixture, (text) => {
        let end = 0;
        const terms = analysis.analyse(text);
        for (const term of terms) {
          expect(term.start).toBeGreaterThanOrEqual(end);
          expect(term.end).toBeGreaterThan(term.start);
          expect(term.stem).toMatch(/^\S+$/u);
          end = term.end;
        }
        expect(end).toBeLessThanOrEqual(text.length);
        expect(analysis.analyse(text)).toEqual(terms);
      }),
    );
  });
});

describe('createVocabulary', () => {
  it('numbers stems and words once, and counts the passages that hold them', () => {
    const passages = fc.array(fc.array(fc.constantFrom('قطر', 'وزير', 'aid', 'ministr', '2022'), { maxLength: 8 }), {
      maxLength: 8,
    });
    fc.assert(
      fc.property(passages, (texts) => {
        const vocabulary = createVocabulary();
        for (const stems of texts) {
          const numbers = Int32Array.from(stems, (stem) => vocabulary.addStem(stem, 'word', false));
          vocabulary.countPassage({
            stems: numbers,
            words: Int32Array.from(stems, (stem) => vocabulary.addWord(stem)),
          });
        }
        expect(vocabulary.passages()).toBe(texts.length);
        for (const stem of texts.flat()) {
          const holders = texts.flatMap((stems, i) => (stems.includes(stem) ? [i] : []));
          const number = vocabulary.stemNumber(stem)!;
          expect(vocabulary.stems[number]).toBe(stem);
          expect(vocabulary.passagesWith(number)).toEqual(holders);
          expect(vocabulary.stemFrequency(number)).toBe(holders.length);
          expect(vocabulary.wordFrequency(vocabulary.wordNumber(stem)!)).toBe(holders.length);
        }
        expect(vocabulary.stemNumber('unknown')).toBeUndefined();
      }),
    );
  });

  it('finds near stems, most alike first, the same letters with 1, no numbers', () => {
    const vocabulary = createVocabulary();
    for (const stem of ['turkmenistan', 'turkish', 'uzbekistan', 'qatar']) vocabulary.addStem(stem, 'word', false);
    vocabulary.addStem('turkmenistan2022', 'number', false);
    const near = vocabulary.near('turkmenistan', 0.2, 10);
    expect(near.map(({ stem }) => vocabulary.stems[stem])).toEqual(
      ['turkmenistan', 'uzbekistan', 'turkish'].slice(0, near.length),
    );
    expect(near[0]?.similarity).toBe(1);
    for (const { similarity } of vocabulary.near('turkmenstan', 0, 10)) expect(similarity).toBeLessThan(1);
    expect(vocabulary.near('turkmenistan', 0.2, 1)).toHaveLength(1);
  });
});

describe('createQuery', () => {
  it('has each word once, stop words never, and weighs a rare word more', () => {
    const { concepts } = createQuery(
      index,
      index.analysis.analyse('the wheat and the wheats of the ministry of wheat'),
    );
    expect(concepts.map(({ word }) => word)).toEqual(['wheat', 'ministry']);
    const [common, rare] = ['the harbour', 'Bellweather'].map(
      (text) => createQuery(index, index.analysis.analyse(text)).concepts[0]!.idf,
    );
    expect(rare).toBeGreaterThan(common!);
  });

  it('never weighs below nothing', () => {
    fc.assert(
      fc.property(fc.nat(10_000), fc.nat(10_000), (a, b) => {
        expect(idfOf(Math.max(a, b), Math.min(a, b))).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it('is made for any text, with a total that divides', () => {
    fc.assert(
      fc.property(mixture, (text) => {
        const { concepts, totalIdf } = createQuery(index, index.analysis.analyse(text));
        expect(totalIdf).toBeGreaterThan(0);
        for (const { stems, alike } of concepts)
          for (const likeness of [...stems.values(), ...alike.values()]) {
            expect(likeness).toBeGreaterThan(0);
            expect(likeness).toBeLessThanOrEqual(1);
          }
      }),
    );
  });

  it('finds names across the scripts by their sound', () => {
    const heard = (word: string): string[] => index.sounds(fold(word)).map(({ stem }) => index.vocabulary.stems[stem]!);
    expect(heard('Farouk')).not.toContain('farouk');
    expect(heard('فاروق')).toContain(index.analysis.stemOf('farouk', 'word'));
    expect(heard('Hashimi')).toContain(index.analysis.stemOf('الهاشمي', 'arabic'));
    expect(heard('xyzzy')).toEqual([]);
  });
});

test('the same corpus gives the same index', () => {
  expect(JSON.stringify(buildIndex(corpus, lexicon).mini)).toBe(JSON.stringify(index.mini));
});

describe('a clitic whose word stands nowhere by itself', () => {
  it('is no reason to miss the word', async () => {
    const small = buildIndex(
      await documentsOf({ 'a.txt': 'ورفضت الجمعية طلبًا لنقل المركز.\n\nافتتحت الوزارة مستشفى لغسيل الكلى.\n' }),
      lexicon,
    );
    for (const [asked, paragraph] of [
      ['رفضت', 1],
      ['غسيل', 2],
    ] as const) {
      const query = createQuery(small, small.analysis.analyse(asked));
      expect(rank(small, query, () => true).map(({ passage }) => passage.paragraph.number)).toEqual([paragraph]);
    }
  });

  it('is not looked for before short words, which it would make into others', async () => {
    const small = buildIndex(await documentsOf({ 'a.txt': 'صدر كتاب جديد.\n' }), lexicon);
    const query = createQuery(small, small.analysis.analyse('تاب'));
    expect(query.concepts.map(({ stems }) => stems.size)).toEqual([0]);
  });
});

describe('another person of an Arabic verb', () => {
  test.each([
    ['تلقى', 'تلقت الجمعية دعوة من المدينة.'],
    ['تلقت', 'وقد تلقى الوفد دعوة من المدينة.'],
    ['دعا', 'كما دعت الجمعية إلى اجتماع.'],
    ['يقع', 'تقع المدينة على الساحل.'],
    ['تبلغ', 'يبلغ عدد السكان مليونين.'],
  ])('%s is found in «%s»', async (asked, told) => {
    const small = buildIndex(await documentsOf({ 'a.txt': `افتتحت الوزارة مركزًا جديدًا.\n\n${told}\n` }), lexicon);
    const query = createQuery(small, small.analysis.analyse(asked));
    expect(rank(small, query).map(({ passage }) => passage.paragraph.number)).toEqual([2]);
  });
});
