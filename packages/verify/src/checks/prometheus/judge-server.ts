import { type Annotation, formatDuration } from '@fly-monitoring/kit';
import { type Answer, type BuildInfo, describeFailure, type RuntimeInfo } from '@fly-monitoring/prometheus';
import type { Check } from '../../check.js';
import type { CheckResult } from '../../check-module.js';
import type { ServerSeen } from '../../server-seen.js';
import { base } from './identity.js';
import { fulfilsVersion } from './version-wish.js';

/** Which version it must be, in the words of who says so; or why any will do. */
export type WantedVersion =
  | { readonly kind: 'one'; readonly version: string; readonly source: string; readonly file?: string }
  | { readonly kind: 'any'; readonly reason: string };

export interface WantedServer {
  readonly version: WantedVersion;
  /** When its deploy began. */
  readonly sinceMs: number | undefined;
}

export interface ServerEvidence {
  readonly server: ServerSeen;
  readonly runtime: Answer<RuntimeInfo>;
  readonly build: Answer<BuildInfo>;
}

/** More than this between two clocks is worth a word; it is corrected anyway. */
const toldSkewMs = 2_000;
/** Both clocks are read over a network. */
const startToleranceMs = 2_000;

type Judged = Pick<Check, 'verdict' | 'evidence' | 'hint'>;

/** The process first: another version than the pinned one is no news of a process that is about to be replaced. */
export function judgeServer(evidence: ServerEvidence, wanted: WantedServer): CheckResult {
  const process = judgeProcess(evidence, wanted);
  const judged = process.verdict === 'fail' ? process : judgeVersion(evidence, wanted.version, process);
  const isFinal = process.verdict === 'pass' && judged.verdict === 'fail';
  return {
    checks: [{ ...base, ...judged }],
    isPending: !isFinal,
    report: {
      json: { version: versionReport(evidence, wanted.version) },
      annotations: isFinal ? wrongVersion(judged, wanted.version) : [],
    },
  };
}

function judgeProcess({ server, runtime, build }: ServerEvidence, { sinceMs }: WantedServer): Judged {
  const skewMs = server.clockSkewMs ?? 0;
  const skew = Math.abs(skewMs) < toldSkewMs ? '' : `; its clock is ${skewWords(skewMs)} this one, corrected`;
  const version = build.kind === 'ok' ? build.value.version : (server.version ?? '');
  const words = `Prometheus ${version} is ready at ${server.address}`;
  if (runtime.kind !== 'ok') {
    // Other engines that speak its language do not have this page.
    const isNeeded = sinceMs !== undefined || runtime.kind !== 'not-found';
    const evidence = `${words}${skew}; its start is not known: ${describeFailure(runtime)}`;
    return { verdict: isNeeded ? 'inconclusive' : 'pass', evidence, hint: isNeeded ? 'Run again.' : '' };
  }
  const { startTimeMs, reloadConfigSuccess } = runtime.value;
  const evidence = `${words}, started ${startTimeMs === undefined ? 'at an unknown time' : iso(startTimeMs)}${skew}`;
  if (!reloadConfigSuccess) {
    const hint = 'The last change of its configuration was refused, and it runs with the one before: look at its log.';
    return { verdict: 'fail', evidence: `${evidence}, but it could not load its configuration`, hint };
  }
  if (sinceMs !== undefined && (startTimeMs ?? 0) < sinceMs + skewMs - startToleranceMs) {
    const hint =
      'The process from before the deploy still answers: look at "fly status" and "fly logs" of the monitoring app.';
    return { verdict: 'fail', evidence: `${evidence}, before its deploy began at ${iso(sinceMs)}`, hint };
  }
  return { verdict: 'pass', evidence, hint: '' };
}

function judgeVersion({ build }: ServerEvidence, wanted: WantedVersion, process: Judged): Judged {
  const { evidence } = process;
  if (wanted.kind === 'any') return { ...process, evidence: `${evidence}; ${wanted.reason}` };
  const wish = `${wanted.source} ${wanted.version}`;
  if (build.kind !== 'ok') {
    const unknown = `${evidence}; ${wish}, and its version is not known: ${describeFailure(build)}`;
    return { verdict: 'inconclusive', evidence: unknown, hint: 'Run again.' };
  }
  if (fulfilsVersion(build.value.version, wanted.version)) return { ...process, evidence: `${evidence}, as ${wish}` };
  return { verdict: 'fail', evidence: `${evidence}, but ${wish}`, hint: versionHint(wanted.file) };
}

function versionHint(file: string | undefined): string {
  const change = file === undefined ? 'correct prometheus-version' : `change the version in ${file}`;
  return `The image that runs is not the pinned one: deploy the monitoring app again, or ${change}. Where others upgrade the server, set prometheus-version to any.`;
}

/** Beside the line that pins it, where a file does. */
function wrongVersion({ evidence, hint }: Judged, wanted: WantedVersion): readonly Annotation[] {
  if (wanted.kind === 'any' || wanted.file === undefined) return [];
  const message = `${base.name}: ${evidence}\nNext: ${hint}`;
  return [{ level: 'error', title: 'VERIFY_FAILED', message, check: base.name, place: { file: wanted.file } }];
}

function versionReport({ build }: ServerEvidence, wanted: WantedVersion) {
  const seen = build.kind === 'ok' ? build.value.version : null;
  return { seen, wanted: wanted.kind === 'one' ? wanted.version : null };
}

function skewWords(ms: number): string {
  return `${formatDuration(Math.abs(ms))} ${ms > 0 ? 'ahead of' : 'behind'}`;
}

function iso(ms: number): string {
  return new Date(ms).toISOString();
}
