import { bucketProblems, labelNameProblems } from './catalogue/lint.js';
import { type CustomLabelOptions, combinationsOf } from './http/custom-labels.js';
import { STATUS_CLASSES } from './http/status-index.js';
import type { MetricsOptions, ParsedOptions } from './options.js';

const OWN_LABELS = new Set(['method', 'route', 'status_code']);

/** Combinations of custom label values that can still be told apart by one whole number. */
const MAX_COMBINATIONS = 2 ** 32;

/** Timers take no more (Node fires them at once). */
const MAX_TIMEOUT_MS = 2 ** 31 - 1;

const KNOWN: Readonly<Record<keyof MetricsOptions, true>> = {
  registry: true,
  prefix: true,
  buckets: true,
  exclude: true,
  metricsToken: true,
  flyLabels: true,
  info: true,
  env: true,
  maxSeries: true,
  statusClass: true,
  labels: true,
  sizes: true,
  timeToFirstByte: true,
  exemplars: true,
  nativeHistograms: true,
  collectTimeoutMs: true,
};

/** Options that there are not: a misspelt one would otherwise be none. */
export function unknownOptions(options: object): string[] {
  const unknown = Object.keys(options).filter((name) => !Object.hasOwn(KNOWN, name));
  return unknown.map((name) => `there is no option "${name}"`);
}

/** Everything that is wrong with the options of `metrics()`, in words. */
export function optionProblems(options: ParsedOptions): string[] {
  const { prefix, buckets, maxSeries, sizeBuckets, labels, collectTimeoutMs } = options;
  const problems = bucketProblems(buckets);
  if (sizeBuckets !== undefined) problems.push(...bucketProblems(sizeBuckets).map((problem) => `sizes: ${problem}`));
  if (!/^([a-z_][a-z0-9_]*)?$/.test(prefix))
    problems.push(`prefix is "${prefix}"; it must be snake_case, for example "shop_"`);
  if (!Number.isInteger(maxSeries) || maxSeries <= STATUS_CLASSES)
    problems.push(
      `maxSeries is ${maxSeries}; it must be a whole number above ${STATUS_CLASSES}: one series for each class of status is kept for what overflows`,
    );
  if (!Number.isInteger(collectTimeoutMs) || collectTimeoutMs < 1 || collectTimeoutMs > MAX_TIMEOUT_MS)
    problems.push(`collectTimeoutMs is ${collectTimeoutMs}; it must be a whole number from 1 to ${MAX_TIMEOUT_MS}`);
  return [...problems, ...labelProblems(labels)];
}

function labelProblems(labels: CustomLabelOptions): string[] {
  const problems = Object.keys(labels).flatMap((name) =>
    OWN_LABELS.has(name) ? [`label "${name}" is one of the metrics' own`] : labelNameProblems(name),
  );
  for (const [name, label] of Object.entries(labels)) {
    const maxValues = typeof label === 'function' ? 1 : (label.maxValues ?? 1);
    if (!Number.isInteger(maxValues) || maxValues < 1)
      problems.push(`label "${name}" has maxValues ${maxValues}; it must be a whole number above 0`);
  }
  if (problems.length === 0 && combinationsOf(labels) > MAX_COMBINATIONS)
    problems.push('the labels have too many combinations of values; lower their maxValues');
  return problems;
}
