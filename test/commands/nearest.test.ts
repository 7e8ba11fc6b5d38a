import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nearestName } from '../../commands/nearest.js';

const NAMES = ['ask', 'who', 'organisations', 'agreements', 'timeline', 'figures', 'sources', 'help'];

test.each([
  ['aks', 'ask'],
  ['agreement', 'agreements'],
  ['Sources', 'sources'],
  ['organizations', 'organisations'],
  ['hlep', 'help'],
  ['timelin', 'timeline'],
])('%s was meant to be %s', (typed, name) => {
  expect(nearestName(typed, NAMES)).toBe(name);
});

test.each(['', 'xyzzy', 'weather', 'q'])('%j was meant to be none of them', (typed) => {
  expect(nearestName(typed, NAMES)).toBeNull();
});

test('one slip in a name of four letters or more is forgiven, any other text gives a name or nothing', () => {
  const long = NAMES.filter((name) => name.length >= 4);
  fc.assert(
    fc.property(fc.constantFrom(...long), fc.nat(), (name, seed) => {
      const at = seed % name.length;
      expect(nearestName(name.slice(0, at) + name.slice(at + 1), NAMES)).toBe(name);
    }),
  );
  fc.assert(
    fc.property(fc.string({ maxLength: 300 }), (typed) => {
      const found = nearestName(typed, NAMES);
      expect(found === null || NAMES.includes(found)).toBe(true);
    }),
  );
});
