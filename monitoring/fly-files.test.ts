import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { parse } from 'smol-toml';
import { parse as parseYaml } from 'yaml';
import { monitoringFolder } from './entrypoint-run.js';

const root = join(monitoringFolder, '..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const flyToml = parse(read('fly.monitoring.toml'));
const dockerfile = read('Dockerfile.monitoring')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'));

test('fly.monitoring.toml keeps one protected, always running Prometheus on a volume', () => {
  expect(flyToml).toEqual({
    app: 'fechatter-monitoring',
    primary_region: 'nrt',
    kill_signal: 'SIGTERM',
    kill_timeout: '30s',
    build: { dockerfile: 'Dockerfile.monitoring' },
    deploy: { strategy: 'rolling', wait_timeout: '10m' },
    env: { PROMETHEUS_ACCESS: 'protected', PROMETHEUS_RETENTION_TIME: '30d' },
    http_service: {
      internal_port: 9090,
      force_https: true,
      auto_stop_machines: 'off',
      auto_start_machines: true,
      min_machines_running: 1,
    },
    mounts: [{ source: 'prometheus_data', destination: '/prometheus', initial_size: '10gb' }],
    vm: [{ size: 'shared-cpu-1x', memory: '1gb' }],
    restart: [{ policy: 'always' }],
    checks: {
      prometheus: { type: 'tcp', port: 9090, interval: '15s', timeout: '5s', grace_period: '60s' },
    },
  });
});

test('the kill timeout is longer than Prometheus needs for its last samples', () => {
  const flush = /^flush_deadline=(\d+)s$/m.exec(read('monitoring/docker-entrypoint.sh'))?.[1];
  expect(Number.parseInt(String(flyToml['kill_timeout']), 10)).toBeGreaterThan(Number(flush) * 2);
});

test('the image is a Prometheus of the 3.x line with long-term support', () => {
  expect(dockerfile[0]).toMatch(/^FROM prom\/prometheus:v3\.13\.\d+$/);
});

test('the image consists of files of this repository and runs nothing while it is built', () => {
  const copies = dockerfile.filter((line) => line.startsWith('COPY ')).map((line) => line.split(' '));
  expect(copies.length).toBeGreaterThan(0);
  for (const [, from = ''] of copies) expect([from, existsSync(join(root, from))]).toEqual([from, true]);
  const words = new Set(dockerfile.map((line) => line.split(' ')[0]));
  expect([...words].sort()).toEqual(['CMD', 'COPY', 'ENTRYPOINT', 'FROM', 'USER', 'WORKDIR']);
});

test('the entrypoint starts as root, to give the volume away, and is in the image where it looks for its files', () => {
  expect(dockerfile).toContain('USER root');
  expect(dockerfile).toContain('ENTRYPOINT ["/bin/sh", "/usr/local/bin/docker-entrypoint.sh"]');
  const targets = dockerfile.filter((line) => line.startsWith('COPY ')).map((line) => line.split(' ')[2]);
  expect(targets).toEqual(expect.arrayContaining(['/usr/local/bin/docker-entrypoint.sh', '/etc/prometheus/rules']));
  const defaultConfig = /PROMETHEUS_CONFIG:-([^}]+)}/.exec(read('monitoring/docker-entrypoint.sh'))?.[1];
  expect(targets).toContain(defaultConfig);
});

test('the laptop runs the same image line, configuration folder and entrypoint as Fly', () => {
  const compose: unknown = parseYaml(read('monitoring/compose.yaml'));
  expect(compose).toMatchObject({
    services: {
      prometheus: {
        build: { context: '..', dockerfile: 'Dockerfile.monitoring' },
        environment: { PROMETHEUS_ACCESS: 'private' },
        ports: ['127.0.0.1:9099:9090'],
      },
      grafana: { ports: ['127.0.0.1:3000:3000'] },
    },
  });
});

test('every variable the entrypoint reads is in the README', () => {
  const entrypoint = read('monitoring/docker-entrypoint.sh');
  const names = [...entrypoint.matchAll(/\$\{?((?:PROMETHEUS|PROMTOOL|GRAFANA|METRICS|FLY)_[A-Z_]+)/g)].map(
    (found) => found[1],
  );
  const readme = read('monitoring/README.md');
  expect(new Set(names).size).toBeGreaterThan(10);
  expect([...new Set(names)].filter((name) => !readme.includes(`\`${name}\``))).toEqual([]);
});
