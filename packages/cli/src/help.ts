import type { InputKind, Stage } from '@fly-monitoring/kit';
import { hashPasswordCommand, stageCommands } from './commands.js';

/** How it is started from a checkout. No package of this name is published, so `npx` would run whoever took the name. */
const program = 'node packages/cli/dist/index.js';

/** What `--help` prints. */
export function overviewHelp(): string {
  const commands = [
    ...Object.entries(stageCommands).map(([name, stage]) => [name, stage.purpose] as const),
    [hashPasswordCommand.name, hashPasswordCommand.purpose] as const,
  ];
  const width = Math.max(...commands.map(([name]) => name.length));
  return [
    'fly-monitoring: deploy to Fly.io and prove that every service is seen in Grafana.',
    '',
    `Usage: ${program} <command> [flags]`,
    '',
    ...commands.map(([name, purpose]) => `  ${name.padEnd(width)}  ${purpose}`),
    '',
    'Every command takes --dry-run, --json and --help. Secrets come from the environment, never from the command line.',
  ].join('\n');
}

/** What `<command> --help` prints: one flag for each input of the action. */
export function commandHelp(command: string, stage: Stage): string {
  const flags = Object.entries(stage.inputs).map(([name, kind]) => [`--${name}`, describe(kind)] as const);
  const watch = command === 'verify-targets' ? ([['--watch', watchHelp]] as const) : [];
  const all = [
    ...flags,
    ...watch,
    ['--json', 'Print the result as JSON.'] as const,
    ['--help', 'Print this.'] as const,
  ];
  const width = Math.max(...all.map(([flag]) => flag.length));
  return [
    `${command}: ${stage.purpose}`,
    '',
    `Usage: ${program} ${command} [flags]`,
    '',
    'Flags:',
    ...all.map(([flag, text]) => `  ${flag.padEnd(width)}  ${text}`),
  ].join('\n');
}

const watchHelp = 'Look again and again, every 30s or as told, until interrupted.';

function describe(kind: InputKind<unknown>): string {
  const notes = [
    kind.choices && `one of ${kind.choices.join(', ')}`,
    kind.default !== undefined && kind.kind !== 'boolean' && `default ${kind.default}`,
    kind.environment && `environment ${kind.environment}`,
  ].filter((note) => typeof note === 'string');
  return notes.length === 0 ? kind.help : `${kind.help} (${notes.join('; ')})`;
}
