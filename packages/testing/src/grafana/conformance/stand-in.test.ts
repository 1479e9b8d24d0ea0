import { describe, expect, test } from '@jest/globals';
import { GRAFANA_VERSIONS } from '../options.js';
import { askServer } from './conformance.js';
import { probes } from './probes/index.js';
import { standInServer } from './stand-in-server.js';
import type { Verdict } from './verdict.js';

const all = { probes, prefix: 'conformance-', told: () => {}, isStopped: () => false };
const ofKind = (verdicts: readonly Verdict[], kind: Verdict['kind']) => verdicts.filter((one) => one.kind === kind);

describe.each(GRAFANA_VERSIONS)('the stand-in of Grafana %s', (version) => {
  test('is like Grafana in what the suite relies on', async () => {
    const verdicts = await askServer(await standInServer(version), all);
    expect(ofKind(verdicts, 'failed')).toEqual([]);
    expect(ofKind(verdicts, 'passed').length).toBeGreaterThan(65);
    const beyond = ofKind(verdicts, 'skipped').filter(
      (one) => !('why' in one && one.why.startsWith('it is of Grafana')),
    );
    expect(beyond).toEqual([]);
  });
});
