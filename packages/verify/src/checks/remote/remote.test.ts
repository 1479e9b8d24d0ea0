import type { HttpRequest, HttpResponse } from '@fly-monitoring/kit';
import { describe, expect, test } from '@jest/globals';
import { healthyAnswer as answer, quick } from '../../../test/data-world.js';
import { healthy, verify } from '../../../test/verify.js';
import { says, type World, worldStart } from '../../../test/world.js';

describe('the remote', () => {
  const queue = '{remote_name="a",url="https://prometheus-1.grafana.net/api/prom/push"}';
  const own = (seconds: number, sent: number) =>
    [
      `prometheus_remote_storage_samples_pending${queue} 0`,
      `prometheus_remote_storage_queue_highest_sent_timestamp_seconds${queue} ${worldStart / 1_000 + sent}`,
      `prometheus_remote_storage_highest_timestamp_in_seconds ${worldStart / 1_000 + seconds}`,
      '',
    ].join('\n');
  const sending = (remote: (request: HttpRequest) => HttpResponse | undefined): World => ({
    ...healthy,
    query: answer,
    instead: (request, seconds) => {
      if (request.url.startsWith('https://prometheus-1.grafana.net')) return remote(request);
      return request.url.endsWith('prometheus.test/metrics') ? says(200, own(seconds, seconds)) : undefined;
    },
  });
  const environment = { GRAFANA_PROMETHEUS_USER: '123', GRAFANA_PROMETHEUS_API_KEY: 'glc_secret' };

  test('of Grafana Cloud is read back with what Prometheus sends with', async () => {
    const series = ['web', 'mail'].map((job) => ({ metric: { job }, value: [1, String(worldStart / 1_000 + 1)] }));
    const body = JSON.stringify({ status: 'success', data: { resultType: 'vector', result: series } });
    const { check, requests } = await verify(
      sending(() => says(200, body, 'application/json')),
      quick,
      environment,
    );
    expect(check('remote-write')?.verdict).toBe('pass');
    expect(check('remote-read-back')?.verdict).toBe('pass');
    const asked = requests.find(({ url }) => url === 'https://prometheus-1.grafana.net/api/prom/api/v1/query');
    expect(asked?.headers?.['authorization']).toBe(`Basic ${btoa('123:glc_secret')}`);
  });

  test('that lets nobody read is told, and fails nothing', async () => {
    const { check, report } = await verify(
      sending(() => says(401, 'no')),
      quick,
      environment,
    );
    expect(check('remote-read-back')).toMatchObject({ verdict: 'skipped', evidence: expect.stringContaining('401') });
    expect(report.outputs['verdict']).toBe('pass');
    expect(JSON.stringify(report)).not.toContain('glc_secret');
  });

  test('that should be there and is not fails', async () => {
    const { check } = await verify(
      { ...healthy, query: answer },
      { ...quick, 'remote-query-url': 'https://store.test' },
    );
    expect(check('remote-write')).toMatchObject({
      verdict: 'fail',
      evidence: expect.stringContaining('sends nothing'),
    });
  });
});
