import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { configJson, digestA, machineJson } from '../../test/machine-json.js';
import { parseAnswer } from './answer.js';
import { parseAddresses, parseAppStatus, parseStoredSecrets, parseVolumes } from './app.js';
import { parseMachines } from './machines.js';
import { findReleasedLine, parseReleases } from './releases.js';

const parsers = { parseAddresses, parseAppStatus, parseMachines, parseReleases, parseStoredSecrets, parseVolumes };

describe('any JSON at all', () => {
  test.each(Object.entries(parsers))('%s gives a value or an error with the field and the next step', (_, parse) => {
    fc.assert(
      fc.property(fc.jsonValue(), (json) => {
        try {
          parse(json);
        } catch (error) {
          expect(error).toMatchObject({
            code: 'UNEXPECTED_ANSWER',
            message: expect.stringMatching(/ as .*; expected /),
          });
        }
      }),
    );
  });

  test('a machine with any field replaced is read, or the error names that field', () => {
    const names = Object.keys(machineJson());
    fc.assert(
      fc.property(fc.constantFrom(...names), fc.jsonValue(), (name, value) => {
        try {
          expect(parseMachines([machineJson({ [name]: value })])).toHaveLength(1);
        } catch (error) {
          expect(error).toMatchObject({ message: expect.stringContaining(`[0].${name}`) });
        }
      }),
    );
  });
});

describe('machines', () => {
  test('are read with group, release, environment and image', () => {
    expect(parseMachines([machineJson({ unknown_field: [1] })])[0]).toMatchObject({
      id: '683d314fdd4d68',
      config: { processGroup: 'app', releaseVersion: 7, env: { PORT: '8080' }, standbyFor: [], autoStop: false },
      image: { repository: 'fechatter', digest: digestA },
      lastExit: undefined,
    });
  });

  test('on a host that does not answer have the configuration that Fly put together', () => {
    const machine = machineJson({ host_status: 'unreachable', config: undefined, incomplete_config: configJson() });
    expect(parseMachines([machine])[0]).toMatchObject({ config: { processGroup: 'app' }, hostStatus: 'unreachable' });
  });

  test('tell their last exit', () => {
    const exit = (timestamp: number, exit_code: number) => ({
      type: 'exit',
      timestamp,
      request: { exit_event: { exit_code, oom_killed: exit_code === 137, requested_stop: false } },
    });
    const [machine] = parseMachines([
      machineJson({ events: [{ type: 'start', timestamp: 3 }, exit(1_000, 1), exit(2_000, 137)] }),
    ]);
    expect(machine?.lastExit).toEqual({
      exitCode: 137,
      oomKilled: true,
      requestedStop: false,
      at: '1970-01-01T00:00:02.000Z',
    });
  });

  test.each([[true], ['stop'], ['suspend']])('with autostop %p sleep when idle', (autostop) => {
    const [machine] = parseMachines([machineJson({ config: configJson({ services: [{ autostop }] }) })]);
    expect(machine?.config?.autoStop).toBe(true);
  });

  test('an error never repeats what the environment holds', () => {
    const parse = () => parseMachines([machineJson({ config: configJson({ env: { KEY: ['s3cret'] } }) })]);
    expect(parse).toThrow('[0].config.env.KEY as a list; expected a text');
    expect(parse).not.toThrow('s3cret');
  });

  test('an app without machines answers with null or an empty list', () => {
    expect([parseMachines(null), parseMachines([])]).toEqual([[], []]);
  });
});

describe('releases', () => {
  test('come newest first, with the status in lower case', () => {
    const rows = [
      { Version: 1, Status: 'Complete', ImageRef: 'registry.fly.io/a:1', CreatedAt: '2026-01-01T00:00:00Z' },
      { Version: 2, Status: 'failed', ImageRef: '', CreatedAt: '2026-01-02T00:00:00Z' },
    ];
    expect(parseReleases(rows).map(({ version, status, imageRef }) => [version, status, imageRef])).toEqual([
      [2, 'failed', undefined],
      [1, 'complete', 'registry.fly.io/a:1'],
    ]);
  });

  test('the line of a deploy is found among its other output', () => {
    const stdout =
      'Watch your deployment\n{"id":"x","version":12,"image_ref":"registry.fly.io/a:t"}\nVisit https://a\n';
    expect(findReleasedLine(stdout)).toEqual({ version: 12, imageRef: 'registry.fly.io/a:t' });
    expect(findReleasedLine('Watch your deployment\n')).toBeUndefined();
    expect(findReleasedLine('{"version":"x","image_ref":3}')).toBeUndefined();
  });
});

describe('the text around JSON', () => {
  test('a notice before the document is passed over', () => {
    expect(parseAnswer('Update available\n[\n  1\n]\n', 'flyctl x')).toEqual([1]);
  });

  test('no JSON is an error that names the command', () => {
    expect(() => parseAnswer('<html>', 'flyctl ips list')).toThrow(
      '"flyctl ips list" answered with text that is not JSON',
    );
    expect(() => parseAnswer('', 'flyctl ips list')).toThrow('answered with nothing');
  });
});

test('secrets are read in the old and the new form', () => {
  expect(parseStoredSecrets([{ Name: 'OLD' }, { name: 'NEW', digest: 'd', status: 'Staged' }])).toEqual([
    { name: 'OLD', status: 'unknown' },
    { name: 'NEW', status: 'staged' },
  ]);
});
