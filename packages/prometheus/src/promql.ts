/**
 * What reads PromQL: a second way into this package, because the grammar's tables take longer to load than all the rest
 * of it. Whoever reads no query should not wait for them.
 */
export { analyzeQuery } from './promql/analyze-query.js';
