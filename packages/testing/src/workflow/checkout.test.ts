import { execFileSync } from 'node:child_process';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, expect, test } from '@jest/globals';
import { runWorkflow, type WorkflowResult } from './index.js';
import { job, removeRepositories, repository } from './repository-for-tests.js';

afterEach(removeRepositories);

const FILE = 'main.yml';

async function run(folder: string, repositories: Record<string, string> = {}): Promise<WorkflowResult> {
  return await runWorkflow({ repository: { name: 'acme/shop', folder }, file: FILE, event: 'push', repositories });
}

const workflow = (inputs: string) => `
on: push
jobs:
  one:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
        with: ${inputs}
      - run: find . -type f | sort
`;

test('checks out what git tracks or would track, as it lies there', async () => {
  const folder = await repository({
    [FILE]: workflow('{ persist-credentials: false }'),
    '.gitignore': 'ignored/\n',
    'tracked.txt': 'a',
    'deleted.txt': 'b',
    'ignored/big.bin': 'c',
  });
  execFileSync('git', ['init', '-q', folder]);
  execFileSync('git', ['-C', folder, 'add', '.']);
  await rm(path.join(folder, 'deleted.txt'));
  const { log } = job(await run(folder), 'one');
  expect(log).toContain('./.gitignore\n./main.yml\n./tracked.txt');
  expect(log).not.toMatch(/ignored\/big|deleted\.txt/);
});

test('copies a plain folder whole, but for what is installed', async () => {
  const folder = await repository({ [FILE]: workflow('{}'), 'node_modules/x/index.js': '', 'a/b.txt': '' });
  const { log } = job(await run(folder), 'one');
  expect(log).toContain('./a/b.txt\n./main.yml');
  expect(log).not.toContain('node_modules');
});

test('checks out another repository below a path', async () => {
  const other = await repository({ 'there.txt': '' });
  const folder = await repository({ [FILE]: workflow('{ repository: suite/fly, path: suite }') });
  expect(job(await run(folder, { 'suite/fly': other }), 'one').log).toContain('./suite/there.txt');
});

test.each([
  ['{ path: ../outside }', 'is not under'],
  ['{ submodules: true }', 'Not supported by this runner: actions/checkout with submodules'],
  ['{ repository: who/knows }', 'checking out who/knows'],
])('refuses %s', async (inputs, message) => {
  const ran = await run(await repository({ [FILE]: workflow(inputs) }));
  expect(ran.result).toBe('failure');
  expect(job(ran, 'one').annotations[0]?.message).toContain(message);
});
