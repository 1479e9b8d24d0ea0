import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from '@jest/globals';

const packageFolder = fileURLToPath(new URL('..', import.meta.url));
const load = createRequire(import.meta.url);
let consumer = '';

/** The sources alone, as after a clone: who packs need not have built. */
function unbuiltCopy(): string {
  const repository = join(consumer, 'repository');
  const copy = join(repository, 'packages', 'metrics');
  const built = ['lib', join('cjs', 'lib'), 'tsconfig.tsbuildinfo'].map((path) => join(packageFolder, path));
  cpSync(packageFolder, copy, { recursive: true, filter: (path) => !built.includes(path) });
  cpSync(join(packageFolder, '../../tsconfig.base.json'), join(repository, 'tsconfig.base.json'));
  symlinkSync(join(packageFolder, '../../node_modules'), join(repository, 'node_modules'));
  return copy;
}

/** A project that has nothing but the packed package, its peer and Express. */
beforeAll(() => {
  consumer = mkdtempSync(join(tmpdir(), 'metrics-consumer-'));
  const modules = join(consumer, 'node_modules');
  mkdirSync(join(modules, '@fly-monitoring'), { recursive: true });
  const packed = execFileSync('npm', ['pack', '--silent', '--pack-destination', consumer], { cwd: unbuiltCopy() });
  execFileSync('tar', ['xzf', join(consumer, String(packed).trim().split('\n').at(-1) ?? ''), '-C', consumer]);
  cpSync(join(consumer, 'package'), join(modules, '@fly-monitoring', 'metrics'), { recursive: true });
  for (const name of ['prom-client', 'express']) symlinkSync(folderOf(name), join(modules, name));
}, 60_000);

afterAll(() => rmSync(consumer, { recursive: true, force: true }));

function folderOf(name: string): string {
  return dirname(load.resolve(`${name}/package.json`));
}

const BODY = `
const app = express();
const m = metrics();
app.use(m);
app.get('/metrics', m.handler());
const server = app.listen(0, '127.0.0.1', async () => {
  const answer = await fetch('http://127.0.0.1:' + server.address().port + '/metrics');
  console.log(answer.status, (await answer.text()).includes('http_requests_in_flight 0'));
  server.close();
});
`;

test.each([
  ['mjs', `import express from 'express';\nimport { metrics } from '@fly-monitoring/metrics';\n${BODY}`],
  ['cjs', `const express = require('express');\nconst { metrics } = require('@fly-monitoring/metrics');\n${BODY}`],
])('the packed package works in a .%s file', (extension, source) => {
  const file = join(consumer, `consumer.${extension}`);
  writeFileSync(file, source);
  const { NODE_OPTIONS: _none, ...env } = process.env;
  const { stdout, stderr } = spawnSync(process.execPath, [file], { encoding: 'utf8', env, timeout: 20_000 });
  expect(stdout + stderr).toBe('200 true\n');
});

test('the packed package has no dependency but its peer, and no test', () => {
  const folder = join(consumer, 'node_modules', '@fly-monitoring', 'metrics');
  const { dependencies, peerDependencies } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  expect([dependencies, Object.keys(peerDependencies)]).toEqual([{}, ['prom-client']]);
  const files = String(execFileSync('find', [folder, '-type', 'f']));
  expect(files).toContain('/cjs/package.json');
  expect(files).not.toMatch(/\.test\.|\/src\/|\.map$/m);
});
