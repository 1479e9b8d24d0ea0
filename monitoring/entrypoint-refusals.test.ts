import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { engineOrSkip } from '@fly-monitoring/testing/engines';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { entrypoint, findFreePort } from './entrypoint-run.js';
import { startService, waitForUp } from './surroundings.js';
import { apiKey, basicAuth, login, passwordHash, TestMachine, testTimeoutMs } from './test-machine.js';

let machine: TestMachine;

beforeEach(() => {
  machine = new TestMachine();
});
afterEach(() => machine.remove());

engineOrSkip(describe, ['prometheus-3', 'promtool-3'])('the entrypoint', (paths) => {
  const line = { prometheus: paths['prometheus-3'], promtool: paths['promtool-3'] };
  const protectedAccess = { PROMETHEUS_BASIC_AUTH: basicAuth };
  const remote = {
    ...protectedAccess,
    GRAFANA_PROMETHEUS_URL: 'https://prometheus.example.net/api/prom/push',
    GRAFANA_PROMETHEUS_USER: '12345',
    GRAFANA_PROMETHEUS_API_KEY: apiKey,
  };

  const refusals: [name: string, environment: Record<string, string>, words: string[]][] = [
    [
      'protected without a password',
      { FLY_APP_NAME: 'my-monitoring' },
      [
        'PROMETHEUS_BASIC_AUTH is missing',
        'node packages/cli/dist/index.js hash-password | flyctl secrets import -a my-monitoring',
      ],
    ],
    ['an empty password line', { PROMETHEUS_BASIC_AUTH: '' }, ['PROMETHEUS_BASIC_AUTH is missing']],
    [
      'a plain password instead of its bcrypt line',
      { PROMETHEUS_BASIC_AUTH: 'admin:hunter2' },
      ['does not hold a bcrypt line'],
    ],
    ['a bcrypt line cut short', { PROMETHEUS_BASIC_AUTH: basicAuth.slice(0, -3) }, ['57 characters']],
    [
      'a bcrypt line without a user',
      { PROMETHEUS_BASIC_AUTH: `:${passwordHash}` },
      ['user in PROMETHEUS_BASIC_AUTH is empty'],
    ],
    ['YAML in the user', { PROMETHEUS_BASIC_AUTH: `a"\nb:${passwordHash}` }, ['may hold only letters']],
    [
      'an unknown access',
      { PROMETHEUS_ACCESS: 'publik' },
      ['PROMETHEUS_ACCESS is "publik"', 'protected, private or open'],
    ],
    [
      'an address without https',
      { ...remote, GRAFANA_PROMETHEUS_URL: 'http://prometheus.example.net/push' },
      ['https://'],
    ],
    ['an address without a scheme', { ...remote, GRAFANA_PROMETHEUS_URL: 'prometheus.example.net/push' }, ['https://']],
    ['an address without a host', { ...remote, GRAFANA_PROMETHEUS_URL: 'https:///push' }, ['no host']],
    ['an address without a path', { ...remote, GRAFANA_PROMETHEUS_URL: 'https://prometheus.example.net' }, ['no path']],
    [
      'a password in the address',
      { ...remote, GRAFANA_PROMETHEUS_URL: `https://1:${apiKey}@example.net/push` },
      ['no user'],
    ],
    [
      'a token in the address',
      { ...remote, GRAFANA_PROMETHEUS_URL: `https://example.net/push?key=${apiKey}` },
      ['query'],
    ],
    [
      'YAML in the address',
      { ...remote, GRAFANA_PROMETHEUS_URL: 'https://a.net/p"\n    basic_auth: {}' },
      ['line break'],
    ],
    [
      'an address that is not replaced',
      { ...remote, GRAFANA_PROMETHEUS_URL: '$GRAFANA_URL' },
      ['GRAFANA_PROMETHEUS_URL'],
    ],
    [
      'YAML in the user of the remote',
      { ...remote, GRAFANA_PROMETHEUS_USER: '1"\nurl: x' },
      ['GRAFANA_PROMETHEUS_USER may hold'],
    ],
    ['no user for the remote', { ...remote, GRAFANA_PROMETHEUS_USER: '' }, ['GRAFANA_PROMETHEUS_USER is not']],
    [
      'no key for the remote',
      { ...remote, GRAFANA_PROMETHEUS_API_KEY: '' },
      ['GRAFANA_PROMETHEUS_API_KEY is not', 'flyctl secrets'],
    ],
    [
      'a key with a line break inside',
      { ...remote, GRAFANA_PROMETHEUS_API_KEY: `${apiKey}\nx` },
      ['line break inside'],
    ],
    [
      'a wrong retention',
      { ...protectedAccess, PROMETHEUS_RETENTION_TIME: 'for ever' },
      ['PROMETHEUS_RETENTION_TIME is'],
    ],
    ['a wrong volume size', { ...protectedAccess, PROMETHEUS_VOLUME_GB: '10gb' }, ['PROMETHEUS_VOLUME_GB is "10gb"']],
    [
      'no configuration',
      { PROMETHEUS_CONFIG: '/nowhere/prometheus.yml' },
      ['there is no configuration /nowhere/prometheus.yml'],
    ],
    ['no Prometheus', { PROMETHEUS_BIN: '/nowhere/prometheus' }, ['/nowhere/prometheus is not here']],
    [
      'a broken self-scrape line',
      { ...protectedAccess, PROMETHEUS_SELF_AUTH: 'just-a-password' },
      ['PROMETHEUS_SELF_AUTH'],
    ],
  ];

  test.each(refusals)('refuses %s in one sentence with a next step', async (_name, environment, words) => {
    const run = await machine.start(line, environment);
    expect(await run.exitCode()).toBe(78);
    expect(run.output).toMatch(/entrypoint: Prometheus was not started: .+\nentrypoint: Next: .+\n$/);
    for (const word of words) expect(run.output).toContain(word);
    for (const secret of [apiKey, 'hunter2', passwordHash]) expect(run.output).not.toContain(secret);
    expect(readdirSync(join(machine.folder, 'data'))).toEqual([]);
  });

  test('never leaves a password file of an earlier run behind', async () => {
    const first = await machine.start(line, protectedAccess);
    await first.waitUntilReady(200, login);
    await first.stop();
    const second = await machine.start(line, { PROMETHEUS_ACCESS: 'private' });
    await second.waitUntilReady();
    expect(existsSync(join(machine.folder, 'run/web.yml'))).toBe(false);
  });

  test('shows what promtool says about a broken configuration', async () => {
    const config = machine.writeConfig(1);
    writeFileSync(config, 'scrape_konfigs: []\n');
    const run = await machine.start(line, { PROMETHEUS_ACCESS: 'private', PROMETHEUS_CONFIG: config });
    expect(await run.exitCode()).toBe(78);
    expect(run.output).toContain('scrape_konfigs');
    expect(run.output).toContain(`promtool refuses the configuration made from ${config}`);
  });

  test('refuses two remote writes', async () => {
    const config = machine.writeConfig(1);
    writeFileSync(config, `${readFileSync(config, 'utf8')}\nremote_write: [{ url: 'https://a.example/push' }]\n`);
    const run = await machine.start(line, { ...remote, PROMETHEUS_CONFIG: config });
    expect(await run.exitCode()).toBe(78);
    expect(run.output).toContain('keep one of the two');
  });

  test('hands its arguments on to Prometheus', async () => {
    const run = await machine.start(line, { PROMETHEUS_ACCESS: 'private' }, ['sh', entrypoint, '--log.format=json']);
    await run.waitUntilReady();
    expect(run.output).toContain('"msg":"Server is ready to receive web requests."');
  });

  test(
    'stops before the kill timeout when the remote cannot be reached',
    async () => {
      const service = await startService(new Set());
      const closed = await findFreePort();
      const run = await machine.start(line, {
        ...remote,
        PROMETHEUS_CONFIG: machine.writeConfig(service.port),
        GRAFANA_PROMETHEUS_URL: `http://127.0.0.1:${closed}/push`,
      });
      await waitForUp(run, 'service', login);
      const { code, tookMs } = await run.stop();
      service.stop();
      expect(code).toBe(0);
      const killTimeoutMs = 30_000;
      expect(tookMs).toBeLessThan(killTimeoutMs / 2);
    },
    testTimeoutMs,
  );
});
