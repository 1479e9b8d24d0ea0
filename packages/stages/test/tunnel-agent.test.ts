import { join } from 'node:path';
import { openFlyctl, openTunnel } from '@fly-monitoring/fly';
import { closeableEdges, diskFiles as files, Secret, type Stage, type StageTools } from '@fly-monitoring/kit';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { deployApp } from '../src/deploy-app/stage.js';
import { type FlyWorld, flyWorld } from './fly-world.js';
import { dockerfile, server, webToml } from './misbehaviours/apps.js';

const runUrl = 'https://github.com/acme/shop/actions/runs/1';
const unlimitedMs = 60_000;

/** What a run leaves on the machine it ran on, which may be a runner that stays. */
describe('the agent of flyctl, after a run that opened a tunnel', () => {
  let workspace: string;
  let world: FlyWorld;
  beforeAll(async () => {
    workspace = await files.makeTemporaryFolder();
    await files.writeText(join(workspace, 'Dockerfile'), dockerfile);
    await files.writeText(join(workspace, 'server.mjs'), server);
    await files.writeText(join(workspace, 'fly.toml'), `app = "far"\nprimary_region = "nrt"\n${webToml}`);
    world = await flyWorld(workspace, {
      images: { 'from:node': { paths: { '/usr/local/bin/node': process.execPath } } },
    });
    const report = await world.run(deployApp, { create: 'true', org: 'personal' });
    if (report.conclusion !== 'success') throw new Error(JSON.stringify(report));
  }, unlimitedMs);
  afterEach(async () => {
    await world.fly.behave();
  });
  afterAll(async () => {
    await world.fly.stop();
    await files.removeFolder(workspace);
  });

  const agents = async () => (await world.fly.state()).agents;

  test('has gone from a runner, whether the work went well or not', async () => {
    await world.run(
      reach(world, async (url, tools) => void (await tools.http.send({ url }))),
      {},
      { runUrl },
    );
    expect(await agents()).toEqual([]);
    const breaks = reach(world, () => Promise.reject(new Error('broken')));
    await expect(world.run(breaks, {}, { runUrl })).rejects.toThrow('broken');
    expect(await agents()).toEqual([]);
  });

  test('has gone from a runner when the tunnel never opened', async () => {
    await world.fly.misbehave({ kind: 'tunnel-unavailable', times: 'always' });
    const opening = world.run(
      reach(world, async () => {}),
      {},
      { runUrl, speed: 10 },
    );
    await expect(opening).rejects.toMatchObject({ code: 'NETWORK_UNREACHABLE' });
    expect(await agents()).toEqual([]);
  });

  test('has gone from a runner when the run was cancelled', async () => {
    const closing = new AbortController();
    const work = async (url: string, tools: StageTools) => {
      closing.abort();
      await tools.http.send({ url });
    };
    await expect(world.run(reach(world, work, closing.signal), {}, { runUrl })).rejects.toMatchObject({
      name: 'Interruption',
    });
    expect(await agents()).toEqual([]);
  });

  test('stays on a laptop, where it is the user’s own, and is left alone by a run that finds it', async () => {
    const nothing = reach(world, async () => {});
    await world.run(nothing, {});
    const usual = { folder: world.fly.environment['FLY_CONFIG_DIR'], hasToken: true };
    expect(await agents()).toEqual([usual]);
    await world.run(nothing, {}, { runUrl });
    expect(await agents()).toEqual([usual]);
  });
});

/** A stage that does something at the end of a tunnel, as verify-targets and deploy-monitoring do. */
function reach(
  { fly }: FlyWorld,
  work: (url: string, tools: StageTools) => Promise<void>,
  closing = new AbortController().signal,
): Stage {
  const access = {
    token: new Secret(fly.token),
    environment: {},
    inputs: { flyctlVersion: undefined, flyctlChecksum: undefined },
  };
  const run = async (tools: StageTools) => {
    const edges = { ...tools, ...closeableEdges(tools, closing) };
    const flyctl = await openFlyctl(access, edges);
    const tunnel = await openTunnel(flyctl, edges, { app: 'far', remotePort: 8080, budgetMs: 10_000 });
    try {
      await work(tunnel.url, edges);
    } finally {
      await tunnel.close();
    }
  };
  return {
    name: 'reach',
    purpose: 'Reach a port of a machine.',
    inputs: {},
    outputs: {},
    prepare: async (_raw, tools) => ({
      preflight: async () => {},
      run: async () => {
        await run(tools);
        return { conclusion: 'success', outputs: {}, summary: '', lines: [], annotations: [] };
      },
    }),
  };
}
