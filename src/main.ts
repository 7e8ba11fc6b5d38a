import { readConfig, wantsColours, type Config } from './config.js';
import { openLibrary } from './answers/open-library.js';
import { warmUp } from './answers/warm-up.js';
import { errorReply, type Defaults } from '../commands/dispatch.js';
import { messagesIn } from './answers/messages/messages.js';
import { parseArguments, type Invocation } from './terminal/arguments.js';
import { EXIT, expectShortRun, runOnce, type ExitStatus } from './terminal/one-shot.js';
import { write } from './terminal/output.js';
import { styleFor } from './terminal/style.js';

/** After the prompt has been drawn, before anybody can have typed a question. */
const WHILE_TYPING_MS = 50;

const { stdin, stdout, stderr, env } = process;

/** The reader of a pipe may leave at any moment (`| head`): that ends us quietly and is no fault of anyone. */
function leaveWithTheReader(): void {
  for (const stream of [stdout, stderr])
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE' && error.code !== 'ERR_STREAM_DESTROYED') throw error;
      stream.destroy();
    });
}

/** `.env` beside the project's package.json; variables that are set already win. Tests never see it. */
async function loadEnvironmentFile(): Promise<void> {
  if (env['NODE_ENV'] === 'test') return;
  const [{ config: load }, { projectFile }] = await Promise.all([import('dotenv'), import('./text/project.js')]);
  const { error } = load({ path: projectFile('.env'), quiet: true });
  const code = (error as NodeJS.ErrnoException | undefined)?.code;
  if (code !== undefined && code !== 'ENOENT') stderr.write(`${messagesIn('en').terminal.unreadableSettings(code)}\n`);
}

const fail = (text: string, status: ExitStatus): ExitStatus => {
  stderr.write(`${text}\n`);
  return status;
};

async function run(invocation: Invocation, config: Config): Promise<number> {
  const style = styleFor(wantsColours(env, stdout.isTTY));
  const errorStyle = styleFor(wantsColours(env, stderr.isTTY));
  const { defaultLanguage: language } = config;
  const defaults: Defaults = {
    language,
    onDefect: (defect) =>
      stderr.write(`${defect instanceof Error ? (defect.stack ?? defect.message) : String(defect)}\n`),
  };
  if (invocation.kind === 'wrong' && !invocation.json) return fail(errorStyle.wrong(invocation.message), EXIT.wrongUse);
  if (invocation.kind === 'deploy') {
    const { deploy } = await import('./discord/deploy.js');
    return deploy(config, { dryRun: invocation.dryRun });
  }
  if (invocation.kind === 'health') {
    const { health } = await import('./discord/health.js');
    return health(config);
  }
  if (invocation.kind === 'prompt' && config.token !== null) {
    const { preferSmallHeap } = await import('./discord/memory.js');
    preferSmallHeap();
  }
  if (invocation.kind === 'command') expectShortRun();
  const library = await openLibrary((invocation.kind === 'wrong' ? null : invocation.corpus) ?? config.corpusDir, {
    dictionaryDir: config.dictionaryDir ?? '',
  });
  if (invocation.kind === 'wrong') {
    await write(stdout, `${JSON.stringify(errorReply(invocation.message, { language }, library))}\n`);
    return EXIT.wrongUse;
  }
  if (invocation.kind === 'command') {
    const { output, errors, status } = runOnce(invocation, library, defaults, style, errorStyle);
    if (errors !== '') stderr.write(errors);
    if (output !== '') await write(stdout, output);
    return status;
  }
  const empty = library.corpus.documents.length === 0;
  const none = errorStyle.wrong(messagesIn(language).notice.noDocument(library.corpus.folder));
  if (invocation.kind === 'batch') {
    if (empty) stderr.write(`${none}\n`);
    const { runBatch } = await import('./terminal/batch.js');
    await runBatch(stdin, stdout, library, defaults);
    return EXIT.answered;
  }
  if (empty) return fail(none, EXIT.noDocument);
  if (config.token !== null) {
    // loaded only here: discord.js alone takes longer than everything else a prompt needs
    const { startBot } = await import('./discord/bot.js');
    // before the first interaction, which must be answered within three seconds
    warmUp(library);
    return startBot(config, library);
  }
  const interactive = Boolean(stdin.isTTY && stdout.isTTY);
  const { runPrompt } = await import('./terminal/prompt.js');
  // the prompt stands first; what is read and compiled on first use is while the person types
  if (interactive) setTimeout(() => warmUp(library), WHILE_TYPING_MS).unref();
  await runPrompt(library, defaults, {
    input: stdin,
    output: stdout,
    interactive,
    style,
  });
  return EXIT.answered;
}

async function main(): Promise<number> {
  leaveWithTheReader();
  await loadEnvironmentFile();
  const settings = readConfig(env);
  if (!settings.ok) {
    const { heading } = messagesIn(settings.language).config;
    return fail([heading(settings.faults.length), ...settings.faults].join('\n'), EXIT.wrongUse);
  }
  const { config } = settings;
  const invocation = parseArguments(process.argv.slice(2), config.defaultLanguage);
  return run(invocation, config);
}

process.exitCode = await main();
