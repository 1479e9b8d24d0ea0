import type { StageTools } from '@fly-monitoring/kit';
import type { VerifyPlan } from '../plan.js';
import type { TargetsVerdict } from './expectation.js';

interface Waking {
  readonly plan: VerifyPlan;
  readonly tools: StageTools;
  /** Apps that answered a request; changed here. */
  readonly woken: Set<string>;
}

const wakeTimeoutMs = 20_000;

/**
 * Jobs whose machines all sleep prove nothing, so their app gets one request, as a visitor would send it.
 * @returns whether something may have woken up that is worth waiting for
 */
export async function wakeSleepers(verdict: TargetsVerdict, { plan, tools, woken }: Waking): Promise<boolean> {
  const asleep = verdict.jobs.filter(({ rows }) => rows.length > 0 && rows.every(({ health }) => health === 'asleep'));
  const apps = new Set(asleep.flatMap(({ job }) => appsOfJob(plan, job)));
  for (const app of apps) {
    if (woken.has(app)) continue;
    tools.log.info(`All machines of a job of ${app} are asleep: sending it a request`);
    const answer = await tools.http.send({ url: `https://${app}.fly.dev/`, timeoutMs: wakeTimeoutMs });
    if (answer.kind === 'response') woken.add(app);
  }
  return [...apps].some((app) => woken.has(app));
}

function appsOfJob({ jobs }: VerifyPlan, name: string): readonly string[] {
  return jobs.find((job) => job.name === name)?.groups.map(({ app }) => app) ?? [];
}
