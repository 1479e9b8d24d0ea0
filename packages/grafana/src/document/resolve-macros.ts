/** A text is pasted as it is; a list is one choice of several and becomes an alternation, each value escaped. */
export type VariableValue = string | readonly string[];

export interface MacroValues {
  readonly intervalMs: number;
  readonly scrapeIntervalMs: number;
  readonly rangeMs: number;
  readonly variables?: Readonly<Record<string, VariableValue>>;
}

export interface ResolvedQuery {
  readonly expr: string;
  /** Variables without a value; they stand in `expr` as they were written. */
  readonly unresolved: readonly string[];
}

/** `$name`, `${name}`, `${name:format}`, `[[name]]`, `[[name:format]]` */
const reference = /\$\{(\w+)(?::(\w+))?\}|\[\[(\w+)(?::(\w+))?\]\]|\$(\w+)/g;

/** Puts values in for Grafana's macros and variables, as Grafana does before it asks Prometheus. */
export function resolveGrafanaMacros(expr: string, values: MacroValues): ResolvedQuery {
  return substitute(expr, { ...values.variables, ...builtIn(values) });
}

/** The variables of the dashboard only: Grafana's own macros are left for Grafana. */
export function resolveVariables(expr: string, variables: Readonly<Record<string, VariableValue>>): string {
  return substitute(expr, variables).expr;
}

function substitute(expr: string, all: Readonly<Record<string, VariableValue>>): ResolvedQuery {
  const unresolved = new Set<string>();
  const resolved = expr.replace(reference, (written: string, ...groups: (string | undefined)[]) => {
    const [braced, bracedFormat, bracketed, bracketedFormat, bare] = groups;
    const name = braced ?? bracketed ?? bare ?? '';
    const value = Object.hasOwn(all, name) ? all[name] : undefined;
    if (value === undefined) {
      unresolved.add(name);
      return written;
    }
    return formatted(value, bracedFormat ?? bracketedFormat);
  });
  return { expr: resolved, unresolved: [...unresolved] };
}

/** Grafana's rule: a rate over this window sees four scrapes, however far the panel is zoomed in. */
function rateIntervalMs({ intervalMs, scrapeIntervalMs }: MacroValues): number {
  return Math.max(intervalMs + scrapeIntervalMs, 4 * scrapeIntervalMs);
}

function builtIn(values: MacroValues): Readonly<Record<string, string>> {
  const { intervalMs, rangeMs } = values;
  const rateMs = rateIntervalMs(values);
  return {
    __interval: duration(intervalMs),
    __interval_ms: String(intervalMs),
    __rate_interval: duration(rateMs),
    __rate_interval_ms: String(rateMs),
    __range: `${Math.round(rangeMs / 1_000)}s`,
    __range_s: String(Math.round(rangeMs / 1_000)),
    __range_ms: String(rangeMs),
  };
}

function duration(ms: number): string {
  return ms % 1_000 === 0 ? `${ms / 1_000}s` : `${ms}ms`;
}

function formatted(value: VariableValue, format: string | undefined): string {
  if (typeof value === 'string') return value;
  switch (format) {
    case 'raw':
    case 'csv':
      return value.join(',');
    case 'pipe':
      return value.join('|');
    case 'doublequote':
      return value.map((one) => JSON.stringify(one)).join(',');
    default:
      return value.length === 1 ? escapePattern(value[0] ?? '') : `(${value.map(escapePattern).join('|')})`;
  }
}

/** Twice: once for the pattern, once for the string literal that it stands in. */
function escapePattern(value: string): string {
  return value.replace(/[\\^$*+?.()|[\]{}]/g, '\\\\$&');
}
