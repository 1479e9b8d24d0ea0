import { type Answer, describeFailure, type Failure, isFinal } from '../api/answer.js';
import type { QueryResult } from '../api/query.js';

/** What a panel shows when it asks this. */
export type PanelState =
  | { readonly kind: 'data' }
  /** Series are there, all of them 0. */
  | { readonly kind: 'zero' }
  | { readonly kind: 'nan' }
  | { readonly kind: 'empty' }
  /** The query is wrong: it fails for everybody. */
  | { readonly kind: 'error'; readonly detail: string }
  /** Prometheus could not be asked, which says nothing about the panel. */
  | { readonly kind: 'unasked'; readonly detail: string; readonly isFinal: boolean };

export function judgePanel(answer: Answer<QueryResult>): PanelState {
  if (answer.kind !== 'ok') return judgeFailure(answer);
  if (answer.value.type === 'text') return { kind: 'data' };
  const values = answer.value.series.flatMap(({ points }) => points.map(({ value }) => value));
  if (values.length === 0) return { kind: 'empty' };
  if (values.every(Number.isNaN)) return { kind: 'nan' };
  return values.every((value) => value === 0 || Number.isNaN(value)) ? { kind: 'zero' } : { kind: 'data' };
}

/** An overloaded server's time-out is not the panel's fault; bad_data and execution errors are. */
function judgeFailure(failure: Failure): PanelState {
  const isQueryError =
    failure.kind === 'error' && (failure.errorType === 'bad_data' || failure.errorType === 'execution');
  if (isQueryError) return { kind: 'error', detail: `${failure.errorType}: ${failure.error}` };
  return { kind: 'unasked', detail: describeFailure(failure), isFinal: isFinal(failure) };
}
