import { readFileSync } from 'node:fs';
import { parse as parseToml } from 'smol-toml';
import { parse as parseYaml } from 'yaml';
import { FlyctlError } from '../commands/flyctl-error.js';
import { type Fields, fieldsOf, isFields, numberOf, stringMapOf, tablesOf, textOf, textsOf } from './fields.js';
import { patchOldForms } from './old-forms.js';

export const DEFAULT_GROUP = 'app';

/** A fly.toml, .json or .yaml as written, and the file it came from. */
export interface AppConfig {
  readonly raw: Fields;
  readonly file: string;
  /** Where flyctl was standing: some paths of the file are read from here. */
  readonly workingDirectory: string;
}

export function readAppConfig(file: string, workingDirectory: string): AppConfig {
  const text = readFileSync(file, 'utf8');
  try {
    const raw: unknown = file.endsWith('.json') ? JSON.parse(text) : isYaml(file) ? parseYaml(text) : parseToml(text);
    return { raw: patchOldForms(fieldsOf(raw)), file, workingDirectory };
  } catch (error) {
    const why = error instanceof Error ? error.message.split('\n')[0] : String(error);
    throw new FlyctlError(`failed loading app config from ${file}: ${why}`);
  }
}

/** The process groups in the order of the alphabet, each with the command that replaces the image's, if any. */
export function processGroups(config: AppConfig): ReadonlyMap<string, string> {
  const processes = stringMapOf(config.raw['processes']);
  const names = Object.keys(processes).sort();
  return new Map(names.length === 0 ? [[DEFAULT_GROUP, '']] : names.map((name) => [name, processes[name] ?? '']));
}

/** Where sections without `processes` go: the group "app", else the first by the alphabet. */
export function defaultGroup(config: AppConfig): string {
  const names = [...processGroups(config).keys()];
  return names.includes(DEFAULT_GROUP) ? DEFAULT_GROUP : (names[0] ?? DEFAULT_GROUP);
}

export function hasProcesses(config: AppConfig): boolean {
  return isFields(config.raw['processes']) && Object.keys(config.raw['processes']).length > 0;
}

export function primaryRegion(config: AppConfig): string | undefined {
  return textOf(config.raw['primary_region']);
}

function isYaml(file: string): boolean {
  return file.endsWith('.yaml') || file.endsWith('.yml');
}

/** The address a deploy names at its end: an [http_service], or a service on 443 or 80 that speaks HTTP. */
export function hasWebAddress(config: AppConfig): boolean {
  const web = config.raw['http_service'];
  if (isFields(web) && (numberOf(web['internal_port']) ?? 0) > 0) return true;
  const ports = tablesOf(config.raw['services']).flatMap((service) => tablesOf(service['ports']));
  return ports.some((port) => {
    const handlers = textsOf(port['handlers']);
    return handlers.includes('http') && numberOf(port['port']) === (handlers.includes('tls') ? 443 : 80);
  });
}
