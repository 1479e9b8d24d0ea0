import { spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { engineOrSkip, runOrSkip } from '@fly-monitoring/testing/engines';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { entrypoint, monitoringFolder } from './entrypoint-run.js';
import { basicAuth, isRoot, login, nobody, TestMachine, testTimeoutMs } from './test-machine.js';

let machine: TestMachine;

beforeEach(() => {
  machine = new TestMachine();
});
afterEach(() => machine.remove());

const asRoot = runOrSkip(describe, isRoot ? undefined : 'chroot takes root.');

asRoot('with nothing but busybox, as in the Prometheus image', () => {
  engineOrSkip(test, ['busybox', 'prometheus-3', 'promtool-3'])(
    'starts Prometheus as nobody on a volume of root',
    async ({ busybox, 'prometheus-3': prometheus, 'promtool-3': promtool }) => {
      const image = createImageFolder(machine.folder, { busybox, prometheus, promtool });
      const run = await machine.start(
        { prometheus: 'prometheus', promtool: 'promtool' },
        {
          PATH: '/bin',
          PROMETHEUS_CONFIG: '',
          PROMETHEUS_DATA_DIR: '',
          PROMETHEUS_RUN_DIR: '',
          PROMETHEUS_BASIC_AUTH: basicAuth,
        },
        ['/usr/sbin/chroot', image, '/bin/sh', '/usr/local/bin/docker-entrypoint.sh'],
      );
      await run.waitUntilReady(200, login);
      // The same process all the way: what Fly signals is Prometheus.
      expect(run.readProc('status')).toMatch(new RegExp(`^Uid:\t${nobody}\t`, 'm'));
      expect(run.readProc('comm').trim()).toBe('prometheus');
      expect((await run.stop()).code).toBe(0);
    },
    testTimeoutMs,
  );
});

/** A root folder with busybox, Prometheus and its libraries, laid out as Dockerfile.monitoring does it. */
function createImageFolder(
  folder: string,
  programs: { busybox: string; prometheus: string; promtool: string },
): string {
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
