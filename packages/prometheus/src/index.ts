export { prometheusAccessInputs, twofoldAuth } from './access-inputs.js';
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
export { type Deployment, setExternalLabels } from './config/external-labels.js';
export {
  filesOfPattern,
  type IncludedFile,
  type IncludedFiles,
  isInImage,
  knowsIncludes,
  readIncludedFiles,
} from './config/included-files.js';
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
export { appToRename, type Renaming, rewriteInternalNames } from './config/rewrite-internal-names.js';
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
export { pinnedVersion } from './image/pinned-version.js';
export type {
  Matcher,
  MatchOperator,
  QueryAnalysis,
  Selector,
  SyntaxProblem,
} from './promql/analyze-query.js';
