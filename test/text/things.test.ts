import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { THING, thingsIn, type Thing } from '../../src/text/things.js';
import { tokenize } from '../../src/text/tokens.js';
import { mixture } from './mixture.js';

/** The tokens of a text that show a thing. */
const showing = (thing: Thing, text: string): string[] => {
  const tokens = tokenize(text);
  const things = thingsIn(text, tokens);
  return tokens.filter((_, i) => (things[i]! & THING[thing]) !== 0).map(({ start, end }) => text.slice(start, end));
};

describe('thingsIn', () => {
  test.each([
    ['number', 'three of 20 people and ثلاثة وزراء', ['three', '20', 'ثلاثة']],
    ['money', 'paid $5, 3 % and ٥٠٠ مليون دولار or 7 euros', ['5', '3', 'دولار', 'euros']],
    ['money', 'منح 300 درهم وبالدولار', ['درهم', 'وبالدولار']],
    ['calendar', 'في نوفمبر 2022 or in March, عام ١٤٣٦', ['نوفمبر', '2022', 'March', '١٤٣٦']],
    ['count', '40 cases of COVID-19 and كوفيد-19 in 2022', ['40']],
    ['unit', 'five days وشهرين', ['days', 'وشهرين']],
    ['duration', 'five days, the day; لمدة يومين ثم سنة', ['days', 'يومين']],
    ['duration', 'خمس سنوات، السنة القادمة', ['سنوات']],
    ['name', 'The minister met Ibrahim Al Sada. Today he left Doha.', ['Ibrahim', 'Al', 'Sada', 'Doha']],
  ] as const)('%s in "%s"', (thing, text, words) => {
    expect(showing(thing, text)).toEqual(words);
  });

  it('a capital at the start of a sentence or quotation is no name', () => {
    expect(showing('name', 'He met Peace. Peace "Peace" came.')).toEqual(['Peace']);
  });

  it('gives each token known bits only', () => {
    const all = Object.values(THING).reduce((sum, bit) => sum | bit, 0);
    fc.assert(
      fc.property(mixture, (text) => {
        const tokens = tokenize(text);
        const things = thingsIn(text, tokens);
        expect(things).toHaveLength(tokens.length);
        for (const [i, bits] of things.entries()) {
          expect(bits & ~all).toBe(0);
          if ((bits & (THING.calendar | THING.count)) !== 0 && tokens[i]!.kind === 'number')
            expect(bits & THING.number).toBe(THING.number);
        }
      }),
    );
  });
});
