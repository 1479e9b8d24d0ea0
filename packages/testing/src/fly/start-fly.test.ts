import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, jest, test } from '@jest/globals';
import { runOrSkip } from '../engines/index.js';
import { echoProject, eventually, startTrial } from './trial.js';

// Real processes on a computer that others use too.
jest.setTimeout(30_000);

const DOOR = fileURLToPath(new URL('../../lib/fly/index.js', import.meta.url));
const AS_NOBODY = ['--reuid', '65534', '--regid', '65534', '--clear-groups'];

/** Only root can become somebody else, and only where others may read the checkout. */
const canBeNobody = process.getuid?.() === 0 && spawnSync('setpriv', [...AS_NOBODY, 'test', '-r', DOOR]).status === 0;
const obstacle = canBeNobody ? undefined : 'it takes root, setpriv, and a checkout that nobody may read.';

/** Deploys an image of root's and one of node's, and prints who they believe to be. */
const WITHOUT_ROOT = `
import { startFly } from ${JSON.stringify(DOOR)};
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
const fly = await startFly({ images: { Dockerfile: {} } });
const seen = [fly.network, fly.honoursUsers];
for (const user of ['root', 'node']) {
  const cwd = fly.stateDir + '/' + user;
  mkdirSync(cwd);
  writeFileSync(cwd + '/Dockerfile', 'FROM x\\nUSER ' + user + '\\nCMD id -u > /tmp/who; sleep 100');
  writeFileSync(cwd + '/fly.toml', 'app = "' + user + '"');
  for (const args of [['apps', 'create', user], ['deploy', '--ha=false']]) execFileSync('flyctl', args, { cwd, env: fly.environment, stdio: 'pipe' });
  const [machine] = (await fly.state()).apps[user].machines;
  seen.push((await fly.exec(user, machine.id, 'cat /tmp/who')).stdout.trim());
}
await fly.stop();
console.log(JSON.stringify(seen));
`;

/** Processes whose arguments name the folder: the platform's, its machines' and its bridge's. */
function processesNaming(folder: string): readonly string[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((id) => {
      try {
        return (
          readFileSync(`/proc/${id}/cmdline`, 'utf8').includes(folder) ||
          readFileSync(`/proc/${id}/mountinfo`, 'utf8').includes(folder)
        );
      } catch {
        return false;
      }
    });
}

describe('the platform', () => {
  test('leaves no process and no file after stop()', async () => {
    const trial = await startTrial();
    await trial.flyctl(['apps', 'create', 'web']);
    await trial.flyctl(['deploy'], { cwd: echoProject(trial, 'web', '') });
    expect(processesNaming(trial.fly.stateDir).length).toBeGreaterThan(0);
    await trial.stop();
    await eventually(
      () => Promise.resolve(processesNaming(trial.fly.stateDir)),
      (left) => left.length === 0,
    );
    expect(existsSync(trial.fly.stateDir)).toBe(false);
  });

  test('ends with the process that started it, even when that is killed', async () => {
    const code = `import { startFly } from ${JSON.stringify(DOOR)}; const fly = await startFly({ images: {} }); console.log(fly.stateDir); setInterval(() => {}, 1000);`;
    const child = spawn(process.execPath, ['--input-type=module', '-e', code], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const folder = await new Promise<string>((resolve) =>
      child.stdout.once('data', (text: Buffer) => resolve(text.toString().trim())),
    );
    expect(existsSync(folder)).toBe(true);
    child.kill('SIGKILL');
    await eventually(
      () => Promise.resolve([existsSync(folder), processesNaming(folder)]),
      ([there, left]) => there === false && Array.isArray(left) && left.length === 0,
    );
  });

  runOrSkip(test, obstacle)('works without root; no machine then believes to be root', () => {
    const args = [...AS_NOBODY, process.execPath, '--input-type=module', '-e', WITHOUT_ROOT];
    const env = { PATH: process.env['PATH'] ?? '', HOME: '/tmp' };
    const [network, ...rest]: readonly unknown[] = JSON.parse(execFileSync('setpriv', args, { env, encoding: 'utf8' }));
    if (network === 'namespaces') expect(rest).toEqual([false, '65534', '1000']);
    else expect(network).toBe('loopback');
  });
});
