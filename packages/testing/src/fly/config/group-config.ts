import { readFileSync } from 'node:fs';
import path from 'node:path';
import { FlyctlError } from '../commands/flyctl-error.js';
import { type AppConfig, DEFAULT_GROUP, hasProcesses, primaryRegion } from './app-config.js';
import { checkFrom, durationOf } from './checks.js';
import { type Fields, fieldsOf, numberOf, stringMapOf, tablesOf, textOf, textsOf } from './fields.js';
import { renderGoDuration } from './go-duration.js';
import type { FileConfig, MachineConfig, RestartConfig } from './machine-config.js';
import { servicesFrom } from './services.js';

/** [checks] without times of their own; deploys wait for them. */
const TOP_LEVEL_CHECK = { intervalMs: 15_000, timeoutMs: 10_000, graceMs: 5000 };
const DEFAULT_KILL_SIGNAL = 'SIGINT';
const DEFAULT_KILL_TIMEOUT_MS = 5000;
const DEFAULT_RETRIES = 10;
const DEFAULT_MEMORY_MB = 256;

/** What a [[mounts]] block asks for; the volume itself is found or made by the deploy. */
export interface WantedMount {
  readonly source: string;
  readonly destination: string;
  readonly initialSizeGb: number | undefined;
}

export type GroupConfig = Omit<MachineConfig, 'image' | 'metadata' | 'mounts'> & {
  readonly wanted: readonly WantedMount[];
};

/** The part of a fly.toml that holds for one process group. */
export function groupConfig(config: AppConfig, group: string): GroupConfig {
  const { raw } = config;
  const own = (table: Fields) => appliesTo(textsOf(table['processes']), { group, config });
  const metrics = tablesOf(raw['metrics']).find(own);
  return {
    init: initFrom(raw, group),
    env: { ...stringMapOf(raw['env']), FLY_PROCESS_GROUP: group, PRIMARY_REGION: primaryRegion(config) ?? '' },
    services: servicesFrom(config)
      .filter(({ groups }) => appliesTo(groups, { group, config }))
      .map(({ service }) => service),
    checks: Object.fromEntries(
      Object.entries(fieldsOf(raw['checks']))
        .filter(([, table]) => own(fieldsOf(table)))
        .map(([name, table]) => [name, checkFrom(fieldsOf(table), TOP_LEVEL_CHECK)]),
    ),
    // Several blocks may be written, only the first that matches a group is used.
    ...(metrics === undefined ? {} : { metrics: metricsFrom(metrics) }),
    files: tablesOf(raw['files'])
      .filter(own)
      .map((table) => fileFrom(table, config.workingDirectory)),
    restart: restartFrom(tablesOf(raw['restart']).find(own)),
    guest: guestFrom(tablesOf(raw['vm']).find(own)),
    stop_config: stopConfigFrom(raw),
    wanted: tablesOf(raw['mounts']).filter(own).map(mountFrom),
  };
}

/** A block without `processes` belongs to every group; the lone group of a file without [processes] is "app". */
function appliesTo(groups: readonly string[], at: { group: string; config: AppConfig }): boolean {
  if (groups.length === 0) return true;
  return groups.includes(at.group) || (!hasProcesses(at.config) && groups.includes(DEFAULT_GROUP));
}

function initFrom(raw: Fields, group: string): MachineConfig['init'] {
  const command = stringMapOf(raw['processes'])[group];
  return command === undefined || command === '' ? {} : { cmd: splitCommand(command) };
}

/** Splits a [processes] command as a shell would: quotes group, a backslash escapes. */
export function splitCommand(command: string): readonly string[] {
  const words = command.match(/(?:[^\s"'\\]|\\.|"(?:[^"\\]|\\.)*"|'[^']*')+/g) ?? [];
  return words.map((word) =>
    word.replace(/'([^']*)'|"((?:[^"\\]|\\.)*)"|\\(.)/g, (_all, single, double, escaped) =>
      String(single ?? double?.replace(/\\(.)/g, '$1') ?? escaped),
    ),
  );
}

function metricsFrom(table: Fields): { port: number; path: string } {
  return { port: numberOf(table['port']) ?? 9091, path: textOf(table['path']) ?? '/metrics' };
}

function fileFrom(table: Fields, workingDirectory: string): FileConfig {
  const guest = { guest_path: textOf(table['guest_path']) ?? '' };
  const secret = textOf(table['secret_name']);
  if (secret !== undefined) return { ...guest, secret_name: secret };
  const local = textOf(table['local_path']);
  const content =
    local === undefined
      ? Buffer.from(textOf(table['raw_value']) ?? '')
      : readLocalFile(path.resolve(workingDirectory, local));
  return { ...guest, raw_value: content.toString('base64') };
}

/** flyctl reads local_path from its working directory, whatever its documentation says. */
function readLocalFile(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch {
    throw new FlyctlError(`could not read file ${path.normalize(file)}: no such file or directory`);
  }
}

function restartFrom(table: Fields | undefined): RestartConfig {
  const policy = textOf(table?.['policy']);
  const max_retries = numberOf(table?.['retries']) ?? DEFAULT_RETRIES;
  if (policy === 'always') return { policy, max_retries };
  return { policy: policy === 'never' || policy === 'no' ? 'no' : 'on-failure', max_retries };
}

function guestFrom(table: Fields | undefined): MachineConfig['guest'] {
  const memory = table?.['memory'];
  const inMb = typeof memory === 'string' ? memoryMb(memory) : numberOf(memory);
  const given = numberOf(table?.['memory_mb']) ?? inMb ?? DEFAULT_MEMORY_MB;
  return { cpu_kind: textOf(table?.['cpu_kind']) ?? 'shared', cpus: numberOf(table?.['cpus']) ?? 1, memory_mb: given };
}

function memoryMb(text: string): number | undefined {
  const match = /^(\d+)\s*(gb|mb)?$/i.exec(text.trim());
  if (match === null) return undefined;
  return Number(match[1]) * (match[2]?.toLowerCase() === 'gb' ? 1024 : 1);
}

function stopConfigFrom(raw: Fields): MachineConfig['stop_config'] {
  const timeout = durationOf(raw['kill_timeout']) ?? DEFAULT_KILL_TIMEOUT_MS;
  return { signal: textOf(raw['kill_signal']) ?? DEFAULT_KILL_SIGNAL, timeout: renderGoDuration(timeout) };
}

function mountFrom(table: Fields): WantedMount {
  const size = table['initial_size'];
  const gb = typeof size === 'string' ? Number.parseInt(size, 10) : numberOf(size);
  return { source: textOf(table['source']) ?? '', destination: textOf(table['destination']) ?? '', initialSizeGb: gb };
}
