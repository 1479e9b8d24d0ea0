import { type Annotation, formatDuration } from '@fly-monitoring/kit';
import type { Check } from '../../check.js';
import { type CheckContext, type CheckResult, checkModule } from '../../check-module.js';
import { listed } from '../../report/check-words.js';
import type { JobVerdict, TargetRow } from '../../targets/expectation.js';
import { failureFacts } from '../../targets/failure-class.js';
import { foreignJobs } from '../../targets/foreign-jobs.js';
import { explainRefusals } from './explain-refusals.js';

export const jobs = checkModule({
  name: 'jobs',
  blame: 'monitoring',
  inputs: {},
  prepare: () => ({ when: 'poll', start: () => findJobs, explain: explainJobs }),
});

function findJobs({ targets, server, nowMs }: CheckContext): CheckResult {
  const serverNowMs = nowMs + (server.clockSkewMs ?? 0);
  const checks = targets.jobs.map((job) => jobCheck(job, serverNowMs));
  return { checks, isPending: targets.isPending, targets, report: { annotations: unexpected(foreignJobs(targets)) } };
}

/** They do no harm, and yet nobody proves them. */
function unexpected(names: readonly string[]): readonly Annotation[] {
  if (names.length === 0) return [];
  const message = `Prometheus also scrapes ${listed(names)}: not in the configuration that was read, so not proved.`;
  return [{ level: 'warning', title: 'Unexpected jobs', message }];
}

/** Looks into the machines that refuse, where Fly lets us. */
async function explainJobs(context: CheckContext): Promise<CheckResult> {
  const { targets, machines } = context;
  const isRefused = ({ failure, machineId }: TargetRow) => failure === 'refused' && machineId !== undefined;
  const mayHelp = machines.kind === 'known' && targets.jobs.some(({ rows }) => rows.some(isRefused));
  const flyctl = mayHelp ? await context.flyctl() : undefined;
  if (flyctl === undefined) return findJobs(context);
  return findJobs({ ...context, targets: await explainRefusals(targets, machines, flyctl) });
}

function jobCheck({ job, verdict, rows, counted }: JobVerdict, nowMs: number): Check {
  const base = { name: `job:${job}`, verdict } as const;
  if (counted !== undefined) {
    const age = formatDuration(Math.max(0, nowMs - counted.oldestScrapeMs));
    const evidence = `${counted.up} of ${counted.up} targets up, each scraped within ${age} (by counting)`;
    return { ...base, blame: 'app', evidence, hint: '' };
  }
  const failed = rows.filter((row) => row.verdict === 'fail');
  const worst = worstOf(failed);
  if (worst?.failure !== undefined) {
    const { blame, hint } = failureFacts[worst.failure];
    return { ...base, blame, hint, evidence: listed(failed.map(rowWords)) };
  }
  const asleep = rows.filter(({ health }) => health === 'asleep').length;
  const sleepers = asleep === 0 ? '' : `, ${asleep} asleep`;
  if (verdict === 'pass') {
    const up = rows.length - asleep;
    const oldest = Math.min(...rows.map(({ lastScrapeMs }) => lastScrapeMs ?? Number.POSITIVE_INFINITY));
    const evidence = `${up} of ${up} targets up${sleepers}, each scraped within ${formatDuration(Math.max(0, nowMs - oldest))}`;
    return { ...base, blame: 'app', evidence, hint: '' };
  }
  const hint = 'Send the app a request and run again, or set min_machines_running = 1 in fly.toml.';
  return { ...base, blame: 'app', evidence: `nothing to look at${sleepers}`, hint };
}

/** What is the app's outweighs the rest: it decides whether the app is put back. */
function worstOf(rows: readonly TargetRow[]): TargetRow | undefined {
  return rows.find(({ failure }) => failure !== undefined && failureFacts[failure].blame === 'app') ?? rows[0];
}

function rowWords({ instance, machineId, error }: TargetRow): string {
  const where = [instance, machineId === undefined ? '' : `(machine ${machineId})`]
    .filter((part) => part !== '')
    .join(' ');
  return where === '' ? error : `${where}: ${error}`;
}
