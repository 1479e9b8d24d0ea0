import { afterEach, expect, test } from '@jest/globals';
import { lintAction, lintWorkflow } from '../index.js';
import { removeRepositories, repository } from '../repository-for-tests.js';

afterEach(removeRepositories);

const FILE = '.github/workflows/main.yml';
const ACTION = `
name: Show
description: Shows
inputs: { app: { description: a, required: true } }
runs: { using: node24, main: main.js }
`;

test('finds nothing in a right workflow, $/ actions and new keys included', async () => {
  const folder = await repository({
    [FILE]: `
name: Fine
on: push
concurrency: { group: 'a-\${{ github.ref }}', queue: max }
permissions: { contents: read }
jobs:
  one:
    runs-on: ubuntu-latest
    steps: [{ uses: $/actions/show, with: { app: '\${{ vars.APP }}' } }]
`,
    'actions/show/action.yml': ACTION,
  });
  expect(await lintWorkflow(folder, FILE)).toEqual([]);
  expect(await lintAction(folder, 'actions/show')).toEqual([]);
});

test('finds unknown inputs, missing ones, missing actions and secrets in conditions', async () => {
  const folder = await repository({
    [FILE]: `
on: push
jobs:
  one:
    runs-on: ubuntu-latest
    steps:
      - { uses: $/actions/show, with: { nope: 1 } }
      - { run: echo, if: "\${{ secrets.X != '' }}" }
`,
    'actions/show/action.yml': ACTION,
  });
  const found = await lintWorkflow(folder, FILE);
  const text = found.map((one) => `${one.line} ${one.severity} ${one.message}`).join('\n');
  expect(text).toMatch(/7 error .*'?nope'?/);
  expect(text).toMatch(/7 error .*app/);
  expect(text).toMatch(/8 error .*secrets/);
});

test('finds what an action may not say', async () => {
  const folder = await repository({
    'actions/bad/action.yml': `
name: Bad
description: Bad
runs:
  using: composite
  steps: [{ run: 'echo \${{ secrets.X }}' }]
`,
  });
  const messages = (await lintAction(folder, 'actions/bad')).map((one) => one.message).join('\n');
  expect(messages).toContain('shell');
  expect(messages).toContain('secrets');
});
