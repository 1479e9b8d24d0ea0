import { readFileSync } from 'node:fs';
import path from 'node:path';
import { FlyctlError } from '../commands/flyctl-error.js';
import { type AppConfig, defaultGroup, primaryRegion } from './app-config.js';
import { checkFrom, durationOf } from './checks.js';
import { type Fields, fieldsOf, isFields, numberOf, stringMapOf, tablesOf, textOf, textsOf } from './fields.js';
import { renderGoDuration } from './go-duration.js';
import { guestFrom } from './guest.js';
import type { CheckConfig, FileConfig, Guest, MachineConfig, RestartConfig, ServiceConfig } from './machine-config.js';
import { servicesFrom } from './services.js';
import { splitCommand } from './shell-words.js';
import { sizeGb } from './sizes.js';

/** [checks] without times of their own; deploys wait for them. */
const TOP_LEVEL_CHECK = { intervalMs: 15_000, timeoutMs: 10_000, graceMs: 5000 };
const DEFAULT_KILL_SIGNAL = 'SIGINT';
const DEFAULT_KILL_TIMEOUT_MS = 5000;
const DEFAULT_RETRIES = 10;

/** What a [[mounts]] block asks for; the volume itself is found or made by the deploy. */
export interface WantedMount {
  readonly source: string;
  readonly destination: string;
  readonly initialSizeGb: number | undefined;
}

/** `guest` is undefined where the file has no [[vm]] for the group: a machine that is there keeps its own. */
export type GroupConfig = Omit<MachineConfig, 'image' | 'metadata' | 'mounts' | 'guest'> & {
  readonly guest: Guest | undefined;
};

/** The part of a fly.toml that holds for one process group. */
export function groupConfig(config: AppConfig, group: string): GroupConfig {
  const { raw } = config;
  const own = ownSections(config, group);
  const metrics = tablesOf(raw['metrics']).find(own);
  const region = primaryRegion(config);
  return {
    init: initFrom(raw, group),
    env: {
      ...stringMapOf(raw['env']),
      FLY_PROCESS_GROUP: group,
      ...(region === undefined || region === '' ? {} : { PRIMARY_REGION: region }),
    },
    services: servicesOf(config, group),
    checks: checksOf(config, group),
    // Several blocks may be written, only the first that matches a group is used.
    ...(metrics === undefined ? {} : { metrics: metricsFrom(metrics) }),
    files: tablesOf(raw['files'])
      .filter(own)
      .map((table) => fileFrom(table, config.workingDirectory)),
    restart: restartFrom(tablesOf(raw['restart']).findLast(own)),
    guest: guestFrom(mostSpecificVm(tablesOf(raw['vm']), group)),
    stop_config: stopConfigFrom(raw),
  };
}

export function servicesOf(config: AppConfig, group: string): readonly ServiceConfig[] {
  return servicesFrom(config)
    .filter(({ groups }) => appliesTo(groups, { group, config }))
    .map(({ service }) => service);
}

export function mountsOf(config: AppConfig, group: string): readonly WantedMount[] {
  return tablesOf(config.raw['mounts']).filter(ownSections(config, group)).map(mountFrom);
}

function ownSections(config: AppConfig, group: string): (table: Fields) => boolean {
  return (table) => appliesTo(textsOf(table['processes']), { group, config });
}

/** A section without `processes` belongs to the default group alone. */
function appliesTo(groups: readonly string[], at: { group: string; config: AppConfig }): boolean {
  return groups.length === 0 ? at.group === defaultGroup(at.config) : groups.includes(at.group);
}

/** A check without a port takes the one of its group's [http_service]. */
function checksOf(config: AppConfig, group: string): Readonly<Record<string, CheckConfig>> {
  const own = ownSections(config, group);
  const tables = Object.entries(fieldsOf(config.raw['checks'])).filter(([, table]) => own(fieldsOf(table)));
  return Object.fromEntries(
    tables.map(([name, given]) => {
      const table = fieldsOf(given);
      const port = numberOf(table['port']) ?? webPort(config, own);
      if (port !== undefined) return [name, checkFrom({ ...table, port }, TOP_LEVEL_CHECK)];
      throw new FlyctlError(
        `Check '${name}' for process group '${group}' has no port set and the group has no http_service to take it from`,
      );
    }),
  );
}

function webPort(config: AppConfig, own: (table: Fields) => boolean): number | undefined {
  const web = config.raw['http_service'];
  return isFields(web) && own(web) ? numberOf(web['internal_port']) : undefined;
}

/** [[vm]] alone is global: the last one that names the group, else the first that names none. */
function mostSpecificVm(tables: readonly Fields[], group: string): Fields | undefined {
  const naming = tables.findLast((table) => textsOf(table['processes']).includes(group));
  return naming ?? tables.find((table) => textsOf(table['processes']).length === 0);
}

function initFrom(raw: Fields, group: string): MachineConfig['init'] {
  const command = stringMapOf(raw['processes'])[group];
  return command === undefined || command === '' ? {} : { cmd: splitCommand(command) };
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

function stopConfigFrom(raw: Fields): MachineConfig['stop_config'] {
  const timeout = durationOf(raw['kill_timeout']) ?? DEFAULT_KILL_TIMEOUT_MS;
  return { signal: textOf(raw['kill_signal']) ?? DEFAULT_KILL_SIGNAL, timeout: renderGoDuration(timeout) };
}

function mountFrom(table: Fields): WantedMount {
  const size = table['initial_size'];
  return {
    source: textOf(table['source']) ?? '',
    destination: textOf(table['destination']) ?? '',
    initialSizeGb: typeof size === 'string' ? sizeGb(size) : numberOf(size),
  };
}
