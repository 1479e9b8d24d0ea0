import { type EngineName, engineOrSkip, runOrSkip } from '@fly-monitoring/testing/engines';
import { describe, test } from '@jest/globals';
import { detectIsolation } from '../../packages/testing/src/fly/isolation.js';

const whatEveryPlatformNeeds = ['prometheus-3', 'promtool-3', 'nats-server'] as const;
const noNamespaces = 'this computer allows no network namespaces: try "unshare -Urnm true"';

/**
 * A suite on a whole platform. Without engines or namespaces it is one skipped test on a laptop, and a failed one
 * when CI is set: there nothing may be missing.
 */
export function platformSuite(title: string, body: () => void, engines: readonly EngineName[] = []): void {
  const inCi = !['', '0', 'false'].includes(process.env['CI'] ?? '');
  if (detectIsolation() !== 'none') engineOrSkip(describe, [...whatEveryPlatformNeeds, ...engines])(title, body);
  else if (!inCi) runOrSkip(test, noNamespaces)(title, body);
  else {
    test(title, () => {
      throw new Error(noNamespaces);
    });
  }
}
