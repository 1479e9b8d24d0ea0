import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { deployWithMonitoring } from '@fly-monitoring/stages';
import { lintWorkflow } from '@fly-monitoring/testing/workflow';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';

interface Trigger {
  readonly inputs: Readonly<Record<string, { readonly description: string; readonly type: string }>>;
  readonly secrets?: Readonly<Record<string, unknown>>;
  readonly outputs?: Readonly<Record<string, unknown>>;
}

interface DeployWorkflow {
  readonly on: { readonly workflow_dispatch: Trigger; readonly workflow_call: Trigger };
  readonly concurrency: { readonly group: string };
  readonly jobs: {
    readonly deploy: {
      readonly 'timeout-minutes': number;
      readonly steps: readonly { readonly uses: string; readonly with?: Readonly<Record<string, string>> }[];
    };
  };
}

const file = '.github/workflows/deploy-monitoring.yml';
const workflow = parse(readFileSync(join(process.cwd(), file), 'utf8')) as DeployWorkflow;
const { workflow_dispatch: dispatch, workflow_call: call } = workflow.on;
const { deploy } = workflow.jobs;
const given = deploy.steps.find(({ uses }) => uses === '$/actions/deploy-with-monitoring')?.with ?? {};

/** Inputs of the chain that cannot be given to the workflow, and why. */
const unreachable: Readonly<Record<string, string>> = {
  report: 'The file would be gone with the runner; the job summary and the outputs hold the result.',
};

describe('the reusable workflow', () => {
  test('is one that GitHub accepts, with inputs that its action has', async () => {
    expect(await lintWorkflow(process.cwd(), file)).toEqual([]);
  });

  test('reaches every input of the chain, but those that have a reason', () => {
    const missing = Object.keys(deployWithMonitoring.inputs).filter((name) => !(name in given));
    expect(missing).toEqual(Object.keys(unreachable));
  });

  test('takes each input under the name that messages use, and each secret as a secret', () => {
    for (const [name, kind] of Object.entries(deployWithMonitoring.inputs)) {
      if (name in unreachable) continue;
      const secret = /secrets\.([A-Z_]+)/.exec(given[name] ?? '')?.[1];
      if (kind.kind !== 'secret' && kind.kind !== 'pairs') {
        expect([name, name in call.inputs, given[name]?.includes(`inputs.${name} `)]).toEqual([name, true, true]);
      } else expect(Object.keys(call.secrets ?? {})).toContain(secret);
    }
  });

  test('gives a caller every output of the chain, but the path of a file that is gone', () => {
    const missing = Object.keys(deployWithMonitoring.outputs).filter((name) => !(name in (call.outputs ?? {})));
    expect(missing).toEqual(['report']);
  });

  test('asks by hand for no more inputs than GitHub allows, each of them also an input of a call', () => {
    const names = Object.keys(dispatch.inputs);
    expect(names.length).toBeLessThanOrEqual(25);
    expect(names.filter((name) => !(name in call.inputs))).toEqual([]);
  });

  test('waits only for deploys of the same file, in a group that no caller would choose', () => {
    const { group } = workflow.concurrency;
    expect(group).toMatch(/^fly-monitoring-deploy-/);
    expect(group).toContain('inputs.app-config');
    expect(group).not.toContain('fechatter');
    // In a called workflow this is the caller's name, and a caller's own group is often called so.
    expect(group).not.toContain('github.workflow');
  });

  test('is not cut off before the usual budgets of its steps are spent', () => {
    const buildAndStartMs = (15 + 2 * 10 + 1) * 60_000;
    const [readyMs, wakeMs, proofMs] = [5, 5, 15].map((minutes) => minutes * 60_000);
    const budgetMs = buildAndStartMs + (readyMs ?? 0) + (wakeMs ?? 0) + (proofMs ?? 0);
    expect(deploy['timeout-minutes'] * 60_000).toBeGreaterThan(budgetMs);
  });
});
