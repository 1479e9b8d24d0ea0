import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, jest, test } from '@jest/globals';
import { echoProject, eventually, startTrial } from './trial.js';

// Real processes on a computer that others use too.
jest.setTimeout(30_000);

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
    const door = fileURLToPath(new URL('../../lib/fly/index.js', import.meta.url));
    const code = `import { startFly } from ${JSON.stringify(door)}; const fly = await startFly({ images: {} }); console.log(fly.stateDir); setInterval(() => {}, 1000);`;
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
});
