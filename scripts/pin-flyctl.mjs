// For maintainers: fills the table of flyctl's checksums from the checksums.txt of its release.
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';

const help = `npm run pin-flyctl -- [options]

Reads checksums.txt of a flyctl release and writes the sha256 of each archive into
packages/fly/src/flyctl/checksums.ts. Compare the diff with the release's page before you commit it.

  --version x.y.z   pin this version; without it the one that is pinned already
  --dry-run         print the rows and change nothing
  --check           change nothing, and fail when the table differs from the release
  --file path       the table to write, instead of the repository's
  --base-url url    where releases are; only https, or http on this machine
  --help            this text`;

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const load = (path) => import(pathToFileURL(join(root, path)));

function options() {
  const text = { type: 'string' };
  const flag = { type: 'boolean' };
  const names = { version: text, 'dry-run': flag, check: flag, file: text, 'base-url': text, help: flag };
  return parseArgs({ options: names }).values;
}

/** A sum that came without TLS proves nothing. */
function checkBaseUrl(base) {
  const { protocol, hostname } = new URL(base);
  const isLocal = protocol === 'http:' && ['127.0.0.1', 'localhost', '[::1]'].includes(hostname);
  if (protocol !== 'https:' && !isLocal) throw new Error(`--base-url is "${base}"; it must begin with https://.`);
}

async function readPublished(url) {
  const { undiciHttp, diskFiles } = await load('packages/kit/lib/index.js');
  const folder = await diskFiles.makeTemporaryFolder();
  try {
    const path = join(folder, 'checksums.txt');
    const answer = await undiciHttp().download(url, path);
    if (answer.kind === 'downloaded') return readFileSync(path, 'utf8');
    throw new Error(`${url} gave no checksums: ${answer.kind === 'response' ? answer.status : answer.detail}.`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function publishedRows(text, version, { flyctlSystems, archiveName, findChecksum }) {
  return Object.keys(flyctlSystems).map((system) => {
    const sum = findChecksum(text, archiveName(version, system));
    if (sum === undefined) throw new Error(`checksums.txt has no usable sha256 for ${archiveName(version, system)}.`);
    return [system, sum];
  });
}

/** Exactly one place for each value, so that a file of another shape is refused and not half written. */
function replaceOnce(text, pattern, replacement) {
  if (text.match(new RegExp(pattern, 'gm'))?.length !== 1)
    throw new Error(`The table has no single place for ${pattern}.`);
  return text.replace(new RegExp(pattern, 'm'), replacement);
}

function withRows(text, version, rows) {
  const pinned = replaceOnce(text, "^(export const pinnedFlyctlVersion = )'[^']*';$", `$1'${version}';`);
  return rows.reduce(
    (table, [system, sum]) => replaceOnce(table, `^(  '${system}': )'(?:[0-9a-f]{64})?',$`, `$1'${sum}',`),
    pinned,
  );
}

async function main() {
  const given = options();
  if (given.help) return console.log(help);
  const table = await load('packages/fly/lib/flyctl/checksums.js');
  const version = given.version ?? table.pinnedFlyctlVersion;
  if (!/^\d+\.\d+\.\d+$/.test(version)) throw new Error(`--version is "${version}"; it must be such as 0.4.87.`);
  const base = given['base-url'] ?? table.flyctlReleases;
  checkBaseUrl(base);
  const rows = publishedRows(await readPublished(`${base}/v${version}/checksums.txt`), version, table);
  const file = given.file ?? join(root, 'packages/fly/src/flyctl/checksums.ts');
  const before = readFileSync(file, 'utf8');
  const after = withRows(before, version, rows);
  for (const [system, sum] of rows) console.log(`${version} ${system} ${sum}`);
  if (given['dry-run']) return;
  if (!given.check) return writeFileSync(file, after);
  if (before !== after)
    throw new Error(`${file} is not what the release of flyctl ${version} says: run "npm run pin-flyctl".`);
}

try {
  await main();
} catch (error) {
  console.error(`✖ ${error.message}`);
  process.exitCode = 1;
}
