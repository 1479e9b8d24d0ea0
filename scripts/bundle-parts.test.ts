import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'bundle-parts-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** In a process of its own, as bundling runs it. */
function run(script: string) {
  return spawnSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' });
}

describe('the proof of a bundle', () => {
  const prove = () =>
    run(
      `import { prove } from './scripts/prove-bundle.mjs'; prove(${JSON.stringify(folder)}, { isCommandLine: false });`,
    );
  const aChunk = () => join(folder, readdirSync(folder).find((name) => name.endsWith('.index.js')) ?? 'none');
  beforeEach(() => cpSync('actions/deploy-app/dist', folder, { recursive: true }));

  test('passes one whose files are all there', () => {
    expect(prove()).toMatchObject({ status: 0, stderr: '' });
  });

  test('fails when a file that is loaded later is not there', () => {
    rmSync(aChunk());
    expect(prove().stderr).toContain('the bundle asks for the files');
  });

  test('fails when a file that is loaded later cannot be loaded', () => {
    writeFileSync(aChunk(), 'export const id = ;\n');
    expect(prove().stderr).toContain('a file of the bundle cannot be loaded');
  });
});

test('the licences of all files of a bundle are brought together, each package once', () => {
  const merge = `
    import { entryHeads, mergeLicenses } from './scripts/bundle-licenses.mjs';
    const packages = { 'node_modules/undici': { license: 'MIT' }, 'packages/kit': { name: '@own/kit', license: 'Apache-2.0' } };
    const texts = ['@own/kit\\nApache-2.0\\n', '@own/kit\\nApache-2.0\\n\\nundici\\nMIT\\nCopyright\\n\\nundici\\nis a word\\n'];
    process.stdout.write(mergeLicenses(texts, entryHeads({ packages })));`;
  expect(run(merge).stdout).toBe('@own/kit\nApache-2.0\n\nundici\nMIT\nCopyright\n\nundici\nis a word\n');
});
