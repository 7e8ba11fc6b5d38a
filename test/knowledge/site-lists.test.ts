import { describe, expect, it } from 'vitest';
import { readCorpus } from '../../src/corpus/corpus.js';
import { extractKnowledge } from '../../src/knowledge/extract.js';
import { readSiteLists } from '../../src/knowledge/site-lists.js';
import { temporaryFolder } from '../temporary.js';

const ARTICLES = {
  'a.txt': 'وقعت وزارة الصحة ومنظمة الإغاثة صك تعاون لبناء مستشفى في المدينة.\n',
  'b.txt':
    'The Ministry of Transport of Chad and the Danish Rail Society quilled a handfast on trains, and the ministry gave 40 million zubrins.\n',
};

const knowledgeOf = async (files: Record<string, string>) => {
  const folder = temporaryFolder({ ...ARTICLES, ...files });
  const { problems, ...lists } = readSiteLists(folder);
  expect(problems).toEqual([]);
  return extractKnowledge(await readCorpus(folder), lists);
};

describe("a site's own lists", () => {
  it('of people and offices are read beside corpus.json, and a wrong line is told by file and line', () => {
    const folder = temporaryFolder({ 'lists/given-names.tsv': '# ours\nar\tsure\tزرقاويل\nar\tperhaps\tفلان\n' });
    const { gazetteer, problems } = readSiteLists(folder);
    expect(gazetteer.words('given-names', 'ar', 'sure').has('زرقاويل')).toBe(true);
    expect(problems).toMatchObject([{ code: 'list-line', file: 'lists/given-names.tsv', line: 3 }]);
  });

  it('make its own words for agreements and currencies known, and only for its own documents', async () => {
    const known = await knowledgeOf({
      'lists/agreement-kinds.tsv': '# ours\nar\tagreement\tact\tone\tصك تعاون\nen\tagreement\tact\tone\thandfast\n',
      'lists/agreement-verbs.tsv': '# ours\nen\tsign\t-\tquill/quills/quilled/quilled/quilling\n',
      'lists/currencies.tsv': '# ours\nname\tXTS\tzubrin|zubrins\n',
    });
    expect(known.agreements.map(({ kind, status }) => [kind, status])).toEqual([
      ['agreement', 'signed'],
      ['agreement', 'signed'],
    ]);
    expect(known.figures.map(({ value, unit }) => [value, unit])).toEqual([[40_000_000, 'XTS']]);
    const unknown = await knowledgeOf({});
    expect(unknown.agreements).toEqual([]);
    expect(unknown.figures.some(({ unit }) => unit === 'XTS')).toBe(false);
  });

  it.each([
    ['agreement-kinds', 'ar\ttreatise\tact\tone\tصك', 'none of'],
    ['agreement-kinds', 'ar\tagreement\tact\tone\tصَكّ', 'without vowel marks'],
    ['agreement-verbs', 'en\tsign\t-', 'expected 4 cells'],
    ['currencies', 'coin\tXTS\tzubrin', 'no class'],
    ['cities', 'Zubrowka\tZubrowka', 'not in the language'],
  ])('a wrong row of %s is told and left out', (list, row, told) => {
    const { phrases, problems } = readSiteLists(temporaryFolder({ [`lists/${list}.tsv`]: `# ours\n${row}\n` }));
    expect(phrases.size).toBe(0);
    expect(problems).toMatchObject([{ code: 'list-line', file: `lists/${list}.tsv`, line: 2 }]);
    expect(problems[0]?.detail).toContain(told);
  });

  it('of a name that no list has are told, not passed over', () => {
    const { problems } = readSiteLists(temporaryFolder({ 'lists/names.tsv': '# ours\nar\tsure\tزرقاويل\n' }));
    expect(problems).toMatchObject([{ code: 'list-unknown', file: 'lists/names.tsv' }]);
    expect(problems[0]?.detail).toContain('agreement-kinds.tsv');
  });
});
