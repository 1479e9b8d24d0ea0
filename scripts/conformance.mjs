// Asks of the stand-in, and of a real flyctl when it is told one, what the suite relies on: `npm run conformance -- --help`.
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const node = (...args) => spawnSync(process.execPath, args, { stdio: 'inherit' }).status ?? 1;

const built = node(join(root, 'node_modules/typescript/bin/tsc'), '-b', join(root, 'packages/testing'));
process.exitCode =
  built === 0 ? node(join(root, 'packages/testing/lib/fly/conformance/main.js'), ...process.argv.slice(2)) : built;
