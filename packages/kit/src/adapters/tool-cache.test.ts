import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { diskFiles } from './disk-files.js';
import { actionsToolCache } from './tool-cache.js';

const file = { tool: 'flyctl-archive', version: '0.4.87', arch: 'x64', name: 'flyctl.tar.gz' };

let folder: string;
let before: string | undefined;
beforeEach(async () => {
  folder = await diskFiles.makeTemporaryFolder();
  before = process.env['RUNNER_TOOL_CACHE'];
});
afterEach(async () => {
  if (before === undefined) delete process.env['RUNNER_TOOL_CACHE'];
  else process.env['RUNNER_TOOL_CACHE'] = before;
  await diskFiles.removeFolder(folder);
});

test('finds what was kept, by tool, version and system', async () => {
  process.env['RUNNER_TOOL_CACHE'] = join(folder, 'cache');
  await writeFile(join(folder, 'one'), 'content');
  expect(await actionsToolCache.find(file)).toBeUndefined();
  await actionsToolCache.keep(join(folder, 'one'), file);
  expect(await readFile((await actionsToolCache.find(file)) ?? '', 'utf8')).toBe('content');
  expect(await actionsToolCache.find({ ...file, arch: 'arm64' })).toBeUndefined();
  expect(await actionsToolCache.find({ ...file, version: '0.4.88' })).toBeUndefined();
});

test('keeps and finds nothing where there is no tool cache', async () => {
  delete process.env['RUNNER_TOOL_CACHE'];
  await actionsToolCache.keep(join(folder, 'none'), file);
  expect(await actionsToolCache.find(file)).toBeUndefined();
});
