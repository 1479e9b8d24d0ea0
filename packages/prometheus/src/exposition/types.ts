import type { Labels } from '../api/targets.js';

export type ExpositionFormat = 'prometheus' | 'openmetrics';

export type MetricType =
  | 'counter'
  | 'gauge'
  | 'histogram'
  | 'summary'
  | 'untyped'
  | 'unknown'
  | 'info'
  | 'stateset'
  | 'gaugehistogram';

export interface Sample {
  /** As written: with `_bucket`, `_sum`, `_count`, `_total`, … */
  readonly name: string;
  readonly labels: Labels;
  readonly value: number;
  readonly timestampMs?: number;
}

export interface MetricFamily {
  readonly name: string;
  /** `untyped` when no TYPE line says otherwise. */
  readonly type: MetricType;
  readonly help?: string;
  readonly unit?: string;
  readonly samples: readonly Sample[];
}

export interface ExpositionProblem {
  /** From 1. */
  readonly line: number;
  readonly message: string;
}

export interface Exposition {
  readonly format: ExpositionFormat;
  /** In the order in which they first occur. */
  readonly families: readonly MetricFamily[];
  /** The first of them; a page of HTML is wrong on every line. */
  readonly problems: readonly ExpositionProblem[];
}
