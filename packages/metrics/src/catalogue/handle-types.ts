import type { LabelDefinitions, MetricDefinition, MetricDefinitions } from './definition.js';

/** The label object of a metric: unions of the known values, `string` for open labels. */
export type LabelValuesOf<Labels extends LabelDefinitions> = {
  readonly [Label in keyof Labels]: Labels[Label] extends readonly (infer Value extends string)[] ? Value : string;
};

/** A counter with its labels resolved. */
export interface Counter {
  /** Adds `amount` (default 1). A negative or non-finite amount is ignored: a counter only goes up. */
  inc(amount?: number): void;
}

/** A gauge with its labels resolved. */
export interface Gauge {
  set(value: number): void;
  inc(amount?: number): void;
  dec(amount?: number): void;
}

/** A histogram with its labels resolved. */
export interface Histogram {
  /** Records one value in the metric's base unit. A value that is not a number is ignored. */
  observe(value: number): void;
  /** Starts a clock; the function returned records the seconds since then and returns them. */
  startTimer(): () => number;
}

export interface LabelledCounter<Labels> {
  inc(labels: Labels, amount?: number): void;
  /** Resolves a label set once, for a hot path. */
  labels(labels: Labels): Counter;
}

export interface LabelledGauge<Labels> {
  set(labels: Labels, value: number): void;
  inc(labels: Labels, amount?: number): void;
  dec(labels: Labels, amount?: number): void;
  /** Resolves a label set once, for a hot path. */
  labels(labels: Labels): Gauge;
}

export interface LabelledHistogram<Labels> {
  observe(labels: Labels, value: number): void;
  startTimer(labels: Labels): () => number;
  /** Resolves a label set once, for a hot path. */
  labels(labels: Labels): Histogram;
}

interface BareHandles {
  counter: Counter;
  gauge: Gauge;
  histogram: Histogram;
}

interface LabelledHandles<Labels> {
  counter: LabelledCounter<Labels>;
  gauge: LabelledGauge<Labels>;
  histogram: LabelledHistogram<Labels>;
}

type LabelsIn<Definition> = Definition extends { readonly labels: infer Labels extends LabelDefinitions }
  ? Labels
  : never;

/** The handle of one definition: with labels it asks for them, without it does not. */
export type HandleOf<Definition extends MetricDefinition> = [LabelsIn<Definition>] extends [never]
  ? BareHandles[Definition['type']]
  : LabelledHandles<LabelValuesOf<LabelsIn<Definition>>>[Definition['type']];

/** The handles of a catalogue, keyed by metric name. */
export type Handles<Definitions extends MetricDefinitions> = {
  readonly [Name in keyof Definitions]: HandleOf<Definitions[Name]>;
};
