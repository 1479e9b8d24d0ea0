import { spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import { engineOrSkip } from '@fly-monitoring/testing/engines';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import {
  createMachineFolder,
  EntrypointRun,
  entrypoint,
  findFreePort,
  monitoringFolder,
  poll,
  removeMachineFolder,
} from './entrypoint-run.js';

// bcrypt of "s3cret"
const hash = '$2b$10$z9n0ea/cMhU9W4.OmqCB0e979eMn5TCrPoaPbZ9IFdSzuWB6kpsN.';
const basicAuth = `admin:${hash}`;
const apiKey = 'glc_do-not-show-me';
const metricsToken = 'token-do-not-show-me';
const testTimeoutMs = 90_000;
const nobody = 65_534;

const isRoot = process.getuid?.() === 0;
const asRoot = isRoot ? test : test.skip;

let folder = '';
let running: EntrypointRun[] = [];

beforeEach(() => {
  folder = createMachineFolder();
});

afterEach(async () => {
  await Promise.all(running.map((run) => run.stop('SIGKILL')));
  running = [];
  removeMachineFolder(folder);
});

interface Line {
  readonly prometheus: string;
  readonly promtool: string;
}

async function start(line: Line, environment: Record<string, string>, command?: readonly string[]) {
  const run = await EntrypointRun.start({ folder, ...line, environment, ...(command ? { command } : {}) });
  running.push(run);
  return run;
}

/** The product's rules, and one job that scrapes `port` each second. */
function writeConfig(port: number): string {
  const config = join(folder, 'image');
  mkdirSync(config);
  cpSync(join(monitoringFolder, 'rules'), join(config, 'rules'), { recursive: true });
  const path = join(config, 'prometheus.yml');
  writeFileSync(
    path,
    `global: { scrape_interval: 1s, external_labels: { monitor: test } }
rule_files: [rules/*.yml]
scrape_configs:
  - job_name: service
    authorization: { type: Bearer, credentials_file: secrets/metrics-token }
    static_configs: [{ targets: ['127.0.0.1:${port}'] }]`,
  );
  return path;
}

async function targetsOf(
  run: EntrypointRun,
  login?: string,
): Promise<{ job: string; health: string; lastError: string }[]> {
  const answer = await (await run.get('/api/v1/targets?state=active', login)).json();
  const { activeTargets } = (answer as { data: { activeTargets: Target[] } }).data;
  return activeTargets.map(({ labels, health, lastError }) => ({ job: labels.job, health, lastError }));
}

interface Target {
  readonly labels: { readonly job: string };
  readonly health: string;
  readonly lastError: string;
}

async function waitForUp(run: EntrypointRun, job: string, login?: string): Promise<void> {
  await poll(
    `${job} up`,
    async () => (await targetsOf(run, login)).some((target) => target.job === job && target.health === 'up'),
    () => run.output,
  );
}

/** A service with one metric that remembers what it was shown as authorization. */
function startService(shown: Set<string>): Promise<{ server: Server; port: number }> {
  const server = createServer((request, response) => {
    shown.add(request.headers.authorization ?? 'nothing');
    response.setHeader('content-type', 'text/plain; version=0.0.4').end('service_works 1\n');
  });
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve({ server, port: typeof address === 'object' && address ? address.port : 0 });
    });
  });
}

const lines = [
  ['2.42', 'prometheus-2', 'promtool-2'],
  ['3.x', 'prometheus-3', 'promtool-3'],
] as const;

for (const [version, prometheusName, promtoolName] of lines) {
  engineOrSkip(describe, [prometheusName, promtoolName])(`the entrypoint with Prometheus ${version}`, (paths) => {
    const line = { prometheus: paths[prometheusName], promtool: paths[promtoolName] };
    const shown = new Set<string>();
    let service: Awaited<ReturnType<typeof startService>>;

    beforeAll(async () => {
      service = await startService(shown);
    });
    beforeEach(() => shown.clear());
    afterAll(() => {
      service.server.closeAllConnections();
      service.server.close();
    });

    test(
      'protected: lets nobody in without the password, /-/ready included',
      async () => {
        const run = await start(line, { PROMETHEUS_BASIC_AUTH: basicAuth });
        await run.waitUntilReady(200, 'admin:s3cret');
        expect((await run.get('/-/ready')).status).toBe(401);
        expect((await run.get('/api/v1/targets', 'admin:wrong')).status).toBe(401);
        expect((await run.get('/api/v1/targets', 'admin:s3cret')).status).toBe(200);
      },
      testTimeoutMs,
    );

    test.each(['private', 'open'])(
      '%s: answers without a password, also when one is given',
      async (access) => {
        const run = await start(line, { PROMETHEUS_ACCESS: access, PROMETHEUS_BASIC_AUTH: basicAuth });
        await run.waitUntilReady();
        expect(existsSync(join(folder, 'run/web.yml'))).toBe(false);
        const flags = (await (await run.get('/api/v1/status/flags')).json()) as { data: Record<string, string> };
        expect(flags.data).toMatchObject({
          'web.enable-admin-api': 'false',
          'web.enable-lifecycle': 'false',
          'web.enable-remote-write-receiver': 'false',
          'storage.tsdb.retention.time': '15d',
          // 80 % of 10 GB, in the unit Prometheus prints
          'storage.tsdb.retention.size': '8GiB',
          'storage.remote.flush-deadline': '10s',
        });
      },
      testTimeoutMs,
    );

    test(
      'shows METRICS_TOKEN to the services, the first where there are several',
      async () => {
        const config = writeConfig(service.port);
        const environment = { PROMETHEUS_ACCESS: 'private', PROMETHEUS_CONFIG: config };
        const run = await start(line, { ...environment, METRICS_TOKEN: ` ${metricsToken}, the-old-one\n` });
        await waitForUp(run, 'service');
        expect([...shown]).toEqual([`Bearer ${metricsToken}`]);
      },
      testTimeoutMs,
    );

    test(
      'scrapes services without METRICS_TOKEN too, and keeps the volume over a restart',
      async () => {
        const config = writeConfig(service.port);
        const environment = { PROMETHEUS_ACCESS: 'private', PROMETHEUS_CONFIG: config };
        const first = await start(line, environment);
        await waitForUp(first, 'service');
        expect([...shown].map((header) => header.trim())).toEqual(['Bearer']);
        const sampled = Date.now() / 1000;
        const stopped = await first.stop();
        expect(stopped.code).toBe(0);
        expect(stopped.tookMs).toBeLessThan(5_000);

        const second = await start(line, environment);
        await second.waitUntilReady();
        const found = await (await second.get(`/api/v1/query?query=up{job="service"}&time=${sampled}`)).json();
        expect(found).toMatchObject({
          data: { result: [{ metric: { job: 'service' }, value: [expect.anything(), '1'] }] },
        });
      },
      testTimeoutMs,
    );

    asRoot(
      'gives the volume to nobody and becomes nobody',
      async () => {
        writeFileSync(join(folder, 'data/left-by-root'), '');
        const run = await start(line, { PROMETHEUS_ACCESS: 'private' });
        await run.waitUntilReady();
        expect(run.readProc('status')).toMatch(new RegExp(`^Uid:\t${nobody}\t${nobody}\t${nobody}\t${nobody}$`, 'm'));
        expect(run.readProc('comm').trim()).toBe('prometheus');
        expect(statSync(join(folder, 'data/left-by-root')).uid).toBe(nobody);
        expect(statSync(join(folder, 'run/secrets/metrics-token'))).toMatchObject({ uid: nobody, mode: 0o100400 });
      },
      testTimeoutMs,
    );

    asRoot(
      'runs as an ordinary user where it is not root',
      async () => {
        chownSync(folder, nobody, nobody);
        chownSync(join(folder, 'data'), nobody, nobody);
        const demote = ['setpriv', `--reuid=${nobody}`, `--regid=${nobody}`, '--clear-groups', 'sh', entrypoint];
        const environment = { PROMETHEUS_BASIC_AUTH: basicAuth };
        const first = await start(line, environment, demote);
        await first.waitUntilReady(200, 'admin:s3cret');
        await first.stop();
        // Its own read-only files of the first run are no obstacle.
        const second = await start(line, environment, demote);
        await second.waitUntilReady(200, 'admin:s3cret');
      },
      testTimeoutMs,
    );

    engineOrSkip(test, ['victoria-metrics'])(
      'writes to a remote store with the API key, and shows the key and the passwords nowhere',
      async ({ 'victoria-metrics': victoria }) => {
        const store = await startVictoria(victoria);
        try {
          const run = await start(line, {
            PROMETHEUS_CONFIG: writeConfig(service.port),
            PROMETHEUS_BASIC_AUTH: basicAuth,
            PROMETHEUS_SELF_AUTH: `s3cret:${hash}`,
            METRICS_TOKEN: metricsToken,
            GRAFANA_PROMETHEUS_URL: `http://127.0.0.1:${store.port}/api/v1/write`,
            GRAFANA_PROMETHEUS_USER: '12345',
            GRAFANA_PROMETHEUS_API_KEY: `${apiKey}\n`,
          });
          await poll(
            'the samples in the store',
            () => store.holds('up{monitor="test",job="service"}'),
            () => run.output,
          );
          if (version === '3.x') await waitForUp(run, 'prometheus', 'admin:s3cret');
          const pages = await Promise.all(
            ['config', 'flags', 'runtimeinfo'].map(async (page) =>
              (await run.get(`/api/v1/status/${page}`, 'admin:s3cret')).text(),
            ),
          );
          expect(pages[0]).toContain('retry_on_http_429: true');
          const seen = [...pages, run.output, run.readProc('cmdline'), run.readProc('environ')].join('\n');
          for (const secret of [apiKey, metricsToken, 's3cret', hash]) expect(seen).not.toContain(secret);
          const files = readdirSync(join(folder, 'run/secrets'));
          for (const file of files) expect(statSync(join(folder, 'run/secrets', file)).mode & 0o777).toBe(0o400);
          expect(readFileSync(join(folder, 'run/prometheus.yml'), 'utf8')).not.toContain(apiKey);
        } finally {
          await store.stop();
        }
      },
      testTimeoutMs,
    );
  });
}

/** A store that takes samples only with the user 12345 and the API key. */
async function startVictoria(binary: string) {
  const port = await findFreePort();
  const child = spawn(
    binary,
    [
      `-httpListenAddr=127.0.0.1:${port}`,
      `-storageDataPath=${join(folder, 'victoria')}`,
      '-httpAuth.username=12345',
      '-envflag.enable',
    ],
    { env: { PATH: process.env['PATH'], httpAuth_password: apiKey }, stdio: 'ignore' },
  );
  const ask = (path: string) =>
    fetch(`http://127.0.0.1:${port}${path}`, {
      headers: { authorization: `Basic ${Buffer.from(`12345:${apiKey}`).toString('base64')}` },
    });
  await poll('VictoriaMetrics', async () => (await ask('/health')).ok);
  return {
    port,
    holds: async (selector: string) => {
      const found = await ask(`/api/v1/export?match[]=${encodeURIComponent(selector)}`);
      return found.ok && (await found.text()) !== '';
    },
    stop: async () => {
      child.kill('SIGKILL');
      await new Promise((resolve) => child.once('close', resolve));
    },
  };
}

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
      ['PROMETHEUS_BASIC_AUTH is missing', 'npx fly-monitoring hash-password | flyctl secrets import -a my-monitoring'],
    ],
    ['an empty password line', { PROMETHEUS_BASIC_AUTH: '' }, ['PROMETHEUS_BASIC_AUTH is missing']],
    [
      'a plain password instead of its bcrypt line',
      { PROMETHEUS_BASIC_AUTH: 'admin:hunter2' },
      ['does not hold a bcrypt line'],
    ],
    ['a bcrypt line cut short', { PROMETHEUS_BASIC_AUTH: basicAuth.slice(0, -3) }, ['57 characters']],
    ['a bcrypt line without a user', { PROMETHEUS_BASIC_AUTH: `:${hash}` }, ['user in PROMETHEUS_BASIC_AUTH is empty']],
    ['YAML in the user', { PROMETHEUS_BASIC_AUTH: `a"\nb:${hash}` }, ['may hold only letters']],
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
    const run = await start(line, environment);
    expect(await run.exitCode()).toBe(78);
    expect(run.output).toMatch(/entrypoint: Prometheus was not started: .+\nentrypoint: Next: .+\n$/);
    for (const word of words) expect(run.output).toContain(word);
    for (const secret of [apiKey, 'hunter2', hash]) expect(run.output).not.toContain(secret);
    expect(readdirSync(join(folder, 'data'))).toEqual([]);
  });

  test('never leaves a password file of an earlier run behind', async () => {
    const first = await start(line, protectedAccess);
    await first.waitUntilReady(200, 'admin:s3cret');
    await first.stop();
    const second = await start(line, { PROMETHEUS_ACCESS: 'private' });
    await second.waitUntilReady();
    expect(existsSync(join(folder, 'run/web.yml'))).toBe(false);
  });

  test('shows what promtool says about a broken configuration', async () => {
    const config = writeConfig(1);
    writeFileSync(config, 'scrape_konfigs: []\n');
    const run = await start(line, { PROMETHEUS_ACCESS: 'private', PROMETHEUS_CONFIG: config });
    expect(await run.exitCode()).toBe(78);
    expect(run.output).toContain('scrape_konfigs');
    expect(run.output).toContain(`promtool refuses the configuration made from ${config}`);
  });

  test('refuses two remote writes', async () => {
    const config = writeConfig(1);
    writeFileSync(config, `${readFileSync(config, 'utf8')}\nremote_write: [{ url: 'https://a.example/push' }]\n`);
    const run = await start(line, { ...remote, PROMETHEUS_CONFIG: config });
    expect(await run.exitCode()).toBe(78);
    expect(run.output).toContain('keep one of the two');
  });

  test('hands its arguments on to Prometheus', async () => {
    const run = await start(line, { PROMETHEUS_ACCESS: 'private' }, ['sh', entrypoint, '--log.format=json']);
    await run.waitUntilReady();
    expect(run.output).toContain('"msg":"Server is ready to receive web requests."');
  });

  test(
    'stops before the kill timeout when the remote cannot be reached',
    async () => {
      const { server, port } = await startService(new Set());
      const closed = await findFreePort();
      const run = await start(line, {
        ...remote,
        PROMETHEUS_CONFIG: writeConfig(port),
        GRAFANA_PROMETHEUS_URL: `http://127.0.0.1:${closed}/push`,
      });
      await waitForUp(run, 'service', 'admin:s3cret');
      const { code, tookMs } = await run.stop();
      server.closeAllConnections();
      server.close();
      expect(code).toBe(0);
      const killTimeoutMs = 30_000;
      expect(tookMs).toBeLessThan(killTimeoutMs / 2);
    },
    testTimeoutMs,
  );
});

(isRoot ? describe : describe.skip)('with nothing but busybox, as in the Prometheus image', () => {
  engineOrSkip(test, ['busybox', 'prometheus-3', 'promtool-3'])(
    'starts Prometheus as nobody on a volume of root',
    async ({ busybox, 'prometheus-3': prometheus, 'promtool-3': promtool }) => {
      const image = createImageFolder({ busybox, prometheus, promtool });
      const port = await findFreePort();
      const child = await EntrypointRun.start({
        folder,
        prometheus: 'prometheus',
        promtool: 'promtool',
        command: ['chroot', image, '/bin/sh', '/usr/local/bin/docker-entrypoint.sh'],
        environment: {
          PATH: '/bin:/usr/sbin:/usr/bin',
          PROMETHEUS_CONFIG: '',
          PROMETHEUS_DATA_DIR: '',
          PROMETHEUS_RUN_DIR: '',
          PROMETHEUS_LISTEN: `127.0.0.1:${port}`,
          PROMETHEUS_BASIC_AUTH: basicAuth,
        },
      });
      running.push(child);
      const login = { authorization: `Basic ${Buffer.from('admin:s3cret').toString('base64')}` };
      await poll(
        'Prometheus in the image',
        async () => (await fetch(`http://127.0.0.1:${port}/-/ready`, { headers: login })).ok,
        () => child.output,
      );
      // The same process all the way: what Fly signals is Prometheus.
      expect(child.readProc('status')).toMatch(new RegExp(`^Uid:\t${nobody}\t`, 'm'));
      expect(child.readProc('comm').trim()).toBe('prometheus');
      expect((await child.stop()).code).toBe(0);
    },
    testTimeoutMs,
  );
});

/** A root folder with busybox, Prometheus and its libraries, laid out as Dockerfile.monitoring does it. */
function createImageFolder(programs: { busybox: string; prometheus: string; promtool: string }): string {
  const image = join(folder, 'image');
  for (const path of ['bin', 'etc/prometheus', 'usr/local/bin', 'prometheus', 'tmp', 'dev']) {
    mkdirSync(join(image, path), { recursive: true });
  }
  for (const [name, path] of Object.entries(programs)) copyFileSync(path, join(image, 'bin', name));
  for (const path of [programs.prometheus, programs.promtool].flatMap(librariesOf)) {
    mkdirSync(join(image, path, '..'), { recursive: true });
    copyFileSync(path, join(image, path));
  }
  writeFileSync(join(image, 'etc/passwd'), 'root:x:0:0::/root:/bin/sh\nnobody:x:65534:65534::/home:/bin/false\n');
  writeFileSync(join(image, 'etc/group'), 'root:x:0:\nnobody:x:65534:\n');
  writeFileSync(join(image, 'dev/null'), '', { mode: 0o666 });
  chmodSync(join(image, 'dev/null'), 0o666);
  copyFileSync(join(monitoringFolder, 'prometheus-fly.yml'), join(image, 'etc/prometheus/prometheus-fly.yml'));
  cpSync(join(monitoringFolder, 'rules'), join(image, 'etc/prometheus/rules'), { recursive: true });
  copyFileSync(entrypoint, join(image, 'usr/local/bin/docker-entrypoint.sh'));
  spawnSync('chroot', [image, '/bin/busybox', '--install', '-s', '/bin']);
  return image;
}

function librariesOf(path: string): string[] {
  const listed = spawnSync('ldd', [path], { encoding: 'utf8' }).stdout;
  return [...listed.matchAll(/(\/\S+) \(0x/g)].map((match) => match[1] ?? '');
}
