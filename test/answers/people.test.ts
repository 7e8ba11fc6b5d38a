import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Library } from '../../src/answers/library.js';
import { messagesIn } from '../../src/answers/messages/messages.js';
import { openLibrary } from '../../src/answers/open-library.js';
import { organisationReply } from '../../src/answers/organisations.js';
import { personReply, signedBy } from '../../src/answers/people.js';
import { LANGUAGES } from '../../src/text/language.js';
import { PROJECT_ROOT } from '../../src/text/project.js';

let library: Library;
beforeAll(async () => {
  library = await openLibrary(join(PROJECT_ROOT, 'seeds'));
});
const ask = (name?: string, limit = 10) => personReply({ name, limit, language: 'en' }, library);

describe('personReply', () => {
  it('lists everybody without a name, and says how many are left beyond the limit', () => {
    const all = ask(undefined, 1000);
    expect(all.people).toHaveLength(library.knowledge.people.length);
    const some = ask(undefined, 3);
    expect(some.people).toHaveLength(3);
    expect(some.notices).toContain(messagesIn('en').notice.shownOf(3, library.knowledge.people.length));
  });

  it('gives a profile with offices, their dates and their citations, in both scripts', () => {
    const { status, people, citations } = ask('لانغلي');
    expect(status).toBe('answered');
    expect(people).toHaveLength(1);
    const [person] = people!;
    expect(person!.names).toEqual(expect.arrayContaining(['Koby Langley', 'كوبي لانغلي']));
    expect(person!.roles.length).toBeGreaterThan(0);
    for (const { title, citation } of person!.roles) expect(citations![citation]!.text).toContain(title);
    expect(citations![person!.citations[0]!]!.text).toContain(person!.roles[0]!.title);
  });

  it('cites whole sentences, verbatim, with every mention marked', () => {
    const { citations, people } = ask(undefined, 1000);
    for (const { file, start, end, text, highlights } of citations!) {
      const document = library.corpus.documents.find((each) => each.file === file)!;
      expect(document.text.slice(start, end)).toBe(text);
      expect(highlights.length).toBeGreaterThan(0);
      for (const [from, to] of highlights)
        expect(people!.some(({ names }) => names.includes(document.text.slice(from, to)))).toBe(true);
    }
  });

  it.each(LANGUAGES)('says in %s why two spellings are one person', (language) => {
    const { people } = personReply({ name: 'Langley', limit: 10, language }, library);
    const known = Object.values(messagesIn(language).whySame);
    expect(people![0]!.sameAs.length).toBeGreaterThan(0);
    for (const { why } of people![0]!.sameAs) expect(known).toContain(why);
  });

  it('offers a choice where a name is ambiguous, the nearest names where nobody has it', () => {
    const several = ask('وزير الخارجية');
    expect(several.people!.length).toBeGreaterThan(1);
    expect(several.suggestions).toHaveLength(several.people!.length);
    const nobody = ask('Koby Barksdale');
    expect(nobody).toMatchObject({ status: 'not_found', reason: 'name_missing' });
    expect(nobody.suggestions).toContain('Koby Langley');
  });

  it('tells what a person signed', () => {
    const { people, agreements } = library.knowledge;
    const signatories = new Set(agreements.flatMap((agreement) => agreement.signatories));
    const signers = people.filter(({ names }) => names.some((name) => signatories.has(name)));
    expect(signers.length).toBeGreaterThan(0);
    for (const signer of signers) {
      expect(signedBy(signer, agreements).length).toBeGreaterThan(0);
      const told = personReply({ name: signer.name, limit: 1, language: 'en' }, library).notices!;
      expect(told.some((notice) => notice.startsWith('Signed:'))).toBe(true);
    }
  });

  it('names everybody in the language of the reply where the documents do', () => {
    const { people, notices } = personReply({ name: 'Hammadi', limit: 1, language: 'ar' }, library);
    expect(people![0]!.name).toBe('علي بن حسن الحمادي');
    expect(people![0]!.names).toContain('Ali bin Hassan Al Hammadi');
    expect(notices!.join(' ')).not.toContain('Ali bin Hassan');
  });

  it('always says how people are found', () => {
    for (const reply of [ask(), ask('Langley'), ask('Nobody Atall')])
      expect(reply.notices).toContain(messagesIn('en').notice.peopleByIntroduction);
  });
});

describe('organisationReply', () => {
  const find = (name?: string) => organisationReply({ name, limit: 1000, language: 'en' }, library);

  it('finds by abbreviation, whichever way round, and joins the two languages by the country', () => {
    const { organisations } = find('QRCS');
    expect(organisations).toHaveLength(1);
    expect(organisations![0]!.names).toEqual(
      expect.arrayContaining(['Qatar Red Crescent Society', 'الهلال الأحمر القطري']),
    );
    expect(find('QRSC').organisations![0]!.name).toBe(organisations![0]!.name);
  });

  it('never joins the Red Crescent without a country to that of a country', () => {
    for (const { names } of find().organisations!)
      if (names.includes('جمعية الهلال الأحمر')) expect(names.join(' ')).not.toMatch(/القطري|Qatar|Russian/);
  });

  it('tells who holds an office there', () => {
    const { notices } = find('Russian Red Cross');
    expect(notices!.join(' ')).toContain('Pavel Savchuk');
  });

  it('cites verbatim', () => {
    for (const { file, start, end, text } of find().citations!)
      expect(library.corpus.documents.find((each) => each.file === file)!.text.slice(start, end)).toBe(text);
  });
});
