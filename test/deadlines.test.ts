import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseDuration } from '@fly-monitoring/kit';
import { deployApp, deployMonitoring, deployWithMonitoring, importDashboards } from '@fly-monitoring/stages';
import { verifyTargets } from '@fly-monitoring/verify';
import { describe, expect, test } from '@jest/globals';

const read = (path: string) => readFileSync(join(process.cwd(), path), 'utf8');
const minutes = (stage: { inputs: typeof deployWithMonitoring.inputs }) =>
  (parseDuration(stage.inputs['deadline']?.default ?? '') ?? Number.NaN) / 60_000;

/** What a runner needs to fetch the repository and to end. */
const aroundMinutes = 5;

describe('the time of a chain', () => {
  const chain = minutes(deployWithMonitoring);

  test('holds the deadlines of its stages: both deploys side by side, the import, the proof', () => {
    const deploys = Math.max(minutes(deployApp), minutes(deployMonitoring));
    expect(deploys + minutes(importDashboards) + minutes(verifyTargets)).toBe(chain);
  });

  test.each(['.github/workflows/deploy-monitoring.yml', 'README.md', 'README.zh-CN.md'])(
    'ends before the job of %s is killed',
    (path) => {
      const jobs = [...read(path).matchAll(/^ +timeout-minutes: (\d+)/gm)].map(([, count]) => Number(count));
      expect(jobs.length).toBeGreaterThan(0);
      for (const job of jobs) expect(job).toBeGreaterThanOrEqual(chain + aroundMinutes);
    },
  );
});
