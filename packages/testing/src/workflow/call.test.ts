import { afterEach, describe, expect, test } from '@jest/globals';
import { type RunOptions, runWorkflow, type WorkflowResult } from './index.js';
import { job, removeRepositories, repository } from './repository-for-tests.js';

afterEach(removeRepositories);

const CALLER = '.github/workflows/caller.yml';
const CALLED = '.github/workflows/deploy.yml';

const ACTION = {
  'actions/who/action.yml': 'name: w\ndescription: w\nruns: { using: node24, main: main.js }\n',
  'actions/who/main.js': "console.log('action of ' + (process.env.GITHUB_ACTION_REPOSITORY || 'the workspace'))",
};

/** The workflow of acme/shop calls the one of suite/fly. */
async function run(caller: string, called: string, options: Partial<RunOptions> = {}): Promise<WorkflowResult> {
  const shop = await repository({ [CALLER]: caller });
  const fly = await repository({ [CALLED]: called, ...ACTION });
  const repositories = { 'suite/fly': fly };
  return await runWorkflow({
    repository: { name: 'acme/shop', folder: shop },
    file: CALLER,
    event: 'push',
    repositories,
    ...options,
  });
}

const calling = (rest: string) => `
on: push
jobs:
  go:
    uses: suite/fly/${CALLED}@v1
${rest.replace(/^/gm, '    ')}
  after:
    needs: go
    runs-on: ubuntu-latest
    steps: [{ run: 'echo "url \${{ needs.go.outputs.url }}"' }]
`;
const DEPLOY = `
on:
  workflow_call:
    inputs:
      app: { type: string, default: '\${{ github.repository_owner }}' }
      count: { type: number }
      dry-run: { type: boolean }
    secrets: { TOKEN: { required: false } }
    outputs: { url: { value: '\${{ jobs.deploy.outputs.url }}' } }
permissions: {}
jobs:
  deploy:
    runs-on: ubuntu-latest
    outputs: { url: '\${{ steps.u.outputs.url }}' }
    steps:
      - id: u
        env: { INPUTS: '\${{ toJSON(inputs) }}' }
        run: |
          echo $INPUTS
          echo "url=https://\${{ inputs.app }}.\${{ vars.DOMAIN }}" >> "$GITHUB_OUTPUT"
          echo "of \${{ github.repository }} by \${{ job.workflow_repository }}"
          echo "token \${{ secrets.TOKEN != '' }} other \${{ secrets.OTHER != '' }}"
`;

test('passes typed inputs down and outputs up', async () => {
  const ran = await run(calling('with: { app: shop, dry-run: true }'), DEPLOY, { vars: { DOMAIN: 'example' } });
  expect(ran.result).toBe('success');
  expect(job(ran, 'go', 'deploy').log).toContain('{ "app": "shop", "count": 0, "dry-run": true }');
  expect(job(ran, 'go', 'deploy').log).toContain('of acme/shop by suite/fly');
  expect(job(ran, 'go').outputs).toEqual({ url: 'https://shop.example' });
  expect(job(ran, 'after').log).toContain('url https://shop.example');
});

test('fills what is not given: the default, 0 and false', async () => {
  const ran = await run(calling(''), DEPLOY);
  expect(job(ran, 'go', 'deploy').log).toContain('{ "app": "acme", "count": 0, "dry-run": false }');
});

describe('secrets of a called workflow', () => {
  const secrets = { TOKEN: 'one-secret', OTHER: 'another-one' };
  test.each([
    ['', 'token false other false'],
    [`secrets: { TOKEN: '\${{ secrets.TOKEN }}' }`, 'token true other false'],
    ['secrets: inherit', 'token true other true'],
  ])('%j: %s', async (passed, shown) => {
    const ran = await run(calling(passed), DEPLOY, { secrets });
    expect(job(ran, 'go', 'deploy').log).toContain(shown);
    expect(ran.log).not.toContain('one-secret');
  });

  test('those of an environment come only by inheritance', async () => {
    const called = `
on: workflow_call
jobs:
  deploy:
    runs-on: ubuntu-latest
    environment: prod
    steps: [{ run: 'echo "key \${{ secrets.KEY != null }} \${{ vars.PLACE }}"' }]
`;
    const environments = { prod: { secrets: { KEY: 'of-prod' }, vars: { PLACE: 'nrt' } } };
    expect(job(await run(calling(''), called, { environments }), 'go', 'deploy').log).toContain('key false nrt');
    expect(job(await run(calling('secrets: inherit'), called, { environments }), 'go', 'deploy').log).toContain(
      'key true nrt',
    );
  });
});

test.each([
  ['an input that is not declared', 'with: { nope: 1 }', DEPLOY, 'Invalid input, nope is not defined'],
  ['a secret that is not declared', 'secrets: { NOPE: x }', DEPLOY, 'Invalid secret, NOPE is not defined'],
  [
    'a required input left out',
    '',
    DEPLOY.replace('count: { type: number }', 'count: { type: number, required: true }'),
    'Input count is required',
  ],
  ['a required secret left out', '', DEPLOY.replace('required: false', 'required: true'), 'Secret TOKEN is required'],
  [
    'a file that cannot be called',
    '',
    'on: push\njobs: { a: { runs-on: x, steps: [{ run: a }] } }',
    'no workflow_call trigger',
  ],
  [
    'more permissions than it has',
    'permissions: { contents: read }',
    DEPLOY.replace('permissions: {}', 'permissions: { contents: write }'),
    "The nested job 'deploy' is requesting 'contents: write', but is only allowed 'contents: read'",
  ],
  [
    'an action that its repository does not have',
    '',
    'on: workflow_call\njobs: { a: { runs-on: x, steps: [{ uses: $/actions/none }] } }',
    'suite/fly has no action.yml in "actions/none"',
  ],
])('does not start when the call has %s', async (_, rest, called, message) => {
  await expect(run(calling(rest), called)).rejects.toThrow(message);
});

test('an input of the wrong type fails the job that calls', async () => {
  const ran = await run(calling(`with: { count: '\${{ github.sha }}' }`), DEPLOY, { sha: 'abc' });
  expect(job(ran, 'go').result).toBe('failure');
  expect(job(ran, 'go').annotations[0]?.message).toContain("Input 'count' is 'abc', which is not of type number");
});

test('$/ is the repository of the file, ./ the checkout of the caller', async () => {
  const steps = (uses: string) =>
    `on: workflow_call\njobs:\n  deploy:\n    runs-on: ubuntu-latest\n    steps: [{ uses: actions/checkout@v4 }, { uses: ${uses} }]\n`;
  const own = await run(calling(''), steps('$/actions/who'));
  expect(job(own, 'go', 'deploy').log).toContain('action of suite/fly');
  const trapped = await run(calling(''), steps('./uses/who'));
  expect(job(trapped, 'go', 'deploy').annotations[0]?.message).toContain("Can't find 'action.yml'");
  const named = await run(calling(''), steps('suite/fly/actions/who@v2'));
  expect(job(named, 'go', 'deploy').log).toContain('action of suite/fly');
});

test('gives each job of the callee at most what the caller may', async () => {
  const ran = await run(
    calling('permissions: { contents: read, deployments: write }'),
    DEPLOY.replace('permissions: {}\n', ''),
  );
  expect(job(ran, 'go', 'deploy').permissions).toEqual({ contents: 'read', deployments: 'write' });
  expect(job(ran, 'after').permissions).toEqual({ contents: 'read', packages: 'read' });
});

test('ends a call that waits for a concurrency group its caller holds', async () => {
  const group = `concurrency: { group: 'deploy-\${{ github.repository }}', queue: max }\n`;
  const ran = await run(calling('') + group, DEPLOY + group);
  expect(ran.concurrency).toEqual({ group: 'deploy-acme/shop', cancelInProgress: false, queue: 'max' });
  expect(job(ran, 'go').annotations[0]?.message).toContain("deadlock for concurrency group 'deploy-acme/shop'");
  expect(ran.result).toBe('failure');
});

test('a failure in the callee is a failure of the job that calls', async () => {
  const ran = await run(calling(''), 'on: workflow_call\njobs: { a: { runs-on: x, steps: [{ run: exit 3 }] } }');
  expect(job(ran, 'go').result).toBe('failure');
  expect(job(ran, 'after').result).toBe('skipped');
  expect(job(ran, 'go', 'a').log).toContain('Process completed with exit code 3.');
});
