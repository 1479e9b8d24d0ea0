import { describe, expect, test } from '@jest/globals';
import { healthy, verify } from '../../test/verify.js';
import { enter, says, type World } from '../../test/world.js';
import { verifyTargets } from '../stage.js';

describe('a Prometheus that does not answer', () => {
  test.each([
    [says(401, 'Unauthorized'), 'fail', '["monitoring"]', 'PROMETHEUS_PASSWORD'],
    [says(403, 'no'), 'fail', '["monitoring"]', 'PROMETHEUS_PASSWORD'],
    [says(404, '404 page not found'), 'fail', '["monitoring"]', 'path prefix'],
    [says(200, '<html></html>', 'text/html'), 'fail', '["monitoring"]', 'the address of Prometheus itself'],
    [{ kind: 'unreachable', reason: 'tls', detail: 'bad certificate' } as const, 'fail', '["network"]', 'HTTPS_PROXY'],
  ])('%j is final at once', async (reply, verdict, blames, hint) => {
    const { report, seconds, json } = await verify({ ...healthy, instead: () => reply });
    expect(seconds()).toBe(0);
    expect(report.outputs).toMatchObject({ verdict, blames, 'targets-total': '0' });
    expect(json.checks[0]?.hint).toContain(hint);
  });

  test.each([
    [says(503, 'Service Unavailable')],
    [says(502, '<html></html>', 'text/html')],
    [{ kind: 'unreachable', reason: 'refused', detail: 'the connection was refused' } as const],
    [says(200, '{"status":"success","data":{"version":7}}', 'application/json')],
  ])('%j is asked again until the time is up, and proves nothing', async (reply) => {
    const isAbout = (url: string) => reply.kind !== 'response' || reply.status !== 200 || url.endsWith('/buildinfo');
    const instead = ({ url }: { url: string }) => (isAbout(url) ? reply : undefined);
    const { report, seconds, lines } = await verify({ ...healthy, instead }, { timeout: '20s' });
    expect(seconds()).toBe(20);
    expect(report.outputs).toMatchObject({ verdict: 'inconclusive', blames: '[]' });
    expect(report.conclusion).toBe('failure');
    expect(lines).toHaveLength(2);
  });

  test('is waited for while it replays its log', async () => {
    const instead = (_request: object, seconds: number) => (seconds < 6 ? says(503, 'Service Unavailable') : undefined);
    const { report, seconds } = await verify({ ...healthy, instead });
    expect(report.outputs['verdict']).toBe('pass');
    expect(seconds()).toBeCloseTo(6.8, 1);
  });
});

describe('how Prometheus is reached', () => {
  const reach = async (environment: Record<string, string>, world: World = healthy) => {
    const visit = enter(world);
    const raw = { given: { 'monitored-app': 'shop', 'monitoring-app': 'shop-mon', timeout: '4s' }, environment };
    const report = await (await verifyTargets.prepare(raw, visit.tools)).run();
    return { ...visit, report };
  };

  test('with a password at its public address, and the password stays out of every text', async () => {
    const { requests, report } = await reach({ PROMETHEUS_PASSWORD: 'correct horse' });
    expect(requests[0]).toMatchObject({
      url: 'https://shop-mon.fly.dev/-/ready',
      headers: { authorization: `Basic ${btoa('admin:correct horse')}` },
    });
    expect(JSON.stringify(report)).not.toContain('horse');
  });

  test('else through flyctl proxy', async () => {
    const { commands, requests, report } = await reach({ FLY_API_TOKEN: 'FlyV1 a' });
    expect(commands.map(({ args }) => args.join(' '))).toContain('proxy 19090:9090 -q --watch-stdin -a shop-mon');
    expect(requests.at(-1)?.url).toMatch(/^http:\/\/127\.0\.0\.1:19090\//);
    expect(report.outputs['verdict']).toBe('pass');
  });

  test('not at all: it says at once which inputs open a way, and starts nothing', async () => {
    await expect(reach({})).rejects.toMatchObject({
      code: 'FLY_TOKEN_MISSING',
      hint: expect.stringMatching(/fly tokens create .* PROMETHEUS_PASSWORD/),
    });
  });
});

describe('the version of Prometheus', () => {
  const pinning = (version: string): World => ({
    ...healthy,
    files: { ...healthy.files, 'Dockerfile.monitoring': `FROM prom/prometheus:v${version}\n` },
  });

  test('is the one that the Dockerfile pins', async () => {
    const { report, check } = await verify(pinning('3.5.3'));
    expect(report.outputs['verdict']).toBe('pass');
    expect(check('prometheus')?.evidence).toContain('Dockerfile.monitoring pins 3.5.3');
  });

  test('is another one: red at once, beside the file that pins it', async () => {
    const { report, check, seconds, json } = await verify(pinning('3.13.2'), { timeout: '1h', deadline: '2h' });
    expect(report.outputs).toMatchObject({
      verdict: 'fail',
      blames: '["monitoring"]',
      'checks-failed': '["prometheus"]',
    });
    expect(check('prometheus')?.hint).toContain('deploy the monitoring app again');
    expect(report.annotations).toMatchObject([{ level: 'error', place: { file: 'Dockerfile.monitoring' } }]);
    expect(json).toMatchObject({ version: { seen: '3.5.3', wanted: '3.13.2' } });
    expect(seconds()).toBe(0);
  });

  test.each([
    ['any', 'any version will do'],
    ['3.5', 'prometheus-version asks for 3.5'],
  ])('is what prometheus-version says, whatever the Dockerfile pins: %s', async (wish, words) => {
    const { report, check } = await verify(pinning('3.13.2'), { 'prometheus-version': wish });
    expect(report.outputs['verdict']).toBe('pass');
    expect(check('prometheus')?.evidence).toContain(words);
  });

  test('is read from the Dockerfile that is deployed', async () => {
    const files = { ...pinning('3.5.3').files, 'ops/Dockerfile': 'FROM prom/prometheus:v3.13.2' };
    const { check } = await verify({ ...healthy, files }, { 'monitoring-dockerfile': 'ops/Dockerfile' });
    expect(check('prometheus')).toMatchObject({ verdict: 'fail', evidence: expect.stringContaining('ops/Dockerfile') });
  });

  test('is not judged where nothing pins one, and that is told', async () => {
    const { check } = await verify(healthy);
    expect(check('prometheus')).toMatchObject({
      verdict: 'pass',
      evidence: expect.stringContaining('there is no Dockerfile.monitoring here'),
    });
    const moving = { ...healthy, files: { ...healthy.files, 'Dockerfile.monitoring': 'FROM prom/prometheus:latest' } };
    expect((await verify(moving)).check('prometheus')?.evidence).toContain('Dockerfile.monitoring names none');
  });

  test('cannot be read from a file that is not there', async () => {
    await expect(verify(healthy, { 'monitoring-dockerfile': 'nowhere' })).rejects.toThrow(
      'Input "monitoring-dockerfile": there is no file nowhere.',
    );
  });

  test('is told by a dry run', async () => {
    const { report } = await verify(pinning('3.13.2'), { 'dry-run': 'true' });
    expect(report.lines).toContain('Would want Prometheus 3.13.2 to answer.');
  });
});
