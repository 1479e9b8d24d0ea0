import { describe, expect, test } from '@jest/globals';
import { healthy, up, verify } from '../../../test/verify.js';
import type { FakeTarget } from '../../../test/world.js';

/** Of the third target alone; the others are well. */
const withMail = (over: Partial<FakeTarget>) => ({
  ...healthy,
  targets: () => [up('web', '1'), up('web', '2'), { ...up('mail', '3'), ...over }],
});

describe('targets that are up, of which', () => {
  test('fresh samples are stored: one question for all of them', async () => {
    const { report, check, requests, seconds } = await verify(healthy);
    expect(report.outputs['verdict']).toBe('pass');
    expect(check('samples')?.evidence).toBe('fresh samples of 3 targets are stored');
    const asked = requests.map(({ body = '' }) => new URLSearchParams(body).get('query') ?? '');
    expect(asked.filter((expr) => /^count by \(job\) \(timestamp\(up\)|^scrape_samples/.test(expr))).toHaveLength(1);
    expect(seconds()).toBeLessThan(1);
  });

  test('one is not stored: it is named, monitoring is blamed, and the reason is what the server counts', async () => {
    const ownMetrics = 'prometheus_tsdb_wal_writes_failed_total 7\nprometheus_tsdb_wal_corruptions_total 0\n';
    const { report, check } = await verify({ ...withMail({ storedUntil: -1 }), ownMetrics });
    expect(report.outputs).toMatchObject({
      verdict: 'fail',
      'checks-failed': '["samples"]',
      blames: '["monitoring"]',
      'targets-up': '3',
    });
    expect(check('samples')?.evidence).toBe(
      'up, but not stored: mail [fdaa::3]:9100: no stored sample; since its start Prometheus counts 7 failed writes to the write-ahead log (prometheus_tsdb_wal_writes_failed_total)',
    );
  });

  test('one is not stored any more: found out within the soak, and a reason that nobody tells is not guessed', async () => {
    const { report, check } = await verify(withMail({ storedUntil: 0 }), { 'stable-for': '50s' });
    expect(report.outputs).toMatchObject({ 'checks-failed': '["samples"]', blames: '["monitoring"]' });
    expect(check('samples')?.evidence).toMatch(
      /^up, but not stored: mail \[fdaa::3\]:9100: its newest stored sample is \d+ s old; no counter of its TSDB tells why$/,
    );
  });

  test('times are those of a server whose clock is a day ahead', async () => {
    const { report } = await verify({ ...healthy, clockAhead: 86_400 }, { since: '2026-01-01T09:59:55Z' });
    expect(report.outputs['verdict']).toBe('pass');
  });

  test('one is stored a moment later: it is waited for, and green', async () => {
    const targets = (seconds: number) => withMail({ storedUntil: seconds < 3 ? -1 : seconds }).targets();
    const { report, seconds } = await verify({ ...healthy, targets });
    expect(report.outputs['verdict']).toBe('pass');
    expect(seconds()).toBeLessThan(5);
  });

  test('one keeps nothing of what it finds', async () => {
    const { report, check } = await verify(withMail({ samples: { found: 4, kept: 0 } }));
    expect(report.outputs).toMatchObject({ 'checks-failed': '["samples"]', blames: '["monitoring"]' });
    expect(check('samples')).toMatchObject({
      evidence: 'up, but without a single sample: mail [fdaa::3]:9100',
      hint: expect.stringContaining('metric_relabel_configs'),
    });
  });
});
