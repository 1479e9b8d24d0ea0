import { type Flyctl, openTunnel } from '@fly-monitoring/fly';
import {
  formatDuration,
  type StageTools,
  SuiteError,
  type WaitOutcome,
  type WaitPlan,
  waitUntil,
} from '@fly-monitoring/kit';
import { describeFailure, type PrometheusAuth, prometheusApi } from '@fly-monitoring/prometheus';
import type { Access } from './settings.js';

/** Where Prometheus listens in its machine. */
const prometheusPort = 9090;

export interface ReadyQuestion {
  readonly app: string;
  readonly access: Access;
  /** The public address; empty when there is none. */
  readonly url: string;
  readonly auth: PrometheusAuth | undefined;
  readonly budgetMs: number;
}

/**
 * Waits until Prometheus is ready, which Fly's check does not tell, and proves that a protected one refuses strangers:
 * an empty list of users is a valid configuration without any password.
 * @throws SuiteError PROMETHEUS_NOT_READY, PROMETHEUS_REFUSED or PROMETHEUS_OPEN
 */
export async function waitForPrometheus(flyctl: Flyctl, question: ReadyQuestion, tools: StageTools): Promise<void> {
  if (question.access === 'private') return waitThroughTunnel(flyctl, question, tools);
  await waitUntilReady(question, tools);
  if (question.access === 'protected') await proveRefusal(question, tools);
}

async function waitThroughTunnel(flyctl: Flyctl, question: ReadyQuestion, tools: StageTools): Promise<void> {
  const { app, budgetMs } = question;
  const tunnel = await openTunnel(flyctl, tools, { app, remotePort: prometheusPort, budgetMs });
  try {
    await waitUntilReady({ ...question, url: tunnel.url }, tools);
  } finally {
    await tunnel.close();
  }
}

function plan(budgetMs: number): WaitPlan {
  return { budgetMs, firstDelayMs: 500, maxDelayMs: 5_000, factor: 1.5 };
}

async function waitUntilReady(question: ReadyQuestion, { http, clock }: StageTools): Promise<void> {
  const { url, auth, budgetMs } = question;
  const api = prometheusApi({ http, baseUrl: url, auth });
  const outcome = await waitUntil(clock, plan(budgetMs), async () => {
    const answer = await api.ready();
    if (answer.kind === 'ok') return { kind: 'done', value: undefined };
    // Anything else may come from the edge, while it learns of a new machine or address.
    return { kind: answer.kind === 'refused' ? 'final' : 'retry', observed: describeFailure(answer) };
  });
  if (outcome.kind !== 'done') throw notReady(question, outcome);
}

type NotDone = Exclude<WaitOutcome<unknown>, { readonly kind: 'done' }>;

function notReady({ app, budgetMs }: ReadyQuestion, outcome: NotDone): SuiteError {
  if (outcome.kind === 'final') {
    return new SuiteError({
      code: 'PROMETHEUS_REFUSED',
      message: `Prometheus of "${app}" refused the user and password that it was deployed with (${outcome.last}).`,
      hint: `Set "force: true" once to deploy again; "fly secrets list -a ${app}" must show PROMETHEUS_BASIC_AUTH as deployed.`,
    });
  }
  return new SuiteError({
    code: 'PROMETHEUS_NOT_READY',
    message: `Prometheus of "${app}" was not ready within ${formatDuration(budgetMs)} (${outcome.attempts} attempts, last: ${outcome.last}).`,
    hint: `Look at "fly logs -a ${app}"; replaying a large write-ahead log takes minutes: raise ready-timeout.`,
  });
}

/** The same machine has just answered with the password; what is waited for is only a lost connection. */
const refusalBudgetMs = 30_000;

async function proveRefusal({ app, url }: ReadyQuestion, { http, clock }: StageTools): Promise<void> {
  const stranger = prometheusApi({ http, baseUrl: url });
  const outcome = await waitUntil(clock, plan(refusalBudgetMs), async () => {
    const answer = await stranger.ready();
    if (answer.kind === 'refused') return { kind: 'done', value: undefined };
    if (answer.kind === 'ok') return { kind: 'final', observed: `200 from ${url}/-/ready` };
    return { kind: 'retry', observed: describeFailure(answer) };
  });
  if (outcome.kind === 'done') return;
  throw new SuiteError({
    code: outcome.kind === 'final' ? 'PROMETHEUS_OPEN' : 'PROMETHEUS_NOT_READY',
    message: `It could not be proved that Prometheus of "${app}" refuses a request without a password (last: ${outcome.last}).`,
    hint: `Look at "fly logs -a ${app}": the image must honour PROMETHEUS_ACCESS and PROMETHEUS_BASIC_AUTH. Until then run with access "private".`,
  });
}
