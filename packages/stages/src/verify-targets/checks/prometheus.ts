import { join } from 'node:path';
import { type Annotation, formatDuration, text } from '@fly-monitoring/kit';
import { type Answer, type Check, describeFailure, type RuntimeInfo } from '@fly-monitoring/prometheus';
import { type Asking, checkModule, type Finding, type Preparing } from '../check-module.js';
import type { ServerSeen } from '../outcome.js';
import { parseTime } from '../times.js';

const base = { name: 'prometheus', blame: 'monitoring' } as const;
/** More than this between two clocks is worth a word; it is corrected anyway. */
const toldSkewMs = 2_000;
/** Both clocks are read over a network. */
const startToleranceMs = 2_000;
const imageFile = 'Dockerfile.monitoring';

/** Is it the right server: ready, the version that is pinned, and the process that was just deployed? */
export const prometheus = checkModule({
  ...base,
  inputs: {
    'monitoring-since': text({
      help: 'When the deploy of Prometheus began, if it was deployed: its process must have started after it. RFC 3339 or Unix seconds.',
    }),
  },
  problems: ({ monitoringSince }) =>
    monitoringSince !== undefined && Number.isNaN(parseTime(monitoringSince))
      ? [
          `Input "monitoring-since" is "${monitoringSince}"; it must be a time such as 2026-01-31T10:00:00Z or 1769853600.`,
        ]
      : [],
  prepare: async ({ monitoringSince }, preparing) => {
    const pinned = await pinnedVersion(preparing);
    const sinceMs = monitoringSince === undefined ? undefined : parseTime(monitoringSince);
    return { when: 'end', start: () => (asking) => findServer(asking, { pinned, sinceMs }) };
  },
});

interface Wanted {
  readonly pinned: string | undefined;
  readonly sinceMs: number | undefined;
}

async function pinnedVersion({ files, workspace }: Preparing): Promise<string | undefined> {
  const dockerfile = (await files.readText(join(workspace, imageFile))) ?? '';
  return /^FROM\s+\S*prometheus:v?(\d+\.\d+\.\d+)/m.exec(dockerfile)?.[1];
}

async function findServer(asking: Asking, wanted: Wanted): Promise<Finding> {
  const runtime = await asking.api.runtimeInfo();
  const check = serverCheck(asking.server, runtime, wanted);
  return { checks: [check], isPending: true, told: { annotations: versionNotice(asking.server, wanted) } };
}

function serverCheck(server: ServerSeen, runtime: Answer<RuntimeInfo>, { sinceMs }: Wanted): Check {
  const skewMs = server.clockSkewMs ?? 0;
  const skew = Math.abs(skewMs) < toldSkewMs ? '' : `; its clock is ${skewWords(skewMs)} this one, corrected`;
  const words = `Prometheus ${server.version ?? ''} is ready at ${server.address}`;
  if (runtime.kind !== 'ok') {
    // Other engines that speak its language do not have this page.
    const isNeeded = sinceMs !== undefined || runtime.kind !== 'not-found';
    const evidence = `${words}${skew}; its start is not known: ${describeFailure(runtime)}`;
    return { ...base, verdict: isNeeded ? 'inconclusive' : 'pass', evidence, hint: isNeeded ? 'Run again.' : '' };
  }
  const { startTimeMs, reloadConfigSuccess } = runtime.value;
  const evidence = `${words}, started ${startTimeMs === undefined ? 'at an unknown time' : iso(startTimeMs)}${skew}`;
  if (!reloadConfigSuccess) {
    const hint = 'The last change of its configuration was refused, and it runs with the one before: look at its log.';
    return { ...base, verdict: 'fail', evidence: `${evidence}, but it could not load its configuration`, hint };
  }
  if (sinceMs !== undefined && (startTimeMs ?? 0) < sinceMs + skewMs - startToleranceMs) {
    const hint =
      'The process from before the deploy still answers: look at "fly status" and "fly logs" of the monitoring app.';
    return { ...base, verdict: 'fail', evidence: `${evidence}, before its deploy began at ${iso(sinceMs)}`, hint };
  }
  return { ...base, verdict: 'pass', evidence, hint: '' };
}

function versionNotice({ version }: ServerSeen, { pinned }: Wanted): readonly Annotation[] {
  if (pinned === undefined || version === undefined || pinned === version) return [];
  const message = `${imageFile} pins Prometheus ${pinned}, and ${version} answers.`;
  return [{ level: 'notice', title: 'Another version of Prometheus', message, place: { file: imageFile } }];
}

function skewWords(ms: number): string {
  return `${formatDuration(Math.abs(ms))} ${ms > 0 ? 'ahead of' : 'behind'}`;
}

function iso(ms: number): string {
  return new Date(ms).toISOString();
}
