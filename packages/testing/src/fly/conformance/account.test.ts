import path from 'node:path';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { type Fly, startFly } from '../start-fly.js';
import { accountJudge } from './judges/account.js';
import { probes } from './probes/index.js';
import { runProbes } from './run-probes.js';

jest.setTimeout(120_000);

let fly: Fly;
beforeAll(async () => {
  fly = await startFly({ images: { Dockerfile: {} } });
});
afterAll(() => fly.stop());

function judge() {
  const flyctl = path.join(fly.stateDir, 'bin', 'flyctl');
  return accountJudge({ flyctl, app: 'throwaway', org: 'personal', token: fly.token, environment: process.env });
}

test('an account is asked through apps of its own, and nothing is left of them', async () => {
  const asked = judge();
  const chosen = probes.filter(({ id }) => id.startsWith('questions/') || id.startsWith('secrets-import/hash'));
  const verdicts = await runProbes(asked, chosen);
  expect(verdicts.filter(({ kind }) => kind === 'failed')).toEqual([]);
  expect(verdicts.filter(({ kind }) => kind === 'passed').length).toBeGreaterThan(10);
  expect(Object.keys((await fly.state()).apps).sort()).toEqual(['throwaway', 'throwaway-empty']);
  await asked.close();
  expect((await fly.state()).apps).toEqual({});
});

test('what an account cannot show is skipped with its reason', async () => {
  const asked = judge();
  const chosen = probes.filter(({ scene }) => scene === 'fly-unavailable');
  const verdicts = await runProbes(asked, chosen);
  await asked.close();
  expect(verdicts.map(({ kind }) => kind)).toEqual(chosen.map(() => 'skipped'));
});
