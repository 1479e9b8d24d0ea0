import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type LocalPlatform, startLocalPlatform } from '@fly-monitoring/demo';
import { childProcesses } from '@fly-monitoring/kit';
import { engineOrSkip, findEngine } from '@fly-monitoring/testing/engines';
import { type RunOptions, runWorkflow, type WorkflowResult } from '@fly-monitoring/testing/workflow';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { editFile, type JobFolders, makeJobFolders, pinPrometheus, removeJobFolders } from './workspace.js';

const root = process.cwd();
const green = { deploy: 'success', log: '' };
const file = '.github/workflows/deploy-monitoring.yml';
const minutes = 60_000;

/** What an owner of another app has in the own repository: files and services, no code of the suite. */
const callersFiles = [
  ...['fly.toml', 'fly.monitoring.toml', 'Dockerfile.monitoring', 'docker', 'monitoring', 'dashboards'],
  ...['package.json', 'package-lock.json', '.npmrc', 'tsconfig.base.json', 'packages/metrics', 'packages/fechatter'],
];

/** As a commit holds them: nothing that was installed or compiled. */
function copyCommitted(path: string, folder: string): void {
  const filter = (source: string) => !/\/(node_modules|lib|dist)(\/|$)/.test(source.slice(root.length));
  cpSync(join(root, path), join(folder, path), { recursive: true, filter });
}

const callersWorkflow = `
name: deploy
on:
  workflow_dispatch:
permissions:
  contents: read
jobs:
  deploy:
    uses: acme/suite/.github/workflows/deploy-monitoring.yml@v1
    with:
      monitoring-app: shop-monitoring
      create: true
      org: personal
    secrets: inherit
`;

engineOrSkip(describe, ['prometheus-3', 'promtool-3', 'nats-server'])('the workflow', () => {
  let platform: LocalPlatform;
  let secrets: Record<string, string>;
  let folder: string;
  let own: JobFolders;

  beforeAll(async () => {
    own = makeJobFolders();
    platform = await startLocalPlatform({ root });
    pinPrometheus(own.workspace, platform.prometheus.version);
    folder = mkdtempSync(join(tmpdir(), 'caller-'));
    const { FLY_API_TOKEN = '', PROMETHEUS_PASSWORD = '', METRICS_TOKEN = '' } = platform.environment;
    secrets = { FLY_API_TOKEN, PROMETHEUS_PASSWORD, METRICS_TOKEN, GRAFANA_API_KEY: platform.grafanaToken };
  }, minutes);

  afterAll(async () => {
    await platform?.stop();
    removeJobFolders(own);
    rmSync(folder, { recursive: true, force: true });
  }, minutes);

  /** What a runner has: the way out, and no secret. */
  function runnerEnvironment(): Record<string, string> {
    const {
      PATH = '',
      HTTPS_PROXY = '',
      NO_PROXY = '',
      NODE_EXTRA_CA_CERTS = '',
      FLY_CONFIG_DIR = '',
    } = platform.environment;
    return { PATH, HTTPS_PROXY, NO_PROXY, NODE_EXTRA_CA_CERTS, FLY_CONFIG_DIR };
  }

  function run(options: Pick<RunOptions, 'event'> & Partial<RunOptions>): Promise<WorkflowResult> {
    const node = findEngine('node-24');
    return runWorkflow({
      repository: { name: 'acme/fechatter', folder: own.workspace },
      file,
      sha: 'c0ffee0123456789c0ffee0123456789c0ffee01',
      secrets,
      vars: { GRAFANA_URL: platform.grafana.url },
      env: runnerEnvironment(),
      ...(node.found && { nodeFor24: node.path }),
      ...options,
    });
  }

  function resultsOf(result: WorkflowResult): Record<string, string> {
    return Object.fromEntries(Object.values(result.jobs).map((job) => [job.id, job.result]));
  }

  test(
    'without the apps says of both what to do, and begins nothing',
    async () => {
      const result = await run({ event: 'push' });
      expect(resultsOf(result)).toEqual({ deploy: 'failure' });
      const log = result.jobs['deploy']?.log ?? '';
      expect(log).toContain('Create it once with "fly apps create fechatter"');
      expect(log).toContain('Create it once with "fly apps create fechatter-monitoring"');
      expect(log).toContain('Nothing was changed. [FLY_APP_MISSING]');
      expect((await platform.fly.state()).apps).toEqual({});
    },
    2 * minutes,
  );

  test(
    'deploys nothing when only a later step would be refused',
    async () => {
      const inputs = { create: true, org: 'personal' };
      const wrong = { ...secrets, GRAFANA_API_KEY: 'glsa_of-another-grafana' };
      const result = await run({ event: 'workflow_dispatch', inputs, secrets: wrong });
      expect(resultsOf(result)).toEqual({ deploy: 'failure' });
      expect(result.jobs['deploy']?.log).toContain('[GRAFANA_TOKEN_REFUSED]');
      expect((await platform.fly.state()).apps).toEqual({});
    },
    2 * minutes,
  );

  test(
    'on a push is green, with every target proved and no secret in sight',
    async () => {
      for (const app of ['fechatter', 'fechatter-monitoring']) {
        const args = ['apps', 'create', app, '--org', 'personal'];
        await childProcesses.run({ file: 'flyctl', args, env: platform.environment });
      }
      const result = await run({ event: 'push' });
      expect({ ...resultsOf(result), log: result.result === 'success' ? '' : result.log }).toEqual(green);
      expect(result.outputs).toMatchObject({
        'app-url': 'https://fechatter.fly.dev',
        'monitoring-url': 'https://fechatter-monitoring.fly.dev',
        'app-release-version': '1',
        'targets-up': '8',
        'targets-total': '8',
        blames: '[]',
        verdict: 'pass',
      });
      const group = 'fly-monitoring-deploy-fly.toml-production';
      expect(result.concurrency).toMatchObject({ group, cancelInProgress: false });
      const seen = JSON.stringify(result);
      for (const secret of Object.values(secrets)) expect(seen).not.toContain(secret);
    },
    4 * minutes,
  );

  test(
    'on a dispatch with dry-run prints what it would do, and changes nothing',
    async () => {
      const before = await platform.fly.state();
      const result = await run({ event: 'workflow_dispatch', inputs: { 'dry-run': true } });
      expect({ ...resultsOf(result), log: result.result === 'success' ? '' : result.log }).toEqual(green);
      expect(result.jobs['deploy']?.log).toContain('deploy fechatter');
      const after = await platform.fly.state();
      for (const app of Object.keys(before.apps)) {
        expect(after.apps[app]?.releases).toEqual(before.apps[app]?.releases);
      }
    },
    2 * minutes,
  );

  test(
    'called from another repository deploys the files of that one with the actions of this one',
    async () => {
      for (const path of callersFiles) copyCommitted(path, folder);
      editFile(join(folder, 'fly.toml'), /^app = .*$/m, 'app = "shop"');
      pinPrometheus(folder, platform.prometheus.version);
      mkdirSync(join(folder, '.github/workflows'), { recursive: true });
      writeFileSync(join(folder, '.github/workflows/deploy.yml'), callersWorkflow);

      const result = await run({
        event: 'workflow_dispatch',
        repository: { name: 'acme/shop', folder },
        file: '.github/workflows/deploy.yml',
        repositories: { 'acme/suite': root },
      });
      const called = result.jobs['deploy']?.jobs ?? {};
      const results = Object.fromEntries(Object.values(called).map((job) => [job.id, job.result]));
      expect({ ...results, log: result.result === 'success' ? '' : result.log }).toEqual(green);
      const apps = Object.keys((await platform.fly.state()).apps);
      expect(apps).toEqual(expect.arrayContaining(['shop', 'shop-monitoring']));
      const proof = called['deploy']?.summary ?? '';
      expect(proof).toContain('fechatter\\_server');
    },
    4 * minutes,
  );
});
