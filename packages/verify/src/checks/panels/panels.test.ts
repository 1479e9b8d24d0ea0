import { describe, expect, test } from '@jest/globals';
import { files, healthy, verify } from '../../../test/verify.js';
import type { World } from '../../../test/world.js';

describe('panels', () => {
  const dashboard = (...exprs: string[]) =>
    JSON.stringify({
      title: 'Shop',
      uid: 'shop',
      schemaVersion: 42,
      templating: {
        list: [{ name: 'service', type: 'query', includeAll: true, allValue: '.+', current: { value: '$__all' } }],
      },
      panels: exprs.map((expr, index) => ({
        id: index + 1,
        title: `Panel ${index + 1}`,
        type: 'timeseries',
        datasource: { type: 'prometheus', uid: 'p' },
        targets: [{ refId: 'A', expr }],
      })),
    });
  const vector = (value: string) => ({ resultType: 'vector', result: [{ metric: {}, value: [1, value] }] });
  const withPanels = (...exprs: string[]): World => ({
    ...healthy,
    files: { ...files, 'dashboards/shop.json': dashboard(...exprs) },
    query: (expr) => {
      if (expr.includes('wrong')) return { errorType: 'bad_data', error: 'parse error' };
      if (expr.includes('none')) return { resultType: 'vector', result: [] };
      return vector(expr.includes('nan') ? 'NaN' : '3');
    },
  });
  const healthyScrapes = (world: World): World => ({
    ...world,
    query: (expr, seconds) =>
      expr.startsWith('scrape_samples') ? { resultType: 'vector', result: [] } : (world.query?.(expr, seconds) ?? {}),
  });

  test('are asked with the values that a person sees first', async () => {
    const expr = 'rate(x{service=~"$service"}[$__rate_interval])';
    const { requests, check } = await verify(healthyScrapes(withPanels(expr)));
    const bodies = requests.map(({ body = '' }) => new URLSearchParams(body).get('query'));
    expect(bodies).toContain('rate(x{service=~".+"}[60s])');
    expect(check('panels')).toMatchObject({ verdict: 'pass', evidence: '1 queries: 1 show data' });
  });

  test('with an error fail and blame the dashboards', async () => {
    const { report } = await verify(healthyScrapes(withPanels('fine', 'wrong(')));
    expect(report.outputs).toMatchObject({ verdict: 'fail', blames: '["dashboards"]', 'checks-failed': '["panels"]' });
    expect(report.annotations).toMatchObject([
      {
        level: 'error',
        place: { file: 'dashboards/shop.json' },
        message: expect.stringContaining('"Panel 2" A: bad_data'),
      },
    ]);
  });

  test('without data are a warning, one for the dashboard', async () => {
    const { report } = await verify(healthyScrapes(withPanels('none', 'nan', 'fine')));
    expect(report.conclusion).toBe('success');
    expect(report.annotations).toEqual([
      {
        check: 'panels',
        level: 'warning',
        title: 'Panels without data',
        message: expect.stringContaining(
          '"Panel 1" A (empty, waiting for traffic), "Panel 2" A (NaN, waiting for traffic)',
        ),
        place: { file: 'dashboards/shop.json' },
      },
    ]);
  });
});
