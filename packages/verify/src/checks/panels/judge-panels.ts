import { type Answer, describeFailure, type Failure, isFinal, type QueryResult } from '@fly-monitoring/prometheus';

/** What a panel shows when it asks this. */
export type PanelState =
  | { readonly kind: 'data' }
  /** Series are there, all of them 0. */
  | { readonly kind: 'zero' }
  | { readonly kind: 'nan' }
  | { readonly kind: 'empty' }
  /** NaN or empty over series that are there: nothing happened yet. */
  | { readonly kind: 'waiting'; readonly detail: string }
  /** Empty because a series does not exist; nothing will ever show. */
  | { readonly kind: 'missing'; readonly detail: string }
  /** Empty, and allowed to be. */
  | { readonly kind: 'allowed' }
  /** Prometheus has the data, and Grafana does not show it. */
  | { readonly kind: 'behind'; readonly detail: string }
  /** The query is wrong: it fails for everybody. */
  | { readonly kind: 'error'; readonly detail: string }
  /** Prometheus could not be asked, which says nothing about the panel. */
  | { readonly kind: 'unasked'; readonly detail: string; readonly isFinal: boolean };

export function judgePanel(answer: Answer<QueryResult>): PanelState {
  if (answer.kind !== 'ok') return judgeFailure(answer);
  if (answer.value.type === 'text') return { kind: 'data' };
  return stateOfValues(answer.value.series.flatMap(({ points }) => points.map(({ value }) => value)));
}

/** What is to be seen of these. */
export function stateOfValues(values: readonly number[]): PanelState {
  if (values.length === 0) return { kind: 'empty' };
  if (values.every(Number.isNaN)) return { kind: 'nan' };
  return values.every((value) => value === 0 || Number.isNaN(value)) ? { kind: 'zero' } : { kind: 'data' };
}

/** An agent answers every query with an error of execution, whatever is asked. */
const noQueries = /unavailable with Prometheus Agent/;

/** An overloaded server's time-out is not the panel's fault; bad_data and execution errors are. */
function judgeFailure(failure: Failure): PanelState {
  if (failure.kind !== 'error') return { kind: 'unasked', detail: describeFailure(failure), isFinal: isFinal(failure) };
  const { errorType, error } = failure;
  if (noQueries.test(error)) return { kind: 'unasked', detail: error, isFinal: true };
  const detail = `${errorType}: ${error}`;
  const isQueryWrong = errorType === 'bad_data' || errorType === 'execution';
  return isQueryWrong ? { kind: 'error', detail } : { kind: 'unasked', detail, isFinal: false };
}
