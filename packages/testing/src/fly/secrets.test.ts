import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { echoProject, startTrial, type Trial } from './trial.js';

// Real processes on a computer that others use too.
jest.setTimeout(30_000);

let trial: Trial;
beforeAll(async () => {
  trial = await startTrial();
});
afterAll(() => trial.stop());

async function environmentOf(app: string): Promise<Record<string, string>> {
  return JSON.parse((await trial.fly.fetchInside(`http://${app}.internal:8080/`)).body).env;
}

describe('secrets', () => {
  test('wait for the first deployment, then are in the environment; staged ones wait for the next', async () => {
    await trial.flyctl(['apps', 'create', 'web']);
    const cwd = echoProject(trial, 'web', '');
    expect((await trial.flyctl(['secrets', 'deploy', '-a', 'web'])).stderr).toContain(
      'no machines available to deploy',
    );
    const first = await trial.flyctl(['secrets', 'import', '-a', 'web'], { input: 'PASSWORD="p#w"\n' });
    expect(first).toMatchObject({ code: 0, stdout: 'Secrets are staged for the first deployment\n' });
    expect(await trial.json(['secrets', 'list', '-a', 'web', '--json'])).toMatchObject([
      { name: 'PASSWORD', status: 'Staged' },
    ]);
    await trial.flyctl(['deploy', '--ha=false'], { cwd });
    expect(await environmentOf('web')).toMatchObject({ PASSWORD: 'p#w', FLY_APP_NAME: 'web', FLY_REGION: 'nrt' });
    await trial.flyctl(['secrets', 'import', '--stage', '-a', 'web'], { input: 'LATER=1\n' });
    expect(await environmentOf('web')).not.toHaveProperty('LATER');
    expect((await trial.fly.state()).apps['web']?.releases).toHaveLength(1);
    await trial.flyctl(['deploy'], { cwd });
    expect(await environmentOf('web')).toMatchObject({ LATER: '1' });
    const listed = await trial.json(['secrets', 'list', '-a', 'web', '--json']);
    expect(listed).toMatchObject([
      { name: 'LATER', status: 'Deployed' },
      { name: 'PASSWORD', status: 'Deployed' },
    ]);
  });

  test('set without --stage makes a release and restarts, even when nothing changed', async () => {
    await trial.flyctl(['apps', 'create', 'again']);
    await trial.flyctl(['deploy', '--ha=false'], { cwd: echoProject(trial, 'again', '') });
    for (const version of [2, 3]) {
      await trial.flyctl(['secrets', 'set', 'SAME=1', '-a', 'again']);
      expect((await trial.fly.state()).apps['again']?.releases.at(-1)).toMatchObject({ version, status: 'complete' });
    }
    expect(await environmentOf('again')).toMatchObject({ SAME: '1' });
  });

  test('reach files decoded, and a file without its secret keeps the machine from starting', async () => {
    await trial.flyctl(['apps', 'create', 'files']);
    const cwd = echoProject(trial, 'files', '[[files]]\nguest_path = "/etc/app/key"\nsecret_name = "KEY"\n');
    const early = await trial.flyctl(['deploy', '--ha=false', '--wait-timeout', '1'], { cwd });
    expect(early.stderr).toContain("timeout reached waiting for machine's state");
    await trial.flyctl(['secrets', 'import', '--stage', '-a', 'files'], {
      input: `KEY=${Buffer.from('open sesame').toString('base64')}\n`,
    });
    const [machine] = (await trial.fly.state()).apps['files']?.machines ?? [];
    await trial.flyctl(['machine', 'destroy', machine?.id ?? '', '-a', 'files']);
    expect((await trial.flyctl(['deploy', '--ha=false'], { cwd })).code).toBe(0);
    const [next] = (await trial.fly.state()).apps['files']?.machines ?? [];
    expect((await trial.fly.exec('files', next?.id ?? '', 'cat /etc/app/key')).stdout).toBe('open sesame');
  });

  test('show in the recorded calls on standard input, and never in what flyctl prints', async () => {
    await trial.flyctl(['apps', 'create', 'quiet']);
    await trial.flyctl(['secrets', 'import', '-a', 'quiet'], { input: 'A=hidden\n' });
    const call = (await trial.fly.calls()).at(-1);
    expect(call).toMatchObject({ argv: ['secrets', 'import', '-a', 'quiet'], input: 'A=hidden\n', exitCode: 0 });
    expect(JSON.stringify([await trial.fly.state(), call?.output])).not.toContain('hidden');
  });
});
