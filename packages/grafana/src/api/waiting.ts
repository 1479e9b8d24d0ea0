import { formatDuration } from '@fly-monitoring/kit';
import type { GrafanaFailure } from './answer.js';

export interface WaitingFacts {
  readonly startedAtMs: number;
  /** Undefined where others decide how long is waited. */
  readonly budgetMs?: number;
  tell(line: string): void;
}

/** Often enough for whoever watches, seldom enough for a log. */
const tellEveryMs = 30_000;

/** Tells what is waited for when the waiting begins, and how long already now and then. */
export class WaitingForGrafana {
  readonly #facts: WaitingFacts;
  #toldAtMs: number | undefined;

  constructor(facts: WaitingFacts) {
    this.#facts = facts;
  }

  /** Called with each failure that is waited out. */
  saw(failure: GrafanaFailure, nowMs: number): void {
    if (this.#toldAtMs !== undefined && nowMs - this.#toldAtMs < tellEveryMs) return;
    const line = this.#toldAtMs === undefined ? this.#begins(failure) : this.#lasts(failure, nowMs);
    this.#toldAtMs = nowMs;
    this.#facts.tell(line);
  }

  #begins(failure: GrafanaFailure): string {
    if (failure.kind === 'asleep') return 'Grafana is asleep; waking it. This takes up to a few minutes.';
    const { budgetMs } = this.#facts;
    const limit = budgetMs === undefined ? '' : ` for up to ${formatDuration(budgetMs)}`;
    return `Grafana is not ready (${shortly(failure)}); trying again${limit}.`;
  }

  #lasts(failure: GrafanaFailure, nowMs: number): string {
    const { startedAtMs, budgetMs } = this.#facts;
    const limit = budgetMs === undefined ? '' : ` of ${formatDuration(budgetMs)}`;
    return `Still waiting for Grafana, ${formatDuration(nowMs - startedAtMs)}${limit}: ${shortly(failure)}`;
  }
}

/** What was seen, without the request. */
export function shortly({ kind, status, message }: GrafanaFailure): string {
  if (kind === 'asleep') return '503, the stack is still loading';
  return status === 0 || message.startsWith('it ') ? message : `${status} ${message}`.trim();
}
