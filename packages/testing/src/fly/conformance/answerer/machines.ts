import type { Fields } from './graphql.js';

const when = '2026-01-02T03:04:05Z';
const whenMs = Date.parse(when);

const image = {
  registry: 'registry.fly.io',
  repository: 'conformance',
  tag: 'deployment-1',
  digest: `sha256:${'a'.repeat(64)}`,
  labels: { 'org.opencontainers.image.title': 'conformance' },
};

const config = {
  env: { FLY_PROCESS_GROUP: 'app', PORT: '8080' },
  init: {},
  guest: { cpu_kind: 'shared', cpus: 1, memory_mb: 256 },
  metadata: {
    fly_platform_version: 'v2',
    fly_process_group: 'app',
    fly_release_id: 'release-2',
    fly_release_version: '2',
    fly_flyctl_version: '0.4.87',
  },
  services: [{ protocol: 'tcp', internal_port: 8080, autostop: 'stop', autostart: true, min_machines_running: 0 }],
  mounts: [{ encrypted: true, path: '/data', size_gb: 1, volume: 'vol_conformance1', name: 'data' }],
  checks: { ready: { type: 'http', port: 8080, path: '/' } },
  image: 'registry.fly.io/conformance:deployment-1',
  restart: { policy: 'on-failure', max_retries: 10 },
};

const exit = {
  exit_code: 137,
  oom_killed: true,
  requested_stop: false,
  restarting: true,
  guest_exit_code: 137,
  guest_signal: -1,
  error: '',
  exited_at: when,
};

const common = {
  region: 'nrt',
  image_ref: image,
  created_at: when,
  updated_at: when,
  cordoned: false,
  host_status: 'ok',
};

/** Running, with a check that passes; its last process was killed for want of memory. */
const started: Fields = {
  ...common,
  id: '1781973c03d789',
  name: 'quiet-river-1',
  state: 'started',
  instance_id: '01HCONFORMANCE000000000001',
  version: '01HCONFORMANCE000000000001',
  private_ip: 'fdaa:0:1:a7b:1:2:3:2',
  config,
  checks: [{ name: 'ready', status: 'passing', output: '200 OK', updated_at: when }],
  events: [
    { id: '02', type: 'start', status: 'started', source: 'flyd', timestamp: whenMs + 1_000 },
    {
      id: '01',
      type: 'exit',
      status: 'stopped',
      source: 'flyd',
      timestamp: whenMs,
      request: { exit_event: exit, MonitorEvent: { exit_event: exit }, restart_count: 1 },
    },
  ],
};

/** Stands by for the other one, and is stopped. */
const standby: Fields = {
  ...started,
  id: '3d8d9a4eb47e89',
  name: 'quiet-river-2',
  state: 'stopped',
  private_ip: 'fdaa:0:1:a7b:1:2:4:2',
  checks: [],
  events: [],
  config: { ...config, standbys: ['1781973c03d789'], mounts: [{ ...config.mounts[0], volume: 'vol_conformance2' }] },
};

/** Its host does not answer: what Fly knows of the configuration stands in another field. */
const unreachable: Fields = {
  ...started,
  host_status: 'unreachable',
  config: null,
  incomplete_config: { ...config, image: '' },
  checks: null,
  events: [],
};

export const startedId = '1781973c03d789';
export const healthyMachines: readonly Fields[] = [started, standby];
export const unreachableMachines: readonly Fields[] = [unreachable];
