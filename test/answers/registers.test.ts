import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { agreementReply, suggestParties, type AgreementOptions } from '../../src/answers/agreements.js';
import { figureReply } from '../../src/answers/figures.js';
import type { Library } from '../../src/answers/library.js';
import { messagesIn } from '../../src/answers/messages/messages.js';
import { openLibrary } from '../../src/answers/open-library.js';
import { partyFilter } from '../../src/answers/party-filter.js';
import type { Citation } from '../../src/answers/reply.js';
import { timelineReply } from '../../src/answers/timeline.js';
import { dispatch } from '../../commands/dispatch.js';
import { sentencesOf } from '../../src/text/sentences.js';
import { PROJECT_ROOT } from '../../src/text/project.js';
import { temporaryFolder } from '../temporary.js';

let library: Library;
beforeAll(async () => {
  library = await openLibrary(join(PROJECT_ROOT, 'seeds'));
});

const agreements = (options: Partial<AgreementOptions> = {}) =>
  agreementReply({ limit: 1000, language: 'en', ...options }, library);

function expectCited(citations: readonly Citation[]): void {
  for (const { file, paragraph, start, end, text, highlights } of citations) {
    const document = library.corpus.documents.find((each) => each.file === file)!;
    const { text: whole, start: base, kind } = document.paragraphs[paragraph - 1]!;
    expect(document.text.slice(start, end)).toBe(text);
    expect(kind).not.toBe('furniture');
    const sentences = sentencesOf(whole);
    expect(sentences.map((sentence) => sentence.start + base)).toContain(start);
    expect(sentences.map((sentence) => sentence.end + base)).toContain(end);
    for (const [from, to] of highlights) expect(from >= start && from < to && to <= end).toBe(true);
  }
}

describe('agreementReply', () => {
  it('lists every agreement with citations that hold each of its strings', () => {
    const { status, agreements: found, citations } = agreements();
    expect(status).toBe('answered');
    expect(found).toHaveLength(library.knowledge.agreements.length);
    expectCited(citations!);
    for (const { title, purpose, parties, signatories, citations: numbers } of found!) {
      const texts = numbers.map((number) => citations![number]!.text);
      for (const part of [title, purpose, ...parties, ...signatories])
        if (part !== null) expect(texts.some((text) => text.includes(part))).toBe(true);
    }
    expect(citations!.some(({ highlights }) => highlights.length > 0)).toBe(true);
  });

  it.each([
    ['Turkmenistan', 'تركمانستان'],
    ['Qatar', 'قطر'],
    ['Qatar Red Crescent', 'الهلال الأحمر القطري'],
    ['Islamic Development Bank', 'بنك التنمية الإسلامي'],
    ['Canada', 'كندا'],
  ])('finds a party in either language: %s, %s', (english, arabic) => {
    const found = agreements({ party: english }).agreements!;
    expect(found.length).toBeGreaterThan(0);
    expect(agreements({ party: arabic }).agreements).toEqual(found);
  });

  it('does not take a part of a name for another one', () => {
    const crescent = agreements({ party: 'Turkish Red Crescent' });
    expect(crescent).toMatchObject({
      status: 'not_found',
      reason: 'name_missing',
      unmatched: ['Turkish Red Crescent'],
    });
    expect(crescent.suggestions!.length).toBeGreaterThan(0);
    expect(agreements({ party: 'Turkey' }).status).toBe('not_found');
  });

  it('filters by kind and status, and says that the filters left nothing', () => {
    const signed = agreements({ status: 'signed' }).agreements!;
    expect(signed.length).toBeGreaterThan(0);
    expect(signed.every(({ status }) => status === 'signed')).toBe(true);
    const memoranda = agreements({ kind: 'memorandum', status: 'signed' }).agreements!;
    expect(memoranda.every(({ kind, status }) => kind === 'memorandum' && status === 'signed')).toBe(true);
    expect(memoranda.length).toBeLessThan(signed.length);
    expect(agreements({ status: 'ended' })).toMatchObject({ status: 'not_found', reason: 'filters', agreements: [] });
  });

  it('filters by the date of the agreement, else of its document, and counts the undated', () => {
    const { agreements: found, notices } = agreements({ since: '2021', until: '2021' });
    expect(found!.length).toBeGreaterThan(0);
    for (const { date } of found!) expect(date?.value?.startsWith('2021')).toBe(true);
    const undated = library.knowledge.agreements.filter(({ date, evidence }) => {
      const own =
        date?.value != null && !date.value.startsWith('--')
          ? date
          : library.corpus.documents[evidence[0]!.document]!.date;
      return own?.value == null || own.value.startsWith('--');
    });
    expect(notices).toEqual([messagesIn('en').notice.undatedLeftOut(undated.length)]);
    expect(agreements({ since: '2025-09-06', until: '2025-09-06' }).agreements).toHaveLength(1);
  });

  it('says how many are beyond the limit', () => {
    const { agreements: found, notices } = agreements({ limit: 2 });
    expect(found).toHaveLength(2);
    expect(notices).toEqual([messagesIn('en').notice.shownOf(2, library.knowledge.agreements.length)]);
  });

  it('says that the documents state none where they do not', async () => {
    const empty = await openLibrary(temporaryFolder({ 'a.txt': 'The museum reopened on Saturday.' }));
    expect(agreementReply({ limit: 10, language: 'ar' }, empty)).toMatchObject({
      status: 'not_found',
      reason: 'not_stated',
    });
  });
});

describe('parties', () => {
  it('are offered as they are typed, in either script', () => {
    const all = new Set(library.knowledge.agreements.flatMap(({ parties }) => parties));
    for (const typed of ['American', 'الولايات', 'قطر', '']) {
      const offered = suggestParties(library, typed);
      expect(offered.length).toBeGreaterThan(0);
      expect(offered.length).toBeLessThanOrEqual(25);
      for (const { value } of offered) expect(all).toContain(value);
    }
    expect(suggestParties(library, 'American')[0]?.value).toBe('American Red Cross');
  });

  it('are compared by country and by name', () => {
    expect(partyFilter(library, 'USA')('الولايات المتحدة')).toBe(true);
    expect(partyFilter(library, 'أميركا')('American Red Cross')).toBe(true);
    expect(partyFilter(library, 'American Red Cross')('الصليب الأحمر الأمريكي')).toBe(true);
    expect(partyFilter(library, 'American Red Cross')('الولايات المتحدة')).toBe(false);
    expect(partyFilter(library, 'الهلال الأحمر الكويتي')('الهلال الأحمر القطري')).toBe(false);
    expect(partyFilter(library, '؟!')('قطر')).toBe(false);
  });
});

describe('timelineReply', () => {
  const timeline = (about?: string, period = {}) =>
    timelineReply({ about, limit: 1000, language: 'en', ...period }, library);

  it('lists events in order, the undated last', () => {
    const { events, citations } = timeline();
    expect(events).toHaveLength(library.knowledge.events.length);
    expectCited(citations!);
    const values = events!.map(({ date }) => date?.value ?? null);
    const firstUndated = values.indexOf(null);
    expect(firstUndated).toBeGreaterThan(0);
    expect(values.slice(firstUndated).every((value) => value === null)).toBe(true);
  });

  it('finds what a word is about in both languages', () => {
    const english = timeline('strategic dialogue').events!;
    const arabic = timeline('الحوار الاستراتيجي').events!;
    expect(arabic.length).toBeGreaterThan(0);
    expect(arabic.map(({ title }) => title)).toEqual(expect.arrayContaining(english.map(({ title }) => title)));
  });

  it('says which word occurs nowhere', () => {
    expect(timeline('volleyball')).toMatchObject({
      status: 'not_found',
      reason: 'words_missing',
      unmatched: ['volleyball'],
    });
  });

  it('leaves out the undated within a period, and says how many', () => {
    const { events, citations, notices } = timeline(undefined, { since: '2022-11-01' });
    expect(events!.length).toBeGreaterThan(0);
    // An event without a date of its own has that of its document.
    for (const { date, citations: numbers } of events!)
      expect(date?.value ?? citations![numbers[0]!]!.date?.value).toMatch(/^20/);
    expect(notices!).toHaveLength(1);
  });
});

describe('figureReply', () => {
  const figures = (about?: string) => figureReply({ about, limit: 1000, language: 'en' }, library);

  it('lists amounts with their citations', () => {
    const { figures: found, citations } = figures();
    expect(found).toHaveLength(library.knowledge.figures.length);
    expectCited(citations!);
    for (const { text, citations: numbers } of found!)
      expect(numbers.some((number) => citations![number]!.text.includes(text))).toBe(true);
  });

  it('are filtered by a subject in either language', () => {
    const english = figures('refugees').figures!;
    expect(english.length).toBeGreaterThan(0);
    expect(figures('اللاجئين').figures).toEqual(english);
    expect(figures('volleyball').status).toBe('not_found');
  });
});

describe('through the dispatcher', () => {
  it.each(['agreements', 'timeline', 'figures'])(
    '%s answers in the language asked in, with every option checked',
    (command) => {
      const run = (options: Record<string, unknown>) => dispatch({ command, options }, library, { language: 'en' });
      expect(run({})).toMatchObject({ status: 'answered', language: 'en' });
      const name = command === 'agreements' ? 'party' : 'about';
      expect(run({ [name]: 'قطر' }).language).toBe('ar');
      expect(run({ limit: 0 }).status).toBe('error');
      expect(run({ since: '2022-13' }).status).toBe('error');
      expect(run({ since: '2023', until: '2022' }).status).toBe('error');
      expect(run({ colour: 'red' }).status).toBe('error');
    },
  );

  it('refuses a kind or status that is none, and names the nearest', () => {
    const reply = dispatch({ command: 'agreements', options: { status: 'sined' } }, library, { language: 'en' });
    expect(reply.status).toBe('error');
    expect(reply.message).toContain('signed');
  });
});
