import { describe, expect, test } from '@jest/globals';
import { configJson, digestA, digestB, machineJson } from '../test/machine-json.js';
import { parseMachines } from './answers/machines.js';
import { parseReleases } from './answers/releases.js';
import { lastGoodRelease } from './last-good-release.js';
import { describeProblem, proveRelease } from './release-proof.js';

const expected = { version: 7, sleepingGroups: new Set<string>() };
const metadata = (version: number, group = 'app') => ({
  metadata: { fly_release_version: String(version), fly_process_group: group, fly_platform_version: 'v2' },
});
const image = (digest: string | undefined) => ({
  image_ref: { registry: 'registry.fly.io', repository: 'fechatter', tag: 't', digest },
});

function prove(...machines: readonly Record<string, unknown>[]) {
  const proof = proveRelease(parseMachines(machines), expected);
  return proof.kind === 'proved' ? proof : proof.problems.map(describeProblem);
}

describe('a release is proved', () => {
  test('when every serving machine runs it, with one digest', () => {
    expect(prove(machineJson(), machineJson({ id: 'b' }))).toMatchObject({
      kind: 'proved',
      version: 7,
      digest: digestA,
      image: `registry.fly.io/fechatter:deployment-01J@${digestA}`,
    });
  });

  test('whatever standbys, release-command machines and destroyed ones do', () => {
    const standby = machineJson({ id: 's', state: 'stopped', config: configJson({ standbys: ['683d314fdd4d68'] }) });
    const command = machineJson({
      id: 'r',
      state: 'stopped',
      config: configJson(metadata(7, 'fly_app_release_command')),
    });
    const gone = machineJson({ id: 'd', state: 'destroyed', config: undefined });
    expect(prove(machineJson(), standby, command, gone)).toMatchObject({
      kind: 'proved',
      machines: [{ name: 'misty-sun-1' }],
    });
  });

  test('with machines asleep only where idle machines are stopped', () => {
    const stopped = parseMachines([machineJson(), machineJson({ id: 'z', state: 'stopped' })]);
    expect(proveRelease(stopped, { ...expected, sleepingGroups: new Set(['app']) })).toMatchObject({
      kind: 'proved',
      asleep: [{ id: 'z' }],
    });
    expect(proveRelease(stopped, expected)).toMatchObject({ kind: 'unproved', problems: [{ kind: 'not-started' }] });
  });
});

describe('a machine that no deploy touches is no part of a release', () => {
  const none = { fly_process_group: 'app', fly_release_version: '3' };
  test.each([
    [
      'a console',
      { config: configJson({ metadata: { ...metadata(7).metadata, fly_process_group: 'fly_app_console' } }) },
    ],
    ['a console of older flyctl', { config: configJson({ metadata: { process_group: 'fly_app_console' } }) }],
    ['a test machine', { config: configJson(metadata(3, 'fly_app_test_machine_command')) }],
    ['a machine made by hand', { config: configJson({ metadata: none }) }],
    ['a machine without metadata', { config: configJson({ metadata: {} }) }],
    ['a machine on a host that does not answer', { host_status: 'unreachable', config: configJson(metadata(6)) }],
    ['a machine of which only parts are known', { host_status: 'unreachable', config: undefined }],
  ])('%s', (_, over) => {
    expect(prove(machineJson(), machineJson({ id: 'x', state: 'stopped', ...over }))).toMatchObject({
      kind: 'proved',
      machines: [{ id: '683d314fdd4d68' }],
    });
  });

  test('and those whose host does not answer are told', () => {
    const lost = machineJson({
      id: 'x',
      host_status: 'unreachable',
      config: undefined,
      incomplete_config: configJson(),
    });
    expect(prove(machineJson(), lost)).toMatchObject({ kind: 'proved', unreachable: [{ id: 'x' }] });
  });
});

describe('a release is not proved', () => {
  test.each([
    ['a machine kept the old version', { config: configJson(metadata(6)) }, 'runs release 6, expected 7'],
    ['a machine runs another image', image(digestB), `runs image ${digestB}, expected ${digestA}`],
    ['a machine hides its digest', image(undefined), 'does not tell the digest'],
    ['a machine is stopped', { state: 'stopped' }, 'is stopped, expected started'],
    [
      'a check fails',
      { checks: [{ name: 'tcp', status: 'critical', output: 'refused.' }] },
      '"tcp" is critical: refused.',
    ],
    ['a check has not run yet', { checks: [{ name: 'tcp', status: 'warning', output: '' }] }, '"tcp" is warning.'],
  ])('when %s', (_, over, sentence) => {
    expect(prove(machineJson(), machineJson({ id: 'x', ...over }))).toEqual([expect.stringContaining(sentence)]);
  });

  test('without machines', () => {
    expect(prove()).toEqual(['The app has no machines.']);
  });

  test('and only the machine that was put back is accused, even when it is the first', () => {
    const reverted = machineJson({ id: 'x', config: configJson(metadata(6)), ...image(digestB) });
    expect(prove(reverted, machineJson())).toEqual(['Machine x (app, nrt) runs release 6, expected 7.']);
  });

  test('a stopped machine tells its last exit', () => {
    const events = [{ timestamp: 1_000, request: { exit_event: { exit_code: 137, oom_killed: true } } }];
    expect(prove(machineJson({ state: 'stopped', events }))).toEqual([
      expect.stringContaining('(last exit: out of memory at 1970-01-01T00:00:01.000Z)'),
    ]);
  });
});

describe('the last good release', () => {
  const rows = [
    { Version: 9, Status: 'failed', ImageRef: 'r/a:9' },
    { Version: 7, Status: 'complete', ImageRef: 'r/a:7' },
  ];

  test('is the newest complete one, with the digest its machines tell', () => {
    expect(lastGoodRelease(parseReleases(rows), parseMachines([machineJson()]))).toEqual({
      version: 7,
      image: `registry.fly.io/fechatter:deployment-01J@${digestA}`,
    });
  });

  test('has only its tag when no machine runs it any more', () => {
    expect(lastGoodRelease(parseReleases(rows), [])).toEqual({ version: 7, image: 'r/a:7' });
  });

  test('is none before the first success', () => {
    expect(lastGoodRelease(parseReleases(rows.slice(0, 1)), [])).toBeUndefined();
  });
});
