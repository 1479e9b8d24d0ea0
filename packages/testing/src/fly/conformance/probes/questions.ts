import type { Shape } from '../../../conformance/shape.js';
import type { Probe } from '../probe.js';

const optionalText: Shape = { optional: 'text' };
const optionalNumber: Shape = { optional: 'number' };
const time: Shape = { matches: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/ };

/** What packages/fly/src/answers/machines.ts reads. */
const machine: Shape = {
  fields: {
    id: 'text',
    name: 'text',
    state: 'text',
    region: 'text',
    instance_id: 'text',
    private_ip: { matches: /^fdaa:/ },
    created_at: time,
    updated_at: time,
    host_status: { is: 'ok' },
    image_ref: {
      fields: { registry: 'text', repository: 'text', tag: optionalText, digest: { matches: /^sha256:/ } },
    },
    config: {
      fields: {
        metadata: {
          fields: { fly_process_group: { is: 'app' }, fly_release_version: { matches: /^\d+$/ } },
        },
        env: { mapOf: 'text' },
        mounts: { optional: { list: { fields: { volume: 'text', path: 'text' } } } },
        standbys: { optional: { list: 'text' } },
        services: { list: { fields: { autostop: { optional: { oneOf: [true, false, 'off', 'stop', 'suspend'] } } } } },
      },
    },
    checks: {
      optional: {
        list: {
          fields: { name: 'text', status: { oneOf: ['passing', 'warning', 'critical'] }, output: optionalText },
        },
      },
    },
    events: {
      optional: {
        list: {
          fields: {
            timestamp: 'number',
            request: {
              optional: {
                fields: {
                  exit_event: {
                    optional: {
                      fields: {
                        exit_code: optionalNumber,
                        oom_killed: { optional: 'boolean' },
                        requested_stop: { optional: 'boolean' },
                      },
                    },
                  },
                },
              },
            },
          },
        },
      },
    },
  },
};

const release: Shape = {
  fields: {
    Version: 'number',
    Status: { oneOf: ['pending', 'running', 'complete', 'failed', 'interrupted'] },
    ImageRef: 'text',
    CreatedAt: time,
  },
};

const volume: Shape = {
  fields: {
    id: 'text',
    name: 'text',
    region: 'text',
    size_gb: 'number',
    attached_machine_id: optionalText,
    state: 'text',
  },
};

const address: Shape = {
  fields: { Address: 'text', Type: { oneOf: ['v4', 'v6', 'shared_v4', 'private_v6'] } },
};

const secret: Shape = { fields: { name: 'text', status: { oneOf: ['Deployed', 'Staged', 'Partial', 'Unknown'] } } };

interface Question {
  readonly id: string;
  readonly words: readonly string[];
  readonly source: string;
  readonly shape: Shape;
}

const lists: readonly Question[] = [
  {
    id: 'releases',
    words: ['releases'],
    source: 'internal/command/apps/releases.go:57',
    shape: { list: release, atLeast: 1 },
  },
  {
    id: 'machine-list',
    words: ['machine', 'list'],
    source: 'internal/command/machine/list.go:58, fly-go machine_types.go:45',
    shape: { list: machine, atLeast: 1 },
  },
  {
    id: 'volumes-list',
    words: ['volumes', 'list'],
    source: 'internal/command/volumes/list.go:50, fly-go volume_types.go:8',
    shape: { list: volume, atLeast: 1 },
  },
  {
    id: 'ips-list',
    words: ['ips', 'list'],
    source: 'internal/command/ips/list.go:38, fly-go types.go:484',
    shape: { list: address, atLeast: 1 },
  },
  {
    id: 'secrets-list',
    words: ['secrets', 'list'],
    source: 'internal/command/secrets/list.go:72, fly-go secrets_types.go:15',
    shape: { list: secret, atLeast: 2 },
  },
];

function ofLiveApp({ id, words, source, shape }: Question): Probe {
  return {
    id: `questions/${id}`,
    relies: `"flyctl ${words.join(' ')} --json" writes one JSON document to stdout, asks nothing back, and has the fields that are read`,
    source,
    scene: 'live-app',
    argv: [...words, '-a', '{app}', '--json'],
    expect: { exitCode: 0, stderr: 'empty', json: shape },
  };
}

function ofEmptyApp({ id, words, source }: Question): Probe {
  return {
    id: `questions/${id}/empty`,
    relies: 'an app without any gives an empty list or null, and exit code 0',
    source,
    scene: 'empty-app',
    argv: [...words, '-a', '{app}', '--json'],
    expect: { exitCode: 0, stderr: 'empty', json: { optional: { list: 'any' } } },
  };
}

const status: Shape = { fields: { Name: 'text', Deployed: { is: true }, Hostname: { matches: /\.fly\.dev$/ } } };

export const questionProbes: readonly Probe[] = [
  {
    id: 'questions/version',
    relies: 'the version stands in the first line of stdout, as vX.Y.Z',
    source: 'internal/command/version/version.go:46, internal/buildinfo',
    scene: 'nothing',
    argv: ['version'],
    expect: { exitCode: 0, stdout: { has: [/\bv\d+\.\d+\.\d+/] }, stderr: 'empty' },
  },
  ofLiveApp({ id: 'status', words: ['status'], source: 'internal/command/status/machines.go:233', shape: status }),
  {
    id: 'questions/status/empty',
    relies: 'an app that was never deployed has a status, and Deployed is false',
    source: 'internal/command/status/machines.go:233',
    scene: 'empty-app',
    argv: ['status', '-a', '{app}', '--json'],
    expect: { exitCode: 0, stderr: 'empty', json: { fields: { Name: 'text', Deployed: { is: false } } } },
  },
  ...lists.map(ofLiveApp),
  ...lists.map(ofEmptyApp),
  {
    id: 'questions/secrets-list/status',
    relies: 'a secret that was there before the release is Deployed, one that has changed since is Staged',
    source: 'internal/command/secrets/list.go:290',
    scene: 'live-app',
    argv: ['secrets', 'list', '-a', '{app}', '--json'],
    expect: {
      exitCode: 0,
      stdout: {
        has: [
          /"name": "OLD",\s+"digest": "[^"]+",\s+"status": "Deployed"/,
          /"YOUNG",\s+"digest": "[^"]+",\s+"status": "Staged"/,
        ],
      },
    },
  },
  {
    id: 'questions/machine-list/unreachable',
    relies:
      'a machine whose host does not answer has host_status and no config; what is known stands in incomplete_config',
    source: 'fly-go machine_types.go:63',
    scene: 'host-unreachable',
    argv: ['machine', 'list', '-a', '{app}', '--json'],
    expect: {
      exitCode: 0,
      json: {
        list: {
          fields: {
            host_status: { oneOf: ['unreachable', 'unknown'] },
            config: { optional: { oneOf: [] } },
            incomplete_config: { fields: { metadata: { fields: { fly_process_group: 'text' } } } },
          },
        },
        atLeast: 1,
      },
    },
  },
  {
    id: 'questions/config-show',
    relies: 'the configuration of the current release is one JSON document on stdout, without --json',
    source: 'internal/command/config/show.go:44, internal/appconfig/remote.go:15',
    scene: 'live-app',
    argv: ['config', 'show', '-a', '{app}'],
    expect: { exitCode: 0, stderr: 'empty', json: { fields: { app: 'text', primary_region: { is: 'nrt' } } } },
  },
  {
    id: 'questions/config-show/empty',
    relies: 'an app without a release has no configuration, and that is an error',
    source: 'internal/appconfig/remote.go:15',
    scene: 'empty-app',
    argv: ['config', 'show', '-a', '{app}'],
    expect: { exitCode: 1, stdout: 'empty', stderr: { has: [/^Error: /m] } },
  },
];
