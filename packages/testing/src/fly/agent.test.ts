import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { echoProject, finish, startTrial, type Trial } from './trial.js';

describe('the agent of flyctl', () => {
  let trial: Trial;
  beforeAll(async () => {
    trial = await startTrial({ images: { Dockerfile: { paths: { '/usr/local/bin/node': process.execPath } } } });
    const cwd = echoProject(trial, 'far', '[http_service]\ninternal_port = 8080\n');
    await trial.flyctl(['apps', 'create', 'far', '--org', 'personal']);
    await trial.flyctl(['deploy', '--ha=false'], { cwd });
  }, 60_000);
  afterAll(() => trial.stop());

  const agents = async () => (await trial.fly.state()).agents;
  const own = { env: { FLY_CONFIG_DIR: '/nobody/else' } };

  /** A tunnel that is open; the function ends its flyctl. */
  async function open(port: number, options: Parameters<Trial['start']>[1]): Promise<() => Promise<unknown>> {
    const child = trial.start(['proxy', `${port}:8080`, '-q', '-a', 'far'], options);
    const ended = finish(child, '');
    await new Promise<void>((resolve) => child.stdout?.once('data', () => resolve()));
    return () => {
      child.kill('SIGTERM');
      return ended;
    };
  }
  const answers = async (port: number) => {
    const answer = await fetch(`http://127.0.0.1:${port}/`, { headers: { connection: 'close' } }).catch(
      () => undefined,
    );
    return answer?.status;
  };

  test('outlives flyctl proxy with the token, until "agent stop" ends it', async () => {
    const end = await open(18_191, own);
    await end();
    expect(await agents()).toEqual([{ folder: '/nobody/else', hasToken: true }]);
    expect(await trial.flyctl(['agent', 'stop'], own)).toMatchObject({ code: 0, stdout: '', stderr: '' });
    expect(await agents()).toEqual([]);
    expect(await trial.flyctl(['agent', 'stop'], own)).toMatchObject({
      code: 1,
      stderr: 'Error: failed dialing agent: agent not running\n',
    });
  });

  test('carries every tunnel of its configuration folder, and no other one', async () => {
    const ends = [await open(18_192, own), await open(18_193, {})];
    expect([await answers(18_192), await answers(18_193)]).toEqual([200, 200]);
    await trial.flyctl(['agent', 'stop'], own);
    expect([await answers(18_192), await answers(18_193)]).toEqual([undefined, 200]);
    for (const end of ends) await end();
    await trial.flyctl(['agent', 'stop']);
  });

  test('of a login has no token in its environment', async () => {
    const env = { ...trial.fly.sessionEnvironment, FLY_API_TOKEN: undefined };
    const end = await open(18_194, { env });
    await end();
    expect(await agents()).toMatchObject([{ hasToken: false }]);
    await trial.flyctl(['agent', 'stop'], { env });
  });
});
