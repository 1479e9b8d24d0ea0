import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { healthy, verify } from '../test/verify.js';
import { says, type World } from '../test/world.js';

const answering = (path: string, body: unknown): World => ({
  ...healthy,
  instead: ({ url }) =>
    new URL(url).pathname === path ? says(200, JSON.stringify(body), 'application/json') : undefined,
});
const success = (data: unknown) => ({ status: 'success', data });
const target = {
  scrapePool: 'web',
  labels: { job: 'web', instance: 'a' },
  scrapeUrl: 'http://a/metrics',
  health: 'up',
  lastError: '',
  lastScrape: '2026-01-01T10:00:00Z',
  lastScrapeDuration: 0.1,
};

describe('a malformed answer is inconclusive, and its field is named:', () => {
  test.each([
    ['/api/v1/targets', success({}), 'prometheus', 'data.activeTargets must be a list, is missing'],
    [
      '/api/v1/targets',
      success({ activeTargets: [{ ...target, health: 'fine' }] }),
      'prometheus',
      'activeTargets[0].health',
    ],
    [
      '/api/v1/targets',
      success({ activeTargets: [{ ...target, labels: 'x' }] }),
      'prometheus',
      'activeTargets[0].labels',
    ],
    [
      '/api/v1/targets',
      success({ activeTargets: [{ ...target, lastScrape: 7 }] }),
      'prometheus',
      'activeTargets[0].lastScrape',
    ],
    ['/api/v1/status/buildinfo', success({ version: 3 }), 'prometheus', 'data.version must be a text, is 3'],
    ['/api/v1/status/runtimeinfo', success({ reloadConfigSuccess: 'yes' }), 'prometheus', 'data.reloadConfigSuccess'],
    ['/api/v1/status/config', success({ yaml: ['a'] }), 'configuration', 'data.yaml must be a text, is a list'],
    ['/api/v1/status/config', success({ yaml: 'a: [' }), 'configuration', 'data.yaml'],
    ['/api/v1/status/flags', success({ agent: { on: true } }), 'locked', 'data.agent must be a text'],
    ['/api/v1/query', success({ resultType: 'table', result: [] }), 'prometheus', 'data.resultType'],
  ])('%s with %j', async (path, body, name, field) => {
    const { report, check } = await verify(answering(path, body), { timeout: '2s' });
    expect(report.outputs['verdict']).toBe('inconclusive');
    expect(check(name)).toMatchObject({ verdict: 'inconclusive', evidence: expect.stringContaining(field) });
  });
});

test('whatever an address answers, the run ends with a verdict, and lists that say nothing are never green', async () => {
  const paths = [
    '/api/v1/targets',
    '/api/v1/query',
    '/api/v1/rules',
    '/api/v1/status/config',
    '/api/v1/status/flags',
    '/api/v1/status/buildinfo',
    '/api/v1/status/runtimeinfo',
    '/api/v1/alertmanagers',
    '/metrics',
  ];
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...paths),
      fc.oneof(
        fc.json(),
        fc.json().map((json) => `{"status":"success","data":${json}}`),
        fc.string(),
      ),
      async (path, body) => {
        const instead: NonNullable<World['instead']> = ({ url }) =>
          new URL(url).pathname === path ? says(200, body, 'application/json') : undefined;
        const { report } = await verify({ ...healthy, instead }, { timeout: '1s' });
        expect(['pass', 'fail', 'inconclusive']).toContain(report.outputs['verdict']);
        if (path === '/api/v1/targets') expect(report.outputs['verdict']).not.toBe('pass');
      },
    ),
    { numRuns: 150 },
  );
});
