import { type MergeOrder, readYamlTree, type YamlTree, type YamlValue } from '../yaml/yaml-tree.js';
import type { ConfigProblem } from './types.js';

/** A YAML text with the lines of its values; collects what is wrong with it. */
export class YamlSource {
  readonly problems: ConfigProblem[] = [];
  readonly root: YamlValue | undefined;
  readonly #tree: YamlTree;

  constructor(
    text: string,
    private readonly setting: { readonly file: string; readonly order?: MergeOrder },
  ) {
    const { order } = setting;
    this.#tree = readYamlTree(text, order);
    this.root = this.#tree.root;
    for (const { message, offset } of this.#tree.mistakes) this.#add('error', message, offset);
  }

  error(value: YamlValue | undefined, message: string): void {
    this.#add('error', message, value?.offset);
  }

  warn(value: YamlValue | undefined, message: string): void {
    this.#add('warning', message, value?.offset);
  }

  get file(): string {
    return this.setting.file;
  }

  lineOf(value: YamlValue): number {
    return this.#tree.lineAt(value.offset);
  }

  #add(level: ConfigProblem['level'], message: string, offset = 0): void {
    this.problems.push({ level, message, file: this.file, line: this.#tree.lineAt(offset) });
  }
}
