import { chmod, mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type DebianSuite, openSuite, unpackPackages } from './debian.js';
import { askVersion, type EngineLookup, findEngine, isUsable } from './find.js';
import { withLock } from './lock.js';
import { unpackNode } from './node.js';
import { enginesFolder, executableOf, folderOf, needsStarter, versionFile } from './place.js';
import { writeStarter } from './starter.js';
import { type Engine, type EngineName, engineNames, engines } from './table.js';

const scratchPrefix = 'fetching-';

export interface EnsureOptions {
  readonly log?: (line: string) => void;
}

/** Fetches what is missing and tells where each engine is. Processes that call it together wait for each other. */
export async function ensureEngines(
  names: readonly EngineName[] = engineNames,
  { log = () => undefined }: EnsureOptions = {},
): Promise<Map<EngineName, EngineLookup>> {
  const result = new Map(names.map((name) => [name, findEngine(name)] as const));
  if ([...result.values()].every((lookup) => lookup.found)) return result;
  await withLock(join(enginesFolder(), 'lock'), async () => {
    await removeInterrupted();
    const scratch = await mkdtemp(join(enginesFolder(), scratchPrefix));
    try {
      const fetch = createFetcher(scratch);
      for (const name of names) result.set(name, await fetchMissing(name, { fetch, log }));
    } finally {
      await rm(scratch, { recursive: true, force: true });
    }
  });
  return result;
}

/** Under the lock nobody else fetches, so what is there was left by a process that was stopped. */
async function removeInterrupted(): Promise<void> {
  const left = (await readdir(enginesFolder())).filter((entry) => entry.startsWith(scratchPrefix));
  for (const entry of left) await rm(join(enginesFolder(), entry), { recursive: true, force: true });
}

type Fetch = (engine: Engine) => Promise<string>;

async function fetchMissing(name: EngineName, ports: { fetch: Fetch; log: (line: string) => void }) {
  const lookup = findEngine(name);
  if (lookup.found) return lookup;
  ports.log(`fetching ${name} (${describeSource(engines[name])})`);
  try {
    await place(name, await ports.fetch(engines[name]));
  } catch (error) {
    const { message } = error as Error;
    const { isFolder, homepage }: Engine = engines[name];
    const instead = isFolder ? `it is the package of ${homepage}` : `put it on PATH from ${homepage}`;
    const reason = `${name} could not be fetched (${message}); ${instead}.`;
    return { found: false, reason } as const;
  }
  return findEngine(name);
}

/** A fetcher opens each Debian suite once and remembers it. */
function createFetcher(scratch: string): Fetch {
  const suites = new Map<string, Promise<DebianSuite>>();
  return async ({ folder, source }) => {
    const target = join(scratch, folder);
    await mkdir(target);
    if (source.kind === 'node') {
      await writeFile(join(target, versionFile), await unpackNode(source.major, target, scratch));
      return target;
    }
    const suite = suites.get(source.suite) ?? openSuite(source.suite, join(scratch, `suite-${source.suite}`));
    suites.set(source.suite, suite);
    await writeFile(join(target, versionFile), await unpackPackages(await suite, source, target));
    return target;
  };
}

/** Checks that the engines of a folder start, then moves it to its place in one step. */
async function place(name: EngineName, unpacked: string): Promise<void> {
  await chmod(unpacked, 0o755);
  for (const engine of engineNames
    .map((other): Engine => engines[other])
    .filter(({ folder }) => folder === engines[name].folder)) {
    if (needsStarter(engine.source)) await writeStarter(engine, unpacked);
    if (!isWhatItShouldBe(engine, join(unpacked, executableOf(engine)))) {
      throw new Error(`${engine.file} was unpacked but does not run on this machine`);
    }
  }
  await rm(folderOf(name), { recursive: true, force: true });
  await rename(unpacked, folderOf(name));
}

function isWhatItShouldBe(engine: Engine, path: string): boolean {
  return engine.isFolder ? isUsable(engine, path) : askVersion(engine, path) !== undefined;
}

function describeSource({ source }: Engine): string {
  return source.kind === 'node' ? `npm, Node ${source.major}` : `Debian ${source.suite}: ${source.packages.join(', ')}`;
}
