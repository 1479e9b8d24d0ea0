import { errorCodes, formatDuration } from '@fly-monitoring/kit';
import {
  type Blame,
  type Check,
  describeFailure,
  type Failure,
  failureFacts,
  isFinal,
  type JobVerdict,
  type TargetRow,
} from '@fly-monitoring/prometheus';
import type { FlyMachines } from './machines.js';
import type { Look } from './observer.js';
import type { PanelResult, ServerSeen } from './outcome.js';

export interface Evidence {
  readonly server: ServerSeen;
  readonly look: Look;
  readonly panels: readonly PanelResult[];
  readonly nowMs: number;
}

/** All checks in the order of the chain. */
export function checksOf({ server, look, panels, nowMs }: Evidence): readonly Check[] {
  if (look.kind === 'unanswered') return [unansweredCheck(look.failure)];
  const { targets, machines, labelSets, samples } = look;
  const serverNowMs = nowMs + (server.clockSkewMs ?? 0);
  return [
    serverCheck(server),
    machinesCheck(machines),
    ...targets.jobs.map((job) => jobCheck(job, serverNowMs)),
    labelSets,
    samples,
    panelsCheck(panels),
  ];
}

/** More than this between two clocks is worth a word; it is corrected anyway. */
const toldSkewMs = 2_000;

function serverCheck({ address, version, clockSkewMs = 0 }: ServerSeen): Check {
  const skew = Math.abs(clockSkewMs) < toldSkewMs ? '' : `; its clock is ${skewWords(clockSkewMs)} this one, corrected`;
  const evidence = `Prometheus ${version ?? ''} is ready at ${address}${skew}`;
  return { name: 'prometheus', verdict: 'pass', blame: 'monitoring', evidence, hint: '' };
}

function skewWords(ms: number): string {
  return `${formatDuration(Math.abs(ms))} ${ms > 0 ? 'ahead of' : 'behind'}`;
}

/** What a final answer proves wrong is a failure; silence is not. */
function unansweredCheck(failure: Failure): Check {
  const blame: Blame = failure.kind === 'unreachable' ? 'network' : 'monitoring';
  const verdict = isFinal(failure) ? 'fail' : 'inconclusive';
  return { name: 'prometheus', verdict, blame, evidence: describeFailure(failure), hint: nextStep(failure) };
}

function nextStep(failure: Failure): string {
  switch (failure.kind) {
    case 'refused':
      return errorCodes.PROMETHEUS_REFUSED.next;
    case 'not-ready':
      return errorCodes.PROMETHEUS_NOT_READY.next.replace('ready-timeout', 'timeout');
    case 'unreachable':
      return failure.reason === 'tls' ? errorCodes.NETWORK_UNREACHABLE.next : errorCodes.PROMETHEUS_UNREACHABLE.next;
    case 'not-found':
    case 'unexpected':
      return 'prometheus-url must be the address of Prometheus itself, with its path prefix if it has one.';
    case 'error':
      return 'Look at the log of Prometheus; it refuses what it was asked.';
  }
}

function machinesCheck(machines: FlyMachines): Check {
  const base = { name: 'machines', blame: 'network', hint: '' } as const;
  switch (machines.kind) {
    case 'not-asked': {
      const hint = 'Give fly-api-token (FLY_API_TOKEN) to have each machine counted.';
      const evidence = `${machines.reason}, so stopped machines, which DNS leaves out, cannot be missed`;
      return { ...base, verdict: 'skipped', evidence, hint };
    }
    case 'failed':
      return { ...base, verdict: 'inconclusive', evidence: machines.reason, hint: machines.hint };
    case 'known': {
      if (machines.byApp.size === 0) {
        return { ...base, verdict: 'skipped', evidence: 'no job is counted by the machines of a Fly app' };
      }
      const counts = [...machines.byApp].map(([app, list]) => {
        const started = list.filter(({ state }) => state === 'started').length;
        return `${app}: ${list.length} machines, ${started} started`;
      });
      return { ...base, verdict: 'pass', evidence: counts.join('; ') };
    }
  }
}

function jobCheck({ job, verdict, rows }: JobVerdict, nowMs: number): Check {
  const base = { name: `job:${job}`, verdict } as const;
  const failed = rows.filter((row) => row.verdict === 'fail');
  const worst = worstOf(failed);
  if (worst?.failure !== undefined) {
    return { ...base, ...failureFactsOf(worst.failure), evidence: listed(failed.map(rowWords)) };
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

function failureFactsOf(failure: NonNullable<TargetRow['failure']>): Pick<Check, 'blame' | 'hint'> {
  const { blame, hint } = failureFacts[failure];
  return { blame, hint };
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

const mostListed = 3;

function listed(items: readonly string[]): string {
  const more = items.length > mostListed ? `; and ${items.length - mostListed} more` : '';
  return `${items.slice(0, mostListed).join('; ')}${more}`;
}

function panelsCheck(panels: readonly PanelResult[]): Check {
  const base = { name: 'panels', blame: 'dashboards' } as const;
  if (panels.length === 0)
    return { ...base, verdict: 'skipped', evidence: 'no dashboard with panels was found', hint: '' };
  const wrong = panels.filter(({ state }) => state.kind === 'error');
  if (wrong.length > 0) {
    const evidence = listed(wrong.map(panelWords));
    return {
      ...base,
      verdict: 'fail',
      evidence,
      hint: 'Correct the query in the dashboard; Prometheus says what is wrong with it.',
    };
  }
  const unasked = panels.filter(({ state }) => state.kind === 'unasked');
  if (unasked.length > 0) {
    const hint = 'Run again when Prometheus answers queries.';
    return { ...base, verdict: 'inconclusive', blame: 'monitoring', evidence: listed(unasked.map(panelWords)), hint };
  }
  return { ...base, verdict: 'pass', evidence: panelCounts(panels), hint: '' };
}

function panelWords({ panel, state }: PanelResult): string {
  return `${panel.dashboard}, "${panel.panel}" ${panel.refId}: ${'detail' in state ? state.detail : state.kind}`;
}

const stateWords = [
  ['data', 'show data'],
  ['zero', 'show 0'],
  ['nan', 'show NaN'],
  ['empty', 'are empty'],
] as const;

export function panelCounts(panels: readonly PanelResult[]): string {
  const counts = stateWords.map(
    ([kind, words]) => [panels.filter(({ state }) => state.kind === kind).length, words] as const,
  );
  const told = counts.filter(([count]) => count > 0).map(([count, words]) => `${count} ${words}`);
  return `${panels.length} queries: ${told.join(', ')}`;
}
