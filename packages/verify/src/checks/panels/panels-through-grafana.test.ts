import type { HttpResponse } from '@fly-monitoring/kit';
import { describe, expect, test } from '@jest/globals';
import { quick, withPanels } from '../../../test/data-world.js';
import { verify } from '../../../test/verify.js';
import { says, shownScrapes, type World } from '../../../test/world.js';

const nothing = { resultType: 'vector', result: [] };

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
    instead: ({ url, body = '' }, seconds) => {
      if (!url.startsWith('https://grafana.test')) return undefined;
      if (body.includes('timestamp(up')) return shownScrapes(withPanels(), seconds);
      return url.endsWith('/api/ds/query') ? query(seconds) : json(200, [...sources]);
    },
  });

  test('are green, and asked with the default data source', async () => {
    const { report, requests } = await verify(
      grafana(() => frames([3])),
      through,
    );
    expect(report.outputs['verdict']).toBe('pass');
    const asked = requests.find(({ body = '' }) => body.includes('x_total') && body.includes('datasource'));
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

  test('are asked in the organisation that is meant, and linked where the environment has them', async () => {
    const given = { ...through, 'org-id': '7', environment: 'staging' };
    const { requests, report } = await verify(
      grafana(() => frames([3])),
      given,
    );
    const asked = requests.filter(({ url }) => url.startsWith('https://grafana.test'));
    expect(asked.length).toBeGreaterThan(1);
    expect(new Set(asked.map(({ headers }) => headers?.['x-grafana-org-id']))).toEqual(new Set(['7']));
    expect(report.summary).toMatch(/https:\/\/grafana\.test\/d\/[\w-]+-staging/);
  });

  test('wake a Grafana that sleeps in the organisation that is meant', async () => {
    const asleep = { ...grafana(() => frames([3])), instead: asleepGrafana };
    const { requests } = await verify(asleep, { ...through, 'org-id': '7' });
    const [login] = requests.filter(({ url }) => url.startsWith('https://grafana.test/login'));
    expect(login?.headers?.['x-grafana-org-id']).toBe('7');
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
    expect(lines.join('\n')).toContain('still watching: panels');
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
