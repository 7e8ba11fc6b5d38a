import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseLine } from '../../src/terminal/line.js';

const request = (command: string, options: Record<string, string>) => ({ kind: 'request', command, options });

test.each([
  ['Who signed it?', request('ask', { question: 'Who signed it?' })],
  ['  من وقّع المذكرة؟ ', request('ask', { question: 'من وقّع المذكرة؟' })],
  ['note: limit:5 is part of a question', request('ask', { question: 'note: limit:5 is part of a question' })],
  ['/ask Who signed it?', request('ask', { question: 'Who signed it?' })],
  ['/ask question:Who said "x: y"? limit:5', request('ask', { question: 'Who said "x: y"?', limit: '5' })],
  ['/ask limit:5 question:Who signed it?', request('ask', { question: 'Who signed it?', limit: '5' })],
  [
    '/ask question: "Who set limit:5 then?" limit: 2',
    request('ask', { question: 'Who set limit:5 then?', limit: '2' }),
  ],
  ['/ask question:«من وقّع المذكرة؟» since:2024', request('ask', { question: 'من وقّع المذكرة؟', since: '2024' })],
  [
    '/ask Who signed it? --limit 5 --since=2024',
    request('ask', { question: 'Who signed it?', limit: '5', since: '2024' }),
  ],
  ['/sources document:two words language:ar', request('sources', { document: 'two words', language: 'ar' })],
  ["/sources 'two words'", request('sources', { document: 'two words' })],
  ["/sources 's-Hertogenbosch", request('sources', { document: "'s-Hertogenbosch" })],
  ['/SOURCES', request('sources', {})],
  ['/help command:ask', request('help', { command: 'ask' })],
  ['/ask', request('ask', {})],
  ['/nothing of the kind', request('nothing', {})],
  ['/', request('', {})],
  ['', { kind: 'empty' }],
  [' \t ', { kind: 'empty' }],
  ['/exit', { kind: 'exit' }],
  ['/Quit', { kind: 'exit' }],
])('%s', (line, expected) => {
  expect(parseLine(line, 'en')).toEqual(expected);
});

test.each([
  ['/sources docment:002', 'document'],
  ['/ask --colour red', 'colour'],
  ['/ask limit:5 limit:6', 'limit'],
  ['/ask Who? question:Why?', 'question'],
])('%s is wrong, and the sentence names %s', (line, named) => {
  const read = parseLine(line, 'en');
  expect(read.kind).toBe('wrong');
  expect(read.kind === 'wrong' && read.message).toContain(named);
});

test('a question that is no command comes through whole, whatever is in it', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const line = text.trim();
      fc.pre(line !== '' && !line.startsWith('/'));
      expect(parseLine(text, 'ar')).toEqual(request('ask', { question: line }));
    }),
  );
});

test('a value in quotation marks comes through whole, options in it included', () => {
  const value = fc.string({ minLength: 1 }).map((text) => text.replaceAll('"', '').trim());
  fc.assert(
    fc.property(value, (text) => {
      fc.pre(text !== '');
      const quoted = `${text} limit:9`;
      expect(parseLine(`/ask question:"${quoted}" limit:2`, 'en')).toEqual(
        request('ask', { question: quoted, limit: '2' }),
      );
    }),
  );
});

test('a line of a million characters is read before the test times out', () => {
  const many = parseLine(`/ask ${'limit: "'.repeat(125_000)}`, 'en');
  expect(many.kind).toBe('wrong');
  const long = 'a '.repeat(500_000).trim();
  expect(parseLine(`/ask ${long}`, 'en')).toEqual(request('ask', { question: long }));
});
