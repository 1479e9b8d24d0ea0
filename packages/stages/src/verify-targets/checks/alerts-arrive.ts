import { parseDuration } from '@fly-monitoring/kit';
import {
  type Check,
  describeFailure,
  type Exposition,
  type RuleGroup,
  receivedAlerts,
} from '@fly-monitoring/prometheus';
import { type Asking, checkModule, type Finding } from '../check-module.js';

const base = { name: 'alerts-arrive', blame: 'monitoring' } as const;
/** An alert that fired before the Alertmanager was discovered is lost until Prometheus sends it again. */
const resendFlag = 'rules.alert.resend-delay';
const usualResendMs = 60_000;
/** For an evaluation and the sending. */
const sendingMs = 10_000;
const alwaysFiring = /^\s*(vector\(\s*1\s*\)|1\s*==\s*1|absent\(\s*vector\(\s*0\s*\)\s*\)|up\s*>=\s*0)\s*$/;

/** "Firing" in Prometheus says nothing about anybody being told. */
export const alertsArrive = checkModule({
  ...base,
  inputs: {},
  prepare: () => ({ when: 'proved', needsQueries: true, extraMs: usualResendMs + sendingMs, start: () => findDeadMan }),
});

async function findDeadMan(asking: Asking): Promise<Finding> {
  const [addresses, rules, config] = await Promise.all([
    asking.api.alertmanagers(),
    asking.api.rules(),
    asking.loadedConfig(),
  ]);
  const isConfigured = config.kind === 'ok' && /^\s+alertmanagers:/m.test(config.value);
  if (addresses.kind === 'not-found' || (addresses.kind === 'ok' && addresses.value.length === 0 && !isConfigured)) {
    return skipped('no Alertmanager is configured');
  }
  if (addresses.kind !== 'ok') return open('inconclusive', describeFailure(addresses), 'Run again.');
  if (rules.kind !== 'ok') return open('inconclusive', describeFailure(rules), 'Run again.');
  if (addresses.value.length === 0) {
    return open(
      'fail',
      'alerting is configured, and Prometheus knows no Alertmanager',
      'Look at alerting.alertmanagers: its discovery finds nothing.',
    );
  }
  const name = deadManOf(rules.value);
  if (name === undefined)
    return skipped('no alert fires always (expr: vector(1)), so nothing shows that alerts arrive');
  return askReceivers(asking, addresses.value, name);
}

function deadManOf(groups: readonly RuleGroup[]): string | undefined {
  const rules = groups.flatMap((group) => group.rules);
  return rules.find(({ type, query }) => type === 'alerting' && alwaysFiring.test(query))?.name;
}

/** Waits as long as a lost alert needs to be sent again, and no longer. */
async function askReceivers(asking: Asking, addresses: readonly string[], name: string): Promise<Finding> {
  const finding = await findReceived(asking, addresses, name);
  const resendMs = parseDuration(asking.server.flags[resendFlag] ?? '') ?? usualResendMs;
  return { ...finding, isPending: (asking.provedForMs ?? 0) < resendMs + sendingMs };
}

async function findReceived(asking: Asking, addresses: readonly string[], name: string): Promise<Finding> {
  const answers = await Promise.all(addresses.map((url) => receivedAlerts(asking.tools.http, url)));
  const isSeen = answers.some(
    (one) => one.kind === 'ok' && one.value.some(({ labels }) => labels['alertname'] === name),
  );
  if (isSeen) return { checks: [pass(`${name} is in the Alertmanager at ${addresses.join(', ')}`)] };
  if (answers.some(({ kind }) => kind === 'ok')) {
    const hint = 'Look at the log of Prometheus for "Error sending alerts", and at alert_relabel_configs.';
    return open('fail', `${name} fires in Prometheus and is not in the Alertmanager at ${addresses.join(', ')}`, hint);
  }
  return fromCounters(asking, addresses);
}

/** An Alertmanager in a private network cannot be asked from here; Prometheus knows whether it took what it got. */
async function fromCounters(asking: Asking, addresses: readonly string[]): Promise<Finding> {
  const metrics = await asking.ownMetrics();
  if (metrics.kind !== 'ok') return open('inconclusive', describeFailure(metrics), 'Run again.');
  const sent = totalOf(metrics.value, 'prometheus_notifications_sent_total');
  const errors = totalOf(metrics.value, 'prometheus_notifications_errors_total');
  const where = `the Alertmanager at ${addresses.join(', ')} cannot be asked from here`;
  if (errors > 0 && errors >= sent) {
    return open(
      'fail',
      `${errors} of ${sent} notifications failed; ${where}`,
      'Look at the log of Prometheus for "Error sending alerts".',
    );
  }
  if (sent > 0) return skipped(`${where}; Prometheus sent it ${sent} notifications, ${errors} failed`);
  return open('inconclusive', `no notification was sent yet; ${where}`, 'Run again, or raise timeout.');
}

function totalOf({ families }: Exposition, name: string): number {
  return families.find((family) => family.name === name)?.samples.reduce((sum, { value }) => sum + value, 0) ?? 0;
}

function pass(evidence: string): Check {
  return { ...base, verdict: 'pass', evidence, hint: '' };
}

function skipped(evidence: string): Finding {
  return { checks: [{ ...base, verdict: 'skipped', evidence, hint: '' }] };
}

function open(verdict: 'fail' | 'inconclusive', evidence: string, hint: string): Finding {
  return { checks: [{ ...base, verdict, evidence, hint }], isPending: true };
}
