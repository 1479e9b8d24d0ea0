import { describe, expect, test } from '@jest/globals';
import { parseVerifyInputs } from './inputs.js';

const parse = (given: Record<string, string>, environment: Record<string, string> = {}) =>
  parseVerifyInputs({ given, environment });

describe('the inputs of verify-targets', () => {
  test('need nothing', async () => {
    expect(await parse({})).toMatchObject({
      prometheusConfig: 'monitoring/prometheus-fly.yml',
      jobs: [],
      sinceMs: 0,
      auth: undefined,
      timeout: undefined,
      interval: 1_000,
      isConfigNamed: false,
      areDashboardsNamed: false,
    });
  });

  test('take user and password from the environment', async () => {
    const { auth } = await parse({}, { PROMETHEUS_USER: 'ops', PROMETHEUS_PASSWORD: 'correct horse' });
    expect(auth).toMatchObject({ user: 'ops' });
    expect(JSON.stringify(auth)).not.toContain('horse');
  });

  test.each([
    ['2026-01-31T10:00:00Z', Date.parse('2026-01-31T10:00:00Z')],
    ['1769853600', 1_769_853_600_000],
    ['1769853600.5', 1_769_853_600_500],
  ])('read the time %s', async (since, ms) => {
    expect((await parse({ since })).sinceMs).toBe(ms);
  });

  test('take the latest of several times: both deploys must be over', async () => {
    const since = '2026-01-31T10:00:00Z\n\n2026-01-31T10:05:00Z';
    expect((await parse({ since })).sinceMs).toBe(Date.parse('2026-01-31T10:05:00Z'));
  });

  test('read jobs with counts', async () => {
    expect((await parse({ jobs: 'web\nmail=2\ndb >= 3' })).jobs).toEqual([
      { name: 'web', count: undefined },
      { name: 'mail', count: { kind: 'exactly', count: 2 } },
      { name: 'db', count: { kind: 'at-least', count: 3 } },
    ]);
  });

  test('name everything that is wrong at once', async () => {
    const wrong = {
      jobs: 'web=0\nmail=2\nmail',
      since: '2026-99-99T00:00:00Z',
      interval: '1ms',
      'prometheus-password': 'a password',
      'prometheus-token': 'a token',
    };
    await expect(parse(wrong)).rejects.toThrow(
      [
        'Input "jobs" holds "web=0"; each line must be name, name=2 or name>=2.',
        'Input "jobs" names "mail" twice.',
        'Input "since" is "2026-99-99T00:00:00Z"; it must be a time such as 2026-01-31T10:00:00Z or 1769853600.',
        'Inputs "prometheus-password" and "prometheus-token" are both given; only one of them can be shown.',
        'Input "interval" must be at least 100ms.',
      ].join('\n'),
    );
  });

  test.each([
    [{ 'prometheus-url': 'http://p.lan:9090', 'prometheus-password': 'x' }, 'secret of "prometheus-password"'],
    [{ 'prometheus-url': 'http://p.lan:9090', 'prometheus-token': 'x' }, 'secret of "prometheus-token"'],
    [{ 'grafana-url': 'http://g.lan', 'grafana-token': 'x' }, 'secret of "grafana-token"'],
    [
      { 'remote-query-url': 'http://m.lan', 'remote-query-user': '1', 'remote-query-password': 'x' },
      'secret of "remote-query-password"',
    ],
  ])('refuse a secret over plain http: %j', async (given, words) => {
    expect(await messageOf(parse(given))).toContain(words);
    expect(await parse({ ...given, 'allow-insecure-http': 'p.lan, g.lan, m.lan' })).toBeDefined();
  });

  test('take plain http where no secret is sent, or none leaves the machine', async () => {
    expect(await parse({ 'prometheus-url': 'http://p.lan:9090', endpoints: 'http://shop.lan' })).toBeDefined();
    expect(await parse({ 'prometheus-url': 'http://127.0.0.1:9090', 'prometheus-password': 'x' })).toBeDefined();
  });

  test('name what is wrong by itself and what is wrong together in one error', async () => {
    const wrong = {
      timeout: 'soon',
      'prometheus-url': 'prometheus.test',
      'stable-for': 'a while',
      jobs: 'web=0',
      since: 'yesterday',
      endpoints: 'https://me:secret@shop.test/health\nhttps://shop.test/health 200 OK',
      'monitoring-since': 'today',
      'prometheus-version': 'latest',
      release: 'two words',
      intervall: '1s',
    };
    const message = String(await messageOf(parse(wrong)));
    const names = [
      'timeout',
      'prometheus-url',
      'stable-for',
      'jobs',
      'since',
      'endpoints',
      'monitoring-since',
      'prometheus-version',
      'release',
    ];
    for (const name of names) expect(message).toContain(`Input "${name}"`);
    expect(message).toContain('Input "intervall" is unknown; did you mean "interval"?');
    expect(message).not.toContain('me:secret');
  });
});

function messageOf(parsing: Promise<unknown>): Promise<unknown> {
  return parsing.catch((thrown: unknown) => (thrown as Error).message);
}
