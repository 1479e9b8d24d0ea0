import type { AskCheck, CheckContext, CheckModule, CheckResult, PreparedCheck, SkippedCheck } from '../check-module.js';

export interface ReadyCheck {
  readonly module: CheckModule;
  readonly prepared: PreparedCheck | SkippedCheck;
}

/** A check at work: what it found last. */
class RunningCheck {
  result: CheckResult | undefined;

  constructor(
    readonly module: CheckModule,
    readonly prepared: PreparedCheck,
    private readonly asks: AskCheck,
  ) {}

  async ask(context: CheckContext): Promise<void> {
    this.result = await this.asks(context);
  }

  async explain(context: CheckContext): Promise<void> {
    if (this.prepared.explain !== undefined) this.result = await this.prepared.explain(context);
  }

  get isGreen(): boolean {
    return this.result !== undefined && !isBad(this.result);
  }

  /** Waiting may still change it. */
  get isPending(): boolean {
    return this.result === undefined || (isBad(this.result) && this.result.isPending === true);
  }

  /** And its time is not up. */
  isOpenAt(overMs: number): boolean {
    return this.result === undefined || (this.isPending && overMs < (this.prepared.extraMs ?? 0));
  }
}

/** All checks of one run, from look to look. */
export class CheckSession {
  #running: readonly RunningCheck[] | undefined;

  constructor(private readonly checks: readonly ReadyCheck[]) {}

  /** How much longer than the proof of the targets may take those need that are still open. */
  extraMsAt(overMs: number): number {
    const open = this.#followers.filter((one) => one.isOpenAt(overMs));
    return Math.max(0, ...open.map(({ prepared }) => prepared.extraMs ?? 0));
  }

  /** @returns whether all checks of the looks pass */
  async poll(context: CheckContext): Promise<boolean> {
    this.#running ??= await this.#start(context);
    const looking = this.#of('poll');
    await Promise.all(looking.map((one) => one.ask(context)));
    return looking.every(({ isGreen }) => isGreen);
  }

  /** Asks what had to wait for the proof, as far as it is not settled. */
  async follow(context: CheckContext): Promise<void> {
    const open = this.#followers.filter(({ isPending }) => isPending);
    await Promise.all(open.map((one) => one.ask(context)));
  }

  /** The wait is over without a proof. */
  async explain(context: CheckContext): Promise<void> {
    const red = this.#of('poll').filter(({ isGreen }) => !isGreen);
    const unasked = this.#of('end').filter(({ result }) => result === undefined);
    await Promise.all([...red.map((one) => one.explain(context)), ...unasked.map((one) => one.ask(context))]);
  }

  /** Something of what was asked is wrong for good. */
  isLostAt(overMs: number): boolean {
    return (this.#running ?? []).some((one) => {
      const isLook = one.prepared.when === 'poll';
      const isOpen = isLook ? one.isPending : one.isOpenAt(overMs);
      return one.result !== undefined && !one.isGreen && !isOpen;
    });
  }

  isOpenAt(overMs: number): boolean {
    return this.#followers.some((one) => one.isOpenAt(overMs));
  }

  /** In the order of the table. */
  resultsAt(overMs: number): readonly CheckResult[] {
    const isLost = this.isLostAt(overMs);
    return this.checks.map(({ module, prepared }) => {
      if ('skipped' in prepared) return skipped(module, prepared);
      const one = this.#running?.find((running) => running.module === module);
      if (one?.result === undefined) return skipped(module, { skipped: 'not asked while targets are missing' });
      return isLost && one.isOpenAt(overMs) ? cutOff(one.result) : one.result;
    });
  }

  async #start(context: CheckContext): Promise<readonly RunningCheck[]> {
    const started = this.checks.map(async ({ module, prepared }) => {
      if ('skipped' in prepared) return [];
      const ask = context.server.isAgent && prepared.needsQueries ? () => inAgent(module) : prepared.start(context);
      return [new RunningCheck(module, prepared, await ask)];
    });
    return (await Promise.all(started)).flat();
  }

  get #followers(): readonly RunningCheck[] {
    return [...this.#of('proved'), ...this.#of('end')];
  }

  #of(when: PreparedCheck['when']): readonly RunningCheck[] {
    return (this.#running ?? []).filter(({ prepared }) => prepared.when === when);
  }
}

function isBad({ checks }: CheckResult): boolean {
  return checks.some(({ verdict }) => verdict === 'fail' || verdict === 'inconclusive');
}

/** Another check is lost, so this one was not waited for: what it could not prove yet is no finding. */
function cutOff(result: CheckResult): CheckResult {
  const checks = result.checks.map((check) =>
    check.verdict === 'inconclusive'
      ? { ...check, verdict: 'skipped' as const, evidence: `not waited for: ${check.evidence}`, hint: '' }
      : check,
  );
  return { ...result, checks };
}

function skipped({ name, blame }: CheckModule, { skipped: evidence, hint = '' }: SkippedCheck): CheckResult {
  return { checks: [{ name, verdict: 'skipped', blame, evidence, hint }] };
}

function inAgent(module: CheckModule): CheckResult {
  const hint = 'Verify the store that the agent writes to: set remote-query-url.';
  return skipped(module, { skipped: 'Prometheus runs as an agent, which answers neither queries nor rules', hint });
}
