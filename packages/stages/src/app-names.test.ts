import { join } from 'node:path';
import { findAppNames } from '@fly-monitoring/fly';
import { diskFiles as files, Problems } from '@fly-monitoring/kit';
import { verifyTargets } from '@fly-monitoring/verify';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { recordingTools } from '../test/stage-tools.js';
import { deployApp } from './deploy-app/stage.js';
import { deployMonitoring } from './deploy-monitoring/stage.js';
import { importDashboards } from './import-dashboards/stage.js';

let workspace: string;
beforeEach(async () => {
  workspace = await files.makeTemporaryFolder();
  await write('Dockerfile', 'FROM scratch\n');
});
afterEach(() => files.removeFolder(workspace));

type Given = Readonly<Record<string, string>>;

const write = (path: string, text: string) => files.writeText(join(workspace, path), text);
const raw = (given: Given) => ({ given, environment: { FLY_API_TOKEN: 'fm2_token' } });

async function names(given: Partial<Record<'monitoredApp' | 'monitoringApp', string>> = {}) {
  const problems = new Problems();
  const inputs = { monitoredApp: undefined, monitoringApp: undefined, ...given };
  const files_ = { appConfig: 'fly.toml', monitoringConfig: 'fly.monitoring.toml' };
  const found = await findAppNames({ ...inputs, ...files_ }, problems, { files, workspace });
  problems.throwIfAny();
  return found;
}

describe('the names of the apps', () => {
  test('come from the files', async () => {
    await write('fly.toml', 'app = "shop"\n');
    await write('fly.monitoring.toml', 'app = "watch"\n');
    expect(await names()).toMatchObject({ monitoredApp: 'shop', monitoringApp: 'watch' });
  });

  test('are those of the inputs, whatever is in files that are not needed then', async () => {
    await write('fly.toml', 'app = \n');
    await write('fly.monitoring.toml', 'app = "watch"\n');
    const given = { monitoredApp: 'shop', monitoringApp: 'eye' };
    expect(await names(given)).toEqual(given);
  });

  test('follow from the name of the app where nothing names the monitoring app', async () => {
    await write('fly.toml', 'app = "shop"\n');
    expect(await names()).toMatchObject({ monitoringApp: 'shop-monitoring' });
  });

  test("are nobody's where nothing names them", async () => {
    expect(await names()).toEqual({ monitoredApp: undefined, monitoringApp: undefined });
  });

  test('are never the same', async () => {
    await write('fly.toml', 'app = "shop"\n');
    await expect(names({ monitoringApp: 'shop' })).rejects.toMatchObject({
      code: 'INPUT_INVALID',
      message: expect.stringContaining('are both "shop"'),
    });
  });

  test('are told with everything else that is wrong', async () => {
    await write('fly.toml', 'app = "Not A Name"\n');
    await write('fly.monitoring.toml', 'app = \n');
    await expect(names()).rejects.toMatchObject({
      message: expect.stringMatching(/fly\.toml names the app "Not A Name".*\n.*fly\.monitoring\.toml is not TOML/),
    });
  });
});

describe('deploy-app', () => {
  const prepare = (given: Given) => deployApp.prepare(raw(given), recordingTools({ workspace }).tools);

  test('refuses to release the file of one app on another, and names both', async () => {
    await write('fly.staging.toml', 'app = "shop-staging"\n');
    await expect(prepare({ config: 'fly.staging.toml', 'monitored-app': 'shop' })).rejects.toMatchObject({
      code: 'INPUT_INVALID',
      message: expect.stringMatching(/"monitored-app" is "shop", but fly\.staging\.toml names the app "shop-staging"/),
    });
  });

  test('creates no app whose name nobody has written', async () => {
    await write('fly.toml', '[env]\n');
    await expect(prepare({ create: 'true', org: 'personal' })).rejects.toMatchObject({
      message: expect.stringContaining('add a line app = "<name>" to the top of fly.toml'),
    });
    await expect(prepare({ 'monitored-app': 'shop' })).resolves.toBeDefined();
  });

  test('names a missing organisation together with a missing name', async () => {
    await write('fly.toml', '[env]\n');
    await expect(prepare({ create: 'true' })).rejects.toMatchObject({
      message: expect.stringMatching(/app = "<name>".*"org" is missing/s),
    });
  });
});

describe('a stage that needs no name', () => {
  test('imports dashboards without one', async () => {
    await write('dashboards/one.json', '{"uid":"one","title":"One","panels":[]}');
    const grafana = { 'grafana-url': 'https://grafana.example', 'grafana-token': 'glsa_x' };
    await expect(importDashboards.prepare(raw(grafana), recordingTools({ workspace }).tools)).resolves.toBeDefined();
  });

  test('verifies a Prometheus whose address is given, for jobs that are given', async () => {
    const given = { 'prometheus-url': 'https://prometheus.example', jobs: 'api' };
    await expect(verifyTargets.prepare(raw(given), recordingTools({ workspace }).tools)).resolves.toBeDefined();
  });
});

describe('a stage that needs a name', () => {
  const scraped =
    'scrape_configs:\n  - job_name: api\n    dns_sd_configs:\n      - names: [shop.internal]\n        type: AAAA\n        port: 80\n';

  test('says which line or input is missing', async () => {
    await write('monitoring/prometheus-fly.yml', scraped);
    await expect(verifyTargets.prepare(raw({}), recordingTools({ workspace }).tools)).rejects.toMatchObject({
      message: expect.stringMatching(/names the monitoring app.*fly\.monitoring\.toml.*\n.*names the app.*fly\.toml/),
    });
  });

  test('deploys a monitoring app under the name that was asked for, and says so', async () => {
    await write('fly.toml', 'app = "shop"\n');
    await write('fly.monitoring.toml', 'app = "fechatter-monitoring"\n');
    await write('Dockerfile.monitoring', 'FROM x\nCOPY monitoring/prometheus-fly.yml /e/\n');
    await write('monitoring/prometheus-fly.yml', scraped);
    const { tools, lines } = recordingTools({ workspace });
    await deployMonitoring.prepare(raw({ 'monitoring-app': 'shop-eye' }), tools);
    expect(lines.join('\n')).toContain(
      'fly.monitoring.toml names the app fechatter-monitoring; deploying it as shop-eye',
    );
  });
});
