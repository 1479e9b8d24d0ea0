import type { AskCheck, Asking, CheckModule, Finding, PreparedCheck, SkippedCheck } from '../check-module.js';

export interface ReadyCheck {
  readonly module: CheckModule;
  readonly prepared: PreparedCheck | SkippedCheck;
}

/** A check at work: what it found last. */
class RunningCheck {
  finding: Finding | undefined;

  constructor(
    readonly module: CheckModule,
    readonly prepared: PreparedCheck,
    private readonly asks: AskCheck,
  ) {}

  async ask(asking: Asking): Promise<void> {
    this.finding = await this.asks(asking);
  }

  async explain(asking: Asking): Promise<void> {
    if (this.prepared.explain !== undefined) this.finding = await this.prepared.explain(asking);
  }

  get isGreen(): boolean {
    return this.finding !== undefined && !isBad(this.finding);
  }

  /** Waiting may still change it. */
  get isPending(): boolean {
    return this.finding === undefined || (isBad(this.finding) && this.finding.isPending === true);
  }

  /** And its time is not up. */
  isOpenAt(overMs: number): boolean {
    return this.finding === undefined || (this.isPending && overMs < (this.prepared.extraMs ?? 0));
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
  async look(asking: Asking): Promise<boolean> {
    this.#running ??= await this.#start(asking);
    const looking = this.#of('look');
    await Promise.all(looking.map((one) => one.ask(asking)));
    return looking.every(({ isGreen }) => isGreen);
  }

  /** Asks what had to wait for the proof, as far as it is not settled. */
  async follow(asking: Asking): Promise<void> {
    const open = this.#followers.filter(({ isPending }) => isPending);
    await Promise.all(open.map((one) => one.ask(asking)));
  }

  /** The wait is over without a proof. */
  async explain(asking: Asking): Promise<void> {
    const red = this.#of('look').filter(({ isGreen }) => !isGreen);
    const unasked = this.#of('end').filter(({ finding }) => finding === undefined);
    await Promise.all([...red.map((one) => one.explain(asking)), ...unasked.map((one) => one.ask(asking))]);
  }

  /** Something of what was asked is wrong for good. */
  isLostAt(overMs: number): boolean {
    return (this.#running ?? []).some((one) => {
      const isLook = one.prepared.when === 'look';
      const isOpen = isLook ? one.isPending : one.isOpenAt(overMs);
      return one.finding !== undefined && !one.isGreen && !isOpen;
    });
  }

  isOpenAt(overMs: number): boolean {
    return this.#followers.some((one) => one.isOpenAt(overMs));
  }

  /** In the order of the table. */
  findingsAt(overMs: number): readonly Finding[] {
    const isLost = this.isLostAt(overMs);
    return this.checks.map(({ module, prepared }) => {
      if ('skipped' in prepared) return skipped(module, prepared);
      const one = this.#running?.find((running) => running.module === module);
      if (one?.finding === undefined) return skipped(module, { skipped: 'not asked while targets are missing' });
      return isLost && one.isOpenAt(overMs) ? cutOff(one.finding) : one.finding;
    });
  }

  async #start(asking: Asking): Promise<readonly RunningCheck[]> {
    const started = this.checks.map(async ({ module, prepared }) => {
      if ('skipped' in prepared) return [];
      const ask = asking.server.isAgent && prepared.needsQueries ? () => inAgent(module) : prepared.start(asking);
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

function isBad({ checks }: Finding): boolean {
  return checks.some(({ verdict }) => verdict === 'fail' || verdict === 'inconclusive');
}

/** Another check is lost, so this one was not waited for: what it could not prove yet is no finding. */
function cutOff(finding: Finding): Finding {
  const checks = finding.checks.map((check) =>
    check.verdict === 'inconclusive'
      ? { ...check, verdict: 'skipped' as const, evidence: `not waited for: ${check.evidence}`, hint: '' }
      : check,
  );
  return { ...finding, checks };
}

function skipped({ name, blame }: CheckModule, { skipped: evidence, hint = '' }: SkippedCheck): Finding {
  return { checks: [{ name, verdict: 'skipped', blame, evidence, hint }] };
}

function inAgent(module: CheckModule): Finding {
  const hint = 'Verify the store that the agent writes to: set remote-query-url.';
  return skipped(module, { skipped: 'Prometheus runs as an agent, which answers neither queries nor rules', hint });
}
