// Proves that a bundle starts and that all of its files can be loaded, from a folder that is not the repository.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const isChunk = (name) => /^\d+\.index\.js$/.test(name);
const isScript = (name) => name.endsWith('.js');

/** An action without inputs must fail with a sentence, not with a stack. */
export function proveStart(folder, { isCommandLine }) {
  const env = { PATH: '/nowhere', INPUT_UNKNOWN: 'x' };
  const args = [join(folder, 'index.js'), ...(isCommandLine ? ['--help'] : [])];
  const result = spawnSync(process.execPath, args, { env, encoding: 'utf8', cwd: tmpdir() });
  const right = isCommandLine ? result.status === 0 : /INPUT_INVALID/.test(result.stdout);
  if (!right) throw new Error(`the bundle does not start:\n${result.stdout}${result.stderr}`);
}

/** What the bundle's own runtime is asked for: `e(942)` loads a file, and `bind(require, 3442)` a module out of it. */
export function lazyParts(texts) {
  const all = texts.join('\n');
  const numbers = (pattern) => [...new Set([...all.matchAll(pattern)].map((match) => match[1]))].sort();
  return {
    chunks: numbers(/__(?:nccwpck|webpack)_require__\.e\((?:\/\* import\(\) \*\/ )?(\d+)\)/g),
    modules: numbers(/__(?:nccwpck|webpack)_require__\.bind\(__(?:nccwpck|webpack)_require__, (\d+)\)/g),
  };
}

const startMark = '/******/ // startup\n';

/** The bundle's runtime without its start; in its place every file that is loaded later is loaded, and evaluated. */
function loaderOf(entry, { chunks, modules }) {
  const [runtime, start] = entry.split(startMark);
  if (start === undefined) throw new Error('the bundle has no mark where it starts: has ncc changed?');
  const load = `for (const id of ${JSON.stringify(chunks)}) await __nccwpck_require__.e(id);`;
  return `${runtime}\n${load}\nfor (const id of ${JSON.stringify(modules)}) await __nccwpck_require__(id);\n`;
}

export function proveChunks(folder) {
  const scripts = readdirSync(folder).filter(isScript);
  const text = (name) => readFileSync(join(folder, name), 'utf8');
  const parts = lazyParts(scripts.map(text));
  const there = scripts.filter(isChunk).map((name) => name.split('.')[0]);
  if (there.sort().join() !== parts.chunks.join())
    throw new Error(`the bundle asks for the files ${parts.chunks.join(', ')} and has ${there.join(', ')}.`);
  if (there.length === 0) return;
  const loader = join(folder, 'load-all.js');
  writeFileSync(loader, loaderOf(text('index.js'), parts));
  const result = spawnSync(process.execPath, [loader], { encoding: 'utf8', cwd: tmpdir() });
  rmSync(loader);
  if (result.status !== 0) throw new Error(`a file of the bundle cannot be loaded:\n${result.stderr}`);
}

/** @throws Error that says what is wrong with the bundle in `out` */
export function prove(out, kind) {
  const folder = mkdtempSync(join(tmpdir(), 'prove-bundle-'));
  try {
    cpSync(out, folder, { recursive: true });
    proveStart(folder, kind);
    proveChunks(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
