/** What reads PromQL, for `import()`: the tables of its grammar take longer to load than all the rest. */
export {
  analyzeQuery,
  judgeHollowPanel,
  labelQuery,
  labelsOfQuery,
  metricsOfQuery,
  parseGates,
} from '@fly-monitoring/prometheus/promql';
