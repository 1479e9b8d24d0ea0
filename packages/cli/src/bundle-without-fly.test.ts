import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { childProcesses } from '@fly-monitoring/kit';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';

/** Every way out leads here: what would be a request is a connection that is counted and closed. */
let wayOut: Server;
let connections = 0;
let folder: string;
let machine: Readonly<Record<string, string>>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'without-fly-'));
  wayOut = createServer((socket) => {
    connections += 1;
    socket.destroy();
  });
  await new Promise<void>((resolve) => wayOut.listen(0, '127.0.0.1', resolve));
  const address = wayOut.address();
  const proxy = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
  machine = { PATH: '/nowhere', HOME: folder, HTTPS_PROXY: proxy, HTTP_PROXY: proxy, RUNNER_TEMP: folder };
});
beforeEach(() => {
  connections = 0;
});
afterAll(async () => {
  await new Promise((resolve) => wayOut.close(resolve));
  await rm(folder, { recursive: true });
});

/** A committed bundle in this repository's checkout, which has all the files that a deploy needs. */
async function run(args: readonly string[], environment: Readonly<Record<string, string>> = {}) {
  const child = spawn(process.execPath, args, { env: { ...machine, ...environment } });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (piece) => {
      text += String(piece);
    });
  }
  const exitCode = await new Promise((resolve) => child.on('close', resolve));
  return { exitCode, text };
}

const commandLine = 'packages/cli/dist/index.js';
const action = (name: string) => `actions/${name}/dist/index.js`;

describe('without a Fly token, no request is made and nothing is run', () => {
  test.each(['deploy', 'deploy-app', 'deploy-monitoring', 'verify-targets'])('by the command %s', async (command) => {
    const { exitCode, text } = await run([commandLine, command]);
    expect(text).toContain('FLY_TOKEN_MISSING: No Fly token was given: input "fly-api-token"');
    expect(text).toContain('fly tokens create deploy');
    expect([exitCode, connections]).toEqual([1, 0]);
  });

  test.each(['deploy-app', 'deploy-monitoring', 'deploy-with-monitoring', 'verify-targets'])(
    'by the action %s',
    async (name) => {
      const { exitCode, text } = await run([action(name)], { GITHUB_ACTIONS: 'true' });
      expect(text).toContain('No Fly token was given');
      expect([exitCode, connections]).toEqual([1, 0]);
    },
  );

  test('and it is told together with what else is wrong, once', async () => {
    const { exitCode, text } = await run([commandLine, 'deploy', '--strategy', 'fast', '--flyctl-version', '9.9.9']);
    expect(text).toContain('Input "strategy" is "fast"');
    expect(text).toContain('which needs "flyctl-checksum"');
    expect(text.match(/No Fly token was given/g)).toHaveLength(1);
    expect([exitCode, connections]).toEqual([2, 0]);
  });
});

test('a checked archive from the tool cache is unpacked and run, without a request', async () => {
  const cache = join(folder, 'cache/flyctl-archive/9.9.9');
  const name = `flyctl_9.9.9_${process.platform === 'darwin' ? 'macOS' : 'Linux'}_${process.arch === 'x64' ? 'x86_64' : 'arm64'}.tar.gz`;
  const archive = join(cache, process.arch, name);
  await mkdir(dirname(archive), { recursive: true });
  await writeFile(join(folder, 'flyctl'), '#!/bin/sh\necho "Error: the flyctl of the cache was run" >&2\nexit 1\n');
  await chmod(join(folder, 'flyctl'), 0o755);
  await childProcesses.run({ file: 'tar', args: ['-czf', archive, '-C', folder, 'flyctl'] });
  await writeFile(join(cache, `${process.arch}.complete`), '');
  const checksum = createHash('sha256')
    .update(await readFile(archive))
    .digest('hex');
  const { exitCode, text } = await run([action('deploy-app')], {
    RUNNER_TOOL_CACHE: join(folder, 'cache'),
    'INPUT_FLY-API-TOKEN': 'FlyV1 fm2_a',
    'INPUT_FLYCTL-VERSION': '9.9.9',
    'INPUT_FLYCTL-CHECKSUM': checksum,
  });
  expect(text).toContain(`flyctl 9.9.9 from the tool cache, sha256 ${checksum} checked`);
  expect(text).toContain('the flyctl of the cache was run');
  expect([exitCode, connections]).toEqual([1, 0]);
});
