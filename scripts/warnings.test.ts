import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { engineOrSkip } from '@fly-monitoring/testing/engines';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'warnings here-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const printsWarnings = (node: string) => {
  const options = join(process.cwd(), 'scripts/jest-node-options.mjs');
  const asked = spawnSync(
    node,
    ['--input-type=module', '-e', `import(${JSON.stringify(options)}).then((m) => console.log(m.jestNodeOptions({})))`],
    { encoding: 'utf8', env: { PATH: '' } },
  );
  const file = join(folder, 'warns.cjs');
  writeFileSync(
    file,
    `new (require('node:vm').SourceTextModule)('1');
process.emitWarning('Another is an experimental feature', 'ExperimentalWarning');
process.emitWarning('Old', 'DeprecationWarning');`,
  );
  return spawnSync(node, [file], { encoding: 'utf8', env: { NODE_OPTIONS: asked.stdout.trim() } }).stderr;
};

function expectOnlyOthers(stderr: string): void {
  expect(stderr).not.toContain('VM Modules');
  expect(stderr).toContain('ExperimentalWarning: Another');
  expect(stderr).toContain('DeprecationWarning: Old');
}

describe('a run of jest leaves out the warning about VM modules and no other', () => {
  test('with this Node', () => expectOnlyOthers(printsWarnings(process.execPath)));
  engineOrSkip(test, ['node-22'])('with Node 22', (paths) => expectOnlyOthers(printsWarnings(paths['node-22'])));
  engineOrSkip(test, ['node-24'])('with Node 24', (paths) => expectOnlyOthers(printsWarnings(paths['node-24'])));
});
