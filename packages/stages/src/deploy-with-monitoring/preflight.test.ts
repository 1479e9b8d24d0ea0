import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { diskFiles as files, type PreparedStage, SuiteError } from '@fly-monitoring/kit';
import { type GrafanaStandIn, startGrafana } from '@fly-monitoring/testing/grafana';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type FlyWorld, flyWorld } from '../../test/fly-world.js';
import { recordingTools } from '../../test/stage-tools.js';
import { preflightAll } from './preflight.js';
import { deployWithMonitoring } from './stage.js';
import { app, type ChainStage, dashboards } from './stages.js';

const workspace = '/nowhere';

function failing(facts: Partial<SuiteError> = {}): PreparedStage {
  const preflight = () =>
    Promise.reject(new SuiteError({ code: 'GRAFANA_UNREACHABLE', message: 'no', hint: 'wait', ...facts }));
  return { preflight, run: () => Promise.reject(new Error('It must not run.')) };
}

function ask(prepared: readonly (readonly [ChainStage, PreparedStage])[]) {
  const { tools, lines } = recordingTools({ workspace });
  return { asked: preflightAll(new Map(prepared), tools), lines };
}

describe('before a chain changes anything', () => {
  test('all that keeps its stages from working is told at once, in the names of its own inputs', async () => {
    const { asked } = ask([
      [app, failing({ message: 'Input "config" is wrong.', hint: 'Correct input "config".' })],
      [dashboards, failing({ code: 'GRAFANA_TOKEN_REFUSED', message: 'The token is refused.', hint: 'Make one.' })],
    ]);
    await expect(asked).rejects.toMatchObject({
      message: 'Input "app-config" is wrong.\nThe token is refused.',
      hint: 'Correct input "app-config". Make one. Nothing was changed.',
    });
  });

  test('what may pass by itself is told and keeps nothing from being deployed', async () => {
    const { asked, lines } = ask([[dashboards, failing({ message: 'It sleeps.', isTemporary: true })]]);
    await expect(asked).resolves.toBeUndefined();
    expect(lines).toContain('It sleeps. It is tried again when its turn comes.');
  });
});

describe('a defect in asking', () => {
  test('keeps nothing from being deployed', async () => {
    const broken: PreparedStage = { ...failing(), preflight: () => Promise.reject(new TypeError('x is undefined')) };
    const { asked, lines } = ask([[dashboards, broken]]);
    await expect(asked).resolves.toBeUndefined();
    expect(lines.join()).toContain('x is undefined');
  });
});

describe('a chain whose work would be refused', () => {
  let folder: string;
  let world: FlyWorld;
  let grafana: GrafanaStandIn;
  const token = 'glsa_editor';

  beforeAll(async () => {
    folder = await files.makeTemporaryFolder();
    const isKept = (path: string) => !/node_modules|\/lib(\/|$)/.test(path);
    for (const path of [
      'fly.toml',
      'fly.monitoring.toml',
      'Dockerfile.monitoring',
      'docker',
      'monitoring',
      'dashboards',
    ]) {
      await cp(join(process.cwd(), path), join(folder, path), { recursive: true, filter: isKept });
    }
    world = await flyWorld(folder, { images: {} });
    grafana = await startGrafana({ tokens: { editor: token, viewer: 'glsa_viewer' }, datasources: [] });
  }, 60_000);
  afterAll(async () => {
    await world.fly.stop();
    await grafana.stop();
    await files.removeFolder(folder);
  });

  const run = (given: Readonly<Record<string, string>>) =>
    world.run(deployWithMonitoring, { 'grafana-url': grafana.url, 'grafana-token': token, ...given });
  const apps = async () => (await world.fly.state()).apps;

  test('names both missing apps and the missing data source, and changes nothing', async () => {
    await expect(run({})).rejects.toMatchObject({
      message: expect.stringMatching(
        /Fly app "fechatter-monitoring" does not exist.*Fly app "fechatter" does not exist.*data source/s,
      ),
      hint: expect.stringContaining('Nothing was changed.'),
    });
    expect(await apps()).toEqual({});
  });

  test.each([
    ['a token that Grafana refuses', { 'grafana-token': 'glsa_wrong' }, 'GRAFANA_TOKEN_REFUSED'],
    ['a token that may only read', { 'grafana-token': 'glsa_viewer' }, /data source|lacks/],
    ['a data source that is not there', { datasource: 'none' }, 'GRAFANA_DATASOURCE_MISSING'],
  ])('makes no app for %s', async (_, given, expected) => {
    const create = { create: 'true', org: 'personal' };
    const failure: unknown = await run({ ...create, ...given }).catch((thrown: unknown) => thrown);
    const { code, message } = failure as SuiteError;
    expect(`${code} ${message}`).toMatch(expected);
    expect(await apps()).toEqual({});
  });

  test.each([
    ['a Grafana token without an address', { 'grafana-url': '' }, '"grafana-token" (GRAFANA_API_KEY) is given, but'],
    ['a dashboard that cannot be read', { dashboards: 'broken' }, 'broken/one.json'],
  ])('makes no app for %s', async (_, given, message) => {
    await files.writeText(join(folder, 'broken/one.json'), '{');
    await expect(run({ create: 'true', org: 'personal', ...given })).rejects.toMatchObject({
      message: expect.stringContaining(message),
      hint: expect.stringContaining('Nothing was changed.'),
    });
    expect(await apps()).toEqual({});
  });
});
