import { describe, expect, test } from '@jest/globals';
import { machine, verify } from '../../test/verify.js';
import { emptyVector, type FakeTarget, type World } from '../../test/world.js';

const count = 1_500;
const config = `
global: { scrape_interval: 15s }
scrape_configs:
  - { job_name: fleet, static_configs: [{ targets: ['a:1'] }] }
  - { job_name: web, static_configs: [{ targets: ['b:1'] }] }
`;

const vector = (fleet: number, web = 1) => ({
  resultType: 'vector',
  result: [
    { metric: { job: 'fleet' }, value: [1, String(fleet)] },
    { metric: { job: 'web' }, value: [1, String(web)] },
  ],
});

interface Fleet {
  /** Of PromQL's count of fresh successes. */
  readonly fresh?: number;
  readonly known?: number;
  readonly instances?: number;
  readonly targets?: readonly FakeTarget[];
}

const healthyTargets: readonly FakeTarget[] = Array.from({ length: count }, (_, n) => ({
  pool: 'fleet',
  host: `m${n}`,
  scrapedAt: 0,
}));

const web: FakeTarget = { pool: 'web', host: 'b', scrapedAt: 0 };

const world = ({ fresh = count, known = count, instances = count, targets = healthyTargets }: Fleet): World => ({
  files: { 'monitoring/prometheus-fly.yml': config },
  targets: () => [...targets, web],
  ownMetrics: [
    `prometheus_target_scrape_pool_targets{scrape_job="fleet"} ${count}`,
    'prometheus_target_scrape_pool_targets{scrape_job="web"} 1',
    '',
  ].join('\n'),
  query: (expr) => {
    if (expr === 'count by (job) (up)') return vector(known);
    if (expr.startsWith('count by (job) ((up == 1)')) return vector(fresh);
    if (expr.startsWith('count by (job) (count by (job, instance)')) return vector(instances);
    if (expr.startsWith('min by (job) (timestamp(up))')) return vector(1_767_261_600, 1_767_261_600);
    if (expr.startsWith('max by (job) (scrape_duration')) return vector(0.1, 0.1);
    return emptyVector;
  },
});

describe('a job of more than a thousand targets', () => {
  test('is proved by counting, and never listed', async () => {
    const { report, requests, check } = await verify(world({}));
    expect(report.outputs).toMatchObject({ verdict: 'pass', 'targets-up': '1501', 'targets-total': '1501' });
    expect(check('job:fleet')?.evidence).toContain('1500 of 1500 targets up');
    expect(requests.filter(({ url }) => url.includes('/api/v1/targets'))).toEqual([]);
  });

  test('is listed alone when a target is down, and the target is named', async () => {
    const lastError = 'connect: connection refused';
    const targets = healthyTargets.map((one, n) => (n === 7 ? { ...one, health: 'down' as const, lastError } : one));
    const { report, requests, check } = await verify(world({ fresh: count - 1, targets }), { timeout: '3s' });
    expect(report.outputs).toMatchObject({ verdict: 'fail', 'checks-failed': '["job:fleet"]', 'targets-up': '1500' });
    expect(check('job:fleet')?.evidence).toContain('m7:9100: connect: connection refused');
    const lists = requests.filter(({ url }) => url.includes('/api/v1/targets')).map(({ url }) => new URL(url).search);
    // Once, although it was looked at several times: the list is large, and the counts stayed the same.
    expect(lists).toEqual(['?state=active&scrapePool=fleet']);
  });

  test('is red when nothing of it is stored, which counting alone finds out', async () => {
    const targets = healthyTargets.map((one) => ({ ...one, storedUntil: -1 }));
    const { report, requests, check } = await verify(world({ fresh: 0, known: 0, targets }), { timeout: '2s' });
    expect(report.outputs).toMatchObject({ 'checks-failed': '["samples"]', blames: '["monitoring"]' });
    expect(check('samples')?.evidence).toContain('fleet: 0 of 1500 targets have stored samples');
    const asked = requests.map(({ body = '' }) => new URLSearchParams(body).get('query') ?? '');
    expect(asked.filter((expr) => expr.startsWith('timestamp(up{'))).toEqual([]);
  });

  test('is red when two targets write into one series, which makes the series fewer than the targets', async () => {
    const labels = { job: 'fleet', instance: 'same' };
    const targets = healthyTargets.map((one, n) => (n < 2 ? { ...one, labels } : one));
    const twins = world({ fresh: count - 1, known: count - 1, targets });
    const { report } = await verify(twins, { timeout: '2s' });
    expect(report.outputs).toMatchObject({ verdict: 'fail', 'checks-failed': '["label-sets"]' });
  });

  test('is red when one address is scraped twice under other labels, although all numbers of targets are right', async () => {
    const labels = { job: 'fleet', instance: 'm0:9100', shard: 'b' };
    const targets = healthyTargets.map((one, n) => (n === 1 ? { ...one, host: 'm0', labels } : one));
    const { report, check } = await verify(world({ instances: count - 1, targets }), { timeout: '2s' });
    expect(report.outputs).toMatchObject({ verdict: 'fail', 'checks-failed': '["label-sets"]' });
    expect(check('label-sets')?.evidence).toContain('2 times');
  });

  describe('which Fly’s machines serve', () => {
    const address = (n: number) => `fdaa::${(n + 1).toString(16)}`;
    const onFly = `
global: { scrape_interval: 15s }
scrape_configs:
  - job_name: fleet
    dns_sd_configs: [{ names: [app.process.shop.internal], type: AAAA, port: 9100, refresh_interval: 15s }]
  - { job_name: web, static_configs: [{ targets: ['b:1'] }] }
`;
    const listed = Array.from({ length: count }, (_, n) => machine(String(n), { private_ip: address(n) }));
    /** The last target is that of the machine with this number. */
    const fleet = (last: number): World => {
      const hosts = listed.map((_, n) => `[${address(n === count - 1 ? last : n)}]`);
      const { query, ...rest } = world({});
      const result = hosts.map((host) => ({ metric: { instance: `${host}:9100` }, value: [1, '1'] }));
      return {
        ...rest,
        files: { 'monitoring/prometheus-fly.yml': onFly },
        machines: () => listed,
        targets: () => [...hosts.map((host) => ({ pool: 'fleet', host, scrapedAt: 0 })), web],
        query: (expr, seconds) =>
          expr.startsWith('count by (instance)')
            ? { resultType: 'vector', result }
            : (query?.(expr, seconds) ?? emptyVector),
      };
    };

    test('is proved by counting when they are its instances', async () => {
      const { report, requests } = await verify(fleet(count - 1));
      expect(report.outputs).toMatchObject({ verdict: 'pass', 'targets-up': '1501' });
      expect(requests.filter(({ url }) => url.includes('/api/v1/targets'))).toEqual([]);
    });

    test('is red when one of as many is a stranger, and the machine that is not scraped is named', async () => {
      const { report, check } = await verify(fleet(7_000), { timeout: '2s' });
      expect(report.outputs).toMatchObject({ verdict: 'fail', 'checks-failed': '["job:fleet"]' });
      expect(check('job:fleet')?.evidence).toContain(`machine ${count - 1}`);
    });
  });
});
