import { isMap, isNode, LineCounter, type Node, parseDocument } from 'yaml';
import type { ConfigProblem } from './types.js';

/** A YAML text with the lines of its nodes; collects what is wrong with it. */
export class YamlSource {
  readonly problems: ConfigProblem[] = [];
  readonly root: Node | null;
  readonly #lines = new LineCounter();

  constructor(text: string) {
    const document = parseDocument(text, { lineCounter: this.#lines });
    this.root = document.contents;
    for (const error of document.errors) {
      const [message = ''] = error.message.split('\n');
      this.problems.push({ level: 'error', message, line: error.linePos?.[0].line ?? 1 });
    }
  }

  error(node: unknown, message: string): void {
    this.problems.push({ level: 'error', message, line: this.lineOf(node) });
  }

  warn(node: unknown, message: string): void {
    this.problems.push({ level: 'warning', message, line: this.lineOf(node) });
  }

  lineOf(node: unknown): number {
    return isNode(node) && node.range ? this.#lines.linePos(node.range[0]).line : 1;
  }
}

/** The node of a field, or undefined. */
export function child(node: unknown, name: string): unknown {
  const found = isMap(node) ? node.get(name, true) : undefined;
  return isNode(found) ? found : undefined;
}
