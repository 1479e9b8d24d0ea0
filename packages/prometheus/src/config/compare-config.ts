import { isNull } from '../yaml/scalar-types.js';
import { readYamlTree, type YamlList, type YamlMapping, type YamlValue } from '../yaml/yaml-tree.js';
import { isSameScalar, mayBeLeftOut } from './same-scalar.js';

/** A key of the file that is not loaded as it is written there. */
export interface ConfigDifference {
  /** Such as `scrape_configs[web].scrape_interval`. */
  readonly path: string;
  readonly wanted: string;
  /** Undefined when it is not there at all. */
  readonly loaded: string | undefined;
}

export type ConfigComparison =
  | { readonly kind: 'compared'; readonly keys: number; readonly differences: readonly ConfigDifference[] }
  /** `problem` says which of the two texts cannot be read. */
  | { readonly kind: 'unreadable'; readonly problem: string };

/** Old spellings that Prometheus loads under another name, so that they cannot be found again. */
const translatedKeys = new Set(['bearer_token', 'bearer_token_file']);

/**
 * Is each key of the file loaded? The other way round proves nothing: Prometheus fills in its defaults, and an
 * entrypoint may add to the file. Hidden secrets and variables that Prometheus expands count as equal.
 */
export function compareConfig(wanted: string, loaded: string): ConfigComparison {
  const file = readYamlTree(wanted);
  const server = readYamlTree(loaded);
  if (file.mistakes.length > 0) return { kind: 'unreadable', problem: 'the configuration file is no YAML' };
  if (server.mistakes.length > 0 || server.root?.kind !== 'mapping') {
    return { kind: 'unreadable', problem: 'data.yaml of /api/v1/status/config must be a configuration in YAML' };
  }
  const walk = new Walk();
  if (file.root !== undefined) walk.compare(file.root, server.root, '');
  return { kind: 'compared', keys: walk.keys, differences: walk.differences };
}

class Walk {
  keys = 0;
  readonly differences: ConfigDifference[] = [];

  compare(wanted: YamlValue, loaded: YamlValue | undefined, path: string): void {
    if (loaded === undefined && isLeftOut(wanted, path)) return;
    if (isNull(wanted)) return;
    if (wanted.kind === 'list') this.#compareLists(wanted, loaded, path);
    else if (wanted.kind === 'mapping') this.#compareMappings(wanted, loaded, path);
    else {
      this.keys += 1;
      if (loaded?.kind !== 'scalar' || !isSameScalar(wanted, loaded, { path })) this.#differ(path, wanted, loaded);
    }
  }

  #compareMappings(wanted: YamlMapping, loaded: YamlValue | undefined, path: string): void {
    if (loaded?.kind !== 'mapping') {
      this.#differ(path, wanted, loaded);
      return;
    }
    for (const [name, value] of wanted.entries) {
      if (translatedKeys.has(name)) continue;
      this.compare(value, loaded.entries.get(name), path === '' ? name : `${path}.${name}`);
    }
  }

  #compareLists(wanted: YamlList, loaded: YamlValue | undefined, path: string): void {
    const there = loaded?.kind === 'list' ? loaded.items : [];
    if (wanted.items.some((item) => nameOf(item) !== undefined)) this.#compareNamed(wanted, there, path);
    else if (there.length === wanted.items.length) {
      for (const [index, item] of wanted.items.entries()) this.compare(item, there[index], `${path}[${index}]`);
    } else {
      this.keys += 1;
      this.#differ(path, `${wanted.items.length} items`, `${there.length} items`);
    }
  }

  #compareNamed({ items }: YamlList, there: readonly YamlValue[], path: string): void {
    const byName = new Map(there.map((one) => [nameOf(one), one]));
    for (const item of items) {
      const name = nameOf(item) ?? '';
      this.compare(item, byName.get(name), `${path}[${name}]`);
    }
  }

  #differ(path: string, wanted: YamlValue | string, loaded: YamlValue | string | undefined): void {
    const difference = { path, wanted: shown(wanted), loaded: loaded === undefined ? undefined : shown(loaded) };
    this.differences.push(difference);
  }
}

function isLeftOut(wanted: YamlValue, path: string): boolean {
  if (wanted.kind === 'scalar') return mayBeLeftOut(wanted, { path });
  if (wanted.kind === 'list') return wanted.items.length === 0;
  return [...wanted.entries].every(([name, value]) => isLeftOut(value, `${path}.${name}`));
}

function nameOf(item: YamlValue): string | undefined {
  const name = item.kind === 'mapping' ? item.entries.get('job_name') : undefined;
  return name?.kind === 'scalar' ? name.text : undefined;
}

const longestShown = 80;

function shown(value: YamlValue | string): string {
  const plain = typeof value === 'string' ? value : plainOf(value);
  const text = typeof plain === 'string' ? plain : JSON.stringify(plain);
  return text.length > longestShown ? `${text.slice(0, longestShown)}…` : text;
}

function plainOf(value: YamlValue): unknown {
  if (value.kind === 'scalar') return value.text;
  if (value.kind === 'list') return value.items.map(plainOf);
  return Object.fromEntries([...value.entries].map(([name, each]) => [name, plainOf(each)]));
}
