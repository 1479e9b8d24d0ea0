import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { type CachedFile, type Edges, errorMessage, type Log, SuiteError } from '@fly-monitoring/kit';
import {
  archiveName,
  type FlyctlSystem,
  isFlyctlSystem,
  pinnedFlyctlVersion,
  pinnedChecksums as pinnedSums,
} from './checksums.js';
import { fetchArchive, fetchPublishedSum } from './fetch-archive.js';
import { findOnPath } from './on-path.js';
import { readTarMember } from './tar-member.js';

export interface FlyctlInstallation {
  /** Undefined: the one on PATH, whatever its version, else the pinned one. */
  readonly version?: string | undefined;
  /** Lower-case hexadecimal sha256 of the archive, or the word of somebody who wants no check. */
  readonly checksum?: string | 'unverified' | undefined;
  readonly platform: { readonly os: string; readonly arch: string };
  /** The variable PATH, to tell people which file was found. */
  readonly path?: string | undefined;
  /** What this version knows; the repository's table unless told. */
  readonly pinned?: { readonly version: string; readonly sums: Readonly<Record<FlyctlSystem, string>> };
}

export interface InstalledFlyctl {
  /** For `flyctl({ file })`. */
  readonly file: string;
  readonly version: string;
  readonly origin: 'path' | 'cache' | 'download';
}

export type InstallEdges = Edges & { readonly log: Log };

/**
 * flyctl from PATH, else from its GitHub release. Fly's own download service is not asked: it has been down on days
 * when everything else worked. Only the archive has a published sum, so the cache keeps the archive, and what runs is
 * unpacked from checked bytes into a folder that is private to this run.
 *
 * @throws SuiteError TOOL_DOWNLOAD_FAILED, TOOL_UNVERIFIED
 */
export async function installFlyctl(wanted: FlyctlInstallation, edges: InstallEdges): Promise<InstalledFlyctl> {
  const found = await findOnPath(wanted, edges);
  if (found !== undefined) return { file: 'flyctl', version: found, origin: 'path' };
  const release = releaseOf(wanted);
  const { archive, origin } = await checkedArchive(release, edges);
  return { file: await unpack(archive, release, edges), version: release.version, origin };
}

interface Release {
  readonly version: string;
  readonly name: string;
  readonly cached: CachedFile;
  /** Undefined: it must be asked for. */
  readonly sum: string | 'unverified' | undefined;
}

const repositoryTable = { version: pinnedFlyctlVersion, sums: pinnedSums };

function releaseOf({ version, checksum, platform, pinned = repositoryTable }: FlyctlInstallation): Release {
  const system = `${platform.os}-${platform.arch}`;
  const wanted = version ?? pinned.version;
  if (!isFlyctlSystem(system)) throw unsupported(platform);
  const name = archiveName(wanted, system);
  const row = wanted === pinned.version && pinned.sums[system] !== '' ? pinned.sums[system] : undefined;
  const given = checksum?.toLowerCase();
  if (row !== undefined && given !== undefined && given !== 'unverified' && given !== row) {
    throw mismatch(`The flyctl-checksum ${given} is not the pinned sha256 ${row} of ${name}.`);
  }
  const cached = { tool: 'flyctl-archive', version: wanted, arch: platform.arch, name };
  return { version: wanted, name, cached, sum: given ?? row };
}

interface CheckedArchive {
  readonly archive: Uint8Array;
  readonly origin: 'cache' | 'download';
}

async function checkedArchive(release: Release, edges: InstallEdges): Promise<CheckedArchive> {
  const { version, name } = release;
  if (release.sum === 'unverified') {
    edges.log.annotate(uncheckedWarning(version));
    return { archive: await fetchArchive(version, name, edges), origin: 'download' };
  }
  const expected = release.sum ?? (await fetchPublishedSum(version, name, edges));
  const cached = await fromCache(release, expected, edges);
  if (cached !== undefined) return { archive: cached, origin: 'cache' };
  const archive = await fetchArchive(version, name, edges);
  const seen = sha256(archive);
  if (seen !== expected)
    throw mismatch(`flyctl ${version} was not run: ${name} has sha256 ${seen}, expected ${expected}.`);
  await keep(archive, release, edges);
  return { archive, origin: 'download' };
}

/** Anybody who could write to the cache can have put it there. */
async function fromCache(release: Release, expected: string, edges: InstallEdges): Promise<Uint8Array | undefined> {
  const archive = await readCached(release, edges);
  if (archive === undefined) return undefined;
  if (sha256(archive) === expected) {
    edges.log.info(`flyctl ${release.version} from the tool cache, sha256 ${expected} checked`);
    return archive;
  }
  edges.log.info(`The archive of flyctl ${release.version} in the tool cache has another sha256: it is not used.`);
  return undefined;
}

async function readCached(
  { cached }: Release,
  { toolCache, files, log }: InstallEdges,
): Promise<Uint8Array | undefined> {
  try {
    const path = await toolCache?.find(cached);
    return path === undefined ? undefined : await files.readBytes(path);
  } catch (error) {
    log.info(`The tool cache could not be read: ${errorMessage(error)}`);
    return undefined;
  }
}

async function keep(archive: Uint8Array, { name, cached }: Release, { files, toolCache, log }: InstallEdges) {
  if (toolCache === undefined) return;
  const folder = await files.makeTemporaryFolder();
  try {
    const path = join(folder, name);
    await files.writeBytes(path, archive);
    await toolCache.keep(path, cached);
  } catch (error) {
    // A cache that cannot be written costs the next run a download, and this one nothing.
    log.info(`flyctl was not kept in the tool cache: ${errorMessage(error)}`);
  } finally {
    await files.removeFolder(folder);
  }
}

async function unpack(archive: Uint8Array, { version, name }: Release, { files, log }: InstallEdges): Promise<string> {
  const program = await readTarMember(archive, 'flyctl');
  if (program === undefined) {
    throw new SuiteError({
      code: 'TOOL_DOWNLOAD_FAILED',
      message: `${name} holds no file "flyctl" that can be unpacked.`,
      hint: 'Check flyctl-version, or install flyctl in an earlier step, so that it is on PATH.',
    });
  }
  const file = join(await files.makeTemporaryFolder(), 'flyctl');
  await files.writeBytes(file, program, { isExecutable: true });
  log.info(`Using flyctl ${version} from ${name}`);
  return file;
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function uncheckedWarning(version: string) {
  const message = `flyctl ${version} is downloaded and run with your token without a check, because flyctl-checksum is "unverified".`;
  return { level: 'warning', title: 'flyctl is not verified', message } as const;
}

function mismatch(message: string): SuiteError {
  return new SuiteError({
    code: 'TOOL_UNVERIFIED',
    message,
    hint: "Compare flyctl-checksum, if you gave it, with the release's checksums.txt for this system; else something between GitHub and here changes downloads: look at the proxy.",
  });
}

function unsupported({ os, arch }: FlyctlInstallation['platform']): SuiteError {
  return new SuiteError({
    code: 'TOOL_DOWNLOAD_FAILED',
    message: `There is no flyctl archive for ${os} on ${arch} that this version can unpack.`,
    hint: 'Install flyctl in an earlier step, so that it is on PATH.',
  });
}
