import { chmod, stat, symlink, writeFile } from 'node:fs/promises';
import { expect, test } from '@jest/globals';
import { diskFiles as files } from './disk-files.js';

test('writes, lists, reads and removes; what is missing is undefined or empty, not an error', async () => {
  const folder = await files.makeTemporaryFolder();
  await files.writeText(`${folder}/b/two.txt`, '2');
  await files.writeText(`${folder}/one.txt`, '1');
  expect(await files.list(folder)).toEqual(['b/two.txt', 'one.txt']);
  expect(await files.readText(`${folder}/b/two.txt`)).toBe('2');
  expect(await files.readText(`${folder}/none`)).toBeUndefined();
  expect(await files.list(`${folder}/none`)).toEqual([]);
  await files.removeFolder(folder);
  expect(await files.exists(folder)).toBe(false);
});

test('copies keep the mode, and their sum tells equal content', async () => {
  const folder = await files.makeTemporaryFolder();
  await writeFile(`${folder}/run.sh`, 'echo');
  await chmod(`${folder}/run.sh`, 0o755);
  await files.copy(`${folder}/run.sh`, `${folder}/a/b/run.sh`);
  expect((await stat(`${folder}/a/b/run.sh`)).mode & 0o777).toBe(0o755);
  expect(await files.sha256(`${folder}/a/b/run.sh`)).toBe(await files.sha256(`${folder}/run.sh`));
  expect(await files.sha256(`${folder}/none`)).toBeUndefined();
  await files.removeFolder(folder);
});

test('bytes are written for this user alone, and executable only where told', async () => {
  const folder = await files.makeTemporaryFolder();
  await files.writeBytes(`${folder}/plain`, Buffer.from([0, 255]));
  await files.writeBytes(`${folder}/program`, Buffer.from('#!'), { isExecutable: true });
  const modes = await Promise.all(['plain', 'program'].map(async (name) => (await stat(`${folder}/${name}`)).mode));
  expect(modes.map((mode) => mode & 0o777)).toEqual([0o600, 0o700]);
  expect([...((await files.readBytes(`${folder}/plain`)) ?? [])]).toEqual([0, 255]);
  expect(await files.readBytes(`${folder}/none`)).toBeUndefined();
  await files.removeFolder(folder);
});

test('ports that are found at the same time are not the same', async () => {
  const ports = await Promise.all(Array.from({ length: 500 }, () => files.freePort()));
  expect(new Set(ports).size).toBe(500);
});

test('a file that is there and cannot be read is named with the reason', async () => {
  const folder = await files.makeTemporaryFolder();
  await symlink(`${folder}/loop.json`, `${folder}/loop.json`);
  await expect(files.readText(`${folder}/loop.json`)).rejects.toMatchObject({
    code: 'FILE_INVALID',
    message: expect.stringMatching(/loop\.json cannot be read: ELOOP/),
  });
  await files.removeFolder(folder);
});

test('a folder tells its entries with their modes, and follows no link', async () => {
  const folder = await files.makeTemporaryFolder();
  await files.writeText(`${folder}/b/two.txt`, '2');
  await writeFile(`${folder}/run.sh`, 'echo');
  await chmod(`${folder}/run.sh`, 0o755);
  await symlink('b/gone.txt', `${folder}/link`);
  expect(await files.entries(folder)).toEqual([
    { name: 'b', kind: 'folder', mode: expect.any(Number) },
    { name: 'link', kind: 'link', mode: expect.any(Number), target: 'b/gone.txt' },
    { name: 'run.sh', kind: 'file', mode: 0o755 },
  ]);
  expect(await files.entries(`${folder}/none`)).toEqual([]);
  await files.removeFolder(folder);
});
