import type { Labels, Series } from '@fly-monitoring/prometheus';
import type { Check } from '../../check.js';
import { base } from './identity.js';

export interface AlertsEvidence {
  /** Firing now. */
  readonly now: readonly Series[];
  /** Firing before the deploy. */
  readonly before: readonly Series[];
  /** Values of the label `job` whose alerts the app answers for. */
  readonly jobs: readonly string[];
}

/** What is asked now, and at the time before the deploy. */
export const criticalAlertsQuery = 'ALERTS{alertstate="firing",severity="critical"}';

/** They fire by design: their silence is the alarm. */
const alwaysFiring: ReadonlySet<string> = new Set(['Watchdog', 'DeadMansSwitch', 'InfoInhibitor']);

/** Critical alerts are a failure when they began with the deploy. */
export function judgeAlerts({ now, before, jobs }: AlertsEvidence): Check {
  const known = new Set(before.map(({ labels }) => keyOf(labels)));
  const firing = now.map(({ labels }) => labels).filter((labels) => !alwaysFiring.has(labels['alertname'] ?? ''));
  const fresh = firing.filter((labels) => !known.has(keyOf(labels)));
  if (fresh.length === 0) return { ...base, verdict: 'pass', evidence: calm(firing), hint: '' };
  const isOfApp = fresh.some((labels) => jobs.includes(labels['job'] ?? labels['service'] ?? ''));
  const evidence = `firing since the deploy: ${fresh.map(alertWords).join('; ')}`;
  const hint = 'Look at the alert in Prometheus (/alerts); its summary says what to do.';
  return { ...base, blame: isOfApp ? 'app' : 'monitoring', verdict: 'fail', evidence, hint };
}

function calm(firing: readonly Labels[]): string {
  if (firing.length === 0) return 'no critical alert fires';
  return `no critical alert began with the deploy; firing before already: ${firing.map(alertWords).join('; ')}`;
}

function alertWords(labels: Labels): string {
  const { alertname = 'an alert', ...others } = labels;
  const shownOnes = Object.entries(others).filter(([name]) => !['__name__', 'alertstate', 'severity'].includes(name));
  return shownOnes.length === 0
    ? alertname
    : `${alertname} {${shownOnes.map(([name, value]) => `${name}="${value}"`).join(', ')}}`;
}

function keyOf(labels: Labels): string {
  return JSON.stringify(Object.entries(labels).sort());
}
