import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runOrSkip } from '@fly-monitoring/testing/engines';
import { describe } from '@jest/globals';

/** Peers are installed beside the benchmarks, so that they stay out of the product's lock file. */
const folder = fileURLToPath(new URL('../../../bench/metrics', import.meta.url));

const isInstalled = existsSync(join(folder, 'node_modules'));
const isCi = !['', 'false', '0', undefined].includes(process.env['CI']);

/** Suites that need the peers. In CI they run, and fail, also without them: there nothing may be missing. */
export const withPeers = runOrSkip(
  describe,
  isInstalled || isCi ? undefined : 'the peers are not installed: "npm ci --prefix bench/metrics".',
);

/** What a probe prints, in a process of its own; what went wrong when it prints nothing. */
export function askProbe(probe: string, args: readonly string[], node: string = process.execPath): unknown {
  const { NODE_OPTIONS: _none, ...env } = process.env;
  const script = fileURLToPath(new URL(probe, import.meta.url));
  const { stdout, stderr } = spawnSync(node, [script, folder, ...args], { encoding: 'utf8', env, timeout: 20_000 });
  return stdout === '' ? stderr : JSON.parse(stdout);
}
