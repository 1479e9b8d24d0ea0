import {
  isListOf,
  isObject,
  misfitsOf,
  NUMBERS,
  oneOf,
  type Shape,
  shown,
  TEXT,
  TEXTS,
  withoutMisfits,
  YES_OR_NO,
} from '../shapes.js';
import {
  type HistogramDefinition,
  type LabelDefinitions,
  LINT_RULES,
  METRIC_TYPES,
  type MetricType,
} from './definition.js';

/** As much of a definition as fits: code without types may leave out anything, and write anything. */
export interface Fitting extends Partial<Omit<HistogramDefinition, 'type'>> {
  readonly type?: MetricType;
}

const LABEL_VALUES: Shape = {
  wanted: `${TEXTS.wanted}, or null for an open label`,
  fits: (values) => values === null || TEXTS.fits(values),
};

const SHAPES: Readonly<Record<keyof HistogramDefinition, Shape>> = {
  type: { ...oneOf(METRIC_TYPES), isRequired: true },
  help: { ...TEXT, isRequired: true },
  labels: { wanted: 'an object with the values of each label, null where they are open', fits: isObject },
  maxSeries: { wanted: 'a whole number above 0', fits: (value) => Number.isInteger(value) && Number(value) > 0 },
  allow: { wanted: `a list of ${LINT_RULES.join(', ')}`, fits: isListOf(oneOf(LINT_RULES).fits) },
  buckets: NUMBERS,
  nativeHistogram: YES_OR_NO,
};

/** @returns what the naming rules can be asked about, and what does not fit, in words */
export function fittingPart(definition: unknown): { readonly fitting: Fitting; readonly problems: readonly string[] } {
  if (!isObject(definition))
    return { fitting: {}, problems: [`it is ${shown(definition)}; it must be an object with type and help`] };
  const misfits = misfitsOf(definition, SHAPES);
  const { labels, ...others }: Fitting = withoutMisfits(definition, misfits);
  const problems = [...misfits.map(({ message }) => message), ...labelProblems(labels ?? {})];
  return { fitting: labels === undefined ? others : { ...others, labels: fittingLabels(labels) }, problems };
}

function labelProblems(labels: LabelDefinitions): string[] {
  return Object.entries(labels)
    .filter(([, values]) => !LABEL_VALUES.fits(values))
    .map(([label, values]) => `label "${label}" is ${shown(values)}; it must be ${LABEL_VALUES.wanted}`);
}

/** A label whose values do not fit still has a name to be looked at. */
function fittingLabels(labels: LabelDefinitions): LabelDefinitions {
  return Object.fromEntries(
    Object.entries(labels).map(([label, values]) => [label, LABEL_VALUES.fits(values) ? values : null]),
  );
}
