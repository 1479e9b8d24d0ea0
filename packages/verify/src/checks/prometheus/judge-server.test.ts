import type { Answer, BuildInfo, Failure, RuntimeInfo } from '@fly-monitoring/prometheus';
import { describe, expect, test } from '@jest/globals';
import { judgeServer, type WantedServer } from './judge-server.js';

const startTimeMs = Date.parse('2026-01-01T10:00:00Z');
const server = { address: 'https://p.test', version: '1.0.0', clockSkewMs: 0, flags: {}, isAgent: false };
const ok = <T>(value: T): Answer<T> => ({
  kind: 'ok',
  asked: 'GET x',
  status: 200,
  dateMs: undefined,
  warnings: [],
  value,
});
const runtime = (over: Partial<RuntimeInfo> = {}) =>
  ok<RuntimeInfo>({
    startTimeMs,
    reloadConfigSuccess: true,
    lastConfigTimeMs: undefined,
    storageRetention: '',
    timeSeriesCount: undefined,
    ...over,
  });
const build = (version: string) => ok<BuildInfo>({ version, revision: '' });
const gone: Failure = { kind: 'not-ready', asked: 'GET y', status: 503, dateMs: undefined };
const pinned = {
  kind: 'one',
  version: '3.13.2',
  source: 'Dockerfile.monitoring pins',
  file: 'Dockerfile.monitoring',
} as const;
const wanted = (over: Partial<WantedServer> = {}): WantedServer => ({ version: pinned, sinceMs: undefined, ...over });
const judge = (
  seen: { readonly build?: Answer<BuildInfo>; readonly runtime?: Answer<RuntimeInfo> },
  wish: WantedServer = wanted(),
) => judgeServer({ server, runtime: runtime(), build: build('3.13.2'), ...seen }, wish);

describe('the version that answers', () => {
  test('is the pinned one', () => {
    expect(judge({})).toMatchObject({
      checks: [{ verdict: 'pass', evidence: expect.stringMatching(/Prometheus 3\.13\.2 is ready .* pins 3\.13\.2$/) }],
      report: { json: { version: { seen: '3.13.2', wanted: '3.13.2' } }, annotations: [] },
    });
  });

  test('is another one: the monitoring is to blame, at once, with what to do and where', () => {
    const { checks, isPending, report } = judge({ build: build('3.13.1') });
    expect(checks).toMatchObject([
      {
        verdict: 'fail',
        blame: 'monitoring',
        evidence: expect.stringContaining('Prometheus 3.13.1 is ready at https://p.test'),
        hint: expect.stringMatching(/deploy the monitoring app again, or change the version in Dockerfile\.monitoring/),
      },
    ]);
    expect(isPending).toBe(false);
    expect(report?.annotations).toMatchObject([{ level: 'error', place: { file: 'Dockerfile.monitoring' } }]);
    expect(report?.json).toEqual({ version: { seen: '3.13.1', wanted: '3.13.2' } });
  });

  test('is asked for by the input, which is then what may be wrong', () => {
    const version = { kind: 'one', version: '3.14', source: 'prometheus-version asks for' } as const;
    const { checks, report } = judge({}, wanted({ version }));
    expect(checks[0]).toMatchObject({ verdict: 'fail', hint: expect.stringContaining('correct prometheus-version') });
    expect(report?.annotations).toEqual([]);
  });

  test('is not judged where nobody says which one, and that is told', () => {
    const version = { kind: 'any', reason: 'no version is pinned' } as const;
    const { checks, report } = judge({ build: build('0.0.1') }, wanted({ version }));
    expect(checks[0]).toMatchObject({ verdict: 'pass', evidence: expect.stringContaining('; no version is pinned') });
    expect(report?.json).toEqual({ version: { seen: '0.0.1', wanted: null } });
  });

  test('proves nothing while it is not known, unless any will do', () => {
    expect(judge({ build: gone })).toMatchObject({ isPending: true, checks: [{ verdict: 'inconclusive' }] });
    const version = { kind: 'any', reason: 'any version will do' } as const;
    expect(judge({ build: gone }, wanted({ version })).checks[0]?.verdict).toBe('pass');
  });

  test('of a process from before the deploy is not the finding: another one is about to take over', () => {
    const late = wanted({ sinceMs: startTimeMs + 60_000 });
    expect(judge({ build: build('3.13.1') }, late)).toMatchObject({
      isPending: true,
      checks: [{ verdict: 'fail', evidence: expect.stringContaining('before its deploy began') }],
    });
  });

  test('is wrong even where the start is not known', () => {
    const notFound: Failure = { kind: 'not-found', asked: 'GET z', status: 404, dateMs: undefined };
    for (const runtime of [gone, notFound])
      expect(judge({ runtime, build: build('3.13.1') }).checks[0]?.verdict).toBe('fail');
  });

  test('a configuration that was refused is told first', () => {
    const { checks } = judge({ runtime: runtime({ reloadConfigSuccess: false }), build: build('3.13.1') });
    expect(checks[0]?.evidence).toContain('could not load its configuration');
  });
});
