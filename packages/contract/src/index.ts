export { labelQuery, labelsOfQuery, type NeededLabel } from './labels-of-query.js';
export { metricsOfQuery } from './metrics-of-query.js';
