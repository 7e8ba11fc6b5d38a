import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold } from '../../src/text/fold.js';
import { parseList, readList } from '../../src/text/lists.js';
import { tokenize } from '../../src/text/tokens.js';
import { fullNameCost, spellingCost, wordCost } from '../../src/text/name-cost.js';
import { consonantKey, nameCost, SAME_NAME } from '../../src/text/transliteration.js';

const pairs = parseList(readFileSync(new URL('name-pairs.tsv', import.meta.url), 'utf8')).map(
  ({ cells }) => [fold(cells[0] ?? ''), fold(cells[1] ?? '')] as const,
);
const words = (name: string): string[] => tokenize(name).map(({ folded }) => folded);

describe('nameCost', () => {
  it('takes the spellings of newspapers for one name', () => {
    const missed = pairs.filter(([arabic, latin]) => nameCost(arabic, latin) > SAME_NAME);
    expect(missed.length).toBeLessThan(pairs.length / 50);
  });

  it('finds a name among all others by its lowest cost', () => {
    const right = pairs.filter(([arabic]) => {
      const costs = pairs.map(([, latin]) => ({ latin, cost: nameCost(arabic, latin) }));
      const best = costs.reduce((a, b) => (b.cost < a.cost ? b : a));
      return pairs.some(([a, l]) => a === arabic && l === best.latin);
    });
    expect(right.length / pairs.length).toBeGreaterThan(0.95);
  });

  it('is never negative and never NaN, whatever the words', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string(), (a, b) => {
        const cost = wordCost(fold(a), fold(b));
        return cost >= 0;
      }),
    );
  });

  it('does not mind an article that only one spelling has', () => {
    expect(nameCost('الحمادي', 'hammadi')).toBeLessThan(0.1);
    expect(nameCost('حمادي', 'alhammadi')).toBeLessThan(0.1);
    expect(nameCost('الحمادي', 'elhamadi')).toBeLessThan(0.1);
  });
});

describe('spellingCost', () => {
  it('joins romanisations and parts names', () => {
    expect(spellingCost('hammadi', 'hamadi')).toBeLessThan(0.1);
    expect(spellingCost(fold('بلينكن'), fold('بلنكن'))).toBeLessThan(0.1);
    expect(spellingCost('blinken', 'blinkin')).toBeLessThan(SAME_NAME);
    expect(spellingCost('langley', 'bentley')).toBeGreaterThan(SAME_NAME);
  });

  it('is symmetric', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (a, b) => Math.abs(spellingCost(a, b) - spellingCost(b, a)) < 1e-9),
    );
  });
});

describe('fullNameCost', () => {
  const same: readonly (readonly [string, string])[] = [
    ['علي بن حسن الحمادي', 'Ali bin Hassan Al Hammadi'],
    ['محمد بن عبد الرحمن آل ثاني', 'Mohammed bin Abdulrahman Al-Thani'],
    ['شي جين بينغ', 'Xi Jinping'],
    ['نور الدين الطبوبي', 'Noureddine Taboubi'],
    ['أحمد أبو الغيط', 'Ahmed Aboul Gheit'],
    ['عبد الفتاح السيسي', 'Abdel Fattah al-Sisi'],
    ['علي الحمادي', 'Ali bin Hassan Al Hammadi'],
  ];
  it.each(same)('%s is %s', (a, b) => {
    expect(fullNameCost(words(a), words(b))).toBeLessThanOrEqual(SAME_NAME);
  });

  it('keeps two people of one surname apart', () => {
    expect(fullNameCost(words('خالد الحمادي'), words('Ali Al Hammadi'))).toBeGreaterThan(SAME_NAME);
    expect(fullNameCost(words('علي بن حسن الحمادي'), words('Ali bin Salem Al Hammadi'))).toBeGreaterThan(SAME_NAME);
  });
});

describe('letter-sounds.tsv', () => {
  it('holds folded letters, costs between 0 and 1, and no letters or grapheme twice in one place', () => {
    const seen = new Set<string>();
    for (const { line, cells } of readList('text', 'letter-sounds', 3)) {
      const [letters = '', place = '', graphemes = ''] = cells;
      expect(fold(letters), `line ${line}`).toBe(letters);
      expect(['any', 'first', 'last'], `line ${line}`).toContain(place);
      expect(seen.has(`${letters} ${place}`), `line ${line}`).toBe(false);
      seen.add(`${letters} ${place}`);
      const own = graphemes.split(' ').map((entry) => entry.split(':'));
      expect(new Set(own.map(([latin]) => latin)).size, `line ${line}`).toBe(own.length);
      for (const [latin = '', cost = ''] of own) {
        expect(latin, `line ${line}`).toMatch(/^(?:-|[a-z]+)$/);
        expect(Number(cost) >= 0 && Number(cost) < 1, `line ${line}: ${cost}`).toBe(true);
      }
    }
  });
});

describe('consonantKey', () => {
  it('puts nearly all spellings of one name into one bucket', () => {
    const apart = pairs.filter(([arabic, latin]) => consonantKey(arabic) !== consonantKey(latin));
    expect(apart.length).toBeLessThan(pairs.length / 8);
  });
});
