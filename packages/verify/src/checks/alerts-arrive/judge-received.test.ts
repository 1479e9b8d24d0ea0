import type { ReceivedAlert } from '@fly-monitoring/prometheus';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { judgeReceived } from './judge-received.js';

const nowMs = 1_000_000;
const deadMan = { name: 'Watchdog', externalLabels: { environment: 'production', replica: 'a' } };
const alert = (ageMs: number | undefined, labels: Readonly<Record<string, string>> = {}): ReceivedAlert => ({
  labels: { alertname: 'Watchdog', environment: 'production', ...labels },
  state: 'active',
  updatedMs: ageMs === undefined ? undefined : nowMs - ageMs,
});
const judge = (...alerts: readonly ReceivedAlert[]) => judgeReceived({ deadMan, alerts, nowMs, mostAgeMs: 20_000 });

describe('the dead-man’s alert in the Alertmanager', () => {
  test('came lately, also where a label was dropped on its way', () => {
    expect(judge(alert(0))).toEqual({ kind: 'fresh' });
    expect(judge(alert(20_000, { replica: 'a' }))).toEqual({ kind: 'fresh' });
  });

  test('came, where nobody tells when', () => {
    expect(judge(alert(undefined))).toEqual({ kind: 'fresh' });
    expect(judgeReceived({ deadMan, alerts: [alert(0)], nowMs: undefined, mostAgeMs: 0 })).toEqual({ kind: 'fresh' });
  });

  test('is left over from before', () => {
    expect(judge(alert(40_000), alert(30_000))).toEqual({ kind: 'stale', ageMs: 30_000 });
  });

  test('is another Prometheus’', () => {
    const staging = alert(0, { environment: 'staging' });
    expect(judge(staging)).toEqual({ kind: 'foreign', label: 'environment', value: 'staging' });
    expect(judge(staging, alert(30_000))).toMatchObject({ kind: 'stale' });
    expect(judge(staging, alert(1_000))).toEqual({ kind: 'fresh' });
  });

  test('is not there', () => {
    expect(judge()).toEqual({ kind: 'absent' });
    expect(judge(alert(0, { alertname: 'Other' }))).toEqual({ kind: 'absent' });
  });

  test('is not made fresh by the order of alerts, nor less fresh by one more', () => {
    const label = fc.constantFrom('production', 'staging');
    const any = fc
      .tuple(fc.integer({ min: 0, max: 60_000 }), label)
      .map(([age, environment]) => alert(age, { environment }));
    fc.assert(
      fc.property(fc.array(any), any, (alerts, one) => {
        const seen = judge(...alerts);
        expect(judge(...[...alerts].reverse()).kind).toBe(seen.kind);
        if (seen.kind === 'fresh') expect(judge(one, ...alerts).kind).toBe('fresh');
      }),
    );
  });
});
