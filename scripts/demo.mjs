// The demo: compiles, gets what it needs, and runs packages/demo. Arguments go to it: `npm run demo -- --keep`.
import { spawn, spawnSync } from 'node:child_process';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const node = (...args) => spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' }).status ?? 1;

function prepare() {
  const built = node('node_modules/typescript/bin/tsc', '-b', 'packages/demo');
  if (built !== 0) return built;
  return node('scripts/engines.mjs', 'prometheus-3', 'promtool-3', 'nats-server');
}

const prepared = prepare();
if (prepared !== 0) process.exit(prepared);
const demo = spawn(process.execPath, ['packages/demo/lib/main.js', ...process.argv.slice(2)], {
  cwd: root,
  stdio: 'inherit',
});
// Ctrl+C reaches the demo by the terminal; it cleans up, and this process waits for it.
process.on('SIGINT', () => {});
process.on('SIGTERM', () => demo.kill('SIGTERM'));
demo.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
