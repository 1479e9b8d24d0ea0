/**
 * What reads PromQL: a second way into this package, because the grammar's tables take longer to load than all the rest
 * of it. Whoever reads no query should not wait for them.
 */
export { analyzeQuery } from './promql/analyze-query.js';
export { parseGates } from './verdict/gates/parse-gates.js';
export { judgeHollowPanel } from './verdict/judge-hollow-panel.js';
export { labelQuery, labelsOfQuery } from './verdict/metrics/labels-of-query.js';
export { metricsOfQuery } from './verdict/metrics/metrics-of-query.js';
