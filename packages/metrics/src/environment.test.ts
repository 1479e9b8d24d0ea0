import { describe, expect, test } from '@jest/globals';
import { Gauge, Registry } from 'prom-client';
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
