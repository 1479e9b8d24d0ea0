import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import {
  type Closing,
  closeableClock,
  closeOnSignals,
  diskFiles,
  errorReport,
  harmless,
  invalidInputs,
  liveBlock,
  parseDuration,
  Redactor,
  type RunContext,
  runStage,
  type Secret,
  type Stage,
  type StageReport,
  type SuiteError,
  systemClock,
  terminalLog,
  toSuiteError,
} from '@fly-monitoring/kit';
import { type ParsedFlags, parseFlags, type SecretSource } from './arguments.js';
import { hashPasswordCommand, stageCommands } from './commands.js';
import { hashPasswordConfig, hashPasswordLines } from './hash-password.js';
import { commandHelp, overviewHelp } from './help.js';
import { jsonOutput } from './json-output.js';
import { type Watch, watchRuns } from './watch-runs.js';

/**
 * Runs the command line and returns the exit code: 0 success, 1 failure, 2 wrong usage, 3 neither proved nor disproved,
 * 130 or 143 cancelled.
 */
export async function startCommandLine(args: readonly string[]): Promise<number> {
  const redactor = new Redactor();
  const closing = closeOnSignals((signal) => {
    process.stderr.write(`${signal}: cancelled; nothing new is started. Once more to end at once.\n`);
  });
  try {
    return await dispatch(args, { redactor, closing });
  } catch (thrown) {
    const error = toSuiteError(thrown);
    showError(error, { asJson: args.includes('--json'), redactor });
    if (error.code === 'INTERRUPTED') return closing.exitCode();
    return error.code === 'INPUT_INVALID' ? 2 : 1;
  }
}

interface ErrorDisplay {
  readonly asJson: boolean;
  readonly redactor: Redactor;
}

function showError(error: SuiteError, { asJson, redactor }: ErrorDisplay): void {
  const { code, message, hint } = error;
  const { conclusion } = errorReport(error);
  if (asJson) print(jsonOutput({ conclusion, code, message, hint }, redactor));
  else process.stderr.write(`${harmless(redactor.redact(`✖ ${code}: ${message}\n  Next: ${hint}`))}\n`);
}

interface CommandLineRun {
  readonly redactor: Redactor;
  readonly closing: Closing;
}

async function dispatch(args: readonly string[], own: CommandLineRun): Promise<number> {
  const [command = '--help', ...rest] = args;
  if (command === '--help' || command === '-h' || command === 'help') return print(overviewHelp());
  if (command === hashPasswordCommand.name) {
    const config = await diskFiles.readText(hashPasswordConfig);
    return print(await hashPasswordLines({ environment: process.env, config }));
  }
  const stage = stageCommands[command];
  if (stage === undefined) {
    const commands = [...Object.keys(stageCommands), hashPasswordCommand.name].join(', ');
    throw invalidInputs([`"${command}" is not a command; the commands are ${commands}.`]);
  }
  const flags = parseFlags(rest, stage.inputs);
  if (flags.wants.help) return print(commandHelp(command, stage));
  if (flags.problems.length > 0) throw invalidInputs(flags.problems);
  const show = (report: StageReport) =>
    print(
      flags.wants.json
        ? jsonOutput(report, own.redactor)
        : own.redactor.redact(linesOf(report).map(harmless).join('\n')),
    );
  const run = () => runOnTerminal(stage, flags, own);
  if (flags.wants.watch !== undefined) return watch(stage, flags.wants.watch, { run, show, closing: own.closing });
  const report = await run();
  show(report);
  return exitCodeOf(report, own.closing);
}

/** A stage that ended with an error has no lines of its own; its annotation holds the sentence. */
function linesOf({ lines, annotations }: StageReport): readonly string[] {
  return lines.length > 0 ? lines : annotations.map(({ title, message }) => `✖ ${title}: ${message}`);
}

function exitCodeOf({ conclusion, outputs }: StageReport, closing: Closing): number {
  switch (conclusion) {
    case 'success':
      return 0;
    case 'failure':
      return outputs['verdict'] === 'inconclusive' ? 3 : 1;
    case 'interrupted':
      return closing.exitCode();
  }
}

interface WatchedRun extends Pick<Watch, 'run' | 'show'> {
  readonly closing: Closing;
}

/** The deploying stages must not be repeated by accident. */
function watch(stage: Stage, every: string, { run, show, closing }: WatchedRun): Promise<never> {
  const everyMs = parseDuration(every === '' ? usualPause : every);
  if (stage.name !== watchable) throw invalidInputs([`--watch works with ${watchable} only.`]);
  if (everyMs === undefined) throw invalidInputs([`--watch is "${every}"; it must be a duration such as 30s or 5m.`]);
  const screen = process.stdout.isTTY ? clearScreen : '';
  const showAlone = (report: StageReport) => {
    process.stdout.write(screen);
    show(report);
  };
  return watchRuns({ clock: closeableClock(systemClock, closing.begun), everyMs, run, show: showAlone });
}

const watchable = 'verify-targets';
const usualPause = '30s';
/** ANSI: clear, and go to the first line, so that the tables stand still. */
const clearScreen = '\u001b[2J\u001b[H';

function runOnTerminal(stage: Stage, flags: ParsedFlags, { redactor, closing }: CommandLineRun): Promise<StageReport> {
  const protect = (secret: Secret) => {
    redactor.add(secret.reveal());
  };
  const secrets = Object.entries(flags.secretSources).map(([name, source]) => [name, readSecret(source)]);
  const raw = { given: { ...flags.given, ...Object.fromEntries(secrets) }, environment: process.env };
  const { stderr } = process;
  const log = terminalLog(redactor, {
    write: (line) => stderr.write(`${line}\n`),
    block: stderr.isTTY ? liveBlock(stderr) : undefined,
  });
  return runStage(stage, { raw, closing, surroundings: { log, protect, context: terminalContext() } });
}

function readSecret(source: SecretSource): string {
  switch (source.kind) {
    case 'environment':
      return process.env[source.name] ?? '';
    case 'file':
      return readFileSync(source.path, 'utf8');
    case 'stdin':
      return readFileSync(0, 'utf8');
  }
}

function terminalContext(): RunContext {
  const workspace = process.cwd();
  return {
    repository: basename(workspace),
    sha: undefined,
    ref: undefined,
    runLabel: `manual-${new Date().toISOString().replace(/\D/g, '').slice(0, 14)}`,
    runUrl: undefined,
    actor: process.env['USER'],
    workspace,
  };
}

function print(text: string): 0 {
  process.stdout.write(`${text}\n`);
  return 0;
}
