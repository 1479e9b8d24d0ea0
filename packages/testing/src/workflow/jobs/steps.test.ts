import { access, readFile } from 'node:fs/promises';
import { afterEach, expect, test } from '@jest/globals';
import { type RunOptions, runWorkflow, type WorkflowResult } from '../index.js';
import { job, removeRepositories, repository } from '../repository-for-tests.js';

afterEach(removeRepositories);

const FILE = '.github/workflows/main.yml';

/** One job with the given steps, in a repository that also holds the given files. */
async function run(
  steps: string,
  files: Record<string, string> = {},
  options: Partial<RunOptions> = {},
): Promise<WorkflowResult> {
  const indented = steps.trim().replace(/^/gm, '      ');
  const workflow = `on: push\nenv: { LEVEL: workflow }\njobs:\n  one:\n    runs-on: ubuntu-latest\n    outputs: { shown: '\${{ steps.x.outputs.value }}' }\n    steps:\n${indented}\n`;
  const folder = await repository({ [FILE]: workflow, ...files });
  return await runWorkflow({ repository: { name: 'acme/shop', folder }, file: FILE, event: 'push', ...options });
}

/** Whether a process ends within five seconds; one that waits only to be collected has ended. */
async function isGone(pid: number): Promise<boolean> {
  for (const deadline = Date.now() + 5000; Date.now() < deadline; ) {
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => 'gone');
    if (stat === 'gone' || / Z /.test(stat)) {
      return true;
    }
  }
  return false;
}

const NODE_ACTION = {
  'actions/show/action.yml': `
name: Show
description: Shows what it is given
inputs:
  fly-app: { description: a, required: true }
  with default: { description: b, default: '\${{ github.repository }}' }
outputs: { value: { description: c } }
runs: { using: node24, pre: pre.js, main: main.js, post: post.js }
`,
  'actions/show/pre.js': `require('fs').appendFileSync(process.env.GITHUB_STATE, 'early=pre\\n'); console.log('pre runs');`,
  'actions/show/main.js': `
const { appendFileSync } = require('fs');
console.log('app=' + process.env['INPUT_FLY-APP'] + ' default=' + process.env['INPUT_WITH_DEFAULT']);
console.log('from ' + process.env.GITHUB_ACTION_REPOSITORY + ' state ' + process.env.STATE_early + ' cwd ' + (process.cwd() === process.env.GITHUB_WORKSPACE));
console.log('secret token in env: ' + ('GITHUB_TOKEN' in process.env));
appendFileSync(process.env.GITHUB_OUTPUT, 'value<<END\\ntwo\\nlines\\nEND\\n');
appendFileSync(process.env.GITHUB_STATE, 'late=main\\n');
`,
  'actions/show/post.js': `console.log('post sees ' + process.env.STATE_early + ' ' + process.env.STATE_late);`,
};

test('runs a JavaScript action with its inputs, its state, its pre and its post', async () => {
  const ran = await run(
    `
- { id: x, uses: $/actions/show, with: { fly-app: shop, extra: 1 } }
- run: echo "then \${{ steps.x.outputs.value }}"
`,
    NODE_ACTION,
  );
  const { log, annotations, result, outputs } = job(ran, 'one');
  expect(result).toBe('success');
  expect(log.indexOf('pre runs')).toBeLessThan(log.indexOf('app=shop default=acme/shop'));
  expect(log).toContain('from acme/shop state pre cwd true');
  expect(log).toContain('secret token in env: false');
  expect(log.indexOf('then two')).toBeLessThan(log.indexOf('post sees pre main'));
  expect(outputs).toEqual({ shown: 'two\nlines' });
  expect(annotations).toMatchObject([
    { level: 'warning', message: expect.stringContaining("Unexpected input(s) 'extra', valid inputs are ['fly-app'") },
  ]);
});

test('starts an action for node24 with the node it is told to', async () => {
  const fake = { node24: '#!/bin/sh\necho "started by another node"\n' };
  const folder = await repository(fake);
  const ran = await run(
    '- run: chmod +x "$OTHER"\n- { uses: $/actions/show, with: { fly-app: a } }',
    {
      'actions/show/action.yml':
        'name: a\ndescription: a\ninputs: { fly-app: { description: a } }\nruns: { using: node24, main: main.js }\n',
      'actions/show/main.js': '',
    },
    { nodeFor24: `${folder}/node24`, env: { OTHER: `${folder}/node24` } },
  );
  expect(job(ran, 'one').log).toContain('started by another node');
});

test('runs the steps of a composite with its own inputs, status and outputs', async () => {
  const ran = await run(
    `
- { id: x, uses: $/actions/both, with: { name: shop }, env: { FROM_CALLER: yes-it-does } }
- run: echo "then \${{ steps.x.outputs.value }}"
`,
    {
      'actions/both/action.yml': `
name: Both
description: Two steps
inputs: { name: { description: a } }
outputs: { value: { description: b, value: '\${{ steps.inner.outputs.value }}' } }
runs:
  using: composite
  steps:
    - { run: exit 1, shell: bash, continue-on-error: true }
    - { if: failure(), run: echo never, shell: bash }
    - { id: inner, uses: $/actions/inner, with: { text: '\${{ inputs.name }}' } }
    - { run: 'echo "$FROM_CALLER $LEVEL \${{ github.action_path == env.GITHUB_ACTION_PATH }} $GITHUB_ACTION_PATH"', shell: bash }
`,
      'actions/inner/action.yml':
        'name: i\ndescription: i\ninputs: { text: { description: t } }\noutputs: { value: { description: v } }\nruns: { using: node20, main: main.js }\n',
      'actions/inner/main.js':
        "require('fs').appendFileSync(process.env.GITHUB_OUTPUT, 'value=inner-' + process.env.INPUT_TEXT + '\\n');",
    },
  );
  const { log, result } = job(ran, 'one');
  expect(result).toBe('success');
  expect(log).toContain('then inner-shop');
  expect(log).toContain('yes-it-does workflow');
  expect(log).toMatch(/\/actions\/both$/m);
  expect(log).not.toContain('##[group]Run echo never');
});

test('finds a ./ action only in what was checked out', async () => {
  const action = {
    'actions/a/action.yml': 'name: a\ndescription: a\nruns: { using: node20, main: main.js }\n',
    'actions/a/main.js': "console.log('local ' + process.env.GITHUB_ACTION_REPOSITORY)",
  };
  const without = await run('- uses: ./actions/a', action);
  expect(job(without, 'one').annotations[0]?.message).toContain('Did you forget to run actions/checkout');
  const after = await run('- uses: actions/checkout@v4\n- uses: ./actions/a', action);
  expect(job(after, 'one').log).toContain('local undefined');
});

test('takes environment, path and summary from one step to the next', async () => {
  const ran = await run(`
- run: |
    echo "COLOUR=green" >> "$GITHUB_ENV"
    mkdir bin; printf '#!/bin/sh\\necho tool runs\\n' > bin/tool; chmod +x bin/tool
    echo "$PWD/bin" >> "$GITHUB_PATH"
    echo "# One" >> "$GITHUB_STEP_SUMMARY"
- run: tool; echo "$COLOUR \${{ env.COLOUR }}" && echo "# Two" >> "$GITHUB_STEP_SUMMARY"
- { run: 'pwd; echo "$COLOUR"', env: { COLOUR: red }, working-directory: bin }
`);
  const { log, summary } = job(ran, 'one');
  expect(log).toContain('tool runs\ngreen green');
  expect(log).toMatch(/shop\/bin\nred/);
  expect(summary).toBe('# One\n\n# Two\n');
});

test('hides secrets in logs, summaries and annotations, and drops job outputs that hold one', async () => {
  const ran = await run(
    `
- id: x
  env: { KEY: '\${{ secrets.KEY }}' }
  run: |
    echo "::add-mask::derived-value"
    echo "plain $KEY, base64 $(printf %s "$KEY" | base64), derived-value"
    echo "sum $KEY" >> "$GITHUB_STEP_SUMMARY"
    echo "::error::it was $KEY"
    echo "value=$KEY" >> "$GITHUB_OUTPUT"
- run: test "\${{ steps.x.outputs.value }}" = hush-hush && echo "kept inside of the job"
`,
    {},
    { secrets: { KEY: 'hush-hush' } },
  );
  const { log, summary, annotations, outputs } = job(ran, 'one');
  expect(log + summary + JSON.stringify(annotations) + ran.log).not.toMatch(
    /hush-hush|derived-value\b(?!")|aHVzaC1odXNo/,
  );
  expect(log).toContain('kept inside of the job');
  expect(log).toContain("Skip output 'shown' since it may contain secret.");
  expect(outputs).toEqual({});
});

test('reads commands in the output, with their properties, and stops when told to', async () => {
  const ran = await run(`
- run: |
    echo "::notice title=Look,file=a.ts,line=3::100%25 of it"
    echo "::stop-commands::pause"
    echo "::error::not a command"
    echo "::pause::"
    echo "::warning::again one"
`);
  expect(job(ran, 'one').annotations).toEqual([
    { level: 'notice', message: '100% of it', properties: { title: 'Look', file: 'a.ts', line: '3' } },
    { level: 'warning', message: 'again one', properties: {} },
  ]);
});

test('shows ten annotations of a level for a step, the others in the log only', async () => {
  const ran = await run('- run: for i in $(seq 12); do echo "::warning::number $i"; done');
  expect(job(ran, 'one').annotations).toHaveLength(10);
  expect(job(ran, 'one').log).toContain('number 12');
});

test('lets all steps of a composite share the annotations of one', async () => {
  const warn = '    - { run: \'for i in $(seq 8); do echo "::warning::number $i"; done\', shell: bash }\n';
  const ran = await run('- uses: $/actions/loud', {
    'actions/loud/action.yml': `name: l\ndescription: l\nruns:\n  using: composite\n  steps:\n${warn}${warn}`,
  });
  expect(job(ran, 'one').annotations).toHaveLength(10);
});

test.each([
  ['echo "no pair" >> "$GITHUB_OUTPUT"', "Invalid format 'no pair'"],
  ['printf "a<<END\\nx\\n" >> "$GITHUB_OUTPUT"', 'Matching delimiter not found'],
  ['echo "NODE_OPTIONS=--inspect" >> "$GITHUB_ENV"', "Can't store NODE_OPTIONS"],
  [
    'head -c 1100000 /dev/zero | tr "\\0" x >> "$GITHUB_STEP_SUMMARY"; exit 1',
    'supports content up to a size of 1024k',
  ],
])('fails a step that writes %s', async (script, message) => {
  const ran = await run(`- run: ${JSON.stringify(script)}`);
  expect(ran.result).toBe('failure');
  expect(
    job(ran, 'one')
      .annotations.map((one) => one.message)
      .join('\n'),
  ).toContain(message);
});

test('uses the shell that is named: bash fails in a pipe, without a name it does not', async () => {
  const ran = await run(`
- { run: 'false | cat', continue-on-error: true, id: plain }
- { run: 'false | cat', shell: bash, continue-on-error: true, id: strict }
- run: echo "\${{ steps.plain.outcome }} \${{ steps.strict.outcome }}"
`);
  expect(job(ran, 'one').log).toContain('success failure');
});

test('gives steps nothing of this machine but PATH, and leaves nothing behind', async () => {
  process.env['SOMETHING_OF_THIS_MACHINE'] = 'leaks';
  const ran = await run(
    `
- run: env; echo "home=$HOME"; sleep 300 & echo "pid=$!" >> "$GITHUB_ENV"
- run: echo "left $pid"
`,
    {},
    { env: { EXTRA: 'given' } },
  );
  delete process.env['SOMETHING_OF_THIS_MACHINE'];
  const { log } = job(ran, 'one');
  expect(log).not.toContain('leaks');
  expect(log).toContain('EXTRA=given');
  expect(log).toContain('GITHUB_REPOSITORY=acme/shop');
  const home = /home=(.*)/.exec(log)?.[1] ?? '';
  await expect(access(home)).rejects.toMatchObject({ code: 'ENOENT' });
  const pid = Number(/left (\d+)/.exec(log)?.[1]);
  expect(await isGone(pid)).toBe(true);
});

test('keeps a block of a script as it is written, expressions and all', async () => {
  const ran = await run(`
- run: |
    cat <<EOF
    at \${{ github.ref_name }}
      deeper
    EOF
`);
  expect(job(ran, 'one').log).toMatch(/endgroup\]\nat main\n {2}deeper$/m);
});
