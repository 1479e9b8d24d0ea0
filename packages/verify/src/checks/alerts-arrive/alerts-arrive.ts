import { parseDuration } from '@fly-monitoring/kit';
import {
  type Answer,
  alertLabels,
  describeFailure,
  type Labels,
  type Rule,
  type RuleGroup,
} from '@fly-monitoring/prometheus';
import { type CheckContext, type CheckResult, checkModule } from '../../check-module.js';
import { arrived, askAlertmanagers } from './ask-alertmanagers.js';
import { base } from './identity.js';

/** An alert that fired before the Alertmanager was discovered is lost until Prometheus sends it again. */
const resendFlag = 'rules.alert.resend-delay';
const usualResendMs = 60_000;
/** Beyond the evaluation that sends it again. */
const sendingMs = 5_000;
/** Groups with longer intervals are not waited for. */
const mostPatienceMs = 5 * 60_000;
const alwaysFiring = /^\s*(vector\(\s*1\s*\)|1\s*==\s*1|absent\(\s*vector\(\s*0\s*\)\s*\)|up\s*>=\s*0)\s*$/;

/** "Firing" in Prometheus says nothing about anybody being told. */
export const alertsArrive = checkModule({
  ...base,
  inputs: {},
  prepare: () => ({ when: 'proved', needsQueries: true, extraMs: mostPatienceMs, start: () => findDeadMan }),
});

async function findDeadMan(context: CheckContext): Promise<CheckResult> {
  const [addresses, rules, config] = await Promise.all([
    context.api.alertmanagers(),
    context.api.rules(),
    context.loadedConfig(),
  ]);
  const isConfigured = config.kind === 'ok' && /^\s+alertmanagers:/m.test(config.value);
  if (addresses.kind === 'not-found' || (addresses.kind === 'ok' && addresses.value.length === 0 && !isConfigured)) {
    return arrived('skipped', 'no Alertmanager is configured', '');
  }
  if (addresses.kind !== 'ok') return arrived('inconclusive', describeFailure(addresses), 'Run again.');
  if (rules.kind !== 'ok') return arrived('inconclusive', describeFailure(rules), 'Run again.');
  if (addresses.value.length === 0) {
    const hint = 'Look at alerting.alertmanagers: its discovery finds nothing.';
    return arrived('fail', 'alerting is configured, and Prometheus knows no Alertmanager', hint);
  }
  const found = deadManOf(rules.value);
  if (found === undefined) {
    return arrived('skipped', 'no alert fires always (expr: vector(1)), so nothing shows that alerts arrive', '');
  }
  const patienceMs = Math.min(resendMs(context) + found.group.intervalMs + sendingMs, mostPatienceMs);
  const deadMan = { name: found.rule.name, externalLabels: sentLabels(found.rule, config) };
  const result = await askAlertmanagers(context, addresses.value, { deadMan, patienceMs });
  return { ...result, isPending: (context.provedForMs ?? 0) < patienceMs };
}

function deadManOf(groups: readonly RuleGroup[]): { readonly group: RuleGroup; readonly rule: Rule } | undefined {
  const rules = groups.flatMap((group) => group.rules.map((rule) => ({ group, rule })));
  return rules.find(({ rule: { type, query } }) => type === 'alerting' && alwaysFiring.test(query));
}

function resendMs({ server }: CheckContext): number {
  return parseDuration(server.flags[resendFlag] ?? '') ?? usualResendMs;
}

/** An alert's own labels win over external ones. */
function sentLabels(rule: Rule, config: Answer<string>): Labels {
  const labels = config.kind === 'ok' ? alertLabels(config.value) : {};
  return Object.fromEntries(Object.entries(labels).filter(([name]) => !(name in rule.labels)));
}
