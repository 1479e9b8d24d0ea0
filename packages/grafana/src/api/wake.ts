import { type Attempt, formatDuration, SuiteError, waitUntil } from '@fly-monitoring/kit';
import { textIn } from '../json.js';
import { type GrafanaFailure, isTemporary } from './answer.js';
import { classify } from './classify.js';
import { explainFailure } from './explain.js';
import { type GrafanaEdges, organisationHeader } from './transport.js';
import { shortly, WaitingForGrafana } from './waiting.js';

export interface AwakeGrafana {
  /** For example 12.4.3; for people only, because Grafana may hide it. */
  readonly version: string;
}

export interface WakePlan {
  readonly url: string;
  readonly orgId?: number | undefined;
  readonly budgetMs: number;
  /** Called when the waiting begins, and now and then while it lasts. */
  tell(line: string): void;
}

const hiddenVersion = '(version hidden)';
const pollMs = 2_000;
/** No answer at all is waited for less patiently than a stack that says it is loading. */
const maxSilentTries = 4;

const notGrafana =
  'Open the address in a browser. It must be the address of the Grafana itself, such as https://<stack>.grafana.net, not grafana.com and not a Prometheus address.';
const behindPassword =
  'GET /api/health needs no token: something before Grafana asks for a password. Let requests with an Authorization header of Grafana through to /api, or give the address behind it.';

/**
 * Waits until Grafana answers. A paused Grafana Cloud stack answers 503 "Loading" and is woken by its login page:
 * asking /api/health alone leaves it asleep.
 * @throws SuiteError GRAFANA_UNREACHABLE
 */
export async function wakeGrafana(edges: GrafanaEdges, plan: WakePlan): Promise<AwakeGrafana> {
  const { http, clock } = edges;
  const { url, orgId, budgetMs, tell } = plan;
  const headers = organisationHeader(orgId);
  const waiting = new WaitingForGrafana({ startedAtMs: clock.now(), budgetMs, tell });
  let woken = false;
  let failure: GrafanaFailure | undefined;
  const outcome = await waitUntil(
    clock,
    { budgetMs, firstDelayMs: pollMs, maxDelayMs: 10_000, factor: 1.5 },
    async (tries): Promise<Attempt<AwakeGrafana>> => {
      const answer = classify(await http.send({ url: `${url}/api/health`, headers }), `GET ${url}/api/health`);
      failure = answer.kind === 'ok' ? undefined : answer;
      if (answer.kind === 'ok') return healthOf(answer.value);
      if (!isWorthWaiting(answer, tries)) return { kind: 'final', observed: shortly(answer) };
      waiting.saw(answer, clock.now());
      if (answer.kind === 'asleep' && !woken) {
        woken = true;
        await openLoginPage(edges, plan);
      }
      return { kind: 'retry', observed: shortly(answer) };
    },
  );
  if (outcome.kind === 'done') return outcome.value;
  throw unreachable(plan, outcome, failure);
}

/** What wakes a paused Grafana Cloud stack; what the page says does not matter. */
export async function openLoginPage(
  { http }: Pick<GrafanaEdges, 'http'>,
  { url, orgId }: Pick<WakePlan, 'url' | 'orgId'>,
): Promise<void> {
  await http.send({ url: `${url}/login?disableAutoLogin=true`, headers: organisationHeader(orgId) });
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

interface Spent {
  readonly attempts: number;
  readonly last: string;
  readonly budgetMs?: number;
}

function unreachable({ url }: WakePlan, spent: Spent, failure: GrafanaFailure | undefined): SuiteError {
  const { attempts, last, budgetMs } = spent;
  const budget = budgetMs === undefined ? '' : ` within ${formatDuration(budgetMs)}`;
  return new SuiteError({
    code: 'GRAFANA_UNREACHABLE',
    isTemporary: failure !== undefined && isTemporary(failure),
    message: `Grafana at ${url} did not become ready${budget} (${attempts} attempts, last: ${last}).`,
    hint: hintFor(failure),
  });
}

function hintFor(failure: GrafanaFailure | undefined): string {
  if (failure?.kind === 'unauthorized') return behindPassword;
  const isOther = failure === undefined || failure.kind === 'not-found' || failure.kind === 'refused';
  const isPage = failure?.kind === 'not-grafana' && failure.redirect === undefined && failure.status !== 403;
  return isOther || isPage ? notGrafana : explainFailure(failure).hint;
}
