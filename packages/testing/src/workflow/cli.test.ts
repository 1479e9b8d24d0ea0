import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, test } from '@jest/globals';
import { removeRepositories, repository } from './repository-for-tests.js';

afterEach(removeRepositories);

const CLI = fileURLToPath(new URL('../../lib/workflow/cli.js', import.meta.url));

async function cli(folder: string, ...args: string[]): Promise<{ code: number | null; text: string }> {
  const child = spawn(process.execPath, [CLI, ...args], { cwd: folder, env: { ...process.env, KEY: 'hush-hush' } });
  let text = '';
  child.stdout.on('data', (part) => {
    text += String(part);
  });
  child.stderr.on('data', (part) => {
    text += String(part);
  });
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return { code, text };
}

const workflow = (script: string) => `
on: push
jobs:
  build:
    runs-on: ubuntu-latest
    outputs: { made: '\${{ steps.make.outputs.made }}' }
    steps: [{ id: make, run: '${script}' }]
`;

test('tells what each job prints and how it ended', async () => {
  const folder = await repository({
    'a.yml': workflow(`echo "key \${{ secrets.KEY }}"; echo made=it >> "$GITHUB_OUTPUT"`),
  });
  const { code, text } = await cli(folder, 'a.yml', '--secret', 'KEY');
  expect(code).toBe(0);
  expect(text).toContain('build │ key ***');
  expect(text).toMatch(/✓ build {2}success {2}[\d.]+ s {2}made=it/);
  expect(text).not.toContain('hush-hush');
});

test('ends with 1 when a job failed, and with 2 when nothing was started', async () => {
  const folder = await repository({ 'a.yml': workflow('exit 4'), 'b.yml': 'on: push\njobs: {}\n' });
  const failed = await cli(folder, 'a.yml');
  expect([failed.code, failed.text]).toEqual([1, expect.stringContaining('Process completed with exit code 4.')]);
  const unstarted = await cli(folder, 'b.yml');
  expect([unstarted.code, unstarted.text]).toEqual([2, expect.stringContaining('The workflow was not started')]);
});
