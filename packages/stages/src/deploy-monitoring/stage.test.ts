import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { diskFiles as files, type StageReport } from '@fly-monitoring/kit';
import { engineOrSkip } from '@fly-monitoring/testing/engines';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type FlyWorld, flyWorld } from '../../test/fly-world.js';
import { deployMonitoring } from './stage.js';

const app = 'fechatter-monitoring';
const password = 'correct horse battery';
const given = { 'prometheus-password': password, 'metrics-token': 'tok-s3cret-1', 'ready-timeout': '60s' };
const budgetMs = 90_000;

/** This repository's image with a real Prometheus, deployed to the Fly stand-in; the tests go in order. */
engineOrSkip(describe, ['prometheus-3', 'promtool-3'])('deploy-monitoring', (engines) => {
  let workspace: string;
  let world: FlyWorld;
  let first: StageReport;
  beforeAll(async () => {
    workspace = await files.makeTemporaryFolder();
    for (const path of ['fly.toml', 'fly.monitoring.toml', 'Dockerfile.monitoring', 'monitoring']) {
      await cp(join(process.cwd(), path), join(workspace, path), { recursive: true });
    }
    const paths = {
      '/usr/local/bin/prometheus': engines['prometheus-3'],
      '/usr/local/bin/promtool': engines['promtool-3'],
    };
    world = await flyWorld(workspace, { images: { 'from:prom/prometheus': { paths } } });
  }, budgetMs);
  afterAll(async () => {
    await world.fly.stop();
    await files.removeFolder(workspace);
  });

  test('without the app says how to make it, and a dry run tells what would be done', async () => {
    await expect(world.run(deployMonitoring, given)).rejects.toMatchObject({ code: 'FLY_APP_MISSING' });
    const report = await world.run(deployMonitoring, { ...given, create: 'true', org: 'personal', 'dry-run': 'true' });
    expect(report.lines).toContain('  would create the app fechatter-monitoring in the organisation personal');
    expect((await world.fly.state()).apps).toEqual({});
  });

  test(
    'creates it, and Prometheus is ready behind its password',
    async () => {
      first = await world.run(deployMonitoring, { ...given, create: 'true', org: 'personal' });
      expect(first).toMatchObject({
        conclusion: 'success',
        outputs: {
          url: `https://${app}.fly.dev`,
          changed: 'true',
          'release-version': '1',
          'previous-release-version': '',
        },
      });
      const state = (await world.fly.state()).apps[app];
      expect(state?.machines).toMatchObject([{ state: 'started', mounts: [{ path: '/prometheus' }] }]);
      expect(state?.secrets).toEqual(
        expect.arrayContaining(['METRICS_TOKEN', 'PROMETHEUS_BASIC_AUTH', 'PROMETHEUS_SELF_AUTH']),
      );
    },
    budgetMs,
  );

  test(
    'a second time with the same inputs restarts nothing and stages nothing',
    async () => {
      const before = (await world.fly.state()).apps[app];
      const report = await world.run(deployMonitoring, given);
      expect(report.outputs).toMatchObject({ changed: 'false', 'release-version': '1' });
      const after = (await world.fly.state()).apps[app];
      expect([after?.releases, after?.machines]).toEqual([before?.releases, before?.machines]);
      expect(report.lines.filter((line) => line.includes('stage'))).toEqual([]);
    },
    budgetMs,
  );

  test(
    'with another password stages only what changes with it, and releases once',
    async () => {
      const report = await world.run(deployMonitoring, { ...given, 'prometheus-password': 'another one' });
      expect(report.lines).toContain('→ stage the secrets PROMETHEUS_BASIC_AUTH, PROMETHEUS_SELF_AUTH');
      expect(report.outputs).toMatchObject({
        changed: 'true',
        'release-version': '2',
        'previous-release-version': '1',
        'previous-image': first.outputs['image'],
      });
    },
    budgetMs,
  );

  test(
    'made private it has no public service any more, and is asked through flyctl proxy',
    async () => {
      const report = await world.run(deployMonitoring, {
        'metrics-token': given['metrics-token'],
        'ready-timeout': '60s',
      });
      expect(report).toMatchObject({ conclusion: 'success', outputs: { url: '', changed: 'true' } });
      expect(world.commandLines()).toMatch(/flyctl proxy \d+:9090 -q --watch-stdin -a fechatter-monitoring/);
      expect((await world.fly.state()).apps[app]?.secrets).toEqual(['METRICS_TOKEN']);
    },
    budgetMs,
  );

  test(
    'a release that Fly silently takes back is not believed, and the way back is told',
    async () => {
      await world.fly.misbehave({ kind: 'image-reverted' });
      const report = await world.run(deployMonitoring, given);
      expect(report).toMatchObject({
        conclusion: 'failure',
        outputs: { changed: 'false', 'previous-release-version': '3' },
        annotations: [{ title: 'DEPLOY_NOT_LIVE', message: expect.stringContaining('runs release 3, expected 4') }],
      });
      await world.fly.behave();
    },
    budgetMs,
  );

  test('no secret was on a command line, in the log or in a report', async () => {
    const calls = (await world.fly.calls()).map(({ argv, output }) => `${argv.join(' ')}\n${output}`).join('\n');
    const seen = [world.commandLines(), calls, JSON.stringify(first)].join('\n');
    for (const secret of [password, 'another one', given['metrics-token'], world.fly.token.replace('FlyV1 ', '')]) {
      expect(seen).not.toContain(secret);
    }
    expect(seen).not.toContain('$2b$');
  });
});
