import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { readCorpus } from '../../src/corpus/corpus.js';
import { findPeople } from '../../src/knowledge/find-people.js';
import type { Person } from '../../src/knowledge/knowledge.js';
import { isOneTypo } from '../../src/knowledge/name-index.js';
import { extractPeople } from '../../src/knowledge/people.js';
import { PROJECT_ROOT } from '../../src/text/project.js';

let people: readonly Person[];
beforeAll(async () => {
  people = extractPeople(await readCorpus(join(PROJECT_ROOT, 'seeds')));
});
const first = (typed: string): string | undefined => {
  const [match] = findPeople(people, typed).matches;
  return match && people[match.entry]!.names.join(' / ');
};

describe('findPeople', () => {
  it.each([
    ['Langley', 'Koby Langley'],
    ['لانغلي', 'Koby Langley'],
    ['el hamadi', 'Ali bin Hassan Al Hammadi'],
    ['علي الحمادي', 'Ali bin Hassan Al Hammadi'],
    ['Blinkin', 'أنتوني بلينكن'],
    ['بلنكن', 'أنتوني بلينكن'],
    ['Dr. Aiham', 'Aiham Ismail Al Sukhni'],
    ['الشيخ محمد', 'محمد بن عبد الرحمن آل ثاني'],
    ['Mohammed Al Thani', 'محمد بن عبد الرحمن آل ثاني'],
    ['Lanlgey', 'Koby Langley'],
    ['من هو كوبي لانغلي؟', 'كوبي لانغلي'],
    ['المغامص', 'خالد المغامس'],
    ['achi', 'Maral Achilova'],
  ])('%s → %s', (typed, wanted) => {
    expect(first(typed)).toContain(wanted);
  });

  it('tells nobody for a name that nobody has, and offers the nearest', () => {
    const found = findPeople(people, 'Lindley Barksdale');
    expect(found.matches).toEqual([]);
    expect(findPeople(people, 'Koby Barksdale').nearest.map((i) => people[i]!.name)).toContain('Koby Langley');
  });

  it('gives all who hold an office', () => {
    const { matches } = findPeople(people, 'وزير الخارجية');
    expect(matches.length).toBeGreaterThan(1);
    expect(matches.every(({ rank }) => rank === 'described')).toBe(true);
  });

  it('finds nothing in nothing', () => {
    expect(findPeople(people, '  ؟!').matches).toEqual([]);
    expect(findPeople([], 'Langley')).toEqual({ matches: [], nearest: [] });
  });

  it('looks no closer at ten thousand people than it must', () => {
    const letters = 'abcdefghijklmnopqrstuvwxyz';
    const syllable = (n: number): string => `${letters[n % 26]}a${letters[(n * 7 + 3) % 26]}`;
    const many = Array.from({ length: 10_000 }, (_, n): Person => ({
      ...people[0]!,
      names: [`${syllable(n % 61)}im ${syllable(n)}o${syllable(Math.floor(n / 26))}`],
      roles: [],
    }));
    findPeople(many, 'warm up');
    const began = performance.now();
    const rounds = 50;
    for (let n = 0; n < rounds; n++) findPeople(many, many[n * 100]!.names[0]!);
    // 2 ms on an idle machine; the bound is wide because test machines are busy
    expect((performance.now() - began) / rounds).toBeLessThan(20);
  });
});

describe('isOneTypo', () => {
  it('takes one letter left out, added, changed or exchanged', () => {
    for (const typed of ['langly', 'langleyy', 'lengley', 'lanlgey', 'langley'])
      expect(isOneTypo(typed, 'langley')).toBe(true);
    for (const typed of ['lengly', 'langley b', 'yelgnal']) expect(isOneTypo(typed, 'langley')).toBe(false);
  });
});
