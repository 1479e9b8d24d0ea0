export {
  CATALOGUE_VERSION,
  type CatalogueDocument,
  type CatalogueMetric,
  mergeCatalogues,
  renderCatalogueFile,
} from './catalogue/catalogue-document.js';
export { type Catalogue, defineMetrics } from './catalogue/define-metrics.js';
export {
  type CounterDefinition,
  DEFAULT_DURATION_BUCKETS_SECONDS,
  DEFAULT_MAX_SERIES,
  type GaugeDefinition,
  type HistogramDefinition,
  type LabelDefinitions,
  type LabelValues,
  type LintRule,
  type MetricDefinition,
  type MetricDefinitions,
  type MetricType,
} from './catalogue/definition.js';
export type {
  Counter,
  Gauge,
  HandleOf,
  Handles,
  Histogram,
  LabelledCounter,
  LabelledGauge,
  LabelledHistogram,
  LabelValuesOf,
} from './catalogue/handle-types.js';
export type { BuildInfo } from './environment/build-info.js';
export { type Environment, FLY_LABELS, flyLabels } from './environment/fly.js';
export type { MetricsHandler } from './exposition/metrics-handler.js';
export type { ListenOptions, MetricsServer } from './exposition/metrics-server.js';
export type { CustomLabel, CustomLabelOptions, LabelReader } from './http/custom-labels.js';
export { type HttpFamilyOptions, httpMetricsCatalogue } from './http/http-definitions.js';
export { METHODS } from './http/method.js';
export type { TraceReader } from './http/trace-of.js';
export type { InstrumentableApp } from './instrument.js';
export { type MetricsMiddleware, metrics } from './metrics.js';
export type { MetricsOptions } from './metrics-options.js';
export { UNMATCHED } from './route/template-resolver.js';
export type { Trace } from './store/exemplar-store.js';
export type { MetricsRegistry, RegisteredMetric } from './store/registry.js';
