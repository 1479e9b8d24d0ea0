import { type Answer, parseExposition, type QueryResult } from '@fly-monitoring/prometheus';
import { describe, expect, test } from '@jest/globals';
import { judgeReadBack, queryUrlOf, readBackQuery } from './judge-read-back.js';
import { judgeRemoteWrite } from './judge-remote-write.js';
import { type RemoteState, readRemoteState } from './remote-state.js';

const sinceMs = 1_000_000;
const url = 'https://prometheus-1.grafana.net/api/prom/push';

interface Counters {
  readonly failed?: number;
  readonly dropped?: number;
  readonly onPurpose?: number;
  readonly retried?: number;
  readonly pending?: number;
  /** Seconds after the deploy; 0 stands for never. */
  readonly sent?: number | 'absent';
  readonly highest?: number;
  /** Seconds after the deploy. */
  readonly started?: number;
  readonly queues?: number;
}

const state = (counters: Counters = {}): RemoteState => {
  const { failed = 0, dropped = 0, onPurpose = 0, retried = 0, pending = 0, sent = 10, highest = 12 } = counters;
  const labels = `{remote_name="abc",url="${url}"}`;
  const at = (seconds: number) => sinceMs / 1_000 + seconds;
  const lines = [
    `process_start_time_seconds ${at(counters.started ?? -100)}`,
    `prometheus_remote_storage_highest_timestamp_in_seconds ${at(highest)}`,
    `prometheus_remote_storage_samples_failed_total${labels} ${failed}`,
    `prometheus_remote_storage_samples_dropped_total{remote_name="abc",url="${url}",reason="too_old"} ${dropped}`,
    `prometheus_remote_storage_samples_dropped_total{remote_name="abc",url="${url}",reason="dropped_series"} ${onPurpose}`,
    `prometheus_remote_storage_samples_retried_total${labels} ${retried}`,
    `prometheus_remote_storage_samples_pending${labels} ${pending}`,
    ...(sent === 'absent'
      ? []
      : [`prometheus_remote_storage_queue_highest_sent_timestamp_seconds${labels} ${sent === 0 ? 0 : at(sent)}`]),
    '',
  ];
  return readRemoteState(parseExposition(lines.slice(counters.queues === 0 ? -1 : 0).join('\n')));
};

/** `firstAt`: of the first look, in seconds after the deploy. */
const judge = (now: Counters, first: Counters = {}, firstAt = 0) =>
  judgeRemoteWrite({ first: state(first), firstMs: sinceMs + firstAt * 1_000, now: state(now), sinceMs });

describe('remote write', () => {
  test('is right when what is new was sent, and nothing was refused, dropped or repeated', () => {
    expect(judge({})).toMatchObject({ isPending: false, check: { verdict: 'pass', blame: 'remote' } });
  });

  test('is wrong although the sent timestamp advances, when samples are refused', () => {
    expect(judge({ failed: 24, sent: 12 })).toMatchObject({
      isPending: false,
      check: { verdict: 'fail', evidence: `24 samples were refused by ${url} and are lost` },
    });
  });

  test.each(['absent', 0] as const)('is wrong although nothing failed, when nothing is sent (%s)', (sent) => {
    expect(judge({ sent, retried: 72, pending: 32 })).toMatchObject({
      isPending: true,
      check: { verdict: 'fail', evidence: expect.stringContaining('72 samples were tried again, 32 wait') },
    });
  });

  test('is not proved before the first batch, while it repeats, or lags behind', () => {
    expect(judge({ sent: -5 })).toMatchObject({ isPending: true, check: { verdict: 'inconclusive' } });
    expect(judge({ retried: 5, pending: 8 })).toMatchObject({ isPending: true, check: { verdict: 'inconclusive' } });
    expect(judge({ highest: 100 })).toMatchObject({ isPending: true, check: { verdict: 'inconclusive' } });
  });

  test('forgives what was before the deploy, a queue that empties, and series dropped on purpose', () => {
    expect(judge({ failed: 24 }, { failed: 24 }).check.verdict).toBe('pass');
    expect(judge({ retried: 5, pending: 2 }, { pending: 9 }).check.verdict).toBe('pass');
    expect(judge({ onPurpose: 1_000 }).check.verdict).toBe('pass');
  });

  test('proves nothing by what an old process sent before the first look: it may have been refused all along', () => {
    const refusing = { failed: 24, sent: 10 };
    expect(judge(refusing, refusing, 11)).toMatchObject({ isPending: true, check: { verdict: 'inconclusive' } });
    expect(judge({ failed: 26, sent: 12 }, refusing, 11)).toMatchObject({ check: { verdict: 'fail' } });
    expect(judge({ failed: 24, sent: 12 }, refusing, 11)).toMatchObject({ check: { verdict: 'pass' } });
    expect(judge({ started: 1 }, {}, 11).check.verdict).toBe('pass');
  });

  test('counts all of a process that began with the deploy, and of one that began meanwhile', () => {
    expect(judge({ failed: 24, started: 1 }, { failed: 24, started: 1 }).check.verdict).toBe('fail');
    expect(judge({ dropped: 3 }, { dropped: 24 }).check.verdict).toBe('fail');
  });

  test('is nobody’s wish where there is none', () => {
    expect(judge({ queues: 0 })).toMatchObject({ isPending: false, check: { verdict: 'skipped' } });
  });
});

describe('reading back', () => {
  const seen = (seconds: Readonly<Record<string, number>>): Answer<QueryResult> => ({
    kind: 'ok',
    asked: 'POST x',
    status: 200,
    dateMs: undefined,
    warnings: [],
    value: {
      type: 'series',
      series: Object.entries(seconds).map(([job, at]) => ({
        labels: { job },
        points: [{ atMs: 0, value: sinceMs / 1_000 + at }],
      })),
    },
  });
  const back = (answer: Answer<QueryResult>, credentials: 'writer' | 'own' = 'own') =>
    judgeReadBack({ answer, jobs: ['web', 'mail'], sinceMs, externalLabels: { environment: 'a"b' }, credentials });
  const failure = { asked: 'POST x', dateMs: undefined } as const;

  test('proves that samples of each job arrive', () => {
    expect(back(seen({ web: 5, mail: 6 })).check).toMatchObject({ verdict: 'pass' });
    expect(back(seen({ web: 5, mail: -1 }))).toMatchObject({
      isPending: true,
      check: { verdict: 'fail', blame: 'remote', evidence: expect.stringContaining('mail (newest 1970-') },
    });
    expect(back(seen({ web: 5 })).check.evidence).toContain('mail (none at all)');
  });

  test('asks by the external labels', () => {
    expect(readBackQuery({ environment: 'a"b' })).toBe('max by (job) (timestamp(up{environment="a\\"b"}))');
  });

  test('is skipped with the reason by a token that may only write', () => {
    for (const status of [401, 403]) {
      expect(back({ ...failure, kind: 'refused', status, lacksRight: true })).toMatchObject({
        isPending: false,
        check: { verdict: 'skipped', evidence: expect.stringContaining(String(status)) },
      });
    }
  });

  test('fails at once with a user or password that the remote does not know', () => {
    const unknown = { ...failure, kind: 'refused', status: 401, lacksRight: false } as const;
    expect(back(unknown)).toMatchObject({
      isPending: false,
      check: { verdict: 'fail', blame: 'remote', hint: expect.stringContaining('remote-query-password') },
    });
    // Samples that were taken with it prove that it is right.
    expect(back(unknown, 'writer').check.verdict).toBe('skipped');
  });

  test('tells a wrong address from a remote that is down', () => {
    expect(back({ ...failure, kind: 'not-found', status: 404 })).toMatchObject({
      isPending: false,
      check: { verdict: 'fail' },
    });
    expect(back({ ...failure, kind: 'not-ready', status: 503 })).toMatchObject({
      isPending: true,
      check: { verdict: 'inconclusive' },
    });
  });

  test('knows where Grafana Cloud answers, and sends no password to other hosts', () => {
    expect(queryUrlOf(url)).toBe('https://prometheus-1.grafana.net/api/prom');
    for (const other of [
      'https://grafana.net.evil.example/api/prom/push',
      'http://prometheus-1.grafana.net/api/prom/push',
      'https://example.com/api/v1/write',
      'nonsense',
    ]) {
      expect(queryUrlOf(other)).toBeUndefined();
    }
  });
});
