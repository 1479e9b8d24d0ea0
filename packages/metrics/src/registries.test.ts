import { engineOrSkip } from '@fly-monitoring/testing/engines';
import { expect, test } from '@jest/globals';
import { askProbe, withPeers } from '../test/peers.js';

const EXPECTED = {
  sameAsClient: true,
  pairs: 4,
  counted: true,
  aggregated: true,
  buildInfoOnce: true,
  merged: true,
  reset: true,
};

const ask = (module: string, node?: string): unknown => askProbe('registry-probe.mjs', [module], node);

withPeers('registries of other clients', () => {
  test.each(['prom-client', '@platformatic/prom-client'])(
    '%s shows, adds up, merges and resets our metrics',
    (module) => {
      expect(ask(module)).toEqual(EXPECTED);
    },
  );

  engineOrSkip(test, ['node-22'])('@prometheus-io/client does too, on the Node it needs', ({ 'node-22': node }) => {
    expect(ask('@prometheus-io/client', node)).toEqual(EXPECTED);
  });

  engineOrSkip(test, ['node-24'])('all three do on Node 24', ({ 'node-24': node }) => {
    for (const module of ['prom-client', '@platformatic/prom-client', '@prometheus-io/client'])
      expect(ask(module, node)).toEqual(EXPECTED);
  });
});
