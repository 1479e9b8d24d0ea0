import { join } from 'node:path';
import { diskFiles as files } from '@fly-monitoring/kit';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { type FlyWorld, flyWorld } from '../../test/fly-world.js';
import { deployApp } from './stage.js';

const flyToml = `app = "shop"
primary_region = "nrt"
[processes]
  web = "node /srv/server.mjs 8080"
  notify = "node /srv/server.mjs 9091"
[http_service]
  processes = ["web"]
  internal_port = 8080
[[services]]
  processes = ["notify"]
  protocol = "tcp"
  internal_port = 9091
  [[services.ports]]
    port = 9091
    handlers = ["tls", "http"]
  [[services.tcp_checks]]
    interval = "1s"
    timeout = "1s"
    grace_period = "1s"
`;
const server = `import { createServer } from 'node:http';
const token = process.env.METRICS_TOKEN;
createServer(({ url }, response) => response.end(url === '/token' ? token : 'ok')).listen(Number(process.argv[2]), '::');
process.on('SIGINT', () => process.exit(0));
`;
const given = { 'monitored-app': 'shop', 'metrics-token': 'tok-s3cret-1', 'wait-timeout': '20s' };
const budgetMs = 60_000;

/** A small app of two process groups, deployed to the Fly stand-in; the tests go in order. */
describe('deploy-app', () => {
  let workspace: string;
  let world: FlyWorld;
  beforeAll(async () => {
    workspace = await files.makeTemporaryFolder();
    await files.writeText(join(workspace, 'fly.toml'), flyToml);
    await files.writeText(join(workspace, 'Dockerfile'), 'FROM node:24-slim\nCOPY server.mjs /srv/server.mjs\n');
    await files.writeText(join(workspace, 'server.mjs'), server);
    const paths = { '/usr/local/bin/node': process.execPath };
    world = await flyWorld(workspace, { images: { 'from:node': { paths } } });
  }, budgetMs);
  afterEach(() => world.fly.behave());
  afterAll(async () => {
    await world.fly.stop();
    await files.removeFolder(workspace);
  });

  const releases = async () => (await world.fly.state()).apps['shop']?.releases.length;
  let image = '';

  test(
    'creates the app with the addresses that its public ports need, and both groups run the release',
    async () => {
      const report = await world.run(deployApp, { ...given, create: 'true', org: 'personal' });
      expect(report).toMatchObject({
        conclusion: 'success',
        outputs: { outcome: 'deployed', url: 'https://shop.fly.dev', changed: 'true', 'release-version': '1' },
      });
      const state = (await world.fly.state()).apps['shop'];
      expect(state?.ips.map(({ type }) => type).sort()).toEqual(['shared_v4', 'v6']);
      const groups = JSON.parse(String(report.outputs['machines'])).map(({ group }: { group: string }) => group);
      expect(new Set(groups)).toEqual(new Set(['web', 'notify']));
      image = String(report.outputs['image']);
      expect(image).toMatch(/@sha256:[0-9a-f]{64}$/);
    },
    budgetMs,
  );

  test('hands the metrics token to the services as a secret', async () => {
    const [machine] = (await world.fly.state()).apps['shop']?.machines ?? [];
    const port = machine?.group === 'web' ? 8080 : 9091;
    const answer = await world.fly.fetchInside(`http://[${machine?.privateIp}]:${port}/token`);
    expect(answer.body).toBe('tok-s3cret-1');
  });

  test(
    'releases a source build whose base is a tag each time, and an image with a digest only once',
    async () => {
      expect(await world.run(deployApp, given)).toMatchObject({
        annotations: [],
        outputs: { outcome: 'deployed', 'release-version': '2' },
        summary: expect.stringContaining('node:24-slim is a tag that may have moved'),
      });
      const byDigest = { ...given, image };
      expect(await world.run(deployApp, byDigest)).toMatchObject({
        annotations: [],
        outputs: { outcome: 'deployed', 'release-version': '3' },
      });
      const before = await releases();
      expect((await world.run(deployApp, byDigest)).outputs).toMatchObject({
        outcome: 'unchanged',
        changed: 'false',
        'release-version': '3',
        image,
      });
      expect(await releases()).toBe(before);
    },
    budgetMs,
  );

  test(
    'tries once more when the builder gives no answer, and gives up when it does so twice',
    async () => {
      await world.fly.misbehave({ kind: 'builder-fails' });
      expect((await world.run(deployApp, given)).outputs).toMatchObject({ outcome: 'deployed' });
      await world.fly.misbehave({ kind: 'builder-fails', times: 2 });
      const report = await world.run(deployApp, given);
      expect(report).toMatchObject({ conclusion: 'failure', annotations: [{ title: 'FLY_BUILD_FAILED' }] });
    },
    budgetMs,
  );

  test(
    'that fails tells what was live before, for whoever puts it back',
    async () => {
      await world.fly.misbehave({ kind: 'exit-zero-on-failure' });
      await world.fly.misbehave({ kind: 'checks-never-pass', times: 'always' });
      const report = await world.run(deployApp, { ...given, 'wait-timeout': '3s' });
      expect(report).toMatchObject({
        conclusion: 'failure',
        outputs: { outcome: 'failed', changed: 'false', 'previous-release-version': '4' },
        annotations: [{ title: 'DEPLOY_NOT_LIVE' }],
      });
      expect(report.outputs['previous-image']).toMatch(/@sha256:/);
    },
    budgetMs,
  );

  test(
    'with a wrong token says which one is needed',
    async () => {
      const failing = world.run(deployApp, { ...given, 'fly-api-token': 'FlyV1 fm2_wrong' });
      await expect(failing).rejects.toMatchObject({
        code: 'FLY_TOKEN_REFUSED',
        hint: expect.stringContaining('-a shop'),
      });
    },
    budgetMs,
  );

  test('left no secret on a command line or in what flyctl wrote', async () => {
    const calls = (await world.fly.calls()).map(({ argv, output }) => `${argv.join(' ')}\n${output}`);
    expect([world.commandLines(), ...calls].join('\n')).not.toContain('tok-s3cret-1');
  });
});
