/** What reads PromQL, for `import()`: the tables of its grammar take longer to load than all the rest. */

export { labelQuery, labelsOfQuery, metricsOfQuery } from '@fly-monitoring/contract';
export { analyzeQuery } from '@fly-monitoring/prometheus/promql';
export { parseGates } from '../checks/gates/parse-gates.js';
export { judgeEmptyPanel } from '../checks/panels/judge-empty-panel.js';
