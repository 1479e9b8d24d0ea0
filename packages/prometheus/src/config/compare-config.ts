import { parse } from 'yaml';
import { isSameScalar } from './same-scalar.js';

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
  const file = parseYaml(wanted);
  const server = parseYaml(loaded);
  if (!file.ok) return { kind: 'unreadable', problem: 'the configuration file is no YAML' };
  if (!server.ok || typeof server.value !== 'object' || server.value === null) {
    return { kind: 'unreadable', problem: 'data.yaml of /api/v1/status/config must be a configuration in YAML' };
  }
  const walk = new Walk();
  walk.compare(file.value, server.value, '');
  return { kind: 'compared', keys: walk.keys, differences: walk.differences };
}

class Walk {
  keys = 0;
  readonly differences: ConfigDifference[] = [];

  compare(wanted: unknown, loaded: unknown, path: string): void {
    // Prometheus leaves out what is empty or off.
    if (isNothing(wanted)) return;
    if (Array.isArray(wanted)) this.#compareLists(wanted, loaded, path);
    else if (isMapping(wanted)) this.#compareMappings(wanted, loaded, path);
    else {
      this.keys += 1;
      if (!isSameScalar(wanted, loaded)) this.#differ(path, wanted, loaded);
    }
  }

  #compareMappings(wanted: Mapping, loaded: unknown, path: string): void {
    if (!isMapping(loaded)) {
      this.#differ(path, wanted, loaded);
      return;
    }
    for (const [name, value] of Object.entries(wanted)) {
      if (!translatedKeys.has(name))
        this.compare(
          value,
          Object.hasOwn(loaded, name) ? loaded[name] : undefined,
          path === '' ? name : `${path}.${name}`,
        );
    }
  }

  #compareLists(wanted: readonly unknown[], loaded: unknown, path: string): void {
    const there: readonly unknown[] = Array.isArray(loaded) ? loaded : [];
    if (wanted.some((item) => nameOf(item) !== undefined)) {
      for (const item of wanted) {
        const name = nameOf(item) ?? '';
        this.compare(
          item,
          there.find((one) => nameOf(one) === name),
          `${path}[${name}]`,
        );
      }
      return;
    }
    if (there.length !== wanted.length) {
      this.keys += 1;
      this.#differ(path, `${wanted.length} items`, `${there.length} items`);
      return;
    }
    for (const [index, item] of wanted.entries()) this.compare(item, there[index], `${path}[${index}]`);
  }

  #differ(path: string, wanted: unknown, loaded: unknown): void {
    const difference = { path, wanted: shown(wanted), loaded: loaded === undefined ? undefined : shown(loaded) };
    this.differences.push(difference);
  }
}

type Mapping = Readonly<Record<string, unknown>>;

function isMapping(value: unknown): value is Mapping {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isNothing(value: unknown): boolean {
  if (value === null || value === undefined || value === false || value === '' || value === 0) return true;
  return typeof value === 'object' && Object.keys(value).length === 0;
}

function nameOf(item: unknown): string | undefined {
  return isMapping(item) && typeof item['job_name'] === 'string' ? item['job_name'] : undefined;
}

const longestShown = 80;

function shown(value: unknown): string {
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value);
  return text.length > longestShown ? `${text.slice(0, longestShown)}…` : text;
}

function parseYaml(text: string): { readonly ok: true; readonly value: unknown } | { readonly ok: false } {
  try {
    return { ok: true, value: parse(text, { logLevel: 'error' }) };
  } catch {
    return { ok: false };
  }
}
