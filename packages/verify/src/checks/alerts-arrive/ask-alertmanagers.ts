import { formatDuration } from '@fly-monitoring/kit';
import { describeFailure, type Exposition, receivedAlerts } from '@fly-monitoring/prometheus';
import type { Verdict } from '../../check.js';
import type { CheckContext, CheckResult } from '../../check-module.js';
import { askOwnMetrics } from '../../targets/own-metrics.js';
import { base } from './identity.js';
import { type DeadMan, judgeReceived, type Received } from './judge-received.js';

export interface Sent {
  readonly deadMan: DeadMan;
  /** As long as a lost alert needs to be sent again, and no longer. */
  readonly patienceMs: number;
}

/** Waiting may change everything but a pass and a skip. */
export function arrived(verdict: Verdict, evidence: string, hint: string): CheckResult {
  const checks = [{ ...base, verdict, evidence, hint } as const];
  return { checks, isPending: verdict === 'fail' || verdict === 'inconclusive' };
}

/** Is the alert in one of them, and did this process send it? */
export async function askAlertmanagers(
  context: CheckContext,
  addresses: readonly string[],
  { deadMan, patienceMs }: Sent,
): Promise<CheckResult> {
  const mostAgeMs = Math.min(patienceMs, await processAgeMs(context));
  const answers = await Promise.all(addresses.map((url) => receivedAlerts(context.tools.http, url)));
  const received = answers.flatMap((one) =>
    one.kind === 'ok' ? [judgeReceived({ deadMan, alerts: one.value, nowMs: one.dateMs, mostAgeMs })] : [],
  );
  const best = nearestFirst.map((kind) => received.find((one) => one.kind === kind)).find((one) => one !== undefined);
  if (best === undefined) return fromCounters(context, addresses);
  const where = `the Alertmanager at ${addresses.join(', ')}`;
  const seen = `${deadMan.name} fires in Prometheus and ${receivedWords(best)} ${where}`;
  if (best.kind === 'fresh') return arrived('pass', seen, '');
  const hint = 'Look at the log of Prometheus for "Error sending alerts", and at alert_relabel_configs.';
  return arrived('fail', seen, hint);
}

const nearestFirst = ['fresh', 'stale', 'foreign', 'absent'] as const;

function receivedWords(received: Received): string {
  switch (received.kind) {
    case 'fresh':
      return 'is in';
    case 'stale':
      return `was last sent ${formatDuration(received.ageMs)} ago, which is too long or before this process, to`;
    case 'foreign':
      return `only one with ${received.label}="${received.value}", which another Prometheus sent, is in`;
    case 'absent':
      return 'is not in';
  }
}

/** What an earlier process sent proves nothing about this one, and stays in the Alertmanager for minutes. */
async function processAgeMs({ api, nowMs, server }: CheckContext): Promise<number> {
  const runtime = await api.runtimeInfo();
  const startMs = (runtime.kind === 'ok' ? runtime.value.startTimeMs : undefined) ?? 0;
  return nowMs + (server.clockSkewMs ?? 0) - startMs;
}

/** Notifications of a Prometheus to all its Alertmanagers. */
interface Notifications {
  readonly sent: number;
  readonly failed: number;
}

/** An Alertmanager in a private network cannot be asked from here; Prometheus knows whether it took what it got. */
async function fromCounters(context: CheckContext, addresses: readonly string[]): Promise<CheckResult> {
  const first = await context.ownMetrics();
  const second = await askOwnMetrics(context.api);
  if (first.kind !== 'ok') return arrived('inconclusive', describeFailure(first), 'Run again.');
  if (second.kind !== 'ok') return arrived('inconclusive', describeFailure(second), 'Run again.');
  const { sent, failed } = fewestDelivered(notificationsOf(first.value), notificationsOf(second.value));
  const where = `the Alertmanager at ${addresses.join(', ')} cannot be asked from here`;
  if (failed > 0 && failed >= sent) {
    const hint = 'Look at the log of Prometheus for "Error sending alerts".';
    return arrived('fail', `${failed} of ${sent} notifications failed; ${where}`, hint);
  }
  if (sent > 0) {
    return arrived('skipped', `${where}; Prometheus sent it ${sent} notifications, ${failed} failed`, '');
  }
  return arrived('inconclusive', `no notification was sent yet; ${where}`, 'Run again, or raise input "timeout".');
}

/**
 * Prometheus counts a failure and what was sent one after the other, and reads its counters one after the other too:
 * an answer from between them shows one more sent than failed, which would pass for a delivery.
 */
function fewestDelivered(first: Notifications, second: Notifications): Notifications {
  return first.sent - first.failed < second.sent - second.failed ? first : second;
}

function notificationsOf(metrics: Exposition): Notifications {
  return {
    sent: totalOf(metrics, 'prometheus_notifications_sent_total'),
    failed: totalOf(metrics, 'prometheus_notifications_errors_total'),
  };
}

function totalOf({ families }: Exposition, name: string): number {
  return families.find((family) => family.name === name)?.samples.reduce((sum, { value }) => sum + value, 0) ?? 0;
}
