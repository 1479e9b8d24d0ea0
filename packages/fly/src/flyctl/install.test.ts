import { createHash } from 'node:crypto';
import { access, chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { childProcesses, diskFiles, type Http, type Log } from '@fly-monitoring/kit';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { exited, scriptedProcesses } from '../../test/scripted-processes.js';
import { type FlyctlInstallation, type InstallEdges, installFlyctl } from './install.js';

const log: Log = { info: () => {}, group: (_, body) => body(), annotate: () => {} };
const clock = { now: () => 0, sleep: async () => {} };
const wanted: FlyctlInstallation = { version: '0.4.87', platform: { os: 'linux', arch: 'x64' } };

let folder: string;
let archive: Buffer;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'install-test-'));
  await mkdir(join(folder, 'made'));
  await writeFile(join(folder, 'made', 'flyctl'), '#!/bin/sh\necho flyctl v0.4.87\n');
  await chmod(join(folder, 'made', 'flyctl'), 0o755);
  await childProcesses.run({
    file: 'tar',
    args: ['-czf', join(folder, 'a.tgz'), '-C', join(folder, 'made'), 'flyctl'],
  });
  archive = await readFile(join(folder, 'a.tgz'));
});
afterEach(() => rm(folder, { recursive: true }));

/** GitHub's downloads, asked for by nobody else than the installer. */
function downloads(asked: string[], failures = 0): Http {
  return {
    send: async () => ({ kind: 'unreachable', reason: 'refused', detail: 'refused' }),
    download: async (url, path) => {
      asked.push(url);
      if (asked.length <= failures)
        return { kind: 'unreachable', reason: 'reset', detail: 'the connection was closed' };
      if (!url.includes('v0.4.87')) return { kind: 'response', status: 404, headers: {}, body: '' };
      await writeFile(path, archive);
      return { kind: 'downloaded', sha256: createHash('sha256').update(archive).digest('hex') };
    },
  };
}

/** Real tar and mv; flyctl itself is not on PATH. */
const processes: InstallEdges['processes'] = {
  start: (command) => childProcesses.start(command),
  run: async (command) =>
    command.file === 'flyctl' ? { kind: 'not-found', file: 'flyctl' } : childProcesses.run(command),
};
const edges = (http: Http): InstallEdges => ({ clock, http, processes, files: diskFiles, log });

describe('flyctl', () => {
  test('from PATH is taken as it is', async () => {
    const found = scriptedProcesses({ 'flyctl version': [exited('flyctl v0.4.90')] });
    const asked: string[] = [];
    const installed = await installFlyctl(wanted, { ...edges(downloads(asked)), processes: found });
    expect([installed, asked]).toEqual([{ file: 'flyctl', version: '0.4.90', origin: 'path' }, []]);
  });

  test('is downloaded once into the tool cache, and runs', async () => {
    const asked: string[] = [];
    const inCache = { ...wanted, toolCache: join(folder, 'cache') };
    const first = await installFlyctl(inCache, edges(downloads(asked, 1)));
    const second = await installFlyctl(inCache, edges(downloads(asked)));
    expect(asked.at(-1)).toBe(
      'https://github.com/superfly/flyctl/releases/download/v0.4.87/flyctl_0.4.87_Linux_x86_64.tar.gz',
    );
    expect([asked.length, first.origin, second.origin]).toEqual([2, 'download', 'cache']);
    expect(await childProcesses.run({ file: second.file, args: ['version'] })).toMatchObject({
      stdout: 'flyctl v0.4.87\n',
    });
  });

  test('with another checksum is refused and not kept', async () => {
    const inCache = { ...wanted, toolCache: join(folder, 'cache'), checksum: 'f'.repeat(64) };
    await expect(installFlyctl(inCache, edges(downloads([])))).rejects.toMatchObject({
      code: 'TOOL_DOWNLOAD_FAILED',
      message: expect.stringMatching(/has sha256 [0-9a-f]{64}, expected f{64}/),
    });
    await expect(access(join(folder, 'cache'))).rejects.toBeDefined();
  });

  test('of a version that does not exist is asked for once', async () => {
    const asked: string[] = [];
    await expect(
      installFlyctl({ ...wanted, toolCache: folder, version: '9.9.9' }, edges(downloads(asked))),
    ).rejects.toMatchObject({
      code: 'TOOL_DOWNLOAD_FAILED',
      message: expect.stringContaining('404'),
    });
    expect(asked).toHaveLength(1);
  });

  test('for another system says so', async () => {
    const windows = { ...wanted, platform: { os: 'win32', arch: 'x64' } };
    await expect(installFlyctl(windows, edges(downloads([])))).rejects.toThrow('no flyctl archive for win32');
  });
});
