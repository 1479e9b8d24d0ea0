import { type QueryResult, resultOf } from '../frames.js';
import { json, type Reply, type Request, refusal } from '../http.js';
import { listIn, parseRecord, textIn } from '../json.js';
import { parseTime, queryFrom, runQuery } from '../query.js';
import type { Grafana, Route } from './route.js';

export const queryRoutes: readonly Route[] = [{ on: 'POST /api/ds/query', may: 'datasources:query', run: query }];

/** 200 only when every query succeeded; one failure makes the whole answer 400, or 207 (toJsonStreamingResponse in pkg/api/ds_query.go). */
async function query(grafana: Grafana, { body }: Request): Promise<Reply> {
  const asked = parseRecord(body);
  const queries = listIn(asked, 'queries').map(queryFrom);
  const now = Date.now();
  const fromMs = parseTime(textIn(asked, 'from') ?? 'now-1h', now);
  const toMs = parseTime(textIn(asked, 'to') ?? 'now', now);
  if (queries.length === 0) {
    return json(400, NO_QUERIES);
  }
  if (fromMs === undefined || toMs === undefined || toMs <= fromMs) {
    return refusal(400, 'invalid time range');
  }
  const results: Record<string, QueryResult> = {};
  for (const one of queries) {
    const datasource = grafana.store.datasources.get(one.datasourceUid);
    if (datasource === undefined) {
      return refusal(404, 'Data source not found');
    }
    results[one.refId] = resultOf(await runQuery({ ...grafana, datasource }, one, { fromMs, toMs }));
  }
  const statusWhenError = grafana.toggles.has('datasourceQueryMultiStatus') ? 207 : 400;
  return json(Object.values(results).every((result) => result.status === 200) ? 200 : statusWhenError, { results });
}

/** ErrNoQueriesFound in pkg/services/query/errors.go. */
const NO_QUERIES = { message: 'No queries found', messageId: 'query.noQueries', statusCode: 400, traceID: '' };
