import type { ErrorCode } from '@fly-monitoring/kit';
import type { MisbehaviourKind } from '@fly-monitoring/testing/fly';
import type { StateKind } from './state-kind.js';

/** What one way of Fly to fail, or what a run finds, makes of a run of deploy-app. */
export interface Row {
  readonly kind: MisbehaviourKind | StateKind;
  /** What sets this row apart from others of its kind. */
  readonly when?: string;
  readonly times?: number | 'always';
  /** Other ways to fail at the same time. */
  readonly with?: readonly MisbehaviourKind[];
  /** First words of the flyctl command before which it begins; from the start when left out. */
  readonly from?: string;
  readonly given?: Readonly<Record<string, string>>;
  /**
   * In place of the usual one, how many times faster than the real one the stage's clock goes, and the time limits of
   * commands with it.
   */
  readonly speed?: number;
  readonly expects: Expectation;
}

export type Expectation = Failure | Success;

interface Told {
  /** In the message, or of a success in its notices and the log. */
  readonly says: readonly RegExp[];
  /** How often `flyctl deploy` is started. */
  readonly deploys: number;
}

export interface Failure extends Told {
  readonly code: ErrorCode;
  readonly hint: RegExp;
  /** What is told of the machines; `nothing asked`: flyctl was not even started. */
  readonly state: 'listed' | 'unknown' | 'nothing ran' | 'nothing asked';
}

export interface Success extends Told {
  readonly code: 'success';
  /** Whether an annotation says it, and not the log alone. */
  readonly notice: boolean;
}

/** The app that a row is tried on; its rows go one after the other. */
export interface Lane {
  readonly app: string;
  /** Follows the name in the fly.toml. */
  readonly toml: string;
  /** Whether the app is there, with a good release, before the first row. */
  readonly isDeployed: boolean;
  /** Whether each row is followed by a run that must be green, or the last one only; `each` where rows leave a mark. */
  readonly reruns: 'each' | 'last';
  readonly rows: readonly Row[];
}
