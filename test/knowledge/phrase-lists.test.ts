import { describe, expect, it } from 'vitest';
import { countryNamed, namesOfCountry } from '../../src/knowledge/countries.js';
import { allPhraseListFaults, phraseListFaults } from '../../src/knowledge/phrase-list-check.js';
import { arabicForms, englishForms } from '../../src/knowledge/verb-forms.js';

describe('the lists of agreements, events, amounts, countries and parties', () => {
  it('hold no term twice, none that cannot be met, none with marks', () => {
    expect(allPhraseListFaults()).toEqual([]);
  });

  it.each([
    ['a term twice after folding', '# x\nar\tcounted\tأسرة | اسرة\n', 'stands in line 2 already'],
    ['a term with marks', '# x\nar\tcounted\tأُسرة\n', 'without vowel marks'],
    ['a term of the other language', '# x\nar\tcounted\tfamily\n', 'not in the language'],
    ['two alphabets', '# x\nar\tcounted\tأسرة x\n', 'mixes two alphabets'],
    ['an empty term', '# x\nar\tcounted\tأسرة | | خيمة\n', 'is empty'],
    ['a missing cell', '# x\nar\tcounted\n', 'expected 3 cells'],
    ['no header', 'ar\tcounted\tأسرة\n', 'begin with a comment'],
  ])('tells %s', (_, text, told) => {
    const faults = phraseListFaults('figure-words', text);
    expect(faults).toHaveLength(1);
    expect(faults[0]).toContain(told);
  });
});

describe('countryNamed', () => {
  it.each([
    ['قطر', 'QA'],
    ['State of Qatar', 'QA'],
    ['القطرية', 'QA'],
    ['U.S.', 'US'],
    ['أميركا', 'US'],
    ['الدنمارك', 'DK'],
    ['الدانمرك', 'DK'],
    ['Türkiye', 'TR'],
    ['Turkish', 'TR'],
    ['سورية', 'SY'],
    ['كوريا الجنوبية', 'KR'],
  ])('%s is %s', (name, code) => {
    expect(countryNamed(name)).toBe(code);
  });

  it('knows no country that is none, and every country by each of its names', () => {
    expect(countryNamed('الهلال الأحمر')).toBeNull();
    expect(countryNamed('')).toBeNull();
    for (const name of namesOfCountry('QA')) expect(countryNamed(name)).toBe('QA');
  });
});

describe('forms of verbs', () => {
  const forms = (verb: string): string[] => arabicForms(verb).map(({ form, word }) => `${form} ${word}`);

  it('hold persons, numbers, weak endings and pronouns', () => {
    expect(forms('وقع/يوقع/توقيع/موقع')).toEqual(
      expect.arrayContaining([
        'past وقعت',
        'past وقعا',
        'past وقعوا',
        'past وقعتها',
        'past وقعوها',
        'present توقعان',
        'noun توقيعها',
        'participle موقعه',
      ]),
    );
    expect(forms('أنهى/ينهي/إنهاء/-')).toEqual(
      expect.arrayContaining(['past انهي', 'past انهت', 'present ينهون', 'noun انهاء']),
    );
    expect(forms('ناقش/يناقش/مناقشة/-')).toContain('noun مناقشتها');
  });

  it('of English are those given', () => {
    expect(englishForms('strike/strikes/struck/stricken/striking').map(({ form }) => form)).toEqual([
      'infinitive',
      'present',
      'past',
      'participle',
      'noun',
    ]);
    expect(englishForms('sign/signs/signed/signed/signing')).toHaveLength(4);
  });
});
