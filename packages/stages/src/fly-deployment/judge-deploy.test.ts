import type { Flyctl } from '@fly-monitoring/fly';
import { SuiteError } from '@fly-monitoring/kit';
import { describe, expect, test } from '@jest/globals';
import {
  failed,
  machines,
  release,
  released,
  releasedSilently,
  run,
  timedOut,
  type World,
} from '../../test/deployment-run.js';

const stopped = machines(2, 'stopped');
const up = machines(2);

describe('a machine that a deploy left stopped', () => {
  test('is started once, and the run is green with a notice when that proves the release', async () => {
    const seen = [stopped, stopped, stopped, stopped, up];
    const { outcome, calls } = await run({ deploy: released(2), machines: seen });
    expect(outcome).toMatchObject({ kind: 'deployed', notice: expect.stringContaining('were started: m1') });
    expect(calls.filter((call) => call === 'start m1')).toHaveLength(1);
  });

  test('that stops again is told, with its last lines', async () => {
    const log = ['listening', 'cannot read the database'];
    const { outcome, calls } = await run({ deploy: released(2), machines: [stopped], log });
    expect(calls.filter((call) => call === 'start m1')).toHaveLength(1);
    expect(outcome).toMatchObject({ kind: 'failed', now: [{ id: 'm1', state: 'stopped' }] });
    expect(outcome.kind === 'failed' && outcome.error.message).toMatch(
      /What runs now:\n- Machine m1 \(app\): release 2, stopped[\s\S]*Last lines of machine m1:\nlistening\ncannot read the database/,
    );
  });

  test('that is up and exits again while it is watched proves nothing', async () => {
    const seen = [stopped, stopped, stopped, stopped, machines(2, 'started', 1_000), machines(2, 'started', 9_000)];
    const { outcome } = await run({ deploy: released(2), machines: seen });
    expect(outcome.kind).toBe('failed');
  });

  test('says which token can read its log when this one cannot', async () => {
    const { outcome } = await run({ deploy: released(2), machines: [stopped] });
    expect(outcome.kind === 'failed' && outcome.error.message).toContain('fly tokens create org');
  });
});

describe('a deploy that flyctl calls failed', () => {
  test.each(['not-healthy', 'unavailable', 'rate-limited', 'other'] as const)(
    'is green with a notice when every machine runs the release and keeps running: %s',
    async (kind) => {
      const { outcome } = await run({ deploy: failed(kind), releases: [release(2, 'failed')] });
      expect(outcome).toMatchObject({ kind: 'deployed', notice: `It failed: ${kind}.` });
    },
  );

  test.each<[string, World]>([
    ['the app crashed again and again, though it is up at the moment', { deploy: failed('smoke-check-failed') }],
    ['its release command failed', { deploy: failed('release-command-failed') }],
    ['a machine runs the release before', { deploy: failed('not-healthy'), machines: [machines(1)] }],
    ['no release was made', { deploy: failed('build-failed'), releases: [release(1)] }],
    ['flyctl hung before it made one', { deploy: timedOut, releases: [release(1)] }],
  ])('is failed when %s, and tells machine by machine what runs now', async (_, world) => {
    const { outcome } = await run(world);
    expect(outcome).toMatchObject({ kind: 'failed', now: [{ id: 'm1' }] });
    expect(outcome.kind === 'failed' && outcome.error.message).toMatch(/What runs now:\n- Machine m1/);
  });

  test('keeps its own words when Fly cannot be asked what runs', async () => {
    const { outcome } = await run({ deploy: failed('unavailable'), isAsleep: true });
    expect(outcome).toMatchObject({ kind: 'failed', now: [] });
    expect(outcome.kind === 'failed' && outcome.error.message).toMatch(
      /^It failed: unavailable\.\nFly\.io could not be asked what runs now\./,
    );
  });
});

describe('the strategy immediate, which waits for nothing', () => {
  test('is waited for here, also when only the fly.toml names it', async () => {
    const starting = Array.from({ length: 6 }, () => machines(2, 'starting'));
    const soon = await run({ deploy: released(2), machines: [...starting.slice(0, 2), up], strategy: 'immediate' });
    expect(soon.outcome.kind).toBe('deployed');
  });
});

test('a release that Fly lists as failed is watched before it is believed', async () => {
  const { outcome } = await run({ deploy: released(2), releases: [release(2, 'failed')] });
  expect(outcome).toMatchObject({ kind: 'deployed', notice: 'Fly lists release 2 as failed.' });
});

test('a release that Fly lists as running for ever is live, and that is said', async () => {
  const { outcome } = await run({ deploy: released(2), releases: [release(2, 'running'), release(1)] });
  expect(outcome).toMatchObject({ kind: 'deployed', notice: 'Fly lists release 2 as running.' });
});

describe('a release that the machines prove', () => {
  /** Everything that is asked after a deploy whose release is live, and whether the proof needs it. */
  const questions = { releases: 'decorates', machines: 'proves' } as const;
  const live: readonly (readonly [string, World])[] = [
    ['a deploy that tells its release', { deploy: released(2) }],
    ['a deploy that does not tell its release', { deploy: releasedSilently }],
    ['a deploy that flyctl calls failed', { deploy: failed('not-healthy') }],
    ['a deploy that hung', { deploy: timedOut }],
    ['a deploy that leaves a machine stopped', { deploy: released(2), machines: [...Array(5).fill(stopped), up] }],
  ];
  const decorating = Object.entries(questions).flatMap(([name, role]) => (role === 'decorates' ? [name] : []));

  test.each(live)('after %s asks what this table knows, and nothing else', async (_, world) => {
    const { asked } = await run(world);
    expect(new Set(asked)).toEqual(new Set(Object.keys(questions)));
  });

  test.each(live.flatMap(([what, world]) => decorating.map((name) => [name, what, world] as const)))(
    'stays green without an answer to "%s" after %s, and says so',
    async (name, _, world) => {
      const { outcome } = await run({ ...world, unanswered: [name as keyof Flyctl] });
      expect(outcome).toMatchObject({ kind: 'deployed', live: { version: 2 }, notice: expect.stringMatching(/./) });
    },
  );

  test('is watched first where the list of releases could have spoken against it', async () => {
    const crashing = [up, up, machines(2, 'started', 9_000)];
    const { outcome } = await run({ deploy: released(2), unanswered: ['releases'], machines: crashing });
    expect(outcome.kind).toBe('failed');
  });

  test('is not believed when neither the list nor a machine knows of a new one', async () => {
    const { outcome } = await run({ deploy: releasedSilently, unanswered: ['releases'], machines: [machines(1)] });
    expect(outcome).toMatchObject({ kind: 'failed', error: { message: expect.stringContaining('made no release') } });
  });

  test('says why the list is missing', async () => {
    const { outcome } = await run({ deploy: released(2), unanswered: ['releases'] });
    const notice = 'Whether Fly lists release 2 as complete is not known: Fly is asleep.';
    expect(outcome).toMatchObject({ kind: 'deployed', notice });
  });
});

describe('a machine of the release before that is left, stopped,', () => {
  const left = { deploy: released(2), machines: [machines(1, 'stopped')] };

  test('by a bluegreen deploy is named, with the way to destroy it', async () => {
    const { outcome } = await run({ ...left, strategy: 'bluegreen' });
    expect(outcome).toMatchObject({
      kind: 'failed',
      error: {
        code: 'DEPLOY_NOT_LIVE',
        message: expect.stringContaining('is not live alone: machines of a release before were left: m1.'),
        hint: expect.stringContaining('"fly machine destroy --force -a shop m1"'),
      },
    });
  });

  test('by another strategy is a machine that was not updated', async () => {
    const { outcome } = await run(left);
    expect(outcome).toMatchObject({ error: { hint: expect.stringContaining('fly machine list -a shop') } });
  });
});

describe('the last lines that are told', () => {
  const lookedAt = async (message: string) => {
    const two = [...machines(1), ...machines(1).map((machine) => ({ ...machine, id: 'm2' }))];
    const error = new SuiteError({ code: 'DEPLOY_NOT_LIVE', message, hint: 'Look.' });
    const deploy = { kind: 'failed', failure: { kind: 'smoke-check-failed', said: '' }, error } as const;
    const { outcome } = await run({ deploy, machines: [two], log: ['boom'] });
    return outcome.kind === 'failed' ? /Last lines of machine (\w+)/.exec(outcome.error.message)?.[1] : undefined;
  };

  test('are those of the machine that flyctl names, and else of the first one', async () => {
    expect(await lookedAt('Error: smoke checks for m2 failed')).toBe('m2');
    expect(await lookedAt('Error: something else')).toBe('m1');
  });
});
