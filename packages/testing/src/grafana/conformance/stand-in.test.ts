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
    const beyond = ofKind(verdicts, 'skipped').filter((one) => !('why' in one && one.why.startsWith('it is of Grafana')));
    expect(beyond).toEqual([]);
  });

  test('has nothing left of it afterwards', async () => {
    const server = await standInServer(version);
    const ask = async (path: string) => JSON.parse((await server.ask({ method: 'GET', path, by: 'admin' })).text);
    const left: unknown[] = [];
    const told = async () => {
      left.push(await ask('/api/folders'), await ask('/api/datasources'), await ask('/api/annotations'));
    };
    const pending: Promise<void>[] = [];
    const chosen = probes.filter(({ scene }) => scene === undefined);
    const close = async () => {
      await told();
      left.push(await ask('/api/search'));
      await server.close();
    };
    await askServer({ ...server, close }, { ...all, probes: chosen, told: () => void pending.push(told()) });
    await Promise.all(pending);
    expect(left.length).toBeGreaterThan(100);
    expect(left.at(-1)).toEqual([]);
  });
});
