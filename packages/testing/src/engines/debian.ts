import { access, mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runCommand } from './command.js';
import type { EngineSource } from './table.js';

type DebianSource = Extract<EngineSource, { kind: 'debian' }>;

const installedKeyring = '/usr/share/keyrings/debian-archive-keyring.gpg';
const mirror = 'http://deb.debian.org/debian';
/** The C library comes with its loader: another release's would not start here. */
const alwaysFromTheSystem = new Set(['libc6']);
const onlyHardDependencies = ['recommends', 'suggests', 'conflicts', 'breaks', 'replaces', 'enhances'].map(
  (kind) => `--no-${kind}`,
);

/** One Debian suite as apt sees it from a folder of its own: the system's sources and lists stay as they are. */
export interface DebianSuite {
  readonly folder: string;
  readonly aptOptions: readonly string[];
}

/** Reads the package lists of `suite` into `folder`. Works without root. */
export async function openSuite(suite: string, folder: string): Promise<DebianSuite> {
  for (const part of ['lists/partial', 'archives/partial', 'no-parts', 'keyring']) {
    await mkdir(join(folder, part), { recursive: true });
  }
  const keyring = await findKeyring(folder);
  await writeFile(join(folder, 'sources.list'), `deb [signed-by=${keyring}] ${mirror} ${suite} main\n`);
  await writeFile(join(folder, 'status'), '');
  const aptOptions = [
    ...privateState(folder),
    ...options(`Dir::Etc::sourcelist=${folder}/sources.list`, `Dir::Etc::sourceparts=${folder}/no-parts`),
    // What is installed here, perhaps newer than the suite, would be chosen and then not be found in it.
    ...options(`Dir::State::status=${folder}/status`),
  ];
  await runCommand('apt-get', [...aptOptions, 'update'], folder);
  return { folder, aptOptions };
}

/** Unpacks the packages of `source` into `target` and returns the version of the first one. */
export async function unpackPackages(suite: DebianSuite, source: DebianSource, target: string): Promise<string> {
  const wanted = source.libraries === 'bundled' ? await withLibraries(suite, source.packages) : source.packages;
  const downloads = `${target}.downloads`;
  await mkdir(downloads, { recursive: true });
  await runCommand('apt-get', [...suite.aptOptions, 'download', ...wanted], downloads);
  const files = await unpackAll(downloads, target);
  const first = files.find((file) => file.startsWith(`${source.packages[0]}_`));
  return decodeURIComponent(first?.split('_')[1] ?? 'unknown');
}

/** Debian has its keys installed; Ubuntu carries them as a package, trusted through Ubuntu's own keys. */
export async function findKeyring(folder: string, installed = installedKeyring): Promise<string> {
  if (await exists(installed)) return installed;
  const apt = privateState(folder);
  await runCommand('apt-get', [...apt, 'update'], folder);
  await runCommand('apt-get', [...apt, 'download', 'debian-archive-keyring'], join(folder, 'keyring'));
  await unpackAll(join(folder, 'keyring'), join(folder, 'keyring'));
  return join(folder, 'keyring', installedKeyring);
}

/** As root apt would hand downloads to the user _apt, who may not enter the folders of a checkout. */
function privateState(folder: string): string[] {
  const state = options(`Dir::State::lists=${folder}/lists`, `Dir::Cache=${folder}`);
  return ['-qq', ...state, ...options('Acquire::Languages=none', 'Acquire::Retries=3', 'APT::Sandbox::User=root')];
}

function options(...settings: string[]): string[] {
  return settings.flatMap((setting) => ['-o', setting]);
}

async function withLibraries(suite: DebianSuite, packages: readonly string[]): Promise<string[]> {
  const args = [...suite.aptOptions, 'depends', '--recurse', ...onlyHardDependencies, ...packages];
  const tree = await runCommand('apt-cache', args, suite.folder);
  const names = tree.split('\n').filter((line) => /^(lib|zlib)/.test(line) && !alwaysFromTheSystem.has(line));
  return [...new Set([...packages, ...names])];
}

async function unpackAll(from: string, target: string): Promise<string[]> {
  const files = (await readdir(from)).filter((file) => file.endsWith('.deb'));
  for (const file of files) await runCommand('dpkg-deb', ['-x', join(from, file), target], from);
  return files;
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
