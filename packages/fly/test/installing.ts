import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type CachedFile, diskFiles, type Files, type Http, type Processes, type ToolCache } from '@fly-monitoring/kit';
import type { FlyctlSystem } from '../src/flyctl/checksums.js';
import { type FlyctlInstallation, type InstallEdges, installFlyctl } from '../src/flyctl/install.js';
import { goodArchive, sumOf } from './release-of-flyctl.js';

const empty: Readonly<Record<FlyctlSystem, string>> = {
  'linux-x64': '',
  'linux-arm64': '',
  'darwin-x64': '',
  'darwin-arm64': '',
};
export const unpinned = { version: '0.4.87', sums: empty };
export const pinned = { version: '0.4.87', sums: { ...empty, 'linux-x64': sumOf(goodArchive) } };
export const linux = { os: 'linux', arch: 'x64' };
export const archiveOfLinux = 'flyctl_0.4.87_Linux_x86_64.tar.gz';

/** No flyctl on PATH. */
const bare: Processes = {
  run: async ({ file }) => ({ kind: 'not-found', file }),
  start: ({ file }) => ({ ended: Promise.resolve({ kind: 'not-found', file }), stop: async () => {} }),
};

/** A machine of the test's own: its tool cache, its temporary folders and what was logged there. */
export async function installingMachine() {
  const cacheFolder = await mkdtemp(join(tmpdir(), 'tool-cache-'));
  const lines: string[] = [];
  let now = 0;
  const clock = {
    now: () => now,
    sleep: async (ms: number) => {
      now += ms;
    },
  };
  const edgesWith = (http: Http, more: Partial<InstallEdges>): InstallEdges => ({
    clock,
    http,
    processes: bare,
    files: diskFiles,
    toolCache: folderCache(cacheFolder, diskFiles),
    log: {
      info: (line) => lines.push(line),
      group: (_, body) => body(),
      annotate: ({ level, message }) => lines.push(`${level}: ${message}`),
    },
    ...more,
  });
  return {
    cacheFolder,
    lines,
    seconds: () => now / 1_000,
    pass: (ms: number) => {
      now += ms;
    },
    install: (wanted: Partial<FlyctlInstallation>, http: Http, more: Partial<InstallEdges> = {}) =>
      installFlyctl({ platform: linux, pinned, ...wanted }, edgesWith(http, more)),
    /** What somebody else put there. */
    plant: async (name: string, content: string | Uint8Array) => {
      const path = join(cacheFolder, 'flyctl-archive', '0.4.87', 'x64', name);
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, content, { mode: 0o755 });
    },
    remove: () => rm(cacheFolder, { recursive: true, force: true }),
  };
}

export type InstallingMachine = Awaited<ReturnType<typeof installingMachine>>;

/** As the toolkit lays files out. */
function folderCache(folder: string, files: Files): ToolCache {
  const pathOf = ({ tool, version, arch, name }: CachedFile) => join(folder, tool, version, arch, name);
  return {
    find: async (file) => ((await files.exists(pathOf(file))) ? pathOf(file) : undefined),
    keep: (path, file) => files.copy(path, pathOf(file)),
  };
}
