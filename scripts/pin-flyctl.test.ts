import { spawn } from 'node:child_process';
import { copyFile, mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';

const table = 'packages/fly/src/flyctl/checksums.ts';
const names = ['Linux_x86_64', 'Linux_arm64', 'macOS_x86_64', 'macOS_arm64'];
const line = (name: string, index: number) => `${String(index).repeat(64)}  flyctl_1.2.3_${name}.tar.gz`;

let folder: string;
let file: string;
let server: Server;
let base: string;
let published: string;
const asked: string[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pin-flyctl-'));
  file = join(folder, 'checksums.ts');
  await copyFile(table, file);
  published = [...names.map(line), `${'9'.repeat(64)}  flyctl_1.2.3_Windows_x86_64.zip`, ''].join('\n');
  asked.length = 0;
  server = createServer((request, response) => {
    asked.push(request.url ?? '');
    response.writeHead(request.url === '/v1.2.3/checksums.txt' ? 200 : 404).end(published);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  base = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
});
afterEach(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  await rm(folder, { recursive: true });
});

async function pin(...more: readonly string[]) {
  const args = ['scripts/pin-flyctl.mjs', '--file', file, '--base-url', base, '--version', '1.2.3', ...more];
  const child = spawn(process.execPath, args, { env: {} });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (piece) => {
      text += String(piece);
    });
  }
  const exitCode = await new Promise((resolve) => child.on('close', resolve));
  return { exitCode, text, table: await readFile(file, 'utf8') };
}

test('writes the version and a sum for each system, and nothing else', async () => {
  const before = await readFile(file, 'utf8');
  const written = await pin();
  expect(written.exitCode).toBe(0);
  expect(written.table).toContain("export const pinnedFlyctlVersion = '1.2.3';");
  const rows = ['linux-x64', 'linux-arm64', 'darwin-x64', 'darwin-arm64'];
  for (const [index, row] of rows.entries())
    expect(written.table).toContain(`  '${row}': '${String(index).repeat(64)}',`);
  expect(written.table.split('\n')).toHaveLength(before.split('\n').length);
  expect(await pin('--check')).toMatchObject({ exitCode: 0, table: written.table });
});

test('changes nothing with --dry-run, and --check tells a difference', async () => {
  const before = await readFile(file, 'utf8');
  expect(await pin('--dry-run')).toMatchObject({ exitCode: 0, table: before, text: expect.stringContaining('1.2.3') });
  expect(await pin('--check')).toMatchObject({
    exitCode: 1,
    table: before,
    text: expect.stringContaining('is not what'),
  });
});

test.each([
  ['misses a system', () => names.slice(1).map(line).join('\n'), 'no usable sha256 for flyctl_1.2.3_Linux_x86_64'],
  ['is no list of sums', () => '<html></html>', 'no usable sha256'],
])('writes nothing when checksums.txt %s', async (_, text, why) => {
  const before = await readFile(file, 'utf8');
  published = text();
  expect(await pin()).toMatchObject({ exitCode: 1, table: before, text: expect.stringContaining(why) });
});

test('says what is wrong with a release that is not there, a version, an address or a flag', async () => {
  expect(await pin('--version', '9.9.9')).toMatchObject({ exitCode: 1, text: expect.stringContaining('404') });
  asked.length = 0;
  expect(await pin('--version', 'latest')).toMatchObject({ exitCode: 1, text: expect.stringContaining('such as') });
  expect(await pin('--base-url', 'http://example.com')).toMatchObject({
    exitCode: 1,
    text: expect.stringContaining('https://'),
  });
  expect(await pin('--verison')).toMatchObject({ exitCode: 1, text: expect.stringContaining('--verison') });
  expect(asked).toEqual([]);
});

test('--help tells every option and asks nobody', async () => {
  const { exitCode, text } = await pin('--help');
  expect([exitCode, asked]).toEqual([0, []]);
  for (const option of ['--version', '--dry-run', '--check', '--file', '--base-url']) expect(text).toContain(option);
});
