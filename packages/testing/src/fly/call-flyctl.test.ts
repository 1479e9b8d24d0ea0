import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { callFlyctl } from './call-flyctl.js';
import { echoProject, startTrial, type Trial } from './trial.js';

describe('flyctl without a process', () => {
  let trial: Trial;
  beforeAll(async () => {
    trial = await startTrial({
      images: { 'from:node': { paths: { '/usr/local/bin/node': process.execPath } } },
      network: 'loopback',
    });
    await trial.flyctl(['apps', 'create', 'near', '--org', 'personal']);
  });
  afterAll(() => trial.stop());

  const called = (argv: readonly string[], options: { readonly cwd?: string; readonly signal?: AbortSignal } = {}) =>
    callFlyctl(trial.fly.stateDir, {
      argv,
      cwd: process.cwd(),
      env: trial.fly.environment,
      stdin: 'A="b"\n',
      ...options,
    });

  test.each([
    [['status', '-a', 'near', '--json']],
    [['status', '-a', 'nobody']],
    [['status', '--no-such-flag']],
    [['secrets', 'import', '--stage', '-a', 'near']],
  ])('says and exits as the executable does: %p', async (argv) => {
    const { code, ...written } = await trial.flyctl(argv, { input: 'A="b"\n' });
    expect(await called(argv)).toEqual({ exitCode: code, ...written });
  });

  test('is interrupted as by a signal: the platform writes down that its release was', async () => {
    const cwd = echoProject(trial, 'near', '[checks.up]\ntype = "tcp"\nport = 8080\n');
    await trial.fly.misbehave({ kind: 'checks-never-pass', times: 'always' });
    const stopping = new AbortController();
    const running = called(['deploy', cwd, '--ha=false'], { signal: stopping.signal });
    const release = async () => (await trial.fly.state()).apps['near']?.releases[0]?.status;
    while ((await release()) !== 'running') await new Promise(setImmediate);
    stopping.abort();
    expect(await running).toMatchObject({ exitCode: 127 });
    while ((await release()) === 'running') await new Promise(setImmediate);
    expect(await release()).toBe('interrupted');
  });

  test('does not listen, as "proxy" would', async () => {
    const args = ['proxy', '1:2', '[::1]', '-a', 'near'];
    await expect(called(args)).rejects.toThrow('needs a process that listens');
  });
});
