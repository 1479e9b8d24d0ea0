/** Loaded where a query is read, so that a run that reads none does not wait for the grammar of PromQL. */
export const loadPromql = () => import('./promql.js');
