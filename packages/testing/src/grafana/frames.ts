import type { Series } from './prometheus.js';
import type { QueryAnswer } from './query.js';

/** A data frame as Grafana sends it: a schema, and the values column by column. */
type Frame = {
  readonly schema: object;
  readonly data: { readonly values: readonly unknown[]; readonly entities?: object[] };
};

/** The part of /api/ds/query's answer that belongs to one query. */
export type QueryResult =
  | { readonly status: 200; readonly frames: readonly Frame[] }
  | { readonly status: 400; readonly error: string; readonly errorSource: 'downstream' };

export function resultOf(done: QueryAnswer): QueryResult {
  if (done.answer.kind === 'failed') {
    return { status: 400, error: done.answer.message, errorSource: 'downstream' };
  }
  const meta = metaOf(done, done.answer.resultType);
  if (done.answer.series.length === 0) {
    // No series is not no frame: one without fields comes back, so that its meta can be shown.
    return { status: 200, frames: [{ schema: { refId: done.query.refId, meta, fields: [] }, data: { values: [] } }] };
  }
  return { status: 200, frames: done.answer.series.map((series) => frameOf(series, done, meta)) };
}

function metaOf(done: QueryAnswer, resultType: string): object {
  return {
    type: resultType === 'matrix' ? 'timeseries-multi' : 'numeric-multi',
    typeVersion: [0, 1],
    custom: { resultType },
    executedQueryString: `Expr: ${done.executed}\nStep: ${done.stepMs / 1000}s`,
  };
}

function frameOf(series: Series, done: QueryAnswer, meta: object): Frame {
  const times = series.samples.map(([at]) => Math.round(at * 1000));
  const values = series.samples.map(([, value]) => Number(value.replace('Inf', 'Infinity')));
  const odd = oddValues(values);
  return {
    schema: { refId: done.query.refId, meta, fields: fieldsOf(series, done.stepMs) },
    data: {
      values: [times, values.map((value) => (Number.isFinite(value) ? value : null))],
      ...(odd === undefined ? {} : { entities: [{}, odd] }),
    },
  };
}

function fieldsOf(series: Series, stepMs: number): readonly object[] {
  return [
    { name: 'Time', type: 'time', typeInfo: { frame: 'time.Time' }, config: { interval: stepMs } },
    { name: 'Value', type: 'number', typeInfo: { frame: 'float64' }, labels: series.labels, config: {} },
  ];
}

/** JSON has no NaN and no infinity: the value is null and its place is listed here. */
function oddValues(values: readonly number[]): object | undefined {
  const placesOf = (is: (value: number) => boolean): number[] =>
    values.flatMap((value, index) => (is(value) ? [index] : []));
  const found = {
    NaN: placesOf(Number.isNaN),
    Inf: placesOf((value) => value === Number.POSITIVE_INFINITY),
    NegInf: placesOf((value) => value === Number.NEGATIVE_INFINITY),
  };
  const named = Object.entries(found).filter(([, places]) => places.length > 0);
  return named.length === 0 ? undefined : Object.fromEntries(named);
}
