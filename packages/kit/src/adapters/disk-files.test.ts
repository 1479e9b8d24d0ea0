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
