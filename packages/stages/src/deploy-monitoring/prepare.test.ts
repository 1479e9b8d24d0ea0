import { cp, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { diskFiles as files } from '@fly-monitoring/kit';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { parse } from 'smol-toml';
import { recordingTools } from '../../test/stage-tools.js';
import { type PreparedMonitoring, prepareMonitoring } from './prepare.js';

/** This repository's own files, in a checkout that a test may spoil. */
let workspace: string;
beforeEach(async () => {
  workspace = await files.makeTemporaryFolder();
  await mkdir(join(workspace, 'monitoring'));
  const kept = (path: string) => !/\.test\.|\.(test|tests)$|node_modules/.test(path);
  for (const path of ['fly.toml', 'fly.monitoring.toml', 'Dockerfile.monitoring', 'monitoring']) {
    await cp(join(process.cwd(), path), join(workspace, path), { recursive: true, filter: kept });
  }
});
afterEach(() => files.removeFolder(workspace));

type Given = Readonly<Record<string, string>>;
const token = { FLY_API_TOKEN: 'FlyV1 a' };

function prepare(given: Given, environment: Given = {}): Promise<PreparedMonitoring> {
  return prepareMonitoring({ given, environment: { ...token, ...environment } }, recordingTools({ workspace }).tools);
}

const config = ({ configText }: PreparedMonitoring) => parse(configText) as Record<string, unknown>;
const remoteWrite = {
  'remote-write-url': 'https://prometheus.example.com/api/prom/push',
  'remote-write-user': '12345',
  'remote-write-password': 'glc_token',
};

describe('without any input', () => {
  test("this repository's files are a private Prometheus without remote write", async () => {
    const prepared = await prepare({});
    expect(prepared.access).toBe('private');
    expect(config(prepared)).not.toHaveProperty('http_service');
    expect(config(prepared)).toMatchObject({
      app: 'fechatter-monitoring',
      env: { PROMETHEUS_ACCESS: 'private', PROMETHEUS_CONFIG: '/etc/prometheus/prometheus-fly.yml' },
    });
    expect(prepared.wanted.secrets.size).toBe(0);
  });

  test('twice gives the same fingerprint, and a changed rule another', async () => {
    const first = await prepare({});
    expect((await prepare({})).configText).toBe(first.configText);
    const [rules = ''] = await files.list(join(workspace, 'monitoring/rules'));
    await files.writeText(join(workspace, 'monitoring/rules', rules), 'groups: []\n');
    expect((await prepare({})).wanted.fingerprint.image).not.toBe(first.wanted.fingerprint.image);
  });
});

describe('with secrets', () => {
  test('it is protected, and the machine gets a hash and never the password', async () => {
    const environment = { ...token, PROMETHEUS_PASSWORD: 'correct horse', METRICS_TOKEN: 'tok-1' };
    const { tools, secrets } = recordingTools({ workspace });
    const prepared = await prepareMonitoring({ given: {}, environment }, tools);
    expect(prepared.access).toBe('protected');
    expect(config(prepared)).toHaveProperty('http_service');
    expect([...prepared.wanted.secrets.keys()]).toEqual([
      'METRICS_TOKEN',
      'PROMETHEUS_BASIC_AUTH',
      'PROMETHEUS_SELF_AUTH',
    ]);
    expect(prepared.configText).not.toContain('correct horse');
    expect(prepared.configText).not.toContain('tok-1');
    expect(secrets).toHaveLength(2);
  });

  test('remote write goes to the machine as three secrets', async () => {
    const { wanted } = await prepare(remoteWrite);
    expect([...wanted.secrets.keys()]).toEqual([
      'GRAFANA_PROMETHEUS_URL',
      'GRAFANA_PROMETHEUS_USER',
      'GRAFANA_PROMETHEUS_API_KEY',
    ]);
  });
});

test('another app is written into the configuration of the image, not into the checkout', async () => {
  const { source } = await prepare({ 'monitored-app': 'shop', environment: 'staging' });
  const changed = source.kind === 'files' ? source.changed.get('monitoring/prometheus-fly.yml') : undefined;
  expect(changed).toContain('app.process.shop.internal');
  expect(changed).toContain('environment: "staging"');
  expect(changed).not.toContain('fechatter.internal');
  expect(await files.readText(join(workspace, 'monitoring/prometheus-fly.yml'))).toContain('fechatter.internal');
});

describe('jobs that the configuration includes', () => {
  const jobs =
    'scrape_configs:\n  - job_name: more\n    dns_sd_configs: [{ names: [fechatter.internal], type: AAAA, port: 1 }]\n';
  const include = async () => {
    const path = join(workspace, 'monitoring/prometheus-fly.yml');
    await files.writeText(path, `${await files.readText(path)}\nscrape_config_files: [jobs/*.yml]\n`);
    await files.writeText(join(workspace, 'monitoring/jobs/more.yml'), jobs);
  };

  test('name the app of this deployment in the image, and the checkout stays as it is', async () => {
    await include();
    const dockerfile = join(workspace, 'Dockerfile.monitoring');
    await files.writeText(
      dockerfile,
      `${await files.readText(dockerfile)}\nCOPY monitoring/jobs/ /etc/prometheus/jobs/\n`,
    );
    const { source } = await prepare({ 'monitored-app': 'shop' });
    const changed = source.kind === 'files' ? source.changed : new Map<string, string>();
    expect(changed.get('monitoring/jobs/more.yml')).toBe(jobs.replace('fechatter', 'shop'));
    expect(await files.readText(join(workspace, 'monitoring/jobs/more.yml'))).toBe(jobs);
  });

  test('are unknown to a Prometheus before 2.43', async () => {
    await include();
    const dockerfile = join(workspace, 'Dockerfile.monitoring');
    const written = (await files.readText(dockerfile)) ?? '';
    await files.writeText(dockerfile, written.replace(/^FROM .*$/m, 'FROM prom/prometheus:v2.42.0'));
    await expect(prepare({})).rejects.toMatchObject({
      message: expect.stringContaining(
        'which Prometheus reads since 2.43, and Dockerfile.monitoring is built from 2.42.0',
      ),
    });
  });

  test('must be copied into the image', async () => {
    await include();
    await expect(prepare({})).rejects.toMatchObject({
      message: expect.stringContaining(
        'scrape_config_files names monitoring/jobs/*.yml, and the image would have no such file',
      ),
    });
  });
});

test('another configuration of the same image is named to it', async () => {
  const prepared = await prepare({ 'prometheus-config': 'monitoring/prometheus-fly.one-machine.yml' });
  expect(config(prepared)).toMatchObject({
    env: { PROMETHEUS_CONFIG: '/etc/prometheus/prometheus-fly.one-machine.yml' },
  });
});

test('a remote store without https is named to the entrypoint when its host was allowed', async () => {
  const given = {
    ...remoteWrite,
    'remote-write-url': 'http://Mimir.LAN:9009/push',
    'allow-insecure-http': 'mimir.lan',
  };
  const prepared = await prepare(given);
  expect(config(prepared)).toMatchObject({ env: { ALLOW_INSECURE_HTTP: 'mimir.lan' } });
  expect(prepared.wanted.secrets.get('GRAFANA_PROMETHEUS_URL')?.reveal()).toBe('http://mimir.lan:9009/push');
  expect(config(await prepare(remoteWrite))).not.toHaveProperty('env.ALLOW_INSECURE_HTTP');
});

describe('nothing is begun when', () => {
  test.each<[string, Given, string]>([
    ['a password is missing', { access: 'protected' }, '"prometheus-password"'],
    [
      'remote write is incomplete',
      { 'remote-write-url': remoteWrite['remote-write-url'] },
      'missing: remote-write-user, remote-write-password',
    ],
    ['remote write has no path', { ...remoteWrite, 'remote-write-url': 'https://host' }, 'it must have a path'],
    [
      'remote write is not encrypted',
      { ...remoteWrite, 'remote-write-url': 'http://host/push' },
      'must begin with https://',
    ],
    [
      'remote write has a query',
      { ...remoteWrite, 'remote-write-url': 'https://host/push?key=1' },
      'must have no query',
    ],
    ['an app may be created in no organisation', { create: 'true' }, 'Input "org" is missing'],
    ['a password is too long for bcrypt', { 'prometheus-password': 'x'.repeat(73) }, 'longer than 72 bytes'],
    ['a file is not there', { config: 'none.toml' }, 'there is no file none.toml'],
    [
      'the image would not have the configuration',
      { 'prometheus-config': 'fly.monitoring.toml' },
      'does not copy fly.monitoring.toml',
    ],
    [
      'the Dockerfile is not the one of the config',
      { dockerfile: 'monitoring/docker-entrypoint.sh' },
      'make them the same',
    ],
  ])('%s', async (_, given, problem) => {
    await expect(prepare(given)).rejects.toMatchObject({ message: expect.stringContaining(problem) });
  });

  test('a Dockerfile copies what is not there, or rules that the image would not have', async () => {
    await files.writeText(
      join(workspace, 'Dockerfile.monitoring'),
      'FROM x\nCOPY monitoring/prometheus-fly.yml /e/\nCOPY gone.sh /gone.sh\n',
    );
    await expect(prepare({})).rejects.toMatchObject({
      message: expect.stringMatching(/copies "gone\.sh".*\n.*rule_files names monitoring\/rules\/\*\.yml/),
    });
  });

  test('several things are wrong, and all are named at once', async () => {
    const failing = prepare({ config: 'none.toml', access: 'protected', create: 'true' });
    await expect(failing).rejects.toMatchObject({
      code: 'INPUT_INVALID',
      message: expect.stringMatching(/"org".*"prometheus-password".*none\.toml/s),
    });
  });
});
