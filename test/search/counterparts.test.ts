import { expect, test } from 'vitest';
import { openLibrary } from '../../src/answers/open-library.js';
import { createStretchQuery, likeliest } from '../../src/search/counterparts.js';
import { matchesOf } from '../../src/search/features.js';
import { temporaryFolder } from '../temporary.js';

const FILES = {
  'en.txt': 'The Red Crescent (RC) opened a clinic in Nairobi, said Lina Haddad.\n\nThe bridge is closed for repair.\n',
  'ar.txt':
    'أغلقت البلدية الجسر لإصلاحه.\n\nافتتح الهلال الأحمر عيادة في نيروبي، كما قالت لينا حداد.\n\nنشرت الصحيفة قصة قصيرة.\n',
};

test('what a stretch tells is found in the other language, by translation and by sound', async () => {
  const { search: index } = await openLibrary(temporaryFolder(FILES));
  const [clinic] = index.passages.filter(({ paragraph }) => paragraph.text.includes('clinic'));
  const stretch = { passage: clinic!, from: 0, to: clinic!.stems.length };
  const found = likeliest(index, stretch, 'ar', 3, () => true);
  expect(found.map(({ paragraph }) => paragraph.text)).toEqual([
    'افتتح الهلال الأحمر عيادة في نيروبي، كما قالت لينا حداد.',
  ]);
  const query = createStretchQuery(index, stretch, 'ar');
  const { positions, conceptAt } = matchesOf(query, found[0]!);
  const { offsets, paragraph } = clinic!;
  const matched = [...positions].map((_, i) => {
    const { position } = query.concepts[conceptAt[i]!]!;
    return paragraph.text.slice(offsets[2 * position], offsets[2 * position + 1]);
  });
  expect(matched).toEqual(expect.arrayContaining(['Red', 'Crescent', 'clinic', 'Nairobi', 'Lina', 'Haddad']));
});

test('a passage that is not admitted is not found, nor one in the language of the stretch', async () => {
  const { search: index } = await openLibrary(temporaryFolder(FILES));
  for (const passage of index.passages) {
    const stretch = { passage, from: 0, to: passage.stems.length };
    const target = passage.paragraph.language === 'ar' ? 'en' : 'ar';
    for (const { paragraph } of likeliest(index, stretch, target, 9, () => true))
      expect(paragraph.language).toBe(target);
    expect(likeliest(index, stretch, target, 9, () => false)).toEqual([]);
  }
});
