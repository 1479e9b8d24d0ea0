import { access, chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { archiveOfLinux, type InstallingMachine, installingMachine } from '../../test/installing.js';
import { goodArchive, makeArchive, program, releaseServer } from '../../test/release-of-flyctl.js';
import { exited, scriptedProcesses } from '../../test/scripted-processes.js';

let machine: InstallingMachine;
beforeEach(async () => {
  machine = await installingMachine();
});
afterEach(() => machine.remove());

const server = () => releaseServer({ [archiveOfLinux]: goodArchive });
const stolen = '#!/bin/sh\necho stolen\n';

describe('the tool cache', () => {
  test('keeps the archive, and the next run needs no request', async () => {
    const first = await machine.install({}, server().http);
    const { http, asked } = server();
    const second = await machine.install({}, http);
    expect([first.origin, second.origin, asked]).toEqual(['download', 'cache', []]);
    expect(await readFile(second.file, 'utf8')).toBe(program);
    expect(second.file.startsWith(machine.cacheFolder)).toBe(false);
  });

  test('with a wrong archive is told, not used, and put right', async () => {
    await machine.plant(archiveOfLinux, makeArchive([{ name: 'flyctl', text: stolen }]));
    const installed = await machine.install({}, server().http);
    expect([installed.origin, await readFile(installed.file, 'utf8')]).toEqual(['download', program]);
    expect(machine.lines).toContain(
      'The archive of flyctl 0.4.87 in the tool cache has another sha256: it is not used.',
    );
    expect(await machine.install({}, server().http)).toMatchObject({ origin: 'cache' });
  });

  test('with a program planted beside the archive never runs that program', async () => {
    await machine.plant('flyctl', stolen);
    const first = await machine.install({}, server().http);
    await machine.plant('flyctl', stolen);
    const second = await machine.install({}, server().http);
    const programs = await Promise.all([first, second].map(({ file }) => readFile(file, 'utf8')));
    expect(programs).toEqual([program, program]);
  });

  test('that is not there, or cannot be written or read, costs a download and nothing else', async () => {
    const { toolCache: _, ...none } = { toolCache: undefined };
    const broken = { find: () => Promise.reject(new Error('EACCES')), keep: () => Promise.reject(new Error('EROFS')) };
    const alone = await machine.install({}, server().http, none);
    const full = await machine.install({}, server().http, { toolCache: broken });
    expect([alone.origin, full.origin]).toEqual(['download', 'download']);
    expect(machine.lines).toContain('flyctl was not kept in the tool cache: EROFS');
  });

  test('gives a file that only this user may run', async () => {
    const { file } = await machine.install({}, server().http);
    await expect(access(file, 1)).resolves.toBeUndefined();
  });
});

describe('flyctl on PATH', () => {
  const found = () => scriptedProcesses({ 'flyctl version': [exited('flyctl v0.4.90')] });

  test("is the user's own: taken as it is, and the log says which file and version it is", async () => {
    const bin = join(machine.cacheFolder, 'bin');
    await mkdir(bin);
    await writeFile(join(bin, 'flyctl'), program);
    await chmod(join(bin, 'flyctl'), 0o755);
    const { http, asked } = server();
    const installed = await machine.install({ path: `/nowhere:${bin}` }, http, { processes: found() });
    expect([installed, asked]).toEqual([{ file: 'flyctl', version: '0.4.90', origin: 'path' }, []]);
    expect(machine.lines).toEqual([
      `Using flyctl 0.4.90 (${bin}/flyctl): your own installation, its checksum is not checked`,
    ]);
  });

  test('counts only with the version that was asked for, when one was', async () => {
    const same = await machine.install({ version: '0.4.90', checksum: 'f'.repeat(64) }, server().http, {
      processes: found(),
    });
    const { http, names } = server();
    const differs = await machine.install({ version: '0.4.87' }, http, { processes: found() });
    expect([same.origin, differs.origin, names()]).toEqual(['path', 'download', [archiveOfLinux]]);
    expect(machine.lines).toContain('flyctl 0.4.90 (on PATH) is not used: flyctl-version is 0.4.87.');
  });
});

test('a slow download tells now and then how much has come', async () => {
  const { http } = server();
  const slow = {
    ...http,
    download: (url: string, path: string, options?: Parameters<typeof http.download>[2]) => {
      for (let second = 1; second <= 11; second++) {
        machine.pass(1_000);
        options?.onProgress?.(second * 1_000_000, 40_000_000);
      }
      return http.download(url, path);
    },
  };
  await machine.install({}, slow);
  expect(machine.lines.filter((line) => line.includes(' MB'))).toEqual([
    'Downloading flyctl: 5.0 of 40.0 MB',
    'Downloading flyctl: 10.0 of 40.0 MB',
  ]);
});
