import { join } from 'node:path';
import { diskFiles as files } from '@fly-monitoring/kit';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type FlyWorld, flyWorld } from '../../test/fly-world.js';
import { deployApp } from './stage.js';

const flyToml = `app = "shop"
primary_region = "nrt"
[processes]
  web = "node /srv/server.mjs"
[[services]]
  processes = ["web"]
  protocol = "tcp"
  internal_port = 8080
  [[services.tcp_checks]]
    interval = "1s"
    timeout = "1s"
    grace_period = "1s"
`;
const server = `import { createServer } from 'node:http';
createServer((_, response) => response.end('ok')).listen(8080, '::');
process.on('SIGINT', () => process.exit(0));
`;
const reuse = { 'wait-timeout': '20s', 'reuse-unchanged-source': 'true' };
const budgetMs = 60_000;

/** One app, pushed again and again; the tests go in order. */
describe('a push of the same source', () => {
  let workspace: string;
  let world: FlyWorld;
  beforeAll(async () => {
    workspace = await files.makeTemporaryFolder();
    await write('fly.toml', flyToml);
    await write('Dockerfile', 'FROM node:24-slim\nCOPY server.mjs /srv/server.mjs\n');
    await write('.dockerignore', '.git\n*.md\n');
    await write('server.mjs', server);
    const paths = { '/usr/local/bin/node': process.execPath };
    world = await flyWorld(workspace, { images: { 'from:node': { paths } } });
    await push({ create: 'true', org: 'personal', revision: 'one' });
  }, budgetMs);
  afterAll(async () => {
    await world.fly.stop();
    await files.removeFolder(workspace);
  });

  const write = (path: string, text: string) => files.writeText(join(workspace, path), text);
  const push = (given: Readonly<Record<string, string>> = {}) => world.run(deployApp, { ...reuse, ...given });
  const app = async () => (await world.fly.state()).apps['shop'];
  const instances = async () => (await app())?.machines.map(({ id, instanceId }) => [id, instanceId]);
  const deploys = async () => (await world.fly.calls()).filter(({ argv }) => argv[0] === 'deploy').length;

  test(
    'keeps the machines as they are, and tells the release that stays: its start and its revision',
    async () => {
      const before = [await instances(), await deploys()];
      await write('README.md', 'Nobody builds this.');
      await write('.git/HEAD', 'another commit');
      const report = await push({ revision: 'two' });
      expect(report).toMatchObject({
        conclusion: 'success',
        outputs: { outcome: 'unchanged', changed: 'false', 'release-version': '1', revision: 'one' },
        summary: expect.stringContaining('node:24-slim is a tag that may have moved'),
      });
      expect(report.outputs['started-at']).toBe((await app())?.releases.at(-1)?.createdAt);
      expect([await instances(), await deploys()]).toEqual(before);
    },
    budgetMs,
  );

  test(
    'is released without the word for it, and says how to say it',
    async () => {
      const planned = await push({ 'dry-run': 'true', 'reuse-unchanged-source': 'false' });
      expect(planned.lines.join('\n')).toContain(
        'the source is the same as in release 1, but node:24-slim is a tag that may have moved; set input "reuse-unchanged-source" to true to keep the live release',
      );
    },
    budgetMs,
  );

  test.each<[string, string, string, string]>([
    ['a file changes', 'server.mjs', `${server}// another\n`, 'the build context changed'],
    ['the rules change', '.dockerignore', '.git\n*.md\n*.txt\n', 'the build context changed'],
    ['the configuration changes', 'fly.toml', `${flyToml}[env]\n  A = "1"\n`, 'the configuration changes'],
  ])(
    'is released when %s',
    async (_what, path, text, why) => {
      const before = await instances();
      await write(path, text);
      const report = await push();
      expect(report).toMatchObject({ outputs: { outcome: 'deployed' }, summary: expect.stringContaining(why) });
      expect(await instances()).not.toEqual(before);
      expect((await push()).outputs).toMatchObject({ outcome: 'unchanged', revision: 'abc' });
    },
    budgetMs,
  );

  test(
    'is released for other build arguments, and when it is asked for',
    async () => {
      const planned = async (given: Readonly<Record<string, string>>) =>
        (await push({ 'dry-run': 'true', ...given })).lines.join('\n');
      expect(await planned({ 'build-args': 'A=1' })).toContain('the build arguments changed');
      expect(await planned({ force: 'true' })).toContain('it was asked for with force');
    },
    budgetMs,
  );
});
