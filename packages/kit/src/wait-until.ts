import type { Clock } from './ports.js';

export type Attempt<T> =
  | { readonly kind: 'done'; readonly value: T }
  /** Worth another try: `observed` says what was seen. */
  | { readonly kind: 'retry'; readonly observed: string }
  /** More tries change nothing: a wrong password stays wrong. */
  | { readonly kind: 'final'; readonly observed: string };

export type WaitOutcome<T> =
  | { readonly kind: 'done'; readonly value: T; readonly attempts: number; readonly elapsedMs: number }
  | { readonly kind: 'timed-out'; readonly attempts: number; readonly budgetMs: number; readonly last: string }
  | { readonly kind: 'final'; readonly attempts: number; readonly last: string };

export interface WaitPlan {
  readonly budgetMs: number;
  /** Pause before the first repetition. */
  readonly firstDelayMs: number;
  readonly maxDelayMs: number;
  /** Each pause is the one before times this; 1 keeps an even beat. */
  readonly factor: number;
}

/** Tries until it is done, final, or the budget is spent; there is always at least one try. */
export async function waitUntil<T>(
  clock: Clock,
  plan: WaitPlan,
  attempt: (number: number) => Promise<Attempt<T>>,
): Promise<WaitOutcome<T>> {
  const start = clock.now();
  let delayMs = plan.firstDelayMs;
  for (let attempts = 1; ; attempts++) {
    const result = await attempt(attempts);
    const elapsedMs = clock.now() - start;
    if (result.kind === 'done') return { kind: 'done', value: result.value, attempts, elapsedMs };
    if (result.kind === 'final') return { kind: 'final', attempts, last: result.observed };
    if (elapsedMs + delayMs > plan.budgetMs) {
      return { kind: 'timed-out', attempts, budgetMs: plan.budgetMs, last: result.observed };
    }
    await clock.sleep(delayMs);
    delayMs = Math.min(delayMs * plan.factor, plan.maxDelayMs);
  }
}
