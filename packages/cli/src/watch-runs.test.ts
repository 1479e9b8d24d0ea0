import type { StageReport } from '@fly-monitoring/kit';
import { expect, test } from '@jest/globals';
import { watchRuns } from './watch-runs.js';

test('a watched stage runs until it is interrupted, with its pause between the runs', async () => {
  const shown: string[] = [];
  const pauses: number[] = [];
  let runs = 0;
  const run = (): Promise<StageReport> => {
    runs += 1;
    const outputs = { verdict: runs === 2 ? 'fail' : 'pass' };
    return Promise.resolve({ conclusion: 'success', outputs, summary: '', lines: [], annotations: [] });
  };
  const clock = {
    now: () => 0,
    sleep: (ms: number) => {
      pauses.push(ms);
      return pauses.length === 3 ? Promise.reject(new Error('interrupted')) : Promise.resolve();
    },
  };
  const watched = watchRuns({
    clock,
    everyMs: 30_000,
    run,
    show: ({ outputs }) => shown.push(outputs['verdict'] ?? ''),
  });
  await expect(watched).rejects.toThrow('interrupted');
  expect(shown).toEqual(['pass', 'fail', 'pass']);
  expect(pauses).toEqual([30_000, 30_000, 30_000]);
});
