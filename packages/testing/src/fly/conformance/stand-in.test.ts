import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { standInJudge } from './judges/stand-in.js';
import type { Judge } from './probe.js';
import { probes } from './probes/index.js';
import { runProbe } from './run-probes.js';
import type { Verdict } from './verdict.js';

// Real processes and deploys on a computer that others use too.
jest.setTimeout(60_000);

let judge: Judge;
const verdicts: Verdict[] = [];
beforeAll(async () => {
  judge = await standInJudge();
});
afterAll(() => judge.close());

describe('the stand-in is like flyctl in what the suite relies on', () => {
  test.each(probes.map((probe) => [probe.id, probe] as const))('%s', async (_id, probe) => {
    const verdict = await runProbe(judge, probe);
    verdicts.push(verdict);
    expect(verdict.kind === 'failed' ? verdict.problems : []).toEqual([]);
  });

  test('it can be asked all but what needs a broken part of Fly, or is for a person alone', () => {
    const skipped = verdicts.filter(({ kind }) => kind === 'skipped').map(({ probe }) => probe.id);
    const broken = ['questions/machine-list/unreachable', 'refusals/machine/unavailable-in-json'];
    expect(skipped).toEqual(['told/auth-login', 'told/scale-count', ...broken, 'deploy/never-starts']);
  });
});
