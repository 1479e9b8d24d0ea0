import { type MergeOrder, readYamlTree, type YamlTree, type YamlValue } from '../yaml/yaml-tree.js';
import type { ConfigProblem } from './types.js';

/** A YAML text with the lines of its values; collects what is wrong with it. */
export class YamlSource {
  readonly problems: ConfigProblem[] = [];
  readonly root: YamlValue | undefined;
  readonly #tree: YamlTree;

  constructor(text: string, order?: MergeOrder) {
    this.#tree = readYamlTree(text, order);
    this.root = this.#tree.root;
    for (const { message, offset } of this.#tree.mistakes)
      this.problems.push({ level: 'error', message, line: this.#tree.lineAt(offset) });
  }

  error(value: YamlValue | undefined, message: string): void {
    this.problems.push({ level: 'error', message, line: this.lineOf(value) });
  }

  warn(value: YamlValue | undefined, message: string): void {
    this.problems.push({ level: 'warning', message, line: this.lineOf(value) });
  }

  lineOf(value: YamlValue | undefined): number {
    return value === undefined ? 1 : this.#tree.lineAt(value.offset);
  }
}
