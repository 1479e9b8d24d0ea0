import { childProcesses } from '@fly-monitoring/kit';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import {
  archiveOfLinux,
  type InstallingMachine,
  installingMachine,
  linux,
  pinned,
  unpinned,
} from '../../test/installing.js';
import { closed, goodArchive, makeArchive, program, releaseServer, says, sumOf } from '../../test/release-of-flyctl.js';

let machine: InstallingMachine;
beforeEach(async () => {
  machine = await installingMachine();
});
afterEach(() => machine.remove());

const otherArchive = makeArchive([{ name: 'flyctl', text: '#!/bin/sh\necho stolen\n' }]);
const sums = `${'0'.repeat(64)}  flyctl_0.4.87_macOS_arm64.tar.gz\n${sumOf(goodArchive)}  ${archiveOfLinux}\n`;
const other = { version: '9.9.9', checksum: sumOf(goodArchive) };
const archiveOfOther = 'flyctl_9.9.9_Linux_x86_64.tar.gz';

describe('the pinned version', () => {
  test('is downloaded from GitHub, compared with the table, and runs', async () => {
    const { http, asked } = releaseServer({ [archiveOfLinux]: [closed, goodArchive] });
    const installed = await machine.install({}, http);
    const url = `https://github.com/superfly/flyctl/releases/download/v0.4.87/${archiveOfLinux}`;
    expect([installed.version, installed.origin, asked]).toEqual(['0.4.87', 'download', [url, url]]);
    expect(await childProcesses.run({ file: installed.file, args: ['version'] })).toMatchObject({
      stdout: 'flyctl v0.4.87\n',
    });
  });

  test('is not run and not kept when its archive is another one than in the table', async () => {
    const { http } = releaseServer({ [archiveOfLinux]: otherArchive, 'checksums.txt': sums });
    await expect(machine.install({}, http)).rejects.toMatchObject({
      code: 'TOOL_UNVERIFIED',
      message: `flyctl 0.4.87 was not run: ${archiveOfLinux} has sha256 ${sumOf(otherArchive)}, expected ${sumOf(goodArchive)}.`,
    });
    const { http: silent } = releaseServer({});
    await expect(machine.install({}, silent)).rejects.toMatchObject({ code: 'TOOL_DOWNLOAD_FAILED' });
  });

  test.each([
    ['linux', 'arm64', 'flyctl_0.4.87_Linux_arm64.tar.gz'],
    ['darwin', 'x64', 'flyctl_0.4.87_macOS_x86_64.tar.gz'],
    ['darwin', 'arm64', 'flyctl_0.4.87_macOS_arm64.tar.gz'],
  ] as const)('for %s on %s is %s, by its own row', async (os, arch, name) => {
    const rows = { version: '0.4.87', sums: { ...unpinned.sums, [`${os}-${arch}`]: sumOf(otherArchive) } };
    const { http, names } = releaseServer({ [name]: otherArchive });
    await machine.install({ platform: { os, arch }, pinned: rows }, http);
    expect(names()).toEqual([name]);
  });

  test('has no archive for other systems, and nothing is asked', async () => {
    const { http, asked } = releaseServer({});
    const windows = { platform: { os: 'win32', arch: 'x64' } };
    await expect(machine.install(windows, http)).rejects.toThrow('no flyctl archive for win32');
    expect(asked).toEqual([]);
  });
});

describe('an empty row of the table', () => {
  test('is filled from the checksums.txt of the release, and the log says so', async () => {
    const { http, names } = releaseServer({ 'checksums.txt': sums, [archiveOfLinux]: goodArchive });
    expect(await machine.install({ pinned: unpinned }, http)).toMatchObject({ origin: 'download' });
    expect(names()).toEqual(['checksums.txt', archiveOfLinux]);
    expect(machine.lines).toContain("flyctl 0.4.87: checksum not pinned, taken from the release's checksums.txt");
  });

  test('is filled anew for a cached archive too', async () => {
    const { http } = releaseServer({ 'checksums.txt': sums, [archiveOfLinux]: goodArchive });
    await machine.install({ pinned: unpinned }, http);
    const { http: again, names } = releaseServer({ 'checksums.txt': sums });
    expect(await machine.install({ pinned: unpinned }, again)).toMatchObject({ origin: 'cache' });
    expect(names()).toEqual(['checksums.txt']);
  });

  test.each([
    ['lists other files only', sums.split('\n')[0] ?? '', 'has no sha256 for'],
    ['lists two sums for the file', `${sums}${'1'.repeat(64)}  ${archiveOfLinux}\n`, 'has no sha256 for'],
    ['is a login page', '<html>Sign in</html>', 'has no sha256 for'],
    ['is not there', says(404), '1 attempts, last: 404 from GET'],
    ['cannot be reached', closed, 'the connection was closed'],
    ['is sent on to http', { ...closed, reason: 'insecure', detail: 'no TLS' } as const, '1 attempts, last: no TLS'],
  ])('when checksums.txt %s, nothing is run, not even from the cache', async (_, answer, why) => {
    await machine.plant(archiveOfLinux, goodArchive);
    const { http, names } = releaseServer({ 'checksums.txt': answer, [archiveOfLinux]: goodArchive });
    await expect(machine.install({ pinned: unpinned }, http)).rejects.toMatchObject({
      code: 'TOOL_UNVERIFIED',
      message: expect.stringContaining(why),
    });
    expect(new Set(names())).toEqual(new Set(['checksums.txt']));
    expect(machine.seconds()).toBeLessThanOrEqual(30);
  });
});

describe('another version', () => {
  test('runs when its archive has the checksum that was given, in capitals or not', async () => {
    const { http, names } = releaseServer({ [archiveOfOther]: goodArchive });
    const wanted = { ...other, checksum: other.checksum.toUpperCase() };
    expect(await machine.install(wanted, http)).toMatchObject({ version: '9.9.9', origin: 'download' });
    expect(names()).toEqual([archiveOfOther]);
  });

  test('is not run when its archive has another checksum', async () => {
    const { http } = releaseServer({ [archiveOfOther]: otherArchive });
    await expect(machine.install(other, http)).rejects.toMatchObject({ code: 'TOOL_UNVERIFIED' });
  });

  test('runs unverified only with a warning, and then never from the cache', async () => {
    const { http } = releaseServer({ [archiveOfOther]: goodArchive });
    await machine.install(other, http);
    const again = releaseServer({ [archiveOfOther]: otherArchive });
    const installed = await machine.install({ ...other, checksum: 'unverified' }, again.http);
    expect([installed.origin, again.names()]).toEqual(['download', [archiveOfOther]]);
    expect(machine.lines.filter((line) => line.startsWith('warning: '))).toEqual([
      expect.stringContaining('flyctl 9.9.9 is downloaded and run with your token without a check'),
    ]);
  });

  test('that does not exist is asked for once', async () => {
    const { http, asked } = releaseServer({});
    await expect(machine.install(other, http)).rejects.toMatchObject({
      code: 'TOOL_DOWNLOAD_FAILED',
      message: expect.stringContaining('404'),
    });
    expect(asked).toHaveLength(1);
  });

  test('of the pinned one, with a checksum that the table contradicts, is refused before any request', async () => {
    const { http, asked } = releaseServer({});
    const wanted = { version: '0.4.87', checksum: 'f'.repeat(64), pinned };
    await expect(machine.install(wanted, http)).rejects.toMatchObject({ code: 'TOOL_UNVERIFIED' });
    expect(asked).toEqual([]);
  });
});

describe('an archive that is not what it should be', () => {
  test.each([
    ['holds no flyctl', makeArchive([{ name: 'README', text: 'x' }])],
    ['holds it in a folder above', makeArchive([{ name: '../flyctl', text: program }])],
    ['holds it at an absolute path', makeArchive([{ name: '/flyctl', text: program }])],
    ['holds a link of that name', makeArchive([{ name: 'flyctl', type: '2', link: '/bin/sh' }])],
    ['is cut off', goodArchive.subarray(0, goodArchive.length - 20)],
    ['is no archive', Buffer.from('<html></html>')],
  ])('because it %s, is not run', async (_, archive) => {
    const { http } = releaseServer({ [archiveOfOther]: archive });
    const wanted = { version: '9.9.9', checksum: sumOf(archive), platform: linux };
    await expect(machine.install(wanted, http)).rejects.toMatchObject({
      code: 'TOOL_DOWNLOAD_FAILED',
      message: `${archiveOfOther} holds no file "flyctl" that can be unpacked.`,
    });
  });
});
