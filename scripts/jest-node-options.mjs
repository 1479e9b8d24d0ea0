import { fileURLToPath } from 'node:url';

const quiet = fileURLToPath(new URL('quiet-vm-modules.cjs', import.meta.url));

/** What Node needs so that jest can run ES modules, after what the caller has set. A path may hold blanks. */
export function jestNodeOptions({ NODE_OPTIONS = '' } = process.env) {
  return `${NODE_OPTIONS} --experimental-vm-modules --require ${JSON.stringify(quiet)}`.trim();
}
