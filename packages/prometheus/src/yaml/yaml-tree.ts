import { type Document, isAlias, isMap, isScalar, isSeq, type Node, type Scalar, type YAMLMap } from 'yaml';
import { isMergeKey, parseYamlDocument, resolveAlias } from './yaml-document.js';

/** A value of a YAML text with its aliases and merge keys resolved; values that an anchor shares are one object. */
export type YamlValue = YamlScalar | YamlList | YamlMapping;

export interface YamlScalar {
  readonly kind: 'scalar';
  /** As written, without quotes: the field that holds it says what type it is. */
  readonly text: string;
  /** Unquoted and not tagged as a text: it may be a number, a boolean or nothing. */
  readonly isPlain: boolean;
  /** Of the first letter in the text. */
  readonly offset: number;
}

export interface YamlList {
  readonly kind: 'list';
  readonly items: readonly YamlValue[];
  readonly offset: number;
}

export interface YamlMapping {
  readonly kind: 'mapping';
  readonly entries: ReadonlyMap<string, YamlValue>;
  readonly offset: number;
}

export interface YamlMistake {
  readonly message: string;
  readonly offset: number;
}

export interface YamlTree {
  /** Undefined for a text without a value. */
  readonly root: YamlValue | undefined;
  readonly mistakes: readonly YamlMistake[];
  lineAt(offset: number): number;
}

/**
 * Which value wins where a merge key and the mapping itself name one key: the later one in go-yaml v2, which reads
 * prometheus.yml; the mapping's own in v3, which reads rule files (decode.go of both).
 */
export type MergeOrder = 'later-wins' | 'own-wins';

/** Reads the first document, as Prometheus does; the others are not read at all. */
export function readYamlTree(text: string, order: MergeOrder = 'later-wins'): YamlTree {
  const document = parseYamlDocument(text);
  const mistakes: YamlMistake[] = (document?.errors ?? []).map(({ message, pos }) => ({
    message: (message.split('\n')[0] ?? '').replace(/ at line \d+, column \d+:$/, ''),
    offset: pos[0],
  }));
  const builder = document === undefined ? undefined : new TreeBuilder(document, { order, mistakes });
  const root = builder?.build(document?.contents ?? null);
  return { root, mistakes, lineAt: (offset) => text.slice(0, offset).split('\n').length };
}

const textTag = 'tag:yaml.org,2002:str';
/** Prometheus' reader refuses a file whose aliases expand to far more than is written, too. */
const mostValues = 1_000_000;

class TreeBuilder {
  readonly #built = new Map<Node, { readonly value: YamlValue; readonly size: number }>();
  readonly #open = new Set<Node>();
  #size = 0;

  constructor(
    private readonly document: Document.Parsed,
    private readonly setting: { readonly order: MergeOrder; readonly mistakes: YamlMistake[] },
  ) {}

  build(node: unknown): YamlValue | undefined {
    const target = this.#target(node);
    if (target === undefined) return undefined;
    const known = this.#built.get(target);
    if (known !== undefined) {
      this.#count(known.size, target);
      return known.value;
    }
    if (this.#open.has(target)) return this.#mistake(target, 'An anchor contains itself.');
    const before = this.#size;
    this.#open.add(target);
    const value = this.#valueOf(target);
    this.#open.delete(target);
    this.#count(1, target);
    this.#built.set(target, { value, size: this.#size - before });
    return value;
  }

  #count(more: number, node: Node): void {
    const before = this.#size;
    this.#size += more;
    if (before <= mostValues && this.#size > mostValues)
      this.#mistake(node, `The aliases expand to more than ${mostValues} values.`);
  }

  #target(node: unknown): Node | undefined {
    if (!isAlias(node)) return isMap(node) || isSeq(node) || isScalar(node) ? node : undefined;
    return resolveAlias(node, this.document) ?? this.#mistake(node, `The alias *${node.source} has no anchor.`);
  }

  #valueOf(node: Node): YamlValue {
    const offset = offsetOf(node);
    if (isMap(node)) return { kind: 'mapping', entries: this.#entriesOf(node), offset };
    if (isSeq(node)) return { kind: 'list', items: node.items.flatMap((item) => this.build(item) ?? []), offset };
    return scalarOf(node as Scalar, offset);
  }

  #entriesOf(node: YAMLMap): ReadonlyMap<string, YamlValue> {
    const entries = new Map<string, YamlValue>();
    const merges = node.items.filter(({ key }) => isMergeKey(key));
    const own = node.items.filter(({ key }) => !isMergeKey(key));
    for (const { key, value } of this.setting.order === 'later-wins' ? node.items : [...merges, ...own]) {
      const built = this.build(value);
      if (isMergeKey(key)) this.#merge(built, { into: entries, at: node });
      else if (built !== undefined) entries.set(this.#keyOf(key), built);
    }
    return entries;
  }

  /** Of several merged mappings the first one wins. */
  #merge(value: YamlValue | undefined, { into, at }: { into: Map<string, YamlValue>; at: Node }): void {
    const merged = value?.kind === 'list' ? [...value.items].reverse() : [value];
    for (const one of merged) {
      if (one?.kind === 'mapping') for (const [key, each] of one.entries) into.set(key, each);
      else this.#mistake(at, 'A merge key (<<) must have a mapping or a list of mappings.');
    }
  }

  #keyOf(key: unknown): string {
    const built = this.build(key);
    return built?.kind === 'scalar' ? built.text : '';
  }

  #mistake(node: Node, message: string): undefined {
    this.setting.mistakes.push({ message, offset: offsetOf(node) });
  }
}

function scalarOf(scalar: Scalar, offset: number): YamlScalar {
  const isPlain = scalar.tag === undefined ? scalar.type === 'PLAIN' : scalar.tag !== textTag;
  return { kind: 'scalar', text: String(scalar.value ?? ''), isPlain, offset };
}

function offsetOf(node: Node): number {
  return node.range?.[0] ?? 0;
}
