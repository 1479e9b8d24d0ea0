import { type Attempt, formatDuration, SuiteError, waitUntil } from '@fly-monitoring/kit';
import { textIn } from '../json.js';
import { type GrafanaFailure, isTemporary } from './answer.js';
import { classify } from './classify.js';
import { type GrafanaEdges, organisationHeader } from './transport.js';

export interface AwakeGrafana {
  /** For example 12.4.3; for people only, because Grafana may hide it. */
  readonly version: string;
}

export interface WakePlan {
  readonly url: string;
  readonly orgId?: number | undefined;
  readonly budgetMs: number;
  /** Called once, when the stack turns out to be paused. */
  readonly onSleeping: () => void;
}

const hiddenVersion = '(version hidden)';
const pollMs = 2_000;
/** No answer at all is waited for less patiently than a stack that says it is loading. */
const maxSilentTries = 4;

/**
 * Waits until Grafana answers. A paused Grafana Cloud stack answers 503 "Loading" and is woken by its login page:
 * asking /api/health alone leaves it asleep.
 * @throws SuiteError GRAFANA_UNREACHABLE
 */
export async function wakeGrafana({ http, clock }: GrafanaEdges, plan: WakePlan): Promise<AwakeGrafana> {
  const headers = organisationHeader(plan.orgId);
  let woken = false;
  let mayPass = false;
  const outcome = await waitUntil(
    clock,
    { budgetMs: plan.budgetMs, firstDelayMs: pollMs, maxDelayMs: 10_000, factor: 1.5 },
    async (tries): Promise<Attempt<AwakeGrafana>> => {
      const request = `GET ${plan.url}/api/health`;
      const answer = classify(await http.send({ url: `${plan.url}/api/health`, headers }), request);
      mayPass = answer.kind !== 'ok' && isTemporary(answer);
      if (answer.kind === 'ok') return healthOf(answer.value);
      if (answer.kind === 'asleep' && !woken) {
        woken = true;
        plan.onSleeping();
        await http.send({ url: `${plan.url}/login?disableAutoLogin=true`, headers });
      }
      return { kind: isWorthWaiting(answer, tries) ? 'retry' : 'final', observed: seen(answer) };
    },
  );
  if (outcome.kind === 'done') return outcome.value;
  throw unreachable(plan, { ...outcome, mayPass });
}

function healthOf(body: unknown): Attempt<AwakeGrafana> {
  // With hide_version (section auth.anonymous) Grafana answers {"database":"ok"} alone: pkg/api/http_server.go.
  const version = textIn(body, 'version') ?? (textIn(body, 'database') === undefined ? undefined : hiddenVersion);
  if (version === undefined) return { kind: 'final', observed: 'JSON without a version, so it is not Grafana' };
  return { kind: 'done', value: { version } };
}

function isWorthWaiting(failure: GrafanaFailure, tries: number): boolean {
  return isTemporary(failure) && (failure.kind !== 'unreachable' || tries < maxSilentTries);
}

function seen({ kind, status, message }: GrafanaFailure): string {
  if (kind === 'asleep') return '503, the stack is still loading';
  return status === 0 ? message : `${status} ${message}`.trim();
}

interface Spent {
  readonly attempts: number;
  readonly last: string;
  readonly budgetMs?: number;
  readonly mayPass: boolean;
}

function unreachable({ url }: WakePlan, { attempts, last, budgetMs, mayPass }: Spent): SuiteError {
  const budget = budgetMs === undefined ? '' : ` within ${formatDuration(budgetMs)}`;
  return new SuiteError({
    code: 'GRAFANA_UNREACHABLE',
    isTemporary: mayPass,
    message: `Grafana at ${url} did not become ready${budget} (${attempts} attempts, last: ${last}).`,
    hint: 'Open the address in a browser. It must be the address of the Grafana itself, such as https://<stack>.grafana.net, not grafana.com and not a Prometheus address.',
  });
}
