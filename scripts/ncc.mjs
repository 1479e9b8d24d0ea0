// How everything here is bundled: the products, and what a benchmark compares them with.
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { getExecOutput } from '@actions/exec';
import { chunkLicenses } from './bundle-licenses.mjs';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** Module ids are hashes of paths relative to the working directory, so it is always the repository's root. */
export async function runNcc(entry, out) {
  const ncc = 'node_modules/@vercel/ncc/dist/ncc/cli.js';
  const args = [ncc, 'build', entry, '-o', out, '--no-cache', '--quiet', '--license', chunkLicenses];
  const quiet = { cwd: root, silent: true, ignoreReturnCode: true };
  const { exitCode, stdout, stderr } = await getExecOutput(process.execPath, args, quiet);
  if (exitCode !== 0) throw new Error(`${entry}: ncc failed:\n${stdout}${stderr}`.slice(0, 2_000));
}
