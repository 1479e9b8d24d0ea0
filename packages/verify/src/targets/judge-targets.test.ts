import type { ActiveTarget } from '@fly-monitoring/prometheus';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { judgeLabelSets } from '../checks/label-sets/judge-label-sets.js';
import type { ExpectedJob, ExpectedMachine } from './expectation.js';
import { judgeTargets, type TargetsEvidence } from './judge-targets.js';

const since = Date.parse('2026-01-01T10:00:00Z');

function target(host: string, change: Partial<ActiveTarget> = {}): ActiveTarget {
  const instance = `${host}:9100`;
  return {
    scrapePool: 'web',
    instance,
    labels: { job: 'web', instance },
    scrapeUrl: `http://${instance}/metrics`,
    health: 'up',
    lastError: '',
    lastScrapeMs: since + 20_000,
    lastScrapeDurationMs: 4,
    scrapeIntervalMs: 15_000,
    scrapeTimeoutMs: 10_000,
    ...change,
  };
}

const machine = (id: string, change: Partial<ExpectedMachine> = {}): ExpectedMachine => ({
  id,
  address: `fdaa:0:1:a7b:0:0:0:${id}`,
  port: 9100,
  state: 'started',
  group: 'web',
  standby: false,
  autostop: false,
  ...change,
});

const onFly = (...machines: ExpectedMachine[]): ExpectedJob => ({
  name: 'web',
  expectation: { kind: 'machines', machines },
});
const atLeast = (count: number): ExpectedJob => ({ name: 'web', expectation: { kind: 'at-least', count } });
const exactly = (count: number): ExpectedJob => ({ name: 'web', expectation: { kind: 'exactly', count } });

function judge(job: ExpectedJob, activeTargets: readonly ActiveTarget[], change: Partial<TargetsEvidence> = {}) {
  const verdict = judgeTargets({ jobs: [job], activeTargets, sinceMs: since, clockSkewMs: 0, ...change });
  const rows = verdict.jobs.flatMap(({ rows: all }) => all);
  return { ...verdict, rows, failures: rows.map(({ failure }) => failure).filter((one) => one !== undefined) };
}

describe('every machine is a healthy target', () => {
  test('is green, whatever way its address is written', () => {
    const verdict = judge(onFly(machine('2'), machine('3')), [
      target('[fdaa:0:1:a7b::3]'),
      target('[fdaa:0:1:a7b::2]'),
    ]);
    expect(verdict).toMatchObject({ verdict: 'pass', isPending: false });
    expect(verdict.rows.map(({ machineId }) => machineId)).toEqual(['2', '3']);
  });

  test('standbys and machines that are being destroyed are not waited for', () => {
    const machines = [
      machine('2'),
      machine('3', { standby: true, state: 'stopped' }),
      machine('4', { state: 'destroying' }),
    ];
    expect(judge(onFly(...machines), [target('[fdaa:0:1:a7b::2]')]).verdict).toBe('pass');
  });

  test('a job with two ports wants both of them', () => {
    const job = onFly(machine('2'), machine('2', { port: 9200 }));
    expect(judge(job, [target('[fdaa:0:1:a7b::2]')]).failures).toEqual(['not-discovered']);
  });
});

describe('a green list is not enough', () => {
  test('a started machine that is no target', () => {
    const verdict = judge(onFly(machine('2'), machine('3')), [target('[fdaa:0:1:a7b::2]')]);
    expect(verdict).toMatchObject({ verdict: 'fail', isPending: true, failures: ['not-discovered'] });
  });

  test('a stopped machine fails with its last exit, as DNS does not list it', () => {
    const stopped = machine('3', { state: 'stopped', lastExit: 'exit code 1, out of memory' });
    const verdict = judge(onFly(machine('2'), stopped), [target('[fdaa:0:1:a7b::2]')]);
    expect(verdict.failures).toEqual(['stopped']);
    expect(verdict.rows[1]?.error).toBe('the machine is stopped; last exit: exit code 1, out of memory');
  });

  test('a machine that stopped a moment ago is told as stopped, not as refusing', () => {
    const refusing = target('[fdaa:0:1:a7b::3]', { health: 'down', lastError: 'connect: connection refused' });
    expect(judge(onFly(machine('3', { state: 'stopped' })), [refusing]).failures).toEqual(['stopped']);
  });

  test('a machine that stopped after its last good scrape', () => {
    const stopped = onFly(machine('2'), machine('3', { state: 'stopped' }));
    const lingering = [target('[fdaa:0:1:a7b::2]'), target('[fdaa:0:1:a7b::3]')];
    expect(judge(stopped, lingering)).toMatchObject({ verdict: 'fail', failures: ['stopped'] });
  });

  test('no machine at all', () => {
    expect(judge(onFly(), []).failures).toEqual(['no-machines']);
    expect(judge(onFly(machine('2', { standby: true })), []).failures).toEqual(['no-machines']);
  });

  test('no target at all: the name is empty, or the resolver fails', () => {
    expect(judge(atLeast(1), []).failures).toEqual(['dns-empty']);
    expect(judge(onFly(machine('2')), [], { dnsFailures: 3 }).failures).toEqual(['dns-failing']);
  });

  test('no job at all', () => {
    expect(judgeTargets({ jobs: [], activeTargets: [], sinceMs: 0, clockSkewMs: 0 }).verdict).toBe('fail');
  });

  test('healthy, but last scraped before the deploy began', () => {
    const old = target('[fdaa:0:1:a7b::2]', { lastScrapeMs: since - 1 });
    expect(judge(onFly(machine('2')), [old])).toMatchObject({ failures: ['stale'], isPending: true });
    expect(judge(onFly(machine('2')), [old], { sinceMs: 0 }).verdict).toBe('pass');
  });

  test('a runner whose clock is ahead of the server does not call fresh scrapes old', () => {
    const fresh = target('[fdaa:0:1:a7b::2]', { lastScrapeMs: since - 30_000 });
    expect(judge(onFly(machine('2')), [fresh], { clockSkewMs: -60_000 }).verdict).toBe('pass');
    expect(judge(onFly(machine('2')), [fresh], { clockSkewMs: 60_000 }).verdict).toBe('fail');
  });

  test('known, not scraped yet', () => {
    const fresh = target('[fdaa:0:1:a7b::2]', { health: 'unknown', lastScrapeMs: undefined });
    expect(judge(onFly(machine('2')), [fresh])).toMatchObject({ failures: ['never-scraped'], isPending: true });
  });

  test('fewer or more targets than were asked for', () => {
    expect(judge(exactly(2), [target('a')]).failures).toEqual(['too-few']);
    expect(judge(exactly(1), [target('a'), target('b')]).failures).toEqual(['too-many']);
    expect(judge(atLeast(1), [target('a'), target('b')]).verdict).toBe('pass');
  });

  test('a job nobody asked for is named', () => {
    expect(judge(atLeast(1), [target('a'), target('b', { scrapePool: 'self' })]).unexpectedJobs).toEqual(['self']);
  });
});

describe('autostop', () => {
  const asleep = machine('3', { state: 'stopped', autostop: true });

  test('some asleep beside others that are up is green, and told', () => {
    const verdict = judge(onFly(machine('2'), asleep), [target('[fdaa:0:1:a7b::2]')]);
    expect(verdict.verdict).toBe('pass');
    expect(verdict.rows.map(({ health }) => health)).toEqual(['up', 'asleep']);
  });

  test('all asleep proves nothing', () => {
    expect(judge(onFly(asleep), [])).toMatchObject({ verdict: 'inconclusive', isPending: false });
  });
});

test('ten thousand targets are judged in far less than a poll', () => {
  const hosts = Array.from({ length: 10_000 }, (_, index) => (index + 16).toString(16));
  const started = performance.now();
  const verdict = judge(
    onFly(...hosts.map((host) => machine(host))),
    hosts.map((host) => target(`[fdaa:0:1:a7b::${host}]`)),
  );
  expect(verdict.verdict).toBe('pass');
  // It takes some 50 ms; comparing each with each takes minutes.
  expect(performance.now() - started).toBeLessThan(2_000);
});

describe('waiting', () => {
  const failing = (lastError: string, lastScrapeMs = since + 1) =>
    judge(atLeast(1), [target('a', { health: 'down', lastError, lastScrapeMs })]);

  test('goes on for what may still come', () => {
    expect(failing('dial tcp: connect: connection refused').isPending).toBe(true);
    expect(failing('server returned HTTP status 503 Service Unavailable').isPending).toBe(true);
  });

  test('ends for what stays wrong, unless it was the release before', () => {
    expect(failing('server returned HTTP status 404 Not Found').isPending).toBe(false);
    expect(failing('server returned HTTP status 404 Not Found', since - 1).isPending).toBe(true);
  });

  test('goes on for targets of machines that are gone', () => {
    const gone = target('[fdaa:0:1:a7b::9]', { health: 'down', lastError: 'HTTP status 404' });
    expect(judge(onFly(machine('2')), [target('[fdaa:0:1:a7b::2]'), gone])).toMatchObject({
      verdict: 'fail',
      isPending: true,
    });
  });
});

describe('equal labels', () => {
  test('of two healthy targets are a failure that names both', () => {
    const labels = { job: 'web', instance: 'web' };
    const check = judgeLabelSets([target('a', { labels }), target('b', { labels: { instance: 'web', job: 'web' } })]);
    expect(check).toMatchObject({ verdict: 'fail', blame: 'monitoring' });
    expect(check.evidence).toContain('http://a:9100/metrics and http://b:9100/metrics');
  });

  test('are not found where there are none', () => {
    expect(judgeLabelSets([target('a'), target('b')]).verdict).toBe('pass');
  });
});

describe('for any targets', () => {
  const anyTarget = fc
    .record({
      host: fc.constantFrom('a', 'b', 'c', '[fdaa:0:1:a7b::2]', '[fdaa:0:1:a7b::3]'),
      health: fc.constantFrom<'up' | 'down' | 'unknown'>('up', 'down', 'unknown'),
      lastError: fc.constantFrom('', 'connection refused', 'server returned HTTP status 404', 'odd'),
      lastScrapeMs: fc.constantFrom(undefined, since - 1, since + 1),
    })
    .map(({ host, ...rest }) => target(host, rest));
  const anyJob = fc.constantFrom(atLeast(1), exactly(2), onFly(machine('2')), onFly(machine('2'), machine('3')));

  test('their order does not matter', () => {
    fc.assert(
      fc.property(
        anyJob,
        fc.uniqueArray(anyTarget, { selector: (one) => one.instance, maxLength: 5 }),
        (job, targets) => {
          expect(judge(job, targets.toReversed()).verdict).toBe(judge(job, targets).verdict);
        },
      ),
    );
  });

  test('one more that fails never turns red to green', () => {
    fc.assert(
      fc.property(anyJob, fc.array(anyTarget, { maxLength: 5 }), (job, targets) => {
        const failing = target('d', { health: 'down', lastError: 'connection refused' });
        expect(judge(job, [...targets, failing]).verdict).toBe('fail');
      }),
    );
  });
});
