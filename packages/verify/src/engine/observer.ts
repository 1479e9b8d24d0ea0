import type { StageTools } from '@fly-monitoring/kit';
import type { ActiveTarget, Answer, Exposition, Failure, Flags, PrometheusApi } from '@fly-monitoring/prometheus';
import type { VerifyPlan } from '../plan.js';
import type { ServerSeen } from '../server-seen.js';
import { expectJobs } from '../targets/expect-jobs.js';
import type { ExpectedJob, TargetsVerdict } from '../targets/expectation.js';
import { judgeTargets } from '../targets/judge-targets.js';
import type { FlyMachines } from '../targets/machines.js';
import { askOwnMetrics } from '../targets/own-metrics.js';
import { TargetSource, type TargetsAnswer } from '../targets/target-source.js';
import { wakeSleepers } from '../targets/wake.js';

export interface Snapshot {
  readonly kind: 'seen';
  readonly targets: TargetsVerdict;
  /** Of the expected jobs. */
  readonly activeTargets: readonly ActiveTarget[];
  /** Of jobs that nobody expects; empty where they were not listed, for the size of the expected ones. */
  readonly otherTargets: readonly ActiveTarget[];
  readonly machines: FlyMachines;
  ownMetrics(): Promise<Answer<Exposition>>;
  loadedConfig(): Promise<Answer<string>>;
}

/** What one look at Prometheus showed. */
export type Poll = Snapshot | { readonly kind: 'unanswered'; readonly failure: Failure };

export interface Observed {
  readonly api: PrometheusApi;
  readonly plan: VerifyPlan;
  readonly tools: StageTools;
  askMachines(): Promise<FlyMachines>;
}

/** Fly's API is asked again so often while something is missing: a machine may start, stop or be replaced meanwhile. */
const machinesAgeMs = 10_000;

/** Looks at Prometheus and Fly, and remembers between looks what need not be asked again. */
export class Observer {
  #version: string | undefined;
  #clockSkewMs: number | undefined;
  #flags: Flags | undefined;
  #machines: { readonly list: FlyMachines; readonly atMs: number } | undefined;
  #dnsFailuresAtFirst: number | undefined;
  readonly #woken = new Set<string>();

  readonly #source: TargetSource;

  constructor(private readonly observed: Observed) {
    this.#source = new TargetSource(observed.api);
  }

  server(address: string): ServerSeen {
    const flags = this.#flags ?? {};
    const isAgent = flags['agent'] === 'true' || flags['enable-feature']?.split(',').includes('agent') === true;
    return { address, version: this.#version, clockSkewMs: this.#clockSkewMs, flags, isAgent };
  }

  async poll(): Promise<Poll> {
    const { api, plan, tools } = this.observed;
    const failure = await this.#greet();
    if (failure !== undefined) return { kind: 'unanswered', failure };
    const machines = await this.#currentMachines();
    const nowMs = tools.clock.now();
    const ownMetrics = once(() => askOwnMetrics(api));
    const loadedConfig = once(() => api.config());
    const jobs = expectJobs(plan.jobs, machines);
    const answer = await this.#source.fetch({ jobs, nowMs, freshSinceMs: this.#freshSinceMs(nowMs), ownMetrics });
    if (answer.kind !== 'answered') return { kind: 'unanswered', failure: answer };
    const targets = await this.#judge(jobs, answer, ownMetrics);
    const expected = new Set(plan.jobs.map(({ name }) => name));
    const activeTargets = answer.targets.filter(({ scrapePool }) => expected.has(scrapePool));
    const otherTargets = answer.targets.filter(({ scrapePool }) => !expected.has(scrapePool));
    return { kind: 'seen', targets, activeTargets, otherTargets, machines, ownMetrics, loadedConfig };
  }

  /** By the server's clock: what is scraped steadily is younger than two intervals. */
  #freshSinceMs(nowMs: number): number {
    const { sinceMs, freshForMs } = this.observed.plan;
    return Math.max(sinceMs, nowMs - freshForMs) + (this.#clockSkewMs ?? 0);
  }

  /** Ready, which product, what time is it there. */
  async #greet(): Promise<Failure | undefined> {
    const { api } = this.observed;
    const ready = await api.ready();
    if (ready.kind !== 'ok') return ready;
    if (this.#version === undefined) {
      const build = await api.buildInfo();
      if (build.kind !== 'ok') return build;
      this.#version = build.value.version;
    }
    this.#flags ??= await flagsOf(api);
    return this.#clockSkewMs === undefined ? await this.#compareClocks() : undefined;
  }

  async #compareClocks(): Promise<Failure | undefined> {
    const { api, tools } = this.observed;
    const before = tools.clock.now();
    const time = await api.serverTime();
    if (time.kind !== 'ok') return time;
    this.#clockSkewMs = Math.round(time.value - (before + tools.clock.now()) / 2);
    return undefined;
  }

  async #currentMachines(): Promise<FlyMachines> {
    const nowMs = this.observed.tools.clock.now();
    if (this.#machines === undefined || nowMs - this.#machines.atMs >= machinesAgeMs) {
      this.#machines = { list: await this.observed.askMachines(), atMs: nowMs };
    }
    return this.#machines.list;
  }

  async #judge(
    jobs: readonly ExpectedJob[],
    { targets, counted, pools }: TargetsAnswer,
    ownMetrics: Snapshot['ownMetrics'],
  ): Promise<TargetsVerdict> {
    const { plan, tools } = this.observed;
    // Only worth a request when a job has nothing to show.
    const isNothingMissing = jobs.every(
      ({ name }) => counted.some(({ job }) => job === name) || targets.some(({ scrapePool }) => scrapePool === name),
    );
    const verdict = judgeTargets({
      jobs,
      counted,
      activeTargets: targets,
      sinceMs: plan.sinceMs,
      clockSkewMs: this.#clockSkewMs ?? 0,
      dnsFailures: isNothingMissing ? 0 : this.#newDnsFailures(await ownMetrics()),
    });
    const expected = new Set(jobs.map(({ name }) => name));
    const unexpectedJobs = pools.filter((pool) => !expected.has(pool)).sort();
    const isWaking = await wakeSleepers(verdict, { plan, tools, woken: this.#woken });
    return { ...verdict, unexpectedJobs, isPending: verdict.isPending || isWaking };
  }

  #newDnsFailures(answer: Answer<Exposition>): number {
    if (answer.kind !== 'ok') return 0;
    const family = answer.value.families.find(({ name }) => name === lookupFailures);
    const total = family?.samples.reduce((sum, { value }) => sum + value, 0) ?? 0;
    this.#dnsFailuresAtFirst ??= total;
    return total - this.#dnsFailuresAtFirst;
  }
}

const lookupFailures = 'prometheus_sd_dns_lookup_failures_total';

/** Several checks read the same answer. */
function once<T>(ask: () => Promise<T>): () => Promise<T> {
  let answer: Promise<T> | undefined;
  return () => {
    answer ??= ask();
    return answer;
  };
}

/** Engines that only speak Prometheus' language have no flags; that is no reason to wait. */
async function flagsOf(api: PrometheusApi): Promise<Flags | undefined> {
  const answer = await api.flags();
  if (answer.kind === 'ok') return answer.value;
  return answer.kind === 'not-found' || answer.kind === 'unexpected' ? {} : undefined;
}
