import { describe, expect, test } from '@jest/globals';
import { childProcesses, interruptChildren } from './child-processes.js';

const node = (script: string) => ({ file: process.execPath, args: ['-e', script] });

/** The test's own time-out ends it otherwise. */
async function untilGone(pid: number): Promise<void> {
  for (;;) {
    try {
      process.kill(pid, 0);
    } catch {
      return;
    }
    await new Promise((resolve) => setImmediate(resolve));
  }
}

describe('childProcesses', () => {
  test('gives exit code, both streams whole, and each line as it comes', async () => {
    const lines: string[] = [];
    const outcome = await childProcesses.run({
      ...node(
        'process.stdin.on("data", (d) => console.log("got " + d)).on("end", () => { console.error("bad"); process.exitCode = 3; })',
      ),
      stdin: 'secret by stdin',
      onLine: (line, stream) => lines.push(`${stream}: ${line}`),
    });
    expect(outcome).toEqual({ kind: 'exited', exitCode: 3, stdout: 'got secret by stdin\n', stderr: 'bad\n' });
    expect(lines.sort()).toEqual(['stderr: bad', 'stdout: got secret by stdin']);
  });

  test('says when there is no such program', async () => {
    expect(await childProcesses.run({ file: 'no-such-program-here', args: [] })).toEqual({
      kind: 'not-found',
      file: 'no-such-program-here',
    });
  });

  test('stops a child that hangs, and keeps what it said', async () => {
    const outcome = await childProcesses.run({
      ...node('console.log("begun"); setInterval(() => {}, 1000)'),
      timeoutMs: 700,
    });
    expect(outcome).toEqual({ kind: 'timed-out', afterMs: 700, stdout: 'begun\n', stderr: '' });
  });

  test('gives a child what it is told to inherit, what is its own, and nothing else of the job', async () => {
    const job = { KIT_TEST_NAMED: 'named', KIT_TEST_OTHER: 'other', 'INPUT_GRAFANA-TOKEN': 'glsa', LOG_LEVEL: 'debug' };
    Object.assign(process.env, job);
    try {
      const command = node('console.log(JSON.stringify(process.env))');
      const outcome = await childProcesses.run({ ...command, env: { OWN: 'own' }, inherits: ['KIT_TEST_NAMED'] });
      const seen: Record<string, string> = JSON.parse(outcome.kind === 'exited' ? outcome.stdout : '');
      expect(seen).toMatchObject({ PATH: process.env['PATH'], KIT_TEST_NAMED: 'named', OWN: 'own' });
      expect(Object.keys(seen)).toEqual(
        expect.not.arrayContaining(['KIT_TEST_OTHER', 'INPUT_GRAFANA-TOKEN', 'LOG_LEVEL']),
      );
    } finally {
      for (const name of Object.keys(job)) delete process.env[name];
    }
  });

  test('a started process runs until it is stopped', async () => {
    let up = () => {};
    const ready = new Promise<void>((resolve) => {
      up = resolve;
    });
    const running = childProcesses.start({
      ...node('console.log("up"); setInterval(() => {}, 1000)'),
      onLine: () => up(),
    });
    await ready;
    await running.stop();
    expect(await running.ended).toMatchObject({ kind: 'exited', stdout: 'up\n' });
  });

  test('a child that is tied to us has its input open, and can see that we are gone', async () => {
    const script =
      'process.stdin.on("end", () => process.exit(9)).resume(); console.log("up"); setInterval(() => {}, 1000)';
    const owner = `
      import { childProcesses } from ${JSON.stringify(new URL('../../lib/adapters/child-processes.js', import.meta.url).href)};
      childProcesses.start({ file: process.execPath, args: ['-e', ${JSON.stringify(`console.error(process.pid);${script}`)}], isTiedToUs: true,
        onLine: (line, stream) => { console.log(line); if (stream === 'stdout') process.exit(0); } });`;
    const outcome = await childProcesses.run({ file: process.execPath, args: ['--input-type=module', '-e', owner] });
    const pid = Number(outcome.kind === 'exited' ? /\d+/.exec(outcome.stdout)?.[0] : Number.NaN);
    expect(pid).toBeGreaterThan(0);
    await untilGone(pid);
  });

  test('a child that does not read its input is no error', async () => {
    const outcome = await childProcesses.run({ ...node('process.exit(0)'), stdin: 'x'.repeat(1_000_000) });
    expect(outcome).toMatchObject({ kind: 'exited', exitCode: 0 });
  });

  test('children that still run are interrupted together, and waited for', async () => {
    let lines = 0;
    let bothUp = () => {};
    const ready = new Promise<void>((resolve) => {
      bothUp = resolve;
    });
    const onLine = () => {
      lines += 1;
      if (lines === 2) bothUp();
    };
    const polite = 'process.on("SIGINT", () => process.exit(7)); console.log("up"); setInterval(() => {}, 1000)';
    const children = [1, 2].map(() => childProcesses.start({ ...node(polite), onLine }));
    await ready;
    await interruptChildren();
    for (const child of children) expect(await child.ended).toMatchObject({ kind: 'exited', exitCode: 7 });
  });
});
