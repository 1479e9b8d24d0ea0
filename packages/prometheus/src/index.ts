export { type ReceivedAlert, receivedAlerts } from './api/alertmanagers.js';
export { type Answer, describeFailure, type Failure, isFinal } from './api/answer.js';
export {
  type PrometheusApi,
  type PrometheusAuth,
  type PrometheusServer,
  prometheusApi,
  type TimeWindow,
} from './api/client.js';
export type { Point, QueryResult, Series } from './api/query.js';
export type { Rule, RuleGroup } from './api/rules.js';
export type { BuildInfo, Flags, RuntimeInfo } from './api/status.js';
export type { ActiveTarget, Labels, TargetHealth } from './api/targets.js';
export { alertLabels } from './config/alert-labels.js';
export { type ConfigComparison, type ConfigDifference, compareConfig } from './config/compare-config.js';
export {
  appsOf,
  groupsOfJob,
  type InternalName,
  type JobGroup,
  jobGroups,
  parseInternalName,
} from './config/internal-name.js';
export { parsePrometheusConfig } from './config/parse-config.js';
export { parseRuleFile, type RuleFile, type WrittenRule, type WrittenRuleGroup } from './config/parse-rule-file.js';
export { type Renaming, rewriteInternalNames } from './config/rewrite-internal-names.js';
export type { ConfigProblem, Discovery, PrometheusConfig, ScrapeJob } from './config/types.js';
export { parseExposition } from './exposition/parse-exposition.js';
export type {
  Exposition,
  ExpositionFormat,
  ExpositionProblem,
  MetricFamily,
  MetricType,
  Sample,
} from './exposition/types.js';
export type {
  Matcher,
  MatchOperator,
  QueryAnalysis,
  Selector,
  SyntaxProblem,
} from './promql/analyze-query.js';
export {
  type MacroValues,
  type ResolvedQuery,
  resolveGrafanaMacros,
  resolveVariables,
  type VariableValue,
} from './promql/resolve-macros.js';
export { type Blame, type Check, overallVerdict, type Verdict } from './verdict/check.js';
export type {
  Expectation,
  ExpectedJob,
  ExpectedMachine,
  JobVerdict,
  TargetRow,
  TargetsVerdict,
} from './verdict/expectation.js';
export { classifyScrapeError, type FailureClass, type FailureFacts, failureFacts } from './verdict/failure-class.js';
export { formatBound, formatGate, type Gate, type GateBound, type GateOperator } from './verdict/gates/gate.js';
export {
  type GateReading,
  type GateResult,
  type GateSeries,
  judgeGate,
  seriesName,
  shown,
} from './verdict/gates/judge-gate.js';
export type { ParsedGates } from './verdict/gates/parse-gates.js';
export { areTheirInstances, type JobCounts, judgeCounts } from './verdict/judge-counts.js';
export type { MetricState, SeriesKnown } from './verdict/judge-hollow-panel.js';
export { judgeLabelSets } from './verdict/judge-label-sets.js';
export { judgePanel, type PanelState, stateOfValues } from './verdict/judge-panels.js';
export { judgeTargets, type TargetsEvidence } from './verdict/judge-targets.js';
export { type ExpectedMetric, familiesOf, mergeExpected } from './verdict/metrics/expected-metric.js';
export {
  type AbsenceFacts,
  isFresh,
  judgeMetrics,
  type MetricRow,
  type MetricsEvidence,
  type MetricsVerdict,
} from './verdict/metrics/judge-metrics.js';
export type { NeededLabel } from './verdict/metrics/labels-of-query.js';
export { type NewestSamples, newestSamples, newestSamplesQuery } from './verdict/metrics/newest-samples.js';
export {
  type CatalogueEntry,
  isAlwaysThere,
  type ParsedCatalogue,
  parseCatalogue,
  seriesOf,
} from './verdict/metrics/parse-catalogue.js';
export { judgeReadBack, queryUrlOf, type ReadBack, readBackQuery } from './verdict/remote/judge-read-back.js';
export {
  judgeRemoteWrite,
  type RemoteWriteEvidence,
  type RemoteWriteVerdict,
} from './verdict/remote/judge-remote-write.js';
export { type RemoteQueue, type RemoteState, readRemoteState } from './verdict/remote/remote-state.js';
export { type AlertsEvidence, criticalAlertsQuery, judgeAlerts } from './verdict/rules/judge-alerts.js';
export { type DeadMan, judgeReceived, type Received, type ReceivedEvidence } from './verdict/rules/judge-received.js';
export { judgeRules, type RulesEvidence, type RulesVerdict } from './verdict/rules/judge-rules.js';
export { fulfilsVersion, versionWishPattern } from './verdict/server/version-wish.js';
