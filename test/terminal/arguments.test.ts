import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseArguments } from '../../src/terminal/arguments.js';
import { hasArabic } from '../../src/text/language.js';

const parse = (...argv: string[]) => parseArguments(argv, 'en');
const asked = (...argv: string[]) => {
  const read = parse(...argv);
  return read.kind === 'command' ? [read.command, read.options] : read;
};

describe('a command', () => {
  test.each<[string[], unknown]>([
    [
      ['ask', 'Who signed it?'],
      ['ask', { question: 'Who signed it?' }],
    ],
    [
      ['ask', 'Who', 'signed', 'it?'],
      ['ask', { question: 'Who signed it?' }],
    ],
    [
      ['ask', '--question', 'Who?', '--limit', '5'],
      ['ask', { question: 'Who?', limit: '5' }],
    ],
    [
      ['ask', '--question=a=b', '--limit=5'],
      ['ask', { question: 'a=b', limit: '5' }],
    ],
    [
      ['--corpus', 'x', 'ask', 'Who?'],
      ['ask', { question: 'Who?' }],
    ],
    [
      ['/ASK', 'Who?'],
      ['ask', { question: 'Who?' }],
    ],
    [
      ['ask', 'من وقّع: قطر أم تركمانستان؟'],
      ['ask', { question: 'من وقّع: قطر أم تركمانستان؟' }],
    ],
    [
      ['ask', 'Note: what then?'],
      ['ask', { question: 'Note: what then?' }],
    ],
    [
      ['ask', 'limit: what is it?'],
      ['ask', { question: 'limit: what is it?' }],
    ],
    [
      ['ask', 'Who?', 'limit:5', 'since:2024'],
      ['ask', { question: 'Who?', limit: '5', since: '2024' }],
    ],
    [
      ['ask', '--limit', '-1', 'Who?'],
      ['ask', { question: 'Who?', limit: '-1' }],
    ],
    [
      ['ask', '--', '--why--'],
      ['ask', { question: '--why--' }],
    ],
    [
      ['ask', '--question=--why--'],
      ['ask', { question: '--why--' }],
    ],
    [['sources'], ['sources', {}]],
    [['--help'], ['help', {}]],
    [['-h'], ['help', {}]],
    [
      ['ask', '--help'],
      ['help', { command: 'ask' }],
    ],
    [['ask'], ['ask', {}]],
  ])('%j', (argv, expected) => {
    expect(asked(...argv)).toEqual(expected);
  });

  test.each<[string[], unknown]>([
    [['ask', 'Who?', '--json'], 'json'],
    [['ask', 'Who?'], 'text'],
    [['sources', '--export', 'csv'], { list: 'csv' }],
    [['sources', '--export=json'], { list: 'json' }],
  ])('%j is printed as %j', (argv, output) => {
    expect(parse(...argv)).toMatchObject({ kind: 'command', output });
  });
});

test.each([
  [[], { kind: 'prompt', corpus: null }],
  [['--corpus', 'x'], { kind: 'prompt', corpus: 'x' }],
  [['batch'], { kind: 'batch', corpus: null }],
  [['batch', '--corpus=y'], { kind: 'batch', corpus: 'y' }],
  [['deploy'], { kind: 'deploy', dryRun: false }],
  [['deploy', '--dry-run'], { kind: 'deploy', dryRun: true }],
])('%j is no command but %j', (argv, expected) => {
  expect(parse(...argv)).toEqual(expected);
});

test.each<[string[], string]>([
  [['akks', 'Who?'], 'ask'],
  [['bacth'], 'batch'],
  [['ask', 'Who?', '--limti', '5'], '--limit'],
  [['ask', 'Who?', '--jsno'], '--json'],
  [['ask', 'Who?', '--colour'], '--question'],
  [['--corpsu', 'x'], '--corpus'],
  [['ask', '--question'], '--question'],
  [['ask', '--limit', '--json'], '--limit'],
  [['ask', '--corpus'], '--corpus'],
  [['ask', '--json=yes', 'Who?'], '--json'],
  [['ask', '--limit', '1', '--limit', '2', 'Who?'], '--limit'],
  [['ask', '--question', 'Who?', 'Why?'], 'question'],
  [['ask', 'limit:1', 'limit:2', 'Who?'], 'limit'],
  [['sources', '--export', 'xml'], '--export'],
  [['sources', '--export'], '--export'],
  [['ask', 'Who?', '--export', 'csv'], 'sources'],
  [['sources', '--export', 'csv', '--json'], '--json'],
  [['batch', 'ask'], 'batch'],
  [['batch', '--json'], '--json'],
  [['deploy', '--corpus', 'x'], '--corpus'],
])('%j is wrong, and the sentence names %s', (argv, named) => {
  const read = parse(...argv);
  expect(read.kind).toBe('wrong');
  expect(read.kind === 'wrong' && read.message).toContain(named);
});

test('what is wrong with an Arabic question is told in Arabic', () => {
  const read = parse('ask', 'من وقّع؟', '--limti', '5');
  expect(read.kind === 'wrong' && hasArabic(read.message)).toBe(true);
});

test('no command line is too strange to be read', () => {
  const piece = fc.oneof(
    fc.string(),
    fc.constantFrom('ask', 'sources', '--', '--json', '--limit', '--corpus', '=', '--=', '-h', 'limit:', ':', 'سؤال'),
  );
  fc.assert(
    fc.property(fc.array(piece), (argv) => {
      expect(['prompt', 'batch', 'deploy', 'command', 'wrong']).toContain(parseArguments(argv, 'ar').kind);
    }),
  );
});

test('any question comes through whole', () => {
  const question = fc.string({ minLength: 1 }).filter((text) => !/^-|^\w+:\S/.test(text));
  fc.assert(
    fc.property(question, (text) => {
      expect(asked('ask', text)).toEqual(['ask', { question: text }]);
      expect(asked('ask', `--question=${text}`)).toEqual(['ask', { question: text }]);
    }),
  );
});
