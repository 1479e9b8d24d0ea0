import type { HttpRequest } from '@fly-monitoring/kit';
import { describe, expect, test } from '@jest/globals';
import { healthyAnswer as answer, quick, withPanels } from '../test/data-world.js';
import { files, healthy, verify } from '../test/verify.js';
import { says, type World, worldStart } from '../test/world.js';

const vector = (value: string) => ({ resultType: 'vector', result: [{ metric: {}, value: [1, value] }] });
const nothing = { resultType: 'vector', result: [] };

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
