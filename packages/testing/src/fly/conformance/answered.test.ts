import { existsSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { runOrSkip } from '../../engines/index.js';
import { answeredJudge } from './judges/answered.js';
import { probes } from './probes/index.js';
import { runProbes } from './run-probes.js';

const flyctl = process.env['FLY_CONFORMANCE_FLYCTL'] ?? '';
// Debian has no flyctl, and CI needs none: what it would show is recorded in docs/conformance.md.
const obstacle = flyctl === '' ? 'FLY_CONFORMANCE_FLYCTL names no flyctl.' : undefined;

runOrSkip(test, obstacle)(
  'a real flyctl is what the suite relies on',
  async () => {
    expect(existsSync(flyctl)).toBe(true);
    const verdicts = await runProbes(answeredJudge(flyctl), probes);
    expect(verdicts.flatMap((one) => (one.kind === 'failed' ? [[one.probe.id, one.problems]] : []))).toEqual([]);
  },
  600_000,
);
