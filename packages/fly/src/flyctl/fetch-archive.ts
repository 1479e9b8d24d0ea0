import { join } from 'node:path';
import { type Clock, type Files, type Http, type Log, SuiteError, type WaitPlan, waitUntil } from '@fly-monitoring/kit';
import { findChecksum, flyctlReleases } from './checksums.js';

export interface FetchEdges {
  readonly clock: Clock;
  readonly http: Http;
  readonly files: Files;
  readonly log: Log;
}

const archivePlan: WaitPlan = { budgetMs: 120_000, firstDelayMs: 1_000, maxDelayMs: 15_000, factor: 3 };
/** A small file: a server that gives nothing within half a minute gives nothing later. */
const sumsPlan: WaitPlan = { ...archivePlan, budgetMs: 30_000 };
const progressEveryMs = 5_000;

/**
 * The archive of a release, in memory: what is checked is then the same bytes as what is unpacked.
 * @throws SuiteError TOOL_DOWNLOAD_FAILED
 */
export async function fetchArchive(version: string, name: string, edges: FetchEdges): Promise<Uint8Array> {
  edges.log.info(`Downloading flyctl ${version} (${name})`);
  const fetched = await fetchAsset({ version, name, plan: archivePlan, onProgress: progressLines(edges) }, edges);
  if (fetched.kind === 'fetched') return fetched.bytes;
  throw new SuiteError({
    code: 'TOOL_DOWNLOAD_FAILED',
    message: `flyctl could not be downloaded (${fetched.reason}).`,
    hint: 'Run again; behind a proxy set HTTPS_PROXY; or install flyctl in an earlier step, so that it is on PATH.',
  });
}

/**
 * What the release itself says of one of its files.
 * @throws SuiteError TOOL_UNVERIFIED when it does not say it
 */
export async function fetchPublishedSum(version: string, name: string, edges: FetchEdges): Promise<string> {
  edges.log.info(`flyctl ${version}: checksum not pinned, taken from the release's checksums.txt`);
  const fetched = await fetchAsset({ version, name: 'checksums.txt', plan: sumsPlan }, edges);
  if (fetched.kind === 'failed') throw unverified(version, `its checksums.txt could not be read: ${fetched.reason}`);
  const sum = findChecksum(new TextDecoder().decode(fetched.bytes), name);
  if (sum === undefined) throw unverified(version, `its checksums.txt has no sha256 for ${name}`);
  return sum;
}

function unverified(version: string, why: string): SuiteError {
  return new SuiteError({
    code: 'TOOL_UNVERIFIED',
    message: `flyctl ${version} was not run: its sha256 is not pinned, and ${why}.`,
    hint: 'Run again; behind a proxy set HTTPS_PROXY; or give flyctl-version with its flyctl-checksum; or install flyctl in an earlier step, so that it is on PATH.',
  });
}

interface Asset {
  readonly version: string;
  readonly name: string;
  readonly plan: WaitPlan;
  readonly onProgress?: (receivedBytes: number, totalBytes: number | undefined) => void;
}

type Fetched =
  | { readonly kind: 'fetched'; readonly bytes: Uint8Array }
  | { readonly kind: 'failed'; readonly reason: string };

async function fetchAsset({ version, name, plan, onProgress }: Asset, edges: FetchEdges): Promise<Fetched> {
  const url = `${flyctlReleases}/v${version}/${name}`;
  const folder = await edges.files.makeTemporaryFolder();
  const path = join(folder, name);
  try {
    const outcome = await waitUntil<undefined>(edges.clock, plan, async () => {
      const answer = await edges.http.download(url, path, { ...(onProgress && { onProgress }) });
      if (answer.kind === 'downloaded') return { kind: 'done', value: undefined };
      const observed = answer.kind === 'unreachable' ? answer.detail : `${answer.status} from GET ${url}`;
      if (answer.kind === 'response' ? answer.status === 404 : answer.reason === 'insecure')
        return { kind: 'final', observed };
      edges.log.info(`Not yet: ${observed}`);
      return { kind: 'retry', observed };
    });
    if (outcome.kind !== 'done')
      return { kind: 'failed', reason: `${outcome.attempts} attempts, last: ${outcome.last}` };
    return { kind: 'fetched', bytes: (await edges.files.readBytes(path)) ?? new Uint8Array() };
  } finally {
    await edges.files.removeFolder(folder);
  }
}

/** On a slow line the archive takes minutes; a line now and then shows that it still comes. */
function progressLines({ clock, log }: FetchEdges): (receivedBytes: number, totalBytes: number | undefined) => void {
  let toldAtMs = clock.now();
  return (receivedBytes, totalBytes) => {
    if (clock.now() - toldAtMs < progressEveryMs) return;
    toldAtMs = clock.now();
    const total = totalBytes === undefined ? '' : ` of ${megabytes(totalBytes)}`;
    log.info(`Downloading flyctl: ${megabytes(receivedBytes)}${total} MB`);
  };
}

function megabytes(bytes: number): string {
  return (bytes / 1_000_000).toFixed(1);
}
