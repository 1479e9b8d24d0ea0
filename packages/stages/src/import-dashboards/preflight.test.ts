import { describe, expect, test } from '@jest/globals';
import { preflight, start } from '../../test/import-dashboards-run.js';

const reading = ['GET'];
const methods = (calls: readonly { readonly method: string }[]) => [...new Set(calls.map(({ method }) => method))];

describe('asking Grafana before other work', () => {
  test('finds nothing wrong where all can be imported, and writes nothing', async () => {
    const grafana = await start();
    await expect(preflight({ grafana })).resolves.toBeUndefined();
    expect(methods(grafana.calls())).toEqual(reading);
  });

  test.each([
    ['asleep', { kind: 'asleep', polls: 1_000 } as const, true],
    ['broken', { kind: 'error', status: 502 } as const, true],
    ['another web server', { kind: 'wrong-host' } as const, false],
  ])('tells whether a Grafana that is %s may be there later', async (_, fault, isTemporary) => {
    const grafana = await start();
    grafana.misbehave(fault);
    await expect(preflight({ grafana })).rejects.toMatchObject({ code: 'GRAFANA_UNREACHABLE', isTemporary });
  });

  test('refuses a token that may not write, and a data source that is not there', async () => {
    const grafana = await start();
    await expect(preflight({ grafana, given: { 'grafana-token': 'glsa_viewer' } })).rejects.toMatchObject({
      code: 'GRAFANA_TOKEN_REFUSED',
      isTemporary: false,
    });
    await expect(preflight({ grafana, given: { datasource: 'none' } })).rejects.toMatchObject({
      code: 'GRAFANA_DATASOURCE_MISSING',
    });
    expect(methods(grafana.calls())).toEqual(reading);
  });
});
