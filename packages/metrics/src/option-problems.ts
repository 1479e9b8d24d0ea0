import { bucketProblems, labelNameProblems } from './catalogue/lint.js';
import type { BuildInfo } from './environment/build-info.js';
import { type CustomLabelOptions, combinationsOf } from './http/custom-labels.js';
import { STATUS_CLASSES } from './http/status-index.js';
import type { MetricsOptions, ParsedOptions } from './metrics-options.js';
import {
  either,
  FUNCTION,
  isFunction,
  isObject,
  type Misfit,
  misfitsOf,
  NUMBER,
  NUMBERS,
  OBJECT,
  type Shape,
  shown,
  TEXT,
  TEXTS,
  YES_OR_NO,
} from './shapes.js';
import { REGISTRY } from './store/registry-shape.js';

const OWN_LABELS = new Set(['method', 'route', 'status_code']);

/** Combinations of custom label values that can still be told apart by one whole number. */
const MAX_COMBINATIONS = 2 ** 32;

/** Timers take no more (Node fires them at once). */
const MAX_TIMEOUT_MS = 2 ** 31 - 1;

const SHAPES: Readonly<Record<keyof MetricsOptions, Shape>> = {
  registry: REGISTRY,
  prefix: TEXT,
  buckets: NUMBERS,
  exclude: TEXTS,
  metricsToken: { ...either(TEXT, TEXTS), isSecret: true },
  flyLabels: YES_OR_NO,
  info: OBJECT,
  env: OBJECT,
  maxSeries: NUMBER,
  statusClass: YES_OR_NO,
  labels: OBJECT,
  sizes: either(YES_OR_NO, NUMBERS),
  timeToFirstByte: YES_OR_NO,
  exemplars: either(YES_OR_NO, FUNCTION),
  nativeHistograms: YES_OR_NO,
  collectTimeoutMs: NUMBER,
};

const INFO_SHAPES: Readonly<Record<keyof BuildInfo, Shape>> = {
  version: TEXT,
  revision: TEXT,
  imageRef: TEXT,
  machineVersion: TEXT,
};

const LABEL = 'a function, or { value, maxValues } with a function as value';

/** Options of another kind than they must be, and those that there are not: a misspelt one would otherwise be none. */
export function optionMisfits(options: MetricsOptions): Misfit[] {
  return misfitsOf(options, SHAPES);
}

/** Everything that is wrong with the options of `metrics()`, in words. */
export function optionProblems(options: ParsedOptions): string[] {
  const { prefix, buckets, maxSeries, sizeBuckets, info, labels, collectTimeoutMs } = options;
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
  problems.push(...misfitsOf(info, INFO_SHAPES).map(({ message }) => `info: ${message}`));
  return [...problems, ...labelProblems(labels)];
}

function labelProblems(labels: CustomLabelOptions): string[] {
  const problems = Object.entries(labels).flatMap(([name, label]) => [
    ...(OWN_LABELS.has(name) ? [`label "${name}" is one of the metrics' own`] : labelNameProblems(name)),
    ...labelValueProblems(name, label),
  ]);
  if (problems.length === 0 && combinationsOf(labels) > MAX_COMBINATIONS)
    problems.push('the labels have too many combinations of values; lower their maxValues');
  return problems;
}

function labelValueProblems(name: string, label: unknown): string[] {
  if (isFunction(label)) return [];
  const value: unknown = isObject(label) ? Reflect.get(label, 'value') : undefined;
  if (!isObject(label) || !isFunction(value)) return [`label "${name}" is ${shown(label)}; it must be ${LABEL}`];
  const maxValues: unknown = Reflect.get(label, 'maxValues') ?? 1;
  return Number.isInteger(maxValues) && Number(maxValues) >= 1
    ? []
    : [`label "${name}" has maxValues ${shown(maxValues)}; it must be a whole number above 0`];
}
