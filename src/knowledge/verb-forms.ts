import { fold } from '../text/fold.js';

export type VerbForm = 'past' | 'present' | 'infinitive' | 'noun' | 'participle';

export interface Inflected {
  readonly form: VerbForm;
  /** With an object pronoun joined to it (وقعها), in English never. */
  readonly suffixed: boolean;
  readonly word: string;
}

const PRONOUNS = ['ها', 'ه', 'هما', 'هم'];

const suffixed = (form: VerbForm, words: readonly string[]): Inflected[] =>
  words.flatMap((word) => {
    // The alif of the plural and the round t change before a pronoun: وقعوا → وقعوها, مناقشة → مناقشتها.
    const stem = word.endsWith('وا') ? word.slice(0, -1) : word.endsWith('ه') ? word.slice(0, -1) + 'ت' : word;
    return [
      { form, suffixed: false, word },
      ...PRONOUNS.map((pronoun) => ({ form, suffixed: true, word: stem + pronoun })),
    ];
  });

/** Past tense of the third person, and "we": وقع وقعت وقعا وقعتا وقعوا; a weak ending falls before ت (أنهى → أنهت). */
function pastForms(base: string): string[] {
  const weak = /[يا]$/.test(base) && base.length > 2;
  const stem = weak ? base.slice(0, -1) : base;
  return weak
    ? [base, stem + 'ت', stem + 'تا', stem + 'وا', stem + 'يا']
    : [base, stem + 'ت', stem + 'ا', stem + 'تا', stem + 'وا', stem + 'نا'];
}

/** Present tense: يوقع توقع نوقع يوقعان توقعان يوقعون, and the subjunctive without ن. */
function presentForms(base: string): string[] {
  const rest = base.slice(1);
  const stem = /[ويا]$/.test(rest) ? rest.slice(0, -1) : rest;
  return [
    'ي' + rest,
    'ت' + rest,
    'ن' + rest,
    ...['ي', 'ت'].flatMap((person) => [
      person + rest + 'ان',
      person + rest + 'ا',
      person + stem + 'ون',
      person + stem + 'وا',
    ]),
  ];
}

const participleForms = (base: string): string[] => ['', 'ه', 'ين', 'تين', 'ان', 'تان', 'ات'].map((end) => base + end);

/**
 * The forms of an Arabic verb given as `past/present/verbal noun/passive participle` in the third person masculine
 * singular, each `-` where it is not used. Folded, without clitics; regular and final-weak verbs only, which is what the
 * lists hold.
 */
export function arabicForms(verb: string): Inflected[] {
  const [past = '-', present = '-', noun = '-', participle = '-'] = verb.split('/').map((form) => fold(form.trim()));
  const forms: Inflected[] = [];
  if (past !== '-') forms.push(...suffixed('past', pastForms(past)));
  if (present !== '-') forms.push(...suffixed('present', presentForms(present)));
  if (noun !== '-') forms.push(...suffixed('noun', [noun, ...(noun.endsWith('ه') ? [] : [noun + 'ا'])]));
  if (participle !== '-')
    for (const word of participleForms(participle)) forms.push({ form: 'participle', suffixed: false, word });
  return forms;
}

/** The forms of an English verb given as `base/third person/past/participle/-ing`, `-` where one is another word's. */
export function englishForms(verb: string): Inflected[] {
  const [base = '', third = '', past = '', participle = '', ing = ''] = verb.split('/').map((form) => form.trim());
  const forms: Inflected[] = [
    { form: 'infinitive', suffixed: false, word: base },
    { form: 'present', suffixed: false, word: third },
    { form: 'past', suffixed: false, word: past },
    ...(participle === past ? [] : [{ form: 'participle' as const, suffixed: false, word: participle }]),
    { form: 'noun', suffixed: false, word: ing },
  ];
  return forms.filter(({ word }) => word !== '-');
}
