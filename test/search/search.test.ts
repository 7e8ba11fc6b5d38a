import fc from 'fast-check';
import { describe, expect, it, test, vi } from 'vitest';
import { createCrossQuery } from '../../src/search/cross-query.js';
import { FEATURES } from '../../src/search/features.js';
import { buildIndex } from '../../src/search/index.js';
import { createQuery } from '../../src/search/query.js';
import { candidates, CANDIDATES, rank, type Hit } from '../../src/search/search.js';
import { THING } from '../../src/text/things.js';
import { mixture } from '../text/mixture.js';
import { corpus, index, lexicon, shown } from './corpus.js';

const everything = (): boolean => true;
const ask = (question: string, expected = 0): Hit[] =>
  rank(index, createQuery(index, index.analysis.analyse(question), expected));
const askAcross = (question: string, target: 'ar' | 'en'): Hit[] =>
  rank(
    index,
    createCrossQuery(index, question, index.analysis.analyse(question), target, index.passagesIn[target]),
    ({ paragraph }) => paragraph.language === target,
  );

/** Questions and a few words of the paragraph that answers. */
const QUESTIONS = [
  ['the length and cost of the bridge over the harbour', '1,250 metres'],
  ['which firm won the contract for the bridge', 'Bellweather'],
  ['vaccinating children against measles in mountain villages', 'has begun to vaccinate'],
  ['nurses on foot because of the snow', 'Teams of nurses'],
  ['imports of wheat from Kazakhstan', '300,000 tonnes'],
  ['memorandum between the universities of Marsa and Leiden', 'signed a memorandum'],
  ['statue stolen in 1987', 'stolen from the museum'],
  ['dockers wages rise', 'ended a strike'],
  ['اتفاقية صيد السمك', 'لتنظيم صيد الأسماك في المياه'],
  ['قوارب الصيد المسموح بها', 'مئتي قارب'],
  ['تكلفة مستشفى الأطفال', '65 مليون دينار'],
  ['الشاحنات المرسلة الى القرى المتضررة من الزلازل', 'أربعين شاحنة'],
  ['وزير النقل وسكة الحديد', 'طارق بن زيد'],
  ['اعادة افتتاح المكتبة العثمانية', 'العُثْمَانِيَّةِ'],
  ['عدد المخطوطات في المكتبة', 'تسعة آلاف مخطوط'],
] as const;

const ACROSS = [
  ['fishing agreement in shared waters', 'ar', 'لتنظيم صيد الأسماك في المياه'],
  ['cost of the children’s hospital', 'ar', '65 مليون دينار'],
  ['trucks with aid after the earthquake', 'ar', 'أربعين شاحنة'],
  ['memorandum of understanding on a railway', 'ar', 'أبرمت الحكومتان'],
  ['manuscripts in the library', 'ar', 'تسعة آلاف مخطوط'],
  ['what did Tariq bin Zaid Al Hashimi say', 'ar', 'طارق بن زيد'],
  ['تلقيح الأطفال ضد الحصبة', 'en', 'has begun to vaccinate'],
  ['استيراد القمح من كازاخستان', 'en', '300,000 tonnes'],
  ['مذكرة تفاهم بين الجامعتين لتبادل الطلاب', 'en', 'signed a memorandum'],
  ['إضراب عمال الميناء وزيادة الأجور', 'en', 'ended a strike'],
  ['من هو نديم فاروق', 'en', 'Nadim Farouk'],
] as const;

describe('rank', () => {
  test.each(QUESTIONS)('%s', (question, words) => {
    const [best] = ask(question);
    expect(best && shown(best.passage)).toContain(words);
  });

  test.each(ACROSS)('%s → %s', (question, target, words) => {
    expect(
      askAcross(question, target)
        .slice(0, 2)
        .map(({ passage }) => shown(passage))
        .join('\n'),
    ).toContain(words);
  });

  it('finds the same without hamzas, with vowel marks, with tatweel, in capitals', () => {
    const best = (question: string): number | undefined => ask(question)[0]?.passage.id;
    expect(best('اعادة افتتاح المكتبه العثمانيه')).toBe(best('إعادة افتتاح المكتبة العثمانية'));
    expect(best('المُسْتَشْفَى الجديـــد للأطفال')).toBe(best('المستشفى الجديد للأطفال'));
    expect(best('WHEAT FROM KAZAKHSTAN')).toBe(best('wheat from Kazakhstan'));
  });

  it('prefers a passage that shows what is asked for', () => {
    const [best] = ask('cost of the bridge', THING.money);
    expect(best && shown(best.passage)).toContain('84 million euros');
  });

  it('gives each passage once, only admitted ones, by falling score, and the same each time', () => {
    fc.assert(
      fc.property(
        fc.subarray(
          corpus.documents.flatMap(({ paragraphs }) => paragraphs.map(({ text }) => text)),
          { minLength: 1, maxLength: 2 },
        ),
        (texts) => {
          const query = createQuery(index, index.analysis.analyse(texts.join(' ')));
          const hits = rank(index, query, ({ id }) => id % 2 === 0);
          expect(new Set(hits.map(({ passage }) => passage.id)).size).toBe(hits.length);
          expect(hits.length).toBeLessThanOrEqual(CANDIDATES);
          for (const { passage } of hits) expect(passage.id % 2).toBe(0);
          const scores = hits.map(({ score }) => score);
          expect(scores).toEqual([...scores].sort((a, b) => b - a));
          expect(rank(index, query, ({ id }) => id % 2 === 0)).toEqual(hits);
        },
      ),
      { numRuns: 40 },
    );
  });

  it('ranks a paragraph first for its own words', () => {
    for (const passage of index.passages.filter(({ paragraph }) => paragraph.kind === 'body')) {
      const [best] = ask(passage.paragraph.text);
      expect(best && shown(best.passage)).toBe(shown(passage));
    }
  });
});

describe('features', () => {
  it('are finite and between 0 and 1, whatever the question, in either direction', () => {
    const words = index.vocabulary.stems;
    const question = fc.oneof(
      fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 30 }).map((chosen) => chosen.join(' ')),
      fc
        .tuple(
          fc.constantFrom(...corpus.documents.flatMap(({ paragraphs }) => paragraphs.map(({ text }) => text))),
          mixture,
        )
        .map((parts) => parts.join(' ')),
    );
    fc.assert(
      fc.property(question, fc.constantFrom(0, ...Object.values(THING)), (text, expected) => {
        const terms = index.analysis.analyse(text);
        const queries = [
          createQuery(index, terms, expected),
          ...(['ar', 'en'] as const).map((target) =>
            createCrossQuery(index, text, terms, target, index.passages.length, expected),
          ),
        ];
        for (const query of queries)
          for (const { features, score } of rank(index, query)) {
            expect(Number.isFinite(score)).toBe(true);
            for (const name of FEATURES) {
              expect(features[name], name).toBeGreaterThanOrEqual(0);
              expect(features[name], name).toBeLessThanOrEqual(1 + 1e-9);
            }
          }
      }),
      { numRuns: 150 },
    );
  });

  it('hold all words of a passage that is asked for itself', () => {
    const passage = index.passages.find(({ paragraph }) => paragraph.text.includes('1,250 metres'))!;
    const hit = ask(passage.paragraph.text).find((each) => each.passage.id === passage.id)!;
    expect(hit.features.coverage).toBeCloseTo(1);
    expect(hit.features.pairs).toBeGreaterThan(0.9);
  });
});

describe('the first stage', () => {
  const found = (question: string) =>
    candidates(index, createQuery(index, index.analysis.analyse(question)), everything);

  test.each([
    ['nothing', ''],
    ['blanks and marks', ' \u200f؟!… '],
    ['stop words alone', 'who is it that was in the'],
    ['Arabic stop words alone', 'من هو الذي كان في'],
    ['a bare article', 'ال'],
    ['a conjunction', 'و'],
    ['one letter', 'x'],
    ['words of no document', 'zzyzx quuxly'],
  ])('finds nothing for %s', (_name, question) => {
    expect(found(question)).toEqual([]);
    expect(ask(question)).toEqual([]);
    for (const target of ['ar', 'en'] as const) expect(askAcross(question, target)).toEqual([]);
  });

  it('answers a question of two thousand words', () => {
    const words = index.passages.flatMap(({ paragraph }) => paragraph.text.split(/\s+/u));
    const long = Array.from({ length: 2000 }, (_, i) => words[i % words.length]!).join(' ');
    expect(found(long).length).toBeGreaterThan(0);
    expect(ask(long).length).toBeGreaterThan(0);
    expect(askAcross(long, 'ar').length + askAcross(long, 'en').length).toBeGreaterThan(0);
  });

  it('never searches by prefix and never spells by itself: each term asked for is a stem of the corpus', () => {
    const search = vi.spyOn(index.mini, 'search');
    try {
      for (const [question] of QUESTIONS) ask(question);
      for (const [question, target] of ACROSS) askAcross(question, target);
      ask('kazakhstn wheet'); // spelling errors
      ask('ال و ب');
      expect(search).toHaveBeenCalled();
      const stems = new Set(index.vocabulary.stems);
      const look = (query: unknown): void => {
        if (typeof query === 'string') expect(stems).toContain(query);
        else {
          expect(query).not.toHaveProperty('prefix');
          expect(query).not.toHaveProperty('fuzzy');
          for (const inner of (query as { queries: unknown[] }).queries) look(inner);
        }
      };
      for (const [query, options] of search.mock.calls) {
        look(query);
        expect(options ?? {}).not.toHaveProperty('prefix');
        expect(options ?? {}).not.toHaveProperty('fuzzy');
      }
    } finally {
      search.mockRestore();
    }
    // Nor do the options the index was made with.
    for (const stem of index.vocabulary.stems.filter(({ length }) => length > 6))
      expect(index.mini.search(stem.slice(0, 4)).flatMap(({ terms }) => terms)).not.toContain(stem);
  });
});

describe('buildIndex', () => {
  it('mutates neither the corpus nor an index that is searched', () => {
    const before = JSON.stringify(corpus);
    const other = buildIndex(corpus, lexicon);
    const frozen = JSON.stringify(index.mini);
    for (const [question] of QUESTIONS) rank(other, createQuery(other, other.analysis.analyse(question)));
    for (const [question] of QUESTIONS) ask(question);
    expect(JSON.stringify(corpus)).toBe(before);
    expect(JSON.stringify(index.mini)).toBe(frozen);
    expect(JSON.stringify(other.mini)).toBe(frozen);
  });

  it('adds nothing to the vocabulary while it is asked', () => {
    const { length } = index.vocabulary.stems;
    ask('words that no document holds: zzyzx قطمير');
    askAcross('words that no document holds: zzyzx', 'ar');
    expect(index.vocabulary.stems).toHaveLength(length);
    expect(index.vocabulary.stemNumber('zzyzx')).toBeUndefined();
  });

  it('has an empty corpus answer nothing', () => {
    const empty = buildIndex({ folder: '', documents: [], problems: [] }, lexicon);
    expect(empty.passages).toEqual([]);
    expect(rank(empty, createQuery(empty, empty.analysis.analyse('wheat from Kazakhstan')))).toEqual([]);
  });

  it('keeps each token where it stands in its paragraph, and leaves furniture out', () => {
    for (const { paragraph, offsets, stems, words, things } of index.passages) {
      expect(paragraph.kind).not.toBe('furniture');
      expect([words.length, things.length, offsets.length / 2]).toEqual([stems.length, stems.length, stems.length]);
      for (let token = 0; token < stems.length; token++)
        expect(index.analysis.analyse(paragraph.text.slice(offsets[2 * token], offsets[2 * token + 1]))[0]?.stem).toBe(
          index.vocabulary.stems[stems[token]!],
        );
    }
  });
});
