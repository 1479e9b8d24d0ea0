// Asks what the suite relies on: of the stand-in of Fly and a real flyctl, or with --grafana of a Grafana.
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const node = (...args) => spawnSync(process.execPath, args, { stdio: 'inherit' }).status ?? 1;
const given = process.argv.slice(2);
const subject = given.some((word) => word === '--grafana' || word.startsWith('--grafana=')) ? 'grafana' : 'fly';

// The terminal sends an interrupt to both; the one that has things to delete ends first.
process.on('SIGINT', () => {});
const built = node(join(root, 'node_modules/typescript/bin/tsc'), '-b', join(root, 'packages/testing'));
process.exitCode =
  built === 0 ? node(join(root, `packages/testing/lib/${subject}/conformance/main.js`), ...given) : built;
