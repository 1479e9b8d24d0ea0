/** One metric of other code, as its `get()` tells it, checked. */
export interface ForeignFamily {
  /** The metric itself: what is worked out from its labels is kept with it. */
  readonly owner: object;
  readonly name: string;
  readonly help: string;
  readonly type: string;
  readonly samples: readonly ForeignSample[];
}

/** As prom-client and its successors have it. `sharedLabels` are those of a label set, `labels` those of one line. */
export interface ForeignSample {
  readonly metricName?: unknown;
  readonly labels?: unknown;
  readonly sharedLabels?: unknown;
  readonly value?: unknown;
  readonly exemplar?: unknown;
}

/** Reads what a metric said; the wrong part of a broken one is named. */
export function readForeignFamily(owner: object, raw: unknown): ForeignFamily {
  const name = text(raw, 'name');
  if (name === undefined) throw new Error('The registry holds a metric without a name.');
  const samples: unknown = field(raw, 'values') ?? [];
  if (!Array.isArray(samples)) throw new Error(`The registry's metric "${name}" has values that are not a list.`);
  if (!isSampleList(samples)) throw new Error(`The registry's metric "${name}" has a value that is not an object.`);
  return { owner, name, help: text(raw, 'help') ?? '', type: text(raw, 'type') ?? 'unknown', samples };
}

/** Tells the values of a metric; prom-client's histograms have a way that costs less than `get()`. */
export async function askMetric(metric: unknown): Promise<unknown> {
  const cheap = call(metric, 'getForPromString');
  return await (cheap ?? call(metric, 'get'));
}

export function field(owner: unknown, name: string): unknown {
  return typeof owner === 'object' && owner !== null ? Reflect.get(owner, name) : undefined;
}

export function text(owner: unknown, name: string): string | undefined {
  const value = field(owner, name);
  return typeof value === 'string' ? value : undefined;
}

function call(owner: unknown, name: string): unknown {
  const method = field(owner, name);
  return typeof method === 'function' ? Reflect.apply(method, owner, []) : undefined;
}

/** Their fields are read where they are used: checking each here would cost as much as rendering it. */
function isSampleList(samples: readonly unknown[]): samples is readonly ForeignSample[] {
  return samples.every((sample) => typeof sample === 'object' && sample !== null);
}
