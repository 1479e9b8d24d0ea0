import { expect, test } from '@jest/globals';
import { files, healthy, verify } from '../../../test/verify.js';
import { says, type World, worldStart } from '../../../test/world.js';

const data = (value: unknown) => says(200, JSON.stringify({ status: 'success', data: value }), 'application/json');

const watchdog = {
  type: 'alerting',
  name: 'Watchdog',
  query: 'vector(1)',
  health: 'ok',
  state: 'firing',
  labels: {},
  alerts: [],
  lastEvaluation: new Date(worldStart).toISOString(),
};

interface Counters {
  readonly sent: number;
  readonly failed: number;
}

/** A Prometheus whose Alertmanager nobody else reaches. Its counters are as written, one answer after the other. */
function unreachable(counters: readonly Counters[]): World {
  let answers = 0;
  const next = () => counters[answers++ % counters.length] ?? { sent: 0, failed: 0 };
  const metrics = ({ sent, failed }: Counters) =>
    `prometheus_notifications_errors_total ${failed}\nprometheus_notifications_sent_total ${sent}\n`;
  return {
    ...healthy,
    files: {
      ...files,
      'monitoring/prometheus-fly.yml': `${files['monitoring/prometheus-fly.yml']}alerting:\n  alertmanagers: []\n`,
    },
    rules: () => [{ name: 'always', file: '/rules/always.yml', interval: 1, rules: [watchdog] }],
    instead: ({ url }) => {
      const { hostname, pathname } = new URL(url);
      if (hostname === 'alerts.internal') return { kind: 'unreachable', reason: 'refused', detail: 'refused' };
      if (pathname === '/api/v1/alertmanagers')
        return data({ activeAlertmanagers: [{ url: 'http://alerts.internal:9093/api/v2/alerts' }] });
      return pathname === '/metrics' ? says(200, metrics(next())) : undefined;
    },
  };
}

test.each([
  ['refused all', [{ sent: 18, failed: 18 }], 'fail'],
  [
    'refused all, read between its two counters',
    [
      { sent: 18, failed: 17 },
      { sent: 18, failed: 18 },
    ],
    'fail',
  ],
  [
    'refused all, read so the second time',
    [
      { sent: 18, failed: 18 },
      { sent: 19, failed: 18 },
    ],
    'fail',
  ],
  ['took all but the first', [{ sent: 18, failed: 1 }], 'skipped'],
])('an Alertmanager that cannot be asked and %s', async (_, counters, verdict) => {
  const { check } = await verify(unreachable(counters), { timeout: '2m' });
  expect(check('alerts-arrive')).toMatchObject({ verdict });
});
