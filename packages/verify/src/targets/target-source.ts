import type { ActiveTarget, Answer, Exposition, Failure, PrometheusApi } from '@fly-monitoring/prometheus';
import type { ExpectedJob, JobVerdict } from './expectation.js';
import { largeTargets, poolSizesOf, proveByCounting } from './large-jobs.js';

export interface TargetsAnswer {
  readonly kind: 'answered';
  /** All of them, or those of the jobs that counting did not prove. */
  readonly targets: readonly ActiveTarget[];
  readonly counted: readonly JobVerdict[];
  /** Names of all jobs that are scraped. */
  readonly pools: readonly string[];
}

interface Wanted {
  readonly jobs: readonly ExpectedJob[];
  readonly nowMs: number;
  /** By the server's clock: older scrapes do not count. */
  readonly freshSinceMs: number;
  ownMetrics(): Promise<Answer<Exposition>>;
}

/** Sizes of pools and lists of large jobs are asked again after so long. */
const staleAfterMs = 10_000;

interface Remembered<T> {
  readonly value: T;
  readonly atMs: number;
}

/** Fetches the list of targets where it is small, and counts where it is large. */
export class TargetSource {
  #sizes: Remembered<ReadonlyMap<string, number> | undefined> | undefined;
  readonly #lists = new Map<string, Remembered<readonly ActiveTarget[]>>();

  constructor(private readonly api: PrometheusApi) {}

  async fetch(wanted: Wanted): Promise<TargetsAnswer | Failure> {
    const sizes = await this.#poolSizes(wanted);
    const total = wanted.jobs.reduce((sum, { name }) => sum + (sizes?.get(name) ?? 0), 0);
    return sizes === undefined || total < largeTargets ? this.#fetchAll(wanted) : this.#fetchOpen(wanted, sizes);
  }

  async #poolSizes({ nowMs, ownMetrics }: Wanted): Promise<ReadonlyMap<string, number> | undefined> {
    if (this.#sizes === undefined || nowMs - this.#sizes.atMs >= staleAfterMs) {
      this.#sizes = { value: poolSizesOf(await ownMetrics()), atMs: nowMs };
    }
    return this.#sizes.value;
  }

  async #fetchAll({ nowMs }: Wanted): Promise<TargetsAnswer | Failure> {
    const answer = await this.api.targets();
    if (answer.kind !== 'ok') return answer;
    // It may have grown since the sizes were asked.
    if (answer.value.length >= largeTargets)
      this.#sizes = this.#sizes && { ...this.#sizes, atMs: nowMs - staleAfterMs };
    const pools = [...new Set(answer.value.map(({ scrapePool }) => scrapePool))];
    return { kind: 'answered', targets: answer.value, counted: [], pools };
  }

  async #fetchOpen(wanted: Wanted, sizes: ReadonlyMap<string, number>): Promise<TargetsAnswer | Failure> {
    const { jobs, freshSinceMs } = wanted;
    const counted = await proveByCounting(jobs, { api: this.api, sizes, freshSinceMs });
    const proved = new Set(counted.map(({ job }) => job));
    const targets: ActiveTarget[] = [];
    for (const { name } of jobs.filter((job) => !proved.has(job.name))) {
      const list = await this.#list(name, wanted.nowMs);
      if ('asked' in list) return list;
      targets.push(...list.value);
    }
    return { kind: 'answered', targets, counted, pools: [...sizes.keys()] };
  }

  async #list(name: string, nowMs: number): Promise<Remembered<readonly ActiveTarget[]> | Failure> {
    const known = this.#lists.get(name);
    if (known !== undefined && nowMs - known.atMs < staleAfterMs && known.value.length >= largeTargets) return known;
    const answer = await this.api.targets(name);
    if (answer.kind !== 'ok') return answer;
    const list = { value: answer.value, atMs: nowMs };
    this.#lists.set(name, list);
    return list;
  }
}
