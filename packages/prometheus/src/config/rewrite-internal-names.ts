import { escapePattern, SuiteError } from '@fly-monitoring/kit';
import { isMap, isScalar, LineCounter, parse, parseDocument, type Scalar, visit } from 'yaml';
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
  const apps = appsOf(parsePrometheusConfig(text, { file: '' }));
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
  const document = parseDocument(text, { lineCounter: new LineCounter() });
  const edits: Edit[] = [];
  visit(document, {
    Scalar: (_key, scalar, path) => {
      if (typeof scalar.value !== 'string' || !scalar.range) return;
      const [start, end] = scalar.range;
      const source = text.slice(start, end);
      const written = namesApp(scalar, path, from) ? labelText(scalar, to) : renamed(source, from, to);
      if (written !== source) edits.push({ start, end, written });
    },
  });
  return edits;
}

/** In patterns the dots are escaped, and once more inside double quotes. */
function renamed(source: string, from: string, to: string): string {
  const pattern = new RegExp(`(^|[^A-Za-z0-9_-])${escapePattern(from)}(\\\\{0,2}\\.internal)(?![A-Za-z0-9_-])`, 'g');
  return source.replace(pattern, (_, before: string, after: string) => `${before}${to}${after}`);
}

/** `fly_app: <from>` among labels, or the replacement of a relabelling into fly_app. */
function namesApp(scalar: Scalar, path: readonly unknown[], from: string): boolean {
  if (scalar.value !== from) return false;
  const pair = path.at(-1);
  const key = keyOf(pair);
  if (key === 'fly_app') return true;
  const map = path.at(-2);
  return key === 'replacement' && isMap(map) && map.get('target_label') === 'fly_app';
}

function keyOf(pair: unknown): unknown {
  if (typeof pair !== 'object' || pair === null || !('key' in pair)) return undefined;
  return isScalar(pair.key) ? pair.key.value : undefined;
}

/** An app may be called 123 or true: YAML would read no text from that without quotes. */
function labelText(scalar: Scalar, to: string): string {
  const isQuoted = scalar.type === 'QUOTE_DOUBLE' || scalar.type === 'QUOTE_SINGLE';
  return isQuoted || typeof parse(to) !== 'string' ? JSON.stringify(to) : to;
}
