/** What Grafana said, or why it said nothing: an expected outcome, not an exception. */
export type Answer<T> = Answered<T> | GrafanaFailure;

export interface Answered<T> {
  readonly kind: 'ok';
  readonly value: T;
}

export type FailureKind =
  | 'unauthorized'
  | 'forbidden'
  | 'not-found'
  /** The slug of a Grafana Cloud stack is wrong, or the stack was deleted. */
  | 'unknown-instance'
  | 'refused'
  | 'throttled'
  /** A paused Grafana Cloud stack. */
  | 'asleep'
  /** 5xx: the request may have been carried out or not. */
  | 'broken'
  /** No answer: the request may have been carried out or not. */
  | 'unreachable'
  | 'not-grafana';

export interface GrafanaFailure {
  readonly kind: FailureKind;
  /** 0 without an answer. */
  readonly status: number;
  /** Grafana's own words, or what was seen in place of an answer. */
  readonly message: string;
  /** Grafana's machine-readable reason, such as `version-mismatch`. */
  readonly reason: string | undefined;
  /** Permissions that Grafana says are missing. */
  readonly permission: string | undefined;
  readonly retryAfterMs: number | undefined;
  /** Method and address. */
  readonly request: string;
  /** Of a redirect: where it leads, and the address of Grafana there unless it leads to a page for signing in. */
  readonly redirect?: { readonly target: string; readonly address: string | undefined };
  /** The token that was refused is an API key, the kind before service accounts. */
  readonly isApiKey?: boolean;
}

export function ok<T>(value: T): Answered<T> {
  return { kind: 'ok', value };
}

/** Whether the same request may be answered later, with nothing corrected. */
export function isTemporary({ kind }: GrafanaFailure): boolean {
  return kind === 'throttled' || kind === 'asleep' || kind === 'broken' || kind === 'unreachable';
}

/** Whether the server may have carried the request out although it did not say so. */
export function isDoubtful(failure: GrafanaFailure): boolean {
  return failure.kind === 'unreachable' || failure.kind === 'broken';
}
