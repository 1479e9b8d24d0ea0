import { DEFAULT_MAX_SERIES, LINT_RULES, type LintRule, type MetricDefinitions } from './definition.js';
import { type Fitting, fittingPart } from './definition-shape.js';

export interface Violation {
  readonly metric: string;
  /** `definition`: it is not one; nothing excuses that. */
  readonly rule: LintRule | 'definition';
  readonly message: string;
}

type Check = (name: string, definition: Fitting) => string[];

/** https://prometheus.io/docs/concepts/data_model/ ; colons are for recording rules, capitals for nobody (promlint). */
const SNAKE_CASE = /^[a-z_][a-z0-9_]*$/;

/** Labels that Prometheus, a scrape or Fly's platform sets: a metric's own would be overwritten or renamed. */
const RESERVED_LABELS = new Set(['le', 'quantile', 'job', 'instance', 'app', 'region', 'host']);

/** Unit words and abbreviations that are not base units, as promlint lists them. */
const NOT_BASE_UNITS: ReadonlyMap<string, string> = new Map([
  ...entries('seconds', 's sec secs ms us ns milliseconds microseconds nanoseconds minutes hours days weeks'),
  ...entries('bytes', 'b kb mb gb tb pb kib mib gib kilobytes megabytes gigabytes terabytes bits'),
  ...entries('ratio', 'percent percentage'),
  ...entries('meters', 'millimeters centimeters kilometers'),
  ...entries('grams', 'milligrams kilograms'),
  ...entries('celsius', 'fahrenheit'),
]);

function entries(base: string, words: string): [string, string][] {
  return words.split(' ').map((word) => [word, base]);
}

const CHECKS: Readonly<Record<LintRule, Check>> = {
  name: (name) => (SNAKE_CASE.test(name) ? [] : ['the name must be snake_case: a-z, 0-9 and _']),
  help: (_, { help }) => (help?.trim() === '' ? ['the help text is empty'] : []),
  'total-suffix': (name, { type }) => {
    if (type === undefined) return [];
    if (type === 'counter') return name.endsWith('_total') ? [] : ['a counter ends in _total'];
    return name.endsWith('_total') ? [`a ${type} does not end in _total`] : [];
  },
  'reserved-suffix': (name) =>
    /_(bucket|count|sum|created)$/.test(name) ? ['_bucket, _count, _sum and _created belong to histograms'] : [],
  'type-in-name': (name) => {
    const word = /_(gauge|counter|histogram|summary)(?=_|$)/.exec(name)?.[1];
    return word === undefined ? [] : [`the name includes the type "${word}"`];
  },
  'base-unit': (name) =>
    name.split('_').flatMap((word) => {
      const base = NOT_BASE_UNITS.get(word);
      return base === undefined ? [] : [`use the base unit "${base}" instead of "${word}"`];
    }),
  'label-name': (_, definition) => Object.keys(definition.labels ?? {}).flatMap(labelNameProblems),
  'label-values': (_, definition) =>
    Object.entries(definition.labels ?? {}).flatMap(([label, values]) => {
      if (values === null) return [];
      if (values.length === 0) return [`label "${label}" has no known value; write null for an open label`];
      return new Set(values).size === values.length ? [] : [`label "${label}" lists a value twice`];
    }),
  buckets: (_, definition) => {
    const { type, buckets } = definition;
    if (buckets === undefined) return [];
    return type === 'histogram' ? bucketProblems(buckets) : onlyHistograms('buckets', definition);
  },
  'native-histogram': (_, definition) => nativeProblems(definition),
  'series-limit': (_, definition) => {
    const product = Object.values(definition.labels ?? {}).reduce((n, values) => n * (values?.length ?? 1), 1);
    const limit = definition.maxSeries ?? DEFAULT_MAX_SERIES;
    return product > limit ? [`its known label values make ${product} series, over ${limit}`] : [];
  },
};

/** Every violation of every definition; an empty list means that promlint has nothing to say either. */
export function lintDefinitions(definitions: MetricDefinitions): Violation[] {
  return Object.entries(definitions).flatMap(([metric, definition]) => lintDefinition(metric, definition));
}

function lintDefinition(metric: string, definition: unknown): Violation[] {
  const { fitting, problems } = fittingPart(definition);
  return [
    ...problems.map((message) => ({ metric, rule: 'definition' as const, message })),
    ...LINT_RULES.filter((rule) => fitting.allow?.includes(rule) !== true).flatMap((rule) =>
      CHECKS[rule](metric, fitting).map((message) => ({ metric, rule, message })),
    ),
  ];
}

function nativeProblems(definition: Fitting): string[] {
  if (definition.nativeHistogram !== true) return [];
  if (definition.type !== 'histogram') return onlyHistograms('nativeHistogram', definition);
  const { buckets = [] } = definition;
  return buckets.some((bound) => bound < 0) || (buckets.length > 0 && !buckets.some((bound) => bound > 0))
    ? ['nativeHistogram needs buckets above 0: it tells nothing below apart']
    : [];
}

/** `type` is undefined where something else is wrong with it. */
function onlyHistograms(option: string, { type }: Fitting): string[] {
  return type === undefined ? [] : [`${option} is for histograms, and this is a ${type}`];
}

/** The problems of histogram bounds, in words. */
export function bucketProblems(buckets: readonly number[]): string[] {
  if (buckets.length === 0) return ['buckets is empty'];
  if (!buckets.every(Number.isFinite)) return ['buckets must be finite numbers; +Inf is added by itself'];
  const ascending = buckets.every((bound, i) => i === 0 || bound > (buckets[i - 1] ?? bound));
  return ascending ? [] : ['buckets must be in ascending order, each once'];
}

/** The problems of a label's name, in words. */
export function labelNameProblems(label: string): string[] {
  if (!SNAKE_CASE.test(label) || label.startsWith('__'))
    return [`label "${label}" must be snake_case, without leading __`];
  if (RESERVED_LABELS.has(label) || label.startsWith('fly_')) return [`label "${label}" is reserved`];
  return [];
}
