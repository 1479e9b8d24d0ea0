import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readFile, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { engineOrSkip, freePort } from '@fly-monitoring/testing/engines';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'smol-toml';
import { z } from 'zod';
import { defaultPorts, serviceNames } from '../src/service/names.js';
import { afterTest, eventually, SECRET } from './harness.js';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const read = (path: string) => readFile(join(ROOT, path), 'utf8');

const checks = z.array(z.looseObject({ path: z.string(), grace_period: z.string() }));
const routed = z.looseObject({
  internal_port: z.number(),
  processes: z.array(z.string()).default(['app']),
  auto_stop_machines: z.string(),
});
const service = routed.extend({
  protocol: z.literal('tcp'),
  ports: z.array(z.object({ port: z.number(), handlers: z.array(z.string()) })),
  http_checks: checks,
});
/** The parts of fly.toml that are ours to get right; flyctl checks the rest. */
const flySchema = z.looseObject({
  app: z.string(),
  kill_signal: z.string(),
  kill_timeout: z.string().regex(/^\d+s$/),
  processes: z.record(z.string(), z.string()).default({}),
  http_service: routed.extend({ force_https: z.boolean(), checks }),
  services: z.array(service),
  checks: z.record(z.string(), z.looseObject({ type: z.string(), port: z.number() })).default({}),
  vm: z.array(z.looseObject({ memory: z.string(), processes: z.array(z.string()).default(['app']) })),
  restart: z.array(z.looseObject({ policy: z.string() })),
});

const topologies = ['fly.toml', 'docker/fly.one-machine.toml'];

const readFly = async (path: string) => flySchema.parse(parse(await read(path)));

describe.each(topologies)('%s', (path) => {
  test('routes the ports of all four services, each with a health check', async () => {
    const { http_service: web, services } = await readFly(path);
    expect([web, ...services].map(({ internal_port: port }) => port)).toEqual(Object.values(defaultPorts));
    expect([...web.checks, ...services.flatMap((one) => one.http_checks)].map((check) => check.path)).toEqual([
      '/health',
      '/health',
      '/health',
      '/health',
    ]);
  });

  test('reaches the outside with TLS only, on the port a service has inside', async () => {
    const { http_service: web, services } = await readFly(path);
    expect(web.force_https).toBe(true);
    for (const { internal_port: port, ports } of services) expect(ports).toEqual([{ port, handlers: ['tls', 'http'] }]);
  });

  test('never stops a machine for want of visitors: a stopped one leaves the monitoring without a sound', async () => {
    const { http_service: web, services, restart } = await readFly(path);
    for (const { auto_stop_machines: autoStop } of [web, ...services]) expect(autoStop).toBe('off');
    expect(restart.map(({ policy }) => policy)).toEqual(['always']);
  });

  test('stops with the signal the services listen to, and waits longer than they need', async () => {
    const fly = await readFly(path);
    const [, budgetMs = ''] = /SHUTDOWN_BUDGET_MS = ([\d_]+)/.exec(await read('packages/fechatter/src/main.ts')) ?? [];
    expect(fly.kill_signal).toBe('SIGTERM');
    expect(Number.parseInt(fly.kill_timeout, 10) * 1000).toBeGreaterThan(Number(budgetMs.replaceAll('_', '')));
  });

  test('names a process group in every block, and only groups that exist', async () => {
    const { processes, http_service: web, services, vm } = await readFly(path);
    const groups = Object.keys(processes).length > 0 ? Object.keys(processes) : ['app'];
    for (const block of [web, ...services, ...vm]) expect(groups).toEqual(expect.arrayContaining(block.processes));
    expect(vm.flatMap((block) => block.processes).sort()).toEqual([...groups].sort());
  });
});

test('fly.toml runs each service, and NATS, in a group of its own; NATS is not public', async () => {
  const { processes, services, http_service: web, checks: ownChecks } = await readFly('fly.toml');
  expect(Object.keys(processes)).toEqual(['app', 'notify', 'bot', 'analytics', 'nats']);
  expect(Object.values(processes)).toEqual([
    ...serviceNames.map((name) => `node packages/fechatter/lib/main.js ${name}`),
    'nats-server --addr :: --port 4222',
  ]);
  expect([web, ...services].flatMap((one) => one.processes)).not.toContain('nats');
  expect(ownChecks['nats']).toMatchObject({ type: 'tcp', port: 4222 });
});

test('neither file names a Dockerfile: it would beat the one on the command line without a word', async () => {
  for (const path of topologies) expect(parse(await read(path))).not.toHaveProperty('build');
});

interface Instruction {
  readonly name: string;
  readonly rest: string;
}

function parseDockerfile(text: string): readonly Instruction[] {
  const lines = text.replaceAll('\\\n', ' ').split('\n');
  return lines
    .map((line) => /^([A-Z]+)\s+(.*)$/.exec(line))
    .flatMap((match) => (match ? [{ name: match[1] ?? '', rest: match[2] ?? '' }] : []));
}

describe('docker/Dockerfile.fly', () => {
  const readStages = async () => {
    const instructions = parseDockerfile(await read('docker/Dockerfile.fly'));
    const last = instructions.findLastIndex(({ name }) => name === 'FROM');
    return { instructions, final: instructions.slice(last) };
  };
  const restOf = (instructions: readonly Instruction[], name: string) =>
    instructions.filter((one) => one.name === name).map(({ rest }) => rest);

  test('runs as a user without rights, in production mode, from /app', async () => {
    const { final } = await readStages();
    expect(restOf(final, 'USER')).toEqual(['node']);
    expect(restOf(final, 'ENV')).toEqual(['NODE_ENV=production']);
    expect(restOf(final, 'WORKDIR')).toEqual(['/app']);
    expect(final.findIndex(({ name }) => name === 'USER')).toBeGreaterThan(
      final.findLastIndex(({ name }) => name === 'COPY'),
    );
  });

  test('copies what exists: files of the repository, and stages that were named before', async () => {
    const { instructions } = await readStages();
    const stages = restOf(instructions, 'FROM').flatMap((rest) => / AS (\w+)$/.exec(rest)?.[1] ?? []);
    for (const words of restOf(instructions, 'COPY').map((rest) => rest.split(/\s+/))) {
      const from = words.find((word) => word.startsWith('--from='))?.slice('--from='.length);
      if (from !== undefined) expect(stages).toContain(from);
      else for (const source of words.slice(0, -1)) expect(await exists(source)).toBe(true);
    }
  });

  test('pins every image by a tag and takes no secret in', async () => {
    const { instructions } = await readStages();
    const images = restOf(instructions, 'FROM').map((rest) => rest.split(' ')[0] ?? '');
    for (const image of images.filter((name) => name !== 'manifests')) expect(image).toMatch(/^[a-z]+:\d[\w.-]*$/);
    expect(restOf(instructions, 'ARG')).toEqual([]);
    expect(instructions.map(({ rest }) => rest).join('\n')).not.toMatch(/secret|token|password/i);
  });

  test('starts everything when it is told nothing, and has what each process group starts', async () => {
    const { final } = await readStages();
    expect(restOf(final, 'CMD')).toEqual(['["bash", "docker/start-one-machine.sh"]']);
    expect(restOf(final, 'ENTRYPOINT')).toEqual([]);
    const copied = restOf(final, 'COPY').map((rest) => rest.split(' ').at(-1));
    expect(copied).toEqual(
      expect.arrayContaining(['/usr/local/bin/nats-server', 'packages/fechatter/lib', 'docker/start-one-machine.sh']),
    );
  });
});

const exists = (path: string) =>
  read(path).then(
    () => true,
    (error: { code?: string }) => error.code === 'EISDIR',
  );

describe('docker/start-one-machine.sh', () => {
  const withNats = engineOrSkip(test, ['nats-server']);

  /** Runs the script from the repository's root, which has the layout of the image's /app. */
  async function startMachine(
    nats: string,
  ): Promise<{ child: ChildProcess; output(): string; exited: Promise<unknown> }> {
    const folder = await mkdtemp(join(tmpdir(), 'one-machine-'));
    afterTest(() => rm(folder, { recursive: true, force: true }));
    await mkdir(join(folder, 'bin'));
    await symlink(nats, join(folder, 'bin', 'nats-server'));
    const ports = Object.fromEntries(serviceNames.map((name) => [`${name.toUpperCase()}_PORT`, '0']));
    const path = [join(folder, 'bin'), dirname(process.execPath), process.env['PATH']].join(delimiter);
    const child = spawn('bash', ['docker/start-one-machine.sh'], {
      cwd: ROOT,
      env: {
        PATH: path,
        HOST: '127.0.0.1',
        TMPDIR: folder,
        FECHATTER_SECRET: SECRET,
        NATS_PORT: String(await freePort()),
        ...ports,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    });
    let text = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (text += String(chunk)));
    const exited = once(child, 'close').then(() => child.exitCode);
    afterTest(async () => {
      if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, 'SIGKILL');
      await exited;
    });
    return { child, output: () => text, exited };
  }

  test.each(['x', '-1', '0', '00', ' ', '4222 ', '65536', '1e3', '$(id)', '9'.repeat(30)])(
    'refuses the port %j in a sentence',
    (port) => {
      const env = { PATH: process.env['PATH'], NATS_PORT: port };
      const { status, stderr } = spawnSync('bash', ['docker/start-one-machine.sh'], {
        cwd: ROOT,
        env,
        encoding: 'utf8',
      });
      expect(stderr).toBe(
        `NATS_PORT is "${port}", not a port from 1 to 65535; set it in [env] of the fly.toml, or leave it out\n`,
      );
      expect(status).toBe(78);
    },
  );

  withNats(
    'runs the four services with NATS, and stops them all',
    async ({ 'nats-server': nats }) => {
      const { child, output, exited } = await startMachine(nats);
      await eventually(() => output().match(/connected to NATS/g)?.length === 4);
      child.kill('SIGTERM');
      expect(await exited).toBe(0);
      for (const name of serviceNames) expect(output()).toContain(`${name}: stopped`);
      expect(output()).toContain('Server Exiting');
    },
    30_000,
  );

  withNats(
    'ends in failure when one of the two ends by itself, so that the machine is started again',
    async ({ 'nats-server': nats }) => {
      const { output, exited } = await startMachine(nats);
      const pid = await eventually(() => /^\[(\d+)\] .*Server is ready/m.exec(output())?.[1]);
      await eventually(() => output().match(/connected to NATS/g)?.length === 4);
      process.kill(Number(pid), 'SIGKILL');
      expect(await exited).toBe(1);
      expect(output()).toContain('NATS or the services ended unasked');
      for (const name of serviceNames) expect(output()).toContain(`${name}: stopped`);
    },
    30_000,
  );
});

engineOrSkip(test, ['shellcheck'])('shellcheck has nothing to say about the start script', async ({ shellcheck }) => {
  const child = spawn(shellcheck, ['docker/start-one-machine.sh'], { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (text += String(chunk)));
  await once(child, 'close');
  expect(text).toBe('');
  expect(child.exitCode).toBe(0);
});
