import { isNull, numberOf, parsePrometheusDuration } from '../yaml/scalar-types.js';
import type { YamlValue } from '../yaml/yaml-tree.js';
import type { YamlSource } from './yaml-source.js';

/** Reads the fields of one mapping; what is wrong goes to the source's problems, and a fallback is returned. */
export class FieldReader {
  constructor(
    private readonly source: YamlSource,
    readonly value: YamlValue | undefined,
    readonly path: string,
  ) {}

  /** Undefined for a field that is not there or holds nothing. */
  at(name: string): YamlValue | undefined {
    const found = this.value?.kind === 'mapping' ? this.value.entries.get(name) : undefined;
    return found === undefined || isNull(found) ? undefined : found;
  }

  text<F>(name: string, fallback: F): string | F {
    const value = this.at(name);
    if (value === undefined) return fallback;
    if (value.kind === 'scalar') return value.text;
    this.source.error(value, `${this.path}${name} must be a text.`);
    return fallback;
  }

  /** Prometheus fills in its default for 0 as well. */
  durationMs(name: string, fallbackMs: number): number {
    const text = this.text(name, undefined);
    if (text === undefined) return fallbackMs;
    const ms = parsePrometheusDuration(text);
    if (ms !== undefined) return ms === 0 ? fallbackMs : ms;
    this.source.error(this.at(name), `${this.path}${name} is "${text}"; it must be a duration such as 15s.`);
    return fallbackMs;
  }

  port(name: string): number | undefined {
    const value = this.at(name);
    if (value === undefined) return undefined;
    const port = numberOf(value) ?? Number.NaN;
    if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
    const seen = value.kind === 'scalar' ? ` is "${value.text}"; it` : '';
    this.source.error(value, `${this.path}${name}${seen} must be a port from 1 to 65535, without quotes.`);
    return undefined;
  }

  texts(name: string): readonly string[] {
    return this.items(name).flatMap((item) => (item.kind === 'scalar' ? [textOf(item)] : []));
  }

  /** Values of a list; a missing one is empty. */
  items(name: string): readonly YamlValue[] {
    const value = this.at(name);
    if (value === undefined) return [];
    if (value.kind === 'list') return value.items;
    this.source.error(value, `${this.path}${name} must be a list.`);
    return [];
  }

  /** A label without a value is no label. */
  labels(name: string): Readonly<Record<string, string>> {
    const value = this.at(name);
    if (value?.kind !== 'mapping') return {};
    const labels = [...value.entries].map(([label, each]) => [label, textOf(each)] as const);
    return Object.fromEntries(labels.filter(([, text]) => text !== ''));
  }

  fieldNames(): readonly string[] {
    return this.value?.kind === 'mapping' ? [...this.value.entries.keys()] : [];
  }

  below(value: YamlValue | undefined, path: string): FieldReader {
    return new FieldReader(this.source, value, path);
  }
}

function textOf(value: YamlValue): string {
  return value.kind === 'scalar' && !isNull(value) ? value.text : '';
}
