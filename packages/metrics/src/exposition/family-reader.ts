/** One family as `registry.getMetricsAsJSON()` gives it, checked. */
export interface ReadFamily {
  readonly name: string;
  readonly help: string;
  readonly type: string;
  readonly samples: readonly ReadSample[];
}

export interface ReadSample {
  readonly name: string;
  readonly labels: readonly (readonly [string, string])[];
  readonly value: number;
}

/** Reads what any registry says about its metrics; the wrong part of a broken one is named. */
export function readFamily(raw: unknown): ReadFamily {
  const name = text(raw, 'name');
  if (name === undefined) throw new Error('The registry holds a metric without a name.');
  const values: unknown = field(raw, 'values') ?? [];
  if (!Array.isArray(values)) throw new Error(`The registry's metric "${name}" has values that are not a list.`);
  return {
    name,
    help: text(raw, 'help') ?? '',
    type: text(raw, 'type') ?? 'unknown',
    samples: values.map((value: unknown) => readSample(name, value)),
  };
}

function readSample(family: string, raw: unknown): ReadSample {
  const labels = Object.entries(Object(field(raw, 'labels') ?? {}));
  return {
    name: text(raw, 'metricName') ?? family,
    labels: labels.map(([name, value]) => [name, String(value)] as const),
    value: Number(field(raw, 'value')),
  };
}

function field(owner: unknown, name: string): unknown {
  return typeof owner === 'object' && owner !== null ? Reflect.get(owner, name) : undefined;
}

function text(owner: unknown, name: string): string | undefined {
  const value = field(owner, name);
  return typeof value === 'string' ? value : undefined;
}
