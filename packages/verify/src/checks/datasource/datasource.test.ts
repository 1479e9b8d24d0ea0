import type { HttpResponse } from '@fly-monitoring/kit';
import { describe, expect, test } from '@jest/globals';
import { quick, withPanels } from '../../../test/data-world.js';
import { verify } from '../../../test/verify.js';
import { says, shownScrapes, type World } from '../../../test/world.js';

const through = { ...quick, 'grafana-url': 'https://grafana.test', 'grafana-token': 'glsa_x' };
const json = (status: number, body: unknown) => says(status, JSON.stringify(body), 'application/json');
const own = {
  uid: 'own',
  name: 'Prometheus of shop',
  type: 'prometheus',
  url: 'https://prometheus.test/',
  isDefault: false,
};
const other = { uid: 'other', name: 'Other', type: 'prometheus', url: 'https://other.test', isDefault: true };

type Shows = (world: World, seconds: number, uid: string) => HttpResponse;

/** A Grafana before a healthy world, without dashboards; `shows` is its answer to what is asked of a data source. */
function grafana(shows: Shows, sources: readonly object[] = [own], world: World = withPanels()): World {
  return {
    ...world,
    instead: ({ url, body = '' }, seconds) => {
      if (!url.startsWith('https://grafana.test')) return undefined;
      if (!url.endsWith('/api/ds/query')) return json(200, sources);
      const { queries } = JSON.parse(body) as { queries: [{ datasource: { uid: string } }] };
      return shows(world, seconds, queries[0].datasource.uid);
    },
  };
}

describe('the data source of the dashboards', () => {
  test('is proved by the scrapes that it shows, and found by the address of this Prometheus', async () => {
    const { check, json: report } = await verify(
      grafana((world, seconds, uid) => shownScrapes(world, seconds, uid === 'own' ? 0 : 5), [other, own]),
      through,
    );
    expect(check('datasource')).toMatchObject({
      verdict: 'pass',
      evidence:
        'the data source "Prometheus of shop" (https://prometheus.test/) shows the scrapes that this Prometheus made, of 3 of 3 targets',
    });
    expect(report).toMatchObject({ datasource: { uid: 'own', same: 3, absent: [], foreign: [], lagMs: 0 } });
  });

  test('is red when it shows another Prometheus with the same jobs, and the address is told', async () => {
    const { check, report } = await verify(
      grafana((world, seconds) => shownScrapes(world, seconds, 4_000), [other]),
      through,
    );
    expect(report.outputs['verdict']).toBe('fail');
    expect(check('datasource')).toMatchObject({
      verdict: 'fail',
      blame: 'dashboards',
      evidence: expect.stringContaining('shows another Prometheus: 3 of 3 targets'),
      hint: expect.stringContaining('https://prometheus.test'),
    });
  });

  test('is waited for where it shows the samples later', async () => {
    const empty = json(200, { results: { A: { status: 200, frames: [] } } });
    const { check, seconds } = await verify(
      grafana((world, now) => (now < 40 ? empty : shownScrapes(world, now))),
      through,
    );
    expect(check('datasource')?.verdict).toBe('pass');
    expect(seconds()).toBeGreaterThanOrEqual(40);
  });

  test('is red when it never shows any', async () => {
    const empty = json(200, { results: { A: { status: 200, frames: [] } } });
    const { check } = await verify(
      grafana(() => empty),
      through,
    );
    expect(check('datasource')).toMatchObject({
      verdict: 'fail',
      evidence: expect.stringContaining('shows no sample of 3 of 3 targets'),
    });
  });

  test('is red when Grafana does not get through to it, with its words and the address', async () => {
    const error = 'Post "https://old.test/api/v1/query": dial tcp: lookup old.test: no such host';
    const { check } = await verify(
      grafana(() => json(400, { results: { A: { status: 400, error } } })),
      through,
    );
    expect(check('datasource')).toMatchObject({
      verdict: 'fail',
      evidence: expect.stringContaining(error),
      hint: expect.stringContaining('https://prometheus.test'),
    });
  });

  test('proves nothing while no target is up', async () => {
    const down: World = { ...withPanels(), targets: () => [] };
    const { check } = await verify(
      grafana((world, now) => shownScrapes(world, now), [own], down),
      through,
    );
    expect(check('datasource')).toMatchObject({
      verdict: 'inconclusive',
      evidence: expect.stringContaining('no target'),
    });
  });

  test('is not looked at without a Grafana', async () => {
    const { check } = await verify(withPanels(), quick);
    expect(check('datasource')).toMatchObject({ verdict: 'skipped', evidence: 'no Grafana was given' });
  });
});
