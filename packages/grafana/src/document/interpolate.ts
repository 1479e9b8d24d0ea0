import type { TemplateVariable } from './template-variables.js';

/** The time range of a page, from which Grafana makes its macros. */
export interface QueryWindow {
  /** End of the range, in milliseconds since the epoch. */
  readonly toMs: number;
  readonly rangeSeconds: number;
  /** Distance between two points. */
  readonly stepSeconds: number;
  readonly scrapeIntervalSeconds: number;
}

export interface Interpolated {
  readonly text: string;
  /** Names after a `$` that are neither a variable of the dashboard nor a macro of Grafana. */
  readonly unresolved: readonly string[];
}

const reference =
  /\$(?<plain>\w+)|\$\{(?<braced>\w+)(?:\.[^:}]+)?(?::(?<format>[^}]+))?\}|\[\[(?<old>\w+)(?::(?<oldFormat>\w+))?\]\]/g;

/** The query as Grafana sends it, with every variable at its default. */
export function interpolate(
  text: string,
  { variables, window }: { readonly variables: readonly TemplateVariable[]; readonly window: QueryWindow },
): Interpolated {
  const values = new Map([...variables.map((one) => [one.name, one] as const)]);
  const macros = macrosOf(window);
  const unresolved = new Set<string>();
  const out = text.replace(reference, (...found) => {
    const groups = found.at(-1) as Record<string, string | undefined>;
    const name = groups['plain'] ?? groups['braced'] ?? groups['old'] ?? '';
    const variable = values.get(name);
    if (variable !== undefined) return written(variable, groups['format'] ?? groups['oldFormat']);
    const macro = macros.get(name);
    if (macro === undefined) unresolved.add(name);
    return macro ?? String(found[0]);
  });
  return { text: out, unresolved: [...unresolved] };
}

/** https://grafana.com/docs/grafana/latest/dashboards/variables/add-template-variables/#global-variables */
function macrosOf(window: QueryWindow): ReadonlyMap<string, string> {
  const { toMs, rangeSeconds, stepSeconds, scrapeIntervalSeconds } = window;
  const rateSeconds = Math.max(stepSeconds + scrapeIntervalSeconds, 4 * scrapeIntervalSeconds);
  return new Map([
    ['__rate_interval', `${rateSeconds}s`],
    ['__rate_interval_ms', String(rateSeconds * 1_000)],
    ['__interval', `${stepSeconds}s`],
    ['__interval_ms', String(stepSeconds * 1_000)],
    ['__range', `${rangeSeconds}s`],
    ['__range_s', String(rangeSeconds)],
    ['__range_ms', String(rangeSeconds * 1_000)],
    ['__from', String(toMs - rangeSeconds * 1_000)],
    ['__to', String(toMs)],
  ]);
}

/** Where Grafana itself decides what is selected, any value is right: the expression must work for all of them. */
const anything = '.*';

function written(variable: TemplateVariable, format: string | undefined): string {
  if (variable.all) return variable.allValue ?? anything;
  const [only, ...more] = variable.values;
  if (only === undefined) return anything;
  // Intervals choose themselves; a minute is what "auto" gives for an hour's range.
  if (only.startsWith('$__auto_interval')) return '1m';
  if (format === 'csv') return variable.values.join(',');
  if (format === 'pipe') return variable.values.join('|');
  if (more.length === 0) return format === 'regex' ? escapeRegex(only) : only;
  return `(${variable.values.map(escapeRegex).join('|')})`;
}

/** Inside a PromQL string the backslash itself has to be escaped. */
function escapeRegex(value: string): string {
  return value.replace(/[$()*+.?[\\\]^{|}]/g, '\\\\$&');
}
