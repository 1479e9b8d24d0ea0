import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import {
  childProcesses,
  diskFiles,
  invalidInputs,
  liveBlock,
  parseDuration,
  protectInputs,
  Redactor,
  type RunContext,
  type Secret,
  type Stage,
  type StageReport,
  systemClock,
  terminalLog,
  toSuiteError,
  undiciHttp,
} from '@fly-monitoring/kit';
import { type ParsedFlags, parseFlags, type SecretSource } from './arguments.js';
import { hashPasswordCommand, stageCommands } from './commands.js';
import { hashPasswordConfig, hashPasswordLines } from './hash-password.js';
import { commandHelp, overviewHelp } from './help.js';
import { type Watch, watchRuns } from './watch-runs.js';

/** Runs the command line and returns the exit code: 0 success, 1 failure, 2 wrong usage, 3 neither proved nor disproved. */
export async function startCommandLine(args: readonly string[]): Promise<number> {
  const redactor = new Redactor();
  const wantsJson = args.includes('--json');
  try {
    return await dispatch(args, redactor);
  } catch (thrown) {
    const error = toSuiteError(thrown);
    const text = redactor.redact(`✖ ${error.code}: ${error.message}\n  Next: ${error.hint}`);
    if (wantsJson)
      print(
        redactor.redact(
          JSON.stringify({ conclusion: 'failure', code: error.code, message: error.message, hint: error.hint }),
        ),
      );
    else process.stderr.write(`${text}\n`);
    return error.code === 'INPUT_INVALID' ? 2 : 1;
  }
}

async function dispatch(args: readonly string[], redactor: Redactor): Promise<number> {
  const [command = '--help', ...rest] = args;
  if (command === '--help' || command === '-h' || command === 'help') return print(overviewHelp());
  if (command === hashPasswordCommand.name) {
    const config = await diskFiles.readText(hashPasswordConfig);
    return print(hashPasswordLines({ environment: process.env, config }));
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
    print(redactor.redact(flags.wants.json ? JSON.stringify(report, null, 2) : report.lines.join('\n')));
  const run = () => runStage(stage, flags, redactor);
  if (flags.wants.watch !== undefined) return watch(stage, flags.wants.watch, { run, show });
  const report = await run();
  show(report);
  return exitCodeOf(report);
}

function exitCodeOf({ conclusion, outputs }: StageReport): number {
  if (conclusion === 'success') return 0;
  return outputs['verdict'] === 'inconclusive' ? 3 : 1;
}

/** The deploying stages must not be repeated by accident. */
function watch(stage: Stage, every: string, { run, show }: Pick<Watch, 'run' | 'show'>): Promise<never> {
  const everyMs = parseDuration(every === '' ? usualPause : every);
  if (stage.name !== watchable) throw invalidInputs([`--watch works with ${watchable} only.`]);
  if (everyMs === undefined) throw invalidInputs([`--watch is "${every}"; it must be a duration such as 30s or 5m.`]);
  const screen = process.stdout.isTTY ? clearScreen : '';
  const showAlone = (report: StageReport) => {
    process.stdout.write(screen);
    show(report);
  };
  return watchRuns({ clock: systemClock, everyMs, run, show: showAlone });
}

const watchable = 'verify-targets';
const usualPause = '30s';
/** ANSI: clear, and go to the first line, so that the tables stand still. */
const clearScreen = '\u001b[2J\u001b[H';

async function runStage(stage: Stage, flags: ParsedFlags, redactor: Redactor): Promise<StageReport> {
  const protect = (secret: Secret) => {
    redactor.add(secret.reveal());
  };
  const secrets = Object.entries(flags.secretSources).map(([name, source]) => [name, readSecret(source)]);
  const raw = { given: { ...flags.given, ...Object.fromEntries(secrets) }, environment: process.env };
  protectInputs(stage.inputs, raw, protect);
  const { stderr } = process;
  const log = terminalLog(redactor, {
    write: (line) => stderr.write(`${line}\n`),
    block: stderr.isTTY ? liveBlock(stderr) : undefined,
  });
  const edges = { clock: systemClock, http: undiciHttp(), processes: childProcesses, files: diskFiles };
  const prepared = await stage.prepare(raw, { ...edges, log, protect, context: terminalContext() });
  return prepared.run();
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
