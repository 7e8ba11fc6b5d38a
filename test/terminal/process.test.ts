import { spawn, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { commands } from '../../commands/index.js';
import type { Reply } from '../../src/answers/reply.js';
import { hasArabic } from '../../src/text/language.js';
import { projectFile } from '../../src/text/project.js';
import { builtProgram } from '../program.js';
import { temporaryFolder } from '../temporary.js';

let MAIN: string;
beforeAll(() => {
  MAIN = builtProgram();
});

/** Nothing of the developer's own settings; NODE_ENV keeps a real .env out. */
const environment = (more: Record<string, string> = {}) => ({ PATH: process.env['PATH'], NODE_ENV: 'test', ...more });

interface Run {
  readonly args?: readonly string[];
  readonly input?: string | Buffer;
  readonly env?: Record<string, string>;
  readonly cwd?: string;
}

function isnad({ args = [], input = '', env, cwd = projectFile() }: Run) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [MAIN, ...args], {
    cwd,
    input,
    env: environment(env),
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  return { status, stdout, stderr };
}
const run = (...args: string[]) => isnad({ args });
const replies = (stdout: string): Reply[] =>
  stdout
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line) as Reply);

/** A corpus in which it is plain what is answered. */
const papers = () =>
  temporaryFolder({
    'harbour.txt': 'The Minister of Transport, Salem Darwish, opened the harbour of Port Amina on 4 May 2024.\n',
    'bridge.txt': 'وقّع وزير الأشغال كريم الحداد اتفاقية بناء الجسر الكبير مع شركة النهر يوم الثلاثاء.\n',
  });
const ANSWERED = 'Who opened the harbour of Port Amina?';
const ANSWERED_AR = 'من وقّع اتفاقية بناء الجسر الكبير؟';
const UNANSWERED = 'Who painted the zzyzzx of qwrtplk?';

const isVerbatim = (folder: string, reply: Reply): boolean =>
  reply.citations.every(
    ({ file, start, end, text }) => readFileSync(`${folder}/${file}`, 'utf8').slice(start, end) === text,
  );

describe('one command', () => {
  test.each([ANSWERED, ANSWERED_AR])('answers "%s" with its citation and status 0', (question) => {
    const folder = papers();
    const { status, stdout, stderr } = run('ask', question, '--corpus', folder);
    expect(stderr).toBe('');
    expect(status).toBe(0);
    const json = run('ask', question, '--json', `--corpus=${folder}`);
    const [reply] = replies(json.stdout);
    expect(json.status).toBe(0);
    expect(reply?.status).toBe('answered');
    expect(isVerbatim(folder, reply!)).toBe(true);
    const [best] = reply!.citations;
    const lines = stdout.split('\n');
    expect(lines).toContain(best!.text);
    expect(lines[lines.lastIndexOf(best!.text) + 1]).toContain(best!.file);
    expect(reply!.language).toBe(hasArabic(question) ? 'ar' : 'en');
  });

  test('takes bare words as its first option', () => {
    const folder = papers();
    expect(run('ask', ...ANSWERED.split(' '), '--corpus', folder).stdout).toBe(
      run('ask', '--question', ANSWERED, '--corpus', folder).stdout,
    );
  });

  test('ends with 1 where nothing is found', () => {
    expect(run('ask', UNANSWERED, '--corpus', papers()).status).toBe(1);
  });

  // each kind of fault once: of the command line, of the command's own schema, of what both miss
  test.each([[['nothing']], [['ask']], [['ask', 'Who?', '--lmit', '3']], [['ask', 'Who?', '--since', '2024-13']]])(
    'ends with 2 and one sentence after %j',
    (args) => {
      const { status, stdout, stderr } = run(...args);
      expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
      expect(stderr.trim().split('\n')).toHaveLength(1);
    },
  );

  test('ends with 2 and an error reply where it was asked for JSON', () => {
    const { status, stdout } = run('ask', 'Who?', '--limit', 'many', '--json');
    expect(status).toBe(2);
    expect(replies(stdout)[0]).toMatchObject({ status: 'error', command: 'ask' });
    const unknown = run('nothing', '--json');
    expect(unknown.status).toBe(2);
    expect(replies(unknown.stdout)[0]?.status).toBe('error');
  });

  test.each([[['ask', 'Who?']], [['sources', '--json']], [[]]])(
    'ends with 3 where no document can be read: %j',
    (args) => {
      expect(run(...args, '--corpus', `${temporaryFolder({})}/missing`).status).toBe(3);
    },
  );

  test('helps even where no document can be read', () => {
    expect(run('help', '--corpus', temporaryFolder({})).status).toBe(0);
  });

  test('reads the folder that CORPUS_DIR names, and --corpus before it; seeds without either', () => {
    const folder = papers();
    const files = (more: Run) =>
      replies(isnad({ args: ['sources', '--json'], ...more }).stdout)[0]!.sources.map(({ file }) => file);
    expect(files({ env: { CORPUS_DIR: folder } })).toEqual(['bridge.txt', 'harbour.txt']);
    expect(files({ args: ['sources', '--json', '--corpus', folder], env: { CORPUS_DIR: 'elsewhere' } })).toHaveLength(
      2,
    );
    expect(files({})).toHaveLength(5);
    expect(files({ cwd: folder })).toHaveLength(5);
  });

  test('shows every command, and the options of one', () => {
    const { status, stdout } = run('--help');
    expect(status).toBe(0);
    for (const { name } of commands) expect(stdout).toContain(`/${name}\n`);
    expect(run('ask', '--help').stdout).toBe(run('help', 'ask').stdout);
  });

  test('exports a list and nothing else', () => {
    const folder = papers();
    const csv = run('sources', '--export', 'csv', '--corpus', folder);
    expect(csv.status).toBe(0);
    expect(csv.stdout.split('\r\n')).toHaveLength(4);
    const json = run('sources', '--export=json', '--corpus', folder);
    expect(JSON.parse(json.stdout)).toHaveLength(2);
  });

  test('prints colours only where they are wanted', () => {
    const args = ['ask', ANSWERED, '--corpus', papers()];
    expect(isnad({ args }).stdout).not.toContain('\u001b');
    expect(isnad({ args, env: { FORCE_COLOR: '1' } }).stdout).toContain('\u001b[');
  });
});

describe('a batch', () => {
  test('writes one reply a line, in order, and ends with 0 whatever they are', () => {
    const folder = papers();
    const input = [
      JSON.stringify({ id: 'q1', command: 'ask', options: { question: ANSWERED } }),
      'nonsense',
      '',
      JSON.stringify({ id: 'q2', command: 'ask', options: { question: UNANSWERED } }),
      JSON.stringify({ id: 'q3', command: 'sources' }),
    ].join('\r\n');
    const { status, stdout, stderr } = isnad({ args: ['batch', '--corpus', folder], input });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    const got = replies(stdout);
    expect(got.map(({ id, status: each }) => [id, each])).toEqual([
      ['q1', 'answered'],
      [null, 'error'],
      ['q2', 'not_found'],
      ['q3', 'answered'],
    ]);
    for (const reply of got) expect(isVerbatim(folder, reply)).toBe(true);
  });

  test('of nothing is nothing', () => {
    expect(isnad({ args: ['batch'] })).toEqual({ status: 0, stdout: '', stderr: '' });
  });

  test('answers each request before the next arrives', async () => {
    const child = spawn(process.execPath, [MAIN, 'batch', '--corpus', papers()], {
      env: environment(),
      cwd: projectFile(),
    });
    const got: string[] = [];
    child.stdout.setEncoding('utf8');
    for (const id of ['a', 'b', 'c']) {
      child.stdin.write(`${JSON.stringify({ id, command: 'help' })}\n`);
      let line = '';
      while (!line.endsWith('\n')) line += await new Promise<string>((resolve) => child.stdout.once('data', resolve));
      got.push((JSON.parse(line) as Reply).id ?? '');
    }
    child.stdin.end();
    const status = await new Promise((resolve) => child.once('exit', resolve));
    expect({ got, status }).toEqual({ got: ['a', 'b', 'c'], status: 0 });
  });

  test('whose reader leaves ends quietly', async () => {
    const child = spawn(process.execPath, [MAIN, 'batch'], { env: environment(), cwd: projectFile() });
    let errors = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => (errors += text));
    child.stdin.on('error', () => undefined);
    child.stdin.write('{"command":"help"}\n');
    await new Promise((resolve) => child.stdout.once('data', resolve));
    child.stdout.destroy();
    child.stdin.end('{"command":"help"}\n'.repeat(2000));
    const status = await new Promise((resolve) => child.once('exit', resolve));
    expect({ errors, status }).toEqual({ errors: '', status: 0 });
  });
});

describe('without a command', () => {
  test('what is piped in is answered line by line, ending with 0', () => {
    const folder = papers();
    const input = `${ANSWERED}\r\n\n/sources\n/ask question:${ANSWERED_AR} limit:1\n${UNANSWERED}\n/nothing\n`;
    const { status, stdout, stderr } = isnad({ args: ['--corpus', folder], input });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    const places = ['Salem Darwish', 'bridge.txt\n', 'كريم الحداد', 'zzyzzx', '/nothing'.slice(1)];
    const at = places.map((text) => stdout.indexOf(text));
    expect(at.every((position) => position >= 0)).toBe(true);
    expect(stdout).not.toContain('DISCORD_TOKEN');
  });

  test('/exit ends it', () => {
    const { status, stdout } = isnad({ args: ['--corpus', papers()], input: `/exit\n${ANSWERED}\n` });
    expect({ status, stdout }).toEqual({ status: 0, stdout: '' });
  });

  test.each([['seeds'], ['papers']])(
    'empty input gets an Arabic and an English question of %s, answered and cited',
    (which) => {
      const folder = which === 'papers' ? papers() : projectFile('seeds');
      const { status, stdout, stderr } = isnad({ args: ['--corpus', folder], input: '\n' });
      expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
      const asked = stdout.split('\n').filter((line) => line.startsWith('› '));
      expect(asked.map(hasArabic)).toEqual([true, false]);
      for (const line of asked) {
        const [reply] = replies(run('ask', line.slice(2), '--limit', '1', '--json', '--corpus', folder).stdout);
        expect(reply?.status).toBe('answered');
        expect(stdout).toContain(reply!.citations[0]!.text);
        expect(stdout).toContain(reply!.citations[0]!.file);
      }
      expect(stdout).toContain('DISCORD_TOKEN');
    },
  );
});

test('settings that are wrong end the start, all at once, without the token', () => {
  const env = { DISCORD_TOKEN: 'my secret', PORT: 'x', DEFAULT_LANGUAGE: 'xx' };
  const { status, stdout, stderr } = isnad({ args: ['sources'], env });
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  for (const name of Object.keys(env)) expect(stderr).toContain(name);
  expect(stderr).not.toContain('secret');
});

test('DEFAULT_LANGUAGE is the language where nothing else tells it', () => {
  expect(hasArabic(isnad({ args: ['help'], env: { DEFAULT_LANGUAGE: 'ar' } }).stdout)).toBe(true);
  expect(replies(isnad({ args: ['sources', '--json'], env: { DEFAULT_LANGUAGE: 'ar' } }).stdout)[0]?.language).toBe(
    'ar',
  );
});
