import { expect, test } from '@jest/globals';
import { healthy, verify } from '../../../test/verify.js';

test('one failed look-up while the deploy settles is forgiven, after a clean window', async () => {
  const lookupFailures = (seconds: number) => (seconds < 5 ? 1 : 2);
  const { report, check, seconds } = await verify({ ...healthy, lookupFailures }, { 'stable-for': '15s' });
  expect(report.outputs['verdict']).toBe('pass');
  expect(check('ingestion')).toMatchObject({ verdict: 'pass', evidence: expect.stringContaining('counters') });
  expect(seconds()).toBeGreaterThanOrEqual(30);
});

test('look-ups that go on failing are red, and blame the network', async () => {
  const lookupFailures = (seconds: number) => Math.floor(seconds / 5);
  const { report, check, seconds } = await verify({ ...healthy, lookupFailures }, { 'stable-for': '15s' });
  expect(report.outputs).toMatchObject({ verdict: 'fail', 'checks-failed': '["ingestion"]', blames: '["network"]' });
  expect(check('ingestion')?.evidence).toContain('failed DNS look-ups (prometheus_sd_dns_lookup_failures_total)');
  expect(seconds()).toBeLessThan(40);
});
