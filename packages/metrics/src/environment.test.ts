import { describe, expect, test } from '@jest/globals';
import { Gauge, Registry } from 'prom-client';
import { untyped } from '../test/untyped.js';
import { flyLabels, metrics } from './index.js';

const FLY = {
  FLY_APP_NAME: 'shop',
  FLY_REGION: 'nrt',
  FLY_MACHINE_ID: '3d8d',
  FLY_PROCESS_GROUP: 'notify',
  FLY_IMAGE_REF: 'registry.fly.io/shop:deployment-1',
  FLY_MACHINE_VERSION: '01ABC',
  GIT_SHA: '1fac2dc',
};

const WHERE = 'fly_app="shop",fly_region="nrt",fly_machine_id="3d8d",fly_process_group="notify"';

describe('on Fly', () => {
  test('every series of the registry says where it runs, and only build_info what runs', async () => {
    const registry = new Registry();
    new Gauge({ name: 'depth', help: 'h', registers: [registry] }).set(2);
    metrics({ registry, env: FLY, info: { version: '1.2.3' } });
    const lines = (await registry.metrics()).split('\n').filter((line) => line !== '' && !line.startsWith('#'));
    expect(lines).toContain(`depth{${WHERE}} 2`);
    expect(lines).toContain(
      `build_info{version="1.2.3",revision="1fac2dc",image_ref="${FLY.FLY_IMAGE_REF}",machine_version="01ABC",${WHERE}} 1`,
    );
    expect(lines.every((line) => line.includes('fly_machine_id="3d8d"'))).toBe(true);
    expect(lines.filter((line) => line.includes('deployment-1'))).toHaveLength(1);
  });

  test('the labels can be left to the owner of the registry', async () => {
    const registry = new Registry();
    registry.setDefaultLabels({ team: 'a', ...flyLabels(FLY) });
    metrics({ registry, env: FLY, flyLabels: false });
    expect(await registry.metrics()).toContain(`http_requests_in_flight{team="a",${WHERE}} 0`);
  });
});

test('elsewhere the default labels of the registry are left alone', async () => {
  const registry = new Registry();
  registry.setDefaultLabels({ team: 'a' });
  metrics({ registry, env: {} });
  expect(await registry.metrics()).toContain('http_requests_in_flight{team="a"} 0');
});

test('wrong options are all told in one error, at start-up', () => {
  const create = () =>
    metrics({
      registry: new Registry(),
      env: {},
      prefix: 'Shop-',
      buckets: [],
      maxSeries: 0,
      collectTimeoutMs: 2 ** 31,
    });
  expect(create).toThrow(/buckets is empty; prefix is "Shop-".*; maxSeries is 0.*; collectTimeoutMs is 2147483648/);
});

test.each([
  ['registry', {}, 'registry is an object; it must be a prom-client registry'],
  ['prefix', true, 'prefix is true; it must be text'],
  ['buckets', '1,2', 'buckets is "1,2"; it must be a list of numbers'],
  ['exclude', '/health', 'exclude is "/health"; it must be a list of texts'],
  ['metricsToken', { secret: 'abc' }, 'metricsToken is an object; it must be text or a list of texts'],
  ['flyLabels', 'no', 'flyLabels is "no"; it must be true or false'],
  ['info', 'v1', 'info is "v1"; it must be an object'],
  ['info', { version: 1, commit: 'a' }, /info: there is no option "commit" \(.*; info: version is 1; it must be text/],
  ['env', null, 'env is null; it must be an object'],
  ['maxSeries', '100', 'maxSeries is "100"; it must be a number'],
  ['statusClass', 'false', 'statusClass is "false"; it must be true or false'],
  ['labels', ['plan'], 'labels is a list; it must be an object'],
  ['labels', { plan: 'x'.repeat(100) }, `label "plan" is "${'x'.repeat(40)}…"; it must be a function, or {`],
  ['labels', { plan: { maxValues: 2 } }, 'label "plan" is an object; it must be a function, or { value'],
  ['sizes', 5, 'sizes is 5; it must be true or false or a list of numbers'],
  ['timeToFirstByte', 1, 'timeToFirstByte is 1; it must be true or false'],
  ['exemplars', {}, 'exemplars is an object; it must be true or false or a function'],
  ['nativeHistograms', () => true, 'nativeHistograms is a function; it must be true or false'],
  ['collectTimeoutMs', Number.NaN, 'collectTimeoutMs is NaN; it must be a whole number from 1'],
  ['exlcude', [], 'there is no option "exlcude" (there are: registry, prefix, buckets, exclude,'],
])('code without types is told that %s cannot be %j', (name, value, message) => {
  const create = () => metrics(Object.assign({ registry: new Registry(), env: {} }, { [name]: value }));
  expect(create).toThrow(message);
});

test('options that an object inherits count', () => {
  const shared = { registry: new Registry(), env: {}, prefix: 'shop_' };
  expect(metrics(Object.create(shared)).registry).toBe(shared.registry);
  expect(shared.registry.getSingleMetric('shop_http_requests_total')).toBeDefined();
});

test('an option of another kind hides nothing of what else is wrong', () => {
  const wrong: object = { registry: 5, prefix: 'Shop-', exclude: '/health', metricsToken: 12_345, labels: { le: 1 } };
  expect(() => metrics(wrong)).toThrow(
    /registry is 5; .*; exclude is "\/health"; .*; metricsToken is a number; .*; prefix is "Shop-"; .*; label "le" is reserved; label "le" is 1; /,
  );
  expect(() => untyped(metrics)('shop')).toThrow('metrics() takes an object of options; it was given "shop"');
});
