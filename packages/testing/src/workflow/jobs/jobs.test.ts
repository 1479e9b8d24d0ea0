import { afterEach, describe, expect, test } from '@jest/globals';
import { type RunOptions, runWorkflow, type WorkflowResult, WorkflowStartError } from '../index.js';
import { job, removeRepositories, repository } from '../repository-for-tests.js';

afterEach(removeRepositories);

const FILE = '.github/workflows/main.yml';

async function run(workflow: string, options: Partial<RunOptions> = {}): Promise<WorkflowResult> {
  const folder = await repository({ [FILE]: workflow });
  return await runWorkflow({ repository: { name: 'acme/shop', folder }, file: FILE, event: 'push', ...options });
}

const results = ({ jobs }: WorkflowResult) =>
  Object.fromEntries(Object.values(jobs).map((job) => [job.id, job.result]));

test('hands outputs of a job to the job that needs it', async () => {
  const ran = await run(`
on: push
jobs:
  first:
    runs-on: ubuntu-latest
    outputs: { url: '\${{ steps.deploy.outputs.url }}' }
    steps:
      - id: deploy
        run: echo "url=https://shop.example" >> "$GITHUB_OUTPUT"
  second:
    needs: first
    runs-on: ubuntu-latest
    steps: [{ run: 'echo "see \${{ needs.first.outputs.url }} \${{ needs.first.result }}"' }]
`);
  expect(ran.result).toBe('success');
  expect(job(ran, 'first').outputs).toEqual({ url: 'https://shop.example' });
  expect(job(ran, 'second').log).toContain('see https://shop.example success');
});

test('runs jobs that do not need each other side by side', async () => {
  const meet = (mine: string, other: string) => `
    runs-on: ubuntu-latest
    timeout-minutes: 0.2
    steps:
      - run: touch "$MEETING/${mine}"; until [ -e "$MEETING/${other}" ]; do sleep 0.02; done`;
  const ran = await run(`on: push\njobs:\n  a: ${meet('a', 'b')}\n  b: ${meet('b', 'a')}\n`, {
    env: { MEETING: await repository({}) },
  });
  expect(results(ran)).toEqual({ a: 'success', b: 'success' });
});

test('skips what depends on a failure, through others too, unless a condition asks for the status', async () => {
  const line = (rest: string) => `{ runs-on: ubuntu-latest, steps: [{ run: 'true' }], ${rest} }`;
  const ran = await run(`
on: push
jobs:
  broken: { runs-on: ubuntu-latest, steps: [{ run: 'false' }] }
  after: ${line('needs: broken')}
  later: ${line('needs: after')}
  always: ${line('needs: broken, if: always()')}
  next: ${line('needs: always')}
  rescue: ${line('needs: [after, broken], if: "failure() && needs.broken.result == \'failure\'"')}
  calm: ${line('needs: broken, if: "!cancelled()"')}
`);
  expect(results(ran)).toEqual({
    broken: 'failure',
    after: 'skipped',
    later: 'skipped',
    always: 'success',
    next: 'skipped',
    rescue: 'success',
    calm: 'success',
  });
  expect(ran.result).toBe('failure');
});

test('lets a job and a step fail that may', async () => {
  const ran = await run(`
on: push
jobs:
  lenient: { runs-on: ubuntu-latest, continue-on-error: true, steps: [{ run: 'false' }] }
  steps:
    runs-on: ubuntu-latest
    needs: lenient
    steps:
      - { id: bad, run: 'echo "kept=1" >> "$GITHUB_OUTPUT"; false', continue-on-error: true }
      - run: echo "\${{ steps.bad.outcome }} \${{ steps.bad.conclusion }} \${{ steps.bad.outputs.kept }}"
`);
  expect(ran.result).toBe('success');
  expect(job(ran, 'steps').log).toContain('failure success 1');
});

describe('conditions of steps', () => {
  test('follow the status of the job', async () => {
    const ran = await run(`
on: push
jobs:
  one:
    runs-on: ubuntu-latest
    steps:
      - { name: works, run: 'true' }
      - { name: breaks, run: 'false' }
      - { name: skipped, run: 'true' }
      - { name: on failure, if: failure(), run: 'true' }
      - { name: always, if: "\${{ always() && github.ref == 'refs/heads/main' }}", run: 'true' }
      - { name: never, if: github.ref == 'x', run: 'true' }
`);
    const steps = job(ran, 'one').steps;
    expect(steps.map((step) => [step.name, step.outcome])).toEqual([
      ['works', 'success'],
      ['breaks', 'failure'],
      ['skipped', 'skipped'],
      ['on failure', 'success'],
      ['always', 'success'],
      ['never', 'skipped'],
    ]);
  });
});

describe('time', () => {
  test('ends a step whose time is up, and fails it', async () => {
    const ran = await run(`
on: push
jobs:
  slow:
    runs-on: ubuntu-latest
    steps:
      - { id: wait, run: sleep 60, timeout-minutes: 0.005 }
      - { if: failure(), run: echo cleaned up }
`);
    expect(job(ran, 'slow')).toMatchObject({
      result: 'failure',
      steps: [{ outcome: 'failure' }, { outcome: 'success' }],
    });
    expect(job(ran, 'slow').annotations[0]?.message).toContain('has timed out after 0.005 minutes');
  });

  test('cancels a job whose time is up, and still runs what always runs', async () => {
    const ran = await run(`
on: push
jobs:
  slow:
    runs-on: ubuntu-latest
    timeout-minutes: 0.005
    steps: [{ run: sleep 60 }, { run: 'true' }, { if: always(), run: 'echo "status \${{ job.status }}"' }]
`);
    expect(results(ran)).toEqual({ slow: 'cancelled' });
    expect(job(ran, 'slow').steps.map((step) => step.outcome)).toEqual(['cancelled', 'skipped', 'success']);
    expect(job(ran, 'slow').log).toContain('status cancelled');
  });

  test('a cancelled run runs nothing more but what asks for it', async () => {
    const stop = new AbortController();
    const ran = await run(
      `
on: push
jobs:
  first: { runs-on: ubuntu-latest, steps: [{ run: echo ready; sleep 60 }] }
  second: { needs: first, runs-on: ubuntu-latest, steps: [{ run: 'true' }] }
  last: { needs: second, if: cancelled(), runs-on: ubuntu-latest, steps: [{ if: always(), run: 'true' }] }
`,
      { signal: stop.signal, onLine: ({ text }) => (text === 'ready' ? stop.abort() : undefined) },
    );
    expect(ran.result).toBe('cancelled');
    expect(results(ran)).toMatchObject({ first: 'cancelled', second: 'skipped' });
    expect(job(ran, 'last').steps[0]?.outcome).toBe('success');
  });
});

describe('what starts a workflow', () => {
  const workflow = `
on:
  push: { branches: [main, 'release/**', '!release/old'] }
  workflow_dispatch:
    inputs:
      dry-run: { type: boolean, default: false }
      count: { type: number, default: 3 }
      strategy: { type: choice, options: [rolling, canary], default: rolling }
      app: { type: string, required: true }
jobs:
  show:
    runs-on: ubuntu-latest
    steps: [{ run: "echo '\${{ toJSON(inputs) }} \${{ github.event.inputs.dry-run }} \${{ inputs.app || 'default' }}'" }]
`;
  test.each([
    ['refs/heads/main', true],
    ['refs/heads/release/1/a', true],
    ['refs/heads/release/old', false],
    ['refs/heads/feature', false],
    ['refs/tags/v1', false],
  ])('a push to %s: %s', async (ref, starts) => {
    const started = run(workflow, { ref });
    await (starts
      ? expect(started).resolves.toMatchObject({ result: 'success' })
      : expect(started).rejects.toThrow('does not start it'));
  });

  test('typed inputs of a dispatch, which a push does not have', async () => {
    const dispatched = await run(workflow, { event: 'workflow_dispatch', inputs: { app: 'shop', 'dry-run': true } });
    expect(dispatched.log).toContain('"dry-run": true');
    expect(dispatched.log).toContain('"count": 3');
    expect((await run(workflow)).log).toMatch(/\{\} {2}default/);
  });

  test.each<[object, string]>([
    [{ app: 'a', nope: 1 }, 'nope is not defined'],
    [{}, 'Input app is required'],
    [{ app: 'a', strategy: 'fast' }, "'fast' for input 'strategy' not in the list"],
    [{ app: 'a', 'dry-run': 'yes' }, 'not of type boolean'],
  ])('refuses a dispatch with %j', async (inputs, message) => {
    await expect(run(workflow, { event: 'workflow_dispatch', inputs: { ...inputs } })).rejects.toThrow(message);
  });
});

test.each([
  [
    'a matrix',
    'runs-on: x\n    strategy: { matrix: { a: [1] } }\n    steps: [{ run: a }]',
    'Not supported by this runner: "strategy"',
  ],
  [
    'a container',
    'runs-on: x\n    container: node\n    steps: [{ run: a }]',
    'Not supported by this runner: "container"',
  ],
  [
    'an unknown action',
    'runs-on: x\n    steps: [{ uses: actions/setup-node@v4 }]',
    'name the folder of actions/setup-node',
  ],
  ['an unknown key', 'runs-on: x\n    step: []', "Unexpected value 'step'"],
  // biome-ignore lint/suspicious/noTemplateCurlyInString: an expression of the workflow.
  ['an unknown context', "runs-on: x\n    steps: [{ run: '${{ nothing.x }}' }]", 'nothing'],
  ['an unknown need', 'runs-on: x\n    needs: other\n    steps: [{ run: a }]', 'no dependencies'],
])('does not start a workflow with %s', async (_, spec, message) => {
  const started = run(`on: push\njobs:\n  one:\n    ${spec}\n`);
  await expect(started).rejects.toBeInstanceOf(WorkflowStartError);
  await expect(started).rejects.toThrow(message);
});

test('gives a job the secrets and variables of its environment, and keeps its address unless it holds a secret', async () => {
  const environments = { prod: { secrets: { KEY: 'of-prod' }, vars: { WHERE: 'nrt' } } };
  const spec = (url: string) => `
    runs-on: ubuntu-latest
    environment: { name: prod, url: '\${{ steps.at.outputs.url }}' }
    steps:
      - { id: at, run: 'echo "url=https://${url}.example" >> "$GITHUB_OUTPUT"' }
      - run: test "\${{ secrets.KEY }}/\${{ vars.WHERE }}" = "of-prod/nrt"`;
  const workflow = `on: push\njobs:\n  a: ${spec('shop')}\n  b: ${spec('of-prod')}\n`;
  const ran = await run(workflow, { secrets: { KEY: 'of-all' }, environments });
  expect(results(ran)).toEqual({ a: 'success', b: 'success' });
  expect(job(ran, 'a').environment).toEqual({ name: 'prod', url: 'https://shop.example' });
  expect(job(ran, 'b').environment).toEqual({ name: 'prod', url: '' });
});
