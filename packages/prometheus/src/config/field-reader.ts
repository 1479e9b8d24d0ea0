import { parseDuration } from '@fly-monitoring/kit';
import { isMap, isScalar, isSeq } from 'yaml';
import { child, type YamlSource } from './yaml-source.js';

/** Reads the fields of one mapping; what is wrong goes to the source's problems, and a fallback is returned. */
export class FieldReader {
  constructor(
    private readonly source: YamlSource,
    readonly node: unknown,
    readonly path: string,
  ) {}

  at(name: string): unknown {
    return child(this.node, name);
  }

  text<F>(name: string, fallback: F): string | F {
    const node = this.at(name);
    if (node === undefined || (isScalar(node) && node.value === null)) return fallback;
    if (isScalar(node)) return String(node.value);
    this.source.error(node, `${this.path}${name} must be a text.`);
    return fallback;
  }

  durationMs(name: string, fallbackMs: number): number {
    const text = this.text(name, undefined);
    if (text === undefined) return fallbackMs;
    const ms = parseDuration(text);
    if (ms !== undefined) return ms;
    this.source.error(this.at(name), `${this.path}${name} is "${text}"; it must be a duration such as 15s.`);
    return fallbackMs;
  }

  port(name: string): number | undefined {
    const text = this.text(name, undefined);
    if (text === undefined) return undefined;
    const port = Number(text);
    if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
    this.source.error(this.at(name), `${this.path}${name} is "${text}"; it must be a port from 1 to 65535.`);
    return undefined;
  }

  texts(name: string): readonly string[] {
    return this.items(name).flatMap((item) => (isScalar(item) ? [String(item.value)] : []));
  }

  /** Nodes of a list; a missing one is empty. */
  items(name: string): readonly unknown[] {
    const node = this.at(name);
    if (node === undefined || (isScalar(node) && node.value === null)) return [];
    if (isSeq(node)) return node.items;
    this.source.error(node, `${this.path}${name} must be a list.`);
    return [];
  }

  labels(name: string): Readonly<Record<string, string>> {
    const node = this.at(name);
    if (!isMap(node)) return {};
    const text = (value: unknown) => (isScalar(value) ? String(value.value) : '');
    return Object.fromEntries(node.items.map(({ key, value }) => [text(key), text(value)]));
  }

  fieldNames(): readonly string[] {
    if (!isMap(this.node)) return [];
    return this.node.items.map(({ key }) => (isScalar(key) ? String(key.value) : ''));
  }

  below(node: unknown, path: string): FieldReader {
    return new FieldReader(this.source, node, path);
  }
}
