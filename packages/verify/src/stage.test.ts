import { describe, expect, test } from '@jest/globals';
import { healthy, machine, mailMachine, up, verify } from '../test/verify.js';
import { enter, type World, worldStart } from '../test/world.js';
import { verifyTargets } from './stage.js';

describe('green', () => {
  test('when every machine of every job is scraped since the deploy', async () => {
    const { report, json, seconds } = await verify(healthy, { since: new Date(worldStart - 5_000).toISOString() });
    expect(report).toMatchObject({
      conclusion: 'success',
      outputs: {
        verdict: 'pass',
        blames: '[]',
        'targets-up': '3',
        'targets-total': '3',
        'checks-failed': '[]',
        report: '/checkout/out/report.json',
      },
      annotations: [],
    });
    expect(json).toMatchObject({ schema: 'fly-monitoring/verify-report', schemaVersion: 1, verdict: 'pass' });
    expect(report.summary).toMatch(/^### ✅ verify-targets: pass, 3 of 3 targets up\n/);
    expect(seconds()).toBe(0);
  });

  test('after all of it held for a scrape interval, unless told otherwise', async () => {
    const { seconds, check } = await verify(healthy, { 'stable-for': '' });
    expect(seconds()).toBe(15);
    expect(check('stability')).toMatchObject({ verdict: 'pass', evidence: expect.stringContaining('held for 15 s') });
  });

  test('as soon as the last one is scraped, with a line for each change only', async () => {
    const targets = (seconds: number) => [
      up('web', '1'),
      up('web', '2'),
      ...(seconds >= 20 ? [up('mail', '3', 20)] : []),
    ];
    const { report, lines, seconds } = await verify({ ...healthy, targets });
    expect(report.outputs['verdict']).toBe('pass');
    expect(seconds()).toBeGreaterThanOrEqual(20);
    expect(seconds()).toBeLessThan(22);
    expect(lines).toEqual([
      'Looking at Prometheus at https://prometheus.test',
      'Using flyctl 0.4.87 (on PATH): your own installation, its checksum is not checked',
      '2 of 3 targets proved; not yet: mail [fdaa::3]:9100: Prometheus has no target for this job',
      '3 of 3 targets proved',
    ]);
  });

  test('although the clock of the runner is a minute ahead of the server', async () => {
    const { report, check } = await verify({ ...healthy, clockAhead: -60 }, { since: String(worldStart / 1_000) });
    expect(report.outputs['verdict']).toBe('pass');
    expect(check('prometheus')?.evidence).toContain('its clock is 60 s behind this one, corrected');
  });

  test('without Fly, and then it says what cannot be known', async () => {
    const { machines: _, ...alone } = healthy;
    const { report, check } = await verify(alone);
    expect(report.outputs['verdict']).toBe('pass');
    expect(check('machines')).toMatchObject({
      verdict: 'skipped',
      evidence: expect.stringContaining('no fly-api-token'),
    });
  });

  test('with jobs by name and count, for any Prometheus without a configuration', async () => {
    const { report } = await verify({ targets: healthy.targets ?? (() => []) }, { jobs: 'web=2\nmail>=1' });
    expect(report.outputs).toMatchObject({ verdict: 'pass', 'targets-total': '3' });
  });

  test('with a machine asleep beside one that is up', async () => {
    const service = {
      services: [{ autostop: 'stop' }],
      metadata: { fly_process_group: 'app', fly_platform_version: 'v2' },
    };
    const machines = () => [machine('1'), machine('2', { state: 'stopped', config: service }), mailMachine('3')];
    const targets = () => [up('web', '1'), up('mail', '3')];
    const { report, check } = await verify({ ...healthy, machines, targets });
    expect(report.outputs).toMatchObject({ verdict: 'pass', 'targets-total': '2' });
    expect(check('job:web')?.evidence).toContain('1 of 1 targets up, 1 asleep');
  });
});

describe('red, though every target in the list is up', () => {
  test('a machine that crashed out of DNS', async () => {
    const event = { type: 'exit', timestamp: 1, request: { exit_event: { exit_code: 137, oom_killed: true } } };
    const machines = () => [machine('1'), machine('2', { state: 'stopped', events: [event] }), mailMachine('3')];
    const { report, check } = await verify({ ...healthy, machines, targets: () => [up('web', '1'), up('mail', '3')] });
    expect(report).toMatchObject({ conclusion: 'failure', outputs: { verdict: 'fail', blames: '["app"]' } });
    expect(check('job:web')?.evidence).toContain('the machine is stopped; last exit: out of memory');
    expect(report.annotations[0]).toMatchObject({
      title: 'TARGETS_DOWN',
      place: { file: 'monitoring/prometheus-fly.yml', line: 4 },
    });
  });

  test('scrapes of before the deploy', async () => {
    const since = new Date(worldStart + 1_000).toISOString();
    const { report, json } = await verify(healthy, { since, timeout: '10s' });
    expect(report.outputs['verdict']).toBe('fail');
    expect(json.targets.map(({ failure }) => failure)).toEqual(['stale', 'stale', 'stale']);
  });

  test('a job that has no target', async () => {
    const { machines: _, ...alone } = healthy;
    const { report, json } = await verify({ ...alone, targets: () => [up('web', '1')] });
    expect(report.outputs).toMatchObject({ verdict: 'fail', 'checks-failed': '["job:mail"]', 'targets-total': '2' });
    expect(json.targets[0]).toMatchObject({ failure: 'dns-empty', health: 'missing' });
  });

  test('a resolver that fails is told from a name without addresses', async () => {
    const world = { ...healthy, targets: () => [], lookupFailures: (seconds: number) => (seconds > 10 ? 4 : 1) };
    const { json, check } = await verify(world);
    expect(json.targets.map(({ failure }) => failure)).toEqual(['dns-failing', 'dns-failing', 'dns-failing']);
    expect(check('job:web')).toMatchObject({ blame: 'network', evidence: expect.stringContaining('3 DNS look-ups') });
  });

  test('two targets with equal labels', async () => {
    const labels = { job: 'web', instance: 'shop' };
    const targets = () => [{ ...up('web', '1'), labels }, { ...up('web', '2'), labels }, up('mail', '3')];
    const { report } = await verify({ ...healthy, targets });
    expect(report.outputs).toMatchObject({ 'checks-failed': '["label-sets"]', blames: '["monitoring"]' });
  });

  test('a target that a job of before makes equal to one of ours', async () => {
    const labels = { job: 'web', instance: '[fdaa::1]:9100' };
    const targets = () => [...(healthy.targets?.(0) ?? []), { ...up('before', '1'), labels }];
    const { report, check } = await verify({ ...healthy, targets });
    expect(report.outputs).toMatchObject({ 'checks-failed': '["label-sets"]', blames: '["monitoring"]' });
    expect(check('label-sets')?.evidence).toContain(
      'web http://[fdaa::1]:9100/metrics and before http://[fdaa::1]:9100/metrics',
    );
  });

  test('two equal targets of a job that nobody expects are not ours', async () => {
    const labels = { job: 'before', instance: 'x' };
    const before = { ...up('before', '9'), labels };
    const { report } = await verify({ ...healthy, targets: () => [...(healthy.targets?.(0) ?? []), before, before] });
    expect(report.outputs['verdict']).toBe('pass');
  });

  test('an empty body', async () => {
    const targets = () => [up('web', '1'), up('web', '2'), { ...up('mail', '3'), samples: { found: 0, kept: 0 } }];
    const { report, check } = await verify({ ...healthy, targets });
    expect(report.outputs).toMatchObject({ 'checks-failed': '["samples"]', blames: '["app"]' });
    expect(check('samples')?.evidence).toBe('up, but without a single sample: mail [fdaa::3]:9100');
  });
});

describe('a target that is down', () => {
  const down = (lastError: string): World => ({
    ...healthy,
    targets: () => [up('web', '1'), { ...up('web', '2'), health: 'down', lastError }, up('mail', '3')],
  });

  test('is waited for as long as the configuration needs, then named with job, reason and next step', async () => {
    const { report, seconds, check } = await verify(
      down('Get "http://x": dial tcp [fdaa::2]:9100: connect: connection refused'),
    );
    // 15 s DNS refresh + 5 s + 2 * 15 s + 10 s
    expect(seconds()).toBe(60);
    expect(check('job:web')).toMatchObject({
      verdict: 'fail',
      blame: 'app',
      evidence: expect.stringMatching(/^\[fdaa::2\]:9100 \(machine 2\): .*connection refused/),
      hint: expect.stringContaining('listen on [::]'),
    });
    expect(report.lines.join('\n')).toContain('Next, for job:web: Nothing listens on that port');
    expect(report.summary).toContain('**Do next**');
  });

  const listens = (...lines: string[]) => ['  sl  local_address rem_address   st tx_queue', ...lines, ''].join('\n');
  // 9100 is 238C.
  const ipv4 = '   0: 00000000:238C 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 1';
  const ipv6 = `   1: ${'0'.repeat(32)}:238C ${'0'.repeat(32)}:0000 0A 00000000:00000000 00:00000000 00000000     0        0 1`;
  const talks = '   2: 0100007F:238C 0100007F:0001 01 00000000:00000000 00:00000000 00000000     0        0 1';

  test.each([
    ['IPv4 only', listens(ipv4), 'ipv4-only', 'listens on 0.0.0.0:9100, IPv4 only'],
    ['nothing', listens(talks), 'nothing-listens', 'nothing in the machine listens on 9100'],
    ['both', listens(ipv4, ipv6), 'refused', 'connection refused'],
    ['what cannot be seen', '', 'refused', 'connection refused'],
  ])('and refuses is looked into: it listens on %s', async (_, tables, failure, words) => {
    const world = { ...down('dial tcp [fdaa::2]:9100: connect: connection refused'), inMachine: () => tables };
    const { json, commands } = await verify(world, { timeout: '4s' });
    expect(json.targets[0]).toMatchObject({ failure, error: expect.stringContaining(words) });
    expect(commands.at(-1)?.args.slice(0, 3)).toEqual(['machine', 'exec', '2']);
  });

  test('with what stays wrong ends the wait at once', async () => {
    const { seconds, check } = await verify(down('server returned HTTP status 404 Not Found'));
    expect(seconds()).toBe(0);
    expect(check('job:web')?.hint).toContain('metrics_path');
  });

  test('cannot write markup or commands into the report', async () => {
    const { report } = await verify(down('<img src=x onerror=1> | **bold** HTTP status 404'));
    expect(report.summary).not.toContain('<img');
    expect(report.summary).toContain('\\*\\*bold\\*\\*');
  });
});

describe('before anything is asked', () => {
  const prepare = (given: Record<string, string>, world: World = healthy) =>
    verifyTargets.prepare({ given: { 'monitored-app': 'shop', ...given }, environment: {} }, enter(world).tools);

  test('a dry run tells what would be wanted', async () => {
    const visit = enter(healthy);
    const raw = { given: { 'monitored-app': 'shop', 'dry-run': 'true', since: '1769853600' }, environment: {} };
    const report = await (await verifyTargets.prepare(raw, visit.tools)).run();
    expect(visit.requests).toEqual([]);
    expect(visit.commands).toEqual([]);
    expect(report.lines).toEqual(
      expect.arrayContaining([
        'Would ask Prometheus at port 9090 of shop-monitoring, through flyctl proxy.',
        'Would want the job web: every machine of shop/app:9100, scraped since 2026-01-31T10:00:00.000Z.',
        'Would want the job mail: every machine of shop/mail:9100, scraped since 2026-01-31T10:00:00.000Z.',
        'Would want each key of monitoring/prometheus-fly.yml to be loaded.',
        'Would want all of it to hold for 15 s.',
        'Would wait up to 60 s (DNS refresh + 5 s + 2 scrape intervals + scrape time-out), looking every 1 s.',
      ]),
    );
  });

  test('a configuration that is missing or wrong is named', async () => {
    await expect(prepare({ 'prometheus-config': 'nowhere.yml' })).rejects.toThrow(
      '"nowhere.yml"; there is no such file',
    );
    await expect(prepare({}, { files: {} })).rejects.toThrow('there is no such file');
    const wrong = { files: { 'monitoring/prometheus-fly.yml': 'scrape_configs: []' } };
    await expect(prepare({}, wrong)).rejects.toThrow('monitoring/prometheus-fly.yml:1: scrape_configs names no job');
  });

  test('dashboards that were asked for by name must be there', async () => {
    await expect(prepare({ dashboards: 'boards' })).rejects.toThrow('there is no JSON file there');
  });
});
