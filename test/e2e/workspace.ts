import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';

/** The checkout under test: jest runs at its root. */
export const root = process.cwd();

/** The folders that a runner gives to a job, below one that is removed as a whole. */
export interface JobFolders {
  readonly base: string;
  readonly workspace: string;
  readonly home: string;
  readonly temp: string;
  readonly toolCache: string;
}

/** What a fresh clone does not have. */
const notCloned = new Set(['node_modules', '.git', '.cache', 'lib', 'coverage']);

/** Folders of a job, with this repository as a fresh clone of it would be: nothing installed, nothing compiled. */
export function makeJobFolders(): JobFolders {
  const base = mkdtempSync(join(tmpdir(), 'e2e-'));
  const [workspace, home, temp, toolCache] = ['workspace', 'home', 'temp', 'tools'].map((name) => join(base, name));
  const folders = { base, workspace: workspace ?? '', home: home ?? '', temp: temp ?? '', toolCache: toolCache ?? '' };
  for (const folder of [folders.home, folders.temp, folders.toolCache]) mkdirSync(folder);
  const isCloned = (path: string) => !notCloned.has(basename(path)) && !path.endsWith('.tsbuildinfo');
  cpSync(root, folders.workspace, { recursive: true, filter: isCloned });
  return folders;
}

/** No image is pulled here: the checkout pins the version of the Prometheus that stands in for it. */
export function pinPrometheus(checkout: string, version: string): void {
  const path = join(checkout, 'Dockerfile.monitoring');
  const pin = /^FROM prom\/prometheus:\S+/m;
  const text = readFileSync(path, 'utf8');
  if (!pin.test(text)) throw new Error(`${path} is not built from prom/prometheus.`);
  writeFileSync(path, text.replace(pin, `FROM prom/prometheus:v${version}`));
}

export function removeJobFolders({ base }: JobFolders): void {
  rmSync(base, { recursive: true, force: true });
}

/** Changes a file of the workspace, and fails where there is nothing to change. */
export function editFile(path: string, from: RegExp | string, to: string): void {
  const before = readFileSync(path, 'utf8');
  const after = typeof from === 'string' ? before.replaceAll(from, to) : before.replace(from, to);
  if (after === before) throw new Error(`${path} does not hold ${String(from)}.`);
  writeFileSync(path, after);
}

/** Paths of the files below a folder that hold one of the words. */
export function filesHolding(folder: string, words: readonly string[]): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => {
      const content = readFileSync(path);
      return words.some((word) => content.includes(word));
    });
}
