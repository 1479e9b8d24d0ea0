import { escapePattern, SuiteError } from '@fly-monitoring/kit';
import { isMap, isPair, isScalar, type Node, parse, type Scalar, visit } from 'yaml';
import { parseYamlDocument, resolveAlias } from '../yaml/yaml-document.js';
import { appsOf } from './internal-name.js';
import { parsePrometheusConfig } from './parse-config.js';

export interface Renaming {
  /** The app that is named now; when it is left out, the only app of the file. */
  readonly from?: string;
  readonly to: string;
}

/**
 * Names another Fly app in `.internal` names, in relabelling patterns and in the label `fly_app`. Only those letters
 * change: comments, order and layout stay. A second time changes nothing.
 * @throws SuiteError PROMETHEUS_CONFIG_INVALID when the file names several apps and `from` does not choose
 */
export function rewriteInternalNames(text: string, { from, to }: Renaming): string {
  const old = from ?? onlyApp(text, to);
  if (old === undefined || old === to) return text;
  const edits = findEdits(text, old, to);
  return edits.reduceRight(
    (edited, { start, end, written }) => edited.slice(0, start) + written + edited.slice(end),
    text,
  );
}

function onlyApp(text: string, to: string): string | undefined {
  return appToRename(appsOf(parsePrometheusConfig(text, { file: '' })), to);
}

/**
 * The app whose place another one takes, of those that a configuration names; undefined when nothing is to be renamed.
 * @throws SuiteError PROMETHEUS_CONFIG_INVALID when there are several to choose from
 */
export function appToRename(apps: readonly string[], to: string): string | undefined {
  if (apps.length > 1 && !apps.includes(to)) {
    throw new SuiteError({
      code: 'PROMETHEUS_CONFIG_INVALID',
      message: `The Prometheus configuration names several apps (${apps.join(', ')}), and none of them is ${to}.`,
      hint: `Write ${to} where it belongs; with several apps it cannot be guessed.`,
    });
  }
  return apps.includes(to) ? undefined : apps[0];
}

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly written: string;
}

function findEdits(text: string, from: string, to: string): readonly Edit[] {
  const document = parseYamlDocument(text);
  if (document === undefined) return [];
  const edits: Edit[] = [];
  const renamedAnchors = new Set<Node>();
  const rewrite = (node: Node, write: (source: string) => string) => {
    if (!node.range) return;
    const [start, end] = node.range;
    const source = text.slice(start, end);
    const written = write(source);
    if (written !== source) edits.push({ start, end, written });
  };
  visit(document, {
    Scalar: (_key, scalar, path) => {
      const isName = scalar.value === from && namesApp(path);
      if (isName) renamedAnchors.add(scalar);
      rewrite(scalar, (source) => (isName ? labelText(scalar, to) : renamed(source, from, to)));
    },
    // The anchor may stand for something that is no app, such as the name of a job.
    Alias: (_key, alias, path) => {
      const scalar = resolveAlias(alias, document);
      if (!isScalar(scalar) || renamedAnchors.has(scalar)) return;
      if (scalar.value === from && namesApp(path)) rewrite(alias, () => labelText(scalar, to));
    },
  });
  return edits;
}

/** In patterns the dots are escaped, and once more inside double quotes. */
function renamed(source: string, from: string, to: string): string {
  const pattern = new RegExp(`(^|[^A-Za-z0-9_-])${escapePattern(from)}(\\\\{0,2}\\.internal)(?![A-Za-z0-9_-])`, 'g');
  return source.replace(pattern, (_, before: string, after: string) => `${before}${to}${after}`);
}

/** Is this the place of `fly_app: <app>` among labels, or of the replacement of a relabelling into fly_app? */
function namesApp(path: readonly unknown[]): boolean {
  const key = keyOf(path.at(-1));
  if (key === 'fly_app') return true;
  const map = path.at(-2);
  return key === 'replacement' && isMap(map) && textOf(map.get('target_label', true)) === 'fly_app';
}

function keyOf(pair: unknown): unknown {
  return isPair(pair) ? textOf(pair.key) : undefined;
}

function textOf(node: unknown): unknown {
  return isScalar(node) ? node.value : undefined;
}

/** An app may be called 123 or true: other readers than Prometheus would see no text in that without quotes. */
function labelText(scalar: Scalar, to: string): string {
  const isQuoted = scalar.type === 'QUOTE_DOUBLE' || scalar.type === 'QUOTE_SINGLE';
  return isQuoted || typeof parse(to) !== 'string' ? JSON.stringify(to) : to;
}
