import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { openFlyctl } from '@fly-monitoring/fly';
import { diskFiles as files, Secret, type Stage, type StageTools } from '@fly-monitoring/kit';
import { engineOrSkip } from '@fly-monitoring/testing/engines';
import { askMachines, explainRefusals, type TargetsVerdict } from '@fly-monitoring/verify';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { deployMonitoring } from '../src/deploy-monitoring/stage.js';
import { type FlyWorld, flyWorld } from './fly-world.js';
import { lookRows, wayRows } from './misbehaviours/rows-of-ways.js';

const app = 'fechatter-monitoring';
const budgetMs = 90_000;

/** A private Prometheus, which flyctl proxy and flyctl machine exec lead to. */
engineOrSkip(describe, ['prometheus-3', 'promtool-3'])('a way into the private network that', (engines) => {
  let workspace: string;
  let world: FlyWorld;
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
    const report = await world.run(deployMonitoring, { create: 'true', org: 'personal', 'ready-timeout': '60s' });
    if (report.conclusion !== 'success') throw new Error(JSON.stringify(report));
  }, budgetMs);
  afterEach(() => world.fly.behave());
  afterAll(async () => {
    await world.fly.stop();
    await files.removeFolder(workspace);
  });

  const outputs = async () => (await world.fly.calls()).map(({ argv, output }) => `${argv.join(' ')}\n${output}`);
  const deploys = async () => (await world.fly.calls()).filter(({ argv }) => argv[0] === 'deploy').length;

  test.each(wayRows)(
    'meets $kind ($times times) ends as $code, with no deploy more, and is there again afterwards',
    async ({ kind, times, code, says }) => {
      const [before, written] = [await deploys(), (await outputs()).length];
      await world.fly.misbehave({ kind, times });
      const [readyTimeout, speed] = code === 'success' ? ['60s', 1] : ['6s', 4];
      const report = await world.run(deployMonitoring, { 'ready-timeout': readyTimeout }, { speed });
      const [annotation] = report.annotations;
      expect(annotation?.title ?? 'success').toBe(code);
      expect(annotation?.message ?? (await outputs()).slice(written).join('\n')).toMatch(says);
      if (code !== 'success') expect(annotation?.message).toMatch(/Next: .*"fly logs -a fechatter-monitoring"/);
      const [machine] = (await world.fly.state()).apps[app]?.machines ?? [];
      expect(JSON.parse(String(report.outputs['machines']))).toMatchObject([{ id: machine?.id, release: 1 }]);
      await world.fly.behave();
      expect((await world.run(deployMonitoring, {})).conclusion).toBe('success');
      expect(await deploys()).toBe(before);
    },
    budgetMs,
  );

  test.each(lookRows)(
    'meets $kind leaves a refused target refused, and says nothing of what listens there',
    async ({ kind }) => {
      const [machine] = (await world.fly.state()).apps[app]?.machines ?? [];
      const look = () => world.run(lookInto(world.fly.token, machine?.id ?? ''), {});
      expect((await look()).outputs).toEqual({ failure: 'nothing-listens' });
      await world.fly.misbehave({ kind });
      expect((await look()).outputs).toEqual({ failure: 'refused' });
    },
    budgetMs,
  );
});

/** A part of verify-targets as a stage of its own. */
function lookInto(token: string, machineId: string): Stage {
  const look = async (tools: StageTools) => {
    const inputs = { flyctlVersion: undefined, flyctlChecksum: undefined };
    const access = { token: new Secret(token), environment: {}, inputs };
    const machines = await askMachines([app], access, tools);
    const { jobs } = await explainRefusals(refused(machineId), machines, await openFlyctl(access, tools));
    return String(jobs[0]?.rows[0]?.failure);
  };
  return {
    name: 'look',
    purpose: 'Look into a machine that refuses a scrape.',
    inputs: {},
    outputs: {},
    prepare: async (_raw, tools) => ({
      preflight: async () => {},
      run: async () => {
        const failure = await look(tools);
        return { conclusion: 'success', outputs: { failure }, summary: '', lines: [], annotations: [] };
      },
    }),
  };
}

function refused(machineId: string): TargetsVerdict {
  const row = {
    job: 'web',
    instance: '[fdaa::1]:9999',
    machineId,
    health: 'down' as const,
    verdict: 'fail' as const,
    failure: 'refused' as const,
    error: 'connection refused',
    lastScrapeMs: undefined,
    isPending: false,
  };
  return {
    jobs: [{ job: 'web', verdict: 'fail', rows: [row] }],
    unexpectedJobs: [],
    verdict: 'fail',
    isPending: false,
  };
}
