import type { Verdict } from '../check.js';
import type { FailureClass } from './failure-class.js';

/** A machine that should serve a job, in the words of whoever runs it. */
export interface ExpectedMachine {
  readonly id: string;
  /** Its address in the private network, with or without brackets. */
  readonly address: string;
  /** Where it serves its metrics. */
  readonly port: number;
  /** As Fly says: `started`, `stopped`, `suspended`, … */
  readonly state: string;
  readonly group: string;
  /** Waits for another machine to fail; nobody expects it to be up. */
  readonly standby: boolean;
  /** Fly may stop it when there is no traffic. */
  readonly autostop: boolean;
  /** Its last exit event, in words. */
  readonly lastExit?: string;
}

/** What "all of the job is up" means, best known first. */
export type Expectation =
  | { readonly kind: 'machines'; readonly machines: readonly ExpectedMachine[] }
  | { readonly kind: 'exactly'; readonly count: number }
  | { readonly kind: 'at-least'; readonly count: number };

export interface ExpectedJob {
  readonly name: string;
  readonly expectation: Expectation;
}

export interface TargetRow {
  readonly job: string;
  /** Label `instance`, or the address where a target should be. */
  readonly instance: string;
  readonly machineId: string | undefined;
  readonly health: 'up' | 'down' | 'unknown' | 'missing' | 'asleep';
  readonly verdict: Verdict;
  readonly failure: FailureClass | undefined;
  /** What was seen, in words; empty when all is well. */
  readonly error: string;
  /** By the server's clock. */
  readonly lastScrapeMs: number | undefined;
  /** Waiting may still change it. */
  readonly isPending: boolean;
}

export interface JobVerdict {
  readonly job: string;
  readonly verdict: Verdict;
  readonly rows: readonly TargetRow[];
  /** In place of rows, for a large job that counts alone proved. */
  readonly counted?: { readonly up: number; readonly oldestScrapeMs: number };
}

export interface TargetsVerdict {
  readonly jobs: readonly JobVerdict[];
  /** Jobs that Prometheus scrapes although nobody asked for them. */
  readonly unexpectedJobs: readonly string[];
  readonly verdict: Exclude<Verdict, 'skipped'>;
  /** Waiting may still change something. */
  readonly isPending: boolean;
}
