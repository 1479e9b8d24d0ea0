import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { engineOrSkip } from '@fly-monitoring/testing/engines';
import { describe, expect, test } from '@jest/globals';

const probe = fileURLToPath(new URL('../test/registry-probe.mjs', import.meta.url));
/** Peers are installed beside the benchmarks, so that they stay out of the product's lock file. */
const peers = fileURLToPath(new URL('../../../bench/metrics', import.meta.url));

const EXPECTED = {
  sameAsClient: true,
  pairs: 4,
  counted: true,
  aggregated: true,
  buildInfoOnce: true,
  merged: true,
  reset: true,
};

function ask(node: string, module: string): unknown {
  const { NODE_OPTIONS: _none, ...env } = process.env;
  const { stdout, stderr } = spawnSync(node, [probe, peers, module], { encoding: 'utf8', env, timeout: 20_000 });
  return stdout === '' ? stderr : JSON.parse(stdout);
}

const isInstalled = existsSync(join(peers, 'node_modules'));
const isCi = !['', 'false', '0', undefined].includes(process.env['CI']);
const withPeers = isInstalled || isCi ? describe : describe.skip;

withPeers('registries of other clients (npm ci --prefix bench/metrics)', () => {
  test.each(['prom-client', '@platformatic/prom-client'])(
    '%s shows, adds up, merges and resets our metrics',
    (module) => {
      expect(ask(process.execPath, module)).toEqual(EXPECTED);
    },
  );

  engineOrSkip(test, ['node-22'])('@prometheus-io/client does too, on the Node it needs', ({ 'node-22': node }) => {
    expect(ask(node, '@prometheus-io/client')).toEqual(EXPECTED);
  });

  engineOrSkip(test, ['node-24'])('all three do on Node 24', ({ 'node-24': node }) => {
    for (const module of ['prom-client', '@platformatic/prom-client', '@prometheus-io/client'])
      expect(ask(node, module)).toEqual(EXPECTED);
  });
});
