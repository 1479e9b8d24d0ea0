import { dirname, join } from 'node:path';
import { type Edges, type Log, SuiteError, waitUntil } from '@fly-monitoring/kit';
import { parseVersion } from './version.js';

/** The one that these parsers were written for. */
export const pinnedFlyctlVersion = '0.4.87';

export interface FlyctlInstallation {
  readonly version: string;
  /** Lower-case hexadecimal sha256 of the archive, when the user knows it. */
  readonly checksum?: string | undefined;
  /** Where tools outlive a job: RUNNER_TOOL_CACHE. A temporary folder otherwise. */
  readonly toolCache?: string | undefined;
  readonly platform: { readonly os: string; readonly arch: string };
}

export interface InstalledFlyctl {
  /** For `flyctl({ file })`. */
  readonly file: string;
  readonly version: string;
  readonly origin: 'path' | 'cache' | 'download';
}

export type InstallEdges = Edges & { readonly log: Log };

/**
 * flyctl from PATH, else the pinned version from its GitHub release. Fly's own download service is not asked: it
 * has been down on days when everything else worked.
 *
 * @throws SuiteError TOOL_DOWNLOAD_FAILED
 */
export async function installFlyctl(wanted: FlyctlInstallation, edges: InstallEdges): Promise<InstalledFlyctl> {
  const found = await edges.processes.run({ file: 'flyctl', args: ['version'], timeoutMs: 30_000 });
  if (found.kind === 'exited' && found.exitCode === 0) {
    return { file: 'flyctl', version: parseVersion(found.stdout), origin: 'path' };
  }
  const asset = assetName(wanted);
  const folder =
    wanted.toolCache === undefined
      ? await edges.files.makeTemporaryFolder()
      : join(wanted.toolCache, 'flyctl', wanted.version, wanted.platform.arch);
  const file = join(folder, 'flyctl');
  const { version } = wanted;
  if (await edges.files.exists(file)) return { file, version, origin: 'cache' };
  await download({ asset, folder, wanted }, edges);
  return { file, version, origin: 'download' };
}

const osNames: Readonly<Record<string, string>> = { linux: 'Linux', darwin: 'macOS' };
const archNames: Readonly<Record<string, string>> = { x64: 'x86_64', arm64: 'arm64' };

function assetName({ version, platform }: FlyctlInstallation): string {
  const os = osNames[platform.os];
  const arch = archNames[platform.arch];
  if (os !== undefined && arch !== undefined) return `flyctl_${version}_${os}_${arch}.tar.gz`;
  throw failed(`There is no flyctl archive for ${platform.os} on ${platform.arch} that this version can unpack.`);
}

interface Download {
  readonly asset: string;
  readonly folder: string;
  readonly wanted: FlyctlInstallation;
}

async function download({ asset, folder, wanted }: Download, edges: InstallEdges): Promise<void> {
  const url = `https://github.com/superfly/flyctl/releases/download/v${wanted.version}/${asset}`;
  const work = await edges.files.makeTemporaryFolder();
  try {
    const archive = join(work, asset);
    edges.log.info(`Downloading flyctl ${wanted.version}`);
    checkSum(await fetchArchive(url, archive, edges), wanted);
    await unpack(archive, folder, edges);
  } finally {
    await edges.files.removeFolder(work);
  }
}

async function fetchArchive(url: string, archive: string, { http, clock, log }: InstallEdges): Promise<string> {
  const plan = { budgetMs: 120_000, firstDelayMs: 1_000, maxDelayMs: 15_000, factor: 3 };
  const outcome = await waitUntil<string>(clock, plan, async () => {
    const answer = await http.download(url, archive);
    if (answer.kind === 'downloaded') return { kind: 'done', value: answer.sha256 };
    const observed = answer.kind === 'unreachable' ? answer.detail : `${answer.status} from GET ${url}`;
    if (answer.kind === 'response' && answer.status === 404) return { kind: 'final', observed };
    log.info(`Not yet: ${observed}`);
    return { kind: 'retry', observed };
  });
  if (outcome.kind === 'done') return outcome.value;
  throw failed(`flyctl could not be downloaded (${outcome.attempts} attempts, last: ${outcome.last}).`);
}

function checkSum(seen: string, { checksum, version }: FlyctlInstallation): void {
  if (checksum === undefined || checksum.toLowerCase() === seen) return;
  throw failed(`The archive of flyctl ${version} has sha256 ${seen}, expected ${checksum.toLowerCase()}.`);
}

/** Unpacked elsewhere and moved to its place, so that a broken attempt is never found in the cache. */
async function unpack(archive: string, folder: string, { processes }: InstallEdges): Promise<void> {
  const work = dirname(archive);
  await must(processes, 'tar', ['-xzf', archive, '-C', work, 'flyctl']);
  await must(processes, 'mkdir', ['-p', folder]);
  await must(processes, 'mv', ['-f', join(work, 'flyctl'), join(folder, 'flyctl')]);
}

async function must(processes: Edges['processes'], file: string, args: readonly string[]): Promise<void> {
  const outcome = await processes.run({ file, args, timeoutMs: 120_000 });
  if (outcome.kind === 'exited' && outcome.exitCode === 0) return;
  const why = outcome.kind === 'exited' ? outcome.stderr.trim() : outcome.kind;
  throw failed(`flyctl could not be unpacked: ${file} failed (${why}).`);
}

function failed(message: string): SuiteError {
  return new SuiteError({
    code: 'TOOL_DOWNLOAD_FAILED',
    message,
    hint: 'Run again; behind a proxy set HTTPS_PROXY; or install flyctl in an earlier step, so that it is on PATH.',
  });
}
