import type { Labels, ReceivedAlert } from '@fly-monitoring/prometheus';

/** An alert that fires always. */
export interface DeadMan {
  readonly name: string;
  /** Which Prometheus sends along, such as environment; those of several share an Alertmanager. */
  readonly externalLabels: Labels;
}

export interface ReceivedEvidence {
  readonly deadMan: DeadMan;
  readonly alerts: readonly ReceivedAlert[];
  /** The Alertmanager's own clock, cut to whole seconds, so that no alert seems older than it is; undefined when it does not tell. */
  readonly nowMs: number | undefined;
  /** What came earlier than that was sent before the deploy, or is no longer sent. */
  readonly mostAgeMs: number;
}

export type Received =
  | { readonly kind: 'fresh' }
  /** An alert stays in the Alertmanager for minutes after the last time that somebody sent it. */
  | { readonly kind: 'stale'; readonly ageMs: number }
  /** Of that name there are only those of others. */
  | { readonly kind: 'foreign'; readonly label: string; readonly value: string }
  | { readonly kind: 'absent' };

/** Did this Prometheus' alert come, and lately? One of that name may be another's, or left over from before. */
export function judgeReceived({ deadMan, alerts, nowMs, mostAgeMs }: ReceivedEvidence): Received {
  const named = alerts.filter(({ labels }) => labels['alertname'] === deadMan.name);
  const own = named.filter(({ labels }) => strangeLabel(labels, deadMan) === undefined);
  const [newest] = own.map((alert) => ageOf(alert, nowMs)).sort((one, other) => one - other);
  if (newest !== undefined) {
    return newest <= mostAgeMs ? { kind: 'fresh' } : { kind: 'stale', ageMs: newest };
  }
  const [foreign] = named.flatMap(({ labels }) => strangeLabel(labels, deadMan) ?? []);
  return foreign === undefined ? { kind: 'absent' } : { kind: 'foreign', ...foreign };
}

/** What is not told cannot be held against it. */
function ageOf({ updatedMs }: ReceivedAlert, nowMs: number | undefined): number {
  return updatedMs === undefined || nowMs === undefined ? 0 : nowMs - updatedMs;
}

/** A label may have been dropped on its way; one with another value says that somebody else sent it. */
function strangeLabel(labels: Labels, { externalLabels }: DeadMan): { label: string; value: string } | undefined {
  for (const [label, wanted] of Object.entries(externalLabels)) {
    const value = labels[label];
    if (value !== undefined && value !== wanted) return { label, value };
  }
  return undefined;
}
