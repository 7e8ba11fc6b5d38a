import { expect, test } from 'vitest';
import { nameShown } from '../../src/answers/name-shown.js';

const both = {
  name: 'Ali bin Hassan Al Hammadi',
  names: ['Ali bin Hassan Al Hammadi', 'الحمادي', 'علي بن حسن الحمادي'],
};

test('a name is shown in the language of the reader', () => {
  expect(nameShown(both, 'ar')).toBe('علي بن حسن الحمادي');
  expect(nameShown(both, 'en')).toBe('Ali bin Hassan Al Hammadi');
});

test('a lone family name in the language of the reader does not stand for the full name', () => {
  const names = ['أنتوني بلينكن', 'Blinken'];
  expect(nameShown({ name: 'أنتوني بلينكن', names }, 'en')).toBe('أنتوني بلينكن');
});
