import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterEach, describe, expect, test } from '@jest/globals';
import { GRAFANA_VERSIONS } from '../options.js';
import { startGrafana } from '../stand-in.js';
import { probes } from './probes/index.js';

const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

const tokens = { admin: 'token-of-admin', viewer: 'token-of-viewer' };
const main = fileURLToPath(new URL('../../../lib/grafana/conformance/main.js', import.meta.url));

async function conformance(argv: readonly string[], env: NodeJS.ProcessEnv = {}) {
  const run = promisify(execFile)(process.execPath, [main, ...argv], { env: { ...env, PATH: process.env['PATH'] } });
  return await run.then(
    ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
    ({ code, stdout, stderr }: { code: number; stdout: string; stderr: string }) => ({ code, stdout, stderr }),
  );
}

describe('the command', () => {
  test('asks the server of the address, tells each probe and the count, and leaves nothing', async () => {
    const grafana = await startGrafana({ tokens, version: '11.6.6' });
    closing.push(() => grafana.stop());
    const { code, stdout, stderr } = await conformance(['--grafana', grafana.url, '--only', 'folders/'], {
      GRAFANA_API_KEY: tokens.admin,
    });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain('ok       folders/nested\n');
    expect(stdout).toMatch(/^10 of 10 probes passed on http:\S+ \(Grafana 11\.6\.6\), 2 skipped$/m);
    expect(stdout).not.toContain(tokens.admin);
    expect(grafana.state()).toMatchObject({ folders: [], dashboards: [] });
  });

  test('ends with 1 when a probe fails, and says why', async () => {
    const grafana = await startGrafana({ tokens });
    closing.push(() => grafana.stop());
    grafana.misbehave({ kind: 'error', status: 500, path: '/api/folders', method: 'POST' });
    const { code, stdout } = await conformance(['--grafana', grafana.url, '--only', 'folders/made'], {
      GRAFANA_API_KEY: tokens.admin,
    });
    expect(code).toBe(1);
    expect(stdout).toContain('step 1, POST /api/folders: it answered 500; expected 200');
    expect(stdout).toContain('0 of 1 probes passed');
  });

  test('ends with 2 when nobody answers, and when it is not told how to sign in', async () => {
    const grafana = await startGrafana({ tokens });
    await grafana.stop();
    const nobody = await conformance(['--grafana', grafana.url], { GRAFANA_API_KEY: 'k' });
    expect(nobody).toMatchObject({ code: 2 });
    expect(nobody.stderr).toContain('ECONNREFUSED');
    const unsigned = await conformance(['--grafana', grafana.url]);
    expect(unsigned).toMatchObject({ code: 2 });
    expect(unsigned.stderr).toContain('GRAFANA_USER');
  });

  test('explains itself and lists the probes without asking anybody', async () => {
    expect((await conformance(['--grafana', 'stand-in', '--help'])).stdout).toContain('--prometheus URL');
    const { stdout } = await conformance(['--grafana', 'stand-in', '--list']);
    expect(stdout.split('\n').filter((line) => /^\S/.test(line))).toEqual(probes.map(({ id }) => id));
  });

  test('gives machines the verdicts', async () => {
    const { stdout } = await conformance(['--grafana', 'stand-in', '--only', 'health/open', '--json']);
    expect(JSON.parse(stdout)).toHaveLength(GRAFANA_VERSIONS.length);
  });

  test('brings the probe that runs to its end when it is interrupted, and leaves nothing', async () => {
    const grafana = await startGrafana({ tokens });
    closing.push(() => grafana.stop());
    let child: ChildProcess | undefined;
    let stdout = '';
    const url = await frontOf(grafana.url, (asked) => {
      if (asked === 5) child?.kill('SIGINT');
    });
    const env = { GRAFANA_API_KEY: tokens.admin, PATH: process.env['PATH'] };
    child = spawn(process.execPath, [main, '--grafana', url, '--only', 'folders/'], { env });
    child.stdout?.on('data', (part) => {
      stdout += part;
    });
    const [code] = await once(child, 'close');
    expect(code).toBe(130);
    expect(stdout).toMatch(/^\d of \d probes passed/m);
    expect(grafana.state().folders).toEqual([]);
  });
});

/** Passes everything on, and tells before each request the how-manieth it is. */
async function frontOf(target: string, told: (asked: number) => void): Promise<string> {
  let asked = 0;
  const front = createServer((message, response) => {
    asked += 1;
    told(asked);
    const { method, headers } = message;
    const onward = request(target + (message.url ?? '/'), { method, headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 0, answer.headers);
      answer.pipe(response);
    });
    message.pipe(onward);
  });
  await new Promise<void>((resolve) => front.listen(0, '127.0.0.1', resolve));
  closing.push(() => {
    front.close();
    front.closeAllConnections();
  });
  const { port } = front.address() as AddressInfo;
  return `http://127.0.0.1:${port}`;
}
