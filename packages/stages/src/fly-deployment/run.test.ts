import { describe, expect, test } from '@jest/globals';
import { machines, release, released, run, timedOut, type World } from '../../test/deployment-run.js';

describe('a deploy is believed', () => {
  test('when the machines run what flyctl released, after secrets were staged', async () => {
    const { outcome, calls } = await run({ deploy: released(2) });
    expect(outcome).toMatchObject({ kind: 'deployed', live: { version: 2, image: 'r/shop:2@sha256:aa' } });
    expect(calls).toEqual(['stage KEY', 'deploy']);
  });

  test('when a machine needs a moment to be listed as started', async () => {
    const { outcome } = await run({ deploy: released(2), machines: [machines(2, 'starting'), machines(2)] });
    expect(outcome.kind).toBe('deployed');
  });

  test('by the list of releases, when flyctl does not tell which one', async () => {
    const { outcome } = await run({ deploy: { kind: 'released', release: undefined } });
    expect(outcome).toMatchObject({ kind: 'deployed', live: { version: 2 } });
  });

  test('when flyctl hung after all was done, and that is said', async () => {
    const { outcome } = await run({ deploy: timedOut });
    expect(outcome).toMatchObject({ kind: 'deployed', notice: 'flyctl did not end.' });
  });
});

describe('a deploy is not believed', () => {
  test.each<[string, World, string, string]>([
    [
      'the old version was put back',
      { deploy: released(2), machines: [machines(1)] },
      'DEPLOY_NOT_LIVE',
      'runs release 1, expected 2',
    ],
    [
      'Fly lists the release as failed, and the machines do not run it',
      { deploy: released(2), releases: [release(2, 'failed')], machines: [machines(1)] },
      'DEPLOY_NOT_LIVE',
      'lists release 2 as failed',
    ],
    [
      'there is no new release',
      { deploy: { kind: 'released', release: undefined }, releases: [release(1)] },
      'DEPLOY_NOT_LIVE',
      'made no release',
    ],
    ['flyctl hung before it released', { deploy: timedOut, releases: [release(1)] }, 'FLY_TIMEOUT', 'did not end'],
    [
      'flyctl hung half way',
      { deploy: timedOut, machines: [machines(2, 'stopped')] },
      'FLY_TIMEOUT',
      'is stopped, expected started',
    ],
  ])('when %s', async (_, world, code, seen) => {
    const { outcome } = await run(world);
    expect(outcome).toMatchObject({ kind: 'failed', error: { code, message: expect.stringContaining(seen) } });
  });
});
