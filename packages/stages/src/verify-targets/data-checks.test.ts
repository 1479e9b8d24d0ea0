import type { HttpRequest, HttpResponse } from '@fly-monitoring/kit';
import { describe, expect, test } from '@jest/globals';
import { files, healthy, verify } from '../../test/verify-targets/verify.js';
import { says, type World, worldStart } from '../../test/verify-targets/world.js';

const vector = (value: string) => ({ resultType: 'vector', result: [{ metric: {}, value: [1, value] }] });
const nothing = { resultType: 'vector', result: [] };

const dashboard = (...exprs: readonly string[]) =>
  JSON.stringify({
    title: 'Shop',
    uid: 'shop',
    panels: exprs.map((expr, index) => ({ id: index, title: `Panel ${index + 1}`, targets: [{ refId: 'A', expr }] })),
  });
/** Scrapes have samples, no alert fires, and every other query shows 3. */
const answer = (expr: string) => (/^(scrape_|ALERTS)/.test(expr) ? nothing : vector('3'));
const withPanels = (...exprs: readonly string[]): World => ({
  ...healthy,
  files: { ...files, 'dashboards/shop.json': dashboard(...exprs) },
  query: answer,
});
const since = new Date(worldStart - 5_000).toISOString();
const quick = { 'stable-for': '0s', since };

describe('metrics', () => {
  test('that are missing are waited for no longer than one more scrape', async () => {
    const { check, seconds, report } = await verify({ ...withPanels('x_total'), absent: ['x_total'] }, quick);
    expect(report.outputs['verdict']).toBe('fail');
    expect(check('metrics')).toMatchObject({ blame: 'app', evidence: expect.stringContaining('x_total') });
    expect(seconds()).toBeLessThan(30);
  });

  test('that appear with the next scrape are green', async () => {
    const world = withPanels('x_total');
    const late: World = {
      ...world,
      instead: (request, at) => (isNewest(request) && at < 10 ? vectorOf([]) : undefined),
    };
    const { report, seconds } = await verify(late, quick);
    expect(report.outputs['verdict']).toBe('pass');
    expect(seconds()).toBeGreaterThanOrEqual(10);
  });

  test('of many panels are asked for in few requests', async () => {
    const names = Array.from({ length: 100 }, (_, index) => `metric_${index}`);
    const { requests, check } = await verify(withPanels(...names), quick);
    expect(check('metrics')).toMatchObject({ verdict: 'pass', evidence: '100 metrics are in the last scrapes' });
    expect(requests.filter(isNewest)).toHaveLength(3);
  });

  test('by name mean a histogram as well', async () => {
    const world = { ...withPanels('up'), absent: ['shop_seconds'] };
    const { check } = await verify(world, { ...quick, metrics: 'shop_seconds' });
    expect(check('metrics')).toMatchObject({ verdict: 'pass' });
  });

  const isNewest = ({ body = '' }: HttpRequest) =>
    (new URLSearchParams(body).get('query') ?? '').includes('"metric_name"');
  const vectorOf = (result: readonly object[]) =>
    says(200, JSON.stringify({ status: 'success', data: { resultType: 'vector', result } }), 'application/json');
});

describe('rules', () => {
  const rule = { alert: 'Down', expr: 'up == 0' };
  const loaded = (lastEvaluation: string, interval = 15) => ({
    name: 'shop',
    file: '/etc/prometheus/rules/shop.yml',
    interval,
    rules: [{ type: 'alerting', name: rule.alert, query: rule.expr, health: 'ok', lastEvaluation }],
  });
  const config = `${files['monitoring/prometheus-fly.yml']}\nrule_files: [rules/*.yml]\n`;
  const written = (interval: string) => JSON.stringify({ groups: [{ name: 'shop', interval, rules: [rule] }] });
  const ruled = (rules: NonNullable<World['rules']>, interval = '15s'): World => ({
    ...healthy,
    files: { 'monitoring/prometheus-fly.yml': config, 'monitoring/rules/shop.yml': written(interval) },
    query: (expr) => (expr.includes('min_over_time') ? vector(String(worldStart / 1_000)) : nothing),
    rules,
  });
  const at = (seconds: number) => new Date(worldStart + seconds * 1_000).toISOString();

  test('are green once they were evaluated over the first full scrape', async () => {
    const { check, seconds } = await verify(
      ruled((now) => [loaded(now < 12 ? at(-1) : at(12))]),
      quick,
    );
    expect(check('rules')).toMatchObject({ verdict: 'pass', evidence: '1 rules in 1 groups are loaded and healthy' });
    expect(seconds()).toBeGreaterThanOrEqual(12);
  });

  test('of a long interval are told and not waited for', async () => {
    const { check, seconds } = await verify(
      ruled(() => [loaded(at(-1), 600)], '10m'),
      quick,
    );
    expect(check('rules')).toMatchObject({ verdict: 'pass', evidence: expect.stringContaining('every 600 s') });
    expect(seconds()).toBe(0);
  });

  test('that are not evaluated within their interval prove nothing', async () => {
    const { check, report } = await verify(
      ruled(() => [loaded(at(-1))]),
      quick,
    );
    expect(check('rules')?.verdict).toBe('inconclusive');
    expect(report.outputs['verdict']).toBe('inconclusive');
  });

  test('whose pattern matches no file are an error before anything is asked', async () => {
    await expect(verify({ ...healthy, files: { 'monitoring/prometheus-fly.yml': config } })).rejects.toThrow(
      'rule_files names monitoring/rules/*.yml; there is no such file',
    );
  });
});

describe('panels through Grafana', () => {
  const json = (status: number, body: object) => says(status, JSON.stringify(body), 'application/json');
  const source = { uid: 'prom', name: 'Prometheus', type: 'prometheus', isDefault: true };
  const frames = (values: readonly number[]) => {
    const fields = [
      { name: 'Time', type: 'time' },
      { name: 'Value', type: 'number' },
    ];
    const frame = { schema: { fields }, data: { values: [values.map(() => 1), values] } };
    return json(200, { results: { A: { status: 200, frames: values.length === 0 ? [] : [frame] } } });
  };
  const through = { ...quick, 'grafana-url': 'https://grafana.test', 'grafana-token': 'glsa_x' };
  const grafana = (query: (seconds: number) => HttpResponse, sources: readonly object[] = [source]): World => ({
    ...withPanels('x_total'),
    instead: ({ url }, seconds) => {
      if (!url.startsWith('https://grafana.test')) return undefined;
      return url.endsWith('/api/ds/query') ? query(seconds) : json(200, [...sources]);
    },
  });

  test('are green, and asked with the default data source', async () => {
    const { report, requests } = await verify(
      grafana(() => frames([3])),
      through,
    );
    expect(report.outputs['verdict']).toBe('pass');
    const asked = requests.find(({ url }) => url.endsWith('/api/ds/query'));
    expect(JSON.parse(asked?.body ?? '{}')).toMatchObject({
      queries: [{ datasource: { uid: 'prom' }, expr: 'x_total' }],
    });
  });

  test('wait for what Prometheus has and Grafana does not show yet', async () => {
    const { report, seconds } = await verify(
      grafana((now) => frames(now < 40 ? [] : [3])),
      through,
    );
    expect(report.outputs['verdict']).toBe('pass');
    expect(seconds()).toBeGreaterThanOrEqual(40);
  });

  test('are red when it never gets there, and blame the remote', async () => {
    const { check, seconds } = await verify(
      grafana(() => frames([])),
      through,
    );
    expect(check('panels')).toMatchObject({
      verdict: 'fail',
      blame: 'remote',
      evidence: 'Shop, "Panel 1" A: Prometheus has data for it, Grafana shows none',
    });
    expect(seconds()).toBeGreaterThanOrEqual(90);
  });

  test('are not judged by a Grafana that is asleep, nor by one with several data sources', async () => {
    const asleep = { ...grafana(() => frames([3])), instead: asleepGrafana };
    expect((await verify(asleep, through)).check('panels')?.verdict).toBe('inconclusive');
    const two = [source, { ...source, uid: 'other' }].map((one) => ({ ...one, isDefault: false }));
    const { check } = await verify(
      grafana(() => frames([3]), two),
      through,
    );
    expect(check('panels')).toMatchObject({ verdict: 'fail', hint: expect.stringContaining('datasource') });
  });

  const asleepGrafana: NonNullable<World['instead']> = ({ url }) =>
    url.startsWith('https://grafana.test')
      ? json(503, { code: 'Loading', message: 'Your instance is loading' })
      : undefined;

  test('tell a data source that is down from a query that is wrong', async () => {
    const failed = (error: string) => () => json(400, { results: { A: { status: 400, error } } });
    const wrong = await verify(grafana(failed('bad_data: parse error')), through);
    expect(wrong.check('panels')).toMatchObject({ verdict: 'fail', blame: 'dashboards' });
    const down = await verify(grafana(failed('Post "http://p:9090": dial tcp: connection refused')), through);
    expect(down.check('panels')?.verdict).toBe('inconclusive');
  });

  test('need both address and token', async () => {
    const given = { 'grafana-url': 'https://grafana.test' };
    await expect(verify(withPanels('x_total'), given)).rejects.toThrow(
      '"grafana-url" and "grafana-token" belong together',
    );
  });
});

describe('warm-up', () => {
  test('sends some requests once the targets are proved, and waits for a scrape that has seen them', async () => {
    const world: World = {
      ...withPanels('x_total'),
      instead: ({ url }) => (url === 'https://shop.test/' ? says(200, 'hello') : undefined),
    };
    const { requests, report, seconds, lines } = await verify(world, { ...quick, 'warm-up': 'https://shop.test/' });
    expect(report.outputs['verdict']).toBe('pass');
    expect(requests.filter(({ url }) => url === 'https://shop.test/')).toHaveLength(5);
    expect(seconds()).toBeGreaterThanOrEqual(17);
    expect(lines.join('\n')).toContain('for a scrape after the warm-up');
    expect(report.lines.join('\n')).toContain('Warm-up: 5 × GET https://shop.test/');
  });

  test('is for addresses only', async () => {
    await expect(verify(withPanels('x'), { 'warm-up': 'file:///etc/passwd' })).rejects.toThrow('must be an address');
  });
});

describe('allow-empty-panels', () => {
  test('by pattern', async () => {
    const world = { ...withPanels('x_total'), absent: ['x_total'], query: () => nothing };
    const { report, json } = await verify(world, { ...quick, 'allow-empty-panels': 'Sh* / Panel *' });
    expect(report.outputs['verdict']).toBe('pass');
    expect(json).toMatchObject({ panels: [{ state: 'allowed' }] });
  });

  test('that mean no panel are a mistake', async () => {
    await expect(verify(withPanels('x'), { 'allow-empty-panels': 'Other' })).rejects.toThrow(
      'no dashboard has such a panel',
    );
  });
});

describe('gates', () => {
  const gated = (range: NonNullable<World['range']>): World => ({ ...healthy, query: answer, range });
  const given = { ...quick, gates: 'errors: rate(x[30s]) < 0.01', bake: '60s' };

  test('that hold are watched to the end of the bake', async () => {
    const { check, seconds } = await verify(
      gated(() => Array(60).fill(0)),
      given,
    );
    expect(check('gates')).toMatchObject({ verdict: 'pass', evidence: expect.stringContaining('held for 60 s') });
    expect(seconds()).toBeGreaterThanOrEqual(60);
  });

  test('that are broken end the wait', async () => {
    const { check, seconds } = await verify(
      gated((_, now) => Array(60).fill(now < 10 ? 0 : 1)),
      given,
    );
    expect(check('gates')).toMatchObject({ verdict: 'fail', blame: 'app' });
    expect(seconds()).toBeLessThan(20);
  });

  test('whose data comes late are watched on', async () => {
    const { check } = await verify(
      gated((_, now) => (now < 20 ? [] : Array(60).fill(0))),
      given,
    );
    expect(check('gates')?.verdict).toBe('pass');
  });

  test('that are no gates are told with their line', async () => {
    await expect(
      verify(
        gated(() => []),
        { gates: 'a: x < 1\nb: rate(x[5m])' },
      ),
    ).rejects.toThrow('Input "gates", line 2: it must end with a comparison');
  });

  test('show before and after in the summary', async () => {
    const { report } = await verify(
      gated(() => Array(60).fill(0.001)),
      { ...given, gates: 'errors: x <= 2 * before' },
    );
    expect(report.summary).toContain('| Gate | Series | Before | Now | Wanted | Before │ after |');
    expect(report.summary).toMatch(/errors .*\| 3 \| 0\.001 \| &lt;= 2 \\\* before \|/);
  });
});

describe('a malformed answer', () => {
  const broken = (path: string, text: string): World => ({
    ...withPanels('x_total'),
    files: {
      'monitoring/prometheus-fly.yml': `${files['monitoring/prometheus-fly.yml']}\nrule_files: [rules/*.yml]\n`,
      'monitoring/rules/shop.yml': JSON.stringify({ groups: [{ name: 'shop', rules: [{ alert: 'A', expr: 'up' }] }] }),
    },
    instead: ({ url }) => (new URL(url).pathname === path ? says(200, text, 'application/json') : undefined),
  });
  const given = { ...quick, gates: 'a: x < 1', bake: '1s' };

  test.each([
    ['rules', '/api/v1/rules', '{"status":"success","data":{"groups":3}}', 'data.groups must be a list'],
    [
      'rules',
      '/api/v1/rules',
      '{"status":"success","data":{"groups":[{"name":"a"}]}}',
      'data.groups[0].file must be a text',
    ],
    [
      'gates',
      '/api/v1/query_range',
      '{"status":"success","data":{"resultType":"matrix","result":[{}]}}',
      'data.result[0].metric',
    ],
    ['gates', '/api/v1/query_range', '{', 'not an answer of Prometheus'],
  ])('of what %s asks (%s) is inconclusive, with its field named', async (name, path, text, problem) => {
    const { check } = await verify(broken(path, text), given);
    expect(check(name)?.verdict).not.toBe('pass');
    expect(check(name)?.verdict).not.toBe('fail');
    expect(check(name)?.evidence).toContain(problem);
  });
});

describe('the remote', () => {
  const queue = '{remote_name="a",url="https://prometheus-1.grafana.net/api/prom/push"}';
  const own = (seconds: number, sent: number) =>
    [
      `prometheus_remote_storage_samples_pending${queue} 0`,
      `prometheus_remote_storage_queue_highest_sent_timestamp_seconds${queue} ${worldStart / 1_000 + sent}`,
      `prometheus_remote_storage_highest_timestamp_in_seconds ${worldStart / 1_000 + seconds}`,
      '',
    ].join('\n');
  const sending = (remote: (request: HttpRequest) => HttpResponse | undefined): World => ({
    ...healthy,
    query: answer,
    instead: (request, seconds) => {
      if (request.url.startsWith('https://prometheus-1.grafana.net')) return remote(request);
      return request.url.endsWith('prometheus.test/metrics') ? says(200, own(seconds, seconds)) : undefined;
    },
  });
  const environment = { GRAFANA_PROMETHEUS_USER: '123', GRAFANA_PROMETHEUS_API_KEY: 'glc_secret' };

  test('of Grafana Cloud is read back with what Prometheus sends with', async () => {
    const series = ['web', 'mail'].map((job) => ({ metric: { job }, value: [1, String(worldStart / 1_000 + 1)] }));
    const body = JSON.stringify({ status: 'success', data: { resultType: 'vector', result: series } });
    const { check, requests } = await verify(
      sending(() => says(200, body, 'application/json')),
      quick,
      environment,
    );
    expect(check('remote-write')?.verdict).toBe('pass');
    expect(check('remote-read-back')?.verdict).toBe('pass');
    const asked = requests.find(({ url }) => url === 'https://prometheus-1.grafana.net/api/prom/api/v1/query');
    expect(asked?.headers?.['authorization']).toBe(`Basic ${btoa('123:glc_secret')}`);
  });

  test('that lets nobody read is told, and fails nothing', async () => {
    const { check, report } = await verify(
      sending(() => says(401, 'no')),
      quick,
      environment,
    );
    expect(check('remote-read-back')).toMatchObject({ verdict: 'skipped', evidence: expect.stringContaining('401') });
    expect(report.outputs['verdict']).toBe('pass');
    expect(JSON.stringify(report)).not.toContain('glc_secret');
  });

  test('that should be there and is not fails', async () => {
    const { check } = await verify(
      { ...healthy, query: answer },
      { ...quick, 'remote-query-url': 'https://store.test' },
    );
    expect(check('remote-write')).toMatchObject({
      verdict: 'fail',
      evidence: expect.stringContaining('sends nothing'),
    });
  });
});
